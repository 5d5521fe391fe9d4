import Facts
import RollUps
import Testing

@testable import Metrics

@Suite struct StandingTests {
    private let month = PeriodCalendar().period(named: "2026-10")!

    private func standing(
        _ id: String, _ values: [String: Int], goal: Number, asOf: String = "2026-12-31"
    ) throws -> Standing {
        let catalogue = try Catalogue.standard()
        let judge = Judge(FixedValues(values), catalogue: catalogue, calendar: PeriodCalendar(), asOf: Day(asOf)!)
        return judge.standing(try #require(catalogue.subject(id)), month, goal: goal)
    }

    @Test func `on track from 1, on watch from 0.9, else off track`() throws {
        let verdict = { try standing("arr", ["arr_closing": $0], goal: Number(100)).verdict }
        #expect(try [100, 90, 89, 0, -5].map(verdict) == [.onTrack, .watch, .offTrack, .offTrack, .offTrack])
    }

    @Test func `where less is better the due is divided by the actual, and nothing at or below 0 is good`() throws {
        let cac = { try standing("cac", ["spend": $0, "customers_new": 10], goal: Number(90)) }
        #expect(try [900, 1000, 1010].map { try cac($0).verdict } == [.onTrack, .watch, .offTrack])
        #expect(try [0, -100].map { try cac($0).verdict } == [.notAboveZero, .notAboveZero])
        #expect(try cac(1000).attainment == Number(9, over: 10))
    }

    @Test func `nothing from which late files are missing is on track`() throws {
        let catalogue = try Catalogue.standard()
        var values = FixedValues(["spend": 400, "customers_new": 10])
        values.late = ["spend": Late(source: .spend, series: "payroll.csv", from: month.start, since: month.start - 1)]
        let judge = Judge(values, catalogue: catalogue, calendar: PeriodCalendar(), asOf: Day("2026-12-31")!)
        let verdict = { (goal: Int) in judge.standing(catalogue.subject("cac")!, month, goal: Number(goal)).verdict }
        #expect([90, 40, 38, 10].map(verdict) == [.incomplete, .incomplete, .watch, .offTrack])
        #expect(judge.standing(catalogue.subject("customers_new")!, month, goal: Number(10)).verdict == .onTrack)
    }

    @Test func `percent is judged by points where 20 % or more is due, below by attainment`() throws {
        let nrr = { try standing("nrr", ["nrr_retained": $0, "nrr_base": 1000], goal: Number(1)).verdict }
        #expect(try [1000, 980, 979].map(nrr) == [.onTrack, .watch, .offTrack])
        let churn = { (lost: Int) in
            try standing("logo_churn_rate", ["customers_churned": lost, "customers_opening": 1000], goal: Number(2, over: 100))
                .verdict
        }
        #expect(try [20, 22, 30, 250].map(churn) == [.onTrack, .watch, .offTrack, .offTrack])
    }

    @Test func `a due at or below 0 is judged by the sign of the gap`() throws {
        let net = {
            try standing(
                "net_new_arr",
                [
                    "arr_new": 0, "arr_reactivation": 0, "arr_expansion": 0, "arr_contraction": 0,
                    "arr_churn": $0,
                ], goal: Number(-10))
        }
        #expect(try net(5).verdict == .onTrack && net(11).verdict == .offTrack)
        #expect(try net(5).attainment == nil)
    }

    @Test func `rates that rest on fewer than five cases, what is undefined and what has no direction have no status`() throws {
        let cac = { try standing("cac", ["spend": 400, "customers_new": $0], goal: Number(90)).verdict }
        #expect(try cac(4) == .fewCases && cac(5) == .onTrack && cac(0) == .undefined)
        let nps = {
            try standing("nps", ["nps_promoters": 4, "nps_detractors": 0, "nps_responses": $0], goal: Number(30)).verdict
        }
        #expect(try nps(4) == .fewCases && nps(5) == .onTrack)
        #expect(try standing("arpa", ["arr_closing": 400, "customers_closing": 2], goal: Number(90)).verdict == .onTrack)
        #expect(try standing("fte", ["fte": 4], goal: Number(9)).verdict == .noDirection)
        #expect(try standing("arr", [:], goal: Number(9)).verdict == .undefined)
    }

    @Test func `measures are better higher, but for what is lost, spent and waited for`() throws {
        #expect(try standing("leads", ["leads": 12], goal: Number(10)).verdict == .onTrack)
        #expect(try standing("spend_marketing", ["spend_marketing": 12], goal: Number(10)).verdict == .offTrack)
        #expect(try standing("arr_opening", ["arr_opening": 12], goal: Number(10)).verdict == .noDirection)
    }

    @Test func `the limits can be set, and what is to come is at the pace so far`() throws {
        let catalogue = try Catalogue.standard()
        var limits = Standing.Limits()
        (limits.onTrack, limits.watch) = (Number(95, over: 100), Number(8, over: 10))
        (limits.watchPoints, limits.onTrackPoints) = (Number(-3, over: 100), Number(-1, over: 100))
        func standing(_ id: String, _ values: [String: Int], _ goal: Number) throws -> Standing {
            let judge = Judge(
                FixedValues(values), catalogue: catalogue, calendar: PeriodCalendar(), asOf: Day("2026-10-10")!, limits: limits)
            return judge.standing(try #require(catalogue.subject(id)), month, goal: goal)
        }
        // 10 of 31 days: 100 of 310 are due.
        #expect(
            try [95, 94, 80, 79].map { try standing("leads", ["leads": $0], goal(310)).verdict }
                == [.onTrack, .watch, .watch, .offTrack])
        #expect(try standing("leads", ["leads": 50], goal(310)).projection == Number(155))
        #expect(try standing("nps", ["nps_promoters": 9, "nps_detractors": 0, "nps_responses": 9], goal(30)).projection == nil)
        #expect(
            try [990, 989, 970, 969].map {
                try standing("nrr", ["nrr_retained": $0, "nrr_base": 1000], goal(1)).verdict
            } == [.onTrack, .watch, .watch, .offTrack])
    }

    private func goal(_ number: Int) -> Number { Number(number) }

    @Test func `what goes on growing has a status once it is older than the median time to it`() throws {
        func verdict(_ asOf: String, _ median: Number?) throws -> Standing.Verdict {
            let catalogue = try Catalogue.standard()
            var values = FixedValues(["cohort_mqls": 50, "cohort_leads": 100])
            values.median = median
            let judge = Judge(values, catalogue: catalogue, calendar: PeriodCalendar(), asOf: Day(asOf)!)
            return judge.standing(try #require(catalogue.subject("lead_to_mql")), month, goal: Number(1, over: 2)).verdict
        }
        #expect(try verdict("2026-11-05", Number(5)) == .maturing && verdict("2026-11-06", Number(5)) == .onTrack)
        #expect(try verdict("2026-11-05", Number(9, over: 2)) == .onTrack)
        #expect(try verdict("2026-10-31", Number(0)) == .maturing && verdict("2026-11-01", Number(0)) == .onTrack)
        #expect(try verdict("2026-12-31", nil) == .maturing)
    }

    @Test func `what is due of a member that no row has is known, but of a stock on its way`() throws {
        let catalogue = try Catalogue.standard()
        func due(_ id: String, _ asOf: String) throws -> Number? {
            let judge = Judge(FixedValues([:]), catalogue: catalogue, calendar: PeriodCalendar(), asOf: Day(asOf)!)
            return judge.standing(try #require(catalogue.subject(id)), month, goal: Number(31), slice: nil).due
        }
        #expect(try due("leads", "2026-10-10") == Number(10) && due("nps", "2026-10-10") == Number(31))
        #expect(try due("arr", "2026-10-10") == nil && due("arr", "2026-10-31") == Number(31))
    }
}
