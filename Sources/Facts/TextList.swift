/// Texts by row, end to end as UTF-8: for columns whose texts are nearly all different, where a ``Pool`` would not pay.
///
/// Ids of one export begin alike: of each 32 that follow one another the common beginning is kept once.
public struct TextList: Sendable, RandomAccessCollection {
    /// Of each block its common beginning, then what each of its texts has beside it.
    private(set) var bytes: [UInt8] = []
    /// How many bytes of its own each text has; ``long`` of one that has as many or more.
    private(set) var lengths: [UInt8] = []
    /// The lengths of those that are long, by row.
    private var longLengths: [Int: Int] = [:]
    private(set) var blocks: [Block] = []

    /// The texts of some rows that follow one another: 32, or fewer at the end.
    struct Block: Sendable {
        /// Where it begins among the bytes.
        var start: Int
        /// How long the common beginning is; 0 until all texts are there.
        var shared: Int
    }

    /// How many texts a block has, as a power of two.
    static let blockBits = 5
    static let block = 1 << blockBits
    /// Stands for "this long or longer" among the lengths.
    private static let long = UInt8.max

    /// A list without rows.
    public init() {}

    /// A list of some texts.
    public init(_ texts: some Sequence<String>) { for text in texts { append(text) } }

    /// So many texts, each empty.
    public init(empty count: Int) { for _ in 0..<count { append(UnsafeRawBufferPointer(start: nil, count: 0)) } }

    /// `count` texts that `fill` writes, one after the other, into at most `capacity` bytes, of which there are fewer than 4 GiB.
    ///
    /// - Parameter fill: Is given room for the bytes and for the end of each text, and returns how many bytes it wrote.
    public init(
        count: Int, capacity: Int, fill: (UnsafeMutableRawBufferPointer, UnsafeMutableBufferPointer<UInt32>) -> Int
    ) {
        precondition(capacity <= Int(UInt32.max), "the ends fit into 32 bits")
        lengths.reserveCapacity(count)
        blocks.reserveCapacity(count >> TextList.blockBits + 1)
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: count) { ends in
            bytes = [UInt8](unsafeUninitializedCapacity: capacity) { bytes, written in
                written = fill(UnsafeMutableRawBufferPointer(bytes), ends)
            }
            // They are soon added to others, and packed there.
            var start = 0
            for row in 0..<count {
                if row & (TextList.block - 1) == 0 { blocks.append(Block(start: start, shared: 0)) }
                note(length: Int(ends[row]) - start)
                start = Int(ends[row])
            }
        }
    }

    /// The first row.
    public var startIndex: Int { 0 }
    /// One past the last row.
    public var endIndex: Int { lengths.count }

    /// The text of a row; empty where missing.
    public subscript(row: Int) -> String { withBytes(row) { String(decoding: $0, as: UTF8.self) } }

    /// How many bytes are kept of all texts together.
    public var byteCount: Int { bytes.count }

    /// How many bytes the rows take.
    public var size: Int { bytes.count + lengths.count + blocks.count * MemoryLayout<Block>.stride }

    /// How many bytes the text of a row has; 0 where it is missing.
    public func length(_ row: Int) -> Int { blocks[row >> TextList.blockBits].shared + ownLength(row) }

    @inline(__always)
    func ownLength(_ row: Int) -> Int {
        let length = lengths[row]
        return length == TextList.long ? longLengths[row]! : Int(length)
    }

    /// What the texts of some rows of a block have of their own together.
    @inline(__always)
    private func ownLengths(_ rows: Range<Int>) -> Int {
        guard longLengths.isEmpty else { return rows.reduce(0) { $0 + ownLength($1) } }
        precondition(rows.upperBound <= lengths.count, "the list has these rows")
        return lengths.withUnsafeBufferPointer { lengths in
            var sum: UInt32 = 0
            let (first, count) = (rows.lowerBound, rows.count)
            if first + TextList.block <= lengths.count {
                // All lengths of the block without a branch, which the compiler takes several at once.
                for place in 0..<TextList.block { sum &+= UInt32(lengths[first + place]) & (place < count ? .max : 0) }
            } else {
                for row in rows { sum &+= UInt32(lengths[row]) }
            }
            return Int(sum)
        }
    }

    /// Calls `body` with the bytes of a row's text.
    public func withBytes<Result>(_ row: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        let block = blocks[row >> TextList.blockBits]
        let start = ownStart(row)
        let own = start..<start + ownLength(row)
        return bytes.withUnsafeBytes { all in
            if block.shared == 0 { return body(UnsafeRawBufferPointer(rebasing: all[own])) }
            return withUnsafeTemporaryAllocation(byteCount: block.shared + own.count, alignment: 1) { text in
                text.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[block.start..<block.start + block.shared]))
                UnsafeMutableRawBufferPointer(rebasing: text[block.shared...]).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: all[own]))
                return body(UnsafeRawBufferPointer(text))
            }
        }
    }

    /// Whether two rows have the same text.
    public func areSame(_ a: Int, _ b: Int) -> Bool {
        let (one, other) = (piece(a), piece(b))
        return one.length == other.length && bytes.withUnsafeBytes { TextList.areSame(one, other, in: $0) }
    }

    /// The places, among `count` pairs of rows, of those whose texts differ.
    ///
    /// Nothing of rows here and there lies in a processor's cache: so many pairs are looked at at a time, step by step, that waits for
    /// memory overlap.
    public func unlike(_ count: Int, _ pair: (Int) -> (Int, Int)) -> [Int] {
        let some = 64
        var unlike: [Int] = []
        bytes.withUnsafeBytes { bytes in
            withUnsafeTemporaryAllocation(of: (one: Piece, other: Piece, ends: Bool).self, capacity: some) { found in
                for start in stride(from: 0, to: count, by: some) {
                    let number = Swift.min(some, count - start)
                    for place in 0..<number {
                        let (a, b) = pair(start + place)
                        found.initializeElement(at: place, to: (piece(a), piece(b), false))
                    }
                    for place in 0..<number {
                        let (one, other) = (found[place].one, found[place].other)
                        // Ids that follow one another differ at their ends.
                        found[place].ends = one.length == other.length && one.last(bytes) == other.last(bytes)
                    }
                    for place in 0..<number
                    where !found[place].ends || !TextList.areSame(found[place].one, found[place].other, in: bytes) {
                        unlike.append(start + place)
                    }
                }
            }
        }
        return unlike
    }

    /// Where the bytes of a row's text lie: those of the common beginning, then its own.
    private struct Piece {
        var start: Int
        var shared: Int
        var own: Int
        var length: Int

        /// The last byte; 0 of an empty text.
        @inline(__always)
        func last(_ bytes: UnsafeRawBufferPointer) -> UInt8 {
            length == 0 ? 0 : length == shared ? bytes[start + shared - 1] : bytes[own + length - shared - 1]
        }
    }

    @inline(__always)
    private func piece(_ row: Int) -> Piece {
        let block = blocks[row >> TextList.blockBits]
        return Piece(
            start: block.start, shared: block.shared, own: ownStart(row), length: block.shared + ownLength(row))
    }

    /// Whether two texts of the same length are the same: what both have from their common beginnings, then what one has from it and the
    /// other as its own, then what is left.
    private static func areSame(_ one: Piece, _ other: Piece, in bytes: UnsafeRawBufferPointer) -> Bool {
        let (less, more) = one.shared <= other.shared ? (one, other) : (other, one)
        let between = more.shared - less.shared
        return isSame(bytes, more.own, less.own + between, more.length - more.shared)
            && isSame(bytes, more.start + less.shared, less.own, between)
            && (more.start == less.start || isSame(bytes, more.start, less.start, less.shared))
    }

    @inline(__always)
    private static func isSame(_ bytes: UnsafeRawBufferPointer, _ a: Int, _ b: Int, _ count: Int) -> Bool {
        var place = 0
        while place < count, bytes[a + place] == bytes[b + place] { place += 1 }
        return place == count
    }

    /// Where what a row has of its own begins among the bytes.
    @inline(__always)
    func ownStart(_ row: Int) -> Int {
        let block = blocks[row >> TextList.blockBits]
        return block.start + block.shared + ownLengths(row & ~(TextList.block - 1)..<row)
    }

    /// Calls `body` with each of some rows, in their order, and the bytes of its text; until it says no.
    public func forEach(in rows: Range<Int>, _ body: (Int, UnsafeRawBufferPointer) -> Bool) {
        // Texts that share a beginning are not long.
        withUnsafeTemporaryAllocation(byteCount: Int(TextList.long), alignment: 1) { text in
            bytes.withUnsafeBytes { all in
                var row = rows.lowerBound
                while row < rows.upperBound {
                    let number = row >> TextList.blockBits
                    let (block, first) = (blocks[number], number << TextList.blockBits)
                    var start = block.start + block.shared + ownLengths(first..<row)
                    let rest = UnsafeMutableRawBufferPointer(rebasing: text[block.shared...])
                    text.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[block.start..<block.start + block.shared]))
                    for row in row..<Swift.min(rows.upperBound, first + TextList.block) {
                        let own = UnsafeRawBufferPointer(rebasing: all[start..<start + ownLength(row)])
                        start += own.count
                        if block.shared == 0 {
                            guard body(row, own) else { return }
                        } else {
                            rest.copyMemory(from: own)
                            guard body(row, UnsafeRawBufferPointer(rebasing: text[..<(block.shared + own.count)])) else {
                                return
                            }
                        }
                    }
                    row = first + TextList.block
                }
            }
        }
    }

    /// The rows whose bytes `fits` says yes to; several rows are looked at at once.
    public func rows(where fits: @Sendable (UnsafeRawBufferPointer) -> Bool) -> [Int] {
        concurrently(over: 0..<count, by: 1 << 18) { range in
            var rows: [Int] = []
            forEach(in: range) { row, text in
                if fits(text) { rows.append(row) }
                return true
            }
            return rows
        }.flatMap { $0 }
    }

    /// Adds a text.
    public mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
    }

    /// Adds a text by its bytes.
    public mutating func append(_ text: UnsafeRawBufferPointer) {
        if lengths.count & (TextList.block - 1) == 0 { blocks.append(Block(start: bytes.count, shared: 0)) }
        bytes.append(contentsOf: text)
        note(length: text.count)
        if lengths.count & (TextList.block - 1) == 0 { pack() }
    }

    /// Notes the length of the next row's text.
    @inline(__always)
    private mutating func note(length: Int) {
        if length >= Int(TextList.long) {
            longLengths[lengths.count] = length
            lengths.append(TextList.long)
        } else {
            lengths.append(UInt8(truncatingIfNeeded: length))
        }
    }

    /// Takes the common beginning of the last block's texts out of all but the first.
    private mutating func pack() {
        let (start, rows) = (blocks[blocks.count - 1].start, lengths.count - TextList.block..<lengths.count)
        // Long texts are few, and stay as they are.
        for row in rows where lengths[row] == TextList.long { return }
        let shared = shared(by: rows, from: start)
        guard shared > 0 else { return }
        blocks[blocks.count - 1].shared = shared
        var (from, end) = (start + shared, start + shared)
        bytes.withUnsafeMutableBytes { [lengths] bytes in
            for row in rows {
                let own = Int(lengths[row]) - shared
                if from > end { for place in 0..<own { bytes[end + place] = bytes[from + place] } }
                (from, end) = (from + own + shared, end + own)
            }
        }
        bytes.removeLast(bytes.count - end)
        for row in rows { lengths[row] -= UInt8(truncatingIfNeeded: shared) }
    }

    /// How many bytes the texts of some rows, which begin at a place, have in common at their beginning.
    private func shared(by rows: Range<Int>, from first: Int) -> Int {
        bytes.withUnsafeBytes { bytes in
            var (shared, start) = (Int(lengths[rows.lowerBound]), first)
            for row in rows {
                let length = Int(lengths[row])
                var same = 0
                while same < Swift.min(shared, length), bytes[start + same] == bytes[first + same] { same += 1 }
                (shared, start) = (same, start + length)
            }
            return shared
        }
    }

    /// Adds the texts of a list to whole blocks, as they are.
    mutating func join(_ more: TextList) {
        precondition(lengths.count & (TextList.block - 1) == 0, "the last block is whole")
        let (start, rows) = (bytes.count, lengths.count)
        bytes.append(contentsOf: more.bytes)
        lengths.append(contentsOf: more.lengths)
        for (row, length) in more.longLengths { longLengths[rows + row] = length }
        for block in more.blocks { blocks.append(Block(start: start + block.start, shared: block.shared)) }
    }

    /// Adds the text of a row of another list.
    public mutating func append(_ row: Int, of other: TextList) { other.withBytes(row) { append($0) } }

    /// The texts of some rows, in the order given.
    @inlinable public func filtered(_ rows: some Collection<Int>) -> TextList {
        var result = TextList()
        for row in rows { result.append(row, of: self) }
        return result
    }

    /// The texts of some rows.
    public func filtered(_ keep: (Int) -> Bool) -> TextList { filtered(indices.filter(keep)) }

    /// Makes room for so many rows and bytes.
    public mutating func reserveCapacity(rows: Int, bytes: Int) {
        lengths.reserveCapacity(rows)
        blocks.reserveCapacity(rows >> TextList.blockBits + 1)
        self.bytes.reserveCapacity(bytes)
    }

    /// Calls `body` with the bytes and with the lengths of the texts, for making ready the memory that is reserved for more.
    public mutating func withStorage(_ body: (inout [UInt8], inout [UInt8]) -> Void) { body(&bytes, &lengths) }
}

extension TextList {
    /// Writes the list as it lies in memory.
    public func store(in sink: inout some ColumnSink) {
        let long = longLengths.sorted { $0.key < $1.key }
        sink.write(bytes)
        sink.write(lengths)
        sink.write(blocks.map(\.start))
        sink.write(blocks.map { UInt8(truncatingIfNeeded: $0.shared) })
        sink.write(long.map(\.key))
        sink.write(long.map(\.value))
    }

    /// Reads what ``store(in:)`` wrote, and looks whether every text lies among the bytes.
    public init(from supply: inout some ColumnSupply) throws(ColumnDamage) {
        self.init()
        bytes = try supply.values(UInt8.self)
        lengths = try supply.values(UInt8.self)
        let (starts, shared) = (try supply.values(Int.self), try supply.values(UInt8.self))
        let (rows, long) = (try supply.values(Int.self), try supply.values(Int.self))
        let blockCount = (lengths.count + TextList.block - 1) >> TextList.blockBits
        let isWhole = starts.count == blockCount && shared.count == blockCount && rows.count == long.count
        try ColumnDamage.unless(isWhole, "ids without their places")
        for (row, length) in zip(rows, long) {
            let isOne = lengths.indices.contains(row) && lengths[row] == TextList.long && length >= Int(TextList.long)
            try ColumnDamage.unless(isOne && length <= bytes.count && longLengths[row] == nil, "a long id without its place")
            longLengths[row] = length
        }
        blocks = zip(starts, shared).map { Block(start: $0, shared: Int($1)) }
        try ColumnDamage.unless(isSound, "ids that lie elsewhere")
    }

    /// Whether each block ends where the next begins, the last where the bytes end.
    private var isSound: Bool {
        var (end, isSound, longs) = (0, true, 0)
        lengths.withUnsafeBufferPointer { lengths in
            for (number, block) in blocks.enumerated() {
                let rows = number << TextList.blockBits..<Swift.min(lengths.count, (number + 1) << TextList.blockBits)
                var (own, most, long) = (0, 0, 0)
                for row in rows {
                    own &+= Int(lengths[row])
                    most = Swift.max(most, Int(lengths[row]))
                    long &+= lengths[row] == TextList.long ? 1 : 0
                }
                longs += long
                // What shares a beginning has no long text in its block.
                isSound = isSound && block.start == end && (block.shared == 0 || block.shared + most < Int(TextList.long))
                if long > 0 { own = rows.reduce(0) { $0 + (longLengths[$1] ?? Int(lengths[$1])) } }
                end = block.start + block.shared + own
            }
        }
        return isSound && longs == longLengths.count && end == bytes.count
    }
}
