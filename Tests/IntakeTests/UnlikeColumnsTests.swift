import Facts
import Testing

@testable import Intake

/// Exports of one name of which one has columns that the other lacks.
@Suite struct UnlikeColumnsTests {
    private static let terms = "customer_id,start_date,arr\nC1,2026-01-01,100\nC2,2026-02-01,200\n"

    @Test(arguments: [
        ("customer_id,start_date,arr,plan\nC1,2026-01-01,100,Pro\nC2,2026-02-01,200,Basic\n", "`plan`"),
        ("subscription_id,customer_id,start_date,arr\nS1,C1,2026-01-01,100\nS2,C2,2026-02-01,250\n", "`subscription_id`"),
    ])
    func `terms that two files state by other keys both count, and that is said with the money`(
        _ newer: String, _ column: String
    ) throws {
        for isTurned in [false, true] {
            let (first, second) = isTurned ? (newer, Self.terms) : (Self.terms, newer)
            let inbox = TemporaryInbox(["subscriptions-2026-10.csv": first, "subscriptions-2026-11.csv": second])
            let result = try inbox.intake()
            #expect(result.facts.terms?.arr.count == 4)
            let finding = try #require(result.findings.first { $0.code == "doubtful-keys" })
            #expect(finding.severity == .warning && finding.file == "subscriptions-2026-11.csv")
            #expect(
                finding.message.hasPrefix(
                    "2 rows of subscriptions-2026-10.csv (\(isTurned && newer.contains("250") ? "350" : "300").00 USD)"))
            #expect(finding.message.contains("`customer_id`, `start_date`") && finding.message.hasSuffix("has \(column)"))
            #expect(finding.hint.contains("gtm inputs forget "))
        }
    }

    @Test func `what the newest file has counts once, however many older ones lack the column`() throws {
        let newer = "customer_id,start_date,arr,plan\nC1,2026-01-01,100,Pro\n"
        let result = try TemporaryInbox([
            "subscriptions-2026-09.csv": Self.terms, "subscriptions-2026-10.csv": Self.terms + "C3,2026-03-01,5\n",
            "subscriptions-2026-11.csv": newer, "subscriptions-2026-12.csv": newer + "C4,2026-03-01,5,Pro\n",
        ]).intake()
        let told = result.findings.filter { $0.code == "doubtful-keys" }
        #expect(told.count == 1 && told.first?.message.hasPrefix("1 rows of subscriptions-2026-10.csv (100.00 USD)") == true)
        #expect(told.first?.file == "subscriptions-2026-12.csv")
    }

    @Test func `other customers, other names and the same columns are no doubt`() throws {
        for files: KeyValuePairs<String, String> in [
            [
                "subscriptions-2026-10.csv": Self.terms,
                "subscriptions-2026-11.csv": "customer_id,start_date,arr,plan\nC1,2026-03-01,100,Pro\nC9,2026-01-01,1,Pro\n",
            ],
            [
                "subscriptions-2026-10.csv": Self.terms,
                "subscriptions-2026-11.csv": "customer_id,start_date,arr\nC1,2026-01-01,120\n",
            ],
            [
                "subscriptions emea 2026-10.csv": Self.terms,
                "subscriptions apac 2026-11.csv": "customer_id,start_date,arr,plan\nC1,2026-01-01,100,Pro\n",
            ],
        ] {
            let result = try TemporaryInbox(files).intake()
            #expect(!result.codes.contains("doubtful-keys"))
        }
    }

    @Test func `people counted by team and not by team are told`() throws {
        let result = try TemporaryInbox([
            "headcount-2026-10.csv": "date,fte\n2026-10,15.5\n2026-09,14\n",
            "headcount-2026-11.csv": "date,team,fte\n2026-11,Sales,11\n2026-10,Sales,10\n2026-10,CS,5.5\n",
        ]).intake()
        let finding = try #require(result.findings.first { $0.code == "doubtful-keys" })
        #expect(finding.message.hasPrefix("1 rows of headcount-2026-10.csv (2026-10: `fte` 15.5) have the same `date`"))
    }

    @Test func `a file with ids between files without, and columns that are there and empty, are no other case`() throws {
        let ids = "subscription_id,customer_id,start_date,arr\n"
        let result = try TemporaryInbox([
            "subscriptions-2026-08.csv": ids + "S1,C1,2026-01-01,100\nS2,C2,2026-02-01,200\n",
            "subscriptions-2026-09.csv": Self.terms,
            "subscriptions-2026-10.csv": "customer_id,start_date,arr\nC1,2026-01-01,100\n",
        ]).intake()
        let finding = try #require(result.findings.first { $0.code == "doubtful-keys" })
        #expect(finding.message.hasPrefix("2 rows of subscriptions-2026-08.csv (300.00 USD)"))
        let empty = try TemporaryInbox([
            "subscriptions-2026-10.csv": ids + "S1,C1,2026-01-01,100\n",
            "subscriptions-2026-11.csv": ids + ",C1,2026-01-01,100\n",
        ]).intake()
        #expect(empty.findings.contains { $0.code == "doubtful-keys" && $0.message.hasSuffix("has `subscription_id`") })
    }

    @Test func `a list of people beside a table of teams is no doubt`() throws {
        let result = try TemporaryInbox([
            "headcount-2026-09-30.csv": "name,team,hire date,termination date\nAnn,Sales,2025-01-01,\nBob,CS,2025-01-01,\n",
            "headcount-2026-10-31.csv": "team,month,fte\nSales,2026-10,20\nCS,2026-10,10\n",
        ]).intake()
        #expect(!result.codes.contains("doubtful-keys"))
    }

    private static let (with, without) = ("lead_id,created_at,won_at\n", "lead_id,created_at\n")

    @Test func `a column that the newest export lacks is told as long as rows that had it count without`() throws {
        let rows = "L1,2026-10-01\n"
        for newest in [Self.without + rows, Self.without + rows + "L2,2026-12-01\n", Self.with + "L1,2026-10-01,\n"] {
            let result = try TemporaryInbox([
                "leads-2026-10.csv": Self.with + "L1,2026-10-01,2026-10-05\n", "leads-2026-11.csv": Self.without + rows,
                "leads-2026-12.csv": newest,
            ]).intake()
            let finding = try #require(result.findings.first { $0.code == "gone-column" })
            #expect(finding.severity == .warning && finding.file == "leads-2026-12.csv")
            #expect(finding.message.hasPrefix("leads-2026-10.csv has `won_at`, and this file has none"))
        }
    }

    @Test func `columns that change nothing, other rows, other names and new columns are not missed`() throws {
        let cases: [KeyValuePairs<String, String>] = [
            ["leads-2026-10.csv": Self.with + "L1,2026-10-01,\n", "leads-2026-11.csv": Self.without + "L1,2026-10-01\n"],
            [
                "leads-2026-10.csv": Self.with + "L1,2026-10-01,2026-10-05\n",
                "leads-2026-11.csv": Self.without + "L2,2026-11-01\n",
            ],
            [
                "leads-1.csv": Self.with + "L1,2026-10-01,2026-10-05\n", "leads-2.csv": Self.without + "L1,2026-10-01\n",
            ],
            [
                "subscriptions-2026-10.csv":
                    "subscription_id,customer_id,start_date,mrr,currency,status\nS1,C1,2026-01-01,100,USD,active\n",
                "subscriptions-2026-11.csv": "subscription_id,customer_id,start_date,arr\nS1,C1,2026-01-01,1200\n",
            ],
            [
                "leads-2026-10.csv": Self.without + "L1,2026-10-01\n",
                "leads-2026-11.csv": Self.with + "L1,2026-10-01,2026-10-05\n",
            ],
        ]
        for files in cases { #expect(try !TemporaryInbox(files).intake().codes.contains("gone-column"), "\(files)") }
    }
}
