internal import Mustache

/// A piece of the page that may stand in it as it is: escaped text, or markup made by this module.
///
/// swift-mustache's own escaping works on `Character`s, for which a quotation mark followed by a combining accent is no
/// quotation mark, so that such a name would end an attribute. Therefore text is escaped here, scalar by scalar; templates use
/// triple braces throughout, and what they are filled from holds nothing but this type.
struct Markup: Sendable, Hashable, MustacheCustomRenderable {
    /// The markup.
    let html: String

    /// Markup that this module made.
    init(trusted html: String) { self.html = html }

    /// Text, whatever it looks like.
    init(_ text: String) { self.html = Markup.escaped(text) }

    /// Nothing: a section over it is skipped.
    static let empty = Markup(trusted: "")

    var renderText: String { html }
    var isNull: Bool { html.isEmpty }

    /// `text` for element content and quoted attributes: markup characters as references, and control characters, which neither
    /// HTML nor XML may hold, as U+FFFD.
    static func escaped(_ text: String) -> String {
        if !text.utf8.contains(where: needsEscape) { return text }
        var out = ""
        out.reserveCapacity(text.utf8.count + 32)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "&": out += "&amp;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            case "\t", "\n", "\r": out.unicodeScalars.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": out.unicodeScalars.append("\u{FFFD}")
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    /// Whether a byte may belong to something that is to be escaped; 0xC2 starts the C1 controls, 0xEF the non-characters.
    private static func needsEscape(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F, 0xC2, 0xEF: true
        default: byte < 0x20
        }
    }
}

/// How long texts are kept from drowning the page. What is cut here is always in full somewhere near.
enum Shortening {
    /// The longest text a cell or a note shows at once; longer ones are folded.
    static let folded = 240
    /// The same of a message: a few sentences, which are to be read, and not to be opened first.
    static let message = 1000
    /// The longest hover text and the longest text for a label that has its full form elsewhere.
    static let hover = 400

    /// The most of a name that a label of a chart is made from, in characters.
    static let label = 60

    /// Whether `text` has more than `limit` Unicode scalars.
    static func isLonger(_ text: String, than limit: Int) -> Bool {
        text.utf8.count > limit && text.unicodeScalars.count > limit
    }

    /// The first `limit` scalars or fewer, with `…` where something was cut; not between a letter and its accents, unless they
    /// alone are longer.
    static func short(_ text: String, _ limit: Int) -> String {
        guard isLonger(text, than: limit) else { return text }
        let cut = String(String.UnicodeScalarView(text.unicodeScalars.prefix(max(1, limit - 1))))
        let whole = cut.dropLast()
        return (whole.isEmpty ? cut : String(whole)) + "…"
    }
}
