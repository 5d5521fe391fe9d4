import Facts

/// One constant rate a currency, and the conversion of amounts with it.
struct Exchange {
    /// The reporting currency.
    let reporting: Currency
    /// The rates by currency, the reporting currency's left out.
    private(set) var rates: [String: (rate: ExactDecimal, date: Day?)] = [:]
    /// The currencies that rows were converted from.
    private(set) var used: Set<String> = []
    /// Σ (rounded − exact) × divisor, by divisor.
    private var excess: [Int128: Int128] = [:]

    static let one = ExactDecimal(digits: 1, scale: 0)

    init(_ reporting: Currency) { self.reporting = reporting }

    /// Takes the rates of a table: of each currency the one in force on `day`, else the earliest after it, else the one
    /// without a date.
    mutating func take(_ merged: Merged, on day: Day) {
        guard let currencies = merged.texts("currency"), let values = merged.numbers("rate") else { return }
        let dates = merged.days("date")
        var best: [String: (rate: ExactDecimal, date: Day?)] = [:]
        merged.forEachFact { row in
            guard let rate = values[row] else { return }
            let code = currencies.pool.text(currencies.codes[row])
            let date = dates?.first(row)
            if let old = best[code], !Exchange.isBetter(date, than: old.date, on: day) { return }
            best[code] = (rate, date)
        }
        best[reporting.code] = nil
        rates = best
    }

    private static func isBetter(_ new: Day?, than old: Day?, on day: Day) -> Bool {
        guard let new else { return false }
        guard let old else { return true }
        if new <= day { return old > day || new > old }
        return old > day && new < old
    }

    /// The rate of a currency; nil where there is none.
    func rate(_ currency: String) -> ExactDecimal? {
        currency.isEmpty || currency == reporting.code ? Exchange.one : rates[currency]?.rate
    }

    /// Minor units of the reporting currency, rounded half-even once; nil when they do not fit.
    @inline(__always)
    func minor(_ value: ExactDecimal, rate: ExactDecimal, factor: (Int64, Int64)) -> Int64? {
        if factor.0 == factor.1, rate.digits == 1, rate.scale == 0, value.scale <= reporting.minorDigits {
            let (product, overflow) = value.digits.multipliedReportingOverflow(
                by: Exchange.powers[reporting.minorDigits - value.scale])
            return overflow ? nil : product
        }
        return value.minorUnits(rate: rate, factor: factor, in: reporting)
    }

    private static let powers: [Int64] = [1, 10, 100, 1000]

    /// Notes that an amount became a fact: its currency, and what rounding it added.
    mutating func note(_ value: ExactDecimal, currency: String, factor: (Int64, Int64), minor: Int64) {
        let isForeign = !currency.isEmpty && currency != reporting.code
        if isForeign { used.insert(currency) }
        if !isForeign, factor.0 == factor.1, value.scale <= reporting.minorDigits { return }
        let rate = rate(currency) ?? Exchange.one
        let product = Int128(value.digits) * Int128(rate.digits) * Int128(factor.0) * Int128(reporting.minorUnits)
        let divisor = ExactDecimal.powersOfTen[value.scale] * ExactDecimal.powersOfTen[rate.scale] * Int128(factor.1)
        let more = Int128(minor) * divisor - product
        if more != 0 { excess[divisor, default: 0] += more }
    }

    /// What rounding added up to, in minor units.
    var rounding: Number {
        excess.sorted { $0.key < $1.key }.reduce(Number.zero) { $0 + Number($1.value, over: $1.key) }
    }

    /// The rates that were used, by currency.
    var ratesUsed: [RateUsed] {
        used.sorted().compactMap { code in rates[code].map { RateUsed(currency: code, rate: $0.rate, date: $0.date) } }
    }
}

/// The amounts of a table in the reporting currency.
struct Amounts {
    /// Stands for "no amount".
    static let missing = Int64.min

    /// Minor units by row; ``missing`` where there is no amount or it cannot be converted.
    var minor: [Int64]
    /// Rows whose amount cannot be converted, and why.
    var problems: [(row: Int, problem: Problem)] = []
    /// What the rows of a money column are multiplied by.
    private let merged: Merged
    private let money: [(index: Int, column: NumberColumn)]
    private let months: [Int64?]
    private let intervals: TextColumn?
    private let interval: Int64?
    private let currencies: TextColumn?
    private let names: [String]
    private let reporting: CurrencyMark

    /// Converts each row's first amount among the source's money columns.
    init(_ merged: Merged, _ exchange: Exchange, interval: Int64?) {
        self.merged = merged
        self.interval = interval
        money = merged.source.money.compactMap { name in
            guard let index = merged.source.index(name), let column = merged.numbers(name) else { return nil }
            return (index, column)
        }
        intervals = merged.texts("interval")
        months = intervals?.pool.texts.map(Vocabulary.months(interval:)) ?? []
        currencies = merged.texts("currency")
        names = currencies?.pool.texts ?? [""]
        reporting = CurrencyMark(code: exchange.reporting.code)
        minor = []
        minor.reserveCapacity(merged.count)
        let rates = names.map(exchange.rate)
        for row in 0..<merged.count {
            guard let (index, value) = value(row) else {
                minor.append(Amounts.missing)
                continue
            }
            let code = Int(currencies?.codes[row] ?? 0)
            let mark = code == 0 ? (money.first { $0.index == index }!.column.marks?[row] ?? .none) : .none
            let rate = mark == .none ? rates[code] : exchange.rate(currency(row, index))
            guard let rate else {
                let name = currency(row, index)
                minor.append(Amounts.missing)
                problems.append(
                    (
                        row,
                        Problem(
                            .noRate, column: merged.source.index("currency").flatMap { code == 0 ? index : $0 },
                            ["currency": Recognition.shortened(name, 20)])
                    ))
                continue
            }
            guard let found = exchange.minor(value, rate: rate, factor: factor(row, index)), found != Amounts.missing else {
                minor.append(Amounts.missing)
                problems.append((row, Problem(.tooLarge, column: index, ["what": "amount"])))
                continue
            }
            minor.append(found)
        }
    }

    /// The first amount of a row as written, and its column.
    func value(_ row: Int) -> (column: Int, value: ExactDecimal)? {
        for (index, column) in money { if let value = column[row] { return (index, value) } }
        return nil
    }

    /// The row's currency: of its own cell, else as written with the amount; empty for the reporting one.
    func currency(_ row: Int, _ index: Int) -> String {
        let code = Int(currencies?.codes[row] ?? 0)
        if code != 0 { return names[code] }
        let mark = money.first { $0.index == index }?.column.marks?[row] ?? .none
        return mark.resolved(reporting: reporting).code ?? ""
    }

    /// What makes an amount annual, where the source's amounts recur.
    func factor(_ row: Int, _ index: Int) -> (Int64, Int64) {
        switch merged.source.columns[index].name {
        case "mrr": return (12, 1)
        case "amount" where merged.source.name == "subscriptions":
            let code = Int(intervals?.codes[row] ?? 0)
            return (12, (code == 0 ? interval : months[code] ?? interval) ?? 12)
        default: return (1, 1)
        }
    }

    /// Notes the amounts of rows that became facts.
    func note(_ rows: [Int], in exchange: inout Exchange) {
        for row in rows where minor[row] != Amounts.missing {
            guard let (index, value) = value(row) else { continue }
            exchange.note(value, currency: currency(row, index), factor: factor(row, index), minor: minor[row])
        }
    }
}
