/// The memory of one worker, reused from chunk to chunk: bytes, and where the cells of the records in them end.
final class ChunkBuffer {
    /// Bytes beyond the last one that may be read (their values do not matter).
    static let padding = 64

    private(set) var bytes: UnsafeMutablePointer<UInt8>
    private(set) var capacity: Int
    /// The number of bytes loaded.
    var count = 0
    /// The offset in the document of the first byte.
    var base = 0
    /// Whether the document's body ends with the last byte.
    var isLast = false

    private(set) var ends: UnsafeMutablePointer<UInt32>
    private(set) var endCapacity: Int
    var endCount = 0

    private(set) var records: UnsafeMutablePointer<RecordSpan>
    private var recordCapacity: Int
    private(set) var recordCount = 0

    let scratch = Scratch()

    init(capacity: Int) {
        self.capacity = capacity
        bytes = .allocate(capacity: capacity + Self.padding)
        bytes.initialize(repeating: 0, count: capacity + Self.padding)
        endCapacity = 4096
        ends = .allocate(capacity: endCapacity)
        recordCapacity = 1024
        records = .allocate(capacity: recordCapacity)
    }

    deinit {
        bytes.deallocate()
        ends.deallocate()
        records.deallocate()
    }

    /// Forgets records and cells; the bytes stay.
    func clearRecords() {
        endCount = 0
        recordCount = 0
        scratch.clear()
    }

    /// Makes room for `wanted` bytes, keeping those loaded.
    func reserveBytes(_ wanted: Int) {
        guard wanted > capacity else { return }
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: wanted + Self.padding)
        larger.update(from: bytes, count: count)
        (larger + count).initialize(repeating: 0, count: wanted + Self.padding - count)
        bytes.deallocate()
        bytes = larger
        capacity = wanted
    }

    /// Loads the document from `offset` on, up to `end`; false where reading failed.
    func load(_ store: Store, from offset: Int, to end: Int, bodyEnd: Int) -> Bool {
        base = offset
        count = 0
        return extend(store, to: end, bodyEnd: bodyEnd)
    }

    /// Loads more, up to the document's offset `end`; false where reading failed.
    func extend(_ store: Store, to end: Int, bodyEnd: Int) -> Bool {
        let end = min(end, bodyEnd)
        reserveBytes(end - base)
        let wanted = end - base - count
        if wanted > 0 {
            guard store.read(wanted, at: base + count, into: bytes + count) == wanted else { return false }
            count += wanted
        }
        isLast = base + count >= bodyEnd
        return true
    }

    /// Makes room for `more` cell ends.
    @inline(__always)
    func reserveEnds(_ more: Int) {
        if endCount + more > endCapacity { growEnds(endCount + more) }
    }

    @inline(never)
    private func growEnds(_ wanted: Int) {
        let size = max(wanted, endCapacity * 2)
        let larger = UnsafeMutablePointer<UInt32>.allocate(capacity: size)
        larger.update(from: ends, count: endCount)
        ends.deallocate()
        ends = larger
        endCapacity = size
    }

    @inline(__always)
    func appendEnd(_ position: Int) {
        reserveEnds(1)
        ends[endCount] = UInt32(truncatingIfNeeded: position)
        endCount += 1
    }

    @inline(__always)
    func appendRecord(_ span: RecordSpan) {
        if recordCount == recordCapacity { growRecords() }
        records[recordCount] = span
        recordCount += 1
    }

    /// Takes some records out; their bytes and cells stay.
    func removeRecords(_ removed: Set<Int>) {
        guard !removed.isEmpty else { return }
        var kept = 0
        for record in 0..<recordCount where !removed.contains(record) {
            records[kept] = records[record]
            kept += 1
        }
        recordCount = kept
    }

    /// Forgets the last records and cells.
    func truncate(records: Int, ends: Int) {
        recordCount = records
        endCount = ends
    }

    /// Notes that nothing in a record is sure.
    func markDoubtful(_ record: Int) { records[record].isDoubtful = true }

    @inline(never)
    private func growRecords() {
        let larger = UnsafeMutablePointer<RecordSpan>.allocate(capacity: recordCapacity * 2)
        larger.update(from: records, count: recordCount)
        records.deallocate()
        records = larger
        recordCapacity *= 2
    }
}

/// Memory for unescaped cells: handed out piece by piece, taken back all at once.
final class Scratch {
    private var blocks: [UnsafeMutableRawBufferPointer] = []
    private var used = 0

    deinit {
        for block in blocks { block.deallocate() }
    }

    /// `count` bytes that stay until ``clear()``.
    func take(_ count: Int) -> UnsafeMutablePointer<UInt8> {
        if let block = blocks.last, used + count <= block.count {
            defer { used += count }
            return (block.baseAddress! + used).assumingMemoryBound(to: UInt8.self)
        }
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: max(count, 1 << 16), alignment: 16)
        block.bindMemory(to: UInt8.self)
        blocks.append(block)
        used = count
        return block.baseAddress!.assumingMemoryBound(to: UInt8.self)
    }

    /// Takes everything back.
    func clear() {
        while blocks.count > 1 { blocks.removeLast().deallocate() }
        used = 0
    }
}
