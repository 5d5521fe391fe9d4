import Facts
import Languages
import Metrics
import RollUps

/// Tasks by department, what is due next and who has most overdue; every task to be looked up.
extension Composer {
    func actionBlocks() -> [Block] {
        let standings = actionStandings()
        if standings.isEmpty { return [absent(.actions)] }
        return [departmentTable(standings)] + dueSoon(standings) + mostOverdue(standings) + timeline(standings)
            + [openActions(standings)]
    }

    /// Tasks in the order in which they are due, last those without a due date.
    static func byDue(_ a: ActionStanding, _ b: ActionStanding) -> Bool {
        let (due, other) = (a.action.due ?? .distantFuture, b.action.due ?? .distantFuture)
        if due != other { return due < other }
        if a.action.department != b.action.department { return precedes(a.action.department, b.action.department) }
        return a.action.task != b.action.task ? precedes(a.action.task, b.action.task) : precedes(a.action.id, b.action.id)
    }

    // MARK: - In front

    private func departmentTable(_ standings: [ActionStanding]) -> Block {
        let whole = DepartmentStanding(name: say(.total), standings)
        let rows =
            [departmentRow(whole, isStrong: true)]
            + DepartmentStanding.all(standings).map { departmentRow($0, isStrong: false) }
        let numbers: [ActionPhrase] = [
            .tasks, .done, .doneLate, .inProgress, .notStarted, .blocked, .overdue, .dueSoon, .progress,
        ]
        let columns = [Table.Column(say(.department))] + numbers.map { Table.Column(tell($0), isNumeric: true) }
        return .table(Table(id: "departments", title: say(.departmentsTitle), columns: columns, rows: rows))
    }

    private func departmentRow(_ department: DepartmentStanding, isStrong: Bool) -> Table.Row {
        let counts = [
            department.tasks, department.count(.done), department.doneLate, department.count(.inProgress),
            department.count(.notStarted), department.count(.blocked), department.overdue, department.dueSoon,
        ]
        return Table.Row(
            [.text(department.name.isEmpty ? say(.noMember) : department.name)] + counts.map(count)
                + [fixed(department.progress, Format(.percent, digits: 0))], isStrong: isStrong)
    }

    // MARK: - To be looked up

    private func dueSoon(_ standings: [ActionStanding]) -> [Block] {
        let soon = standings.filter(\.isDueSoon).sorted(by: Composer.byDue)
        return soon.isEmpty
            ? [] : [taskTable("due-soon", tell(.dueSoonTitle, dayText(context.asOf + ActionStanding.soon)), soon)]
    }

    /// Who has overdue tasks, most of them first; of what names nobody the department.
    private func mostOverdue(_ standings: [ActionStanding]) -> [Block] {
        let overdue = standings.filter(\.isOverdue)
        guard !overdue.isEmpty else { return [] }
        let groups = Dictionary(grouping: overdue) { standing in
            [standing.action.owner, standing.action.department].first { !$0.isEmpty } ?? say(.noMember)
        }
        let rows = groups.map { person, tasks in
            (person: person, tasks: tasks.sorted(by: Composer.byDue), days: tasks.map(\.daysOverdue).max() ?? 0)
        }.sorted { a, b in
            if a.tasks.count != b.tasks.count { return a.tasks.count > b.tasks.count }
            return a.days != b.days ? a.days > b.days : precedes(a.person, b.person)
        }.map { row in
            Table.Row([.text(row.person), count(row.tasks.count), count(row.days), .text(row.tasks[0].action.task)])
        }
        let columns = [
            Table.Column(say(.owner)), Table.Column(tell(.overdue), isNumeric: true),
            Table.Column(tell(.longest), isNumeric: true), Table.Column(tell(.longestTask)),
        ]
        return [
            .table(
                Table(
                    id: "most-overdue", title: tell(.overdueTitle), columns: columns, rows: rows, isOnPaper: false,
                    isFolded: true))
        ]
    }

    /// What is overdue, blocked or has no due date; what is due soon stands in a table of its own, and the rest on the calendar.
    private func openActions(_ standings: [ActionStanding]) -> Block {
        let told = standings.filter { $0.isOpen && ($0.isOverdue || $0.state == .blocked || $0.action.due == nil) }
        guard standings.contains(where: \.isOpen) else { return .note(say(.noOpenActions)) }
        return told.isEmpty
            ? .note(tell(.noneOverdue)) : taskTable("actions", tell(.actionsTitle), told.sorted(by: Composer.byDue))
    }

    private func taskTable(_ id: String, _ title: String, _ standings: [ActionStanding]) -> Block {
        let names = initiativeNames
        let rows = standings.map { standing in
            let action = standing.action
            return Table.Row([
                .text(action.task), status(of: standing), .text(action.department), .text(action.owner),
                action.due.map { .day($0) } ?? .empty,
                action.progress.map { fixed($0.number, Format(.percent, digits: 0)) } ?? .empty,
                .text(names[action.initiative] ?? action.initiative),
            ])
        }
        let columns = [
            Table.Column(say(.task)), Table.Column(say(.status), card: .status), Table.Column(say(.department), card: .when),
            Table.Column(say(.owner), card: .owner), Table.Column(say(.due), card: .due),
            Table.Column(say(.progress), isNumeric: true), Table.Column(say(.initiative)),
        ]
        return .table(
            Table(
                id: id, title: title, columns: columns, rows: rows, isLong: true, isOnPaper: false, isFolded: true, look: .cards
            ))
    }

    /// How a task stands, the worst in a word.
    func status(of standing: ActionStanding) -> Table.Cell {
        if standing.isOverdue { return .status(.bad, say(.overdue)) }
        let status: Status =
            switch standing.state {
            case .blocked: .watch
            case .done: .good
            default: .none
            }
        return .status(status, tell(ActionPhrase(standing)))
    }

    /// What initiatives are called, by their ids.
    private var initiativeNames: [String: String] {
        [String: String](context.rollUp.facts.initiatives.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    // MARK: - The sheet

    /// Every task on a sheet of its own, by department and due date, for departments to filter; nil where there are none.
    func tasksSheet() -> Section? {
        let standings = actionStandings()
        guard !standings.isEmpty else { return nil }
        let names = initiativeNames
        let sorted = DepartmentStanding.all(standings).flatMap { $0.standings.sorted(by: Composer.byDue) }
        let rows = (sorted + standings.filter { $0.state == .dropped }.sorted(by: Composer.byDue)).map { standing in
            let action = standing.action
            return Table.Row([
                .text(action.department.isEmpty ? say(.noMember) : action.department), .text(action.task), .text(action.owner),
                status(of: standing), action.start.map { .day($0) } ?? .empty, action.due.map { .day($0) } ?? .empty,
                action.done.map { .day($0) } ?? .empty,
                standing.isOverdue ? count(standing.daysOverdue) : .empty,
                standing.state == .dropped ? .empty : fixed(standing.progress, Format(.percent, digits: 0)),
                .text(action.status), .text(names[action.initiative] ?? action.initiative), .text(action.id),
            ])
        }
        let columns = [
            Table.Column(say(.department)), Table.Column(say(.task)), Table.Column(say(.owner)), Table.Column(say(.status)),
            Table.Column(say(.starts)), Table.Column(say(.due)), Table.Column(tell(.doneOn)),
            Table.Column(tell(.longest), isNumeric: true), Table.Column(say(.progress), isNumeric: true),
            Table.Column(tell(.written)), Table.Column(say(.initiative)), Table.Column(tell(.id)),
        ]
        var section = Section(
            id: "tasks", title: tell(.sheet),
            blocks: [
                .table(
                    Table(
                        id: "all-tasks", title: tell(.sheetTitle, dayText(context.asOf)), columns: columns, rows: rows,
                        isLong: true, isOnPaper: false))
            ])
        section.isOnlySheet = true
        return section
    }
}
