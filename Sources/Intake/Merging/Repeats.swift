import Facts

extension TextList {
    /// Whether each text comes after the one before in the order of their bytes: then none is there twice.
    var isAscending: Bool {
        withAll { bytes, ends in
            guard ends.count > 1 else { return true }
            var (low, middle) = (0, ends[0])
            for row in 1..<ends.count {
                let high = ends[row]
                let before = UnsafeRawBufferPointer(rebasing: bytes[low..<middle])
                let own = UnsafeRawBufferPointer(rebasing: bytes[middle..<high])
                if !before.lexicographicallyPrecedes(own) { return false }
                (low, middle) = (middle, high)
            }
            return true
        }
    }

    /// Each of `rows` whose text a later one of them has too, with the first such.
    ///
    /// Rows are dealt out by the hash of their text into heaps that fit a processor's cache, so that looking for equals in each
    /// does not wait for memory.
    func repeats(among rows: [Int32]) -> [(old: Int, new: Int)] {
        withAll { bytes, ends in
            func text(_ row: Int32) -> UnsafeRawBufferPointer {
                let row = Int(row)
                return UnsafeRawBufferPointer(rebasing: bytes[(row == 0 ? 0 : ends[row - 1])..<ends[row]])
            }
            var heaps = 1
            while heaps < 1 << 12, rows.count / heaps > 1 << 15 { heaps *= 2 }
            let shift = UInt32(32 - heaps.trailingZeroBitCount)
            let hashes = rows.map { BytePool.hash(text($0)) }
            func heap(_ hash: UInt32) -> Int { heaps == 1 ? 0 : Int(hash >> shift) }
            var starts = [Int](repeating: 0, count: heaps + 1)
            for hash in hashes { starts[heap(hash) + 1] += 1 }
            for index in 0..<heaps { starts[index + 1] += starts[index] }
            var next = starts
            var dealt = [(row: Int32, hash: UInt32)](repeating: (0, 0), count: rows.count)
            for (row, hash) in zip(rows, hashes) {
                let index = heap(hash)
                dealt[next[index]] = (row, hash)
                next[index] += 1
            }
            var found: [(old: Int, new: Int)] = []
            var table: [Int32] = []
            for index in 0..<heaps {
                let entries = starts[index]..<starts[index + 1]
                var size = 16
                while size < entries.count * 2 { size *= 2 }
                if table.count == size {
                    for place in 0..<size { table[place] = -1 }
                } else {
                    table = Array(repeating: -1, count: size)
                }
                for entry in entries {
                    let (row, hash) = dealt[entry]
                    var place = Int(hash) & (size - 1)
                    while table[place] >= 0 {
                        let other = dealt[Int(table[place])]
                        if other.hash == hash, text(other.row).elementsEqual(text(row)) {
                            found.append((Int(other.row), Int(row)))
                            break
                        }
                        place = (place + 1) & (size - 1)
                    }
                    table[place] = Int32(entry)
                }
            }
            return found.sorted { $0.new < $1.new }
        }
    }
}
