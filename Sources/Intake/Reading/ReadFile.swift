public import CSV
public import Facts

/// One file read, recognised and typed, its unusable rows rejected: the result of one job of the read stage.
public struct ReadFile: Sendable {
    /// The file.
    public internal(set) var file: InboxFile
    /// The source it is of, nil where the file is not used.
    public internal(set) var source: SourceName?
    /// How many rows it has, blank ones aside.
    public internal(set) var rows = 0
    /// How many of them were rejected while it was read; the load rules and currencies may add to that.
    public var rejected: Int { rejects.count }
    /// How many bytes of memory its typed cells take.
    public var tableSize: Int { table.reduce(0) { $0 + ($1?.size ?? 0) } }
    /// What was found, for a preview; ``assemble(_:settings:)`` gathers them.
    public var findings: [Finding] { found.all }

    /// Why a run cannot go on with it; nil where it can.
    public var problem: IntakeError? { failure }

    /// How many of them are no records: headings, totals and notes of a report.
    var excluded = 0
    var found = FindingList()
    var failure: IntakeError?
    /// Why a file that only plans come from is not used, and its source; it stops a report only where metrics need it.
    var heldBack: (source: SourceName, error: IntakeError)?
    /// The file's records, which are opened anew when they are asked for where a kept reading is used.
    private var records: Records?
    var document: Document? {
        get { records?.document }
        set { records = newValue.map(Records.init) }
    }
    /// Why records that were looked up are not those that were read; nil where they are, or none was.
    var readError: CSVError? { records?.opened?.readError }
    /// The as-of date, where something of it was found by that.
    var asOf: Day?
    var header: [String] = []
    /// For each column of the source the file's column.
    var columns: [Int?] = []
    /// The lines above the table.
    var titles: [String] = []
    /// The column that is spread over several of the file; nil where none is.
    var spread: Spread?
    /// For each column of the source whether it is made of others where a row has no cell of its own.
    var made: [Bool] = []
    /// For each column of the source how its cells are read.
    var readings: [ColumnReading] = []
    /// For each column of the source what reads its cells.
    var readers: [CellReader] = []
    /// For each column of the source its typed cells; nil where the file has no such column or nobody needs it.
    var table: [ColumnData?] = []
    /// For each column of the source what its ids show together.
    var ids: [IDMarks] = []
    /// Where each row begins in the decoded file.
    var offsets = RowOffsets()
    /// The file's columns of which empty cells are of the name above them; known while the file is read.
    var filled: Set<Int> = []
    var rejects: [Reject] = []
    var mended: [MendedRow] = []
    var assumptions: [String] = []
    /// Where an engine may count its rows; nil where they are read here.
    var countable: CountableFile?
    /// What an engine counted of them; nil of none.
    var counted: CountedFile?

    init(_ file: InboxFile) { self.file = file }

    /// Whether it has a column of its source only as made of others.
    func isMade(_ key: any AnyColumnKey, _ source: Source) -> Bool {
        guard let place = source.places[key], columns.indices.contains(place), made.indices.contains(place) else {
            return false
        }
        return columns[place] == nil && made[place]
    }

    /// Whether an engine counted rows of it.
    public var isCounted: Bool { counted != nil }

    /// The same without its cells, for what is told of it.
    public var withoutCells: ReadFile {
        var copy = self
        (copy.table, copy.offsets) = ([], RowOffsets())
        return copy
    }

    /// The same, read as the content of a file that differs in when it came or where it is.
    public func standing(for file: InboxFile) -> ReadFile {
        var copy = self
        copy.file = file
        return copy
    }

    /// The same, whose records are opened when something is looked up in them.
    func openedLater(_ settings: IntakeSettings) -> ReadFile {
        var copy = self
        copy.records = Records(file, settings)
        return copy
    }

    /// Whether it holds rows of a known source.
    public var isUsable: Bool { source != nil && failure == nil && rows > 0 }
}

/// Reads one file: finds out how it is written and which source it is of, types its columns, sets unusable rows aside.
///
/// Never throws: what is wrong with the file is in the result, so that one file's failure does not hide another's, and
/// ``assemble(_:settings:)`` decides. Does not depend on any other file, the clock or the number of workers. A file that was written
/// to since it was fingerprinted is fingerprinted and read anew, so that ``ReadFile/file`` is what was read.
public func read(_ file: InboxFile, settings: IntakeSettings) -> ReadFile {
    FileTries(file, settings).result()
}

/// Reads a file that is open, as ``read(_:settings:)`` does.
public func read(_ opened: OpenedFile, settings: IntakeSettings) -> ReadFile {
    let (file, document, recognition) = (opened.file, opened.document, opened.recognition)
    var result = ReadFile(file)
    guard !document.isEmpty else {
        result.found.add(
            Finding(.emptyFile, file: file.path, ["what": "holds no table"]))
        return result
    }
    result.header = document.layout.header
    for finding in recognition.findings { result.found.add(finding) }
    guard let source = recognition.source else { return result }
    if let failure = recognition.failure, source.role == .plans, settings.rules[source.name]?.isRequired != true {
        // What only plans come from never stops a report.
        result.found.add(Finding(.missingColumn, file: file.path, ["what": failure.message, "todo": failure.hint]))
        result.heldBack = (source.name, failure)
        return result
    }
    result.failure = recognition.failure
    result.source = source.name
    guard recognition.failure == nil || MendedRow.file(of: document) != nil else { return result }
    if settings.countsLeads, source.name == .leads {
        (result.document, result.columns) = (document, recognition.columns)
        // No cell is read yet.
        result.table = source.columns.map { _ in nil }
        result.ids = source.columns.map { _ in IDMarks() }
        do throws(IntakeError) {
            let countable = try CountableFile(file, document, recognition, source, settings)
            (result.countable, result.rows) = (countable, countable.records)
        } catch {
            result.failure = error
        }
        return result
    }
    let reader = FileReader(file, document, source, recognition.columns, recognition.spread, settings)
    reader.read(into: &result)
    // Columns that mended rows lack are told where they are put in their places.
    if !result.mended.isEmpty, result.mended.count == result.rows { result.failure = nil }
    if result.rows == 0, result.source != nil {
        result.found.add(Finding(.emptyFile, file: file.path, ["what": "has a header and no rows"]))
    }
    return result
}

/// A file whose layout and source are known, before its rows are read.
public struct OpenedFile: Sendable {
    /// The file.
    public let file: InboxFile
    /// How it is written, by `sources.yml` where that says so.
    public let document: Document
    let recognition: Recognition

    /// Opens a file, finds out how it is written, and which source it is of.
    ///
    /// - Throws: Where it cannot be read, or is something else than a CSV.
    public init(_ file: InboxFile, settings: IntakeSettings) throws(CSVError) {
        let settings = settings.forReading
        let sources = Source.all(settings)
        func recognised(_ document: Document) -> Recognition {
            // Mended rows are of the source of the file that they mend, whatever their own is called.
            let mended = MendedRow.file(of: document)
            func among(_ header: [String]) -> Recognition {
                Recognition(
                    path: file.path, mended: mended, header: header, sources: sources, rules: settings.rules,
                    head: document.head(Head.size))
            }
            let first = among(document.layout.header)
            guard first.source == nil, let names = Head.names(document.layout.header, document.head(1)) else { return first }
            return among(names)
        }
        var document = try Document.open(at: file.location)
        var recognition = recognised(document)
        let overrides = FileReader.overrides(file, recognition, sources, settings)
        if overrides != Overrides() {
            document = try Document.open(at: file.location, overrides: overrides)
            recognition = recognised(document)
        }
        // Of several rows of names one may be a title, or say in other words what another does.
        let isKnown = recognition.source != nil && recognition.failure == nil
        for row in document.layout.headerRows.indices.reversed() where !isKnown && document.layout.headerRows.count > 1 {
            guard let found = OpenedFile.named(document, byRow: row, recognised) else { continue }
            (document, recognition) = found
            break
        }
        self.file = file
        self.document = document
        self.recognition = recognition
    }
}
