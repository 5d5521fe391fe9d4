/// The file of each row: rows of one file lie side by side, so only where each begins is kept.
struct RowFiles: RandomAccessCollection {
    /// Where rows of another file than before begin, ascending, with that file.
    private var runs: [(start: Int, file: Int)] = []
    private(set) var count = 0

    var startIndex: Int { 0 }
    var endIndex: Int { count }

    /// The file of a row.
    @inline(__always)
    subscript(row: Int) -> Int { runs.count == 1 ? runs[0].file : runs[run(of: row)].file }

    /// Adds so many rows of a file.
    mutating func append(_ file: Int, rows: Int = 1) {
        guard rows > 0 else { return }
        if runs.last?.file != file { runs.append((count, file)) }
        count += rows
    }

    /// Makes place for a file: those from it on have the next number.
    mutating func makePlace(for file: Int) { for run in runs.indices where runs[run].file >= file { runs[run].file += 1 } }

    /// The last run that does not begin behind a row.
    private func run(of row: Int) -> Int {
        var (low, high) = (0, runs.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if runs[middle].start <= row { low = middle } else { high = middle }
        }
        return low
    }
}
