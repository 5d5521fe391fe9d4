import Dispatch
import Synchronization

/// Where a chunk's first record begins, and how the reader comes there.
struct ChunkStart: Sendable {
    var offset: Int
    /// See ``RecordReader/read(at:debt:repairs:)``.
    var debt = 0
    /// The order of the columns, where a header before has turned it.
    var order: ColumnOrder?

    /// Whether the records from here on are cut alike.
    func isSamePlace(as other: ChunkStart) -> Bool { offset == other.offset && debt == other.debt }
}

/// Hands the start of each chunk from the worker that has found the end of the chunk before to the one that waits for it.
struct Relay: Sendable {
    private struct State {
        var chunk = 0
        var start: ChunkStart
        var isBroken = false
    }

    private let monitor: Monitor<State>

    init(_ start: ChunkStart) { monitor = Monitor(State(start: start)) }

    /// The start of `chunk` where it is known already.
    func knownStart(of chunk: Int) -> ChunkStart? {
        monitor.with { $0.chunk == chunk && !$0.isBroken ? $0.start : nil }
    }

    /// The start of `chunk`, waited for; nothing where a chunk before it could not be read.
    func awaitStart(of chunk: Int) -> ChunkStart? {
        monitor.wait(until: { $0.chunk == chunk || $0.isBroken }) { $0.isBroken ? nil : $0.start }
    }

    /// Makes known where `chunk` begins.
    func pass(_ start: ChunkStart, to chunk: Int) { monitor.change { ($0.start, $0.chunk) = (start, chunk) } }

    /// Tells everyone who waits that there is nothing to wait for.
    func fail() { monitor.change { $0.isBroken = true } }
}

/// Reads the body of a document chunk by chunk, several at once.
struct ChunkReader: Sendable {
    /// How many bytes a chunk covers: the records that *begin* in them belong to it.
    static let chunkSize = 1 << 19

    let store: Store
    let body: Range<Int>
    let grammar: Grammar
    /// The header, which may come again amid the records; nothing where there is none.
    var header: HeaderRows?
    var chunkSize = ChunkReader.chunkSize
    /// Whether the text has to be proved UTF-8 on the way.
    var checksText = false
    /// Whether every record is read by the plain state machine; for tests.
    var isPlain = false

    var chunkCount: Int { (body.count + chunkSize - 1) / chunkSize }

    /// Fills `buffer` with the records that begin in `start.offset..<end`; returns where the next one begins, or nothing where
    /// the file could not be read.
    func fill(_ buffer: ChunkBuffer, from start: ChunkStart, to end: Int, _ repairs: inout Repairs) -> ChunkStart? {
        buffer.clearRecords()
        guard start.offset < end else { return start }
        guard buffer.load(store, from: start.offset, to: end + margin, bodyEnd: body.upperBound) else { return nil }
        return fillLoaded(buffer, from: start, to: end, &repairs)
    }

    /// How much is loaded beyond a chunk, for its last record.
    private var margin: Int { min(chunkSize, 1 << 14) }

    /// Fills `buffer`, which holds the bytes from the start on.
    private func fillLoaded(
        _ buffer: ChunkBuffer, from start: ChunkStart, to end: Int, _ repairs: inout Repairs
    ) -> ChunkStart? {
        var debt = start.debt
        var at = start.offset - buffer.base
        let stop = end - buffer.base
        var scanner = BlockScanner(grammar)
        let scans = scanner.isUsable && !isPlain
        var reader = RecordReader(buffer, grammar)
        while at < stop {
            var until = stop
            if scans {
                let scanned = scanner.scan(buffer, from: at, to: stop)
                debt = max(0, debt - 8 * (scanned.next - at))
                at = scanned.next
                until = min(stop, scanned.trouble)
            }
            while at < until {
                switch reader.read(at: at, debt: &debt, repairs: &repairs) {
                case .next(let next):
                    at = next
                case .needsMore:
                    let more = max(buffer.count, 1 << 16)
                    guard buffer.extend(store, to: buffer.base + buffer.count + more, bodyEnd: body.upperBound) else {
                        return nil
                    }
                    reader = RecordReader(buffer, grammar)
                }
            }
        }
        if checksText, scanner.sawNonASCII || !scans { checkText(buffer, &repairs) }
        return ChunkStart(offset: buffer.base + at, debt: debt)
    }

    /// Where a chunk's records begin and end if it begins as it seems to.
    private struct Guess {
        var start: ChunkStart
        var next: ChunkStart
        var isASCII: Bool
    }

    /// Reports the first record of the chunk whose bytes are not UTF-8.
    private func checkText(_ buffer: ChunkBuffer, _ repairs: inout Repairs) {
        guard buffer.recordCount > 0 else { return }
        let last = buffer.records[buffer.recordCount - 1]
        let low = Int(buffer.records[0].start)
        let high = Int(buffer.ends[Int(last.first + last.count) - 1])
        let valid = UTF8Check.validPrefix(UnsafeBufferPointer(start: buffer.bytes + low, count: high - low))
        guard valid < high - low else { return }
        var record = buffer.recordCount - 1
        while record > 0, Int(buffer.records[record].start) > low + valid { record -= 1 }
        repairs.add(.invalidText, at: buffer.base + Int(buffer.records[record].start), cells: 0)
    }

    /// Where the first record that begins in the chunk would begin, and where the chunk's last one ends, if the chunk begins
    /// outside of quotes, or if not, inside. Nothing where neither reading is sound: then it pays to wait.
    private func speculate(_ buffer: ChunkBuffer, _ range: Range<Int>) -> Guess? {
        var scanner = BlockScanner(grammar)
        guard scanner.isUsable, !isPlain, range.lowerBound > body.lowerBound else { return nil }
        buffer.clearRecords()
        // One byte before the chunk tells whether a line ends right there.
        let from = range.lowerBound - 1
        guard buffer.load(store, from: from, to: range.upperBound + margin, bodyEnd: body.upperBound) else { return nil }
        let stop = range.upperBound - from
        var isInside = false
        var at = 0
        while at < min(stop, buffer.count) {
            let byte = buffer.bytes[at]
            at += 1
            if byte == Byte.lf || (grammar.bareCR && byte == Byte.cr) {
                let scanned = scanner.scan(buffer, from: at, to: stop)
                if scanned.next >= stop {
                    return Guess(
                        start: ChunkStart(offset: from + at), next: ChunkStart(offset: from + scanned.next),
                        isASCII: !scanner.sawNonASCII)
                }
                buffer.clearRecords()
                // Not outside of quotes, it seems: go on after the next quote that closes a cell and then a line.
                guard grammar.hasQuote, !isInside else { return nil }
                isInside = true
                while at + 1 < stop, !(buffer.bytes[at] == grammar.quote && isLineEnd(buffer.bytes[at + 1])) { at += 1 }
            }
        }
        return nil
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == Byte.lf || byte == Byte.cr }

    /// Calls `work` with each chunk that has records, several at once on up to `workers` threads.
    ///
    /// Returns the results in file order, what was repaired, and whether the whole body could be read.
    func map<T: Sendable, E: Error>(
        workers: Int, _ work: @Sendable (borrowing Batch) throws(E) -> T
    ) throws(E) -> (results: [T], repairs: Repairs, isComplete: Bool) {
        let results = Mutex<[T]>([])
        let all = try forEach(workers: workers, work) { result in results.withLock { $0.append(result) } }
        return (results.withLock { $0 }, all.repairs, all.isComplete)
    }

    /// Calls `work` with each chunk that has records, several at once on up to `workers` threads, and `take` with the results in
    /// file order, one at a time.
    ///
    /// Returns what was repaired, and whether the whole body could be read.
    func forEach<T: Sendable, E: Error>(
        workers: Int, _ work: @Sendable (borrowing Batch) throws(E) -> T, inOrder take: @Sendable (T) -> Void
    ) throws(E) -> (repairs: Repairs, isComplete: Bool) {
        let chunks = chunkCount
        guard chunks > 0 else { return (Repairs(), true) }
        let relay = Relay(ChunkStart(offset: body.lowerBound))
        let ticket = Atomic<Int>(0)
        let stopped = Atomic<Bool>(false)
        let outcome = Mutex<Outcome<E>>(Outcome())
        let threads = max(1, min(workers, chunks))
        let inOrder = InOrder<T>(limit: threads * 4)
        withoutActuallyEscaping(work) { work in
            withoutActuallyEscaping(take) { take in
                let job: @Sendable (Int) -> Void = { _ in
                    var own = Outcome<E>()
                    let buffer = ChunkBuffer(capacity: min(body.count, chunkSize + (1 << 14)))
                    while !stopped.load(ordering: .relaxed) {
                        let chunk = ticket.add(1, ordering: .relaxed).oldValue
                        guard chunk < chunks else { break }
                        var repairs = Repairs()
                        guard let next = readChunk(chunk, buffer, relay, &repairs) else {
                            own.isComplete = false
                            stopped.store(true, ordering: .relaxed)
                            relay.fail()
                            inOrder.fail()
                            break
                        }
                        relay.pass(next, to: chunk + 1)
                        if !repairs.isEmpty { own.repairs.append((chunk, repairs)) }
                        do throws(E) {
                            let result = buffer.recordCount > 0 ? try work(Batch(buffer, grammar)) : nil
                            inOrder.bring(result, of: chunk, to: take)
                        } catch {
                            own.failure = (chunk, error)
                            stopped.store(true, ordering: .relaxed)
                            inOrder.fail()
                        }
                    }
                    let done = own
                    outcome.withLock { $0.add(done) }
                }
                if threads == 1 { job(0) } else { DispatchQueue.concurrentPerform(iterations: threads, execute: job) }
            }
        }
        let all = outcome.withLock { $0 }
        if let failure = all.failure { throw failure.error }
        var repairs = Repairs()
        for part in all.repairs.sorted(by: { $0.chunk < $1.chunk }) { repairs.add(part.repairs) }
        return (repairs, all.isComplete)
    }

    /// Calls `work` with the first chunk; nil where it has no record or cannot be read.
    func first<T>(_ work: (borrowing Batch) -> T) -> T? {
        let buffer = ChunkBuffer(capacity: min(body.count, chunkSize + (1 << 14)))
        var repairs = Repairs()
        let end = min(body.lowerBound + chunkSize, body.upperBound)
        guard let next = fill(buffer, from: ChunkStart(offset: body.lowerBound), to: end, &repairs),
            settle(marks(buffer, nil), buffer, order: nil, next: next, &repairs) != nil, buffer.recordCount > 0
        else { return nil }
        return work(Batch(buffer, grammar))
    }

    private func marks(_ buffer: ChunkBuffer, _ order: ColumnOrder?) -> HeaderMarks {
        header?.marks(buffer, grammar, order: order) ?? HeaderMarks()
    }

    /// Reads a chunk: at once where its start is known, else speculating on it; the end of the chunk before decides.
    private func readChunk(_ chunk: Int, _ buffer: ChunkBuffer, _ relay: Relay, _ repairs: inout Repairs) -> ChunkStart? {
        let begin = body.lowerBound + chunk * chunkSize
        let end = min(begin + chunkSize, body.upperBound)
        func filled(from start: ChunkStart) -> ChunkStart? {
            guard let next = fill(buffer, from: start, to: end, &repairs) else { return nil }
            return settle(marks(buffer, start.order), buffer, order: start.order, next: next, &repairs)
        }
        if let start = relay.knownStart(of: chunk) { return filled(from: start) }
        let guess = speculate(buffer, begin..<end)
        let early = guess == nil ? HeaderMarks() : marks(buffer, nil)
        guard let start = relay.awaitStart(of: chunk) else { return nil }
        guard let guess, guess.start.isSamePlace(as: start) else { return filled(from: start) }
        if checksText, !guess.isASCII { checkText(buffer, &repairs) }
        let late = start.order == nil ? early : marks(buffer, start.order)
        return settle(late, buffer, order: start.order, next: guess.next, &repairs)
    }
}

/// What one worker, or all of them, have done.
private struct Outcome<E: Error>: Sendable {
    var repairs: [(chunk: Int, repairs: Repairs)] = []
    var failure: (chunk: Int, error: E)?
    var isComplete = true

    mutating func add(_ other: Outcome) {
        repairs += other.repairs
        isComplete = isComplete && other.isComplete
        if let theirs = other.failure, failure.map({ theirs.chunk < $0.chunk }) ?? true { failure = theirs }
    }
}
