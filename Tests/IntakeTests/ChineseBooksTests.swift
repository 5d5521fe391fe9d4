import Facts
import Testing

@testable import Intake

/// What exports of Chinese companies call things, and where they say what amounts are in.
@Suite struct ChineseBooksTests {
    @Test(
        "a contract ends when its column says, however it is called",
        arguments: [
            "合同到期日期", "合同到期日", "合同终止日期", "合同截止日期", "合同结束时间", "服务到期时间", "服务截止日期", "有效期至", "过期时间", "解约日期",
        ])
    func ends(_ name: String) throws {
        let result = try TemporaryInbox.result(
            "合同编号,客户编号,合同开始日期,\(name),年费\nH1,C1,2025-10-01,2026-10-01,100\n", name: "合同.csv")
        #expect(result.terms == ["H1 C1 2025-10-01 2026-10-01 10000"] && !result.codes.contains("unread-ends"))
    }

    @Test func `dates that are named for an end and are not read are told where nothing else ends`() throws {
        let unread = try TemporaryInbox.result(
            "合同编号,客户编号,开始日期,履约截止的日子,年费\nH1,C1,2025-10-01,2026-10-01,100\n", name: "合同.csv")
        let finding = try #require(unread.findings.first { $0.kind == .unreadEnds })
        #expect(finding.severity == .warning && finding.message.contains("`履约截止的日子`"))
        for name in ["next invoice", "calendar date", "vendor approved"] {
            let other = try TemporaryInbox.result(
                "customer_id,start_date,arr,\(name)\nC1,2025-10-01,5,2026-10-01\n", name: "subscriptions.csv")
            #expect(!other.codes.contains("unread-ends"), "\(name)")
        }
    }

    @Test(
        "a title above the table says what all amounts are in",
        arguments: [
            ("费用报表（单位：万元）\n\n日期,费用\n2026-10-01,2.5\n", "2500000"), ("单位：千元\n日期,费用\n2026-10-01,2.5\n", "250000"),
            ("Marketing spend (in thousands USD)\n\nDate,Amount\n2026-10-01,3.5\n", "350000"),
            ("Marketing spend, 2026\n\nDate,Amount\n2026-10-01,3.5\n", "350"),
            ("单位：万元\n日期,费用（元）\n2026-10-01,25000\n", "2500000"),
        ])
    func titles(_ text: String, _ minor: String) throws {
        let inbox = TemporaryInbox(["spend.csv": text])
        let result = try inbox.intake { $0.currency = Currency(text.contains("元") ? "CNY" : "USD") }
        #expect(result.costs.map { $0.split(separator: " ")[2] } == [minor[...]], "\(text)")
    }

    @Test func `a date of closing at another stage is no win`() throws {
        let text =
            "商机编号,创建时间,阶段,成交日期,金额\n1,2026-10-01,赢单,2026-10-20,1000\n2,2026-10-01,输单,2026-10-20,2000\n3,2026-10-01,方案报价,2026-10-20,4000\n"
        let result = try TemporaryInbox.result(text, name: "商机.csv")
        let deals = try #require(result.facts.deals)
        #expect(deals.rows.reached.last??.map { !$0.isMissing } == [true, false, false])
        #expect(deals.rows.lost?.map { !$0.isMissing } == [false, true, false])
        let won = try TemporaryInbox.result("线索编号,创建时间,成交日期\nL1,2026-10-01,2026-10-20\n", name: "线索.csv")
        #expect(won.leads.map { $0.contains("2026-10-20") } == [true])
    }

    @Test func `subscriptions that are no more, or not yet, do not count`() throws {
        for status in ["已撤销", "待审批", "未签", "试用客户", "体验版", "已解约", "提前终止", "已退费", "到期未续", "流失客户", "退租", "结束"] {
            for name in ["状态", "服务状态", "签约状态", "客户状态"] {
                let result = try TemporaryInbox.result(
                    "合同编号,客户编号,开始日期,年费,\(name)\nH1,C1,2025-10-01,100,\(status)\nH2,C2,2025-10-01,5,生效中\n", name: "合同.csv")
                #expect(result.terms.count == 1, "\(name) \(status)")
            }
        }
    }

    @Test func `accounts of the books have their categories, and closing entries do not count`() throws {
        let result = try TemporaryInbox.result(
            "日期,摘要,科目,借方,贷方\n2026-10-02,付款,销售费用-业务宣传费,10,\n2026-10-03,付款,展览费,20,\n2026-10-04,工资,销售人员工资,30,\n"
                + "2026-10-31,结转本期损益,销售费用,,60\n", name: "费用明细.csv")
        #expect(
            result.costs.map { $0.split(separator: " ").dropFirst(2).joined(separator: " ") } == [
                "1000 marketing", "2000 marketing", "3000 sales",
            ])
    }

    @Test func `days of credit are no interval`() throws {
        let inbox = TemporaryInbox(["合同.csv": "合同编号,客户编号,开始日期,金额,账期\nH1,C1,2025-10-01,1200,30\n"])
        #expect(inbox.failure()?.code == "missing-column")
    }
}
