import Facts

extension Source {
    /// What one unit of a currency is worth in the reporting one, one row a currency and day.
    static let exchangeRates = Source(
        name: .exchangeRates, title: SourceTitle(en: "exchange rates", zhHans: "汇率"), role: .plans, isMissed: false,
        load: .upsert, key: [.currency, .date],
        words: ["fx rates", "fx", "exchange rates", "exchange rate", "currency rates", "rates", "汇率", "外汇"],
        columns: [
            Column.currency.also("from currency", "from", "源币种").required,
            Column.number(.rate, "fx rate", "exchange rate", "conversion rate", "value", "汇率", "折算率", "兑换率").required,
            Column.date.also("valid from", "effective date", "rate date", "as of", "生效日期", "汇率日期"),
        ], checks: [.above0(.rate)], build: { $0.buildRates(&$1) })
}

extension AnyColumnKey where Self == NumberKey {
    static var rate: Self { Self("rate") }
}

extension Assembler {
    /// Takes of each currency the rate in force on the day of rates, else the earliest after it, else the one without a date.
    fileprivate mutating func buildRates(_ merged: inout Merged) {
        merged.applyLoadRule()
        finish(merged)
        guard let currencies = merged[.currency], let values = merged[.rate] else { return }
        let day = settings.fxDate ?? settings.calendar.startOfFiscalYear(settings.asOf)
        let dates = merged[.date]
        var best: [String: (rate: ExactDecimal, date: Day?)] = [:]
        merged.forEachFact { row in
            guard let rate = values[row] else { return }
            let code = currencies.pool.text(currencies.codes[row])
            let date = dates?.first(row)
            if let old = best[code], !Assembler.isBetter(date, than: old.date, on: day) { return }
            best[code] = (rate, date)
        }
        exchange.take(best)
    }

    private static func isBetter(_ new: Day?, than old: Day?, on day: Day) -> Bool {
        guard let new else { return false }
        guard let old else { return true }
        if new <= day { return old > day || new > old }
        return old > day && new < old
    }
}
