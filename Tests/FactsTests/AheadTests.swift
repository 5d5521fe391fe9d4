import Synchronization
import Testing

@testable import Facts

@Suite struct AheadTests {
    @Test func `work is done once, whoever comes first to it`() {
        for round in 0..<200 {
            let times = Atomic(0)
            let ahead = Ahead {
                times.add(1, ordering: .relaxed)
                return round
            }
            #expect(concurrently(4) { _ in ahead.value } == Array(repeating: round, count: 4))
            #expect(times.load(ordering: .relaxed) == 1)
        }
    }

    @Test func `a pool takes another's texts and says which code each has there`() {
        var pool = Pool()
        for text in ["b", "a"] { _ = pool.code(text) }
        var other = Pool()
        for text in ["c", "a", "é", "d"] { _ = other.code(text) }
        let codes = pool.take(other)
        #expect(codes.map { pool[$0] } == other.texts && pool.texts == ["", "b", "a", "c", "é", "d"])
        #expect(!Pool.areSame(codes))
        var empty = Pool()
        let same = empty.take(other)
        #expect(Pool.areSame(same) && empty.texts == other.texts && empty.find("é") == 3)
    }
}
