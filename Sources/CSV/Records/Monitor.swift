#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A value that several threads share and wait for: a mutex with a condition (Hoare, "Monitors", 1974).
final class Monitor<State>: @unchecked Sendable {
    // Safe to share: the state is touched only with the mutex held.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var state: State

    init(_ state: State) {
        self.state = state
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        pthread_cond_destroy(condition)
        mutex.deallocate()
        condition.deallocate()
    }

    /// Calls `body` with the state, alone.
    func with<Result>(_ body: (inout State) -> Result) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body(&state)
    }

    /// As ``with(_:)``, and lets everyone who waits look again.
    func change<Result>(_ body: (inout State) -> Result) -> Result {
        with { state in
            defer { pthread_cond_broadcast(condition) }
            return body(&state)
        }
    }

    /// Waits until `isReady` holds of the state, then calls `body` with it, alone.
    func wait<Result>(until isReady: (State) -> Bool, _ body: (inout State) -> Result) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while !isReady(state) { pthread_cond_wait(condition, mutex) }
        return body(&state)
    }
}
