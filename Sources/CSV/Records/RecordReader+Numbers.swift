extension RecordReader {
    /// What became of a record with cells too many.
    enum Mending: Equatable {
        /// Its cells are what they are: no number in it was cut apart.
        case none
        /// A number may have been cut apart; where, cannot be said for sure.
        case doubtful
        /// Its numbers are whole again; this many cells are left.
        case mended(Int)
    }

    /// Puts the pieces of numbers together in the record that begins at `start` and whose `cells` cells were just cut, from the end
    /// `firstEnd` on; their ends are left as they are where that cannot be done.
    func mend(_ start: Int, _ firstEnd: Int, _ cells: Int) -> Mending {
        guard let numbers = grammar.numbers, let ways = ways(numbers, start, firstEnd, cells) else { return .none }
        switch numbers.use {
        case .watch: return .doubtful
        case .mend where ways.count > 1: return .doubtful
        case .mend, .guess: break
        }
        var kept = firstEnd
        for cell in 0..<cells where !ways.joints.contains(cell) {
            buffer.ends[kept] = buffer.ends[firstEnd + cell]
            kept += 1
        }
        buffer.endCount = kept
        return .mended(kept - firstEnd)
    }

    /// Whether the record whose cells were just cut has the usual number of cells, or would have it when mended.
    func fits(_ start: Int, _ firstEnd: Int, _ cells: Int) -> Bool {
        if cells == grammar.expected { return true }
        guard let numbers = grammar.numbers, numbers.use != .watch else { return false }
        return ways(numbers, start, firstEnd, cells)?.count == 1
    }

    /// Takes the record whose cells were just cut as it is, or mended; says what is wrong with it.
    func appendLong(_ start: Int, _ firstEnd: Int, _ cells: Int, _ repairs: inout Repairs) {
        switch mend(start, firstEnd, cells) {
        case .none:
            append(start, firstEnd, cells)
            repairs.add(.longRow, at: buffer.base + start, cells: cells)
        case .doubtful:
            append(start, firstEnd, cells, isDoubtful: true)
            repairs.add(.doubtfulNumber, at: buffer.base + start, cells: cells)
        case .mended(let left):
            append(start, firstEnd, left)
            repairs.add(.cutNumber, at: buffer.base + start, cells: cells)
        }
    }

    /// In how many ways the record's numbers can be put together; nothing where there is none. Empty cells at its end may be left
    /// over, as some programs end every line with a delimiter.
    private func ways(_ numbers: CutNumbers, _ start: Int, _ firstEnd: Int, _ cells: Int) -> CutNumbers.Ways? {
        let spare = cells - grammar.expected
        guard spare > 0, spare <= CutNumbers.spareLimit, grammar.expected <= CutNumbers.columnLimit else { return nil }
        return withUnsafeTemporaryAllocation(of: NumberPiece.self, capacity: cells) { pieces in
            var low = start
            for cell in 0..<cells {
                let high = Int(buffer.ends[firstEnd + cell])
                // Behind a delimiter with a blank a new cell begins; a number has none.
                if grammar.skipsSpace, cell > 0, low < high, bytes[low] == Byte.space {
                    pieces[cell] = NumberPiece(UnsafeRawBufferPointer(start: bytes + low + 1, count: high - low - 1))
                        .subtracting([.group, .tail, .fraction])
                } else {
                    pieces[cell] = NumberPiece(UnsafeRawBufferPointer(start: bytes + low, count: max(0, high - low)))
                }
                low = high + 1
            }
            for left in 0..<spare {
                let found = numbers.ways(UnsafeBufferPointer(pieces), expected: grammar.expected + left)
                if found.count > 0 { return found }
                let cell = cells - 1 - left
                let begin = cell > 0 ? Int(buffer.ends[firstEnd + cell - 1]) + 1 : start
                guard begin >= Int(buffer.ends[firstEnd + cell]) else { return nil }
            }
            return nil
        }
    }
}
