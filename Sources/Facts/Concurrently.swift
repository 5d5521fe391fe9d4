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
