import Facts

/// One constant rate a currency, and the conversion of amounts with it.
struct Exchange {
    /// The reporting currency.
    let reporting: Currency
    /// The pipeline's locale, which tells yen and yuan apart.
    let locale: String
    /// The rates by currency, the reporting currency's left out.
    private(set) var rates: [String: (rate: ExactDecimal, date: Day?)] = [:]
    /// The currencies that rows were converted from.
    private(set) var used: Set<String> = []
    /// Σ (rounded − exact) × divisor, by divisor.
    private var excess: [Int128: Int128] = [:]
    /// What does not fit there.
    private var further = Number.zero

    static let one = ExactDecimal(digits: 1, scale: 0)

    init(_ reporting: Currency, locale: String) { (self.reporting, self.locale) = (reporting, locale) }

    /// Takes the rates to convert with, by currency; the reporting currency's own is left out.
    mutating func take(_ rates: [String: (rate: ExactDecimal, date: Day?)]) {
        self.rates = rates
        self.rates[reporting.code] = nil
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
    ///
    /// - Parameter times: How many rows have it.
    mutating func note(_ value: ExactDecimal, currency: String, factor: (Int64, Int64), minor: Int64, times: Int = 1) {
        let isForeign = !currency.isEmpty && currency != reporting.code
        if isForeign { used.insert(currency) }
        if !isForeign, factor.0 == factor.1, value.scale <= reporting.minorDigits { return }
        let rate = rate(currency) ?? Exchange.one
        let product = Int128(value.digits) * Int128(rate.digits) * Int128(factor.0) * Int128(reporting.minorUnits)
        let divisor = ExactDecimal.powersOfTen[value.scale] * ExactDecimal.powersOfTen[rate.scale] * Int128(factor.1)
        let (rounded, o1) = Int128(minor).multipliedReportingOverflow(by: divisor)
        let (more, o2) = rounded.subtractingReportingOverflow(product)
        let (all, o3) = more.multipliedReportingOverflow(by: Int128(times))
        guard !o1, !o2, !o3, more != 0 else { return }
        add(all, over: divisor)
    }

    private mutating func add(_ more: Int128, over divisor: Int128) {
        let (sum, isTooLarge) = excess[divisor, default: 0].addingReportingOverflow(more)
        if isTooLarge { further = further + Number(more, over: divisor) } else { excess[divisor] = sum }
    }

    /// The same rates, with which nothing was converted yet.
    var unused: Exchange {
        var copy = self
        (copy.used, copy.excess, copy.further) = ([], [:], .zero)
        return copy
    }

    /// Adds what was converted elsewhere with the same rates.
    mutating func add(_ other: Exchange) {
        used.formUnion(other.used)
        for (divisor, sum) in other.excess { add(sum, over: divisor) }
        further = further + other.further
    }

    /// What rounding added up to, in minor units.
    var rounding: Number {
        excess.sorted { $0.key < $1.key }.reduce(further) { $0 + Number($1.value, over: $1.key) }
    }

    /// The rates that were used, by currency.
    var ratesUsed: [RateUsed] {
        used.sorted().compactMap { code in rates[code].map { RateUsed(currency: code, rate: $0.rate, date: $0.date) } }
    }
}
