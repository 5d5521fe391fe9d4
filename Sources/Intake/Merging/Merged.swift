import Facts
import Synchronization

/// All rows of one source, oldest file first, with what becomes of each.
struct Merged {
    /// What becomes of a row.
    enum Fate: UInt8 { case fact, replaced, rejected, excluded }

    /// A file that rows are of.
    struct File {
        /// Its place among the files read; nil for one that only mended rows speak of.
        var index: Int?
        var path: String
        /// The name without dates and digits, by which overlapping exports are known.
        var stem: String
        /// The path without dates: files of one series differ in dates only.
        var series: String
        /// When it came, in microseconds.
        var arrived: Int64
        /// The paths at which its bytes stand or once stood, with when they came there.
        var places: [String: Int64]
        /// For each column of the source whether the file has it.
        var has: [Bool]
        /// Its own rows.
        var rows: Range<Int>
        /// Rows that mend lines of it.
        var mended: [Int] = []
        /// What an engine counted of it; nil of nothing.
        var counted: CountedFile?
        /// How many of its rows are also in an overlapping file and count there.
        var overlapping = 0
    }

    let source: Source
    /// How the files go together.
    let load: LoadRule
    /// Oldest first.
    var files: [File] = []
    /// By the source's columns; nil where no file has it.
    var columns: [ColumnData?]
    /// Where each row begins in its file.
    var offsets = RowOffsets()
    /// The file by row.
    var fileOf = RowFiles()
    /// By row.
    var fates: [Fate] = []
    /// For mended rows the place, among the files read, of the file they stand in, and their line there.
    var homes: [Int: (file: Int, line: Int, target: Int)] = [:]

    var count: Int { offsets.count }

    /// All own rows of files, oldest file first; `stems` and `indices` are by file. Their cells are to be taken by ``join(_:)``.
    init(_ source: Source, _ load: LoadRule, _ all: [ReadFile], indices: [Int], stems: [String]) {
        self.source = source
        self.load = load
        for (file, (index, stem)) in zip(all, zip(indices, stems)) {
            let start = offsets.count
            offsets.append(contentsOf: file.offsets)
            fileOf.append(files.count, rows: file.offsets.count)
            files.append(
                File(
                    index: index, path: file.file.path, stem: stem,
                    series: NameDates.withoutDates(InboxFile.stripped(file.file.path)), arrived: file.file.arrived,
                    places: file.file.places, has: file.table.map { $0 != nil },
                    rows: start..<offsets.count, counted: file.counted))
        }
        fates = Array(repeating: .fact, count: offsets.count)
        columns = Array(repeating: nil, count: source.columns.count)
    }

    /// Takes the cells of all files, by column, in the files' order; nil for a file that lacks the column. Several columns are joined at
    /// once, and the parts of each let go of as soon as they are.
    mutating func join(_ parts: inout [[ColumnData?]]) {
        let rest = Mutex(parts)
        parts = []
        columns = concurrently(source.columns.count) { [source, files] column in
            let parts = rest.withLock { rest in
                defer { rest[column] = [] }
                return rest[column]
            }
            guard parts.contains(where: { $0 != nil }) else { return nil }
            let kind = source.columns[column].kind
            return ColumnData.joined(zip(consume parts, files).map { $0 ?? ColumnData(kind, missing: $1.rows.count) })
        }
    }

    /// Keeps in some columns the rows that are facts alone, where no file has mended ones; several at once. Who asks for the others gets
    /// what the rows that are left now are.
    mutating func keep(_ rows: FactRows, in places: Set<Int>) -> FactRows {
        guard let list = rows.ascending else { return rows }
        // Ids are packed by several jobs already; a column among others would be by one.
        let (ids, others) = (places.filter(areIDs).sorted(), places.filter { !areIDs($0) }.sorted())
        for place in ids {
            var column = columns[place]
            columns[place] = nil
            column?.keep(list)
            columns[place] = column
        }
        let taken = Mutex(others.map { columns[$0] })
        for place in others { columns[place] = nil }
        let kept = concurrently(others.count) { number in
            var column = taken.withLock { taken in
                defer { taken[number] = nil }
                return taken[number]
            }
            column?.keep(list)
            return column
        }
        for (place, column) in zip(others, kept) { columns[place] = column }
        return FactRows(all: rows.count)
    }

    /// Whether a column's cells are ids.
    private func areIDs(_ place: Int) -> Bool { if case .list? = columns[place] { true } else { false } }

    /// Adds rows at the end of the columns; columns that only one side has are filled with missing cells.
    mutating func append(_ table: [ColumnData?], rows: Int) {
        let before = offsets.count
        for column in columns.indices where columns[column] != nil || table[column] != nil {
            let kind = source.columns[column].kind
            columns[column] = .joined([
                columns[column] ?? ColumnData(kind, missing: before), table[column] ?? ColumnData(kind, missing: rows),
            ])
        }
    }

    /// The rows of a file in the order of their lines, those that were mended in their places.
    func rows(of file: Int) -> [Int] {
        let own = Array(files[file].rows)
        if files[file].mended.isEmpty { return own }
        return (own + files[file].mended).sorted { (offsets[$0], $0) < (offsets[$1], $1) }
    }

    /// Calls `body` with each row that is still a fact, oldest file first, in the order of lines.
    @inline(__always)
    func forEachFact(_ body: (Int) -> Void) {
        if homes.isEmpty {
            for row in 0..<count where fates[row] == .fact { body(row) }
        } else {
            for file in files.indices { for row in rows(of: file) where fates[row] == .fact { body(row) } }
        }
    }

    /// The rows that are still facts, oldest file first, in the order of lines.
    var factRows: FactRows {
        if homes.isEmpty, fates.allSatisfy({ $0 == .fact }) { return FactRows(all: count) }
        var rows: [Int32] = []
        rows.reserveCapacity(count)
        forEachFact { rows.append(Int32(truncatingIfNeeded: $0)) }
        return FactRows(rows, ascend: homes.isEmpty)
    }

    /// The cells of a column; nil where no file has it. A key is looked up once a column, never once a row.
    subscript<Cells>(_ key: ColumnKey<Cells>) -> Cells? { self[any: key].flatMap(Cells.init) }

    /// The values that tell rows apart in some columns, as far as files have these.
    func tokens(_ places: [Int]) -> [[UInt64]] { places.compactMap { columns[$0]?.tokens } }

    /// A column, whatever its cells are.
    subscript(any key: any AnyColumnKey) -> ColumnData? {
        get { source.places[key].flatMap { columns[$0] } }
        set { if let place = source.places[key] { columns[place] = newValue } }
    }
}

/// Rows by the values of some columns.
struct RowTable {
    private let keys: [[UInt64]]
    private var table: [Int32]
    private var mask: Int

    init(_ keys: [[UInt64]], capacity: Int) {
        self.keys = keys
        var size = 64
        while size < capacity * 2 { size *= 2 }
        table = [Int32](repeating: -1, count: size)
        mask = size - 1
    }

    /// Of some rows.
    init(_ keys: [[UInt64]], of rows: some Collection<Int>) {
        self.init(keys, capacity: rows.count)
        for row in rows { _ = representative(row) }
    }

    private func hash(_ row: Int) -> Int {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        for key in keys { state = BytePool.mix(state ^ key[row]) &+ 0x632B_E59B_D9B4_E019 }
        return Int(truncatingIfNeeded: state & 0x7FFF_FFFF_FFFF_FFFF)
    }

    private func isEqual(_ a: Int, _ b: Int) -> Bool {
        for key in keys where key[a] != key[b] { return false }
        return true
    }

    /// The row that stands for all rows equal to this one: itself if it is the first.
    mutating func representative(_ row: Int, insert: Bool = true) -> Int? {
        let place = place(of: row)
        if table[place] >= 0 { return Int(table[place]) }
        guard insert else { return nil }
        table[place] = Int32(row)
        return row
    }

    /// Whether some row is equal to this one.
    func contains(_ row: Int) -> Bool { table[place(of: row)] >= 0 }

    /// Where the row that stands for this one is, or would be.
    private func place(of row: Int) -> Int {
        var place = hash(row) & mask
        while table[place] >= 0, !isEqual(Int(table[place]), row) { place = (place + 1) & mask }
        return place
    }
}
