import Facts

extension Source {
    /// What one unit of a currency, or so many of it, is worth in the reporting one, one row a currency and day.
    static let exchangeRates = Source(
        name: .exchangeRates, role: .plans, isMissed: false,
        load: .upsert, key: [.currency, .date],
        words: ["fx rates", "fx", "exchange rates", "exchange rate", "currency rates", "rates", "汇率", "外汇"],
        columns: [
            Column.currency.also("from currency", "from", "source currency", "源币种", "原币").required,
            // Where a row says from which currency to which, it may be another pair.
            Column.currency(
                .quotedIn, "to", "to currency", "target currency", "quote currency", "quoted in", "counter currency", "目标币种",
                "目标货币", "本位币", "折算币种"
            ).auxiliary.forFinish,
            Column.currency(.base, "base currency", "base code", "basiswährung", "基准货币", "基础货币").auxiliary.forFinish,
            Column.number(.rate, "fx rate", "exchange rate", "conversion rate", "value", "汇率", "折算率", "兑换率").required
                .ofRates,
            Column.date.also("valid from", "effective date", "rate date", "as of", "生效日期", "汇率日期"),
            .number(
                .units, "unit", "amount", "quantity", "nominal", "nominal value", "nominale", "currency units",
                "units of currency",
                "number of units", "base amount", "multiplier", "per", "einheit", "einheiten", "menge", "unité", "unités",
                "quantité",
                "unidad", "unidades", "cantidad", "unidade", "quantità", "单位", "数量", "单位数", "基准单位", "通貨単位"),
        ], solves: .noRate, finish: FileReader.finishRates, checks: [.above0(.rate), .powerOfTen(.units)],
        build: { $0.buildRates(&$1) })
}

extension AnyColumnKey where Self == TextKey {
    /// The currency that the rate is a number of.
    static var quotedIn: Self { Self("quoted_in") }
    /// The currency of which the rate is for one unit, where `currency` is the other one.
    static var base: Self { Self("base") }
}

extension FileReader {
    /// Leaves out rows of other pairs than what a currency is worth in the reporting one. Where a file has a base, its rate says what one unit of
    /// that is worth in `currency`.
    fileprivate static func finishRates(
        _ reader: FileReader, _ file: inout ReadFile, _ groups: [(offset: Int, kind: GroupRows.Kind)]
    ) {
        let places = reader.source.places
        func texts(_ key: TextKey) -> TextColumn? { places[key].flatMap { file.table[$0] }.flatMap(TextColumn.init) }
        guard let currency = places[.currency], var worth = texts(.currency) else { return }
        var quoted = texts(.quotedIn)
        if let base = texts(.base) { (worth, quoted) = (base, quoted ?? worth) }
        guard let quoted else { return }
        let reporting = reader.settings.currency.code
        let keep = (0..<worth.codes.count).map { row in
            let code = quoted.pool.text(quoted.codes[row])
            return code.isEmpty || code == reporting
        }
        func code(_ column: TextColumn, _ row: Int) -> String { column.pool.text(column.codes[row]) }
        let known = Set(keep.indices.filter { keep[$0] }.map { code(worth, $0) })
        let turned = keep.indices.filter { !keep[$0] && code(worth, $0) == reporting && !known.contains(code(quoted, $0)) }
        file.table[currency] = .texts(worth)
        guard keep.contains(false) else { return }
        file.exclude(keep)
        guard known.isEmpty || !turned.isEmpty else { return }
        file.found.add(
            Finding(
                .otherRates, file: reader.file.path, ["rows": known.isEmpty ? keep.count : turned.count, "currency": reporting])
        )
    }
}

extension AnyColumnKey where Self == NumberKey {
    static var rate: Self { Self("rate") }
    static var units: Self { Self("units") }
}

extension Assembler {
    /// Takes of each currency the rate in force on the day of rates, else the earliest after it, else the one without a date.
    fileprivate mutating func buildRates(_ merged: inout Merged) {
        merged.applyLoadRule()
        finish(merged)
        guard let currencies = merged[.currency], let values = merged[.rate] else { return }
        let day = settings.fxDate ?? settings.calendar.startOfFiscalYear(settings.asOf)
        let (dates, units) = (merged[.date], merged[.units])
        var best: [String: (rate: ExactDecimal, date: Day?)] = [:]
        merged.forEachFact { row in
            guard var rate = values[row] else { return }
            // Quoted for 100 units, the rate of one is two places further on.
            rate.scale += units?[row].flatMap(\.tens) ?? 0
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

extension RowCheck {
    /// That a number of units is 1, 10, 100 and so on, as banks quote rates.
    fileprivate static func powerOfTen(_ key: NumberKey) -> RowCheck {
        RowCheck { rows, verdicts in
            guard let units = rows[key] else { return }
            for row in 0..<rows.count {
                guard let number = units[row], number.tens == nil || (rows[.rate]?[row]?.scale ?? 0) + number.tens! > 18 else {
                    continue
                }
                verdicts.reject(
                    row,
                    Problem(
                        .numberOutOfRange, column: rows.place(key),
                        ["range": "of units like 1, 100 or 1000", "found": number.number.significant(), "or": ""]))
            }
        }
    }
}

extension ExactDecimal {
    /// The power of ten that the number is, from 1 up; nil for any other number.
    fileprivate var tens: Int? {
        guard digits > 0, digits % Int64(ExactDecimal.powersOfTen[scale]) == 0 else { return nil }
        let whole = digits / Int64(ExactDecimal.powersOfTen[scale])
        return ExactDecimal.powersOfTen.firstIndex(of: Int128(whole))
    }
}
