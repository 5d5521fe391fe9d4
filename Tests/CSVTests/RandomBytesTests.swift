import Testing

@testable import CSV

@Suite("Any bytes")
struct RandomBytesTests {
    private static let pieces = [
        "\"", "'", ",", ";", "\t", "|", " ", "\n", "\r\n", "\r", "a", "B c", "12", "1.5", "2026-01-02", "\\", "\\\"", "Total",
        "sep=;", "é", "客", "=", "\u{FEFF}", "x@y.z", "NA", "\n\n", ",,,,", "{", "10:00",
    ]

    @Test("are read or refused, never a trap, and every record has its line and text", arguments: 0..<8)
    func anything(number: Int) {
        var seed = Seed(UInt64(number) + 4000)
        for _ in 0..<60 {
            let pieces = (0..<(2 + seed.next(8))).map { _ in Self.pieces[seed.next(Self.pieces.count)] }
            var bytes: [UInt8] = []
            for _ in 0..<seed.next(120) { bytes += Array(pieces[seed.next(pieces.count)].utf8) }
            if seed.next(5) == 0, !bytes.isEmpty {
                for _ in 0..<5 { bytes[seed.next(bytes.count)] = UInt8(seed.next(256)) }
            }
            var overrides = Overrides()
            if seed.next(6) == 0 { overrides.headerRow = seed.next(5) }
            if seed.next(8) == 0 { overrides.encoding = TextEncoding.allCases[seed.next(7)] }
            if seed.next(8) == 0 { overrides.escape = .backslash }
            guard let table = try? Document.read(bytes: bytes, name: "any.csv", overrides: overrides) else { continue }
            let offsets = table.map(workers: 1) { batch in (0..<batch.count).map { batch.offset($0) } }.flatMap { $0 }
            #expect(offsets == offsets.sorted())
            for offset in offsets {
                #expect(table.line(at: offset) >= 1)
                #expect(!table.rawText(at: offset).isEmpty)
            }
            #expect(table.asCSV().isEmpty == (table.isEmpty && offsets.isEmpty))
        }
    }
}
