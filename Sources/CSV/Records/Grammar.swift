/// Everything that the record readers need to know about a file: the dialect, its line ends and the usual number of cells.
struct Grammar: Sendable, Equatable {
    var delimiter: UInt8
    /// The quote; meaningless where ``hasQuote`` is false.
    var quote: UInt8
    var hasQuote: Bool
    /// Whether a backslash takes the meaning from the byte after it.
    var backslash: Bool
    var skipsSpace: Bool
    /// Whether a carriage return without a line feed ends a record.
    var bareCR: Bool
    /// How many cells a sound record has; 0 where that is unknown.
    var expected: Int
    /// Whether a record that is one quoted cell may be a whole record inside.
    var unwraps = false
    /// How numbers are read that hold the delimiter; nothing where none can.
    var numbers: CutNumbers?

    init(_ dialect: Dialect, bareCR: Bool = false, expected: Int = 0) {
        delimiter = dialect.delimiter
        quote = dialect.quote ?? 0
        hasQuote = dialect.quote != nil
        backslash = dialect.escape == .backslash
        skipsSpace = dialect.skipsSpaceAfterDelimiter
        self.bareCR = bareCR
        self.expected = expected
    }
}

/// The bytes that have a meaning in every dialect.
enum Byte {
    static let lf = UInt8(ascii: "\n")
    static let cr = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let tab = UInt8(ascii: "\t")
    static let comma = UInt8(ascii: ",")
    static let semicolon = UInt8(ascii: ";")
    static let pipe = UInt8(ascii: "|")
    static let doubleQuote = UInt8(ascii: "\"")
    static let singleQuote = UInt8(ascii: "'")
    static let backslash = UInt8(ascii: "\\")
}

/// Where one record lies in a ``ChunkBuffer``.
@usableFromInline
struct RecordSpan: Equatable {
    /// The record's first byte.
    @usableFromInline var start: UInt32
    /// The index of its first cell's end among the buffer's ends.
    @usableFromInline var first: UInt32
    /// The number of its cells.
    @usableFromInline var count: UInt32
    /// The delimiter, where the record has one of its own; else 0.
    @usableFromInline var ownDelimiter: UInt8 = 0
    /// Whether its cells may have shifted although none is over.
    @usableFromInline var isDoubtful = false
}
