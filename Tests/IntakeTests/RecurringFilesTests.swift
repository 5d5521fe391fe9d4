import Facts
import Testing

@testable import Intake

/// Files of recurring revenue that lack what would make them count, and subscriptions as billing systems write them.
@Suite struct RecurringFilesTests {
    @Test(
        "a list of what customers pay is no list of customers: what it lacks is said",
        arguments: [
            ("ARR.csv", "Customer ID,Customer Name,Segment,ARR\nC1,Acme,SMB,1200\n", "`date`"),
            ("mrr_oct.csv", "Account,Company,MRR\nC1,Acme,100\n", "`date`"),
            ("订阅 20261031.csv", "客户编号,客户名称,负责人,ARR\nC1,甲,张,1200\n", "`start_date`"),
        ])
    func lacking(_ name: String, _ text: String, _ column: String) throws {
        let error = try #require(TemporaryInbox([name: text]).failure())
        #expect(error.code == "missing-column" && error.message.contains(column), "\(error)")
    }

    @Test func `customers with a column of ARR are told where nothing else gives ARR`() throws {
        let customers = "Customer ID,Customer Name,ARR\nC1,Acme,1200\n"
        let alone = try TemporaryInbox(["customers.csv": customers]).intake()
        let finding = try #require(alone.findings.first { $0.kind == .unreadRevenue })
        #expect(finding.severity == .warning && finding.column == "ARR" && finding.message.hasPrefix("`ARR` is not read"))
        let other = try TemporaryInbox([
            "customers.csv": customers,
            "subscriptions.csv": "subscription_id,customer_id,start_date,mrr\nS1,C1,2026-01-01,100\n",
        ]).intake()
        #expect(!other.codes.contains("unread-revenue"))
        let plain = try TemporaryInbox(["customers.csv": "Customer ID,Customer Name,Revenue\nC1,Acme,1200\n"]).intake()
        #expect(!plain.codes.contains("unread-revenue"))
    }

    @Test func `snapshots with a month in Chinese are snapshots`() throws {
        let result = try TemporaryInbox.result("客户编号,统计月份,MRR\nC1,2026-09,100\nC1,2026-10,200\n", name: "mrr.csv")
        #expect(result.terms.map { $0.suffix(6) } == ["120000", "240000"])
    }

    @Test func `what ended at 0 while others are paid for is told`() throws {
        func zeros(_ rows: String...) throws -> Finding? {
            try TemporaryInbox.result(
                "subscription_id,customer_id,plan,status,start_date,cancelled_at,mrr\n" + rows.joined(separator: "\n") + "\n",
                name: "subscriptions.csv"
            ).findings.first { $0.kind == .endedAtZero }
        }
        let running = "S1,C1,pro,active,2026-01-05,,100"
        let found = try #require(
            try zeros(running, "S2,C2,pro,cancelled,2025-01-05,2026-10-10,0", "S3,C3,pro,paused,2026-01-05,,0"))
        #expect(found.severity == .warning && found.line == 3 && found.message.hasPrefix("2 subscriptions"))
        #expect(try zeros(running, "S2,C2,pro,cancelled,2025-01-05,2026-10-10,50") == nil)
        #expect(try zeros(running, "S2,C2,free,active,2025-01-05,,0") == nil)
        // Free plans end too.
        #expect(
            try zeros(
                running, "S2,C2,free,cancelled,2025-01-05,2026-10-10,0", "S3,C3,pro,cancelled,2025-01-05,2026-10-10,50",
                "S4,C4,pro,cancelled,2025-01-05,2026-10-10,50") == nil)
        #expect(try zeros("S2,C2,pro,cancelled,2025-01-05,2026-10-10,0") == nil)
    }

    @Test func `intervals in the words of billing systems`() {
        for (text, months) in [
            ("Every 3 months", 3), ("Every month", 1), ("every 1 year", 12), ("Annual Prepaid", 12), ("Yearly (prepaid)", 12),
            ("2 years", 24),
            ("Billed monthly", 1), ("monthly billing", 1), ("1 month(s)", 1), ("Annual plan", 12), ("每3个月", 3), ("年付（预付）", 12),
            ("按季度付款", 3), ("12-month", 12), ("quarterly, in advance", 3),
        ] { #expect(Vocabulary.months(interval: text) == Int64(months), "\(text)") }
        for text in [
            "weekly", "every 2 weeks", "Annual, billed monthly", "monthly billed annually", "every", "prepaid", "once", "-1",
            "每",
            "每2周", "0 months", "",
        ] { #expect(Vocabulary.months(interval: text) == nil, "\(text)") }
    }

    @Test func `millionths of a currency are told by the name of their column`() throws {
        for name in ["Spend (micro currency)", "Cost (micros)", "Spend (in microcurrency)", "spend_micros", "cost micro"] {
            let result = try TemporaryInbox.result("Date,Campaign,\(name)\n2026-10-05,A,5000000\n", name: "spend.csv")
            #expect(
                result.costs == ["2026-10-05 2026-10-05 500 marketing"] || result.costs == ["2026-10-05 2026-10-05 500 other"],
                "\(name)")
        }
    }

    @Test func `months of a Chinese contract are its interval`() throws {
        let result = try TemporaryInbox.result(
            "客户名称,合同编号,合同金额,合同期限（月）,开始日期,到期日期\n甲公司,H1,24000,24,2026-01-01,2027-12-31\n", name: "合同台账.csv")
        #expect(result.terms == ["H1 甲公司 2026-01-01 2028-01-01 1200000"])
    }
}
