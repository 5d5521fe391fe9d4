/// Ids of 8 to 40 English letters, digits and hyphens, as most programs give them, eight bytes at a time.
enum PlainID {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// Whether a cell is such an id and has a letter or a hyphen: then it is compared as it stands, and shows nothing of a column.
    @inline(__always)
    static func isOne(_ cell: UnsafeRawBufferPointer) -> Bool {
        guard cell.count >= 8, cell.count <= 16 else { return cell.count > 16 && cell.count <= 40 && isLongOne(cell) }
        let first = cell.loadUnaligned(as: UInt64.self)
        let last = cell.loadUnaligned(fromByteOffset: cell.count &- 8, as: UInt64.self)
        let (firstDigits, lastDigits) = (digits(first), digits(last))
        let isPlain = (firstDigits | others(first)) & (lastDigits | others(last)) & ~(first | last) & highs == highs
        return isPlain && firstDigits & lastDigits & highs != highs
    }

    /// The same of longer ones, of which some have another form too: Salesforce's of 18, and UUIDs in capitals.
    private static func isLongOne(_ cell: UnsafeRawBufferPointer) -> Bool {
        guard cell.count != 18 else { return false }
        var (arePlain, areDigits, capitals, at) = (highs, highs, UInt64(0), 0)
        while true {
            let word = cell.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            let digits = digits(word)
            arePlain &= (digits | others(word)) & ~word
            areDigits &= digits
            capitals |= between(word, 0x41, 0x5A) & highs
            if at == cell.count - 8 { break }
            at = min(at + 8, cell.count - 8)
        }
        let mayBeUUID = cell.count == 36 || cell.count == 32
        return arePlain == highs && areDigits != highs && !(mayBeUUID && capitals != 0)
    }

    /// A high bit for each byte that is a digit; bytes above 127 give anything.
    @inline(__always)
    private static func digits(_ word: UInt64) -> UInt64 { between(word, 0x30, 0x39) }

    /// A high bit for each byte that is a letter or a hyphen; bytes above 127 give anything.
    @inline(__always)
    private static func others(_ word: UInt64) -> UInt64 {
        between(word | ones &* 0x20, 0x61, 0x7A) | between(word, 0x2D, 0x2D)
    }

    @inline(__always)
    private static func between(_ word: UInt64, _ low: UInt64, _ high: UInt64) -> UInt64 {
        let word = word & ~highs
        return (word &+ ones &* (0x80 &- low)) & ~(word &+ ones &* (0x7F &- high))
    }
}
