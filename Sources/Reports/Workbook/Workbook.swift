import Facts
import Languages
import Metrics

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
    let book = try Book(path: path, accent: report.theme.accent?.light)
    let words = SheetWords(locale: report.locale)
    let sections = Workbook.sections(report, words)
    let layouts = Layouts(sections, report)
    let names = Names.sheets(sections.map(\.title) + (report.whatIf.map { [$0.title] } ?? []))
    let sheets = names.map { book.addSheet($0) }
    let numbers = book.addSheet(Names.numbers)
    let chartData = ChartData(book.addSheet(Names.chartData), report)

    let formulas = CellFormulas(report)
    let commands = TraceCommands(report)
    let footer = Workbook.footer(report, words)
    var cells = MetricCells()
    for (index, section) in sections.enumerated() {
        if index == 0, report.front != nil {
            var front = FrontSheet(
                sheet: sheets[0], report: report, formulas: formulas, commands: commands, chartData: chartData, words: words)
            front.draw(names: names.dropFirst() + [Names.numbers], footer: footer, cells: &cells)
            continue
        }
        var drawing = SectionSheet(
            sheet: sheets[index], section: section, report: report, formulas: formulas, commands: commands,
            chartData: chartData, words: words, layout: layouts.sections[index])
        drawing.draw(isFirst: index == 0, names: names, footer: footer, cells: &cells)
    }
    if let tree = report.whatIf {
        WhatIfSheet(tree: tree, sheet: sheets[sections.count], report: report, formulas: formulas, words: words).draw(
            summary: names[0], footer: footer)
    }
    Workbook.draw(
        report, on: numbers, of: book, formulas.settings, commands, words, footer: footer, widths: layouts.numbers)
    chartData.finish(words, footer: footer)

    cells.define(in: book)
    book.sheets[0].activate()
    book.setProperties(
        title: "\(report.company) · \(report.title)", subject: report.subtitle, company: report.company, created: report.asOf)
    try book.close()
}

/// What belongs to no single section.
enum Workbook {
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
        _ report: Report, on sheet: Sheet, of book: Book, _ settings: SettingCells, _ commands: TraceCommands,
        _ words: SheetWords, footer: String, widths needed: [Double]
    ) {
        let first = CellFormulas.firstPeriodColumn
        let header = Style.header.with { $0.isTop = true }
        var widths = needed + [10]
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
            for (column, text) in row.words.enumerated() where !text.isEmpty { sheet.text(text, at, column, Style.body) }
            let style = Style.body.with {
                $0.align = .right
                $0.numberFormat = row.format.excelFormat(currency: report.currency, locale: report.locale)
            }
            let factor = Number(row.format.workbookFactor)
            for (period, value) in row.values.enumerated() {
                let column = first + period
                if let value {
                    sheet.number((value * factor).double, at, column, style)
                } else {
                    sheet.formula("NA()", nil, undefined: "#N/A", at, column, style.with { $0.color = Palette.quiet })
                }
            }
        }
        for (index, row) in report.numbers.rows.prefix(TraceCommands.mostRows).enumerated() {
            guard let command = commands.command(row) else { continue }
            sheet.text(command, index + CellFormulas.firstRow, traced, Style.body.with { $0.color = Palette.quiet })
        }
        settings.draw(on: sheet, book, report, widths: &widths)
        for (column, width) in widths.enumerated() { sheet.width(column, width) }
        let last = max(1, report.numbers.rows.count)
        sheet.filter(0...last, columns: widths.count)
        sheet.freeze(CellFormulas.firstRow, first)
        sheet.tabColor(Palette.yearBefore)
        sheet.printNothing(saying: words(.notPrinted, Names.numbers), footer: footer, row: last + 1, column: widths.count)
    }
}

/// The cells that hold metrics in the period reported, in total: the first of each gets a name.
struct MetricCells {
    private var cells: [(id: String, reference: String)] = []
    private var seen: Set<String> = []

    /// Notes a cell.
    mutating func add(_ id: String, sheet: String, row: Int, column: Int) {
        guard seen.insert(id).inserted else { return }
        cells.append((id, Names.quoted(sheet) + "!" + Names.fixedCell(row, column)))
    }

    /// Names them `gtm_arr`, `gtm_nrr`, …
    func define(in book: Book) {
        var used: Set<String> = []
        for cell in cells { book.define(Names.cell(cell.id, used: &used), cell.reference) }
    }
}
