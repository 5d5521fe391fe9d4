/// A file's table while it is read: takes in the batches' parts in file order and lets go of each.
struct TableBuilder: Sendable {
    private var builders: [ColumnBuilder?]
    /// Where each row begins in the decoded file.
    private(set) var offsets = RowOffsets()
    /// By the source's columns: what their cells show about how they are written.
    private(set) var evidence: [ColumnEvidence]
    private(set) var rejects: [Reject] = []
    private(set) var mended: [MendedRow] = []
    /// Rows that are no records.
    private(set) var excluded: [(offset: Int, kind: GroupRows.Kind)] = []
    /// Rows read, blank ones aside.
    private(set) var rows = 0

    /// By the source's columns; nil where not wanted.
    var columns: [ColumnData?] { builders.map { $0?.data } }

    private let fileSize: Int
    private var isFirst = true

    /// An empty table of columns of some kinds, for the rows of so many bytes.
    init(_ kinds: [ColumnKind?], fileSize: Int) {
        builders = kinds.map { $0.map { ColumnBuilder($0) } }
        evidence = Array(repeating: ColumnEvidence(), count: kinds.count)
        self.fileSize = fileSize
    }

    /// Adds the rows of the next batch.
    mutating func append(_ part: BatchPart) {
        rows += part.rows
        mended += part.mended
        rejects += part.rejects
        excluded += part.excluded
        for column in builders.indices {
            evidence[column].merge(part.evidence[column])
            if let more = part.columns[column] { builders[column]?.append(more) }
        }
        offsets.append(part.base, part.offsets)
        if isFirst, !part.offsets.isEmpty { reserve(rowsPerByte: Double(part.offsets.count) / Double(max(1, part.byteCount))) }
    }

    /// Makes room for the whole file as the first batch lets expect it. Room that is not used costs no memory, and columns that
    /// do not move cost no time.
    private mutating func reserve(rowsPerByte: Double) {
        isFirst = false
        guard fileSize > 1 << 22 else { return }
        let expected = Int(Double(fileSize) * rowsPerByte * 1.05) + 1024
        offsets.reserveCapacity(expected)
        for column in builders.indices { builders[column]?.reserveCapacity(expected) }
    }
}
