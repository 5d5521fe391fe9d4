public import Facts
import Languages

/// The one place that makes text from numbers, and the one that says how a spreadsheet is to make the same text.
///
/// Page and workbook agree digit for digit because both follow what spreadsheet programs do: the double nearest to the value is
/// taken to 15 significant decimal digits, and those are rounded half away from zero to the digits shown.
///
/// Money carries no currency sign: headings and subtitles name the currency. What readers see in page, mail and sentences is
/// `shown`, which is shorter. How a language writes
/// decimal signs, percentages and large amounts is in `LanguageForms`.
extension Format {
    /// What is shown in place of an undefined number, in every locale.
    public static let undefined = "n/a"

    /// The number as readers see it; `n/a` where it is undefined. What rounds to 0 has no sign.
    ///
    ///     Format(.count, digits: 0).text(Number(1_234_567), currency: usd, locale: "en")                          // 1,234,567
    ///     Format(.percent, digits: 1).text(Number(1, over: 8), currency: usd, locale: "en")                       // 12.5%
    ///     Format(.percentagePoints, digits: 1, isSigned: true).text(Number(21, over: 1000), currency: usd, locale: "en")  // +2.1 pts
    public func text(_ number: Number?, currency: Currency, locale: String) -> String {
        guard let number else { return Format.undefined }
        let decimal = Decimal15(number.double)
        let shown = decimal.rounded(to: shownDigits(currency), shiftedBy: isHundredfold ? 2 : 0)
        let sign = shown.isZero ? "" : decimal.isNegative ? "-" : isSigned ? "+" : ""
        let forms = Language(locale: locale).forms
        return sign + forms.number(shown.text) + suffix(forms)
    }

    /// The number format that makes a spreadsheet program show what `text` says, of the value times `workbookFactor`.
    ///
    /// A spreadsheet shows a value below 0 that rounds to 0 with its sign; `excelZeroFormat` is for those.
    ///
    ///     Format(.money, digits: 0).excelFormat(currency: usd)                       // #,##0
    ///     Format(.percent, digits: 1, isSigned: true).excelFormat(currency: usd)     // "▲ "+#,##0.0%;"▼ "-#,##0.0%;#,##0.0%
    ///
    /// - Parameters:
    ///   - isHigherBetter: Whether a change above 0 is good news, which puts the words for better and worse behind it; nil where
    ///     neither is.
    public func excelFormat(currency: Currency, locale: String = "en", isHigherBetter: Bool? = nil) -> String {
        let (body, start) = (excelBody(currency, locale), Language(locale: locale).forms.excelLocale)
        guard isSigned else { return start + body }
        let marks = Marks(locale: locale)
        func word(_ isBetter: Bool?) -> String { isBetter == nil ? "" : "\" \(marks.word(isBetter))\"" }
        func part(_ mark: String, _ sign: String, _ isBetter: Bool?) -> String {
            "\(start)\"\(mark) \"\(sign)\(body)\(word(isBetter))"
        }
        return part(Marks.up, "+", isHigherBetter) + ";" + part(Marks.down, "-", isHigherBetter.map { !$0 }) + ";" + start
            + body
    }

    /// The number format of values that round to 0 when shown: without any sign.
    public func excelZeroFormat(currency: Currency, locale: String = "en") -> String {
        let body = Language(locale: locale).forms.excelLocale + excelBody(currency, locale)
        return "\(body);\(body);\(body)"
    }

    /// What the workbook multiplies a value by in the cell (and in the cell's formula) to show it in this format: 100 for
    /// percentage points, as no number format can show 0.021 as "2.1 pts"; 1 for all others.
    public var workbookFactor: Int { kind == .percentagePoints ? 100 : 1 }

    /// The smallest magnitude, in the cell, that is not shown as 0.
    public func smallestShown(currency: Currency) -> Double {
        let digits = shownDigits(currency) + (kind == .percent ? 2 : 0)
        return Format.halves[digits]
    }

    /// By digits after the decimal sign half of the last one.
    private static let halves = ExactDecimal.powersOfTen.map { 0.5 / Double($0) }

    /// Digits after the decimal sign; money never has more than its currency.
    private func shownDigits(_ currency: Currency) -> Int {
        kind == .money ? min(digits, currency.minorDigits) : digits
    }

    var isHundredfold: Bool { kind == .percent || kind == .percentagePoints }

    private func suffix(_ forms: LanguageForms) -> String {
        switch kind {
        case .percent: forms.percent
        case .percentagePoints: forms.percentagePoints
        case .money, .count, .plain: ""
        }
    }

    private func excelBody(_ currency: Currency, _ locale: String) -> String {
        let digits = shownDigits(currency)
        let number = "#,##0" + (digits > 0 ? "." + String(repeating: "0", count: digits) : "")
        let forms = Language(locale: locale).forms
        switch kind {
        case .percent: return number + forms.excelPercent
        case .percentagePoints: return number + "\"\(suffix(forms))\""
        case .money, .count, .plain: return number
        }
    }
}

/// A finite double as at most 15 significant decimal digits: 0.d₁d₂d₃… × 10^`exponent`.
struct Decimal15 {
    /// Whether it is below 0.
    let isNegative: Bool
    /// Each 0 to 9, the first not 0; empty for 0.
    private(set) var digits: [UInt8] = []
    /// The power of ten of the place before the first digit.
    private(set) var exponent = 0

    /// The digits of the shortest decimal that reads back as `value`, cut to 15 by rounding half away from zero.
    init(_ value: Double) {
        isNegative = value < 0
        guard value != 0, value.isFinite else { return }
        var seenPoint = false
        var power = 0
        var text = abs(value).description.utf8[...]
        if let e = text.firstIndex(of: UInt8(ascii: "e")) {
            power = Int(Substring(text[text.index(after: e)...])) ?? 0
            text = text[..<e]
        }
        for byte in text {
            if byte == UInt8(ascii: ".") {
                seenPoint = true
            } else if byte == UInt8(ascii: "0"), digits.isEmpty {
                if seenPoint { exponent -= 1 }
            } else {
                digits.append(byte - UInt8(ascii: "0"))
                if !seenPoint { exponent += 1 }
            }
        }
        exponent += power
        round(keeping: 15)
    }

    /// Rounded half away from zero to `places` after the decimal sign, grouped by thousands, without a sign.
    func rounded(to places: Int, shiftedBy power: Int) -> (text: String, isZero: Bool) {
        var copy = self
        copy.exponent += power
        copy.round(keeping: copy.exponent + places)
        if copy.digits.isEmpty { copy.exponent = 0 }
        var text: [UInt8] = []
        for place in stride(from: max(copy.exponent, 1), to: -places, by: -1) {
            let index = copy.exponent - place
            if place == 0 { text.append(UInt8(ascii: ".")) }
            text.append(UInt8(ascii: "0") + (copy.digits.indices.contains(index) ? copy.digits[index] : 0))
            if place > 1, (place - 1).isMultiple(of: 3) { text.append(UInt8(ascii: ",")) }
        }
        return (String(decoding: text, as: UTF8.self), copy.digits.isEmpty)
    }

    /// Keeps the first `count` digits; no digit at all when it rounds to 0.
    private mutating func round(keeping count: Int) {
        guard count < digits.count else { return }
        guard count >= 0, !digits.isEmpty else {
            digits = []
            return
        }
        let up = digits[count] >= 5
        digits.removeSubrange(count...)
        if up {
            var index = count - 1
            while index >= 0, digits[index] == 9 {
                digits.remove(at: index)
                index -= 1
            }
            if index >= 0 {
                digits[index] += 1
            } else {
                digits = [1]
                exponent += 1
            }
        }
        while digits.last == 0 { digits.removeLast() }
    }
}
