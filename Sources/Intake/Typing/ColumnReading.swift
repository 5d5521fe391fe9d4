import Facts

/// How the cells of one column are written; settled from the whole column by ``ColumnEvidence/settled(locale:kind:isMoneyOfTwoDigits:)``.
struct ColumnReading: Sendable, Equatable {
    /// The sign before the decimals.
    enum DecimalSign: Sendable, Equatable {
        /// `1234.5`
        case point
        /// `1234,5`
        case comma
    }

    /// What stands where in a numeric date that could be read in more than one way.
    ///
    /// A date that begins with four digits is always year, month, day, and one with a month's name is never in doubt.
    enum DateOrder: Sendable, Equatable {
        /// `26-11-03`; where the year's four digits come last, the month comes first: `11/03/2026`.
        case yearMonthDay
        /// `03/11/2026`, `03.11.26`
        case dayMonthYear
        /// `11/03/2026`, `11/03/26`
        case monthDayYear
    }

    /// What a month's name and a number of two digits say: `Nov-26`, `26-Nov`.
    enum MonthNumber: Sendable, Equatable {
        /// The number is a year's last two digits: November 2026.
        case year
        /// It is a day of a year that nobody knows.
        case day
    }

    /// The sign before the decimals in cells that do not show it by themselves.
    var decimal: DecimalSign = .point
    /// The order of ambiguous numeric dates.
    var dateOrder: DateOrder = .yearMonthDay
    /// What `Nov-26` says.
    var monthNumber = MonthNumber.year
    /// Some cell could be read with either decimal sign and nothing in the column decided; the locale did.
    var isDecimalAssumed = false
    /// Some cells show this decimal sign, and in others it can only stand between thousands (`1.234 €`): nobody knows which of
    /// them are written otherwise.
    var areThousandsInDoubt = false
    /// Cells like `1.234` were taken for thousands, as the file says beside them that they are money without a third decimal.
    var areThousandsAssumed = false
    /// `sources.yml` says which decimal sign it is.
    var isDecimalGiven = false
    /// Some cell could be read in either date order and nothing in the column decided; the locale did.
    var isDateOrderAssumed = false
    /// Some cell can only be read in this date order.
    var isDateOrderShown = false
    /// Some cell is a month's name and a number that was taken for a year.
    var isMonthNumberAssumed = false

    /// `1234.5` and `2026-11-03`, as programs write them.
    static let canonical = ColumnReading()

    /// Whether some cell of a kind may be read as something else in another way of writing.
    func isRead(otherwiseThan other: ColumnReading, _ kind: ColumnKind) -> Bool {
        if kind.isNumber {
            return decimal != other.decimal || areThousandsInDoubt != other.areThousandsInDoubt
                || isDecimalGiven != other.isDecimalGiven
        }
        return kind.isDate && (dateOrder != other.dateOrder || monthNumber != other.monthNumber)
    }
}

/// What a column's cells are to be read as.
enum ValueKind: Sendable, Equatable, CaseIterable {
    /// An amount, with or without its currency.
    case money
    /// A count or any other number.
    case number
    /// A day, or a month.
    case day
    /// A point in time.
    case stamp
    /// A share, such as 12.5%.
    case percent
    /// Yes or no.
    case flag
    /// Anything.
    case text
}

/// One cell, read as a type.
enum Cell<Value> {
    /// What the cell says.
    case value(Value)
    /// The cell says that there is nothing; never the same as zero.
    case missing
    /// The cell cannot be read as this type.
    case bad

    /// The value, or nil when it is missing or bad.
    var value: Value? {
        if case .value(let value) = self { return value }
        return nil
    }

    /// The same cell with its value, if any, put through `transform`; nil makes it bad.
    func map<Other>(_ transform: (Value) -> Other?) -> Cell<Other> {
        switch self {
        case .value(let value): transform(value).map { .value($0) } ?? .bad
        case .missing: .missing
        case .bad: .bad
        }
    }
}

extension Cell: Sendable where Value: Sendable {}
extension Cell: Equatable where Value: Equatable {}

/// A number as a cell writes it, with what stood around it.
struct Amount: Sendable, Equatable {
    /// The number, with its decimals as written; `12.5%` is 0.125.
    var value: ExactDecimal
    /// The currency written before or after the number, if any.
    var currency = CurrencyMark.none
    /// Whether a percent sign was seen (and the number divided by a hundred for it).
    var isPercent = false
}

/// What a cell of dates says: one day, or a month.
struct DaySpan: Sendable, Equatable {
    /// The day, or the month's first.
    let first: Day
    /// Whether a month was written, without a day.
    let isMonth: Bool
    /// The day, or the month's last.
    var last: Day { isMonth ? first.endOfMonth : first }

    /// A single day.
    @inline(__always)
    init(_ day: Day) { (first, isMonth) = (day, false) }

    /// The whole month that begins on a day.
    @inline(__always)
    init(monthOf first: Day) { (self.first, isMonth) = (first, true) }

    /// A whole month; it must exist.
    init(year: Int, month: Int) { self.init(monthOf: Day(Day.number(year: year, month: month, day: 1))) }
}
