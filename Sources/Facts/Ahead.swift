import Dispatch

/// Work that another core may do ahead: who asks for what it comes to does it himself where nobody has begun.
public final class Ahead<Value: Sendable>: Sendable {
    private let once = Once<Value>()
    private let work: @Sendable () -> Value

    /// Hands out the work.
    public init(_ work: @escaping @Sendable () -> Value) {
        self.work = work
        // By a thread of its own: who waits for it may hold one of the few that all others share.
        DispatchQueue(label: "ahead").async { [self] in _ = once(work) }
    }

    /// What it comes to.
    public var value: Value { once(work) }
}
