import Facts

/// A catalogue or a formula that cannot be used.
public struct MetricsError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What kind of error.
    public enum Code: String, Sendable, Equatable, CaseIterable {
        /// The file is no YAML.
        case badYAML = "bad-yaml"
        /// A key that means nothing here.
        case unknownKey = "unknown-key"
        /// A key that must be there and is not.
        case missingKey = "missing-key"
        /// A value that its key does not take.
        case badValue = "bad-value"
        /// The same metric twice.
        case duplicate
        /// A name that already means something else.
        case nameTaken = "name-taken"
        /// A formula that is not written as formulas are.
        case badFormula = "bad-formula"
        /// A formula that is too long, too deep or has too many parts.
        case tooLarge = "too-large"
        /// A formula that names what is neither a measure nor a metric.
        case unknownName = "unknown-name"
        /// A formula that uses a setting the pipeline does not have.
        case unknownSetting = "unknown-setting"
        /// Metrics that refer to each other in a circle.
        case circular
    }

    /// What kind of error.
    public var code: Code
    /// What is wrong, as a sentence without a full stop.
    public var message: String
    /// What to do about it.
    public var hint: String
    /// The file, as the caller named it; empty for a formula that comes from no file.
    public var file: String
    /// The 1-based line, where there is one.
    public var line: Int?
    /// The 1-based column in characters, where there is one.
    public var column: Int?
    /// The formula and, on a second line, carets under the part that is meant; empty where no formula is concerned.
    public var excerpt: String

    /// An error; see the properties.
    public init(
        _ code: Code, _ message: String, hint: String = "", file: String = "", line: Int? = nil, column: Int? = nil,
        excerpt: String = ""
    ) {
        self.code = code
        self.message = message
        self.hint = hint
        self.file = file
        self.line = line
        self.column = column
        self.excerpt = excerpt
    }

    /// An error about the part of a formula that starts at `offset` (in Unicode scalars) and is `length` long.
    init(_ code: Code, _ message: String, hint: String = "", formula: String, offset: Int, length: Int) {
        self.init(code, message, hint: hint, column: offset + 1, excerpt: Self.excerpt(formula, offset, max(1, length)))
    }

    /// Where and what with the code in brackets, then the formula with its carets, then the hint.
    ///
    ///     pipelines/metrics.yml:4:14: nothing is called `arr_closng` [unknown-name]
    ///         arr_closng / customers_closing
    ///         ^^^^^^^^^^
    ///         hint: did you mean `arr_closing`?
    public var description: String {
        var place = file
        if let line { place += ":\(line)" }
        if let column, line != nil || file.isEmpty { place += place.isEmpty ? "column \(column)" : ":\(column)" }
        var text = place.isEmpty ? "" : place + ": "
        text += "\(message.visible()) [\(code.rawValue)]"
        for line in excerpt.split(separator: "\n") { text += "\n    \(line)" }
        if !hint.isEmpty { text += "\n    hint: \(hint)" }
        return text
    }

    /// At most 100 characters of the formula around the part, and carets below it. East Asian characters are two columns wide.
    private static func excerpt(_ formula: String, _ offset: Int, _ length: Int) -> String {
        let scalars = formula.unicodeScalars.map { $0.properties.isWhitespace ? " " : $0 }
        let start = offset < 80 ? 0 : offset - 40
        let end = min(scalars.count, start + 100)
        func width(_ range: Range<Int>) -> Int { scalars[range].reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) } }
        var line = start > 0 ? "…" : ""
        line.unicodeScalars.append(contentsOf: scalars[min(start, end)..<end])
        if end < scalars.count { line += "…" }
        let from = min(offset, end)
        let to = min(offset + length, end)
        let indent = (start > 0 ? 1 : 0) + width(min(start, from)..<from)
        let carets = max(1, width(from..<max(from, to)))
        return line + "\n" + String(repeating: " ", count: indent) + String(repeating: "^", count: carets)
    }
}
