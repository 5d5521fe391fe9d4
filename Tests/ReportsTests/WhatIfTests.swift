import Facts
import Metrics
import RollUps
import Testing

@testable import Reports

/// The tree of what drives ARR.
@Suite struct WhatIfTests {
    @Test(arguments: ["en", "zh-Hans"])
    func `the steps' product is the customers that were won, and the movements lead from ARR today to ARR ahead`(
        _ locale: String
    ) throws {
        var fixture = BuildingFixture()
        fixture.locale = locale
        let context = try fixture.context()
        let tree = try #require(buildReport(context).whatIf)
        let values = [String: Double](uniqueKeysWithValues: tree.lines.map { ($0.id, $0.value.double) })
        func measured(_ id: String) -> Double {
            let period = context.periods[context.periods.count - 1]
            let leaf = Leaf(id, Window(trailing: .months(12)))
            return context.rollUp.value(leaf, period, .total)?.double ?? -1
        }
        func isNear(_ a: Double?, _ b: Double) -> Bool { a.map { abs($0 - b) <= 1e-9 * max(1, abs(b)) } ?? false }
        #expect(isNear(values["customers_new"], measured("customers_new")))
        #expect(isNear(values["arr_new"], measured("arr_new")))
        for stage in ["mql", "sql", "opportunity", "won"] {
            #expect(isNear(values[stage], measured(Measure.inPeriod(stage: stage))), "\(stage)")
        }
        let moved = ["reactivation", "expansion"].reduce(0) { $0 + values[$1]! } - values["contraction"]! - values["churn"]!
        #expect(isNear(values["net_new_arr"], values["arr_new"]! + moved))
        #expect(isNear(values["arr"], values["arr_today"]! + values["net_new_arr"]!))
        #expect(tree.lines.allSatisfy { !$0.name.isEmpty && !$0.meaning.isEmpty })
        let ids = Set(tree.lines.map(\.id))
        for line in tree.lines {
            switch line.source {
            case .product(let parts): #expect(ids.isSuperset(of: parts))
            case .sum(let parts): #expect(ids.isSuperset(of: parts.map(\.id)))
            case .input, .known: break
            }
        }
    }

    @Test func `a report without revenue or conversion has no tree`() throws {
        var context = try BuildingFixture().context()
        context.sections = ["summary", "conversion", "plan"]
        #expect(buildReport(context).whatIf == nil)
    }
}
