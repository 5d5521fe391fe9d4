import Foundation
import Glibc

/// Starts an engine's program with a script, and waits for its answer.
///
/// The program leads a process group of its own, which is ended whole: at the time limit, when the run is told to end, and after the
/// program's own end, so that nothing of it goes on. A watcher in the group ends it where this process is killed. An answer counts only
/// where the program ended with status 0 and every mark is there.
public struct Launch: Sendable {
    /// The program and its arguments, in which `{sql}` stands for the script's path and `{work}` for the folder of answers.
    public var words: [String]
    /// The most seconds that it may take.
    public var limit: Int

    /// A program; see the properties.
    public init(words: [String], limit: Int) { (self.words, self.limit) = (words, limit) }

    /// How much of its standard error is kept: the end of it.
    static let keptError = 1 << 16

    /// Runs a script.
    ///
    /// - Parameters:
    ///   - script: The path of the script.
    ///   - folder: The folder of answers.
    ///   - marks: Files in it that are there once everything is.
    ///   - errors: A file that standard error goes to.
    ///   - isOver: Asked now and then whether to give up.
    public func run(
        script: String, folder: String, marks: [String], errors: String, isOver: () -> Bool
    ) throws(EngineError) {
        let arguments = words.map {
            $0.replacingOccurrences(of: "{sql}", with: script).replacingOccurrences(of: "{work}", with: folder)
        }
        let (process, sign) = try start(arguments, errors, in: folder)
        defer { close(sign) }
        let ending = try finish(process, isOver)
        let said = Launch.tail(of: errors)
        switch ending {
        case .over: throw EngineError(.interrupted, "the engine was ended, as the run was", hint: "")
        case .late:
            throw EngineError(
                .failed, "the engine did not end within \(limit) s, and was ended\(Launch.last(said))",
                hint:
                    "see whether the cluster has room for it (an application without executors waits for ever), or raise `limit:`"
            )
        case .killed(let signal):
            throw EngineError(
                .failed, "\(arguments[0]) was killed by signal \(signal)\(Launch.last(said))",
                hint: signal == SIGKILL ? "mostly for want of memory: see the system's log" : "")
        // `env` says so where it does not find what it is to start, or may not.
        case .ended(127) where said.hasPrefix("env: "): throw Launch.missing(arguments[0], ENOENT)
        case .ended(126) where said.hasPrefix("env: "): throw Launch.missing(arguments[0], EACCES)
        case .ended(let status):
            guard status == 0 else {
                throw EngineError(
                    .failed, "\(arguments[0]) ended with status \(status): \(Launch.cause(said))", hint: Launch.advice(said))
            }
        }
        for mark in marks where access(folder + "/" + mark, F_OK) != 0 {
            throw EngineError(
                .failed, "the engine ended well, but its answer is not whole: \(mark) is not in \(folder)\(Launch.last(said))",
                hint: "see that `launch:` runs the script `{sql}`, and that the folder `work:` names is the same for the engine"
            )
        }
    }

    private enum Ending { case ended(Int32), killed(Int32), late, over }

    private static func missing(_ program: String, _ number: Int32) -> EngineError {
        EngineError(
            .setting, "\(program) cannot be started: \(String(cString: strerror(number)))",
            hint:
                "install it (DuckDB: pip install duckdb-cli; Spark: pip install pyspark, with Java 17), or name it by its whole path "
                + "in `launch:`")
    }

    /// Becomes the program, in a folder, with a watcher beside it that nobody waits for. Its third descriptor ends when this process does,
    /// however that is; then the group is asked to end, and made to after two seconds.
    private static let starting =
        "( ( trap '' TERM; read -r over; kill -TERM 0; sleep 2; kill -KILL 0 ) <&3 >/dev/null 2>&1 & ); exec 3<&-; exec env -C \"$@\""

    /// Starts the program in the folder of answers: what it leaves behind where it runs, as Spark does its catalogue, goes with that.
    ///
    /// - Returns: The process, and a descriptor to be closed after it, which nobody else has.
    private func start(
        _ arguments: [String], _ errors: String, in folder: String
    ) throws(EngineError) -> (process: pid_t, sign: Int32) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            throw EngineError(
                .failed, "the engine cannot be started: \(String(cString: strerror(errno)))",
                hint: "see how many files may be open at once: `ulimit -n`")
        }
        // Above those that the program is given, and not for others that are started.
        ends = ends.map { end in
            defer { close(end) }
            return fcntl(end, F_DUPFD_CLOEXEC, 10)
        }
        defer { close(ends[0]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_adddup2(&actions, ends[0], 3)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        posix_spawnattr_setpgroup(&attributes, 0)
        let words = ["sh", "-c", Launch.starting, "sh", folder] + arguments
        var list: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { list.forEach { free($0) } }
        var process = pid_t()
        let failure = posix_spawnp(&process, words[0], &actions, &attributes, &list, environ)
        guard failure == 0 else {
            close(ends[1])
            throw Launch.missing(words[0], failure)
        }
        return (process, ends[1])
    }

    private func finish(_ process: pid_t, _ isOver: () -> Bool) throws(EngineError) -> Ending {
        var status: Int32 = 0
        for _ in 0..<limit * 20 {
            if waitpid(process, &status, WNOHANG) == process {
                kill(-process, SIGKILL)
                return status & 0x7F == 0 ? .ended((status >> 8) & 0xFF) : .killed(status & 0x7F)
            }
            if isOver() {
                end(process)
                return .over
            }
            usleep(50_000)
        }
        end(process)
        return .late
    }

    /// Ends the whole group: asked first, so that a cluster learns of it, and made to after two seconds.
    private func end(_ process: pid_t) {
        var status: Int32 = 0
        kill(-process, SIGTERM)
        for _ in 0..<40 {
            if waitpid(process, &status, WNOHANG) == process {
                kill(-process, SIGKILL)
                return
            }
            usleep(50_000)
        }
        kill(-process, SIGKILL)
        waitpid(process, &status, 0)
    }

    // MARK: What it said

    /// The end of what it wrote to standard error.
    private static func tail(of path: String) -> String {
        guard let file = FileHandle(forReadingAtPath: path) else { return "" }
        defer { try? file.close() }
        let size = (try? file.seekToEnd()) ?? 0
        try? file.seek(toOffset: size > UInt64(keptError) ? size - UInt64(keptError) : 0)
        return String(decoding: (try? file.readToEnd()) ?? Data(), as: UTF8.self)
    }

    /// The line that says why: Spark's `[CODE] … SQLSTATE: …`, else the first that speaks of an error, else the last.
    static func cause(_ said: String) -> String {
        let lines = said.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }.filter {
            !$0.isEmpty
        }
        // The message may go on for some lines before its state.
        let coded = lines.indices.first { place in
            code(in: lines[place]) != nil && lines[place...].prefix(4).contains { $0.contains("SQLSTATE") }
        }
        let found =
            coded.map { place in
                let last = lines[place...].firstIndex { $0.contains("SQLSTATE") } ?? place
                let text = lines[place...last].joined(separator: " ")
                return String(text[(code(in: text) ?? text.startIndex)...])
            } ?? lines.first { $0.contains("Error:") }
            ?? lines.last { $0.contains("ERROR") || $0.contains("Exception") } ?? lines.last ?? "it said nothing"
        return found.count > 600 ? found.prefix(600) + "…" : found
    }

    /// Where a code such as `[PATH_NOT_FOUND]` begins in a line; nil where there is none.
    private static func code(in line: String) -> String.Index? {
        line.firstRange(of: /\[[A-Z][A-Z0-9_.]+\]/)?.lowerBound
    }

    private static func last(_ said: String) -> String {
        said.isEmpty ? "" : "; it said last: \(cause(said))"
    }

    private static func advice(_ said: String) -> String {
        if said.contains("PATH_NOT_FOUND") || said.contains("No files found") {
            return
                "the engine does not see the files of the inbox: its folder must be at the same path on all machines of the cluster"
        }
        if said.contains("All masters are unresponsive") || said.contains("Failed to connect to master") {
            return "the master in `launch:` does not answer: see that it runs, and that its address is right"
        }
        if said.contains("Permission denied") || said.contains("Mkdirs failed") || said.contains("Cannot open file") {
            return "the engine may not write to the folder that `work:` names, or not read the inbox"
        }
        return "try it with `gtm doctor`, or the command of `launch:` by hand; `engine: {kind: local}` reads the leads here"
    }
}
