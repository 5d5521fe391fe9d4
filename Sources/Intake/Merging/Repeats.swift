import Facts
import Glibc

extension TextList {
    /// Whether each text comes after the one before in the order of their bytes: then none is there twice.
    var isAscending: Bool {
        let slice = 1 << 18
        return !concurrently((count + slice - 1) / slice) { number in
            areAscending(number * slice..<Swift.min(count, (number + 1) * slice))
        }.contains(false)
    }

    /// Whether each text of some rows comes after the one before, that of the first too.
    private func areAscending(_ rows: Range<Int>) -> Bool {
        // The text before, in room that is made larger for a longer one.
        var (before, length, areAscending) = ([UInt8](repeating: 0, count: 64), -1, true)
        forEach(in: Swift.max(0, rows.lowerBound - 1)..<rows.upperBound) { _, text in
            if text.count > before.count { before += [UInt8](repeating: 0, count: text.count) }
            before.withUnsafeMutableBytes { before in
                if length >= 0 {
                    let same = Swift.min(length, text.count)
                    let order = same == 0 ? 0 : memcmp(before.baseAddress!, text.baseAddress!, same)
                    areAscending = order < 0 || order == 0 && length < text.count
                }
                before.copyMemory(from: text)
                length = text.count
            }
            return areAscending
        }
        return areAscending
    }

    /// Each of `rows` whose text a later one of them has too, with the first such.
    ///
    /// Rows are dealt out by the hash of their text into heaps that fit a processor's cache, so that looking for equals in each
    /// does not wait for memory.
    func repeats(among rows: [Int32]) -> [(old: Int, new: Int)] {
        var heaps = 1
        while heaps < 1 << 12, rows.count / heaps > 1 << 15 { heaps *= 2 }
        let shift = UInt32(32 - heaps.trailingZeroBitCount)
        func heap(_ hash: UInt32) -> Int { heaps == 1 ? 0 : Int(hash >> shift) }
        let slice = 1 << 16
        // By row of the list, whether it is one of these or not: going through it is quick.
        let hashes = Array(
            concurrently((count + slice - 1) / slice) { number in
                var hashes: [UInt32] = []
                forEach(in: number * slice..<Swift.min(count, (number + 1) * slice)) { _, text in
                    hashes.append(BytePool.hash(text))
                    return true
                }
                return hashes
            }.joined())
        var starts = [Int](repeating: 0, count: heaps + 1)
        for row in rows { starts[heap(hashes[Int(row)]) + 1] += 1 }
        for index in 0..<heaps { starts[index + 1] += starts[index] }
        // A quarter of the heaps at a time, so that rows are not all in memory a second time.
        let few = Swift.max(1, heaps / 4)
        var found: [(old: Int, new: Int)] = []
        for own in stride(from: 0, to: heaps, by: few).map({ $0..<$0 + few }) {
            let first = starts[own.lowerBound]
            var next = starts
            var dealt = [RowHash](repeating: RowHash(row: 0, hash: 0), count: starts[own.upperBound] - first)
            for row in rows {
                let hash = hashes[Int(row)]
                let index = heap(hash)
                guard own.contains(index) else { continue }
                dealt[next[index] - first] = RowHash(row: row, hash: hash)
                next[index] += 1
            }
            found += concurrently(few) { [dealt, starts] index in
                let index = own.lowerBound + index
                return repeats(among: dealt[starts[index] - first..<starts[index + 1] - first])
            }.joined()
        }
        return found.sorted { $0.new < $1.new }
    }

    /// A row and the hash of its text.
    private struct RowHash: Sendable {
        var row: Int32
        var hash: UInt32
    }

    /// The same of the rows of one heap.
    private func repeats(among entries: ArraySlice<RowHash>) -> [(old: Int, new: Int)] {
        var size = 16
        while size < entries.count * 2 { size *= 2 }
        var table = [Int32](repeating: -1, count: size)
        var found: [(old: Int, new: Int)] = []
        for (entry, own) in zip(entries.indices, entries) {
            var place = Int(own.hash) & (size - 1)
            while table[place] >= 0 {
                let other = entries[Int(table[place])]
                if other.hash == own.hash, areSame(Int(other.row), Int(own.row)) {
                    found.append((Int(other.row), Int(own.row)))
                    break
                }
                place = (place + 1) & (size - 1)
            }
            table[place] = Int32(entry)
        }
        return found
    }

    private func areSame(_ a: Int, _ b: Int) -> Bool {
        length(a) == length(b) && withBytes(a) { a in withBytes(b) { a.elementsEqual($0) } }
    }
}
