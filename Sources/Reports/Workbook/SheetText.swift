import Facts

/// Text as a cell can hold it.
struct SheetText {
    /// The most that a cell holds, in UTF-16 units; Excel's limit.
    static let limit = 32_767

    /// What the cell says.
    var text: String
    /// How many characters there were, where the text had to be cut.
    var wholeLength: Int?

    /// The text, whatever it looks like, as a cell can hold it.
    ///
    /// Control characters, which a workbook may not hold, become their pictures (␀ … ␟) so that they are seen; tabs and line ends
    /// stay. `_x0041_`, which Excel reads as an escape, is escaped itself. What is too long is cut with a mark at its end.
    init(_ original: String, limit: Int = SheetText.limit) {
        text = SheetText.isPlain(original) ? original : SheetText.cleaned(original)
        guard text.utf8.count > limit, text.utf16.count > limit else { return }
        let count = original.count
        wholeLength = count
        let mark = " … [cut: \(count) characters]"
        var room = limit - mark.utf16.count
        var end = text.startIndex
        for index in text.indices {
            let next = text.index(after: index)
            room -= text.utf16.distance(from: index, to: next)
            if room < 0 { break }
            end = next
        }
        text = text[..<end] + mark
    }

    /// Whether there is nothing to clean: the usual case, decided on bytes.
    private static func isPlain(_ text: String) -> Bool {
        var before = UInt8(0)
        for byte in text.utf8 {
            if byte < 0x20, byte != 0x0A, byte != 0x09 { return false }
            if byte == 0x7F { return false }
            // An escape, and U+FFFE and U+FFFF, which XML forbids: EF BF BE, EF BF BF.
            if byte | 0x20 == UInt8(ascii: "x"), before == UInt8(ascii: "_") { return false }
            if byte == 0xBF, before == 0xEF { return false }
            before = byte
        }
        return true
    }

    private static func cleaned(_ text: String) -> String {
        var result = ""
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            switch scalar.value {
            case 0x0D:
                // A line end of two characters is one.
                if index + 1 == scalars.count || scalars[index + 1].value != 0x0A { result += "\n" }
            case 0x09, 0x0A: result.unicodeScalars.append(scalar)
            case 0..<0x20: result.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value)!)
            case 0x7F: result += "␡"
            case 0xFFFE, 0xFFFF: result += "\u{FFFD}"
            case 0x5F where isEscape(scalars[index...]): result += "_x005F_"
            default: result.unicodeScalars.append(scalar)
            }
            index += 1
        }
        return result
    }

    /// Whether these begin `_xHHHH_`.
    private static func isEscape(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        guard scalars.count >= 7 else { return false }
        let part = Array(scalars.prefix(7))
        return (part[1] == "x" || part[1] == "X") && part[6] == "_" && part[2..<6].allSatisfy(\.properties.isASCIIHexDigit)
    }

    /// How wide text is, in digits of the default font: East Asian characters take two. The widest line counts.
    static func width(_ text: String) -> Double {
        let ascii = SheetText.ascii
        var (widest, line) = (0.0, 0.0)
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                widest = max(widest, line)
                line = 0
            } else {
                line += scalar.isASCII ? ascii[Int(scalar.value)] : width(scalar)
            }
        }
        return max(widest, line)
    }

    /// How many lines text takes in a cell that is `columns` digits wide; words are not broken where they fit a line.
    static func lines(_ text: String, columns: Double) -> Int {
        let (ascii, columns) = (SheetText.ascii, max(columns, 1))
        var (count, line, word) = (1, 0.0, 0.0)
        /// Puts the word that ends here on the line, or on the next one where it fits there alone.
        func endWord() {
            if line > 0, line + space + word > columns, word <= columns || line + space > columns {
                count += 1
                line = 0
            }
            line = line > 0 ? line + space + word : word
            while line > columns {
                count += 1
                line -= columns
            }
            word = 0
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case " ": endWord()
            case "\n":
                endWord()
                count += 1
                line = 0
            default: word += scalar.isASCII ? ascii[Int(scalar.value)] : width(scalar)
            }
        }
        endWord()
        return count
    }

    /// The widths of the characters below 128.
    private static let ascii = (0..<128).map { width(Unicode.Scalar($0)!) }

    /// The width of a space.
    private static let space = 0.52

    /// The widths of Arial, on the wide side.
    private static func width(_ scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "i", "j", "l", "'", "|": return 0.43
        case " ", "f", "t", "I", ".", ",", ":", ";", "!", "/", "·": return space
        case "r", "-", "(", ")", "[", "]", "`", "\"", "*": return 0.65
        case "m", "M": return 1.55
        case "w": return 1.35
        case "W", "%", "@", "—", "…": return 1.85
        case "c", "k", "s", "v", "x", "y", "z", "J": return 0.95
        default: break
        }
        switch scalar.value {
        case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: return 0
        case 0x41...0x5A: return 1.32
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return 1.03
        }
    }
}
