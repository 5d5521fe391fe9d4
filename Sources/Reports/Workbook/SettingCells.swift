import Facts
import Metrics

/// The settings that formulas use, `config.gross_margin`, as cells below the table of *Numbers*: each has a name, so that a margin can be
/// changed in one place and all that hangs on it follows.
struct SettingCells {
    /// One setting.
    struct Entry {
        /// As formulas of the catalogue have it: `gross_margin`.
        var id: String
        /// What its cell is called: `config_gross_margin`.
        var name: String
        var value: ExactDecimal
        /// The row of *Numbers*.
        var row: Int
    }

    /// In the order of their ids.
    let entries: [Entry]

    init(_ report: Report) {
        let ids = Set(report.catalogue.metrics.flatMap(\.resolved.settings))
        var used: Set<String> = []
        // A row stays free, so that filters and sorting end above.
        var row = CellFormulas.firstRow + report.numbers.rows.count + 1
        entries = ids.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }.map { id in
            defer { row += 1 }
            return Entry(
                id: id, name: Names.cell(id, prefix: "config_", used: &used),
                value: report.catalogue.config[id] ?? ExactDecimal(digits: 1, scale: 0), row: row)
        }
    }

    /// The name of a setting's cell; nil where no formula uses it.
    func name(of id: String) -> String? { entries.first { $0.id == id }?.name }

    /// Writes the cells and names them.
    func draw(on sheet: Sheet, _ book: Book, _ report: Report, widths: inout [Double]) {
        let (column, language) = (CellFormulas.firstPeriodColumn, Language(rawValue: report.locale) ?? .en)
        for entry in entries {
            for (at, text) in [entry.name, report.catalogue.name(ofSetting: entry.id)[language]].enumerated() {
                sheet.text(text, entry.row, at, Style.body)
                widths[at] = max(widths[at], min(SheetText.width(text) + 2, 48))
            }
            let style = Style.body.with {
                $0.align = .right
                $0.numberFormat = "General"
            }
            sheet.number(entry.value.number.double, entry.row, column, style)
            book.define(entry.name, Names.numbers + "!" + Names.fixedCell(entry.row, column))
        }
    }
}
