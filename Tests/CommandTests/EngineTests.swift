import Foundation
import Testing

/// Leads counted by an engine of the company's own: what is refused, and what stands when it fails. That its numbers are the same as
/// those of the program itself is `make test-engines`.
@Suite struct EngineTests {
    private static let pipeline = "company: Test\ngrain: month\nperiods: 3\ninbox: inbox\n"

    /// A company whose leads an engine is to count, by a script of the shell.
    private func company(_ shell: String, limit: String = "20s") throws -> Workspace {
        try Workspace.company(
            pipeline: EngineTests.pipeline
                + "engine: {kind: duckdb, launch: [sh, -c, '\(shell)', \"{sql}\", \"{work}\"], limit: \(limit)}\n")
    }

    private func run(_ company: Workspace) throws -> Program.Outcome {
        try Program.run(["run", "p.yml", "--as-of", "2026-04-10"], in: company.folder)
    }

    @Test func `an engine that fails ends the run, says why, and leaves the last report standing`() throws {
        let company = try company("echo \"[PATH_NOT_FOUND] Path does not exist. SQLSTATE: 42K03\" >&2; exit 3")
        try company.write(EngineTests.pipeline, "local.yml")
        let first = try Program.run(["run", "local.yml", "--as-of", "2026-03-10", "--reports", "reports"], in: company.folder)
        #expect(first.status == 0, "\(first.errors)")
        let outcome = try run(company)
        #expect(outcome.status == 74)
        #expect(
            outcome.errors.contains("engine: sh ended with status 3: [PATH_NOT_FOUND] Path does not exist. SQLSTATE: 42K03"))
        #expect(outcome.errors.contains("hint: the engine does not see the files of the inbox"))
        #expect(company.exists("reports/local/latest/metrics.csv"))
        #expect(!company.exists("reports/p/latest"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: company.path(".gtm/engine")).isEmpty)
    }

    @Test func `an engine that never ends is ended at its limit`() throws {
        let outcome = try run(company("sleep 600", limit: "1s"))
        #expect(outcome.status == 74)
        #expect(outcome.errors.contains("the engine did not end within 1 s, and was ended"))
    }

    @Test func `an engine that says nothing and answers nothing is not believed`() throws {
        let outcome = try run(company("exit 0"))
        #expect(outcome.status == 74)
        #expect(outcome.errors.contains("the engine ended well, but its answer is not whole"))
    }

    @Test func `a program that is not installed is a matter of the pipeline's file`() throws {
        let company = try Workspace.company(
            pipeline: EngineTests.pipeline + "engine: {kind: spark, launch: [no-such-spark, -f, \"{sql}\"]}\n")
        let outcome = try run(company)
        #expect(outcome.status == 78)
        #expect(outcome.errors.contains("no-such-spark cannot be started: No such file or directory"))
        #expect(outcome.errors.contains("pip install pyspark, with Java 17"))
    }

    @Test func `settings that cannot work are refused with their line`() throws {
        for (engine, message) in [
            ("{kind: sparc}", "`kind` takes one of duckdb, local, spark; found `sparc`"),
            ("{kind: spark}", "`launch` of `engine` is missing"),
            ("{kind: spark, launch: [spark-sql]}", "`launch` does not say where the script goes"),
            (
                "{kind: spark, launch: [a, \"{sql}\"], work: \"hdfs://h/gtm\"}",
                "`work` is no folder of this machine: `hdfs://h/gtm`"
            ),
            ("{kind: spark, launch: [a, \"{sql}\"], limit: soon}", "`limit` takes a time from 1s to 24h"),
            ("{kind: local, limit: 5m}", "`engine` of kind local has no further keys"),
        ] {
            let company = try Workspace.company(pipeline: EngineTests.pipeline + "engine: \(engine)\n")
            let outcome = try run(company)
            #expect(outcome.status == 78, "\(engine)")
            #expect(outcome.errors.contains(message) && outcome.errors.contains("p.yml:5"), "\(outcome.errors)")
        }
    }

    @Test func `files that an engine would read otherwise are refused, with what to do`() throws {
        let cases: [(file: String, text: String, message: String)] = [
            (
                "leads.csv", "Leads of March\n\nlead_id,created_at\nL1,2026-02-01\nL2,2026-02-04\n",
                "names of its columns are not in the first line"
            ),
            (
                "leads.csv", "lead_id,created_at,stage,close_date\nL1,2026-02-01,Closed Won,2026-03-01\nL2,2026-02-04,Open,\n",
                "is made of other columns"
            ),
            ("leads.csv", "lead_id,created_at,amount (k)\nL1,2026-02-01,5\nL2,2026-02-04,6\n", "says what its amounts are in"),
            (
                "leads.csv", "gtm_file,gtm_line,lead_id,created_at\nold.csv,2,L1,2026-02-01\nold.csv,3,L2,2026-02-04\n",
                "its rows mend those of other files"
            ),
        ]
        for (file, text, message) in cases {
            let company = try company("exit 0")
            try company.write(text, "inbox/\(file)")
            let outcome = try run(company)
            #expect(outcome.status == 65, "\(outcome.errors)")
            #expect(outcome.errors.contains("[not-for-engine]") && outcome.errors.contains(message), "\(outcome.errors)")
            #expect(outcome.errors.contains("or read leads here: `engine: {kind: local}`"))
        }
    }

    @Test func `a run that is killed leaves no engine behind`() throws {
        let mark = "gtm-child-\(UUID().uuidString)"
        let company = try company("sleep 300; : \(mark)", limit: "5m")
        let program = Process()
        program.executableURL = URL(filePath: Program.path)
        program.arguments = ["run", "p.yml", "--as-of", "2026-04-10", "--quiet"]
        program.currentDirectoryURL = URL(filePath: company.folder)
        try program.run()
        #expect(comes { EngineTests.isRunning(mark) })
        kill(program.processIdentifier, SIGKILL)
        program.waitUntilExit()
        #expect(comes { !EngineTests.isRunning(mark) })
    }

    private func comes(_ condition: () -> Bool) -> Bool {
        for _ in 0..<300 {
            if condition() { return true }
            usleep(100_000)
        }
        return false
    }

    /// Whether a process other than gtm has a text among its arguments, and has not ended.
    private static func isRunning(_ text: String) -> Bool {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.filter { Int($0) != nil }.contains { name in
            let arguments = FileManager.default.contents(atPath: "/proc/\(name)/cmdline") ?? Data()
            return String(decoding: arguments, as: UTF8.self).contains(text)
        }
    }

    @Test func `doctor says of an engine that it is missing, fails, answers elsewhere or takes too long`() throws {
        func doctor(_ launch: String, _ more: String = "") throws -> Program.Outcome {
            let company = try Workspace.company(
                pipeline: EngineTests.pipeline + "engine: {kind: duckdb, launch: \(launch)\(more)}\n")
            defer { #expect(!company.exists(".gtm")) }
            return try Program.run(["doctor", "p.yml"], in: company.folder)
        }
        for (launch, more, status, message) in [
            ("[no-such-engine, \"{sql}\"]", "", 78, "no-such-engine cannot be started: No such file or directory"),
            ("[sh, -c, 'echo \"ERROR no room\" >&2; exit 3', \"{sql}\"]", "", 74, "sh ended with status 3: ERROR no room"),
            ("[sh, -c, 'exit 0', \"{sql}\"]", "", 74, "its answer is not whole"),
            ("[sh, -c, 'touch _SUCCESS; echo other > trial.csv', \"{sql}\"]", "", 74, "did not answer what was asked"),
            ("[sh, -c, 'sleep 300', \"{sql}\"]", ", limit: 1s", 74, "the engine did not end within 1 s"),
            ("[sh, -c, 'exit 0', \"{sql}\"]", ", work: p.yml/work", 73, "p.yml/work"),
        ] {
            let outcome = try doctor(launch, more)
            #expect(outcome.status == Int32(status), "\(launch): \(outcome.errors)")
            #expect(outcome.output.contains("WRONG  engine"), "\(outcome.output)")
            #expect(outcome.errors.contains(message) && outcome.errors.contains("hint: "), "\(outcome.errors)")
        }
        let sees = try doctor("[sh, -c, 'cp keys.csv trial.csv; sed -i \"1i key\" trial.csv; touch _SUCCESS', \"{sql}\"]")
        #expect(sees.status == 0 && sees.output.contains("ok     engine"), "\(sees.output)\(sees.errors)")
    }

    /// DuckDB's program, where `make test-engines` has installed it.
    private static let duckdb = Program.repository + "/.build/duckdb/python/duckdb_cli/duckdb"

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: duckdb)))
    func `doctor tries DuckDB, and rows behind a number are shown of those that it has counted`() throws {
        let company = try Workspace.company(
            pipeline: EngineTests.pipeline + "engine: {kind: duckdb, launch: [\(EngineTests.duckdb), -bail, -f, \"{sql}\"]}\n")
        try company.write(EngineTests.pipeline + "pipeline: p\n", "local.yml")
        let doctor = try Program.run(["doctor", "p.yml"], in: company.folder)
        #expect(doctor.status == 0 && doctor.output.contains("ok     engine"), "\(doctor.output)\(doctor.errors)")
        for metric in ["leads", "won_amount", "open_opportunities", "arr_closing"] {
            for rows in [[], ["--rows"]] {
                let outcomes = try ["p.yml", "local.yml"].map { pipeline in
                    try Program.run(
                        ["explain", metric, pipeline, "--as-of", "2026-04-10", "--period", "2026-02"] + rows, in: company.folder
                    )
                }
                #expect(outcomes[0].status == 0, "\(outcomes[0].errors)")
                #expect(outcomes[0].output == outcomes[1].output, "\(metric)")
            }
        }
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: duckdb)))
    func `DuckDB gives the same report, whatever is in the files`() throws {
        let company = try Workspace.company(
            pipeline: EngineTests.pipeline
                + "time_zone: Europe/Berlin\nengine: {kind: duckdb, launch: [\(EngineTests.duckdb), -bail, -f, \"{sql}\"]}\n")
        try company.write(
            EngineTests.pipeline + "time_zone: Europe/Berlin\npipeline: p\nreports: other\nstate: other-state\n", "local.yml")
        let header =
            "lead_id,created_at,company,segment,first_response_at,mql_at,won_at,lost_at,amount,currency,customer_id,owner\n"
        try company.write(
            header + "L1,2026-02-01,Plain,smb,,2026-02-03,2026-03-01,,900,,A,Ann\n"
                + "L2,2026-02-28T23:30:00Z,\"Two\nlines, Inc.\",SMB,2026-03-01T00:10:00+01:00,,,,,USD,,Bob\n"
                + "L3,2026-02-05,\"The \"\"Big\"\" One\",,2026-02-05 10:00,,,2026-03-03,12.50,,B,Ann\n"
                + "L4,soon,,smb,,,,,,,,\nL5,2026-02-07,,smb,,,,,twelve,,,\n,2026-02-08,,smb,,,,,,,,\n",
            "inbox/leads 2026-03-01.csv")
        try company.write(
            header + "L1,2026-02-01,Plain,smb,2026-02-01 00:30,2026-02-03,2026-03-02,,950.25,,A,Ann\n"
                + "=\"L3\",2026-02-05,Guarded,enterprise,,,2026-03-09,,100,,B,Ann\n"
                + "L6,\"Feb 9, 2026\",,smb,2026-02-08,,,,\"$1,200\",,,Ann\nL7,2026-03-29 02:30:00,,mid,,,,,,,,\n",
            "inbox/leads 2026-04-01.csv")
        try FileManager.default.removeItem(atPath: company.path("inbox/leads.csv"))
        let first = try run(company)
        let second = try Program.run(["run", "local.yml", "--as-of", "2026-04-10"], in: company.folder)
        #expect(first.status == second.status && first.status == 65 || first.status == 0, "\(first.errors)\(second.errors)")
        for file in ["metrics.csv", "explanations.csv", "rejected/leads.csv"] {
            #expect(try company.text("reports/p/latest/\(file)") == company.text("other/p/latest/\(file)"), "\(file)")
        }
        #expect(try company.metric("won_amount", "2026-03") == "1050.25")
    }
}
