import Facts
import Synchronization
import Testing

@testable import Pipelines

@Suite struct StageRunnerTests {
    @Test func `results come in the order of the jobs, whatever ends first`() throws {
        let stages = StageRunner(Surroundings(workers: 4))
        let jobs = (0..<50).map { number in Job(name: "\(number)") { number * number } }
        #expect(try stages.run(.read, jobs, rows: { $0.count }) == (0..<50).map { $0 * $0 })
        #expect(stages.records.map(\.stage) == ["read"])
        #expect(stages.records[0].rows == 50)
        #expect(stages.records[0].jobs == 50)
    }

    @Test func `a failing job lets its siblings end, and every failure is named`() throws {
        let ended = Mutex(0)
        let jobs = (0..<10).map { number in
            Job(name: "job \(number)") {
                ended.withLock { $0 += 1 }
                if number == 2 { throw PipelineError(.noInput, "second") }
                if number == 7 { throw PipelineError(.dataError, "seventh") }
            }
        }
        let stages = StageRunner(Surroundings())
        let error = #expect(throws: PipelineError.self) { _ = try stages.run(.read, jobs) }
        #expect(ended.withLock { $0 } == 10)
        #expect(error?.message == "second\nseventh")
        #expect(error?.status == 65)
    }

    @Test func `an interruption stops between jobs`() throws {
        let ended = Mutex(0)
        let surroundings = Surroundings(interruption: { ended.withLock { $0 } >= 3 ? .terminated : nil }, workers: 1)
        let jobs = (0..<10).map { _ in Job(name: "") { ended.withLock { $0 += 1 } } }
        let error = #expect(throws: PipelineError.self) { _ = try StageRunner(surroundings).run(.read, jobs) }
        #expect(error?.status == 143)
        #expect(ended.withLock { $0 } == 3)
    }

    @Test func `what no module planned for is a defect`() throws {
        struct Odd: Error {}
        let error = #expect(throws: PipelineError.self) { try StageRunner(Surroundings()).run(.evaluate) { throw Odd() } }
        #expect(error?.status == 70)
    }
}

@Suite struct ZonesTests {
    @Test(arguments: [
        ("UTC", 0, 0), ("Asia/Shanghai", 28_800, 28_800), ("Europe/Berlin", 3600, 7200), ("America/New_York", -18_000, -14_400),
        ("+05:30", 19_800, 19_800), ("-03:00", -10_800, -10_800),
    ])
    func `zones have their winter and summer offsets`(_ name: String, _ winter: Int64, _ summer: Int64) throws {
        let zone = try #require(Zones.zone(name))
        #expect(zone.offset(at: 1_768_478_400) == winter)  // 2026-01-15
        #expect(zone.offset(at: 1_784_116_800) == summer)  // 2026-07-15
    }

    @Test func `unknown zones are refused`() {
        for name in ["Mars/Olympus", "", "+99:00", "CEST+1x"] { #expect(Zones.zone(name) == nil, "\(name)") }
    }
}
