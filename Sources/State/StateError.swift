/// Why the state folder cannot be used: what is wrong, and what to do about it.
public struct StateError: Error, Sendable, CustomStringConvertible {
    /// What kind of failure.
    public enum Kind: Sendable {
        /// A newer version of the program has written it.
        case newer
        /// It is damaged, or is no state of this program.
        case damaged
        /// Another process keeps it locked.
        case busy
        /// It cannot be written: no room, no permission.
        case cannotWrite
        /// It cannot be read.
        case cannotRead
    }

    /// What kind of failure.
    public var kind: Kind
    /// What is wrong, naming the file.
    public var message: String
    /// What to do.
    public var hint: String

    init(_ kind: Kind, _ message: String, hint: String) {
        self.kind = kind
        self.message = message
        self.hint = hint
    }

    /// The message, then the hint on a line of its own.
    public var description: String { "\(message)\n    hint: \(hint)" }
}
