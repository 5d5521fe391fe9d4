import Foundation
import Testing

@Suite struct MetricTestTests {
    private func place(_ tests: String) throws -> Workspace {
        let place = try Workspace()
        try place.write(
            "grain: month\ninbox: inbox\nmetrics: m.yml\ndimensions: [channel]\nconfig: {gross_margin: 0.5}\n", "p.yml")
        try place.write("metrics:\n  cost_per_lead: {formula: spend / leads, unit: money}\n", "m.yml")
        try place.write("nothing that is read", "sources.yml.bak")
        try place.write(tests, "tests/cost.yml")
        return place
    }

    private let rows = """
            sources:
              spend: [{date: 2026-03, amount: 100}]
              leads: |
                lead_id,created_at,channel
                L1,2026-03-02,events
                L2,2026-03-05,paid search
                L3,2026-03-06,
        """

    @Test func `tests that hold end with 0, and nothing is read or kept but their own rows`() throws {
        let place = try place(
            """
            tests:
              - name: a third
                period: 2026-03
            \(rows)
                expect: {cost_per_lead: 33.33, leads: {all: 3, channel: {Events: 1, (none): 1}}, cac: undefined}
              - as_of: 2026-04-02
                config: {gross_margin: 0.8}
                sources: {subscriptions: [{customer_id: A, start_date: 2026-03-01, arr: 1200}], spend: [{date: 2026-03, amount: 160}]}
                expect: {cac_payback_months: "2", revenue_churn_rate: undefined, customers_new: 1}
              - period: 2026-W10
                grain: week
                sources: {nps: [{responded_at: 2026-03-03, score: 9}, {responded_at: 2026-03-03, score: 3}, {responded_at: 2026-03-04, score: 8}]}
                expect: {nps: 0, nps_responses: 3}
              - {name: before anything came, period: 2026-03, expect: {arr: undefined, cac: undefined}}

            """)
        let outcome = try Program.run(["test", "p.yml"], in: place.folder)
        #expect(outcome.status == 0 && outcome.output == "ok: 4 tests, 12 values\n", "\(outcome)")
        #expect(!place.exists(".gtm") && !place.exists("reports"))
    }

    @Test func `what differs is shown with its formula and numbers, and ends with 65`() throws {
        let place = try place(
            """
            name: off
            period: 2026-03
            sources:
              spend: [{date: 2026-03, amount: 100}, {date: 2026-03, amount: ten}]
              leads: [{lead_id: L1, created_at: 2026-03-02}, {lead_id: L2, created_at: 2026-03-02}, {lead_id: L3, created_at: 2026-03-02}]
            expect: {cost_per_lead: 33.34, cac: 5, nps: undefined}

            """)
        let outcome = try Program.run(["test", "p.yml"], in: place.folder)
        #expect(outcome.status == 65)
        #expect(outcome.output.contains("tests/cost.yml:1: off\n  1 row of spend cannot be read: expected money"))
        #expect(outcome.output.contains("  cost_per_lead: expected 33.34, is 33.33\n    spend / leads = 100 / 3\n"))
        #expect(outcome.output.contains("  cac: expected 5, is undefined\n    there is no data of"))
        #expect(outcome.output.hasSuffix("1 of 1 tests differ\n"))
        let json = try Program.run(["test", "p.yml", "--as", "json"], in: place.folder)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect(json.status == 65 && object["tests"] as? Int == 1 && object["failures"] as? Int == 1)
    }

    @Test(
        "what no test may say ends with 78 and the nearest name",
        arguments: [
            ("period: 2026-03\nexpct: {cac: 1}\n", "did you mean `expect`?"),
            ("period: 2026-03\nexpect: {caq: 1}\n", "did you mean `cac`?"),
            ("period: 2026-03\nsources: {spent: []}\nexpect: {cac: 1}\n", "did you mean `spend`?"),
            ("period: 2026-03\nexpect: {leads: {chanel: {a: 1}}}\n", "did you mean `channel`?"),
            ("period: 2026-W03\nexpect: {cac: 1}\n", "`2026-W03` is no month"),
            ("expect: {cac: 1}\n", "`as_of` is missing"), ("period: 2026-03\n", "`expect` is missing"),
            ("period: 2026-03\nexpect: {cac: many}\n", "or undefined; found `many`"),
        ])
    func unknown(text: String, complaint: String) throws {
        let place = try place(text)
        let outcome = try Program.run(["test", "p.yml"], in: place.folder)
        #expect(outcome.status == 78 && outcome.errors.contains(complaint), "\(outcome.errors)")
    }

    @Test func `a pipeline without tests is told where they go`() throws {
        let place = try Workspace.company()
        let outcome = try Program.run(["test", "p.yml"], in: place.folder)
        #expect(outcome.status == 78 && outcome.errors.contains("there are no tests"))
    }
}
