import Facts

extension NameDates {
    /// The day that a name says its content is of: the latest date in it, of a month its last day. Nil where there is none, or a year
    /// or week alone, or where either order of day and month makes another day of it.
    ///
    ///     NameDates.lastDay(in: "ARR 2026-10-31")           // 2026-10-31
    ///     NameDates.lastDay(in: "MRR by customer Oct 2026") // 2026-10-31
    static func lastDay(in name: String) -> Day? {
        guard !isInDoubt(name) else { return nil }
        return parts(of: name).compactMap { part -> Day? in
            guard let day = part.day, !part.words.contains(where: { ["w", "kw", "q"].contains($0.lowercased()) }) else {
                return nil
            }
            let isNamed = part.words.contains { monthNumber($0) != nil }
            let isMonth: Bool
            switch (part.numbers.count, part.numbers.first?.utf8.count ?? 0) {
            case (1, 6): isMonth = true
            case (1, 8...): isMonth = false
            case (1, _) where isNamed: isMonth = true
            case (2, _): isMonth = !isNamed
            case (3, _): isMonth = false
            default: return nil
            }
            let (year, month, _) = (day.civil.year, day.civil.month, day.civil.day)
            return isMonth ? Day(year: year, month: month, day: Day.daysInMonth(year: year, month: month)) : day
        }.max()
    }
}
