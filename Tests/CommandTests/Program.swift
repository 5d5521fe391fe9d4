import Foundation

/// The built program, driven from outside as a user would.
struct Program {
    /// What one run of it gave.
    struct Outcome {
        var status: Int32
        var output: String
        var errors: String
    }

    /// The repository's top folder.
    static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// The program that `GTM` names in the environment, as `make test` does with the one built in release; else the one beside the
    /// tests' own binary.
    static let path: String = {
        if let named = ProcessInfo.processInfo.environment["GTM"], !named.isEmpty { return named }
        var folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
        while folder.path != "/" {
            let candidate = folder.appending(path: "gtm").path
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder), !isFolder.boolValue {
                return candidate
            }
            folder.deleteLastPathComponent()
        }
        return repository + "/.build/debug/gtm"
    }()

    /// Runs it in a folder.
    static func run(_ arguments: [String], in folder: String, environment: [String: String] = [:]) throws -> Outcome {
        try start(path, arguments, in: folder, environment: environment)
    }

    /// Runs any program and waits for it.
    static func start(
        _ program: String, _ arguments: [String], in folder: String, environment: [String: String] = [:]
    ) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder)
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        // Files, not pipes: nothing can fill up and wait.
        let place = try Workspace()
        let (outputPath, errorPath) = (place.path("output"), place.path("errors"))
        for path in [outputPath, errorPath] { _ = FileManager.default.createFile(atPath: path, contents: nil) }
        process.standardOutput = FileHandle(forWritingAtPath: outputPath)
        process.standardError = FileHandle(forWritingAtPath: errorPath)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: try String(contentsOfFile: outputPath, encoding: .utf8),
            errors: try String(contentsOfFile: errorPath, encoding: .utf8))
    }
}

/// A folder of a test's own, which goes with it.
final class Workspace {
    let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "/gtm-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func path(_ name: String) -> String { folder + "/" + name }

    /// Writes a file; folders in its name are made.
    func write(_ text: String, _ name: String) throws {
        let url = URL(filePath: path(name))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: url, atomically: true, encoding: .utf8)
    }

    /// Sets when a file was last written to, in seconds since 1970.
    func setModified(_ name: String, _ seconds: Double) throws {
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: seconds)], ofItemAtPath: path(name))
    }

    func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }
    func data(_ name: String) throws -> Data { try Data(contentsOf: URL(filePath: path(name))) }
    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

    /// A small company: two customers, a few leads, spend and answers, with a pipeline file.
    static func company(pipeline: String = "company: Test\ngrain: month\nperiods: 3\ninbox: inbox\n") throws -> Workspace {
        let workspace = try Workspace()
        try workspace.write(pipeline, "p.yml")
        try workspace.write(
            """
            subscription_id,customer_id,start_date,end_date,arr,segment
            S1,A,2025-01-01,,1200.50,smb
            S2,B,2026-02-10,2026-03-20,2400,enterprise
            """ + "\n", "inbox/subscriptions.csv")
        try workspace.write(
            "lead_id,created_at,mql_at,won_at,lost_at,amount\nL1,2026-02-01,2026-02-03,2026-03-01,,900\nL2,2026-02-04,,,,\n",
            "inbox/leads.csv")
        try workspace.write("date,amount,category\n2026-02,3000,marketing\n2026-03-05,100,sales\n", "inbox/spend.csv")
        try workspace.write("response_id,responded_at,score\nR1,2026-03-01,10\nR2,2026-03-02,3\n", "inbox/nps.csv")
        return workspace
    }

    /// The value of one line of the newest `metrics.csv`; nil where there is no such line.
    func metric(_ id: String, _ period: String, dimension: String = "", member: String = "") throws -> String? {
        for line in try text("reports/p/latest/metrics.csv").split(separator: "\n") {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            if cells[0] == id, cells[2] == period, cells[5] == dimension, cells[6] == member { return String(cells[7]) }
        }
        return nil
    }
}
