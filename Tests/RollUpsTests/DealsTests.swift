import Facts
import RollUps
import Seeded
import Testing

/// Leads and deals of a CRM that exports them apart.
@Suite struct DealsTests {
    /// A lead: the days of creation, mql, sql, opportunity, won and lost, and its amount in whole units; nil where there is none.
    private struct LeadRow {
        var days: [String?]
        var amount: Int64?
        var segment = ""
    }

    /// A deal: the days of creation, won and lost, its amount in whole units, and the place of the lead that takes it.
    private struct DealRow {
        var days: [String?]
        var amount: Int64?
        var lead: Int?
        var segment = ""
    }

    private func stamp(_ day: String?) -> Stamp { day.map { Stamp(startOf: Day($0)!, in: .utc) } ?? .missing }

    private func company(_ leads: [LeadRow], _ deals: [DealRow], asOf: String = "2026-12-31") -> Company {
        var company = Company(asOf: asOf)
        func codes(_ segments: [String]) -> CodeColumn? {
            segments.allSatisfy(\.isEmpty) ? nil : CodeColumn(segments.map { company.facts.dimensions[0].members.code($0) })
        }
        if !leads.isEmpty {
            var table = Leads(stages: Measure.standardStages, dimensions: 1)
            for stage in 0..<5 where stage == 0 || leads.contains(where: { $0.days[stage] != nil }) {
                table.reached[stage] = StampColumn(leads.map { stamp($0.days[stage]) })
            }
            if leads.contains(where: { $0.days[5] != nil }) { table.lost = StampColumn(leads.map { stamp($0.days[5]) }) }
            if leads.contains(where: { $0.amount != nil }) {
                table.amounts = WholeColumn(leads.map { $0.amount.map { $0 * 100 } ?? Leads.noAmount })
            }
            table.ids = TextList(leads.indices.map { "L\($0)" })
            table.members = [codes(leads.map(\.segment))]
            company.facts.leads = table
        }
        var table = Deals(stages: Measure.standardStages, dimensions: 1)
        table.rows.reached[0] = StampColumn(deals.map { stamp($0.days[0]) })
        table.rows.reached[3] = table.rows.reached[0]
        table.rows.reached[4] = StampColumn(deals.map { stamp($0.days[1]) })
        table.rows.lost = StampColumn(deals.map { stamp($0.days[2]) })
        table.rows.amounts = WholeColumn(deals.map { $0.amount.map { $0 * 100 } ?? Leads.noAmount })
        table.rows.ids = TextList(deals.indices.map { "D\($0)" })
        table.rows.members = [codes(deals.map(\.segment))]
        table.leads = deals.map { $0.lead.map(Int32.init) ?? Deals.noLead }
        company.facts.deals = table
        return company
    }

    private func lead(
        _ created: String, opportunity: String? = nil, won: String? = nil, lost: String? = nil, amount: Int64? = nil
    )
        -> LeadRow
    {
        LeadRow(days: [created, nil, nil, opportunity, won, lost], amount: amount)
    }

    private func deal(_ created: String, won: String? = nil, lost: String? = nil, amount: Int64? = nil, lead: Int? = nil)
        -> DealRow
    {
        DealRow(days: [created, won, lost], amount: amount, lead: lead)
    }

    private func all(_ company: Company, _ measures: [String], _ start: String = "2026-01-01", _ end: String = "2026-12-31")
        -> [String]
    {
        measures.map { company.value($0, start, end) }
    }

    @Test func `a lead takes its deal's creation, win and amount, and no one is counted twice`() {
        let company = company([lead("2026-01-05")], [deal("2026-02-01", won: "2026-03-01", amount: 1000, lead: 0)])
        let counts = ["leads", "opportunities", "won", "cohort_leads", "cohort_opportunities", "cohort_won", "won_with_amount"]
        #expect(all(company, counts) == ["1", "1", "1", "1", "1", "1", "1"])
        #expect(all(company, ["won_amount", "cycle_days", "open_opportunities"]) == ["1000", "55", "0"])
        #expect(company.value("opportunities", "2026-02-01", "2026-02-28") == "1")
    }

    @Test func `of several deals a lead takes the earliest creation, the earliest win and the sum of what was won`() {
        let company = company(
            [lead("2026-01-05")],
            [
                deal("2026-03-01", won: "2026-05-01", amount: 100, lead: 0),
                deal("2026-02-01", won: "2026-06-01", amount: 30, lead: 0),
                deal("2026-02-10", lost: "2026-07-01", amount: 5000, lead: 0), deal("2026-02-11", amount: 700, lead: 0),
            ])
        #expect(company.value("opportunities", "2026-02-01", "2026-02-01") == "1")
        #expect(all(company, ["opportunities", "won", "lost", "won_with_amount"]) == ["1", "1", "0", "1"])
        #expect(company.value("won_amount", "2026-05-01", "2026-05-01") == "130")
    }

    @Test func `a lead is lost at the last loss, and only when all its deals are`() {
        let both = company(
            [lead("2026-01-05")],
            [deal("2026-02-01", lost: "2026-03-01", lead: 0), deal("2026-02-02", lost: "2026-04-01", lead: 0)])
        #expect(both.value("lost", "2026-04-01", "2026-04-01") == "1" && all(both, ["lost", "won"]) == ["1", "0"])
        let one = company([lead("2026-01-05")], [deal("2026-02-01", lost: "2026-03-01", lead: 0), deal("2026-02-02", lead: 0)])
        #expect(all(one, ["lost", "open_opportunities"]) == ["0", "1"])
    }

    @Test func `the amount of an open deal is its lead's where the lead says by itself that it was won`() {
        let company = company([lead("2026-01-05", won: "2026-03-05")], [deal("2026-02-01", amount: 900, lead: 0)])
        #expect(all(company, ["won", "won_amount"]) == ["1", "900"])
    }

    @Test func `what a lead's own cells say goes before its deals`() {
        let own = lead("2026-01-05", opportunity: "2026-01-20", won: "2026-02-20", amount: 7)
        let company = company([own, lead("2026-01-06")], [deal("2026-02-01", won: "2026-03-01", amount: 1000, lead: 0)])
        #expect(company.value("opportunities", "2026-01-20", "2026-01-20") == "1")
        #expect(company.value("won", "2026-02-20", "2026-02-20") == "1")
        #expect(all(company, ["opportunities", "won", "won_amount"]) == ["1", "1", "7"])
    }

    @Test func `what a lead says of days after the as-of date is not said yet`() {
        let own = lead("2026-01-05", won: "2026-06-01")
        let company = company([own], [deal("2026-02-01", won: "2026-03-01", lead: 0)], asOf: "2026-04-30")
        #expect(company.value("won", "2026-03-01", "2026-03-31") == "1")
    }

    @Test func `how long leads take to a stage is told by their deals too, and by deals that are the leads`() {
        let deals = [deal("2026-02-01", won: "2026-03-01", lead: 0), deal("2026-02-05", won: "2026-02-15")]
        func median(_ leads: [LeadRow], _ stage: String) -> String {
            let company = company(leads, leads.isEmpty ? deals.map { DealRow(days: $0.days) } : deals)
            return LocalRollUp(company.facts, settings: company.settings).medianDays(to: "cohort_" + stage)?.significant()
                ?? "n/a"
        }
        #expect(median([lead("2026-01-01")], "opportunities") == "31" && median([lead("2026-01-01")], "won") == "59")
        #expect(median([], "won") == "19")
    }

    @Test func `what no file of deals has a column for begins with the leads`() {
        var company = company([lead("2026-03-05", won: "2026-03-20", lost: "2026-03-21")], [deal("2026-01-10")])
        func before() -> [String] { all(company, ["opportunities", "won", "won_amount", "lost"], "2026-01-01", "2026-01-31") }
        #expect(before() == ["1", "0", "0", "0"])
        company.facts.deals?.rows.reached[4] = nil
        company.facts.deals?.rows.lost = nil
        #expect(before() == ["1", "n/a", "n/a", "n/a"])
    }

    @Test func `a deal without a lead counts from opportunities on, is no lead and in no cohort`() {
        let company = company(
            [lead("2026-01-05")],
            [deal("2026-02-01", won: "2026-02-11", amount: 1000), deal("2026-02-01"), deal("2026-02-03", lost: "2026-02-04")])
        #expect(all(company, ["leads", "opportunities", "won", "lost", "open_opportunities"]) == ["1", "3", "1", "1", "1"])
        #expect(all(company, ["cohort_leads", "cohort_opportunities", "cohort_won"]) == ["1", "0", "0"])
        #expect(all(company, ["won_amount", "won_with_amount", "cycle_days"]) == ["1000", "1", "10"])
    }

    @Test func `a deal without a lead counts under its own members`() {
        var (first, second) = (lead("2026-01-05"), deal("2026-02-01", won: "2026-02-11"))
        first.segment = "smb"
        second.segment = "mid"
        let company = company([first], [second, deal("2026-02-01", won: "2026-02-12", lead: 0)])
        let pool = company.facts.dimensions[0].members
        func won(_ segment: String) -> String {
            company.value("won", "2026-02-01", "2026-02-28", .member(dimension: 0, code: pool.find(segment)!))
        }
        #expect(won("smb") == "1" && won("mid") == "1")
    }

    @Test func `where leads have no members and deals without a lead have, what both feed has members and leads have none`() {
        var alone = deal("2026-02-01", won: "2026-02-11")
        alone.segment = "mid"
        let company = company([lead("2026-01-05")], [alone, deal("2026-02-01", won: "2026-02-12", lead: 0)])
        let mid = Slice.member(dimension: 0, code: company.facts.dimensions[0].members.find("mid")!)
        #expect(company.value("won", "2026-02-01", "2026-02-28", mid) == "1")
        #expect(company.value("won", "2026-02-01", "2026-02-28", .member(dimension: 0, code: 0)) == "1")
        #expect(company.value("leads", "2026-02-01", "2026-02-28", mid) == "n/a")
        #expect(company.value("cohort_won", "2026-01-01", "2026-02-28", mid) == "n/a")
    }

    @Test func `where no lead was created by the as-of date deals are the leads`() {
        let deals = [deal("2026-02-01", won: "2026-02-11", amount: 10), deal("2026-02-03")]
        for company in [company([], deals), company([lead("2027-01-01")], deals)] {
            let counts = ["leads", "opportunities", "won", "cohort_leads", "cohort_opportunities", "cohort_won"]
            #expect(all(company, counts) == ["2", "2", "1", "2", "2", "1"])
            #expect(all(company, ["cycle_days", "open_opportunities", "won_amount"]) == ["10", "1", "10"])
            #expect(all(company, ["mqls", "cohort_sqls", "response_minutes"]) == ["n/a", "n/a", "n/a"])
        }
    }

    @Test func `deals after the as-of date are not there yet, and neither is what came of the others since`() {
        let company = company(
            [lead("2026-01-05")],
            [
                deal("2026-02-01", lost: "2026-03-01", amount: 1, lead: 0), deal("2026-05-01", won: "2026-05-02", lead: 0),
                deal("2026-05-01"),
            ], asOf: "2026-04-30")
        #expect(
            all(company, ["opportunities", "won", "lost", "open_opportunities"], "2026-01-01", "2026-04-30") == [
                "1", "0", "1", "0",
            ])
        let none = self.company([lead("2026-01-05")], [deal("2026-05-01", lead: 0)], asOf: "2026-04-30")
        #expect(all(none, ["leads", "opportunities", "won"], "2026-01-01", "2026-04-30") == ["1", "0", "0"])
    }

    @Test func `what deals feed begins with the first of both, what leads alone feed with theirs`() {
        let company = company([lead("2026-03-05")], [deal("2026-01-10", won: "2026-01-20", lead: 0), deal("2026-02-10")])
        #expect(all(company, ["leads", "cohort_won"], "2026-01-01", "2026-01-31") == ["n/a", "n/a"])
        #expect(all(company, ["opportunities", "won", "lost"], "2026-01-01", "2026-01-31") == ["1", "1", "0"])
        #expect(company.value("won", "2025-12-01", "2025-12-31") == "n/a")
        #expect(all(company, ["leads", "won"], "2026-03-01", "2026-03-31") == ["1", "0"])
    }

    /// Every measure of leads and deals, row by row and day by day: the second computation.
    @Test(arguments: 1...20)
    func `leads and deals come to the same as a plain count`(_ seed: UInt64) {
        var dice = Seeded(seed)
        let start = Day("2026-01-01")!
        func day(_ span: Int = 120) -> String? { dice.next(3) == 0 ? nil : (start + dice.next(span)).description }
        let leads = (0..<30).map { _ -> LeadRow in
            let some = (0..<5).map { _ in dice.next(4) == 0 ? day() : nil }
            return LeadRow(
                days: [(start + dice.next(100)).description] + some, amount: dice.next(6) == 0 ? Int64(dice.next(500)) : nil)
        }
        let deals = (0..<60).map { _ in
            DealRow(
                days: [(start + dice.next(110)).description, day(), day()],
                amount: dice.next(4) == 0 ? nil : Int64(dice.next(1000)), lead: dice.next(3) == 0 ? nil : dice.next(30))
        }
        let asOf = start + 100
        let plain = Plain(
            leads.map { ($0.days, $0.amount) }, deals.map { ($0.days, $0.amount, $0.lead) }, asOf: asOf.description)
        let company = company(leads, deals, asOf: asOf.description)
        for (from, to) in [(0, 100), (0, 30), (31, 58), (59, 89), (90, 100)] {
            let (from, to) = ((start + from).description, (start + to).description)
            for measure in Plain.measures {
                #expect(company.value(measure, from, to) == plain.value(measure, from, to), "\(measure) \(from) \(to)")
            }
        }
    }
}

/// Leads and deals counted without a cube: days as texts, which compare as days do.
private struct Plain {
    static let measures = [
        "leads", "opportunities", "won", "lost", "cohort_leads", "cohort_opportunities", "cohort_won", "open_opportunities",
        "won_amount", "won_with_amount", "cycle_days",
    ]
    private var rows: [(isLead: Bool, created: String, reached: [String?], lost: String?, amount: Int64?)] = []

    init(_ leads: [([String?], Int64?)], _ deals: [([String?], Int64?, Int?)], asOf: String) {
        func happened(_ day: String?) -> String? { day.flatMap { $0 <= asOf ? $0 : nil } }
        func outcome(_ won: String?, _ lost: String?) -> (String?, String?) {
            guard let won, let lost else { return (won, lost) }
            return lost > won ? (nil, lost) : (won, nil)
        }
        var taken: [Int: [(created: String, won: String?, lost: String?, amount: Int64?)]] = [:]
        for (days, amount, lead) in deals {
            guard let created = happened(days[0]) else { continue }
            let (won, lost) = outcome(happened(days[1]), happened(days[2]))
            if let lead, happened(leads[lead].0[0]) != nil {
                taken[lead, default: []].append((created, won, lost, amount))
            } else if lead == nil {
                rows.append((false, created, [nil, nil, nil, created, won], lost, amount))
            }
        }
        for (index, (days, amount)) in leads.enumerated() {
            guard let created = happened(days[0]) else { continue }
            var days = days.map(happened)
            var amount = amount
            if let own = taken[index] {
                days[3] = days[3] ?? own.map(\.created).min()
                days[4] = days[4] ?? own.compactMap(\.won).min()
                if own.allSatisfy({ $0.lost != nil }) { days[5] = days[5] ?? own.compactMap(\.lost).max() }
                let counted = own.count == 1 ? own : own.filter { $0.won != nil }
                let amounts = counted.compactMap(\.amount)
                if amount == nil, !amounts.isEmpty { amount = amounts.reduce(0, +) }
            }
            let (won, lost) = outcome(days[4], days[5])
            rows.append((true, created, [created, days[1], days[2], days[3], won], lost, amount))
        }
    }

    func value(_ measure: String, _ start: String, _ end: String) -> String {
        func within(_ day: String?) -> Bool { day.map { $0 >= start && $0 <= end } ?? false }
        func cohort(_ stage: Int) -> Int {
            rows.count { row in row.isLead && within(row.created) && (stage..<5).contains { row.reached[$0] != nil } }
        }
        let won = rows.filter { within($0.reached[4]) }
        switch measure {
        case "leads": return "\(rows.count { $0.isLead && within($0.created) })"
        case "opportunities": return "\(rows.count { within($0.reached[3]) })"
        case "won": return "\(won.count)"
        case "lost": return "\(rows.count { within($0.lost) })"
        case "cohort_leads": return "\(cohort(0))"
        case "cohort_opportunities": return "\(cohort(3))"
        case "cohort_won": return "\(cohort(4))"
        case "open_opportunities":
            func by(_ day: String?) -> Bool { day.map { $0 <= end } ?? false }
            return "\(rows.count { by($0.reached[3]) && !by($0.reached[4]) && !by($0.lost) })"
        case "won_amount": return "\(won.compactMap(\.amount).reduce(0, +))"
        case "won_with_amount": return "\(won.count { $0.amount != nil })"
        default:
            let spans = won.map { Day($0.reached[4]!)! - Day($0.created)! }.filter { $0 >= 0 }.sorted()
            guard !spans.isEmpty else { return "n/a" }
            let twice = spans[(spans.count - 1) / 2] + spans[spans.count / 2]
            return twice % 2 == 0 ? "\(twice / 2)" : "\(twice / 2).5"
        }
    }
}
