import Facts
import Languages
import Metrics
import RollUps
import Testing

@testable import Reports

/// What changed most, what is unusual, and how a status stands beside its own number.
@Suite struct ChangesTests {
    private func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }

    @Test func `changes are ranked by how many times the usual change they are`() throws {
        var fixture = BuildingFixture()
        fixture.shown = 14
        fixture.grain = .month
        let composer = Composer(try fixture.context())
        let ranked = composer.rankedChanges()
        let times = ranked.compactMap { $0.times?.double }
        #expect(times.count > 5 && times == times.sorted(by: >))
        // Those of which nobody knows what is usual come behind the others.
        #expect(ranked.prefix(times.count).allSatisfy { $0.times != nil })
        for (metric, times) in ranked.prefix(times.count) {
            let values = composer.series(metric.id).map { $0?.double }
            let changes = zip(values.dropFirst(), values).map { new, old in new.flatMap { new in old.map { new - $0 } } }
            let earlier = changes.dropLast().compactMap { $0 }
            let center = median(earlier)
            let usual = 1.4826 * median(earlier.map { abs($0 - center) })
            #expect(earlier.count >= 8)
            let change = try #require(changes.last.flatMap { $0 })
            #expect(abs((times?.double ?? 0) - abs(change) / usual) < 1e-6 * max(1, abs(change) / usual), "\(metric.id)")
        }
    }

    @Test func `what rests on few cases or is undefined is in no list of changes`() throws {
        var fixture = BuildingFixture()
        fixture.customers = 6
        let composer = Composer(try fixture.context())
        let judge = composer.context.judge
        for (metric, _) in composer.rankedChanges() {
            #expect(composer.number(metric.id, composer.now) != nil)
            #expect(!judge.restsOnFew(metric.resolved, composer.period, .total), "\(metric.id)")
        }
        #expect(!composer.rankedChanges().contains { $0.metric.id == "cac" })
    }

    @Test func `what lacks a late series or source is neither better nor ranked, and a note says what it lacks`() throws {
        var fixture = BuildingFixture()
        let day = Day("2026-10-31")!
        fixture.late = [
            Late(source: .spend, series: "payroll-2026-10.csv", from: day + 2, since: day),
            Late(source: .usage, from: day + 2, since: day - 1),
        ]
        fixture.targets = [Target(metric: "cac_trailing", period: "2026-11", value: ExactDecimal("100000000")!)]
        let composer = Composer(try fixture.context())
        let lacking: Set<String> = ["cac_trailing", "ltv_cac", "health_score"]
        #expect(!composer.rankedChanges().contains { lacking.contains($0.metric.id) })
        let before = composer.before
        for id in lacking {
            let metric = try #require(composer.context.catalogue[id])
            let (new, old) = (composer.value(id), composer.value(id, before.period, shift: before.shift))
            #expect(new.number != nil)
            #expect(composer.change(metric, now: new, before: old, columns: (1, 2)).isFavourable == nil)
        }
        let notes = composer.withoutNotes(lacking.sorted().compactMap { composer.context.catalogue[$0] })
        let texts = notes.compactMap { if case .note(let text) = $0 { text } else { nil } }
        #expect(texts.count == 2)
        #expect(texts[0].hasPrefix("Without spend like payroll-2026-10.csv since 31 Oct 2026, counting what is there"))
        #expect(texts[0].hasSuffix(": Customer acquisition cost over 3 months, LTV : CAC"))
        #expect(texts[1].hasPrefix("Without product use since 30 Oct 2026") && texts[1].hasSuffix(": Customer health"))
        #expect(composer.standings().map(\.verdict) == [.incomplete])
        guard case .message(let message)? = composer.summary().blocks.first else {
            Issue.record("no message")
            return
        }
        #expect(message.hasSuffix("Targets with no status: 1."))
    }

    @Test func `without new terms nobody says that nothing changed`() throws {
        var fixture = BuildingFixture()
        let day = Day("2026-10-31")!
        fixture.late = [Late(source: .subscriptions, from: day + 2, since: day)]
        guard case .message(let message)? = Composer(try fixture.context()).summary().blocks.first else {
            Issue.record("no message")
            return
        }
        #expect(message.contains("That is by the export of 31 Oct 2026 of subscriptions"))
        #expect(!message.contains(" on the week before"))
    }

    @Test(arguments: ["en", "zh-Hans"])
    func `the summary tells three to six changes with their parts, all of them those of explanations`(_ locale: String) throws {
        var fixture = BuildingFixture()
        (fixture.shown, fixture.grain, fixture.locale) = (14, .month, locale)
        let composer = Composer(try fixture.context())
        guard case .sentences(_, let texts) = composer.whatChanged() else {
            Issue.record("no sentences")
            return
        }
        #expect((3...6).contains(texts.count))
        #expect(texts.allSatisfy { $0.hasSuffix(locale == "en" ? "." : "。") })
        let first = try #require(composer.toldChanges().first?.metric)
        #expect(texts[0].contains(composer.name(first).prefix(4)))
        #expect(texts[0].contains(locale == "en" ? "times the usual change" : "倍"))
    }

    @Test func `what is unusual and moved more than usual is told first, the rest by how many times the usual change`() throws {
        for grain in [Grain.week, .month] {
            var fixture = BuildingFixture()
            (fixture.shown, fixture.grain) = (14, grain)
            let composer = Composer(try fixture.context())
            let unusual = composer.unusualRows().compactMap { row in
                if case .text(let name) = row.cells[1] { name } else { nil }
            }
            let ranked = composer.rankedChanges()
            func leads(_ change: (metric: Metric, times: Number?)) -> Bool {
                unusual.contains(composer.name(change.metric)) && change.times.map { Number.less(Number(1), $0) } ?? false
            }
            let star = ranked.filter { leads($0) && $0.metric.id == composer.context.northStar }
            let others = ranked.filter { leads($0) && $0.metric.id != composer.context.northStar }
            let expected = star + others + ranked.filter { !leads($0) }
            #expect(composer.toldChanges().map(\.metric.id) == expected.map(\.metric.id))
        }
    }

    @Test func `in a period to date nothing is compared`() throws {
        var fixture = BuildingFixture()
        fixture.grain = .month
        let whole = try fixture.context()
        var context = whole
        context.periods[context.periods.count - 1] = whole.calendar.period(named: "2026-11")!.upTo(whole.asOf)
        guard case .note = Composer(context).whatChanged() else {
            Issue.record("a period to date has a list of changes")
            return
        }
        #expect(Composer(context).unusualRows().isEmpty)
    }

    @Test func `a status stands beside the value that it was judged by, in page, workbook and targets.csv alike`() throws {
        var fixture = BuildingFixture()
        fixture.targets = [
            Target(metric: "net_new_arr", period: "2026-Q4", value: ExactDecimal("900000")!, owner: "Ann"),
            Target(metric: "spend", period: "2026-11", value: ExactDecimal("90000")!),
            Target(metric: "arr", period: "2026", value: ExactDecimal("9000000")!),
        ]
        let context = try fixture.context()
        let composer = Composer(context)
        let standings = composer.standings()
        #expect(standings.count == 3)
        func check(_ cells: ArraySlice<Table.Cell>, _ standing: Standing) {
            let numbers = cells.compactMap { cell -> Value? in
                guard case .value(let value) = cell else { return nil }
                return value
            }
            #expect(
                numbers.prefix(5).map(\.number) == [
                    standing.actual, standing.due, standing.goal, standing.attainment, standing.projection,
                ])
        }
        let report = buildReport(context)
        let tables = report.sections.flatMap(\.blocks).compactMap { block -> Table? in
            guard case .table(let table) = block else { return nil }
            return table
        }
        let plan = try #require(tables.first { $0.id == "targets" })
        for (row, standing) in zip(plan.rows, standings) {
            check(row.cells[2...], standing)
            let pace = row.cells.suffix(3).compactMap { cell -> Number? in
                if case .value(let value) = cell { value.number } else { nil }
            }
            let gap = standing.goal - (standing.actual ?? .zero)
            let weeks = Number(Int128(standing.whole.end - context.asOf), over: 7)
            #expect(Array(pace.prefix(2)) == [gap, weeks])
            if pace.count == 3 { #expect(pace[2] == gap / weeks) }
            #expect((pace.count == 3) == (gap.signum > 0), "nothing closes a gap that is none")
        }
        let scorecard = try #require(tables.first { $0.id == "scorecard" })
        let first = try #require(scorecard.rows.first)
        check(first.cells[7...], try #require(composer.leadingStanding("net_new_arr", of: standings)))
        #expect(tables.contains { $0.id == "status-rules" && $0.rows.count == 3 })
        // The north star has its verdict.
        let notes = report.sections[0].blocks.compactMap { block -> String? in
            guard case .note(let text) = block else { return nil }
            return text
        }
        #expect(notes.contains { $0.hasPrefix("Against its target: 2026-Q4 (to date)") })
    }
}
