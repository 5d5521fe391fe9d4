import Engines
import Foundation
import Glibc
import Testing

@Suite struct LaunchTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "gtm-launch-\(UUID().uuidString)").path

    /// Runs a script of the shell as an engine; gives why it failed, nil where it did not.
    private func run(_ shell: String, limit: Int = 20, marks: [String] = ["_SUCCESS"], isOver: () -> Bool = { false }) throws
        -> EngineError?
    {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        do throws(EngineError) {
            try Launch(words: ["sh", "-c", shell, "{sql}", "{work}"], limit: limit).run(
                script: "leads.sql", folder: folder, marks: marks, errors: folder + "/errors.txt", isOver: isOver)
            return nil
        } catch {
            return error
        }
    }

    @Test func `an answer counts with status 0 and every mark only`() throws {
        #expect(try run("touch \(folder)/_SUCCESS") == nil)
        let error = try #require(try run("touch \(folder)/one/_SUCCESS; exit 0", marks: ["one/_SUCCESS"]))
        #expect(error.message.contains("its answer is not whole: one/_SUCCESS is not in"))
        #expect(try run("touch \(folder)/_SUCCESS; exit 1")?.message.contains("ended with status 1") == true)
    }

    @Test func `what a program leaves where it runs is in the folder of answers`() throws {
        #expect(try run("touch metastore && touch _SUCCESS", marks: ["metastore"]) == nil)
    }

    @Test func `what is wrong is the coded line of standard error`() throws {
        let error = try #require(
            try run(
                "echo 'WARN Utils: your hostname' >&2; echo 'Error in query: [TABLE_OR_VIEW_NOT_FOUND] no x.' >&2; echo 'Verify it. SQLSTATE: 42P01; line 1' >&2; echo '  at org.apache' >&2; exit 1"
            ))
        #expect(error.message == "sh ended with status 1: [TABLE_OR_VIEW_NOT_FOUND] no x. Verify it. SQLSTATE: 42P01; line 1")
    }

    @Test func `a program that is not there is told with what to install`() throws {
        let launch = Launch(words: ["gtm-no-such-engine"], limit: 5)
        #expect {
            let errors = FileManager.default.temporaryDirectory.appending(path: "gtm-errors-\(UUID().uuidString)").path
            defer { try? FileManager.default.removeItem(atPath: errors) }
            try launch.run(script: "a", folder: "/tmp", marks: [], errors: errors) { false }
        } throws: { error in
            let error = error as? EngineError
            return error?.kind == .setting && error?.hint.contains("pip install duckdb-cli") == true
        }
    }

    @Test func `at the limit all that the program began is ended`() throws {
        let mark = "gtm-child-\(UUID().uuidString)"
        let begin = Date()
        let error = try #require(try run("sh -c 'trap \"\" TERM; sleep 60; : \(mark)' & sleep 60", limit: 1))
        #expect(error.message.contains("did not end within 1 s"))
        #expect(Date().timeIntervalSince(begin) < 15)
        #expect(!isRunning(mark))
    }

    @Test func `a program that ends by itself leaves no watcher behind`() throws {
        let mark = "gtm-child-\(UUID().uuidString)"
        #expect(try run("touch _SUCCESS; : \(mark)") == nil)
        #expect(!isRunning(mark) && !isRunning(folder))
    }

    @Test func `a run that is told to end ends the engine`() throws {
        let error = try #require(try run("sleep 60") { true })
        #expect(error.kind == .interrupted)
    }

    /// Whether a process has a text among its arguments.
    private func isRunning(_ text: String) -> Bool {
        usleep(200_000)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.filter { Int($0) != nil }.contains { name in
            let arguments = FileManager.default.contents(atPath: "/proc/\(name)/cmdline") ?? Data()
            return String(decoding: arguments, as: UTF8.self).contains(text)
        }
    }
}
