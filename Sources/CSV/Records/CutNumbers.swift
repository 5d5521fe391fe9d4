/// How records are read whose numbers hold the file's delimiter and are not quoted (`12,000` in a file with commas): such a number
/// makes a cell too many. Its pieces are put together again where they, and no others, make the record fit the header.
struct CutNumbers: Sendable, Equatable {
    /// What stands behind the comma.
    enum Sign: Sendable, Equatable {
        /// Groups of three digits.
        case thousands
        /// One or two decimals.
        case decimals
    }

    /// What is done with a record of too many cells.
    enum Use: Sendable, Equatable {
        /// Nothing; it is only said of the record that it is in doubt.
        case watch
        /// It is mended where that can be done in one way only.
        case mend
        /// It is mended in the first way: to see where the table is, never to take a value.
        case guess
    }

    var sign = Sign.thousands
    var use = Use.watch
    /// The columns that may hold such a number, one bit each.
    var columns = UInt128.max
    /// The columns that are known to hold some: a lone cell there begins with no 0.
    var known: UInt128 = 0

    /// The columns that are told apart, and the cells too many that are looked into; a record beyond that stays as it is.
    static let columnLimit = 128
    static let spareLimit = 16

    /// Which cells of a record belong together.
    struct Ways: Equatable {
        /// In how many ways: none, one, or several (2).
        var count = 0
        /// The cells that go on in the next one, in one of the ways: one bit each.
        var joints = CellSet()
    }
}

/// A set of cells of one record, up to ``CutNumbers/columnLimit`` plus ``CutNumbers/spareLimit`` of them.
struct CellSet: Equatable {
    private var low: UInt128 = 0
    private var high: UInt64 = 0

    func contains(_ cell: Int) -> Bool {
        cell < 128 ? low >> UInt128(cell) & 1 != 0 : high >> UInt64(cell - 128) & 1 != 0
    }

    mutating func insert(_ cell: Int) {
        if cell < 128 { low |= 1 << UInt128(cell) } else { high |= 1 << UInt64(cell - 128) }
    }
}

extension CutNumbers {
    /// In how many ways the pieces of a record's cells can be put together so that `expected` cells are left.
    func ways(_ pieces: UnsafeBufferPointer<NumberPiece>, expected: Int) -> Ways {
        let cells = pieces.count
        let spare = cells - expected
        guard spare > 0, spare <= Self.spareLimit, expected > 0, expected <= Self.columnLimit else { return Ways() }
        // counts[cell * width + used]: in how many ways the cells before `cell` can be read with `used` of them gone.
        let width = spare + 1
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: (cells + 1) * width) { counts in
            counts.initialize(repeating: 0)
            counts[0] = 1
            for cell in 0..<cells {
                for used in 0...min(spare, cell) where counts[cell * width + used] > 0 {
                    let before = counts[cell * width + used]
                    forEachNumber(pieces, from: cell, column: cell - used, spare: spare - used) { length in
                        let place = (cell + length) * width + used + length - 1
                        counts[place] = min(2, counts[place] + before)
                    }
                }
            }
            var ways = Ways(count: Int(counts[cells * width + spare]))
            if ways.count > 0 { ways.joints = trace(pieces, UnsafeBufferPointer(counts), width) }
            return ways
        }
    }

    /// Calls `body` with each number of cells, from `cell` on, that can be one cell of the record.
    @inline(__always)
    private func forEachNumber(
        _ pieces: UnsafeBufferPointer<NumberPiece>, from cell: Int, column: Int, spare: Int, _ body: (Int) -> Void
    ) {
        let bit = UInt128(1) << UInt128(column)
        if known & bit == 0 || !pieces[cell].contains(.startsWithZero) { body(1) }
        guard columns & bit != 0, spare > 0, cell + 1 < pieces.count else { return }
        switch sign {
        case .decimals:
            if pieces[cell].contains(.whole), pieces[cell + 1].contains(.fraction) { body(2) }
        case .thousands:
            guard pieces[cell].contains(.head) else { return }
            var length = 2
            while length <= spare + 1, cell + length <= pieces.count {
                if pieces[cell + length - 1].contains(.tail) { body(length) }
                guard pieces[cell + length - 1].contains(.group) else { return }
                length += 1
            }
        }
    }

    /// Goes back along one of the ways.
    private func trace(
        _ pieces: UnsafeBufferPointer<NumberPiece>, _ counts: UnsafeBufferPointer<UInt8>, _ width: Int
    ) -> CellSet {
        var joints = CellSet()
        var (cell, used) = (pieces.count, width - 1)
        while cell > 0 {
            var step = 0
            for length in 1...min(cell, used + 1) where step == 0 {
                let (start, before) = (cell - length, used - length + 1)
                guard before <= start, counts[start * width + before] > 0 else { continue }
                forEachNumber(pieces, from: start, column: start - before, spare: width - 1 - before) { other in
                    if other == length { step = length }
                }
            }
            guard step > 0 else { return joints }
            for joint in cell - step..<cell - 1 { joints.insert(joint) }
            cell -= step
            used -= step - 1
        }
        return joints
    }
}
