extension FindingCode {
    /// Words of findings about tasks and initiatives; nil for other kinds.
    var wordsOfPlans: FindingWords? {
        switch self {
        case .doneBeforeStart:
            FindingWords(
                .warning, "the task was done on {done}, before it began on {start}", hint: "mend the day that is wrong",
                about: "One of a task's two days is mistyped. It counts as done on the day that its row says.")
        case .dueBeforeStart:
            FindingWords(
                .warning, "the task is due on {due}, before it begins on {start}", hint: "mend the day that is wrong",
                about: "One of a task's two days is mistyped. It is overdue by the due date that its row says.")
        case .smallPercents:
            FindingWords(
                .warning, "{count} values are below 1 and none without a sign is above: they are read as less than 1 %",
                hint: "write 50 or 50%, not 0.5, where half is done",
                about:
                    "How much of a task is done is a number from 0 to 100, or one with a percent sign. A spreadsheet's percentages may have been "
                    + "exported as fractions.")
        case .bareTasks:
            FindingWords(
                .warning, "{count} of {all} rows have nothing but a name and count as tasks: {names}",
                hint: "take them out if they are headings of groups; else say who does them until when",
                about:
                    "Sheets of tasks are often parted by rows with a heading alone, which look like tasks that nobody has begun. They count, as "
                    + "they may be tasks.")
        case .tasksWithoutDueDate:
            FindingWords(
                .note, "{count} of {all} tasks have no due date",
                hint: "give each task a due date: without one nothing is overdue",
                about: "Tasks without a due date count, but are never overdue, due soon or late. What is dropped is not asked.")
        case .tasksWithoutOwner:
            FindingWords(
                .note, "{count} of {all} tasks name no owner", hint: "name who is to act",
                about:
                    "Tasks without an owner stand under their department where the report says who must act. What is dropped is not asked."
            )
        case .unknownStatus:
            FindingWords(
                .warning, "{count} of {all} tasks have a status that is not understood: {words}",
                hint: "write done, in progress, blocked, not started or cancelled, in words of your own language if you like",
                about:
                    "A status in other words than those the program knows says nothing: such a task is done by its done date or 100 %, in "
                    + "progress by its percent, else not started.")
        case .initiativeEndsBeforeStart:
            FindingWords(
                .warning, "the initiative {what} on {end}, before it starts on {start}", hint: "mend the day that is wrong",
                about: "One of an initiative's days is mistyped. Its planned months are below 0.")
        case .unknownTerm:
            FindingWords(
                .warning, "`{found}` is not understood", hint: "write {terms}",
                about:
                    "A cell of `scenario`, `stage`, `goal` or of one of the five materials says something else than the words that the program "
                    + "knows. It is shown as it stands; no usual duration follows from it, and a material is not ready by it.")
        case .initiativesWithoutSpend:
            FindingWords(
                .note, "{count} of {all} initiatives have no spend up to {day}: {ids}",
                hint: "name the initiative in the column `initiative` of `spend`, or wait for its first cost",
                about: "No cost names the initiative, so that nothing can be said of when it breaks even.")
        case .initiativesWithoutCustomers:
            FindingWords(
                .note, "{count} of {all} initiatives have spend and no customer: {ids}",
                hint: "name the initiative in the column `initiative` of `customers`, or wait for its first customer",
                about:
                    "Costs name the initiative and no customer does, so that its gross profit is 0 and its break-even not in sight, whatever it "
                    + "has brought.")
        case .launchedUnready:
            FindingWords(
                .note, "{count} of {all} initiatives were launched before {day} while materials are missing: {ids}",
                hint: "write what is ready now, or the new day of the launch",
                about: "The launch is past, and some of the five materials are still called missing, or their cells are empty.")
        default: nil
        }
    }
}
