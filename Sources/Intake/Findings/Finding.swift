import Facts

/// Something about the data that a person should know: a value, never thrown. The run goes on.
public struct Finding: Sendable, Hashable, CustomStringConvertible {
    /// How much it matters.
    public enum Severity: String, Sendable, Hashable, Comparable {
        /// Something is probably wrong and changes the numbers.
        case warning
        /// Good to know: an assumption, an overlap that was taken out.
        case note

        /// Worse first.
        public static func < (a: Severity, b: Severity) -> Bool { a == .warning && b == .note }
    }

    /// A place in the file.
    public struct Place: Sendable, Hashable {
        /// The 1-based physical line, where there is one.
        public var line: Int?
        /// The column's name in the file, where there is one.
        public var column: String?
    }

    /// What kind of finding.
    public var kind: FindingCode
    /// How much it matters.
    public var severity: Severity
    /// The file, relative to the inbox; empty where the finding is about a source or the inbox.
    public var file: String
    /// The first places, at most ``shownPlaces``; empty where it has none but the file.
    public var places: [Place]
    /// What was found at the first place, as a sentence without a full stop.
    public var message: String
    /// What to do about it; empty where nothing need be done.
    public var hint: String
    /// How often it was found.
    public var count: Int

    /// How many places a finding names.
    public static let shownPlaces = 3

    /// The stable name of the kind in kebab-case, such as `bad-money`.
    public var code: String { kind.rawValue }
    /// The 1-based physical line of the first place, where there is one.
    public var line: Int? { places.first?.line }
    /// The column of the first place, by its name in the file, where there is one.
    public var column: String? { places.first?.column }

    /// A finding in the words of its kind, with `values` in the places of their names.
    public init(
        _ kind: FindingCode, _ severity: Severity? = nil, file: String, line: Int? = nil, column: String? = nil,
        _ values: FindingValues = [:]
    ) {
        let words = kind.words
        self.init(
            kind, severity ?? words.severity, file: file, line: line, column: column,
            message: FindingWords.filled(words.message, values), hint: FindingWords.filled(words.hint, values))
    }

    init(
        _ kind: FindingCode, _ severity: Severity? = nil, file: String, line: Int? = nil, column: String? = nil,
        message: String,
        hint: String
    ) {
        self.kind = kind
        self.severity = severity ?? kind.words.severity
        self.file = file
        places = line == nil && column == nil ? [] : [Place(line: line, column: column)]
        self.message = message
        self.hint = hint
        count = 1
    }

    /// Two lines: where and what with the code in brackets, then the hint.
    ///
    ///     leads.csv:1873:amount: expected money like 1234.50, found "12,50" (12 times, next at 1880:amount and 1891:amount) [bad-money]
    ///         hint: mend the cell, or set `decimal: {amount: comma}` for this source in pipelines/sources.yml
    public var description: String {
        let first = Finding.place(file: file, line: line, column: column)
        let text = (first.isEmpty ? "" : first + ": ") + message + times + " [\(code)]"
        return hint.isEmpty ? text.visible() : text.visible() + "\n    hint: \(hint.visible())"
    }

    /// How often it was found and where next, as a bracket; empty where it was found once.
    public var times: String {
        guard count > 1 else { return "" }
        let next = places.dropFirst().map { Finding.place(file: "", line: $0.line, column: $0.column) }.filter { !$0.isEmpty }
        return " (\(count) times" + (next.isEmpty ? "" : ", next at \(next.joined(separator: " and "))") + ")"
    }

    /// The first places as text: `leads.csv:1873:amount, 1880:amount`; empty where it is about no place.
    public var placeInWords: String {
        let next = places.dropFirst().map { Finding.place(file: "", line: $0.line, column: $0.column) }
        return ([Finding.place(file: file, line: line, column: column)] + next).filter { !$0.isEmpty }.joined(separator: ", ")
    }

    static func place(file: String, line: Int?, column: String?) -> String {
        [file, line.map(String.init) ?? "", column ?? ""].filter { !$0.isEmpty }.joined(separator: ":")
    }

    /// The finding with the name of the file that the pipeline's rules of sources are read from.
    public func naming(_ sourcesFile: String) -> Finding {
        var copy = self
        copy.hint = hint.naming(sourcesFile)
        copy.message = message.naming(sourcesFile)
        return copy
    }
}

extension String {
    /// A text with the name of the file that the pipeline's rules of sources are read from.
    func naming(_ sourcesFile: String) -> String {
        // Most do not say it, and each rejected row asks.
        utf8.contains(UInt8(ascii: "{")) ? replacing("{\(FindingWords.sourcesFile)}", with: sourcesFile) : self
    }
}

extension [Finding] {
    /// Worst first: warnings before notes, then what was found most often; of equal ones those that came first.
    public var worstFirst: [Finding] {
        enumerated().sorted { a, b in
            if a.element.severity != b.element.severity { return a.element.severity < b.element.severity }
            if a.element.count != b.element.count { return a.element.count > b.element.count }
            return a.offset < b.offset
        }.map(\.element)
    }
}

/// Findings of one file: each kind once, with how often it was found and its first places.
struct FindingList: Sendable {
    private(set) var all: [Finding] = []
    private var indices: [FindingCode: Int] = [:]

    /// Adds one, or counts it where there is one of its kind.
    mutating func add(_ finding: Finding) {
        guard let index = indices[finding.kind] else {
            indices[finding.kind] = all.count
            all.append(finding)
            return
        }
        all[index].count += finding.count
        if finding.severity < all[index].severity { all[index].severity = finding.severity }
        let room = Finding.shownPlaces - all[index].places.count
        if room > 0 { all[index].places += finding.places.prefix(room) }
    }

    /// Counts one more of a kind of which as many places are known as are shown, so that no words need be made of it; whether there is.
    mutating func countOneMore(of kind: FindingCode) -> Bool {
        guard let index = indices[kind], all[index].places.count >= Finding.shownPlaces else { return false }
        all[index].count += 1
        return true
    }

    /// Adds one that is told by itself: of a dimension, of a source.
    mutating func addApart(_ finding: Finding) {
        if indices[finding.kind] == nil { indices[finding.kind] = all.count }
        all.append(finding)
    }

    /// How often a kind was found.
    func count(of kind: FindingCode) -> Int { indices[kind].map { all[$0].count } ?? 0 }
}
