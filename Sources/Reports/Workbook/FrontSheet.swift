import Facts
import Languages
import Metrics

/// The first sheet: one landscape page with the headline, the north star, the five questions with their answers, two abreast, and what is
/// drawn of the brief below.
struct FrontSheet {
    let sheet: Sheet
    let report: Report
    let words: SheetWords
    /// Draws the values and statuses of cells.
    private var drawing: CellDrawing
    /// The next free row.
    private var row = 0

    /// The columns, in digits: a margin, those of the left half, a gap, those of the right half.
    private static let widths = [1.5, 27, 15, 11, 11, 11, 11, 21, 17, 16, 2.5, 24, 13, 13, 13, 24]
    private static let left = 1...9
    private static let right = 11...15
    private static let all = 1...15
    /// The height of a row of one line, in points.
    private static let rowHeight = 17.25

    init(
        sheet: Sheet, report: Report, formulas: CellFormulas, commands: TraceCommands, words: SheetWords
    ) {
        (self.sheet, self.report, self.words) = (sheet, report, words)
        drawing = CellDrawing(sheet: sheet, report: report, formulas: formulas, commands: commands, words: words)
    }

    /// Draws all of it. `cells` learns where metrics stand.
    mutating func draw(names: [String], footer: String, cells: inout MetricCells) {
        for (column, width) in FrontSheet.widths.enumerated() { sheet.width(column, width) }
        head(&cells)
        links(to: names)
        let parts = report.brief.parts
        for start in stride(from: 0, to: parts.count, by: 2) {
            pair(parts[start], start + 1 < parts.count ? parts[start + 1] : nil, &cells)
        }
        charts()
        for remark in drawing.remarks + sheet.cuts.map({ words(.cut, $0.cell, String($0.wholeLength)) }) {
            text(remark, FrontSheet.all, Style.note)
            row += 1
        }
        sheet.writeRules()
        sheet.hideGridlines()
        sheet.tabColor(sheet.tabColor)
        sheet.print(repeating: nil, footer: footer, pages: 1)
        sheet.printArea(rows: row, columns: FrontSheet.widths.count)
    }

    // MARK: - Head

    /// Whose and when, the headline with the north star beside it, and what happened.
    private mutating func head(_ cells: inout MetricCells) {
        let (brief, left, right) = (report.brief, 1...10, FrontSheet.right)
        var subtitle = Style.subtitle
        if let accent = sheet.accent {
            subtitle.above = .band(accent)
            for column in FrontSheet.all { sheet.blank(0, column, subtitle) }
        }
        var name = subtitle
        if let logo = report.theme.logo, let picture = sheet.picture(logo, 0, 1, height: 18, alternative: report.company) {
            sheet.height(0, 20)
            (name.isTop, name.indent) = (false, UInt8(clamping: Int(picture / 9) + 1))
        }
        sheet.text("\(report.company) · \(report.title) · \(report.subtitle)", 0, 1, name)
        if let star = brief.star {
            sheet.join(0, right, subtitle.with { $0.align = .right })
            sheet.text(star.name, 0, right.lowerBound, subtitle.with { $0.align = .right })
            sheet.join(1, right, Style.starValue)
            drawing.value(
                star.value, 1, right.lowerBound, Style.starValue, align: .right, isShort: true, cells: &cells
            ) { _ in preconditionFailure("a headline has no row") }
        }
        let headline = Style.title.with { ($0.wraps, $0.isTop) = (true, false) }
        sheet.join(1, left, headline)
        sheet.text(brief.headline, 1, 1, headline)
        sheet.height(1, max(32, height(of: brief.headline, left, headline)))
        let detail = Style.subtitle.with { ($0.wraps, $0.align) = (true, .right) }
        let lead = Style.lead
        let notes = (brief.star.map { [$0.detail] + $0.goals.prefix(2) } ?? []).joined(separator: "\n")
        let message = ([brief.lead] + (brief.star?.notes ?? [])).joined(separator: "\n")
        sheet.join(2, left, lead)
        sheet.text(message, 2, 1, lead)
        sheet.join(2, right, detail)
        sheet.text(notes, 2, right.lowerBound, detail)
        sheet.height(2, max(height(of: message, left, lead), height(of: notes, right, detail)) + 4)
        row = 3
    }

    /// Links to the other sheets, side by side.
    private mutating func links(to names: [String]) {
        var column = 1
        for name in names {
            let title = "→ \(name)"
            var (last, width) = (column, FrontSheet.widths[min(column, 15)])
            let need = SheetText.width(title) + 3
            while width < need, last < 15 {
                last += 1
                width += FrontSheet.widths[last]
            }
            guard column <= 15, width >= need else { break }
            sheet.join(row, column...last, Style.link)
            sheet.link(title, to: name, row, column, Style.link)
            column = last + 1
        }
        sheet.height(row, FrontSheet.rowHeight)
        row += 1
        gap()
    }

    // MARK: - Questions

    /// Two questions abreast.
    private mutating func pair(_ left: Brief.Part, _ right: Brief.Part?, _ cells: inout MetricCells) {
        let first = row
        var answers = height(of: left.answer, FrontSheet.left, Style.answer)
        heading(left, FrontSheet.left)
        if let right {
            heading(right, FrontSheet.right)
            answers = max(answers, height(of: right.answer, FrontSheet.right, Style.answer))
        }
        sheet.height(first, 14)
        sheet.height(first + 1, answers + 4)
        row = first + 2
        let leftEnd = rows(of: left, FrontSheet.left, &cells)
        var end = leftEnd
        if let right {
            row = first + 2
            end = max(end, rows(of: right, FrontSheet.right, &cells))
        }
        row = end
        gap()
    }

    /// The question in small type, its answer large.
    private func heading(_ part: Brief.Part, _ columns: ClosedRange<Int>) {
        let question = Style.subtitle.with { $0.above = .strong }
        sheet.join(row, columns, question)
        sheet.text(part.question, row, columns.lowerBound, question)
        sheet.join(row + 1, columns, Style.answer)
        sheet.text(part.answer, row + 1, columns.lowerBound, Style.answer)
    }

    /// The rows of a part and its note; gives the row after the last.
    private mutating func rows(of part: Brief.Part, _ columns: ClosedRange<Int>, _ cells: inout MetricCells) -> Int {
        if part.kind == .plan, columns == FrontSheet.left {
            if !part.rows.isEmpty { goals(part.rows, &cells) }
        } else {
            for entry in part.rows { self.entry(entry, columns, &cells) }
        }
        guard !part.note.isEmpty else { return row }
        let style = Style.subtitle.with { $0.wraps = true }
        // As many rows as it needs: those beside it have heights of their own.
        var (last, left) = (row, height(of: part.note, columns, style))
        while left > sheet.height(last, else: FrontSheet.rowHeight) + 0.5 {
            left -= sheet.height(last, else: FrontSheet.rowHeight)
            last += 1
        }
        sheet.join(rows: row...last, columns, style)
        sheet.text(part.note, row, columns.lowerBound, style)
        for used in row...last { keep(used, FrontSheet.rowHeight) }
        return last + 1
    }

    /// A row of a change, or of what somebody has to do, with the reason below it.
    private mutating func entry(_ entry: Brief.Row, _ columns: ClosedRange<Int>, _ cells: inout MetricCells) {
        let first = columns.lowerBound
        let style = entry.why.isEmpty ? Style.body : Style.plain
        let name = style.with { $0.isBold = true }
        if case .text(let what) = entry.mark {
            let wrapped = Style.body.with { $0.wraps = true }
            sheet.text(entry.title, row, first, Style.body.with { $0.isBold = true })
            sheet.join(row, first + 1...columns.upperBound, wrapped)
            sheet.text(what, row, first + 1, wrapped)
            keep(row, max(FrontSheet.rowHeight, height(of: what, first + 1...columns.upperBound, wrapped)))
            row += 1
            return
        }
        let last = columns.upperBound
        let (before, now) = (last - 2, last - 1)
        sheet.join(row, first...before - 1, name)
        sheet.text(entry.title, row, first, name)
        let row = row
        func place(_ column: Int) -> String { Names.cell(row, column == 1 ? now : before) }
        for (value, column, isBold) in [(entry.below, before, false), (entry.figure, now, true)] {
            guard let value else { continue }
            drawing.value(
                value, row, column, style.with { $0.isBold = isBold }, align: .right, isShort: true, cells: &cells, cell: place)
        }
        if case .change(let change) = entry.mark {
            drawing.value(change, row, last, name, align: .right, cells: &cells, cell: place)
        }
        keep(row, FrontSheet.rowHeight)
        self.row += 1
        guard !entry.why.isEmpty else { return }
        let why = Style.body.with { $0.wraps = true }
        let rows = max(1, Int((height(of: entry.why, columns, why) / FrontSheet.rowHeight).rounded(.up)))
        sheet.join(rows: self.row...self.row + rows - 1, columns, why)
        sheet.text(entry.why, self.row, first, why)
        for used in self.row..<self.row + rows { keep(used, FrontSheet.rowHeight) }
        self.row += rows
    }

    /// Targets: a header row, a row each, and the bars of all beside them.
    private mutating func goals(_ rows: [Brief.Row], _ cells: inout MetricCells) {
        let language = Language(locale: report.locale)
        let titles: [(phrase: Phrase?, isNumeric: Bool)] = [
            (.metric, false), (.goalPeriod, false), (.actualColumn, true), (.dueByNow, true), (.target, true),
            (.atThisPace, true), (nil, false), (.status, false), (.owner, false),
        ]
        for (index, title) in titles.enumerated() {
            let style = Style.smallHeader.with {
                ($0.align, $0.indent) = (title.isNumeric ? .right : .left, index == 8 ? 1 : 0)
            }
            sheet.text(title.phrase?.text(language) ?? "", row, 1 + index, style)
        }
        keep(row, FrontSheet.rowHeight)
        row += 1
        let first = row
        for entry in rows {
            guard let goal = entry.goal else { continue }
            sheet.text(entry.title, row, 1, Style.body)
            sheet.text(goal.period, row, 2, Style.body.with { $0.color = Palette.quiet })
            let values: [Value?] = [
                entry.figure, entry.below, goal.target, goal.projection.number == nil ? nil : goal.projection,
            ]
            for (index, value) in values.enumerated() {
                let style = Style.body.with { $0.isBold = index == 0 }
                guard let value else { sheet.blank(row, 3 + index, style); continue }
                drawing.value(
                    value, row, 3 + index, style, align: .right, prefix: index == 1 ? goal.limit : "", isShort: true,
                    cells: &cells
                ) { _ in
                    preconditionFailure("a target is no change")
                }
            }
            sheet.blank(row, 7, Style.body)
            sheet.blank(row, 8, Style.body)
            if case .status(let status, let word, let share) = entry.mark {
                drawing.status(status, word, share: share, row, 8, Style.body, rule: goal.rule) { [row] in
                    Names.cell(row, 3 + $0)
                }
            }
            sheet.text(goal.owner, row, 9, Style.body.with { $0.indent = 1 })
            keep(row, FrontSheet.rowHeight)
            row += 1
        }
        bars(rows.map { $0.goal?.bar }, names: rows.map(\.title), first: first)
        let legend = Style.subtitle.with { $0.size = 8 }
        sheet.join(row, FrontSheet.left, legend)
        sheet.text(words(.bars), row, 1, legend)
        keep(row, FrontSheet.rowHeight)
        row += 1
    }

    /// The bars of the targets over the column that is left free for them.
    private func bars(_ bars: [Brief.Bar?], names: [String], first: Int) {
        guard bars.contains(where: { $0 != nil }) else { return }
        let chart = ChartData.chart(
            bars, names: names, title: words(.bars), series: SheetWord.barParts.map { words($0) })
        // The library leaves a margin of its own around what is drawn, in pixels; a pixel is 0.75 points.
        let (margin, row) = (6, FrontSheet.rowHeight / 0.75)
        sheet.bars(
            chart, first - 1, 7, xOffset: 8, yOffset: Int(row) - margin,
            scale: ((FrontSheet.widths[7] * 7 - 12) / 480, (Double(bars.count) * row + 2 * Double(margin)) / 288))
    }

    // MARK: - Charts

    /// What is drawn of the brief, side by side.
    private mutating func charts() {
        let charts = report.brief.charts
        guard !charts.isEmpty else { return }
        let label = Style.subtitle.with { $0.above = .strong }
        sheet.join(row, FrontSheet.all, label)
        sheet.text(words(.recent), row, 1, label)
        row += 1
        let width = FrontSheet.widths[FrontSheet.all].reduce(0) { $0 + Int($1 * 7 + 5) }
        let (each, height) = ((width - 16 * (charts.count - 1)) / charts.count, 260)
        for (index, chart) in charts.enumerated() {
            sheet.chart(
                chart, row, 1, xOffset: index * (each + 16), scale: (Double(each) / 480, Double(height) / 288))
        }
        row += Int((Double(height) * 0.75 / Sheet.rowHeight).rounded(.up)) + 1
    }

    // MARK: - Heights

    /// Text over some columns of the next row, as high as it needs.
    private func text(_ text: String, _ columns: ClosedRange<Int>, _ style: Style) {
        sheet.join(row, columns, style)
        sheet.text(text, row, columns.lowerBound, style)
        sheet.height(row, height(of: text, columns, style))
    }

    private func height(of text: String, _ columns: ClosedRange<Int>, _ style: Style) -> Double {
        let width = FrontSheet.widths[columns].reduce(0, +)
        let room = width * Style.defaultSize / style.size / (style.isBold ? 1.1 : 1) - 2
        return Double(SheetText.lines(SheetText(text).text, columns: room)) * (style.size * 1.3) + 3
    }

    /// Makes a row at least so high.
    private func keep(_ row: Int, _ height: Double) {
        if sheet.height(row, else: 0) < height { sheet.height(row, height) }
    }

    private mutating func gap() {
        sheet.height(row, 9)
        row += 1
    }
}
