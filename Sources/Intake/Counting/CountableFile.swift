public import CSV
import Facts

/// A file of leads whose rows an engine may count: where its columns are, and which of its records are not as an engine reads them.
public struct CountableFile: Sendable {
    /// The byte between two cells.
    public var delimiter: UInt8
    /// How many cells a sound record has.
    public var columns: Int
    /// The places of columns, by their contract names; a column that the file lacks is not there.
    public var places: [String: Int]
    /// How many records there are, lines without anything aside.
    public var records = 0
    /// The places of those whose cells may be others for an engine: too few or too many, or quotes where none should be.
    public var irregular: [Int] = []
    /// Where the bytes are.
    public var location: FilePath

    let source: Source
    let columnsOfSource: [Int?]

    /// More of these than so many are no exceptions.
    static let mostIrregular = 20_000
}

extension CountableFile {
    /// Structures through a file, without reading its cells.
    ///
    /// - Throws: Why an engine would read it otherwise than it is read here, and what to do.
    init(
        _ file: InboxFile, _ document: Document, _ recognition: Recognition, _ source: Source, _ settings: IntakeSettings
    ) throws(IntakeError) {
        let layout = document.layout
        (location, self.source, columnsOfSource) = (file.location, source, recognition.columns)
        (delimiter, columns) = (layout.dialect.delimiter, layout.header.count)
        places = [:]
        for (place, column) in source.columns.enumerated() { places[column.name] = recognition.columns[place] }
        if let (what, hint) = CountableFile.obstacle(document, recognition, source, places, settings) {
            throw IntakeError(
                .dataError, code: "not-for-engine", message: "the engine does not read this file: \(what)",
                hint: hint + ", or read leads here: `engine: {kind: local}`", file: file.path)
        }
        let found = Structure.through(document, columns, workers: settings.workers)
        (records, irregular) = (found.records, found.irregular)
        guard irregular.count <= CountableFile.mostIrregular else {
            throw IntakeError(
                .dataError, code: "not-for-engine",
                message:
                    "the engine does not read this file: \(irregular.count) of \(records) records have another number of cells "
                    + "than the header, or stray quotes",
                hint: "export it again, or read leads here: `engine: {kind: local}`", file: file.path)
        }
    }

    /// What an engine would read otherwise, and what to do about it; nil where nothing.
    private static func obstacle(
        _ document: Document, _ recognition: Recognition, _ source: Source, _ places: [String: Int], _ settings: IntakeSettings
    ) -> (what: String, hint: String)? {
        let (layout, rules) = (document.layout, settings.rules[source.name] ?? SourceRules())
        let save = "export it as CSV in UTF-8 with commas, quotes doubled, and the names of columns in the first line"
        if layout.encoding != .utf8 { return ("it is in \(layout.encoding.rawValue), not in UTF-8", save) }
        if layout.dialect.quote != UInt8(ascii: "\"") || layout.dialect.escape != .doubled
            || layout.dialect.skipsSpaceAfterDelimiter
        {
            return ("its cells are not told apart as RFC 4180 has it", save)
        }
        if layout.headerLines != 1...1 { return ("the names of its columns are not in the first line, or in several", save) }
        if BatchReader.mendingColumns(layout.header) != nil {
            return ("its rows mend those of other files", "drop the whole rows again in a file without columns `gtm_…`")
        }
        if TrialRows(source.trials, layout.header).areMarked {
            return ("a column marks leads that were deleted", "export leads without those, and without that column")
        }
        let own = { (key: any AnyColumnKey) in places[key.name] != nil }
        if !own(IDKey.leadID) { return ("it has no `lead_id`", "export leads with their ids") }
        let derived = DerivedColumns(source, recognition.columns, header: layout.header)
        if recognition.spread != nil || derived.makes.contains(true) {
            let made = source.columns.indices.first { derived.makes[$0] }.map { source.columns[$0].name } ?? "a column"
            return ("`\(made)` is made of other columns", "export a column `\(made)`, without stages and statuses")
        }
        if let amount = places[NumberKey.amount.name] {
            let unit = HeaderName(layout.header[amount]).unit
            if unit.scale != .tens(0) || unit.currency != .none {
                return ("the name `\(layout.header[amount])` says what its amounts are in", "call the column `amount`")
            }
        }
        if (rules.load ?? source.load) != .upsert {
            return ("`load:` of leads is not upsert", "leave `load:` of leads out of {sources.yml}")
        }
        if rules.decimal == "," || rules.decimals.values.contains(",") {
            return (
                "its decimal sign is set to a comma", "export amounts with a point, and leave `decimal:` out of {sources.yml}"
            )
        }
        if !rules.unique.isEmpty || !rules.ranges.isEmpty {
            return ("`unique:` or `ranges:` of leads look at every row", "leave them out of {sources.yml}")
        }
        return nil
    }
}

/// What the structure of a file shows.
private struct Structure {
    var records = 0
    var irregular: [Int] = []

    static func through(_ document: Document, _ columns: Int, workers: Int) -> Structure {
        let parts = document.map(workers: workers) { batch in
            var look = Structure()
            for row in 0..<batch.count where !batch.isEmptyLine(row) {
                if batch.fieldCount(row) != columns || batch.isDoubtful(row) || batch.hasStrayQuote(row) {
                    look.irregular.append(look.records)
                }
                look.records += 1
            }
            return look
        }
        var whole = Structure()
        for part in parts {
            whole.irregular += part.irregular.map { $0 + whole.records }
            whole.records += part.records
        }
        return whole
    }
}

extension Batch {
    /// Whether a record is a line without anything, which engines pass over.
    func isEmptyLine(_ record: Int) -> Bool { fieldCount(record) == 1 && rawField(record, 0).isEmpty }

    /// Whether quotes stand elsewhere than around a whole cell, or single within one.
    fileprivate func hasStrayQuote(_ record: Int) -> Bool {
        let quote = UInt8(ascii: "\"")
        guard text(record).contains(quote) else { return false }
        for column in 0..<fieldCount(record) {
            let cell = rawField(record, column)
            guard cell.contains(quote) else { continue }
            guard cell.count > 1, cell.first == quote, cell.last == quote else { return true }
            var place = 1
            while place < cell.count - 1 {
                if cell[place] == quote {
                    guard place + 1 < cell.count - 1, cell[place + 1] == quote else { return true }
                    place += 1
                }
                place += 1
            }
        }
        return false
    }
}
