import Facts

extension Source {
    /// Sales that do not recur, one row a sale.
    static let oneOffRevenue = Source(
        name: .oneOffRevenue, role: .plans, isMissed: false,
        load: .append,
        words: [
            "one off revenue", "one time revenue", "one off", "one time", "non recurring", "services revenue", "一次性收入",
            "一次性", "非经常性收入", "实施收入",
        ],
        columns: [
            Column.date.also("sale date", "invoice date", "revenue date", "收入日期", "成交日期").required,
            Column.amount.also("revenue", "net amount", "收入", "收入金额").required, .customerID, .currency, .initiative,
            .yearOfDate, .monthOfDate,
        ], against: Column.receipts + Column.statements, againstAmounts: Column.payers, derivations: [.month],
        money: [.amount(.amount)],
        events: [.day(.date)],
        after: [.exchangeRates], build: { $0.buildOneOffs(&$1) })
}

extension Assembler {
    fileprivate mutating func buildOneOffs(_ merged: inout Merged) {
        let amounts = convert(&merged)
        merged.applyLoadRule()
        let rows = finish(merged)
        guard !rows.isEmpty, let dates = merged[.date] else { return }
        amounts.note(rows, in: &exchange)
        let customers = customerCodes(merged, rows)
        let initiatives = strings(merged, .initiative, rows)
        facts.oneOffs = rows.indices.map { index in
            let row = rows[index]
            return OneOff(
                day: dates.first(row)!, amount: amounts.minor[row], customer: customers?[index] ?? 0,
                initiative: initiatives[index])
        }
    }
}
