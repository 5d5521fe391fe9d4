import CSV
import Facts

/// Reads a recognised file: types its columns from the whole of them, then its rows.
struct FileReader {
    let file: InboxFile
    let document: Document
    let source: Source
    let columns: [Int?]
    let settings: IntakeSettings
    let rules: SourceRules
    /// Whether each column is read: for facts, for telling equal rows that add up, or for making others.
    let wanted: [Bool]
    /// Whether each column comes out of the reading: it is needed for itself, or made of others.
    let kept: [Bool]
    /// What each column's name says its cells are in.
    let units: [HeaderUnit]
    /// Whether each column's name says that its days are months.
    let isMonth: [Bool]
    /// The columns that are made of others.
    let derived: DerivedColumns

    init(_ file: InboxFile, _ document: Document, _ source: Source, _ columns: [Int?], _ settings: IntakeSettings) {
        self.file = file
        self.document = document
        self.source = source
        self.columns = columns
        self.settings = settings
        rules = settings.rules[source.name] ?? SourceRules()
        let hasIdentity = source.identity.flatMap(source.index).map { columns[$0] != nil } ?? true
        let addsUp = (rules.load ?? source.load) == .append || source.key.isEmpty || !hasIdentity
        let header = document.layout.header
        let derived = DerivedColumns(source, columns, header: header)
        kept = source.columns.indices.map { index in
            guard !source.columns[index].isAuxiliary else { return false }
            return derived.makes[index] || columns[index] != nil && (addsUp || source.columns[index].isFact)
        }
        let kept = kept
        wanted = source.columns.indices.map { columns[$0] != nil && (kept[$0] || derived.uses[$0]) }
        units = columns.map { $0.map { HeaderName(header[$0]).unit } ?? .none }
        isMonth = columns.map { $0.map { HeaderName(header[$0]).isMonth } ?? false }
        self.derived = derived
    }

    /// What `sources.yml` settles about how a file is written: by its source, or by a pattern it fits.
    static func overrides(_ file: InboxFile, _ recognition: Recognition, _ sources: [Source], _ settings: IntakeSettings)
        -> Overrides
    {
        let byPattern = sources.first { source in
            settings.rules[source.name]?.patterns.contains { Glob.matches($0, file.name) || Glob.matches($0, file.path) }
                ?? false
        }
        guard let rules = settings.rules[(byPattern ?? recognition.source)?.name ?? ""] else { return Overrides() }
        return Overrides(encoding: rules.encoding.flatMap(TextEncoding.init(named:)), delimiter: rules.delimiter)
    }

    func read(into result: inout ReadFile) {
        let base = startingReading()
        var readings = source.columns.indices.map { _ in base }
        var parts = parts(readings)
        let doubtful = source.columns.indices.filter { column in parts.contains { $0.doubts[column] } }
        if !doubtful.isEmpty {
            let settled = evidence(doubtful)
            var isChanged = false
            for (column, reading) in zip(doubtful, settled) {
                let before = readings[column]
                readings[column] = overridden(reading)
                isChanged =
                    isChanged || before.decimal != readings[column].decimal || before.dateOrder != readings[column].dateOrder
                note(assumptionOf: column, readings[column], into: &result)
            }
            if isChanged { parts = self.parts(readings) }
        }
        result.document = document
        result.columns = columns
        result.readings = readings
        join(parts, into: &result)
        for finding in document.findings {
            result.found.add(
                Finding(
                    finding.code, file: file.path, line: finding.line > 0 ? finding.line : nil, message: finding.message,
                    hint: finding.hint))
        }
        if document.readError != nil {
            result.source = nil
            result.rows = 0
        }
    }

    private func parts(_ readings: [ColumnReading]) -> [BatchPart] {
        let reader = BatchReader(self, readings)
        return document.map(workers: settings.workers) { batch in reader.read(batch) }
    }

    /// How some columns are written, from all of their cells.
    private func evidence(_ doubtful: [Int]) -> [ColumnReading] {
        let positions = doubtful.map { columns[$0]! }
        let mended = BatchReader.mendingColumns(document.layout.header)
        let parts = document.map(workers: settings.workers) { batch in
            var found = positions.map { _ in ColumnEvidence() }
            for row in 0..<batch.count where mended == nil || batch.field(row, mended!.file).isEmpty {
                for index in positions.indices { found[index].add(batch.field(row, positions[index])) }
            }
            return found
        }
        return doubtful.indices.map { index in
            var all = ColumnEvidence()
            for part in parts { all.merge(part[index]) }
            return all.settled(locale: settings.locale, kind: source.columns[doubtful[index]].kind.valueKind)
        }
    }

    private func startingReading() -> ColumnReading { overridden(.canonical) }

    private func overridden(_ reading: ColumnReading) -> ColumnReading {
        var reading = reading
        if let decimal = rules.decimal {
            reading.decimal = decimal == "," ? .comma : .point
            reading.isDecimalAssumed = false
        }
        switch rules.dateOrder {
        case .dayFirst: reading.dateOrder = .dayMonthYear
        case .monthFirst: reading.dateOrder = .monthDayYear
        case .yearFirst: reading.dateOrder = .yearMonthDay
        case nil: return reading
        }
        reading.isDateOrderAssumed = false
        return reading
    }

    private func note(assumptionOf column: Int, _ reading: ColumnReading, into result: inout ReadFile) {
        let name = document.layout.header[columns[column]!]
        if reading.isDecimalAssumed {
            let sign = reading.decimal == .comma ? "comma" : "point"
            result.assumptions.append(
                "`\(name)`: the decimal sign is taken to be a \(sign), as in the locale \(settings.locale)")
            result.found.add(
                Finding(
                    "assumed-decimal", .note, file: file.path, column: name,
                    message:
                        "the column does not show its decimal sign; it is taken to be a \(sign), as in the locale \(settings.locale)",
                    hint: "set `decimal:` for `\(source.name)` in pipelines/sources.yml"))
        }
        if reading.isDateOrderAssumed {
            let order =
                reading.dateOrder == .dayMonthYear
                ? "day first" : reading.dateOrder == .monthDayYear ? "month first" : "year first"
            result.assumptions.append("`\(name)`: dates are taken to be \(order), as in the locale \(settings.locale)")
            result.found.add(
                Finding(
                    "assumed-date-order", .note, file: file.path, column: name,
                    message: "the column does not show the order of day and month; dates are taken to be \(order)",
                    hint: "set `date_order:` for `\(source.name)` in pipelines/sources.yml"))
        }
    }

    /// Puts the batches' parts together.
    private func join(_ parts: [BatchPart], into result: inout ReadFile) {
        for part in parts {
            result.rows += part.rows
            result.mended += part.mended
            result.excluded += part.excluded.count
            for reject in part.rejects {
                var reject = reject
                reject.file = file.path
                reject.line = document.line(at: reject.offset)
                result.rejects.append(reject)
            }
        }
        result.table = wanted.indices.map { column in
            guard kept[column] else { return nil }
            return parts.isEmpty ? ColumnData(source.columns[column].kind) : .joined(parts.map { $0.columns[column]! })
        }
        result.offsets.reserveCapacity(parts.reduce(0) { $0 + $1.offsets.count })
        for part in parts { result.offsets.append(contentsOf: part.offsets) }
        let excluded = parts.flatMap(\.excluded)
        if let first = excluded.first {
            result.found.add(
                Finding(
                    "group-rows", .note, file: file.path, line: document.line(at: first.offset),
                    message: "\(excluded.count) rows are headings, totals or notes of a report, not records, and do not count"))
            takeGroups(excluded, into: &result)
        }
        dropSummary(&result)
        dropOtherAccounts(&result)
        if let end = source.index("end_date"), columns[end] == nil, derived.makes[end] { result.endsAreCancellations = true }
        if let identity = source.identity, derived.makes(identity) {
            result.found.add(
                Finding(
                    "assumed-identity", .note, file: file.path,
                    message: "the file has no `\(identity)`; its rows are told apart by name and creation",
                    hint: "add the id to the export, so that a renamed row stays the same one"))
        }
        if derived.isAdvertising, derived.makes("category") {
            result.assumptions.append("costs of a file with impressions or clicks are marketing's")
        }
    }

    /// Gives the rows of a report's groups the heading above them as their category, where they have none of their own.
    private func takeGroups(_ excluded: [(offset: Int, kind: GroupRows.Kind)], into result: inout ReadFile) {
        guard let place = source.index("category"), columns[place] == nil, !derived.makes[place] else { return }
        let headings = excluded.compactMap { entry -> (offset: Int, text: String)? in
            if case .heading(let text) = entry.kind { (entry.offset, text) } else { nil }
        }
        guard !headings.isEmpty else { return }
        var (texts, next, code, isIncome) = (TextColumn(), 0, UInt32(0), false)
        for offset in result.offsets {
            while next < headings.count, headings[next].offset < offset {
                let text = headings[next].text.lowercased().trimmingPrefix { $0.isWhitespace }
                // All of a section of income is income, whatever its groups are called.
                if let section = Vocabulary.section(String(text)) { isIncome = section == .income }
                code = texts.pool.code(isIncome ? "income" : String(text))
                next += 1
            }
            texts.codes.append(code)
        }
        result.table[place] = .texts(texts)
    }
}

extension ColumnKind {
    /// What the typing of columns calls it.
    var valueKind: ValueKind {
        switch self {
        case .text, .word, .currency: .text
        case .money: .money
        case .number, .score: .number
        case .percent: .percent
        case .day: .day
        case .stamp: .stamp
        case .flag: .flag
        }
    }
}
