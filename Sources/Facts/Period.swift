/// How long a report's periods are.
public enum Grain: String, CaseIterable, Sendable {
    case week, month, quarter, year
}

/// The company's way of cutting time: where a week and a fiscal year start.
///
/// The default is ISO weeks and a fiscal year that is the calendar year.
public struct PeriodCalendar: Hashable, Sendable {
    /// The weekday a week starts on, 0 for Monday to 6 for Sunday. The default is 0.
    public var weekStart: Int
    /// The month a fiscal year starts in, 1 to 12. The default is 1.
    public var fiscalStart: Int

    /// A calendar; see the two properties.
    public init(weekStart: Int = 0, fiscalStart: Int = 1) {
        self.weekStart = weekStart
        self.fiscalStart = fiscalStart
    }

    /// The whole period of `grain` that holds `day`.
    public func period(_ grain: Grain, holding day: Day) -> Period {
        let (year, month, _) = day.civil
        switch grain {
        case .week:
            let start = day - (day.weekday - weekStart + 7) % 7
            return Period(grain: grain, start: start, end: start + 6, name: weekName(start))
        case .month:
            return Period(
                grain: grain, start: day.startOfMonth, end: day.endOfMonth,
                name: "\(Day.padded(year, 4))-\(Day.padded(month, 2))")
        case .quarter, .year:
            let sinceStart = (month - fiscalStart + 12) % 12
            let length = grain == .quarter ? 3 : 12
            let start = day.startOfMonth.months(before: sinceStart % length)
            let end = (start.months(before: -length)) - 1
            let fiscalYear = Day.padded(fiscalYear(of: day), 4)
            let name = grain == .year ? fiscalYear : "\(fiscalYear)-Q\(sinceStart / 3 + 1)"
            return Period(grain: grain, start: start, end: end, name: name)
        }
    }

    /// The period just before.
    public func before(_ period: Period) -> Period { self.period(period.grain, holding: period.start - 1) }

    /// The period just after.
    public func after(_ period: Period) -> Period { self.period(period.grain, holding: period.wholeEnd + 1) }

    /// The same period a year before: 52 weeks before for a week, else twelve months before.
    public func yearBefore(_ period: Period) -> Period {
        self.period(period.grain, holding: period.grain == .week ? period.start - 364 : period.start.months(before: 12))
    }

    /// The calendar year in which the fiscal year of `day` ends.
    public func fiscalYear(of day: Day) -> Int {
        let (year, month, _) = day.civil
        return fiscalStart > 1 && month >= fiscalStart ? year + 1 : year
    }

    /// The first day of the fiscal year that holds `day`.
    public func startOfFiscalYear(_ day: Day) -> Day { period(.year, holding: day).start }

    /// The period written `2026-W46`, `2026-11`, `2026-Q4` or `2026`, or nil for any other text.
    public func period(named name: some StringProtocol) -> Period? {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, first.utf8.count == 4, let year = Int(first), year > 0, parts.count <= 2 else {
            return nil
        }
        guard parts.count == 2 else {
            let start = Day(Day.number(year: fiscalStart > 1 ? year - 1 : year, month: fiscalStart, day: 1))
            return period(.year, holding: start)
        }
        let rest = parts[1]
        let found: Period?
        if rest.hasPrefix("W"), let week = Int(rest.dropFirst()), (1...53).contains(week) {
            // The fourth day of the week lies in the ISO week of that number; ISO week 1 holds 4 January.
            let fourthOfJanuary = Day(Day.number(year: year, month: 1, day: 4))
            let monday = fourthOfJanuary - fourthOfJanuary.weekday + (week - 1) * 7
            found = period(.week, holding: monday + (weekStart + 3) % 7)
        } else if rest.hasPrefix("Q"), let quarter = Int(rest.dropFirst()), (1...4).contains(quarter) {
            let start = Day(Day.number(year: fiscalStart > 1 ? year - 1 : year, month: fiscalStart, day: 1))
            found = period(.quarter, holding: start.months(before: -3 * (quarter - 1)))
        } else if rest.utf8.count == 2, let month = Int(rest), (1...12).contains(month) {
            found = period(.month, holding: Day(Day.number(year: year, month: month, day: 1)))
        } else {
            found = nil
        }
        return found?.name == String(name) ? found : nil
    }

    /// A week is named after the ISO week of its fourth day.
    private func weekName(_ start: Day) -> String {
        let fourth = start + 3
        let thursday = fourth - fourth.weekday + 3
        let year = thursday.civil.year
        let week = (thursday - Day(Day.number(year: year, month: 1, day: 1))) / 7 + 1
        return "\(Day.padded(year, 4))-W\(Day.padded(week, 2))"
    }
}

/// A week, month, quarter or year: from `start` to `end`, both included.
public struct Period: Hashable, Sendable {
    /// How long it is.
    public var grain: Grain
    /// Its first day.
    public var start: Day
    /// Its last day; for a period to date, the as-of date.
    public var end: Day
    /// Its name: `2026-W46`, `2026-11`, `2026-Q4`, `2026`.
    public var name: String
    /// Whether the as-of date cut it short.
    public var isToDate = false

    /// A period; see the properties.
    public init(grain: Grain, start: Day, end: Day, name: String, isToDate: Bool = false) {
        self.grain = grain
        self.start = start
        self.end = end
        self.name = name
        self.isToDate = isToDate
    }

    /// The last day of the whole period, also of one that is cut short.
    public var wholeEnd: Day {
        switch grain {
        case .week: start + 6
        case .month: start.endOfMonth
        case .quarter: start.months(before: -3) - 1
        case .year: start.months(before: -12) - 1
        }
    }

    /// The share of its days that are over: 1 of a whole period.
    public var elapsed: Number { Number(Int128(end - start + 1), over: Int128(wholeEnd - start + 1)) }

    /// This period, cut short at `asOf` when it holds that day and is not complete then.
    public func upTo(_ asOf: Day) -> Period {
        guard end > asOf, start <= asOf else { return self }
        return Period(grain: grain, start: start, end: asOf, name: name, isToDate: true)
    }
}
