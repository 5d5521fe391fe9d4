/// How wide a section's columns have to be to show everything, in digits of the default font. All tables of a section share them.
struct ColumnWidths {
    /// One a column; together at least as wide as a heading and two charts need.
    private(set) var all: [Double] = []

    private let report: Report
    /// Text of a column wraps beyond this.
    private static let widestText = 42.0
    /// Long text gets more room, so that rows do not get too high.
    private static let widestLongText = 64.0
    /// As wide as a landscape page at a readable size.
    private static let page = 118.0

    init(_ section: Section, _ report: Report) {
        self.report = report
        for block in section.blocks {
            if case .table(let table) = block { fit(table, spread: ColumnWidths.spread(table, in: section)) }
        }
        while all.reduce(0, +) < ColumnWidths.page { all.append(min(13, max(9, ColumnWidths.page - all.reduce(0, +)))) }
    }

    /// The columns that a table's last column of text takes: its own, and those that only wider tables of the section use, so
    /// that a column of long text does not push their numbers apart.
    static func spread(_ table: Table, in section: Section) -> ClosedRange<Int> {
        let last = table.columns.count - 1
        let most = section.blocks.reduce(last) { most, block in
            guard case .table(let other) = block else { return most }
            return max(most, other.columns.count - 1)
        }
        let spreads = last > 0 && !table.isLong && !table.columns[last].isNumeric && most > last + 1
        return last...(spreads ? most : last)
    }

    private mutating func fit(_ table: Table, spread: ClosedRange<Int>) {
        for (column, heading) in table.columns.enumerated() {
            if all.count == column { all.append(9) }
            let words = heading.title.split(separator: " ").map { SheetText.width(String($0)) }
            var needed = (words.max() ?? 0) * 1.1 + (table.isLong ? 6 : 3)
            if column == spread.lowerBound, spread.count > 1 {
                all[column] = max(all[column], needed)
                continue
            }
            for row in table.rows where row.cells.indices.contains(column) {
                needed = max(needed, width(row.cells[column], isStrong: row.isStrong))
            }
            all[column] = max(all[column], needed)
        }
    }

    private func width(_ cell: Table.Cell, isStrong: Bool) -> Double {
        switch cell {
        case .empty: return 0
        case .day: return 13
        case .trend(let values): return Double(values.count) * 1.25 + 3
        case .status(let status, let word): return SheetText.width(status.symbol + " " + word) * 1.05 + 3.5
        case .text(let text):
            let width = SheetText.width(text) * (isStrong ? 1.1 : 1) + 3
            return min(width, width > 220 ? ColumnWidths.widestLongText : ColumnWidths.widestText)
        case .value(let value):
            let text = value.format.text(value.number, currency: report.currency, locale: report.locale)
            return SheetText.width(text) * (isStrong ? 1.1 : 1) + 2 + ColumnWidths.marks(value, report)
        }
    }

    /// What the arrow and the word beside a value take.
    static func marks(_ value: Value, _ report: Report) -> Double {
        let word = Marks(locale: report.locale).word(value.judgement(report.currency))
        return (value.arrow(report.currency).isEmpty ? 0 : 2.5) + (word.isEmpty ? 0 : SheetText.width(word) + 1)
    }
}
