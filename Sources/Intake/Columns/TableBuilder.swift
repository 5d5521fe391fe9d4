/// A file's table while it is read: takes in the batches' parts in file order and lets go of each.
struct TableBuilder: Sendable {
    private var builders: [ColumnBuilder?]
    /// Where each row begins in the decoded file.
    private(set) var offsets = RowOffsets()
    /// By the source's columns: what their cells show about how they are written.
    private(set) var evidence: [ColumnEvidence]
    /// By the source's columns: what their ids show together.
    private(set) var ids: [IDMarks]
    private(set) var rejects: [Reject] = []
    private(set) var mended: [MendedRow] = []
    /// Rows that are no records.
    private(set) var excluded: [(offset: Int, kind: GroupRows.Kind)] = []
    /// Where rows begin that people made to try something out.
    private(set) var trials: [Int] = []
    /// The columns that are none of the source's and say which rows count.
    private(set) var asides: [TextColumn]
    /// Rows read, blank ones aside.
    private(set) var rows = 0

    /// By the source's columns; nil where not wanted.
    var columns: [ColumnData?] { builders.map { $0?.data } }

    private let fileSize: Int
    private var isFirst = true
    /// Whether room was made for the whole file, and for how many rows its memory is there.
    private var isRoomy = false
    private var ready = 0

    /// An empty table of columns of some kinds and so many beside them, for the rows of so many bytes.
    init(_ kinds: [ColumnKind?], asides: Int = 0, fileSize: Int) {
        builders = kinds.map { $0.map { ColumnBuilder($0) } }
        evidence = Array(repeating: ColumnEvidence(), count: kinds.count)
        ids = Array(repeating: IDMarks(), count: kinds.count)
        self.asides = Array(repeating: TextColumn(), count: asides)
        self.fileSize = fileSize
    }

    /// Adds the rows of the next batch.
    mutating func append(_ part: BatchPart) {
        bringInMemory(part.offsets.count)
        rows += part.rows
        mended += part.mended
        rejects += part.rejects
        excluded += part.excluded
        trials += part.trials
        for (place, cells) in part.asides.enumerated() { asides[place].append(cells) }
        for column in builders.indices {
            evidence[column].merge(part.evidence[column])
            ids[column].merge(part.ids[column])
            if let more = part.columns[column] { builders[column]?.append(more) }
        }
        offsets.append(part.base, part.offsets)
        if isFirst, !part.offsets.isEmpty { reserve(rowsPerByte: Double(part.offsets.count) / Double(max(1, part.byteCount))) }
    }

    /// Has the memory of the next rows ready, where room was made for many.
    private mutating func bringInMemory(_ more: Int) {
        let count = offsets.count
        guard isRoomy, count + more > ready else { return }
        for column in builders.indices { builders[column]?.bringIn(count..<count + TableBuilder.step) }
        ready = count + TableBuilder.step
    }

    /// How many rows' memory is brought in at once.
    private static let step = 1 << 16

    /// The most rows that room is made for beforehand, as the first ones may be much shorter than the others.
    private static let mostExpected = 1 << 26

    /// Makes room for the whole file as the first batch lets expect it. Room that is not used costs no memory, and columns that
    /// do not move cost no time.
    private mutating func reserve(rowsPerByte: Double) {
        isFirst = false
        guard fileSize > 1 << 22 else { return }
        isRoomy = true
        let expected = min(Int(Double(fileSize) * rowsPerByte * 1.05) + 1024, TableBuilder.mostExpected)
        offsets.reserveCapacity(expected)
        for column in builders.indices { builders[column]?.reserveCapacity(expected) }
    }
}
