/// Why an engine gave no answer: what is wrong, and what to do about it.
public struct EngineError: Error, Sendable, Equatable {
    /// What kind of failure.
    public enum Kind: Sendable, Equatable {
        /// The program cannot be started, or what it is told is refused: the pipeline's file is to be mended.
        case setting
        /// The engine failed, or took too long.
        case failed
        /// The run was told to end.
        case interrupted
    }

    /// What kind of failure.
    public var kind: Kind
    /// What is wrong, as a sentence without a full stop.
    public var message: String
    /// What to do about it.
    public var hint: String

    /// A failure; see the properties.
    public init(_ kind: Kind, _ message: String, hint: String) { (self.kind, self.message, self.hint) = (kind, message, hint) }
}
