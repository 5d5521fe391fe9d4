import Dispatch
import Synchronization

/// The results of some jobs that may run at once, in the jobs' order.
///
/// - Parameters:
///   - count: How many jobs there are.
///   - job: Is given the number of the job, from 0 on.
public func concurrently<Result: Sendable>(_ count: Int, _ job: @Sendable (Int) -> Result) -> [Result] {
    guard count > 1 else { return (0..<count).map(job) }
    let results = Mutex<[Result?]>(Array(repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
        let result = job(index)
        results.withLock { $0[index] = result }
    }
    return results.withLock { $0.map { $0! } }
}

/// Some jobs, a few of which run at once, and what is to be done with the result of each, in the jobs' order: so never all results are
/// in memory.
///
/// - Parameters:
///   - count: How many jobs there are.
///   - job: Is given the number of the job, from 0 on.
///   - body: Takes a result.
public func inRounds<Result: Sendable>(_ count: Int, _ job: @Sendable (Int) -> Result, each body: (Result) -> Void) {
    let few = 8
    for first in stride(from: 0, to: count, by: few) {
        for result in concurrently(min(few, count - first), { job(first + $0) }) { body(result) }
    }
}

/// What some chunks add up to, several of which may be added at once: a few sums, in no promised order.
///
/// Which chunk went into which sum depends on the machine; so sums must merge to the same whatever that is.
///
/// - Parameters:
///   - chunks: How many chunks there are.
///   - most: How many sums there are at most; there is one at least.
///   - start: Makes a sum of nothing.
///   - add: Adds the chunk of a number, from 0 on, to a sum.
public func sums<Sum: Sendable>(
    ofChunks chunks: Int, atMost most: Int = 8, startingWith start: @Sendable () -> Sum,
    _ add: @Sendable (inout Sum, Int) -> Void
) -> [Sum] {
    let next = Atomic(0)
    return concurrently(max(1, min(chunks, most))) { _ in
        var sum = start()
        while true {
            let chunk = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard chunk < chunks else { return sum }
            add(&sum, chunk)
        }
    }
}
