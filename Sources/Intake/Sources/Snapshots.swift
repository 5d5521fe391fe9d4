import Facts

extension Source {
    /// ARR by customer on a date, one row a customer and date.
    static let snapshots = Source(
        name: .snapshots, role: .metrics,
        standsInFor: .subscriptions,
        load: .upsert, key: [.customerID, .date], identity: .customerID, oneOf: [[.arr], [.mrr]],
        words: ["arr snapshots", "arr snapshot", "arr", "mrr", "snapshot", "收入快照", "快照", "经常性收入", "月度经常性收入", "年度经常性收入"],
        columns: [
            Column.customerID.required,
            Column.date.also(
                "snapshot date", "as of", "as of date", "as at", "snapshot month", "month end", "快照日期", "快照月份", "统计月份", "数据月份",
                "数据日期", "截至日期"
            ).required, .arr, .mrr,
            .currency, .yearOfDate, .monthOfDate,
        ], derivations: [.month], money: [.annual(.arr), .monthly(.mrr)],
        checks: [.recurringAmount], events: [.day(.date)], datedByName: .date,
        after: [.exchangeRates, .subscriptions], build: { $0.buildSnapshots(&$1) })
}

extension Assembler {
    /// Says how much the earlier of two rows of one customer, day and file come to, where they have other amounts: they may be parts of one.
    private mutating func report(_ replaced: [(old: Int, new: Int)], _ merged: Merged, _ amounts: TableAmounts) {
        var byFile: [Int: (rows: Int, minor: Int128, first: Int)] = [:]
        for (old, new) in replaced where amounts.minor[old] != amounts.minor[new] && merged.fileOf[old] == merged.fileOf[new] {
            let file = file(merged, old)
            byFile[file, default: (0, 0, old)].rows += 1
            if amounts.minor[old] != TableAmounts.missing { byFile[file]!.minor += Int128(amounts.minor[old]) }
        }
        for (file, sum) in byFile.sorted(by: { $0.key < $1.key }) {
            found[file].add(
                Finding(
                    .repeatedSnapshot, file: files[file].file.path, line: place(merged, sum.first)?.line,
                    ["rows": sum.rows, "money": money(sum.minor), "currency": settings.currency.code]))
        }
    }

    fileprivate mutating func buildSnapshots(_ merged: inout Merged) {
        let amounts = convert(&merged)
        report(merged.applyLoadRule(), merged, amounts)
        if facts.terms != nil {
            excludeStandIn(&merged)
            finish(merged)
            return
        }
        guard let dates = merged[.date] else {
            finish(merged)
            return
        }
        excludeLater(&merged) { dates.last($0).map { $0 > settings.asOf } ?? true }
        let rows = finish(merged)
        guard !rows.isEmpty else { return }
        amounts.note(rows, in: &exchange)
        let days = Set(rows.map { dates.last($0)! }).sorted()
        var next: [Day: Day] = [:]
        for (day, following) in zip(days, days.dropFirst()) { next[day] = following }
        var table = Terms(origin: .snapshots(first: days[0]), dimensions: settings.dimensions.count)
        table.ids = Array(repeating: "", count: rows.count)
        table.customers = customerCodes(merged, rows) ?? []
        table.starts = rows.map { dates.last($0)! }
        table.ends = rows.map { next[dates.last($0)!] ?? .distantFuture }
        table.arr = rows.map { amounts.minor[$0] }
        table.members = members(merged, rows)
        table.hasEnds = false
        facts.terms = table
        noteOrigins(.terms, merged, rows)
        noteTerms(merged)
    }
}
