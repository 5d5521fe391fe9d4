/// How ordinary a text is in each of the legacy encodings: from -3 (impossible) to 3 (every character a frequent one).
///
/// Byte-distribution detectors need paragraphs; exports have a name here and a city there. So each character outside of ASCII is
/// judged by itself: is it one of those that such files are full of, one of the encoding's usual ones, or one that hardly
/// anybody writes?
struct EncodingEvidence {
    var scores: [(encoding: TextEncoding, score: Double)] = []

    init(_ sample: [UInt8]) {
        let text = Self.around(sample)
        scores.append((.windows1252, Self.western(text)))
        scores.append((.gb18030, Self.gb18030(text)))
        scores.append((.big5, Self.big5(text)))
        scores.append((.shiftJIS, Self.shiftJIS(text)))
    }

    /// The lines that have bytes outside of ASCII, up to 64 KiB of them.
    private static func around(_ sample: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        for line in sample.split(separator: Byte.lf) where line.contains(where: { $0 >= 0x80 }) {
            kept += line
            kept.append(Byte.lf)
            if kept.count > 1 << 16 { break }
        }
        return kept
    }

    /// Whether a text that is UTF-8 is one by chance: its few characters outside of ASCII are letters beyond Latin-1, each alone
    /// among blanks and delimiters, and all of them frequent Chinese characters in GB18030 (`女` is `Ů`).
    static func isChineseByChance(_ sample: [UInt8]) -> Bool {
        var at = 0
        while at + 1 < sample.count {
            guard sample[at] >= 0x80 else {
                at += 1
                continue
            }
            let isAlone =
                (at == 0 || !isASCIILetter(sample[at - 1])) && (at + 2 >= sample.count || !isASCIILetter(sample[at + 2]))
            guard (0xC4...0xDF).contains(sample[at]), isAlone,
                FrequentCharacters.gb18030.contains(UInt16(sample[at]) << 8 | UInt16(sample[at + 1]))
            else { return false }
            at += 2
        }
        return true
    }

    /// Letters with accents stand among letters; signs (€ £ °) stand beside digits or blanks; runs of either are odd.
    private static func western(_ text: [UInt8]) -> Double {
        var total = 0.0
        var count = 0.0
        for (at, byte) in text.enumerated() where byte >= 0x80 {
            count += 1
            let before = at > 0 ? text[at - 1] : 0
            let after = at + 1 < text.count ? text[at + 1] : 0
            let isLetter =
                byte >= 0xC0 && byte != 0xD7 && byte != 0xF7 || [0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F].contains(byte)
            if [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) {
                total -= 3
            } else if before >= 0x80, after >= 0x80 {
                total -= 2
            } else if isLetter {
                let isLower = byte >= 0xDF
                let lowerBefore = (0x61...0x7A).contains(before)
                let letters = (isASCIILetter(before) ? 1 : 0) + (isASCIILetter(after) ? 1 : 0)
                // A capital with an accent inside a word is as odd as it looks.
                total += !isLower && lowerBefore ? -1 : letters > 0 ? 2.2 : before >= 0x80 || after >= 0x80 ? -1 : 0.5
            } else if [0x80, 0xA2, 0xA3, 0xA5].contains(byte), isASCIILetter(after) {
                // A sign of money stands beside digits or blanks.
                total -= 1
            } else {
                total += before >= 0x80 || after >= 0x80 ? -1.5 : 1.8
            }
        }
        return count == 0 ? 0 : total / count
    }

    private static func isASCIILetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func gb18030(_ text: [UInt8]) -> Double {
        score(text) { first, second in
            guard (0x81...0xFE).contains(first), second >= 0x40, second != 0x7F, second != 0xFF else {
                return (0x81...0xFE).contains(first) && (0x30...0x39).contains(second) ? -0.5 : nil
            }
            if FrequentCharacters.gb18030.contains(UInt16(first) << 8 | UInt16(second)) { return 3 }
            if second >= 0xA1 {
                switch first {
                // Letters in full width, which other encodings' euro signs look like.
                case 0xA3 where second >= 0xC1: return 0.3
                case 0xA1, 0xA3: return 1.5
                case 0xA2 where second == 0xE3: return 1.5  // €
                case 0xB0...0xD7: return 1.2
                case 0xD8...0xF7: return -0.8
                default: return -2
                }
            }
            return -1.5
        }
    }

    private static func big5(_ text: [UInt8]) -> Double {
        score(text) { first, second in
            guard (0x81...0xFE).contains(first), (0x40...0x7E).contains(second) || (0xA1...0xFE).contains(second) else {
                return nil
            }
            if FrequentCharacters.big5.contains(UInt16(first) << 8 | UInt16(second)) { return 3 }
            switch first {
            case 0xA2 where second >= 0xCF, 0xA3 where second <= 0x43: return 0.3
            case 0xA3 where second == 0xE1: return 1.5  // €
            case 0xA1, 0xA2: return 1.2
            case 0xA4...0xC6: return 1.2
            case 0xC9...0xF9: return -0.8
            default: return -2.5
            }
        }
    }

    private static func shiftJIS(_ text: [UInt8]) -> Double {
        score(text, singles: 0xA1...0xDF) { first, second in
            guard (0x81...0x9F).contains(first) || (0xE0...0xFC).contains(first), second >= 0x40, second != 0x7F, second < 0xFD
            else { return nil }
            switch (first, second) {
            case (0x82, 0x9F...0xF1), (0x83, 0x40...0x96): return 2.6
            case (0x81, _): return 1.5
            case (0x82, 0x4F...0x9A): return 1
            default: break
            }
            if FrequentCharacters.shiftJIS.contains(UInt16(first) << 8 | UInt16(second)) { return 3 }
            switch first {
            case 0x88...0x97: return 1.2
            case 0x98...0x9F, 0xE0...0xEA: return -0.8
            default: return -2.5
            }
        }
    }

    /// The mean over the characters outside of ASCII; `judge` gives nothing for two bytes that make none.
    private static func score(
        _ text: [UInt8], singles: ClosedRange<UInt8>? = nil, _ judge: (UInt8, UInt8) -> Double?
    ) -> Double {
        var total = 0.0
        var count = 0.0
        var at = 0
        while at < text.count {
            let first = text[at]
            if first < 0x80 {
                at += 1
                continue
            }
            if let singles, singles.contains(first) {
                // Half-width kana: one byte each, so twice as many of them; seldom alone.
                total += at + 1 < text.count && text[at + 1] >= 0x80 ? 0.2 : -0.6
                count += 1
                at += 1
                continue
            }
            let second = at + 1 < text.count ? text[at + 1] : 0
            count += 1
            if let value = judge(first, second) {
                // A second byte that is an ASCII letter is weak: it may be just that, after an accented letter.
                total += second < 0x80 && value > 0 ? value * 0.9 : value
                at += 2
            } else {
                total -= 3
                at += 1
            }
        }
        return count == 0 ? 0 : total / count
    }
}
