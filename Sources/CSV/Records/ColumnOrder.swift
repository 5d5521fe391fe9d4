/// The order that the columns have below a header whose names stand in another order than the first header's.
struct ColumnOrder: Sendable, Equatable {
    /// For each cell of a record the column that it belongs to.
    let columns: [Int]
    /// Whether that is sure: it is not where two columns have one name.
    let isKnown: Bool

    /// Whether it is the first header's own order.
    var isOwn: Bool { columns.indices.allSatisfy { columns[$0] == $0 } }

    /// The column of a cell in a row of `width` cells.
    func column(of cell: Int, width: Int) -> Int { width == columns.count ? columns[cell] : cell }
}

extension ChunkBuffer {
    /// Puts the cells of a record into the order of the first header, in place: the same cells with as many delimiters take as
    /// many bytes. A record in which that cannot be done for sure is left and in doubt.
    func reorder(_ record: Int, _ order: ColumnOrder, _ grammar: Grammar) {
        let span = records[record]
        let width = order.columns.count
        let first = Int(span.first)
        let isLong = (width..<max(width, Int(span.count))).contains { ends[first + $0] > ends[first + $0 - 1] + 1 }
        guard order.isKnown, Int(span.count) >= width, !isLong else {
            markDoubtful(record)
            return
        }
        let start = Int(span.start)
        let delimiter = bytes[Int(ends[first])]
        let length = Int(ends[first + width - 1]) - start
        withUnsafeTemporaryAllocation(of: Range<Int>.self, capacity: width) { cells in
            var low = start
            for cell in 0..<width {
                cells.initializeElement(at: order.columns[cell], to: low..<max(low, Int(ends[first + cell])))
                low = Int(ends[first + cell]) + 1
            }
            let old = scratch.take(max(1, length))
            old.update(from: bytes + start, count: length)
            var at = start
            // With a blank behind each delimiter the first cell has none: the blank changes places with it.
            var spare = false
            for column in 0..<width {
                var source = cells[column]
                if column > 0 {
                    bytes[at] = delimiter
                    at += 1
                    if spare, source.lowerBound == start {
                        bytes[at] = Byte.space
                        at += 1
                    }
                } else if grammar.skipsSpace, source.lowerBound > start, !source.isEmpty,
                    old[source.lowerBound - start] == Byte.space
                {
                    source = source.lowerBound + 1..<source.upperBound
                    spare = true
                }
                (bytes + at).update(from: old + (source.lowerBound - start), count: source.count)
                at += source.count
                ends[first + column] = UInt32(truncatingIfNeeded: at)
            }
        }
    }
}
