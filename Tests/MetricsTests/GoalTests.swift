import Facts
import RollUps
import Seeded
import Testing

@testable import Metrics

/// Years, quarters and months of a plan against a count that looks up each part by its name.
@Suite struct GoalTests {
    private static let catalogue = try! Catalogue.standard()

    private static func tree(_ rows: [(String, String, Int)], member: String = "") -> GoalTree {
        GoalTree(
            rows.map {
                Target(
                    metric: $0.0, period: $0.1, value: ExactDecimal(digits: Int64($0.2), scale: 0),
                    dimension: member.isEmpty ? "" : "region", member: member)
            }, catalogue, PeriodCalendar())
    }

    @Test func `quarters of what adds up are summed, and both values are told where they are not the year`() {
        let quarters = [("net_new_arr", "2026-Q1", 10), ("net_new_arr", "2026-Q2", 20), ("net_new_arr", "2026-Q3", 30)]
        let whole = GoalTests.tree([("net_new_arr", "2026", 1000)] + quarters + [("net_new_arr", "2026-Q4", 40)])
        #expect(whole.apart.map(\.period.name) == ["2026"])
        #expect(whole.apart.first?.parts?.value?.double == 100)
        let some = GoalTests.tree([("net_new_arr", "2026", 1000)] + quarters)
        #expect(some.apart.isEmpty && some.goals.first?.parts?.known == 3)
        #expect(some.goals.map(\.depth) == [0, 1, 1, 1])
    }

    @Test func `of what is taken at the end the last part alone is the whole`() {
        let rows = [("arr", "2026", 500), ("arr", "2026-Q1", 1), ("arr", "2026-Q4", 400), ("arr", "2026-12", 400)]
        let tree = GoalTests.tree(rows)
        #expect(tree.apart.map(\.period.name) == ["2026"])
        #expect(tree.goals.map(\.period.name) == ["2026", "2026-Q1", "2026-Q4", "2026-12"])
        #expect(tree.goals.map(\.depth) == [0, 1, 1, 2])
    }

    @Test func `rates are not judged, weeks stand alone, and the later of two goals counts`() {
        let tree = GoalTests.tree([
            ("win_rate", "2026-Q4", 1), ("win_rate", "2026", 2), ("leads", "2026-W46", 5), ("leads", "2026-11", 20),
            ("leads", "2026-11", 30), ("arr", "nonsense", 4), ("nonsense", "2026", 4),
        ])
        #expect(tree.apart.isEmpty)
        #expect(tree.goals.first { $0.subject.id == "win_rate" }?.parts?.rule == GoalTree.Parts.Rule.none)
        let leads = tree.goals.filter { $0.subject.id == "leads" }
        #expect(leads.map(\.period.name) == ["2026-11", "2026-W46"])
        #expect(leads.map(\.value.double) == [30, 5])
        #expect(leads.allSatisfy { $0.parts == nil && $0.depth == 0 })
    }

    @Test func `money that was rounded to whole units in its parts adds up`() {
        let months = ["10", "11", "12"].map { ("net_new_arr", "2026-\($0)", 333_333) }
        #expect(GoalTests.tree([("net_new_arr", "2026-Q4", 1_000_000)] + months).apart.isEmpty)
        #expect(GoalTests.tree([("net_new_arr", "2026-Q4", 1_000_010)] + months).apart.count == 1)
        #expect(GoalTests.tree([("leads", "2026-Q4", 100)] + months.map { ("leads", $0.1, 33) }).apart.count == 1)
    }

    @Test(arguments: UInt64(1)...40)
    func `what does not add up is what a look at each part by name finds`(_ seed: UInt64) {
        var dice = Seeded(seed)
        let metrics = ["arr", "leads", "cac", "customers_new"]
        var names = ["2026"] + (1...4).map { "2026-Q\($0)" }
        names += (1...12).map { "2026-" + ($0 < 10 ? "0" : "") + "\($0)" }
        var rows: [(String, String, Int)] = []
        for metric in metrics {
            for name in names where Int.random(in: 0..<10, using: &dice) < 8 {
                let months = name == "2026" ? 12 : name.contains("Q") ? 3 : 1
                let isOff = Int.random(in: 0..<6, using: &dice) == 0
                rows.append((metric, name, metric == "arr" ? (isOff ? 9 : 7) : 10 * months + (isOff ? 1 : 0)))
            }
        }
        rows.shuffle(using: &dice)
        let goals = Dictionary(rows.map { ("\($0.0) \($0.1)", $0.2) }) { $1 }
        func expected(_ metric: String, _ whole: String, _ parts: [String]) -> (known: Bool, value: Int)? {
            let values = parts.map { goals["\(metric) \($0)"] }
            if metric == "arr" { return (values.last ?? nil).map { (true, $0) } }
            return metric == "cac" || values.contains(nil) ? nil : (true, values.compactMap(\.self).reduce(0, +))
        }
        var apart: Set<String> = []
        for metric in metrics {
            func look(_ whole: String, _ divisions: [[String]]) {
                guard let goal = goals["\(metric) \(whole)"] else { return }
                for parts in divisions {
                    guard let found = expected(metric, whole, parts) else { continue }
                    if found.value != goal { apart.insert("\(metric) \(whole)") }
                    return
                }
            }
            look("2026", [Array(names[1...4]), Array(names[5...])])
            for quarter in 0..<4 { look("2026-Q\(quarter + 1)", [Array(names[5 + 3 * quarter..<8 + 3 * quarter])]) }
        }
        #expect(Set(GoalTests.tree(rows).apart.map { "\($0.subject.id) \($0.period.name)" }) == apart)
    }
}
