/// Texts without what people neither see nor mean: how wide a letter is drawn, of how many pieces it is made, which kind of blank
/// stands between two words.
public enum TextForm {
    /// A text in one form: letters composed, full-width and half-width characters in their usual width, ligatures and Roman
    /// numerals as letters, all blanks as spaces, non-breaking hyphens as hyphens, invisible and control characters left out.
    /// Case and the number of spaces stay, blanks at the ends go.
    public static func plain(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var isComposed = true
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                if scalar.value > 31, scalar.value != 127 {
                    result.append(scalar)
                } else if isBlank(scalar) {
                    result.append(" ")
                }
                continue
            }
            if isBlank(scalar) {
                result.append(" ")
            } else if let text = compatible[scalar] {
                result.append(contentsOf: text.unicodeScalars)
                isComposed = isComposed && !isPiece(text.unicodeScalars.first!)
            } else if (0xFF01...0xFF5E).contains(scalar.value) {
                result.append(Unicode.Scalar(scalar.value - 0xFEE0)!)
            } else if !scalar.properties.isDefaultIgnorableCodePoint, scalar.properties.generalCategory != .control {
                result.append(scalar)
                isComposed = isComposed && !isPiece(scalar)
            }
        }
        let plain = String(result)
        return trimmed(isComposed ? plain : composed(plain))
    }

    /// A text by which names are compared: in one form, without regard to case and to how many spaces stand in a row. Two names
    /// with the same folded text are one name; the empty text is no name.
    public static func folded(_ text: String) -> String {
        if isFolded(text) { return text }
        if let folded = foldedASCII(text) { return folded }
        // Capitals first: only they tell that ß is ss and that both small sigmas are one letter.
        var folded = plain(text).uppercased().lowercased()
        if folded.unicodeScalars.contains("\u{307}") { folded = folded.replacing("i\u{307}", with: "i") }
        return folded.split(separator: " ").joined(separator: " ")
    }

    /// What a scalar comes to in ``folded(_:)`` as UTF-8, wherever it stands; nil where the letters around it matter.
    static func image(_ scalar: Unicode.Scalar) -> [UInt8]? {
        if isBlank(scalar) { return [32] }
        let isAlone = !isPiece(scalar) && compatible[scalar].map { !$0.unicodeScalars.contains(where: isPiece) } ?? true
        // Of a capital i with a dot both are taken for one character.
        guard isAlone, scalar != "\u{130}" else { return nil }
        return Array(folded(String(scalar)).utf8)
    }

    /// A text without the blanks around it, of whatever kind.
    public static func trimmed(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, isBlank(first) || isBlank(last) else {
            return text
        }
        let body = text.unicodeScalars.drop { isBlank($0) }
        guard let end = body.lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(body[...end])
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? scalar == " " || (9...13).contains(scalar.value) : scalar.properties.isWhitespace
    }

    /// Whether a text is small letters, digits and single spaces: as most names are once they are folded.
    private static func isFolded(_ text: String) -> Bool {
        var wasSpace = true
        for byte in text.utf8 {
            let isSpace = byte == 32
            guard byte > 32 && byte < 127 && !(65...90).contains(byte) || isSpace && !wasSpace else { return false }
            wasSpace = isSpace
        }
        return !wasSpace
    }

    /// The folded form of a text in ASCII, of which most have a capital; nil of any other.
    private static func foldedASCII(_ text: String) -> String? {
        var folded: [UInt8] = []
        folded.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            guard byte < 0x80 else { return nil }
            add(byte, to: &folded, from: 0)
        }
        if folded.last == 32 { folded.removeLast() }
        return String(decoding: folded, as: UTF8.self)
    }

    /// Adds what a character of ASCII comes to to a folded text that begins at a place: a small letter, one space between two words, of
    /// other control characters nothing.
    @inline(__always)
    static func add(_ byte: UInt8, to folded: inout [UInt8], from start: Int) {
        if byte > 32, byte != 127 {
            folded.append(byte &- 65 < 26 ? byte | 32 : byte)
        } else if byte == 32 || (9...13).contains(byte), folded.count > start, folded[folded.count - 1] != 32 {
            folded.append(32)
        }
    }

    // Composing. Characters that look alike are equal in Swift whatever they are made of, so a table of the composed ones finds
    // the one that a sequence of pieces is.

    /// Whether a scalar is a piece of a letter that may be written as one, or a sign that stands for a letter.
    private static func isPiece(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        return value >= 0x300
            && (scalar.properties.canonicalCombiningClass != .notReordered || (0x1100...0x11FF).contains(value))
            || (0x212A...0x212B).contains(value) || value == 0x2126 || value == 0x340 || value == 0x341
            || (0x900...0xDFF).contains(value) && scalar.properties.generalCategory == .spacingMark
    }

    private static func composed(_ text: String) -> String {
        var result = ""
        for character in text {
            if character.isASCII {
                result.append(character)
            } else if let letter = letters[character] ?? syllable(character) {
                result.unicodeScalars.append(letter)
            } else {
                result.append(character)
            }
        }
        return result
    }

    /// The letters that have a code of their own and pieces too, among the scripts in which people write names.
    private static let letters: [Character: Unicode.Scalar] = {
        var letters: [Character: Unicode.Scalar] = [:]
        let scripts: [ClosedRange<UInt32>] = [
            0xC0...0x24F, 0x370...0x4FF, 0x622...0x6D5, 0x900...0xDFF, 0x1E00...0x1FFF, 0x3040...0x30FF,
        ]
        for value in scripts.joined() {
            guard let letter = Unicode.Scalar(value), letter.properties.isAlphabetic else { continue }
            let character = Character(letter)
            if letters[character] == nil { letters[character] = letter }
        }
        return letters
    }()

    /// The Hangul syllable of two or three pieces; nil where a character is none.
    private static func syllable(_ character: Character) -> Unicode.Scalar? {
        let pieces = character.unicodeScalars.map(\.value)
        guard pieces.count == 2 || pieces.count == 3, (0x1100...0x1112).contains(pieces[0]),
            (0x1161...0x1175).contains(pieces[1])
        else {
            guard pieces.count == 2, (0xAC00...0xD7A3).contains(pieces[0]), (pieces[0] - 0xAC00) % 28 == 0,
                (0x11A8...0x11C2).contains(pieces[1])
            else { return nil }
            return Unicode.Scalar(pieces[0] + pieces[1] - 0x11A7)
        }
        let end = pieces.count == 3 ? pieces[2] : 0x11A7
        guard (0x11A7...0x11C2).contains(end) else { return nil }
        return Unicode.Scalar(0xAC00 + ((pieces[0] - 0x1100) * 21 + pieces[1] - 0x1161) * 28 + end - 0x11A7)
    }

    /// What characters of another width, and signs made of letters, stand for.
    private static let compatible: [Unicode.Scalar: String] = {
        var map: [Unicode.Scalar: String] = ["\u{2010}": "-", "\u{2011}": "-", "™": "TM", "№": "No", "℡": "TEL", "㈱": "(株)"]
        func add(_ first: UInt32, _ texts: [String]) {
            for (index, text) in texts.enumerated() { map[Unicode.Scalar(first + UInt32(index))!] = text }
        }
        add(0xFB00, ["ff", "fi", "fl", "ffi", "ffl", "st", "st"])
        let roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "L", "C", "D", "M"]
        add(0x2160, roman)
        add(0x2170, roman.map { $0.lowercased() })
        add(0x2460, (1...20).map(String.init))
        add(0xFFE0, ["¢", "£", "¬", "¯", "¦", "¥", "₩"])
        // Half-width katakana; the last two are the marks that a letter before them takes.
        let katakana = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u{3099}\u{309A}"
        add(0xFF61, katakana.unicodeScalars.map { String($0) })
        return map
    }()
}
