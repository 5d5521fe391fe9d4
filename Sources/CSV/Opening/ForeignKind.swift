/// What a file that is no CSV is instead, told from its first bytes (and for JSON from its last).
struct ForeignKind: Equatable {
    /// As in "this is …".
    var name: String
    /// What to do with it.
    var hint: String

    private static let saveAs = "open it in a spreadsheet and save the sheet as CSV UTF-8"
    private static let unpack = "unpack it and drop the CSV inside"
    private static let export = "export the data as CSV instead"

    /// The kinds that are known by their first bytes.
    private static let signatures: [(bytes: [UInt8], kind: ForeignKind)] = [
        ([0xD0, 0xCF, 0x11, 0xE0], ForeignKind(name: "an old Excel workbook (.xls) or another Office file", hint: saveAs)),
        (Array("%PDF".utf8), ForeignKind(name: "a PDF", hint: "export the table behind it as CSV")),
        (Array("PAR1".utf8), ForeignKind(name: "a Parquet file", hint: export)),
        (Array("ARROW1".utf8), ForeignKind(name: "an Arrow file", hint: export)),
        (Array("Obj\u{1}".utf8), ForeignKind(name: "an Avro file", hint: export)),
        (Array("ORC".utf8) + [0x0A], ForeignKind(name: "an ORC file", hint: export)),
        (Array("SQLite format 3".utf8), ForeignKind(name: "an SQLite database", hint: export)),
        (Array("{\\rtf".utf8), ForeignKind(name: "a rich-text document", hint: export)),
        ([0x89, 0x50, 0x4E, 0x47], ForeignKind(name: "a PNG image", hint: "ask for the data behind the picture")),
        ([0xFF, 0xD8, 0xFF], ForeignKind(name: "a JPEG image", hint: "ask for the data behind the picture")),
        (Array("GIF8".utf8), ForeignKind(name: "a GIF image", hint: "ask for the data behind the picture")),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], ForeignKind(name: "a 7-Zip archive", hint: unpack)),
        (Array("Rar!".utf8), ForeignKind(name: "a RAR archive", hint: unpack)),
        (Array("BZh".utf8), ForeignKind(name: "bzip2-compressed", hint: "unpack it, or compress it with gzip")),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], ForeignKind(name: "xz-compressed", hint: "unpack it, or compress it with gzip")),
        ([0x28, 0xB5, 0x2F, 0xFD], ForeignKind(name: "zstd-compressed", hint: "unpack it, or compress it with gzip")),
        ([0x7F, 0x45, 0x4C, 0x46], ForeignKind(name: "a program", hint: export)),
        ([0xFF, 0xFE, 0, 0], ForeignKind(name: "UTF-32 text", hint: "save it as CSV UTF-8")),
        ([0, 0, 0xFE, 0xFF], ForeignKind(name: "UTF-32 text", hint: "save it as CSV UTF-8")),
    ]

    init(name: String, hint: String) {
        self.name = name
        self.hint = hint
    }

    /// The kind of a file from its first bytes and its last; nothing where it may be a CSV.
    init?(head: [UInt8], tail: [UInt8]) {
        if let known = Self.signatures.first(where: { head.starts(with: $0.bytes) }) {
            // Short ASCII signatures begin words too: a CSV has no control bytes.
            let isText = !head.prefix(512).contains { $0 < 9 }
            if !(isText && ["ORC\n", "BZh", "GIF8", "PAR1", "Rar!"].contains(String(decoding: known.bytes, as: UTF8.self))) {
                self = known.kind
                return
            }
        }
        if let kind = Self.archive(head) ?? Self.markup(head) ?? Self.json(head, tail) ?? Self.binary(head) {
            self = kind
            return
        }
        return nil
    }

    private static func archive(_ head: [UInt8]) -> ForeignKind? {
        if head.count > 262, Array(head[257..<262]) == Array("ustar".utf8) {
            return ForeignKind(name: "a tar archive", hint: unpack)
        }
        guard head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6]) else { return nil }
        func holds(_ text: String) -> Bool { head.prefix(1 << 16).firstRange(of: text) }
        if holds("xl/") { return ForeignKind(name: "an Excel workbook (.xlsx)", hint: saveAs) }
        if holds("opendocument.spreadsheet") { return ForeignKind(name: "an OpenDocument sheet (.ods)", hint: saveAs) }
        if holds("word/") { return ForeignKind(name: "a Word document (.docx)", hint: export) }
        if holds("ppt/") { return ForeignKind(name: "a PowerPoint file (.pptx)", hint: export) }
        if holds("[Content_Types].xml") {
            return ForeignKind(name: "an Office file, most likely an Excel workbook (.xlsx)", hint: saveAs)
        }
        if holds("Index/Document.iwa") { return ForeignKind(name: "a Numbers sheet", hint: "open it and export it as CSV") }
        return ForeignKind(name: "a ZIP archive", hint: unpack)
    }

    private static func markup(_ head: [UInt8]) -> ForeignKind? {
        let start = head.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }.prefix(64)
        guard start.first == UInt8(ascii: "<") else { return nil }
        let text = String(decoding: start, as: UTF8.self).lowercased()
        if text.hasPrefix("<?xml") {
            return ForeignKind(name: "an XML file", hint: "open it in a spreadsheet and save it as CSV UTF-8, or export CSV")
        }
        let tags = [
            "<!doctype", "<html", "<head", "<body", "<title", "<meta", "<script", "<table", "<div", "<!--", "<center", "<h1",
        ]
        guard tags.contains(where: { text.hasPrefix($0) }) else { return nil }
        return ForeignKind(
            name: "a web page (HTML), often an error or sign-in page",
            hint: "open it in a browser to see what went wrong, then export again")
    }

    private static func json(_ head: [UInt8], _ tail: [UInt8]) -> ForeignKind? {
        let start = head.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        guard let open = start.first, let last = tail.last(where: { $0 > 0x20 }) else { return nil }
        let next = start.dropFirst().first { $0 > 0x20 } ?? 0
        let isObject = open == UInt8(ascii: "{") && last == UInt8(ascii: "}")
        let isArray = open == UInt8(ascii: "[") && last == UInt8(ascii: "]")
        let follows = isObject ? "\"}" : "{[\"]-0123456789"
        guard isObject || isArray, follows.utf8.contains(next) else { return nil }
        return ForeignKind(name: "JSON, not CSV", hint: "export the data as CSV, or convert it first")
    }

    /// Neither text in any encoding nor a kind that is known: many control bytes, and not the zeros of UTF-16.
    private static func binary(_ head: [UInt8]) -> ForeignKind? {
        let sample = head.prefix(1 << 14)
        guard sample.count >= 16, !head.starts(with: [0xFF, 0xFE]), !head.starts(with: [0xFE, 0xFF]) else { return nil }
        let controls = sample.count { $0 < 9 && $0 != 0 || (14..<27).contains($0) || (28..<32).contains($0) }
        let isBinary = controls * 20 > sample.count
        return isBinary && !EncodingGuess.isWide(Array(sample)) ? ForeignKind(name: "a binary file", hint: export) : nil
    }
}

extension ArraySlice<UInt8> {
    /// Whether the bytes of `text` occur.
    fileprivate func firstRange(of text: String) -> Bool {
        let wanted = Array(text.utf8)
        guard count >= wanted.count, let first = wanted.first else { return false }
        for at in startIndex...(endIndex - wanted.count) where self[at] == first {
            if self[at..<at + wanted.count].elementsEqual(wanted) { return true }
        }
        return false
    }
}
