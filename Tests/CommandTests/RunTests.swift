import Foundation
import Languages
import Testing

@Suite struct RunTests {
    @Test func `a run publishes the contract's files and says which to open`() throws {
        let company = try Workspace.company()
        let outcome = try Program.run(["run", "p.yml", "--as-of", "2026-04-10"], in: company.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output == "reports/p/2026-03/report.xlsx\nreports/p/2026-03/report.html\n")
        for file in [
            "report.xlsx", "report.html", "metrics.csv", "movements.csv", "cohorts.csv", "explanations.csv", "actions.csv",
            "initiatives.csv", "run.json",
        ] {
            #expect(company.exists("reports/p/latest/\(file)"), "\(file)")
        }
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: company.path("reports/p/latest")) == "2026-03")
        #expect(try company.metric("arr", "2026-03") == "1200.50")
        #expect(try company.metric("arr", "2026-02", dimension: "segment", member: "enterprise") == "2400.00")
        #expect(try company.metric("arr_churn", "2026-03") == "2400.00")
        #expect(try company.metric("cac", "2026-02") == "3000.00")
        #expect(try company.metric("nps", "2026-03") == "0")
        #expect(try company.metric("nps", "2026-02") == "")
        #expect(try company.metric("lead_to_mql", "2026-02") == "0.5")
        #expect(
            try company.text("reports/p/latest/movements.csv")
                == "date,customer_id,movement,amount\n2026-02-10,B,new,2400.00\n2026-03-20,B,churn,2400.00\n")
    }

    @Test func `another time zone, language, working folder and state give the same bytes`() throws {
        let company = try Workspace.company()
        let first = try Program.run(["run", "p.yml", "--as-of", "2026-04-10", "--reports", "one"], in: company.folder)
        let second = try Program.run(
            [
                "run", company.path("p.yml"), "--as-of", "2026-04-10", "--reports", company.path("two"), "--state",
                company.path("other"),
            ],
            in: "/", environment: ["TZ": "Asia/Shanghai", "LANG": "de_DE.UTF-8", "LC_ALL": "C"])
        #expect(first.status == 0 && second.status == 0, "\(first.errors)\(second.errors)")
        for file in [
            "report.xlsx", "report.html", "mail.html", "mail.txt", "metrics.csv", "movements.csv", "cohorts.csv",
            "explanations.csv", "actions.csv", "initiatives.csv",
        ] {
            #expect(try company.data("one/p/2026-03/\(file)") == company.data("two/p/2026-03/\(file)"), "\(file)")
        }
    }

    @Test func `publishing again takes the old folder's place and leaves nothing beside it`() throws {
        let company = try Workspace.company()
        for _ in 0..<2 { _ = try Program.run(["run", "p.yml", "--as-of", "2026-04-10"], in: company.folder) }
        let names = try FileManager.default.contentsOfDirectory(atPath: company.path("reports/p")).sorted()
        #expect(names == ["2026-03", "inbox.html", "latest"])
    }

    @Test func `a period to date can be asked for by name`() throws {
        let company = try Workspace.company()
        let outcome = try Program.run(["run", "p.yml", "--as-of", "2026-03-10", "--period", "2026-03"], in: company.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try company.metric("arr", "2026-03") == "3600.50")
        #expect(
            try company.text("reports/p/latest/metrics.csv").contains("arr,month,2026-03,2026-03-01,2026-03-10,,,3600.50,money")
        )
    }

    @Test func `as of a day before all data every metric is undefined and the report says so`() throws {
        let company = try Workspace.company()
        let outcome = try Program.run(["run", "p.yml", "--as-of", "2020-01-31"], in: company.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        for line in try company.text("reports/p/latest/metrics.csv").split(separator: "\n").dropFirst() {
            #expect(line.split(separator: ",", omittingEmptySubsequences: false)[7] == "", "\(line)")
        }
        #expect(try company.text("reports/p/latest/report.html").contains("n/a"))
    }

    @Test func `rows are rejected with their place, and the inbox is not touched`() throws {
        let company = try Workspace.company()
        let nps = "response_id,responded_at,score\nR1,2026-03-01,10\nR2,2026-03-02,11\nR3,2026-03-03,7\n"
        try company.write(nps, "inbox/nps.csv")
        let outcome = try Program.run(["run", "p.yml", "--as-of", "2026-04-10"], in: company.folder)
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("nps.csv:3:score"))
        #expect(try company.metric("nps_responses", "2026-03") == "2")
        let rejected = try company.text("reports/p/latest/rejected/nps.csv")
        #expect(rejected.hasPrefix("response_id,responded_at,score,gtm_file,gtm_line,gtm_column,gtm_code,gtm_hint\n"))
        #expect(rejected.contains("R2,2026-03-02,11,nps.csv,3,score,bad-score,"))
        #expect(try company.text("inbox/nps.csv") == nps)

        let mended = rejected.replacingOccurrences(of: "2026-03-02,11,", with: "2026-03-02,9,")
        try company.write(mended, "inbox/mended-nps.csv")
        #expect(try Program.run(["run", "p.yml", "--as-of", "2026-04-10"], in: company.folder).status == 0)
        #expect(try company.metric("nps_responses", "2026-03") == "3")
        #expect(!company.exists("reports/p/latest/rejected/nps.csv"))
    }

    @Test func `names that look like formulas or markup are text everywhere`() throws {
        let company = try Workspace.company()
        let names = [#"=HYPERLINK("http://x")"#, "<script>alert(1)</script>", String(repeating: "长", count: 40_000)]
        let cells = names.enumerated().map {
            "\("AB"[String.Index(utf16Offset: min($0, 1), in: "AB")])\($0),\"\($1.replacingOccurrences(of: "\"", with: "\"\""))\""
        }
        try company.write("customer_id,name\n" + cells.joined(separator: "\n") + "\n", "inbox/customers.csv")
        let terms = ["A0", "B1", "B2"].map { "\($0),2026-03-01,5000\n" }.joined()
        try company.write("customer_id,start_date,arr\n" + terms, "inbox/subscriptions.csv")
        let outcome = try Program.run(["run", "p.yml", "--as-of", "2026-04-10"], in: company.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let page = try company.text("reports/p/latest/report.html")
        #expect(!page.contains("<script>alert"))
        #expect(page.contains("&lt;script&gt;alert(1)"))
    }

    @Test func `latest never goes back to an older period, and people's own files in a folder stay`() throws {
        let company = try Workspace.company()
        #expect(try Program.run(["run", "p.yml", "--as-of", "2026-04-10"], in: company.folder).status == 0)
        let newest = try company.text("reports/p/latest/metrics.csv")
        try company.write("ours", "reports/p/2026-03/notes/meeting.txt")
        try company.write("ours", "reports/p/2026-03/decisions.txt")
        let older = ["run", "p.yml", "--as-of", "2026-04-10", "--period", "2026-02"]
        #expect(try Program.run(older, in: company.folder).status == 0)
        #expect(try company.text("reports/p/latest/metrics.csv") == newest)
        #expect(company.exists("reports/p/2026-02/report.xlsx"))
        #expect(try Program.run(["run", "p.yml", "--as-of", "2026-04-10"], in: company.folder).status == 0)
        #expect(try company.text("reports/p/2026-03/notes/meeting.txt") == "ours")
        #expect(try company.text("reports/p/2026-03/decisions.txt") == "ours")
    }

    @Test(arguments: [("weekly", "2026-W46"), ("monthly", "2026-10"), ("quarterly", "2026-Q3")])
    func `the sample company's report is the committed one in both languages, byte for byte`(
        _ pipeline: String, _ period: String
    ) throws {
        let place = try Workspace()
        let outcome = try Program.run(
            [
                "run", "pipelines/\(pipeline).yml", "--as-of", "2026-11-15", "--reports", place.folder, "--state",
                place.path("state"),
            ],
            in: Program.repository)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let golden = Program.repository + "/reports/\(pipeline)/\(period)"
        let names = try FileManager.default.subpathsOfDirectory(atPath: golden).filter { $0.contains(".") && $0 != "run.json" }
        #expect(names.count >= 15 && names.contains("audiences/zh/report.html"))
        for name in names {
            let expected = try Data(contentsOf: URL(filePath: golden + "/" + name))
            #expect(
                try place.data("\(pipeline)/\(period)/" + name) == expected,
                "\(name) differs: is the change meant? then `make reports`")
        }
    }
}
