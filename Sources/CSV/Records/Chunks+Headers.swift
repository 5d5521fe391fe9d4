/// What a header that comes again has done in a chunk.
struct HeaderMarks {
    /// The header's rows that came again, in order.
    var rows: [(record: Int, isNames: Bool, isTurned: Bool)] = []
    /// From which records on the columns have which order; nothing for the first header's own.
    var turns: [(record: Int, order: ColumnOrder?)] = []
}

extension HeaderRows {
    /// How many lines between two pages are taken out with the header below them, and within how many bytes above it they stand: more
    /// would be no lines of a page's head and foot.
    static let pageLines = 8
    static let pageBytes = 4096

    /// The records of a buffer, from one on, that are the header's rows; `order` is that of the columns before.
    func marks(_ buffer: ChunkBuffer, _ grammar: Grammar, from first: Int = 0, order: ColumnOrder?) -> HeaderMarks {
        var marks = HeaderMarks()
        guard buffer.recordCount > 0 else { return marks }
        let bytes = UnsafePointer(buffer.bytes)
        var order = order
        let batch = Batch(buffer, grammar)
        for record in first..<max(first, buffer.recordCount) where mayBegin(bytes, Int(buffer.records[record].start)) {
            switch match(batch, record, order: order) {
            case .names(let names):
                marks.rows.append((record, true, names != nil))
                if names != order { marks.turns.append((record, names)) }
                order = names
            case .further: marks.rows.append((record, false, false))
            case nil: break
            }
        }
        return marks
    }

    /// The records right above another one that are lines of a page's head or foot.
    func pageLines(_ buffer: ChunkBuffer, _ grammar: Grammar, above record: Int) -> Range<Int> {
        let batch = Batch(buffer, grammar)
        let start = Int(buffer.records[record].start)
        var first = record
        while first > 0, record - first < Self.pageLines, start - Int(buffer.records[first - 1].start) <= Self.pageBytes,
            isPageLine(batch, first - 1)
        {
            first -= 1
        }
        return first..<record
    }
}

extension ChunkReader {
    /// Takes out the rows of headers and the lines of page heads above them, and puts the cells below a header in another order into
    /// the first one's. `next` is where the record after the chunk begins. Returns it with the order of the columns there.
    func settle(_ marks: HeaderMarks, _ buffer: ChunkBuffer, order: ColumnOrder?, next: ChunkStart, _ repairs: inout Repairs)
        -> ChunkStart?
    {
        guard let header else { return next }
        var next = next
        next.order = marks.turns.last.map(\.order) ?? order
        guard buffer.recordCount > 0 else { return next }
        guard let foot = foot(buffer, next) else { return nil }
        guard !marks.rows.isEmpty || order != nil || foot > 0 else { return next }
        var dropped = Set(marks.rows.map(\.record))
        var lines = Array(buffer.recordCount - foot..<buffer.recordCount)
        for row in marks.rows { lines += header.pageLines(buffer, grammar, above: row.record) }
        for record in dropped.union(lines) {
            repairs.remove(at: buffer.offset(record), cells: Int(buffer.records[record].count))
        }
        for row in marks.rows where row.isNames {
            repairs.add(row.isTurned ? .turnedHeader : .repeatedHeader, at: buffer.offset(row.record), cells: 0)
        }
        for line in Set(lines).subtracting(dropped).sorted() { repairs.add(.pageLine, at: buffer.offset(line), cells: 0) }
        dropped.formUnion(lines)
        var order = order
        var turn = 0
        for record in 0..<buffer.recordCount {
            if turn < marks.turns.count, marks.turns[turn].record == record {
                order = marks.turns[turn].order
                turn += 1
            }
            if let order, !dropped.contains(record) { buffer.reorder(record, order, grammar) }
        }
        buffer.removeRecords(dropped)
        return next
    }

    /// How many of the chunk's last records are lines of the head of a page whose header begins in the next chunk; nothing where the
    /// file could not be read.
    private func foot(_ buffer: ChunkBuffer, _ next: ChunkStart) -> Int? {
        let count = buffer.recordCount
        let ends = buffer.endCount
        guard let header, next.offset < body.upperBound, header.isPageLine(Batch(buffer, grammar), count - 1) else { return 0 }
        defer { buffer.truncate(records: count, ends: ends) }
        var debt = next.debt
        var repairs = Repairs()
        var at = next.offset - buffer.base
        while buffer.recordCount - count <= HeaderRows.pageLines, at < body.upperBound - buffer.base {
            let before = buffer.recordCount
            switch RecordReader(buffer, grammar).read(at: at, debt: &debt, repairs: &repairs) {
            case .next(let next): at = next
            case .needsMore:
                let more = max(buffer.count, 1 << 16)
                guard buffer.extend(store, to: buffer.base + buffer.count + more, bodyEnd: body.upperBound) else { return nil }
            }
            guard buffer.recordCount > before else { continue }
            let batch = Batch(buffer, grammar)
            let start = Int(buffer.records[before].start)
            if header.mayBegin(UnsafePointer(buffer.bytes), start), header.match(batch, before, order: next.order) != nil {
                return max(0, count - header.pageLines(buffer, grammar, above: before).lowerBound)
            }
            guard header.isPageLine(batch, before) else { return 0 }
        }
        return 0
    }
}

extension ChunkBuffer {
    /// The offset in the document at which a record begins.
    func offset(_ record: Int) -> Int { base + Int(records[record].start) }
}
