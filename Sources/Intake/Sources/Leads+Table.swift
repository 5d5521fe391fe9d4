import Facts

/// How leads become their table.
extension Assembler {
    /// Takes the rows of `leads`.
    mutating func buildLeads(_ merged: inout Merged) {
        // Gates look at the cells after; else nobody does.
        let isKept =
            !rules(merged.source).unique.isEmpty || !rules(merged.source).ranges.isEmpty
            || totals.contains { $0.source == merged.source.name }
        let amounts = !isKept && merged.amountsArePlain(in: settings.currency) ? nil : convert(&merged)
        merged.applyLoadRule()
        let rows = finish(merged)
        takeCounted(merged)
        guard !rows.isEmpty || facts.counted != nil else { return }
        amounts?.note(rows, in: &exchange)
        reportSpans(
            merged, rows, of: "lead",
            [(.wonAt, .wonBeforeCreated, "won"), (.firstResponseAt, .answeredBeforeCreated, "answered")])
        var table = Leads(stages: settings.stages, dimensions: settings.dimensions.count)
        var picked: [String: StampColumn] = [:]
        func column(_ key: StampKey) -> StampColumn? {
            // A stage may be called what is a column of its own as well.
            if let known = picked[key.name] { return known }
            guard let cells = merged[key] else { return nil }
            if !isKept { merged[any: key] = nil }
            picked[key.name] = cells.picked(rows)
            return picked[key.name]
        }
        if let ids = merged[.leadID] { table.ids = rows.areAll ? ids : ids.filtered(rows) }
        if !isKept { merged[any: .leadID] = nil }
        for (index, stage) in settings.stages.enumerated() {
            table.reached[index] = column(index == 0 ? .createdAt : .stage(stage))
        }
        table.responded = column(.firstResponseAt)
        table.lost = column(.lostAt)
        if merged[.amount] != nil {
            let minor = amounts?.minor ?? merged.takePlainAmounts(in: settings.currency)
            table.amounts = rows.areAll ? minor : WholeColumn(rows.lazy.map { minor[$0] })
        }
        table.customers = customerCodes(merged, rows)
        table.owners = takeOwners(&merged, rows)
        table.members = takeMembers(&merged, rows)
        facts.leads = table
        noteOrigins(.leads, merged, rows)
        if files.contains(where: { $0.source == .opportunities }) { leadRows = (merged, rows) }
    }

    /// The rows whose time in one column is before that in another; several are looked at at once.
    private static func rows(_ rows: FactRows, where later: StampColumn, isBefore created: StampColumn) -> [Int] {
        let slice = 1 << 17
        return concurrently((rows.count + slice - 1) / slice) { number in
            (number * slice..<min(rows.count, (number + 1) * slice)).compactMap { place in
                let row = rows[place]
                return !later[row].isMissing && later[row] < created[row] ? row : nil
            }
        }.flatMap { $0 }
    }

    /// Reports leads or deals that were won on an earlier day than they were created, or answered before. They are kept. A win is a
    /// day's, and so is an answer without a time: either may be any time of the day on which the lead was created.
    mutating func reportSpans(
        _ merged: Merged, _ rows: FactRows, of what: String, _ checks: [(key: StampKey, kind: FindingCode, event: String)]
    ) {
        guard let created = merged[.createdAt] else { return }
        for (key, kind, event) in checks {
            guard let later = merged[key] else { continue }
            for row in Assembler.rows(rows, where: later, isBefore: created) {
                let day = later[row].day(in: settings.zone)
                let hasTime = kind == .answeredBeforeCreated && later[row] != Stamp(startOf: day, in: settings.zone)
                if day == created[row].day(in: settings.zone), !hasTime { continue }
                guard
                    let (file, line) = place(
                        merged, row, needsLine: found[file(merged, row)].count(of: kind) < Finding.shownPlaces)
                else { continue }
                found[file].add(
                    Finding(
                        kind, file: files[file].file.path, line: line, column: key.name,
                        ["what": what, "event": event, "column": key.name]))
            }
        }
    }
}
