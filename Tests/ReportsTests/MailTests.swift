import Facts
import Foundation
import Languages
import Metrics
import RollUps
import Testing

@testable import Reports

@Suite struct MailTests {
    private func html(_ report: Report) -> String { String(decoding: renderMail(report), as: UTF8.self) }
    private func text(_ report: Report) -> String { String(decoding: renderMailText(report), as: UTF8.self) }

    /// A report whose every text is a name as an enemy would choose it, and long.
    private func hostile() throws -> Report {
        var report = try PageFixture.report()
        let name = PageFixture.handler + PageFixture.script + PageFixture.accented + "\r\nBcc: <x>\u{202E}" + PageFixture.long
        let value = Value(Number(-5), Format(.money, digits: 0, isSigned: true), isFavourable: false)
        report.company = name
        report.brief.subject = name
        report.brief.headline = name
        report.brief.lead = name
        report.brief.star = Brief.Star(name: name, value: value, detail: name)
        let rows = (0..<12).map { place in
            Brief.Row(
                title: name, detail: name, figure: value, below: value,
                mark: place % 2 == 0 ? .text(name) : .status(.bad, name, share: Value(nil, value.format)))
        }
        // As many rows as there are at most: targets, changes, people, and none of the data.
        report.brief.parts = [9, 3, 12, 0].map { count in
            Brief.Part(
                question: name, answer: name, columns: [name, name, name], rows: Array(rows.prefix(count)), note: name)
        }
        return report
    }

    @Test(arguments: ["en", "zh-Hans"])
    func `the mail answers four questions with the numbers of the page, in both languages`(_ locale: String) throws {
        let report = buildReport(try BuildingFixture(locale: locale).context())
        let (html, text) = (html(report), text(report))
        let page = String(decoding: try renderPage(report), as: UTF8.self)
        #expect(report.brief.parts.count == 4)
        for part in report.brief.parts {
            #expect(text.contains(part.question + "\n" + part.answer))
            #expect(html.contains(Markup.escaped(part.question)))
        }
        let star = try #require(report.brief.star)
        let shown = star.value.format.shown(star.value.number, currency: report.currency, locale: report.locale)
        for rendering in [html, text, page] { #expect(rendering.contains(shown)) }
        #expect(text.contains(locale == "en" ? "Are we on plan?" : "是否符合计划？"))
        for phrase in BriefPhrase.allCases where phrase != .whole && locale != "en" {
            #expect(phrase.text(.zhHans) != phrase.text(.en))
        }
    }

    @Test func `a bar is drawn as on the page: past its outline where a limit is passed, with what is missing coloured`() throws
    {
        var report = try PageFixture.report()
        func widths(_ reached: Number, _ missing: Number, _ rest: Number) -> [String] {
            let value = Value(Number(2), Format(.money, digits: 0))
            let goal = Brief.Goal(
                period: "", owner: "", limit: "≤ ", target: value, projection: value,
                bar: Brief.Bar(reached: reached, missing: missing, rest: rest))
            let row = Brief.Row(
                title: "Churn", figure: value, below: value, goal: goal, mark: .status(.bad, "off track", share: nil))
            report.brief.parts = [Brief.Part(.plan, question: "Plan?", answer: "No", rows: [row])]
            let html = html(report)
            #expect(html.contains("≤ $2") && text(report).contains("$2 / ≤ $2"))
            return html.matches(of: /<td width="(\d+)" height="7"(?: bgcolor="#(\w+)")?/).map { "\($0.1) \($0.2 ?? "")" }
        }
        #expect(widths(Number(1), Number(1, over: 4), .zero) == ["88 17202a", "22 b23c06"])
        #expect(widths(Number(1, over: 4), Number(1, over: 2), Number(1, over: 4)) == ["22 17202a", "44 b23c06", "22 "])
        #expect(widths(.zero, .zero, .zero) == [])
    }

    @Test(arguments: [Grain.week, .month, .quarter, .year])
    func `every figure of the mail stands in the report`(_ grain: Grain) throws {
        let report = buildReport(try BuildingFixture(grain: grain, shown: 3).context())
        let page = String(decoding: try renderPage(report), as: UTF8.self)
        for row in report.brief.parts.flatMap(\.rows) {
            for value in [row.figure, row.below].compactMap(\.self) {
                let shown = value.format.shown(value.number, currency: report.currency, locale: report.locale)
                #expect(page.contains(shown), "\(row.title): \(shown)")
            }
        }
    }

    @Test func `names that are markup stay text, and names without end are cut, below 60 KB`() throws {
        let report = try hostile()
        let html = html(report)
        #expect(html.utf8.count < 60_000)
        #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("<b>\u{301}"))
        // No tag but those of the template.
        let tags = Set(html.matches(of: /<\/?([a-zA-Z!][^\s>\/]*)/).map { String($0.output.1).lowercased() })
        let own: Set = [
            "!doctype", "html", "head", "meta", "title", "style", "body", "div", "table", "tr", "td", "th", "p", "h1", "h2",
            "b",
            "br", "span",
        ]
        #expect(tags.isSubset(of: own), "\(tags.subtracting(own))")
        #expect(!html.contains("href") && !html.contains("src=") && !html.contains("url("))
    }

    @Test func `a name with a line break forges no line of the text`() throws {
        let text = text(try hostile())
        #expect(!text.split(separator: "\n").contains { $0.hasPrefix("Bcc:") })
        #expect(!text.unicodeScalars.contains { $0 == "\r" || $0 == "\u{202E}" })
        #expect(text.utf8.count < 60_000)
    }

    @Test func `gaps are what is late and what was rejected`() throws {
        let report = buildReport(try BuildingFixture(overrides: "metrics:\n  arr: {target: 999999999999}\n").context())
        #expect(report.brief.gaps.isEmpty == !report.brief.parts[3].answer.contains("gaps"))
        #expect(report.brief.offTrack == 1)
        #expect(report.brief.subject.hasPrefix("Test & Co, week "))
    }
}
