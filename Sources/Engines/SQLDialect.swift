/// How an engine writes what the question needs and SQL leaves open.
///
/// Everything else in ``LeadQuery`` is SQL that all of them know: `CASE`, `try_cast`, `substr`, window functions, `UNION ALL`.
public protocol SQLDialect: Sendable {
    /// A text as a literal.
    func text(_ text: String) -> String
    /// Whether a text is wholly of a pattern. Patterns keep to what all engines know: classes, groups, counts, alternatives.
    func isWhole(_ text: String, _ pattern: String) -> String
    /// A text with every match of a pattern replaced.
    func replacing(_ text: String, _ pattern: String, _ by: String) -> String
    /// The first group of a pattern's first match in a text; the empty text where there is none.
    func group(_ text: String, _ pattern: String) -> String
    /// The number of days from 1970-01-01 to a date.
    func days(_ date: String) -> String
    /// A whole division of numbers that are not negative.
    func divided(_ number: String, by divisor: Int64) -> String
    /// The number at a place of a list, counted from 0; null where there is none.
    func entry(of list: [Int64], at place: String) -> String
    /// A text filled up at its end with zeros to so many characters.
    func zeroFilled(_ text: String, to length: Int) -> String

    /// What comes before everything.
    var opening: [String] { get }
    /// Makes the table of a file's records: `f` the file's number, `p` the record's place in it from 0, `bad` whether it has another
    /// number of cells, and `c0`, `c1` … its cells, as texts, the empty one where there is none.
    func reading(_ file: LeadPlan.File, number: Int) -> [String]
    /// Makes the table `keys` of a file's lines, in its one column `key`.
    func keys(at path: String) -> [String]
    /// Makes a table of a query, computed once.
    func table(_ name: String, _ query: String) -> [String]
    /// Writes what a query gives as CSV, all cells quoted, with a header, under a name in the folder of answers.
    func answer(_ query: String, named name: String, in folder: String) -> [String]
    /// What comes after everything.
    func closing(in folder: String) -> [String]
    /// The files, relative to the folder of answers, that are there only once everything is.
    func marks(_ names: [String]) -> [String]
}

/// The files that some answer is in, relative to the folder of answers.
public enum AnswerPlace: Sendable, Equatable {
    /// One file.
    case file(String)
    /// All files of a folder whose names begin with `part-`.
    case parts(of: String)
}
