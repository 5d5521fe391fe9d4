/// Brings the results of chunks, which come in any order from several threads, into file order and hands them on one at a time.
///
/// The worker whose turn it is hands on its own result and those that wait behind it; the others leave theirs and read on, but
/// never further ahead than `limit` chunks, so that what waits stays small.
struct InOrder<Value: Sendable>: Sendable {
    private struct State {
        /// Results that have been brought and not been handed on.
        var waiting: [Int: Value?] = [:]
        /// The chunk whose turn it is.
        var next = 0
        var isTaking = false
        var isBroken = false

        /// The result whose turn it is, where it is there; without one nobody hands on any more.
        mutating func takeNext() -> Value?? {
            guard !isBroken, let ready = waiting.removeValue(forKey: next) else {
                isTaking = false
                return nil
            }
            return .some(ready)
        }
    }

    private let limit: Int
    private let monitor = Monitor(State())

    init(limit: Int) { self.limit = limit }

    /// Brings the result of `chunk`, nil where it has none. Every chunk must be brought once, or ``fail()`` be called.
    func bring(_ value: Value?, of chunk: Int, to take: (Value) -> Void) {
        var ready = monitor.wait(until: { $0.isBroken || chunk - $0.next <= limit }) { state -> Value?? in
            state.waiting[chunk] = .some(value)
            if state.isTaking { return nil }
            state.isTaking = true
            return state.takeNext()
        }
        while let value = ready {
            if let value { take(value) }
            ready = monitor.change { state in
                state.next += 1
                return state.takeNext()
            }
        }
    }

    /// Tells everyone who waits that there is nothing to wait for.
    func fail() { monitor.change { $0.isBroken = true } }
}
