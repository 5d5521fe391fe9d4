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
