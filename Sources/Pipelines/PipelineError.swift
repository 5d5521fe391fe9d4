import Facts

/// Why a run ended without publishing: what is wrong, where, what to do about it, and the exit status.
///
/// Every other module's error comes down to this one, and this one comes down to a text and a status.
public struct PipelineError: Error, Sendable, CustomStringConvertible {
    /// What kind of failure, by the exit status it leads to.
    public enum Kind: Int32, Sendable {
        /// The command line is wrong.
        case usage = 64
        /// The data is too bad to publish.
        case dataError = 65
        /// There is nothing (recent enough) to read.
        case noInput = 66
        /// The report is published, but something was not delivered.
        case undelivered = 69
        /// A defect of the program.
        case defect = 70
        /// The machine has not enough memory, descriptors or room for what was to be read.
        case noResources = 71
        /// The report could not be written; the last one still stands.
        case cannotWrite = 73
        /// A file of the inbox could not be read whole, or standard output could not be written.
        case unreadable = 74
        /// Another run of this pipeline is under way.
        case busy = 75
        /// The configuration is wrong.
        case configuration = 78
        /// The run was interrupted by SIGINT.
        case interrupted = 130
        /// The run was asked to end by SIGTERM.
        case terminated = 143
    }

    /// What kind of failure.
    public var kind: Kind
    /// What is wrong and where, as whole lines.
    public var message: String
    /// What to do about it; empty where the message says it.
    public var hint: String
    /// What is published of the pipeline, as it is now; empty where that does not matter.
    public var standing = ""

    /// A failure; see the properties. What is no text of its own in the message, such as a line end in a name, is written out.
    public init(_ kind: Kind, _ message: String, hint: String = "") {
        self.init(kind, lines: message.visible(), hint: hint)
    }

    /// A failure whose message may have several lines.
    init(_ kind: Kind, lines: String, hint: String = "") {
        self.kind = kind
        message = lines.visible(keepingLines: true)
        self.hint = hint.visible(keepingLines: true)
    }

    /// The exit status.
    public var status: Int32 { kind.rawValue }

    /// The message, then the hint and what stands on lines of their own.
    public var description: String {
        message + (hint.isEmpty ? "" : "\n    hint: \(hint)") + (standing.isEmpty ? "" : "\n    \(standing)")
    }
}
