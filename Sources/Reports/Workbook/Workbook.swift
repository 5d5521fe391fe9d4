import Facts
import Languages
import Metrics
import Synchronization

/// Writes a report as an Excel workbook: a sheet a section, then *Numbers*, which all formulas refer to, then the data of the
/// charts.
///
/// The same report gives the same bytes. Nothing is written beside `path`, save for temporary files in its folder that are gone
/// at the end. After an error the file must not be used.
///
/// - Parameters:
///   - report: What is to be shown.
///   - path: Where; the folder must exist. A file that is there is replaced.
/// - Throws: `ReportError` with the code `could-not-write`.
public func writeWorkbook(_ report: Report, to path: String) throws(ReportError) {
    try PreparedWorkbook(report).write(to: path)
}

/// A report's workbook of which all is found that is to be written, on all cores; writing it takes one.
public final class PreparedWorkbook: Sendable {
    private let report: Report
    private let accent: UInt32?
    private let words: SheetWords
    private let footer: String
    private let names: [String]
    /// By sheet, but for that of the charts' data; nil once it is written.
    private let sheets: Mutex<[Workbook.Drawn?]>

    /// Finds what is to be written of a report.
    public init(_ report: Report) {
        self.report = report
        accent = (report.theme.accent?.light).map(Book.number)
        words = SheetWords(locale: report.locale)
        footer = Workbook.footer(report, words)
        let drawings = Workbook.drawings(report, words, footer: footer)
        names = drawings.map(\.name)
        // Those that take longest first, so that no core waits for another in the end.
        let order = drawings.indices.sorted { (drawings[$1].size, $0) < (drawings[$0].size, $1) }
        let drawn = concurrently(drawings.count) { [accent] turn in
            let drawing = drawings[order[turn]]
            let sheet = Sheet(name: drawing.name, accent: accent)
            var cells = MetricCells()
            drawing.draw(sheet, &cells)
            return Workbook.Drawn(sheet, cells)
        }
        var sheets: [Workbook.Drawn?] = Array(repeating: nil, count: drawings.count)
        for (place, drawn) in zip(order, drawn) { sheets[place] = drawn }
        self.sheets = Mutex(sheets)
    }

    /// Writes it, once, as ``writeWorkbook(_:to:)`` does.
    public func write(to path: String) throws(ReportError) {
        let book = try Book(path: path, accent: accent)
        let worksheets = names.map { book.addSheet($0) }
        let chartData = ChartData(book.addSheet(Names.chartData), of: book, report)
        var cells = MetricCells()
        for (place, worksheet) in worksheets.enumerated() {
            let drawn = sheets.withLock { sheets in
                defer { sheets[place] = nil }
                return sheets[place]
            }
            guard let drawn else { preconditionFailure("a workbook is written once") }
            SheetWriter(worksheet, name: names[place], of: book, chartData: chartData).write(drawn.calls, drawn.styles)
            cells.add(drawn.cells)
        }
        chartData.finish(words, footer: footer)
        cells.define(in: book)
        book.activate(worksheets[0])
        book.setProperties(
            title: "\(report.company) · \(report.title)", subject: report.subtitle, company: report.company,
            created: report.asOf)
        try book.close()
    }
}

/// What belongs to no single section.
enum Workbook {
    /// How a sheet is made, by any core.
    struct Drawing: Sendable {
        var name: String
        /// How much there is to draw, in cells, about.
        var size: Int
        var draw: @Sendable (Sheet, inout MetricCells) -> Void
    }

    /// What is to be written on a sheet.
    struct Drawn: Sendable {
        var calls: [SheetCall]
        var styles: [Style]
        /// Where metrics stand.
        var cells: MetricCells

        init(_ sheet: Sheet, _ cells: MetricCells) {
            (calls, styles, self.cells) = (sheet.taken(), sheet.styles, cells)
        }
    }

    /// All sheets but that of the charts' data, in their order.
    static func drawings(_ report: Report, _ words: SheetWords, footer: String) -> [Drawing] {
        let sections = sections(report, words)
        let names = Names.sheets(sections.map(\.title) + (report.whatIf.map { [$0.title] } ?? []))
        let (formulas, commands) = (CellFormulas(report), TraceCommands(report))
        var drawings = sections.enumerated().map { index, section in
            Drawing(name: names[index], size: section.cellCount) { sheet, cells in
                if index == 0, report.front != nil {
                    var front = FrontSheet(sheet: sheet, report: report, formulas: formulas, commands: commands, words: words)
                    front.draw(names: names.dropFirst() + [Names.numbers], footer: footer, cells: &cells)
                } else {
                    var own = SectionSheet(
                        sheet: sheet, section: section, report: report, formulas: formulas, commands: commands, words: words)
                    own.draw(isFirst: index == 0, names: names, footer: footer, cells: &cells)
                }
            }
        }
        if let tree = report.whatIf {
            drawings.append(
                Drawing(name: names[sections.count], size: tree.lines.count) { sheet, _ in
                    WhatIfSheet(tree: tree, sheet: sheet, report: report, formulas: formulas, words: words).draw(
                        summary: names[0], footer: footer)
                })
        }
        drawings.append(
            Drawing(name: Names.numbers, size: report.numbers.rows.count * report.periods.count / 2) { sheet, _ in
                draw(report, on: sheet, formulas.settings, commands, words, footer: footer)
            })
        return drawings
    }

    /// A sheet each: where there is a brief, first that, and the rest of the summary as the scorecard.
    static func sections(_ report: Report, _ words: SheetWords) -> [Section] {
        guard let front = report.front else { return report.sections }
        let others = report.sections.map { section in
            section.id == front.id
                ? Section(id: section.id, title: words(.scorecard), blocks: report.belowFront(section)) : section
        }
        return [Section(id: "front", title: front.title, blocks: [])] + others
    }

    /// Company and title, period and as-of date, page number; at most the 255 characters that Excel allows.
    static func footer(_ report: Report, _ words: SheetWords) -> String {
        func part(_ text: String, _ limit: Int) -> String {
            let line = text.map { $0.isNewline ? " " : String($0) }.joined()
            let short = line.utf16.count > limit ? String(line.prefix(limit / 2 - 1)) + "…" : line
            return short.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&&")
        }
        let left = part("\(report.company) · \(report.title)", 80)
        let center = part(report.subtitle, 90)
        let footer = "&L\(left)&C\(center)&R\(words(.page))"
        return footer.utf16.count <= 255 ? footer : "&R\(words(.page))"
    }

    /// The *Numbers* sheet: a header row, then a row for each measure, window and slice, a column for each period, and
    /// last the command that lists the rows behind it; below, the settings.
    static func draw(
        _ report: Report, on sheet: Sheet, _ settings: SettingCells, _ commands: TraceCommands, _ words: SheetWords,
        footer: String
    ) {
        let first = CellFormulas.firstPeriodColumn
        let header = Style.header.with { $0.isTop = true }
        var widths = Array(repeating: 10.0, count: first + report.periods.count + 1)
        for (column, title) in [words(.measure), words(.name), words(.dimension), words(.member)].enumerated() {
            sheet.text(title, 0, column, header)
            widths[column] = max(widths[column], SheetText.width(title) + 5)
        }
        for (index, period) in report.periods.enumerated() {
            let title = period.isToDate ? period.name + " " + words(.toDate) : period.name
            sheet.text(title, 0, first + index, header.with { $0.align = .right })
            widths[first + index] = max(widths[first + index], SheetText.width(title) + 5)
        }
        let traced = first + report.periods.count
        sheet.text(words(.rowsBehind), 0, traced, header)
        widths[traced] = max(60, SheetText.width(words(.rowsBehind)) + 5)
        for (index, row) in report.numbers.rows.enumerated() {
            let at = index + CellFormulas.firstRow
            precondition(row.values.count == report.periods.count, "\(row.leaf) has not one number a period")
            for (column, text) in row.words.enumerated() where !text.isEmpty {
                sheet.text(text, at, column, Style.body)
                widths[column] = max(widths[column], min(SheetText.width(text) + 2, 48))
            }
            let style = Style.body.with {
                $0.align = .right
                $0.numberFormat = row.format.excelFormat(currency: report.currency, locale: report.locale)
            }
            let factor = Number(row.format.workbookFactor)
            for (period, value) in row.values.enumerated() {
                let column = first + period
                if let value {
                    sheet.number((value * factor).double, at, column, style)
                    let text = row.format.text(value, currency: report.currency, locale: report.locale)
                    widths[column] = max(widths[column], SheetText.width(text) + 2)
                } else {
                    sheet.formula("NA()", nil, undefined: "#N/A", at, column, style.with { $0.color = Palette.quiet })
                }
            }
        }
        for (index, row) in report.numbers.rows.prefix(TraceCommands.mostRows).enumerated() {
            guard let command = commands.command(row) else { continue }
            sheet.text(command, index + CellFormulas.firstRow, traced, Style.body.with { $0.color = Palette.quiet })
        }
        settings.draw(on: sheet, report, widths: &widths)
        for (column, width) in widths.enumerated() { sheet.width(column, width) }
        let last = max(1, report.numbers.rows.count)
        sheet.filter(0...last, columns: widths.count)
        sheet.freeze(CellFormulas.firstRow, first)
        sheet.tabColor(Palette.yearBefore)
        sheet.printNothing(saying: words(.notPrinted, Names.numbers), footer: footer, row: last + 1, column: widths.count)
    }
}

/// The cells that hold metrics in the period reported, in total: the first of each gets a name.
struct MetricCells: Sendable {
    private var cells: [(id: String, reference: String)] = []
    private var seen: Set<String> = []

    /// Notes a cell.
    mutating func add(_ id: String, sheet: String, row: Int, column: Int) {
        add(id, Names.quoted(sheet) + "!" + Names.fixedCell(row, column))
    }

    /// Notes those of a sheet that comes after.
    mutating func add(_ others: MetricCells) { for cell in others.cells { add(cell.id, cell.reference) } }

    private mutating func add(_ id: String, _ reference: String) {
        if seen.insert(id).inserted { cells.append((id, reference)) }
    }

    /// Names them `gtm_arr`, `gtm_nrr`, …
    func define(in book: Book) {
        var used: Set<String> = []
        for cell in cells { book.define(Names.cell(cell.id, used: &used), cell.reference) }
    }
}

extension Numbers.Row {
    /// What says which row it is, a column each: the measure as formulas have it, its name, the dimension and the member.
    fileprivate var words: [String] { [leaf.description, name, dimension, member] }
}

extension Section {
    /// How many cells its tables have.
    fileprivate var cellCount: Int {
        blocks.reduce(0) { sum, block in
            if case .table(let table) = block { sum + table.rows.count * table.columns.count } else { sum }
        }
    }
}
