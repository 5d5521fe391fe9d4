import Facts
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
        if table.rows.count > room { remarks.append(words.dropped(table.title, room, table.rows.count)) }
        for tableRow in table.rows.prefix(room) {
            precondition(tableRow.cells.count == table.columns.count, "a row of '\(table.id)' has not one cell a column")
            // A long table may be torn, but not into a few rows.
            if table.isLong, row - headerRow > 5, headerRow + table.rows.count - row >= 4 { keepTogether() }
            draw(tableRow, table, &cells)
            row += 1
        }
        if table.isLong, !hasFilter {
            hasFilter = true
            if isOnlyTable { frozenHeader = headerRow }
            if row > headerRow + 1 {
                sheet.filter(headerRow...row - 1, columns: (layout.places[table.id]?.last?.upperBound ?? 0) + 1)
            }
        }
        sheet.height(row, SectionSheet.gap)
        row += 1
    }

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
            case .status(let status, let word):
                sheet.join(row, place, status.look(style))
                self.status(status, word, row, first, style)
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
                self.value(value, row, first, style, align: .right, cells: &cells) { other in
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

    /// A value: its formula and what it gives now, the number's format, and what is said about it.
    mutating func value(
        _ value: Value, _ row: Int, _ column: Int, _ base: Style, align: Style.Align, cells: inout MetricCells,
        cell: (Int) -> String
    ) {
        let style = base.with { style in
            style.align = align
            style.numberFormat = numberFormat(value)
            switch value.judgement(report.currency) {
            case true: style.color = Palette.good
            case false: style.color = Palette.bad
            default: break
            }
            if value.number == nil { style.color = Palette.quiet }
        }
        let cached = formulas.cached(value)
        let formula = formulas.formula(value, cell: cell)
        if let formula, formula.utf16.count < Sheet.formulaLimit {
            sheet.formula(formula, cached, row, column, style)
        } else {
            if formula != nil { remarks.append(words.plainFormula(Names.cell(row, column))) }
            if let cached { sheet.number(cached, row, column, style) } else { sheet.text(Format.undefined, row, column, style) }
        }
        var hint = value.hint
        if traced < TraceCommands.mostCells, let command = commands.command(value) {
            traced += 1
            hint += (hint.isEmpty ? "" : "\n") + words.rowsBehind + words.colon + command
        }
        if !hint.isEmpty { sheet.hint(hint, row, column) }
        if formula != nil { addRules(value, base, row, column) }
        if case .metric(let id, let period, nil, .total) = value.origin, period == report.periods.count - 1 {
            cells.add(id, sheet: sheet.name, row: row, column: column)
        }
    }

    private func numberFormat(_ value: Value) -> String {
        if case .fixed = value.origin, let cached = formulas.cached(value),
            abs(cached) < value.format.smallestShown(currency: report.currency)
        {
            return value.format.excelZeroFormat(currency: report.currency, locale: report.locale)
        }
        return value.format.excelFormat(
            currency: report.currency, locale: report.locale, isHigherBetter: value.isHigherBetter(report.currency))
    }

    /// What keeps the look right when the numbers are changed: what rounds to 0 has no sign, and good news stays told from bad.
    private func addRules(_ value: Value, _ base: Style, _ row: Int, _ column: Int) {
        let format = value.format
        guard format.kind != .count else { return }
        let least = format.smallestShown(currency: report.currency) * (1 - 1e-12)
        func apply(_ condition: Sheet.Rule.Condition, _ color: UInt32, _ numberFormat: String) {
            // Only what the rule changes counts, so that cells of many looks share a rule.
            sheet.apply(Sheet.Rule(condition: condition, style: Style(color: color, numberFormat: numberFormat)), row, column)
        }
        let zero = format.excelZeroFormat(currency: report.currency, locale: report.locale)
        apply(.between(-least, least), base.color, zero)
        guard case .change = value.origin, let isHigherBetter = value.isHigherBetter(report.currency) else { return }
        for isUp in [true, false] {
            let color = isUp == isHigherBetter ? Palette.good : Palette.bad
            apply(isUp ? .between(least, 1e300) : .between(-1e300, -least), color, "")
        }
    }

    private func status(_ status: Status, _ word: String, _ row: Int, _ column: Int, _ base: Style) {
        let text = status.symbol.isEmpty ? word : status.symbol + " " + word
        sheet.text(text, row, column, status.look(base))
        for other in [Status.good, .watch, .bad] where !status.symbol.isEmpty {
            guard let symbol = other.symbol.first else { continue }
            let look = other.look(Style())
            let rule = Sheet.Rule(
                condition: .begins(symbol, column: column), style: Style(color: look.color, fill: look.fill))
            sheet.apply(rule, row, column)
        }
    }
}

extension Value {
    /// Whether a change above 0 is good news; nil where it is no change, or neither way is.
    fileprivate func isHigherBetter(_ currency: Currency) -> Bool? {
        guard let isFavourable = judgement(currency), let sign = number?.signum, sign != 0 else { return nil }
        return (sign > 0) == isFavourable
    }
}

extension Status {
    fileprivate func look(_ base: Style) -> Style {
        base.with { style in
            switch self {
            case .good: (style.color, style.fill) = (Palette.good, Palette.goodFill)
            case .watch: (style.color, style.fill) = (Palette.watch, Palette.watchFill)
            case .bad: (style.color, style.fill) = (Palette.bad, Palette.badFill)
            case .none: style.color = Palette.quiet
            }
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
