/// Plain decimals for programs: no exponent, no grouping, a `.` for the decimal sign, no locale.
extension Number {
    /// Rounded half-even to `digits` places after the decimal sign, all of them printed.
    ///
    ///     Number(2, over: 3).fixed(2)    // 0.67
    public func fixed(_ digits: Int) -> String {
        switch self {
        case .exact(let numerator, let denominator):
            let (scaled, overflow) = numerator.multipliedReportingOverflow(by: ExactDecimal.powersOfTen[digits])
            if overflow { return Number.text(of: double, digits: digits) }
            return Number.place(Number.divideHalfEven(scaled, denominator), digits)
        case .inexact(let value): return Number.text(of: value, digits: digits)
        }
    }

    /// Rounded half-even to `count` significant digits, without trailing zeros.
    ///
    ///     Number(1, over: 3).significant(12)    // 0.333333333333
    public func significant(_ count: Int = 12) -> String {
        if isZero { return "0" }
        // The first digit's place is found with a double and then corrected, as rounding may add a digit.
        var exponent = Number.exponent(of: abs(double))
        for _ in 0..<3 {
            guard let digits = scaled(by: count - 1 - exponent) else { return Number.shortest(double, count) }
            let length = String(digits.magnitude).utf8.count
            if length == count { return Number.trimmed(digits, count - 1 - exponent) }
            exponent += length - count
        }
        return Number.shortest(double, count)
    }

    /// This × 10^`power`, rounded half-even; nil when it does not fit.
    private func scaled(by power: Int) -> Int128? {
        guard case .exact(let numerator, let denominator) = self else {
            guard case .inexact(let value) = self, abs(power) <= 18 else { return nil }
            let factor = Double(ExactDecimal.powersOfTen[abs(power)])
            let scaled = (power >= 0 ? value * factor : value / factor).rounded(.toNearestOrEven)
            return abs(scaled) < 1e30 ? Int128(scaled) : nil
        }
        guard abs(power) <= 18 else { return nil }
        let factor = ExactDecimal.powersOfTen[abs(power)]
        let (product, overflow) = (power >= 0 ? numerator : denominator).multipliedReportingOverflow(by: factor)
        if overflow { return nil }
        return power >= 0 ? Number.divideHalfEven(product, denominator) : Number.divideHalfEven(numerator, product)
    }

    private static func exponent(of value: Double) -> Int {
        var (exponent, rest) = (0, value)
        while rest >= 10 { (rest, exponent) = (rest / 10, exponent + 1) }
        while rest < 1 { (rest, exponent) = (rest * 10, exponent - 1) }
        return exponent
    }

    /// `digits` × 10^−`places` without trailing zeros.
    private static func trimmed(_ digits: Int128, _ places: Int) -> String {
        guard places > 0 else { return String(digits) + String(repeating: "0", count: -places) }
        var text = place(digits, places)
        while text.utf8.last == UInt8(ascii: "0") { text.removeLast() }
        if text.utf8.last == UInt8(ascii: ".") { text.removeLast() }
        return text
    }

    /// `digits` × 10^−`places` with all its places.
    private static func place(_ digits: Int128, _ places: Int) -> String {
        guard places > 0 else { return String(digits) }
        if places <= 9, let short = Int64(exactly: digits) { return place(short, places) }
        var text = String(digits.magnitude)
        text = String(repeating: "0", count: max(0, places + 1 - text.utf8.count)) + text
        let point = text.index(text.endIndex, offsetBy: -places)
        let body = text[..<point] + "." + text[point...]
        return digits < 0 ? "-" + body : String(body)
    }

    /// The same of fewer digits, as amounts have: at most 9 of them behind the point.
    private static func place(_ digits: Int64, _ places: Int) -> String {
        String(unsafeUninitializedCapacity: 32) { bytes in
            // From the last digit on.
            var (rest, start, count) = (digits.magnitude, 32, 0)
            func write(_ byte: UInt8) {
                start -= 1
                bytes[start] = byte
            }
            while rest > 0 || count <= places {
                if count == places { write(UInt8(ascii: ".")) }
                write(UInt8(ascii: "0") + UInt8(rest % 10))
                (rest, count) = (rest / 10, count + 1)
            }
            if digits < 0 { write(UInt8(ascii: "-")) }
            for place in start..<32 { bytes[place - start] = bytes[place] }
            return 32 - start
        }
    }

    /// An amount in minor units as plain decimal text with the currency's minor digits.
    ///
    ///     Number.text(minor: 1050, digits: 2)   // 10.50
    public static func text(minor: Int128, digits: Int) -> String { place(minor, digits) }

    private static func text(of value: Double, digits: Int) -> String {
        let scaled = value * Double(ExactDecimal.powersOfTen[digits])
        guard abs(scaled) < 1e37 else { return shortest(value, 17) }
        return place(Int128(scaled.rounded(.toNearestOrEven)), digits)
    }

    /// A double far outside the usual range, from its own shortest decimal form.
    private static func shortest(_ value: Double, _ count: Int) -> String {
        let text = "\(abs(value))"
        let parts = text.split(separator: "e")
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let whole = mantissa[0]
        let fraction = mantissa.count > 1 && mantissa[1] != "0" ? mantissa[1] : ""
        let exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) - fraction.utf8.count
        // Of 0.00397 the digits are 397.
        var digits = String((whole + fraction).drop { $0 == "0" })
        var power = exponent
        if digits.utf8.count > count, let all = Int128(digits), digits.utf8.count - count <= 18 {
            power += digits.utf8.count - count
            digits = String(divideHalfEven(all, ExactDecimal.powersOfTen[digits.utf8.count - count]))
        }
        while digits.utf8.count > 1, digits.utf8.last == UInt8(ascii: "0") {
            digits.removeLast()
            power += 1
        }
        let sign = value < 0 ? "-" : ""
        if power >= 0 { return sign + digits + String(repeating: "0", count: power) }
        let padded = String(repeating: "0", count: max(0, -power + 1 - digits.utf8.count)) + digits
        let point = padded.index(padded.endIndex, offsetBy: power)
        return sign + padded[..<point] + "." + padded[point...]
    }
}
