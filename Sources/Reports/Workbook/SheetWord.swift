import Languages

/// The few words that the workbook itself adds; all others come with the report.
enum SheetWord: String, ReportPhrases {
    static let isSetOff = false

    // Of tables and columns.
    case measure, name, dimension, member, rowsBehind, colon
    // Finding one's way.
    case contents, back, page, toDate, scorecard, recent
    // The bars of targets, and what their parts are.
    case bars, barReached, barMissing, barRest
    // What a sheet says of itself.
    case cut, dropped, titles, leftOut, notPrinted, plainFormula

    /// What the parts of a target's bar are.
    static let barParts: [SheetWord] = [.barReached, .barMissing, .barRest]
}

/// The workbook's words in the report's language.
struct SheetWords {
    private let language: Language

    /// The words of a locale.
    init(locale: String) { language = Language(locale: locale) }

    func callAsFunction(_ word: SheetWord, _ parts: String...) -> String { word.text(language, parts) }

    /// Titles in a row.
    func listed(_ titles: [String]) -> String { titles.joined(separator: self(.titles)) }
}
