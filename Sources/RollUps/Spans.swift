import Facts

/// Spans of leads and deals by day, from which medians are taken; kept as lists, since medians do not add up.
///
/// Only the rows are kept, by the day on which their span counts: from when to when it goes is in their columns.
struct Spans: Sendable {
    /// The spans of a chunk of rows as they are found.
    struct List {
        /// The number of the day that each counts on.
        private(set) var days: [Int32] = []
        /// Its row among ``FunnelTables``.
        private(set) var rows: [Int32] = []

        mutating func append(day: Int, row: Int) {
            days.append(Int32(truncatingIfNeeded: day))
            rows.append(Int32(truncatingIfNeeded: row))
        }
    }

    /// The spans of a chunk of rows by day.
    struct Piece: Sendable {
        /// Those of the day with a number begin at its place among the starts.
        private let rows: [Int32]
        private let starts: [Int32]

        init(_ list: List, _ days: DayIndex) {
            var starts = [Int32](repeating: 0, count: days.count + 1)
            for day in list.days { starts[Int(day) + 1] += 1 }
            for day in 0..<days.count { starts[day + 1] += starts[day] }
            var next = starts
            var sorted = [Int32](repeating: 0, count: list.rows.count)
            for (day, row) in zip(list.days, list.rows) {
                sorted[Int(next[Int(day)])] = row
                next[Int(day)] += 1
            }
            (rows, self.starts) = (sorted, starts)
        }

        /// The rows of the days from one number on up to another, which is not included.
        func rows(_ days: Range<Int>) -> ArraySlice<Int32> { rows[Int(starts[days.lowerBound])..<Int(starts[days.upperBound])] }
    }

    private let pieces: [Piece]
    private let days: DayIndex
    /// From when to when the spans of leads go, and those of deals; nil where no file has the column.
    private let ofLeads: (from: StampColumn, to: StampColumn)?
    private let ofDeals: (from: StampColumn, to: StampColumn)?
    /// How many leads there are, which the deals' numbers follow.
    private let leads: Int
    private let length: @Sendable (Stamp, Stamp) -> Int
    /// Further spans, of leads whose rows are not there; nil where there are none.
    let counted: CountedSpans?

    /// - Parameters:
    ///   - end: Where the spans' ends are.
    ///   - length: How long a span is.
    init(
        _ pieces: [Piece], _ days: DayIndex, _ rows: LeadsAndDeals, to end: (Leads) -> StampColumn?,
        counted: CountedSpans? = nil, length: @escaping @Sendable (Stamp, Stamp) -> Int
    ) {
        func columns(_ table: Leads?) -> (StampColumn, StampColumn)? {
            guard let table, let from = table.reached[0], let to = end(table) else { return nil }
            return (from, to)
        }
        (self.pieces, self.days, self.length, self.counted) = (pieces, days, length, counted)
        (ofLeads, ofDeals) = (columns(rows.leads), columns(rows.deals))
        leads = rows.leads?.count ?? 0
    }

    /// Calls `body` with the row of each span from `start` to `end`, both included, in no promised order.
    func forEachRow(from start: Day, to end: Day, _ body: (Int) -> Void) {
        guard start <= end else { return }
        let range = days.rank(start - 1)..<days.rank(end)
        for piece in pieces { for row in piece.rows(range) { body(Int(row)) } }
    }

    /// The same with the length of each.
    func forEach(from start: Day, to end: Day, _ body: (_ length: Int, _ row: Int) -> Void) {
        forEachRow(from: start, to: end) { row in
            guard let columns = row < leads ? ofLeads : ofDeals else { return }
            let own = row < leads ? row : row - leads
            body(length(columns.from[own], columns.to[own]), row)
        }
    }

    /// Twice the median of some of the lengths, whose order it changes, so that the mean of the middle two of an even count stays
    /// whole; nil of nothing.
    static func twiceMedian(_ lengths: UnsafeMutableBufferPointer<Int>, _ range: Range<Int>) -> Int128? {
        if range.isEmpty { return nil }
        let upper = range.lowerBound + range.count / 2
        let high = lengths.sortedElement(at: upper, in: range)
        // What lies before the place is not greater than it: the greatest of these is its neighbour.
        let low = range.count % 2 == 1 ? high : lengths[range.lowerBound..<upper].max()!
        return Int128(low) + Int128(high)
    }
}

extension UnsafeMutableBufferPointer<Int> {
    /// The element that would be at a place if all of a range were sorted; those before it are not greater than it after, and those
    /// behind it not less.
    ///
    /// Source: Hoare, "Algorithm 65: find", 1961; the pivot is the middle one of three, so that what is sorted takes no longer. Where
    /// it goes on for long, what is left is sorted.
    fileprivate func sortedElement(at place: Int, in range: Range<Int>) -> Int {
        var (low, high, rounds) = (range.lowerBound, range.upperBound - 1, 0)
        while high - low > 16, rounds < 64 {
            rounds += 1
            let middle = low + (high - low) / 2
            let pivot = Swift.max(
                Swift.min(self[low], self[middle]), Swift.min(Swift.max(self[low], self[middle]), self[high]))
            var (left, right) = (low, high)
            while left <= right {
                while self[left] < pivot { left += 1 }
                while self[right] > pivot { right -= 1 }
                if left <= right {
                    swapAt(left, right)
                    (left, right) = (left + 1, right - 1)
                }
            }
            if place <= right { high = right } else if place >= left { low = left } else { return self[place] }
        }
        var rest = UnsafeMutableBufferPointer(rebasing: self[low...high])
        rest.sort()
        return self[place]
    }
}
