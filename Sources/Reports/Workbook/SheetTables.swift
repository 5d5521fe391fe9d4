import Facts
import Languages
import Metrics
import RollUps

/// Tables and values on a section's sheet.
extension SectionSheet {
    /// What is left free below a table, in points.
    private static let gap = 8.0

    /// A title, a header row, the rows, and a free row below.
    mutating func table(_ table: Table, _ cells: inout MetricCells) {
        let headings = table.columns.dropFirst().map(\.title)
        // Tables that have the same columns share the headings of the first, and its page.
        let sharesHeadings = headings == headingsAbove
        if !sharesHeadings { keepTogether() }
        if !table.isOnPaper, paperEnd == nil { paperEnd = row }
        sheet.text(table.title, row, 0, Style.tableTitle)
        sheet.height(row, 20)
        row += 1
        if !sharesHeadings {
            header(table)
            row += 1
        }
        headingsAbove = table.isLong || table.rows.count > 20 ? nil : headings
        let headerRow = row - 1
        // Room is left for what may have to be said below.
        let room = max(0, Sheet.rowLimit - row - 1_000)
        if table.rows.count > room { remarks.append(words(.dropped, table.title, String(room), String(table.rows.count))) }
        for tableRow in table.rows.prefix(room) {
            precondition(tableRow.cells.count == table.columns.count, "a row of '\(table.id)' has not one cell a column")
            // A long table may be torn, but not into a few rows.
            if table.isLong, row - headerRow > 5, headerRow + table.rows.count - row >= 4 { keepTogether() }
            draw(tableRow, table, &cells)
            row += 1
        }
        finish(table, header: headerRow)
        sheet.height(row, SectionSheet.gap)
        row += 1
    }

    /// The filter of a long table, and the ground of a heat map.
    private mutating func finish(_ table: Table, header: Int) {
        guard row > header + 1 else { return }
        let last = places(table).last?.upperBound ?? 0
        if table.isHeatMap, let first = table.firstPercentage, first < places(table).count {
            sheet.heat(header + 1...row - 1, places(table)[first].lowerBound...last)
        }
        guard table.isLong else { return }
        if isOnlyTable { frozenHeader = header }
        let titles = table.columns.map { SheetText($0.title, limit: 255).text }
        let isPlain = !titles.contains("") && Set(titles.map { $0.lowercased() }).count == titles.count
        if isPlain, places(table).allSatisfy({ $0.count == 1 }) {
            sheet.table(header...row - 1, titles: titles, styles: table.columns.indices.map { headerStyle(table, $0) })
        } else if !hasFilter {
            hasFilter = true
            sheet.filter(header...row - 1, columns: last + 1)
        }
    }

    private func places(_ table: Table) -> [ClosedRange<Int>] { layout.places[table.id] ?? [] }

    private func header(_ table: Table) {
        for (column, heading) in table.columns.enumerated() {
            let style = headerStyle(table, column)
            let place = place(table, column)
            sheet.join(row, place, style)
            sheet.text(heading.title, row, place.lowerBound, style)
        }
        sheet.height(row, headerHeight(table))
    }

    private func headerStyle(_ table: Table, _ column: Int) -> Style {
        Style.header.with {
            $0.align = table.columns[column].isNumeric ? .right : .left
            $0.indent = ColumnWidths.isIndented(table, column) ? 1 : 0
        }
    }

    private func headerHeight(_ table: Table) -> Double {
        let lines = table.columns.indices.map { column in
            SheetText.lines(
                table.columns[column].title,
                columns: layout.room(
                    place(table, column), isBold: true, isIndented: ColumnWidths.isIndented(table, column))
                    - (table.isLong ? 3 : 0))
        }
        return Double(lines.max() ?? 1) * 13.2 + 4
    }

    private func rowHeight(_ row: Table.Row, _ table: Table) -> Double {
        let lines = layout.lines(row, table, layout.places[table.id] ?? [])
        return lines > 1 ? Double(min(lines, 12)) * 13 + 3 : Sheet.rowHeight
    }

    /// The sheet's columns that a column of a table takes.
    private func place(_ table: Table, _ column: Int) -> ClosedRange<Int> {
        guard let places = layout.places[table.id], places.indices.contains(column) else { return column...column }
        return places[column]
    }

    private mutating func draw(_ tableRow: Table.Row, _ table: Table, _ cells: inout MetricCells) {
        let row = self.row
        let height = rowHeight(tableRow, table)
        let places = table.columns.indices.map { place(table, $0) }
        for (column, cell) in tableRow.cells.enumerated() {
            let place = places[column]
            let first = place.lowerBound
            let style = Style.body.with {
                $0.align = table.columns[column].isNumeric ? .right : .left
                $0.indent = ColumnWidths.isIndented(table, column) ? 1 : 0
                $0.isTop = height > Sheet.rowHeight
                if tableRow.isStrong { ($0.isBold, $0.fill, $0.above) = (true, Palette.strong, .thin) }
            }
            switch cell {
            case .empty:
                if place.count > 1 { sheet.join(row, place, style) } else { sheet.blank(row, first, style) }
            case .day(let day):
                sheet.join(row, place, style)
                sheet.day(day, row, first, style)
            case .status(let status, let word, let rule):
                sheet.join(row, place, status.look(style))
                drawing.status(status, word, row, first, style, rule: rule) { Names.cell(row, places[$0].lowerBound) }
            case .trend(let values):
                let quiet = style.with { $0.color = Palette.quiet }
                sheet.join(row, place, quiet)
                sheet.text(Trend.text(values), row, first, quiet)
            case .text(let text):
                let wrapped = style.with { $0.wraps = true }
                sheet.join(row, place, wrapped)
                sheet.text(text, row, first, wrapped)
            case .value(let value):
                sheet.join(row, place, style)
                drawing.value(value, row, first, style, align: .right, cells: &cells) { other in
                    guard tableRow.cells.indices.contains(other), case .value = tableRow.cells[other] else {
                        preconditionFailure("a change in '\(table.id)' refers to column \(other), which holds no number")
                    }
                    return Names.cell(row, places[other].lowerBound)
                }
            }
        }
        // Explicit, as some programs do not fit rows to wrapped text when they open a file. Very long text is cut off in view only.
        if height > Sheet.rowHeight { sheet.height(row, height) }
    }
}

extension Table {
    /// The first column of percentages, from which on a heat map is coloured; nil where there is none.
    var firstPercentage: Int? {
        rows.first?.cells.firstIndex { cell in
            if case .value(let value) = cell { value.format.kind == .percent } else { false }
        }
    }
}

/// A series as a word: libxlsxwriter has no sparklines.
enum Trend {
    private static let levels: [Character] = Array("▁▂▃▄▅▆▇█")

    /// A block a value between the least and the greatest; a space for what is undefined.
    static func text(_ values: [Number?]) -> String {
        let defined = values.compactMap { $0?.double }
        guard let low = defined.min(), let high = defined.max() else { return "" }
        return String(
            values.map { value -> Character in
                guard let value else { return " " }
                let share = high > low ? (value.double - low) / (high - low) : 0.45
                return levels[min(7, max(0, Int((share * 7).rounded())))]
            })
    }
}
