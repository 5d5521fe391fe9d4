/// How often something is tried, and how long one try may take.
public struct Patience: Sendable, Hashable {
    /// How many times in all. The default is 4.
    public var tries = 4
    /// The longest time for one try, in seconds. The default is 60.
    public var limit = 60
    /// The longest time until the other side answers at all, in seconds: of one try.
    var connect: Int { min(15, limit) }

    /// The defaults.
    public init() {}

    /// Seconds to wait after a try, from 1: 1, 4, 16, 64, and never longer than that; what the other side asks for up to 5 minutes.
    func pause(after attempt: Int, _ error: DeliveryError) -> Int {
        let own = 1 << (2 * min(attempt - 1, 3))
        return max(own, min(error.retryAfter ?? 0, 300))
    }
}

/// Does something until it succeeds, fails for good, or was tried often enough: only what may pass is tried again.
///
/// - Returns: How many tries it took.
func retrying(
    _ patience: Patience, _ surroundings: DeliverySurroundings, _ work: () throws(DeliveryError) -> Void
) throws(DeliveryError) -> Int {
    var attempt = 1
    while true {
        do {
            try work()
            return attempt
        } catch {
            guard error.isPassing, !surroundings.isStopped() else { throw error }
            guard attempt < patience.tries else {
                var last = error
                if attempt > 1 { last.message += " (tried \(attempt) times)" }
                throw last
            }
            var rest = patience.pause(after: attempt, error) * 1000
            while rest > 0, !surroundings.isStopped() {
                surroundings.wait(min(rest, 100))
                rest -= 100
            }
            guard !surroundings.isStopped() else { throw error }
            attempt += 1
        }
    }
}
