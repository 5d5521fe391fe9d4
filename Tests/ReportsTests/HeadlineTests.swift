import Facts
import Languages
import Metrics
import RollUps
import Testing

@testable import Reports

@Suite struct HeadlineTests {
    private func composer(_ change: (inout BuildingFixture) -> Void = { _ in }) throws -> Composer {
        var fixture = BuildingFixture()
        change(&fixture)
        return Composer(try fixture.context())
    }

    @Test func `revenue is headed by what was won and lost, and where ARR stands after it`() throws {
        let composer = try composer()
        let headline = composer.headline(of: "revenue")
        #expect(headline.contains(" won and ") && headline.contains(" lost: ARR "))
        #expect(headline.contains(composer.text(composer.number("arr_closing", composer.now), composer.format("arr"))))
    }

    @Test func `nothing is claimed of a period that is not over`() throws {
        var fixture = BuildingFixture(grain: .month)
        fixture.shown = 2
        let facts = try fixture.context().rollUp.facts
        let (calendar, asOf) = (PeriodCalendar(), fixture.asOf)
        let period = calendar.period(.month, holding: asOf).upTo(asOf)
        let composer = Composer(try fixture.context(facts, calendar, period))
        #expect(composer.period.isToDate)
        for section in ["revenue", "acquisition", "conversion", "voice", "activity"] {
            #expect(composer.headline(of: section).isEmpty, "\(section)")
        }
        #expect(!composer.brief().headline.contains("grew") && !composer.brief().headline.contains("fell"))
    }

    @Test func `without new terms nobody says what was won`() throws {
        let day = Day("2026-10-31")!
        let composer = try composer { $0.late = [Late(source: .subscriptions, from: day + 2, since: day)] }
        #expect(composer.headline(of: "revenue").isEmpty)
        let headline = composer.brief().headline
        #expect(!headline.contains("ARR grew") && !headline.contains("ARR fell"))
    }

    @Test func `what rests on few cases heads nothing`() throws {
        let composer = try composer()
        for (section, id) in [("acquisition", "cac"), ("voice", "nps")] {
            guard let metric = composer.context.catalogue[id] else { continue }
            let isFew = composer.context.judge.restsOnFew(metric.resolved, composer.period, .total)
            if isFew { #expect(composer.headline(of: section).isEmpty, "\(section)") }
        }
    }

    @Test func `a section without a rule, and one without its source, keep their plain titles`() throws {
        let report = buildReport(try BuildingFixture().context())
        for section in report.sections where section.id == "definitions" { #expect(section.headline.isEmpty) }
        #expect(try composer().headline(of: "unknown").isEmpty)
    }

    @Test func `both languages have headlines for the same sections`() throws {
        let english = buildReport(try BuildingFixture(locale: "en").context()).sections
        let chinese = buildReport(try BuildingFixture(locale: "zh-Hans").context()).sections
        #expect(english.map(\.headline.isEmpty) == chinese.map(\.headline.isEmpty))
        #expect(english.contains { !$0.headline.isEmpty })
        for (a, b) in zip(english, chinese) where !a.headline.isEmpty { #expect(a.headline != b.headline, "\(a.id)") }
    }

    @Test func `periods beside others have short names, with their year where it is another`() throws {
        let composer = try composer()
        let calendar = composer.context.calendar
        func short(_ name: String) -> String? { calendar.period(named: name).map { composer.shortName($0) } }
        #expect(short("2026-11") == "November")
        #expect(short("2026-Q4") == "Q4")
        #expect(short("2026") == "2026")
        #expect(short("2025-Q4") == "2025-Q4")
        #expect(short("2025-12") == "December 2025")
    }
}
