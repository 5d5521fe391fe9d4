import Facts
import Metrics
import RollUps
import Testing

@testable import Reports

@Suite struct `Targets in charts` {
    private func chart(_ id: String, _ targets: [Target], grain: Grain = .week) throws -> Chart {
        let report = buildReport(try BuildingFixture(grain: grain, targets: targets).context())
        let charts = report.sections.flatMap(\.blocks).compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
        return try #require(charts.first { $0.id == id })
    }

    private func target(_ metric: String, _ period: String, _ value: String) -> Target {
        Target(metric: metric, period: period, value: ExactDecimal(value)!)
    }

    private func values(_ chart: Chart, _ role: String) -> [Number?]? {
        chart.series.first { $0.role.className == role }?.values
    }

    @Test func `a rate's target holds at all periods of its own, and at no others`() throws {
        let chart = try chart("win-rate", [target("win_rate", "2026-Q4", "0.25")])
        let goals = try #require(values(chart, "target"))
        #expect(chart.categories.count == 13 && goals.count == 13)
        // The quarter begins on a Thursday: the week before it is not whole in it.
        #expect(goals.prefix(7).allSatisfy { $0 == nil })
        #expect(goals.suffix(6).allSatisfy { $0 == Number(1, over: 4) })
        #expect(values(chart, "ahead") == nil)
        #expect(chart.alternative.contains("2026-Q4"))
    }

    @Test func `of what adds up each period has its share by days`() throws {
        let chart = try chart("customers-new", [target("customers_new", "2026-11", "30")])
        let goals = try #require(values(chart, "target"))
        #expect(goals.suffix(2) == [Number(7), Number(7)])
        #expect(goals.dropLast(2).allSatisfy { $0 == nil })
    }

    @Test func `a stock is due on the way from where it was, and goes on to the end of the target's period`() throws {
        let chart = try chart("arr", [target("arr", "2026-Q4", "9000000")])
        #expect(chart.categories.count == 14 && chart.categories.last == "2026-Q4 end")
        let (goals, ahead) = (try #require(values(chart, "target")), try #require(values(chart, "ahead")))
        #expect(goals.last == Number(9_000_000))
        let defined = goals.compactMap(\.self)
        #expect(zip(defined, defined.dropFirst()).allSatisfy { Number.less($0, $1) })
        #expect(ahead.prefix(12).allSatisfy { $0 == nil } && ahead[12] == chart.series[0].values[12] && ahead[13] != nil)
        #expect(chart.series.allSatisfy { $0.values.count == 14 })
    }

    @Test func `a target of each period shown stands at that period, and the later row wins`() throws {
        let targets = [
            target("customers_new", "2026-09", "5"), target("customers_new", "2026-10", "1"),
            target("customers_new", "2026-10", "6"),
        ]
        let chart = try chart("customers-new", targets, grain: .month)
        #expect(try #require(values(chart, "target")).suffix(2) == [Number(5), Number(6)])
    }

    @Test func `without a target, or with one of a part of the company, nothing is added`() throws {
        var part = target("win_rate", "2026-Q4", "0.25")
        (part.dimension, part.member) = ("segment", "smb")
        for targets in [[], [part]] {
            let chart = try chart("win-rate", targets)
            #expect(values(chart, "target") == nil && chart.categories.count == 13)
        }
    }

    @Test func `the funnel shows the median of the twelve periods before beside what happened`() throws {
        let context = try BuildingFixture().context()
        let composer = Composer(context)
        let chart = try chart("funnel-in-period", [])
        let usual = try #require(values(chart, "before"))
        for (value, stage) in zip(usual, context.rollUp.settings.stages) {
            let past = composer.series(Measure.inPeriod(stage: stage)).dropLast().compactMap(\.self).sorted(by: Number.less)
            #expect(past.count == 12 && value == (past[5] + past[6]) / Number(2))
        }
        #expect(chart.series[1].name.contains("12"))
        let short = try BuildingFixture(shown: 4).context()
        #expect(Composer(short).usual("leads") == nil)
    }

    @Test func `the net promoter score stands on its interval`() throws {
        let chart = try chart("nps", [target("nps", "2026-Q4", "40")])
        guard case .intervals = chart.kind else {
            Issue.record("no intervals")
            return
        }
        for (value, (low, high)) in zip(chart.series[0].values, zip(chart.series[1].values, chart.series[2].values)) {
            guard let value, let low, let high else { continue }
            #expect(!Number.less(value, low) || !Number.less(high, value))
        }
        #expect(values(chart, "target") != nil)
    }
}
