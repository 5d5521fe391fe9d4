import Seeded
import Testing

@testable import Facts

/// Columns that take as few bytes a row as they can are the same columns whatever they take.
@Suite struct ColumnTests {
    @Test(
        arguments: [[3, 255, 0], [3, 256, 70], [65_535, 1], [65_536, 2, 300], [7, 300, 70_000, 1, 4_294_967_295], []]
            as [[UInt32]])
    func `codes are what was put in, however many bytes they take`(_ codes: [UInt32]) {
        var set = CodeColumn(repeating: 0, count: codes.count)
        for (row, code) in codes.enumerated() { set[row] = code }
        for column in [CodeColumn(codes), CodeColumn(asTheyAre: codes), set] {
            #expect(Array(column) == codes)
            #expect(column == CodeColumn(codes))
            var seen: [UInt32] = []
            column.forEach(in: 0..<column.count) { place, code in
                #expect(place == seen.count)
                seen.append(code)
            }
            #expect(seen == codes)
        }
    }

    @Test func `codes take one byte each until one of them needs more`() {
        var column = CodeColumn((0..<100).map { UInt32($0) })
        #expect(column.byteCount == 100)
        column.append(256)
        #expect(column.byteCount == 202)
        column[0] = 65_536
        #expect(column.byteCount == 404)
        #expect(Array(column) == [65_536] + (1..<100).map { UInt32($0) } + [256])
    }

    @Test func `codes of others are added as what they are called here`() {
        let map: [UInt32] = [0, 300, 2]
        for other in [CodeColumn([1, 2, 0]), CodeColumn(asTheyAre: [1, 2, 0])] {
            var column: CodeColumn = [5]
            column.append(contentsOf: other, as: map, most: 300)
            #expect(Array(column) == [5, 300, 2, 0])
        }
    }

    @Test(arguments: [3, 300, 70_000] as [UInt32])
    func `codes are replaced by others, and found in the order in which they first occur`(_ most: UInt32) {
        var column: CodeColumn = [2, 1, 2, most - 1]
        #expect(column.firsts(below: Int(most)) == (most == 3 ? [2, 1] : [2, 1, most - 1]))
        #expect(column.firsts(below: 70_001) == column.firsts(below: Int(most)))
        column.replaceAll(by: (0..<most).map { $0 == 2 ? 70_000 : $0 == 1 ? 9 : 0 }, most: 70_000)
        #expect(Array(column) == [70_000, 9, 70_000, most == 3 ? 70_000 : 0])
        let before = column
        column.replaceAll(by: Array(0...70_000), most: 70_000)
        #expect(Array(column) == Array(before))
    }

    @Test func `rows whose stamp lies before another column's are those that a look at each finds`() {
        var random = Seeded(11)
        let count = 1_000
        func seconds() -> [UInt32] {
            (0..<count).map { _ in Bool.random(using: &random) ? StampColumn.none : .random(in: 0...9, using: &random) }
        }
        let (short, other) = (StampColumn(seconds: seconds()), StampColumn(seconds: seconds()))
        var wide = short
        wide[0] = Stamp(microseconds: -1)
        for (column, others) in [(short, other), (wide, other), (other, wide)] {
            for rows in [0..<count, 3..<200, 5..<5] {
                let found = rows.filter { !column[$0].isMissing && !others[$0].isMissing && column[$0] < others[$0] }
                #expect(column.rows(of: rows, before: others) == found)
            }
        }
    }

    @Test(
        arguments: [
            [1, -7, WholeColumn.missing], [Int64(Int32.max), Int64(Int32.min) + 1], [5, Int64(Int32.min)],
            [WholeColumn.missing, Int64(Int32.max) + 1, 3], [Int64.max, Int64.min + 1], [],
        ] as [[Int64]])
    func `numbers are what was put in, also where they do not fit into 32 bits`(_ numbers: [Int64]) {
        var set = WholeColumn(missing: numbers.count)
        for (row, number) in numbers.enumerated() { set[row] = number }
        var joined: WholeColumn = [4]
        joined.append(contentsOf: WholeColumn(numbers))
        var after = WholeColumn(numbers)
        after.append(contentsOf: [WholeColumn.missing, 6])
        #expect(Array(WholeColumn(numbers)) == numbers)
        #expect(Array(set) == numbers)
        #expect(Array(joined) == [4] + numbers)
        #expect(Array(after) == numbers + [WholeColumn.missing, 6])
    }

    @Test func `spans are those of rows that have both ends, in order and before the moment`() {
        let (none, cut) = (StampColumn.none, Stamp(microseconds: 500_000_000))
        let starts = StampColumn(seconds: [10, none, 10, 10, 10, 400])
        let ends = StampColumn(seconds: [70, 70, none, 5, 500, 499])
        let fine = StampColumn(
            ([10, nil, 10, 10, 10, 400] as [Int64?]).map { $0.map { Stamp(microseconds: $0 * 1_000_000) } ?? .missing }
                + [Stamp(microseconds: 1)])
        for start in [starts, fine] {
            var found: [[Int64]] = []
            ends.forEachSpan(of: 0..<6, since: start, before: cut) { found.append([Int64($0), $1]) }
            #expect(found == [[0, 60_000_000], [5, 99_000_000]])
        }
        var few: [Int] = []
        ends.forEachSpan(of: 4..<6, since: starts, before: cut) { place, _ in few.append(place) }
        #expect(few == [1])
    }
}
