import CXLSXWriter
import Facts
import Glibc

/// Something that is written on a sheet.
enum SheetCall: Sendable {
    /// A cell, with its look by place among the looks of its sheet.
    struct Place: Sendable {
        var row: UInt32
        var column: UInt16
        var style: Int32
    }

    /// A cell's text.
    case text(String, Place)
    /// A cell's number.
    case number(Double, Place)
    /// A cell's formula with its value; nil stands for the text.
    case formula(String, Double?, undefined: String, Place)
    /// A cell that is empty.
    case blank(Place)
    /// The cells from one to another in one.
    case join(Place, lastRow: UInt32, lastColumn: UInt16)
    /// All of which there is little.
    case other(@Sendable (SheetWriter) -> Void)
}

/// Writes a sheet: a thin layer over libxlsxwriter, which must be called by one thread at a time.
struct SheetWriter {
    let name: String
    let book: Book
    private let worksheet: UnsafeMutablePointer<lxw_worksheet>
    /// The sheet that holds what charts are drawn of.
    private let chartData: ChartData

    /// Where something is put, with its distance from the cell's corner in pixels, and how large.
    struct Box: Sendable {
        var row, column, xOffset, yOffset: Int
        var scale: (x: Double, y: Double)

        init(_ row: Int, _ column: Int, _ xOffset: Int, _ yOffset: Int, _ scale: (x: Double, y: Double)) {
            (self.row, self.column, self.xOffset, self.yOffset, self.scale) = (row, column, xOffset, yOffset, scale)
        }
    }

    init(_ worksheet: UnsafeMutablePointer<lxw_worksheet>, name: String, of book: Book, chartData: ChartData) {
        (self.worksheet, self.name, self.book, self.chartData) = (worksheet, name, book, chartData)
    }

    /// Writes what a sheet is to hold.
    ///
    /// - Parameter styles: The looks of its cells.
    func write(_ calls: [SheetCall], _ styles: [Style]) {
        var formats = [UnsafeMutablePointer<lxw_format>?](repeating: nil, count: styles.count)
        func format(_ place: SheetCall.Place) -> UnsafeMutablePointer<lxw_format> {
            let style = Int(place.style)
            if let format = formats[style] { return format }
            let format = book.format(styles[style])
            formats[style] = format
            return format
        }
        for call in calls {
            switch call {
            case .text(let text, let at):
                expect(worksheet_write_string(worksheet, at.row, at.column, text, format(at)), "text", at)
            case .number(let value, let at):
                expect(worksheet_write_number(worksheet, at.row, at.column, value, format(at)), "number", at)
            case .formula(let formula, let value?, _, let at):
                expect(worksheet_write_formula_num(worksheet, at.row, at.column, formula, format(at), value), "formula", at)
            case .formula(let formula, nil, let text, let at):
                expect(worksheet_write_formula_str(worksheet, at.row, at.column, formula, format(at), text), "formula", at)
            case .blank(let at): expect(worksheet_write_blank(worksheet, at.row, at.column, format(at)), "blank", at)
            case .join(let at, let row, let column):
                expect(worksheet_merge_range(worksheet, at.row, at.column, row, column, "", format(at)), "joined cells", at)
            case .other(let write): write(self)
            }
        }
    }

    private func expect(_ status: lxw_error, _ what: String, _ at: SheetCall.Place) {
        Book.expect(status, "\(what) in \(name) \(Names.cell(Int(at.row), Int(at.column)))")
    }

    // What is called by sheets in the making, where it is said what each does.

    func link(_ text: String, to sheet: String, _ row: Int, _ column: Int, _ style: Style) {
        Book.expect(
            worksheet_write_url_opt(
                worksheet, UInt32(row), UInt16(column), "internal:\(Names.quoted(sheet))!A1", book.format(style), text, nil),
            "link in \(name) \(Names.cell(row, column))")
    }

    func hint(_ text: String, _ row: Int, _ column: Int, height: Int) {
        var options = lxw_comment_options()
        options.width = 260
        options.height = UInt16(height)
        options.color = Palette.strong
        Book.expect(
            worksheet_write_comment_opt(worksheet, UInt32(row), UInt16(column), text, &options), "remark in \(name)")
    }

    func chart(_ chart: Chart, _ box: Box, _ description: String) {
        let place = chartData.add(chart)
        insert(NativeChart(chart, place: place, report: chartData.report, book: book).make(), box, description)
    }

    func bars(_ chart: Chart, _ box: Box, _ description: String) {
        insert(NativeChart.bars(chartData.add(chart), book: book), box, description)
    }

    private func insert(_ chart: UnsafeMutablePointer<lxw_chart>, _ box: Box, _ description: String) {
        description.withCString { description in
            var options = lxw_chart_options()
            (options.x_offset, options.y_offset) = (Int32(box.xOffset), Int32(box.yOffset))
            (options.x_scale, options.y_scale) = box.scale
            options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
            options.description = UnsafeMutablePointer(mutating: description)
            Book.expect(
                worksheet_insert_chart_opt(worksheet, UInt32(box.row), UInt16(box.column), chart, &options),
                "chart in \(name)")
        }
    }

    func picture(_ logo: Theme.Logo, _ box: Box, _ description: String) {
        description.withCString { description in
            var options = lxw_image_options()
            (options.x_scale, options.y_scale) = box.scale
            (options.x_offset, options.y_offset) = (Int32(box.xOffset), Int32(box.yOffset))
            options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
            options.description = UnsafeMutablePointer(mutating: description)
            Book.expect(
                worksheet_insert_image_buffer_opt(
                    worksheet, UInt32(box.row), UInt16(box.column), logo.bytes, logo.bytes.count, &options),
                "picture in \(name)")
        }
    }

    func width(_ column: Int, _ width: Double) {
        Book.expect(worksheet_set_column(worksheet, UInt16(column), UInt16(column), width, nil), "column width")
    }

    func height(_ row: Int, _ height: Double) {
        Book.expect(worksheet_set_row(worksheet, UInt32(row), height, nil), "row height")
    }

    func freeze(_ row: Int, _ column: Int) { worksheet_freeze_panes(worksheet, UInt32(row), UInt16(column)) }

    func filter(_ rows: ClosedRange<Int>, columns: Int) {
        Book.expect(
            worksheet_autofilter(
                worksheet, UInt32(rows.lowerBound), 0, UInt32(rows.upperBound), UInt16(max(0, columns - 1))), "filter")
    }

    func tabColor(_ color: UInt32) { worksheet_set_tab_color(worksheet, color) }

    func hideGridlines() { worksheet_gridlines(worksheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }

    func print(repeating rows: ClosedRange<Int>?, footer: String, pages: UInt16) {
        worksheet_set_landscape(worksheet)
        worksheet_set_paper(worksheet, 9)
        worksheet_fit_to_pages(worksheet, 1, pages)
        worksheet_set_margins(worksheet, 0.4, 0.4, 0.4, 0.54)
        if let rows {
            Book.expect(worksheet_repeat_rows(worksheet, UInt32(rows.lowerBound), UInt32(rows.upperBound)), "repeated rows")
        }
        Book.expect(worksheet_set_footer(worksheet, footer), "footer")
    }

    func printLine(_ text: String, _ row: Int, _ column: Int) {
        var options = lxw_header_footer_options()
        options.margin = 0.3
        let line = text.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&&")
        Book.expect(worksheet_set_header_opt(worksheet, "&L" + line, &options), "header")
        Book.expect(
            worksheet_print_area(worksheet, UInt32(row), UInt16(column), UInt32(row), UInt16(column)), "print area")
    }

    func printArea(rows: Int, columns: Int, breaks: [UInt32]) {
        // The library knows the list's end by a 0, and no more than 1,023 breaks.
        var list = Array(breaks.prefix(1_023)) + [0]
        if !breaks.isEmpty { Book.expect(worksheet_set_h_pagebreaks(worksheet, &list), "page breaks") }
        Book.expect(worksheet_print_area(worksheet, 0, 0, UInt32(max(0, rows - 1)), UInt16(max(0, columns - 1))), "print area")
    }

    func rule(_ rule: Sheet.Rule, _ ranges: String, _ first: Sheet.Cell) {
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
}
