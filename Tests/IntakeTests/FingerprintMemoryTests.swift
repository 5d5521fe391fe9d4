import Facts
import Glibc
import Testing

@testable import Intake

/// Files that are known again are not fingerprinted.
@Suite struct FingerprintMemoryTests {
    private struct Memory: FingerprintMemory {
        var known: [String: FileMarks]

        func sha256(path: String, _ marks: FileMarks) -> String? { known[path] == marks ? "of \(path)" : nil }
    }

    @Test func `a file is taken for what it was as long as nothing of it changed`() throws {
        let inbox = TemporaryInbox(["a.csv": "date,amount\n2026-01-01,1\n"])
        let first = try #require(collect(inbox: inbox.path).first)
        let memory = Memory(known: ["a.csv": try #require(first.marks)])
        func now() throws -> InboxFile { try #require(collect(inbox: inbox.path, fingerprints: memory).first) }
        #expect(try now().sha256 == "of a.csv" && now().size == first.size && now().modified == first.modified)
        #expect(first.sha256.count == 64)
        // The same size, and its time set back: the time of its last change tells.
        inbox.write("a.csv", "date,amount\n2026-01-01,2\n")
        let changed = try now()
        #expect(changed.sha256.count == 64 && changed.sha256 != first.sha256)
        #expect(changed.modified == first.modified && changed.size == first.size && changed.marks != first.marks)
        chmod(inbox.path + "/a.csv", 0o600)
        #expect(try now().sha256 == changed.sha256)
        rename(inbox.path + "/a.csv", inbox.path + "/b.csv")
        #expect(try now().sha256 == changed.sha256)
    }

    @Test func `what is known is not taken for kept where the archive lacks it`() throws {
        struct Nothing: InputKeeping {
            struct Content: KeptContent {
                func add(_ bytes: UnsafeRawBufferPointer) {}
                func finish(sha256: String) {}
            }
            func content(path: String, size: Int, modified: Int64) -> (any KeptContent)? { Content() }
            func content() -> any KeptContent { Content() }
            func isKept(_ sha256: String) -> Bool { false }
        }
        let inbox = TemporaryInbox(["a.csv": "date,amount\n2026-01-01,1\n"])
        let marks = try #require(collect(inbox: inbox.path).first?.marks)
        let file = try collect(inbox: inbox.path, keeper: Nothing(), fingerprints: Memory(known: ["a.csv": marks])).first
        #expect(file?.sha256.count == 64)
    }

    @Test func `a known file is loaded ahead, and kept once where it is not known`() throws {
        let (inbox, folder) = (TemporaryInbox(["spend.csv": "date,amount\n2026-01-01,1\n"]), TemporaryInbox())
        let first = try #require(collect(inbox: inbox.path).first)
        struct Known: FingerprintMemory {
            var file: InboxFile
            func sha256(path: String, _ marks: FileMarks) -> String? { marks == file.marks ? file.sha256 : nil }
        }
        for turn in 0..<2 {
            var settings = IntakeSettings(inbox: inbox.path, asOf: Day("2026-11-15")!, workers: 2)
            settings.fingerprints = turn == 0 ? nil : Known(file: first)
            settings.kept = KeptReadings(
                folder: folder.path, build: "1", use: .init(reads: true, writes: turn == 0), smallest: 0)
            let ahead = ReadAhead(settings)
            let file = try #require(
                collect(inbox: inbox.path, fingerprints: settings.fingerprints, workers: 2, ahead: ahead).first)
            let result = ahead.read(file)
            #expect(result.rows == 1 && result.file == first && settings.kept?.used.count == 1)
        }
    }
}
