import Facts
import Testing

@testable import Intake

/// Exports that would give a wrong number without a word.
@Suite struct SilentNumbersTests {
    @Test(arguments: [
        "Employee ID,Name,Department,Hire Date,Status\n1,Ann,Sales,2026-01-01,Active\n,,Sales,2026-01-01,Open\n",
        "Employee ID,Name,Department,Hire Date\n1,Ann,Sales,2026-01-01\n,TBH - AE West,Sales,2026-01-01\n,N.N.,Sales,2026-01-01\n",
        "Employee ID,Name,Department,Hire Date\n1,Ann,Sales,2026-01-01\n,Open Req 123,Sales,2026-01-01\n,Vacant,Sales,2026-01-01\n",
        "Employee ID,Employee Name,Department,Start Date,Status\nP1,Ann,Sales,2026-01-01,Filled\nP2,,Sales,2026-01-01,Approved\n",
        "Personalnummer;Name;Abteilung;Eintrittsdatum;Status\n1;Ann;Sales;01.01.2026;Aktiv\n;unbesetzt;Sales;01.01.2026;vakant\n",
        "工号,姓名,部门,岗位,入职日期,员工状态\n1,甲,Sales,销售,2026-01-01,在职\n,待招,Sales,销售,2026-01-01,\n,,Sales,销售,2026-01-01,招聘中\n",
    ])
    func `posts that nobody holds are no people`(_ text: String) throws {
        let result = try TemporaryInbox.result(text, name: "roster-2026-01-20.csv")
        #expect(result.sizes == ["2026-01-01 Sales 1"] && result.codes.contains("open-posts"), "\(result.codes)")
    }

    @Test(arguments: ["Vacanti", "Open Air", "New", "Tobias", "Nn Tran", "空海"])
    func `a name that begins like such a word is a person's`(_ name: String) { #expect(!Roster.isNobody(name)) }

    @Test(arguments: ["Company", "All", "Unternehmen", "全公司"])
    func `the whole company is no team where it is the sum of the teams of each month`(_ whole: String) throws {
        let result = try TemporaryInbox.result(
            "Month,Team,FTE\n2026-10,A,10\n2026-11,A,11\n2026-10,B,5\n2026-11,B,6\n2026-10,\(whole),15\n2026-11,\(whole),17\n",
            name: "headcount.csv")
        #expect(result.facts.headcount?.count == 4 && result.codes == ["total-row"], "\(result.codes)")
    }

    @Test(arguments: [
        ("is_test", "true"), ("Test Subscription", "yes"), ("livemode", "false"), ("IsDeleted", "1"), ("是否测试", "是"),
    ])
    func `subscriptions that were made for tests do not count`(_ name: String, _ cell: String) throws {
        let other = cell == "false" ? "true" : ""
        let result = try TemporaryInbox.result(
            "subscription_id,customer_id,start_date,arr,\(name)\n1,A,2026-01-01,12,\(other)\n2,B,2026-01-01,24,\(cell)\n",
            name: "subscriptions.csv")
        #expect(result.facts.terms?.arr == [1200] && result.codes.contains("deleted-rows"), "\(result.codes)")
    }

    @Test(arguments: [("Is Test", "yes"), ("Test Account", "TRUE"), ("是否测试", "是")])
    func `recurring revenue of customers that serve for tests is told`(_ name: String, _ cell: String) throws {
        let result = try TemporaryInbox([
            "subscriptions.csv": "customer_id,start_date,arr\nA,2026-01-01,12\nB,2026-01-01,24\n",
            "customers.csv": "customer_id,\(name)\nA,\nB,\(cell)\n",
        ]).intake()
        #expect(result.findings.first { $0.kind == .testCustomers }?.message.contains("24.00 USD") == true, "\(result.codes)")
    }

    @Test(arguments: ["paused", "On Hold", "suspended", "pausiert", "暂停"])
    func `subscriptions that rest are told with what they count for`(_ status: String) throws {
        let result = try TemporaryInbox.result(
            "subscription_id,customer_id,start_date,arr,status\n1,A,2026-01-01,12,active\n2,B,2026-01-01,24,\(status)\n",
            name: "subscriptions.csv")
        #expect(result.findings.first { $0.kind == .pausedTerms }?.message.contains("24.00 USD") == true, "\(result.codes)")
    }

    @Test(arguments: [
        (["Nov-50", "10-Jan", "51-200"], true), (["11月50日", "51-200", "201-500"], true),
        (["01. Okt", "51-200", "1000+"], true),
        (["Jan-25", "Feb-25", "Mar-25"], false), (["1-10", "11-50", "51-200"], false), (["10-X", "11-50", "May"], false),
    ])
    func `sizes that a spreadsheet made dates are told beside sizes`(_ members: [String], _ areDates: Bool) throws {
        let rows = members.enumerated().map { "\($0.offset),\($0.element)\n" }.joined()
        let result = try TemporaryInbox(["customers.csv": "customer_id,segment\n" + rows]).intake {
            $0.dimensions = ["segment"]
        }
        #expect(result.codes.contains("sizes-made-dates") == areDates, "\(result.codes)")
    }

    @Test(arguments: ["Date,Score,Count\n2026-11-01,10,50\n2026-11-01,5,2\n", "提交时间,评分,人数\n2026-11-01,10,50\n2026-11-01,5,2\n"])
    func `answers that were counted by score are told`(_ text: String) throws {
        #expect(try TemporaryInbox.result(text, name: "nps.csv").codes.contains("counted-answers"))
    }

    @Test(arguments: ["5 stars", "5★", "5 Sterne", "5星", "★★★★★"])
    func `stars are no answer from 0 to 10`(_ text: String) { #expect(Vocabulary.score(text) == nil) }

    @Test func `numbers of users of days and of months beside each other are told`() throws {
        let result = try TemporaryInbox([
            "usage-a.csv": "Customer ID,Month,MAU,Seats\nA,2026-10,60,80\n",
            "usage-b.csv": "Customer ID,Date,DAU,Seats\nA,2026-10-30,5,80\n", "customers.csv": "customer_id\nA\n",
        ]).intake()
        #expect(result.codes == ["mixed-usage"])
    }

    @Test func `yuan in a column of currencies are the reporting ones where that is theirs`() throws {
        let result = try TemporaryInbox.result("日期,渠道,金额,币种\n2026-11-01,百度,12.5,元\n", name: "spend.csv") {
            $0.currency = Currency("CNY")
        }
        #expect(result.costs == ["2026-11-01 2026-11-01 1250 other"], "\(result.codes)")
    }

    @Test(arguments: ["One-Time", "setup fee", "einmalig", "一次性"])
    func `what is charged once does not recur`(_ kind: String) throws {
        let result = try TemporaryInbox.result(
            "subscription_id,customer_id,start_date,arr,Charge Type\n1,A,2026-01-01,12,Recurring\n2,B,2026-01-01,24,\(kind)\n",
            name: "subscriptions.csv")
        #expect(result.facts.terms?.arr == [1200] && result.codes.contains("charged-once"), "\(result.codes)")
    }

    @Test(arguments: [
        ("-100\n2026-11-04,Meta,-200\n2026-11-06,X,50", true), ("100\n2026-11-04,Meta,-200\n2026-11-06,X,50", false),
    ])
    func `costs most of which are below 0 are told`(_ amounts: String, _ areTold: Bool) throws {
        let result = try TemporaryInbox.result("Date,Merchant,Amount\n2026-11-03,Google,\(amounts)\n", name: "spend.csv")
        #expect(result.codes.contains("negative-costs") == areTold, "\(result.codes)")
    }
}
