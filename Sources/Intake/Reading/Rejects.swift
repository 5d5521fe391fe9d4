import CSV
import Facts

/// Why a row cannot be used.
struct Problem: Sendable {
    /// Stable, in kebab-case.
    var code: String
    /// The place among the source's columns, where the trouble is in one.
    var column: Int?
    /// What was found, as a sentence without a full stop.
    var message: String
    /// What to do about it.
    var hint: String

    init(_ code: String, column: Int? = nil, _ message: String, hint: String) {
        self.code = code
        self.column = column
        self.message = message
        self.hint = hint
    }
}

/// A row that was set aside, with its cells as they stand in the file.
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
}

extension Problem {
    /// A cell that cannot be read as its column's type. The hint names the setting with which it could be, if there is one.
    static func badCell(
        _ column: Column, at index: Int, found cell: UnsafeRawBufferPointer, _ reading: ColumnReading, _ zone: Zone
    ) -> Problem {
        let (code, expected): (String, String) =
            switch column.kind {
            case .money: ("bad-money", "money like 1234.50")
            case .score: ("bad-score", "a whole number from 0 to 10")
            case .number: ("bad-number", "a number like 1234.5")
            case .percent: ("bad-percent", "a number, or a percentage like 12.5%")
            case .day: ("bad-date", "a date like 2026-11-03")
            case .stamp: ("bad-time", "a time like 2026-11-03 14:05")
            case .flag: ("bad-flag", "yes or no")
            case .currency: ("bad-currency", "a currency like EUR")
            case .text, .id, .word: ("bad-text", "text")
            }
        let other = reading.otherRules(for: column).first { $0.reading.meaning(cell, as: column.kind, zone: zone) != nil }
        let mend = column.name == "score" ? "mend the cell, or leave it empty if there was no answer" : "mend the cell"
        return Problem(
            code, column: index, "expected \(expected), found \"\(Recognition.shortened(cell.asText, 60))\"",
            hint: other.map { "\(mend), or set \($0.rule.inWords) for this source in pipelines/sources.yml" }
                ?? (column.kind == .flag ? "mend the cell, or leave it empty" : mend))
    }

    /// A cell without which the row means nothing.
    static func missing(_ column: Column, at index: Int) -> Problem {
        Problem("missing-required", column: index, "`\(column.name)` is missing", hint: "fill in the cell")
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
