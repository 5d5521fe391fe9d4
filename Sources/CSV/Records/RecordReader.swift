/// Reads one record after the other with a plain state machine.
///
/// A record that keeps every rule and has the usual number of cells is taken as it stands, and so does ``BlockScanner`` take it,
/// many times faster. Any other is settled by ``settle(_:at:debt:repairs:)``: which reading of these bytes breaks fewest rules
/// and gives the usual number of cells, without touching the records after it?
struct RecordReader {
    /// A record longer than this is looked at twice: is it a stray quote that has swallowed lines?
    static let suspiciousLength = 1 << 20
    /// How far a broken record may reach over line ends.
    static let reach = 1 << 16

    let buffer: ChunkBuffer
    let bytes: UnsafePointer<UInt8>
    let count: Int
    let grammar: Grammar

    init(_ buffer: ChunkBuffer, _ grammar: Grammar) {
        self.buffer = buffer
        bytes = UnsafePointer(buffer.bytes)
        count = buffer.count
        self.grammar = grammar
    }

    /// What became of a try to read a record.
    enum Outcome: Equatable {
        /// The record (or blank line) is done; the next may begin here.
        case next(Int)
        /// The record is not whole: load more bytes and try again.
        case needsMore
    }

    /// A record as cut out by a reading of the bytes; its cells' ends are the last `cells` ones of the buffer.
    struct Cut {
        var next = 0
        var cells = 0
        var spansLines = false
        var verdict = Verdict.sound

        enum Verdict { case sound, broken, needsMore }
    }

    /// Reads the record that begins at `start` into the buffer.
    ///
    /// `debt` is the work lately done in vain; where it grows too large, records end with their lines. So time stays linear.
    func read(at start: Int, debt: inout Int, repairs: inout Repairs) -> Outcome {
        if let next = blankLine(at: start) { return next <= count ? .next(next) : .needsMore }
        let firstEnd = buffer.endCount
        let cut = strict(at: start)
        let length = (cut.verdict == .needsMore ? count : cut.next) - start
        let isUsual = cut.cells == grammar.expected || grammar.expected == 0
        if cut.verdict == .sound, isUsual, length <= Self.suspiciousLength {
            append(start, firstEnd, cut.cells)
            debt = max(0, debt - 8 * length)
            return .next(cut.next)
        }
        if cut.verdict == .needsMore, length <= Self.suspiciousLength {
            buffer.endCount = firstEnd
            return .needsMore
        }
        return settle(cut, at: start, firstEnd: firstEnd, debt: &debt, repairs: &repairs)
    }

    /// Where the line after the blank line at `start` begins; nothing where the line is not blank.
    @inline(__always)
    private func blankLine(at start: Int) -> Int? {
        guard start < count else { return nil }
        if bytes[start] == Byte.lf { return start + 1 }
        guard bytes[start] == Byte.cr else { return nil }
        if grammar.bareCR { return start + 1 }
        if start + 1 == count { return buffer.isLast ? start + 1 : start + 2 }
        return bytes[start + 1] == Byte.lf ? start + 2 : nil
    }

    func append(_ start: Int, _ firstEnd: Int, _ cells: Int, ownDelimiter: UInt8 = 0, isDoubtful: Bool = false) {
        buffer.appendRecord(
            RecordSpan(
                start: UInt32(truncatingIfNeeded: start), first: UInt32(truncatingIfNeeded: firstEnd),
                count: UInt32(truncatingIfNeeded: cells), ownDelimiter: ownDelimiter, isDoubtful: isDoubtful))
    }

    /// Reads by the rules: a quote only around a whole cell, and doubled or escaped inside it. Stops at the first breach.
    func strict(at start: Int, delimiter: UInt8? = nil) -> Cut {
        let delimiter = delimiter ?? grammar.delimiter
        var cut = Cut()
        var at = start
        while true {
            var open = at
            if grammar.skipsSpace, cut.cells > 0, open < count, bytes[open] == Byte.space { open += 1 }
            if grammar.hasQuote, open < count, bytes[open] == grammar.quote {
                guard let close = closing(after: open, delimiter, &cut) else { return cut }
                at = close
            }
            while at < count {
                let byte = bytes[at]
                if byte == delimiter || byte == Byte.lf || (grammar.bareCR && byte == Byte.cr) { break }
                if grammar.hasQuote, byte == grammar.quote {
                    cut.verdict = .broken
                    return cut
                }
                at += grammar.backslash && byte == Byte.backslash ? 2 : 1
            }
            if at >= count, !buffer.isLast {
                cut.verdict = .needsMore
                return cut
            }
            cut.cells += 1
            if at < count, bytes[at] == delimiter {
                buffer.appendEnd(at)
                at += 1
                continue
            }
            let end = min(at, count)
            let hasCR = !grammar.bareCR && end > start && bytes[end - 1] == Byte.cr
            buffer.appendEnd(hasCR ? end - 1 : end)
            cut.next = min(at + 1, count)
            return cut
        }
    }

    /// One past the quote that closes the one at `open`; where there is none, says why in `cut`.
    private func closing(after open: Int, _ delimiter: UInt8, _ cut: inout Cut) -> Int? {
        var at = open + 1
        while at < count {
            let byte = bytes[at]
            if byte == grammar.quote {
                if at + 1 == count {
                    if buffer.isLast { return count }
                    break
                }
                let next = bytes[at + 1]
                if next == delimiter || next == Byte.lf || next == Byte.cr { return at + 1 }
                guard next == grammar.quote else {
                    cut.verdict = .broken
                    cut.next = at
                    return nil
                }
                at += 2
            } else {
                if byte == Byte.lf || (grammar.bareCR && byte == Byte.cr) { cut.spansLines = true }
                at += grammar.backslash && byte == Byte.backslash ? 2 : 1
            }
        }
        cut.verdict = buffer.isLast ? .broken : .needsMore
        cut.next = count
        return nil
    }

    /// Where the line that begins at `start` ends (without its line end), and where the next begins; nothing where the buffer
    /// ends before it.
    func line(at start: Int) -> (end: Int, next: Int)? {
        var at = start
        while at < count {
            let byte = bytes[at]
            if byte == Byte.lf || (grammar.bareCR && byte == Byte.cr) {
                let hasCR = byte == Byte.lf && at > start && bytes[at - 1] == Byte.cr
                return (hasCR ? at - 1 : at, at + 1)
            }
            at += 1
        }
        guard buffer.isLast else { return nil }
        let hasCR = count > start && bytes[count - 1] == Byte.cr
        return (hasCR ? count - 1 : count, count)
    }
}
