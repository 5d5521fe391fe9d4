import CSV
import Facts

/// Tells whether mended rows are of a file as it is now, or of what stood at its path before.
struct MendedLines {
    private let original: ReadFile
    /// The place of each of the original's cells among a mended row's; nil where that has no such column.
    private let places: [Int?]
    private let codePlace: Int?

    init(_ original: ReadFile, _ home: ReadFile, _ source: Source) {
        self.original = original
        places = original.header.indices.map { column in
            if let known = original.columns.firstIndex(of: column), let place = home.columns[known] { return place }
            return home.header.firstIndex(of: original.header[column])
        }
        codePlace = home.header.firstIndex { HeaderNames.key($0) == "gtmcode" }
    }

    /// Whether a row mends the line as it stands in the file: that was set aside for what the row says, or half of its cells are
    /// the row's too.
    func isMended(_ row: MendedRow) -> Bool {
        let reject = original.rejects.first { $0.line == row.line }
        guard let cells = reject?.cells ?? cells(ofLine: row.line) else { return false }
        var (filled, equal) = (0, 0)
        for (cell, place) in zip(cells, places) {
            guard let place else { continue }
            let own = row.cells.indices.contains(place) ? row.cells[place] : ""
            guard !cell.isEmpty || !own.isEmpty else { continue }
            filled += 1
            if cell.trimmed == own.trimmed { equal += 1 }
        }
        let code = codePlace.flatMap { row.cells.indices.contains($0) ? row.cells[$0] : nil }
        let isSameProblem = reject != nil && code == reject?.problem.kind.rawValue
        return equal * 2 >= filled || isSameProblem && (equal > 0 || filled <= 2)
    }

    private func cells(ofLine line: Int) -> [String]? {
        let row = original.row(atLine: line)
        guard row < original.offsets.count, original.document!.line(at: original.offsets[row]) == line else { return nil }
        return original.document!.cells(at: original.offsets[row])
    }
}

extension String {
    /// The text without blanks around it.
    fileprivate var trimmed: Substring {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}

/// Mended rows, typed as the file is that they mend; where that fails, as their own file is, or as programs write.
struct MendedTable {
    private(set) var columns: [ColumnData?]
    /// The places of the rows that can be used, by row of the columns.
    private(set) var rows: [Int] = []
    private(set) var rejects: [(row: Int, problem: Problem)] = []
    /// How many of them are sound but do not count.
    private(set) var excluded = 0

    /// - Parameter original: The file that the rows are of; nil where it is no longer there.
    init(_ mended: [MendedRow], _ file: ReadFile, _ original: ReadFile?, _ source: Source, _ settings: IntakeSettings) {
        var builders = file.table.map { $0.map(ColumnBuilder.init(like:)) }
        let ways = MendedTable.ways(file, original)
        for (row, entry) in mended.enumerated() {
            var part = MendedTable.type(entry.cells, file, source, ways[0], settings)
            let first = part
            var (tried, next) = (ways[0], [Int](repeating: 1, count: ways[0].count))
            // Column by column: people mend one cell and leave the others.
            while let problem = part?.rejects.first?.problem, problem.kind.rawValue.hasPrefix("bad-"),
                let column = problem.column,
                next[column] < ways.count
            {
                tried[column] = ways[next[column]][column]
                next[column] += 1
                part = MendedTable.type(entry.cells, file, source, tried, settings)
            }
            if part?.rejects.isEmpty != true { part = first }
            guard let part else { continue }
            if let reject = part.rejects.first {
                rejects.append((row, reject.problem))
                continue
            }
            guard !part.offsets.isEmpty else {
                excluded += 1
                continue
            }
            for column in builders.indices {
                builders[column]?.append(part.columns[column] ?? ColumnData(source.columns[column].kind, missing: 1))
            }
            rows.append(row)
        }
        columns = builders.map { $0?.data }
    }

    /// The ways in which cells are read, one after the other. What a spreadsheet has saved again, by another delimiter than the
    /// comma of rejects, it may have written in its own way: then the file's own columns go first, as far as they show it.
    private static func ways(_ file: ReadFile, _ original: ReadFile?) -> [[ColumnReading]] {
        let canonical = file.readings.map { _ in ColumnReading.canonical }
        guard let original else { return [file.readings, canonical] }
        guard file.document?.layout.dialect.delimiter != UInt8(ascii: ",") else {
            return [original.readings, file.readings, canonical]
        }
        let shown = zip(file.readings, original.readings).map { own, other in
            var reading = own
            if own.isDecimalAssumed { reading.decimal = other.decimal }
            if own.isDateOrderAssumed { reading.dateOrder = other.dateOrder }
            return reading
        }
        return [shown, original.readings, canonical]
    }

    /// One row typed: written as RFC 4180 and read again, so that there is one way of reading only.
    private static func type(
        _ cells: [String], _ file: ReadFile, _ source: Source, _ readings: [ColumnReading], _ settings: IntakeSettings
    ) -> BatchPart? {
        var writer = Writer()
        writer.append(record: file.header)
        writer.append(record: cells)
        let overrides = Overrides(
            encoding: .utf8, delimiter: UInt8(ascii: ","), quote: .character(UInt8(ascii: "\"")), escape: .doubled, headerRow: 1
        )
        guard let document = try? Document.read(bytes: writer.bytes, name: file.file.path, overrides: overrides) else {
            return nil
        }
        var settings = settings
        settings.rules[source.name, default: SourceRules()].load = .append
        var reader = BatchReader(FileReader(file.file, document, source, file.columns, settings), readings)
        reader.mending = nil
        // No row of these is a second line of the header.
        reader.bodyStart = -1
        let fixed = reader
        return document.map(workers: 1) { batch in fixed.read(batch) }.first
    }
}
