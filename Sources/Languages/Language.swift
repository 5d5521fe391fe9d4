/// A language in which readers see reports, names and definitions. Its words and forms are in a folder of its name.
public enum Language: String, Hashable, Sendable, CaseIterable {
    case en
    case zhHans = "zh-Hans"
    case de

    /// The language of a locale such as `de-AT`; English where there are no words of its own.
    public init(locale: String) {
        // Asked for each number that is written.
        switch locale {
        case "en": self = .en
        case "zh-Hans": self = .zhHans
        case "de": self = .de
        default: self = Language.nearest(to: locale)
        }
    }

    private static func nearest(to locale: String) -> Language {
        let code = locale.lowercased().prefix { $0 != "-" && $0 != "_" }
        return allCases.first { $0.rawValue.lowercased().prefix { $0 != "-" } == code } ?? .en
    }

    /// Everything that is said in the language.
    public var book: LanguageBook {
        switch self {
        case .en: English.book
        case .zhHans: Chinese.book
        case .de: German.book
        }
    }

    /// How numbers, dates and lists are written.
    public var forms: LanguageForms { book.forms }
}

/// All words of a language, and how it writes numbers, dates and lists.
public final class LanguageBook: Sendable {
    /// How numbers, dates and lists are written.
    public let forms: LanguageForms
    /// What reports, workbooks, mails and pages say.
    public let report: WordList
    /// What metrics, measures, settings and sources are called and mean; of English, what does not stand in `catalogue.yml`.
    public let catalogue: WordList
    /// What findings say; empty for English, whose words are beside the findings' codes.
    public let findings: WordList
    /// What `gtm explain` and notices say.
    public let program: WordList

    init(forms: LanguageForms, report: [String], catalogue: [String], findings: [String], program: [String]) {
        self.forms = forms
        self.report = WordList(report)
        self.catalogue = WordList(catalogue)
        self.findings = WordList(findings)
        self.program = WordList(program)
    }
}

extension Language {
    /// The languages by their names in lower case, as a key of a file chooses among them.
    public static var choices: [String: String] {
        Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue.lowercased(), $0.rawValue) })
    }
}
