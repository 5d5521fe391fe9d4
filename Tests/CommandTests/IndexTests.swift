import Foundation
import Languages
import Testing

/// `REPORTS/index.html`.
@Suite struct IndexTests {
    private func run(_ company: Workspace, _ arguments: String..., pipeline: String = "p.yml") throws {
        let outcome = try Program.run(["run", pipeline, "--quiet"] + arguments, in: company.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    private func index(_ company: Workspace) throws -> String { try company.text("reports/index.html") }

    @Test func `every pipeline and edition is listed with north star, plan and data, newest first`() throws {
        let company = try Workspace.company()
        try company.write("company: Test\ngrain: quarter\nlocale: zh-Hans\ninbox: inbox\n", "四季.yml")
        try run(company, "--as-of", "2026-03-10")
        try run(company, "--as-of", "2026-04-10")
        try run(company, "--as-of", "2026-04-09", pipeline: "四季.yml")
        let html = try index(company)
        let places = try [
            "href=\"p/2026-03/report.html\"", "p/2026-03/report.xlsx", "p/2026-02/report.html",
            "%E5%9B%9B%E5%AD%A3/2026-Q1/report.html",
        ]
        .map { try #require(html.range(of: $0), "\($0)").lowerBound }
        #expect(places == places.sorted())
        #expect(html.contains("<html lang=\"en\">") && html.contains("2 pipelines, 3 editions, the newest first"))
        #expect(html.contains("Net new ARR") && html.contains("lang=\"zh-Hans\""))
        #expect(!html.contains("http://") && !html.contains("https://") && !html.contains(company.folder))
    }

    @Test func `it is made of what lies there: another order of runs and a page that is gone give the same bytes`() throws {
        let company = try Workspace.company()
        try run(company, "--as-of", "2026-03-10")
        try run(company, "--as-of", "2026-04-10")
        let html = try index(company)
        try FileManager.default.removeItem(atPath: company.path("reports/index.html"))
        try company.write("half of", "reports/.new-index.html~77")
        try run(company, "--as-of", "2026-03-10")
        #expect(try index(company) == html)
        #expect(!company.exists("reports/.new-index.html~77"))
        // An edition that is taken away is gone from it after the next run.
        try FileManager.default.removeItem(atPath: company.path("reports/p/2026-02"))
        try run(company, "--as-of", "2026-04-10")
        #expect(try !index(company).contains("2026-02"))
    }

    @Test func `a page of that name that somebody else wrote stays, and the run says so`() throws {
        let company = try Workspace.company()
        try company.write("<h1>Ours</h1>", "reports/index.html")
        let outcome = try Program.run(["run", "p.yml", "--as-of", "2026-04-10"], in: company.folder)
        #expect(outcome.status == 0 && outcome.errors.contains("index.html is none of this program's"))
        #expect(try index(company) == "<h1>Ours</h1>")
    }

    @Test func `runs of several pipelines at once lose no line of each other`() throws {
        let company = try Workspace.company()
        let names = (1...4).map { "p\($0)" }
        for name in names {
            try company.write("company: Test\ngrain: month\nperiods: 3\ninbox: inbox\nstate: .\(name)\n", "\(name).yml")
        }
        let folder = company.folder
        DispatchQueue.concurrentPerform(iterations: names.count) { place in
            _ = try? Program.run(["run", "\(names[place]).yml", "--as-of", "2026-04-10", "--quiet"], in: folder)
        }
        let html = try index(company)
        for name in names { #expect(html.contains("\(name)/2026-03/report.html")) }
    }
}
