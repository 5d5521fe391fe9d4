import Facts

/// How costs that were stated anew are told: a newer export of the same name has the same days, and in them the same keys.
struct Restatement: Sendable {
    /// The day of a row; of a month or range its first.
    let day: DayKey
    /// What, beside the day, tells rows apart.
    let keys: [TextKey]
    /// Columns of which one must be filled, so that there is something to tell rows by.
    let names: [TextKey]
    /// What was stated.
    let amount: NumberKey
}

/// Days of which a newer file took the place of older ones.
struct Restated {
    /// The newer file, among the merged ones.
    var file: Int
    /// The older files.
    var olders: [Int] = []
    /// The first and last of the days.
    var days: ClosedRange<Day>
    /// The older files' rows that were replaced.
    var replaced: [Int] = []
    /// The newer file's rows of these days.
    var rows: [Int] = []
}

/// Days of which two files of one name have rows, for too few of the same keys to tell which is right.
struct DoubtfulOverlap {
    /// The newer and the older file, among the merged ones.
    var file: Int
    var older: Int
    /// How many of the older one's keys are in the newer one, and how many there are.
    var known: Int
    var keys: Int
    /// The older file's rows whose keys the newer one has; where it has none of them, all of the days that both have.
    var rows: [Int]
    /// Whether the one's name says that it is a copy of the other, as of which hardly any amount is the same.
    var isCopy: Bool
}

extension Merged {
    /// Lets newer files take the place of older ones on the days that both hold, where the names of the two differ in dates only and
    /// at least nine in ten of the older one's keys of these days are in the newer one. Where the names say that one is a copy of the other
    /// (`report (1)`), which two accounts' reports of one name may be too, a third of the rows must be equal as well. To be called before
    /// the load rule.
    mutating func restate() -> (restated: [Restated], doubtful: [DoubtfulOverlap]) {
        guard load == .append, let rule = source.restatement, files.count > 1, let days = self[rule.day] else {
            return ([], [])
        }
        // What was overwritten is no truth for the days of others.
        dropOlderContent { _ in true }
        var series: [String: [Int]] = [:]
        for file in files.indices { series[CopyNames.series(of: files[file].path), default: []].append(file) }
        let groups = series.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
        guard !groups.isEmpty else { return ([], []) }
        let tokens = rule.keys.map { self.tokens($0) }
        let amounts = self.tokens(rule.amount)
        let original = fates
        var (restated, doubtful): ([Restated], [DoubtfulOverlap]) = ([], [])
        for group in groups {
            let held = group.map { file in heldDays(file, days, original) }
            for (place, newer) in group.enumerated() {
                var result: Restated?
                for (older, olderDays) in zip(group, held).prefix(place) where files[older].path != files[newer].path {
                    let common = held[place].intersection(olderDays)
                    guard let first = common.min(), let last = common.max() else { continue }
                    let range = first...last
                    func inRange(_ file: Int) -> [Int] {
                        rows(of: file).filter {
                            original[$0] == .fact && days.first($0).map { range.contains($0.number) } ?? false
                        }
                    }
                    guard inRange(older).contains(where: { fates[$0] == .fact }) else { continue }
                    let isCopy = files[older].series != files[newer].series
                    // Days that both have, of which nothing is known by its name to be the same.
                    func doubt(keys: Int) {
                        if isCopy { return }
                        let rows = unlike(older: inRange(older), newer: inRange(newer), rule, tokens, amounts).filter {
                            days.first($0).map { common.contains($0.number) } ?? false
                        }
                        guard !rows.isEmpty else { return }
                        doubtful.append(
                            DoubtfulOverlap(
                                file: newer, older: older, known: 0, keys: max(keys, rows.count), rows: rows, isCopy: false))
                    }
                    guard let columns = shared(rule, newer, older, tokens) else {
                        doubt(keys: 0)
                        continue
                    }
                    let match = columns.match(older: inRange(older), newer: inRange(newer), days)
                    let isSure = !isCopy || columns.areAlike(older: inRange(older), newer: inRange(newer), days, amounts)
                    guard match.keys > 0, match.known * 10 >= match.keys * 9, isSure else {
                        if match.known > 0, !isCopy || match.known * 2 >= match.keys {
                            doubtful.append(
                                DoubtfulOverlap(
                                    file: newer, older: older, known: match.known, keys: match.keys, rows: match.rows,
                                    isCopy: isCopy && match.known * 10 >= match.keys * 9))
                        } else {
                            doubt(keys: match.keys)
                        }
                        continue
                    }
                    let own = Day(Int(first))...Day(Int(last))
                    var entry = result ?? Restated(file: newer, days: own)
                    entry.days = min(entry.days.lowerBound, own.lowerBound)...max(entry.days.upperBound, own.upperBound)
                    entry.olders.append(older)
                    let replaced = inRange(older).filter { fates[$0] == .fact }
                    for row in replaced { fates[row] = .replaced }
                    entry.replaced += replaced
                    let known = Set(entry.rows)
                    entry.rows += inRange(newer).filter { !known.contains($0) }
                    result = entry
                }
                if let result { restated.append(result) }
            }
        }
        return (restated, doubtful)
    }

    /// The days, by number, on which a file has rows.
    private func heldDays(_ file: Int, _ days: DayColumn, _ fates: [Fate]) -> Set<Int32> {
        var held: Set<Int32> = []
        for row in rows(of: file) where fates[row] == .fact { if let day = days.first(row) { held.insert(day.number) } }
        return held
    }

    /// The older rows of which the newer ones have none of the same day and amount, and the same in what else tells rows apart: equal rows
    /// count once by the load rule.
    private func unlike(
        older: [Int], newer: [Int], _ rule: Restatement, _ tokens: [[UInt64]?], _ amounts: [UInt64]?
    ) -> [Int] {
        guard let days = self.tokens(rule.day), let amounts, let first = older.first, let other = newer.first else {
            return older
        }
        let files = [fileOf[first], fileOf[other]]
        let shared = zip(rule.keys, tokens).compactMap { key, tokens -> [UInt64]? in
            guard let tokens, let place = source.places[key] else { return nil }
            return files.allSatisfy { self.files[$0].has[place] } ? tokens : nil
        }
        let table = RowTable([days, amounts] + shared, of: newer)
        return older.filter { !table.contains($0) }
    }

    /// What two files can be compared by: the key columns that both have; nil where none of those that name is among them.
    private func shared(_ rule: Restatement, _ a: Int, _ b: Int, _ tokens: [[UInt64]?]) -> RestatedKeys? {
        var keys = RestatedKeys()
        for (key, tokens) in zip(rule.keys, tokens) {
            guard let tokens, let place = source.places[key], files[a].has[place], files[b].has[place] else { continue }
            keys.columns.append(tokens)
            if rule.names.contains(key), case .texts(let texts)? = columns[place] { keys.names.append(texts.codes) }
        }
        return keys.names.isEmpty ? nil : keys
    }
}

/// The columns by which the rows of two files are compared.
private struct RestatedKeys {
    var columns: [[UInt64]] = []
    /// Codes of the columns of which one must be filled.
    var names: [CodeColumn] = []

    /// How many keys the older rows have, how many of these are among the newer rows, and the older rows whose key is.
    func match(older: [Int], newer: [Int], _ days: DayColumn) -> (keys: Int, known: Int, rows: [Int]) {
        let all = [days.values.map { UInt64(bitPattern: Int64($0)) }] + columns
        let table = RowTable(all, of: newer.filter(isNamed))
        var own = RowTable(all, capacity: older.count)
        var (keys, known, rows) = (0, 0, [Int]())
        for row in older where isNamed(row) {
            let isKnown = table.contains(row)
            if isKnown { rows.append(row) }
            guard own.representative(row) == row else { continue }
            keys += 1
            if isKnown { known += 1 }
        }
        return (keys, known, rows)
    }

    /// Whether a third of the older rows or more are among the newer ones with the same amount.
    func areAlike(older: [Int], newer: [Int], _ days: DayColumn, _ amounts: [UInt64]?) -> Bool {
        guard let amounts else { return false }
        let all = [days.values.map { UInt64(bitPattern: Int64($0)) }] + columns + [amounts]
        let table = RowTable(all, of: newer.filter(isNamed))
        let equal = older.count { isNamed($0) && table.contains($0) }
        return equal > 0 && equal * 3 >= older.count
    }

    private func isNamed(_ row: Int) -> Bool { names.contains { $0[row] != 0 } }
}

extension Assembler {
    /// Says by how much restated costs changed the sum, and where it cannot be told which of two files is right.
    mutating func report(_ restated: [Restated], _ doubtful: [DoubtfulOverlap], _ merged: Merged, _ amounts: TableAmounts) {
        func sum(_ rows: [Int]) -> String { money(amounts.sum(rows) ?? 0) }
        for entry in restated {
            guard let index = merged.files[entry.file].index ?? merged.files[entry.file].mended.first.map({ file(merged, $0) })
            else { continue }
            found[index].add(
                Finding(
                    .restatedCosts, file: merged.files[entry.file].path,
                    [
                        "first": entry.days.lowerBound, "last": entry.days.upperBound,
                        "olders": Recognition.list(entry.olders.map { merged.files[$0].path }, limit: 3),
                        "replaced": entry.replaced.count, "rows": entry.rows.count, "old": sum(entry.replaced),
                        "new": sum(entry.rows), "currency": settings.currency.code,
                    ]))
        }
        for entry in doubtful {
            let rows = entry.rows.filter { merged.fates[$0] == .fact }
            guard !rows.isEmpty, let index = merged.files[entry.file].index else { continue }
            found[index].add(
                Finding(
                    entry.isCopy ? .doubtfulCopy : .doubtfulOverlap, file: merged.files[entry.file].path,
                    [
                        "older": merged.files[entry.older].path, "rows": rows.count, "money": sum(rows),
                        "currency": settings.currency.code, "known": entry.known, "keys": entry.keys,
                    ]))
        }
    }
}
