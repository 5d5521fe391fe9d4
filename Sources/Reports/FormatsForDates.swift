import Facts
import Languages

/// Days and periods as a language writes them.
extension LanguageForms {
    /// A day: "14 Nov 2026".
    func text(_ day: Day) -> String {
        let (year, month, date) = day.civil
        return shortDate.filled([String(date), shortMonths[month - 1], String(year)])
    }

    /// Days from one to another: "2 to 8 November 2026".
    func text(_ start: Day, to end: Day) -> String {
        let (from, to) = (start.civil, end.civil)
        if start == end { return date.filled([String(to.day), months[to.month - 1], String(to.year)]) }
        let pattern = from.year != to.year ? daysOfYears : from.month != to.month ? daysOfYear : daysOfMonth
        return pattern.filled([
            String(from.day), String(to.day), months[to.month - 1], String(to.year), months[from.month - 1], String(from.year),
        ])
    }

    /// A period as a heading: "2026-W46"; a week of the year `thisYear` may go without it.
    func heading(_ period: Period, in thisYear: Int) -> String {
        guard let (year, number) = LanguageForms.parts(period) else { return period.name }
        return switch period.grain {
        case .week: (year == String(thisYear) ? weekOfThisYear : week).filled([year, number])
        case .quarter: quarter.filled([year, number])
        case .month: monthHeading.filled([year, number])
        case .year: period.name
        }
    }

    /// A period by its whole name in a sentence: as a heading, unless the language has words for it.
    func inWords(_ period: Period, in thisYear: Int) -> String {
        let pattern: String? =
            switch period.grain {
            case .week: weekInWords
            case .month: monthInWords
            case .quarter: quarterInWords
            case .year: nil
            }
        guard let pattern, let (year, number) = LanguageForms.parts(period) else { return heading(period, in: thisYear) }
        return pattern.filled([year, Int(number).map(String.init) ?? number, months[period.start.civil.month - 1]])
    }

    /// A period as it is called in a sentence beside others: "November", "Q4", "2026"; with its year where that is another.
    func name(_ period: Period, in thisYear: Int) -> String {
        let (year, month, _) = period.start.civil
        switch period.grain {
        case .month: return (year == thisYear ? self.month : monthOfYear).filled([months[month - 1], String(year)])
        case .year: return self.year.filled([period.name])
        case .week, .quarter:
            guard year == thisYear, let (year, number) = LanguageForms.parts(period) else {
                return heading(period, in: thisYear)
            }
            return (period.grain == .week ? weekOfYear : quarterOfYear).filled([year, number])
        }
    }

    /// Year and number of a period whose name has both.
    private static func parts(_ period: Period) -> (year: String, number: String)? {
        let parts = period.name.split(separator: "-")
        guard parts.count == 2 else { return nil }
        let number = parts[1].drop { !$0.isNumber }
        return (String(parts[0]), String(number))
    }
}
