import Facts
import Languages

/// A section drawn on its sheet: a heading, then the blocks from top to bottom over one set of columns.
struct SectionSheet {
    let sheet: Sheet
    let section: Section
    let report: Report
    let words: SheetWords
    /// Draws the values and statuses of cells.
    var drawing: CellDrawing

    /// The widths of the columns, in digits; as many as a page is wide.
    private(set) var widths: [Double] = []
    /// The columns that each table takes.
    let layout: ColumnWidths
    /// The next free row.
    var row = 0
    /// The header row of a long table that has the sheet for itself: it stays in view and is printed on every page. Beside other
    /// tables it would stand over their columns.
    var frozenHeader: Int?
    /// The headings of the table above, where nothing stands between.
    var headingsAbove: [String]?
    /// Whether a table has the filter buttons; a sheet has those of one table at most.
    var hasFilter = false
    /// Lines that have to be said below the blocks: what was cut.
    var remarks: [String] = []
    /// The rows that begin something that is kept together on a page.
    private var starts: [Int] = []
    /// The first row that is not for paper; nil where all is.
    var paperEnd: Int?
    /// Whether nothing of the section is for paper.
    private var isOffPaper = false

    init(
        sheet: Sheet, section: Section, report: Report, formulas: CellFormulas, commands: TraceCommands, words: SheetWords
    ) {
        self.sheet = sheet
        self.section = section
        self.report = report
        self.words = words
        drawing = CellDrawing(sheet: sheet, report: report, formulas: formulas, commands: commands, words: words)
        layout = ColumnWidths(section, report)
        widths = Array(layout.all.prefix(layout.onPaper ?? layout.all.count))
    }

    /// Draws all of it. `cells` learns where metrics stand.
    mutating func draw(isFirst: Bool, names: [String], footer: String, cells: inout MetricCells) {
        for (column, width) in layout.all.enumerated() { sheet.width(column, width) }
        heading(isFirst: isFirst, names: names)
        let (printed, others) = SectionSheet.paperFirst(section.blocks)
        isOffPaper = printed.isEmpty && !others.isEmpty
        let blocks = printed + (others.isEmpty ? [] : [.note(words(.leftOut, words.listed(titles(others))))]) + others
        var index = 0
        while index < blocks.count {
            if case .table = blocks[index] {} else { headingsAbove = nil }
            switch blocks[index] {
            case .message(let text): paragraph(text, Style.message, line: 18, space: 10)
            case .note(let text): paragraph(text, Style.note, line: 12.5)
            case .sentences(let title, let texts):
                paragraph(title, Style.tableTitle, line: 16, space: 2)
                for text in texts { paragraph(text, Style.sentence, line: 14) }
            case .table(let table): self.table(table, &cells)
            case .headline:
                var tiles: [Tile] = []
                while index < blocks.count, case .headline(let name, let value, let detail) = blocks[index] {
                    tiles.append(Tile(name: name, value: value, detail: detail))
                    index += 1
                }
                self.tiles(tiles, &cells)
                continue
            case .chart:
                var group: [Chart] = []
                while index < blocks.count, case .chart(let chart) = blocks[index] {
                    group.append(chart)
                    index += 1
                }
                charts(group)
                continue
            case .timeline: break
            }
            index += 1
        }
        remarks += drawing.remarks + sheet.cuts.map { words(.cut, $0.cell, String($0.wholeLength)) }
        for remark in remarks { paragraph(remark, Style.note, line: 12.5) }
        finish(isFirst: isFirst, footer)
    }

    /// What is printed above what is not; the notes below a table go with it.
    private static func paperFirst(_ blocks: [Block]) -> (printed: [Block], others: [Block]) {
        var (printed, others) = ([Block](), [Block]())
        var isPrinted = true
        for block in blocks {
            switch block {
            case .table(let table): isPrinted = table.isOnPaper
            case .note, .timeline: break
            case .chart(let chart): isPrinted = !chart.isFolded
            case .message, .headline, .sentences: isPrinted = true
            }
            if isPrinted { printed.append(block) } else { others.append(block) }
        }
        return (printed, others)
    }

    /// The titles of tables, each once.
    private func titles(_ blocks: [Block]) -> [String] {
        blocks.compactMap { if case .table(let table) = $0 { table.title } else { nil } }
    }

    private func finish(isFirst: Bool, _ footer: String) {
        sheet.writeRules()
        sheet.hideGridlines()
        sheet.tabColor(sheet.tabColor)
        if let frozenHeader, frozenHeader <= 10 { sheet.freeze(frozenHeader + 1, 0) }
        if isOffPaper {
            sheet.printNothing(saying: words(.leftOut, section.title), footer: footer, row: row + 1, column: layout.all.count)
        } else {
            paginate(isFirst: isFirst, footer)
        }
    }

    private mutating func heading(isFirst: Bool, names: [String]) {
        sheet.text(isFirst ? "\(report.company) · \(report.title)" : section.title, 0, 0, Style.title)
        sheet.height(0, Self.titleHeight)
        sheet.text(isFirst ? report.subtitle : "\(report.company) · \(report.title) · \(report.subtitle)", 1, 0, Style.subtitle)
        sheet.height(1, 16)
        row = 2
        if isFirst {
            links(to: names.dropFirst() + [Names.numbers])
            sheet.text(Marks(locale: report.locale).line, row, 0, Style.subtitle)
            row += 1
        } else {
            sheet.link("← \(words(.back)) \(report.sections[0].title)", to: names[0], row, 0, Style.link)
            row += 1
        }
        row += 1
    }

    /// Links side by side, each over as many columns as it needs.
    private mutating func links(to names: [String]) {
        var column = 0
        for name in names {
            let title = "→ \(name)"
            var span = self.span(from: column, needing: SheetText.width(title) + 1)
            if column + span > widths.count, column > 0 {
                (row, column) = (row + 1, 0)
                span = self.span(from: column, needing: SheetText.width(title) + 1)
            }
            let last = min(column + span, widths.count) - 1
            sheet.join(row, column...last, Style.link)
            sheet.link(title, to: name, row, column, Style.link)
            column = last + 1
        }
        row += 1
    }

    /// Whether there is one table in the section.
    var isOnlyTable: Bool {
        section.blocks.count { if case .table = $0 { true } else { false } } == 1
    }

    /// How many columns from `column` on make up a width; more than there are when there is not enough room.
    func span(from column: Int, needing width: Double) -> Int {
        var (span, sum) = (0, 0.0)
        while sum < width {
            guard column + span < widths.count else { return span + 1 }
            sum += widths[column + span]
            span += 1
        }
        return max(span, 1)
    }

    /// Text over the whole width, as many lines as it takes.
    mutating func paragraph(_ text: String, _ style: Style, line: Double, space: Double = 4) {
        sheet.join(row, 0...max(0, widths.count - 1), style)
        sheet.text(text, row, 0, style)
        let columns = widths.reduce(0, +) * Style.defaultSize / style.size / (style.isBold ? 1.08 : 1) - 2
        sheet.height(row, Double(SheetText.lines(SheetText(text).text, columns: columns)) * line + space)
        row += 1
    }

    /// Notes that what comes next is printed on one page where it fits.
    mutating func keepTogether() { starts.append(row) }

    /// How small a printed sheet may be made so as to fill its pages: to this part of its size; the first, to be one page, a little
    /// smaller.
    private static let (smallest, smallestFirst) = (0.48, 0.46)

    /// Divides the sheet into pages, and prints nothing of what is not for paper.
    private func paginate(isFirst: Bool, _ footer: String) {
        let end = paperEnd ?? row
        let columns = widths.count
        // What is wider than the page is made smaller. A pixel is 0.75 points.
        let width = widths.prefix(columns).reduce(0) { $0 + $1 * 7 + 5 } * 0.75
        let scale = max(1, width / Sheet.page.width)
        let pages = Pagination(
            starts: starts, end: end, height: { sheet.height($0) }, page: Sheet.page.height * scale,
            repeated: Self.titleHeight,
            most: max(1, 1 / scale / (isFirst ? Self.smallestFirst : Self.smallest)))
        pages.breaks.forEach { sheet.breakPage(before: $0) }
        sheet.print(repeating: frozenHeader.map { $0...$0 } ?? 0...0, footer: footer)
        var last = columns
        if pages.shrink > 1 {
            // A wider page is a smaller one: an empty column is added, or the last one made wider where others follow it.
            let more = (max(width, Sheet.page.width) * pages.shrink - width) / 0.75 / 7
            if columns < layout.all.count {
                sheet.width(columns - 1, widths[columns - 1] + more)
            } else {
                sheet.width(columns, max(1, more - 5 / 7))
                last += 1
            }
        }
        sheet.printArea(rows: end, columns: last)
    }

    /// The height of the sheet's title, which stands on every page.
    private static let titleHeight = 28.0

    // Headlines.

    private struct Tile {
        var name: String
        var value: Value
        var detail: String
    }

    /// Large values side by side, each over as many columns as it needs.
    private mutating func tiles(_ tiles: [Tile], _ cells: inout MetricCells) {
        var line: [(tile: Tile, columns: ClosedRange<Int>)] = []
        var column = 0
        for tile in tiles {
            let text = tile.value.format.text(tile.value.number, currency: report.currency, locale: report.locale)
            let need = max(
                SheetText.width(tile.name) + 3, (SheetText.width(text) + ColumnWidths.marks(tile.value, report)) * 2.5 + 2,
                min(SheetText.width(tile.detail) + 2, 40))
            let span = self.span(from: column, needing: need)
            if column + span > widths.count, !line.isEmpty {
                draw(line, &cells)
                (line, column) = ([], 0)
            }
            let last = min(column + self.span(from: column, needing: need), widths.count) - 1
            line.append((tile, column...last))
            column = last + 1
        }
        draw(line, &cells)
    }

    private mutating func draw(_ line: [(tile: Tile, columns: ClosedRange<Int>)], _ cells: inout MetricCells) {
        var lines = 1
        for (tile, columns) in line {
            let first = columns.lowerBound
            sheet.join(row, columns, Style.tileName)
            sheet.text(tile.name, row, first, Style.tileName)
            sheet.join(row + 1, columns, Style.tileValue)
            drawing.value(tile.value, row + 1, first, Style.tileValue, align: .left, cells: &cells) { _ in
                preconditionFailure("a headline has no row")
            }
            sheet.join(row + 2, columns, Style.tileDetail)
            sheet.text(tile.detail, row + 2, first, Style.tileDetail)
            let width = columns.reduce(0.0) { $0 + widths[$1] }
            lines = max(lines, SheetText.lines(tile.detail, columns: width * Style.defaultSize / Style.tileDetail.size - 2))
        }
        sheet.height(row, 20)
        sheet.height(row + 1, 36)
        sheet.height(row + 2, Double(lines) * 12.5 + 4)
        row += 4
    }

    // Charts.

    /// Charts two or three abreast where there is room.
    private mutating func charts(_ charts: [Chart]) {
        let width = widths.reduce(0) { $0 + Int($1 * 7 + 5) }
        let abreast = min(charts.count, width >= 1080 && charts.count != 4 ? 3 : width >= 760 ? 2 : 1)
        let each = abreast > 1 ? min((width - 16 * (abreast - 1)) / abreast, 620) : min(width, 760)
        for start in stride(from: 0, to: charts.count, by: abreast) {
            let group = charts[start..<min(start + abreast, charts.count)]
            // Narrow ones need not be as high.
            let height = (group.map { NativeChart.height($0) }.max() ?? 240) - (abreast == 3 ? 50 : 0)
            keepTogether()
            for (index, chart) in group.enumerated() {
                sheet.chart(
                    chart, row, 0, xOffset: index * (each + 16), scale: (Double(each) / 480, Double(height) / 288))
            }
            row += Int((Double(height) * 0.75 / Sheet.rowHeight).rounded(.up)) + 1
        }
    }
}
