import Facts

/// Which column dates a row, for telling whether something new came: its own date, not all that happened to it since.
enum OwnDate: Sendable {
    /// The first of some times that the row has.
    case time([StampKey])
    /// A day; of a month or a range its first.
    case day(DayKey)
}

/// What came in of one source, or of one series of its files with alike names.
private struct Arrival {
    /// The newest own date of a row up to the as-of date.
    var newest: Day?
    /// The last day that any row reaches.
    var reach: Day?
    /// The newest date that a file bears in its name.
    var named: Day?
    /// The grain in which its rhythm was looked for.
    var grain: Grain
    /// Whether rows are dated in the period of the newest one and in both before it.
    var isRegular = false
    /// Whether in each of these periods all rows are of one day, as costs are that come by the month.
    var isOnce = false
    /// The first day of those three periods.
    var first: Day?

    /// The first day of the first period in which it is late, and the last day that it knows of; nil where it cannot be late.
    ///
    /// Source: data contract, "Late".
    func late(_ settings: IntakeSettings) -> (from: Day, since: Day)? {
        guard isRegular, let newest else { return nil }
        let reach = max(newest, reach ?? newest)
        let known = max(reach, named ?? reach)
        return (settings.calendar.period(grain, holding: known).end + 1, min(reach, settings.asOf))
    }
}

extension Assembler {
    /// Notes from when on a source, or a series of its files, is late.
    ///
    /// - Parameter newestByFile: For each of the source's event columns that files have the newest event of each file.
    mutating func noteLateness(_ merged: Merged, _ rows: FactRows, newestByFile: [[Day]]) {
        guard let own = merged.source.dated else { return }
        var groups: [(stem: String, files: [Int])] = []
        for (place, file) in merged.files.enumerated() {
            if let known = groups.firstIndex(where: { $0.stem == file.stem }) {
                groups[known].files.append(place)
            } else {
                groups.append((file.stem, [place]))
            }
        }
        func arrival(_ places: [Int], upTo last: Day? = nil, by grain: Grain? = nil) -> Arrival {
            var arrival = own.arrival(
                merged, rows, Set(places), settings, by: grain ?? settings.grain, upTo: last ?? settings.asOf)
            for newest in newestByFile {
                for place in places where newest[place].isFinite {
                    arrival.reach = max(arrival.reach ?? newest[place], newest[place])
                }
            }
            let indices = places.compactMap { merged.files[$0].index }
            arrival.named = indices.compactMap { files[$0].file.nameDate }.max()
            return arrival
        }
        func byTheMonth(_ places: [Int]) -> Arrival? {
            let found = arrival(places, by: .month)
            return found.isOnce ? found : nil
        }
        let whole = arrival(Array(merged.files.indices))
        let late = whole.late(settings)
        if let late { facts.late.append(Late(source: merged.source.name, series: nil, from: late.from, since: late.since)) }
        // What comes by the month is missed in the weeks of a later month; the figures count what is there.
        let isByTheMonth = settings.grain == .week && !whole.isRegular
        if isByTheMonth, let missing = byTheMonth(Array(merged.files.indices))?.late(settings) {
            let newest = merged.files.last.map { InboxFile.name(of: $0.path) } ?? merged.source.name.rawValue
            facts.late.append(Late(source: merged.source.name, series: newest, from: missing.from, since: missing.since))
            return
        }
        guard groups.count > 1 else { return }
        for group in groups {
            var found = arrival(group.files)
            if settings.grain == .week, !found.isRegular { found = byTheMonth(group.files) ?? found }
            guard let series = found.late(settings), late.map({ series.from < $0.from }) ?? true else { continue }
            // A series that another one goes on from, under another name, is not missed: only one that ran beside others is.
            let others = merged.files.indices.filter { !group.files.contains($0) }
            guard let beside = arrival(others, upTo: found.newest).newest, let first = found.first,
                beside >= settings.calendar.period(.month, holding: first).start
            else { continue }
            let newest = group.files.last.map { InboxFile.name(of: merged.files[$0].path) } ?? group.stem
            facts.late.append(Late(source: merged.source.name, series: newest, from: series.from, since: series.since))
        }
    }

    /// Notes the newest date that files of terms bear in their names, or without dates that none came since the last report: without
    /// a newer one nobody knows what was signed since.
    mutating func noteTerms(_ merged: Merged) {
        let own = merged.files.compactMap { $0.index.map { files[$0].file } }
        func note(from: Day, since: Day) {
            facts.late.append(Late(source: merged.source.name, series: nil, from: from, since: since))
        }
        func period(_ day: Day) -> Period { settings.calendar.period(settings.grain, holding: day) }
        if let named = own.compactMap(\.nameDate).max() {
            note(from: period(named).end + 1, since: named)
        } else if let last = settings.lastReport, let newest = own.map(\.arrived).max(), newest <= last.known {
            // What came after a period's end is new enough for it, whenever it was reported.
            let day = Stamp(microseconds: newest).day(in: settings.zone)
            note(from: max(period(last.asOf).end + 1, period(day).start), since: day)
        }
    }
}

extension OwnDate {
    /// The earliest own date of some rows; nil where none has one.
    func oldest(_ merged: Merged, _ rows: Range<Int>, in zone: Zone) -> Day? {
        switch self {
        case .day(let key):
            return merged[key].flatMap { days in rows.lazy.compactMap { days.first($0) }.min() }
        case .time(let keys):
            let ends = keys.compactMap { merged[$0]?.ends(of: rows, .min..<Int64.max).first }
            return ends.min()?.day(in: zone)
        }
    }

    /// The newest own date of some files' rows up to the as-of date, and whether the last three periods have rows.
    fileprivate func arrival(
        _ merged: Merged, _ rows: FactRows, _ files: Set<Int>, _ settings: IntakeSettings, by grain: Grain, upTo last: Day
    ) -> Arrival {
        let isAll = files.count == merged.files.count
        switch self {
        case .day(let key):
            guard let days = merged[key] else { return Arrival(grain: grain) }
            return arrival(settings, by: grain, upTo: last, time: { Int64($0.number) }, day: { Day(Int($0)) }) { _, body in
                for row in rows where isAll || files.contains(merged.fileOf[row]) {
                    if let day = days.first(row) { body(Int64(day.number)) }
                }
            }
        case .time(let keys):
            let columns = keys.compactMap { merged[$0] }
            let own = rows.ascend && columns.count == 1 ? columns[0] : nil
            return arrival(
                settings, by: grain, upTo: last, time: { Stamp(startOf: $0, in: settings.zone).microseconds },
                day: { Stamp(microseconds: $0).day(in: settings.zone) }
            ) { within, body in
                for file in files {
                    for day in merged.files[file].counted?.days ?? [] {
                        body(Stamp(startOf: day, in: settings.zone).microseconds)
                    }
                    // The first and the last within a span say as much as all that lie between them.
                    if let own { own.ends(of: rows, in: merged.files[file].rows, within).forEach { body($0.microseconds) } }
                }
                guard own == nil, let first = columns.first else { return }
                for row in rows where isAll || files.contains(merged.fileOf[row]) {
                    var stamp = first[row]
                    if stamp.isMissing { stamp = columns.first { !$0[row].isMissing }?[row] ?? .missing }
                    if !stamp.isMissing { body(stamp.microseconds) }
                }
            }
        }
    }

    /// The same of any rows, by a number that grows with time: days are made of few of them.
    ///
    /// - Parameter each: Gives the numbers of rows: at least the first and the last of those within a span.
    @inline(__always)
    private func arrival(
        _ settings: IntakeSettings, by grain: Grain, upTo last: Day, time: (Day) -> Int64, day: (Int64) -> Day,
        _ each: (_ within: Range<Int64>, (Int64) -> Void) -> Void
    ) -> Arrival {
        let end = time(last + 1)
        var newest = Int64.min
        each(Int64.min..<end) { if $0 < end, $0 > newest { newest = $0 } }
        guard newest != Int64.min else { return Arrival(grain: grain) }
        let own = settings.calendar.period(grain, holding: day(newest))
        let before = settings.calendar.before(own)
        let first = settings.calendar.before(before)
        let starts = [time(first.start), time(before.start), time(own.start)]
        // The first and the last moment in each of the three periods.
        let spans = zip(starts, starts.dropFirst() + [end]).map { start, end -> (first: Int64, last: Int64)? in
            var span: (first: Int64, last: Int64)?
            each(start..<end) { moment in
                guard moment >= start, moment < end else { return }
                span = (min(span?.first ?? moment, moment), max(span?.last ?? moment, moment))
            }
            return span
        }
        var arrival = Arrival(grain: grain)
        arrival.newest = day(newest)
        arrival.first = first.start
        arrival.isRegular = spans[0] != nil && spans[1] != nil
        arrival.isOnce = spans.allSatisfy { span in span.map { day($0.first) == day($0.last) } ?? false }
        return arrival
    }
}
