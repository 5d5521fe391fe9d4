import Dispatch
import Foundation
import Glibc
import Intake
import Synchronization

/// A stage of a run, in order.
public enum Stage: String, CaseIterable, Sendable {
    case collect, read
    /// An engine of the company's own counts leads.
    case count
    case check
    case rollUp = "roll up"
    case evaluate, compare, compose, render, print, publish, deliver

    /// Whether its jobs are waited for when the run is told to end: what is put in place, and what ends a program that it began.
    var isWaitedFor: Bool { self == .publish || self == .count }
}

/// One piece of a stage's work, which may run beside the others.
struct Job<Value: Sendable>: Sendable {
    /// What it is about, for messages: a file's path, a part's name.
    var name: String
    /// Does it.
    var work: @Sendable () throws -> Value
}

/// Work that goes on from one stage into the next.
struct WorkUnderWay: Sendable {
    /// What ends with it.
    var group: DispatchGroup
    /// What it is about, for messages, as far as it has not ended.
    var names: @Sendable () -> [String]

    /// Whether it has ended.
    var hasEnded: Bool { group.wait(timeout: .now()) == .success }
}

/// What a stage took and did.
public struct StageRecord: Codable, Sendable {
    /// The stage.
    public var stage: String
    /// How many jobs it had.
    public var jobs: Int
    /// From its first job's start to its last one's end, in milliseconds.
    public var milliseconds: Double
    /// How many rows it worked on, where it works on rows.
    public var rows: Int?
    /// The greatest memory of the process at its end, in KiB.
    public var peakKiB: Int
    /// Its longest jobs, of several.
    public var longest: [JobTime]?

    /// Adds a further step of the same stage.
    mutating func add(_ step: StageRecord) {
        jobs += step.jobs
        milliseconds += step.milliseconds
        rows = step.rows ?? rows
        peakKiB = step.peakKiB
        longest = step.longest ?? longest
    }

    /// What a job took.
    public struct JobTime: Codable, Sendable {
        /// What it is about: a file's path, a part's name.
        public var job: String
        /// From its start to its end, in milliseconds.
        public var milliseconds: Double
    }
}

/// What a run gets from outside, so that nothing in here reads a clock or prints.
public struct Surroundings: Sendable {
    /// Microseconds since 1970 in UTC.
    public var clock: @Sendable () -> Int64
    /// Nanoseconds of a clock that never goes back.
    public var nanoseconds: @Sendable () -> UInt64
    /// What tells this run from all others, for the record of the run alone.
    public var runID: String
    /// Called as work goes on: the stage, how many of its jobs are done, how many it has.
    public var progress: @Sendable (Stage, Int, Int) -> Void
    /// Why the run should stop, once it should.
    public var interruption: @Sendable () -> PipelineError.Kind?
    /// How many jobs may run at once.
    public var workers: Int
    /// How many bytes of memory the process has for itself now.
    public var memory: @Sendable () -> Int = { Memory.own }
    /// What keeps large tables in a file where memory is short; nil where nothing does.
    public var spilling: Spilling?
    /// How many bytes a file must have for what was read of it to be kept.
    public var smallestKept = KeptReadings.usualSmallest
    /// How many bytes stay free on the disk where readings are kept.
    public var spareRoom = KeptReadings.usualSpare
    /// Called with why the run ends where what it left behind goes on using memory far beyond the limit: ends the process.
    public var lastResort: (@Sendable (PipelineError) -> Void)?

    /// Surroundings without progress, interruption or time.
    public init(
        clock: @escaping @Sendable () -> Int64 = { 0 }, nanoseconds: @escaping @Sendable () -> UInt64 = { 0 },
        runID: String = "",
        progress: @escaping @Sendable (Stage, Int, Int) -> Void = { _, _, _ in },
        interruption: @escaping @Sendable () -> PipelineError.Kind? = { nil }, workers: Int = 2
    ) {
        self.clock = clock
        self.nanoseconds = nanoseconds
        self.runID = runID
        self.progress = progress
        self.interruption = interruption
        self.workers = workers
    }
}

/// Runs the stages of a run one after the other, and the jobs of each at once on Dispatch.
///
/// There is a barrier between stages, and between the steps of one, which count as one stage. A job that fails lets its siblings end;
/// then the stage fails with all failures named.
/// A run that should stop, or uses more memory than it may, does not wait for its jobs: it leaves them behind, and the process ends before
/// long. Only what is being put in place is waited for, and then it is published. No job knows of progress, time, memory or interruption.
final class StageRunner: Sendable {
    private let surroundings: Surroundings
    private let limit: MemoryLimit?
    private let spill: Spill?
    private let kept = Mutex<[StageRecord]>([])

    /// - Parameters:
    ///   - limit: How much memory the process may use. The default is as much as there is.
    ///   - folder: Where large tables may lie in a file when it is short.
    init(_ surroundings: Surroundings, limit: MemoryLimit? = nil, spillingTo folder: String = "") {
        self.surroundings = surroundings
        self.limit = limit
        spill = limit.flatMap { limit in
            surroundings.spilling.map { Spill($0, limit, folder: folder) }
        }
        // Before anything is read.
        var first = spill
        first?.look(inUse: surroundings.memory())
    }

    /// What the stages so far took.
    var records: [StageRecord] { kept.withLock { $0 } }

    /// Runs a stage of one job.
    func run<Value: Sendable>(
        _ stage: Stage, rows: (Value) -> Int? = { _ in nil }, _ work: @escaping @Sendable () throws -> Value
    ) throws(PipelineError) -> Value {
        try run(stage, [Job(name: stage.rawValue, work: work)], rows: { rows($0[0]) })[0]
    }

    /// Runs a stage; the results are in the order of the jobs.
    ///
    /// - Parameter earlier: What the jobs wait for, which was begun before. No job begins until it has ended: one that waited would hold a
    ///   thread that the work itself may use.
    func run<Value: Sendable>(
        _ stage: Stage, _ jobs: [Job<Value>], after earlier: WorkUnderWay? = nil, rows: ([Value]) -> Int? = { _ in nil }
    ) throws(PipelineError) -> [Value] {
        let beginning = surroundings.nanoseconds()
        surroundings.progress(stage, 0, jobs.count)
        let work = StageWork(stage, jobs, surroundings)
        let group = DispatchGroup()
        let workers = min(max(1, surroundings.workers), jobs.count)
        let begin = { @Sendable in for _ in 0..<workers { DispatchQueue.global().async(group: group) { work.run() } } }
        if let earlier {
            group.enter()
            earlier.group.notify(queue: .global()) {
                begin()
                group.leave()
            }
        } else {
            begin()
        }
        // Little memory is full in a moment.
        let pause = limit.map(Spill.isLittle) == true ? 5 : 20
        var waits = 0
        // What is being put in place needs little, and is waited for.
        var memory = stage.isWaitedFor ? nil : limit.map { MemoryWatch($0, used: surroundings.memory, spill: spill) }
        repeat {
            if !stage.isWaitedFor, surroundings.interruption() != nil { break }
            if let used = memory?.excess() {
                work.leave()
                throw exceeded(by: used, stage, work.underWay.map { jobs[$0].name } + (earlier?.names() ?? []))
            }
            if earlier?.hasEnded ?? true { waits += 1 }
            // Where the machine gives no more threads, this one does the work.
            if waits * pause >= 1000, !work.hasBegun { work.run() }
            if work.results.count == jobs.count { break }
        } while group.wait(timeout: .now() + .milliseconds(pause)) == .timedOut
        let results = work.results
        // What was put in place while the wish came is published.
        if let kind = surroundings.interruption(), stage != .publish || results.count < jobs.count {
            throw PipelineError(
                kind, "stopped during \(stage.rawValue)", hint: "run again to go on")
        }
        var (values, failures): ([Value], [PipelineError]) = ([], [])
        for index in jobs.indices {
            switch results[index] {
            case .success(let value): values.append(value)
            case .failure(let error): failures.append(PipelineError(jobs[index].name, error))
            case nil: break
            }
        }
        if let failure = PipelineError.joined(failures) { throw failure }
        let milliseconds = StageRunner.milliseconds(surroundings.nanoseconds() - beginning)
        let record = StageRecord(
            stage: stage.rawValue, jobs: jobs.count, milliseconds: milliseconds, rows: rows(values), peakKiB: Memory.peakKiB,
            longest: jobs.count > 1 ? work.longest : nil)
        kept.withLock { records in
            if records.last?.stage == stage.rawValue {
                records[records.count - 1].add(record)
            } else {
                records.append(record)
            }
        }
        return values
    }
}

extension StageRunner {
    /// To the microsecond.
    fileprivate static func milliseconds(_ nanoseconds: UInt64) -> Double { Double(nanoseconds / 1000) / 1000 }

    /// That a stage used more memory than may be. Its jobs are left behind; where they go on until half as much again is used, so that
    /// nobody can be told in time, the process is ended.
    private func exceeded(by used: Int, _ stage: Stage, _ jobs: [String]) -> PipelineError {
        guard let limit else { preconditionFailure("there is no limit") }
        let error = limit.exceeded(by: used, stage, jobs)
        if let lastResort = surroundings.lastResort {
            Thread.detachNewThread { [memory = surroundings.memory] in
                while memory() < limit.bytes + limit.bytes / 2 { usleep(10_000) }
                lastResort(error)
            }
        }
        return error
    }
}

/// A stage's jobs, and what became of each so far; it outlives a stage that was stopped.
private final class StageWork<Value: Sendable>: Sendable {
    private let stage: Stage
    private let jobs: [Job<Value>]
    private let surroundings: Surroundings
    private let next = Atomic<Int>(0)
    private let isLeft = Atomic<Bool>(false)
    private let found = Mutex<[Int: Result<Value, any Error>]>([:])
    private let times = Mutex<[StageRecord.JobTime]>([])
    /// How many of the longest jobs are told.
    private static var told: Int { 5 }

    init(_ stage: Stage, _ jobs: [Job<Value>], _ surroundings: Surroundings) {
        (self.stage, self.jobs, self.surroundings) = (stage, jobs, surroundings)
    }

    /// Whether anybody does a job.
    var hasBegun: Bool { next.load(ordering: .relaxed) > 0 }

    /// The numbers of the jobs that are being done.
    var underWay: [Int] {
        let results = results
        return (0..<min(jobs.count, next.load(ordering: .relaxed))).filter { results[$0] == nil }
    }

    /// The jobs that took longest, the longest first.
    var longest: [StageRecord.JobTime] {
        let all = times.withLock { $0 }.sorted { a, b in
            a.milliseconds != b.milliseconds ? a.milliseconds > b.milliseconds : a.job < b.job
        }
        return Array(all.prefix(StageWork.told))
    }

    /// The results by the number of the job.
    var results: [Int: Result<Value, any Error>] { found.withLock { $0 } }

    /// Begins no further job.
    func leave() { isLeft.store(true, ordering: .relaxed) }

    /// Does one job after the other, as long as there are any that nobody does.
    func run() {
        while true {
            let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard index < jobs.count, !isLeft.load(ordering: .relaxed), surroundings.interruption() == nil else { return }
            let begin = surroundings.nanoseconds()
            let result = Result { try jobs[index].work() }
            let time = StageRecord.JobTime(
                job: jobs[index].name, milliseconds: StageRunner.milliseconds(surroundings.nanoseconds() - begin))
            times.withLock { $0.append(time) }
            let done = found.withLock {
                $0[index] = result
                return $0.count
            }
            if surroundings.interruption() == nil { surroundings.progress(stage, done, jobs.count) }
        }
    }
}
