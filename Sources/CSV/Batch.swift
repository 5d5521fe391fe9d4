/// Some whole records of a document, in file order. Its pointers are valid only while the closure it was given to runs.
public struct Batch: ~Copyable {
    private let buffer: ChunkBuffer
    private let grammar: Grammar

    init(_ buffer: ChunkBuffer, _ grammar: Grammar) {
        self.buffer = buffer
        self.grammar = grammar
    }

    /// The number of records; at least 1.
    public var count: Int { buffer.recordCount }

    /// The number of cells that `record` has, which may be fewer or more than the header's.
    @inline(__always)
    public func fieldCount(_ record: Int) -> Int { Int(buffer.records[record].count) }

    /// The offset in the decoded document at which `record` begins, for ``Document/line(at:)``.
    @inline(__always)
    public func offset(_ record: Int) -> Int { buffer.base + Int(buffer.records[record].start) }

    /// The bytes of `record` as they stand in the decoded document, without the line end.
    public func text(_ record: Int) -> UnsafeRawBufferPointer {
        let span = buffer.records[record]
        let end = buffer.ends[Int(span.first + span.count) - 1]
        return slice(Int(span.start), Int(end))
    }

    /// The value of a cell in UTF-8, unquoted and unescaped; empty where the record is too short to have the cell.
    @inline(__always)
    public func field(_ record: Int, _ column: Int) -> UnsafeRawBufferPointer {
        let span = buffer.records[record]
        guard column < Int(span.count) else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        let index = Int(span.first) + column
        let start = column == 0 ? Int(span.start) : Int(buffer.ends[index - 1]) + 1
        let end = Int(buffer.ends[index])
        if start < end {
            let first = buffer.bytes[start]
            if (grammar.hasQuote && first == grammar.quote) || first == Byte.space || grammar.backslash {
                return special(start, end, column)
            }
        }
        return slice(start, end)
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

    @inline(never)
    private func special(_ start: Int, _ end: Int, _ column: Int) -> UnsafeRawBufferPointer {
        let bytes = UnsafePointer(buffer.bytes)
        let cell = Cell(bytes, start, end, grammar, isFirst: column == 0)
        guard cell.needsUnescaping(bytes, grammar) else { return slice(cell.start, cell.end) }
        let target = buffer.scratch.take(cell.end - cell.start)
        let count = cell.unescape(bytes, grammar, into: target)
        return UnsafeRawBufferPointer(start: target, count: count)
    }
}
