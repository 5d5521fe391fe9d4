import CSV
import Facts

/// What one batch of a file gives.
struct BatchPart: Sendable {
    /// By the source's columns; nil where not wanted.
    var columns: [ColumnData?]
    /// Where the batch begins in the decoded file, and each usable row in the batch.
    var base = 0
    var offsets: [UInt32] = []
    /// How many bytes of the file the batch covers.
    var byteCount = 0
    /// By the source's columns: what their cells show about how they are written.
    var evidence: [ColumnEvidence]
    /// By the source's columns: what their ids show together.
    var ids: [IDMarks]
    var rejects: [Reject] = []
    var mended: [MendedRow] = []
    /// Rows in the batch, blank ones aside.
    var rows = 0
    /// Rows that are headings, totals or notes of a report: not records at all.
    var excluded: [(offset: Int, kind: GroupRows.Kind)] = []
    /// Where rows begin that people made to try something out.
    var trials: [Int] = []
    /// The columns that are none of the source's and say which rows count.
    var asides: [TextColumn] = []
}

/// Reads batches into typed columns, column by column.
struct BatchReader: Sendable {
    let source: Source
    var positions: [Int?]
    let wanted: [Bool]
    /// By the source's columns.
    var readers: [CellReader]
    let reporting: CurrencyMark
    let locale: String
    let headerCount: Int
    var mending: (file: Int, line: Int)?
    /// Whether a spreadsheet has saved mended rows again in its own way, by another delimiter than the comma of rejects.
    let isSavedAgain: Bool
    let checks: RowChecks
    let kept: [Bool]
    var units: [HeaderUnit]
    let derived: DerivedColumns
    let groups: GroupRows
    let trials: TrialRows
    private let asides: [Int]
    let rowUnits: RowUnits?
    var bodyStart: Int
    /// The column that is spread over several of the file; nil where none is.
    var spread: Spread?
    /// For each of these what its name says its cells are in, and what reads them.
    let partUnits: [HeaderUnit]
    let partReaders: [CellReader]
    /// While one of them is read: its place among the source's columns and the file's, whether it is the first, and the cell of the
    /// other column that its name is.
    var part: (column: Int, place: Int, isFirst: Bool, name: (column: Int, cell: String))?

    /// Whether rows are read to see how the file is written, and once more after: nobody asks what is wrong with them.
    private let isFirstLook: Bool

    init(_ reader: FileReader, _ readings: [ColumnReading], isFirstLook: Bool = false) {
        self.isFirstLook = isFirstLook
        source = reader.source
        positions = reader.columns
        wanted = reader.wanted
        readers = source.columns.indices.map { reader.cellReader($0, readings[$0]) }
        locale = reader.settings.locale
        reporting = CurrencyMark(code: reader.settings.currency.code)
        headerCount = reader.document.layout.header.count
        mending = BatchReader.mendingColumns(reader.document.layout.header)
        isSavedAgain = reader.document.layout.dialect.delimiter != UInt8(ascii: ",")
        checks = RowChecks(source, reader.settings)
        kept = reader.kept
        units = reader.units
        derived = reader.derived
        groups = GroupRows(source, positions, header: reader.document.layout.header)
        asides = reader.asides
        rowUnits = reader.rowUnits
        trials = TrialRows(source.trials, reader.document.layout.header)
        bodyStart = reader.rest?.isFirstThere == false ? -1 : reader.document.layout.body.lowerBound
        spread = reader.spread
        let header = reader.document.layout.header
        partUnits = reader.spread?.parts.map { HeaderName(header[$0.place]).unit } ?? []
        partReaders =
            reader.spread.map { spread in
                spread.parts.map { reader.cellReader(spread.value, readings[spread.value], header[$0.place]) }
            } ?? []
    }

    /// The columns that say which line of which file a row mends, where a file has them.
    static func mendingColumns(_ header: [String]) -> (file: Int, line: Int)? {
        let keys = header.map(HeaderNames.key)
        guard let file = keys.lastIndex(of: "gtmfile"), let line = keys.lastIndex(of: "gtmline") else { return nil }
        return (file, line)
    }

    private enum Fate: UInt8 { case kept, blank, mended, bad }

    /// Reads a batch.
    func read(_ batch: borrowing Batch) -> BatchPart {
        if let spread { return readSpread(batch, spread) }
        let count = batch.count
        var part = BatchPart(
            columns: Array(repeating: nil, count: positions.count),
            evidence: Array(repeating: ColumnEvidence(), count: positions.count),
            ids: Array(repeating: IDMarks(), count: positions.count))
        var fates = [Fate](repeating: .kept, count: count)
        var problems: [Int: Problem] = [:]
        sortOut(batch, &fates, &problems, &part)
        if let this = self.part { leaveOut(batch, this, &fates, &problems, &part) }
        for row in 0..<(trials.areMarked ? count : 0)
        where (fates[row] == .kept || fates[row] == .bad) && trials.isTrial(batch, row) {
            fates[row] = .bad
            problems[row] = nil
            part.trials.append(batch.offset(row))
        }
        for row in 0..<(groups.isLedger ? count : 0) where fates[row] == .kept && groups.isSum(batch.cells(row)) {
            fates[row] = .bad
            part.excluded.append((batch.offset(row), .other))
        }
        for column in positions.indices where wanted[column] && positions[column] != nil {
            part.columns[column] = cells(batch, column, &fates, &problems, &part.evidence[column], &part.ids[column])
        }
        takeUnits(&part.columns) { row, column in
            fates[row] = fates[row] == .kept ? .bad : fates[row]
            problems[row] = .badCell(
                source.columns[column], at: column, found: batch.field(row, positions[column]!), readers[column])
        }
        func reject(_ row: Int, _ problem: Problem) {
            guard fates[row] == .kept else { return }
            fates[row] = .bad
            problems[row] = problem
        }
        takeRowUnits(batch, &part.columns, reject)
        takeSides(&part.columns, reject)
        if let name = self.part?.name {
            var names = TextColumn()
            names.codes = CodeColumn(repeating: names.pool.code(name.cell), count: count)
            part.columns[name.column] = .texts(names)
        }
        derived.apply(&part.columns, count)
        checks.check(part.columns, count, made: derived, reject)
        part.rows = count - fates.count { $0 == .blank }
        for row in problems.keys.sorted() where fates[row] == .bad {
            let (offset, cells) = (batch.offset(row), batch.cells(row))
            if let kind = groups.kind(cells, isFirst: offset == bodyStart) {
                part.excluded.append((offset, kind))
            } else {
                var reject = Reject(file: "", line: 0, offset: offset, problem: problems[row]!, cells: cells)
                reject.isMended = problems[row]!.kind == .badLine
                reject.amounts = source.sums.map { key in
                    guard let place = source.places[key], case .numbers(let numbers)? = part.columns[place] else { return nil }
                    return numbers[row]
                }
                part.rejects.append(reject)
            }
        }
        part.asides = asides.map { place in texts(batch, place, CellReader(.text)) { $1.code($0) } }
        part.base = batch.offset(0)
        part.byteCount = batch.byteCount
        for column in part.columns.indices where !kept[column] { part.columns[column] = nil }
        let isWhole = fates.allSatisfy { $0 == .kept }
        if !isWhole {
            let keep = fates.map { $0 == .kept }
            part.columns = part.columns.map { $0?.filtered(keep) }
            part.asides = part.asides.map { $0.filtered(keep) }
        }
        let base = part.base
        part.offsets = [UInt32](unsafeUninitializedCapacity: count) { offsets, used in
            for row in 0..<count where isWhole || fates[row] == .kept {
                offsets[used] = UInt32(truncatingIfNeeded: batch.offset(row) - base)
                used += 1
            }
        }
        return part
    }

    /// Leaves out rows without a cell in the part of the spread column that is read, and what the first part has told already.
    private func leaveOut(
        _ batch: borrowing Batch, _ this: (column: Int, place: Int, isFirst: Bool, name: (column: Int, cell: String)),
        _ fates: inout [Fate],
        _ problems: inout [Int: Problem], _ part: inout BatchPart
    ) {
        if !this.isFirst { part.mended = [] }
        for row in 0..<batch.count {
            switch fates[row] {
            case .kept where readers[this.column].isMissing(PlainCells.trimmed(batch.field(row, this.place))):
                fates[row] = .blank
            case .bad where !this.isFirst, .mended where !this.isFirst:
                fates[row] = .blank
                problems[row] = nil
            default: break
            }
        }
    }

    /// Finds the rows that are not to be typed: blank ones, mended ones, and those with more cells than the header.
    private func sortOut(
        _ batch: borrowing Batch, _ fates: inout [Fate], _ problems: inout [Int: Problem], _ part: inout BatchPart
    ) {
        for row in 0..<batch.count {
            let cells = batch.fieldCount(row)
            let first = batch.rawField(row, 0)
            if first.count <= 2, batch.field(row, 0).isEmpty,
                (1..<max(1, cells)).allSatisfy({ batch.field(row, $0).isEmpty })
            {
                fates[row] = .blank
                continue
            }
            if let mending, !batch.field(row, mending.file).isEmpty {
                guard let line = MendedRow.line(batch.field(row, mending.line)) else {
                    fates[row] = .bad
                    problems[row] = Problem(
                        .badLine, ["found": Recognition.shortened(batch.field(row, mending.line).asText, 60), "or": ""])
                    continue
                }
                fates[row] = .mended
                part.mended.append(
                    MendedRow(
                        file: batch.field(row, mending.file).asText, line: line, offset: batch.offset(row),
                        cells: batch.cells(row)))
                continue
            }
            if batch.isDoubtful(row) {
                fates[row] = .bad
                problems[row] = Problem(.doubtfulCells)
            } else if cells > headerCount, (headerCount..<cells).contains(where: { !batch.field(row, $0).isEmpty }) {
                fates[row] = .bad
                problems[row] = Problem(
                    .extraCells, ["cells": cells, "header": headerCount])
            }
        }
    }

    /// One column of a batch.
    private func cells(
        _ batch: borrowing Batch, _ column: Int, _ fates: inout [Fate], _ problems: inout [Int: Problem],
        _ evidence: inout ColumnEvidence, _ marks: inout IDMarks
    ) -> ColumnData {
        let definition = source.columns[column]
        let position = positions[column]!
        let reader = readers[column]
        let count = batch.count
        var bad: [Int] = []
        let data: ColumnData
        switch definition.kind {
        case .text where definition.isID: data = .texts(ids(batch, position, reader, areLists: definition.isIDList, &marks))
        case .text: data = .texts(texts(batch, position, reader) { $1.code($0) })
        case .id: data = .list(idList(batch, position, reader, &marks))
        case .word: data = .texts(texts(batch, position, reader) { $1.code($0.asText.lowercased()) })
        case .currency:
            data = .texts(
                texts(batch, position, reader) { reader.isCode($0) ? $1.code($0) : $1.code(reader.code(of: $0)) })
        case .money, .number, .score, .percent: data = .numbers(numbers(batch, reader, position, &bad, &evidence))
        case .day: data = .days(days(batch, reader, position, &bad, &evidence))
        case .stamp: data = .stamps(stamps(batch, reader, position, &bad, &evidence))
        case .flag: data = .flags(flags(batch, reader, position, &bad))
        }
        if mending != nil, !isSavedAgain {
            // People mend cells as they like; what they write shows nothing about the file.
            evidence = ColumnEvidence()
            for row in 0..<count where fates[row] != .mended { evidence.add(batch.field(row, position)) }
        }
        for row in bad where fates[row] == .kept {
            fates[row] = .bad
            problems[row] =
                isFirstLook ? .unsaid : .badCell(definition, at: column, found: batch.field(row, position), reader)
        }
        if definition.needsValue, !derived.makes[column], data.mayHaveMissing {
            for row in 0..<count where fates[row] == .kept && data.isMissing(row) {
                fates[row] = .bad
                problems[row] = isFirstLook ? .unsaid : .missing(definition, at: column)
            }
        }
        return data
    }

    private func numbers(
        _ batch: borrowing Batch, _ reader: CellReader, _ position: Int, _ bad: inout [Int], _ evidence: inout ColumnEvidence
    ) -> NumberColumn {
        var numbers = NumberColumn(missing: batch.count)
        for row in 0..<batch.count {
            let raw = batch.rawField(row, position)
            if raw.isEmpty { continue }
            if let value = reader.plainNumber(raw) {
                numbers.set(row, value)
                if value.scale > 0 || reader.tens > 0 { evidence.add(raw) }
                continue
            }
            let cell = batch.field(row, position)
            evidence.add(cell)
            switch reader.amount(cell) {
            case .value(let amount): numbers.set(row, amount.value, mark: amount.currency, sign: amount.isPercent)
            case .missing: break
            case .bad: bad.append(row)
            }
        }
        return numbers
    }

    private func days(
        _ batch: borrowing Batch, _ reader: CellReader, _ position: Int, _ bad: inout [Int], _ evidence: inout ColumnEvidence
    ) -> DayColumn {
        var days = DayColumn()
        days.values.reserveCapacity(batch.count)
        for row in 0..<batch.count {
            switch reader.day(batch.field(row, position), &evidence) {
            case .value(let span): days.append(span.first, isMonth: span.isMonth)
            case .missing: days.values.append(DayColumn.missing)
            case .bad:
                days.values.append(DayColumn.missing)
                bad.append(row)
            }
        }
        return days
    }

    private func stamps(
        _ batch: borrowing Batch, _ reader: CellReader, _ position: Int, _ bad: inout [Int], _ evidence: inout ColumnEvidence
    ) -> StampColumn {
        var plain = PlainStamp(reader.clock ?? reader.zone)
        // What does not fit into seconds, by row.
        var others: [(row: Int, stamp: Stamp)] = []
        var stamps = StampColumn(rows: batch.count) { adder in
            for row in 0..<batch.count {
                // Most cells need no unquoting.
                let raw = batch.rawField(row, position)
                var second = StampColumn.none
                if !raw.isEmpty {
                    if let stamp = plain.read(raw) {
                        second = stamp
                    } else {
                        switch reader.stamp(batch.field(row, position), &plain, &evidence) {
                        case .value(let stamp):
                            if let short = StampColumn.seconds(stamp) { second = short } else { others.append((row, stamp)) }
                        case .missing: break
                        case .bad: bad.append(row)
                        }
                    }
                }
                adder.add(second)
            }
        }
        for (row, stamp) in others { stamps[row] = stamp }
        return stamps
    }

    private func flags(
        _ batch: borrowing Batch, _ reader: CellReader, _ position: Int, _ bad: inout [Int]
    ) -> [Int8] {
        (0..<batch.count).map { row in
            switch reader.flag(batch.field(row, position)) {
            case .value(let value): return value ? 1 : 0
            case .missing: return -1
            case .bad:
                bad.append(row)
                return -1
            }
        }
    }
}
