import Facts
import Testing

@testable import Intake

/// Rows that stand among costs though nothing was spent: budgets beside what was spent, payments that were declined, claims that
/// nobody has approved.
@Suite struct SpentRowsTests {
    private func total(_ result: IntakeResult) -> Int64 { result.facts.spend?.amounts.reduce(0, +) ?? 0 }

    @Test(
        "where a column names the budget beside what was spent, only the latter counts, and that is said",
        arguments: [
            "Month,Channel,Type,Amount\n2026-09,Search,Budget,100\n2026-09,Search,Actual,90\n",
            "Month,Channel,Scenario,Amount\n2026-09,Search,Actuals,90\n2026-10,Search,Q3 Forecast,95\n",
            "月份,渠道,类型,金额\n2026年9月,百度,预算,100\n2026年9月,百度,实际,90\n",
            "月份,部门,费用类型,版本,金额\n2026年9月,市场部,广告费,预算数,100\n2026年9月,市场部,广告费,实际数,90\n2026年9月,市场部,广告费,差异,-10\n",
            "Monat;Kostenart;Plan/Ist;Betrag\n2026-09;Werbung;Plan;100,00\n2026-09;Werbung;Ist;90,00\n",
            // Of a name that says nothing the cells do.
            "Month,Channel,Column Labels,Amount\n2026-09,Search,Budget,100\n2026-09,Search,Actual,90\n",
        ])
    func budgets(_ text: String) throws {
        let result = try TemporaryInbox.result(text, name: "costs.csv")
        #expect(total(result) == 9000, "\(result.costs)")
        #expect(result.codes.contains("budget-rows"), "\(result.codes)")
        #expect(result.export.excluded > 0 && !result.codes.contains("doubtful-costs"))
    }

    @Test func `what stands beside both counts with a warning`() throws {
        let result = try TemporaryInbox.result(
            "Month,Channel,Version,Amount\n2026-09,A,Budget,100\n2026-09,A,Actual,90\n2026-10,A,Working,70\n", name: "costs.csv"
        )
        #expect(total(result) == 16000 && result.codes.contains("doubtful-costs"))
    }

    @Test func `costs that are nothing but a budget do not count, and what may be a plan counts with a warning`() throws {
        let budget = try TemporaryInbox.result(
            "Month,Channel,Scenario,Amount\n2026-09,A,Budget,100\n2026-10,A,Budget,90\n", name: "costs.csv")
        #expect(total(budget) == 0 && budget.codes.contains("not-spent"))
        let plan = try TemporaryInbox.result(
            "Month,Channel,Type,Amount\n2026-09,A,Planned,100\n2026-10,A,Fixed,90\n", name: "costs.csv")
        #expect(total(plan) == 19000 && plan.codes.contains("doubtful-costs"))
    }

    @Test(
        "types of costs that are no versions of figures change nothing",
        arguments: [
            "Month,Category,Type,Amount\n2026-09,Marketing,Fixed,100\n2026-09,Sales,Variable,90\n",
            "Month,Category,Type,Amount\n2026-09,Marketing,Planned,100\n2026-09,Sales,Unplanned,90\n",
            "月份,科目,类型,金额\n2026年9月,广告费,预算内,100\n2026年9月,广告费,预算外,90\n",
            "Date,Campaign,Vendor,Amount\n2026-09-01,Budget,Actual,100\n2026-09-02,Forecast,Google,90\n",
        ])
    func otherTypes(_ text: String) throws {
        let result = try TemporaryInbox.result(text, name: "costs.csv")
        #expect(total(result) == 19000, "\(result.costs)")
        #expect(Set(result.codes).isDisjoint(with: ["budget-rows", "not-spent", "doubtful-costs"]), "\(result.codes)")
    }

    @Test func `of a budget and what was spent in columns of their own the latter counts`() throws {
        let text = "Month,Channel,Budget,Actual,Variance\n2026-09,Search,100,90,-10\n"
        #expect(total(try TemporaryInbox.result(text, name: "costs.csv")) == 9000)
        #expect(total(try TemporaryInbox.result("月份,渠道,预算,实际\n2026年9月,百度,100,90\n", name: "费用.csv")) == 9000)
    }

    @Test(
        "payments and claims by which nothing was spent do not count, and a warning says so",
        arguments: [
            "Transaction Date,Merchant,Amount,Status\n2026-10-01,Google,100,Cleared\n2026-10-02,Google,40,Declined\n2026-10-03,X,50,Pending\n",
            "Posted date,Merchant,Amount,State\n2026-10-01,Google,100,POSTED\n2026-10-03,X,30,VOIDED\n2026-10-05,X,20,FAILED\n",
            "报销日期,部门,费用类型,金额,审批状态\n2026-10-01,市场部,广告费,100,已通过\n2026-10-02,市场部,广告费,40,已驳回\n2026-10-03,市场部,广告费,30,审批中\n",
            "日期,费用类型,金额,状态\n2026-10-01,广告费,100,已完成\n2026-10-02,广告费,40,已取消\n2026-10-03,广告费,30,已退回\n",
            "Buchungsdatum;Händler;Betrag;Status\n2026-10-01;Google;100,00;Gebucht\n2026-10-02;Google;40,00;Abgelehnt\n2026-10-03;X;30,00;Storniert\n",
            "Date,Merchant,Amount,Approval Status,Payment Status\n2026-10-01,A,60,Approved,Paid\n2026-10-02,A,40,Approved,Not Paid\n"
                + "2026-10-02,A,30,Sent Back to Employee,Not Paid\n",
        ])
    func unspent(_ text: String) throws {
        let result = try TemporaryInbox.result(text, name: "expenses.csv")
        #expect(total(result) == 10000, "\(result.costs)")
        #expect(result.codes.contains("not-spent"), "\(result.codes)")
    }

    @Test func `an entry that was reversed and the one against it both count`() throws {
        let text =
            "Date,Vendor,Amount,Status\n2026-10-01,A,100,Posted\n2026-10-02,B,40,Reversed\n2026-10-03,B,-40,Posted\n2026-10-04,C,30,Voided\n"
        let result = try TemporaryInbox.result(text, name: "expenses.csv")
        #expect(total(result) == 10000 && result.export.excluded == 1, "\(result.costs)")
    }

    @Test func `the state of a campaign is none of its costs`() throws {
        let ads = "Day,Campaign,Status,Cost,Impressions\n2026-10-01,A,Active,100,10\n2026-10-02,B,Cancelled,50,10\n"
        let result = try TemporaryInbox.result(ads, name: "ads.csv")
        #expect(total(result) == 15000 && !result.codes.contains("doubtful-costs"))
        let events = "Date,Campaign,Status,Amount\n2026-10-01,A,Completed,100\n2026-10-02,B,Cancelled,50\n"
        let other = try TemporaryInbox.result(events, name: "events costs.csv")
        #expect(total(other) == 15000 && other.codes.contains("doubtful-costs"))
    }

    @Test func `a row of the budget that cannot be read is no reject, so that nobody mends it into a cost`() throws {
        let text =
            "Month,Channel,Type,Amount\n2026-09,A,Budget,abc\n2026-09,A,Budget,100\n2026-09,A,Actual,90\n2026-10,A,Actual,x\n"
        let result = try TemporaryInbox.result(text, name: "costs.csv")
        #expect(result.export.rejected == 1 && result.export.excluded == 2 && total(result) == 9000)
    }

    @Test func `bills that are not paid yet are costs`() throws {
        let text = "Date,Vendor,Amount,Status\n2026-10-01,A,100,Paid\n2026-10-02,B,40,Awaiting payment\n2026-10-03,B,30,Open\n"
        let result = try TemporaryInbox.result(text, name: "bills costs.csv")
        #expect(total(result) == 17000 && !result.codes.contains("not-spent"))
    }

    @Test(
        "a total of all rows is one, and so is a total of those that count",
        arguments: ["170", "100"])
    func totals(_ total: String) throws {
        let text =
            "Date,Merchant,Amount,Status\n2026-10-01,Google,60,Posted\n2026-10-02,Meta,40,Posted\n2026-10-03,X,70,Declined\n,Total,\(total),\n"
        let result = try TemporaryInbox.result(text, name: "expenses.csv")
        #expect(self.total(result) == 10000, "\(result.costs)")
        #expect(!result.codes.contains("named-like-total"), "\(result.codes)")
    }
}
