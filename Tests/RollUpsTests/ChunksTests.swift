import Facts
import Seeded
import Testing

@testable import RollUps

/// What is folded in chunks on several cores must not show it.
@Suite struct ChunksTests {
    /// Leads and deals with stamps anywhere in some weeks, some with parts of a second, some after the as-of date.
    private func company(_ seed: UInt64, leads: Int, deals: Int) -> Company {
        var dice = Seeded(seed)
        var company = Company(asOf: "2026-06-30")
        func stamp(_ odds: Int, fine: Bool) -> Stamp {
            guard Int.random(in: 0..<100, using: &dice) < odds else { return .missing }
            let second = Int64.random(in: 1_780_000_000...1_784_000_000, using: &dice)
            return Stamp(microseconds: second * 1_000_000 + (fine && Bool.random(using: &dice) ? 250_000 : 0))
        }
        func table(_ count: Int) -> Leads {
            var table = Leads(stages: Measure.standardStages, dimensions: 1)
            for (stage, odds) in [100, 70, 50, 40, 30].enumerated() {
                table.reached[stage] = StampColumn((0..<count).map { _ in stamp(odds, fine: stage == 1) })
            }
            table.responded = StampColumn((0..<count).map { _ in stamp(60, fine: true) })
            table.lost = StampColumn((0..<count).map { _ in stamp(30, fine: false) })
            table.amounts = WholeColumn(
                (0..<count).map { _ in
                    Bool.random(using: &dice) ? Leads.noAmount : Int64.random(in: 1...1_000_000, using: &dice)
                })
            table.ids = TextList((0..<count).map { "L\($0)" })
            let names = ["", "smb", "enterprise", "public sector"]
            table.members = [
                CodeColumn(
                    (0..<count).map { _ in company.facts.dimensions[0].members.code(names.randomElement(using: &dice)!) })
            ]
            return table
        }
        company.facts.leads = table(leads)
        if deals > 0 {
            var own = Deals(stages: Measure.standardStages, dimensions: 1)
            own.rows = table(deals)
            own.leads = (0..<deals).map { _ in
                Bool.random(using: &dice) ? Deals.noLead : Int32.random(in: 0..<Int32(leads), using: &dice)
            }
            company.facts.deals = own
        }
        return company
    }

    @Test(arguments: [(UInt64(1), 700, 0), (2, 331, 90), (3, 1, 2)])
    func `leads and deals fold to the same whatever their chunks`(_ seed: UInt64, _ leads: Int, _ deals: Int) {
        let company = company(seed, leads: leads, deals: deals)
        let members = Members(company.facts, asOf: company.settings.asOf)
        let whole = Funnel(company.facts, members: members, settings: company.settings)
        let layout = Funnel.Layout(stages: whole.stages.count)
        for chunk in [1, 7, 64, 330, 331, 332] {
            let other = Funnel(company.facts, members: members, settings: company.settings, chunk: chunk)
            #expect(other.isUsed == whole.isUsed)
            #expect(other.daysTo.map(\.median) == whole.daysTo.map(\.median))
            for slice in 0..<members.sliceCount {
                for day in stride(from: Day("2026-05-20")!.number, through: company.settings.asOf.number, by: 3).map({
                    Day(Int($0))
                }) {
                    for measure in 0..<layout.count {
                        #expect(
                            other.counts.sum(measure: measure, slice: slice, upTo: day)
                                == whole.counts.sum(measure: measure, slice: slice, upTo: day))
                    }
                    #expect(
                        other.amounts.sum(measure: 0, slice: slice, upTo: day)
                            == whole.amounts.sum(measure: 0, slice: slice, upTo: day))
                }
            }
            for spans in [(whole.cycles, other.cycles), (whole.responses, other.responses)] {
                func all(_ spans: Spans) -> [[Int]] {
                    var found: [[Int]] = []
                    spans.forEach(from: Day("2026-06-01")!, to: Day("2026-06-20")!) { found.append([$1, $0]) }
                    return found.sorted { $0.lexicographicallyPrecedes($1) }
                }
                #expect(all(spans.0) == all(spans.1))
                #expect(leads < 100 || !all(spans.0).isEmpty)
            }
        }
    }

    /// Customers with terms that overlap, follow one another, end on days of others, are negative, or begin after the as-of date.
    private func customers(_ seed: UInt64) -> Company {
        var dice = Seeded(seed)
        var company = Company(asOf: "2026-06-30")
        company.settings.churnGraceDays = Int.random(in: 0...1, using: &dice) * 40
        let days = (0..<20).map { (Day("2025-01-01")! + $0 * 30).description }
        for number in 0..<150 {
            let start = Int.random(in: 0..<19, using: &dice)
            let end = Bool.random(using: &dice) ? days[Int.random(in: start + 1..<20, using: &dice)] : nil
            let id = "s\(Int.random(in: 0..<9, using: &dice))"
            company.term("c\(number % 60)", Int64.random(in: -20...300, using: &dice), days[start], end, id: id)
        }
        var table = Customers(dimensions: 1)
        table.customers = (1..<UInt32(company.facts.customerIDs.count)).filter { $0 % 5 > 0 }
        table.names = table.customers.map { "Customer \($0)" }
        (table.owners, table.initiatives) = (table.names.map { _ in "" }, table.names.map { _ in "" })
        table.members = [
            CodeColumn(table.customers.map { company.facts.dimensions[0].members.code($0 % 3 == 0 ? "smb" : "enterprise") })
        ]
        company.facts.customers = table
        return company
    }

    @Test(arguments: UInt64(1)...6)
    func `terms fold to the same whatever the chunks of customers`(_ seed: UInt64) {
        let company = customers(seed)
        let (facts, settings) = (company.facts, company.settings)
        let members = Members(facts, asOf: settings.asOf)
        let terms = facts.terms!
        // The terms of each customer, one after the other.
        for parts in [1, 3, 1000] {
            let own = CustomerTerms(terms, customers: facts.customerIDs.count, asOf: settings.asOf, parts: parts)
            for customer in 0..<own.customerCount {
                let rows = terms.starts.indices.filter {
                    Int(terms.customers[$0]) == customer && terms.starts[$0] <= settings.asOf
                }
                let sorted = rows.sorted { a, b in
                    (terms.starts[a], terms.ends[a], terms.ids[a]) < (terms.starts[b], terms.ends[b], terms.ids[b])
                }
                #expect(own[customer].map { Int($0.row) } == sorted)
                let latest = rows.max { a, b in (terms.starts[a], terms.ids[a], a) < (terms.starts[b], terms.ids[b], b) }
                #expect(own.latest(customer, terms.ids) == latest)
            }
        }
        let revenue = Revenue(terms, members: members, settings: settings)
        let renewals = Renewals(terms, members: members, settings: settings)
        #expect(!renewals.dueDays.isEmpty)
        for chunk in [1, 7, 59, 60, 61] {
            let other = Revenue(terms, members: members, settings: settings, chunk: chunk)
            #expect(other.belowZero == revenue.belowZero)
            #expect(
                other.movements.map { "\($0.day) \($0.customer) \($0.signed)" }
                    == revenue.movements.map { "\($0.day) \($0.customer) \($0.signed)" })
            let same = Renewals(terms, members: members, settings: settings, chunk: chunk)
            #expect(same.dueDays.map { "\($0)" } == renewals.dueDays.map { "\($0)" })
            for slice in 0..<members.sliceCount {
                for day in stride(from: 0, to: 550, by: 30).map({ Day("2025-01-01")! + $0 }) {
                    #expect(other.closing(slice, day) == revenue.closing(slice, day))
                    #expect(other.customers(slice, day) == revenue.customers(slice, day))
                    for sum in DueSum.allCases {
                        #expect(
                            same.counts.sum(measure: sum.rawValue, slice: slice, upTo: day)
                                == renewals.counts.sum(measure: sum.rawValue, slice: slice, upTo: day))
                        #expect(
                            same.amounts.sum(measure: sum.rawValue, slice: slice, upTo: day)
                                == renewals.amounts.sum(measure: sum.rawValue, slice: slice, upTo: day))
                    }
                }
            }
        }
        // In total and by member what the customers' own levels come to.
        for day in stride(from: 0, to: 550, by: 30).map({ Day("2025-01-01")! + $0 }) {
            for slice in 0..<members.sliceCount {
                let own = (0..<revenue.customerCount).filter {
                    slice == 0 || members.slices(ofCustomer: $0).contains(Int32(slice))
                }
                #expect(revenue.closing(slice, day) == own.reduce(0) { $0 + revenue.level($1, day) })
                #expect(revenue.customers(slice, day) == Int64(own.count { revenue.level($0, day) > 0 }))
            }
        }
    }

    @Test func `a block ends and the next begins without a lead lost or counted twice`() {
        let count = FunnelPart.block * 2 + 1
        var company = Company(asOf: "2026-06-30")
        var table = Leads(stages: Measure.standardStages, dimensions: 1)
        table.reached[0] = StampColumn(seconds: (0..<count).map { 1_780_000_000 + UInt32($0) })
        company.facts.leads = table
        #expect(company.value("leads", "2026-01-01", "2026-06-30") == String(count))
    }

    @Test(arguments: UInt64(1)...20)
    func `the middle of many lengths is found without sorting them`(_ seed: UInt64) {
        var dice = Seeded(seed)
        let count = Int.random(in: 1...2000, using: &dice)
        let greatest = [1, 3, 50, 1_000_000].randomElement(using: &dice)!
        var lengths = (0..<count).map { _ in Int.random(in: 0...greatest, using: &dice) }
        if seed % 3 == 0 { lengths.sort() }
        if seed % 3 == 1 { lengths.sort(by: >) }
        let sorted = lengths.sorted()
        let twice = lengths.withUnsafeMutableBufferPointer { Spans.twiceMedian($0, 0..<count) }
        #expect(twice == Int128(sorted[(count - 1) / 2]) + Int128(sorted[count / 2]))
    }

    @Test func `of no lengths there is no middle`() {
        var none: [Int] = []
        #expect(none.withUnsafeMutableBufferPointer { Spans.twiceMedian($0, 0..<0) } == nil)
    }

    @Test func `days between two terms are counted as gaps, those of one day by themselves`() {
        var company = Company(asOf: "2026-06-30")
        for (customer, start) in [("a", "2026-02-02"), ("b", "2026-02-02"), ("c", "2026-02-03"), ("d", "2026-02-01")] {
            company.term(customer, 100, "2026-01-01", "2026-02-01")
            company.term(customer, 300, start)
        }
        // Of a customer with another term nothing is lost.
        company.term("b", 50, "2026-01-15", "2026-03-01")
        let gaps = LocalRollUp(company.facts, settings: company.settings).revenue.oneDayGaps
        #expect(gaps.count == 1 && gaps.all == 2 && gaps.arr == 10000)
        company.settings.churnGraceDays = 1
        let closed = LocalRollUp(company.facts, settings: company.settings).revenue.oneDayGaps
        #expect(closed.count == 0 && closed.all == 1)
    }

    @Test func `movements are in the order of days, then ids, whatever the order of terms`() {
        var company = Company(asOf: "2026-06-30")
        for (customer, day) in [
            ("b", "2026-03-01"), ("C9", "2026-03-01"), ("a", "2026-03-01"), ("a", "2026-02-01"), ("é", "2026-02-01"),
        ] {
            company.term(customer, 100, day, "2026-05-01")
        }
        let rollUp = LocalRollUp(company.facts, settings: company.settings)
        let year = PeriodCalendar().period(.year, holding: Day("2026-03-01")!)
        let found = rollUp.movements(in: [year]).map {
            "\($0.day) \(rollUp.facts.customerIDs[$0.customer]) \($0.kind.rawValue) \($0.amount)"
        }
        #expect(
            found == [
                "2026-02-01 a new 10000", "2026-02-01 é new 10000", "2026-03-01 C9 new 10000", "2026-03-01 a expansion 10000",
                "2026-03-01 b new 10000", "2026-05-01 C9 churn 10000", "2026-05-01 a churn 20000", "2026-05-01 b churn 10000",
                "2026-05-01 é churn 10000",
            ])
    }
}
