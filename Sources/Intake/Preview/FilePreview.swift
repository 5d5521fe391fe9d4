public import CSV
public import Facts

/// How one file is read, for a person to see: every column with its evidence, the first rows, and what to add to `sources.yml`
/// where a guess is wrong.
public struct FilePreview: Sendable {
    /// How many of the first rows there are at most.
    static let rowCount = 5
    /// How many cells tell what a column that is kept looks like.
    static let sampleCount = 1000

    /// The file as it was opened.
    public let opened: OpenedFile
    /// What reading it came to.
    public let read: ReadFile
    /// How each of its columns is understood, from left to right.
    public let columns: [ColumnGuess]
    /// The first rows, blank ones aside, with their cells as text.
    public let rows: [[String]]
    /// What a run would find in it, were it alone: as it was read, and as its rows go together.
    public let findings: [Finding]
    /// Why a run would not publish because of it.
    public let errors: [IntakeError]
    /// Why it is of no source, or cannot be used; nil where it can.
    public var failure: IntakeError? { read.failure ?? opened.recognition.failure }
    /// The source it is read as, or is most like; nil where it is like none.
    public var likelySource: SourceName? { opened.recognition.source?.name ?? opened.recognition.nearest?.source.name }

    /// The document.
    public var document: Document { opened.document }

    /// Reads a file and looks at the evidence of all its columns.
    public init(_ opened: OpenedFile, settings: IntakeSettings) {
        self.opened = opened
        read = Intake.read(opened, settings: settings)
        (findings, errors) = FilePreview.alone(read, opened.recognition.failure, settings)
        let header = opened.document.layout.header
        let known = FilePreview.trials(opened, read, settings)
        let kept = header.indices.filter { known[$0] == nil }
        let parts = opened.document.map(workers: settings.workers) { batch in
            var part = Part(trials: known)
            for row in 0..<batch.count {
                let offset = batch.offset(row)
                for place in part.trials.indices { part.trials[place]?.add(batch.field(row, place), offset: offset) }
                if part.rows.count < FilePreview.rowCount { part.addRow(batch, row, header.count) }
            }
            for place in kept {
                let cells = (0..<min(batch.count, FilePreview.sampleCount)).map { [UInt8](batch.field($0, place)) }
                var look = Look(cells, settings)
                look.filled = (0..<batch.count).count { !MissingWords.isMissing(batch.field($0, place)) }
                part.looks[place] = look
            }
            return part
        }
        rows = Array(parts.prefix(3).flatMap(\.rows).prefix(FilePreview.rowCount))
        columns = header.indices.map { place in
            if var trial = known[place] {
                for part in parts { part.trials[place].map { trial.merge($0) } }
                return trial.guess(header[place], settings) { opened.document.line(at: $0) }
            }
            var guess = ColumnGuess(header: header[place])
            let looks = parts.compactMap { $0.looks[place] }.filter { $0.filled > 0 }
            guess.kind = looks.first?.kind ?? ""
            guess.filled = looks.reduce(0) { $0 + $1.filled }
            return guess
        }
    }

    /// What a run finds in a file that has no other beside it, and why it ends. What other files would settle is left out.
    private static func alone(_ read: ReadFile, _ failure: IntakeError?, _ settings: IntakeSettings) -> (
        [Finding], [IntakeError]
    ) {
        var settings = settings
        for source in settings.rules.keys {
            settings.rules[source]?.isRequired = false
            settings.rules[source]?.maxAge = nil
        }
        let (result, error) = assembled([read], settings: settings)
        let all = error.map { [$0] + $0.others } ?? []
        let findings = (result?.findings ?? read.findings.map { $0.naming(settings.sourcesFile) }).filter {
            !$0.kind.isOfOtherFiles
        }
        let isSettledByOthers = findings.count < (result?.findings.count ?? findings.count)
        let errors = all.filter { $0.kind == .dataError && !($0.code == "all-rejected" && isSettledByOthers) }
        return (findings, errors.isEmpty ? failure.map { [$0.naming(settings.sourcesFile)] } ?? [] : errors)
    }

    /// What one batch gives.
    private struct Part: Sendable {
        var trials: [ColumnTrial?]
        var looks: [Int: Look] = [:]
        var rows: [[String]] = []

        mutating func addRow(_ batch: borrowing Batch, _ row: Int, _ width: Int) {
            let cells = (0..<max(width, batch.fieldCount(row))).map { batch.field(row, $0).asText }
            if cells.contains(where: { !$0.isEmpty }) { rows.append(cells) }
        }
    }

    /// A trial for each column of the file that is a column of its source.
    private static func trials(_ opened: OpenedFile, _ read: ReadFile, _ settings: IntakeSettings) -> [ColumnTrial?] {
        var trials: [ColumnTrial?] = opened.document.layout.header.map { _ in nil }
        guard let source = opened.recognition.source ?? opened.recognition.nearest?.source else { return trials }
        let places = opened.recognition.source == nil ? opened.recognition.nearest?.columns : opened.recognition.columns
        for (number, place) in (places ?? []).enumerated() {
            guard let place, trials.indices.contains(place) else { continue }
            // A column that nobody needs was not settled.
            let isRead = read.table.indices.contains(number) && read.table[number] != nil
            trials[place] = ColumnTrial(source.columns[number], isRead ? read.readers[number] : nil)
            if source.columns[number].isAuxiliary { trials[place]?.name = source.made(of: source.columns[number].key) }
            if source.columns[number].givesSigns { trials[place]?.name = "for the sign of amounts" }
        }
        return trials
    }
}

/// What the cells of a column that is of no known kind look like.
struct Look: Sendable {
    /// What nineteen in twenty of some of its cells can be read as.
    var kind: String
    /// How many cells are not empty.
    var filled = 0

    init(_ cells: [[UInt8]], _ settings: IntakeSettings) {
        kind = "text"
        let cells = cells.filter { $0.withUnsafeBytes { !MissingWords.isMissing($0) } }
        filled = cells.count
        guard filled > 0 else { return }
        var evidence = ColumnEvidence()
        for cell in cells { cell.withUnsafeBytes { evidence.add($0) } }
        for (kind, column) in [(ValueKind.number, ColumnKind.number), (.day, .day), (.stamp, .stamp), (.flag, .flag)] {
            let reader = CellReader(column, evidence.settled(locale: settings.locale, kind: kind), zone: settings.zone)
            let fitting = cells.count { cell in cell.withUnsafeBytes { reader.meaning($0) != nil } }
            if fitting * 20 >= filled * 19 {
                self.kind = "\(column)"
                return
            }
        }
    }
}
