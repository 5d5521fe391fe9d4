/// Texts by row, end to end as UTF-8: for columns whose texts are nearly all different, where a ``Pool`` would not pay.
public struct TextList: Sendable, RandomAccessCollection {
    private var bytes: [UInt8] = []
    /// Where the text of each row ends, but for the part above 32 bits: that is how many of the turns are at the row or before.
    @usableFromInline private(set) var ends: [UInt32] = []
    /// The rows whose text is the first to end beyond a further 4 GiB.
    private var turns: [Int] = []

    /// Where the texts of a list end.
    public struct Ends {
        fileprivate let lows: UnsafeBufferPointer<UInt32>
        fileprivate let turns: [Int]

        /// How many texts there are.
        public var count: Int { lows.count }

        /// Where the text of a row ends.
        public subscript(row: Int) -> Int {
            turns.isEmpty ? Int(lows[row]) : Int(lows[row]) + turns.count { $0 <= row } << 32
        }
    }

    /// A list without rows.
    public init() {}

    /// A list of some texts.
    public init(_ texts: some Sequence<String>) { for text in texts { append(text) } }

    /// So many texts, each empty.
    public init(empty count: Int) { ends = Array(repeating: 0, count: count) }

    /// `count` texts that `fill` writes, one after the other, into at most `capacity` bytes, of which there are fewer than 4 GiB.
    ///
    /// - Parameter fill: Is given room for the bytes and for the end of each text, and returns how many bytes it wrote.
    public init(
        count: Int, capacity: Int, fill: (UnsafeMutableRawBufferPointer, UnsafeMutableBufferPointer<UInt32>) -> Int
    ) {
        precondition(capacity <= Int(UInt32.max), "the ends fit into 32 bits")
        ends = [UInt32](unsafeUninitializedCapacity: count) { ends, used in
            bytes = [UInt8](unsafeUninitializedCapacity: capacity) { bytes, written in
                written = fill(UnsafeMutableRawBufferPointer(bytes), ends)
            }
            used = count
        }
    }

    /// The first row.
    public var startIndex: Int { 0 }
    /// One past the last row.
    public var endIndex: Int { ends.count }

    /// The text of a row; empty where missing.
    public subscript(row: Int) -> String { withBytes(row) { String(decoding: $0, as: UTF8.self) } }

    /// How many bytes all texts have together.
    public var byteCount: Int { bytes.count }

    /// How many bytes the text of a row has; 0 where it is missing.
    @inlinable public func length(_ row: Int) -> Int { Int(ends[row] &- (row == 0 ? 0 : ends[row - 1])) }

    /// Calls `body` with the bytes of a row's text.
    public func withBytes<Result>(_ row: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        bytes.withUnsafeBytes { all in body(UnsafeRawBufferPointer(rebasing: all[start(row)..<end(row)])) }
    }

    /// Calls `body` with all bytes and with where the text of each row ends.
    public func withAll<Result>(_ body: (UnsafeRawBufferPointer, Ends) -> Result) -> Result {
        bytes.withUnsafeBytes { bytes in ends.withUnsafeBufferPointer { body(bytes, Ends(lows: $0, turns: turns)) } }
    }

    /// The rows whose bytes `fits` says yes to; several rows are looked at at once.
    public func rows(where fits: @Sendable (UnsafeRawBufferPointer) -> Bool) -> [Int] {
        let slice = 1 << 18
        return concurrently((count + slice - 1) / slice) { number in
            withAll { bytes, ends in
                var (rows, start) = ([Int](), self.start(number * slice))
                for row in number * slice..<Swift.min(count, (number + 1) * slice) {
                    if fits(UnsafeRawBufferPointer(rebasing: bytes[start..<ends[row]])) { rows.append(row) }
                    start = ends[row]
                }
                return rows
            }
        }.flatMap { $0 }
    }

    private func start(_ row: Int) -> Int { row == 0 ? 0 : end(row - 1) }

    private func end(_ row: Int) -> Int {
        turns.isEmpty ? Int(ends[row]) : Int(ends[row]) + turns.count { $0 <= row } << 32
    }

    /// Notes that the text of the next row ends here.
    private mutating func note(end: Int) {
        while end >> 32 > turns.count { turns.append(ends.count) }
        ends.append(UInt32(truncatingIfNeeded: end))
    }

    /// Adds a text.
    public mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        note(end: bytes.count)
    }

    /// Adds a text by its bytes.
    public mutating func append(_ text: UnsafeRawBufferPointer) {
        bytes.append(contentsOf: text)
        note(end: bytes.count)
    }

    /// Adds the texts of another list.
    public mutating func append(contentsOf other: TextList) {
        let base = bytes.count
        bytes.append(contentsOf: other.bytes)
        if base == 0, ends.isEmpty {
            ends.append(contentsOf: other.ends)
            turns = other.turns
        } else {
            for row in other.indices { note(end: base + other.end(row)) }
        }
    }

    /// The texts of some rows, in the order given.
    public func filtered(_ rows: some Collection<Int>) -> TextList {
        var result = TextList()
        result.ends.reserveCapacity(rows.count)
        for row in rows {
            result.bytes.append(contentsOf: bytes[start(row)..<end(row)])
            result.note(end: result.bytes.count)
        }
        return result
    }

    /// The texts of some rows.
    public func filtered(_ keep: (Int) -> Bool) -> TextList {
        var result = TextList()
        for row in indices where keep(row) {
            result.bytes.append(contentsOf: bytes[start(row)..<end(row)])
            result.note(end: result.bytes.count)
        }
        return result
    }

    /// Makes room for so many rows and bytes.
    public mutating func reserveCapacity(rows: Int, bytes: Int) {
        ends.reserveCapacity(rows)
        self.bytes.reserveCapacity(bytes)
    }

    /// Calls `body` with the bytes and with where the texts end, for making ready the memory that is reserved for more.
    public mutating func withStorage(_ body: (inout [UInt8], inout [UInt32]) -> Void) { body(&bytes, &ends) }
}
