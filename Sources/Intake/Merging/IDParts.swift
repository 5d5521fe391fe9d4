import Facts

/// Cells with one or several ids, as codes of ids that are known.
struct IDParts {
    /// Where the codes of each cell begin, by the cell's code, and their end.
    private var starts = [0, 0]
    private var codes: [UInt32] = []

    /// - Parameter spelled: The form in which an id is known that the cell writes in another.
    init(_ cells: TextColumn, _ known: BytePool, _ spelled: (String) -> String) {
        self.init(cells) { known.find($0) ?? known.find(spelled($0.asText)) }
    }

    /// - Parameter find: The code of a text that is an id; nil of one that is none.
    private init(_ cells: TextColumn, _ find: (UnsafeRawBufferPointer) -> UInt32?) {
        for cell in 1..<max(1, UInt32(cells.pool.count)) {
            cells.pool.withBytes(cell) { text in
                if let code = find(text) {
                    codes.append(code)
                    return
                }
                // Ids may have blanks in them: they part ids only where what they part is none.
                IDParts.forEach(text, andBlanks: false) { part in
                    if let code = find(part) {
                        codes.append(code)
                    } else {
                        IDParts.forEach(part) { if let code = find($0) { codes.append(code) } }
                    }
                }
            }
            starts.append(codes.count)
        }
    }

    /// All that ``init(_:_:_:)`` may look for: what cells could mean as one id or several, in every form in which ids are known.
    static func candidates(_ cells: TextColumn, _ spelled: (String) -> String) -> BytePool {
        var pool = BytePool()
        // Where nothing is an id everything is tried.
        _ = IDParts(cells) { text in
            _ = pool.code(text)
            _ = pool.code(spelled(text.asText))
            return nil
        }
        return pool
    }

    /// The ids of all cells, each by itself and once, with what they show together.
    static func ids(of cells: TextColumn) -> (pool: BytePool, marks: IDMarks) {
        var (pool, marks) = (BytePool(), IDMarks())
        for cell in 1..<max(1, UInt32(cells.pool.count)) {
            cells.pool.withBytes(cell) { text in
                forEach(text) { _ = pool.code(id: $0, &marks) }
            }
        }
        return (pool, marks)
    }

    subscript(cell: UInt32) -> ArraySlice<UInt32> { codes[starts[Int(cell)]..<starts[Int(cell) + 1]] }

    /// Whether a cell has more than one part, blanks aside.
    static func areSeveral(_ text: UnsafeRawBufferPointer) -> Bool {
        var count = 0
        forEach(text, andBlanks: false) { _ in count += 1 }
        return count > 1
    }

    /// Calls `body` with each part between `;` `,` `|`, their full-width forms, `、`, ends of lines and, where wanted, blanks of any
    /// kind.
    static func forEach(_ text: UnsafeRawBufferPointer, andBlanks: Bool = true, _ body: (UnsafeRawBufferPointer) -> Void) {
        var (start, at) = (0, 0)
        while at < text.count {
            let length = separator(text, at, andBlanks)
            if length == 0 {
                at += 1
                continue
            }
            if at > start { body(UnsafeRawBufferPointer(rebasing: text[start..<at])) }
            at += length
            start = at
        }
        if at > start { body(UnsafeRawBufferPointer(rebasing: text[start..<at])) }
    }

    /// How many bytes the separator that begins at a place has; 0 where there is none.
    private static func separator(_ text: UnsafeRawBufferPointer, _ at: Int, _ andBlanks: Bool) -> Int {
        switch text[at] {
        case UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "|"), 10...13: return 1
        case UInt8(ascii: " "), 9: return andBlanks ? 1 : 0
        case 0xC2: return andBlanks && at + 1 < text.count && text[at + 1] == 0xA0 ? 2 : 0
        // U+3000 is a blank, U+3001 is `、`.
        case 0xE3 where at + 2 < text.count && text[at + 1] == 0x80 && text[at + 2] < 0x82:
            return andBlanks || text[at + 2] == 0x81 ? 3 : 0
        case 0xEF where at + 2 < text.count:
            return text[at + 1] == 0xBC && [0x8C, 0x9B].contains(text[at + 2])
                || text[at + 1] == 0xBD && text[at + 2] == 0x9C ? 3 : 0
        default: return 0
        }
    }
}
