#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Brings the results of chunks, which come in any order from several threads, into file order and hands them on one at a time.
///
/// The worker whose turn it is hands on its own result and those that wait behind it; the others leave theirs and read on, but
/// never further ahead than `limit` chunks, so that what waits stays small.
final class Delivery<Value: Sendable>: @unchecked Sendable {
    // Safe to share: everything mutable is touched only with the mutex held; `take` is called by one thread at a time.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private let limit: Int
    private var waiting: [Int: Value?] = [:]
    private var next = 0
    private var isTaking = false
    private var isBroken = false

    init(limit: Int) {
        self.limit = limit
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        pthread_cond_destroy(condition)
        mutex.deallocate()
        condition.deallocate()
    }

    /// Brings the result of `chunk`, nil where it has none. Every chunk must be brought once, or ``fail()`` be called.
    func bring(_ value: Value?, of chunk: Int, to take: (Value) -> Void) {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while chunk - next > limit, !isBroken { pthread_cond_wait(condition, mutex) }
        waiting[chunk] = .some(value)
        if isTaking { return }
        isTaking = true
        while !isBroken, let ready = waiting.removeValue(forKey: next) {
            if let ready {
                pthread_mutex_unlock(mutex)
                take(ready)
                pthread_mutex_lock(mutex)
            }
            next += 1
            pthread_cond_broadcast(condition)
        }
        isTaking = false
    }

    /// Tells everyone who waits that there is nothing to wait for.
    func fail() {
        pthread_mutex_lock(mutex)
        isBroken = true
        pthread_cond_broadcast(condition)
        pthread_mutex_unlock(mutex)
    }
}
