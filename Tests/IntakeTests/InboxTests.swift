import CSV
import Facts
import Glibc
import Testing

@testable import Intake

@Suite struct InboxTests {
    private static let costs = "date,amount\n2026-01-01,1\n"

    @Test func `what is there and cannot be read ends the run with 74, and all of it is named`() throws {
        let inbox = TemporaryInbox(["spend.csv": Self.costs])
        symlink("/nowhere", inbox.path + "/usage.csv")
        symlink("ring", inbox.path + "/ring")
        inbox.write("leads.csv.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x4B])
        let error = try #require(inbox.failure())
        #expect(error.kind == .unreadable && error.kind.exitStatus == 74)
        #expect(Set(([error] + error.others).map(\.file)) == ["leads.csv.gz", "ring", "usage.csv"])
    }

    @Test func `what cannot be read goes before what follows from it`() throws {
        let inbox = TemporaryInbox(["spend.csv": "date,vendor\n2026-01-01,x\n"])
        symlink("/nowhere", inbox.path + "/usage.csv")
        let error = try #require(inbox.failure())
        #expect(error.file == "usage.csv" && error.others.map(\.file) == ["spend.csv"])
    }

    @Test func `names are any bytes, and different ones are different files`() throws {
        let inbox = TemporaryInbox()
        for (byte, amount) in [(UInt8(0xE9), 1), (0xE8, 2), (0x0A, 3)] {
            let path = FilePath(inbox.path).appending([99, byte, 115, 116, 115] + Array(".csv".utf8))
            let file = path.withCString { open($0, O_WRONLY | O_CREAT, 0o644) }
            let text = "date,amount,category\n2026-01-01,\(amount),x\n"
            #expect(write(file, text, text.utf8.count) == text.utf8.count)
            close(file)
        }
        let result = try inbox.intake { $0.rules[.spend, default: SourceRules()].patterns = ["c*sts.csv"] }
        #expect(result.files.map(\.file.path) == [#"c\x0Asts.csv"#, #"c\xE8sts.csv"#, #"c\xE9sts.csv"#])
        #expect(result.facts.spend?.amounts.sorted() == [100, 200, 300])
    }

    @Test func `a folder that leads back to itself is read once`() throws {
        let inbox = TemporaryInbox(["a/spend.csv": Self.costs])
        symlink("..", inbox.path + "/a/up")
        let result = try inbox.intake()
        #expect(result.files.map(\.file.path) == ["a/spend.csv"])
    }

    @Test func `a file that was written to since it was found is read as it is now`() throws {
        let inbox = TemporaryInbox(["spend.csv": Self.costs])
        let file = try #require(collect(inbox: inbox.path).first)
        inbox.write("spend.csv", "date,amount\n2026-01-01,1\n2026-01-02,2\n", modified: 1_700_000_001)
        let settings = IntakeSettings(inbox: inbox.path, asOf: Day("2026-11-15")!)
        let result = read(file, settings: settings)
        #expect(result.rows == 2 && result.file.sha256 != file.sha256 && result.failure == nil)
        #expect(try collect(inbox: inbox.path) == [result.file])
    }

    @Test func `a file that is gone since it was found is 74`() throws {
        let inbox = TemporaryInbox(["spend.csv": Self.costs])
        let file = try #require(collect(inbox: inbox.path).first)
        unlink(inbox.path + "/spend.csv")
        let result = read(file, settings: IntakeSettings(inbox: inbox.path, asOf: Day("2026-11-15")!))
        #expect(result.failure?.kind == .unreadable)
    }

    @Test(
        arguments: [
            ([0x61, 0x2E, 0x63], "a.c"), ([0xE7, 0xBA, 0xBF], "线"), ([0xFF, 0x61], #"\xFFa"#), ([0x1B, 0x5B], #"\x1B["#),
            ([0x5C, 0x61], #"\a"#), ([0x5C, 0x61, 0xFF], #"\\a\xFF"#), ([0x5C, 0x78, 0x46, 0x46], #"\\xFF"#),
            ([0xE7, 0xBA], #"\xE7\xBA"#), ([0xC0, 0x80, 0x62], #"\xC0\x80b"#),
        ] as [([UInt8], String)])
    func `a path as text is another one for every path`(_ bytes: [UInt8], _ text: String) {
        #expect(FilePath(bytes: bytes).text == text)
    }
}

@Suite struct LeftInInboxTests {
    private static let costs = "date,amount\n2026-01-01,1\n"

    @Test(arguments: [
        "spend.csv.part", "spend.csv.TMP", "~$spend.csv", "spend.csv.crdownload", "spend.filepart", "a/spend.partial",
    ])
    func `what its name says is still being written is left, and told`(_ name: String) throws {
        let inbox = TemporaryInbox(["spend.csv": Self.costs])
        inbox.write(name, "date,amount\n2026-01-02,2\n")
        let files = try collect(inbox: inbox.path)
        let left = try #require(files.first { $0.path == name })
        #expect(left.obstacle?.kind == .stillWritten && left.sha256.isEmpty)
        #expect(try inbox.intake().facts.spend?.amounts == [100])
    }

    @Test func `links out of the inbox are not followed, links in it are`() throws {
        let elsewhere = TemporaryInbox(["spend.csv": "date,amount\n2026-01-02,2\n", "f/usage.csv": "x\n"])
        let inbox = TemporaryInbox(["a/spend.csv": Self.costs])
        symlink(elsewhere.path + "/spend.csv", inbox.path + "/other spend.csv")
        symlink(elsewhere.path + "/f", inbox.path + "/folder")
        symlink("a/spend.csv", inbox.path + "/same spend.csv")
        let files = try collect(inbox: inbox.path)
        #expect(files.map(\.path) == ["a/spend.csv", "folder", "other spend.csv", "same spend.csv"])
        #expect(files.map { $0.obstacle?.kind } == [nil, .linkOutside, .linkOutside, nil])
        #expect(try inbox.intake().facts.spend?.amounts == [100])
        // The inbox itself may be a link.
        let link = elsewhere.path + "/inbox"
        symlink(inbox.path, link)
        #expect(try collect(inbox: link).map { $0.obstacle?.kind } == [nil, .linkOutside, .linkOutside, nil])
    }
}

@Suite struct OlderContentTests {
    /// What two contents of one path, the older first, come to.
    private func intake(_ name: String, _ older: String, _ newer: String, _ more: KeyValuePairs<String, String> = [:]) throws
        -> IntakeResult
    {
        let inbox = TemporaryInbox([name: older])
        let archive = TemporaryInbox()
        archive.write("kept", older)
        var old = try #require(collect(inbox: inbox.path).first)
        inbox.write(name, newer)
        for (other, text) in more { inbox.write(other, text) }
        old = InboxFile(
            path: old.path, location: FilePath(archive.path + "/kept"), size: old.size, sha256: old.sha256,
            modified: old.modified)
        old.arrived = 1
        (old.isGone, old.isReplaced) = (true, true)
        let settings = IntakeSettings(inbox: inbox.path, asOf: Day("2026-11-15")!)
        let files = try [old] + collect(inbox: inbox.path)
        return try assemble(files.map { read($0, settings: settings) }, settings: settings)
    }

    @Test func `rows with ids of an overwritten file stay until a newer one has them`() throws {
        let result = try intake(
            "leads.csv", "lead_id,created_at\nA,2026-01-01\nB,2026-01-02\nC,soon\n",
            "lead_id,created_at\nB,2026-02-02\nD,2026-01-04\n")
        #expect(result.leads.map { String($0.prefix(12)) } == ["A 2026-01-01", "B 2026-02-02", "D 2026-01-04"])
        // What was wrong in it was told when it was the newest.
        #expect(result.codes.isEmpty && result.rejected.isEmpty)
        #expect(result.files.map(\.replaced) == [2, 0])
    }

    @Test(arguments: ["spend.csv", "spend 2026-01-31.csv"])
    func `newer costs at the same path replace the older`(_ name: String) throws {
        let result = try intake(name, "date,amount\n2026-01-01,1\n2026-01-02,2\n", "date,amount\n2026-01-01,3\n")
        #expect(result.facts.spend?.amounts == [300])
    }

    @Test func `a mended row is of the content that has its line`() throws {
        let result = try intake(
            "leads.csv", "lead_id,created_at\nA,2026-01-01\nC,soon\n", "lead_id,created_at\nD,2026-01-04\nE,2026-01-05\n",
            ["mended.csv": "lead_id,created_at,gtm_file,gtm_line\nC,2026-01-03,leads.csv,3\n"])
        #expect(result.leads.map { String($0.prefix(12)) } == ["A 2026-01-01", "C 2026-01-03", "D 2026-01-04", "E 2026-01-05"])
        #expect(result.codes.isEmpty)
    }
}
