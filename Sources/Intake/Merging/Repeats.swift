import Facts

extension TextList {
    /// Each of `rows` whose text a later one of them has too, with the first such.
    ///
    /// Rows are dealt out by the hash of their text into heaps that fit a processor's cache, so that looking for equals in each
    /// does not wait for memory. The pairs are in no order.
    ///
    /// - Parameter apart: Rows of which no two have the same text.
    func repeats(among all: [Int32], apart: Range<Int> = 0..<0) -> [(old: Int, new: Int)] {
        // By row of the list, whether it is one of these or not: going through it is quick.
        let hashes = concurrently(over: 0..<count, by: 1 << 16) { rows in
            var hashes: [UInt32] = []
            hashes.reserveCapacity(rows.count)
            forEach(in: rows) { _, text in
                hashes.append(BytePool.hash(text))
                return true
            }
            return hashes
        }
        let rows = apart.isEmpty ? all : TextList.withoutUnlike(all, apart, hashes)
        var heaps = 1
        while heaps < 1 << 12, rows.count / heaps > 1 << 15 { heaps *= 2 }
        let shift = UInt32(32 - heaps.trailingZeroBitCount)
        // Of many rows half of the heaps at a time, of very many a quarter, so that they are not all in memory a second time.
        let few = Swift.max(1, rows.count > 1 << 21 ? heaps / 4 : rows.count > 1 << 19 ? heaps / 2 : heaps)
        var found: [(old: Int, new: Int)] = []
        for first in stride(from: 0, to: heaps, by: few) {
            let dealt = concurrently(over: 0..<rows.count, by: 1 << 16) { places in
                let hashed = rows[places].map { RowHash(row: $0, hash: hashes[Int($0) >> 16][Int($0) & 0xFFFF]) }
                return Dealt(hashed, to: first..<first + few, shift)
            }
            found += concurrently(few) { heap in repeats(among: dealt.flatMap { $0[heap] }) }.joined()
        }
        return found
    }

    /// Rows without those of some, of which no two are alike, that cannot be like one of the others by their hashes.
    private static func withoutUnlike(_ rows: [Int32], _ apart: Range<Int>, _ hashes: [[UInt32]]) -> [Int32] {
        @Sendable func hash(_ row: Int32) -> UInt32 { hashes[Int(row) >> 16][Int(row) & 0xFFFF] }
        let others = rows.filter { !apart.contains(Int($0)) }
        var bits: UInt32 = 6
        while bits < 32, 1 << bits < others.count * 16 { bits += 1 }
        // By the first bits of a hash whether one of the others has them.
        var marks = [UInt64](repeating: 0, count: 1 << (bits - 6))
        for row in others {
            let place = Int(hash(row) >> (32 - bits))
            marks[place >> 6] |= 1 << UInt64(place & 63)
        }
        return Array(
            concurrently(over: 0..<rows.count, by: 1 << 16) { [marks, bits] places in
                rows[places].filter { row in
                    let place = Int(hash(row) >> (32 - bits))
                    return marks[place >> 6] & 1 << UInt64(place & 63) != 0
                }
            }.joined())
    }

    /// The same of the rows of one heap.
    private func repeats(among entries: [RowHash]) -> [(old: Int, new: Int)] {
        // Texts are compared once it is known which: those of the same hash are the same nearly always.
        let likely = repeats(among: entries) { _, _ in true }
        let wrong = unlike(likely.count) { likely[$0].rows }
        guard !wrong.isEmpty else { return likely.map(\.rows) }
        let doubtful = Set(wrong.map { likely[$0].new.hash })
        let rest = entries.filter { doubtful.contains($0.hash) }
        return (likely.filter { !doubtful.contains($0.new.hash) } + repeats(among: rest, where: areSame)).map(\.rows)
    }

    /// The pairs among the rows of a heap that have the same hash and fit.
    private func repeats(among entries: [RowHash], where fits: (Int, Int) -> Bool) -> [RowPair] {
        var size = 16
        while size < entries.count * 2 { size *= 2 }
        var table = [Int32](repeating: -1, count: size)
        var found: [RowPair] = []
        for (entry, own) in entries.enumerated() {
            var place = Int(own.hash) & (size - 1)
            while table[place] >= 0 {
                let other = entries[Int(table[place])]
                if other.hash == own.hash, fits(Int(other.row), Int(own.row)) {
                    found.append(RowPair(old: other, new: own))
                    break
                }
                place = (place + 1) & (size - 1)
            }
            table[place] = Int32(entry)
        }
        return found
    }
}

/// A row that repeats another.
private struct RowPair {
    var old: RowHash
    var new: RowHash
    var rows: (old: Int, new: Int) { (Int(old.row), Int(new.row)) }
}

/// A row and the hash of its text.
private struct RowHash: Sendable {
    var row: Int32
    var hash: UInt32
}

/// Some rows by the heap they are dealt to, in their order.
private struct Dealt: Sendable {
    private var rows: [RowHash] = []
    /// Where each heap begins.
    private var starts: [Int]

    /// The rows of some heaps, whose numbers are the first bits of the hashes.
    ///
    /// - Parameter shift: How many bits the others are.
    init(_ all: [RowHash], to heaps: Range<Int>, _ shift: UInt32) {
        starts = Array(repeating: 0, count: heaps.count + 1)
        for row in all where heaps.contains(Int(row.hash >> shift)) {
            starts[Int(row.hash >> shift) - heaps.lowerBound + 1] += 1
        }
        for heap in 0..<heaps.count { starts[heap + 1] += starts[heap] }
        var next = starts
        rows = Array(repeating: RowHash(row: 0, hash: 0), count: starts[heaps.count])
        for row in all where heaps.contains(Int(row.hash >> shift)) {
            let heap = Int(row.hash >> shift) - heaps.lowerBound
            rows[next[heap]] = row
            next[heap] += 1
        }
    }

    /// The rows of a heap.
    subscript(heap: Int) -> ArraySlice<RowHash> { rows[starts[heap]..<starts[heap + 1]] }
}
