public import Facts
import Languages

/// Numbers as readers see them: in the page, in mails and in every sentence, the workbook's too. Cells of the workbook and of CSV files
/// hold the exact number, and so does the text on hover (`Format.text`).
///
/// Money is in thousands and millions, with the currency's sign in English (`$14.19M`, `−$47.8k`) and German (`14,19 Mio. $`) and without
/// it in Chinese (`1,419.5 万`), where the heading names the unit once. A minus is U+2212, which is as wide as a plus.
extension Format {
    /// The number, short; `n/a` where it is undefined. What rounds to 0 has no sign.
    ///
    ///     Format(.money, digits: 0).shown(Number(14_194_509), currency: usd, locale: "en")        // $14.19M
    ///     Format(.money, digits: 0).shown(Number(14_194_509), currency: usd, locale: "zh-Hans")   // 1,419.5 万
    ///     Format(.percent, digits: 1).shown(Number(-1, over: 8), currency: usd, locale: "en")     // −12.5%
    public func shown(_ number: Number?, currency: Currency, locale: String) -> String {
        guard kind == .money, let number else { return exact(number, currency: currency, locale: locale) }
        let decimal = Decimal15(number.double)
        let forms = Language(locale: locale).forms
        let (digits, isZero, mark) = shortened(decimal, currency, forms)
        let sign = isZero ? "" : decimal.isNegative ? "−" : isSigned ? "+" : ""
        return currency.put(to: sign + forms.number(digits) + mark, forms.currency)
    }

    /// Whether the short form leaves something of the number out, so that the exact one is worth telling.
    public func isShortened(_ number: Number?, currency: Currency, locale: String) -> Bool {
        guard kind == .money, let number else { return false }
        return !shortened(Decimal15(number.double), currency, Language(locale: locale).forms).mark.isEmpty
    }

    /// The digits in the largest unit that leaves at least one before the decimal sign, and the unit's mark.
    private func shortened(_ decimal: Decimal15, _ currency: Currency, _ forms: LanguageForms) -> (
        text: String, isZero: Bool, mark: String
    ) {
        var last = decimal.rounded(to: min(digits, currency.minorDigits), shiftedBy: 0)
        var (mark, below) = ("", 0)
        for unit in forms.units {
            // 999,960 is 1.00M, not 1,000.0k.
            guard Decimal15.reaches(last.text, power: unit.power - below) else { break }
            last = decimal.rounded(to: unit.digits, shiftedBy: -unit.power)
            (mark, below) = (unit.mark, unit.power)
        }
        return (last.text, last.isZero, mark)
    }

    /// The number in full, money too and without its sign; `n/a` where it is undefined.
    func exact(_ number: Number?, currency: Currency, locale: String) -> String {
        let text = text(number, currency: currency, locale: locale)
        return text.hasPrefix("-") ? "−" + text.dropFirst() : text
    }
}

extension Decimal15 {
    /// Whether a rounded text has more than `power` digits before its decimal sign.
    fileprivate static func reaches(_ text: String, power: Int) -> Bool {
        text.prefix { $0 != "." }.count { $0 != "," } > power
    }
}

extension Currency {
    /// What stands before an amount in English: the sign, or the code where there is none that everyone reads alike.
    public var sign: String { Currency.signs[code] ?? code + "\u{A0}" }

    /// An amount with the currency's sign where the language has it; a minus or plus stays in front.
    func put(to amount: String, _ place: LanguageForms.CurrencyPlace) -> String {
        switch place {
        case .nowhere: return amount
        case .behind: return amount + "\u{A0}" + (Currency.signs[code] ?? code)
        case .before:
            guard let mark = amount.first, mark == "−" || mark == "+" else { return sign + amount }
            return "\(mark)" + sign + amount.dropFirst()
        }
    }

    /// What the currency is called in a heading: its name where the language has a common one, else the code.
    public func unit(_ locale: String) -> String { Language(locale: locale).forms.currencies[code] ?? code }

    private static let signs = [
        "USD": "$", "EUR": "€", "GBP": "£", "CNY": "¥", "JPY": "¥", "INR": "₹", "KRW": "₩", "BRL": "R$", "CAD": "CA$",
        "AUD": "A$",
    ]
}
