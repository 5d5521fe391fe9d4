import Facts
import RollUps
import Testing

@testable import Metrics

@Suite struct InitiativeFiguresTests {
    private let asOf = Day("2026-06-30")!

    /// Two customers, one of them of the initiative, with answers and leads.
    private func figures(won: [String?]) -> (initiatives: [String: InitiativeFigures], company: InitiativeFigures) {
        var facts = FactSet(currency: Currency("USD"), zone: .utc, dimensions: [])
        var terms = Terms(origin: .subscriptions, dimensions: 0)
        for (name, start, arr) in [("A", "2026-01-01", 500), ("B", "2026-01-01", 700), ("A", "2026-07-01", 900)] {
            terms.ids.append("\(terms.count)")
            terms.customers.append(facts.customerIDs.code(name))
            terms.starts.append(Day(start)!)
            terms.ends.append(.distantFuture)
            terms.arr.append(Int64(arr))
        }
        facts.terms = terms
        var customers = Customers(dimensions: 0)
        (customers.customers, customers.names, customers.owners) = ([1, 2], ["", ""], ["", ""])
        customers.initiatives = ["I1", ""]
        facts.customers = customers
        facts.initiatives = [Initiative(id: "I1", name: "Insight"), Initiative(id: "I2", name: "Idle")]
        var surveys = Surveys(dimensions: 0)
        surveys.scores = [10, 3, 9, 10]
        surveys.customers = [1, 2, 1, 1]
        // The last one is older than a year.
        surveys.responded = ["2026-06-01", "2026-06-01", "2025-07-01", "2025-06-30"].map { Day($0)! }
        surveys.invited = surveys.responded
        surveys.comments = ["", "", "", ""]
        facts.surveys = surveys
        var leads = Leads(stages: ["lead", "won"], dimensions: 0)
        leads.ids = TextList((0..<4).map { "L\($0)" })
        func stamp(_ day: String?) -> Stamp { day.map { Stamp(startOf: Day($0)!, in: .utc) } ?? .missing }
        leads.reached = [
            StampColumn(["2026-03-01", "2026-03-01", "2026-03-01", "2025-06-30"].map(stamp)), StampColumn(won.map(stamp)),
        ]
        leads.customers = [1, 1, 0, 1]
        facts.leads = leads
        var settings = RollUpSettings(asOf: asOf)
        settings.stages = ["lead", "won"]
        return InitiativeFigures.all(LocalRollUp(facts, settings: settings))
    }

    @Test func `what customers of an initiative come to stands beside the company`() throws {
        let found = figures(won: ["2026-04-01", nil, nil, "2026-04-01"])
        let own = try #require(found.initiatives["I1"])
        #expect(own.arr == 500 && own.customers == 1 && found.company.arr == 1200 && found.company.customers == 2)
        #expect(own.leads == 2 && own.leadToWon == Number(1, over: 2))
        #expect(found.company.leads == 3 && found.company.leadToWon == Number(1, over: 3))
        #expect(own.nps == Number(100) && own.responses == 2 && found.company.nps == Number(100, over: 3))
        let idle = try #require(found.initiatives["I2"])
        #expect(idle.arr == 0 && idle.leads == 0 && idle.leadToWon == nil && idle.nps == nil)
    }

    @Test func `no rate follows from leads that name a customer only once they are won`() {
        let found = figures(won: ["2026-04-01", "2026-05-01", nil, nil])
        #expect(found.initiatives["I1"]?.leads == 2 && found.initiatives["I1"]?.leadToWon == nil)
        #expect(found.company.leadToWon == Number(2, over: 3))
        // What is won after the as-of date is not won yet.
        #expect(figures(won: ["2026-07-01", "2026-05-01", nil, nil]).initiatives["I1"]?.leadToWon == Number(1, over: 2))
    }
}
