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
    var rejects: [Reject] = []
    var mended: [MendedRow] = []
    /// Rows in the batch, blank ones aside.
    var rows = 0
    /// Rows that are headings, totals or notes of a report: not records at all.
    var excluded: [(offset: Int, kind: GroupRows.Kind)] = []
}

/// Reads batches into typed columns, column by column.
struct BatchReader: Sendable {
    let source: Source
    let positions: [Int?]
    let wanted: [Bool]
    let readings: [ColumnReading]
    let zone: Zone
    let reporting: CurrencyMark
    let headerCount: Int
    var mending: (file: Int, line: Int)?
    let checks: RowChecks
    let kept: [Bool]
    let units: [HeaderUnit]
    let isMonth: [Bool]
    let derived: DerivedColumns
    let groups: GroupRows
    let bodyStart: Int

    init(_ reader: FileReader, _ readings: [ColumnReading]) {
        source = reader.source
        positions = reader.columns
        wanted = reader.wanted
        self.readings = readings
        zone = reader.settings.zone
        reporting = CurrencyMark(code: reader.settings.currency.code)
        headerCount = reader.document.layout.header.count
        mending = BatchReader.mendingColumns(reader.document.layout.header)
        checks = RowChecks(source, reader.settings)
        kept = reader.kept
        units = reader.units
        isMonth = reader.isMonth
        derived = reader.derived
        groups = GroupRows(source, positions, header: reader.document.layout.header)
        bodyStart = reader.document.layout.body.lowerBound
    }

    /// The columns that say which line of which file a row mends, where a file has them.
    static func mendingColumns(_ header: [String]) -> (file: Int, line: Int)? {
        guard let file = header.lastIndex(of: "gtm_file"), let line = header.lastIndex(of: "gtm_line") else { return nil }
        return (file, line)
    }

    private enum Fate: UInt8 { case kept, blank, mended, bad }

    /// Reads a batch.
    func read(_ batch: borrowing Batch) -> BatchPart {
        let count = batch.count
        var part = BatchPart(
            columns: Array(repeating: nil, count: positions.count),
            evidence: Array(repeating: ColumnEvidence(), count: positions.count))
        var fates = [Fate](repeating: .kept, count: count)
        var problems: [Int: Problem] = [:]
        sortOut(batch, &fates, &problems, &part)
        for row in 0..<(groups.isLedger ? count : 0) where fates[row] == .kept && groups.isSum(batch.cells(row)) {
            fates[row] = .bad
            part.excluded.append((batch.offset(row), .other))
        }
        for column in positions.indices where wanted[column] && positions[column] != nil {
            part.columns[column] = cells(batch, column, &fates, &problems, &part.evidence[column])
        }
        takeUnits(&part.columns) { row, column in
            fates[row] = fates[row] == .kept ? .bad : fates[row]
            problems[row] = .badCell(
                source.columns[column], at: column, found: batch.field(row, positions[column]!), readings[column], zone)
        }
        derived.apply(&part.columns, count)
        checks.check(part.columns, count, made: derived) { row, problem in
            guard fates[row] == .kept else { return }
            fates[row] = .bad
            problems[row] = problem
        }
        part.rows = count - fates.count { $0 == .blank }
        for row in problems.keys.sorted() where fates[row] == .bad {
            let (offset, cells) = (batch.offset(row), batch.cells(row))
            if let kind = groups.kind(cells, isFirst: offset == bodyStart) {
                part.excluded.append((offset, kind))
            } else {
                part.rejects.append(Reject(file: "", line: 0, offset: offset, problem: problems[row]!, cells: cells))
            }
        }
        part.base = batch.offset(0)
        part.byteCount = batch.byteCount
        for column in part.columns.indices where !kept[column] { part.columns[column] = nil }
        let isWhole = fates.allSatisfy { $0 == .kept }
        if !isWhole {
            let keep = fates.map { $0 == .kept }
            part.columns = part.columns.map { $0?.filtered(keep) }
        }
        part.offsets.reserveCapacity(count)
        for row in 0..<count where isWhole || fates[row] == .kept {
            part.offsets.append(UInt32(truncatingIfNeeded: batch.offset(row) - part.base))
        }
        return part
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
            if let mending, !batch.field(row, mending.file).isEmpty,
                let line = PlainCells.number(batch.field(row, mending.line)),
                line.scale == 0
            {
                fates[row] = .mended
                part.mended.append(
                    MendedRow(
                        file: batch.field(row, mending.file).asText, line: Int(line.digits), offset: batch.offset(row),
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
        _ evidence: inout ColumnEvidence
    ) -> ColumnData {
        let definition = source.columns[column]
        let position = positions[column]!
        let count = batch.count
        var bad: [Int] = []
        let data: ColumnData
        switch definition.kind {
        case .text: data = .texts(texts(batch, position) { $1.code($0) })
        case .id: data = .list(list(batch, position))
        case .word: data = .texts(texts(batch, position) { $1.code($0.asText.lowercased()) })
        case .currency:
            data = .texts(texts(batch, position) { [self] in Self.isCode($0) ? $1.code($0) : $1.code(currency($0)) })
        case .money, .number, .score, .percent: data = .numbers(numbers(batch, column, position, &bad, &evidence))
        case .day: data = .days(days(batch, column, position, &bad, &evidence))
        case .stamp: data = .stamps(stamps(batch, column, position, &bad, &evidence))
        case .flag:
            var flags: [Int8] = []
            for row in 0..<count {
                switch readings[column].flag(batch.field(row, position)) {
                case .value(let value): flags.append(value ? 1 : 0)
                case .missing: flags.append(-1)
                case .bad:
                    flags.append(-1)
                    bad.append(row)
                }
            }
            data = .flags(flags)
        }
        if mending != nil {
            // People mend cells as they like; what they write shows nothing about the file.
            evidence = ColumnEvidence()
            for row in 0..<count where fates[row] != .mended { evidence.add(batch.field(row, position)) }
        }
        for row in bad where fates[row] == .kept {
            fates[row] = .bad
            problems[row] = .badCell(
                definition, at: column, found: batch.field(row, position), readings[column], zone)
        }
        if definition.needsValue, !derived.makes[column] {
            for row in 0..<count where fates[row] == .kept && data.isMissing(row) {
                fates[row] = .bad
                problems[row] = .missing(definition, at: column)
            }
        }
        return data
    }

    /// Whether a cell is an ISO 4217 code as it should be written. `RMB` and `CNH` are other names of `CNY`.
    @inline(__always)
    private static func isCode(_ cell: UnsafeRawBufferPointer) -> Bool {
        guard cell.count == 3, cell[0] &- 65 < 26, cell[1] &- 65 < 26, cell[2] &- 65 < 26 else { return false }
        return !(cell[1] == UInt8(ascii: "M") && cell[0] == UInt8(ascii: "R"))
            && !(cell[1] == UInt8(ascii: "N") && cell[2] == UInt8(ascii: "H"))
    }

    /// A currency's code, from its code, name or sign; a text that is none in capitals.
    private func currency(_ cell: UnsafeRawBufferPointer) -> String {
        if cell.count == 3, cell.allSatisfy({ $0 | 32 >= 97 && $0 | 32 <= 122 }) {
            let code = cell.asText.uppercased()
            if code != "RMB", code != "CNH" { return code }
        }
        if case .value(let mark) = ColumnReading.canonical.currency(cell), let code = mark.resolved(reporting: reporting).code {
            return code
        }
        return CurrencyNames.code[cell.asText] ?? cell.asText.uppercased()
    }

    private func numbers(
        _ batch: borrowing Batch, _ column: Int, _ position: Int, _ bad: inout [Int],
        _ evidence: inout ColumnEvidence
    ) -> NumberColumn {
        var numbers = NumberColumn(missing: batch.count)
        let reading = readings[column]
        let kind = source.columns[column].kind
        let isPlain = reading.decimal == .point
        for row in 0..<batch.count {
            let raw = batch.rawField(row, position)
            if raw.isEmpty { continue }
            if isPlain, let value = PlainCells.number(raw) {
                numbers.set(row, value)
                if value.scale > 0 { evidence.add(raw) }
                continue
            }
            let cell = batch.field(row, position)
            if isPlain, let value = PlainCells.number(cell) {
                numbers.set(row, value)
                if value.scale > 0 { evidence.add(cell) }
                continue
            }
            if ColumnReading.isMissing(cell) { continue }
            evidence.add(cell)
            switch reading.amount(cell) {
            case .value(let amount) where !(kind == .money && amount.isPercent):
                numbers.set(row, amount.value, mark: amount.currency, sign: amount.isPercent)
            case .missing: break
            default:
                if kind == .score, let score = Vocabulary.score(cell.asText) {
                    numbers.set(row, score)
                } else if kind != .score || !Vocabulary.isUnanswered(cell.asText) {
                    bad.append(row)
                }
            }
        }
        return numbers
    }

    private func days(
        _ batch: borrowing Batch, _ column: Int, _ position: Int, _ bad: inout [Int],
        _ evidence: inout ColumnEvidence
    ) -> DayColumn {
        var days = DayColumn()
        days.values.reserveCapacity(batch.count)
        for row in 0..<batch.count {
            let cell = batch.field(row, position)
            if let (day, isMonth) = PlainCells.day(cell) {
                days.append(day, isMonth: isMonth)
                continue
            }
            if units[column].zone == nil, let moment = NumericMoment(cell, readings[column].dateOrder) {
                if let date = moment.date { evidence.add(date) }
                days.append(moment.day, isMonth: false)
                continue
            }
            if ColumnReading.isMissing(cell) {
                days.values.append(DayColumn.missing)
                continue
            }
            evidence.add(cell)
            switch day(cell, column) {
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
        _ batch: borrowing Batch, _ column: Int, _ position: Int, _ bad: inout [Int],
        _ evidence: inout ColumnEvidence
    ) -> [Stamp] {
        var plain = PlainStamp(units[column].zone ?? zone)
        let missing = Stamp.missing
        let stamps = [Stamp](unsafeUninitializedCapacity: batch.count) { stamps, used in
            used = batch.count
            for row in 0..<batch.count {
                let raw = batch.rawField(row, position)
                if raw.isEmpty {
                    stamps[row] = missing
                } else if let stamp = plain.read(raw) {
                    stamps[row] = Stamp(microseconds: stamp)
                } else {
                    stamps[row] = stamp(batch.field(row, position), row, column, &bad, &evidence)
                }
            }
        }
        return stamps
    }

    private func stamp(
        _ cell: UnsafeRawBufferPointer, _ row: Int, _ column: Int, _ bad: inout [Int], _ evidence: inout ColumnEvidence
    ) -> Stamp {
        let zone = units[column].zone(of: cell) ?? zone
        if let stamp = PlainCells.stamp(cell, zone) { return Stamp(microseconds: stamp) }
        if let moment = NumericMoment(cell, readings[column].dateOrder) {
            if let date = moment.date { evidence.add(date) }
            let local = Int64(moment.day.number) * 86_400 + Int64(moment.seconds)
            return Stamp(microseconds: zone.instant(ofLocal: local) * 1_000_000)
        }
        if ColumnReading.isMissing(cell) { return .missing }
        evidence.add(cell)
        switch readings[column].stamp(cell, zone: zone) {
        case .value(let stamp): return stamp
        case .missing: return .missing
        case .bad:
            bad.append(row)
            return .missing
        }
    }
}

/// Names of currencies that are neither codes nor signs.
enum CurrencyNames {
    /// ISO 4217 codes by name.
    static let code: [String: String] = [
        "人民币": "CNY", "人民幣": "CNY", "美元": "USD", "美金": "USD", "欧元": "EUR", "歐元": "EUR", "日元": "JPY", "日圆": "JPY", "英镑": "GBP",
        "港币": "HKD", "港元": "HKD", "新台币": "TWD", "台币": "TWD", "新加坡元": "SGD", "韩元": "KRW", "澳元": "AUD", "加元": "CAD",
        "瑞士法郎": "CHF",
        "dollar": "USD", "dollars": "USD", "US dollar": "USD", "Euro": "EUR", "Pound": "GBP",
    ]
}
