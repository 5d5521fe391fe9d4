import Facts
import Languages
import Metrics
import Reports
import RollUps
import Seeded

/// A random company, the same for the same seed: two years of terms, spend, surveys, leads, use and plans to 2026-11-15.
struct BuildingFixture {
    var asOf = Day("2026-11-15")!
    var grain = Grain.week
    var shown = 13
    var locale = "en"
    var currency = Currency("USD")
    var customers = 60
    var channels = 16
    /// Puts the rows of every table in another order.
    var isShuffled = false
    var targets: [Target] = []
    /// What has not come.
    var late: [Late] = []
    var overrides: String?

    func context() throws -> ReportContext {
        var facts = FactSet(currency: currency, zone: .utc, dimensions: ["segment", "channel"])
        for segment in ["smb", "enterprise"] { _ = facts.dimensions[0].members.code(segment) }
        for channel in 1...channels { _ = facts.dimensions[1].members.code("channel \(channel)") }
        var dice = Seeded(7)
        revenue(&facts, &dice)
        spend(&facts, &dice)
        surveys(&facts, &dice)
        leads(&facts, &dice)
        activity(&facts, &dice)
        plans(&facts)
        facts.late = late
        let calendar = PeriodCalendar()
        var last = calendar.period(grain, holding: asOf)
        if last.end > asOf { last = calendar.before(last) }
        return try context(facts, calendar, last)
    }

    func context(_ facts: FactSet, _ calendar: PeriodCalendar, _ last: Period) throws -> ReportContext {
        var periods = [last]
        while periods.count < shown { periods.insert(calendar.before(periods[0]), at: 0) }
        let rollUp = LocalRollUp(facts, settings: RollUpSettings(asOf: asOf, calendar: calendar))
        var slices = [Slice.total]
        for dimension in facts.dimensions.indices {
            slices += rollUp.membersInUse(dimension).map { .member(dimension: dimension, code: $0) }
        }
        let config = ["gross_margin": ExactDecimal("0.8")!]
        let catalogue = try Catalogue.load(overrides: overrides, file: "metrics.yml", config: config)
        let titles: [(SourceName, String, String)] = [
            (.subscriptions, "subscriptions", "订阅合同"), (.spend, "spend", "获客支出"), (.surveys, "NPS surveys", "NPS 问卷"),
            (.leads, "leads", "线索"), (.usage, "product use", "产品使用"), (.headcount, "headcount", "人数"),
        ]
        let sources = titles.map { name, en, zhHans in
            SourceStatus(
                name: name, title: Wording([.en: en, .zhHans: zhHans]),
                isRegular: [.spend, .surveys, .leads, .usage].contains(name), isPresent: facts.sources.contains(name), files: 1,
                rows: 10, facts: 9, replaced: 0, rejected: 1,
                excluded: 0, newestEvent: asOf, rejectedMoney: "")
        }
        return ReportContext(
            company: "Test & Co", pipeline: "weekly", locale: locale, asOf: asOf, grain: grain, calendar: calendar,
            periods: periods,
            sections: ["summary", "revenue", "acquisition", "conversion", "voice", "activity", "plan", "data", "definitions"],
            northStar: "net_new_arr", currency: currency, rollUp: rollUp,
            evaluation: Evaluation(rollUp, catalogue: catalogue, periods: periods, slices: slices), catalogue: catalogue,
            data: DataStatus(
                sources: sources,
                files: [
                    FileStatus(
                        path: "spend.csv", source: .spend, rows: 10, facts: 9, replaced: 0, rejected: 1, excluded: 0,
                        sha256: String(repeating: "a", count: 64)),
                    FileStatus(
                        path: "plants.csv", source: nil, rows: 0, facts: 0, replaced: 0, rejected: 0, excluded: 0,
                        sha256: String(repeating: "b", count: 64)),
                ],
                remarks: [
                    Remark(
                        severity: .warning, code: "bad-money", place: "spend.csv:3:amount", message: "{0} is no amount",
                        hint: "mend the cell", count: 1)
                ]), numbers: config)
    }

    /// The rows of a table in their order, or in another.
    private func order(_ count: Int) -> [Int] {
        guard isShuffled else { return Array(0..<count) }
        var dice = Seeded(99)
        return (0..<count).shuffled(using: &dice)
    }

    private func revenue(_ facts: inout FactSet, _ dice: inout Seeded) {
        var rows: [(customer: UInt32, start: Day, end: Day, arr: Int64)] = []
        var table = Customers(dimensions: 2)
        var (segments, own): (CodeColumn, CodeColumn) = ([], [])
        for number in 0..<customers {
            let code = facts.customerIDs.code("C\(1000 + number)")
            table.customers.append(code)
            table.names.append(number == 0 ? "=HYPERLINK(\"http://x\")" : "Customer \(number % 50)")
            table.owners.append("")
            table.initiatives.append("")
            segments.append(UInt32.random(in: 0...2, using: &dice))
            own.append(UInt32.random(in: 1...UInt32(channels), using: &dice))
            var start = asOf - Int.random(in: 30...730, using: &dice)
            var arr = Int64.random(in: 1000...90_000, using: &dice) * 100
            while start < asOf + 60 {
                let end = start.months(before: -12)
                rows.append((code, start, end, arr))
                guard Int.random(in: 0..<10, using: &dice) < 8 else { break }
                start = end
                arr = arr * Int64.random(in: 80...140, using: &dice) / 100
            }
        }
        table.members = [segments, own]
        var terms = Terms(origin: .subscriptions, dimensions: 2)
        for row in order(rows.count) {
            terms.ids.append("S\(row)")
            terms.customers.append(rows[row].customer)
            terms.starts.append(rows[row].start)
            terms.ends.append(rows[row].end)
            terms.arr.append(rows[row].arr)
        }
        facts.customers = table
        facts.terms = terms
        facts.sources.formUnion([.subscriptions, .customers])
    }

    private func spend(_ facts: inout FactSet, _ dice: inout Seeded) {
        var spend = Spend(dimensions: 2)
        let rows = (0..<300).map { _ in
            (
                day: asOf - Int.random(in: 0...700, using: &dice), amount: Int64.random(in: 100...9000, using: &dice) * 100,
                category: [Spend.Category.marketing, .sales, .other].randomElement(using: &dice)!,
                channel: UInt32.random(in: 0...UInt32(channels), using: &dice)
            )
        }
        var members = CodeColumn()
        for row in order(rows.count) {
            spend.starts.append(rows[row].day)
            spend.ends.append(rows[row].day)
            spend.amounts.append(rows[row].amount)
            spend.categories.append(rows[row].category)
            spend.initiatives.append("")
            members.append(rows[row].channel)
        }
        spend.members = [nil, members]
        facts.spend = spend
        facts.sources.insert(.spend)
    }

    private func surveys(_ facts: inout FactSet, _ dice: inout Seeded) {
        var surveys = Surveys(dimensions: 2)
        let rows = (0..<400).map { _ in
            (
                invited: asOf - Int.random(in: 0...600, using: &dice), wait: Int.random(in: 0...20, using: &dice),
                score: Int8.random(in: -1...10, using: &dice),
                customer: UInt32.random(in: 1...UInt32(customers), using: &dice)
            )
        }
        var codes: [UInt32] = []
        for row in order(rows.count) {
            surveys.invited.append(rows[row].invited)
            surveys.responded.append(rows[row].score < 0 ? .distantPast : rows[row].invited + rows[row].wait)
            surveys.scores.append(rows[row].score)
            surveys.comments.append(rows[row].score < 4 ? "<b>Too slow</b> {0}" : "")
            codes.append(rows[row].customer)
        }
        surveys.customers = codes
        facts.surveys = surveys
        facts.sources.insert(.surveys)
    }

    private func leads(_ facts: inout FactSet, _ dice: inout Seeded) {
        var leads = Leads(stages: Measure.standardStages, dimensions: 2)
        let rows = (0..<600).map { _ -> [Stamp] in
            var stamp = Stamp(startOf: asOf - Int.random(in: 0...600, using: &dice), in: .utc)
            var stamps = [stamp]
            for _ in 1..<5 {
                stamp.microseconds += Int64.random(in: 1...30, using: &dice) * 86_400_000_000
                let isStopped = stamps[stamps.count - 1].isMissing || Int.random(in: 0..<10, using: &dice) < 4
                stamps.append(isStopped ? .missing : stamp)
            }
            return stamps
        }
        let order = order(rows.count)
        leads.ids = TextList(order.map { "L\($0)" })
        leads.reached = (0..<5).map { stage in StampColumn(order.map { rows[$0][stage] }) }
        leads.responded = StampColumn(
            order.map { Stamp(microseconds: rows[$0][0].microseconds + Int64($0 % 150) * 60_000_000) })
        leads.lost = StampColumn(
            order.map { row in
                rows[row][4].isMissing && !rows[row][3].isMissing
                    ? Stamp(microseconds: rows[row][3].microseconds + 86_400_000_000) : .missing
            })
        leads.amounts = WholeColumn(order.map { $0.isMultiple(of: 3) ? Leads.noAmount : Int64($0) * 1000 })
        leads.members = [CodeColumn(order.map { UInt32($0 % 3) }), CodeColumn(order.map { UInt32($0 % channels) + 1 })]
        facts.leads = leads
        facts.sources.insert(.leads)
    }

    private func activity(_ facts: inout FactSet, _ dice: inout Seeded) {
        var rows: [(customer: UInt32, day: Day, active: Int64)] = []
        for customer in 1...UInt32(customers) {
            for week in 0..<30 {
                rows.append((customer, asOf - 7 * week, Int64.random(in: 0...50, using: &dice) * Quantity.scale))
            }
        }
        var usage = Usage()
        for row in order(rows.count) {
            usage.customers.append(rows[row].customer)
            usage.days.append(rows[row].day)
            usage.active.append(rows[row].active)
        }
        usage.seats = Array(repeating: 50 * Quantity.scale, count: rows.count)
        facts.usage = usage
        var headcount = Headcount(dimensions: 2)
        headcount.days = [Day("2026-10-01")!]
        headcount.teams = [""]
        headcount.fte = [5 * Quantity.scale / 2]
        facts.headcount = headcount
        facts.sources.formUnion([.usage, .headcount])
    }

    private func plans(_ facts: inout FactSet) {
        facts.targets = targets
        var late = Action(department: "Sales", task: "Call {1}", due: asOf - 3)
        late.owner = "Ann"
        var done = Action(department: "Sales", task: "Sell", due: asOf - 30)
        done.done = asOf - 31
        facts.actions = [late, done, Action(department: "Marketing", task: "Write", due: asOf + 9)]
        var initiative = Initiative(id: "I1", name: "Insight")
        initiative.texts = ["who": "Planners", "stage": "scale", "sales_pack": "ready", "marketing_pack": "draft"]
        facts.initiatives = [initiative]
        facts.sources.formUnion([.actions, .initiatives])
    }
}
