/// How the cells of a line are told apart.
public struct Dialect: Sendable, Equatable {
    /// The byte between two cells.
    public var delimiter: UInt8
    /// The byte around quoted cells; nothing where quotes are ordinary text.
    public var quote: UInt8?
    /// How a quote is written inside a quoted cell.
    public var escape: Escape
    /// Whether one space after a delimiter belongs to the delimiter (`a, b`).
    public var skipsSpaceAfterDelimiter: Bool

    /// A dialect; the default is RFC 4180's.
    public init(
        delimiter: UInt8 = UInt8(ascii: ","), quote: UInt8? = UInt8(ascii: "\""), escape: Escape = .doubled,
        skipsSpaceAfterDelimiter: Bool = false
    ) {
        self.delimiter = delimiter
        self.quote = quote
        self.escape = escape
        self.skipsSpaceAfterDelimiter = skipsSpaceAfterDelimiter
    }

    /// The delimiter's name: `comma`, `tab`, `comma and space`; another character stands for itself.
    public var delimiterName: String {
        switch delimiter {
        case UInt8(ascii: ","): skipsSpaceAfterDelimiter ? "comma and space" : "comma"
        case UInt8(ascii: ";"): "semicolon"
        case UInt8(ascii: "\t"): "tab"
        case UInt8(ascii: "|"): "pipe"
        case UInt8(ascii: " "): "space"
        default: "`\(Character(Unicode.Scalar(delimiter)))`"
        }
    }
}

/// The kinds of line end seen in the part of a file that was looked at.
public struct LineEnds: OptionSet, Sendable, Equatable {
    /// One bit a kind.
    public let rawValue: UInt8
    /// A set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// A line feed alone.
    public static let lf = LineEnds(rawValue: 1)
    /// A carriage return and a line feed.
    public static let crlf = LineEnds(rawValue: 2)
    /// A carriage return alone, where it ends lines.
    public static let cr = LineEnds(rawValue: 4)
}

/// How sure each guess about a file is, from 0 to 1; 1 also where nothing had to be guessed.
public struct Confidence: Sendable, Equatable {
    /// Of the character encoding.
    public var encoding: Double
    /// Of delimiter, quote and escape.
    public var dialect: Double
    /// Of where the header is, and that there is one.
    public var header: Double

    /// Three shares of certainty.
    public init(encoding: Double = 1, dialect: Double = 1, header: Double = 1) {
        self.encoding = encoding
        self.dialect = dialect
        self.header = header
    }
}

/// How a file is read, and how sure each guess is.
public struct Layout: Sendable, Equatable {
    /// The character encoding of the bytes on disk.
    public var encoding: TextEncoding = .utf8
    /// Whether the file began with a byte order mark.
    public var hadBOM = false
    /// Whether the file was gzip-compressed.
    public var isCompressed = false
    /// How the cells of a line are told apart.
    public var dialect = Dialect()
    /// The kinds of line end seen.
    public var lineEnds: LineEnds = []
    /// The column names as in the file, in UTF-8 without a byte order mark; those of a several-row header joined cell by cell
    /// with one space. Where the file has no header: `column_1`, `column_2` and so on, and ``headerLines`` is nothing.
    public var header: [String] = []
    /// The names of each row of the header by themselves; none where the file has no header.
    public var headerRows: [[String]] = []
    /// The physical lines of the header, 1-based; nothing where the file has none.
    public var headerLines: ClosedRange<Int>?
    /// The number of cells that a sound record has.
    public var columnCount = 0
    /// How sure each guess is.
    public var confidence = Confidence()
    /// Where the records of the main table lie in the decoded document: from the first one's offset to the last one's end.
    public var body: Range<Int> = 0..<0

    /// The layout of an empty UTF-8 file.
    public init() {}
}

/// Something about a file's structure that a person should know: a value, never thrown.
public struct Finding: Sendable, Equatable {
    /// What kind of finding: stable, in kebab-case, such as `stray-quote`.
    public var code: String
    /// The 1-based physical line; 0 where the finding is about the whole file.
    public var line: Int
    /// The 1-based cell in the record; nothing where it is about the record or the file.
    public var column: Int?
    /// What was found, as a sentence without a full stop.
    public var message: String
    /// What to do about it; empty where nothing need be done.
    public var hint: String

    /// A finding about `line`.
    public init(code: String, line: Int, column: Int? = nil, message: String, hint: String) {
        self.code = code
        self.line = line
        self.column = column
        self.message = message
        self.hint = hint
    }
}
