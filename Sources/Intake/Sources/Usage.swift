import Facts

extension Source {
    /// Product use, one row a customer and day.
    static let usage = Source(
        name: .usage, role: .metrics, isRegular: true,
        load: .upsert, key: [.customerID, .date], identity: .customerID,
        words: ["usage", "product usage", "activity", "active users", "adoption", "使用", "活跃", "用量", "使用情况", "活跃度", "产品使用"],
        columns: [
            Column.customerID.required,
            Column.date.also(
                "usage date", "activity date", "使用日期", "week", "week of", "week start", "week starting", "woche", "semaine", "周"
            ).required,
            Column.number(
                .activeUsers, "active", "users active", "dau", "daily active users", "active user count", "users", "活跃用户",
                "活跃用户数", "活跃人数", "日活", "使用人数", "wau", "weekly active users", "周活", "周活跃用户", "周活跃用户数", "mau",
                "monthly active users", "月活", "月活跃用户", "月活跃用户数", "月活跃人数"
            ).required,
            .number(
                .seats, "licensed seats", "licences", "licenses", "seat count", "purchased seats", "席位", "席位数", "坐席",
                "账号数", "授权数", "座席数"),
            .yearOfDate, .monthOfDate,
        ], derivations: [.month], sums: [.activeUsers, .seats], finish: FileReader.noteShares,
        checks: [.notBelow0(.activeUsers), .notBelow0(.seats)], events: [.day(.date)],
        dated: .day(.date),
        build: { $0.buildUsage(&$1) })
}

extension AnyColumnKey where Self == NumberKey {
    static var activeUsers: Self { Self("active_users") }
    static var seats: Self { Self("seats") }
}

extension Assembler {
    fileprivate mutating func buildUsage(_ merged: inout Merged) {
        let active = quantities(&merged, .activeUsers)
        let seats = quantities(&merged, .seats)
        applyLoadRule(&merged, byWholeRows: true)
        let rows = finish(merged)
        guard !rows.isEmpty, let dates = merged[.date], let active else { return }
        var table = Usage()
        table.customers = customerCodes(merged, rows) ?? []
        table.days = rows.map { dates.last($0)! }
        table.active = rows.map { active[$0] }
        table.seats = seats.map { seats in rows.map { seats[$0] } }
        facts.usage = table
        noteOrigins(.usage, merged, rows)
        if seats != nil { reportMixedUsage(merged) }
    }

    /// Says that some files count the users of a day and others those of a week or month, by the names of their columns.
    private mutating func reportMixedUsage(_ merged: Merged) {
        var files: [Span: String] = [:]
        for file in merged.files {
            guard let index = file.index, let place = merged.source.places[NumberKey.activeUsers],
                let column = self.files[index].columns[place],
                let span = Span(header: HeaderNames.key(self.files[index].header[column]))
            else { continue }
            files[span] = files[span] ?? self.files[index].file.path
        }
        guard files.count > 1 else { return }
        let spans = Span.allCases.compactMap { span in files[span].map { "by the \(span) (`\($0)`)" } }
        general.addApart(
            Finding(.mixedUsage, file: "", column: "active_users", ["spans": spans.joined(separator: ", ")]))
    }

    /// What a number of users is of.
    private enum Span: CaseIterable {
        case day, week, month

        /// What a column's name says, in its compared form.
        init?(header: String) {
            let words: [(Span, [String])] = [
                (.day, ["dau", "daily", "日活", "täglich", "taglich"]),
                (.week, ["wau", "weekly", "周活", "wöchentlich", "wochentlich"]),
                (.month, ["mau", "monthly", "月活", "monatlich"]),
            ]
            guard let found = words.first(where: { $0.1.contains(where: header.contains) }) else { return nil }
            self = found.0
        }
    }
}

extension FileReader {
    /// Says that what should be numbers of users are shares of them: by their name, or as none is above 1 and some are fractions.
    fileprivate static func noteShares(
        _ reader: FileReader, _ result: inout ReadFile, _ groups: [(offset: Int, kind: GroupRows.Kind)]
    ) {
        let rows = TypedColumns(places: reader.source.places, columns: result.table, count: result.offsets.count)
        for key in [NumberKey.activeUsers, .seats] {
            guard let cells = rows[key], let name = reader.header(of: key) else { continue }
            let values = (0..<rows.count).lazy.compactMap { cells[$0] }
            guard values.contains(where: { $0.digits != 0 }) else { continue }
            func power(_ value: ExactDecimal) -> Int128 { ExactDecimal.powersOfTen[max(0, value.scale)] }
            // Most files have a greater number among their first.
            let areFractions =
                values.allSatisfy { Int128($0.digits) <= power($0) } && values.contains { Int128($0.digits) % power($0) != 0 }
            let isNamed =
                name.contains { "%％".contains($0) }
                || ["rate", "percent", "率", "占比"].contains { HeaderNames.key(name).hasSuffix($0) }
            guard areFractions || isNamed else { continue }
            result.found.addApart(Finding(.sharesForCounts, file: reader.file.path, column: name, ["column": key.name]))
        }
    }
}
