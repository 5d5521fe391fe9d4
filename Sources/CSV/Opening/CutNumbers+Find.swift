extension CutNumbers {
    /// What the records of a sample show about numbers in them that hold the delimiter.
    struct Found {
        /// How many cells the header has, and so a sound record.
        var width: Int
        var numbers: CutNumbers
    }

    /// How many of the first records may be the header; lines of titles stand above it.
    private static let headerReach = 20
    /// Where so many in a hundred records that are too long are explained by numbers cut apart, those are what makes them too long.
    private static let explainedShare = 90
    /// Where it is fewer, down to this share, numbers cut apart are among the things that do, and no record that is too long is
    /// taken as it is.
    private static let doubtfulShare = 50
    /// Where so many in a hundred records are a cell longer than the header and that cell is empty, lines end with a delimiter.
    private static let endedShare = 90

    /// Looks for a header that the records after it do not fit, but would if numbers with a comma were one cell. `sample` must have been cut
    /// without knowing how many cells are usual. Nothing where there is no such thing.
    static func find(in sample: Sample) -> Found? {
        guard sample.grammar.delimiter == Byte.comma else { return nil }
        let longest = (0..<sample.count).map { sample.cells($0) }.max() ?? 0
        for sign in [Sign.thousands, .decimals] {
            let numbers = CutNumbers(sign: sign, use: .mend)
            for header in 0..<min(headerReach, max(0, sample.count - 1)) {
                for width in widths(sample, header) where width < longest {
                    if let found = Census(sample, header: header, width: width, numbers)?.found { return found }
                }
            }
        }
        return nil
    }

    /// How many cells the records below a header may have: as many as it has; one more where all lines but it end with a
    /// delimiter; as many as it has names where it alone does.
    private static func widths(_ sample: Sample, _ header: Int) -> [Int] {
        func isEnded(_ record: Int) -> Bool { sample.raw(record, sample.cells(record) - 1).isEmpty }
        let cells = sample.cells(header)
        if isEnded(header + 1) { return isEnded(header) ? [cells] : [cells, cells + 1] }
        let names = (0..<cells).last { !sample.raw(header, $0).isEmpty }
        return isEnded(header) ? [cells, (names ?? 0) + 1] : [cells]
    }

    /// What the records after one that may be the header are like.
    private struct Census {
        let sample: Sample
        let header: Int
        let width: Int
        var numbers: CutNumbers
        /// The records with as many cells as the header.
        var sound: [Int] = []
        /// The longer records, by whether numbers cut apart explain them.
        var explained: [Int] = []
        var unexplained: [Int] = []
        /// How many longer ones end with one empty cell too many.
        var ended = 0

        /// Nothing where the record cannot be the header, or what follows it fits or has nothing to do with it.
        init?(_ sample: Sample, header: Int, width: Int, _ numbers: CutNumbers) {
            self.sample = sample
            self.header = header
            self.numbers = numbers
            self.width = width
            guard width >= 2, width <= CutNumbers.columnLimit, isHeader else { return nil }
            // Right below the header stands a record, not another line of titles.
            guard sample.cells(header + 1) >= width, ways(header + 1).map({ $0.count > 0 }) ?? true else { return nil }
            // Of the records that are too long the first tells whether this is their header.
            let long = (header + 1..<sample.count).first { sample.cells($0) > width }
            guard let long, let first = ways(long), first.count > 0 else { return nil }
            let pages = Pages(sample, header: header..<header + 1, titles: 0..<header)
            for record in header + 1..<sample.count where !pages.contains(record) {
                guard let ways = ways(record) else {
                    if sample.cells(record) == width { sound.append(record) }
                    continue
                }
                if ways.count > 0 { explained.append(record) } else { unexplained.append(record) }
                if sample.cells(record) == width + 1, sample.field(record, width).isEmpty { ended += 1 }
            }
            // What stands below the last record that fits are notes, or another table.
            let last = max(explained.last ?? 0, sound.last ?? 0)
            unexplained.removeAll { $0 > last }
            guard !explained.isEmpty, explained.count * 100 >= (explained.count + unexplained.count) * doubtfulShare else {
                return nil
            }
        }

        /// Whether the record is made of names.
        private var isHeader: Bool {
            let cells = sample.cells(header)
            let hard = (0..<cells).count { sample.shape(header, $0).isHard }
            return hard * 3 <= cells && sample.filled(header) * 2 > cells
        }

        /// In how many ways a record that is too long can be made to fit; nothing where it is not too long.
        private func ways(_ record: Int) -> Ways? {
            let cells = sample.cells(record)
            guard cells > width, cells <= width + CutNumbers.spareLimit else { return cells > width ? Ways() : nil }
            let pieces = (0..<cells).map { NumberPiece(sample.raw(record, $0)) }
            return pieces.withUnsafeBufferPointer { numbers.ways($0, expected: width) }
        }

        /// A number that was put together, where a record can be made to fit in one way only.
        struct Joint {
            var record: Int
            var column: Int
            /// Its pieces.
            var cells: Range<Int>
        }

        private func joints(_ record: Int) -> [Joint] {
            guard let ways = ways(record), ways.count == 1 else { return [] }
            var joints: [Joint] = []
            var (cell, column) = (0, 0)
            while cell < sample.cells(record) {
                var end = cell + 1
                while ways.joints.contains(end - 1) { end += 1 }
                if end - cell > 1 { joints.append(Joint(record: record, column: column, cells: cell..<end)) }
                (cell, column) = (end, column + 1)
            }
            return joints
        }

        var found: Found? {
            var census = self
            var joints = explained.flatMap { census.joints($0) }
            if areRowNames(joints) { return nil }
            for joint in joints { census.numbers.known |= 1 << UInt128(joint.column) }
            census.numbers.columns = census.columns
            joints = explained.flatMap { census.joints($0) }
            let isExplained = explained.count * 100 >= (explained.count + unexplained.count) * explainedShare
            let isShown = isEvident(joints)
            if !isShown {
                // A delimiter at the end of every line makes a cell too many as well.
                let isEnded = ended * 100 >= (sound.count + explained.count + unexplained.count) * endedShare
                if isEnded, !isExplained { return nil }
                // Small whole numbers are next to each other in many a file: they say nothing by themselves.
                if numbers.sign == .decimals, Set(joints.map(\.record)).count * 2 < explained.count { return nil }
            }
            let isSure = isExplained && (isShown || isVaried(joints))
            census.numbers.use = isSure ? .mend : .watch
            return Found(width: width, numbers: census.numbers)
        }

        /// Whether the first cells are the numbers of rows, which some programs write without naming them: they count up from the start.
        private func areRowNames(_ joints: [Joint]) -> Bool {
            guard joints.count >= 3, joints.allSatisfy({ $0.column == 0 }), sound.isEmpty else { return false }
            let numbers = explained.map { Int(sample.text($0, 0)) ?? -1 }
            guard numbers[0] == 0 || numbers[0] == 1 else { return false }
            return zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
        }

        /// Whether some of the numbers can be nothing else: by themselves their pieces would begin with a 0, have a currency on one side
        /// only, be too many, or have two decimals every time.
        private func isEvident(_ joints: [Joint]) -> Bool {
            let isPlain = joints.contains { joint in
                let pieces = joint.cells.map { NumberPiece(sample.raw(joint.record, $0)) }
                return pieces.count > 2 || !pieces[0].isDisjoint(with: [.isMarked, .isGrouped])
                    || pieces.dropFirst().contains { $0.contains(.startsWithZero) }
            }
            if isPlain { return true }
            return (0..<width).contains { column in
                let here = joints.filter { $0.column == column }
                return here.count >= 2
                    && here.allSatisfy { NumberPiece(sample.raw($0.record, $0.cells.upperBound - 1)).contains(.hasCents) }
            }
        }

        /// Whether the number of pieces changes from record to record as amounts do: where there is none too many, the column holds
        /// an amount without a comma.
        private func isVaried(_ joints: [Joint]) -> Bool {
            if joints.count >= 3, Set(explained.map { sample.cells($0) }).count > 1 { return true }
            return (0..<width).contains { column in
                guard joints.count(where: { $0.column == column }) >= 2 else { return false }
                let cells = sound.map { sample.field($0, column) }.filter { Shape($0) != .empty && Shape($0) != .missing }
                let fitting = cells.count { cell in
                    guard Shape(cell) == .number else { return false }
                    return numbers.sign == .thousands ? Self.leadingDigits(cell) <= 3 : !cell.contains(UInt8(ascii: "."))
                }
                return fitting > 0 && fitting * 5 >= cells.count * 4
            }
        }

        /// How many digits stand before the first point or comma.
        private static func leadingDigits(_ cell: UnsafeRawBufferPointer) -> Int {
            cell.prefix { $0 != UInt8(ascii: ".") && $0 != Byte.comma }.count { (0x30...0x39).contains($0) }
        }

        /// The columns that may hold such numbers: not those that are mostly something else, nor those in which thousands stand
        /// without a comma.
        private var columns: UInt128 {
            var columns: UInt128 = 0
            for column in 0..<width {
                var numeric = 0
                var other = 0
                var plain = false
                for record in sound {
                    let cell = sample.field(record, column)
                    switch Shape(cell) {
                    case .empty, .missing: break
                    case .number:
                        numeric += 1
                        plain = plain || Self.leadingDigits(cell) > 3
                    default: other += 1
                    }
                }
                let isKnown = numbers.known >> UInt128(column) & 1 != 0
                if other <= numeric, isKnown || !(plain && numbers.sign == .thousands) { columns |= 1 << UInt128(column) }
            }
            return columns
        }
    }
}
