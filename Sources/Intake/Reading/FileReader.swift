import CSV
import Facts
import Synchronization

/// Reads a recognised file: types its columns from the whole of them, then its rows.
struct FileReader {
    let file: InboxFile
    let document: Document
    let source: Source
    let columns: [Int?]
    /// The column that is spread over several of the file; nil where none is.
    let spread: Spread?
    /// What all of the reading may look at.
    let settings: IntakeSettings
    /// The as-of date: who looks at it notes it in the result, which is then of this date alone.
    let asOf: Day
    let rules: SourceRules
    /// Whether each column is read: for facts, for telling equal rows that add up, or for making others.
    let wanted: [Bool]
    /// Whether each column comes out of the reading: it is needed for itself, or made of others.
    let kept: [Bool]
    /// What each column's name says its cells are in.
    let units: [HeaderUnit]
    /// The lines above the table.
    private let titles: [String]
    /// Whether each column's name says that its days are months.
    let isMonth: [Bool]
    /// The columns that are made of others.
    let derived: DerivedColumns
    /// The places of columns that are none of the source's and say which rows count.
    let asides: [Int]
    /// The column that says what each amount is counted in; nil where there is none.
    let rowUnits: RowUnits?
    /// Where it holds only what is left of a file that an engine has counted; nil of a whole file.
    var rest: Rest?

    /// What is known of the file that the rest is of.
    struct Rest {
        /// Whether the first record here is the file's first.
        var isFirstThere: Bool
        /// Whether amounts of the others have a decimal point.
        var hasPoint: Bool
        /// What was found about the file's structure.
        var findings: [CSV.Finding]
    }

    init(
        _ file: InboxFile, _ document: Document, _ source: Source, _ columns: [Int?], _ spread: Spread?,
        _ settings: IntakeSettings
    ) {
        self.file = file
        self.document = document
        self.source = source
        self.columns = columns
        self.spread = spread
        asOf = settings.asOf
        self.settings = settings.forReading
        rules = settings.rules[source.name] ?? SourceRules()
        let hasIdentity = source.identity.flatMap { source.places[$0] }.map { columns[$0] != nil } ?? true
        let addsUp = (rules.load ?? source.load) == .append || source.key.isEmpty || !hasIdentity
        let header = document.layout.header
        let derived = DerivedColumns(source, columns, header: header)
        kept = source.columns.indices.map { index in
            let column = source.columns[index]
            if column.isAuxiliary { return column.isForFinish && (columns[index] != nil || derived.makes[index]) }
            return derived.makes[index] || index == spread?.key
                || columns[index] != nil && (addsUp || source.columns[index].isFact)
        }
        let kept = kept
        wanted = source.columns.indices.map {
            columns[$0] != nil && (kept[$0] || derived.uses[$0] || source.columns[$0].givesSigns)
        }
        titles = document.linesAbove
        units = FileReader.units(source, columns, header, titles: titles)
        isMonth = FileReader.months(columns, header)
        self.derived = derived
        rowUnits = RowUnits(source, header, columns) { document.head(Head.size) }
        asides = source.sorting?.places(header, columns, source, { document.head(Head.size) }) ?? []
    }

    /// What each column's name says its cells are in; of amounts that say nothing, what a title above the table says of all.
    private static func units(_ source: Source, _ columns: [Int?], _ header: [String], titles: [String]) -> [HeaderUnit] {
        let ofAll = HeaderUnit(titles: titles)
        return columns.indices.map { column in
            guard let place = columns[column] else { return .none }
            if source.columns[column].isRate { return HeaderUnit(rate: header[place]) }
            let own = HeaderName(header[place]).unit
            let isSaidAbove = source.columns[column].kind == .money && own.scale == .tens(0) && ofAll.scale != .tens(0)
            return isSaidAbove && own.currency == .none ? ofAll : own
        }
    }

    /// Whether each column's name says that its days are months.
    private static func months(_ columns: [Int?], _ header: [String]) -> [Bool] {
        columns.map { $0.map { HeaderName(header[$0]).isMonth } ?? false }
    }

    /// What reads the cells of each column of a file that was read.
    static func cellReaders(
        _ source: Source, _ columns: [Int?], _ header: [String], _ readings: [ColumnReading], titles: [String], zone: Zone
    ) -> [CellReader] {
        let (units, months) = (units(source, columns, header, titles: titles), months(columns, header))
        return source.columns.indices.map {
            CellReader(source.columns[$0], readings[$0], unit: units[$0], isMonth: months[$0], zone: zone)
        }
    }

    /// What `sources.yml` settles about how a file is written: by its source, or by a pattern it fits.
    static func overrides(_ file: InboxFile, _ recognition: Recognition, _ sources: [Source], _ settings: IntakeSettings)
        -> Overrides
    {
        let byPattern = sources.first { source in
            settings.rules[source.name]?.patterns.contains { Glob.matches($0, file.name) || Glob.matches($0, file.path) }
                ?? false
        }
        guard let source = byPattern ?? recognition.source, let rules = settings.rules[source.name] else { return Overrides() }
        return Overrides(
            encoding: rules.encoding.flatMap(TextEncoding.init(named:)), delimiter: rules.delimiter, quote: rules.quote,
            escape: rules.escape, headerRow: rules.headerRow)
    }

    func read(into result: inout ReadFile) {
        var readings = source.columns.map { overridden(.canonical, $0.name) }
        // A large file is not read in vain where its beginning shows how it is written.
        if document.layout.body.count > FileReader.longFile,
            let shown = document.first({ BatchReader(self, readings, isFirstLook: true).read($0) })
        {
            _ = settle(shown.evidence, shown.columns, &readings)
        }
        var table = table(readings)
        if settle(evidence(of: table), table.columns, &readings) { table = self.table(readings) }
        for column in source.columns.indices where wanted[column] {
            note(assumptionOf: column, readings[column], into: &result)
            note(unitOf: column, into: &result)
        }
        if let rowUnits, rowUnits.isSure {
            result.assumptions.append("`\(rowUnits.name)`: amounts are in the unit that it names beside each of them")
        }
        result.document = document
        result.columns = columns
        result.titles = titles
        result.spread = spread
        result.readings = readings
        result.readers = source.columns.indices.map { cellReader($0, readings[$0]) }
        take(table, into: &result)
        checkDigits(&result)
        for finding in rest?.findings ?? document.findings {
            result.found.add(
                Finding(
                    FindingCode(finding), file: file.path, line: finding.line > 0 ? finding.line : nil,
                    ["what": finding.message, "todo": finding.hint]))
        }
        if document.readError != nil {
            result.source = nil
            result.rows = 0
        }
    }

    /// What reads the cells of one of the source's columns.
    ///
    /// - Parameter name: The name of the file's column, where it is another than the first.
    func cellReader(_ column: Int, _ reading: ColumnReading, _ name: String? = nil) -> CellReader {
        CellReader(
            source.columns[column], reading, unit: name.map { HeaderName($0).unit } ?? units[column], isMonth: isMonth[column],
            zone: settings.zone)
    }

    /// What the cells of a table show about how they are written, those included that an engine has counted.
    private func evidence(of table: TableBuilder) -> [ColumnEvidence] {
        var evidence = table.evidence
        if rest?.hasPoint == true, let amount = source.places[NumberKey.amount] {
            withUnsafeBytes(of: (UInt8(ascii: "1"), UInt8(ascii: "."), UInt8(ascii: "5"))) { evidence[amount].add($0) }
        }
        return evidence
    }

    private func table(_ readings: [ColumnReading]) -> TableBuilder {
        let reader = BatchReader(self, readings)
        let kinds = source.columns.indices.map { kept[$0] ? source.columns[$0].kind : nil }
        let table = Mutex(TableBuilder(kinds, asides: asides.count, fileSize: document.layout.body.count))
        document.forEach(workers: settings.workers) { batch in
            reader.read(batch)
        } inOrder: { part in
            table.withLock { $0.append(part) }
        }
        return table.withLock { $0 }
    }

    /// Files above this are settled by their first records before all are read.
    private static let longFile = 1 << 21

    private func take(_ table: TableBuilder, into result: inout ReadFile) {
        result.rows = table.rows
        result.mended = table.mended
        result.rejects = table.rejects.map { reject in
            var reject = reject
            reject.file = file.path
            reject.line = document.line(at: reject.offset)
            return reject
        }
        result.table = table.columns
        result.ids = table.ids
        result.offsets = table.offsets
        result.excluded = table.excluded.count
        let excluded = table.excluded
        if let first = excluded.first {
            result.found.add(
                Finding(
                    .groupRows, file: file.path, line: document.line(at: first.offset),
                    ["what": "\(excluded.count) rows are headings, totals or notes of a report, not records, and do not count"])
            )
        }
        if let first = table.trials.first {
            result.excluded += table.trials.count
            result.found.add(
                Finding(
                    source.trials?.code ?? .trialRows, file: file.path, line: document.line(at: first),
                    ["rows": table.trials.count]))
        }
        if source.isGrouped { fillMergedCells(&result) }
        sortOut(table.asides, &result, excluded)
        takeDayOfName(&result)
        source.finish(self, &result, excluded)
        noteUnreadCurrencies(into: &result)
        settleCurrencies(&result)
        result.made = derived.makes
        if let identity = source.identity, derived.makes(identity) {
            result.found.add(
                Finding(.assumedIdentity, file: file.path, ["column": identity.name]))
        }
    }
}

extension ReadFile {
    /// Leaves out rows that do not count.
    mutating func exclude(_ keep: [Bool]) {
        table = table.map { $0?.filtered(keep) }
        offsets = offsets.filtered(keep)
        excluded += keep.count { !$0 }
    }
}

extension ColumnKind {
    /// What the typing of columns calls it.
    var valueKind: ValueKind {
        switch self {
        case .text, .id, .word, .currency: .text
        case .money: .money
        case .number, .score: .number
        case .percent: .percent
        case .day: .day
        case .stamp: .stamp
        case .flag: .flag
        }
    }
}
