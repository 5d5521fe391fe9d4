/// Some whole records of a document, in file order. Its pointers are valid only while the closure it was given to runs.
public struct Batch: ~Copyable {
    private let buffer: ChunkBuffer
    private let grammar: Grammar
    // What the loops below need of the two, so that they run in the caller.
    @usableFromInline let bytes: UnsafePointer<UInt8>
    @usableFromInline let ends: UnsafePointer<UInt32>
    @usableFromInline let records: UnsafePointer<RecordSpan>
    @usableFromInline let base: Int
    /// A cell that begins with this byte or a blank may have to be unquoted.
    @usableFromInline let quote: UInt8
    @usableFromInline let mayEscapeAnywhere: Bool

    init(_ buffer: ChunkBuffer, _ grammar: Grammar) {
        self.buffer = buffer
        self.grammar = grammar
        bytes = UnsafePointer(buffer.bytes)
        ends = UnsafePointer(buffer.ends)
        records = UnsafePointer(buffer.records)
        base = buffer.base
        quote = grammar.hasQuote ? grammar.quote : Byte.space
        mayEscapeAnywhere = grammar.backslash
        count = buffer.recordCount
    }

    /// The number of records; at least 1.
    public let count: Int

    /// The number of cells that `record` has, which may be fewer or more than the header's.
    @inlinable @inline(__always)
    public func fieldCount(_ record: Int) -> Int { Int(records[record].count) }

    /// The offset in the decoded document at which `record` begins, for ``Document/line(at:)``.
    @inlinable @inline(__always)
    public func offset(_ record: Int) -> Int { base &+ Int(records[record].start) }

    /// Whether the cells of `record` may have shifted, as a number in it may have been cut in two: nothing in it is sure, even where
    /// it has no value behind the last column.
    @inlinable @inline(__always)
    public func isDoubtful(_ record: Int) -> Bool { records[record].isDoubtful }

    /// How many bytes of the document the batch's records begin in.
    public var byteCount: Int { Int(buffer.ends[buffer.endCount - 1]) - Int(buffer.records[0].start) + 1 }

    /// The bytes of `record` as they stand in the decoded document, without the line end.
    public func text(_ record: Int) -> UnsafeRawBufferPointer {
        let span = buffer.records[record]
        let end = buffer.ends[Int(span.first + span.count) - 1]
        return slice(Int(span.start), Int(end))
    }

    /// The value of a cell in UTF-8, unquoted and unescaped; empty where the record is too short to have the cell.
    @inlinable @inline(__always)
    public func field(_ record: Int, _ column: Int) -> UnsafeRawBufferPointer {
        let raw = rawField(record, column)
        return mayNeedUnquoting(raw) ? unquoted(record, column) : raw
    }

    /// A cell as it stands in the document, quotes and all; empty where the record is too short to have the cell. At least 16
    /// bytes behind its end may be read.
    @inlinable @inline(__always)
    public func rawField(_ record: Int, _ column: Int) -> UnsafeRawBufferPointer {
        let span = records[record]
        guard column < Int(span.count) else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        let index = Int(span.first) &+ column
        let start = column == 0 ? Int(span.start) : Int(ends[index &- 1]) &+ 1
        return UnsafeRawBufferPointer(start: bytes + start, count: Int(ends[index]) &- start)
    }

    /// Whether a cell's value may be another than the bytes that stand in the document.
    @inlinable @inline(__always)
    public func mayNeedUnquoting(_ raw: UnsafeRawBufferPointer) -> Bool {
        guard raw.count > 0 else { return false }
        let first = raw[0]
        return first == quote || first == 0x20 || mayEscapeAnywhere
    }

    /// The value of a cell that may have to be unquoted.
    @inline(never)
    public func unquoted(_ record: Int, _ column: Int) -> UnsafeRawBufferPointer {
        let raw = rawField(record, column)
        guard let base = raw.baseAddress, raw.count > 0 else { return raw }
        let start = base - UnsafeRawPointer(bytes)
        return special(start, start + raw.count, column)
    }

    /// Whether a cell stands in quotes in the file; false where the record is too short to have it.
    public func isQuoted(_ record: Int, _ column: Int) -> Bool {
        let span = buffer.records[record]
        guard column < Int(span.count) else { return false }
        let index = Int(span.first) + column
        let start = column == 0 ? Int(span.start) : Int(buffer.ends[index - 1]) + 1
        let cell = Cell(UnsafePointer(buffer.bytes), start, Int(buffer.ends[index]), grammar, isFirst: column == 0)
        return cell.isQuoted
    }

    @inline(__always)
    private func slice(_ start: Int, _ end: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: buffer.bytes + start, count: end - start)
    }

    private func special(_ start: Int, _ end: Int, _ column: Int) -> UnsafeRawBufferPointer {
        let bytes = UnsafePointer(buffer.bytes)
        let cell = Cell(bytes, start, end, grammar, isFirst: column == 0)
        guard cell.needsUnescaping(bytes, grammar) else { return slice(cell.start, cell.end) }
        let target = buffer.scratch.take(cell.end - cell.start)
        let count = cell.unescape(bytes, grammar, into: target)
        return UnsafeRawBufferPointer(start: target, count: count)
    }
}
