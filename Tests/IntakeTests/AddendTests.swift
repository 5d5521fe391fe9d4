import Facts
import Seeded
import Testing

@testable import Intake

/// Amounts that are the sum of those above them, found row by row and in blocks.
@Suite struct AddendTests {
    /// All rows that are sums, with a part beginning at each of `starts`.
    private func sums(_ addends: Addends, _ count: Int, starts: Set<Int>, rejected: Int64) -> [Int] {
        var (sums, found, row) = (RunningSums(), [Int](), 0)
        if rejected != 0 { sums.addRejected(rejected) }
        for end in starts.sorted() + [count] {
            while row < end, let hit = addends.firstSum(in: row..<end, &sums) {
                found.append(hit)
                sums.begin()
                row = hit + 1
            }
            row = end
            sums.begin()
        }
        return found
    }

    @Test(arguments: 0..<200)
    func `blocks find what a look at each row finds`(_ seed: Int) {
        var random = Seeded(UInt64(seed))
        let count = 1 + random.next(300)
        var column = NumberColumn(missing: count)
        var (all, part): (Int64, Int64) = (0, 0)
        for row in 0..<count where random.next(4) > 0 {
            var digits = Int64(random.next(random.next(2) == 0 ? 3 : 100_000))
            switch random.next(30) {
            case 0: digits = all
            case 1: digits = part
            case 2 where seed % 3 == 0: digits = -digits
            default: break
            }
            column.set(row, ExactDecimal(digits: digits, scale: 2))
            all += digits
            part = random.next(20) == 0 ? 0 : part + digits
        }
        let starts = Set((0..<random.next(5)).map { _ in random.next(count) })
        let rejected = [0, 5_000, -5_000][random.next(3)]
        let plain = Addends(column, count: count)
        var blocks = plain
        blocks.sumUp(by: 1 + random.next(20))
        #expect(
            sums(blocks, count, starts: starts, rejected: Int64(rejected))
                == sums(plain, count, starts: starts, rejected: Int64(rejected)))
    }
}
