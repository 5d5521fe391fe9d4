import Facts
import Languages

/// By which columns a table may be sorted, and in which order that puts its rows. It is found here from the exact values, so that the
/// page's script has no number to read.
extension Table {
    /// The fewest rows that are worth sorting.
    private static let fewest = 3

    /// The rows that move when the table is sorted: neither totals nor what sums up the rest.
    private var moving: [Row] { rows.filter { !$0.isStrong && !$0.isRest } }

    /// How the rows that move are ordered by a column, as its heading says it: the rank of each, lowest first, empty for what is
    /// undefined; an empty text where the texts shown are compared; nil where the column says nothing that can be put in order: as its
    /// values are of several kinds, are drawn, or are all the same.
    func order(_ column: Int) -> String? {
        let rows = moving
        guard rows.count >= Table.fewest else { return nil }
        var (texts, kind): (Set<String>, Format.Kind?) = ([], nil)
        var numbers: [Number?] = []
        for row in rows {
            guard row.cells.indices.contains(column) else { return nil }
            switch row.cells[column] {
            case .empty: numbers.append(nil)
            case .text(let text): texts.insert(text)
            case .day(let day): texts.insert(day.description)
            case .status(let status, _, _): numbers.append(Number(status.urgency))
            case .value(let value):
                guard kind == nil || kind == value.format.kind else { return nil }
                kind = value.format.kind
                numbers.append(value.number)
            case .trend: return nil
            }
        }
        if numbers.allSatisfy({ $0 == nil }) { return texts.count > 1 ? "" : nil }
        guard texts.isEmpty else { return nil }
        var (ranks, rank, last): ([Number: Int], Int, Number?) = ([:], 0, nil)
        for number in numbers.compactMap(\.self).sorted(by: Number.less) {
            if let last, Number.less(last, number) { rank += 1 }
            (ranks[number], last) = (rank, number)
        }
        guard rank > 0 else { return nil }
        return numbers.map { number in number.flatMap { ranks[$0] }.map(String.init) ?? "" }.joined(separator: ",")
    }
}

extension Status {
    /// How much it asks for someone: the worst is highest.
    fileprivate var urgency: Int {
        switch self {
        case .none: 0
        case .good: 1
        case .watch: 2
        case .bad: 3
        }
    }
}
