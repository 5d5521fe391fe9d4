import Synchronization

/// A value that is worked out when it is first asked for; who asks meanwhile waits for it.
public final class Once<Value: Sendable>: Sendable {
    private let kept: Mutex<Value?>

    /// A value that nobody has asked for.
    public init() { kept = Mutex(nil) }

    /// A value that was worked out already.
    public init(_ value: Value) { kept = Mutex(value) }

    /// The value.
    ///
    /// - Parameter make: Works it out, without asking for it.
    public func callAsFunction(_ make: () -> Value) -> Value {
        kept.withLock { kept in
            if let kept { return kept }
            let value = make()
            kept = value
            return value
        }
    }
}
