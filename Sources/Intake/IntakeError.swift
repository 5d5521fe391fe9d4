import Facts

/// Why a run cannot go on: what is wrong, where, and what to do about it.
public struct IntakeError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What kind of error, and with it the exit status.
    public enum Kind: String, Sendable, Equatable, CaseIterable {
        /// There is nothing to read, or a required source has no (recent) file: status 66.
        case noInput = "no-input"
        /// The data is too bad to publish: status 65.
        case dataError = "data-error"
        /// The inbox, or a file or folder in it, is there and cannot be read whole: status 74.
        case unreadable
        /// The machine has not enough descriptors or room for what was to be read: status 71.
        case noResources = "no-resources"

        /// The exit status of the contract.
        public var exitStatus: Int32 {
            switch self {
            case .noInput: 66
            case .dataError: 65
            case .unreadable: 74
            case .noResources: 71
            }
        }
    }

    /// What kind of error.
    public var kind: Kind
    /// A stable word for it in kebab-case: `missing-column`, `no-usable-file`, `too-many-rejects`.
    public var code: String
    /// What is wrong, as a sentence without a full stop.
    public var message: String
    /// What to do about it.
    public var hint: String
    /// The file, relative to the inbox, where there is one.
    public var file: String?
    /// The 1-based physical line, where there is one.
    public var line: Int?
    /// The column's name in the file, where there is one.
    public var column: String?
    /// Further errors of the same stage: the first failure does not hide the others.
    public var others: [IntakeError]

    /// An error; see the properties.
    public init(
        _ kind: Kind, code: String, message: String, hint: String, file: String? = nil, line: Int? = nil, column: String? = nil,
        others: [IntakeError] = []
    ) {
        self.kind = kind
        self.code = code
        self.message = message
        self.hint = hint
        self.file = file
        self.line = line
        self.column = column
        self.others = others
    }

    /// Where and what with the code in brackets, then the hint; further errors follow in the same shape.
    ///
    ///     leads.csv: the required column `created_at` is missing; the file has lead_id, created [missing-column]
    ///         hint: rename `created`, or add it to `aliases:` of `created_at` in pipelines/sources.yml
    public var description: String {
        var text = Finding.place(file: file ?? "", line: line, column: column)
        if !text.isEmpty { text += ": " }
        text += "\(message.visible()) [\(code)]"
        if !hint.isEmpty { text += "\n    hint: \(hint)" }
        for other in others.prefix(IntakeError.shown) { text += "\n\(other)" }
        let more = others.count - IntakeError.shown
        if more > 0 { text += "\nand \(more) more of the kind" }
        return text
    }

    /// How many further errors are told one by one.
    private static let shown = 9

    /// The error with the name of the file that the pipeline's rules of sources are read from.
    public func naming(_ sourcesFile: String) -> IntakeError {
        var copy = self
        copy.message = message.naming(sourcesFile)
        copy.hint = hint.naming(sourcesFile)
        copy.others = others.map { $0.naming(sourcesFile) }
        return copy
    }

    /// One error that names all of several, or nil where there is none. What cannot be read goes first: it may be why others are
    /// there.
    static func joined(_ errors: [IntakeError]) -> IntakeError? {
        let sorted = [true, false].flatMap { isFirst in
            errors.filter { ($0.kind == .unreadable || $0.kind == .noResources) == isFirst }
        }
        guard var first = sorted.first else { return nil }
        first.others = Array(sorted.dropFirst())
        return first
    }
}
