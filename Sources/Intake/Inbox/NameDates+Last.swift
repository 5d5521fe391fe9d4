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
            return isMonth ? day.endOfMonth : day
        }.max()
    }
}

extension Source {
    /// The days of rows whose file bears their day in its name, and their place among the columns; nil where a column holds days, or the
    /// source's files are not dated so, or this one is not.
    func daysOfName(of path: String, _ columns: [ColumnData?], rows: Int) -> (place: Int, day: Day, days: ColumnData)? {
        guard let place = datedByName.flatMap({ places[$0] }), columns[place] == nil,
            let day = NameDates.lastDay(in: InboxFile.stripped(InboxFile.name(of: path)))
        else { return nil }
        return (place, day, .days(DayColumn(values: Array(repeating: day.number * 2, count: rows))))
    }
}
