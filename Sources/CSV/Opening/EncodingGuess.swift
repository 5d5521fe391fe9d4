import CUchardet

/// The character encoding of a file that says nothing about it.
struct EncodingGuess: Equatable {
    var encoding: TextEncoding
    /// The length of the byte order mark; 0 where there is none.
    var markLength = 0
    var confidence: Double
    /// Whether the text is UTF-8 but for a few bytes.
    var isMixed = false

    init(_ encoding: TextEncoding, mark: Int = 0, confidence: Double = 1, isMixed: Bool = false) {
        self.encoding = encoding
        markLength = mark
        self.confidence = confidence
        self.isMixed = isMixed
    }

    /// Guesses from `sample`, the file's beginning (or all of it, where `isWhole`). A byte order mark decides, else UTF-8 is
    /// proved by scanning, else the legacy encoding in which the text is most ordinary is taken.
    init(_ sample: [UInt8], isWhole: Bool) {
        if let marked = Self.marked(sample) {
            self = marked
            return
        }
        let (hasZero, hasHigh) = Self.marks(sample)
        if hasZero, let wide = Self.wide(sample) {
            self = wide
            return
        }
        guard hasHigh else {
            self = EncodingGuess(.utf8, confidence: 1)
            return
        }
        let (invalid, valid) = Self.utf8Sequences(sample, isWhole: isWhole)
        if invalid == 0 {
            let isChinese = valid <= 4 && EncodingEvidence.isChineseByChance(sample)
            self = isChinese ? EncodingGuess(.gb18030, confidence: 0.6) : EncodingGuess(.utf8, confidence: valid > 1 ? 1 : 0.97)
            return
        }
        if valid > 8 * invalid {
            self = EncodingGuess(.utf8, confidence: 0.9, isMixed: true)
            return
        }
        var scores = EncodingEvidence(sample).scores
        if let hint = Self.uchardet(sample), let at = scores.firstIndex(where: { $0.encoding == hint }) {
            scores[at].score += 0.4
        }
        scores.sort { $0.score > $1.score }
        let lead = scores[0].score - scores[1].score
        self = EncodingGuess(scores[0].encoding, confidence: min(0.99, 0.5 + max(0, lead) / 3))
    }

    /// Whether some byte is 0, and whether some byte is above 127: eight are looked at at a time.
    private static func marks(_ sample: [UInt8]) -> (hasZero: Bool, hasHigh: Bool) {
        sample.withUnsafeBytes { bytes in
            var (zero, high): (UInt64, UInt64) = (0, 0)
            let words = bytes.count / 8
            for word in 0..<words {
                let eight = bytes.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self)
                // The high bit of a byte that is 0; where a byte before is, that of a 1 too.
                zero |= (eight &- 0x0101_0101_0101_0101) & ~eight
                high |= eight
            }
            var (hasZero, hasHigh) = (zero & 0x8080_8080_8080_8080 != 0, high & 0x8080_8080_8080_8080 != 0)
            for byte in bytes[(words * 8)...] {
                hasZero = hasZero || byte == 0
                hasHigh = hasHigh || byte >= 0x80
            }
            return (hasZero, hasHigh)
        }
    }

    /// The guess that a byte order mark settles, for any wish about the encoding too.
    static func marked(_ sample: [UInt8]) -> EncodingGuess? {
        if sample.starts(with: [0xEF, 0xBB, 0xBF]) { return EncodingGuess(.utf8, mark: 3, confidence: 1) }
        if sample.starts(with: [0xFF, 0xFE]) { return EncodingGuess(.utf16le, mark: 2, confidence: 1) }
        if sample.starts(with: [0xFE, 0xFF]) { return EncodingGuess(.utf16be, mark: 2, confidence: 1) }
        if sample.starts(with: [0x84, 0x31, 0x95, 0x33]) { return EncodingGuess(.gb18030, mark: 4, confidence: 1) }
        return nil
    }

    /// Whether text that a mark or a person calls UTF-8 is not.
    func breaksItsPromise(_ sample: [UInt8], isWhole: Bool) -> Bool {
        encoding == .utf8 && Self.utf8Sequences(sample, isWhole: isWhole).invalid > 0
    }

    /// UTF-16 without a mark: the zeros of its delimiters, digits and line ends stand all on one side.
    private static func wide(_ sample: [UInt8]) -> EncodingGuess? {
        var zeros = (even: 0, odd: 0)
        for (at, byte) in sample.enumerated() where byte == 0 {
            if at & 1 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        }
        let pairs = max(1, sample.count / 2)
        guard zeros.even + zeros.odd > 1, (zeros.even + zeros.odd) * 16 >= pairs, hasWideLineEnd(sample) else { return nil }
        if zeros.odd > 8 * zeros.even { return EncodingGuess(.utf16le, confidence: 0.98) }
        if zeros.even > 8 * zeros.odd { return EncodingGuess(.utf16be, confidence: 0.98) }
        return nil
    }

    /// Whether bytes are UTF-16 without a mark, however many of its letters are no ASCII: nearly all units are characters of text.
    static func isWide(_ sample: [UInt8]) -> Bool {
        guard let guess = wide(sample) else { return false }
        let high = guess.encoding == .utf16le ? 1 : 0
        let pairs = sample.count / 2
        let texts = (0..<pairs).count { pair in
            let unit = Int(sample[pair * 2 + high]) << 8 | Int(sample[pair * 2 + 1 - high])
            switch unit {
            case 9, 10, 13, 0x20..<0x7F, 0xA0..<0x600, 0x1E00..<0x2100, 0x3000..<0x3100, 0x3400..<0xA000, 0xAC00..<0xD7A4,
                0xFF00..<0xFFF0:
                return true
            default: return false
            }
        }
        return texts * 50 >= pairs * 49
    }

    /// Whether some line end is two bytes long, if there are any.
    private static func hasWideLineEnd(_ sample: [UInt8]) -> Bool {
        var hasAny = false
        for (at, byte) in sample.enumerated() where byte == Byte.lf || byte == Byte.cr {
            hasAny = true
            let partner = at ^ 1
            if partner < sample.count, sample[partner] == 0 { return true }
        }
        return !hasAny
    }

    /// How many places are not UTF-8, and how many characters of several bytes are; of text that is UTF-8 throughout five stand for more.
    private static func utf8Sequences(_ sample: [UInt8], isWhole: Bool) -> (invalid: Int, valid: Int) {
        sample.withUnsafeBufferPointer { bytes in
            var at = UTF8Check.validPrefix(bytes)
            guard at < bytes.count else { return (0, leads(UnsafeRawBufferPointer(bytes), upTo: 5)) }
            var invalid = 0
            while at < bytes.count {
                at += UTF8Check.validPrefix(UnsafeBufferPointer(rebasing: bytes[at...]))
                guard at < bytes.count else { break }
                if !isWhole, bytes.count - at < 4 { break }
                invalid += 1
                at += 1
            }
            return (invalid, max(0, leads(UnsafeRawBufferPointer(bytes), upTo: .max) - invalid))
        }
    }

    /// How many bytes begin a character of several, up to so many; eight are looked at at a time.
    private static func leads(_ bytes: UnsafeRawBufferPointer, upTo most: Int) -> Int {
        var (leads, place) = (0, 0)
        while place < bytes.count, leads < most {
            if place + 8 <= bytes.count,
                bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
            {
                place += 8
                continue
            }
            leads += bytes[place] >= 0xC2 && bytes[place] < 0xF5 ? 1 : 0
            place += 1
        }
        return leads
    }

    private static func uchardet(_ sample: [UInt8]) -> TextEncoding? {
        guard let detector = uchardet_new() else { return nil }
        defer { uchardet_delete(detector) }
        let result = sample.prefix(1 << 17).withUnsafeBytes {
            uchardet_handle_data(detector, $0.bindMemory(to: CChar.self).baseAddress, $0.count)
        }
        guard result == 0 else { return nil }
        uchardet_data_end(detector)
        guard let name = uchardet_get_charset(detector) else { return nil }
        return TextEncoding(named: String(cString: name))
    }
}
