import CXLSXWriter
import Facts
import Languages

/// The sheet that holds what the charts draw, as plain numbers: charts over formulas would be drawn flat by previews.
final class ChartData {
    let report: Report
    private let sheet: Sheet
    private let worksheet: UnsafeMutablePointer<lxw_worksheet>
    private let book: Book
    private var row = 0
    private var widths: [Double] = [24]

    /// Where the data of a chart stands: a header row, then a row a category; the first column holds the categories.
    struct Place {
        var sheet: String
        var header, first, last: Int
        /// What is drawn, back to front.
        var columns: [Column]

        /// A column of numbers that is drawn.
        struct Column {
            var column: Int
            /// The chart's series it stands for; nil for what is not seen.
            var series: Int?
            /// Whether it is not seen itself but carries the labels.
            var isLabel = false
        }
    }

    init(_ worksheet: UnsafeMutablePointer<lxw_worksheet>, of book: Book, _ report: Report) {
        (self.worksheet, self.book, self.report) = (worksheet, book, report)
        sheet = Sheet(name: Names.chartData, accent: book.accent)
    }

    /// Writes a chart's data and says where it stands.
    func add(_ chart: Chart) -> Place {
        sheet.text(chart.title, row, 0, Style.tableTitle)
        let header = row + 1
        let first = header + 1
        let last = first + max(chart.categories.count, 1) - 1
        sheet.blank(header, 0, Style.header)
        for (index, category) in chart.categories.enumerated() {
            sheet.text(category, first + index, 0, Style.body)
            widths[0] = max(widths[0], min(SheetText.width(category) + 2, 48))
        }
        var columns: [Place.Column] = []
        for (index, series) in chart.series.enumerated() {
            write(series.name, series.values, chart, header, index + 1)
            columns.append(.init(column: index + 1, series: index))
        }
        if chart.kind == .bridge {
            let parts = Bridge(chart).parts
            columns = []
            for (index, part) in parts.enumerated() {
                let column = chart.series.count + 1 + index
                let name = part.series.map { chart.series[$0].name + " " } ?? ""
                write("\(name)[\(part.label)]", part.values.map { $0.isZero ? nil : $0 }, chart, header, column)
                columns.append(.init(column: column, series: part.series, isLabel: part.label == Bridge.label))
            }
        }
        row = last + 2
        write()
        return Place(sheet: sheet.name, header: header, first: first, last: last, columns: columns)
    }

    /// What the bars of targets are drawn of; a target without one has an empty row.
    static func chart(_ bars: [Brief.Bar?], names: [String], title: String, series: [String]) -> Chart {
        let parts: [(Brief.Bar) -> Number] = [{ $0.reached }, { $0.missing }, { $0.rest }]
        return Chart(
            id: "bars", title: title, kind: .bars, categories: names,
            series: zip(series, parts).map { name, part in
                Chart.Series(name: name, values: bars.map { $0.map(part) }, role: .actual)
            }, format: Format(.percent, digits: 1), alternative: title)
    }

    /// Sets widths and print.
    func finish(_ words: SheetWords, footer: String) {
        for (column, width) in widths.enumerated() { sheet.width(column, width) }
        sheet.tabColor(Palette.yearBefore)
        sheet.printNothing(
            saying: words(.notPrinted, Names.chartData), footer: footer, row: row + 1, column: widths.count)
        write()
    }

    /// Writes what is not written yet.
    private func write() {
        SheetWriter(worksheet, name: sheet.name, of: book, chartData: self).write(sheet.taken(), sheet.styles)
    }

    private func write(_ name: String, _ values: [Number?], _ chart: Chart, _ header: Int, _ column: Int) {
        let factor = Number(chart.format.workbookFactor)
        let style = Style.body.with {
            $0.align = .right
            $0.numberFormat = chart.format.excelFormat(currency: report.currency, locale: report.locale)
        }
        sheet.text(name, header, column, Style.header.with { $0.align = .right })
        while widths.count <= column { widths.append(10) }
        widths[column] = max(widths[column], min(SheetText.width(name) + 3, 30))
        for (index, value) in values.enumerated() where index < chart.categories.count {
            guard let value else { continue }
            sheet.number((value * factor).double, header + 1 + index, column, style)
            let text = chart.format.text(value, currency: report.currency, locale: report.locale)
            widths[column] = max(widths[column], SheetText.width(text) + 2)
        }
    }
}

/// A bridge as stacked columns: what is not seen holds up what is.
///
/// The first and last categories stand on 0, those between float from the running total, to which they are added with their sign.
/// A column between two totals of different sign is drawn in two parts, as stacks above and below 0 are separate.
struct Bridge {
    /// One series of the stacked chart.
    struct Part: Equatable {
        /// The chart's series whose look it has; nil for what holds others up and is not seen.
        var series: Int?
        /// What it is: `base`, `above`, `below`, `label`.
        var label: String
        /// One a category.
        var values: [Number]
    }

    /// What stands on top of each column to carry its label.
    static let label = "label"

    /// The parts that hold anything; the first and the last are not seen.
    let parts: [Part]
    /// The running total after each category.
    let totals: [Number]

    init(_ chart: Chart) {
        let count = chart.categories.count
        let none = Array(repeating: Number.zero, count: count)
        var (base, above) = (none, Array(repeating: none, count: chart.series.count))
        var below = above
        var total = Number.zero
        var totals: [Number] = []
        for category in 0..<count {
            if category == 0 || category == count - 1 { total = .zero }
            let values = chart.series.map { category < $0.values.count ? $0.values[category] : nil }
            let start = total
            let end = values.reduce(start) { $0 + ($1 ?? .zero) }
            for (series, value) in values.enumerated() {
                guard let value else { continue }
                let next = total + value
                let (low, high) = Number.less(total, next) ? (total, next) : (next, total)
                if low.signum >= 0 {
                    above[series][category] = high - low
                } else if high.signum <= 0 {
                    below[series][category] = low - high
                } else {
                    (above[series][category], below[series][category]) = (high, low)
                }
                total = next
            }
            // What all the category's values have below them on the side where they are.
            let edges = values.reduce(into: [start]) { $0.append($0[$0.count - 1] + ($1 ?? .zero)) }
            let (least, most) = (edges.min { Number.less($0, $1) } ?? .zero, edges.max { Number.less($0, $1) } ?? .zero)
            base[category] = least.signum > 0 ? least : most.signum < 0 ? most : .zero
            total = end
            totals.append(total)
        }
        var parts = [Part(series: nil, label: "base", values: base)]
        for series in chart.series.indices {
            parts.append(Part(series: series, label: "above", values: above[series]))
            parts.append(Part(series: series, label: "below", values: below[series]))
        }
        let highest = totals.map(\.double).reduce(0) { max($0, abs($1)) }
        let room = Number(Int128(min((highest * 70).rounded(), 1e30)), over: 1_000)
        parts.append(Part(series: nil, label: Bridge.label, values: Array(repeating: room, count: count)))
        self.parts = parts.filter { part in part.label == "above" || part.values.contains { !$0.isZero } }
        self.totals = totals
    }
}
