/// A calendar day, without a clock or a time zone.
///
/// Stored as the number of days since 1970-01-01 in the proleptic Gregorian calendar, so that differences, comparisons and
/// sums are integer arithmetic. Conversions follow Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms" (2013).
///
///     Day(year: 2026, month: 11, day: 15)!.description    // 2026-11-15
public struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days since 1970-01-01; negative before it.
    public var number: Int32

    /// The day that lies `number` days after 1970-01-01.
    public init(_ number: Int) { self.number = Int32(clamping: number) }

    /// The day of a calendar date, or nil when the calendar has no such date (2026-02-30).
    public init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1, day <= Day.daysInMonth(year: year, month: month), (1...9999).contains(year)
        else { return nil }
        self.number = Int32(Day.number(year: year, month: month, day: day))
    }

    /// Later than any day of a calendar date; stands for "open-ended".
    public static let distantFuture = Day(Int(Int32.max) / 2)
    /// Earlier than any day of a calendar date.
    public static let distantPast = Day(Int(Int32.min) / 2)

    /// Whether this is a date of the calendar rather than one of the two sentinels.
    public var isFinite: Bool { self != .distantFuture && self != .distantPast }

    /// Whether `a` is before `b`.
    public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
    /// The day `n` days later (earlier when negative); a sentinel stays what it is.
    public static func + (a: Day, n: Int) -> Day { a.isFinite ? Day(Int(a.number) + n) : a }
    /// The day `n` days earlier; a sentinel stays what it is.
    public static func - (a: Day, n: Int) -> Day { a + -n }
    /// The number of days from `b` to `a`.
    public static func - (a: Day, b: Day) -> Int { Int(a.number) - Int(b.number) }

    /// Year, month (1–12) and day of the month (1–31).
    public var civil: (year: Int, month: Int, day: Int) {
        let z = Int(number) + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    /// The weekday, 0 for Monday to 6 for Sunday.
    public var weekday: Int { ((Int(number) + 3) % 7 + 7) % 7 }

    /// The day `n` months before: the same day of that month, or the month's last day where there is none; from the last
    /// day of a month, the last day of a month. `n` may be negative for months after. A sentinel stays what it is.
    ///
    /// Source: metric catalogue, "Time".
    ///
    ///     Day("2026-03-31")!.months(before: 1)     // 2026-02-28
    ///     Day("2026-02-28")!.months(before: 12)    // 2025-02-28
    public func months(before n: Int) -> Day {
        guard isFinite else { return self }
        let (year, month, day) = civil
        let index = year * 12 + (month - 1) - n
        let (y, m) = (Day.floorDivide(index, 12), index - Day.floorDivide(index, 12) * 12 + 1)
        let last = Day.daysInMonth(year: y, month: m)
        let isLast = day == Day.daysInMonth(year: year, month: month)
        return Day(Day.number(year: y, month: m, day: isLast ? last : min(day, last)))
    }

    /// The first day of this day's month.
    public var startOfMonth: Day {
        let (year, month, _) = civil
        return Day(Day.number(year: year, month: month, day: 1))
    }

    /// The last day of this day's month.
    public var endOfMonth: Day {
        let (year, month, _) = civil
        return Day(Day.number(year: year, month: month, day: Day.daysInMonth(year: year, month: month)))
    }

    /// The day written `YYYY-MM-DD`, or nil for any other text.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// `YYYY-MM-DD`; the sentinels print as `…`.
    public var description: String {
        guard isFinite else { return "…" }
        let (year, month, day) = civil
        return "\(Day.padded(year, 4))-\(Day.padded(month, 2))-\(Day.padded(day, 2))"
    }

    static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    /// The number of days of a month.
    public static func daysInMonth(year: Int, month: Int) -> Int {
        switch month {
        case 2: return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }

    /// Days since 1970-01-01 of a date that is known to exist.
    public static func number(year: Int, month: Int, day: Int) -> Int {
        let y = month <= 2 ? year - 1 : year
        let era = floorDivide(y, 400)
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    static func floorDivide(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((b - 1 - a) / b) }
}
