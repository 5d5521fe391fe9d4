/// A text in every language.
public struct Wording: Hashable, Sendable {
    private var texts: [Language: String]
    /// Under which the words of languages have what is not among the texts.
    private var key: String?

    /// A text by language; a language that is missing is given English, and where there is none of that another.
    ///
    /// - Parameter key: Where the catalogue's words in other languages are.
    public init(_ texts: [Language: String], key: String? = nil) { (self.texts, self.key) = (texts, key) }

    /// The same texts, and in other languages the catalogue's words of a key.
    public func keyed(_ key: String) -> Wording { Wording(texts, key: key) }

    /// The same text in every language, as a name is.
    public init(_ text: String) { self.init([.en: text]) }

    /// A text of the catalogue's words.
    public init(key: String) { self.init([:], key: key) }

    /// A text that is made in each language.
    public init(each text: (Language) -> String) {
        self.init(Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, text($0)) }))
    }

    /// The text in one language.
    public subscript(language: Language) -> String {
        if let text = texts[language] ?? key.flatMap({ language.book.catalogue[$0] }) { return text }
        return texts[.en] ?? Language.allCases.lazy.compactMap { texts[$0] }.first ?? ""
    }

    /// Whether there is no text in any language.
    public var isEmpty: Bool { key == nil && texts.values.allSatisfy(\.isEmpty) }
}
