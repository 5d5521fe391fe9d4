import Facts
import Testing

struct StampColumnTests {
    private let whole = Stamp(microseconds: 1_793_000_000_000_000)
    private let fraction = Stamp(microseconds: 1_793_000_000_250_000)
    private let early = Stamp(microseconds: -1)

    @Test func `whole seconds take four bytes, and a fraction makes all eight`() {
        var column = StampColumn([whole, .missing])
        #expect(column.byteCount == 8)
        column.append(fraction)
        #expect(column.byteCount == 24)
        #expect(Array(column) == [whole, .missing, fraction])
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
}
