/// Finds where bytes stop being UTF-8.
enum UTF8Check {
    /// How many bytes from the start on are whole, well-formed UTF-8.
    static func validPrefix(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard let base = bytes.baseAddress else { return 0 }
        let count = bytes.count
        var at = 0
        while at < count {
            if at + BlockMasks.size <= count {
                let others = BlockMasks(base + at).othersThanASCII
                at += others == 0 ? BlockMasks.size : others.trailingZeroBitCount
                if others == 0 { continue }
            }
            let length = sequence(base + at, count - at)
            guard length > 0 else { return at }
            at += length
        }
        return count
    }

    /// Whether the bytes, too few for a whole character, may be the beginning of one.
    static func mayContinue(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.first, first >= 0xC2, first < 0xF5 else { return false }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        return bytes.count < length && bytes.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
    }

    /// The length of the well-formed character at `bytes`; 0 where there is none.
    @inline(__always)
    private static func sequence(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
        let first = bytes[0]
        if first < 0x80 { return 1 }
        guard first >= 0xC2, first < 0xF5 else { return 0 }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard count >= length else { return 0 }
        let second = bytes[1]
        var low: UInt8 = 0x80
        var high: UInt8 = 0xBF
        switch first {
        case 0xE0: low = 0xA0
        case 0xED: high = 0x9F
        case 0xF0: low = 0x90
        case 0xF4: high = 0x8F
        default: break
        }
        guard second >= low, second <= high else { return 0 }
        if length >= 3, bytes[2] & 0xC0 != 0x80 { return 0 }
        if length == 4, bytes[3] & 0xC0 != 0x80 { return 0 }
        return length
    }
}
