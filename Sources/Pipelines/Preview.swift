import CSV
import Facts
import Intake

/// How a file is read, for `gtm preview`: everything is found out, but for what a pipeline's `sources.yml` settles.
public struct Preview: Sendable {
    /// The title over the lines for `sources.yml`.
    static let adviceTitle = "where that is wrong, add to sources.yml"

    /// The title where a person has to say which source it is.
    static let unknownTitle = "if it is of a source, say which in place of SOURCE in sources.yml"

    private let path: String
    private let opened: OpenedFile
    private let settings: IntakeSettings

    /// Opens a file and finds out how it is written.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - configuration: The pipeline whose aliases, locale, zone and overrides hold. The default is none.
    ///   - now: Seconds since 1970 in UTC; what happened after it has not happened yet.
    ///   - workers: How many threads may read the file. The default is 1.
    /// - Throws: Status 66 where there is no such file, 74 where it cannot be read whole, 65 where it is not a CSV: named for what it is.
    public init(
        _ path: String, configuration: Configuration? = nil, now: Int64 = 0, workers: Int = 1
    ) throws(PipelineError) {
        self.path = path
        let asOf = Stamp(microseconds: now * 1_000_000).day(in: .utc)
        settings =
            configuration?.intakeSettings(inbox: "", asOf: asOf, workers: workers)
            ?? IntakeSettings(inbox: "", asOf: asOf, workers: workers)
        let file = InboxFile(path: path, location: FilePath(path), size: 0, sha256: "", modified: 0)
        do { opened = try OpenedFile(file, settings: settings) } catch {
            throw PipelineError(error)
        }
    }

    /// The main table as RFC 4180 in UTF-8: the header, then every record, cells as text; nothing for a file of 0 bytes.
    public func csv() throws(PipelineError) -> [UInt8] {
        let bytes = opened.document.asCSV()
        if let error = opened.document.readError { throw PipelineError(error) }
        return bytes
    }

    /// What was guessed, how sure it is, what to add to `sources.yml` where it is wrong, and the first rows, for people.
    public func text() -> String {
        let preview = FilePreview(opened, settings: settings)
        let advice = preview.advice
        var parts = [["\(path): \(opened.document.size) bytes"] + layout(preview).lines()]
        parts.append(columns(preview))
        parts.append(misfits(preview))
        parts.append(findings(preview))
        if !advice.isEmpty {
            let title = preview.likelySource == nil ? Preview.unknownTitle : Preview.adviceTitle
            parts.append([title] + SourcesText(advice).lines(indent: "  "))
        }
        if preview.likelySource == nil, !opened.document.isEmpty { parts.append(choices()) }
        parts.append(firstRows(preview))
        return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }

    private func layout(_ preview: FilePreview) -> TextTable {
        let layout = opened.document.layout
        var table = TextTable()
        func add(_ name: String, _ value: String, _ confidence: Double? = nil) {
            table.add([name, value] + (confidence.map { ["\(min(100, Int(($0 * 100).rounded()))) % sure"] } ?? []))
        }
        let sure = layout.confidence
        add("encoding", layout.encoding.displayName + (layout.hadBOM ? " with a byte-order mark" : ""), sure.encoding)
        if layout.isCompressed { add("packed", "gzip") }
        guard !opened.document.isEmpty else {
            add("table", "none: the file is empty")
            return table
        }
        add("delimiter", layout.dialect.delimiterName, sure.dialect)
        let quote = layout.dialect.quote.map { "\(Character(UnicodeScalar($0))), \(layout.dialect.escape.rawValue) inside" }
        add("quotes", quote ?? "none", sure.dialect)
        let lines = layout.headerLines.map {
            $0.count == 1 ? "line \($0.lowerBound)" : "lines \($0.lowerBound) to \($0.upperBound)"
        }
        add("header", lines ?? "none", sure.header)
        add("source", source(preview))
        if preview.read.source != nil, preview.failure == nil {
            let bad = preview.read.rejected
            add("rows", "\(preview.read.rows)" + (bad > 0 ? ", \(bad) of them to be rejected" : ""))
        }
        return table
    }

    private func source(_ preview: FilePreview) -> String {
        if let source = preview.read.source {
            guard let failure = preview.failure else { return source.rawValue }
            return failure.code == "missing-column"
                ? "\(source), but a required column is missing" : "\(source), but it cannot be used: see the findings"
        }
        return preview.likelySource.map { "none; most like \($0)" } ?? "none: no source has columns like these"
    }

    private func columns(_ preview: FilePreview) -> [String] {
        guard !preview.columns.isEmpty else { return [] }
        var table = TextTable(limits: [26, 18, 8, 11])
        table.add(["column", "read as", "kind", "cells", "fit"])
        for guess in preview.columns {
            table.add([
                guess.header.isEmpty ? "(no name)" : guess.header, guess.column ?? "(kept)", guess.kindInWords,
                "\(guess.filled)", guess.fitInWords,
            ])
        }
        return table.lines()
    }

    private func misfits(_ preview: FilePreview) -> [String] {
        let guesses = preview.columns.filter { !$0.examples.isEmpty }
        guard !guesses.isEmpty else { return [] }
        var table = TextTable(limits: [12, 26, 44])
        for guess in guesses {
            for misfit in guess.examples { table.add(["line \(misfit.line)", guess.header, "\"\(misfit.cell)\""]) }
        }
        return ["cells that do not fit"] + table.lines()
    }

    private func findings(_ preview: FilePreview) -> [String] {
        var texts = preview.findings.worstFirst.map(\.description)
        texts += preview.errors.map(\.description)
        return texts.isEmpty ? [] : ["findings"] + texts.flatMap { TextTable.wrapped($0) }
    }

    /// The sources that a file that is like none may be of, with the columns that each must have.
    private func choices() -> [String] {
        var table = TextTable(limits: [16, 78])
        for source in KnownSource.all { table.add([source.name.rawValue, source.requirements]) }
        return ["the sources, and what a file of each must have"] + table.lines()
    }

    private func firstRows(_ preview: FilePreview) -> [String] {
        guard !preview.rows.isEmpty else { return [] }
        let header = opened.document.layout.header
        let all = [header] + preview.rows
        // As many columns as fit a line.
        var (shown, width) = (0, 0)
        for column in header.indices {
            let widest = all.map { $0.indices.contains(column) ? min(24, Texts.width($0[column])) : 0 }.max() ?? 0
            guard width + widest <= 92 || shown == 0 else { break }
            width += widest + 2
            shown += 1
        }
        var table = TextTable(limits: Array(repeating: 24, count: shown))
        for cells in all { table.add(Array(cells.prefix(shown))) }
        let rest = header.count - shown
        return ["first rows" + (rest > 0 ? ", without the last \(rest) columns" : "")] + table.lines()
    }
}

extension ColumnGuess {
    /// What its cells are, in a word.
    fileprivate var kindInWords: String {
        switch kind {
        case "day": "date"
        case "stamp": "time"
        case "flag": "yes/no"
        case "word": "text"
        default: kind
        }
    }

    /// How many of its cells fit, and how it is known how they are written.
    fileprivate var fitInWords: String {
        guard column != nil else { return "" }
        guard filled > 0 else { return "empty" }
        var words: [String] = []
        if misfits > 0 {
            let share = Double((filled - misfits) * 1000 / filled) / 10
            words.append("\(share) %, \(misfits) \(misfits == 1 ? "does" : "do") not")
        } else {
            words.append("100 %")
        }
        if !reading.isEmpty {
            let reason = isAssumed ? ", assumed" : deciding > 0 ? ", by \(deciding) cell\(deciding == 1 ? "" : "s")" : ""
            words.append(reading + reason)
        }
        if !currencies.isEmpty { words.append("in " + currencies.joined(separator: ", ")) }
        return words.joined(separator: "; ")
    }
}
