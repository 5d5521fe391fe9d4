import Dispatch
import Synchronization

/// A value that is worked out when it is first asked for; who asks meanwhile waits for it.
public final class Once<Value: Sendable>: Sendable {
    private enum State {
        case unasked, begun
        case made(Value)
    }
    private let state: Mutex<State>
    /// Entered while the value is being made. Who waits sleeps here: in a lock Linux lets him spin, on a core that others could use.
    private let making = DispatchGroup()

    /// A value that nobody has asked for.
    public init() { state = Mutex(.unasked) }

    /// A value that was worked out already.
    public init(_ value: Value) { state = Mutex(.made(value)) }

    /// The value.
    ///
    /// - Parameter make: Works it out, without asking for it.
    public func callAsFunction(_ make: () -> Value) -> Value {
        let (value, isFirst) = state.withLock { state -> (Value?, Bool) in
            switch state {
            case .made(let value): return (value, false)
            case .begun: return (nil, false)
            case .unasked:
                state = .begun
                making.enter()
                return (nil, true)
            }
        }
        if let value { return value }
        if isFirst {
            let value = make()
            state.withLock { $0 = .made(value) }
            making.leave()
            return value
        }
        making.wait()
        return callAsFunction(make)
    }
}
