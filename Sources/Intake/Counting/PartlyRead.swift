import CSV
public import Facts

/// What an engine counted of one file.
public struct CountedFile: Sendable {
    /// Rows that count.
    public var facts: Int
    /// Rows that another of the same id took the place of.
    public var replaced: Int
    /// How often each text stands in a dimension's cells.
    public var members: [(dimension: String, text: String, rows: Int)]
    /// The texts in the cells of customers.
    public var customers: [String]
    /// The texts in the cells of ids of deals, where there are deals.
    public var deals: [String]
    /// The days on which its leads were created.
    public var days: [Day]
    /// By as-of date its newest event.
    public var newest: [Day: Stamp]
    /// Whether its amounts have a decimal point.
    public var hasPoint: Bool

    /// What was counted; see the properties.
    public init(
        facts: Int, replaced: Int, members: [(dimension: String, text: String, rows: Int)], customers: [String],
        deals: [String], days: [Day], newest: [Day: Stamp], hasPoint: Bool
    ) {
        (self.facts, self.replaced, self.members) = (facts, replaced, members)
        (self.customers, self.deals) = (customers, deals)
        (self.days, self.newest, self.hasPoint) = (days, newest, hasPoint)
    }
}

/// The files whose rows an engine may count, oldest first; of files with the same bytes the one that is read.
public func countable(_ files: [ReadFile], settings: IntakeSettings) -> [(place: Int, file: CountableFile)] {
    // Of these only their order is asked, which does not hang on what is in them.
    let assembler = Assembler(
        files.filter { $0.countable != nil && $0.failure == nil }.map { file in
            var file = file
            file.source = nil
            return file
        }, settings)
    // The assembler has them by path.
    var places: [String: Int] = [:]
    for (place, file) in files.enumerated() { places[file.file.path + "\u{0}" + file.file.sha256] = place }
    return assembler.ages.compactMap { index in
        let file = assembler.files[index]
        guard let countable = file.countable,
            let place = places[file.file.path + "\u{0}" + file.file.sha256]
        else { return nil }
        return (place, countable)
    }
}

extension ReadFile {
    /// The file with the rows read that an engine has not counted, and with what it has.
    ///
    /// - Parameter rows: The places of these rows among the records, ascending, each with the cell of its id.
    /// - Throws: Where the engine did not read the file as it is read here.
    public func reading(
        _ rows: [(place: Int, id: String)], besides counted: CountedFile, settings: IntakeSettings
    ) throws(IntakeError) -> ReadFile {
        guard let countable, let document else { return self }
        var result = ReadFile(file)
        (result.header, result.source) = (header, source)
        (result.found, result.countable) = (found, countable)
        guard counted.facts + counted.replaced + rows.count == countable.records else {
            throw other(
                "it has \(countable.records) records, of which the engine saw \(counted.facts + counted.replaced + rows.count)")
        }
        let (part, starts) = try part(rows, of: document, countable, workers: settings.workers)
        var reader = FileReader(
            file, part, countable.source, countable.columnsOfSource, nil, settings)
        reader.rest = FileReader.Rest(
            isFirstThere: rows.first?.place == 0, hasPoint: counted.hasPoint, findings: document.findings)
        reader.read(into: &result)
        if let amount = countable.source.places[NumberKey.amount], counted.hasPoint,
            result.readings.indices.contains(amount), result.readings[amount].decimal == .comma
        {
            throw other("amounts are written with a point in some rows and with a comma in others")
        }
        // An id in other letters may be that of a row that the engine counts.
        let used = Set((0..<result.offsets.count).map { result.offsets[$0] })
        if let row = zip(rows, starts).first(where: { used.contains($1) && !$0.id.utf8.allSatisfy { $0 < 128 } })?.0 {
            throw other("the id `\(row.id)` has letters that may stand for others, and cannot be compared there")
        }
        result.counted = counted
        result.rows += counted.facts + counted.replaced
        return result
    }

    private func other(_ what: String) -> IntakeError {
        IntakeError(
            .dataError, code: "not-for-engine", message: "the engine does not read this file as it is read here: \(what)",
            hint: "mend stray quotes and headers that come again, or read leads here: `engine: {kind: local}`", file: file.path)
    }

    /// The records at some places as a document of their own, whose lines are those of the file, and where each begins in it.
    private func part(
        _ rows: [(place: Int, id: String)], of document: Document, _ countable: CountableFile, workers: Int
    ) throws(IntakeError) -> (document: Document, starts: [Int]) {
        var (text, starts, lines) = (Writer(delimiter: countable.delimiter), [Int](), [Int]())
        text.append(record: header)
        var bytes = text.bytes
        let idPlace = countable.places[IDKey.leadID.name] ?? 0
        for (row, record) in zip(rows, Record.at(rows.map(\.place), of: document, id: idPlace, workers: workers)) {
            guard record.id == row.id || countable.irregular.contains(row.place) else {
                throw other("record \(row.place + 1) has the id `\(row.id)` for the engine, and `\(record.id)` here")
            }
            starts.append(bytes.count)
            lines.append(document.line(at: record.offset))
            bytes += record.bytes
            bytes += [UInt8(ascii: "\n")]
        }
        let overrides = Overrides(
            encoding: .utf8, delimiter: countable.delimiter, quote: .character(UInt8(ascii: "\"")), escape: .doubled,
            headerRow: 1)
        guard let part = try? Document.read(bytes: bytes, name: document.name, overrides: overrides),
            part.map(workers: 1, { $0.count }).reduce(0, +) == rows.count
        else {
            throw other("its broken records cannot be told apart")
        }
        return (part.holding(starts: starts, lines: lines), starts)
    }
}

/// A record of a document.
private struct Record: Sendable {
    /// Where it begins.
    var offset: Int
    var bytes: [UInt8]
    /// The cell of its id.
    var id: String

    /// The records at some places, ascending, lines without anything not counted.
    static func at(_ places: [Int], of document: Document, id: Int, workers: Int) -> [Record] {
        guard !places.isEmpty else { return [] }
        // The place of a batch's first record is known only once all before it are counted.
        var (first, seen) = ([Int: Int](), 0)
        let counts = document.map(workers: workers) { batch in
            (start: batch.offset(0), count: (0..<batch.count).count { !batch.isEmptyLine($0) })
        }
        for (start, count) in counts {
            first[start] = seen
            seen += count
        }
        let wanted = Set(places)
        return document.map(workers: workers) { [first] batch in
            var (place, found) = (first[batch.offset(0)] ?? 0, [Record]())
            for row in 0..<batch.count where !batch.isEmptyLine(row) {
                if wanted.contains(place) {
                    let text = String(decoding: batch.field(row, id), as: UTF8.self)
                    found.append(Record(offset: batch.offset(row), bytes: Array(batch.text(row)), id: text))
                }
                place += 1
            }
            return found
        }.flatMap { $0 }
    }
}
