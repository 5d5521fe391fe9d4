/// Where a table's header comes again below it: at the top of each page, or above records that were pasted below.
struct Pages {
    private let sample: Sample
    private var header: Range<Int>?
    /// The header's rows that come again, the lines above them, and the order of the columns below those in another order.
    private var rows: Set<Int> = []
    private var lines: Set<Int> = []
    private var orders: [Int: ColumnOrder] = [:]
    private var turned: [Range<Int>] = []
    /// How often the first of them comes again.
    private var times = 0

    /// The share of records, in a hundred, in which a copy of a table is like the table: quotes may have been lost on the way.
    private static let likeness = 80
    /// How many records tell a copy. Two of a few words may be alike by chance.
    private static let copyLeast = 3
    private static let copyMost = 64

    /// No header.
    init(_ sample: Sample) { self.sample = sample }

    /// Those of the header in the records `header` below the lines `titles`, up to the record `end`.
    init(_ sample: Sample, header: Range<Int>, titles: Range<Int>, end: Int? = nil) {
        self.sample = sample
        self.header = header
        guard let names = HeaderRows(sample, header: header, titles: Array(titles)) else { return }
        let marks = names.marks(sample.buffer, sample.grammar, from: header.upperBound, order: nil)
        for row in marks.rows where row.record < end ?? sample.count {
            rows.insert(row.record)
            times += row.isNames ? 1 : 0
            for line in names.pageLines(sample.buffer, sample.grammar, above: row.record) where line >= header.upperBound {
                lines.insert(line)
            }
        }
        for (number, turn) in marks.turns.enumerated() where turn.order != nil {
            orders[turn.record] = turn.order
            turned.append(turn.record..<(number + 1 < marks.turns.count ? marks.turns[number + 1].record : sample.count))
        }
    }

    /// Whether a record is the header once more, or a line above it.
    func contains(_ record: Int) -> Bool { rows.contains(record) || lines.contains(record) }

    /// Whether most of the names stand in another record of more or fewer cells, from its first cell on.
    func areNearly(_ record: Int) -> Bool {
        guard let header, record > header.lowerBound + 2 else { return false }
        let cells = min(sample.cells(header.lowerBound), sample.cells(record))
        var same = 0
        for column in 0..<cells {
            if sample.field(record, column).elementsEqual(sample.field(header.lowerBound, column)) {
                same += 1
            } else if column == 0 {
                return false
            }
        }
        return cells > 1 && same * 4 >= cells * TableTuning.sameNames
    }

    /// Whether a record stands below a header in another order.
    func isTurned(_ record: Int) -> Bool { turned.contains { $0.contains(record) } }

    /// Whether all records below a header that comes again, once, are those of the table once more in the same order.
    func isCopy(from row: Int) -> Bool {
        guard let header, rows.contains(row), times == 1 else { return false }
        let copies = (row + 1..<sample.count).lazy.filter { !contains($0) }
        let originals = (header.upperBound..<row).lazy.filter { !contains($0) }
        guard sample.count - row <= row - header.lowerBound + Self.copyMost else { return false }
        var (looked, same) = (0, 0)
        var different: Set<[[UInt8]]> = []
        var original = originals.makeIterator()
        for copy in copies {
            guard let other = original.next() else { return false }
            guard looked < Self.copyMost else { break }
            looked += 1
            let cells = (0..<sample.cells(other)).map { [UInt8](sample.field(other, $0)) }
            if cells.indices.allSatisfy({ sample.field(copy, cell($0, below: row)).elementsEqual(cells[$0]) }) { same += 1 }
            different.insert(cells)
            guard (looked - same) * 100 <= Self.copyMost * (100 - Self.likeness) else { return false }
        }
        return looked >= Self.copyLeast && same * 100 >= looked * Self.likeness && different.count * 4 > looked
    }

    /// The cell of a record below a header that holds a column.
    private func cell(_ column: Int, below row: Int) -> Int {
        orders[row]?.columns.firstIndex(of: column) ?? column
    }
}

extension HeaderRows {
    /// The rows of a sample's records `header`, with the lines above it.
    init?(_ sample: Sample, header: Range<Int>, titles: [Int]) {
        self.init(
            rows: header.map { record in (0..<sample.cells(record)).map { sample.text(record, $0) } },
            titles: titles.map { sample.text($0, 0) }, sample.grammar)
    }
}
