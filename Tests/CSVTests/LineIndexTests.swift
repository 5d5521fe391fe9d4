import Seeded
import Testing

@testable import CSV

@Suite("Lines")
struct LineIndexTests {
    @Test("are those that counting gives, whatever the order they are asked for in", arguments: [false, true])
    func anyOrder(bareCR: Bool) {
        var seed = Seeded(8)
        let bytes = (0..<600_000).map { _ in [Byte.lf, Byte.cr, 97, 98, 99, 100][seed.next(6)] }
        var lines = [1]
        for (at, byte) in bytes.enumerated() {
            let next = at + 1 < bytes.count ? bytes[at + 1] : 0
            let isEnd = byte == Byte.lf || (bareCR && byte == Byte.cr && next != Byte.lf)
            lines.append(lines[at] + (isEnd ? 1 : 0))
        }
        let index = LineIndex(Store(bytes), bareCR: bareCR)
        var at = 0
        for _ in 0..<600 {
            at = seed.next(3) == 0 ? seed.next(bytes.count + 1) : min(bytes.count, at + seed.next(900))
            #expect(index.line(at: at) == lines[at])
        }
    }

    @Test("of every record of a large file are soon found", .timeLimit(.minutes(1)))
    func manyRecords() throws {
        let bytes = Array(String(repeating: "a,b\n", count: 400_000).utf8)
        let index = LineIndex(Store(bytes), bareCR: false)
        for record in 0..<400_000 { #expect(index.line(at: record * 4) == record + 1) }
    }
}
