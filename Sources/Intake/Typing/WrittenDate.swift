import Facts

/// A date as one cell writes it, before the column settles what stands where.
enum WrittenDate: Equatable {
    /// A day whose form leaves no doubt.
    case day(year: Int, month: Int, day: Int)
    /// A month.
    case month(year: Int, month: Int)
    /// Three numbers of which the first is no four-digit year.
    case numbers(NumericDate)
    /// A month's name and a number of two digits, a day or a year: `Nov-26`, `26-Nov`.
    case monthNumber(month: Int, number: Int)
    /// A spreadsheet's serial number: the day, and milliseconds since its midnight where it has a fraction.
    case serial(day: Int, milliseconds: Int?)
    /// Seconds or milliseconds since 1970, as programs note them: the instant, in microseconds.
    case epoch(microseconds: Int64)

    /// Whether it is a day, and not a month or what may be one.
    var isDay: Bool {
        switch self {
        case .day, .numbers, .serial, .epoch: true
        case .month, .monthNumber: false
        }
    }
}

/// Three numbers such as `03/11/2026` or `26-11-03`.
struct NumericDate: Equatable {
    /// The first number, of one or two digits.
    var first: Int
    /// The second number, of one or two digits.
    var second: Int
    /// The third number, of two or four digits.
    var third: Int
    /// Whether the third has four digits and so must be the year.
    var isYearLast: Bool
    /// Whether the first has two digits and so may be a year.
    var mayBeginWithYear: Bool
    /// The day of the week beside it, Monday being 0; nil where none is, or one whose word is of two days in two languages.
    var weekday: Int?

    /// The day in a given order, or nil when the calendar has none.
    func day(_ order: ColumnReading.DateOrder) -> Day? {
        switch order {
        case .yearMonthDay where !isYearLast && mayBeginWithYear:
            Day(year: NumericDate.fullYear(first), month: second, day: third)
        case .dayMonthYear: Day(year: isYearLast ? third : NumericDate.fullYear(third), month: second, day: first)
        case .yearMonthDay, .monthDayYear:
            Day(year: isYearLast ? third : NumericDate.fullYear(third), month: first, day: second)
        }
    }

    /// Whether in some order it stands for no date: 31.12.9999 in a column of months first.
    var isPlaceholder: Bool {
        [ColumnReading.DateOrder.dayMonthYear, .monthDayYear, .yearMonthDay].contains { order in
            day(order).map { Placeholders.holds(Int($0.number)) } ?? false
        }
    }

    /// The year meant by its last two digits: 1970 to 2069.
    static func fullYear(_ short: Int) -> Int { short < 70 ? 2000 + short : 1900 + short }
}
