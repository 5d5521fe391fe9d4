import Facts

/// A sheet in the making: what is to be written on it, in the order in which it is. Rows and columns count from 0.
///
/// The library writes on one core. So nothing of it is asked for here, and sheets are made on all cores while ``SheetWriter`` writes those
/// that are ready.
final class Sheet {
    let name: String
    /// The company's colour; nil where it has none.
    let accent: UInt32?
    /// What is to be written.
    private(set) var calls: [SheetCall] = []
    /// How its cells look, each look once.
    private(set) var styles: [Style] = []
    private var places: [Style: Int32] = [:]
    private var latest: (style: Style, place: Int32)?
    /// The cells whose text had to be cut, with the length of the whole.
    private(set) var cuts: [(cell: String, wholeLength: Int)] = []
    private var rules: [Rule: [Cell]] = [:]
    private var ruleOrder: [Rule] = []
    private var heights: [Int: Double] = [:]
    private var breaks: [UInt32] = []

    /// The most rows a sheet has.
    static let rowLimit = 1_048_576
    /// The height of a row that none is set for, in points: a line of text.
    static let rowHeight = 12.75
    /// The longest formula Excel reads.
    static let formulaLimit = 8_192

    /// How many cells of a sheet bear the same remark.
    static let sameHints = 200
    /// In how many cells each remark was wanted.
    private var hints: [String: Int] = [:]

    struct Cell: Hashable, Sendable {
        var row, column: Int
    }

    /// When a conditional format applies, and what it changes.
    struct Rule: Hashable, Sendable {
        enum Condition: Hashable, Sendable {
            /// Numbers from the first to the second. Text, which counts as larger than any number, is left alone.
            case between(Double, Double)
            /// Text that begins with a character. A rule of this kind is for cells of one column.
            case begins(Character, column: Int)
        }

        var condition: Condition
        var style: Style
    }

    init(name: String, accent: UInt32?) { (self.name, self.accent) = (name, accent) }

    /// The colour of the tabs of sections.
    var tabColor: UInt32 { accent ?? Palette.actual }

    /// Notes what is to be written.
    func add(_ call: @escaping @Sendable (SheetWriter) -> Void) { calls.append(.other(call)) }

    /// What was to be written since this was last asked for.
    func taken() -> [SheetCall] {
        defer { calls = [] }
        return calls
    }

    // Cells.

    private func at(_ row: Int, _ column: Int, _ style: Style) -> SheetCall.Place {
        SheetCall.Place(row: UInt32(row), column: UInt16(column), style: place(of: style))
    }

    private func place(of style: Style) -> Int32 {
        // Cells beside one another mostly look alike.
        if let latest, latest.style == style { return latest.place }
        let place = places[style] ?? Int32(styles.count)
        if place == styles.count {
            places[style] = place
            styles.append(style)
        }
        latest = (style, place)
        return place
    }

    /// Writes text, whatever it looks like: never a formula, a link or a number.
    func text(_ text: String, _ row: Int, _ column: Int, _ style: Style) {
        calls.append(.text(fit(text, row, column), at(row, column, style)))
    }

    /// Writes a number.
    func number(_ value: Double, _ row: Int, _ column: Int, _ style: Style) {
        calls.append(.number(value, at(row, column, style)))
    }

    /// Writes a formula (without `=`) with its value; nil stands for the text `undefined`.
    func formula(
        _ formula: String, _ value: Double?, undefined: String = Format.undefined, _ row: Int, _ column: Int, _ style: Style
    ) {
        calls.append(.formula("=" + formula, value, undefined: undefined, at(row, column, style)))
    }

    /// Writes a formula (without `=`) that gives a text.
    func formula(_ formula: String, text: String, _ row: Int, _ column: Int, _ style: Style) {
        self.formula(formula, nil, undefined: text, row, column, style)
    }

    /// Writes a date.
    func day(_ day: Day, _ row: Int, _ column: Int, _ style: Style) {
        // Days since 1899-12-30, which is right from March 1900 on; before, Excel has no dates.
        let serial = Int(day.number) + 25_569
        guard serial >= 61, serial <= 2_958_465 else { return text(day.description, row, column, style) }
        number(Double(serial), row, column, style.with { $0.numberFormat = "yyyy-mm-dd" })
    }

    /// Writes an empty cell that has a look.
    func blank(_ row: Int, _ column: Int, _ style: Style) { calls.append(.blank(at(row, column, style))) }

    /// Writes a link to the first cell of another sheet.
    func link(_ title: String, to sheet: String, _ row: Int, _ column: Int, _ style: Style) {
        let text = SheetText(title, limit: 255).text
        add { $0.link(text, to: sheet, row, column, style) }
    }

    /// Joins the cells of a row from one column to another; write the first one afterwards.
    func join(_ row: Int, _ columns: ClosedRange<Int>, _ style: Style) { join(rows: row...row, columns, style) }

    /// Joins the cells of some rows and columns; write the first one afterwards.
    func join(rows: ClosedRange<Int>, _ columns: ClosedRange<Int>, _ style: Style) {
        guard rows.count > 1 || columns.count > 1 else { return }
        calls.append(
            .join(
                at(rows.lowerBound, columns.lowerBound, style), lastRow: UInt32(rows.upperBound),
                lastColumn: UInt16(columns.upperBound)))
    }

    /// Adds a remark that is shown on hover; of one that a long table has in thousands of cells the first ones, as each takes the longer
    /// to place the further down it stands.
    func hint(_ text: String, _ row: Int, _ column: Int) {
        hints[text, default: 0] += 1
        guard hints[text]! <= Sheet.sameHints else { return }
        let height = min(24 + 18 * SheetText.lines(text, columns: 36), 400)
        let remark = SheetText(text, limit: 2_000).text
        add { $0.hint(remark, row, column, height: height) }
    }

    /// Puts a chart on the sheet, over numbers of the sheet of charts.
    func chart(_ chart: Chart, _ row: Int, _ column: Int, xOffset: Int, scale: (x: Double, y: Double)) {
        let description = SheetText(chart.alternative, limit: 2_000).text
        add { $0.chart(chart, SheetWriter.Box(row, column, xOffset, 0, scale), description) }
    }

    /// Puts the bars of targets on the sheet, a row each.
    func bars(_ chart: Chart, _ row: Int, _ column: Int, xOffset: Int, yOffset: Int, scale: (x: Double, y: Double)) {
        let description = SheetText(chart.alternative, limit: 2_000).text
        add { $0.bars(chart, SheetWriter.Box(row, column, xOffset, yOffset, scale), description) }
    }

    /// Puts a picture on the sheet, so many pixels high; gives its width in pixels. Nil of what spreadsheet programs do not show: they
    /// take PNG, and no drawings.
    func picture(_ logo: Theme.Logo, _ row: Int, _ column: Int, height: Double, alternative: String) -> Double? {
        guard let size = logo.pixels else { return nil }
        let scale = height / Double(size.height)
        let description = SheetText(alternative, limit: 2_000).text
        add { $0.picture(logo, SheetWriter.Box(row, column, 1, 3, (scale, scale)), description) }
        return Double(size.width) * scale
    }

    // Rows, columns, views.

    /// A column's width in digits.
    func width(_ column: Int, _ width: Double) { add { $0.width(column, width) } }

    /// A row's height in points.
    func height(_ row: Int, _ height: Double) {
        let height = min(height, 409)
        add { $0.height(row, height) }
        heights[row] = height
    }

    /// The height of a row in points, as far as it is known.
    func height(_ row: Int, else usual: Double = Sheet.rowHeight) -> Double { heights[row] ?? usual }

    /// Starts a page with a row when printed.
    func breakPage(before row: Int) { if row > 0 { breaks.append(UInt32(row)) } }

    /// Keeps the rows above and the columns before a cell in view.
    func freeze(_ row: Int, _ column: Int) { add { $0.freeze(row, column) } }

    /// Adds filter buttons to a header row over the rows below it.
    func filter(_ rows: ClosedRange<Int>, columns: Int) { add { $0.filter(rows, columns: columns) } }

    func tabColor(_ color: UInt32) { add { $0.tabColor(color) } }

    func hideGridlines() { add { $0.hideGridlines() } }

    /// Gives a cell or a range of the workbook a name.
    func define(_ name: String, _ reference: String) { add { $0.book.define(name, reference) } }

    /// What a page holds inside its margins, in points at full size.
    static let page = (width: 784.0, height: 527.0)

    /// Landscape A4, one page wide, these rows on top of every page, this footer; on so many pages, or as many as it takes.
    func print(repeating rows: ClosedRange<Int>?, footer: String, pages: UInt16 = 0) {
        add { $0.print(repeating: rows, footer: footer, pages: pages) }
    }

    /// Prints nothing of the sheet but a line that says so: what is made for formulas and programs would take dozens of pages.
    func printNothing(saying text: String, footer: String, row: Int, column: Int) {
        print(repeating: nil, footer: footer)
        add { $0.printLine(text, row, column) }
    }

    /// The rows and columns that are printed.
    func printArea(rows: Int, columns: Int) {
        let breaks = breaks
        add { $0.printArea(rows: rows, columns: columns, breaks: breaks) }
    }

    // Conditional formats.

    /// Puts a cell under a rule. Rules are written by `writeRules()`.
    func apply(_ rule: Rule, _ row: Int, _ column: Int) {
        if rules[rule] == nil { ruleOrder.append(rule) }
        rules[rule, default: []].append(Cell(row: row, column: column))
    }

    /// Writes the rules, each once for all of its cells.
    func writeRules() {
        for rule in ruleOrder {
            for ranges in Sheet.ranges(rules[rule] ?? []) { add { $0.rule(rule, ranges.list, ranges.first) } }
        }
    }

    /// Puts cells on a ground that goes from unfavourable by white, at 1, to favourable.
    func heat(_ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>) { add { $0.heat(rows, columns) } }

    /// Makes an Excel table of a header row, which is written already, and the rows below it, so that it can be sorted and filtered.
    ///
    /// - Parameter titles: The headings, no two alike whatever the case of their letters.
    func table(_ rows: ClosedRange<Int>, titles: [String], styles: [Style]) {
        add { $0.table(rows, titles: titles, styles: styles) }
    }

    /// Cells as lists of ranges, cells below each other as one, each list short enough for the library; with its first cell.
    static func ranges(_ cells: [Cell]) -> [(list: String, first: Cell)] {
        let sorted = cells.sorted { ($0.column, $0.row) < ($1.column, $1.row) }
        var lists: [(list: String, first: Cell)] = []
        var start = 0
        for index in sorted.indices {
            let isLast =
                index + 1 == sorted.count || sorted[index + 1].column != sorted[index].column
                || sorted[index + 1].row != sorted[index].row + 1
            guard isLast else { continue }
            let (from, to) = (sorted[start], sorted[index])
            let first = Names.cell(from.row, from.column)
            let part = start == index ? first : first + ":" + Names.cell(to.row, to.column)
            if let last = lists.last, last.list.utf8.count + part.utf8.count < 1_800 {
                lists[lists.count - 1].list += " " + part
            } else {
                lists.append((part, from))
            }
            start = index + 1
        }
        return lists
    }

    private func fit(_ text: String, _ row: Int, _ column: Int) -> String {
        let fitted = SheetText(text)
        if let length = fitted.wholeLength { cuts.append((Names.cell(row, column), length)) }
        return fitted.text
    }
}
