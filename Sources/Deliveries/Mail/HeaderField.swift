import Foundation

/// A header field of a message, so that no text can end it and begin another (RFC 5322, RFC 2047).
enum HeaderField {
    /// The longest line but its end, as RFC 5322 recommends it.
    private static let width = 78

    /// `Name: text`, folded, ending in CR LF. Text that is not plain ASCII becomes encoded words.
    static func text(_ name: String, _ text: String) -> String {
        "\(name): " + fold(words(clean(text)), from: name.utf8.count + 2) + "\r\n"
    }

    /// A field of addresses, folded between them.
    static func addresses(_ name: String, _ addresses: [Address]) -> String {
        var (line, lines) = ("\(name):", [String]())
        for (place, address) in addresses.enumerated() {
            let part = mailbox(address) + (place + 1 < addresses.count ? "," : "")
            if line.utf8.count + 1 + part.utf8.count > width, line.contains(" ") {
                lines.append(line)
                line = ""
            }
            line += " " + part
        }
        return (lines + [line]).joined(separator: "\r\n") + "\r\n"
    }

    private static func mailbox(_ address: Address) -> String {
        let name = clean(address.name)
        if name.isEmpty { return address.address }
        let isPlain = name.utf8.allSatisfy { $0 >= 32 && $0 < 127 } && !name.contains("=?")
        if isPlain, name.utf8.count <= 60 {
            let quoted = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            return "\"\(quoted)\" <\(address.address)>"
        }
        return words(name, isEncoded: true).joined(separator: "\r\n ") + "\r\n <\(address.address)>"
    }

    /// A text on one line: control characters, and what turns the direction of text round, are spaces.
    static func clean(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: " "
            case .format where (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value): " "
            default: scalar
            }
        }
        return String(String.UnicodeScalarView(scalars)).split(separator: " ").joined(separator: " ")
    }

    /// The words of a text, to be put on lines: as they are where all is ASCII and short, else encoded (RFC 2047): 75 signs at most,
    /// whole characters in each.
    static func words(_ text: String, isEncoded: Bool = false) -> [String] {
        let plain = text.split(separator: " ").map(String.init)
        let isPlain = !text.contains("=?") && text.utf8.allSatisfy { $0 >= 32 && $0 < 127 }
        if isPlain, !isEncoded, plain.allSatisfy({ $0.utf8.count < width - 10 }) { return plain }
        // `=?UTF-8?B?` and `?=` take 12 signs; 39 bytes and a field's name fit on the first line too.
        var (words, part) = ([String](), [UInt8]())
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if part.count + bytes.count > 39 {
                words.append(encoded(part))
                part = []
            }
            part += bytes
        }
        return part.isEmpty ? words : words + [encoded(part)]
    }

    private static func encoded(_ bytes: [UInt8]) -> String { "=?UTF-8?B?\(Data(bytes).base64EncodedString())?=" }

    /// Words with spaces between them, on as many lines as it takes.
    private static func fold(_ words: [String], from column: Int) -> String {
        var (text, length) = ("", column)
        for (place, word) in words.enumerated() {
            if place > 0 {
                let isFull = length + 1 + word.utf8.count > width
                text += isFull ? "\r\n " : " "
                length = isFull ? 1 : length + 1
            }
            text += word
            length += word.utf8.count
        }
        return text
    }
}
