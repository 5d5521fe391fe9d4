import Facts
import Metrics
import Synchronization

/// How wide the columns of all sheets have to be. This asks for the text of each value, and needs nothing of the library that writes on one
/// core: so it is found on all of them beforehand.
struct Layouts {
    /// By section.
    let sections: [ColumnWidths]
    /// Of the sheet *Numbers*: what its rows of measures need.
    let numbers: [Double]

    init(_ sections: [Section], _ report: Report) {
        let columns = Mutex<[Double]>([])
        // The longest first.
        self.sections = concurrently(sections.count + 1) { index -> ColumnWidths? in
            if index > 0 { return ColumnWidths(sections[index - 1], report) }
            let numbers = Layouts.numbers(report)
            columns.withLock { $0 = numbers }
            return nil
        }.compactMap { $0 }
        numbers = columns.withLock { $0 }
    }

    /// The widths that the rows of *Numbers* need, a column each: four that say what a row is, then the periods.
    private static func numbers(_ report: Report) -> [Double] {
        var widths = Array(repeating: 10.0, count: CellFormulas.firstPeriodColumn + report.periods.count)
        for row in report.numbers.rows {
            for (column, text) in row.words.enumerated() {
                widths[column] = max(widths[column], min(SheetText.width(text) + 2, 48))
            }
            for (period, value) in row.values.enumerated() {
                guard let value else { continue }
                let text = row.format.text(value, currency: report.currency, locale: report.locale)
                let column = CellFormulas.firstPeriodColumn + period
                widths[column] = max(widths[column], SheetText.width(text) + 2)
            }
        }
        return widths
    }
}

extension Numbers.Row {
    /// What says which row it is, a column each: the measure as formulas have it, its name, the dimension and the member.
    var words: [String] { [leaf.description, name, dimension, member] }
}
