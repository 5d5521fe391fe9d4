import Properties
import Seeded
import Testing

@Suite("Any bytes")
struct RandomBytesTests {
    private static let pieces = [
        "\"", "'", ",", ";", "\t", "|", " ", "\n", "\r\n", "\r", "a", "B c", "12", "1.5", "2026-01-02", "\\", "\\\"", "Total",
        "sep=;", "é", "客", "=", "\u{FEFF}", "x@y.z", "NA", "\n\n", ",,,,", "{", "10:00",
    ]

    @Test("are read or refused, never a trap, and what holds of every input holds", arguments: 0..<8)
    func anything(number: Int) throws {
        var seed = Seeded(UInt64(number) + 4000)
        for _ in 0..<60 {
            let pieces = (0..<(2 + seed.next(8))).map { _ in Self.pieces[seed.next(Self.pieces.count)] }
            var bytes: [UInt8] = []
            for _ in 0..<seed.next(120) { bytes += Array(pieces[seed.next(pieces.count)].utf8) }
            if seed.next(5) == 0, !bytes.isEmpty {
                for _ in 0..<5 { bytes[seed.next(bytes.count)] = UInt8(seed.next(256)) }
            }
            let options = (0..<3).map { _ in UInt8(seed.next(4) == 0 ? seed.next(256) : 0) }
            try checkReading([1] + options + bytes)
        }
    }
}
