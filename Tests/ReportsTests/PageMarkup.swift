/// Just enough of an XML parser to hold a page against: every element closed in its order, every attribute quoted and given
/// once, no stray `<` or `&`.
struct PageMarkup {
    /// An element with its attributes and what is in it.
    final class Element {
        let name: String
        let attributes: [String: String]
        var children: [Element] = []
        /// The text directly in it, references resolved.
        var text = ""
        init(_ name: String, _ attributes: [String: String]) { (self.name, self.attributes) = (name, attributes) }

        /// All text in it.
        var allText: String { text + children.map(\.allText).joined() }

        /// It and everything in it, in order.
        var all: [Element] { [self] + children.flatMap(\.all) }

        /// Everything in it with this name.
        func all(_ name: String) -> [Element] { all.filter { $0.name == name } }
    }

    /// What is not well-formed.
    struct Fault: Error, CustomStringConvertible {
        var description: String
    }

    private var bytes: [UInt8]
    private var at = 0

    /// The root element of a page.
    static func parse(_ page: [UInt8]) throws -> Element {
        var parser = PageMarkup(bytes: page)
        try parser.skip("<!DOCTYPE html>\n")
        let root = try parser.element()
        while parser.at < parser.bytes.count {
            guard parser.bytes[parser.at] == 10 else { throw Fault(description: "something after the end") }
            parser.at += 1
        }
        return root
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private func fault(_ what: String) -> Fault {
        Fault(description: "\(what) at: " + String(decoding: bytes[max(0, at - 60)..<min(bytes.count, at + 40)], as: UTF8.self))
    }

    private func looksAt(_ text: String) -> Bool { bytes[at...].starts(with: text.utf8) }

    private mutating func skip(_ text: String) throws {
        guard looksAt(text) else { throw fault("expected \(text)") }
        at += text.utf8.count
    }

    private mutating func take(while isWanted: (UInt8) -> Bool) -> String {
        let start = at
        while at < bytes.count, isWanted(bytes[at]) { at += 1 }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122, 45, 58, 95: true
        default: false
        }
    }

    private mutating func element() throws -> Element {
        try skip("<")
        let name = take(while: Self.isName)
        if name.isEmpty { throw fault("expected a name") }
        var attributes: [String: String] = [:]
        while looksAt(" ") {
            at += 1
            let key = take(while: Self.isName)
            try skip("=\"")
            let value = take { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "<") }
            try skip("\"")
            guard attributes.updateValue(try resolved(value), forKey: key) == nil else { throw fault("\(key) twice") }
        }
        let element = Element(name, attributes)
        if looksAt("/>") {
            at += 2
            return element
        }
        try skip(">")
        while at < bytes.count {
            if looksAt("</") {
                try skip("</\(name)>")
                return element
            }
            if looksAt("<") {
                element.children.append(try self.element())
            } else {
                element.text += try resolved(take { $0 != UInt8(ascii: "<") })
            }
        }
        throw fault("\(name) is never closed")
    }

    private func resolved(_ text: String) throws -> String {
        if text.unicodeScalars.contains(where: { $0.value < 32 && $0 != "\n" && $0 != "\t" && $0 != "\r" }) {
            throw fault("a control character")
        }
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var out = ""
        var rest = text.unicodeScalars[...]
        while let ampersand = rest.firstIndex(of: "&") {
            out.unicodeScalars.append(contentsOf: rest[..<ampersand])
            guard let end = rest[ampersand...].firstIndex(of: ";") else { throw fault("a stray &") }
            let known = ["&lt": "<", "&gt": ">", "&amp": "&", "&quot": "\"", "&#39": "'"]
            guard let character = known[String(rest[ampersand..<end])] else { throw fault("an unknown reference") }
            out += character
            rest = rest[rest.index(after: end)...]
        }
        out.unicodeScalars.append(contentsOf: rest)
        return out
    }
}
