import Facts
import Metrics
import RollUps

/// The commands that list the rows behind the values of a workbook, so that each can be traced to files and lines.
struct TraceCommands {
    private let report: Report
    /// By member the names of its dimension and its own.
    private let names: [Slice: (dimension: String, member: String)]
    /// By measure and window the first metric that is made of it.
    private let users: [Leaf: String]

    /// How many cells of a sheet name their command: a remark takes the longer to place the more there are.
    static let mostCells = 64
    /// How many rows of *Numbers* name theirs.
    static let mostRows = 5_000

    init(_ report: Report) {
        self.report = report
        names = Dictionary(
            report.numbers.rows.lazy.filter { $0.slice != .total }.map { ($0.slice, ($0.dimension, $0.member)) },
            uniquingKeysWith: { first, _ in first })
        users = Dictionary(
            report.catalogue.metrics.lazy.flatMap { metric in metric.leaves.lazy.map { ($0, metric.id) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// The command for a value of the period reported; nil of plain numbers, changes, and what is seen as it was a year before. Values
    /// of other periods, each of which would bear a mark, differ in the period alone.
    func command(_ value: Value) -> String? {
        guard value.number != nil else { return nil }
        let last = report.periods.count - 1
        switch value.origin {
        case .metric(let id, last, nil, let slice): return command(id, slice)
        case .measure(let leaf, last, let slice) where leaf == Leaf(leaf.measure) && !leaf.isElapsed:
            return command(leaf.measure, slice)
        case .fixed, .change, .quotient, .metric, .measure: return nil
        }
    }

    /// The command for a row of *Numbers* in the period reported: for a measure over a window that of a metric made of it.
    func command(_ row: Numbers.Row) -> String? {
        if row.leaf.isElapsed { return nil }
        let id = row.leaf == Leaf(row.leaf.measure) ? row.leaf.measure : users[row.leaf]
        return id.flatMap { command($0, row.slice) }
    }

    private func command(_ id: String, _ slice: Slice) -> String? {
        guard report.isTraced else { return nil }
        var words = ["gtm", "explain", id, report.pipelineFile, "--period", report.periods[report.periods.count - 1].name]
        if slice != .total {
            guard let name = names[slice] else { return nil }
            words += ["--by", name.dimension, "--member", name.member]
        }
        // What happened after that day is not in the workbook.
        words += ["--as-of", report.asOf.description, "--rows"]
        return words.map(TraceCommands.quoted).joined(separator: " ")
    }

    /// A word as a shell takes it.
    private static func quoted(_ word: String) -> String {
        let isPlain = word.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
            default: "_-.,:/@+".utf8.contains(byte)
            }
        }
        if isPlain, !word.isEmpty { return word }
        return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
