import Foundation
import GRDB
import Seeded
import Testing

@testable import State

/// A state folder of a test's own, which goes with it.
final class TemporaryState {
    let folder = NSTemporaryDirectory() + "/gtm-state-" + UUID().uuidString

    init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var ledger: String { folder + "/gtm.sqlite" }

    /// A run that publishes what lies in the inbox at a time.
    @discardableResult
    func run(
        _ store: StateStore, at clock: Int64, asOf: String = "2026-11-15",
        _ files: [(path: String, content: String, modified: Int64)]
    ) throws -> RunNumber {
        let known = try store.arrivals(inbox: "inbox")
        let looked = try store.looked(inbox: "inbox")
        let number = try store.begin(
            RunStart(pipeline: "p", inbox: "inbox", asOf: asOf, period: "2026-W46", version: "1", setting: "{}"), clock: clock)
        let sightings = files.map { file in
            Sighting(
                path: file.path, sha256: file.content, size: 1, modified: file.modified,
                arrived: Arrival.arrived(
                    sha256: file.content, modified: file.modified, after: known.last { $0.path == file.path }, looked: looked,
                    now: number.time),
                source: "leads", rows: 1)
        }
        let publication = PublishedRun(
            folder: "f", edition: 1, metrics: PublishedRun.packed(Array("metric,value\n".utf8)), findings: [])
        try store.published(number.id, clock: clock + 1, publication, sightings: sightings)
        return number
    }
}

@Suite struct StateStoreTests {
    @Test func `what stood at a path is known for every time, also when it was overwritten or removed since`() throws {
        let state = try TemporaryState()
        let store = try StateStore(folder: state.folder)
        let first = try state.run(store, at: 1_000, [("a", "aa", 0), ("b", "bb", 0)])
        let second = try state.run(store, at: 2_000, [("a", "cc", 0)])
        func there(_ time: Int64?) throws -> [String] {
            try store.arrivals(inbox: "inbox", knownAt: time).filter { $0.gone == nil }.map { "\($0.path)=\($0.sha256)" }
        }
        #expect(try there(first.time) == ["a=aa", "b=bb"])
        #expect(try there(second.time - 1) == ["a=aa", "b=bb"])
        #expect(try there(second.time) == ["a=cc"])
        #expect(try there(nil) == ["a=cc"])
        #expect(try store.arrivals(inbox: "inbox").map(\.sha256) == ["aa", "bb", "cc"])
        #expect(try store.arrivals(inbox: "elsewhere").isEmpty)
    }

    @Test func `a file came when it was modified, but not before the inbox was last looked at and not after now`() throws {
        let state = try TemporaryState()
        let store = try StateStore(folder: state.folder)
        let first = try state.run(store, at: 10_000_000, [("old", "aa", 3), ("later", "bb", 12)])
        try state.run(store, at: 20_000_000, [("old", "aa", 3), ("copied", "cc", 1), ("new", "dd", 15)])
        try state.run(store, at: 30_000_000, [("old", "aa", 3), ("later", "bb", 12)])
        let arrived = try store.arrivals(inbox: "inbox").map { "\($0.path) \($0.arrived)" }
        #expect(
            arrived == [
                "old 3000000", "later \(first.time)", "copied \(first.time + 1)", "new 15000000",
                // What was away for a while is as old as it was.
                "later \(first.time)",
            ])
    }

    @Test func `a clock that was set back never makes the later run the earlier one`() throws {
        let state = try TemporaryState()
        let store = try StateStore(folder: state.folder)
        let first = try state.run(store, at: 2_000_000, [("a", "aa", 0)])
        let second = try state.run(store, at: 1_000, asOf: "2026-11-16", [("a", "bb", 0)])
        #expect(second.time > first.time)
        #expect(try store.arrivals(inbox: "inbox", knownAt: first.time).map(\.sha256) == ["aa"])
        #expect(try store.lastReport(of: "p", before: "2026-11-17")?.id == second.id)
    }

    @Test func `the last report is the newest of the latest earlier as-of date, and none that failed or was made again`() throws
    {
        let state = try TemporaryState()
        let store = try StateStore(folder: state.folder)
        let old = try state.run(store, at: 1_000, asOf: "2026-11-08", [("a", "aa", 0)])
        let same = try state.run(store, at: 2_000, asOf: "2026-11-08", [("a", "aa", 0)])
        let failed = try store.begin(
            RunStart(pipeline: "p", inbox: "inbox", asOf: "2026-11-09", period: "x", version: "1", setting: "{}"), clock: 3_000)
        try store.failed(failed.id, clock: 3_001, status: 66, message: "nothing new")
        #expect(try store.lastReport(of: "p", before: "2026-11-15")?.id == same.id)
        #expect(try store.lastReport(of: "p", before: "2026-11-15", knownAt: same.time)?.id == old.id)
        #expect(try store.lastReport(of: "p", before: "2026-11-08") == nil)
        #expect(try store.runs(pipeline: "p").map(\.status) == [66, 0, 0])
        #expect(try store.metrics(ofRun: same.id) == Array("metric,value\n".utf8))
    }

    @Test func `a retracted input is gone from then on, and comes back when that is undone`() throws {
        let state = try TemporaryState()
        let store = try StateStore(folder: state.folder)
        let run = try state.run(store, at: 1_000, [("a", "aabbcc", 0), ("b", "aaddee", 0)])
        #expect(try store.forget("aa", at: 2_000, erases: false).count == 2)
        #expect(try store.arrivals(inbox: "inbox").allSatisfy { $0.forgotten == nil })
        #expect(try store.forget("AABB", at: 2_000, erases: false).map(\.path) == ["a"])
        #expect(try store.arrivals(inbox: "inbox").map { $0.forgotten != nil } == [true, false])
        #expect(try store.arrivals(inbox: "inbox", knownAt: run.time).map { $0.forgotten != nil } == [false, false])
        _ = try store.remember("aabbcc")
        #expect(try store.arrivals(inbox: "inbox").allSatisfy { $0.forgotten == nil })
    }
}

@Suite struct BrokenStateTests {
    private func error(_ state: TemporaryState, _ work: (StateStore) throws -> Void = { _ in }) -> StateError? {
        do {
            try work(try StateStore(folder: state.folder))
            return nil
        } catch { return error as? StateError }
    }

    @Test func `a ledger of a newer version is refused, and left as it is`() throws {
        let state = try TemporaryState()
        _ = try StateStore(folder: state.folder)
        try DatabaseQueue(path: state.ledger).write { db in
            try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('of another year')")
        }
        let refused = try #require(error(state))
        #expect(refused.kind == .newer && refused.description.contains("newer version"))
        #expect(refused.message.contains(state.ledger))
    }

    @Test func `a damaged ledger is an error that says what to do, wherever the damage is`() throws {
        let state = try TemporaryState()
        let store = try StateStore(folder: state.folder)
        for number in 0..<40 {
            try state.run(store, at: Int64(number) * 1_000, (0..<5).map { ("path \(number) \($0)", "\(number)-\($0)", 0) })
        }
        _ = try DatabaseQueue(path: state.ledger).writeWithoutTransaction { try $0.checkpoint(.truncate) }
        let whole = try Data(contentsOf: URL(filePath: state.ledger))
        var found = 0
        var places = Seeded(2_026)
        for round in 0..<40 {
            var bytes = whole
            switch round {
            case 0: bytes = Data("not a database at all, but long enough to be read as one. ".utf8) + bytes.dropFirst(60)
            case 1: bytes = bytes.prefix(bytes.count / 2)
            case 2: bytes = Data()
            default:
                for _ in 0..<40 {
                    bytes[Int.random(in: 0..<bytes.count, using: &places)] = UInt8.random(in: 0...255, using: &places)
                }
            }
            for name in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: state.ledger + name) }
            try bytes.write(to: URL(filePath: state.ledger))
            let error = error(state) { store in
                _ = try store.inputs()
                _ = try store.runs()
                _ = try store.lastReport(of: "p", before: "2027-01-01").map { try store.metrics(ofRun: $0.id) }
                try state.run(store, at: 1, [("x", "y", 0)])
            }
            if let error {
                found += 1
                #expect(error.hint.contains("back-up") || error.kind != .damaged, "\(error)")
            }
        }
        #expect(found >= 2)
    }

    @Test func `a ledger that lost all its bytes is damaged, not new, where inputs are kept beside it`() throws {
        let state = try TemporaryState()
        try Data().write(to: URL(filePath: state.ledger))
        #expect(error(state) == nil)
        try Data().write(to: URL(filePath: state.ledger))
        try FileManager.default.createDirectory(atPath: state.folder + "/archive", withIntermediateDirectories: true)
        #expect(error(state)?.kind == .damaged)
    }

    @Test func `a ledger that another process keeps locked is said to be in use`() throws {
        let state = try TemporaryState()
        let store = try StateStore(folder: state.folder, patience: 0.1)
        let other = try DatabaseQueue(path: state.ledger)
        let error = try other.inDatabase { db in
            try db.execute(sql: "BEGIN IMMEDIATE")
            defer { try? db.execute(sql: "ROLLBACK") }
            return #expect(throws: StateError.self) { try state.run(store, at: 1, []) }
        }
        #expect(error?.kind == .busy)
    }

    @Test func `a folder that cannot be written is said to be so`() throws {
        let error = #expect(throws: StateError.self) { _ = try StateStore(folder: "/proc/nowhere") }
        #expect(error?.kind == .cannotWrite)
    }
}
