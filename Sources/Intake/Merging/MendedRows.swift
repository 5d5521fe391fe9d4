import CSV
import Facts

/// Tells whether mended rows are of a file as it is now, or of what stood at its path before.
struct MendedLines {
    private let original: ReadFile
    /// The place of each of the original's cells among a mended row's; nil where that has no such column.
    private let places: [Int?]
    /// For each of the original's cells what reads it, there and in the mended row; nil where it is no date or number.
    private let readers: [(there: CellReader, here: CellReader)?]

    init(_ original: ReadFile, _ home: ReadFile, _ source: Source) {
        self.original = original
        places = original.header.indices.map { column in
            if let known = original.columns.firstIndex(of: column), let place = home.columns[known] { return place }
            return home.header.firstIndex(of: original.header[column])
        }
        readers = original.header.indices.map { column in
            guard let known = original.columns.firstIndex(of: column), home.readers.indices.contains(known),
                source.columns[known].kind.isNumber || source.columns[known].kind.isDate
            else { return nil }
            return (original.readers[known], home.readers[known])
        }
    }

    /// Whether a row mends the line as it stands in the file: half of its cells are the row's too or, of a line that was rejected,
    /// any is.
    func isMended(_ row: MendedRow) -> Bool {
        let reject = original.rejects.first { $0.line == row.line }
        guard let cells = reject?.cells ?? cells(ofLine: row.line) else { return false }
        var (filled, equal) = (0, 0)
        for (column, cell) in cells.enumerated() where column < places.count {
            guard let place = places[column] else { continue }
            let own = row.cells.indices.contains(place) ? row.cells[place] : ""
            guard !cell.isEmpty || !own.isEmpty else { continue }
            filled += 1
            if isEqual(cell, own, column) { equal += 1 }
        }
        return equal * 2 >= filled || reject != nil && (equal > 0 || filled <= 2)
    }

    /// Whether two cells say the same: a spreadsheet may have written a date or number anew.
    private func isEqual(_ cell: String, _ own: String, _ column: Int) -> Bool {
        if cell.trimmed == own.trimmed { return true }
        guard let (there, here) = readers[column] else { return false }
        func meaning(_ text: String, _ reader: CellReader) -> String? {
            Array(text.utf8).withUnsafeBytes { reader.meaning($0) }
        }
        guard let value = meaning(cell, there) else { return false }
        return meaning(own, here) == value || meaning(own, there) == value
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
            let count = part.offsets.count
            for column in builders.indices {
                builders[column]?.append(part.columns[column] ?? ColumnData(source.columns[column].kind, missing: count))
            }
            rows += Array(repeating: row, count: count)
        }
        columns = builders.map { $0?.data }
        if let path = mended.first?.file, let found = source.daysOfName(of: path, columns, rows: rows.count) {
            columns[found.place] = found.days
        }
    }

    /// The ways in which cells are read, one after the other. What a spreadsheet has saved again, by another delimiter than the
    /// comma of rejects, it may have written in its own way: then the file's own columns go first, as far as they show it. Where
    /// they do not, a semicolon tells of a place that writes `1,5` and the day first.
    private static func ways(_ file: ReadFile, _ original: ReadFile?) -> [[ColumnReading]] {
        let canonical = file.readings.map { _ in ColumnReading.canonical }
        guard let original else { return [file.readings, canonical] }
        let delimiter = file.document?.layout.dialect.delimiter
        guard delimiter != UInt8(ascii: ",") else {
            return [original.readings, file.readings, canonical]
        }
        let shown = zip(file.readings, original.readings).map { own, other in
            var reading = own
            let isSemicolon = delimiter == UInt8(ascii: ";")
            if own.isDecimalAssumed { reading.decimal = isSemicolon ? .comma : other.decimal }
            if own.isDateOrderAssumed { reading.dateOrder = isSemicolon ? .dayMonthYear : other.dateOrder }
            return reading
        }
        return [shown, original.readings, canonical]
    }

    private static func type(
        _ cells: [String], _ file: ReadFile, _ source: Source, _ readings: [ColumnReading], _ settings: IntakeSettings
    ) -> BatchPart? {
        BatchReader.row(
            cells, header: file.header, file.file, source, file.columns, spread: file.spread, readings,
            settings)
    }
}
