import Facts
import Languages
import Metrics
import RollUps
import Testing

@testable import Reports

/// What an executive reads first must not contradict itself, nor put numbers in words that say nothing.
@Suite struct FirstScreenTests {
    private func composer(_ targets: [Target] = [], _ change: (inout BuildingFixture) -> Void = { _ in }) throws -> Composer {
        var fixture = BuildingFixture()
        fixture.targets = targets
        change(&fixture)
        return Composer(try fixture.context())
    }

    private func target(_ metric: String, _ period: String, _ value: String) -> Target {
        Target(metric: metric, period: period, value: ExactDecimal(value)!, owner: "Ann")
    }

    private func change(_ composer: Composer, from old: Int, to new: Int) throws -> Value {
        let metric = try #require(composer.context.catalogue["net_new_arr"])
        let format = composer.format(metric.id)
        return composer.change(
            metric, now: Value(Number(new), format), before: Value(Number(old), format), columns: (now: 1, before: 2))
    }

    @Test(arguments: [(-20, 50, 70), (0, 50, 50), (20, -5, -25), (2, 50, 48), (0, 0, 0)])
    func `a change that is no share of what was is told as an amount`(_ old: Int, _ new: Int, _ difference: Int) throws {
        let value = try change(composer(), from: old, to: new)
        #expect(value.number == Number(difference) && value.format.kind == .money)
        guard case .change(now: 1, before: 2, isRelative: false) = value.origin else {
            Issue.record("the workbook would divide: \(value.origin)")
            return
        }
    }

    @Test(arguments: [(20, 50), (20, 0), (50, 499)])
    func `any other change of money is a share of what was`(_ old: Int, _ new: Int) throws {
        let value = try change(composer(), from: old, to: new)
        #expect(value.format.kind == .percent && value.number == (Number(new) / Number(old)).map { $0 - Number(1) })
    }

    @Test func `a north star on plan does not head a plan that others are off`() throws {
        let star = target("net_new_arr", "2026-Q4", "-900000000")
        let alone = try composer([star]).brief()
        #expect(alone.headline.hasSuffix("Q4 is on plan"), "\(alone.headline)")
        let brief = try composer([star, target("arr", "2026", "900000000")]).brief()
        #expect(brief.headline.hasSuffix("net new ARR is on plan, but 1 of 2 targets is off track"), "\(brief.headline)")
        #expect(brief.parts[0].answer == "No: 1 of 2 judged targets is off track")
    }

    @Test func `a percent metric says by how many points it is off, as it is judged by points`() throws {
        let brief = try composer([target("nrr", "2026-Q4", "1.5")]).brief()
        guard case .status(.bad, _, let share?) = try #require(brief.parts[0].rows.first).mark else {
            Issue.record("no status")
            return
        }
        #expect(share.format.kind == .percentagePoints && share.number?.signum == -1)
        let person = try #require(brief.parts[2].rows.first)
        guard case .text(let what) = person.mark else { return }
        #expect(what.hasPrefix("Net revenue retention, Q4: ") && what.contains(", where 150.0% is due by now"), "\(what)")
        #expect(brief.headline.hasSuffix("the one target is off track"), "\(brief.headline)")
        #expect(brief.parts[0].answer == "No: the one judged target is off track")
        #expect(brief.parts[2].answer.hasSuffix("for 1 target off track") || brief.parts[2].answer.contains("overdue"))
    }

    @Test func `what fell below 0 is told in amounts, not as a share below 0 of what is due`() throws {
        let brief = try composer([target("net_new_arr", "2026-11", "900000000")]) { fixture in
            fixture.grain = .week
        }.brief()
        let row = try #require(brief.parts[0].rows.first)
        let actual = try #require(row.figure?.number)
        guard case .status(_, _, let share) = row.mark else { return }
        #expect((share == nil) == (actual.signum < 0))
        #expect(brief.parts[0].answer.contains("%") == (actual.signum >= 0))
    }

    @Test func `no trend is told that ARR has left since`() throws {
        // October as told in November, with half of the customers gone by then.
        var fixture = BuildingFixture(grain: .month)
        fixture.shown = 13
        var facts = try fixture.context().rollUp.facts
        let day = Day("2026-11-10")!
        if var terms = facts.terms {
            for row in 0..<terms.count where terms.customers[row] % 2 == 0 && terms.ends[row] > day {
                if terms.starts[row] < day { terms.ends[row] = day } else { terms.starts[row] = terms.ends[row] }
            }
            facts.terms = terms
        }
        let calendar = PeriodCalendar()
        let last = calendar.before(calendar.period(.month, holding: fixture.asOf))
        let composer = Composer(try fixture.context(facts, calendar, last))
        let told = composer.outlookSentences(composer.standings(), of: ["arr", "net_new_arr"])
        #expect(told.count == 1 && told[0].hasPrefix("On 15 Nov 2026 ARR was "), "\(told)")
        #expect(told[0].contains("its trend up to 2026-10 led to"))
    }

    @Test func `a trend that ARR is on its way along is told, though the quarter has not ended`() throws {
        var fixture = BuildingFixture(grain: .month)
        fixture.shown = 13
        let calendar = PeriodCalendar()
        let last = calendar.before(calendar.period(.month, holding: fixture.asOf))
        let composer = Composer(try fixture.context(try fixture.context().rollUp.facts, calendar, last))
        let told = composer.outlookSentences(composer.standings(), of: ["arr"])
        #expect(told.count == 1 && told[0].hasPrefix("On its trend so far, "), "\(told)")
    }

    @Test func `of a period that ends on the as-of date the trend is told`() throws {
        let composer = try composer()
        let told = composer.outlookSentences(composer.standings())
        #expect(!told.isEmpty && told.allSatisfy { $0.hasPrefix("On its trend so far, ") }, "\(told)")
    }

    @Test func `a week without a snapshot does not say that ARR hardly changed`() throws {
        let fixture = BuildingFixture()
        var facts = try fixture.context().rollUp.facts
        let calendar = PeriodCalendar()
        let last = calendar.period(.week, holding: fixture.asOf)
        if var terms = facts.terms {
            terms.origin = .snapshots(first: Day("2024-01-31")!)
            for row in 0..<terms.count where terms.starts[row] > Day("2026-10-31")! { terms.starts[row] = Day("2026-10-31")! }
            facts.terms = terms
        }
        let brief = Composer(try fixture.context(facts, calendar, last)).brief()
        #expect(!brief.headline.contains("hardly changed") && !brief.lead.contains("on the week before"), "\(brief.headline)")
        #expect(brief.lead.contains("31 Oct 2026"), "\(brief.lead)")
        #expect(brief.headline.hasPrefix("ARR $"), "\(brief.headline)")
        let gaps = try #require(brief.parts.last).answer
        #expect(gaps.contains("late: ") && gaps.contains("since 31 Oct 2026"), "\(gaps)")
    }

    @Test func `a company without ARR is headed by what it has`() throws {
        let fixture = BuildingFixture()
        var facts = try fixture.context().rollUp.facts
        facts.terms = nil
        facts.sources.remove(.subscriptions)
        let calendar = PeriodCalendar()
        let brief = Composer(try fixture.context(facts, calendar, calendar.period(.week, holding: fixture.asOf))).brief()
        #expect(
            brief.headline.hasPrefix("NPS is ") && brief.headline.hasSuffix("; no target to be judged"), "\(brief.headline)")
        #expect(brief.lead.contains("spent on winning customers") && brief.lead.contains("cannot be stated"), "\(brief.lead)")
    }

    @Test func `parts of a formula are called as the metric that they are, and shares are shown as percent`() throws {
        // 1 − customer retention moves lifetime value; the magic number is net new ARR over spend.
        var said: [String] = []
        for grain in [Grain.week, .month, .quarter] {
            let composer = try composer { $0.grain = grain }
            for id in ["ltv", "magic_number"] { said.append(composer.whyInWords(try #require(composer.context.catalogue[id]))) }
        }
        #expect(said.contains { $0.contains(/1 − customer retention from [0-9.]+% to [0-9.]+%/) }, "\(said)")
        #expect(said.contains { $0.contains("net new ARR over the last 3 months") }, "\(said)")
        #expect(!said.contains { $0.contains("reactivated ARR over the last 3 months") }, "\(said)")
    }

    @Test func `German sentences about changes fit names in the plural`() throws {
        #expect(ExplanationPhrase.rose.text(.de, ["Kunden", "50,0 %", "48"]) == "Kunden um 50,0 % auf 48 gestiegen")
    }

    @Test func `that no target is off track is no but to growth`() throws {
        let arr = try composer().number("arr", 12)
        let goal = Int((try #require(arr).double * 1.05).rounded())
        let brief = try composer([target("arr", "2026-W46", String(goal))]).brief()
        #expect(brief.headline.hasSuffix("; no target is off track, 1 of 1 to watch"), "\(brief.headline)")
    }

    @Test func `two values that differ are never written alike`() throws {
        let composer = try composer()
        let pairs: [(Number, Number, Format)] = [
            (Number(775, over: 10_000), Number(783, over: 10_000), Format(.percent, digits: 1)),
            (Number(4_391_000), Number(4_392_000), Format(.money, digits: 0)),
            (Number(312, over: 100), Number(314, over: 100), Format(.plain, digits: 1)),
        ]
        let told = pairs.map { composer.texts($0, $1, $2) }
        #expect(told.map(\.0) == ["7.75%", "$4,391,000", "3.12"] && told.map(\.1) == ["7.83%", "$4,392,000", "3.14"])
        #expect(composer.texts(Number(1, over: 10), Number(2, over: 10), Format(.percent, digits: 1)) == ("10.0%", "20.0%"))
    }

    @Test func `three where two and a half are due are not told as three of three`() throws {
        let row = try #require(try composer([target("customers_churned", "2026-11", "5")]).brief().parts[0].rows.first)
        #expect(row.below?.number == Number(5, over: 2) && row.below?.format.digits == 1)
        #expect(row.figure?.format.digits == 0)
    }

    @Test func `a company too young for anything usual is told how ARR moved`() throws {
        var fixture = BuildingFixture()
        var facts = try fixture.context().rollUp.facts
        fixture.shown = 3
        let first = Day("2026-10-26")!
        if var terms = facts.terms {
            for row in 0..<terms.count where terms.starts[row] < first {
                terms.starts[row] = max(first, min(terms.ends[row], first + row % 21))
            }
            facts.terms = terms
        }
        (facts.spend, facts.surveys, facts.leads, facts.usage) = (nil, nil, nil, nil)
        facts.sources.subtract([.spend, .surveys, .leads, .usage])
        let calendar = PeriodCalendar()
        let brief = Composer(try fixture.context(facts, calendar, calendar.period(.week, holding: fixture.asOf))).brief()
        #expect(brief.parts[1].answer == "Nothing that can be set against earlier changes")
        #expect(brief.parts[1].rows.map(\.subject).contains("arr"), "\(brief.parts[1].rows.map(\.title))")
    }

    @Test(arguments: [
        (Grain.week, "2026年第46周"), (.month, "2026年10月"), (.quarter, "2026年第3季度"), (.year, "2025年"),
    ])
    func `a Chinese sentence names a period as its readers do`(_ grain: Grain, _ name: String) throws {
        let composer = try composer { ($0.locale, $0.grain) = ("zh-Hans", grain) }
        #expect(composer.periodNoun(composer.period) == name && composer.subtitle.hasPrefix(name))
    }

    @Test func `one metric has one name on the first screen and in the tables`() throws {
        let composer = try composer([target("cac_payback_months", "2026", "1")])
        let tables = (composer.summary().blocks + composer.targetBlocks(composer.standings())).compactMap { block -> Table? in
            if case .table(let table) = block, ["scorecard", "targets"].contains(table.id) { table } else { nil }
        }
        for table in tables {
            let row = try #require(table.rows.first { $0.subject == "cac_payback_months" })
            guard case .text(let title)? = row.cells.first else { continue }
            #expect(title == "CAC payback, months", "\(table.id)")
        }
        #expect(tables.count == 2)
    }

    @Test func `figures in months say so in the row that has them`() throws {
        let rows = try composer([target("cac_payback_months", "2026", "1"), target("arr", "2026", "1")]).brief().parts[0]
            .rows
        #expect(rows.contains { $0.title == "CAC payback, months" }, "\(rows.map(\.title))")
        #expect(rows.contains { $0.title == "ARR" }, "\(rows.map(\.title))")
    }
}
