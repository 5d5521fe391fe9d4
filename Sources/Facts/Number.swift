/// A value of a measure or a metric: an exact fraction while it can be one.
///
/// Sums, differences, products and quotients of exact values are exact: a 128-bit numerator over a 128-bit denominator in
/// lowest terms. Square roots, and results that do not fit, are IEEE 754 doubles: the same bytes on every machine, but no
/// longer exact. Undefined is `nil` wherever a `Number?` is used, never zero.
public enum Number: Sendable, Hashable {
    /// numerator / denominator, in lowest terms, the denominator above 0.
    case exact(Int128, Int128)
    /// A finite double.
    case inexact(Double)

    /// A whole number.
    public init(_ value: some BinaryInteger) { self = .exact(Int128(value), 1) }

    /// numerator / denominator in lowest terms. The denominator must not be 0.
    public init(_ numerator: Int128, over denominator: Int128) {
        let divisor = Number.gcd(numerator.magnitude, denominator.magnitude)
        let sign: Int128 = denominator < 0 ? -1 : 1
        self = .exact(sign * numerator / Int128(divisor), sign * denominator / Int128(divisor))
    }

    /// Zero.
    public static let zero = Number.exact(0, 1)

    /// The nearest double.
    public var double: Double {
        switch self {
        case .exact(let numerator, let denominator):
            // The conversion of 128 bits is slow, and seldom needed.
            let (top, bottom) = (Int64(truncatingIfNeeded: numerator), Int64(truncatingIfNeeded: denominator))
            if Int128(top) == numerator, Int128(bottom) == denominator {
                return bottom == 1 ? Double(top) : Double(top) / Double(bottom)
            }
            return Number.double(numerator) / Number.double(denominator)
        case .inexact(let value): return value
        }
    }

    /// The double nearest to a whole number, as `Double(_:)` gives it, which is not made for numbers of 128 bits and takes many times as long.
    static func double(_ whole: Int128) -> Double {
        let magnitude = whole.magnitude
        let shift = max(0, 64 - magnitude.leadingZeroBitCount)
        // 64 bits are more than a double holds: of those below, it matters only whether there are any.
        let top = UInt64(truncatingIfNeeded: magnitude >> UInt128(shift))
        let isRounded = magnitude & ((1 << UInt128(shift)) - 1) != 0
        let size = Double(isRounded ? top | 1 : top) * Double(sign: .plus, exponent: shift, significand: 1)
        return whole < 0 ? -size : size
    }

    /// Whether it is exactly 0.
    public var isZero: Bool {
        switch self {
        case .exact(let numerator, _): numerator == 0
        case .inexact(let value): value == 0
        }
    }
    /// −1, 0 or 1.
    public var signum: Int { isZero ? 0 : double < 0 ? -1 : 1 }
    /// The number without its sign.
    public var magnitude: Number { signum < 0 ? -self : self }

    /// The sum.
    public static func + (a: Number, b: Number) -> Number {
        if case .exact(let an, let ad) = a, case .exact(let bn, let bd) = b {
            if ad == bd {
                let (sum, overflow) = an.addingReportingOverflow(bn)
                if !overflow { return ad == 1 ? .exact(sum, 1) : Number(sum, over: ad) }
            }
            let shared = Int128(gcd(ad.magnitude, bd.magnitude))
            let (left, o1) = an.multipliedReportingOverflow(by: bd / shared)
            let (right, o2) = bn.multipliedReportingOverflow(by: ad / shared)
            let (sum, o3) = left.addingReportingOverflow(right)
            let (denominator, o4) = ad.multipliedReportingOverflow(by: bd / shared)
            if !(o1 || o2 || o3 || o4) { return Number(sum, over: denominator) }
        }
        return .inexact(a.double + b.double)
    }

    /// The negative.
    public static prefix func - (a: Number) -> Number {
        switch a {
        case .exact(let numerator, let denominator) where numerator > .min: return .exact(-numerator, denominator)
        case .exact: return .inexact(-a.double)
        case .inexact(let value): return .inexact(-value)
        }
    }

    /// The difference.
    public static func - (a: Number, b: Number) -> Number { a + -b }

    /// The product.
    public static func * (a: Number, b: Number) -> Number {
        if case .exact(let an, let ad) = a, case .exact(let bn, let bd) = b {
            if an == 0 || bn == 0 { return .zero }
            let one = Int128(gcd(an.magnitude, bd.magnitude))
            let other = Int128(gcd(bn.magnitude, ad.magnitude))
            let (numerator, o1) = (an / one).multipliedReportingOverflow(by: bn / other)
            let (denominator, o2) = (ad / other).multipliedReportingOverflow(by: bd / one)
            if !(o1 || o2) { return .exact(numerator, denominator) }
        }
        return .inexact(a.double * b.double)
    }

    /// The quotient, or nil when `b` is 0 or the result is no finite number.
    public static func / (a: Number, b: Number) -> Number? {
        guard !b.isZero else { return nil }
        if case .exact(let numerator, let denominator) = b, numerator > .min {
            return a * (numerator < 0 ? .exact(-denominator, -numerator) : .exact(denominator, numerator))
        }
        return finite(a.double / b.double)
    }

    /// The square root as a double, exact where it is a whole number; nil below 0.
    public var squareRoot: Number? { double < 0 ? nil : Number.finite(double.squareRoot()) }

    /// A double as a number; nil where it is none, or infinite.
    public static func finite(_ value: Double) -> Number? { value.isFinite ? .inexact(value) : nil }

    /// Whether `a` is smaller than `b`; exact for exact values whose cross products fit 128 bits.
    public static func less(_ a: Number, _ b: Number) -> Bool {
        if case .exact(let an, let ad) = a, case .exact(let bn, let bd) = b {
            let (left, o1) = an.multipliedReportingOverflow(by: bd)
            let (right, o2) = bn.multipliedReportingOverflow(by: ad)
            if !(o1 || o2) { return left < right }
        }
        return a.double < b.double
    }

    /// The greatest whole number that is not above it.
    public var floor: Int128 {
        switch self {
        case .exact(let numerator, let denominator):
            let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
            return remainder < 0 ? quotient - 1 : quotient
        case .inexact(let value): return Int128(exactly: value.rounded(.down)) ?? (value < 0 ? .min : .max)
        }
    }

    /// The nearest whole number, of two the even one.
    public var roundedHalfEven: Int128 {
        switch self {
        case .exact(let numerator, let denominator): Number.divideHalfEven(numerator, denominator)
        case .inexact(let value): Int128(exactly: value.rounded(.toNearestOrEven)) ?? (value < 0 ? .min : .max)
        }
    }

    /// `numerator` / `denominator`, rounded half-even to a whole number. The denominator must be above 0.
    public static func divideHalfEven(_ numerator: Int128, _ denominator: Int128) -> Int128 {
        let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
        let (twice, overflow) = remainder.magnitude.multipliedReportingOverflow(by: 2)
        let up = overflow || twice > denominator.magnitude || (twice == denominator.magnitude && !quotient.isMultiple(of: 2))
        return up ? quotient + (numerator < 0 ? -1 : 1) : quotient
    }

    static func gcd(_ a: UInt128, _ b: UInt128) -> UInt128 {
        if a <= UInt128(UInt64.max), b <= UInt128(UInt64.max) {
            var (x, y) = (UInt64(a), UInt64(b))
            while y != 0 { (x, y) = (y, x % y) }
            return x == 0 ? 1 : UInt128(x)
        }
        var (x, y) = (a, b)
        while y != 0 { (x, y) = (y, x % y) }
        return x == 0 ? 1 : x
    }
}
