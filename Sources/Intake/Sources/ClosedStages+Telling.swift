import CSV
import Facts

extension ClosedStages {
    /// Reports the deals that have ended and do not say when, or how, and takes out the columns that were kept for it.
    static func finish(_ reader: FileReader, _ result: inout ReadFile, _ groups: [(offset: Int, kind: GroupRows.Kind)]) {
        let rows = TypedColumns(places: reader.source.places, columns: result.table, count: result.offsets.count)
        if let ends = Ends(rows, ClosedStages(reader.rules)) {
            let seen = ends.look(reader)
            if rows[.closedAt] != nil, rows[.isClosed] == nil { result.asOf = reader.asOf }
            if let finding = ends.undecided(seen, reader) { result.found.add(finding) }
            if let finding = ends.undated(seen, reader, result.offsets) { result.found.add(finding) }
            if let finding = ends.crossed(seen, reader, result.offsets) { result.found.add(finding) }
        }
        for (place, column) in reader.source.columns.enumerated() where column.isForFinish { result.table[place] = nil }
    }
}

/// What the stages, statuses and flags of a file's deals say of their ends.
private struct Ends {
    private let rows: TypedColumns
    /// The column whose texts are told, and another that may say more.
    private let names: TextColumn?, statuses: TextColumn?
    /// By the codes of their texts.
    private let meanings: [Derivation.Outcome?], statusMeanings: [Derivation.Outcome?]
    private let isEnd: [Bool], isStatusEnd: [Bool]

    /// What the rows of a file come to.
    struct Seen {
        var hasWins = false, hasLosses = false
        /// How many closed deals are in a stage that says neither won nor lost, by the stage; and those that may only be closed, as their
        /// close date is past.
        var closed: [String: Int] = [:], past: [String: Int] = [:]
        /// How many won and lost deals have no date of their end, and the first of them.
        var undatedWins = 0, undatedLosses = 0, firstUndated = 0
        /// How many rows have a date of the one end and words of the other, and the first of them.
        var crossed = 0, firstCrossed = 0
    }

    /// Nil where there is nothing in the file that could say so.
    init?(_ rows: TypedColumns, _ stages: ClosedStages) {
        self.rows = rows
        names = rows[.stage] ?? rows[.outcome]
        statuses = rows[.stage] == nil ? nil : rows[.outcome]
        meanings = names?.pool.texts.map(stages.outcome) ?? []
        statusMeanings = statuses?.pool.texts.map(stages.outcome) ?? []
        isEnd = names?.pool.texts.map(StageWords.isEnd) ?? []
        isStatusEnd = statuses?.pool.texts.map(StageWords.isEnd) ?? []
        let hasFlags = rows[.isWon] != nil || rows[.isLost] != nil || rows[.isClosed] != nil
        let isSaid = (meanings + statusMeanings).contains { $0 != nil } || (isEnd + isStatusEnd).contains(true)
        guard hasFlags || isSaid || names != nil && rows[.closedAt] != nil else { return nil }
    }

    /// Looks at all rows.
    func look(_ reader: FileReader) -> Seen {
        var seen = Seen()
        let (closed, wins, losses) = (rows[.closedAt], rows[.wonAt], rows[.lostAt])
        let (wonFlags, lostFlags, closedFlags) = (rows[.isWon], rows[.isLost], rows[.isClosed])
        // A date that the pipeline has no stage for is not read, and is there all the same.
        let isUnread = { (key: StampKey) in reader.source.places[key].map { reader.columns[$0] != nil } ?? false }
        let (winsAreRead, lossesAreRead) = (wins != nil || !isUnread(.wonAt), losses != nil || !isUnread(.lostAt))
        let end = Stamp(startOf: reader.asOf + 1, in: reader.settings.zone)
        for row in 0..<rows.count {
            let (name, status) = (names.map { Int($0.codes[row]) } ?? 0, statuses.map { Int($0.codes[row]) } ?? 0)
            var outcome = statuses == nil ? nil : statusMeanings[status]
            if outcome == nil, names != nil { outcome = meanings[name] }
            if outcome == nil {
                if wonFlags?[row] == 1 {
                    outcome = .won
                } else if lostFlags?[row] == 1 || wonFlags?[row] == 0 && closedFlags?[row] == 1 {
                    outcome = .lost
                }
            }
            let (isWon, isLost) = (wins?[row].isMissing == false, losses?[row].isMissing == false)
            seen.hasWins = seen.hasWins || isWon || outcome == .won
            seen.hasLosses = seen.hasLosses || isLost || outcome == .lost
            if isWon && !isLost && outcome == .lost || isLost && !isWon && outcome == .won {
                if seen.crossed == 0 { seen.firstCrossed = row }
                seen.crossed += 1
            }
            if isWon || isLost { continue }
            let isPast = closed.map { !$0[row].isMissing && $0[row] < end } ?? false
            switch outcome {
            case .won? where winsAreRead && closed?[row].isMissing != false:
                if seen.undatedWins + seen.undatedLosses == 0 { seen.firstUndated = row }
                seen.undatedWins += 1
            case .lost? where lossesAreRead && closed?[row].isMissing != false:
                if seen.undatedWins + seen.undatedLosses == 0 { seen.firstUndated = row }
                seen.undatedLosses += 1
            case .some: break
            case nil:
                guard name != 0 || status != 0, names != nil else { continue }
                let isSure = closedFlags.map { $0[row] == 1 } ?? (isEnd[name] || statuses != nil && isStatusEnd[status])
                guard isSure || closedFlags == nil && isPast && name != 0 else { continue }
                let text = name != 0 ? names!.pool.text(UInt32(name)) : statuses!.pool.text(UInt32(status))
                if isSure { seen.closed[text, default: 0] += 1 } else { seen.past[text, default: 0] += 1 }
            }
        }
        return seen
    }

    /// Deals that are closed and say neither won nor lost; and those whose close date is past, where a file's deals say only one of
    /// these, or neither.
    func undecided(_ seen: Seen, _ reader: FileReader) -> Finding? {
        let areSuspect = !seen.past.isEmpty && !(seen.hasWins && seen.hasLosses)
        let counts = areSuspect ? seen.closed.merging(seen.past, uniquingKeysWith: +) : seen.closed
        guard !counts.isEmpty else { return nil }
        let stages = counts.map { (name: $0.key, count: $0.value) }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
        let shown = stages.prefix(12).map { "`\(Recognition.shortened($0.name, 40))` (\($0.count))" }.joined(separator: ", ")
        let missing = seen.hasWins ? "lost" : seen.hasLosses ? "won" : "won or lost"
        return Finding(
            .undecidedStages, file: reader.file.path, column: reader.header(of: rows[.stage] == nil ? .outcome : .stage),
            [
                "what": areSuspect && seen.closed.isEmpty
                    ? "no deal of this file is \(missing), though these stages have close dates that are past"
                    : "closed deals are in stages that say neither won nor lost",
                "stages": shown + (stages.count > 12 ? " and \(stages.count - 12) more" : ""), "source": reader.source.name,
            ])
    }

    /// Rows whose date says that they were won and whose words say lost, or the other way round.
    func crossed(_ seen: Seen, _ reader: FileReader, _ offsets: RowOffsets) -> Finding? {
        guard seen.crossed > 0 else { return nil }
        return Finding(
            .crossedEnds, file: reader.file.path, line: reader.document.line(at: offsets[seen.firstCrossed]),
            column: reader.header(of: statuses == nil && rows[.stage] != nil ? .stage : .outcome), ["rows": seen.crossed])
    }

    /// Deals that are won or lost by their stage and do not say since when.
    func undated(_ seen: Seen, _ reader: FileReader, _ offsets: RowOffsets) -> Finding? {
        guard seen.undatedWins + seen.undatedLosses > 0 else { return nil }
        let header = reader.document.layout.header
        let unread = Head(reader.document.head(Head.size)).dates(among: header.indices.filter { !reader.columns.contains($0) })
        let near =
            unread.isEmpty
            ? ""
            : ", or add its name to `aliases:` of `closed_at` in {sources.yml} if it is one of \(Recognition.list(unread.map { header[$0] }, limit: 5))"
        return Finding(
            .closedWithoutDate, file: reader.file.path, line: reader.document.line(at: offsets[seen.firstUndated]),
            column: reader.header(of: .stage) ?? reader.header(of: .outcome),
            ["won": seen.undatedWins, "lost": seen.undatedLosses, "source": reader.source.name, "near": near])
    }
}
