import CSV
import Facts

/// Why a row cannot be used.
struct Problem: Sendable {
    /// What kind of finding it is.
    var kind: FindingCode
    /// The place among the source's columns, where the trouble is in one.
    var column: Int?
    /// What was found, as a sentence without a full stop.
    var message: String
    /// What to do about it.
    var hint: String

    init(_ kind: FindingCode, column: Int? = nil, _ values: FindingValues = [:]) {
        self.kind = kind
        self.column = column
        let words = kind.words
        message = FindingWords.filled(words.message, values)
        hint = FindingWords.filled(words.hint, values)
    }

    private init(unsaid kind: FindingCode) { (self.kind, message, hint) = (kind, "", "") }

    /// Something is wrong with a row, and nobody asks what.
    static let unsaid = Problem(unsaid: .doubtfulCells)
}

/// A row that was rejected, with its cells as they stand in the file.
struct Reject: Sendable {
    /// The file the row is of, and its line there; for a mended row, the file and line that it mends.
    var file: String
    var line: Int
    /// Where the row begins in the decoded file; what tells rows of one line apart.
    var offset: Int
    /// Why.
    var problem: Problem
    /// The cells.
    var cells: [String]
    /// The file's column that the trouble is in, where several are one of the source's.
    var place: Int?
    /// Its amounts, as far as they can be read, by the columns of its source that add up.
    var amounts: [ExactDecimal?] = []
    /// Whether it was read from a file of mended rows.
    var isMended = false
}

/// A row of a file of mended rows, which is read as the line it mends.
struct MendedRow: Sendable {
    /// The file and line that it mends.
    var file: String
    var line: Int
    /// Where it stands itself.
    var offset: Int
    /// The cells, by the mended file's columns.
    var cells: [String]

    /// The file that the first mended row of a document is of; nil where it holds none.
    static func file(of document: Document) -> String? {
        guard let (file, _) = BatchReader.mendingColumns(document.layout.header), let first = document.head(1).first,
            first.indices.contains(file), !first[file].isEmpty
        else { return nil }
        return first[file]
    }

    /// The line that a cell names, in whatever dress a spreadsheet has put the number: `1873`, `1,873`, `1873.0`; nil where it
    /// names none.
    static func line(_ cell: UnsafeRawBufferPointer) -> Int? {
        var parts = cell.asText.split(omittingEmptySubsequences: false) { !$0.isASCII || !$0.isNumber }.map(String.init)
        while parts.last == "" { parts.removeLast() }
        while parts.first == "" { parts.removeFirst() }
        if parts.count > 1, let last = parts.last, last.utf8.count <= 2, last.allSatisfy({ $0 == "0" }) { parts.removeLast() }
        guard let first = parts.first, parts.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
            parts.count == 1 || first.utf8.count <= 3
        else { return nil }
        return Int(parts.joined())
    }
}

extension Problem {
    /// A cell that cannot be read as its column's type. The hint names the setting with which it could be, if there is one.
    static func badCell(
        _ column: Column, at index: Int, found cell: UnsafeRawBufferPointer, _ reader: CellReader
    ) -> Problem {
        let kind: FindingCode =
            switch column.kind {
            case .money: .badMoney
            case .score: .badScore
            case .number: .badNumber
            case .percent: .badPercent
            case .day: .badDate
            case .stamp: .badTime
            case .flag: .badFlag
            case .currency: .badCurrency
            case .text, .id, .word: .badText
            }
        let other = reader.way.otherRules(for: column).first { reader.reading($0.reading).meaning(cell) != nil }
        let empty =
            switch column.kind {
            case .score where reader.isDateLike(cell): SurveyScale.wasDate
            case .score: ", or leave it empty if there was no answer"
            case .flag: ", or leave it empty"
            default: ""
            }
        let rule = other.map { ", or set \($0.rule.inWords) for this source in {sources.yml}" } ?? ""
        return Problem(kind, column: index, ["found": Recognition.shortened(cell.asText, 60), "or": empty + rule])
    }

    /// A cell without which the row means nothing.
    static func missing(_ column: Column, at index: Int) -> Problem {
        Problem(.missingRequired, column: index, ["column": column.name, "why": "", "fill": "the cell"])
    }
}

extension UnsafeRawBufferPointer {
    /// The bytes as text.
    var asText: String { String(decoding: self, as: UTF8.self) }
}

extension Batch {
    /// The cells of a record as texts.
    func cells(_ record: Int) -> [String] { (0..<fieldCount(record)).map { field(record, $0).asText } }
}
