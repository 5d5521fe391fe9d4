import Languages

/// The columns of a section's sheet, which all of its tables share: a first one for names, then such as numbers need. Columns of long
/// text take several of them.
struct ColumnWidths {
    /// One a column, in digits of the default font; together at least as wide as a heading and two charts need.
    private(set) var all: [Double] = []
    /// By table: the sheet's columns that each column of the table takes.
    private(set) var places: [String: [ClosedRange<Int>]] = [:]
    /// How many columns are printed; nil where all are.
    private(set) var onPaper: Int?

    private let report: Report
    /// Whether the sheet is for filtering and sorting: each column of the table is one of the sheet, as wide as its texts.
    private let isForFiltering: Bool
    /// By table how wide each of its columns has to be at least.
    private var needs: [String: [Double]] = [:]
    /// The first column is no wider than this; names wrap beyond.
    private static let widestName = 38.0
    /// The other columns are no wider than this for the sake of text.
    private static let widestText = 21.0
    /// As wide as a landscape page at full size.
    private static let page = 138.0
    /// As wide as a landscape page where it is as small as can still be read.
    private static let widestPage = 212.0
    /// Columns that are not printed are no wider than this.
    private static let widestOffPaper = 100.0
    /// The width of columns that only serve to hold text.
    private static let spare = 13.0

    init(_ section: Section, _ report: Report) {
        self.report = report
        isForFiltering = section.isOnlySheet
        let tables = section.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
        for table in tables { fit(table) }
        while all.reduce(0, +) < ColumnWidths.page { all.append(min(13, max(9, ColumnWidths.page - all.reduce(0, +)))) }
        if !isForFiltering, tables.contains(where: { lines($0, $0.columns.indices.map { $0...$0 }) > $0.rows.count }) {
            while all.reduce(0, +) + ColumnWidths.spare <= ColumnWidths.widestPage { all.append(ColumnWidths.spare) }
        }
        let page = all.count
        for table in tables where places[table.id] == nil { place(table, page) }
        let last = tables.filter(\.isOnPaper).flatMap { table in
            zip(table.columns, places[table.id] ?? []).filter { $0.0.isOnPaper }.map { $0.1.upperBound + 1 }
        }.max()
        let isCut = tables.contains { $0.isOnPaper && $0.columns.contains { !$0.isOnPaper } }
        onPaper = isCut ? last : nil
    }

    // MARK: - Widths

    private mutating func fit(_ table: Table) {
        let needs = table.columns.indices.map { needed(table, $0) }
        if self.needs[table.id] == nil { self.needs[table.id] = needs }
        for column in table.columns.indices {
            if all.count == column { all.append(9) }
            let needed = table.columns[column].isOnPaper || column == 0 ? needs[column] : 0
            all[column] = max(all[column], needed)
        }
    }

    /// How wide a column has to be at least: numbers and words are not broken.
    private func needed(_ table: Table, _ column: Int) -> Double {
        let words = table.columns[column].title.split(separator: " ").map { SheetText.width(String($0)) }
        var needed = (words.max() ?? 0) * 1.1 + (table.isLong ? 6 : 3)
        for row in table.rows where row.cells.indices.contains(column) {
            var width = width(row.cells[column], isStrong: row.isStrong)
            if ColumnWidths.isIndented(table, column) { width += 1.5 }
            if case .text = row.cells[column] {
                width = min(
                    width,
                    isForFiltering
                        ? ColumnWidths.widestOffPaper * 0.6 : column == 0 ? ColumnWidths.widestName : ColumnWidths.widestText)
            }
            needed = max(needed, width)
        }
        return needed
    }

    /// How wide a cell is on one line.
    private func width(_ cell: Table.Cell, isStrong: Bool) -> Double {
        switch cell {
        case .empty: return 0
        case .day: return 12
        case .trend(let values): return Double(values.count) * 1.25 + 3
        case .status(let status, let word, _): return SheetText.width(status.symbol + " " + word) * 1.05 + 3.5
        case .text(let text): return SheetText.width(text) * (isStrong ? 1.1 : 1) + 2
        case .value(let value):
            let text = value.format.text(value.number, currency: report.currency, locale: report.locale)
            return SheetText.width(text) * (isStrong ? 1.1 : 1) + 2 + ColumnWidths.marks(value, report)
        }
    }

    /// What the arrow and the word beside a value take.
    static func marks(_ value: Value, _ report: Report) -> Double {
        let arrow = value.arrow(report.currency).isEmpty ? 0 : 2.5
        guard let isFavourable = value.judgement(report.currency) else { return arrow }
        return arrow + SheetText.width(Marks(locale: report.locale).word(isFavourable)) + 1
    }

    // MARK: - Places

    /// Gives columns of text more of the sheet's columns, as long as there are some and they make the table lower.
    ///
    /// - Parameter page: How many columns of the sheet there are for what is printed.
    private mutating func place(_ table: Table, _ page: Int) {
        let printed = table.columns.prefix(while: \.isOnPaper).count
        let ofAll = self.needs[table.id] ?? []
        let needs = Array(ofAll.prefix(printed))
        var spans = Array(repeating: 1, count: printed)
        /// Where the columns stand with these spans: more where one would be too narrow.
        func placed(_ spans: [Int]) -> [ClosedRange<Int>] {
            var next = 0
            return spans.indices.map { column in
                var last = next + spans[column] - 1
                while last + 1 < page - (spans.count - 1 - column), sum(next...last) < needs[column] { last += 1 }
                defer { next = last + 1 }
                return next...last
            }
        }
        func sum(_ range: ClosedRange<Int>) -> Double { range.reduce(0) { $0 + width($1) } }
        var best = placed(spans)
        var lowest = lines(table, best)
        search: while lowest > table.rows.count, !isForFiltering {
            let texts = (0..<printed).filter { column in
                table.rows.contains {
                    if $0.cells.indices.contains(column), case .text = $0.cells[column] { true } else { false }
                }
            }
            var found: (lines: Int, column: Int, places: [ClosedRange<Int>])?
            // One more column may change nothing where two would.
            for more in 1...3 {
                for column in texts {
                    var tried = spans
                    tried[column] += more
                    let places = placed(tried)
                    guard (places.last?.upperBound ?? 0) < page else { continue }
                    let lines = lines(table, places)
                    if lines < (found?.lines ?? lowest) { found = (lines, column, places) }
                }
                if let found {
                    spans[found.column] += more
                    (lowest, best) = (found.lines, found.places)
                    continue search
                }
            }
            break
        }
        for column in printed..<table.columns.count {
            let widest = table.rows.map {
                $0.cells.indices.contains(column) ? width($0.cells[column], isStrong: $0.isStrong) : 0
            }
            best.append(all.count...all.count)
            all.append(min(max(ofAll[column], (widest.max() ?? 0) + 1), ColumnWidths.widestOffPaper))
        }
        places[table.id] = best
    }

    private func width(_ column: Int) -> Double { column < all.count ? all[column] : ColumnWidths.spare }

    /// How many rows of a long table are looked at to lay it out.
    private static let sample = 400

    /// How many lines a table's rows take.
    private func lines(_ table: Table, _ places: [ClosedRange<Int>]) -> Int {
        table.rows.prefix(ColumnWidths.sample).reduce(max(0, table.rows.count - ColumnWidths.sample)) { sum, row in
            sum + lines(row, table, places)
        }
    }

    /// How many lines the texts of a row take.
    func lines(_ row: Table.Row, _ table: Table, _ places: [ClosedRange<Int>]) -> Int {
        row.cells.enumerated().reduce(1) { lines, cell in
            guard case .text(let text) = cell.element, places.indices.contains(cell.offset) else { return lines }
            let room = room(places[cell.offset], isBold: row.isStrong, isIndented: ColumnWidths.isIndented(table, cell.offset))
            if text.utf8.count * 2 < Int(room) { return lines }
            return max(lines, SheetText.lines(String(text.prefix(2_000)), columns: room))
        }
    }

    /// How many digits fit a line of a cell.
    func room(_ place: ClosedRange<Int>, isBold: Bool, isIndented: Bool, size: Double = Style.defaultSize) -> Double {
        let width = place.reduce(0.0) { $0 + self.width($1) }
        return (width - 1) * Style.defaultSize / size / (isBold ? 1.08 : 1) - (isIndented ? 2 : 0.5)
    }

    /// Text beside another column keeps off it.
    static func isIndented(_ table: Table, _ column: Int) -> Bool { column > 0 && !table.columns[column].isNumeric }
}
