import Facts
import Foundation
import Glibc
import Languages
import Seeded
import Testing

@testable import Intake
@testable import Pipelines
@testable import State

/// A run that remembers what it read publishes what one publishes that reads everything anew.
@Suite struct KeptRunTests {
    @Test(arguments: 1...4)
    func `whatever is dropped, corrected, touched, removed, forgotten, set or damaged`(_ seed: Int) throws {
        let twins = try Twins(seed)
        for name in ["leads.csv", "subscriptions.csv", "spend.csv", "opportunities.csv"] { _ = try twins.drop(name, "") }
        try twins.expectSame("first")
        var story: [String] = []
        for _ in 0..<7 {
            for _ in 0..<(1 + twins.random.next(2)) { story.append(try twins.happens()) }
            try twins.expectSame("seed \(seed): \(story.joined(separator: "; "))")
        }
        #expect(!Files.names(in: twins.readings).contains { $0.hasPrefix(".new-") && $0.contains("~99999999") })
    }

    // MARK: What is remembered

    /// One pipeline with two files.
    private final class One {
        let folder = NSTemporaryDirectory() + "/gtm-kept-" + UUID().uuidString
        var clock = Int64(Date().timeIntervalSince1970 * 1_000_000) + 3_600_000_000
        var more = ""

        init() throws {
            try FileManager.default.createDirectory(atPath: folder + "/inbox", withIntermediateDirectories: true)
            try write("leads.csv", "lead_id,created_at,won_at\n" + (1...50).map { "L\($0),2026-10-01,\n" }.joined())
            try write("spend.csv", "date,amount\n2026-10-01,5\n2026-10-02,7\n")
        }

        deinit { try? FileManager.default.removeItem(atPath: folder) }

        func write(_ name: String, _ text: String) throws {
            try text.write(toFile: "\(folder)/inbox/\(name)", atomically: true, encoding: .utf8)
        }

        var readings: [String] { Files.names(in: folder + "/.gtm/readings") }
        var store: StateStore { get throws { try #require(try StateStore.existing(folder + "/.gtm")) } }

        func configuration() throws -> Configuration {
            try "grain: month\nperiods: 2\ninbox: inbox\n\(more)".write(
                toFile: folder + "/p.yml", atomically: true, encoding: .utf8)
            return try Configuration.read(folder + "/p.yml")
        }

        @discardableResult
        func run(smallest: Int = 0, spare: Int = 0, isAnew: Bool = false) throws -> Published {
            clock += 60_000_000
            let time = clock
            var surroundings = Surroundings(clock: { time }, runID: "run", workers: 2)
            (surroundings.smallestKept, surroundings.spareRoom) = (smallest, spare)
            var run = Run(try configuration(), asOf: Day("2026-11-15")!, surroundings: surroundings)
            run.isAnew = isAnew
            return try run.publish()
        }
    }

    @Test func `each file has one reading, which goes with its content, with other settings in time, and with another build`()
        throws
    {
        let one = try One()
        try one.run()
        let first = one.readings
        #expect(first.count == 2)
        try one.run()
        #expect(one.readings == first)
        try one.write("spend.csv", "date,amount\n2026-10-01,6\n")
        try one.run()
        // The older content is in the archive, and counts or not; the new one has its own.
        #expect(one.readings.count == 3)
        for locale in ["de", "fr", "es"] {
            one.more = "locale: \(locale)\n"
            try one.run()
        }
        #expect(one.readings.count == 6)
        let folder = one.folder + "/.gtm/readings"
        for name in one.readings {
            rename("\(folder)/\(name)", "\(folder)/" + name.replacing(/-[0-9a-f]{8}-/, with: "-00000000-"))
        }
        try "not a reading".write(toFile: folder + "/notes.txt", atomically: true, encoding: .utf8)
        try one.run()
        #expect(one.readings.count == 4 && one.readings.contains("notes.txt"))
    }

    @Test func `a run that is told to, or whose pipeline says so, remembers nothing`() throws {
        let one = try One()
        one.more = "remember: {readings: no}\n"
        try one.run()
        #expect(one.readings.isEmpty)
        one.more = ""
        try one.run()
        let name = try #require(one.readings.first)
        let path = one.folder + "/.gtm/readings/" + name
        try Data("x".utf8).write(to: URL(filePath: path))
        let published = try one.run(isAnew: true)
        // It was not even looked at, and is written anew.
        #expect(!published.notices.contains { $0.parts["code"] == "damaged-reading" } && Files.size(path) > 100)
        try Data("x".utf8).write(to: URL(filePath: path))
        #expect(try one.run().notices.contains { $0.parts["code"] == "damaged-reading" })
        #expect(Files.size(path) > 100)
    }

    @Test func `small files are read, and a full disk is no failure`() throws {
        let one = try One()
        try one.run(smallest: KeptReadings.usualSmallest)
        #expect(one.readings.isEmpty)
        let published = try one.run(spare: Int.max)
        #expect(published.notices.count { $0.parts["code"] == "reading-not-kept" } == 1 && one.readings.isEmpty)
        let record = try #require(RunRecord(json: Files.bytes(published.folder + "/run.json") ?? []))
        #expect(!record.findings.contains { $0.code.contains("reading") })
    }

    @Test func `a fingerprint is believed of what was not touched for a while before it was taken, and of nothing else`() {
        let marks = FileMarks(device: 1, number: UInt64.max, size: 3, modified: 5_000_000_000, changed: 6_000_000_000)
        func known(_ taken: Int64, _ change: (inout FileMarks) -> Void = { _ in }) -> String? {
            let file = RememberedFile(
                path: "a", sha256: "x", size: 3, device: 1, number: UInt64.max, modified: 5_000_000_000, changed: 6_000_000_000,
                taken: taken)
            var now = marks
            change(&now)
            return KnownFingerprints([file]).sha256(path: "a", now)
        }
        let late = 6_000_000 + KnownFingerprints.margin + 1
        #expect(known(late) == "x" && known(late - 1) == nil && known(0) == nil && known(Int64.min + 20_000_000) == nil)
        #expect(
            known(late) { $0.device = 2 } == nil && known(late) { $0.number = 2 } == nil && known(late) { $0.size = 4 } == nil)
        #expect(known(late) { $0.modified += 1 } == nil && known(late) { $0.changed += 1 } == nil)
        #expect(KnownFingerprints([]).sha256(path: "a", marks) == nil)
    }

    @Test func `the ledger remembers what a run fingerprinted, and the next takes it from there`() throws {
        let one = try One()
        try one.run()
        let place = InboxPlace.place(of: one.folder + "/inbox", from: one.folder + "/.gtm")
        let known = try one.store.remembered(inbox: place)
        #expect(known.map(\.path) == ["leads.csv", "spend.csv"] && known.allSatisfy { $0.sha256.utf8.count == 64 })
        let ledger = try Ledger(one.configuration(), writes: false, knownAt: nil)
        let fingerprints = try ledger.fingerprints()
        let files = try collect(inbox: one.folder + "/inbox")
        #expect(files.allSatisfy { fingerprints.sha256(path: $0.path, $0.marks!) == $0.sha256 })
        unlink(one.folder + "/inbox/spend.csv")
        try one.run()
        #expect(try one.store.remembered(inbox: place).map(\.path) == ["leads.csv"])
    }

    @Test func `what is retracted has no reading left, and what is let count again is read`() throws {
        let one = try One()
        try one.run()
        let sha256 = try #require(try one.store.inputs().map(\.arrival).first { $0.path == "spend.csv" }?.sha256)
        let list = try InputList(state: one.folder + "/.gtm")
        _ = try list.forget(sha256, undo: false, erases: false, clock: one.clock)
        #expect(one.readings.count == 1 && !KeptReadings.isReading(one.readings[0], of: sha256))
        try one.run()
        #expect(one.readings.count == 1)
        _ = try list.forget(sha256, undo: true, erases: false, clock: one.clock)
        try one.run()
        #expect(one.readings.count == 2)
    }
}
