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
    /// Whether each column is needed: for facts, or for telling equal rows that add up.
    let wanted: [Bool]

    init(_ file: InboxFile, _ document: Document, _ source: Source, _ columns: [Int?], _ settings: IntakeSettings) {
        self.file = file
        self.document = document
        self.source = source
        self.columns = columns
        self.settings = settings
        rules = settings.rules[source.name] ?? SourceRules()
        let hasIdentity = source.identity.flatMap(source.index).map { columns[$0] != nil } ?? true
        let addsUp = (rules.load ?? source.load) == .append || source.key.isEmpty || !hasIdentity
        wanted = source.columns.indices.map { columns[$0] != nil && (addsUp || source.columns[$0].isFact) }
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
        return Overrides(
            encoding: rules.encoding.flatMap(TextEncoding.init(named:)), delimiter: rules.delimiter, quote: rules.quote,
            escape: rules.escape, headerRow: rules.headerRow)
    }

    func read(into result: inout ReadFile) {
        var readings = source.columns.map { overridden(.canonical, $0.name) }
        var parts = parts(readings)
        let doubtful = source.columns.indices.filter { column in parts.contains { $0.doubts[column] } }
        if !doubtful.isEmpty {
            let settled = evidence(doubtful)
            var isChanged = false
            for (column, reading) in zip(doubtful, settled) {
                let before = readings[column]
                readings[column] = overridden(reading, source.columns[column].name)
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

    /// A reading with what `sources.yml` settles about the column.
    private func overridden(_ reading: ColumnReading, _ column: String) -> ColumnReading {
        var reading = reading
        if let decimal = rules.decimals[column] ?? rules.decimal {
            reading.decimal = decimal == "," ? .comma : .point
            reading.isDecimalAssumed = false
        }
        switch rules.dateOrders[column] ?? rules.dateOrder {
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
        func hint(_ rule: ColumnRule?) -> String {
            rule.map { "if they are not, set \($0.inWords) for `\(source.name)` in pipelines/sources.yml" } ?? ""
        }
        let other = reading.otherRules(for: source.columns[column]).first?.rule
        if reading.isDecimalAssumed {
            let sign = reading.decimal == .comma ? "comma" : "point"
            result.assumptions.append(
                "`\(name)`: the decimal sign is taken to be a \(sign), as in the locale \(settings.locale)")
            result.found.add(
                Finding(
                    "assumed-decimal", .note, file: file.path, column: name,
                    message:
                        "the column does not show its decimal sign; its numbers are taken to have a decimal \(sign), as in the locale \(settings.locale)",
                    hint: hint(other)))
        }
        if reading.isDateOrderAssumed {
            let order = reading.dateOrder.inWords
            result.assumptions.append("`\(name)`: dates are taken to be \(order), as in the locale \(settings.locale)")
            result.found.add(
                Finding(
                    "assumed-date-order", .note, file: file.path, column: name,
                    message: "the column does not show the order of day and month; dates are taken to be \(order)",
                    hint: hint(other)))
        }
    }

    /// Puts the batches' parts together.
    private func join(_ parts: [BatchPart], into result: inout ReadFile) {
        for part in parts {
            result.rows += part.rows
            result.mended += part.mended
            for reject in part.rejects {
                var reject = reject
                reject.file = file.path
                reject.line = document.line(at: reject.offset)
                result.rejects.append(reject)
            }
        }
        result.table = wanted.indices.map { column in
            guard wanted[column] else { return nil }
            return parts.isEmpty ? ColumnData(source.columns[column].kind) : .joined(parts.map { $0.columns[column]! })
        }
        result.offsets.reserveCapacity(parts.reduce(0) { $0 + $1.offsets.count })
        for part in parts { result.offsets.append(contentsOf: part.offsets) }
    }
}

extension ColumnKind {
    /// What the typing of columns calls it.
    var valueKind: ValueKind {
        switch self {
        case .text, .word, .currency: .text
        case .money: .money
        case .number: .number
        case .percent: .percent
        case .day: .day
        case .stamp: .stamp
        case .flag: .flag
        }
    }
}
