/// The value inside a cell's raw bytes. One rule for sound and broken cells alike: a cell that begins and ends with the quote is
/// quoted, and what lies between is its value; any other cell is its own value, quotes and all, so that nothing is lost.
struct Cell {
    /// The value's first byte.
    private(set) var start: Int
    /// One past the value's last byte.
    private(set) var end: Int
    /// Whether the cell stands in quotes.
    private(set) var isQuoted = false

    /// The cell whose raw bytes are `start..<end`. Blanks around the quotes do not matter.
    init(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ grammar: Grammar, isFirst: Bool) {
        self.start = start
        self.end = end
        if grammar.hasQuote {
            var low = start
            var high = end
            while low < high, bytes[low] == Byte.space { low += 1 }
            while high > low, bytes[high - 1] == Byte.space { high -= 1 }
            if high - low >= 2, bytes[low] == grammar.quote, bytes[high - 1] == grammar.quote {
                self.start = low + 1
                self.end = high - 1
                isQuoted = true
                return
            }
        }
        if grammar.skipsSpace, !isFirst, start < end, bytes[start] == Byte.space { self.start += 1 }
    }

    /// Whether ``unescape(_:_:into:)`` would change anything.
    func needsUnescaping(_ bytes: UnsafePointer<UInt8>, _ grammar: Grammar) -> Bool {
        if grammar.backslash {
            var at = start
            while at < end {
                if bytes[at] == Byte.backslash { return true }
                at += 1
            }
        }
        guard isQuoted else { return false }
        var at = start
        while at + 1 < end {
            if bytes[at] == grammar.quote, bytes[at + 1] == grammar.quote { return true }
            at += 1
        }
        return false
    }

    /// Writes the value into `target`, which has room for the raw bytes; returns its length.
    func unescape(_ bytes: UnsafePointer<UInt8>, _ grammar: Grammar, into target: UnsafeMutablePointer<UInt8>) -> Int {
        var at = start
        var count = 0
        while at < end {
            var byte = bytes[at]
            if at + 1 < end {
                let next = bytes[at + 1]
                if grammar.backslash, byte == Byte.backslash, Self.isEscapable(next, grammar) {
                    byte = next
                    at += 1
                } else if isQuoted, byte == grammar.quote, next == grammar.quote {
                    at += 1
                }
            }
            target[count] = byte
            count += 1
            at += 1
        }
        return count
    }

    /// Whether a backslash before `byte` is there to take its meaning away; before others (`C:\temp`) it is text.
    @inline(__always)
    static func isEscapable(_ byte: UInt8, _ grammar: Grammar) -> Bool {
        byte == Byte.backslash || byte == grammar.delimiter || byte == Byte.lf || byte == Byte.cr
            || (grammar.hasQuote && byte == grammar.quote)
    }
}
