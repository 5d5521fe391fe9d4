/// A cell's text, folded so that one way of writing stands for many, and a cursor over it.
///
/// Folding is for reading numbers, dates and marks only; it is never shown. Trimmed of blanks; every blank (no-break, narrow,
/// ideographic) becomes a space and zero-width characters go; full-width characters become ASCII; letters lose case and
/// accents; every minus and dash becomes `-`, every apostrophe `'`. What is left are UTF-16 units, so that `年` is one.
struct CellScanner: ~Copyable {
    /// The most units that a number or date may have.
    static let capacity = 96

    // Not in the structure itself, all of which would be copied for each unit that is read.
    private let units: UnsafeMutablePointer<UInt16>
    /// The number of units.
    private(set) var count = 0
    /// The position of the next unit.
    var at = 0

    /// Whether the cell could be folded: it is UTF-8 and not too long to be a number or date. Otherwise the text is empty.
    private(set) var isReadable = false

    /// The folded text of a cell.
    init(_ cell: UnsafeRawBufferPointer) {
        // No unit takes less than a byte.
        units = .allocate(capacity: min(cell.count, Self.capacity) + 1)
        isReadable = fold(cell)
        if !isReadable { count = 0 }
    }

    deinit { units.deallocate() }

    private mutating func fold(_ cell: UnsafeRawBufferPointer) -> Bool {
        var (low, high) = (0, cell.count)
        while low < high, cell[low] <= 32 { low += 1 }
        while low < high, cell[high - 1] <= 32 { high -= 1 }
        // '2026-10-01, '1,000: spreadsheets guard what is to stay as it was typed.
        if high - low > 1, cell[low] == 0x27, cell[low + 1] &- 48 < 10 || "-+($".utf8.contains(cell[low + 1]) { low += 1 }
        while low < high {
            let byte = cell[low]
            var scalar = UInt32(byte)
            var extra = 0
            if byte >= 0x80 {
                switch byte {
                case 0xC2..<0xE0: (scalar, extra) = (scalar & 0x1F, 1)
                case 0xE0..<0xF0: (scalar, extra) = (scalar & 0x0F, 2)
                case 0xF0..<0xF5: (scalar, extra) = (scalar & 0x07, 3)
                default: return false
                }
                guard low + extra < high else { return false }
                for next in 1...extra {
                    guard cell[low + next] & 0xC0 == 0x80 else { return false }
                    scalar = scalar << 6 | UInt32(cell[low + next] & 0x3F)
                }
            }
            low += 1 + extra
            let unit = byte < 0x80 ? Folding.ascii(byte) : Folding.fold(scalar)
            guard unit != Folding.dropped, unit != Unit.space || count > 0 else { continue }
            guard count < Self.capacity else { return false }
            units[count] = unit
            count += 1
        }
        while count > 0, units[count - 1] == Unit.space { count -= 1 }
        return true
    }

    /// Whether every unit has been read.
    var isAtEnd: Bool { at >= count }

    /// The next unit, or 0 at the end.
    var next: UInt16 { unit(at) }

    /// The unit after the next, or 0 past the end.
    var afterNext: UInt16 { unit(at + 1) }

    /// The unit at a position, or 0 past the end.
    @inline(__always)
    func unit(_ position: Int) -> UInt16 { position < count ? units[position] : 0 }

    /// Passes over the next unit if it is `unit`.
    mutating func take(_ unit: UInt16) -> Bool {
        guard next == unit else { return false }
        at += 1
        return true
    }

    /// Passes over spaces.
    mutating func skipSpaces() { while next == Unit.space { at += 1 } }

    /// Reads a run of digits, or nil when there is none or it has more than 18.
    mutating func digits() -> (value: Int, count: Int)? {
        let start = at
        var value = 0
        while Unit.isDigit(next), at - start < 18 {
            value = value * 10 + Int(next - Unit.zero)
            at += 1
        }
        return at == start || Unit.isDigit(next) ? nil : (value, at - start)
    }

    /// Reads a run of Latin letters, or nil when there is none.
    mutating func word() -> Word? {
        var word = Word()
        while Unit.isLetter(next) {
            word.append(next)
            at += 1
        }
        return word.count == 0 ? nil : word
    }

    /// Whether these units come next.
    func isNext(_ wanted: [UInt16]) -> Bool {
        guard at + wanted.count <= count else { return false }
        for index in wanted.indices where units[at + index] != wanted[index] { return false }
        return true
    }

    /// Leaves out units at the end.
    mutating func dropLast(_ many: Int) { count = max(at, count - many) }

    /// Whether the whole folded text is `text`.
    func equals(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        for index in 0..<count where units[index] != UInt16(text.utf8Start[index]) { return false }
        return true
    }
}

/// A folded word of up to 12 letters in five bits each; longer words are all alike and mean nothing.
struct Word: Hashable, Sendable {
    /// The packed letters; 0 for a word that is too long.
    private(set) var letters: UInt64 = 0
    /// The number of letters.
    private(set) var count = 0

    /// No letters yet.
    init() {}

    /// The word of lower-case ASCII letters.
    init(_ text: some StringProtocol) {
        for byte in text.utf8 { append(UInt16(byte)) }
    }

    /// Adds one letter.
    mutating func append(_ letter: UInt16) {
        count += 1
        letters = count > 12 ? 0 : letters << 5 | UInt64(letter - 96)
    }
}

/// The units that the grammars know by name.
enum Unit {
    // Named as Unicode does, but shorter.
    static let space: UInt16 = 0x20, apostrophe: UInt16 = 0x27, open: UInt16 = 0x28, close: UInt16 = 0x29
    static let plus: UInt16 = 0x2B, comma: UInt16 = 0x2C, minus: UInt16 = 0x2D, point: UInt16 = 0x2E, slash: UInt16 = 0x2F
    static let zero: UInt16 = 0x30, nine: UInt16 = 0x39, colon: UInt16 = 0x3A, percent: UInt16 = 0x25
    static let letterA: UInt16 = 0x61, letterE: UInt16 = 0x65, letterM: UInt16 = 0x6D, letterP: UInt16 = 0x70
    static let letterT: UInt16 = 0x74

    /// Whether the unit is 0 to 9.
    @inline(__always)
    static func isDigit(_ unit: UInt16) -> Bool { unit &- 48 < 10 }

    /// Whether the unit is a to z.
    @inline(__always)
    static func isLetter(_ unit: UInt16) -> Bool { unit &- 97 < 26 }
}

/// What each character is folded to.
enum Folding {
    /// Stands for a character that is left out.
    static let dropped: UInt16 = 0xFFFF

    /// Folds an ASCII byte.
    @inline(__always)
    static func ascii(_ byte: UInt8) -> UInt16 {
        if byte &- 65 < 26 { return UInt16(byte | 32) }
        return byte < 32 ? Unit.space : UInt16(byte)
    }

    /// Folds any other character; those outside the basic plane are all alike.
    static func fold(_ scalar: UInt32) -> UInt16 {
        switch scalar {
        case 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: Unit.space
        case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF: dropped
        case 0xC0...0xFF: latin(scalar)
        case 0x142: 0x6C
        case 0xFF01...0xFF5E: ascii(UInt8(scalar - 0xFEE0))
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: Unit.minus
        case 0xB4, 0x2BC, 0x2018, 0x2019, 0x2032: Unit.apostrophe
        case 0xFFE1: 0xA3
        case 0xFFE5: 0xA5
        case 0xFFE6: 0x20A9
        case 0...0xFFFC: UInt16(scalar)
        default: 0xFFFD
        }
    }

    /// Takes the accent from a letter of Latin-1.
    private static func latin(_ scalar: UInt32) -> UInt16 {
        let plain: StaticString = "aaaaaaaceeeeiiiidnooooo*ouuuuy*saaaaaaaceeeeiiiidnooooo*ouuuuy*y"
        let letter = plain.utf8Start[Int(scalar - 0xC0)]
        return letter == UInt8(ascii: "*") ? UInt16(scalar) : UInt16(letter)
    }
}
