import Seeded
import Testing

@testable import CSV
@testable import Properties

/// The cells of `bytes` by the fast reader, cut into chunks of `chunkSize`.
private func read(_ bytes: [UInt8], _ grammar: Grammar, chunkSize: Int, workers: Int = 1) -> [[String]] {
    let reader = ChunkReader(store: Store(bytes), body: 0..<bytes.count, grammar: grammar, chunkSize: chunkSize)
    return records(reader, workers: workers).records.map { $0.cells.map { String(decoding: $0, as: UTF8.self) } }
}

@Suite("Fast and plain reading agree")
struct AgreementTests {
    @Test("on quote soup, at any chunk boundary, on one thread and on two", arguments: 0..<12)
    func soup(number: Int) throws {
        var seed = Seeded(UInt64(number) + 100)
        for _ in 0..<25 {
            let alphabets = ["\",a\n", "\"\",,abcdefgh\n", "\",ab \r\n", "\"\"\"\n,x", "a,bcd,ef\n\"", "a,b\n"]
            let alphabet = Array(alphabets[seed.next(alphabets.count)].utf8)
            let count = seed.next(700)
            let bytes = (0..<count).map { _ in alphabet[seed.next(alphabet.count)] }
            var dialect = Dialect()
            dialect.skipsSpaceAfterDelimiter = seed.next(4) == 0
            if seed.next(8) == 0 { dialect.quote = nil }
            let grammar = Grammar(dialect, bareCR: seed.next(2) == 0, expected: 1 + seed.next(4))
            try checkAgreement(bytes, grammar, chunkSizes: [1 << 20, 64, 1 + seed.next(200)])
        }
    }

    @Test("on sound files with damage here and there", arguments: 0..<6)
    func damaged(number: Int) throws {
        var seed = Seeded(UInt64(number) + 900)
        var bytes = Array(Style(quotesAll: number % 2 == 0).file(Pollution.rows + Pollution.rows).utf8)
        let inserts = Array("\",;\n".utf8)
        for _ in 0..<(number * 3) {
            if seed.next(3) == 0 {
                bytes.remove(at: seed.next(bytes.count))
            } else {
                bytes.insert(inserts[seed.next(inserts.count)], at: seed.next(bytes.count))
            }
        }
        let grammar = Grammar(Dialect(), expected: 9)
        try checkAgreement(bytes, grammar, chunkSizes: [64, 100, 777, 4096, 1 << 20])
    }

    @Test("and so does a sample, whether it knows how many cells a record has or not", arguments: 0..<12)
    func samples(number: Int) {
        var seed = Seeded(UInt64(number) + 4000)
        let table = Array(Style(quotesAll: number % 2 == 0).file(Pollution.rows).utf8)
        for turn in 0..<40 {
            let alphabet = Array(["\",a\n", "\"\",,abcdefgh\n", "\",ab \r\n", "a,bcd,ef\n\"", "a,b\n"][seed.next(5)].utf8)
            var bytes = turn % 2 == 0 ? table : (0..<seed.next(700)).map { _ in alphabet[seed.next(alphabet.count)] }
            for _ in 0..<seed.next(12) { bytes.insert(alphabet[seed.next(alphabet.count)], at: seed.next(bytes.count + 1)) }
            var dialect = Dialect()
            dialect.skipsSpaceAfterDelimiter = seed.next(4) == 0
            if seed.next(8) == 0 { dialect.quote = nil }
            let grammar = Grammar(dialect, bareCR: seed.next(2) == 0, expected: [0, 9, 1 + seed.next(4)][seed.next(3)])
            let isWhole = seed.next(3) > 0
            let fast = Sample(bytes, grammar, isWhole: isWhole)
            // One by one, as where so many are wanted and no more.
            let plain = Sample(bytes, grammar, isWhole: isWhole, limit: .max - 1)
            #expect(cells(fast) == cells(plain))
            #expect((0..<fast.count).map(fast.start) == (0..<plain.count).map(plain.start))
            #expect(fast.next == plain.next && fast.repairs.counts == plain.repairs.counts)
            #expect(fast.repairs.places == plain.repairs.places)
        }
    }

    private func cells(_ sample: Sample) -> [[String]] {
        (0..<sample.count).map { record in (0..<sample.cells(record)).map { sample.text(record, $0) } }
    }

    @Test("a quoted cell full of what look like records does not fool the chunks that begin inside it")
    func cellOfRecords() {
        var row = "1,\""
        for _ in 0..<60 { row += "7,\"\"fake\"\",3\n8,x,y\n" }
        row += "\",z\n"
        let bytes = Array((row + "2,b,c\n" + row + "3,d,e\n").utf8)
        let grammar = Grammar(Dialect(), expected: 3)
        for chunkSize in [64, 90, 200, 1000] {
            let records = read(bytes, grammar, chunkSize: chunkSize, workers: 2)
            #expect(records.count == 4)
            #expect(records.map { $0[2] } == ["z", "c", "z", "e"])
        }
    }

    @Test("and with a plain state machine on sound files", arguments: [",", ";", "\t", "|"])
    func plainly(delimiter: String) {
        var seed = Seeded(5)
        for _ in 0..<20 {
            let pieces = ["a", "b c", "\"", delimiter, "\n", "é", "1.5", ""]
            let rows = (0..<40).map { _ in
                (0..<5).map { cell in
                    cell == 0 ? "id" : (0..<seed.next(5)).map { _ in pieces[seed.next(pieces.count)] }.joined()
                }
            }
            let bytes = Array(Style(delimiter: delimiter).file(rows).utf8)
            let grammar = Grammar(Dialect(delimiter: delimiter.utf8.first!), expected: 5)
            let machine = StateMachine(bytes, grammar)
            #expect(machine.isSound)
            #expect(machine.records.map { $0.cells.map { String(decoding: $0, as: UTF8.self) } } == rows)
            #expect(read(bytes, grammar, chunkSize: 128) == rows)
        }
    }

    @Test("the masks of every processor are the same")
    func masks() {
        var seed = Seeded(3)
        for _ in 0..<200 {
            let block = (0..<64).map { _ in
                UInt8(truncatingIfNeeded: [0x22, 0x2C, 0x0A, 0x23, 0xA2, Int(seed.next() & 0xFF)][seed.next(6)])
            }
            block.withUnsafeBufferPointer { block in
                for byte in [0x22, 0x2C, 0x0A, 0, 0xFF] as [UInt8] {
                    var wanted: UInt64 = 0
                    for (bit, value) in block.enumerated() where value == byte { wanted |= 1 << UInt64(bit) }
                    #expect(BlockMasks(block.baseAddress!).matches(BlockMasks.pattern(byte)) == wanted)
                    #expect(PortableBlockMasks(block.baseAddress!).matches(PortableBlockMasks.pattern(byte)) == wanted)
                }
                var others: UInt64 = 0
                for (bit, value) in block.enumerated() where value > 127 { others |= 1 << UInt64(bit) }
                #expect(BlockMasks(block.baseAddress!).othersThanASCII == others)
                #expect(PortableBlockMasks(block.baseAddress!).othersThanASCII == others)
            }
        }
    }

    @Test(
        "no input takes more than linear time", .timeLimit(.minutes(1)),
        arguments: ["\"", ",", "\"\n", ",\"\n", "\"\"\n", "a,\"\"\"\n", "\"a\n", "\r", "x\",\"", ";\"\n", " "])
    func linear(unit: String) throws {
        let bytes = Array(String(repeating: unit, count: 100_000 / unit.utf8.count).utf8)
        for expected in [1, 3, 200] {
            let count = read(bytes, Grammar(Dialect(), expected: expected), chunkSize: 1 << 14).count
            #expect(count <= bytes.count)
        }
    }
}
