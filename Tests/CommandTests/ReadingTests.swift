import Foundation
import Languages
import Testing

/// What readers see of a report: marks, counts, the parts of health, print set-up.
@Suite struct ReadingTests {
    /// A company of one customer that pays from 2026-01-01 on, uses 3 of 10 seats, and answered once with a 4.
    private func company(config: String = "") throws -> Workspace {
        let company = try Workspace()
        try company.write(
            "inbox: inbox\ngrain: month\nperiods: 3\ncurrency: EUR\n" + config, "p.yml")
        try company.write(
            "subscription_id,customer_id,start_date,end_date,arr\nS1,A,2025-11-01,,1200.00\n", "inbox/subscriptions.csv")
        try company.write(
            "customer_id,date,active_users,seats\nA,2026-03-05,3,10\n", "inbox/usage.csv")
        try company.write(
            "response_id,customer_id,responded_at,score\nR1,A,2026-03-01,4\n", "inbox/nps.csv")
        return company
    }

    private func page(_ company: Workspace) throws -> String {
        let outcome = try Program.run(["run", "p.yml", "--as-of", "2026-03-31"], in: company.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try company.text("reports/p/latest/report.html")
    }

    /// The cells of a table's row that begins with a text.
    private func row(_ page: String, _ table: String, _ name: String) -> [String] {
        guard let start = page.range(of: "<table id=\"t-\(table)\"") else { return [] }
        let rest = page[start.upperBound...]
        guard let end = rest.range(of: "</table>") else { return [] }
        let rows = rest[..<end.lowerBound].components(separatedBy: "<tr")
        let cells = rows.map { row in
            row.components(separatedBy: "</tr>")[0].components(separatedBy: "</t").dropLast().map { cell in
                cell.replacing(#/<[^>]*>|^[^<]*>|.*<t[hd][^>]*>/#, with: "").trimmingCharacters(in: .whitespaces)
            }
        }
        return cells.first { $0.first == name } ?? []
    }

    @Test func `the list of customers at risk shows what their health is made of, and definitions the windows and weights`()
        throws
    {
        let page = try page(company())
        // 40 × 0.3 + 30 × 0.4 + 30 × 1 = 54.
        #expect(
            row(page, "options", "Customer health: days looked back for use") == [
                "Customer health: days looked back for use", "health.windows.usage", "28",
            ])
        #expect(row(page, "options", "Customer health: weight of Use of seats").last == "40.0%")
        let strict = try self.page(
            company(config: "config: {health: {windows: {usage: 20, voice: 10}, bands: {at_risk: 60}}}\n"))
        #expect(row(strict, "options", "Customer health: days looked back for use").last == "20")
        // Use on 5 March is 27 days old and no longer counts, nor does the answer: nothing is known.
        #expect(!strict.contains("t-at-risk"))
        let risky = try self.page(company(config: "config: {health: {bands: {at_risk: 60}}}\n"))
        #expect(row(risky, "at-risk", "A").prefix(6) == ["A", "1,200", "54.0", "30%", "4.0", "100%"])
    }

    @Test func `one of anything is singular, and no code of a finding stands on the summary`() throws {
        let company = try company()
        try company.write(
            "lead_id,created_at\nL1,2026-03-02\nL2,2026-13-02\n", "inbox/leads.csv")
        let page = try page(company)
        let summary = try #require(page.components(separatedBy: "<main")[1].components(separatedBy: "id=\"s-revenue\"").first)
        #expect(!page.contains(#/\b1 (customers|leads|responses|rows|days|renewals)\b/#))
        #expect(!summary.contains(#/\bbad-date\b|\[[a-z]+-[a-z-]+\]/#))
    }

    @Test func `"(none)" in the data and an empty cell are one member`() throws {
        let company = try company()
        try company.write(
            "customer_id,name,segment\nA,Ann,\nB,Ben,(none)\nC,Cem,(None)\nD,Dan,small\n", "inbox/customers.csv")
        try company.write(
            "subscription_id,customer_id,start_date,end_date,arr\nS1,A,2025-11-01,,100\nS2,B,2025-11-01,,20\nS3,C,2025-11-01,,3\nS4,D,2025-11-01,,4000\n",
            "inbox/subscriptions.csv")
        let page = try page(company)
        #expect(row(page, "revenue-by-segment", "(none)").prefix(2) == ["(none)", "€123"])
    }

    @Test func `a period that is not over says so in every title and sentence about it, a whole one nowhere`() throws {
        let company = try company()
        let outcome = try Program.run(["run", "p.yml", "--as-of", "2026-03-20", "--period", "2026-03"], in: company.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let toDate = try company.text("reports/p/latest/report.html")
        #expect(toDate.contains("month 2026-03 (to date)"))
        #expect(!toDate.contains(#/onth 2026-03[^ (]/#))
        #expect(try !page(company).contains("2026-03 (to date)"))
    }
}
