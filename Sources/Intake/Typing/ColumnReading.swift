import Facts

/// How the cells of one column are written; settled from the whole column by ``ColumnEvidence/settled(locale:kind:)``.
///
/// Its methods turn the bytes of one cell into a typed value: ``amount(_:)``, ``percent(_:)``, ``currency(_:)``, ``day(_:)``,
/// ``stamp(_:zone:)``, ``flag(_:)``. Cells come unquoted, in UTF-8, and need not be trimmed.
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

    /// The sign before the decimals in cells that do not show it by themselves.
    var decimal: DecimalSign = .point
    /// The order of ambiguous numeric dates.
    var dateOrder: DateOrder = .yearMonthDay
    /// Some cell could be read with either decimal sign and nothing in the column decided; the locale did.
    var isDecimalAssumed = false
    /// Some cell could be read in either date order and nothing in the column decided; the locale did.
    var isDateOrderAssumed = false

    /// `1234.5` and `2026-11-03`, as programs write them.
    static let canonical = ColumnReading()
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

/// What a cell of dates says: one day, or a month's first to last.
struct DaySpan: Sendable, Equatable {
    /// The day, or the month's first.
    var first: Day
    /// The day, or the month's last.
    var last: Day
    /// Whether a month was written, without a day.
    var isMonth: Bool

    /// A single day.
    init(_ day: Day) {
        first = day
        last = day
        isMonth = false
    }

    /// A whole month; it must exist.
    init(year: Int, month: Int) {
        first = Day(Day.number(year: year, month: month, day: 1))
        last = Day(Day.number(year: year, month: month, day: Day.daysInMonth(year: year, month: month)))
        isMonth = true
    }
}
