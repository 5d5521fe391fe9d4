import Facts
import Seeded
import Testing

struct StampColumnTests {
    private let whole = Stamp(microseconds: 1_793_000_000_000_000)
    private let fraction = Stamp(microseconds: 1_793_000_000_250_000)
    private let early = Stamp(microseconds: -1)

    @Test func `whole seconds take four bytes, and a fraction makes all eight`() {
        var column = StampColumn([whole, whole])
        #expect(column.byteCount == 8)
        column.append(fraction)
        #expect(column.byteCount == 24)
        #expect(Array(column) == [whole, whole, fraction])
    }

    @Test func `stamps that do not fit into seconds are kept as they are`() {
        let last = Stamp(microseconds: Int64(UInt32.max) * 1_000_000)
        for odd in [fraction, early, last] {
            var column = StampColumn([whole])
            column.append(odd)
            column[0] = .missing
            #expect(Array(column) == [.missing, odd])
        }
    }

    @Test func `columns of both kinds join in any order`() {
        for (first, second) in [([whole], [fraction]), ([fraction], [whole, .missing]), ([], [early]), ([whole], [])] {
            var column = StampColumn(first)
            column.append(contentsOf: StampColumn(second))
            #expect(Array(column) == first + second)
            #expect(Array(column.picked(Array(column.indices.reversed()))) == (first + second).reversed())
        }
    }

    @Test func `the earliest, and the latest before a moment, are found in columns of both kinds`() {
        func second(_ second: Int64) -> Stamp { Stamp(microseconds: second * 1_000_000) }
        let stamps = [second(50), .missing, second(7), second(0), second(90), second(60)]
        for extra in [[], [Stamp(microseconds: 70_500_000)]] {
            let column = StampColumn(stamps + extra)
            #expect(column.earliest == second(0))
            #expect(column.latest(of: 0..<6, before: second(90)) == second(60))
            #expect(column.latest(of: 0..<6, before: Stamp(microseconds: 90_000_001)) == second(90))
            #expect(column.latest(of: 1..<3, before: second(90)) == second(7))
            #expect(column.latest(of: 1..<2, before: second(90)).isMissing)
            #expect(column.latest(of: 3..<4, before: second(0)).isMissing)
            #expect(column.latest(of: 3..<4, before: second(1)) == second(0))
        }
        #expect(StampColumn(missing: 3).earliest.isMissing)
        #expect(StampColumn([early, fraction, .missing]).earliest == early)
    }

    @Test func `the first and the last stamp within a span are those of all rows in it`() {
        for seed in 1...200 as ClosedRange<UInt64> {
            var random = Seeded(seed)
            let isWide = seed % 3 == 0
            // Half seconds and such before 1970 make a column wide.
            let (least, unit) = isWide ? (Int64(-9), Int64(500_000)) : (0, 1_000_000)
            let stamps = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? Stamp.missing : Stamp(microseconds: .random(in: least...30, using: &random) * unit)
            }
            let column = StampColumn(stamps)
            let start = Bool.random(using: &random) ? Int64.min : .random(in: -3...20, using: &random) * 1_000_000
            let end = max(start, .random(in: -3...40, using: &random) * 1_000_000)
            let low = Int.random(in: 0...stamps.count, using: &random)
            let rows = low..<Int.random(in: low...stamps.count, using: &random)
            let inside = stamps[rows].filter { !$0.isMissing && (start..<end).contains($0.microseconds) }.sorted()
            let found = column.ends(of: rows, start..<end)
            #expect(found == (inside.isEmpty ? [] : [inside[0], inside[inside.count - 1]]), "seed \(seed)")
            let before = stamps[rows].filter { $0 < Stamp(microseconds: end) && !$0.isMissing }.max() ?? .missing
            #expect(column.latest(of: rows, before: Stamp(microseconds: end)) == before, "seed \(seed)")
            // Of some of the rows, the others left out.
            let some = rows.filter { _ in Bool.random(using: &random) }.map(Int32.init)[...]
            let left = some.map { stamps[Int($0)] }
            let part = left.filter { !$0.isMissing && (start..<end).contains($0.microseconds) }.sorted()
            let ends = part.isEmpty ? [] : [part[0], part[part.count - 1]]
            #expect(column.ends(of: some, start..<end) == ends, "seed \(seed)")
            let cut = Stamp(microseconds: end)
            #expect(column.latest(of: some, before: cut) == left.filter { $0 < cut }.max() ?? .missing, "seed \(seed)")
        }
    }

    @Test func `days of stamps before a moment are told with their places`() {
        let noon = Stamp(startOf: Day("2026-03-29")!, in: .utc)
        let stamps = [
            Stamp.missing, noon, Stamp(microseconds: noon.microseconds + 86_400_000_000),
            Stamp(microseconds: noon.microseconds - 1_000_000),
        ]
        for extra in [[], [Stamp(microseconds: noon.microseconds + 500_000)]] {
            let column = StampColumn(stamps + extra)
            var (days, found) = (ZoneDays(.utc), [String]())
            column.forEachDay(of: 1..<column.count, before: Stamp(microseconds: noon.microseconds + 1), &days) {
                found.append("\($0) \($1)")
            }
            #expect(found == ["0 2026-03-29", "2 2026-03-28"])
        }
    }
}
