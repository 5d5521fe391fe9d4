import Foundation
import Languages
import Testing

@Suite struct PruneTests {
    private static let pipeline = "pipeline: p\ngrain: month\nperiods: 3\ninbox: inbox\n"

    private func company(_ keep: String) throws -> Workspace {
        try Workspace.company(pipeline: Self.pipeline + "keep: \(keep)\n")
    }

    private func run(_ place: Workspace, _ asOf: String, _ more: [String] = []) throws -> Program.Outcome {
        try Program.run(["run", "p.yml", "--as-of", asOf, "--quiet"] + more, in: place.folder)
    }

    private func prune(_ place: Workspace, _ more: [String] = []) throws -> String {
        let outcome = try Program.run(["prune", "p.yml"] + more, in: place.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.output
    }

    private func names(_ place: Workspace, _ folder: String = "reports/p") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: place.path(folder)).sorted()
    }

    @Test func `old periods go, the newest and what people put beside a report stay`() throws {
        let place = try company("{reports: {count: 2}}")
        for asOf in ["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"] {
            #expect([0, 66].contains(try run(place, asOf, ["--period", String(asOf.prefix(7))]).status))
        }
        try place.write("mine", "reports/p/2026-02/remarks.txt")
        try place.write("mine", "reports/p/plans/x.txt")
        let before = try names(place)
        #expect(try prune(place, ["--dry-run"]).contains("would remove the report of 2026-02: "))
        #expect(try names(place) == before)
        let periods = before.filter { $0.hasPrefix("2026") }
        try #require(periods.count > 2)
        _ = try prune(place)
        #expect(try names(place).filter { $0.hasPrefix("2026") } == ["2026-02"] + periods.suffix(2))
        #expect(try names(place, "reports/p/2026-02") == ["remarks.txt"])
        #expect(place.exists("reports/p/plans/x.txt") && place.exists("reports/p/latest/report.html"))
        #expect(try prune(place) == "nothing to remove\n")
    }

    @Test func `editions that a newer one followed go, the newest stays`() throws {
        let place = try company("{editions: {count: 1}}")
        for amount in [1, 2, 3] {
            try place.write("date,amount\n2026-03-05,\(amount)\n", "inbox/spend.csv")
            #expect(try run(place, "2026-04-10").status == 0)
        }
        #expect(try names(place) == ["2026-03", "2026-03.2", "2026-03.3", "inbox.html", "latest"])
        #expect(try prune(place).contains("2 in all"))
        #expect(try names(place) == ["2026-03.3", "inbox.html", "latest"])
        let index = try place.text("reports/index.html")
        #expect(index.contains("p/2026-03.3/report.html") && !index.contains("p/2026-03.2/"))
        // What comes next is numbered on.
        try place.write("date,amount\n2026-03-05,4\n", "inbox/spend.csv")
        #expect(try run(place, "2026-04-10").status == 0)
        #expect(try names(place).contains("2026-03.4"))
    }

    @Test func `copies of which nothing counts go, reports stay the same, and what cannot be made again is refused`() throws {
        let place = try company("{archive: {count: 1}}")
        var known: [String] = []
        struct Record: Decodable { var knownAt: String }
        for (number, asOf) in ["2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30"].enumerated() {
            // Answers under one name, each file with all before it; costs that add up, and are taken away.
            try place.write(
                "response_id,responded_at,score\n" + (0...number).map { "R\($0),2026-0\($0 + 3)-01,9\n" }.joined(),
                "inbox/nps.csv")
            try place.write(
                "lead_id,created_at\n" + (0...number).map { "L\($0),2026-0\($0 + 3)-01\n" }.joined(), "inbox/leads.csv")
            try place.write("date,amount\n2026-0\(number + 3)-01,\(number + 5)\n", "inbox/spend \(number).csv")
            let outcome = try run(place, asOf)
            #expect(outcome.status == 0, "\(outcome.errors)")
            try FileManager.default.removeItem(atPath: place.path("inbox/spend \(number).csv"))
            known.append(try JSONDecoder().decode(Record.self, from: place.data("reports/p/latest/run.json")).knownAt)
        }
        let text = try prune(place)
        #expect(text.contains("the copy of nps.csv") && !text.contains("the copy of spend"), "\(text)")
        let metrics = try place.data("reports/p/2026-06/metrics.csv")
        #expect(try run(place, "2026-06-30", ["--reports", "again"]).status == 0)
        #expect(try place.data("again/p/2026-06/metrics.csv") == metrics)
        #expect(try run(place, "2026-06-30", ["--known-at", known[3], "--reports", "then"]).status == 0)
        #expect(try place.data("then/p/2026-06/metrics.csv") == metrics)
        let refused = try run(place, "2026-03-31", ["--known-at", known[0], "--reports", "then"])
        #expect(refused.status == 66 && refused.errors.contains("are no longer kept"))
    }

    @Test func `records of failed runs go, but for the newest`() throws {
        let place = try company("{logs: {count: 1}}")
        #expect(try run(place, "2026-04-10").status == 0)
        try place.write("date,amount\nx,1\n", "inbox/spend.csv")
        for _ in 0..<3 { #expect(try run(place, "2026-04-10").status == 65) }
        #expect(try prune(place, ["--dry-run"]).components(separatedBy: "which published nothing").count == 3)
        _ = try prune(place)
        #expect(try prune(place) == "nothing to remove\n")
        #expect(try Program.run(["status", "p.yml"], in: place.folder).output.contains("failed with status 65"))
    }

    @Test func `without rules nothing goes, and wrong ones are told`() throws {
        let place = try Workspace.company(pipeline: Self.pipeline)
        #expect(try prune(place).contains("the pipeline keeps everything"))
        for wrong in ["{report: {count: 1}}", "{reports: {}}", "{reports: {count: 0}}", "{logs: 5}", "{logs: {weeks: 5}}"] {
            try place.write(Self.pipeline + "keep: \(wrong)\n", "p.yml")
            #expect(try Program.run(["prune", "p.yml"], in: place.folder).status == 78, "\(wrong)")
        }
    }
}
