/// A part of a document cut into records, for looking at it from all sides before it is read.
struct Sample {
    let buffer: ChunkBuffer
    let grammar: Grammar
    private(set) var repairs = Repairs()
    /// One past the last record that was cut.
    private(set) var next = 0

    /// Cuts `bytes` by `grammar`. Where they are not the `isWhole` document, a record that does not end in them is left out.
    ///
    /// - Parameter limit: How many records are cut at most.
    init(_ bytes: [UInt8], _ grammar: Grammar, isWhole: Bool = true, limit: Int = .max) {
        let buffer = ChunkBuffer(capacity: bytes.count)
        bytes.withUnsafeBufferPointer { source in
            if let base = source.baseAddress { buffer.bytes.update(from: base, count: source.count) }
        }
        buffer.count = bytes.count
        buffer.isLast = isWhole
        self.init(buffer, grammar, limit: limit)
    }

    /// Cuts the bytes that `buffer` has by `grammar`.
    init(_ buffer: ChunkBuffer, _ grammar: Grammar, limit: Int = .max) {
        self.buffer = buffer
        self.grammar = grammar
        buffer.clearRecords()
        let reader = RecordReader(buffer, grammar)
        var scanner = BlockScanner(grammar)
        var (at, debt) = (0, 0)
        while at < buffer.count, buffer.recordCount < limit {
            var until = at + 1
            // Where no number of cells is asked for, records like the one before are read fast.
            if grammar.expected == 0, count > 0 { scanner.grammar.expected = cells(count - 1) }
            if limit == .max, scanner.isUsable {
                let scanned = scanner.scan(buffer, from: at, to: buffer.count)
                debt = max(0, debt - 8 * (scanned.next - at))
                at = scanned.next
                until = min(buffer.count, scanned.trouble)
            }
            while at < until {
                guard case .next(let next) = reader.read(at: at, debt: &debt, repairs: &repairs) else {
                    self.next = at
                    return
                }
                at = next
            }
        }
        next = at
    }

    var count: Int { buffer.recordCount }

    func cells(_ record: Int) -> Int { Int(buffer.records[record].count) }

    /// Whether the record is parted by another delimiter than the others.
    func isForeign(_ record: Int) -> Bool { buffer.records[record].ownDelimiter != 0 }

    func start(_ record: Int) -> Int { Int(buffer.records[record].start) }

    /// One past the record's last byte, without its line end.
    func end(_ record: Int) -> Int {
        let span = buffer.records[record]
        return Int(buffer.ends[Int(span.first + span.count) - 1])
    }

    func field(_ record: Int, _ column: Int) -> UnsafeRawBufferPointer { Batch(buffer, grammar).field(record, column) }

    /// A cell as it stands in the document, quotes and all.
    func raw(_ record: Int, _ column: Int) -> UnsafeRawBufferPointer { Batch(buffer, grammar).rawField(record, column) }

    func isQuoted(_ record: Int, _ column: Int) -> Bool { Batch(buffer, grammar).isQuoted(record, column) }

    func text(_ record: Int, _ column: Int) -> String { String(decoding: field(record, column), as: UTF8.self) }

    func shape(_ record: Int, _ column: Int) -> Shape { Shape(field(record, column)) }

    /// How many of the record's cells are not empty.
    func filled(_ record: Int) -> Int {
        (0..<cells(record)).count { !Shape.isEmpty(field(record, $0)) }
    }

    /// Whether some cell of the record is not empty.
    func isFilled(_ record: Int) -> Bool {
        (0..<cells(record)).contains { !Shape.isEmpty(field(record, $0)) }
    }

    /// Whether a blank line stands before the record.
    func isAfterBlank(_ record: Int) -> Bool {
        guard record > 0 else { return false }
        var ends = 0
        for at in end(record - 1)..<start(record) where buffer.bytes[at] == Byte.lf { ends += 1 }
        if ends == 0 {
            for at in end(record - 1)..<start(record) where buffer.bytes[at] == Byte.cr { ends += 1 }
        }
        return ends > 1
    }

    /// The number of cells that most records have, weighed by how many cells that makes; lines of a single cell, which may be titles,
    /// weigh half. 0 where there is no record.
    var usualCells: Int {
        var counts: [Int: Int] = [:]
        var record = 0
        while record < count {
            // Most records have as many cells as the one before.
            let (first, cells) = (record, cells(record))
            repeat { record += 1 } while record < count && self.cells(record) == cells
            counts[cells, default: 0] += record - first
        }
        func weight(_ entry: (key: Int, value: Int)) -> Int { entry.value * (entry.key == 1 ? 1 : 2 * entry.key) }
        return counts.max { (weight($0), -$0.key) < (weight($1), -$1.key) }?.key ?? 0
    }
}
