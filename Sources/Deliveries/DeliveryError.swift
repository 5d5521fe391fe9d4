/// Why something could not be delivered: what is wrong, and what to do about it.
///
/// No secret is ever part of it: who makes one takes secrets out by ``Secrets/hidden(in:)``.
public struct DeliveryError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, and where.
    public var message: String
    /// What to do about it; empty where the message says it.
    public var hint: String
    /// Whether the same may succeed a little later: the other side is busy, or cannot be reached.
    public var isPassing: Bool
    /// In how many seconds the other side wants to be asked again; nil where it does not say.
    public var retryAfter: Int?

    /// A failure; see the properties.
    public init(_ message: String, hint: String = "", isPassing: Bool = false, retryAfter: Int? = nil) {
        (self.message, self.hint, self.isPassing, self.retryAfter) = (message, hint, isPassing, retryAfter)
    }

    /// The message, then the hint on a line of its own.
    public var description: String { message + (hint.isEmpty ? "" : "\n    hint: \(hint)") }
}
