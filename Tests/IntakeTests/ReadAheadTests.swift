import Facts
import Glibc
import Testing

@testable import Intake

@Suite struct ReadAheadTests {
    private static let costs = "date,amount\n2026-01-01,1\n"

    private func settings(_ inbox: TemporaryInbox) -> IntakeSettings {
        IntakeSettings(inbox: inbox.path, asOf: Day("2026-11-15")!, workers: 2)
    }

    @Test func `files that are read while they are fingerprinted hold what they hold`() throws {
        let inbox = TemporaryInbox(["spend.csv": Self.costs, "old/leads.csv": "lead_id,created_at\nL1,2026-01-02\nL2,never\n"])
        let settings = settings(inbox)
        let ahead = ReadAhead(settings)
        let files = try collect(inbox: inbox.path, workers: 2, ahead: ahead)
        #expect(files.map(\.sha256.isEmpty) == [false, false])
        for file in files {
            let (one, other) = (ahead.read(file), read(file, settings: settings))
            #expect(one.file == file && one.rows == other.rows && one.findings == other.findings)
            #expect(one.rejects.map(\.cells) == other.rejects.map(\.cells))
        }
    }

    @Test func `a file that was written to since it was read ahead is read as it is now`() throws {
        let inbox = TemporaryInbox(["spend.csv": Self.costs])
        let ahead = ReadAhead(settings(inbox))
        let file = try #require(collect(inbox: inbox.path, workers: 2, ahead: ahead).first)
        inbox.write("spend.csv", "date,amount\n2026-01-01,1\n2026-01-02,2\n", modified: 1_700_000_001)
        let result = ahead.read(file)
        #expect(result.rows == 2 && result.file.sha256 != file.sha256 && result.failure == nil)
    }

    @Test func `a file that was written to before it was fingerprinted is not what was read ahead`() throws {
        let inbox = TemporaryInbox(["spend.csv": Self.costs])
        let ahead = ReadAhead(settings(inbox))
        _ = try collect(inbox: inbox.path, workers: 2, ahead: ahead)
        inbox.write("spend.csv", "date,amount\n2026-01-01,1\n2026-01-02,2\n", modified: 1_700_000_001)
        let file = try #require(collect(inbox: inbox.path).first)
        let result = ahead.read(file)
        #expect(result.rows == 2 && result.file == file)
    }
}
