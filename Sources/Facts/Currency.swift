/// A currency: its ISO 4217 code and how many minor digits it has.
///
/// Money is kept as a 64-bit count of the reporting currency's minor units (cents for USD, whole yen for JPY); sums are taken
/// in 128 bits. Binary floating point never holds money.
public struct Currency: Hashable, Sendable {
    /// The ISO 4217 code in capitals, such as `USD`.
    public let code: String

    /// The currency of a code, which is taken in capitals.
    public init(_ code: String) {
        self.code = code.uppercased()
        minorDigits = Currency.minorDigits(of: self.code)
        minorUnits = [1, 10, 100, 1000][minorDigits]
    }

    /// Digits after the decimal sign: 2 unless ISO 4217 says otherwise.
    public let minorDigits: Int

    /// Minor units in one unit: 100 for USD, 1 for JPY.
    public let minorUnits: Int64

    /// An amount in minor units with all digits of the currency: `1200.00`.
    public func text(_ minor: Int128) -> String { Number(minor, over: Int128(minorUnits)).fixed(minorDigits) }

    private static func minorDigits(of code: String) -> Int {
        switch code {
        case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF",
            "XPF":
            return 0
        case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": return 3
        default: return 2
        }
    }
}

/// A decimal number exactly as written: `digits` × 10^−`scale`.
public struct ExactDecimal: Hashable, Sendable {
    /// All digits as one signed integer.
    public var digits: Int64
    /// How many of them stand after the decimal sign; 0 to 18.
    public var scale: Int

    /// The number `digits` × 10^−`scale`.
    public init(digits: Int64, scale: Int) {
        self.digits = digits
        self.scale = scale
    }

    /// The number written like `-1234.50` (sign, digits, one `.`), or nil for any other text or more than 18 digits.
    public init?(_ text: some StringProtocol) {
        var (value, scale, seenPoint, seenDigit): (Int64, Int, Bool, Bool) = (0, 0, false, false)
        var bytes = Substring(text).utf8
        let negative = bytes.first == UInt8(ascii: "-")
        if negative { bytes = bytes.dropFirst() }
        for byte in bytes {
            if byte == UInt8(ascii: "."), !seenPoint {
                seenPoint = true
                continue
            }
            guard byte >= 48, byte <= 57 else { return nil }
            let (times, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflowToo) = times.addingReportingOverflow(Int64(byte - 48))
            if overflow || overflowToo || scale >= 18 { return nil }
            (value, seenDigit) = (sum, true)
            if seenPoint { scale += 1 }
        }
        guard seenDigit else { return nil }
        self.init(digits: negative ? -value : value, scale: scale)
    }

    /// The same number as a fraction.
    public var number: Number { Number(Int128(digits), over: ExactDecimal.powersOfTen[scale]) }

    /// 10^0 to 10^18.
    public static let powersOfTen: [Int128] = (0...18).map { (0..<$0).reduce(Int128(1)) { power, _ in power * 10 } }

    /// This number × `factor` × `rate`, rounded half-even once to minor units; nil when it does not fit 64 bits.
    ///
    /// - Parameters:
    ///   - rate: What one unit of the amount's currency is worth in the reporting currency.
    ///   - factor: What the amount is multiplied by first, as numerator and denominator: 12/1 for a month's, 12/3 for a quarter's.
    ///   - currency: The reporting currency.
    public func minorUnits(
        rate: ExactDecimal = ExactDecimal(digits: 1, scale: 0), factor: (Int64, Int64) = (1, 1), in currency: Currency
    ) -> Int64? {
        let (product, overflow) = (Int128(digits) * Int128(rate.digits)).multipliedReportingOverflow(
            by: Int128(factor.0) * Int128(currency.minorUnits))
        let (divisor, overflowToo) = (ExactDecimal.powersOfTen[scale] * ExactDecimal.powersOfTen[rate.scale])
            .multipliedReportingOverflow(by: Int128(factor.1))
        guard !overflow, !overflowToo, divisor > 0 else { return nil }
        return Int64(exactly: Number.divideHalfEven(product, divisor))
    }
}

/// Counts that may have a fraction (full-time equivalents, seats) in billionths of one.
public enum Quantity {
    /// Billionths in one.
    public static let scale: Int64 = 1_000_000_000
    /// Stands for "no value".
    public static let missing = Int64.min
    /// A decimal in billionths, rounded half-even; nil when it does not fit.
    public static func billionths(_ value: ExactDecimal) -> Int64? {
        let product = Int128(value.digits) * Int128(scale)
        return Int64(exactly: Number.divideHalfEven(product, ExactDecimal.powersOfTen[value.scale]))
    }
}
