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

/// The same of the parts of a range.
///
/// - Parameters:
///   - range: What is cut into parts that follow one another.
///   - size: How much a part has; the last may have less.
///   - job: Is given a part.
public func concurrently<Result: Sendable>(
    over range: Range<Int>, by size: Int, _ job: @Sendable (Range<Int>) -> Result
) -> [Result] {
    let parts = Parts(range, size)
    return concurrently(parts.count) { job(parts[$0]) }
}

/// A range in parts of one size, of which the last may be smaller.
private struct Parts {
    let range: Range<Int>
    let size: Int

    init(_ range: Range<Int>, _ size: Int) { (self.range, self.size) = (range, size) }

    var count: Int { (range.count + size - 1) / size }

    subscript(number: Int) -> Range<Int> {
        let first = range.lowerBound + number * size
        return first..<min(range.upperBound, first + size)
    }
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

/// The same of the parts of a range; see ``concurrently(over:by:_:)``.
public func inRounds<Result: Sendable>(
    over range: Range<Int>, by size: Int, _ job: @Sendable (Range<Int>) -> Result, each body: (Result) -> Void
) {
    let parts = Parts(range, size)
    inRounds(parts.count, { job(parts[$0]) }, each: body)
}

/// What the parts of a range add up to, several of which may be added at once: a few sums, in no promised order.
///
/// Which part went into which sum depends on the machine; so sums must merge to the same whatever that is.
///
/// - Parameters:
///   - range: What is cut into parts that follow one another.
///   - size: How much a part has; the last may have less.
///   - most: How many sums there are at most; there is one at least.
///   - start: Makes a sum of nothing.
///   - add: Adds a part to a sum.
public func sums<Sum: Sendable>(
    over range: Range<Int>, by size: Int, atMost most: Int = 8, startingWith start: @Sendable () -> Sum,
    _ add: @Sendable (inout Sum, Range<Int>) -> Void
) -> [Sum] {
    let parts = Parts(range, size)
    let next = Atomic(0)
    return concurrently(max(1, min(parts.count, most))) { _ in
        var sum = start()
        while true {
            let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard number < parts.count else { return sum }
            add(&sum, parts[number])
        }
    }
}
