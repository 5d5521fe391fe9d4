import Facts

/// What is wrong with a plan: days in the wrong order, what is missing, words that are not understood. Every row counts all the same.
extension Assembler {
    /// Reports tasks whose days contradict each other, and by file those without a due date, an owner or a known status.
    mutating func checkActions(_ actions: [Action], _ merged: Merged, _ rows: FactRows) {
        var files: [Int: ActionGaps] = [:]
        for (action, row) in zip(actions, rows) where action.said != .dropped {
            files[file(merged, row), default: ActionGaps()].add(action)
            guard let start = action.start else { continue }
            if let done = action.done, done < start {
                report(.doneBeforeStart, merged, row, TextKey("done_date"), ["done": done, "start": start])
            }
            if let due = action.due, due < start {
                report(.dueBeforeStart, merged, row, TextKey("due_date"), ["due": due, "start": start])
            }
        }
        for (place, gaps) in files.sorted(by: { $0.key < $1.key }) {
            let path = self.files[place].file.path
            func add(_ code: FindingCode, _ column: String, _ values: FindingValues) {
                found[place].add(Finding(code, file: path, column: column, values))
            }
            if gaps.dueless > 0 {
                add(.tasksWithoutDueDate, DayKey.dueDate.name, ["count": gaps.dueless, "all": gaps.all])
            }
            if gaps.ownerless > 0, gaps.ownerless < gaps.all {
                add(.tasksWithoutOwner, TextKey.owner.name, ["count": gaps.ownerless, "all": gaps.all])
            }
            if !gaps.words.isEmpty {
                let words = gaps.words.sorted { $0.value != $1.value ? $0.value > $1.value : precedes($0.key, $1.key) }
                add(
                    .unknownStatus, TextKey.status.name,
                    ["count": gaps.words.values.reduce(0, +), "all": gaps.all, "words": Assembler.few(words.map(\.key))])
            }
        }
    }

    /// Reports initiatives whose days contradict each other, and cells that are none of the words known.
    mutating func checkInitiatives(_ initiatives: [Initiative], _ merged: Merged, _ rows: FactRows) {
        for (initiative, row) in zip(initiatives, rows) {
            for column in InitiativeWords.columns {
                guard let text = initiative.texts[column.name], InitiativeWords.meaning(text, of: column) == nil else {
                    continue
                }
                report(
                    .unknownTerm, merged, row, column,
                    ["found": Recognition.shortened(text, 40), "terms": InitiativeWords.terms(of: column)])
            }
            guard let start = initiative.start else { continue }
            if let end = initiative.end, end < start {
                report(
                    .initiativeEndsBeforeStart, merged, row, TextKey("end_date"), ["what": "ends", "end": end, "start": start])
            } else if let launch = initiative.launch, launch < start {
                report(
                    .initiativeEndsBeforeStart, merged, row, TextKey("launch_date"),
                    ["what": "is launched", "end": launch, "start": start])
            }
        }
    }

    /// Reports initiatives that no cost names, those that cost something and have no customer, and those that were launched while materials are missing.
    mutating func checkInitiatives() {
        let all = facts.initiatives
        guard !all.isEmpty else { return }
        var spent: Set<String> = []
        if let spend = facts.spend {
            for row in 0..<spend.count where spend.starts[row] <= settings.asOf && spend.amounts[row] != 0 {
                spent.insert(spend.initiatives[row])
            }
        }
        report(.initiativesWithoutSpend, all.filter { !spent.contains($0.id) }.map(\.id), of: all.count)
        let served = Set(facts.customers?.initiatives ?? [])
        report(
            .initiativesWithoutCustomers, all.filter { spent.contains($0.id) && !served.contains($0.id) }.map(\.id),
            of: all.count)
        let unready = all.compactMap { initiative -> String? in
            guard let launch = initiative.launch, launch < settings.asOf else { return nil }
            let missing = InitiativeWords.materials.filter { (initiative.texts[$0.name] ?? "missing") == "missing" }.map(\.name)
            return missing.isEmpty ? nil : initiative.id
        }
        report(.launchedUnready, unready, of: all.count)
    }

    private mutating func report(_ code: FindingCode, _ ids: [String], of all: Int) {
        guard !ids.isEmpty else { return }
        general.addApart(
            Finding(
                code, file: "", column: TextKey.initiativeID.name,
                ["count": ids.count, "all": all, "day": settings.asOf, "ids": Assembler.few(ids.sorted(by: precedes))]))
    }

    private mutating func report(
        _ code: FindingCode, _ merged: Merged, _ row: Int, _ column: TextKey, _ values: FindingValues
    ) {
        guard let (file, line) = place(merged, row) else { return }
        found[file].add(Finding(code, file: files[file].file.path, line: line, column: column.name, values))
    }
}

/// What the tasks of a file lack.
private struct ActionGaps {
    private(set) var (all, dueless, ownerless) = (0, 0, 0)
    /// How many tasks have each status that is not understood.
    private(set) var words: [String: Int] = [:]

    mutating func add(_ action: Action) {
        all += 1
        if action.due == nil { dueless += 1 }
        if action.owner.isEmpty { ownerless += 1 }
        if !action.status.isEmpty, action.said == nil { words[action.status, default: 0] += 1 }
    }
}
