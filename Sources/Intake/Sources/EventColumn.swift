import Facts

/// A column that says when something happened: the newest such day up to the as-of date is the source's newest event.
enum EventColumn: Sendable {
    /// A time.
    case time(StampKey)
    /// A day; of a month its last.
    case day(DayKey)
    /// A day; of a month its first.
    case firstDay(DayKey)
    /// The days from the first of one column to the last of another, or of the same: something that lasts, and has happened
    /// each day up to the as-of date.
    case span(from: DayKey, to: DayKey)
}

extension EventColumn {
    /// The newest event of each file up to the as-of date: `distantPast` where a file has none. Nil where no file has the column.
    func newest(_ merged: Merged, _ rows: FactRows, _ settings: IntakeSettings) -> [Day]? {
        switch self {
        case .time(let key):
            guard let stamps = merged[key] else { return nil }
            let end = Stamp(startOf: settings.asOf + 1, in: settings.zone)
            if rows.ascend {
                return merged.files.map { file in
                    let stamp = stamps.latest(of: rows, in: file.rows, before: end)
                    return stamp.isMissing ? .distantPast : stamp.day(in: settings.zone)
                }
            }
            var newest = [Stamp](repeating: .missing, count: merged.files.count)
            for row in rows {
                let stamp = stamps[row]
                let file = merged.fileOf[row]
                if stamp > newest[file], stamp < end { newest[file] = stamp }
            }
            return newest.map { $0.isMissing ? .distantPast : $0.day(in: settings.zone) }
        case .day(let key):
            guard let days = merged[key] else { return nil }
            return EventColumn.newest(merged, rows, settings.asOf) { days.last($0) }
        case .firstDay(let key):
            guard let days = merged[key] else { return nil }
            return EventColumn.newest(merged, rows, settings.asOf) { days.first($0) }
        case .span(let from, let to):
            guard let ends = merged[to] else { return nil }
            let starts = merged[from]
            return EventColumn.newest(merged, rows, settings.asOf) { row in
                guard let end = ends.last(row) else { return nil }
                guard let start = starts?.first(row), start <= settings.asOf else { return end }
                return min(end, settings.asOf)
            }
        }
    }

    private static func newest(_ merged: Merged, _ rows: FactRows, _ asOf: Day, _ day: (Int) -> Day?) -> [Day] {
        var newest = [Day](repeating: .distantPast, count: merged.files.count)
        for row in rows {
            guard let day = day(row), day <= asOf else { continue }
            newest[merged.fileOf[row]] = max(newest[merged.fileOf[row]], day)
        }
        return newest
    }
}
