/// Something about the data that a person should know: a value, never thrown. The run goes on.
public struct Finding: Sendable, Hashable, CustomStringConvertible {
    /// How much it matters.
    public enum Severity: String, Sendable, Hashable {
        /// Good to know: an assumption, an overlap that was taken out.
        case note
        /// Something is probably wrong and changes the numbers.
        case warning
    }

    /// What kind of finding: stable, in kebab-case, such as `bad-money`.
    public var code: String
    /// How much it matters.
    public var severity: Severity
    /// The file, relative to the inbox; empty where the finding is about a source or the inbox.
    public var file: String
    /// The 1-based physical line, where there is one.
    public var line: Int?
    /// The column's name in the file, where there is one.
    public var column: String?
    /// What was found, as a sentence without a full stop.
    public var message: String
    /// What to do about it; empty where nothing need be done.
    public var hint: String
    /// How often. Above 1 the place is the first one's.
    public var count: Int

    /// A finding; see the properties.
    public init(
        _ code: String, _ severity: Severity = .warning, file: String, line: Int? = nil, column: String? = nil, message: String,
        hint: String = "", count: Int = 1
    ) {
        self.code = code
        self.severity = severity
        self.file = file
        self.line = line
        self.column = column
        self.message = message
        self.hint = hint
        self.count = count
    }

    /// Two lines: where and what with the code in brackets, then the hint.
    ///
    ///     leads.csv:1873:amount: expected money like 1234.50, found "12,50" [bad-money]
    ///         hint: mend the cell, or set `decimal: {amount: comma}` for this source in pipelines/sources.yml
    public var description: String {
        var text = Finding.place(file: file, line: line, column: column)
        if !text.isEmpty { text += ": " }
        text += message + (count > 1 ? " (\(count) times)" : "") + " [\(code)]"
        return hint.isEmpty ? text : text + "\n    hint: \(hint)"
    }

    static func place(file: String, line: Int?, column: String?) -> String {
        var text = file
        if let line { text += ":\(line)" }
        if let column { text += text.isEmpty ? column : ":\(column)" }
        return text
    }
}

/// Findings of one file, bounded: of each code the first few keep their place, the rest are counted in one more.
struct FindingList: Sendable {
    /// How many of a code keep their place.
    static let limit = 20

    private(set) var kept: [Finding] = []
    private var counts: [String: Int] = [:]
    private var overflow: [String: Finding] = [:]

    /// Adds one, or counts it where there are enough of its code.
    mutating func add(_ finding: Finding) {
        let count = counts[finding.code, default: 0]
        counts[finding.code] = count + 1
        guard count >= Self.limit else {
            kept.append(finding)
            return
        }
        if overflow[finding.code] == nil {
            overflow[finding.code] = Finding(
                finding.code, finding.severity, file: finding.file, line: finding.line, column: finding.column,
                message: "and more of the same from here on", hint: finding.hint, count: finding.count)
        } else {
            overflow[finding.code]!.count += finding.count
        }
    }

    /// All of them: those with their place in the order they were added, then one a code for the rest.
    var all: [Finding] { kept + overflow.values.sorted { $0.code < $1.code } }
}
