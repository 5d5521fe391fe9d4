import Facts
import Seeded
import Testing

@testable import RollUps

/// The rows behind a value, found from the facts alone, add up to it.
@Suite struct RowsTests {
    @Test(arguments: UInt64(1)...4)
    func `the rows that count in a measure add up to its value, in any frame, in total and of any member`(_ seed: UInt64) {
        var dice = Seeded(seed)
        let company = RandomFacts.company(&dice)
        let rollUp = LocalRollUp(company.facts, settings: company.settings)
        let finder = RowFinder(company.facts, rollUp)
        let asOf = company.settings.asOf
        var slices: [Slice] = [.total]
        for dimension in company.facts.dimensions.indices {
            for code in 0..<company.facts.dimensions[dimension].members.count {
                slices.append(.member(dimension: dimension, code: UInt32(code)))
            }
        }
        var found: Set<String> = []
        for _ in 0..<4 {
            let end = asOf - Int.random(in: 0...200, using: &dice)
            let start = end - [0, 6, 30, 91, 400].randomElement(using: &dice)!
            let frame = Frame(start: start, end: end, stock: end)
            for measure in Measure.all() + rollUp.figures.measures {
                for slice in slices {
                    let rows = finder.rows(of: measure, frame, slice)
                    let value = rollUp.value(measure.id, frame, slice)
                    if !rows.isEmpty { found.insert(measure.id) }
                    #expect(
                        RowsTests.holds(measure, value, rows),
                        "\(measure.id) \(start) to \(end) of \(slice): \(value?.significant(15) ?? "n/a"), \(rows)")
                }
            }
        }
        #expect(found.count > 40, "only of \(found.sorted())")
    }

    private static func holds(_ measure: Measure, _ value: Number?, _ rows: [CountedRow]) -> Bool {
        guard let value else { return rows.isEmpty }
        if measure.kind == .median {
            let sorted = rows.compactMap(\.amount).sorted(by: Number.less)
            let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
            return isSame(((low + high) / Number(2))!, value)
        }
        return isSame(rows.reduce(Number.zero) { $0 + ($1.amount ?? .zero) }, value)
    }

    private static func isSame(_ a: Number, _ b: Number) -> Bool {
        guard case .exact(let numerator, let denominator) = a - b else { return false }
        return numerator == 0 && denominator == 1
    }
}

/// Facts of every kind, anywhere in two years.
enum RandomFacts {
    static func company(_ dice: inout Seeded) -> Company {
        var company = Company(asOf: "2026-06-30")
        company.facts.dimensions = [Dimension(name: "segment"), Dimension(name: "plan"), Dimension(name: "channel")]
        company.settings.churnGraceDays = [0, 0, 10, 45].randomElement(using: &dice)!
        company.settings.renewalGraceDays = [0, 30].randomElement(using: &dice)!
        let names = ["", "a", "b", "c"]
        for dimension in 0..<3 { for name in names { _ = company.facts.dimensions[dimension].members.code(name) } }
        func member(_ dice: inout Seeded) -> UInt32 { UInt32.random(in: 0...3, using: &dice) }
        func day(_ dice: inout Seeded) -> Day { Day("2024-06-01")! + Int.random(in: 0...800, using: &dice) }
        func customer(_ dice: inout Seeded) -> UInt32 {
            company.facts.customerIDs.code("C\(Int.random(in: 1...25, using: &dice))")
        }
        var terms = Terms(origin: .subscriptions, dimensions: 3)
        terms.members = [[], [], nil]
        for number in 0..<90 {
            let start = day(&dice)
            terms.ids.append("S\(number)")
            terms.customers.append(customer(&dice))
            terms.starts.append(start)
            terms.ends.append(
                Int.random(in: 0..<5, using: &dice) == 0
                    ? .distantFuture : start + [1, 30, 90, 365].randomElement(using: &dice)!)
            terms.arr.append(Int64.random(in: -2...9, using: &dice) * 100_00)
            terms.members[0]?.append(member(&dice))
            terms.members[1]?.append(member(&dice))
        }
        company.facts.terms = terms
        var spend = Spend(dimensions: 3)
        spend.members = [nil, nil, []]
        for _ in 0..<60 {
            let start = day(&dice)
            spend.starts.append(start)
            spend.ends.append(start + [0, 0, 6, 30, 89].randomElement(using: &dice)!)
            spend.amounts.append(Int64.random(in: -1000...100_000, using: &dice))
            spend.categories.append([.marketing, .sales, .other].randomElement(using: &dice)!)
            spend.initiatives.append("")
            spend.members[2]?.append(member(&dice))
        }
        company.facts.spend = spend
        var surveys = Surveys(dimensions: 3)
        surveys.customers = []
        for _ in 0..<120 {
            let invited = Int.random(in: 0..<8, using: &dice) == 0 ? Day.distantPast : day(&dice)
            let isAnswered = !invited.isFinite || Bool.random(using: &dice)
            surveys.invited.append(invited)
            surveys.responded.append(
                !isAnswered ? .distantPast : invited.isFinite ? invited + Int.random(in: 0...20, using: &dice) : day(&dice))
            surveys.scores.append(isAnswered ? Int8.random(in: 0...10, using: &dice) : -1)
            surveys.customers?.append(customer(&dice))
            surveys.comments.append("")
        }
        company.facts.surveys = surveys
        company.facts.usage = usage(&dice, customer: customer, day: day)
        company.facts.leads = leads(&dice, 200, customer: customer, member: member)
        var deals = Deals(stages: Measure.standardStages, dimensions: 3)
        deals.rows = leads(&dice, 60, customer: customer, member: member)
        for stage in 1...2 { deals.rows.reached[stage] = nil }
        deals.rows.responded = nil
        deals.leads = (0..<60).map { _ in
            Bool.random(using: &dice) ? Deals.noLead : Int32.random(in: 0..<200, using: &dice)
        }
        if Bool.random(using: &dice) { company.facts.deals = deals }
        var headcount = Headcount(dimensions: 3)
        for team in ["x", "y"] {
            for month in 1...6 {
                headcount.days.append(Day("2026-0\(month)-01")!)
                headcount.teams.append(team)
                headcount.fte.append(Int64.random(in: 1...20, using: &dice) * 500_000_000)
            }
        }
        company.facts.headcount = headcount
        var figures = Figures(dimensions: 3)
        figures.list = [
            Figure(name: "Net burn", unit: .money, kind: .flow), Figure(name: "Cash", unit: .money, kind: .stock),
            Figure(name: "tickets", unit: .count, kind: .flow),
        ]
        figures.members = [nil, nil, []]
        for _ in 0..<60 {
            let start = day(&dice)
            figures.figures.append(UInt32.random(in: 0...2, using: &dice))
            figures.starts.append(start)
            figures.ends.append(start + [0, 0, 30].randomElement(using: &dice)!)
            figures.values.append(Int128(Int64.random(in: -9...99, using: &dice)) * 1_000_000_000)
            figures.members[2]?.append(member(&dice))
        }
        company.facts.figures = figures
        return company
    }

    private static func usage(
        _ dice: inout Seeded, customer: (inout Seeded) -> UInt32, day: (inout Seeded) -> Day
    ) -> Usage {
        var usage = Usage()
        usage.seats = []
        var seen: Set<[Int]> = []
        for _ in 0..<150 {
            let (own, date) = (customer(&dice), day(&dice))
            guard seen.insert([Int(own), Int(date.number)]).inserted else { continue }
            usage.customers.append(own)
            usage.days.append(date)
            usage.active.append(Int64.random(in: 0...9, using: &dice) * Quantity.scale)
            usage.seats?.append(
                Int.random(in: 0..<4, using: &dice) == 0
                    ? Quantity.missing : Int64.random(in: 0...12, using: &dice) * Quantity.scale)
        }
        return usage
    }

    private static func leads(
        _ dice: inout Seeded, _ count: Int, customer: (inout Seeded) -> UInt32, member: (inout Seeded) -> UInt32
    ) -> Leads {
        var table = Leads(stages: Measure.standardStages, dimensions: 3)
        func stamps(_ odds: Int, _ dice: inout Seeded) -> StampColumn {
            StampColumn(
                (0..<count).map { _ in
                    guard Int.random(in: 0..<100, using: &dice) < odds else { return .missing }
                    return Stamp(microseconds: Int64.random(in: 1_735_000_000...1_785_000_000, using: &dice) * 1_000_000)
                })
        }
        for (stage, odds) in [100, 60, 50, 40, 30].enumerated() { table.reached[stage] = stamps(odds, &dice) }
        table.responded = stamps(60, &dice)
        table.lost = stamps(30, &dice)
        table.amounts = WholeColumn(
            (0..<count).map { _ in
                Bool.random(using: &dice) ? Leads.noAmount : Int64.random(in: 1...1_000_000, using: &dice)
            })
        table.ids = TextList((0..<count).map { "L\($0)" })
        table.customers = (0..<count).map { _ in Bool.random(using: &dice) ? 0 : customer(&dice) }
        table.members = [nil, nil, CodeColumn((0..<count).map { _ in member(&dice) })]
        return table
    }
}
