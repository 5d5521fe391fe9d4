import Facts
import Seeded
import Testing

@Suite struct ChoosingTests {
    @Test func `the places that fit are told in their order, however many there are`() {
        for seed in 1...100 as ClosedRange<UInt64> {
            var random = Seeded(seed)
            let share = Int.random(in: 0...4, using: &random)
            let fits = (0..<Int.random(in: 0...300, using: &random)).map { _ in Int.random(in: 0..<4, using: &random) < share }
            var found: [Int] = []
            forEachPlace(of: fits.count, where: { fits[$0] ? 1 : 0 }) { found.append($0) }
            #expect(found == fits.indices.filter { fits[$0] }, "seed \(seed)")
        }
    }
}
