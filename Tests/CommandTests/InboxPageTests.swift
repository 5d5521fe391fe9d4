import Foundation
import Languages
import Testing

@Suite struct InboxPageTests {
    private func run(_ place: Workspace, _ more: [String] = []) throws -> Program.Outcome {
        try Program.run(["run", "p.yml", "--as-of", "2026-04-10"] + more, in: place.folder)
    }

    /// The page, and its text without the style sheet and tags.
    private func page(_ place: Workspace) throws -> (html: String, text: String) {
        let html = try place.text("reports/p/inbox.html")
        let body = html.components(separatedBy: "</style>").last ?? ""
        return (html, body.replacing(/<[^>]*>/, with: " ").replacing(/\s+/, with: " "))
    }

    @Test func `the page says of each file what it was taken for and what to do`() throws {
        let place = try Workspace.company()
        try place.write(
            "response_id,responded_at,score\nR1,2026-03-01,10\nR2,2026-03-02,eleven\nR3,2026-03-02,7\n", "inbox/nps.csv")
        try place.write("plant,room\nficus,12\n", "inbox/plants <b>.csv")
        #expect(try run(place).status == 0)
        let (html, text) = try page(place)
        #expect(text.contains("The report of 2026-03 is published."))
        #expect(html.contains("href=\"2026-03/report.html\"") && html.contains("href=\"2026-03/rejected/nps.csv\""))
        #expect(text.contains("nps.csv NPS surveys 3 2 0 0 1"))
        #expect(text.contains("Mend 1 row in nps.csv and drop that file in the inbox"))
        #expect(text.contains("plants &lt;b&gt;.csv not recognised") && !html.contains("plants <b>"))
        #expect(text.contains("2 files need something to be done."))
        #expect(!html.contains("http://") || !html.contains("src="))
        #expect(place.exists("reports/p/2026-03/rejected/nps.csv") && !place.exists("reports/p/rejected"))
    }

    @Test func `a run that fails at reading says why, and what stands`() throws {
        let place = try Workspace.company()
        #expect(try run(place).status == 0)
        try place.write("lead_id,craeted\nL1,2026-01-01\n", "inbox/leads.csv")
        #expect(try run(place).status == 65)
        let (_, text) = try page(place)
        #expect(text.contains("The report of 2026-03 is not published."))
        #expect(text.contains("the required column `created_at` is missing"))
        #expect(text.contains("Readers still have the report of 2026-03."))
        #expect(text.contains("leads.csv Leads — cannot be used"))
        #expect(text.contains("spend.csv Spend 2"))
    }

    @Test func `where too many rows were rejected they lie beside the page, until a report is published`() throws {
        let place = try Workspace.company()
        try place.write("date,amount\nx,1\ny,2\n", "inbox/spend.csv")
        #expect(try run(place).status == 65)
        let (html, text) = try page(place)
        #expect(text.contains("Nothing has been published yet."))
        #expect(html.contains("href=\"rejected/spend.csv\"") && text.contains("Mend 2 rows in spend.csv"))
        #expect(try place.text("reports/p/rejected/spend.csv").hasPrefix("date,amount,gtm_file"))
        try place.write("date,amount\n2026-03-01,1\n", "inbox/spend.csv")
        #expect(try run(place).status == 0)
        #expect(!place.exists("reports/p/rejected"))
    }

    @Test func `an empty inbox, and one that is not there, are told too`() throws {
        let place = try Workspace()
        try place.write("inbox: inbox\ngrain: month\n", "p.yml")
        #expect(try run(place).status == 66)
        #expect(try page(place).text.contains("there is no folder"))
        try FileManager.default.createDirectory(atPath: place.path("inbox"), withIntermediateDirectories: true)
        #expect(try run(place).status == 66)
        #expect(try page(place).text.contains("No file was read."))
    }

    @Test func `the page speaks the report's language`() throws {
        let place = try Workspace.company(pipeline: "company: 测试\ngrain: month\nperiods: 3\ninbox: inbox\nlocale: zh-Hans\n")
        #expect(try run(place).status == 0)
        let (html, text) = try page(place)
        #expect(html.contains("<html lang=\"zh-Hans\""))
        #expect(text.contains("2026-03 的报告已发布。") && text.contains("所有文件均已读取，无需处理。"))
    }

    @Test func `a report of the past that is made again leaves the page alone`() throws {
        let place = try Workspace.company()
        #expect(try run(place).status == 0)
        try place.write("kept", "reports/p/inbox.html")
        #expect(try run(place, ["--known-at", "2100-01-01"]).status == 0)
        #expect(try place.text("reports/p/inbox.html") == "kept")
    }

    @Test func `the text file for Prometheus is renewed by every run, and keeps when the last one published`() throws {
        let place = try Workspace.company(
            pipeline: "pipeline: p\ngrain: month\nperiods: 3\ninbox: inbox\nwatch: {textfile: node/gtm.prom}\n")
        #expect(try run(place).status == 0)
        func value(_ name: String) throws -> Double? {
            try place.text("node/gtm.prom").split(separator: "\n").first { $0.hasPrefix("\(name){pipeline=\"p\"} ") }
                .flatMap { Double($0.split(separator: " ")[1]) }
        }
        #expect(try value("gtm_last_run_status") == 0)
        let success = try #require(try value("gtm_last_success_timestamp_seconds"))
        #expect(abs(success - Date().timeIntervalSince1970) < 600)
        #expect(try value("gtm_last_run_rows") == 8)
        try place.write("date,amount\nx,1\ny,2\n", "inbox/spend.csv")
        #expect(try run(place).status == 65)
        #expect(try value("gtm_last_run_status") == 65)
        #expect(try value("gtm_last_success_timestamp_seconds") == success)
        #expect(try value("gtm_last_run_rows") == nil)
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.path("node")) == ["gtm.prom"])
    }

    @Test func `a text file that cannot be written is a warning, and the report stands`() throws {
        let place = try Workspace.company(
            pipeline: "pipeline: p\ngrain: month\nperiods: 3\ninbox: inbox\nwatch: {textfile: p.yml/gtm.prom}\n")
        let outcome = try run(place)
        #expect(outcome.status == 0 && outcome.errors.contains("cannot be"))
        #expect(place.exists("reports/p/2026-03/report.html"))
        try place.write("inbox: inbox\nwatch: {textfile: node/gtm.txt}\n", "q.yml")
        #expect(try Program.run(["check", "q.yml"], in: place.folder).status == 78)
    }
}
