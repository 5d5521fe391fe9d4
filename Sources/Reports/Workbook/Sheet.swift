import CXLSXWriter
import Facts
import Glibc

/// A sheet in the making. Rows and columns count from 0.
final class Sheet {
    let name: String
    let book: Book
    private let worksheet: UnsafeMutablePointer<lxw_worksheet>
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

    struct Cell: Hashable {
        var row, column: Int
    }

    /// When a conditional format applies, and what it changes.
    struct Rule: Hashable {
        enum Condition: Hashable {
            /// Numbers from the first to the second. Text, which counts as larger than any number, is left alone.
            case between(Double, Double)
            /// Text that begins with a character. A rule of this kind is for cells of one column.
            case begins(Character, column: Int)
        }

        var condition: Condition
        var style: Style
    }

    init(name: String, book: Book, worksheet: UnsafeMutablePointer<lxw_worksheet>) {
        self.name = name
        self.book = book
        self.worksheet = worksheet
        worksheet_set_default_row(worksheet, Sheet.rowHeight, UInt8(LXW_FALSE.rawValue))
    }

    // Cells.

    /// Writes text, whatever it looks like: never a formula, a link or a number.
    func text(_ text: String, _ row: Int, _ column: Int, _ style: Style) {
        let fitted = fit(text, row, column)
        Book.expect(
            worksheet_write_string(worksheet, UInt32(row), UInt16(column), fitted, book.format(style)),
            "text in \(name) \(Names.cell(row, column))")
    }

    /// Writes a number.
    func number(_ value: Double, _ row: Int, _ column: Int, _ style: Style) {
        Book.expect(
            worksheet_write_number(worksheet, UInt32(row), UInt16(column), value, book.format(style)),
            "number in \(name) \(Names.cell(row, column))")
    }

    /// Writes a formula (without `=`) with its value; nil stands for the text `undefined`.
    func formula(
        _ formula: String, _ value: Double?, undefined: String = Format.undefined, _ row: Int, _ column: Int, _ style: Style
    ) {
        let format = book.format(style)
        let status =
            if let value {
                worksheet_write_formula_num(worksheet, UInt32(row), UInt16(column), "=" + formula, format, value)
            } else {
                worksheet_write_formula_str(worksheet, UInt32(row), UInt16(column), "=" + formula, format, undefined)
            }
        Book.expect(status, "formula in \(name) \(Names.cell(row, column))")
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
    func blank(_ row: Int, _ column: Int, _ style: Style) {
        Book.expect(
            worksheet_write_blank(worksheet, UInt32(row), UInt16(column), book.format(style)),
            "blank in \(name) \(Names.cell(row, column))")
    }

    /// Writes a link to the first cell of another sheet.
    func link(_ title: String, to sheet: String, _ row: Int, _ column: Int, _ style: Style) {
        let text = SheetText(title, limit: 255).text
        Book.expect(
            worksheet_write_url_opt(
                worksheet, UInt32(row), UInt16(column), "internal:\(Names.quoted(sheet))!A1", book.format(style), text, nil),
            "link in \(name) \(Names.cell(row, column))")
    }

    /// Joins the cells of a row from one column to another; write the first one afterwards.
    func join(_ row: Int, _ columns: ClosedRange<Int>, _ style: Style) { join(rows: row...row, columns, style) }

    /// Joins the cells of some rows and columns; write the first one afterwards.
    func join(rows: ClosedRange<Int>, _ columns: ClosedRange<Int>, _ style: Style) {
        guard rows.count > 1 || columns.count > 1 else { return }
        Book.expect(
            worksheet_merge_range(
                worksheet, UInt32(rows.lowerBound), UInt16(columns.lowerBound), UInt32(rows.upperBound),
                UInt16(columns.upperBound), "", book.format(style)),
            "joined cells in \(name)")
    }

    /// Adds a remark that is shown on hover; of one that a long table has in thousands of cells the first ones, as each takes the longer
    /// to place the further down it stands.
    func hint(_ text: String, _ row: Int, _ column: Int) {
        hints[text, default: 0] += 1
        guard hints[text]! <= Sheet.sameHints else { return }
        var options = lxw_comment_options()
        options.width = 260
        options.height = UInt16(min(24 + 18 * SheetText.lines(text, columns: 36), 400))
        options.color = Palette.strong
        Book.expect(
            worksheet_write_comment_opt(worksheet, UInt32(row), UInt16(column), SheetText(text, limit: 2_000).text, &options),
            "remark in \(name)")
    }

    /// Puts a chart on the sheet.
    func chart(
        _ chart: UnsafeMutablePointer<lxw_chart>, _ row: Int, _ column: Int, xOffset: Int, yOffset: Int = 0,
        scale: (x: Double, y: Double),
        alternative: String
    ) {
        SheetText(alternative, limit: 2_000).text.withCString { description in
            var options = lxw_chart_options()
            (options.x_offset, options.y_offset) = (Int32(xOffset), Int32(yOffset))
            (options.x_scale, options.y_scale) = scale
            options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
            options.description = UnsafeMutablePointer(mutating: description)
            Book.expect(
                worksheet_insert_chart_opt(worksheet, UInt32(row), UInt16(column), chart, &options), "chart in \(name)")
        }
    }

    /// Puts a picture on the sheet, so many pixels high; gives its width in pixels. Nil of what spreadsheet programs do not show: they
    /// take PNG, and no drawings.
    func picture(_ logo: Theme.Logo, _ row: Int, _ column: Int, height: Double, alternative: String) -> Double? {
        guard let size = logo.pixels else { return nil }
        let scale = height / Double(size.height)
        SheetText(alternative, limit: 2_000).text.withCString { description in
            var options = lxw_image_options()
            (options.x_scale, options.y_scale) = (scale, scale)
            (options.x_offset, options.y_offset) = (1, 3)
            options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
            options.description = UnsafeMutablePointer(mutating: description)
            Book.expect(
                worksheet_insert_image_buffer_opt(
                    worksheet, UInt32(row), UInt16(column), logo.bytes, logo.bytes.count, &options), "picture in \(name)")
        }
        return Double(size.width) * scale
    }

    // Rows, columns, views.

    /// A column's width in digits.
    func width(_ column: Int, _ width: Double) {
        Book.expect(worksheet_set_column(worksheet, UInt16(column), UInt16(column), width, nil), "column width")
    }

    /// A row's height in points.
    func height(_ row: Int, _ height: Double) {
        Book.expect(worksheet_set_row(worksheet, UInt32(row), min(height, 409), nil), "row height")
        heights[row] = min(height, 409)
    }

    /// The height of a row in points, as far as it is known.
    func height(_ row: Int, else usual: Double = Sheet.rowHeight) -> Double { heights[row] ?? usual }

    /// Starts a page with a row when printed.
    func breakPage(before row: Int) { if row > 0 { breaks.append(UInt32(row)) } }

    /// Keeps the rows above and the columns before a cell in view.
    func freeze(_ row: Int, _ column: Int) { worksheet_freeze_panes(worksheet, UInt32(row), UInt16(column)) }

    /// Adds filter buttons to a header row over the rows below it.
    func filter(_ rows: ClosedRange<Int>, columns: Int) {
        Book.expect(
            worksheet_autofilter(
                worksheet, UInt32(rows.lowerBound), 0, UInt32(rows.upperBound), UInt16(max(0, columns - 1))), "filter")
    }

    func activate() {
        worksheet_activate(worksheet)
        worksheet_set_first_sheet(worksheet)
    }

    func tabColor(_ color: UInt32) { worksheet_set_tab_color(worksheet, color) }

    func hideGridlines() { worksheet_gridlines(worksheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }

    /// What a page holds inside its margins, in points at full size.
    static let page = (width: 784.0, height: 527.0)

    /// Landscape A4, one page wide, these rows on top of every page, this footer; on so many pages, or as many as it takes.
    func print(repeating rows: ClosedRange<Int>?, footer: String, pages: UInt16 = 0) {
        worksheet_set_landscape(worksheet)
        worksheet_set_paper(worksheet, 9)
        worksheet_fit_to_pages(worksheet, 1, pages)
        worksheet_set_margins(worksheet, 0.4, 0.4, 0.4, 0.54)
        if let rows {
            Book.expect(worksheet_repeat_rows(worksheet, UInt32(rows.lowerBound), UInt32(rows.upperBound)), "repeated rows")
        }
        Book.expect(worksheet_set_footer(worksheet, footer), "footer")
    }

    /// Prints nothing of the sheet but a line that says so: what is made for formulas and programs would take dozens of pages.
    func printNothing(saying text: String, footer: String, row: Int, column: Int) {
        print(repeating: nil, footer: footer)
        var options = lxw_header_footer_options()
        options.margin = 0.3
        let line = text.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&&")
        Book.expect(worksheet_set_header_opt(worksheet, "&L" + line, &options), "header")
        Book.expect(
            worksheet_print_area(worksheet, UInt32(row), UInt16(column), UInt32(row), UInt16(column)), "print area")
    }

    /// The rows and columns that are printed.
    func printArea(rows: Int, columns: Int) {
        // The library knows the list's end by a 0, and no more than 1,023 breaks.
        var list = Array(breaks.prefix(1_023)) + [0]
        if !breaks.isEmpty { Book.expect(worksheet_set_h_pagebreaks(worksheet, &list), "page breaks") }
        Book.expect(worksheet_print_area(worksheet, 0, 0, UInt32(max(0, rows - 1)), UInt16(max(0, columns - 1))), "print area")
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
            for ranges in Sheet.ranges(rules[rule] ?? []) { write(rule, ranges.list, ranges.first) }
        }
    }

    private func write(_ rule: Rule, _ ranges: String, _ first: Cell) {
        var format = lxw_conditional_format()
        format.format = book.format(rule.style, isConditional: true)
        var text = ""
        switch rule.condition {
        case .between(let low, let high):
            format.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
            format.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_BETWEEN.rawValue)
            (format.min_value, format.max_value) = (low, high)
        case .begins(let start, _):
            // The library's own rule for the start of a text counts bytes where Excel counts characters.
            format.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
            text = "=LEFT(\(Names.cell(first.row, first.column)),1)=\"\(start)\""
        }
        ranges.withCString { ranges in
            text.withCString { text in
                format.multi_range = UnsafeMutablePointer(mutating: ranges)
                format.value_string = UnsafeMutablePointer(mutating: text)
                Book.expect(
                    worksheet_conditional_format_range(
                        worksheet, UInt32(first.row), UInt16(first.column), UInt32(first.row), UInt16(first.column), &format),
                    "conditional format in \(name)")
            }
        }
    }

    /// Puts cells on a ground that goes from unfavourable by white, at 1, to favourable.
    func heat(_ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>) {
        var format = lxw_conditional_format()
        format.type = UInt8(LXW_CONDITIONAL_3_COLOR_SCALE.rawValue)
        let number = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
        (format.min_rule_type, format.mid_rule_type, format.max_rule_type) = (number, number, number)
        (format.min_value, format.mid_value, format.max_value) = (0.5, 1, 1.5)
        (format.min_color, format.mid_color, format.max_color) = (Palette.heatLow, 0xFFFFFF, Palette.heatHigh)
        Book.expect(
            worksheet_conditional_format_range(
                worksheet, UInt32(rows.lowerBound), UInt16(columns.lowerBound), UInt32(rows.upperBound),
                UInt16(columns.upperBound), &format),
            "heat map in \(name)")
    }

    /// Makes an Excel table of a header row, which is written already, and the rows below it, so that it can be sorted and filtered.
    ///
    /// - Parameter titles: The headings, no two alike whatever the case of their letters.
    func table(_ rows: ClosedRange<Int>, titles: [String], styles: [Style]) {
        var columns = zip(titles, styles).map { title, style in
            var column = lxw_table_column()
            column.header = strdup(title)
            column.header_format = book.format(style)
            return column
        }
        defer { columns.forEach { free(UnsafeMutableRawPointer(mutating: $0.header)) } }
        columns.withUnsafeMutableBufferPointer { columns in
            var list: [UnsafeMutablePointer<lxw_table_column>?] = columns.indices.map { columns.baseAddress! + $0 } + [nil]
            list.withUnsafeMutableBufferPointer { list in
                var options = lxw_table_options()
                options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
                options.columns = list.baseAddress
                Book.expect(
                    worksheet_add_table(
                        worksheet, UInt32(rows.lowerBound), 0, UInt32(rows.upperBound), UInt16(titles.count - 1), &options),
                    "table in \(name)")
            }
        }
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
