import Facts
import Languages
import Metrics
import Testing

@testable import Reports

@Suite("The page")
struct PageTests {
    /// A page with one section.
    private func page(_ blocks: [Block], company: String = "Northwind", locale: String = "en") throws -> [UInt8] {
        var report = try PageFixture.report(locale: locale)
        report.company = company
        report.sections = [Section(id: "one", title: "One", blocks: blocks)]
        return try renderPage(report)
    }

    private func table(_ cells: [Table.Cell], column: String = "Column", title: String = "Title") -> Block {
        .table(
            Table(
                id: "t", title: title, columns: cells.map { _ in .init(column, isNumeric: true) }, rows: [.init(cells)]))
    }

    @Test("is well-formed, in both languages", arguments: ["en", "zh-Hans"])
    func isWellFormed(locale: String) throws {
        let root = try PageMarkup.parse(try renderPage(try PageFixture.report(locale: locale)))
        #expect(root.name == "html")
        #expect(root.attributes["lang"] == locale)
        #expect(root.all("nav").first?.attributes["aria-label"] == (locale == "en" ? "Contents" : "目录"))
    }

    @Test("is the same bytes every time, and under 500 KB for a report of nine sections")
    func isDeterministic() throws {
        let report = try PageFixture.report()
        let page = try renderPage(report)
        #expect(page == (try renderPage(report)))
        #expect(page.count < 500_000)
    }

    @Test("asks nothing of anyone: no address, no source, no import, and no script but its own, which its policy names")
    func asksNothing() throws {
        let page = try renderPage(try PageFixture.report())
        let text = String(decoding: page, as: UTF8.self)
            .replacing("xmlns=\"http://www.w3.org/1999/xhtml\"", with: "")
            .replacing("http-equiv", with: "")
            .replacing("url(#hatch)", with: "")
        for word in ["http", "url(", "src=", "@import", "<link", "<iframe", "javascript:", " style="] {
            #expect(!text.contains(word), "\(word)")
        }
        let root = try PageMarkup.parse(page)
        let policy = root.all("meta").first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
        let content = try #require(policy?.attributes["content"])
        #expect(content.hasPrefix("default-src 'none'; script-src 'sha256-") && !content.contains("unsafe"))
        #expect(root.all("script").count == 1 && root.all("style").count == 1)
        for element in root.all("script") + root.all("style") {
            #expect(element.attributes.isEmpty && content.contains(PagePolicy.hash(element.text)))
        }
        for element in root.all {
            #expect(!element.attributes.keys.contains { $0.hasPrefix("on") })
            if let address = element.attributes["href"] { #expect(address.hasPrefix("#")) }
        }
    }

    @Test(
        "what looks like markup is text in every place",
        arguments: [PageFixture.script, PageFixture.handler, PageFixture.accented, "a&b;<!--", "]]>", "{{title}}{{{style}}}"])
    func markupIsText(name: String) throws {
        let value = Value(Number(1), Format(.count, digits: 0), hint: name)
        let undefined = Value(nil, Format(.count, digits: 0), hint: name)
        let kinds: [Chart.Kind] = [.columns, .stackedColumns, .lines, .bars, .bridge]
        let charts = kinds.enumerated().map { index, kind in
            Block.chart(
                Chart(
                    id: "c\(index)", title: name, kind: kind, categories: [name, "b"],
                    series: [
                        .init(name: name, values: [Number(1), nil], role: .actual),
                        .init(name: name, values: [nil, Number(2)], role: .member(1)),
                    ], format: Format(.count, digits: 0), alternative: name))
        }
        let cells: [Table.Cell] = [.text(name), .value(value), .value(undefined), .status(.bad, name), .trend([Number(1)])]
        let plain = try PageMarkup.parse(try self.page([.message("x")], company: "x"))
        let root = try PageMarkup.parse(
            try self.page(
                [
                    .message(name), .note(name), .headline(name: name, value: value, detail: name),
                    .headline(name: name, value: undefined, detail: name), table(cells, column: name, title: name),
                ] + charts, company: name))
        #expect(root.all("img").isEmpty && root.all("script").count == 1)
        #expect(!root.all.contains { $0.attributes.keys.contains { $0.hasPrefix("on") } })
        #expect(root.all("style").first?.text == plain.all("style").first?.text)
        #expect(root.all("th").contains { $0.allText == name })
        #expect(root.all("title").contains { $0.text == name })
        #expect(root.all("desc").allSatisfy { $0.text == name })
        #expect(root.all("td").contains { $0.attributes["title"] == name })
        #expect(root.all("div").contains { $0.attributes["class"] == "message" && $0.allText == name })
        #expect(root.all("div").contains { $0.attributes["class"] == "reason" && $0.allText == name })
    }

    @Test("what happened is read at once, however many sentences it takes; a long note is folded")
    func messageIsWhole() throws {
        let text = String(repeating: "Net new ARR was USD 1. ", count: 20)
        let root = try PageMarkup.parse(try page([.message(text), .note(text)]))
        let messages = root.all("div").filter { $0.attributes["class"] == "message" }
        #expect(messages.count == 1 && messages[0].all("details").isEmpty)
        #expect(root.all("details").count == 1)
    }

    @Test("control characters, which no page may hold, are shown as U+FFFD")
    func controlCharacters() throws {
        #expect(Markup("a\u{0}b\u{1F}\u{7F}\u{85}\u{FFFF}\n").html == "a\u{FFFD}b\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\n")
        #expect(Markup("你好 é ©").html == "你好 é ©")
        _ = try PageMarkup.parse(try page([.message("\u{1}0\u{2}\u{B}")]))
    }

    @Test("a name of 40,000 letters is folded in the table and in full behind it")
    func longNameIsFolded() throws {
        let name = PageFixture.long
        let chart = Chart(
            id: "c", title: "T", kind: .bars, categories: [name],
            series: [.init(name: "s", values: [Number(1)], role: .actual)],
            format: Format(.count, digits: 0), alternative: "a")
        let root = try PageMarkup.parse(try page([table([.text(name)]), .chart(chart)]))
        let folds = root.all("details").filter { $0.attributes["class"] == "fold" }
        #expect(folds.count == 2)
        for fold in folds {
            #expect(fold.all("div").first?.text == name)
            #expect((fold.all("summary").first?.text.count ?? 0) < 100)
        }
        // The drawing shows its beginning, with a sign that there is more.
        #expect(root.all("text").contains { $0.text.hasPrefix("Very") && $0.text.hasSuffix("…") && $0.text.count < 40 })
    }

    @Test("one letter with ten thousand accents is cut like any other long name")
    func accentsAreCut() {
        let name = "e" + String(repeating: "\u{301}", count: 10_000)
        #expect(name.count == 1)
        #expect(Shortening.short(name, 40).unicodeScalars.count <= 40)
        #expect(Shortening.isLonger(name, than: Shortening.folded))
        #expect(Shortening.short("Ana", 40) == "Ana")
        #expect(Shortening.short("abcdef", 4) == "ab…")
    }

    @Test("every number of every table is what Format.shown says, in the report's order, and exact on hover")
    func numbersAreFormatted() throws {
        let marks = Marks(locale: "en")
        let report = try PageFixture.report()
        let root = try PageMarkup.parse(try renderPage(report))
        for section in report.sections {
            for case .table(let table) in section.blocks {
                let drawn = try #require(root.all("table").first { $0.attributes["id"] == "t-\(table.id)" })
                let rows = drawn.all("tbody").flatMap { $0.all("tr") }
                #expect(rows.count == table.rows.count)
                for (row, wanted) in zip(rows, table.rows) {
                    for (cell, content) in zip(row.children, wanted.cells) {
                        guard case .value(let value) = content else { continue }
                        let word = marks.word(value.judgement(report.currency))
                        let text = value.format.shown(value.number, currency: report.currency, locale: "en")
                        if value.format.isShortened(value.number, currency: report.currency, locale: "en") {
                            let exact = value.format.text(value.number, currency: report.currency, locale: "en")
                            #expect(cell.attributes["title"]?.hasPrefix(exact) == true)
                        }
                        #expect(cell.text.trimmed == (word.isEmpty ? text : "\(text) \(word)"))
                    }
                }
            }
        }
        #expect(root.all("h2").map(\.text) == report.sections.map(\.title))
    }

    @Test("an undefined cell says n/a, and why below the table, where a phone shows it")
    func undefinedSaysWhy() throws {
        let value = Value(nil, Format(.percent, digits: 1), hint: "no spend")
        let root = try PageMarkup.parse(try page([table([.text("CAC"), .value(value), .value(value)])]))
        let cells = root.all("td").filter { $0.attributes["data-n"] != nil }
        #expect(cells.map(\.text) == ["n/a", "n/a"])
        #expect(cells.map { $0.attributes["title"] } == [nil, nil])
        #expect(cells.map { $0.attributes["data-n"] } == ["1", "1"])
        #expect(root.all("div").first { $0.attributes["class"] == "reasons" }?.all("li").map(\.text) == ["no spend"])
    }

    @Test("an arrow says which way, a word whether it is better or worse; a status carries a shape and its word")
    func marksHaveWords() throws {
        let format = Format(.percentagePoints, digits: 1, isSigned: true)
        func change(_ thousandths: Int128?, isFavourable: Bool?) -> Table.Cell {
            .value(Value(thousandths.map { Number($0, over: 10_000) }, format, isFavourable: isFavourable))
        }
        let root = try PageMarkup.parse(
            try page([
                table([
                    .text("x"), change(-100, isFavourable: true), change(100, isFavourable: false),
                    change(100, isFavourable: nil), .status(.watch, "Watch"), change(nil, isFavourable: true),
                ])
            ]))
        let cells = root.all("td")
        let texts = cells.map { ($0.all("span").first ?? $0).text.trimmed }
        #expect(texts == ["−1.0 pts better", "+1.0 pts worse", "+1.0 pts", "Watch", "n/a"])
        #expect(cells[3].all("span").map { $0.attributes["class"] } == ["chip watch"])
        #expect(cells.map { $0.all("i").map(\.text) } == [["▼"], ["▲"], ["▲"], ["◐"], []])
        #expect(cells.prefix(3).map { $0.attributes["class"] } == ["good", "bad", nil])
        #expect(cells.flatMap { $0.all("i") }.allSatisfy { $0.attributes["aria-hidden"] == "true" })
    }

    @Test("what is shown as 0 went nowhere: no arrow, no word, no colour")
    func zeroHasNoMark() throws {
        let format = Format(.percent, digits: 1, isSigned: true)
        let values = [Number(0), Number(4, over: 10_000), Number(-4, over: 10_000)]
        let root = try PageMarkup.parse(
            try page([table([.text("x")] + values.map { .value(Value($0, format, isFavourable: true)) })]))
        #expect(root.all("td").map(\.text.trimmed) == ["0.0%", "0.0%", "0.0%"])
        #expect(root.all("td").allSatisfy { $0.all("i").isEmpty && $0.attributes["class"] == nil })
    }

    @Test("one legend says what every mark means")
    func legendHasAllMarks() throws {
        let root = try PageMarkup.parse(try renderPage(try PageFixture.report()))
        let legends = root.all("p").filter { $0.attributes["class"] == "signs" }
        #expect(legends.count == 1)
        #expect(legends.first?.all("i").map(\.text) == ["▲", "▼", "●", "◐", "◆"])
    }

    @Test("tables have captions, column and row headings, and a region that the keyboard reaches")
    func tablesAreAccessible() throws {
        let root = try PageMarkup.parse(try renderPage(try PageFixture.report()))
        for region in root.all("div") where region.attributes["role"] == "region" {
            #expect(region.attributes["tabindex"] == "0")
            #expect(region.attributes["aria-label"]?.isEmpty == false)
            let table = try #require(region.all("table").first)
            #expect(table.children.first?.name == "caption")
            // Headings with no data cell in their row are their columns', as HTML has it.
            #expect(table.all("thead").flatMap { $0.all("tr") }.flatMap(\.children).allSatisfy { $0.name == "th" })
            for row in table.all("tbody").flatMap({ $0.all("tr") }) {
                // A heading beside data cells is its row's, as HTML has it.
                #expect(row.children.first?.name == "th" && row.children.dropFirst().allSatisfy { $0.name == "td" })
            }
        }
        let ids = root.all.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
        for element in root.all {
            if let address = element.attributes["href"] { #expect(ids.contains(String(address.dropFirst()))) }
            for id in (element.attributes["aria-labelledby"] ?? "").split(separator: " ") { #expect(ids.contains(String(id))) }
        }
    }

    @Test("every chart has a title, a description and its data in a table")
    func chartsHaveAlternatives() throws {
        let report = try PageFixture.report()
        let root = try PageMarkup.parse(try renderPage(report))
        for section in report.sections {
            for case .chart(let chart) in section.blocks where !chart.isEmpty {
                let figure = try #require(root.all("figure").first { $0.attributes["id"] == "c-\(chart.id)" })
                let drawing = try #require(figure.all("svg").first { $0.attributes["role"] == "img" })
                #expect(drawing.all("title").first?.text == chart.title)
                #expect(drawing.all("desc").first?.text == chart.alternative)
                let rows = figure.all("details").flatMap { $0.all("tbody") }.flatMap { $0.all("tr") }
                #expect(rows.map { $0.children.first?.allText } == chart.categories)
                for (row, category) in zip(rows, chart.categories.indices) {
                    let wanted = chart.series.map {
                        let isOther = chart.kind == .bridge && $0.values[category] == nil
                        return isOther ? "" : chart.format.text($0.values[category], currency: report.currency, locale: "en")
                    }
                    #expect(row.children.dropFirst().map(\.text.trimmed) == wanted)
                }
            }
        }
    }

    @Test("a report without sections, and one of empty tables and charts, are pages too")
    func emptyReports() throws {
        var report = try PageFixture.report()
        report.sections = []
        _ = try PageMarkup.parse(try renderPage(report))
        report.sections = [
            Section(
                id: "a", title: "",
                blocks: [
                    .table(Table(id: "e", title: "", columns: [], rows: [])), .message(""),
                    .table(Table(id: "f", title: "", columns: [.init("x")], rows: [.init([]), .init([.trend([]), .empty])])),
                    .chart(
                        Chart(
                            id: "g", title: "", kind: .bridge, categories: [], series: [], format: Format(.money, digits: 2),
                            alternative: "")),
                ])
        ]
        report.periods = []
        _ = try PageMarkup.parse(try renderPage(report))
    }
}

extension String {
    /// Without spaces at both ends.
    fileprivate var trimmed: String {
        var rest = self[...]
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}
