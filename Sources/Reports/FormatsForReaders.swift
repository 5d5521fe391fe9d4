public import Facts

/// Numbers as readers see them: in the page, in mails and in every sentence, the workbook's too. Cells of the workbook and of CSV files
/// hold the exact number, and so does the text on hover (`Format.text`).
///
/// Money is in thousands and millions, with the currency's sign in English (`$14.19M`, `−$47.8k`) and without it in Chinese
/// (`1,419.5 万`), where the heading names the unit once. A minus is U+2212, which is as wide as a plus.
extension Format {
    /// The number, short; `n/a` where it is undefined. What rounds to 0 has no sign.
    ///
    ///     Format(.money, digits: 0).shown(Number(14_194_509), currency: usd, locale: "en")        // $14.19M
    ///     Format(.money, digits: 0).shown(Number(14_194_509), currency: usd, locale: "zh-Hans")   // 1,419.5 万
    ///     Format(.percent, digits: 1).shown(Number(-1, over: 8), currency: usd, locale: "en")     // −12.5%
    public func shown(_ number: Number?, currency: Currency, locale: String) -> String {
        guard kind == .money, let number else {
            return Format.withMinus(text(number, currency: currency, locale: locale))
        }
        let decimal = Decimal15(number.double)
        let isChinese = locale.hasPrefix("zh")
        let (digits, isZero, letter) = shortened(decimal, currency, isChinese)
        let sign = isZero ? "" : decimal.isNegative ? "−" : isSigned ? "+" : ""
        return sign + (isChinese ? "" : currency.sign) + digits + letter
    }

    /// Whether the short form leaves something of the number out, so that the exact one is worth telling.
    public func isShortened(_ number: Number?, currency: Currency, locale: String) -> Bool {
        guard kind == .money, let number else { return false }
        return !shortened(Decimal15(number.double), currency, locale.hasPrefix("zh")).letter.isEmpty
    }

    /// The digits in the largest unit that leaves at least one before the decimal sign, and the unit's letter.
    private func shortened(_ decimal: Decimal15, _ currency: Currency, _ isChinese: Bool) -> (
        text: String, isZero: Bool, letter: String
    ) {
        let units = isChinese ? Format.chineseUnits : Format.englishUnits
        let own = (power: 0, digits: min(digits, currency.minorDigits), letter: "")
        var last = decimal.rounded(to: own.digits, shiftedBy: 0)
        var letter = own.letter
        for unit in units {
            // 999,960 is 1.00M, not 1,000.0k.
            guard Decimal15.reaches(last.text, power: unit.power - unit.below) else { break }
            last = decimal.rounded(to: unit.digits, shiftedBy: -unit.power)
            letter = unit.letter
        }
        return (last.text, last.isZero, letter)
    }

    private typealias Unit = (power: Int, digits: Int, letter: String, below: Int)
    /// Each with the power of the unit below it.
    private static let englishUnits: [Unit] = [(3, 1, "k", 0), (6, 2, "M", 3), (9, 2, "B", 6)]
    private static let chineseUnits: [Unit] = [(4, 1, "\u{A0}万", 0), (8, 2, "\u{A0}亿", 4)]

    /// A text of a number with the minus that is as wide as a plus.
    static func withMinus(_ text: String) -> String { text.hasPrefix("-") ? "−" + text.dropFirst() : text }
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

    /// What the currency is called in a heading: the code in English, the name in Chinese where it has a common one.
    public func unit(_ locale: String) -> String {
        locale.hasPrefix("zh") ? Currency.chineseNames[code] ?? code : code
    }

    private static let signs = [
        "USD": "$", "EUR": "€", "GBP": "£", "CNY": "¥", "JPY": "¥", "INR": "₹", "KRW": "₩", "BRL": "R$", "CAD": "CA$",
        "AUD": "A$",
    ]
    private static let chineseNames = [
        "USD": "美元", "EUR": "欧元", "GBP": "英镑", "CNY": "人民币元", "JPY": "日元", "HKD": "港元", "TWD": "新台币元", "SGD": "新加坡元",
        "CHF": "瑞士法郎", "AUD": "澳大利亚元", "CAD": "加拿大元", "INR": "印度卢比", "KRW": "韩元", "BRL": "巴西雷亚尔",
    ]
}
