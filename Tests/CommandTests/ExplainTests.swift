import Foundation
import Testing

@Suite struct ExplainTests {
    private func explain(_ company: Workspace, _ arguments: String...) throws -> Program.Outcome {
        try Program.run(
            ["explain", arguments[0], "p.yml", "--as-of", "2026-04-10"] + arguments.dropFirst(), in: company.folder)
    }

    @Test func `a value is told down to its formula, measures and files, and why it changed`() throws {
        let company = try Workspace.company(
            pipeline: "company: Test\ngrain: month\nperiods: 3\ninbox: inbox\ndimensions: [segment]\n")
        let text = try explain(company, "arr").output
        #expect(text.contains("arr: ARR, 2026-03 (2026-03-01 to 2026-03-31)\n  value    1200.50 money\n"))
        #expect(text.contains("  formula  arr_closing\n  that is  1200.50\n"))
        #expect(text.contains("  subscriptions  subscriptions.csv  2     2"))
        #expect(text.contains("  arr_closing  1200.50  2026-03-31  1     subscriptions\n"))
        #expect(text.contains("  arr_closing: its row\n"))
        #expect(text.contains("    subscriptions.csv  2     2026-03-31  S1  A         1200.50  1200.50\n"))
        #expect(text.contains("  against 2026-02: 3600.50 to 1200.50, -2400.00\n"))
        #expect(text.contains("    by customer\n      B  sum  -2400.00\n"))
        #expect(text.contains("    by segment\n      enterprise  sum  -2400.00\n      smb         sum  0.00\n"))
        #expect(!company.exists("reports") && !company.exists(".gtm"))
    }

    @Test func `one dimension, one member, a measure, another period`() throws {
        let company = try Workspace.company(
            pipeline: "company: Test\ngrain: month\nperiods: 3\ninbox: inbox\ndimensions: [segment]\n")
        let csv = try explain(company, "arr", "--by", "movement", "--as", "csv").output
        #expect(
            csv.hasPrefix(
                "metric,period,against,dimension,member,part,effect\narr,2026-03,2026-02,movement,churn,sum,-2400.00\n"))
        let member = try explain(company, "arr", "--by", "segment", "--member", "smb").output
        #expect(member.contains("arr: ARR, segment smb, 2026-03") && member.contains("value    1200.50"))
        #expect(try explain(company, "spend", "--period", "2026-02").output.contains("  value    3000.00 money\n"))
        let json = try explain(company, "arr", "--as", "json").output
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(object["value"] as? String == "1200.50" && object["period"] as? String == "2026-03")
    }

    @Test func `what is undefined says why, what is not compared says that, and what is not split says why not`() throws {
        let company = try Workspace.company(
            pipeline: "company: Test\ngrain: month\nperiods: 3\ninbox: inbox\ndimensions: [segment]\n")
        #expect(try explain(company, "cac").output.contains("  value    undefined: "))
        #expect(try explain(company, "lead_to_won").output.contains("so it is not compared"))
        #expect(try explain(company, "spend").output.contains("    not split by segment: spend has no members of it\n"))
    }

    @Test func `every row that counts is listed with its line and what it adds`() throws {
        let company = try Workspace.company(
            pipeline: "company: Test\ngrain: month\nperiods: 3\ninbox: inbox\ndimensions: [segment]\n")
        let churn = try explain(company, "revenue_churn_rate", "--rows", "--as", "csv").output
        #expect(
            churn == """
                measure,source,file,line,day,id,customer,amount,written,how
                arr_churn,subscriptions,subscriptions.csv,3,2026-03-20,S2,B,2400.00,2400,ends on this day
                arr_opening,subscriptions,subscriptions.csv,2,2026-02-28,S1,A,1200.50,1200.50,
                arr_opening,subscriptions,subscriptions.csv,3,2026-02-28,S2,B,2400.00,2400,

                """)
        let spend = try explain(company, "spend_marketing", "--rows", "--period", "2026-02").output
        #expect(spend.contains("spend_marketing = 3000.00, 2026-02-01 – 2026-02-28\n  1 row, whose amounts add up to it\n"))
        #expect(
            spend.contains("  spend.csv  2     2026-02-01  marketing            3000.00  3000     28 of 28 days of 3000.00\n"))
        let member = try explain(company, "arr", "--rows", "--by", "segment", "--member", "smb", "--as", "json").output
        let object = try #require(try JSONSerialization.jsonObject(with: Data(member.utf8)) as? [String: Any])
        let measures = try #require(object["measures"] as? [[String: Any]])
        let rows = try #require(measures[0]["rows"] as? [[String: Any]])
        #expect(rows.count == 1 && rows[0]["line"] as? Int == 2 && rows[0]["amount"] as? String == "1200.50")
        #expect(try explain(company, "arr", "--rows", "--by", "segment").errors.contains("--member"))
    }

    @Test func `people of a list and events of a lead are listed one by one`() throws {
        let company = try Workspace.company()
        try company.write(
            "employee id,hire date,termination date,department,fte\n1,2025-01-01,,Sales,0.8\n2,2025-02-01,2026-03-15,Sales,1\n"
                + "3,2025-02-01,2025-12-31,Sales,1\n", "inbox/headcount-2026-03-31.csv")
        try FileManager.default.removeItem(atPath: company.path("inbox/leads.csv"))
        try company.write(
            "lead_id,stage,at\nL1,lead,2026-03-01\nL1,mql,2026-03-02\nL2,lead,2026-02-03\n", "inbox/lead_events.csv")
        let staff = try explain(company, "fte", "--rows", "--as", "csv").output
        #expect(staff.contains(",2,2026-03-01,Sales,,0.8,0.8,") && staff.contains(",3,2026-03-01,Sales,,1,1,"))
        #expect(staff.split(separator: "\n").count == 3)
        let mqls = try explain(company, "mqls", "--rows", "--as", "csv").output
        #expect(mqls.contains(",2,2026-03-02,L1,,,lead,of the same lead") && mqls.contains(",3,2026-03-02,L1,,1,mql,"))
    }

    @Test func `what is said is in the pipeline's language, and what was left out is said with its money`() throws {
        let company = try Workspace.company(
            pipeline: "company: Test\nlocale: zh-Hans\ngrain: month\nperiods: 3\ninbox: inbox\ndimensions: [segment]\n")
        try company.write(
            "date,amount,category\n2026-02,3000,marketing\n2026-03-05,100,sales\n2026-03-06,oops,sales\n"
                + (0..<30).map { "2026-03-07,\($0 + 1),sales\n" }.joined(), "inbox/spend.csv")
        let text = try explain(company, "spend").output
        #expect(text.contains("  数值  565.00 money\n") && text.contains("  spend：31 行中最大的 5 行\n"))
        #expect(text.contains("  - spend.csv:4:amount：") && text.contains("  与 2026-02 相比："))
        #expect(try explain(company, "lead_to_won").output.contains("备注  该值在期末之后仍会增长，不作比较"))
        let rows = try explain(company, "revenue_churn_rate", "--rows").output
        #expect(rows.contains("当日结束") && rows.contains("各行计入之和即为该值"))
    }

    @Test func `of thousands of members the largest are named, and with all others they make the change`() throws {
        let company = try Workspace.company(
            pipeline: "company: Test\ngrain: month\nperiods: 3\ninbox: inbox\ndimensions: [owner]\n")
        let terms = (1...700).map {
            "S\($0),C\($0),2026-0\($0 % 3 + 1)-05,\($0 % 7 == 0 ? "2026-03-20" : ""),\($0 * 10),owner \($0)"
        }
        try company.write(
            "subscription_id,customer_id,start_date,end_date,arr,owner\n" + terms.joined(separator: "\n") + "\n",
            "inbox/subscriptions.csv")
        for metric in ["arr", "arpa", "revenue_churn_rate"] {
            let object = try #require(
                try JSONSerialization.jsonObject(with: Data(try explain(company, metric, "--as", "json").output.utf8))
                    as? [String: Any])
            let changes = try #require(object["changes"] as? [[String: Any]])
            let change = try #require(Double(changes[0]["change"] as? String ?? ""))
            let parts = try #require(changes[0]["parts"] as? [[String: String]]).filter { $0["dimension"] == "owner" }
            let sum = parts.reduce(0) { $0 + (Double($1["effect"] ?? "") ?? .nan) }
            #expect(abs(sum - change) < max(0.001, abs(change)) * 1e-9, "\(metric): \(sum), \(change)")
            #expect(Set(parts.map { $0["member"] }).count == 201 && parts.contains { $0["member"] == "(other)" }, "\(metric)")
        }
    }

    @Test func `what a stock or flow comes to is told with what that rests on, of others why not`() throws {
        let company = try Workspace.company(
            pipeline: "company: Test\ngrain: month\nperiods: 3\ninbox: inbox\nmetrics: metrics.yml\ndimensions: [segment]\n")
        func months(_ value: (Int) -> Int) -> String {
            (0..<16).map { "20\(24 + $0 / 12)-\(String(format: "%02d", $0 % 12 + 1))-01,tickets,\(value($0)),count,stock\n" }
                .joined()
        }
        try company.write("date,figure,value,unit,kind\n" + months { 100 + 7 * $0 }, "inbox/figures.csv")
        try company.write(
            "metrics:\n- {id: tickets, name: Tickets, formula: figure.tickets, unit: count, better: lower}\n", "metrics.yml")
        func explain(_ arguments: String...) throws -> String {
            try Program.run(["explain"] + arguments + ["p.yml", "--as-of", "2025-04-30"], in: company.folder).output
        }
        let text = try explain("tickets")
        #expect(text.contains("  after 2025-04, if it goes on as it did\n    period   value"))
        #expect(text.contains("\n    2025-08  ") && text.contains("\n    2025-Q2  "))
        #expect(text.contains("    - It rests on 16 complete periods, 2024-01 to 2025-04: a damped trend over them.\n"))
        #expect(text.contains("of what assuming no change was off by."))
        let json = try explain("tickets", "--as", "json")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let projection = try #require(object["projection"] as? [String: Any])
        #expect((projection["ahead"] as? [Any])?.count == 4 && projection["withheld"] as? String == "")
        let quarter = try #require(projection["quarter"] as? [String: String])
        #expect(quarter["period"] == "2025-Q2" && quarter["end"] == "2025-06-30")
        #expect(try explain("nrr").contains("    Withheld: a rate or a mean neither adds up"))
        #expect(try explain("cohort_won").contains("    Withheld: it "))
        #expect(try self.explain(company, "spend").output.contains("    Withheld: it needs 12 complete periods, and has 2.\n"))
    }

    @Test func `names that are none end with 64 and the nearest one`() throws {
        let company = try Workspace.company()
        let metric = try explain(company, "arrr")
        #expect(metric.status == 64 && metric.errors.contains("did you mean `arr`?"))
        #expect(try explain(company, "arr", "--by", "segmnt").errors.contains("did you mean `segment`?"))
        #expect(try explain(company, "arr", "--member", "smb").status == 64)
        #expect(try explain(company, "arr", "--by", "segment", "--member", "smbb").errors.contains("did you mean `smb`?"))
    }
}
