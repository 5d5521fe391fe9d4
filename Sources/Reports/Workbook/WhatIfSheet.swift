import Facts
import Languages
import Metrics
import RollUps

/// Draws the driver tree: what the last months came to as formulas over the numbers, beside it inputs to be changed, and what follows.
struct WhatIfSheet {
    let tree: WhatIf
    let sheet: Sheet
    let report: Report
    let formulas: CellFormulas
    let words: SheetWords

    /// The columns of the tree.
    private enum Column: Int {
        case name, base, tried, difference, meaning
    }

    private static let first = 6

    /// Draws all of it and names the cells that are put in, and those of what follows: `whatif_lead_to_mql`, `whatif_arr`.
    func draw(summary: String, footer: String) {
        for (column, width) in [44.0, 17, 17, 17, 78].enumerated() { sheet.width(column, width) }
        sheet.text(tree.title, 0, 0, Style.title)
        sheet.height(0, 28)
        sheet.text("\(report.company) · \(report.title) · \(report.subtitle)", 1, 0, Style.subtitle)
        sheet.link("← \(words(.back)) \(report.sections[0].title)", to: summary, 2, 0, Style.link)
        for (column, text) in tree.headings.enumerated() {
            let isNumeric = (Column.base.rawValue...Column.difference.rawValue).contains(column)
            sheet.text(
                text, WhatIfSheet.first - 1, column,
                Style.header.with {
                    ($0.align, $0.indent) = (isNumeric ? .right : .left, column == Column.meaning.rawValue ? 1 : 0)
                })
        }
        let rows = [String: Int](uniqueKeysWithValues: tree.lines.enumerated().map { ($1.id, WhatIfSheet.first + $0) })
        var used: Set<String> = []
        for (place, line) in tree.lines.enumerated() {
            draw(line, WhatIfSheet.first + place, rows)
            let cell = Names.quoted(sheet.name) + "!" + Names.fixedCell(WhatIfSheet.first + place, Column.tried.rawValue)
            sheet.define(Names.cell(line.id, prefix: "whatif_", used: &used), cell)
        }
        var row = WhatIfSheet.first + tree.lines.count + 1
        for note in tree.notes {
            sheet.join(row, 0...Column.meaning.rawValue, Style.note)
            sheet.text(note, row, 0, Style.note)
            sheet.height(row, Double(SheetText.lines(note, columns: 170)) * 12.5 + 4)
            row += 1
        }
        sheet.hideGridlines()
        sheet.tabColor(Palette.favourable)
        sheet.freeze(WhatIfSheet.first, 1)
        // It is for trying, and what is printed is what is read weekly; a print area of one's own prints it.
        sheet.printNothing(
            saying: words(.leftOut, tree.title), footer: footer, row: row + 1, column: Column.meaning.rawValue + 1)
    }

    private func draw(_ line: WhatIf.Line, _ row: Int, _ rows: [String: Int]) {
        let base = Style.body.with { $0.isBold = line.isStrong }
        sheet.text(line.name, row, Column.name.rawValue, base.with { $0.indent = UInt8(min(line.depth * 2, 30)) })
        let number = base.with {
            $0.align = .right
            $0.numberFormat = line.format.excelFormat(currency: report.currency, locale: report.locale)
        }
        let value = line.value.double
        func cell(_ column: Column, _ id: String) -> String { Names.cell(rows[id] ?? row, column.rawValue) }
        func write(_ formula: String, _ value: Double, _ column: Column, _ style: Style) {
            sheet.formula("IFERROR(\(formula),\"\(Format.undefined)\")", value, row, column.rawValue, style)
        }
        switch line.source {
        case .input(let formula), .known(let formula):
            write(excel(formula), value, .base, number)
            if case .input = line.source {
                sheet.number(
                    value, row, Column.tried.rawValue, number.with { ($0.fill, $0.color) = (Palette.input, Palette.link) })
            } else {
                write(Names.cell(row, Column.base.rawValue), value, .tried, number)
            }
        case .product(let parts):
            for column in [Column.base, .tried] {
                write(parts.map { cell(column, $0) }.joined(separator: "*"), value, column, number)
            }
        case .sum(let parts):
            for column in [Column.base, .tried] {
                let text = parts.enumerated().map { place, part in
                    (part.isAdded ? place == 0 ? "" : "+" : "-") + cell(column, part.id)
                }.joined()
                write(text, value, column, number)
            }
        }
        // Differences of doubles leave a rest where two cells are equal.
        let digits = line.format.kind == .percent ? 10 : 6
        write(
            "ROUND(\(Names.cell(row, Column.tried.rawValue))-\(Names.cell(row, Column.base.rawValue)),\(digits))", 0,
            .difference, number)
        sheet.text(
            line.meaning, row, Column.meaning.rawValue,
            base.with { ($0.isBold, $0.color, $0.wraps, $0.indent) = (false, Palette.quiet, true, 1) })
        if SheetText.width(line.meaning) > 74 { sheet.height(row, 27) }
    }

    private func excel(_ formula: Expression) -> String {
        formula.excel(
            reference: { formulas.reference($0, .total, report.periods.count - 1) },
            config: { name, value in formulas.settings.name(of: name) ?? value.plain })
    }
}
