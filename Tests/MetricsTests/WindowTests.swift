import Facts
import Metrics
import RollUps
import Testing

@Suite("Windows: the days that a leaf looks at")
struct WindowTests {
    let calendar = PeriodCalendar()

    func frame(_ formula: String, _ grain: Grain, _ day: String, upTo asOf: String? = nil) throws -> String {
        let overrides = "metrics: {probe: {unit: count, formula: \"\(formula)\"}}"
        let catalogue = try Catalogue.load(overrides: overrides, file: "metrics.yml")
        let leaf = try #require(catalogue["probe"]?.leaves.first)
        var period = calendar.period(grain, holding: Day(day)!)
        if let asOf { period = period.upTo(Day(asOf)!) }
        let frame = leaf.window.frame(of: period)
        let trailing = frame.isTrailing ? " trailing" : ""
        return "\(frame.start.description)…\(frame.end.description) @\(frame.stock.description)\(trailing)"
    }

    @Test("A plain leaf looks at the period")
    func plain() throws {
        #expect(try frame("won", .week, "2026-11-11") == "2026-11-09…2026-11-15 @2026-11-15")
        #expect(try frame("won", .month, "2026-11-11", upTo: "2026-11-12") == "2026-11-01…2026-11-12 @2026-11-12")
    }

    @Test("A trailing window begins the day after the day n months before the end")
    func trailing() throws {
        #expect(try frame("trailing(won, 3 months)", .week, "2026-11-11") == "2026-08-16…2026-11-15 @2026-11-15 trailing")
        #expect(try frame("trailing(won, 12 months)", .month, "2026-02-11") == "2025-03-01…2026-02-28 @2026-02-28 trailing")
    }

    @Test("Of the magic number's spend, the window ends three months earlier")
    func magic() throws {
        #expect(
            try frame("prior(trailing(spend, 3 months), 3 months)", .month, "2026-11-11")
                == "2026-06-01…2026-08-31 @2026-08-31 trailing")
        #expect(
            try frame("prior(trailing(spend, 3 months), 3 months)", .week, "2026-11-11")
                == "2026-05-16…2026-08-15 @2026-08-15 trailing")
    }

    @Test("A year ago is 52 weeks before for the flows of weeks, twelve months before for everything else")
    func yearAgo() throws {
        #expect(try frame("year_ago(won)", .week, "2026-11-11") == "2025-11-10…2025-11-16 @2025-11-15")
        #expect(try frame("year_ago(won)", .month, "2025-02-11") == "2024-02-01…2024-02-29 @2024-02-29")
        #expect(try frame("year_ago(won)", .month, "2024-02-11") == "2023-02-01…2023-02-28 @2023-02-28")
        #expect(try frame("year_ago(won)", .quarter, "2026-05-01") == "2025-04-01…2025-06-30 @2025-06-30")
        #expect(try frame("year_ago(won)", .year, "2026-05-01", upTo: "2026-11-15") == "2025-01-01…2025-11-15 @2025-11-15")
    }

    @Test("The period before is whole, also from a period to date")
    func prior() throws {
        #expect(try frame("prior(won)", .month, "2026-03-11", upTo: "2026-03-12") == "2026-02-01…2026-02-28 @2026-02-28")
        #expect(try frame("prior(won)", .week, "2026-11-11") == "2026-11-02…2026-11-08 @2026-11-08")
        #expect(try frame("prior(prior(won))", .quarter, "2026-05-01") == "2025-10-01…2025-12-31 @2025-12-31")
        #expect(try frame("prior(won)", .year, "2026-05-01") == "2025-01-01…2025-12-31 @2025-12-31")
    }

    @Test("prior() gives what the calendar calls the period before, for every grain and fiscal year")
    func priorByCalendar() {
        for fiscal in [1, 4, 11] {
            for weekStart in [0, 6] {
                let calendar = PeriodCalendar(weekStart: weekStart, fiscalStart: fiscal)
                for grain in Grain.allCases {
                    for offset in stride(from: 0, to: 900, by: 13) {
                        let period = calendar.period(grain, holding: Day("2024-01-01")! + offset)
                        let before = calendar.before(period)
                        #expect(Window(shifts: [.priorPeriod]).frame(of: period) == Frame(before))
                        let yearBefore = calendar.yearBefore(period)
                        let frame = Window(shifts: [.yearAgo]).frame(of: period)
                        #expect(frame.start == yearBefore.start && frame.end == yearBefore.end)
                        #expect(frame.stock == period.end.months(before: 12))
                    }
                }
            }
        }
    }

    @Test("prior() with months moves start, end and stock")
    func priorMonths() throws {
        #expect(try frame("prior(won, 1 month)", .month, "2026-03-11") == "2026-02-01…2026-02-28 @2026-02-28")
        #expect(try frame("prior(won, 3 months)", .week, "2026-11-11") == "2026-08-09…2026-08-15 @2026-08-15")
    }

    @Test("Of nested trailing windows the inner one counts; steps back add up from the outer one in")
    func nested() throws {
        #expect(
            try frame("trailing(trailing(won, 1 month), 12 months)", .month, "2026-11-11")
                == "2026-11-01…2026-11-30 @2026-11-30 trailing")
        #expect(try frame("prior(year_ago(won))", .month, "2026-11-11") == "2025-10-01…2025-10-31 @2025-10-31")
        #expect(try frame("year_ago(prior(won))", .week, "2026-11-11") == "2025-11-03…2025-11-09 @2025-11-08")
        #expect(
            try frame("year_ago(trailing(won, 3 months))", .week, "2026-11-11") == "2025-08-17…2025-11-16 @2025-11-15 trailing")
    }

    @Test("A window reaches through the metrics that are named in it")
    func through() throws {
        let catalogue = try Catalogue.standard()
        #expect(
            catalogue["nps_trailing"]!.leaves.map(\.description) == [
                "trailing(nps_promoters, 3 months)", "trailing(nps_detractors, 3 months)", "trailing(nps_responses, 3 months)",
            ])
        #expect(catalogue["magic_number"]!.leaves.last!.description == "prior(trailing(spend, 3 months), 3 months)")
        #expect(catalogue["arr_growth_yoy"]!.leaves.map(\.description) == ["arr_closing", "year_ago(arr_closing)"])
    }

    @Test("A leaf's text is a formula of the same leaf")
    func text() throws {
        let leaf = Leaf("spend", Window(shifts: [.priorPeriod, .yearAgo, .prior(.months(3))], trailing: .months(1)))
        #expect(leaf.description == "prior(year_ago(prior(trailing(spend, 1 month), 3 months)))")
        let overrides = "metrics: {probe: {unit: count, formula: \"\(leaf)\"}}"
        #expect(try Catalogue.load(overrides: overrides, file: "")["probe"]!.leaves == [leaf])
    }
}
