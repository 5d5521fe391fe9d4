import Foundation
import Languages
import Testing

/// Lists of customers that someone should call, in the page as people read it.
@Suite struct CustomerListTests {
    private func report(_ locale: String) throws -> String {
        let company = try Workspace.company(
            pipeline: "company: Test\nlocale: \(locale)\ngrain: month\nperiods: 3\ninbox: inbox\ndimensions: [plan]\n")
        try company.write(
            """
            subscription_id,customer_id,start_date,end_date,arr,plan,churn reason
            S1,Ada,2025-01-01,,1200.50,Basic,
            S2,Bert,2026-02-10,2026-03-20,2400,Basic,too expensive
            S3,Cleo,2025-01-01,2026-03-10,5000,Pro,
            S4,Cleo,2026-03-10,,3000,Basic,
            """ + "\n", "inbox/subscriptions.csv")
        try company.write(
            "response_id,responded_at,customer_id,score,comment\nR1,2026-01-05,Ada,9,\nR2,2026-03-02,Ada,3,slow\nR3,2026-03-05,Cleo,6,\n",
            "inbox/nps.csv")
        try company.write(
            "lead_id,created_at,opportunity_at,won_at,lost_at,amount\nL1,2025-03-01,2025-04-01,2025-05-01,,900\n"
                + "L2,2025-03-02,2025-04-01,,2025-06-01,\nL3,2026-02-01,2026-02-02,,,\nL4,2026-02-01,2026-02-02,,,\n",
            "inbox/leads.csv")
        try company.write("metric,period,value\nwon,2026-Q1,4\nwon_amount,2026-Q1,1800\n", "inbox/targets.csv")
        let run = try Program.run(["run", "p.yml", "--as-of", "2026-03-31"], in: company.folder)
        #expect(run.status == 0, "\(run.errors)")
        return try company.text("reports/p/latest/report.html")
    }

    /// The rows of a table as they stand in the page, by its title.
    private func rows(_ page: String, _ title: String) throws -> [String] {
        let start = try #require(page.range(of: title)?.upperBound)
        let table = try #require(page[start...].range(of: "<tbody>")?.upperBound)
        let end = try #require(page[table...].range(of: "</tbody>")?.lowerBound)
        return page[table..<end].components(separatedBy: "<tr").dropFirst().map { $0 }
    }

    @Test func `detractors stand by their ARR, with their latest answer`() throws {
        let page = try report("en")
        let found = try rows(page, "<caption>Detractors by ARR, latest answer in the 180 days to 31 Mar 2026")
        #expect(found.count == 2 && found[0].contains("Cleo") && found[1].contains("Ada"))
        #expect(page.contains("Customers whose latest answer is 6 or less: 2, with $4.2k of ARR, 100.0% of all."))
    }

    @Test func `movements say the reason, the plans and the latest answer as far as the data holds them`() throws {
        let page = try report("en")
        #expect(page.contains("too expensive") && page.contains("Pro to Basic, answered 6 on 5 Mar 2026"))
    }

    @Test func `the pipeline's coverage of the quarter's targets is worked out from what is open`() throws {
        let found = try rows(try report("en"), "<caption>Is the quarter&#39;s target covered by the pipeline?")
        // Two are open, of two that ended one was won, for 900.
        #expect(found.count == 2 && found.allSatisfy { $0.contains("<td>50.0%</td>") })
        #expect(found.contains { $0.contains(">25.0%<") } && found.contains { $0.contains(">$900<") })
    }

    @Test func `all of it is said in Chinese too`() throws {
        let page = try report("zh-Hans")
        #expect(page.contains("商机能否覆盖本季度目标？") && page.contains("贬损者（按 ARR）") && page.contains("Pro → Basic"))
    }
}
