import Foundation
import Testing

/// What a run says of itself: in `run.json` and on standard error.
@Suite struct RecordTests {
    private func time(_ value: Any?) -> Date? {
        (value as? String).flatMap { try? Date($0, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)) }
    }

    @Test func `run json has when the run began and ended, its status, an id of its own and the program's version`() throws {
        let company = try Workspace.company()
        var ids: Set<String> = []
        for _ in 0..<2 {
            let before = Date()
            #expect(try Program.run(["run", "p.yml", "--as-of", "2026-04-10"], in: company.folder).status == 0)
            let data = try Data(contentsOf: URL(filePath: company.path("reports/p/latest/run.json")))
            let record = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            let (started, ended) = (try #require(time(record["started"])), try #require(time(record["ended"])))
            #expect(before.addingTimeInterval(-1) <= started && started <= ended && ended <= Date().addingTimeInterval(1))
            #expect(record["status"] as? Int == 0)
            #expect(record["version"] as? String == "0.1.0")
            let version = try Program.run(["--version"], in: company.folder).output
            let commit = record["commit"] as? String
            #expect(version == "0.1.0" + (commit.map { " (\($0.prefix(12)))" } ?? "") + "\n")
            ids.insert(try #require(record["runId"] as? String))
        }
        #expect(ids.count == 2)
    }

    @Test func `lines that nobody reads as they come have their time`() throws {
        let company = try Workspace.company()
        try company.write("plant,room\nficus,2\n", "inbox/plants.csv")
        let outcome = try Program.run(["run", "p.yml", "--as-of", "2026-04-10"], in: company.folder)
        let lines = outcome.errors.split(separator: "\n")
        #expect(!lines.isEmpty)
        for line in lines { #expect(time(String(line.prefix { $0 != " " })) != nil, "\(line)") }
        #expect(outcome.errors.contains(" warning: plants.csv"))
    }

    @Test func `in messages for machines numbers are numbers`() throws {
        let company = try Workspace.company()
        try company.write("lead_id,created_at\nL1,yesterday\nL2,2026-03-01\n", "inbox/leads-more.csv")
        let run = try Program.run(["check", "p.yml", "--as-of", "2026-04-10", "--log-format", "json"], in: company.folder)
        let failed = try Program.run(["run", "none.yml", "--log-format", "json"], in: company.folder)
        let objects = try (run.errors + failed.errors).split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        for object in objects { #expect(time(object["time"]) != nil) }
        #expect(objects.contains { $0["line"] as? Int == 2 && $0["count"] as? Int == 1 }, "\(run.errors)")
        #expect(objects.last?["status"] as? Int == Int(failed.status) && failed.status != 0)
    }
}
