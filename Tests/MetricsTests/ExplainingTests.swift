import Facts
import Metrics
import RollUps
import Seeded
import Testing

/// Values by measure and member before and now; the total is the members' sum.
private struct TwoMonths: MeasureValues {
    /// By measure, for each member: before, now.
    var values: [String: [(Number, Number)]]
    var totals: [String: (Number, Number)] = [:]
    var undivided: Set<String> = []

    static let calendar = PeriodCalendar()
    static let now = calendar.period(.month, holding: Day("2026-02-01")!)
    static let before = calendar.period(.month, holding: Day("2026-01-01")!)
    static let comparison = Comparison(now, against: before)

    func value(_ measure: String, _ frame: Frame, _ slice: Slice) -> Number? {
        let isNow = frame.stock == TwoMonths.now.end
        guard let members = values[measure] else { return totals[measure].map { isNow ? $0.1 : $0.0 } }
        let numbers = members.map { isNow ? $0.1 : $0.0 }
        switch slice {
        case .total: return numbers.reduce(Number.zero) { $0 + $1 }
        case .member(_, let code): return Int(code) < numbers.count ? numbers[Int(code)] : nil
        }
    }
    func slice(dimension: String, member: String) -> Slice? { UInt32(member).map { .member(dimension: 0, code: $0) } }
    func isDivided(_ measure: String, by dimension: Int) -> Bool { !undivided.contains(measure) }
    func medianDays(to measure: String) -> Number? { nil }
    func lacks(_ measure: String, _ frame: Frame) -> Late? { nil }
}

private func whole(_ numbers: [(Int, Int)]) -> [(Number, Number)] { numbers.map { (Number($0.0), Number($0.1)) } }

private func explanation(_ id: String, _ values: TwoMonths, _ overrides: String? = nil) throws -> Explanation {
    let catalogue = try Catalogue.load(overrides: overrides, file: "metrics.yml")
    let members = [UInt32](0..<UInt32(values.values.values.map(\.count).max() ?? 0))
    let explainer = Explainer(values, catalogue: catalogue, members: [members])
    let metric = try #require(catalogue[id])
    return try #require(explainer.explanation(of: metric, TwoMonths.comparison))
}

private func effects(_ split: Explanation.Split) -> [Number] { split.parts.map(\.effect) }

private func sum(_ parts: [Explanation.Part]) -> Number { parts.reduce(Number.zero) { $0 + $1.effect } }

@Suite("Explanations")
struct ExplainingTests {
    @Test func `a channel that begins to cost: CAC from 0.1 to 0.3, by its share 0.15, by that of the other 0.05`() throws {
        let values = TwoMonths(values: ["spend": whole([(1, 1), (0, 5)]), "customers_new": whole([(10, 10), (0, 10)])])
        let explanation = try explanation("cac", values)
        #expect(explanation.change == Number(2, over: 10))
        let split = explanation.splits[0]
        #expect(split.parts.map(\.kind) == [.rate, .mix, .rate, .mix])
        #expect(effects(split) == [.zero, Number(5, over: 100), .zero, Number(15, over: 100)])
    }

    @Test func `a company's formula of a hidden one, and of one member alone, is split like any other`() throws {
        let values = TwoMonths(
            values: [
                "spend": whole([(100, 130), (40, 40)]), "spend_sales": whole([(20, 10), (10, 20)]),
                "leads": whole([(10, 10), (5, 8)]),
            ])
        let overrides = """
            metrics:
              rest: {formula: spend - spend_sales, unit: money, hidden: true}
              cost: {formula: rest / leads, unit: money}
              first: {formula: 'only(spend, channel = "0") / only(leads, channel = "0")', unit: money}
              pace: {formula: leads / elapsed, unit: count}
            """
        for id in ["cost", "first", "pace"] {
            let explanation = try explanation(id, values, overrides)
            #expect(sum(explanation.splits[0].parts) == explanation.change, "\(id)")
            #expect(!explanation.change.isZero)
        }
        // 13 instead of 10, all of it by the first member, which is the only one that counts.
        let first = try explanation("first", values, overrides)
        #expect(first.change == Number(3) && effects(first.splits[0]) == [Number(3), .zero])
    }

    @Test func `a channel that costs and brings nobody counts as rate, with its sign`() throws {
        // CAC 10 → 12: the fair cost 20 for nobody.
        let values = TwoMonths(values: ["spend": whole([(100, 100), (0, 20)]), "customers_new": whole([(10, 10), (0, 0)])])
        #expect(effects(try explanation("cac", values).splits[0]) == [.zero, .zero, Number(2), .zero])
        // The other way round it takes them away again.
        let back = TwoMonths(values: ["spend": whole([(100, 100), (20, 0)]), "customers_new": whole([(10, 10), (0, 0)])])
        #expect(effects(try explanation("cac", back).splits[0]) == [.zero, .zero, Number(-2), .zero])
    }

    @Test func `a sum is split into the members' differences`() throws {
        let values = TwoMonths(values: ["customers_closing": whole([(5, 7), (3, 0), (0, 0)])])
        let split = try explanation("customers", values).splits[0]
        #expect(effects(split) == [Number(2), Number(-3)])
        #expect(split.parts.map(\.member) == [.code(0), .code(1)])
    }

    @Test func `of a product each factor has the mean of its effects over all orders`() throws {
        // 2 × 3 → 4 × 5: first the one, then the other (2×3 + 4×2 or 2×5 + 2×2): 8 and 6.
        let values = TwoMonths(values: ["won": whole([(2, 4)]), "lost": whole([(3, 5)])])
        let own = "metrics: {product: {formula: won * lost, unit: count}}"
        let product = try explanation("product", values, own)
        #expect(product.factors?.map(\.kind) == [.factor("won"), .factor("lost")])
        #expect(product.factors?.map(\.effect) == [Number(8), Number(6)])
    }

    @Test func `pipeline velocity is split over its four factors, and all but the median by member`() throws {
        let values = TwoMonths(
            values: [
                "open_opportunities": whole([(10, 12), (5, 4)]), "won": whole([(3, 4), (2, 1)]),
                "lost": whole([(3, 2), (2, 3)]),
                "won_amount": whole([(300, 500), (100, 80)]), "won_with_amount": whole([(3, 4), (2, 1)]),
            ], totals: ["cycle_days": (Number(20), Number(25))])
        let velocity = try explanation("pipeline_velocity", values)
        let names = ["open_opportunities", "win_rate", "average_deal", "sales_cycle_days"]
        #expect(velocity.factors?.map(\.kind) == names.map { .factor($0) })
        #expect(sum(velocity.factors ?? []) == velocity.change)
        let split = velocity.splits[0]
        #expect(split.parts.count == 7)
        #expect(split.parts.filter { $0.member == .all }.map(\.kind) == [.factor("sales_cycle_days")])
        #expect(sum(split.parts) == velocity.change)
    }

    @Test func `lifetime value by CAC has two factors, as its formula is written`() throws {
        let values = TwoMonths(values: [
            "arr_closing": whole([(100, 130)]), "customers_closing": whole([(10, 12)]), "customers_kept": whole([(6, 9)]),
            "customers_year_ago": whole([(8, 12)]), "spend": whole([(50, 80)]), "customers_new": whole([(2, 3)]),
        ])
        let explanation = try explanation("ltv_cac", values)
        let cac = "trailing(spend, 12 months) / trailing(customers_new, 12 months)"
        #expect(explanation.factors?.map(\.kind) == [.factor("ltv"), .factor(cac)])
        #expect(sum(explanation.factors ?? []) == explanation.change)
    }

    @Test
    func `along a dimension that one measure does not have, and for medians and roots, nothing is split, and it says why`()
        throws
    {
        var values = TwoMonths(values: ["spend": whole([(1, 2)]), "customers_new": whole([(1, 1)])], undivided: ["spend"])
        #expect(try explanation("cac", values).splits[0].obstacle == .undivided("spend"))
        values.totals = ["cycle_days": (Number(1), Number(2))]
        #expect(try explanation("sales_cycle_days", values).splits[0].obstacle == .median)
        let nps = ["nps_responses": (40, 40), "nps_promoters": (22, 20), "nps_detractors": (8, 8)]
        let voice = TwoMonths(values: nps.mapValues { whole([$0]) })
        let margin = try explanation("nps_margin", voice)
        #expect(margin.factors == nil)
        #expect(margin.splits[0].obstacle == .root)
        #expect(margin.splits[0].parts.isEmpty)
    }

    @Test func `a number added changes nothing, one that multiplies or divides scales the parts`() throws {
        let values = TwoMonths(values: ["won": whole([(2, 4), (1, 1)]), "lost": whole([(2, 1), (3, 3)])])
        let own = """
            metrics:
              plain: {formula: won / lost, unit: ratio}
              moved: {formula: 7 - won / lost, unit: ratio}
              scaled: {formula: 3 * (won / lost) / 2, unit: ratio}
            """
        let plain = effects(try explanation("plain", values, own).splits[0])
        #expect(effects(try explanation("moved", values, own).splits[0]) == plain.map { -$0 })
        #expect(effects(try explanation("scaled", values, own).splits[0]) == plain.map { $0 * Number(3, over: 2) })
    }

    @Test func `members that do not make up the whole are not split`() throws {
        let (values, catalogue) = (TwoMonths(values: ["customers_closing": whole([(5, 7), (3, 1)])]), try Catalogue.standard())
        let explainer = Explainer(values, catalogue: catalogue, members: [[0]])
        let customers = try #require(catalogue["customers"])
        let explanation = try #require(explainer.explanation(of: customers, TwoMonths.comparison))
        #expect(explanation.splits[0].obstacle == .incomplete("customers_closing"))
    }

    @Test(arguments: 1...40)
    func `the parts of every metric add up to its change exactly`(_ seed: Int) throws {
        var dice = Seeded(UInt64(seed))
        let catalogue = try Catalogue.standard(config: ["gross_margin": ExactDecimal("0.8")!])
        let count = 1 + dice.next(6)
        var values = TwoMonths(values: [:])
        for measure in catalogue.measures {
            // Refunds make spend negative, and many members have nothing at all.
            func number() -> Number {
                if dice.next(4) == 0 { return .zero }
                let size = Number(Int128(1 + dice.next(5000)), over: measure.measure.unit == .money ? 100 : 1)
                return measure.id.hasPrefix("spend") && dice.next(5) == 0 ? -size : size
            }
            values.values[measure.id] = (0..<count).map { _ in (number(), number()) }
        }
        let explainer = Explainer(values, catalogue: catalogue, members: [[UInt32](0..<UInt32(count))])
        var split = 0
        for metric in catalogue.metrics {
            guard let explanation = explainer.explanation(of: metric, TwoMonths.comparison) else { continue }
            for parts in [explanation.factors ?? []] + explanation.splits.map(\.parts) where !parts.isEmpty {
                split += 1
                let (made, change) = (sum(parts), explanation.change)
                if case (.exact, .exact) = (made, change) {
                    #expect(made == change, "\(metric.id)")
                } else {
                    let scale = parts.map { $0.effect.magnitude.double }.max() ?? 0
                    #expect(abs(made.double - change.double) <= 1e-12 * max(scale, 1), "\(metric.id)")
                }
            }
        }
        #expect(split > 5)
    }
}
