import Facts
import RollUps
import Seeded
import Testing

@testable import Metrics

@Suite struct ValueRowTests {
    @Test(arguments: 1...16)
    func `a row gives each value back, in whatever order it is asked`(_ seed: UInt64) {
        var random = Seeded(seed)
        let kinds = Int.random(in: 1...40, using: &random)
        let values = (0..<Int.random(in: 1...3000, using: &random)).map { _ -> Number? in
            switch Int.random(in: 0...kinds, using: &random) {
            case 0: Number(.max - Int128.random(in: 0...5, using: &random), over: 7)
            case 1: .inexact(Double.random(in: -1...1, using: &random))
            case 2: Number(Int128.random(in: -50...50, using: &random), over: 12)
            case 3: .zero
            default: seed.isMultiple(of: 2) ? nil : .zero
            }
        }
        let row = ValueRow(values)
        var hint = 0
        for slice in values.indices {
            #expect(row.value(slice, &hint) == values[slice])
            #expect(row.value(slice) == values[slice])
        }
        for _ in 0..<2000 {
            let slice = Int.random(in: values.indices, using: &random)
            #expect(row.value(slice, &hint) == values[slice])
        }
    }

    @Test func `metrics of very many members are those of each member by itself`() throws {
        let calendar = PeriodCalendar()
        let last = calendar.period(.month, holding: Day("2026-03-01")!)
        let periods = [calendar.before(last), last]
        let slices = [Slice.total] + (0..<UInt32(ValueRow.few + 500)).map { .member(dimension: 0, code: $0) }
        let catalogue = try Catalogue.standard()
        @Sendable func made(_ measure: String, _ frame: Frame, _ slice: Slice) -> Number? {
            guard case .member(_, let code) = slice, code % 97 < 3 else { return measure.utf8.count % 2 == 0 ? .zero : nil }
            return Number(Int(code) % 5 * measure.utf8.count + (frame.start - Day(0)) % 3)
        }
        let evaluation = Evaluation(FixedValues { made($0, $1, $2) }, catalogue: catalogue, periods: periods, slices: slices)
        for (index, period) in periods.enumerated() {
            for slice in slices {
                for metric in catalogue.metrics {
                    let expected = metric.resolved.value { made($0.measure, $0.window.frame(of: period), slice) }
                    #expect(evaluation.value(metric.id, index, slice) == expected, "\(metric.id)")
                }
            }
        }
    }
}
