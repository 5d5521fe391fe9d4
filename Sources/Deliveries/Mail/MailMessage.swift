import Foundation

/// A message with a text, the same as HTML, and files attached; the same message is the same bytes.
public struct MailMessage: Sendable {
    /// Who sends.
    public var from: Address
    /// Who gets it, all in one message.
    public var to: [Address]
    /// What it is about; whatever it holds, it is one header field.
    public var subject: String
    /// The text.
    public var text: String
    /// The same as HTML; nil where there is only the text.
    public var html: String?
    /// What is attached.
    public var attachments: [Attachment]
    /// What tells this message from all others, without angle brackets: `…@example.com`.
    public var id: String
    /// When it was written, in microseconds since 1970.
    public var date: Int64

    /// A file of a message.
    public struct Attachment: Sendable {
        /// Its name.
        public var name: String
        /// Its type, such as `text/csv`.
        public var type: String
        /// What it holds.
        public var bytes: [UInt8]

        /// A file; see the properties.
        public init(name: String, type: String, bytes: [UInt8]) { (self.name, self.type, self.bytes) = (name, type, bytes) }
    }

    /// A message; see the properties.
    public init(
        from: Address, to: [Address], subject: String, text: String, html: String? = nil, attachments: [Attachment] = [],
        id: String, date: Int64
    ) {
        (self.from, self.to, self.subject, self.text, self.html) = (from, to, subject, text, html)
        (self.attachments, self.id, self.date) = (attachments, id, date)
    }

    /// A text from outside on one line: control characters, and what turns the direction of text round, are spaces.
    public static func line(_ text: String) -> String { HeaderField.clean(text) }

    /// A message's id: the same for the same parts, and telling nothing of them.
    public static func id(_ parts: [String], domain: String) -> String {
        let digest = Digests.sha256(Array(parts.map { "\($0.utf8.count):\($0)" }.joined().utf8))
        return Digests.hex(Array(digest.prefix(16))) + "@" + domain
    }

    /// The whole message (RFC 5322, RFC 2045 and 2046), lines ending in CR LF, all of it ASCII.
    public func bytes() -> [UInt8] {
        var out = ""
        out += HeaderField.addresses("From", [from])
        out += HeaderField.addresses("To", to)
        out += HeaderField.text("Subject", subject)
        out += "Date: \(MailMessage.dateText(date))\r\n"
        out += "Message-ID: <\(id)>\r\n"
        out += "Auto-Submitted: auto-generated\r\n"
        out += "MIME-Version: 1.0\r\n"
        // A boundary may be in no part: quoted-printable and base 64 have no line that begins with `--=_`.
        let mark = Digests.hex(Array(Digests.sha256(Array(id.utf8)).prefix(8)))
        let (outer, inner) = ("=_m\(mark)", "=_a\(mark)")
        if !attachments.isEmpty { out += "Content-Type: multipart/mixed; boundary=\"\(outer)\"\r\n\r\n--\(outer)\r\n" }
        if let html {
            out += "Content-Type: multipart/alternative; boundary=\"\(inner)\"\r\n\r\n"
            out += "--\(inner)\r\n" + MailMessage.part(text, "plain")
            out += "--\(inner)\r\n" + MailMessage.part(html, "html") + "--\(inner)--\r\n"
        } else {
            out += MailMessage.part(text, "plain")
        }
        for attachment in attachments { out += "--\(outer)\r\n" + MailMessage.part(attachment) }
        if !attachments.isEmpty { out += "--\(outer)--\r\n" }
        return Array(out.utf8)
    }

    private static func part(_ text: String, _ subtype: String) -> String {
        "Content-Type: text/\(subtype); charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
            + QuotedPrintable.encoded(text) + "\r\n"
    }

    private static func part(_ attachment: Attachment) -> String {
        let name = parameter("filename", attachment.name)
        let body = Data(attachment.bytes).base64EncodedString(options: [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ])
        return "Content-Type: \(attachment.type)\r\nContent-Transfer-Encoding: base64\r\n"
            + "Content-Disposition: attachment;\r\n \(name)\r\n\r\n" + body + "\r\n"
    }

    /// A parameter of a field; a value that is not plain is written as RFC 2231 wants it.
    private static func parameter(_ name: String, _ value: String) -> String {
        let clean = HeaderField.clean(value)
        let isPlain = clean.utf8.count <= 60 && clean.utf8.allSatisfy { $0 >= 32 && $0 < 127 && $0 != 0x22 && $0 != 0x5C }
        if isPlain { return "\(name)=\"\(clean)\"" }
        // Long values in numbered parts, each below the width of a line.
        var (parts, rest) = ([String](), Array(Digests.percentEncoded(clean).utf8)[...])
        while !rest.isEmpty {
            var end = min(rest.startIndex + 54, rest.endIndex)
            // Not inside a `%E4`.
            while end < rest.endIndex, rest[..<end].suffix(2).contains(UInt8(ascii: "%")) { end -= 1 }
            parts.append(String(decoding: rest[..<end], as: UTF8.self))
            rest = rest[end...]
        }
        return parts.enumerated().map { place, part in "\(name)*\(place)*=\(place == 0 ? "UTF-8''" : "")\(part)" }
            .joined(separator: ";\r\n ")
    }

    /// `Mon, 16 Nov 2026 06:00:00 +0000`.
    static func dateText(_ microseconds: Int64) -> String {
        let seconds = (microseconds - (microseconds % 1_000_000 + 1_000_000) % 1_000_000) / 1_000_000
        let (days, rest) = (Int((Double(seconds) / 86_400).rounded(.down)), Int(((seconds % 86_400) + 86_400) % 86_400))
        // Days to a date of the Gregorian calendar: eras of 400 years from 1 March 0000 (Howard Hinnant, "chrono-compatible
        // low-level date algorithms").
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let weekday = ((days % 7) + 11) % 7
        let names = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(names[weekday]), \(two(day)) \(months[month - 1]) \(year) \(two(rest / 3600)):\(two(rest / 60 % 60)):"
            + "\(two(rest % 60)) +0000"
    }
}

/// Text as lines of at most 76 signs of ASCII (RFC 2045).
enum QuotedPrintable {
    /// Text with its line ends as CR LF.
    static func encoded(_ text: String) -> String {
        let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").utf8.split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return lines.map { line in
            var (out, width): ([UInt8], Int) = ([], 0)
            for (place, byte) in line.enumerated() {
                let isLast = place + 1 == line.count
                let isSpace = byte == 32 || byte == 9
                // A dot or `From` at the start of a line, and spaces at its end, do not survive everywhere.
                let isRisky =
                    width == 0 && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "F") || byte == UInt8(ascii: "-"))
                let isPlain = (33...126).contains(byte) && byte != UInt8(ascii: "=") && !isRisky || isSpace && !isLast
                let piece = isPlain ? [byte] : Array("=\(Digests.hex([byte]).uppercased())".utf8)
                if width + piece.count > 75 {
                    out += Array("=\r\n".utf8)
                    width = 0
                }
                out += piece
                width += piece.count
            }
            return String(decoding: out, as: UTF8.self)
        }.joined(separator: "\r\n")
    }
}
