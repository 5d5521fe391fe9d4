import Facts
import Languages
import Metrics

/// The settings that formulas use, `config.gross_margin` and the limits of a status, as cells below the table of *Numbers*: each has a name,
/// so that a margin can be changed in one place and all that hangs on it follows.
struct SettingCells {
    /// One setting.
    struct Entry {
        /// As formulas of the catalogue have it: `gross_margin`.
        var id: String
        /// What its cell is called: `config_gross_margin`.
        var name: String
        /// What it is, in the report's language.
        var title: String
        var value: Number
        /// The row of *Numbers*.
        var row: Int
    }

    /// In the order of their ids; the limits of a status last.
    let entries: [Entry]

    init(_ report: Report) {
        let ids = Set(report.catalogue.metrics.flatMap(\.resolved.settings))
        var used: Set<String> = []
        // A row stays free, so that filters and sorting end above.
        var row = CellFormulas.firstRow + report.numbers.rows.count + 1
        let language = Language(locale: report.locale)
        var entries = ids.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }.map { id in
            defer { row += 1 }
            return Entry(
                id: id, name: Names.cell(id, prefix: "config_", used: &used),
                title: report.catalogue.name(ofSetting: id)[language],
                value: report.catalogue.config[id]?.number ?? Number(1), row: row)
        }
        if let limits = report.limits {
            for limit in StatusLimit.allCases {
                entries.append(
                    Entry(
                        id: limit.id, name: limit.cellName, title: limit.title(language), value: limit.value(limits), row: row))
                row += 1
            }
        }
        self.entries = entries
    }

    /// The name of a setting's cell; nil where no formula uses it.
    func name(of id: String) -> String? { entries.first { $0.id == id }?.name }

    /// Writes the cells and names them.
    func draw(on sheet: Sheet, _ report: Report, widths: inout [Double]) {
        let column = CellFormulas.firstPeriodColumn
        for entry in entries {
            for (at, text) in [entry.name, entry.title].enumerated() {
                sheet.text(text, entry.row, at, Style.body)
                widths[at] = max(widths[at], min(SheetText.width(text) + 2, 48))
            }
            let style = Style.body.with {
                $0.align = .right
                $0.numberFormat = "General"
            }
            sheet.number(entry.value.double, entry.row, column, style)
            sheet.define(entry.name, Names.numbers + "!" + Names.fixedCell(entry.row, column))
        }
    }
}
