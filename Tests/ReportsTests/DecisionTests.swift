import Facts
import Languages
import Metrics
import RollUps
import Testing

@testable import Reports

@Suite struct DecisionTests {
    private let asOf = Day("2026-11-15")!

    private func decisions(_ change: (inout FactSet) -> Void) throws -> [String: [String]] {
        var context = try BuildingFixture(grain: .quarter, shown: 4).context()
        var facts = context.rollUp.facts
        (facts.initiatives, facts.actions, facts.valueMap) = ([], [], [])
        change(&facts)
        context.rollUp = LocalRollUp(facts, settings: context.rollUp.settings)
        context.sections = ["decisions"]
        var found: [String: [String]] = [:]
        for case .sentences(let title, let texts) in buildReport(context).sections[0].blocks { found[title] = texts }
        return found
    }

    private func initiative(_ id: String, _ change: (inout Initiative) -> Void = { _ in }) -> Initiative {
        var initiative = Initiative(id: id, name: "Project \(id)")
        for question in ["who", "what", "how", "why_now"] { initiative.texts[question] = "said" }
        change(&initiative)
        return initiative
    }

    @Test func `an initiative is asked about with what speaks for it and against it, and one that is over is not`() throws {
        let found = try decisions { facts in
            facts.initiatives = [
                initiative("A") {
                    $0.texts["how"] = nil
                    ($0.texts["scenario"], $0.start, $0.end) = ("new_market", asOf - 30, asOf + 60)
                    $0.launch = asOf + 20
                    $0.texts["sales_pack"] = "ready"
                },
                initiative("B") { $0.end = asOf - 1 },
            ]
            facts.valueMap = [
                ValueMapEntry(initiative: "A", kind: "job", text: "t", answeredBy: "a"),
                ValueMapEntry(initiative: "A", kind: "pain", text: "u"),
            ]
            var late = Action(department: "Sales", task: "call", due: asOf - 1)
            late.initiative = "A"
            var dropped = Action(department: "Sales", task: "write", due: asOf - 9)
            (dropped.initiative, dropped.said) = ("A", .dropped)
            facts.actions = [late, dropped]
        }
        #expect(found["Go on with Project B as it is, change it, or stop?"] == nil)
        let texts = try #require(found["Go on with Project A as it is, change it, or stop?"])
        #expect(
            texts == [
                "▼ Against: 1 of 2 jobs, pains and gains of its customers are answered",
                "▼ Against: 1 of the four questions has no answer",
                "▼ Against: planned for 3.0 months, where 6 to 12 are usual",
                "▼ Against: launch on 5 Dec 2026 with 1 of 5 materials ready", "▼ Against: 1 of 1 tasks is overdue",
            ])
    }

    @Test func `break-even speaks for an initiative where it comes in time, and against it where it does not`() throws {
        func lines(arr: Int64, end: Day?) throws -> [String] {
            try decisions { facts in
                facts.initiatives = [initiative("A") { $0.end = end }]
                var spend = Spend(dimensions: 2)
                spend.starts = [asOf - 100]
                spend.ends = [asOf - 100]
                spend.amounts = [100_000_00]
                spend.categories = [.marketing]
                spend.initiatives = ["A"]
                facts.spend = spend
                let code = facts.customerIDs.code("only A")
                facts.customers!.customers.append(code)
                facts.customers!.names.append("")
                facts.customers!.owners.append("")
                facts.customers!.initiatives.append("A")
                facts.customers!.members = [nil, nil]
                facts.terms!.ids.append("SA")
                facts.terms!.customers.append(code)
                facts.terms!.starts.append(asOf - 100)
                facts.terms!.ends.append(.distantFuture)
                facts.terms!.arr.append(arr)
                facts.terms!.members = [nil, nil]
                facts.terms!.reasons = nil
            }["Go on with Project A as it is, change it, or stop?"] ?? []
        }
        // A day of 36,500 a year at a margin of 0.8 is 80.
        #expect(try lines(arr: 36_500_00, end: nil).first?.hasPrefix("▲ For: breaks even on ") == true)
        #expect(try lines(arr: 36_500_00, end: asOf + 5000).first?.contains(", before it ends on ") == true)
        #expect(try lines(arr: 36_500_00, end: asOf + 50).first?.hasPrefix("▼ Against: breaks even on ") == true)
        #expect(try lines(arr: 0, end: nil).first?.hasPrefix("▼ Against: no break-even in sight") == true)
        #expect(try lines(arr: 3_650_000_00, end: nil).first?.hasPrefix("▲ For: broke even on ") == true)
    }

    @Test func `a goal off track is asked about with what is due and where the pace leads`() throws {
        let found = try decisions { facts in
            facts.targets = [Target(metric: "customers_new", period: "2026", value: ExactDecimal("1000000")!)]
        }
        let texts = try #require(found["Keep the target of New customers for 2026?"])
        #expect(texts[0].hasPrefix("▼ Against: ") && texts[0].contains("due by now, 1,000,000 by the end"))
        #expect(texts[1].hasPrefix("▼ Against: at the pace so far it comes to "))
    }
}
