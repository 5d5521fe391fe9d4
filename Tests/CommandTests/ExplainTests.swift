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

    @Test func `names that are none end with 64 and the nearest one`() throws {
        let company = try Workspace.company()
        let metric = try explain(company, "arrr")
        #expect(metric.status == 64 && metric.errors.contains("did you mean `arr`?"))
        #expect(try explain(company, "arr", "--by", "segmnt").errors.contains("did you mean `segment`?"))
        #expect(try explain(company, "arr", "--member", "smb").status == 64)
        #expect(try explain(company, "arr", "--by", "segment", "--member", "smbb").errors.contains("did you mean `smb`?"))
    }
}
