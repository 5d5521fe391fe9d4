import Facts
import Seeded
import Testing

@testable import RollUps

/// What waits between stages and who answers, against a count that looks at one lead after the other.
@Suite struct HandOversTests {
    @Test(arguments: UInt64(1)...6)
    func `what waits, for how long, and whose leads are answered is what a count lead by lead comes to`(_ seed: UInt64) {
        var dice = Seeded(seed)
        var company = RandomFacts.company(&dice)
        let owners = ["", "Ann", "Bo", "Cy"]
        for owner in owners { _ = company.facts.leadOwners.code(owner) }
        let count = company.facts.leads!.count
        company.facts.leads?.owners = CodeColumn((0..<count).map { _ in UInt32.random(in: 0...3, using: &dice) })
        let facts = company.facts
        let asOf = company.settings.asOf
        let found = LocalRollUp(facts, settings: company.settings).handOvers()!
        let naive = Naive(facts, company.settings)

        #expect(found.stages.map(\.stage) == ["lead", "mql", "sql", "opportunity"])
        for (stage, waiting) in found.stages {
            let days = naive.waits[stage, default: []].map { asOf - $0 }.sorted()
            #expect(waiting.count == days.count)
            #expect(waiting.byAge == Naive.bands(days))
            #expect(waiting.longest == days.last)
            #expect(waiting.median?.double == Naive.median(days))
            #expect(waiting.recent == days.count { $0 <= 90 })
            #expect(waiting.recentMedian?.double == Naive.median(days.filter { $0 <= 90 }))
        }
        let answers = [UInt32: HandOvers.Answers](uniqueKeysWithValues: found.answers!.map { ($0.owner, $0) })
        for owner in 0..<UInt32(owners.count) {
            let expected = naive.answers[owner] ?? ([], 0, 0, 0)
            #expect(answers[owner]?.waiting ?? [0, 0, 0, 0, 0] == Naive.bands(expected.waiting.map { asOf - $0 }))
            #expect(answers[owner]?.recent ?? 0 == expected.recent)
            #expect(answers[owner]?.answered ?? 0 == expected.answered)
            #expect(answers[owner]?.inTime ?? 0 == expected.inTime)
        }
        let late = naive.wonWithoutARR.map { asOf - $0 }.sorted()
        #expect(found.wonWithoutARR?.count == late.count)
        #expect(found.wonWithoutARR?.longest == late.last)
        #expect(found.wonWithoutCustomer == naive.wonWithoutCustomer)
        #expect(!late.isEmpty && naive.waits.values.contains { $0.count > 5 }, "the company has cases")
    }

    @Test func `without times of answers and without ARR nothing is said of them`() {
        var company = Company(asOf: "2026-06-30")
        var leads = Leads(stages: Measure.standardStages, dimensions: 1)
        let day = Stamp(startOf: Day("2026-06-20")!, in: .utc)
        leads.reached = [[day, day], [day, .missing], nil, nil, [.missing, .missing]]
        company.facts.leads = leads
        let found = LocalRollUp(company.facts, settings: company.settings).handOvers()
        #expect(found?.answers == nil)
        #expect(found?.ownersAreKnown == false)
        #expect(found?.wonWithoutARR == nil)
        #expect(found?.stages.map(\.waiting.count) == [1, 1, 0, 0])
        #expect(found?.stages[1].waiting.longest == 10)
    }

    @Test func `of too many owners none is told apart, and all leads count`() {
        var company = Company(asOf: "2026-06-30")
        var leads = Leads(stages: Measure.standardStages, dimensions: 1)
        let day = Stamp(startOf: Day("2026-06-20")!, in: .utc)
        let count = HandOvers.mostOwners + 5
        leads.reached[0] = StampColumn((0..<count).map { _ in day })
        leads.responded = StampColumn(missing: count)
        for number in 0..<count { _ = company.facts.leadOwners.code("Owner \(number)") }
        leads.owners = CodeColumn((0..<UInt32(count)).map { $0 + 1 })
        company.facts.leads = leads
        let found = LocalRollUp(company.facts, settings: company.settings).handOvers()!
        #expect(!found.ownersAreKnown)
        #expect(found.answers?.map(\.recent) == [count])
        #expect(found.answers?.map(\.waiting) == [[0, 0, count, 0, 0]])
    }
}

/// One lead after the other, as the definitions read.
private struct Naive {
    var waits: [String: [Day]] = [:]
    var answers: [UInt32: (waiting: [Day], recent: Int, answered: Int, inTime: Int)] = [:]
    var wonWithoutARR: [Day] = []
    var wonWithoutCustomer = 0

    init(_ facts: FactSet, _ settings: RollUpSettings) {
        let cut = Stamp(startOf: settings.asOf + 1, in: facts.zone)
        let both = LeadsAndDeals(facts, asOf: settings.asOf)
        for (table, isLead) in [(both.leads, true), (both.deals, false)] {
            guard let table else { continue }
            for row in 0..<table.count {
                func stamp(_ column: StampColumn?) -> Stamp? {
                    column.flatMap { $0[row].isMissing || $0[row] >= cut ? nil : $0[row] }
                }
                var reached = table.reached.map(stamp)
                var lost = stamp(table.lost)
                if let won = reached[4], let loss = lost {
                    if loss > won { reached[4] = nil } else { lost = nil }
                }
                guard let stage = reached.lastIndex(where: { $0 != nil }) else { continue }
                func day(_ stamp: Stamp?) -> Day { stamp!.day(in: facts.zone) }
                if let won = reached[4] {
                    var customer = table.customers?[row] ?? 0
                    if customer == 0, isLead, let deals = facts.deals {
                        let named = (0..<deals.count).filter { Int(deals.leads[$0]) == row }.compactMap {
                            deals.rows.customers?[$0]
                        }
                        customer = named.filter { $0 != 0 }.min() ?? 0
                    }
                    if customer == 0 {
                        wonWithoutCustomer += 1
                    } else if !Naive.hasARR(facts, settings, customer, from: day(won)) {
                        wonWithoutARR.append(day(won))
                    }
                } else if lost == nil {
                    waits[table.stages[stage], default: []].append(day(reached[stage]))
                }
                guard isLead, let created = reached[0] else { continue }
                let owner = table.owners?[row] ?? 0
                var own = answers[owner] ?? ([], 0, 0, 0)
                let answer = stamp(table.responded)
                if answer == nil, lost == nil, reached[4] == nil { own.waiting.append(day(created)) }
                if settings.asOf - day(created) < 91 {
                    own.recent += 1
                    if let answer, answer >= created {
                        own.answered += 1
                        if answer.microseconds - created.microseconds <= 60 * 60_000_000 { own.inTime += 1 }
                    }
                }
                answers[owner] = own
            }
        }
    }

    /// Day by day, from the terms alone; gaps that are closed count as days with ARR.
    private static func hasARR(_ facts: FactSet, _ settings: RollUpSettings, _ customer: UInt32, from day: Day) -> Bool {
        let revenue = LocalRollUp(facts, settings: settings).revenue
        return (0...(settings.asOf - day)).contains { revenue.level(Int(customer), day + $0) > 0 }
    }

    static func bands(_ days: [Int]) -> [Int] {
        [
            days.count { $0 <= 1 }, days.count { $0 > 1 && $0 <= 7 }, days.count { $0 > 7 && $0 <= 30 },
            days.count { $0 > 30 && $0 <= 90 }, days.count { $0 > 90 },
        ]
    }

    static func median(_ sorted: [Int]) -> Double? {
        sorted.isEmpty ? nil : Double(sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
}
