import Facts
import Metrics
import RollUps
import Seeded
import Synchronization
import Testing

@Suite("Values of metrics")
struct EvaluationTests {
    func value(_ id: String, _ values: [String: Int]) throws -> Number? {
        let period = PeriodCalendar().period(.month, holding: Day("2026-02-01")!)
        let evaluation = Evaluation(FixedValues(values), catalogue: try .standard(), periods: [period])
        return evaluation.value(id, 0)
    }

    @Test("40 responses, 22 promoters, 10 passives, 8 detractors: 35, give or take 23.7")
    func nps() throws {
        let values = ["nps_responses": 40, "nps_promoters": 22, "nps_passives": 10, "nps_detractors": 8]
        #expect(try value("nps", values) == Number(35))
        #expect(try value("nps_trailing", values) == Number(35))
        #expect(try #require(try value("nps_margin", values)).fixed(1) == "23.7")
        // Without responses there is no margin either, though the formula could be computed.
        let none = ["nps_responses": 0, "nps_promoters": 0, "nps_passives": 0, "nps_detractors": 0]
        #expect(try value("nps_margin", none) == nil)
        #expect(try value("nps", none) == nil)
    }

    @Test("Customer A: new 1,000, expansion 500, churn 1,500, reactivation 800 make net new ARR of 800, which is closing")
    func movements() throws {
        let values = ["arr_new": 1000, "arr_expansion": 500, "arr_churn": 1500, "arr_reactivation": 800, "arr_contraction": 0]
        #expect(try value("net_new_arr", values) == Number(800))
        #expect(try value("quick_ratio", values) == Number(23, over: 15))
    }

    @Test("Due 200, renewed 100: a renewal rate of 50 %")
    func renewals() throws {
        #expect(try value("renewal_rate", ["arr_due": 200, "arr_renewed": 100]) == Number(1, over: 2))
        #expect(try value("renewal_rate", ["arr_due": 0, "arr_renewed": 0]) == nil)
    }

    @Test("CAC by channel: 1 for 10 customers is 0.1, 6 for 20 is 0.3")
    func cac() throws {
        #expect(try value("cac", ["spend": 1, "customers_new": 10]) == Number(1, over: 10))
        #expect(try value("cac", ["spend": 6, "customers_new": 20]) == Number(3, over: 10))
        #expect(try value("cac", ["customers_new": 20]) == nil)
    }

    @Test("Lifetime value: 100 of ARR a customer, a quarter leave in a year, on revenue 400")
    func lifetime() throws {
        var values = ["arr_closing": 1000, "customers_closing": 10, "customers_year_ago": 8, "customers_kept": 6]
        #expect(try value("ltv", values) == Number(400))
        values["spend"] = 500
        values["customers_new"] = 5
        #expect(try value("ltv_cac", values) == Number(4))
        values["customers_kept"] = 8
        #expect(try value("ltv", values) == nil)
    }

    @Test("Every leaf is asked once for each period and slice, over its own days, and every value is the tree's")
    func table() throws {
        let calendar = PeriodCalendar()
        var periods = [calendar.period(.week, holding: Day("2026-11-11")!)]
        for _ in 1..<5 { periods.insert(calendar.before(periods[0]), at: 0) }
        let slices: [Slice] = [.total, .member(dimension: 0, code: 0), .member(dimension: 1, code: 7)]
        let catalogue = try Catalogue.standard(config: ["gross_margin": ExactDecimal("0.8")!])

        @Sendable func made(_ measure: String, _ frame: Frame, _ slice: Slice) -> Number? {
            var seed = UInt64(frame.start.number.magnitude) &* 31 &+ UInt64(frame.end.number.magnitude) &* 17
            seed = seed &+ UInt64(frame.stock.number.magnitude)
            for byte in measure.utf8 { seed = seed &* 131 &+ UInt64(byte) }
            if case .member(let dimension, let code) = slice { seed = seed &+ UInt64(dimension * 1000) &+ UInt64(code) }
            var random = Seeded(seed)
            let value = Int.random(in: 0...20, using: &random)
            return value == 20 ? nil : Number(value)
        }
        let asked = Mutex(0)
        let values = FixedValues { measure, frame, slice in
            asked.withLock { $0 += 1 }
            return made(measure, frame, slice)
        }
        let evaluation = Evaluation(values, catalogue: catalogue, periods: periods, slices: slices)
        #expect(asked.withLock { $0 } == catalogue.leaves.count * periods.count * slices.count)

        for (index, period) in periods.enumerated() {
            for slice in slices {
                for metric in catalogue.metrics {
                    let expected = metric.resolved.value { made($0.measure, $0.window.frame(of: period), slice) }
                    #expect(evaluation.value(metric.id, index, slice) == expected, "\(metric.id)")
                }
                for leaf in catalogue.leaves {
                    #expect(evaluation.value(leaf, index, slice) == made(leaf.measure, leaf.window.frame(of: period), slice))
                }
                #expect(evaluation.value("spend", index, slice) == made("spend", Frame(period), slice))
            }
        }
    }

    @Test("Every metric's Excel formula has the metric's value")
    func excel() throws {
        let catalogue = try Catalogue.standard(config: ["gross_margin": ExactDecimal("0.8")!])
        var random = Seeded(5)
        for _ in 0..<200 {
            var cells: [String: Number] = [:]
            for leaf in catalogue.leaves { cells[leaf.description] = Number(Int.random(in: 0...9, using: &random)) }
            for metric in catalogue.metrics {
                let formula = metric.resolved.excel { "[\($0)]" }
                #expect(
                    ExcelFormula.value(formula) { cells[$0] } == metric.resolved.value { cells[$0.description] }, "\(formula)")
            }
        }
    }
}
