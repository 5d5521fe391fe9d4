extension RecordReader {
    /// How quotes are taken in a line that breaks the rules.
    private struct Reading {
        /// Whether a quote before a delimiter closes the cell even where it is the second of a pair.
        var closesEagerly = false
        /// Whether no quote means anything.
        var isLiteral = false
        /// Which of the cells that begin with a quote is not a quoted one; -1 for none.
        var strayOpening = -1
    }

    /// Settles a record that breaks the rules, or has an unusual number of cells, or is suspiciously long.
    func settle(_ cut: Cut, at start: Int, firstEnd: Int, debt: inout Int, repairs: inout Repairs) -> Outcome {
        let isWhole = cut.verdict == .sound
        if isWhole, !cut.spansLines, !spansLines(start, cut.next) {
            return settleLine(cut, start, firstEnd, &repairs)
        }
        // What follows the line is looked at too, so it must be there, wherever the chunk ends.
        guard let line = line(at: start), buffer.isLast || count - line.next >= Self.reach else {
            buffer.endCount = firstEnd
            return .needsMore
        }
        let mayReach = debt <= Self.suspiciousLength
        if isWhole, cut.cells != grammar.expected, appendUnwrapped(start, firstEnd, cut.cells, &repairs) {
            return .next(cut.next)
        }
        if isWhole, mayReach {
            // Sound by itself, but it holds line ends and has an unusual number of cells (or is very long).
            let soundEnds = buffer.endCount
            let single = bestLine(start, line.end)
            let swallows = fits(start, soundEnds, single) && isSoundRecord(at: line.next)
            let isUsual = grammar.expected == 0 || fits(start, firstEnd, cut.cells)
            if !swallows && (isUsual || !isSoundRecord(at: line.next)) {
                buffer.endCount = soundEnds
                appendAsCut(start, firstEnd, cut.cells, &repairs)
                debt = max(0, debt - 8 * (cut.next - start))
                return .next(cut.next)
            }
            buffer.endCount = firstEnd
            debt += cut.next - start
        } else {
            buffer.endCount = firstEnd
            if cut.verdict == .needsMore, mayReach {
                let isLine = fits(start, firstEnd, bestLine(start, line.end))
                buffer.endCount = firstEnd
                guard isLine, isSoundRecord(at: line.next) else { return .needsMore }
            }
            debt += max(0, cut.next - start)
        }
        return settleBroken(start, line, firstEnd, mayReach: mayReach, &debt, &repairs)
    }

    /// A sound record on one line that has too many or too few cells.
    private func settleLine(_ cut: Cut, _ start: Int, _ firstEnd: Int, _ repairs: inout Repairs) -> Outcome {
        let end = Int(buffer.ends[buffer.endCount - 1])
        if cut.cells == 1, isBlank(start, end) {
            buffer.endCount = firstEnd
            return .next(cut.next)
        }
        let expected = grammar.expected
        if expected == 0 || cut.cells == expected {
            append(start, firstEnd, cut.cells)
            return .next(cut.next)
        }
        if appendUnwrapped(start, firstEnd, cut.cells, &repairs) { return .next(cut.next) }
        if cut.cells < expected, expected >= 3 || cut.cells == 1,
            let next = otherDelimiter(start, buffer.endCount, mustEndAt: cut.next, repairs: &repairs)
        {
            return .next(next)
        }
        appendAsCut(start, firstEnd, cut.cells, &repairs)
        return .next(cut.next)
    }

    /// Takes a record that is quoted as a whole as what is inside; false where it is none.
    private func appendUnwrapped(_ start: Int, _ firstEnd: Int, _ cells: Int, _ repairs: inout Repairs) -> Bool {
        guard let inside = unwrap(start, firstEnd, cells) else { return false }
        if inside == grammar.expected { append(start, firstEnd, inside) } else { appendLong(start, firstEnd, inside, &repairs) }
        repairs.add(.wrappedRecord, at: buffer.base + start, cells: inside)
        return true
    }

    /// Takes a record that keeps the rules; says what is wrong with its number of cells.
    private func appendAsCut(_ start: Int, _ firstEnd: Int, _ cells: Int, _ repairs: inout Repairs) {
        if cells > grammar.expected, grammar.expected > 0 { return appendLong(start, firstEnd, cells, &repairs) }
        append(start, firstEnd, cells)
        if cells < grammar.expected { repairs.add(.shortRow, at: buffer.base + start, cells: cells) }
    }

    /// A record whose cells another delimiter parts: sound with that one, and with the usual number of cells.
    private func otherDelimiter(
        _ start: Int, _ firstEnd: Int, mustEndAt next: Int? = nil, repairs: inout Repairs
    ) -> Int? {
        let expected = grammar.expected
        guard expected > 1 else { return nil }
        for other in [Byte.semicolon, Byte.comma, Byte.tab, Byte.pipe, Byte.space] where other != grammar.delimiter {
            let cut = strict(at: start, delimiter: other)
            if cut.verdict == .sound, cut.cells == expected, cut.next - start <= Self.reach, cut.next == next ?? cut.next,
                other != Byte.space || areMostlyData(start, firstEnd)
            {
                append(start, firstEnd, expected, ownDelimiter: other)
                repairs.add(.otherDelimiter, at: buffer.base + start, cells: expected)
                return cut.next
            }
            buffer.endCount = firstEnd
        }
        return nil
    }

    /// Whether more than half of the cells just cut are numbers, dates, codes or quoted: words with blanks between them are a
    /// line of text, and so is a range with a lone dash, or a line that the document's own delimiter parts.
    private func areMostlyData(_ start: Int, _ firstEnd: Int) -> Bool {
        var data = 0
        var low = start
        for index in firstEnd..<buffer.endCount {
            let high = Int(buffer.ends[index])
            let isDash = high - low == 1 && bytes[low] == UInt8(ascii: "-")
            if isDash || (low..<max(low, high)).contains(where: { bytes[$0] == grammar.delimiter }) { return false }
            if low < high, grammar.hasQuote, bytes[low] == grammar.quote {
                data += 1
            } else {
                let shape = Shape(UnsafeRawBufferPointer(start: bytes + low, count: max(0, high - low)))
                if shape.isHard || shape == .code { data += 1 }
            }
            low = high + 1
        }
        return data * 2 > buffer.endCount - firstEnd
    }

    /// Whether the last of the `cells` cells just cut begins with a quote that nothing closes.
    private func endsOpen(_ start: Int, _ cells: Int) -> Bool {
        let low = cells > 1 ? Int(buffer.ends[buffer.endCount - 2]) + 1 : start
        let high = Int(buffer.ends[buffer.endCount - 1])
        guard low < high, bytes[low] == grammar.quote else { return false }
        return high - low == 1 || bytes[high - 1] != grammar.quote
    }

    /// A record with a stray quote: its line alone where that gives the usual number of cells, else perhaps some lines more.
    private func settleBroken(
        _ start: Int, _ line: (end: Int, next: Int), _ firstEnd: Int, mayReach: Bool, _ debt: inout Int,
        _ repairs: inout Repairs
    ) -> Outcome {
        if mayReach, let next = otherDelimiter(start, firstEnd, repairs: &repairs) { return .next(next) }
        let single = bestLine(start, line.end)
        if !fits(start, firstEnd, single) || endsOpen(start, single), grammar.expected > 0, mayReach {
            let lineEnds = buffer.endCount
            if let reading = shortestReach(start, line.next), let next = reaching(from: start, reading) {
                append(start, lineEnds, grammar.expected)
                repairs.add(.strayQuote, at: buffer.base + start, cells: grammar.expected)
                return .next(next)
            }
            debt += Self.reach
        }
        let mending = single > grammar.expected && grammar.expected > 0 ? mend(start, firstEnd, single) : .none
        let left = if case .mended(let left) = mending { left } else { single }
        append(start, firstEnd, left, isDoubtful: mending == .doubtful)
        repairs.add(.strayQuote, at: buffer.base + start, cells: left)
        debt = max(0, debt - 8 * (line.next - start))
        return .next(line.next)
    }

    /// The reading over line ends that gives the usual number of cells and takes fewest lines; nothing where none does, or where
    /// the next line is a sound record by itself.
    private func shortestReach(_ start: Int, _ nextLine: Int) -> Reading? {
        guard !isSoundRecord(at: nextLine) else { return nil }
        let firstEnd = buffer.endCount
        var best: (next: Int, reading: Reading)?
        for reading in [Reading(), Reading(closesEagerly: true)] + (0..<4).map({ Reading(strayOpening: $0) }) {
            if let next = reaching(from: start, reading), next > nextLine, next < best?.next ?? Int.max {
                best = (next, reading)
            }
            buffer.endCount = firstEnd
        }
        return best?.reading
    }

    /// Cuts the line `start..<end` into cells by the reading that gives the usual number of cells, or comes closest to it; of
    /// several the one that leaves fewest quotes unexplained.
    private func bestLine(_ start: Int, _ end: Int) -> Int {
        let firstEnd = buffer.endCount
        var readings = [Reading(), Reading(closesEagerly: true), Reading(isLiteral: true)]
        if end - start <= Self.reach {
            for stray in 0..<8 {
                readings.append(Reading(strayOpening: stray))
                readings.append(Reading(closesEagerly: true, strayOpening: stray))
            }
        }
        var best = readings[0]
        var least = (distance: Int.max, odd: Int.max)
        for reading in readings {
            buffer.endCount = firstEnd
            let cells = cells(start, end, reading)
            if grammar.expected == 0 { return cells }
            let distance = abs(cells - grammar.expected)
            guard distance <= least.distance else { continue }
            let odd = distance == 0 ? oddCells(start, firstEnd) : 0
            if distance < least.distance || odd < least.odd {
                least = (distance, odd)
                best = reading
                if distance == 0, odd <= 1 { return cells }
            }
        }
        buffer.endCount = firstEnd
        return cells(start, end, best)
    }

    /// How many of the cells just cut, from the end `firstEnd` on, hold a quote that is neither around them nor doubled.
    private func oddCells(_ start: Int, _ firstEnd: Int) -> Int {
        var odd = 0
        var low = start
        for index in firstEnd..<buffer.endCount {
            let high = Int(buffer.ends[index])
            if grammar.skipsSpace, low < high, bytes[low] == Byte.space { low += 1 }
            let isQuoted = high - low >= 2 && bytes[low] == grammar.quote && bytes[high - 1] == grammar.quote
            var at = isQuoted ? low + 1 : low
            let end = isQuoted ? high - 1 : high
            while at < end {
                if bytes[at] == grammar.quote {
                    guard isQuoted, at + 1 < end, bytes[at + 1] == grammar.quote else { break }
                    at += 1
                } else if grammar.backslash, bytes[at] == Byte.backslash {
                    at += 1
                }
                at += 1
            }
            if at < end { odd += 1 }
            low = high + 1
        }
        return odd
    }

    /// Cuts the line `start..<end` into cells; returns how many.
    private func cells(_ start: Int, _ end: Int, _ reading: Reading) -> Int {
        var at = start
        var cells = 0
        var openings = 0
        // Each search that finds nothing has gone to the line's end: after some, what is left holds nothing that closes.
        var searches = 4
        while true {
            var open = at
            if grammar.skipsSpace, cells > 0, open < end, bytes[open] == Byte.space { open += 1 }
            if !reading.isLiteral, open < end, bytes[open] == grammar.quote {
                if openings != reading.strayOpening, searches > 0 {
                    if let close = looseClosing(open + 1, end, eager: reading.closesEagerly) {
                        at = close
                    } else {
                        searches -= 1
                    }
                }
                openings += 1
            }
            while at < end, bytes[at] != grammar.delimiter {
                at += grammar.backslash && bytes[at] == Byte.backslash ? 2 : 1
            }
            cells += 1
            buffer.appendEnd(min(at, end))
            if at >= end { return cells }
            at += 1
        }
    }

    /// One past the first quote in `start..<end` that stands before a delimiter or the end of a line.
    private func looseClosing(_ start: Int, _ end: Int, eager: Bool) -> Int? {
        var at = start
        while at < end {
            let byte = bytes[at]
            if byte == grammar.quote {
                let next = at + 1 < end ? bytes[at + 1] : Byte.lf
                if next == grammar.delimiter || next == Byte.lf || next == Byte.cr { return at + 1 }
                if next == grammar.quote {
                    let third = at + 2 < end ? bytes[at + 2] : Byte.lf
                    if eager, third == grammar.delimiter || third == Byte.lf || third == Byte.cr { return at + 2 }
                    at += 2
                    continue
                }
            } else if grammar.backslash, byte == Byte.backslash {
                at += 1
            }
            at += 1
        }
        return nil
    }

    /// Reads a record over line ends, its quoted cells holding stray quotes; returns where the next begins, or nothing where
    /// that does not give the usual number of cells.
    private func reaching(from start: Int, _ reading: Reading) -> Int? {
        let end = min(count, start + Self.reach)
        var at = start
        var cells = 0
        var openings = 0
        while cells < grammar.expected {
            var open = at
            if grammar.skipsSpace, cells > 0, open < end, bytes[open] == Byte.space { open += 1 }
            if open < end, bytes[open] == grammar.quote {
                if openings != reading.strayOpening {
                    guard let close = looseClosing(open + 1, end, eager: reading.closesEagerly) else { return nil }
                    at = close
                }
                openings += 1
            }
            while at < end, bytes[at] != grammar.delimiter, bytes[at] != Byte.lf, !(grammar.bareCR && bytes[at] == Byte.cr) {
                at += grammar.backslash && bytes[at] == Byte.backslash ? 2 : 1
            }
            cells += 1
            if at >= end {
                guard end == count, buffer.isLast, cells == grammar.expected else { return nil }
                let hasCR = !grammar.bareCR && bytes[end - 1] == Byte.cr
                buffer.appendEnd(hasCR ? end - 1 : end)
                return end
            }
            if bytes[at] == grammar.delimiter {
                buffer.appendEnd(at)
                at += 1
                continue
            }
            guard cells == grammar.expected else { return nil }
            let hasCR = bytes[at] == Byte.lf && at > start && bytes[at - 1] == Byte.cr
            buffer.appendEnd(hasCR ? at - 1 : at)
            return at + 1
        }
        return nil
    }

    /// Whether a sound record with the usual number of cells begins at `start`, and soon ends.
    private func isSoundRecord(at start: Int) -> Bool {
        guard grammar.expected > 1, start < count else { return false }
        let firstEnd = buffer.endCount
        defer { buffer.endCount = firstEnd }
        let cut = strict(at: start)
        return cut.verdict == .sound && cut.next - start <= Self.reach && fits(start, firstEnd, cut.cells)
    }

    private func spansLines(_ start: Int, _ next: Int) -> Bool {
        guard let line = line(at: start) else { return false }
        return line.next < next
    }

    private func isBlank(_ start: Int, _ end: Int) -> Bool {
        var at = start
        while at < end {
            if bytes[at] != Byte.space, bytes[at] != Byte.tab { return false }
            at += 1
        }
        return true
    }
}
