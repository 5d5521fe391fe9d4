import Facts
import Testing

@testable import Intake

/// Ids whose newest row is rejected.
@Suite struct OlderRowTests {
    private func older(_ files: KeyValuePairs<String, String>) throws -> Finding? {
        try TemporaryInbox(files).intake { settings in
            for name in [SourceName.opportunities, .subscriptions, .surveys] {
                settings.rules[name, default: SourceRules()].maxRejected = 0.9
            }
        }.findings.first { $0.kind == .olderRowCounts }
    }

    @Test func `an older row that counts in the place of a rejected one is told`() throws {
        let header = "Opportunity ID,Created Date,Stage,Close Date\n"
        let found = try #require(
            try older([
                "opportunities 2026-10-01.csv": header
                    + "A1,2026-09-01,Proposal,2026-12-01\nA2,2026-09-01,Proposal,2026-12-01\n",
                "opportunities 2026-11-01.csv": header
                    + "A1 ,2026-09-01,Closed Won,sometime\nA2,2026-09-01,Closed Won,2026-10-20\nA9,soon,Won,\n",
            ]))
        #expect(
            found.severity == .warning && found.line == 2 && found.message.hasPrefix("1 rejected rows")
                && found.message.contains("`A1`"))
        let terms = "subscription_id,customer_id,start_date,mrr\n"
        let term = try older([
            "subscriptions 2026-10-01.csv": terms + "S1,C1,2026-01-01,100\nS2,C2,2026-01-01,100\n",
            "subscriptions 2026-11-01.csv": terms + "S1,C1,2026-01-01,abc\nS2,C2,2026-01-01,200\n",
        ])
        #expect(term?.message.contains("`S1`") == true)
    }

    @Test func `a row that a newer file has too, or no older one, is no matter`() throws {
        let header = "Opportunity ID,Created Date,Stage,Close Date\n"
        let files: KeyValuePairs<String, String> = [
            "opportunities 2026-10-01.csv": header + "A1,2026-09-01,Proposal,2026-12-01\n",
            "opportunities 2026-10-15.csv": header + "A1,2026-09-01,Closed Won,sometime\nA2,2026-09-01,Won,2026-10-12\n",
            "opportunities 2026-11-01.csv": header
                + "A1,2026-09-01,Closed Won,2026-10-20\nA3,2026-09-01,Won,whenever\nA4,2026-09-01,Won,\n",
        ]
        #expect(try older(files) == nil)
    }
}
