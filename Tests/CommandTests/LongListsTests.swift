import Foundation
import Languages
import Testing

@Suite struct LongListsTests {
    @Test func `of 1,200 contract ends the page lists the 1,000 with most ARR, and says what the others come to`() throws {
        let place = try Workspace()
        try place.write("grain: month\nperiods: 2\ninbox: inbox\n", "p.yml")
        let terms = (1...1200).map { "S\($0),C\($0),2025-04-01,2026-04-01,\($0)\n" }.joined()
        try place.write("subscription_id,customer_id,start_date,end_date,arr\n" + terms, "inbox/subscriptions.csv")
        let outcome = try Program.run(["run", "p.yml", "--as-of", "2026-02-28"], in: place.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let page = try place.text("reports/p/latest/report.html")
        // 1 + 2 + … + 200
        #expect(page.contains("Listed are the 1,000 with most ARR of 1,200; the other 200 together are $20.1k."))
        #expect(page.contains(">C201<") && !page.contains(">C200<"))
    }
}
