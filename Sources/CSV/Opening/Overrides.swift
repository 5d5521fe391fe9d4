/// What a person has settled about a file beforehand; everything left out is guessed.
///
///     Overrides(encoding: .windows1252, delimiter: UInt8(ascii: ";"))
public struct Overrides: Sendable, Equatable {
    /// The character encoding. The default, nothing, is to guess.
    public var encoding: TextEncoding?
    /// The byte between two cells. The default, nothing, is to guess.
    public var delimiter: UInt8?
    /// How cells are quoted, if they are. The default, nothing, is to guess.
    public var quote: Quoting?
    /// How a quote is written inside a quoted cell. The default, nothing, is to guess.
    public var escape: Escape?
    /// The 1-based physical line of the (first) header row; 0 says that the file has no header. The default is to guess.
    public var headerRow: Int?

    /// Overrides with any part left to be guessed.
    public init(
        encoding: TextEncoding? = nil, delimiter: UInt8? = nil, quote: Quoting? = nil, escape: Escape? = nil,
        headerRow: Int? = nil
    ) {
        self.encoding = encoding
        self.delimiter = delimiter
        self.quote = quote
        self.escape = escape
        self.headerRow = headerRow
    }
}

/// How cells are quoted.
public enum Quoting: Sendable, Equatable {
    /// Quotes are ordinary text.
    case none
    /// A cell may stand between two of this character.
    case character(UInt8)
}

/// How a quote is written inside a quoted cell.
public enum Escape: String, Sendable, Equatable {
    /// Twice, as RFC 4180 has it: `"5"" pipe"`.
    case doubled
    /// After a backslash: `"5\" pipe"`.
    case backslash
}

/// The character encodings that are read.
public enum TextEncoding: String, Sendable, CaseIterable {
    case utf8, utf16le, utf16be, windows1252, gb18030, big5, shiftJIS

    /// The encoding that people call `name`, without regard to case and punctuation: `UTF-8`, `gbk`, `latin1`, `Shift_JIS`.
    public init?(named name: String) {
        let key = String(
            name.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil })
        switch key {
        case "utf8", "utf8sig", "utf8bom", "ascii", "usascii": self = .utf8
        case "utf16le", "utf16", "ucs2", "ucs2le", "unicode": self = .utf16le
        case "utf16be", "ucs2be": self = .utf16be
        case "windows1252", "cp1252", "latin1", "iso88591", "iso885915", "ansi", "western": self = .windows1252
        case "gb18030", "gbk", "gb2312", "cp936", "euccn", "hzgb": self = .gb18030
        case "big5", "cp950", "big5hkscs": self = .big5
        case "shiftjis", "sjis", "cp932", "windows31j", "ms932": self = .shiftJIS
        default: return nil
        }
    }

    /// The name as people write it: `UTF-8`, `Windows-1252`.
    public var displayName: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16le: "UTF-16 LE"
        case .utf16be: "UTF-16 BE"
        case .windows1252: "Windows-1252"
        case .gb18030: "GB18030"
        case .big5: "Big5"
        case .shiftJIS: "Shift-JIS"
        }
    }
}

extension Finding {
    /// That the header is not where a person has said it is.
    static func headerRowMissing(_ line: Int) -> Finding {
        Finding(
            code: "header-row-missing", line: 0,
            message: "`header_row: \(line)` is past the lines that a header may stand in; it was looked for instead",
            hint: "correct `header_row` of this source, or leave it out")
    }
}
