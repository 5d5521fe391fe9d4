import Facts
import Seeded
import Testing

@testable import RollUps

/// What is asked of every customer in many frames at once is what it is in each by itself.
@Suite struct CustomerPassesTests {
    private let measures = Measure.all().filter { $0.observed.ofCustomers != nil }

    @Test(arguments: UInt64(11)...14)
    func `values that were asked for beforehand are those asked for one by one`(_ seed: UInt64) {
        var dice = Seeded(seed)
        let company = RandomFacts.company(&dice)
        let frames = CustomerPassesTests.frames(company, &dice)
        let alone = LocalRollUp(company.facts, settings: company.settings)
        let prepared = LocalRollUp(company.facts, settings: company.settings)
        prepared.prepare(frames.flatMap { frame in measures.map { ($0.id, frame) } })
        let slices: [Slice] = [.total] + (0...3).flatMap { code in (0...2).map { .member(dimension: $0, code: code) } }
        var defined = 0
        for frame in frames {
            for measure in measures {
                let values = prepared.values(measure.id, frame, slices)
                #expect(values == slices.map { alone.value(measure.id, frame, $0) }, "\(measure.id) in \(frame)")
                defined += values.count { $0 != nil }
            }
        }
        #expect(defined > 100)
    }

    @Test func `sums do not depend on how many are found at once, nor on how many customers are gone through at a time`() {
        var dice = Seeded(5)
        let company = RandomFacts.company(&dice)
        let rollUp = LocalRollUp(company.facts, settings: company.settings)
        let kinds: [PassKey.Kind] = [.retention, .use, .active, .health]
        let keys = CustomerPassesTests.frames(company, &dice).flatMap { frame in kinds.map { PassKey($0, frame) } }
        let slices = 0..<rollUp.members.sliceCount
        func cells(_ sums: [SlicedSums]) -> [[Int128]] {
            zip(keys, sums).map { key, sums in slices.flatMap { slice in (0..<key.kind.width).map { sums($0, slice) } } }
        }
        let whole = cells(CustomerPasses.pass(rollUp, keys))
        #expect(whole.joined().contains { $0 != 0 })
        for (room, block) in [(1, 1), (1, 8192), (100, 7), (1 << 20, 3)] {
            #expect(cells(CustomerPasses.pass(rollUp, keys, room: room, block: block)) == whole)
        }
    }

    /// What is found in one pass of retention is what each customer's own terms say.
    @Test(arguments: UInt64(21)...23)
    func `retention is what the levels of each customer's ARR come to`(_ seed: UInt64) {
        var dice = Seeded(seed)
        let company = RandomFacts.company(&dice)
        let rollUp = LocalRollUp(company.facts, settings: company.settings)
        let frames = CustomerPassesTests.frames(company, &dice)
        rollUp.prepare(frames.flatMap { frame in measures.map { ($0.id, frame) } })
        for frame in frames {
            var sums = [Int128](repeating: 0, count: 5)
            for customer in 0..<rollUp.revenue.customerCount {
                let before = rollUp.revenue.level(customer, frame.stock.months(before: 12))
                let now = rollUp.revenue.level(customer, frame.stock)
                if before > 0 {
                    for (sum, value) in [before, now, min(before, now), 1, now > 0 ? 1 : 0].enumerated() { sums[sum] += value }
                }
            }
            for (place, measure) in ["nrr_base", "nrr_retained", "grr_retained", "customers_year_ago", "customers_kept"]
                .enumerated()
            {
                guard let value = rollUp.value(measure, frame, .total) else { continue }
                #expect(value == (place < 3 ? rollUp.money(sums[place]) : Number(sums[place])), "\(measure) in \(frame)")
            }
        }
    }

    private static func frames(_ company: Company, _ dice: inout Seeded) -> [Frame] {
        (0..<12).map { _ in
            let end = company.settings.asOf - Int.random(in: 0...420, using: &dice)
            return Frame(
                start: end - [0, 6, 30, 91].randomElement(using: &dice)!, end: end,
                stock: end - [0, 0, 1].randomElement(using: &dice)!)
        }
    }
}
