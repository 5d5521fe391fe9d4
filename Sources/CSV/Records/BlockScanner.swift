/// Reads the records that keep every rule, 64 bytes at a time.
///
/// Quotes are paired by prefix-XOR of their mask, as in Langdale and Lemire, "Parsing gigabytes of JSON per second" (VLDB
/// Journal, 2019). Whatever is not surely right (a quote amid a cell, an unusual number of cells, the end of the buffer) stops
/// the scan before the record it is in, which ``RecordReader`` then reads: so both agree on every input.
struct BlockScanner {
    var grammar: Grammar
    /// Whether a byte outside of ASCII was met.
    private(set) var sawNonASCII = false

    init(_ grammar: Grammar) { self.grammar = grammar }

    /// Whether the scanner can read such a file at all.
    var isUsable: Bool { !grammar.backslash && grammar.expected > 0 }

    /// Reads the records that begin in `start..<stop` into `buffer`, as far as they are plain.
    ///
    /// Returns where the first record begins that is not read, and up to where the bytes are to be read by ``RecordReader``
    /// before scanning again pays.
    mutating func scan(_ buffer: ChunkBuffer, from start: Int, to stop: Int) -> (next: Int, trouble: Int) {
        if !grammar.hasQuote { return scan(buffer, start, stop, hasQuote: false, skipsSpace: false) }
        if grammar.skipsSpace { return scan(buffer, start, stop, hasQuote: true, skipsSpace: true) }
        return scan(buffer, start, stop, hasQuote: true, skipsSpace: false)
    }

    @inline(__always)
    private mutating func scan(
        _ buffer: ChunkBuffer, _ start: Int, _ stop: Int, hasQuote: Bool, skipsSpace: Bool
    ) -> (next: Int, trouble: Int) {
        let bytes = UnsafePointer(buffer.bytes)
        let count = buffer.count
        let delimiterPattern = BlockMasks.pattern(grammar.delimiter)
        let quotePattern = BlockMasks.pattern(grammar.quote)
        let lfPattern = BlockMasks.pattern(Byte.lf)
        let crPattern = BlockMasks.pattern(Byte.cr)
        let spacePattern = BlockMasks.pattern(Byte.space)
        let bareCR = grammar.bareCR
        let expected = grammar.expected

        var recordStart = start
        var first = buffer.endCount
        var block = start
        var nonASCII: Int32 = 0
        // What the byte before the block was, as bit 0 or all bits.
        var inside: UInt64 = 0
        var afterBoundary: UInt64 = 1
        var afterDelimiter: UInt64 = 0
        var afterSpace: UInt64 = 0
        var afterClose: UInt64 = 0
        defer { if nonASCII != 0 { sawNonASCII = true } }

        while block + BlockMasks.size <= count {
            let masks = BlockMasks(bytes + block)
            nonASCII |= masks.nonASCII
            let delimiters = masks.matches(delimiterPattern)
            var lines = masks.matches(lfPattern)
            if bareCR { lines |= masks.matches(crPattern) }
            var boundaries = delimiters | lines
            if hasQuote {
                let quotes = masks.matches(quotePattern)
                if quotes | inside | afterClose != 0 {
                    let quoted = BlockMasks.prefixXor(quotes) ^ inside
                    let outside = ~quoted
                    let opens = quotes & quoted
                    let closes = quotes & outside
                    let followsClose = closes << 1 | afterClose
                    let separators = boundaries | masks.matches(crPattern)
                    boundaries &= outside
                    var mayOpen = boundaries << 1 | afterBoundary | followsClose
                    if skipsSpace {
                        let padding = masks.matches(spacePattern) & ((delimiters & outside) << 1 | afterDelimiter)
                        mayOpen |= padding << 1 | afterSpace
                        afterSpace = padding >> 63
                        afterDelimiter = (delimiters & outside) >> 63
                    }
                    guard opens & ~mayOpen == 0, followsClose & ~(separators | quotes) == 0 else {
                        buffer.endCount = first
                        return (recordStart, block + BlockMasks.size)
                    }
                    lines &= outside
                    inside = 0 &- (quoted >> 63)
                    afterClose = closes >> 63
                } else if skipsSpace {
                    afterSpace = (masks.matches(spacePattern) & (delimiters << 1 | afterDelimiter)) >> 63
                    afterDelimiter = delimiters >> 63
                }
                afterBoundary = boundaries >> 63
            }

            buffer.reserveEnds(BlockMasks.size)
            let ends = buffer.ends
            let before = buffer.endCount
            let position = UInt32(truncatingIfNeeded: block)
            var target = ends + before
            var left = boundaries
            let found = boundaries.nonzeroBitCount
            // Eight at a time whether or not there are as many: what is written too much is overwritten, and nothing is guessed
            // wrong by the processor. As in Langdale and Lemire.
            var written = 0
            repeat {
                for place in 0..<8 {
                    target[place] = position &+ UInt32(truncatingIfNeeded: left.trailingZeroBitCount)
                    left &= left &- 1
                }
                target += 8
                written &+= 8
            } while written < found
            buffer.endCount = before &+ found

            while lines != 0 {
                let bit = lines.trailingZeroBitCount
                lines &= lines &- 1
                let end = block &+ bit
                let index = before &+ (boundaries & ((1 &<< UInt64(bit)) &- 1)).nonzeroBitCount
                let cells = index &+ 1 &- first
                let hasCR = !bareCR && end > recordStart && bytes[end - 1] == Byte.cr
                if end - recordStart > (hasCR ? 1 : 0) {
                    guard cells == expected, end - recordStart < RecordReader.suspiciousLength else {
                        buffer.endCount = first
                        return (recordStart, end + 1)
                    }
                    if hasCR { ends[index] = UInt32(truncatingIfNeeded: end - 1) }
                    buffer.appendRecord(
                        RecordSpan(
                            start: UInt32(truncatingIfNeeded: recordStart), first: UInt32(truncatingIfNeeded: first),
                            count: UInt32(truncatingIfNeeded: cells)))
                }
                first = index &+ 1
                recordStart = end &+ 1
                if recordStart >= stop {
                    buffer.endCount = first
                    return (recordStart, recordStart)
                }
            }
            block += BlockMasks.size
        }
        buffer.endCount = first
        return (recordStart, count)
    }
}
