#if DEBUG
    @testable import CSV

    /// Both readers agree on any bytes, whatever the chunks and threads; and with a plain state machine on those that keep every
    /// rule. What is opened as a document has its records in order, with lines and texts, and comes out as sound CSV.
    @Sendable public func checkReading(_ bytes: [UInt8]) throws {
        let input = Input(bytes)
        var dialect = Dialect(delimiter: [",", ";", "\t", "|", " "][Int(input.options[0]) % 5].utf8.first!)
        dialect.skipsSpaceAfterDelimiter = input.options[0] & 16 != 0
        if input.options[0] & 32 != 0 { dialect.quote = UInt8(ascii: "'") }
        if input.options[0] & 64 != 0 { dialect.quote = nil }
        if input.options[0] & 128 != 0 { dialect.escape = .backslash }
        var grammar = Grammar(
            dialect, bareCR: input.options[1] & 16 != 0, expected: max(1, Int(input.options[1] & 15)))
        if grammar.delimiter == Byte.comma, input.options[2] & 1 != 0 {
            grammar.numbers = CutNumbers(
                sign: input.options[2] & 2 != 0 ? .decimals : .thousands, use: input.options[2] & 4 != 0 ? .watch : .mend)
        }
        grammar.unwraps = grammar.hasQuote && input.options[2] & 8 != 0
        let chunkSizes = [1 << 20, 64, 1 + Int(input.options[2])]
        try checkAgreement(input.text, grammar, chunkSizes: chunkSizes)
        if input.options[2] & 16 != 0, let names = StateMachine(input.text, grammar).records.first?.cells {
            let header = HeaderRows(rows: [names.map { String(decoding: $0, as: UTF8.self) }], titles: [], grammar)
            try checkAgreement(input.text, grammar, header: header, chunkSizes: chunkSizes)
        }

        var overrides = Overrides()
        if input.options[1] & 32 != 0 { overrides.headerRow = Int(input.options[2] % 5) }
        if input.options[1] & 64 != 0 { overrides.encoding = TextEncoding.allCases[Int(input.options[2] % 7)] }
        if input.options[1] & 128 != 0 { overrides.escape = .backslash }
        guard let document = try? Document.read(bytes: input.text, name: "any.csv", overrides: overrides) else { return }
        try checkDocument(document, chunkSizes: chunkSizes)
    }

    /// That the fast reader finds in `bytes` what the plain one does, however they are cut into chunks; and what the plain state
    /// machine does, where they keep every rule.
    func checkAgreement(_ bytes: [UInt8], _ grammar: Grammar, header: HeaderRows? = nil, chunkSizes: [Int]) throws {
        let machine = StateMachine(bytes, grammar)
        func reader(_ chunkSize: Int, isPlain: Bool) -> ChunkReader {
            ChunkReader(
                store: Store(bytes), body: 0..<bytes.count, grammar: grammar, header: header, chunkSize: chunkSize,
                isPlain: isPlain)
        }
        let plain = records(reader(1 << 20, isPlain: true))
        if machine.isSound, header == nil {
            let wanted = machine.records.map { RecordRead(offset: $0.start, cells: $0.cells) }
            try require(plain.records == wanted, "the plain reader found \(plain.records), the state machine \(wanted)")
        }
        try require(plain.records.count <= bytes.count, "\(plain.records.count) records in \(bytes.count) bytes")
        for chunkSize in chunkSizes {
            for workers in [1, 2] where workers == 1 || bytes.count > chunkSize {
                let fast = records(reader(chunkSize, isPlain: false), workers: workers)
                try require(
                    fast == plain,
                    "in chunks of \(chunkSize) by \(workers) the fast reader found \(fast), the plain one \(plain); \(grammar)")
            }
        }
    }

    /// One record with its place.
    struct RecordRead: Equatable {
        var offset: Int
        var cells: [[UInt8]]
        var isDoubtful = false
    }

    /// What a reader finds: the records, and what it mended as text.
    func records(_ reader: ChunkReader, workers: Int = 1) -> Readout {
        let all = reader.map(workers: workers) { (batch: borrowing Batch) in
            (0..<batch.count).map { record in
                RecordRead(
                    offset: batch.offset(record),
                    cells: (0..<batch.fieldCount(record)).map { [UInt8](batch.field(record, $0)) },
                    isDoubtful: batch.isDoubtful(record))
            }
        }
        return Readout(
            records: all.results.flatMap { $0 }, repairs: all.repairs.findings(reader.grammar) { $0 }.map { "\($0)" })
    }

    /// What a reader found.
    struct Readout: Equatable {
        var records: [RecordRead]
        var repairs: [String]
    }

    private func checkDocument(_ document: Document, chunkSizes: [Int]) throws {
        let body = document.layout.body
        func reader(_ chunkSize: Int, isPlain: Bool) -> ChunkReader {
            ChunkReader(
                store: document.store, body: body, grammar: document.grammar, header: document.headerRows, chunkSize: chunkSize,
                isPlain: isPlain)
        }
        let plain = records(reader(1 << 20, isPlain: true))
        for chunkSize in chunkSizes {
            let fast = records(reader(chunkSize, isPlain: false), workers: body.count > chunkSize ? 2 : 1)
            try require(fast == plain, "in chunks of \(chunkSize) the document's records are \(fast), read plainly \(plain)")
        }
        var (last, line) = (-1, 0)
        for record in plain.records {
            try require(body.contains(record.offset) && record.offset > last, "a record at \(record.offset) after \(last)")
            last = record.offset
        }
        for record in plain.records.prefix(40) {
            let here = document.line(at: record.offset)
            try require(here > line || record.offset == body.lowerBound && here >= 1, "line \(here) after \(line)")
            try require(!document.rawText(at: record.offset).isEmpty, "no text at \(record.offset)")
            line = here
        }
        for finding in document.findings { try require(!finding.message.isEmpty && finding.line >= 0, "\(finding)") }
        try checkCSV(document, plain.records)
    }

    /// That the document written as CSV is UTF-8, sound, and has the same cells, short records padded.
    private func checkCSV(_ document: Document, _ records: [RecordRead]) throws {
        let bytes = document.asCSV()
        try require(String(validating: bytes, as: UTF8.self) != nil, "as CSV it is not UTF-8")
        let machine = StateMachine(bytes)
        try require(machine.isSound, "as CSV it is not sound: \(String(decoding: bytes, as: UTF8.self).debugDescription)")
        let columns = document.layout.columnCount
        var wanted = records.map { record in
            record.cells + Array(repeating: [], count: max(0, columns - record.cells.count))
        }
        if document.layout.headerLines != nil { wanted.insert(document.layout.header.map { Array($0.utf8) }, at: 0) }
        try require(
            machine.records.map(\.cells) == wanted,
            "as CSV it has the cells \(machine.records.map(\.cells)), the document \(wanted)")
    }
#endif
