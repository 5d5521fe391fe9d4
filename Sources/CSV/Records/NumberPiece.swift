/// What part a cell can be of a number that its own commas have cut into several cells: `$12` and `000.50` of `$12,000.50`.
struct NumberPiece: OptionSet {
    let rawValue: UInt16

    /// One to three digits of which the first is no 0, perhaps behind a sign and a currency: the beginning of `12,000`.
    static let head = NumberPiece(rawValue: 1)
    /// Exactly three digits: a group amid `1,234,567`.
    static let group = NumberPiece(rawValue: 2)
    /// Three digits, perhaps with decimals, a currency or the like behind them: the end of `12,000.50`.
    static let tail = NumberPiece(rawValue: 4)
    /// What may stand before a decimal comma: digits, perhaps in groups, perhaps behind a sign and a currency.
    static let whole = NumberPiece(rawValue: 8)
    /// What may stand behind a decimal comma: one or two digits, perhaps with a currency or the like behind them.
    static let fraction = NumberPiece(rawValue: 16)
    /// It begins with 0 and another digit, as no number by itself does.
    static let startsWithZero = NumberPiece(rawValue: 32)
    /// Something that belongs to the whole number stands before its digits: a currency, or a bracket that is not closed.
    static let isMarked = NumberPiece(rawValue: 64)
    /// It has two decimals, as amounts of money have.
    static let hasCents = NumberPiece(rawValue: 128)
    /// Its digits stand in groups of three, parted by something else than the comma.
    static let isGrouped = NumberPiece(rawValue: 256)

    /// The longest cell that is looked at; a part of a number is shorter.
    static let limit = 24

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Judges the raw bytes of a cell.
    init(_ cell: UnsafeRawBufferPointer) {
        self = []
        guard cell.count > 0, cell.count <= Self.limit else { return }
        let sign = Self.prefix(cell)
        var at = sign.length
        let digits = Self.digits(cell, at)
        guard digits > 0 else { return }
        let first = cell[at]
        at += digits
        if at == cell.count {
            if digits <= 3, first != UInt8(ascii: "0") { insert(.head) }
            insert(.whole)
            if sign.isMark { insert(.isMarked) }
        } else if Self.isGrouped(cell, at, digits) {
            formUnion([.whole, .isGrouped])
            if sign.isMark { insert(.isMarked) }
        }
        guard sign.length == 0 else { return }
        if digits > 1, first == UInt8(ascii: "0") { insert(.startsWithZero) }
        if digits == 3, at == cell.count { insert(.group) }
        if digits <= 2, Self.isSuffix(cell, at) { insert(.fraction) }
        guard digits == 3 else { return }
        if at < cell.count, cell[at] == UInt8(ascii: ".") {
            let decimals = Self.digits(cell, at + 1)
            guard decimals > 0, Self.isSuffix(cell, at + 1 + decimals) else { return }
            if decimals == 2 { insert(.hasCents) }
            insert(.tail)
        } else if Self.isSuffix(cell, at) {
            insert(.tail)
        }
    }

    /// How many digits stand from `start` on.
    private static func digits(_ cell: UnsafeRawBufferPointer, _ start: Int) -> Int {
        var at = start
        while at < cell.count, (0x30...0x39).contains(cell[at]) { at += 1 }
        return at - start
    }

    /// Whether the rest of the cell are groups of three digits, parted by points, apostrophes or blanks: `1.234` of `1.234,50`.
    private static func isGrouped(_ cell: UnsafeRawBufferPointer, _ start: Int, _ before: Int) -> Bool {
        guard before <= 3 else { return false }
        var at = start
        while at < cell.count {
            let blank = blank(cell, at)
            guard blank > 0 || cell[at] == UInt8(ascii: ".") || cell[at] == Byte.singleQuote else { return false }
            at += max(1, blank)
            guard digits(cell, at) == 3 else { return false }
            at += 3
        }
        return true
    }

    /// The length of a sign and currency before the digits, and whether it is more than a sign.
    private static func prefix(_ cell: UnsafeRawBufferPointer) -> (length: Int, isMark: Bool) {
        var at = 0
        var isMark = false
        while at < cell.count, !(0x30...0x39).contains(cell[at]) {
            if cell[at] == UInt8(ascii: "-") || cell[at] == UInt8(ascii: "+") {
                at += 1
            } else if cell[at] == UInt8(ascii: "(") {
                isMark = true
                at += 1
            } else if blank(cell, at) > 0 {
                at += blank(cell, at)
            } else {
                let length = currency(cell, at)
                guard length > 0 else { return (cell.count, false) }
                isMark = true
                at += length
            }
        }
        return (at, isMark)
    }

    /// Whether what stands from `start` on may end a number: nothing, or a bracket, a minus, a per cent, a currency, `CR`.
    private static func isSuffix(_ cell: UnsafeRawBufferPointer, _ start: Int) -> Bool {
        var at = start
        while at < cell.count {
            if blank(cell, at) > 0 {
                at += blank(cell, at)
            } else if cell[at] == UInt8(ascii: ")") || cell[at] == UInt8(ascii: "-") || cell[at] == UInt8(ascii: "%") {
                at += 1
            } else {
                let length = max(currency(cell, at), side(cell, at))
                guard length > 0 else { return false }
                at += length
            }
        }
        return true
    }

    /// The length of `CR` or `DR` at the end of the cell, else 0.
    private static func side(_ cell: UnsafeRawBufferPointer, _ at: Int) -> Int {
        guard at + 2 == cell.count, cell[at + 1] | 0x20 == UInt8(ascii: "r") else { return 0 }
        return cell[at] | 0x20 == UInt8(ascii: "c") || cell[at] | 0x20 == UInt8(ascii: "d") ? 2 : 0
    }

    /// The length of a blank at `at`, no-break ones too; 0 where there is none.
    private static func blank(_ cell: UnsafeRawBufferPointer, _ at: Int) -> Int {
        if cell[at] == Byte.space { return 1 }
        if at + 1 < cell.count, cell[at] == 0xC2, cell[at + 1] == 0xA0 { return 2 }
        if at + 2 < cell.count, cell[at] == 0xE2, cell[at + 1] == 0x80, cell[at + 2] == 0xAF || cell[at + 2] == 0x89 {
            return 3
        }
        return 0
    }

    /// The length of a currency's sign or code at `at`, else 0.
    private static func currency(_ cell: UnsafeRawBufferPointer, _ at: Int) -> Int {
        let left = cell.count - at
        switch cell[at] {
        case UInt8(ascii: "$"): return 1
        case 0xC2 where left >= 2 && (cell[at + 1] == 0xA3 || cell[at + 1] == 0xA5): return 2  // £ ¥
        // € ₹ ₩ ₽ and the others of that block, and the minus sign.
        case 0xE2 where left >= 3 && (cell[at + 1] == 0x82 || cell[at + 1] == 0x88 && cell[at + 2] == 0x92): return 3
        case 0xEF where left >= 3 && cell[at + 1] == 0xBF && (0xA0...0xA6).contains(cell[at + 2]): return 3  // ￥
        case 0xE0 where left >= 3 && cell[at + 1] == 0xB8 && cell[at + 2] == 0xBF: return 3  // ฿
        case 0xE5
        where left >= 3 && (cell[at + 1] == 0x85 && cell[at + 2] == 0x83 || cell[at + 1] == 0x86 && cell[at + 2] == 0x86):
            return 3  // 元 円
        default: break
        }
        for length in [3, 2] where left >= length && Self.isCode(cell, at, length) { return length }
        return 0
    }

    /// Whether a currency's code, or an abbreviation such as `kr` and `US$`, stands at `at`.
    private static func isCode(_ cell: UnsafeRawBufferPointer, _ at: Int, _ length: Int) -> Bool {
        var key: UInt32 = 0
        for place in at..<at + length { key = key << 8 | UInt32(cell[place] | 0x20) }
        if at + length < cell.count, (cell[at + length] | 0x20) &- 97 < 26 { return false }
        guard length == 3 else { return Self.short.contains(key) }
        return Self.codes.contains(key) || key & 0xFF == UInt32(UInt8(ascii: "$"))  // US$ and the like
    }

    /// The codes of the currencies that exports are mostly in, as three bytes.
    private static let codes = Set(Shape.currencies.map { $0.lowercased().utf8.reduce(0) { $0 << 8 | UInt32($1 | 0x20) } })
    private static let short = Set(
        ["kr", "rs", "fr", "ft", "r$", "a$", "c$", "s$"].map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } })
}
