import Facts

/// How many spans of each length there are, by slice and day: what medians are taken from where there are no rows.
struct CountedSpans: Sendable {
    /// By day, with the number of the slice.
    private let spans: [(day: Day, slice: Int32, length: Int, count: Int)]

    /// - Parameter slices: By slice of the engine's the number of it here.
    init(_ spans: [CountedLeads.Span], _ slices: [Int]) {
        self.spans = spans.map { ($0.day, Int32(slices[$0.slice]), $0.length, $0.count) }.sorted { $0.day < $1.day }
    }

    /// By slice how many spans of each length there are from `start` to `end`, both included.
    func lengths(from start: Day, to end: Day, slices: Int) -> [[Int: Int]] {
        var result = [[Int: Int]](repeating: [:], count: slices)
        var (low, high) = (0, spans.count)
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].day < start { low = middle + 1 } else { high = middle }
        }
        while low < spans.count, spans[low].day <= end {
            result[Int(spans[low].slice)][spans[low].length, default: 0] += spans[low].count
            low += 1
        }
        return result
    }

    /// Twice the median of lengths, so that the mean of the middle two of an even count stays whole; nil of nothing.
    static func twiceMedian(_ lengths: [Int: Int]) -> Int128? {
        let total = lengths.values.reduce(0, +)
        guard total > 0 else { return nil }
        var (seen, lower): (Int, Int?) = (0, nil)
        for (length, count) in lengths.sorted(by: { $0.key < $1.key }) {
            seen += count
            if lower == nil, seen > (total - 1) / 2 { lower = length }
            if seen > total / 2 { return Int128(lower ?? length) + Int128(length) }
        }
        return nil
    }
}
