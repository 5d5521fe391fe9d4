import Facts

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
        var (before, isFirst, areAscending) = ([UInt8](), true, true)
        forEach(in: Swift.max(0, rows.lowerBound - 1)..<rows.upperBound) { _, text in
            areAscending = isFirst || before.withUnsafeBytes { $0.lexicographicallyPrecedes(text) }
            isFirst = false
            before.removeAll(keepingCapacity: true)
            before.append(contentsOf: text)
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
        let hashes = rows.map { withBytes(Int($0), BytePool.hash) }
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
                    if other.hash == hash, areSame(Int(other.row), Int(row)) {
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

    private func areSame(_ a: Int, _ b: Int) -> Bool {
        length(a) == length(b) && withBytes(a) { a in withBytes(b) { a.elementsEqual($0) } }
    }
}
