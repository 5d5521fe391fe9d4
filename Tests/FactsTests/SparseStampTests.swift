import Facts
import Seeded
import Testing

/// Columns of which many rows have no stamp, held against a list of all rows.
struct SparseStampTests {
    /// Seconds of so many rows, of which a share has one.
    private func seconds(_ count: Int, share: Double, _ random: inout Seeded) -> [UInt32] {
        (0..<count).map { _ in
            Double.random(in: 0..<1, using: &random) < share ? .random(in: 0...5_000_000, using: &random) : StampColumn.none
        }
    }

    private func stamps(_ seconds: [UInt32]) -> [Stamp] {
        seconds.map { $0 == StampColumn.none ? .missing : Stamp(microseconds: Int64($0) * 1_000_000) }
    }

    /// A column that was put together from pieces, each with a share of stamps of its own, and all its rows.
    private func column(_ random: inout Seeded) -> (column: StampColumn, all: [UInt32]) {
        var (column, all) = (StampColumn(), [UInt32]())
        for _ in 0..<Int.random(in: 1...5, using: &random) {
            let count = [0, 1, 63, 64, 65, Int.random(in: 0...300, using: &random)].randomElement(using: &random)!
            let piece = seconds(count, share: [0, 0.05, 0.5, 0.9, 1].randomElement(using: &random)!, &random)
            if Int.random(in: 0..<4, using: &random) == 0 {
                for stamp in stamps(piece) { column.append(stamp) }
            } else {
                column.append(contentsOf: StampColumn(seconds: piece))
            }
            if Bool.random(using: &random) { column.reserveCapacity(column.count + 500) }
            all += piece
        }
        return (column, all)
    }

    @Test(arguments: UInt64(1)...150)
    func `what was put together piece by piece answers as a list of all rows does`(seed: UInt64) {
        var random = Seeded(seed)
        let (column, all) = column(&random)
        let naive = stamps(all)
        #expect(Array(column) == naive)
        #expect(column.earliest == naive.filter { !$0.isMissing }.min() ?? .missing)
        let low = Int.random(in: 0...all.count, using: &random)
        let rows = low..<Int.random(in: low...all.count, using: &random)
        let cut = Stamp(microseconds: .random(in: -1...5_000_001, using: &random) * 1_000_000)
        let start = Int64.random(in: -5...2_000_000, using: &random) * 1_000_000
        let happened: (Stamp) -> Bool = { !$0.isMissing && $0 < cut }
        let (before, within) = (naive[rows].filter(happened), start..<max(start, cut.microseconds))
        #expect(column.latest(of: rows, before: cut) == before.max() ?? .missing)
        let inside = naive[rows].filter { within.contains($0.microseconds) && !$0.isMissing }
        #expect(column.ends(of: rows, within) == (inside.isEmpty ? [] : [inside.min()!, inside.max()!]))
        var (days, found) = (ZoneDays(.utc), [String]())
        column.forEachDay(of: rows, before: cut, &days) { found.append("\($0) \($1)") }
        #expect(found == rows.filter { happened(naive[$0]) }.map { "\($0 - low) \(naive[$0].day(in: .utc))" })

        let some = rows.filter { _ in Bool.random(using: &random) }.map(Int32.init)
        let left = some.map { naive[Int($0)] }
        #expect(column.latest(of: some[...], before: cut) == left.filter(happened).max() ?? .missing)
        var kept = column
        kept.keep(some)
        #expect(Array(kept) == left)
        #expect(Array(column.picked(some.reversed().map { Int($0) })) == left.reversed())
        kept.append(contentsOf: column)
        #expect(Array(kept) == left + naive)
        #expect(kept.latest(of: 0..<kept.count, before: cut) == (left + naive).filter(happened).max() ?? .missing)
    }

    @Test(arguments: UInt64(1)...100)
    func `two columns of any kind are compared row by row`(seed: UInt64) {
        var random = Seeded(seed)
        let (later, all) = column(&random)
        let others = seconds(all.count, share: [0.1, 0.6, 1].randomElement(using: &random)!, &random)
        var other = StampColumn(seconds: others)
        let isWide = Int.random(in: 0..<4, using: &random) == 0 && !others.isEmpty
        if isWide { other[0] = Stamp(microseconds: -500_000) }
        let (ends, starts) = (stamps(all), Array(other))
        let rows = 0..<Int.random(in: 0...all.count, using: &random)
        let cut = Stamp(microseconds: 2_500_000_000_000)
        let both = rows.filter { !ends[$0].isMissing && !starts[$0].isMissing }
        #expect(later.rows(of: rows, before: other) == both.filter { ends[$0] < starts[$0] })
        #expect(other.rows(of: rows, before: later) == both.filter { starts[$0] < ends[$0] })
        var spans: [[Int64]] = []
        later.forEachSpan(of: rows, since: other, before: cut) { spans.append([Int64($0), $1]) }
        #expect(
            spans
                == both.filter { ends[$0] < cut && ends[$0] >= starts[$0] }
                .map { [Int64($0), ends[$0].microseconds - starts[$0].microseconds] })
        // What is changed is as it was but for the row that is.
        guard let row = all.indices.randomElement(using: &random) else { return }
        for stamp in [Stamp.missing, Stamp(microseconds: 7_000_000), Stamp(microseconds: 7_500_000)] {
            var (changed, expected) = (later, ends)
            (changed[row], expected[row]) = (stamp, stamp)
            changed.append(stamp)
            #expect(Array(changed) == expected + [stamp])
        }
    }

    @Test func `rows without a stamp take hardly any memory`() {
        var random = Seeded(3)
        let few = seconds(64_000, share: 0.1, &random)
        let there = few.count { $0 != StampColumn.none }
        var column = StampColumn(seconds: few)
        #expect(column.byteCount == there * 4 + 1_000 * 12)
        column.append(contentsOf: StampColumn(seconds: few))
        #expect(column.byteCount == there * 8 + 2_000 * 12)
        #expect(StampColumn(seconds: seconds(6_400, share: 0.9, &random)).byteCount == 6_400 * 4)
    }
}
