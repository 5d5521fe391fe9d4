/// What is said somewhere, a case each; the words of a language are under the type's name and the case's.
///
///     enum Greeting: String, ReportPhrases { case hello }
///     Greeting.hello.text(.en, ["Ada"])    // Hello, Ada: of the line `hello Hello, {0}` below `[Greeting]`
///
/// `{0}`, `{1}`, … stand for the parts that are filled in. `{0|customer|customers}` is the first word where part 0 is `1`, else the second.
public protocol Phrases: RawRepresentable, CaseIterable, Sendable where RawValue == String {
    /// Where a language has the words.
    static func words(_ book: LanguageBook) -> WordList
    /// Whether the parts bring Latin letters and digits into Chinese, which are set off by a space.
    static var isSetOff: Bool { get }
}

/// Phrases of reports, workbooks, mails and pages.
public protocol ReportPhrases: Phrases {}

/// Phrases of definitions and of formulas in words.
public protocol CataloguePhrases: Phrases {}

/// Phrases of findings.
public protocol FindingPhrases: Phrases {}

/// Phrases of `gtm explain` and of notices.
public protocol ProgramPhrases: Phrases {}

extension ReportPhrases {
    /// The list of the book that such phrases are in.
    public static func words(_ book: LanguageBook) -> WordList { book.report }
}

extension CataloguePhrases {
    /// The list of the book that such phrases are in.
    public static func words(_ book: LanguageBook) -> WordList { book.catalogue }
}

extension FindingPhrases {
    /// The list of the book that such phrases are in.
    public static func words(_ book: LanguageBook) -> WordList { book.findings }
}

extension ProgramPhrases {
    /// The list of the book that such phrases are in.
    public static func words(_ book: LanguageBook) -> WordList { book.program }
}

extension Phrases {
    /// They do, unless a type says otherwise.
    public static var isSetOff: Bool { true }

    /// The phrase's key among the words of a language.
    public var key: String { "\(Self.self).\(rawValue)" }

    /// The phrase in a language, with places for its parts.
    public func pattern(_ language: Language) -> String {
        guard let words = Self.words(language.book)[key] else {
            preconditionFailure("no words of \(key) in \(language.rawValue)")
        }
        return words
    }

    /// The phrase in a language with its parts filled in. What is filled in is never looked at for more places.
    ///
    /// In Chinese a part of Latin letters or digits is set off from what is around it; what is within a part, such as the name of a company,
    /// stays as it is written.
    public func text(_ language: Language, _ parts: [String] = []) -> String {
        let pattern = pattern(language)
        return Self.isSetOff && language.forms.setsLatinOff
            ? pattern.withLatinSetOff.filled(parts, settingOff: true) : pattern.filled(parts)
    }

    /// The phrase in a report's language with its parts filled in.
    public func text(locale: String, _ parts: String...) -> String { text(Language(locale: locale), parts) }
}

extension String {
    /// A pattern with its parts filled in; see ``Phrases``.
    ///
    /// - Parameter settingOff: Whether a space goes between Chinese and Latin where parts and pattern meet.
    public func filled(_ parts: [String], settingOff: Bool = false) -> String {
        guard !parts.isEmpty else { return self }
        // Braces and bars are looked for among bytes, which costs a tenth of looking for characters.
        var (text, rest) = ("", utf8[...])
        func add(_ part: some StringProtocol) {
            if settingOff, let last = text.unicodeScalars.last, let first = part.unicodeScalars.first,
                String.isSetOff(last, first)
            {
                text += " "
            }
            text += part
        }
        while let start = rest.firstIndex(of: UInt8(ascii: "{")) {
            add(Substring(rest[..<start]))
            let inside = rest[rest.index(after: start)...]
            let end = String.end(of: inside)
            let words = inside[..<end].split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
            guard let place = words.first.flatMap({ Int(Substring($0)) }), place < parts.count,
                words.count == 1 || words.count == 3
            else { preconditionFailure("the phrase lacks a part: \(self)") }
            // Each of the two may have places of its own.
            add(
                words.count == 1
                    ? parts[place]
                    : String(Substring(words[parts[place] == "1" ? 1 : 2])).filled(parts, settingOff: settingOff))
            rest = inside[end...].dropFirst()
        }
        add(Substring(rest))
        return text
    }

    /// Where the brace closes that is open before a text.
    private static func end(of text: Substring.UTF8View) -> String.Index {
        var depth = 0
        return text.firstIndex { byte in
            if byte == UInt8(ascii: "{") { depth += 1 }
            if byte == UInt8(ascii: "}") { depth -= 1 }
            return depth < 0
        } ?? text.endIndex
    }

    /// Chinese with a space between its characters and Latin letters or digits, which names bring with them.
    public var withLatinSetOff: String {
        var spaced = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if let last = spaced.last, String.isSetOff(last, scalar) { spaced.append(" ") }
            spaced.append(scalar)
        }
        return String(spaced)
    }

    /// Whether one of two is a Chinese character and the other a Latin letter or a digit.
    private static func isSetOff(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
        func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x3400...0x9FFF).contains(scalar.value) }
        func isLatin(_ scalar: Unicode.Scalar) -> Bool {
            scalar.value < 0x250 && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        }
        return isHan(a) && isLatin(b) || isLatin(a) && isHan(b)
    }
}
