import Facts
import Languages

/// A value axis: a range that ends on round numbers, and its ticks.
struct Axis: Sendable {
    /// The range drawn.
    let low, high: Double
    /// From low to high, exact.
    let ticks: [Number]
    /// Between two ticks.
    let step: Double

    /// An axis that holds all values. `fromZero` for bars, which begin there; lines may begin elsewhere when their values lie
    /// close together.
    init(_ values: [Double], fromZero: Bool, ticks wanted: Int = 4) {
        let values = values.map(Axis.drawable)
        var (low, high) = (values.min() ?? 0, values.max() ?? 0)
        if fromZero || low > 0 && low < 0.5 * high || high < 0 && high > 0.5 * low || low == high {
            (low, high) = (min(low, 0), max(high, 0))
        }
        if low == high { high = 1 }
        // The round step at or above an even share: 1, 2 or 5 times a power of ten.
        let share = (high - low) / Double(wanted)
        var (power, unit) = (0, 1.0)
        while unit * 10 <= share, power < 36 { (power, unit) = (power + 1, unit * 10) }
        while unit > share, power > -18 { (power, unit) = (power - 1, unit / 10) }
        let mantissa = [1, 2, 5, 10].first { Double($0) * unit >= share * 0.999_999 } ?? 10
        let scale = (0..<abs(power)).reduce(Int128(1)) { power, _ in power * 10 }
        let stepNumber = power >= 0 ? Number(Int128(mantissa) * scale, over: 1) : Number(Int128(mantissa), over: scale)
        let step = stepNumber.double
        let first = (low / step + 1e-9).rounded(.down)
        // At least one step, however small the values.
        let last = max((high / step - 1e-9).rounded(.up), first + 1)
        self.step = step
        self.low = first * step
        self.high = last * step
        self.ticks = (Int(first)...Int(last)).map { Number($0) * stepNumber }
    }

    /// An axis that holds 0 and all values, and ends where they do; without ticks.
    init(exactly values: [Double]) {
        let values = values.map(Axis.drawable)
        let (low, high) = (min(values.min() ?? 0, 0), max(values.max() ?? 0, 0))
        (self.low, self.high, self.step, self.ticks) = (low, low == high ? low + 1 : high, 0, [])
    }

    /// Where a value lies between low (0) and high (1).
    func share(_ value: Double) -> Double {
        min(max((Axis.drawable(value) - low) / (high - low), 0), 1)
    }

    /// What can be drawn of a double; past this, sums of a few overflow the integers of ticks.
    static func drawable(_ value: Double) -> Double { min(max(value, -1e30), 1e30) }

    /// The ticks' labels, one unit for all.
    func labels(_ format: Format, locale: String = "en") -> [String] {
        let language = Language(locale: locale)
        let unit = format.axisUnit(for: ticks, language)
        let digits = format.axisDigits(step: step, unit: unit)
        // 0 is 0 in thousands, too.
        return ticks.map { format.axisText($0, unit: $0.isZero ? nil : unit, digits: $0.isZero ? 0 : digits, language) }
    }
}
