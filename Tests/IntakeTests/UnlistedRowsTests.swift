import Facts
import Testing

@testable import Intake

/// Rows that the newest export of a name does not have any more.
@Suite struct UnlistedRowsTests {
    private static func terms(_ customers: some Sequence<Int>, end: String = "") -> String {
        "subscription_id,customer_id,start_date,end_date,arr\n"
            + customers.map { "S\($0),C\($0),2026-01-\(9 + $0),\(end),\($0)00\n" }.joined()
    }

    private static func told(_ files: KeyValuePairs<String, String>, _ code: String = "unlisted-terms") throws -> [Finding] {
        try TemporaryInbox(files).intake().findings.filter { $0.code == code }
    }

    @Test func `terms that vanish from a list of running ones count on, and that is said with the money`() throws {
        let files: KeyValuePairs = [
            "subscriptions-2026-09.csv": Self.terms(1...12), "subscriptions-2026-10.csv": Self.terms(2...12),
            "subscriptions-2026-11.csv": Self.terms(4...14),
        ]
        #expect(try TemporaryInbox(files).intake().facts.terms?.arr.count == 14)
        let told = try Self.told(files)
        let finding = try #require(told.first)
        #expect(told.count == 1 && finding.severity == .warning && finding.file == "subscriptions-2026-11.csv")
        #expect(finding.message.hasPrefix("3 terms of older files (600.00 USD) that have not ended"))
        #expect(finding.message.contains("9 of 11 of subscriptions-2026-10.csv"))
    }

    @Test func `so it is without ids, by customer and start`() throws {
        let files = [Self.terms(1...6), Self.terms(2...6)].map { $0.replacing("subscription_id", with: "note") }
        let told = try Self.told([
            "arr list 2026-10 subscriptions.csv": files[0], "arr list 2026-11 subscriptions.csv": files[1],
        ])
        #expect(told.first?.message.hasPrefix("1 terms of older files (100.00 USD)") == true)
    }

    @Test func `what is new alone, what has ended, and few of many are no list of all`() throws {
        for (older, newer) in [
            (Self.terms(1...10), Self.terms(11...20)), (Self.terms(1...10), Self.terms(1...6)),
            (Self.terms(1...10, end: "2026-10-31"), Self.terms(2...10)), (Self.terms(1...4), Self.terms(1...4)),
            (Self.terms(1...10), Self.terms(1...12)),
        ] {
            #expect(try Self.told(["subscriptions-2026-10.csv": older, "subscriptions-2026-11.csv": newer]).isEmpty)
        }
    }

    @Test func `a list of all before one of what is new, parts of one day and rejected rows are told apart`() throws {
        let after = try Self.told([
            "subscriptions-2026-09.csv": Self.terms(1...10), "subscriptions-2026-10.csv": Self.terms(2...10),
            "subscriptions-2026-11.csv": Self.terms(11...11),
        ])
        #expect(after.first?.file == "subscriptions-2026-10.csv" && after.first?.message.hasPrefix("1 terms") == true)
        let parts = try Self.told([
            "subscriptions-2026-09-30-1.csv": Self.terms(1...6), "subscriptions-2026-09-30-2.csv": Self.terms(7...12),
            "subscriptions-2026-10-31-1.csv": Self.terms(2...6), "subscriptions-2026-10-31-2.csv": Self.terms(7...12),
        ])
        #expect(parts.contains { $0.message.hasPrefix("1 terms of older files (100.00 USD)") })
        let rejected = try Self.told([
            "subscriptions-2026-10.csv": Self.terms(1...6),
            "subscriptions-2026-11.csv": Self.terms(1...6).replacing(",100\n", with: ",x3\n"),
        ])
        #expect(rejected.isEmpty)
    }

    @Test func `ids that were given anew and plans that are called otherwise count twice, and that is said with the money`()
        throws
    {
        let anew = Self.terms(1...10).replacing("\nS", with: "\nsub_")
        let ids = try Self.told(
            ["subscriptions-2026-10.csv": Self.terms(1...10), "subscriptions-2026-11.csv": anew], "renumbered-terms")
        #expect(ids.first?.message.hasPrefix("10 terms of subscriptions-2026-10.csv (5500.00 USD) are in this file") == true)
        #expect(ids.first?.message.contains("under another `subscription_id`") == true && ids.first?.severity == .warning)
        let header = "customer_id,start_date,plan,arr\n"
        let plans = try Self.told(
            [
                "subscriptions-2026-10.csv": header + "C1,2026-01-01,pro,100\nC2,2026-01-01,team,100\n",
                "subscriptions-2026-11.csv": header + "C1,2026-01-01,Professional,100\nC2,2026-01-01,team,100\n",
            ], "renumbered-terms")
        #expect(plans.first?.message.hasPrefix("1 terms of subscriptions-2026-10.csv (100.00 USD)") == true)
        let upgraded = try Self.told(
            [
                "subscriptions-2026-10.csv": header + "C1,2026-01-01,pro,100\n",
                "subscriptions-2026-11.csv": header + "C1,2026-01-01,pro,100\nC1,2026-01-01,seats,100\nC3,2026-01-01,pro,100\n",
            ], "renumbered-terms")
        #expect(upgraded.isEmpty)
    }

    @Test func `a subscription that goes on in another plan is there`() throws {
        let moved = Self.terms(1...10).replacing("S3,C3,2026-01-12,,300", with: "S3,C3,2026-02-01,,900")
        #expect(
            try Self.told(["subscriptions-2026-10.csv": Self.terms(1...10), "subscriptions-2026-11.csv": moved]).isEmpty)
    }

    @Test func `a team that is called otherwise in the same months counts twice, and that is said`() throws {
        func sizes(_ last: String, _ month: String) -> String {
            "date,team,fte\n" + ["Sales", "CS", "Product", "Finance", last].map { "\(month),\($0),2.5\n" }.joined()
        }
        let told = try Self.told(
            ["headcount-2026-10.csv": sizes("Ops", "2026-10"), "headcount-2026-11.csv": sizes("Operations", "2026-10")],
            "unlisted-teams")
        #expect(told.first?.message.hasPrefix("1 rows of older files (2026-10: `fte` 2.5) are of months") == true)
        let months = try Self.told(
            ["headcount-2026-10.csv": sizes("Ops", "2026-10"), "headcount-2026-11.csv": sizes("Operations", "2026-11")],
            "unlisted-teams")
        #expect(months.isEmpty)
    }
}
