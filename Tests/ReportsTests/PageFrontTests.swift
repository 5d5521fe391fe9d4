import Facts
import Foundation
import Languages
import Metrics
import Testing

@testable import Reports

@Suite struct PageFrontTests {
    private func page(_ change: (inout Report) -> Void = { _ in }) throws -> (report: Report, html: String) {
        var report = buildReport(try BuildingFixture().context())
        change(&report)
        return (report, String(decoding: try renderPage(report), as: UTF8.self))
    }

    @Test func `the first screen has the headline, the north star and each question with its answer, as the mail has them`()
        throws
    {
        let (report, html) = try page()
        let start = try #require(html.range(of: "id=\"h-front\"")), end = try #require(html.range(of: "id=\"s-summary\""))
        let front = html[start.lowerBound..<end.lowerBound]
        #expect(front.contains(Markup.escaped(report.brief.headline)))
        #expect(front.contains(Markup.escaped(try #require(report.brief.star).name)))
        #expect(report.brief.parts.count == 4)
        for part in report.brief.parts {
            #expect(front.contains(Markup.escaped(part.question)) && front.contains(Markup.escaped(part.answer)))
            for row in part.rows { #expect(front.contains(Markup.escaped(Shortening.short(row.title, 80)))) }
        }
        // Once is enough.
        let next = try #require(html.range(of: "id=\"s-revenue\""))
        #expect(!html[end.lowerBound..<next.lowerBound].contains("class=\"figure"))
    }

    @Test func `the summary below says what the first screen does not`() throws {
        let (report, html) = try page()
        let summary = try #require(report.sections.first { $0.id == "summary" })
        #expect(summary.opening > 1 && summary.opening < summary.blocks.count)
        for (place, block) in summary.blocks.enumerated() {
            guard case .note(let text) = block, place >= summary.opening else { continue }
            #expect(html.contains(Markup.escaped(String(Shortening.short(text, 60).dropLast()))), "\(text)")
        }
        let (_, whole) = try page { $0.brief.headline = "" }
        #expect(whole.utf8.count > 0 && !whole.contains("class=\"answers"))
    }

    @Test func `without a summary there is no first screen, and nothing is left out`() throws {
        let (_, html) = try page { $0.sections.removeAll { $0.id == "summary" } }
        #expect(!html.contains("h-front"))
    }

    @Test func `people beyond those shown can be unfolded where they are counted`() throws {
        let (_, html) = try page {
            let place = 2
            $0.brief.parts[place].rows = [Brief.Row(title: "Ann", mark: .text("one"))]
            $0.brief.parts[place].more = [Brief.Row(title: "Bob & Co", mark: .text("two"))]
            ($0.brief.parts[place].moreTitle, $0.brief.parts[place].note) = ("And 1 more", "And 1 more; the report names them.")
        }
        #expect(html.contains("<summary>And 1 more</summary>") && html.contains("Bob &amp; Co"))
        #expect(!html.contains("the report names them"))
    }

    @Test func `names of customers and owners are text on it, whatever they look like`() throws {
        let (_, html) = try page {
            $0.brief.headline = "<script>alert(1)</script>"
            $0.brief.parts[0].rows = [
                Brief.Row(title: "</td><img src=x>", detail: "a & b", mark: .text("\"quoted\" <b>"), why: "<i>why</i>")
            ]
        }
        #expect(!html.contains("<script>alert") && !html.contains("<img src=x>") && !html.contains("<i>why</i>"))
        #expect(html.contains("&lt;img src=x&gt;"))
    }
}
