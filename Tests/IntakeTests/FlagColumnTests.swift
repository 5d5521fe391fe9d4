import Facts
import Testing

@testable import Intake

/// Columns of yes and no that are named like stages and events.
@Suite struct FlagColumnTests {
    private func flags(_ result: IntakeResult) -> [String] {
        result.findings.filter { $0.kind == .flagsForDates }.compactMap(\.column)
    }

    @Test func `yes and no are no dates of stages: they are left aside with a word, and the rows count`() throws {
        let result = try TemporaryInbox.result(
            "Lead ID,Created Date,Company,MQL,MQL Date,SQL,First Response\n1,2026-10-01,A,TRUE,2026-10-05,Yes,1\n2,2026-10-02,B,FALSE,,No,0\n",
            name: "leads.csv")
        #expect(result.leads == ["1 2026-10-01 2026-10-05 · · · ·", "2 2026-10-02 - · · · ·"])
        #expect(flags(result) == ["First Response"])
        #expect(result.findings.first { $0.kind == .flagsForDates }?.count == 2)
        let chinese = try TemporaryInbox.result(
            "线索编号,创建时间,公司,MQL,来源\n1,2026-10-01,A,是,官网\n2,2026-10-02,B,否,官网\n", name: "线索.csv")
        #expect(chinese.leads.count == 2 && flags(chinese) == ["MQL"])
        let dates = try TemporaryInbox.result(
            "Lead ID,Created Date,MQL,SQL\n1,2026-10-01,2026-10-05,\n2,2026-10-02,,\n", name: "leads.csv")
        #expect(flags(dates).isEmpty && dates.leads == ["1 2026-10-01 2026-10-05 - · · ·", "2 2026-10-02 - - · · ·"])
    }

    @Test func `closed won and closed lost of yes and no close deals on their close date`() throws {
        let result = try TemporaryInbox.result(
            "Opportunity ID,Created Date,Opportunity Name,Closed Won,Closed Lost,Close Date,Amount\n1,2026-10-01,A,Yes,No,2026-10-11,1\n"
                + "2,2026-10-01,B,No,Yes,2026-10-12,1\n3,2026-10-01,C,No,No,2026-12-12,1\n", name: "opportunities.csv")
        #expect(
            result.leadsWithLosses == [
                "1 2026-10-01 won 2026-10-11 lost - 100", "2 2026-10-01 won - lost 2026-10-12 100",
                "3 2026-10-01 won - lost - 100",
            ])
        #expect(flags(result).isEmpty)
    }

    @Test func `an answer of yes leaves the survey dated by its invitation`() throws {
        let result = try TemporaryInbox.result(
            "Response ID,Score,Responded,Sent at\n1,9,Yes,2026-10-01\n2,,No,2026-10-01\n", name: "nps.csv")
        #expect(flags(result) == ["Responded"] && result.facts.surveys?.scores == [9, -1])
    }

    @Test(
        "subscriptions that are cancelled, not active or trials by yes and no go by that",
        arguments: [
            ("Cancelled", "TRUE", "FALSE", "ended-without-date"), ("是否取消", "是", "否", "ended-without-date"),
            ("Active", "No", "Yes", "ended-without-date"), ("Is Trial", "1", "0", "excluded-status"),
            ("是否有效", "否", "是", "ended-without-date"),
        ])
    func subscriptions(_ name: String, _ out: String, _ stays: String, _ code: String) throws {
        let result = try TemporaryInbox.result(
            "Subscription ID,Customer ID,Start Date,\(name),MRR\nS1,C1,2026-01-01,\(stays),100\nS2,C2,2026-01-01,\(out),100\n",
            name: "subscriptions.csv")
        #expect(result.terms.count == 1 && result.terms[0].hasPrefix("S1 C1"), "\(name)")
        #expect(result.codes.contains(code), "\(name)")
    }

    @Test func `a cancelled subscription with a date ends on it, and a date of cancellation stays one`() throws {
        let flagged = try TemporaryInbox.result(
            "Subscription ID,Customer ID,Start Date,Cancelled,End Date,MRR\nS1,C1,2026-01-01,Yes,2026-06-15,100\nS2,C2,2026-01-01,No,,100\n",
            name: "subscriptions.csv")
        #expect(flagged.terms.count == 2 && flagged.terms[0] == "S1 C1 2026-01-01 2026-06-15 120000")
        let dated = try TemporaryInbox.result(
            "Subscription ID,Customer ID,Start Date,Cancelled,MRR\nS1,C1,2026-01-01,2026-06-15,100\nS2,C2,2026-01-01,,100\n",
            name: "subscriptions.csv")
        #expect(dated.terms[0] == "S1 C1 2026-01-01 2026-06-15 120000")
    }

    @Test func `tasks that are ticked off are done`() throws {
        for (name, yes, no) in [("Done", "TRUE", "FALSE"), ("完成", "☑", "□"), ("Completed", "yes", "no")] {
            let result = try TemporaryInbox.result(
                "Task,Department,Due Date,\(name),Owner\nA,Sales,2026-11-01,\(yes),Bob\nB,Sales,2026-11-01,\(no),Bob\n",
                name: "tasks.csv")
            #expect(result.facts.actions.map(\.said) == [.done, nil], "\(name)")
        }
    }
}
