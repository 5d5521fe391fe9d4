import CSV
import Facts
import Intake

/// How a file is read, for `gtm preview`: nothing is configured, everything is found out.
public struct Preview: Sendable {
    private let path: String
    private let document: Document

    /// Opens a file and finds out how it is written.
    ///
    /// - Throws: Status 66 where there is no such file or it may not be read, 65 where it is not a CSV: named for what it is.
    public init(_ path: String) throws(PipelineError) {
        self.path = path
        do { document = try Document.open(path: path) } catch {
            let isMissing = [.notFound, .unreadable, .notAFile].contains(error.code)
            throw PipelineError(isMissing ? .noInput : .dataError, error.description)
        }
    }

    /// The main table as RFC 4180 in UTF-8: the header, then every record, cells as text; nothing for a file of 0 bytes.
    public func csv() throws(PipelineError) -> [UInt8] {
        let bytes = document.asCSV()
        if let error = document.readError { throw PipelineError(.dataError, error.description) }
        return bytes
    }

    /// What was guessed, how sure it is, and the first rows, for people.
    ///
    /// - Parameter now: Seconds since 1970 in UTC; what happened after it has not happened yet.
    public func text(now: Int64) -> String {
        let layout = document.layout
        var lines = ["\(path): \(document.size) bytes"]
        func add(_ name: String, _ value: String, _ confidence: Double? = nil) {
            let sure = confidence.map { "  (\(Int(($0 * 100).rounded())) % sure)" } ?? ""
            lines.append("  " + name + String(repeating: " ", count: max(1, 12 - name.count)) + value + sure)
        }
        add(
            "encoding", layout.encoding.displayName + (layout.hadBOM ? " with a byte-order mark" : ""),
            layout.confidence.encoding)
        if layout.isCompressed { add("packed", "gzip") }
        add("delimiter", layout.dialect.delimiterName, layout.confidence.dialect)
        add(
            "quotes",
            layout.dialect.quote.map { "\(Character(UnicodeScalar($0))), \(layout.dialect.escape.rawValue) inside" } ?? "none")
        add(
            "header",
            layout.headerLines.map { $0.count == 1 ? "line \($0.lowerBound)" : "lines \($0.lowerBound) to \($0.upperBound)" }
                ?? "none", layout.confidence.header)

        let settings = IntakeSettings(inbox: "", asOf: Stamp(microseconds: now * 1_000_000).day(in: .utc))
        let read = Intake.read(
            InboxFile(path: path, location: path, size: document.size, sha256: "", modified: 0), settings: settings)
        add("source", read.source ?? "not recognised; name it in `files:` of its source in sources.yml")
        if read.source != nil { add("rows", "\(read.rows), \(read.setAside) of them set aside") }
        let guesses = read.columnGuesses(settings)
        if !guesses.isEmpty {
            lines +=
                ["", "columns"]
                + guesses.map { guess in
                    let parts = [guess.column ?? "kept as it is", guess.kind, guess.reading].filter { !$0.isEmpty }
                    return "  \(guess.header)  →  " + parts.joined(separator: ", ")
                }
        }
        lines += findings(read)
        lines += firstRows()
        return lines.joined(separator: "\n") + "\n"
    }

    private func findings(_ read: ReadFile) -> [String] {
        var texts: [String] = []
        for finding in document.findings.prefix(20) {
            texts.append("\(path):\(finding.line): \(finding.message) [\(finding.code)]")
        }
        for finding in read.findings.prefix(20) where !texts.contains(where: { $0.contains("[\(finding.code)]") }) {
            texts.append(finding.description)
        }
        return texts.isEmpty ? [] : ["", "findings"] + texts.map { "  " + $0.replacing("\n", with: "\n  ") }
    }

    private func firstRows() -> [String] {
        let width = document.layout.columnCount
        let batches = document.map(workers: 1) { batch in
            (0..<min(batch.count, 5)).map { record in
                (0..<min(width, 8)).map { String(decoding: batch.field(record, $0), as: UTF8.self) }
            }
        }
        let rows = batches.first { !$0.isEmpty } ?? []
        guard !rows.isEmpty else { return [] }
        let table = [Array(document.layout.header.prefix(8))] + rows
        let shown = table.map { $0.map { cell in cell.count > 24 ? cell.prefix(23) + "…" : cell.replacing("\n", with: "⏎") } }
        let widths = (0..<(shown.map(\.count).max() ?? 0)).map { column in
            shown.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
        }
        return ["", "first rows"]
            + shown.map { cells in
                "  "
                    + cells.enumerated().map { $1 + String(repeating: " ", count: widths[$0] - $1.count) }.joined(
                        separator: "  ")
            }
    }
}
