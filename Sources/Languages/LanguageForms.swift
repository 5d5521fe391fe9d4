/// How a language writes numbers, dates and lists.
public final class LanguageForms: Sendable {
    /// A unit in which large amounts are counted.
    public struct Unit: Sendable, Hashable {
        /// The power of ten.
        public let power: Int
        /// What stands behind the number, the space before it included.
        public let mark: String
        /// How many digits follow the decimal sign.
        public let digits: Int
        /// From which size on the axis of a chart counts in it.
        public let onAxesFrom: Double
        /// How a spreadsheet shows a number in it, without the mark, and below which size.
        public let sheet: String, sheetBelow: Double

        init(_ power: Int, _ mark: String, digits: Int, onAxesFrom: Double, sheet: String, below: Double = .infinity) {
            (self.power, self.mark, self.digits, self.onAxesFrom) = (power, mark, digits, onAxesFrom)
            (self.sheet, sheetBelow) = (sheet, below)
        }
    }

    /// Where the sign of a currency stands.
    public enum CurrencyPlace: Sendable { case before, behind, nowhere }

    /// Whether the decimal sign is a comma, and thousands are parted by a full stop.
    public let hasDecimalComma: Bool
    /// From the smallest to the largest.
    public let units: [Unit]
    /// Where the sign of a currency stands.
    public let currency: CurrencyPlace
    /// What stands behind a percentage, and behind a difference of two.
    public let percent, percentagePoints: String
    /// What begins a number format of a spreadsheet, so that programs that can show it by the language's signs.
    public let excelLocale: String
    /// Currencies by their codes, where they are called otherwise in a heading.
    public let currencies: [String: String]
    /// The names of the months, whole and short.
    public let months, shortMonths: [String]
    /// A day of {0} day, {1} month (its whole name, or the short one) and {2} year.
    public let date, shortDate: String
    /// Days from one to another, in one month, in one year and over the turn of it: {0} is the first day, {1} the last with its month {2}
    /// and year {3}; {4} and {5} are month and year of the first.
    public let daysOfMonth, daysOfYear, daysOfYears: String
    /// A month {0} in a sentence: of the year that the reader thinks of, and of another, {1}.
    public let month, monthOfYear: String
    /// A month along a calendar: {0} year, {1} month, {2} month with two digits.
    public let calendarMonth: String
    /// A week, quarter or month of year {0} by its number {1}, in headings (a week of the same year otherwise, where the
    /// language needs no year to tell it) and, of the same year, in sentences.
    public let week, weekOfThisYear, weekOfYear, quarter, quarterOfYear, monthHeading: String
    /// A year {0} in a sentence.
    public let year: String
    /// A week, month and quarter of year {0} by its number {1}, a month by its name {2} too, where sentences have them otherwise than headings.
    public let weekInWords, monthInWords, quarterInWords: String?
    /// Between the parts of a list, between clauses, behind a sentence, between sentences.
    public let comma, semicolon, stop, space: String
    /// Between a label and what it labels.
    public let colon: String
    /// Whether a sentence begins with a capital letter, and whether names within one are written small.
    public let hasCapitals, lowersNames: Bool
    /// Whether Latin letters and digits are set off from the others by a space.
    public let setsLatinOff: Bool

    init(
        hasDecimalComma: Bool, units: [Unit], currency: CurrencyPlace, percent: String, percentagePoints: String,
        excelLocale: String = "", currencies: [String: String] = [:], months: [String], shortMonths: [String], date: String,
        shortDate: String, daysOfMonth: String, daysOfYear: String, daysOfYears: String, month: String, monthOfYear: String,
        calendarMonth: String, week: String, weekOfThisYear: String? = nil, weekOfYear: String, quarter: String,
        quarterOfYear: String, monthHeading: String, year: String = "{0}", weekInWords: String? = nil,
        monthInWords: String? = nil, quarterInWords: String? = nil, comma: String, semicolon: String, stop: String,
        space: String,
        colon: String, hasCapitals: Bool, lowersNames: Bool,
        setsLatinOff: Bool = false
    ) {
        (self.hasDecimalComma, self.units, self.currency) = (hasDecimalComma, units, currency)
        (self.percent, self.percentagePoints, self.excelLocale) = (percent, percentagePoints, excelLocale)
        (self.currencies, self.months, self.shortMonths) = (currencies, months, shortMonths)
        (self.date, self.shortDate) = (date, shortDate)
        (self.daysOfMonth, self.daysOfYear, self.daysOfYears) = (daysOfMonth, daysOfYear, daysOfYears)
        (self.month, self.monthOfYear, self.calendarMonth) = (month, monthOfYear, calendarMonth)
        self.weekOfThisYear = weekOfThisYear ?? week
        (self.week, self.weekOfYear, self.quarter, self.quarterOfYear) = (week, weekOfYear, quarter, quarterOfYear)
        (self.monthHeading, self.year, self.comma, self.semicolon, self.stop) = (monthHeading, year, comma, semicolon, stop)
        (self.space, self.colon, self.hasCapitals, self.lowersNames) = (space, colon, hasCapitals, lowersNames)
        (self.weekInWords, self.monthInWords, self.quarterInWords) = (weekInWords, monthInWords, quarterInWords)
        self.setsLatinOff = setsLatinOff
    }

    /// Whether spreadsheets can show numbers in the units: they can leave out three digits, or six, and no other number of them.
    public var hasUnitsOfSheets: Bool { units.allSatisfy { $0.power.isMultiple(of: 3) } }

    /// A number that is written with `.` as its decimal sign and `,` between thousands.
    public func number(_ text: String) -> String {
        guard hasDecimalComma else { return text }
        return String(decoding: text.utf8.map { $0 == 0x2C ? 0x2E : $0 == 0x2E ? 0x2C : $0 }, as: UTF8.self)
    }
}
