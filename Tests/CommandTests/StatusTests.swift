import Foundation
import Testing

@Suite struct StatusTests {
    private func status(_ place: Workspace, _ more: [String] = []) throws -> String {
        let outcome = try Program.run(["status"] + more, in: place.folder)
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
        return outcome.output
    }

    private func run(_ place: Workspace) throws -> Int32 {
        try Program.run(["run", "p.yml", "--as-of", "2026-04-10", "--quiet"], in: place.folder).status
    }

    @Test func `before any run there is nothing to tell`() throws {
        let place = try Workspace.company()
        #expect(try status(place) == "nothing has been run yet\n")
        #expect(try status(place, ["p.yml"]).contains("last try      none"))
        #expect(!place.exists(".gtm"))
    }

    @Test func `the last success and the last try are told apart, with why the latter failed`() throws {
        let place = try Workspace.company()
        #expect(try run(place) == 0)
        #expect(try status(place, ["p.yml"]).contains("last try      2026-03"))
        try place.write("date,amount\nx,1\n", "inbox/spend.csv")
        #expect(try run(place) == 65)
        let text = try status(place)
        #expect(text.hasPrefix("p\n  last success  2026-03, as of 2026-04-10, published "))
        #expect(text.contains("reports/p/2026-03\n"))
        #expect(text.contains("failed with status 65") && text.contains("all 1 rows were rejected"))
        #expect(text.contains("spend") && text.contains("subscriptions.csv"))
    }

    private struct Report: Decodable {
        struct Pipeline: Decodable {
            struct Run: Decodable {
                var outcome: String
                var status: Int?
                var period: String
            }
            struct Source: Decodable {
                var source: String
                var everyDays: Int?
                var due: String?
                var isLate: Bool
            }
            var pipeline: String
            var lastSuccess: Run?
            var lastTry: Run?
            var sources: [Source]
        }
        var pipelines: [Pipeline]
    }

    @Test func `a source is late against its own rhythm`() throws {
        let place = try Workspace.company()
        try place.write("date,amount\n2026-03-06,7\n", "inbox/costs spend b.csv")
        try place.write("date,amount\n2026-03-07,8\n", "inbox/costs spend c.csv")
        let now = Date()
        func touch(_ name: String, daysAgo: Double) throws {
            try place.setModified("inbox/" + name, now.timeIntervalSince1970 - 86400 * daysAgo)
        }
        for (name, days) in [("spend.csv", 40.0), ("costs spend b.csv", 33), ("costs spend c.csv", 26)] {
            try touch(name, daysAgo: days)
        }
        #expect(try run(place) == 0)
        let json = try status(place, ["p.yml", "--format", "json"])
        let pipeline = try #require(try JSONDecoder().decode(Report.self, from: Data(json.utf8)).pipelines.first)
        #expect(pipeline.lastSuccess?.period == "2026-03" && pipeline.lastTry?.outcome == "published")
        let spend = try #require(pipeline.sources.first { $0.source == "spend" })
        #expect(spend.everyDays == 7 && spend.isLate && spend.due != nil)
        let leads = try #require(pipeline.sources.first { $0.source == "leads" })
        #expect(leads.everyDays == nil && !leads.isLate)
        #expect(try status(place, ["p.yml"]).contains(" LATE"))
    }
}
