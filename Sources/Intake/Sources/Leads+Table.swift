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
        table.customers = customerCodes(merged, rows)
        let asksForIDs = settings.keepsLeadIDs || files.contains { $0.source == .opportunities }
        if !isKept, !asksForIDs { merged[any: .leadID] = nil }
        let taken = isKept ? [] : columnsTaken(merged.source)
        let left = isKept ? rows : merged.keep(rows, in: taken)
        var picked: [String: StampColumn] = [:]
        func column(_ key: StampKey) -> StampColumn? {
            // A stage may be called what is a column of its own as well.
            if let known = picked[key.name] { return known }
            guard let cells = merged[key] else { return nil }
            if !isKept { merged[any: key] = nil }
            picked[key.name] = cells.picked(left)
            return picked[key.name]
        }
        if let ids = merged[.leadID] { table.ids = left.areAll ? ids : ids.filtered(left) }
        if !isKept { merged[any: .leadID] = nil }
        for (index, stage) in settings.stages.enumerated() {
            table.reached[index] = column(index == 0 ? .createdAt : .stage(stage))
        }
        table.responded = column(.firstResponseAt)
        table.lost = column(.lostAt)
        if merged[.amount] != nil {
            var minor = amounts?.minor ?? merged.takePlainAmounts(in: settings.currency)
            if let list = rows.ascending { minor.keep(list) }
            table.amounts = rows.ascend ? minor : WholeColumn(rows.lazy.map { minor[$0] })
        }
        table.owners = Assembler.members(.owner, &merged, rows, left, taken, in: &facts.leadOwners)
        for (index, name) in settings.dimensions.enumerated() {
            table.members[index] = Assembler.members(
                .dimension(name), &merged, rows, left, taken, in: &facts.dimensions[index].members)
        }
        facts.leads = table
        noteOrigins(.leads, merged, rows)
        if files.contains(where: { $0.source == .opportunities }) { leadRows = (merged, rows) }
    }

    /// The columns of leads that nobody looks at once the table of facts is made of them, unless gates do: of several dimensions that
    /// are one column, and of what deals are joined by, somebody does.
    private func columnsTaken(_ source: Source) -> Set<Int> {
        let stamps = [StampKey.createdAt, .firstResponseAt, .lostAt] + settings.stages.dropFirst().map { .stage($0) }
        let texts = [TextKey.owner] + settings.dimensions.map { .dimension($0) }
        let asked: [TextKey] = [.dealIDs, .company, .email, .customerID]
        let places = texts.filter { !asked.contains($0) }.compactMap { source.places[$0] }
        let once = places.filter { place in places.count { $0 == place } == 1 }
        return Set(once + stamps.compactMap { source.places[$0] } + [source.places[IDKey.leadID]].compactMap { $0 })
    }

    /// The codes of a column's cells; nil where no file has it.
    ///
    /// - Parameters:
    ///   - left: The facts among the rows that the columns taken still have.
    ///   - taken: The columns that nobody looks at after.
    private static func members(
        _ key: TextKey, _ merged: inout Merged, _ rows: FactRows, _ left: FactRows, _ taken: Set<Int>, in pool: inout Pool
    ) -> CodeColumn? {
        guard let place = merged.source.places[key], case .texts(var column)? = merged.columns[place] else { return nil }
        guard taken.contains(place), left.areAll else {
            return CodeColumn(Assembler.codes(column, rows, in: &pool))
        }
        merged.columns[place] = nil
        return Assembler.takeCodes(&column, in: &pool)
    }

    /// The rows whose time in one column is before that in another; several are looked at at once.
    private static func rows(_ rows: FactRows, where later: StampColumn, isBefore created: StampColumn) -> [Int] {
        concurrently(over: 0..<rows.count, by: 1 << 17) { places in
            if rows.areAll { return later.rows(of: places, before: created) }
            return places.compactMap { place in
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
                if found[file].countOneMore(of: kind) { continue }
                found[file].add(
                    Finding(
                        kind, file: files[file].file.path, line: line, column: key.name,
                        ["what": what, "event": event, "column": key.name]))
            }
        }
    }
}
