import Synchronization

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A CSV file: how it is read, and its records.
///
///     let document = try Document.open(path: "inbox/leads.csv")
///     let counts = document.map(workers: 2) { batch in batch.count }
///     print(document.layout.header, counts.reduce(0, +))
public final class Document: Sendable {
    /// How the file is read, and how sure each guess is.
    public let layout: Layout
    /// The number of bytes on disk.
    public let size: Int
    /// The file's path, or the name given to the bytes.
    public let name: String

    let store: Store
    let grammar: Grammar
    /// The header's rows, which may come again amid the records.
    let headerRows: HeaderRows?
    private let sniffed: [Finding]
    /// Of a document that holds some records of another where each begins here, and its line there; nil of any other.
    private let origins: (starts: [Int], lines: [Int])?
    private let lines: LineIndex
    private let state = Mutex(State())

    private struct State {
        var repairs = Repairs()
        var isComplete = true
    }

    init(
        name: String, size: Int, store: Store, layout: Layout, grammar: Grammar, headerRows: HeaderRows?, findings: [Finding],
        origins: (starts: [Int], lines: [Int])? = nil
    ) {
        self.name = name
        self.size = size
        self.store = store
        self.layout = layout
        self.grammar = grammar
        self.headerRows = headerRows
        sniffed = findings
        self.origins = origins
        lines = LineIndex(store, bareCR: grammar.bareCR)
    }

    /// The same of a document that holds some records of another.
    ///
    /// - Parameters:
    ///   - starts: Where each record begins here, ascending.
    ///   - lines: Its line in the other document, which is then what ``line(at:)`` gives.
    public func holding(starts: [Int], lines: [Int]) -> Document {
        Document(
            name: name, size: size, store: store, layout: layout, grammar: grammar, headerRows: nil, findings: [],
            origins: (starts, lines))
    }

    /// The document with its columns named by one row of its header alone, a place among ``Layout/headerRows``; the records are the same.
    public func named(byRow row: Int) -> Document { named(layout.headerRows[row]) }

    /// The document with other names of its columns, as many as it has; the records are the same.
    public func named(_ header: [String]) -> Document {
        var layout = layout
        layout.header = header
        return Document(
            name: name, size: size, store: store, layout: layout, grammar: grammar, headerRows: headerRows, findings: sniffed)
    }

    /// Whether there is no table: 0 bytes, or nothing but blank lines.
    public var isEmpty: Bool { layout.header.isEmpty && layout.body.isEmpty }

    /// What was found about the file's structure, in order of lines: as soon as it is opened, what lies around the main table;
    /// once ``map(workers:_:)`` has been through the records, the broken ones too.
    public var findings: [Finding] {
        let (repairs, isComplete) = state.withLock { ($0.repairs, $0.isComplete) }
        var all = sniffed + repairs.findings(grammar) { line(at: $0) }
        if !isComplete {
            all.append(
                Finding(
                    code: "read-failed", line: 0, message: "the file could not be read to its end, or was written to meanwhile",
                    hint: "check that it is whole and not being written, then try again"))
        }
        // Not `sort`, which need not keep the order of equals.
        return all.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
    }

    /// An error where the last ``map(workers:_:)`` could not read the whole file as it was opened (it was written to, or the disk
    /// failed).
    public var readError: CSVError? {
        guard store.isLost || !state.withLock({ $0.isComplete }) else { return nil }
        return CSVError(changing: name)
    }

    /// Whether the last ``map(workers:_:)`` met the header again with its names in another order: then ``cells(at:)`` depends on it.
    public var hasTurnedHeaders: Bool { state.withLock { $0.repairs.counts[Repairs.Kind.turnedHeader.rawValue] > 0 } }

    /// Closes the file where many are open, until it is read again: call it once the records have been read.
    public func rest() { store.rest() }

    /// Cuts the records of the main table into batches of whole ones and calls `body` for each, several at once on up to
    /// `workers` threads; the results are in file order. Each record comes in exactly one batch. A file without records gives
    /// no batch at all.
    public func map<T: Sendable, E: Error>(
        workers: Int, _ body: @Sendable (borrowing Batch) throws(E) -> T
    ) throws(E) -> [T] {
        let all = try chunkReader.map(workers: workers, body)
        note(all.repairs, isComplete: all.isComplete)
        return all.results
    }

    /// As ``map(workers:_:)``, but the results are not kept: `take` is called with each in file order, as soon as its turn has
    /// come, by one thread at a time.
    public func forEach<T: Sendable, E: Error>(
        workers: Int, _ body: @Sendable (borrowing Batch) throws(E) -> T, inOrder take: @Sendable (T) -> Void
    ) throws(E) {
        let all = try chunkReader.forEach(workers: workers, body, inOrder: take)
        note(all.repairs, isComplete: all.isComplete)
    }

    /// Calls `body` with the records of the first chunk only; nil where there are none.
    public func first<T>(_ body: (borrowing Batch) -> T) -> T? { chunkReader.first(body) }

    private var chunkReader: ChunkReader {
        ChunkReader(store: store, body: layout.body, grammar: grammar, header: headerRows, checksText: !isProvedText)
    }

    private func note(_ repairs: Repairs, isComplete: Bool) {
        state.withLock {
            $0.repairs = repairs
            $0.isComplete = isComplete && !store.hasChanged
        }
    }

    /// Whether opening the file has shown all of it to be text.
    private var isProvedText: Bool {
        layout.encoding != .utf8 || layout.isCompressed && store.size <= Opening.provedSize || size <= Opening.provedSize
    }

    /// The 1-based physical line in the file of a record's offset. The first call reads the file up to there.
    public func line(at offset: Int) -> Int {
        guard let origins else { return lines.line(at: offset) }
        var (low, high) = (0, origins.starts.count)
        while low < high {
            let middle = (low + high) / 2
            if origins.starts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? 1 : origins.lines[low - 1]
    }

    /// The lines above the table's header, as far as they are of its first 4 KiB: titles and notes.
    public var linesAbove: [String] {
        guard let first = layout.headerLines?.lowerBound, first > 1 else { return [] }
        let size = min(4096, layout.body.lowerBound, store.size)
        let buffer = ChunkBuffer(capacity: size)
        guard size > 0, buffer.load(store, from: 0, to: size, bodyEnd: size) else { return [] }
        let text = String(decoding: UnsafeRawBufferPointer(start: buffer.bytes, count: size), as: UTF8.self)
        return text.split(omittingEmptySubsequences: false) { $0.isNewline }.prefix(first - 1).map(String.init)
    }

    /// The text of the record that begins at `offset`, as it stands in the decoded file, without its line end.
    public func rawText(at offset: Int) -> String {
        record(at: offset) { String(decoding: $0.text(0), as: UTF8.self) } ?? ""
    }

    /// The cells of the record that begins at `offset`, as text; none where there is no record.
    public func cells(at offset: Int) -> [String] {
        record(at: offset, window: 1 << 12, order: order(at: offset)) { batch in
            (0..<batch.fieldCount(0)).map { String(decoding: batch.field(0, $0), as: UTF8.self) }
        } ?? []
    }

    /// Calls `body` with a batch whose first record is the one that begins at `offset`; nil where there is none.
    ///
    /// - Parameter window: How many bytes are looked at first.
    private func record<T>(
        at offset: Int, window: Int = 1 << 16, order: ColumnOrder? = nil, _ body: (borrowing Batch) -> T
    ) -> T? {
        var window = window
        while true {
            let end = min(store.size, layout.body.contains(offset) ? layout.body.upperBound : store.size, offset + window)
            let buffer = ChunkBuffer(capacity: max(0, end - offset))
            guard buffer.load(store, from: offset, to: end, bodyEnd: end) else { return nil }
            buffer.isLast = end == store.size || end == layout.body.upperBound
            var debt = 0
            var repairs = Repairs()
            if RecordReader(buffer, grammar).read(at: 0, debt: &debt, repairs: &repairs) == .needsMore, window < store.size {
                window *= 4
                continue
            }
            guard buffer.recordCount > 0 else { return nil }
            if let order { buffer.reorder(0, order, grammar) }
            return body(Batch(buffer, grammar))
        }
    }

    /// The order of the columns at an offset, as the headers that came again above it have it; nil for the first header's own.
    private func order(at offset: Int) -> ColumnOrder? {
        let repairs = state.withLock { $0.repairs }
        guard let headerRows, repairs.counts[Repairs.Kind.turnedHeader.rawValue] > 0 else { return nil }
        var order: ColumnOrder?
        let headers = repairs.places.filter { [.repeatedHeader, .turnedHeader].contains($0.kind) && $0.offset < offset }
        for header in headers.sorted(by: { $0.offset < $1.offset }) {
            let match = record(at: header.offset, window: 1 << 12) { headerRows.match($0, 0, order: order) } ?? nil
            if case .names(let names)? = match { order = names }
        }
        return order
    }

    /// The main table as RFC 4180 in UTF-8, header first: cells as text, short records padded, long ones whole.
    public func asCSV() -> [UInt8] {
        var writer = Writer()
        if layout.headerLines != nil { writer.append(record: layout.header) }
        let columns = layout.columnCount
        let parts = map(workers: 2) { batch in
            var part = Writer()
            for record in 0..<batch.count {
                for column in 0..<max(columns, batch.fieldCount(record)) { part.append(batch.field(record, column)) }
                part.endRecord()
            }
            // What is not UTF-8 far down a large file is written as U+FFFD.
            if !isProvedText, part.bytes.withUnsafeBufferPointer({ UTF8Check.validPrefix($0) }) < part.bytes.count {
                return Array(String(decoding: part.bytes, as: UTF8.self).utf8)
            }
            return part.bytes
        }
        return parts.reduce(into: writer.bytes) { $0 += $1 }
    }
}
