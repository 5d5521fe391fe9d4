import Facts
import Languages

/// What a cell's markup depends on, but for its text. There are a few dozen shapes in a page of thousands of cells.
struct CellShape: Hashable {
    var isHeader = false
    var classes = ""
    var shape = ""
    var word = ""
    var hasHover = false
    var hasReference = false
    /// Whether it is what a definition is found by.
    var hasID = false
    /// The ground of a status.
    var chip = ""
    /// What stands before it on a card.
    var label = ""
}

/// What a cell shows.
private struct CellContent {
    var shape = CellShape()
    var content = Markup.empty
    var hover = Markup.empty
    var reference = Markup.empty
    var id = Markup.empty
}

/// Why cells of a table are undefined: each reason once, numbered.
private struct CellReasons {
    var texts: [String] = []

    /// The number of a reason.
    mutating func number(_ text: String) -> Int {
        if let index = texts.firstIndex(of: text) { return index + 1 }
        texts.append(text)
        return texts.count
    }
}

/// Tables, and the data behind charts.
extension Page {
    /// What the table's template is filled from.
    ///
    /// - Parameters:
    ///   - label: What it is called in the list of the page's regions, before its title. The default is "Table".
    ///   - isExact: Whether its numbers are written in full, as in the workbook.
    mutating func node(_ table: Table, label: String? = nil, isExact: Bool = false) throws(ReportError) -> Node {
        var reasons = CellReasons()
        // What all cells of a column have is said once, by the table.
        var (classes, shared): ([String], [String]) = ([], [])
        for index in table.columns.indices {
            let all = columnClasses(table, index)
            let own = all.filter { ColumnStyle(rawValue: $0) == nil || !ColumnStyle.places.contains(index + 1) }
            shared += all.filter { !own.contains($0) }.map { ColumnStyle.name($0, index + 1) }
            classes.append(own.joined(separator: " "))
        }
        var rows = ""
        for row in table.rows {
            var cells = ""
            for (index, cell) in row.cells.enumerated() {
                var content = try content(cell, row, &reasons, isExact: isExact)
                if table.isHeatMap, let first = table.firstPercentage, index >= first { content.shape.classes = heat(cell) }
                if let card = table.columns.indices.contains(index) ? table.columns[index].card : nil, card == .due {
                    content.shape.label = Shortening.short(table.columns[index].title, 40)
                }
                content.shape.isHeader = index == 0
                if index == 0, !row.subject.isEmpty {
                    if !Report.definitions.contains(table.id) {
                        content.content = link(row.subject, content.content, withFormula: !isExact)
                    } else if defined.contains(row.subject) {
                        (content.id, content.shape.hasID) = (Page.place(of: row.subject), true)
                    }
                }
                let column = classes.indices.contains(index) ? classes[index] : ""
                content.shape.classes = [column, content.shape.classes].filter { !$0.isEmpty }.joined(separator: " ")
                try fragment(content.shape).write([content.content, content.hover, content.reference, content.id], to: &cells)
            }
            try rowFragment(row.isStrong ? "strong" : row.isRest ? "rest" : "").write([Markup(trusted: cells)], to: &rows)
            rows += "\n"
        }
        let count = Format(.count, digits: 0).text(
            Number(table.rows.count), currency: report.currency, locale: report.locale)
        var notes: [Node] = []
        for text in reasons.texts { notes.append(["text": .text(try folded(text))]) }
        return [
            "isOffPaper": .flag(!table.isOnPaper), "id": .text(table.id), "caption": .text(try folded(table.title)),
            "count": .text(table.isLong ? "\(count) \(table.rows.count == 1 ? say(.row) : say(.rows))" : ""),
            "label": .text(
                [Shortening.short(sectionTitle, 48), (label ?? say(.table)) + say(.colon) + Shortening.short(table.title, 80)]
                    .filter { !$0.isEmpty }.joined(separator: " · ")),
            "class": .text(
                ([table.isHeatMap ? "heat" : table.look == .cards ? "cards" : ""].filter { !$0.isEmpty } + shared)
                    .joined(separator: " ")),
            "columns": .nodes(
                zip(table.columns, classes).enumerated().map { index, column in
                    let order = table.order(index).map { [Node(dictionaryLiteral: ("order", .text(Markup(trusted: $0))))] }
                    return [
                        "title": .text(column.0.title), "class": .text(Markup(trusted: column.1)), "sorts": .nodes(order ?? []),
                    ]
                }),
            "rows": .text(Markup(trusted: rows)), "hasReasons": .flag(!notes.isEmpty), "reasons": .nodes(notes),
            "reasonsTitle": .text(say(.reasons)),
        ]
    }

    /// The classes of a column's cells. Numbers stand right, which is the default; text left. Short texts are kept on one line.
    private func columnClasses(_ table: Table, _ index: Int) -> [String] {
        var classes: [String] = []
        if !table.columns[index].isNumeric {
            let isWide = table.rows.contains { row in
                guard row.cells.indices.contains(index), case .text(let text) = row.cells[index] else { return false }
                return Shortening.isLonger(text, than: 24)
            }
            // The first column stands left by itself.
            if isWide { classes.append("wide") } else if index > 0 { classes.append("t") }
        }
        if !table.columns[index].isOnPaper { classes.append("screen") }
        if table.look == .cards, let card = table.columns[index].card { classes.append("c-\(card.rawValue)") }
        return classes
    }

    /// The ground of a share: what is below 100 %, and what is above.
    private func heat(_ cell: Table.Cell) -> String {
        guard case .value(let value) = cell, let share = value.number?.double else { return "" }
        let grounds = [(0.8, "h1"), (0.995, "h2"), (1.005, "h3"), (1.15, "h4"), (1.4, "h5")]
        return grounds.first { share < $0.0 }?.1 ?? "h6"
    }

    private mutating func content(_ cell: Table.Cell, _ row: Table.Row, _ reasons: inout CellReasons, isExact: Bool)
        throws(ReportError)
        -> CellContent
    {
        var content = CellContent()
        switch cell {
        case .empty: break
        case .text(let text): content.content = try folded(text)
        case .day(let day):
            content.content = Markup(day.description)
            content.shape.classes = "day"
        case .status(let status, let word, _):
            (content.shape.shape, content.shape.chip) = (status.look.shape, status.style)
            content.content = Markup(word)
        case .trend(let values):
            content.content = Sparkline(values: values).svg(label: trendLabel(values, row))
            content.shape.classes = "trend"
        case .value(let value):
            let exact = isExact ? value.format.text(value.number, currency: report.currency, locale: report.locale) : nil
            content.content = Markup(exact ?? text(value))
            content.hover = Markup(Shortening.short(isExact ? value.hint : hover(value), Shortening.hover))
            if value.number == nil {
                content.shape.classes = value.hint.isEmpty ? "na" : ""
            } else {
                let isFavourable = value.judgement(report.currency)
                content.shape.shape = value.arrow(report.currency)
                content.shape.word = marks.word(isFavourable)
                content.shape.classes = isFavourable.map { $0 ? "good" : "bad" } ?? ""
            }
            let isCut = Shortening.isLonger(value.hint, than: Shortening.hover)
            if value.number == nil && !value.hint.isEmpty || isCut {
                content.reference = Markup(trusted: String(reasons.number(value.hint)))
                // Said below the table, for who has no pointer; once is enough.
                if value.number == nil { content.hover = .empty } else { content.shape.classes += " v" }
            }
        }
        content.shape.hasHover = content.hover != .empty
        content.shape.hasReference = content.reference != .empty
        return content
    }

    /// A trend in words, written like the row's first number.
    private func trendLabel(_ values: [Number?], _ row: Table.Row) -> String {
        let format = row.cells.lazy.compactMap { if case .value(let value) = $0 { value.format } else { nil } }.first
        let write = { (number: Number) in
            (format ?? Format(.plain, digits: 1)).shown(number, currency: report.currency, locale: report.locale)
        }
        let defined = values.compactMap(\.self)
        let sorted = defined.sorted(by: Number.less)
        guard let first = defined.first, let last = defined.last, let low = sorted.first, let high = sorted.last else {
            return say(.undefined)
        }
        var parts = [
            "\(say(.first)) \(write(first))", "\(say(.low)) \(write(low))", "\(say(.high)) \(write(high))",
            "\(say(.last)) \(write(last))",
        ]
        if defined.count < values.count { parts.append("\(say(.undefined)) \(values.count - defined.count)") }
        return parts.joined(separator: say(.comma))
    }

    /// The cell template for a shape, with its texts left open.
    private mutating func fragment(_ shape: CellShape) throws(ReportError) -> Fragment {
        if let known = cells[shape] { return known }
        let node = CellShape.node(shape)
        let fragment = try Fragment(
            "cell", node,
            holes: [
                "content", shape.hasHover ? "hover" : nil, shape.hasReference ? "reference" : nil, shape.hasID ? "id" : nil,
            ])
        cells[shape] = fragment
        return fragment
    }

    private mutating func rowFragment(_ look: String) throws(ReportError) -> Fragment {
        if let known = rows[look] { return known }
        let fragment = try Fragment("row", ["class": .text(Markup(trusted: look))], holes: ["cells"])
        rows[look] = fragment
        return fragment
    }
}

extension CellShape {
    /// What the cell template is filled from; texts are filled in later.
    static func node(_ shape: CellShape) -> Node {
        [
            "tag": .text(Markup(trusted: shape.isHeader ? "th" : "td")), "isHeader": .flag(shape.isHeader),
            "class": .text(Markup(trusted: shape.classes)), "shape": .text(shape.shape), "word": .text(shape.word),
            "content": .text(Markup.empty), "chip": .text(shape.chip), "label": .text(shape.label),
            "hover": .text(Markup.empty), "reference": .text(Markup.empty), "id": .text(Markup.empty),
        ]
    }
}

extension Status {
    /// A shape and a class; the word comes with the status.
    var look: (shape: String, classes: String) {
        switch self {
        case .good: (symbol, "good")
        case .watch: (symbol, "watch")
        case .bad: (symbol, "bad")
        case .none: ("○", "quiet")
        }
    }
}
