/// Seconds of rows of which many have none: those that are there, side by side, and which rows have them.
///
/// A row takes one and a half bits, and four bytes more where it has a second. The values of rows that follow one another do so too.
@usableFromInline
struct SparseSeconds: Sendable {
    /// The seconds that are there, in the order of rows.
    @usableFromInline var values: [UInt32] = []
    /// By 64 rows which of them have one: the first row's bit is the lowest. Bits past the last row are 0.
    @usableFromInline var bits: [UInt64] = []
    /// By 64 rows how many values lie before theirs.
    @usableFromInline var starts: [UInt32] = []
    /// How many rows there are.
    @usableFromInline var count = 0

    /// How many of them have no second.
    var missing: Int { count - values.count }

    /// No rows.
    init() {}

    /// So many rows, of which `fill` adds the seconds one after the other, ``StampColumn/none`` where a row has none.
    @inlinable @inline(__always)
    init(rows count: Int, _ fill: (inout StampColumn.Adder) -> Void) {
        var found = [UInt64](repeating: 0, count: (count + 63) / 64)
        // One place more, as each row's second is written to the next place, whether it has one or not: so there is no branch to guess.
        values = [UInt32](unsafeUninitializedCapacity: count + 1) { values, used in
            found.withUnsafeMutableBufferPointer { found in
                var adder = StampColumn.Adder(values, found, rows: count)
                fill(&adder)
                used = adder.finish()
            }
        }
        (bits, self.count) = (found, count)
        countStarts()
    }

    /// Rows with the seconds of each, ``StampColumn/none`` where it has none.
    init(_ seconds: [UInt32]) {
        self.init(rows: seconds.count) { adder in for second in seconds { adder.add(second) } }
    }

    /// The rows of `bits` that have values; nil where the two do not belong together.
    init?(values: [UInt32], bits: [UInt64], count: Int) {
        guard count >= 0, bits.count == (count + 63) / 64 else { return nil }
        if let last = bits.last, count % 64 != 0, last >> UInt64(count % 64) != 0 { return nil }
        guard bits.reduce(0, { $0 + $1.nonzeroBitCount }) == values.count, !values.contains(StampColumn.none) else {
            return nil
        }
        (self.values, self.bits, self.count) = (values, bits, count)
        countStarts()
    }

    /// How many bytes the rows take.
    var byteCount: Int { values.count * 4 + bits.count * 8 + starts.count * 4 }

    // MARK: Looking up

    /// How many values lie before a row's, which may be the one past the last.
    @inlinable @inline(__always)
    func place(of row: Int) -> Int {
        let word = row &>> 6
        if word == bits.count { return values.count }
        let before = bits[word] & ((1 &<< UInt64(truncatingIfNeeded: row & 63)) &- 1)
        return Int(starts[word]) &+ before.nonzeroBitCount
    }

    /// The places of the values of some rows.
    @inlinable @inline(__always)
    func places(of rows: Range<Int>) -> Range<Int> { place(of: rows.lowerBound)..<place(of: rows.upperBound) }

    /// A row's second, ``StampColumn/none`` where it has none.
    @inlinable
    subscript(row: Int) -> UInt32 {
        @inline(__always) get {
            let word = bits[row &>> 6]
            let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: row & 63)
            guard word & bit != 0 else { return StampColumn.none }
            return values[Int(starts[row &>> 6]) &+ (word & (bit &- 1)).nonzeroBitCount]
        }
    }

    /// Calls `body` with each of some rows that has a second.
    @inlinable @inline(__always)
    func forEach(of rows: Range<Int>, _ body: (_ row: Int, _ second: UInt32) -> Void) {
        guard !rows.isEmpty else { return }
        precondition(rows.lowerBound >= 0 && rows.upperBound <= count, "the column has these rows")
        let (first, last) = (rows.lowerBound &>> 6, (rows.upperBound &- 1) &>> 6)
        var next = place(of: rows.lowerBound)
        values.withUnsafeBufferPointer { values in
            bits.withUnsafeBufferPointer { bits in
                for word in first...last {
                    var own = bits[word]
                    if word == first { own &= ~0 &<< UInt64(truncatingIfNeeded: rows.lowerBound & 63) }
                    if word == last { own &= ~0 &>> UInt64(truncatingIfNeeded: 63 &- ((rows.upperBound &- 1) & 63)) }
                    while own != 0 {
                        body(word &<< 6 | own.trailingZeroBitCount, values[next])
                        own &= own &- 1
                        next &+= 1
                    }
                }
            }
        }
    }

    /// The seconds of all rows, ``StampColumn/none`` where a row has none.
    var spread: [UInt32] {
        var seconds = [UInt32](repeating: StampColumn.none, count: count)
        seconds.withUnsafeMutableBufferPointer { seconds in forEach(of: 0..<count) { seconds[$0] = $1 } }
        return seconds
    }

    // MARK: Adding and choosing

    /// Adds a row.
    mutating func append(_ second: UInt32) {
        if count % 64 == 0 {
            bits.append(0)
            starts.append(UInt32(values.count))
        }
        if second != StampColumn.none {
            bits[bits.count - 1] |= 1 << UInt64(count % 64)
            values.append(second)
        }
        count += 1
    }

    /// Adds rows with the seconds of each.
    mutating func append(_ seconds: [UInt32]) { append(SparseSeconds(seconds)) }

    /// Adds the rows of others.
    mutating func append(_ other: SparseSeconds) {
        // Those that begin in the midst of a word take the bits that it has left, and leave their own last ones to the next.
        let used = UInt64(count % 64)
        count += other.count
        if used == 0 {
            bits.append(contentsOf: other.bits)
        } else {
            for word in other.bits {
                bits[bits.count - 1] |= word << used
                bits.append(word >> (64 - used))
            }
            bits.removeLast(bits.count - (count + 63) / 64)
        }
        values.append(contentsOf: other.values)
        countStarts()
    }

    /// Counts what lies before each word that is new.
    @usableFromInline mutating func countStarts() {
        if starts.isEmpty, !bits.isEmpty { starts.append(0) }
        while starts.count < bits.count {
            let last = starts.count - 1
            starts.append(starts[last] + UInt32(bits[last].nonzeroBitCount))
        }
    }

    /// Some of the rows, in the order given.
    func picked(_ rows: some Sequence<Int>) -> SparseSeconds {
        var part = SparseSeconds()
        for row in rows { part.append(self[row]) }
        return part
    }

    /// Keeps some of the rows, which ascend; values move up within the memory that they have.
    mutating func keep(_ rows: [Int32]) {
        precondition(rows.isEmpty || rows[0] >= 0 && Int(rows[rows.count - 1]) < count, "the column has these rows")
        var next = 0
        values.withUnsafeMutableBufferPointer { values in
            bits.withUnsafeMutableBufferPointer { bits in
                starts.withUnsafeMutableBufferPointer { starts in
                    var kept: UInt64 = 0
                    var begin = 0
                    for index in 0..<rows.count {
                        // What has been written lies before what is read: of a row's own word nothing was written yet.
                        let (word, place) = (Int(rows[index]) &>> 6, UInt64(truncatingIfNeeded: rows[index] & 63))
                        let isThere = bits[word] &>> place & 1
                        if isThere != 0 {
                            let before = bits[word] & ((1 &<< place) &- 1)
                            values[next] = values[Int(starts[word]) &+ before.nonzeroBitCount]
                            next &+= 1
                        }
                        kept |= isThere &<< UInt64(truncatingIfNeeded: index & 63)
                        if index & 63 == 63 || index == rows.count &- 1 {
                            (bits[index &>> 6], starts[index &>> 6]) = (kept, UInt32(truncatingIfNeeded: begin))
                            (kept, begin) = (0, next)
                        }
                    }
                }
            }
        }
        values.removeLast(values.count - next)
        count = rows.count
        bits.removeLast(bits.count - (count + 63) / 64)
        starts.removeLast(starts.count - bits.count)
    }

    /// Makes room for so many rows in all, as far as those that are there let expect.
    mutating func reserveCapacity(_ rows: Int) {
        values.reserveCapacity(expected(rows))
        bits.reserveCapacity(rows / 64 + 1)
        starts.reserveCapacity(rows / 64 + 1)
    }

    /// Calls `body` with the values, and with the places that those of some rows more will take.
    mutating func withStorage(_ rows: Range<Int>, _ body: (inout [UInt32], Range<Int>) -> Void) {
        let first = values.count
        body(&values, first..<first + expected(rows.count))
    }

    /// How many values so many rows will have.
    private func expected(_ rows: Int) -> Int {
        count == 0 ? rows : min(rows, Int(Double(values.count) / Double(count) * 1.05 * Double(rows)) + 64)
    }
}

extension StampColumn {
    /// Takes the seconds of a column's rows, one after the other.
    public struct Adder: ~Copyable {
        @usableFromInline let values: UnsafeMutableBufferPointer<UInt32>
        @usableFromInline let bits: UnsafeMutableBufferPointer<UInt64>
        @usableFromInline let rows: Int
        @usableFromInline var row = 0
        @usableFromInline var used = 0
        @usableFromInline var word: UInt64 = 0

        @inlinable init(_ values: UnsafeMutableBufferPointer<UInt32>, _ bits: UnsafeMutableBufferPointer<UInt64>, rows: Int) {
            (self.values, self.bits, self.rows) = (values, bits, rows)
        }

        /// Adds the second of the next row, ``StampColumn/none`` where it has none.
        @inlinable @inline(__always)
        public mutating func add(_ second: UInt32) {
            precondition(row < rows, "the column has so many rows")
            let isThere: UInt64 = second == StampColumn.none ? 0 : 1
            values[used] = second
            used &+= Int(truncatingIfNeeded: isThere)
            word |= isThere &<< UInt64(truncatingIfNeeded: row & 63)
            row &+= 1
            if row & 63 == 0 {
                bits[row &>> 6 &- 1] = word
                word = 0
            }
        }

        /// How many rows have a second, once all were added.
        @inlinable mutating func finish() -> Int {
            precondition(row == rows, "each row was added")
            if row & 63 != 0 { bits[row &>> 6] = word }
            return used
        }
    }
}
