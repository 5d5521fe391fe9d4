import Facts
import Languages

/// Draws a report as a page: one HTML file that asks nothing of anyone. Its script sorts tables and tells charts' values under the
/// pointer; without it the page is read whole.
///
/// The same report gives the same bytes. Numbers are written by `Format.text`, as in the workbook.
///
/// - Returns: The whole file in UTF-8.
public func renderPage(_ report: Report) throws(ReportError) -> [UInt8] {
    var page = Page(report)
    return Array(try PageTemplates.render("page", page.node()).utf8)
}

/// A report on its way to a page.
struct Page {
    let report: Report
    let language: Language
    let marks: Marks
    /// Cells by their shape; see `CellShape`.
    var cells: [CellShape: Fragment] = [:]
    /// Rows by their class.
    var rows: [String: Fragment] = [:]
    /// The metrics and measures that the page defines.
    let defined: Set<String>
    /// A long text behind its first words.
    var fold: Fragment?
    /// The section that is being drawn.
    var sectionTitle = ""

    init(_ report: Report) {
        self.report = report
        language = Language(locale: report.locale)
        marks = Marks(locale: report.locale)
        defined = report.defined
    }

    /// A word of the page in the report's language.
    func say(_ word: PageWord) -> String { word.text(language) }

    /// What the page's template is filled from.
    mutating func node() throws(ReportError) -> Node {
        var sections: [Node] = []
        let front = try front()
        let isBelowFront = !front.isEmpty
        for section in report.sections where !section.isOnlySheet {
            sections.append(try node(section, isBelowFront: isBelowFront, isFirst: sections.isEmpty && isBelowFront))
        }
        return [
            "language": .text(report.locale), "title": .text(report.title), "company": .text(report.company),
            "subtitle": .text(report.subtitle), "style": .text(report.theme.style),
            "logo": .text(report.theme.logo?.address ?? .empty),
            "script": .text(PageTemplates.script),
            "policy": .text(PagePolicy.text(style: report.theme.style, script: PageTemplates.script)),
            "skip": .text(say(.skip)),
            "contents": .text(say(.contents)), "legend": .nodes(report.isLetter ? [] : marks.legend.map(\.node)),
            "asOf": .text(say(.asOf)),
            "day": .text(report.asOf.description), "backToTop": .text(say(.top)),
            "links": .nodes(
                report.sections.filter { !$0.isOnlySheet }.map {
                    ["id": .text($0.id), "title": .text(Shortening.short($0.title, 48))]
                }),
            "front": .nodes(front), "sections": .nodes(sections),
            "plain": .nodes(isBelowFront ? [] : [["title": .text(report.title), "subtitle": .text(report.subtitle)]]),
        ]
    }

    private mutating func node(_ section: Section, isBelowFront: Bool, isFirst: Bool) throws(ReportError) -> Node {
        let blocks = withChartsTogether(isBelowFront ? report.belowFront(section) : section.blocks)
        sectionTitle = section.title
        // Headlines that follow each other stand side by side, and so do charts.
        var groups: [Group] = []
        let runs = chartRuns(blocks)
        for (place, block) in blocks.enumerated() {
            var part = Group()
            switch block {
            case .message(let text): part.messages = [["text": .text(try folded(text, past: Shortening.message))]]
            case .note(let text): part.notes = [["text": .text(try folded(text))]]
            case .headline(let name, let value, let detail): part.headlines = [try headline(name, value, detail)]
            case .table(let table) where table.isFolded:
                let count = Format(.count, digits: 0).shown(
                    Number(table.rows.count), currency: report.currency, locale: report.locale)
                let rows = "\(count) \(table.rows.count == 1 ? say(.row) : say(.rows))"
                // Who unfolds it wants to know exactly.
                part.folded = [
                    look(
                        "\(Shortening.short(table.title, 160)) · \(rows)", tables: [try node(table, isExact: true)],
                        isPrinted: table.unfoldsOnPaper)
                ]
            case .table(let table): part.tables = [try node(table)]
            case .chart(let chart) where chart.isEmpty:
                part.notes = [["text": .text(try folded(chart.title + say(.colon) + Format.undefined))]]
            case .chart(let chart) where chart.isFolded:
                part.folded = [look(Shortening.short(chart.title, 160), charts: [try node(chart, of: 1)])]
            case .chart(let chart): part.charts = [try node(chart, of: runs[place])]
            case .timeline(let timeline):
                part.folded = [look(Shortening.short(timeline.title, 160), timelines: [node(timeline)])]
            case .sentences(let title, let texts):
                var sentences: [Node] = []
                for text in texts { sentences.append(["text": .text(try folded(text, past: Shortening.message))]) }
                part.lists = [["title": .text(title), "sentences": .nodes(sentences)]]
            }
            if var last = groups.last, last.isLike(part) {
                last.headlines += part.headlines
                last.charts += part.charts
                last.folded += part.folded
                groups[groups.count - 1] = last
            } else {
                groups.append(part)
            }
        }
        return [
            "id": .text(section.id), "class": .text(isFirst ? "first" : ""),
            "kicker": .text(section.headline.isEmpty ? "" : section.title),
            "title": .text(section.headline.isEmpty ? section.title : Shortening.short(section.headline, 240)),
            "groups": .nodes(groups.map(\.node)),
        ]
    }

    /// What is only looked up, behind a line that says what it is.
    private func look(
        _ summary: String, tables: [Node] = [], charts: [Node] = [], timelines: [Node] = [], isPrinted: Bool = false
    ) -> Node {
        [
            "summary": .text(summary), "isPrinted": .flag(isPrinted), "tables": .nodes(tables), "charts": .nodes(charts),
            "timelines": .nodes(timelines),
        ]
    }

    /// The blocks with all charts where the first one stands: side by side they take less room.
    private func withChartsTogether(_ blocks: [Block]) -> [Block] {
        func isChart(_ block: Block) -> Bool {
            if case .chart(let chart) = block { !chart.isEmpty && !chart.isFolded } else { false }
        }
        guard let first = blocks.firstIndex(where: isChart) else { return blocks }
        return blocks[..<first] + blocks[first...].filter(isChart) + blocks[first...].filter { !isChart($0) }
    }

    /// How many charts follow each other where each block stands; 0 for what is none.
    private func chartRuns(_ blocks: [Block]) -> [Int] {
        var runs: [Int] = []
        for block in blocks {
            if case .chart(let chart) = block, !chart.isEmpty, !chart.isFolded {
                runs.append((runs.last ?? 0) + 1)
            } else {
                runs.append(0)
            }
        }
        for place in runs.indices.dropLast().reversed() where runs[place + 1] > runs[place] && runs[place] > 0 {
            runs[place] = runs[place + 1]
        }
        return runs
    }

    /// Blocks of one kind that follow each other.
    private struct Group {
        var messages: [Node] = [], notes: [Node] = [], headlines: [Node] = [], tables: [Node] = [], charts: [Node] = []
        var lists: [Node] = [], folded: [Node] = []

        /// Whether `other` continues this group.
        func isLike(_ other: Group) -> Bool {
            !headlines.isEmpty && !other.headlines.isEmpty || !charts.isEmpty && !other.charts.isEmpty
                || !folded.isEmpty && !other.folded.isEmpty
        }

        var node: Node {
            [
                "messages": .nodes(messages), "notes": .nodes(notes), "hasHeadlines": .flag(!headlines.isEmpty),
                "headlines": .nodes(headlines), "tables": .nodes(tables), "hasFolded": .flag(!folded.isEmpty),
                "folded": .nodes(folded), "hasCharts": .flag(!charts.isEmpty),
                "charts": .nodes(charts), "lists": .nodes(lists),
            ]
        }
    }

    private mutating func headline(_ name: String, _ value: Value, _ detail: String) throws(ReportError) -> Node {
        [
            "name": .text(link(value.subject, try folded(name))), "figure": .nodes([try figure(value)]),
            "detail": .text(try folded(detail)),
        ]
    }

    /// A value drawn large.
    mutating func figure(_ value: Value) throws(ReportError) -> Node {
        let isUndefined = value.number == nil
        let isFavourable = value.judgement(report.currency)
        // A reason is said, not hidden behind a pointer that a phone does not have.
        let isSaid = isUndefined || Shortening.isLonger(value.hint, than: Shortening.hover)
        return [
            "value": .text(text(value)),
            "class": .text(Markup(trusted: isUndefined ? "na" : isFavourable.map { $0 ? "good" : "bad" } ?? "")),
            "shape": .text(value.arrow(report.currency)),
            "word": .text(marks.word(isFavourable)),
            "hover": isSaid ? .text(Markup.empty) : .text(Shortening.short(hover(value, withFormula: true), Shortening.hover)),
            "reason": isSaid ? .text(try folded(value.hint)) : .text(Markup.empty),
        ]
    }

    /// A number as every rendering writes it.
    func text(_ value: Value) -> String {
        value.format.shown(value.number, currency: report.currency, locale: report.locale)
    }

    /// What a number says on hover: exactly how much it is, where it is shown shorter, and its story.
    ///
    /// - Parameter withFormula: Whether its formula follows, in words.
    func hover(_ value: Value, withFormula: Bool = false) -> String {
        let isShort = value.format.isShortened(value.number, currency: report.currency, locale: report.locale)
        let exact = isShort ? value.format.text(value.number, currency: report.currency, locale: report.locale) : ""
        let formula = withFormula ? formula(value.subject) : ""
        return [exact, value.hint, formula].filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// A text; a very long one is folded behind its first words.
    mutating func folded(_ text: String, past longest: Int = Shortening.folded) throws(ReportError) -> Markup {
        guard Shortening.isLonger(text, than: longest) else { return Markup(text) }
        let fold: Fragment
        if let known = self.fold {
            fold = known
        } else {
            fold = try Fragment("fold", ["more": .text(say(.wholeText))], holes: ["short", "whole"])
            self.fold = fold
        }
        var html = ""
        fold.write([Markup(Shortening.short(text, 80)), Markup(text)], to: &html)
        return Markup(trusted: html)
    }
}

extension Marks.Entry {
    /// What the legend's entry is filled from.
    fileprivate var node: Node {
        let name =
            switch look {
            case .plain: ""
            case .good: "good"
            case .watch: "watch"
            case .bad: "bad"
            }
        return ["mark": .text(mark), "meaning": .text(meaning), "class": .text(name)]
    }
}
