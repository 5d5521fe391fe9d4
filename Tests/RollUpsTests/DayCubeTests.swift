import Facts
import Seeded
import Testing

@testable import RollUps

/// Cubes of days against sums taken one by one.
@Suite struct DayCubeTests {
    private struct Addition {
        var value: Int64
        var measure: Int
        var slice: Int
        var day: Day
    }

    @Test(arguments: 1...12)
    func `sums are those of what was added, in slices with few values and with many, in one cube or several`(_ seed: UInt64) {
        var random = Seeded(seed)
        let (measures, slices, first) = (3, 40, Day("2026-01-01")!)
        let span = Int.random(in: 1...120, using: &random)
        let additions = (0..<Int.random(in: 0...4000, using: &random)).map { _ in
            // A few slices have nearly everything.
            let slice =
                Int.random(in: 0...2, using: &random) > 0
                ? Int.random(in: 0..<3, using: &random) : Int.random(in: 3..<slices, using: &random)
            return Addition(
                value: Int64.random(in: -9...9, using: &random), measure: Int.random(in: 0..<measures, using: &random),
                slice: slice,
                day: first + Int.random(in: 0..<span, using: &random))
        }
        let days = seed.isMultiple(of: 2) ? DayIndex(from: first, to: first + (span - 1)) : DayIndex(of: additions.map(\.day))
        var parts = (0..<3).map { _ in DayCube<Int64>(days: days, measures: measures, slices: slices) }
        for (number, addition) in additions.enumerated() {
            parts[number % 3].add(
                addition.value, measure: addition.measure, slice: addition.slice, day: days.number(addition.day))
        }
        var whole = parts[0]
        whole.merge(parts[1])
        whole.merge(parts[2])
        whole.seal()
        for measure in 0..<measures {
            for slice in 0..<slices {
                let own = additions.filter { $0.measure == measure && $0.slice == slice }
                for offset in stride(from: -2, through: span + 1, by: 3) {
                    let (start, end) = (first + offset, first + offset + Int.random(in: -1...20, using: &random))
                    let expected = own.reduce(Int64(0)) { $0 + ($1.day >= start && $1.day <= end ? $1.value : 0) }
                    #expect(whole.sum(measure: measure, slice: slice, from: start, to: end) == expected)
                }
            }
        }
    }

    @Test(arguments: 1...8)
    func `a measure is added to another, and slices to one, whether they have few values or many`(_ seed: UInt64) {
        var random = Seeded(seed)
        let (slices, span) = (30, 50)
        let days = DayIndex(from: Day("2026-01-01")!, to: Day("2026-01-01")! + (span - 1))
        var cube = DayCube<Int64>(days: days, measures: 3, slices: slices)
        // By measure, slice and day.
        var expected = Array(repeating: Array(repeating: [Int64](repeating: 0, count: span), count: slices), count: 3)
        for _ in 0..<Int.random(in: 1...3000, using: &random) {
            let slice = Bool.random(using: &random) ? 1 : Int.random(in: 1..<slices, using: &random)
            let (measure, day) = (Int.random(in: 0..<2, using: &random), Int.random(in: 0..<span, using: &random))
            cube.count(measure, [0], slices: [Int32(slice)], days: [Int32(day)], each: 2)
            expected[measure][slice][day] += 2
        }
        cube.add(1, to: 0)
        cube.add(slices: 1..<20, to: 0)
        cube.seal()
        for slice in 0..<slices { for day in 0..<span { expected[0][slice][day] += expected[1][slice][day] } }
        for measure in 0..<2 {
            for slice in 1..<20 { for day in 0..<span { expected[measure][0][day] += expected[measure][slice][day] } }
        }
        for measure in 0..<3 {
            for slice in 0..<slices {
                for day in 0..<span {
                    let sum = cube.sum(measure: measure, slice: slice, upTo: Day("2026-01-01")! + day)
                    #expect(sum == expected[measure][slice][...day].reduce(0, +))
                }
            }
        }
    }

    @Test func `sums of a pass are the same whether few slices have any or all`() {
        for step in [1, 3, 700] {
            var sums = SlicedSums(slices: 5000, width: 2)
            for slice in stride(from: 5, to: 5000, by: step) { sums.add(Int128(slice), to: 1, slices: [slice, 4]) }
            let loose = sums
            sums.compact()
            for slice in 0..<5000 {
                #expect(sums(1, slice) == loose(1, slice) && sums(0, slice) == 0)
                #expect(sums.isTouched(slice) == loose.isTouched(slice))
            }
        }
    }
}
