import Dispatch
import Glibc
import Synchronization
import Testing

@testable import Pipelines

@Suite struct MemoryLimitTests {
    @Test(arguments: [
        ("64MiB", 64 << 20), ("4GiB", 4 << 30), ("1.5 GiB", 3 << 29), ("2G", 2 << 30), ("500 MB", 500_000_000),
        ("536870912", 512 << 20), (" 512 mib ", 512 << 20), ("1TiB", 1 << 40), ("0.5g", 512 << 20),
    ])
    func `sizes are read as people write them`(_ text: String, _ bytes: Int) {
        #expect(MemoryLimit(text)?.bytes == bytes)
    }

    @Test(arguments: [
        "", "0", "-4GiB", "lots", "4", "63MiB", "4GiB4", "GiB", "1e9", "4,5GiB", "99999999999999999999GiB", "9999999TiB", "nan",
        "4 G B",
        "none", "٤GiB",
    ])
    func `what is no size is 78 and says how one is written`(_ text: String) {
        #expect(MemoryLimit(text) == nil)
        do throws(PipelineError) {
            _ = try Configuration.read(text: "inbox: inbox\nmemory_limit: '\(text)'\n", path: "p.yml") { _ in nil }
            if !text.isEmpty { Issue.record("\(text) is taken") }
        } catch {
            #expect(error.status == 78 && error.message.hasPrefix("p.yml:2") && error.message.contains("512MiB"))
        }
    }

    @Test func `a run may have 4 GiB where the pipeline does not say`() throws {
        #expect(try Configuration.read(text: "inbox: inbox\n", path: "p.yml") { _ in nil }.memoryLimit.bytes == 4 << 30)
    }

    @Test func `past the limit a stage ends at once and names its job`() throws {
        let isHeld = Mutex(true)
        let resident = Mutex(10 << 20)
        var surroundings = Surroundings(workers: 2)
        surroundings.memory = { resident.withLock { $0 } }
        let jobs = ["small.csv", "big.csv", "next.csv"].map { name in
            Job(name: name) {
                guard name == "big.csv" else { return }
                resident.withLock { $0 = 70 << 20 }
                while isHeld.withLock({ $0 }) { usleep(1000) }
            }
        }
        let stages = StageRunner(surroundings, limit: MemoryLimit(bytes: 64 << 20))
        let error = #expect(throws: PipelineError.self) { _ = try stages.run(.read, jobs) }
        isHeld.withLock { $0 = false }
        #expect(error?.status == 71)
        #expect(
            error?.message == "the run needs more memory than `memory_limit` allows: 70 MiB of 64 MiB, during read of big.csv")
        #expect(error?.hint.contains("export less") == true)
    }

    @Test func `what goes on using memory after that ends the process in the same words`() throws {
        let resident = Mutex(70 << 20)
        let ended = DispatchSemaphore(value: 0)
        var surroundings = Surroundings(workers: 2)
        surroundings.memory = { resident.withLock { $0 } }
        surroundings.lastResort = { if $0.status == 71 { ended.signal() } }
        let stages = StageRunner(surroundings, limit: MemoryLimit(bytes: 64 << 20))
        _ = #expect(throws: PipelineError.self) { _ = try stages.run(.rollUp) { usleep(200_000) } }
        #expect(ended.wait(timeout: .now() + .milliseconds(50)) == .timedOut)
        resident.withLock { $0 = 100 << 20 }
        #expect(ended.wait(timeout: .now() + .seconds(10)) == .success)
    }

    @Test(arguments: [(64 << 20, 1 << 20, true), (4 << 30, 1 << 30, false), (4 << 30, 3 << 30, true)])
    func `large tables lie in the state folder at once where the limit is low, else once half of it is used`(
        _ limit: Int, _ inUse: Int, _ isExpected: Bool
    ) throws {
        let asked = Mutex<[String]>([])
        var surroundings = Surroundings()
        surroundings.memory = { inUse }
        surroundings.spilling = Spilling(
            begin: { folder, allowed in asked.withLock { $0 = [folder, "\(allowed)"] } }, letGo: {})
        let stages = StageRunner(surroundings, limit: MemoryLimit(bytes: limit), spillingTo: "state")
        #expect(try stages.run(.read) { 1 } == 1)
        #expect(asked.withLock { $0 } == (isExpected ? ["state", "\(limit / 8)"] : []))
    }

    @Test func `what is being put in place is not stopped`() throws {
        var surroundings = Surroundings()
        surroundings.memory = { 1 << 40 }
        #expect(try StageRunner(surroundings, limit: .usual).run(.publish) { 1 } == 1)
    }
}
