import Facts

/// Draws a report as a page: one HTML file that asks nothing of anyone, without scripts.
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
    let words: PageWords
    let marks: Marks
    /// Cells by their shape; see `CellShape`.
    var cells: [CellShape: Fragment] = [:]
    /// A row that is not set off, and one that is.
    var rows: [Bool: Fragment] = [:]
    /// A long text behind its first words.
    var fold: Fragment?

    init(_ report: Report) {
        self.report = report
        words = PageWords(locale: report.locale)
        marks = Marks(locale: report.locale)
    }

    /// What the page's template is filled from.
    mutating func node() throws(ReportError) -> Node {
        var sections: [Node] = []
        let front = try front()
        for section in report.sections {
            sections.append(try node(section, front.isEmpty ? section.blocks : report.belowFront(section)))
        }
        return [
            "language": .text(report.locale), "title": .text(report.title), "company": .text(report.company),
            "subtitle": .text(report.subtitle), "style": .text(PageTemplates.style), "skip": .text(words.skip),
            "contents": .text(words.contents), "legend": .nodes(marks.legend.map(\.node)), "asOf": .text(words.asOf),
            "day": .text(report.asOf.description), "backToTop": .text(words.top),
            "links": .nodes(
                report.sections.map { ["id": .text($0.id), "title": .text(Shortening.short($0.title, 48))] }),
            "front": .nodes(front), "sections": .nodes(sections),
        ]
    }

    private mutating func node(_ section: Section, _ blocks: [Block]) throws(ReportError) -> Node {
        // Headlines that follow each other stand side by side, and so do charts.
        var groups: [Group] = []
        for block in blocks {
            var part = Group()
            switch block {
            case .message(let text): part.messages = [["text": .text(try folded(text, past: Shortening.message))]]
            case .note(let text): part.notes = [["text": .text(try folded(text))]]
            case .headline(let name, let value, let detail): part.headlines = [try headline(name, value, detail)]
            case .table(let table): part.tables = [try node(table)]
            case .chart(let chart): part.charts = [try node(chart)]
            case .sentences(let title, let texts):
                var sentences: [Node] = []
                for text in texts { sentences.append(["text": .text(try folded(text, past: Shortening.message))]) }
                part.lists = [["title": .text(title), "sentences": .nodes(sentences)]]
            }
            if var last = groups.last, last.isLike(part) {
                last.headlines += part.headlines
                last.charts += part.charts
                groups[groups.count - 1] = last
            } else {
                groups.append(part)
            }
        }
        return ["id": .text(section.id), "title": .text(section.title), "groups": .nodes(groups.map(\.node))]
    }

    /// Blocks of one kind that follow each other.
    private struct Group {
        var messages: [Node] = [], notes: [Node] = [], headlines: [Node] = [], tables: [Node] = [], charts: [Node] = []
        var lists: [Node] = []

        /// Whether `other` continues this group.
        func isLike(_ other: Group) -> Bool {
            !headlines.isEmpty && !other.headlines.isEmpty || !charts.isEmpty && !other.charts.isEmpty
        }

        var node: Node {
            [
                "messages": .nodes(messages), "notes": .nodes(notes), "hasHeadlines": .flag(!headlines.isEmpty),
                "headlines": .nodes(headlines), "tables": .nodes(tables), "hasCharts": .flag(!charts.isEmpty),
                "charts": .nodes(charts), "lists": .nodes(lists),
            ]
        }
    }

    mutating func headline(_ name: String, _ value: Value, _ detail: String, notes: [String] = []) throws(ReportError) -> Node {
        let isUndefined = value.number == nil
        let isFavourable = value.judgement(report.currency)
        // A reason is said, not hidden behind a pointer that a phone does not have.
        let isSaid = isUndefined || Shortening.isLonger(value.hint, than: Shortening.hover)
        return [
            "name": .text(try folded(name)), "value": .text(text(value)),
            "class": .text(Markup(trusted: isUndefined ? "na" : isFavourable.map { $0 ? "good" : "bad" } ?? "")),
            "shape": .text(value.arrow(report.currency)),
            "word": .text(marks.word(isFavourable)),
            "hover": isSaid ? .text(Markup.empty) : .text(hover(value)),
            "reason": isSaid ? .text(try folded(value.hint)) : .text(Markup.empty), "detail": .text(try folded(detail)),
            "notes": .nodes(notes.map { ["text": .text($0)] }),
        ]
    }

    /// A number as every rendering writes it.
    func text(_ value: Value) -> String {
        value.format.shown(value.number, currency: report.currency, locale: report.locale)
    }

    /// What a number says on hover: exactly how much it is, where it is shown shorter, and its story.
    func hover(_ value: Value) -> String {
        let isShort = value.format.isShortened(value.number, currency: report.currency, locale: report.locale)
        let exact = isShort ? value.format.text(value.number, currency: report.currency, locale: report.locale) : ""
        return [exact, value.hint].filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// A text; a very long one is folded behind its first words.
    mutating func folded(_ text: String, past longest: Int = Shortening.folded) throws(ReportError) -> Markup {
        guard Shortening.isLonger(text, than: longest) else { return Markup(text) }
        let fold: Fragment
        if let known = self.fold {
            fold = known
        } else {
            fold = try Fragment("fold", ["more": .text(words.wholeText)], holes: ["short", "whole"])
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
