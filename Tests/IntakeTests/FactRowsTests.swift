import Facts
import Seeded
import Testing

@testable import Intake

@Suite struct FactRowsTests {
    @Test func `the latest stamps and the ends of spans are those of rows that count, whichever rows do not`() {
        for seed in 1...300 as ClosedRange<UInt64> {
            var random = Seeded(seed)
            let unit: Int64 = seed % 4 == 0 ? 500_000 : 1_000_000
            let stamps = (0..<Int.random(in: 0...30, using: &random)).map { _ in
                Bool.random(using: &random) ? Stamp.missing : Stamp(microseconds: .random(in: 0...20, using: &random) * unit)
            }
            let column = StampColumn(stamps)
            let share = Int.random(in: 0...3, using: &random)
            let list = stamps.indices.filter { _ in Int.random(in: 0..<3, using: &random) < share }
            let facts = FactRows(list.map(Int32.init), ascend: true)
            let low = Int.random(in: 0...stamps.count, using: &random)
            let rows = low..<Int.random(in: low...stamps.count, using: &random)
            let (start, end) = (
                Int64.random(in: -2...10, using: &random) * unit, Int64.random(in: 10...22, using: &random) * unit
            )
            let counting = list.filter(rows.contains).map { stamps[$0] }.filter { !$0.isMissing && $0.microseconds < end }
            #expect(
                column.latest(of: facts, in: rows, before: Stamp(microseconds: end)) == counting.max() ?? .missing,
                "seed \(seed)")
            let inside = counting.filter { $0.microseconds >= start }
            #expect(
                column.ends(of: facts, in: rows, start..<end) == (inside.min().map { [$0, inside.max()!] } ?? []),
                "seed \(seed)")
        }
    }

    @Test func `columns joined with a long first one are all rows, and ids too`() {
        for seed in 1...40 as ClosedRange<UInt64> {
            var random = Seeded(seed)
            func list(_ count: Int) -> TextList {
                var list = TextList()
                for _ in 0..<count { list.append("L\(Int.random(in: 0..<100_000, using: &random))") }
                return list
            }
            let parts = (0..<3).map { list($0 == 0 ? 100 + Int(seed) : Int.random(in: 0...80, using: &random)) }
            guard case .list(let joined) = ColumnData.joined(parts.map(ColumnData.list)) else { fatalError() }
            let all = parts.flatMap { part in part.indices.map { part[$0] } }
            #expect(joined.indices.map { joined[$0] } == all, "seed \(seed)")
        }
    }
}
