import Facts
import Testing

@testable import Intake

/// Records that were deleted or made to try something out, and deals of which nothing says how they ended.
@Suite struct DeletedRecordsTests {
    @Test(arguments: [
        ("leads.csv", "Id,Company,CreatedDate,IsDeleted\nL1,A,2026-10-01,false\nL2,B,2026-10-01,true\n"),
        ("leads.csv", "Lead ID,Created Date,Is Test\nL1,2026-10-01,No\nL2,2026-10-01,Yes\n"),
        ("leads.csv", "线索编号,创建时间,是否删除\nL1,2026-10-01,否\nL2,2026-10-01,是\n"),
        ("opportunities.csv", "Id,IsDeleted,StageName,CreatedDate\nD1,0,Prospecting,2026-10-01\nD2,1,Closed Won,2026-10-01\n"),
        ("deals.csv", "Deal - ID,Deal - Status,Deal - Deal created\n1,open,2026-10-01\n2,deleted,2026-10-01\n"),
        ("customers.csv", "Id,Name,IsDeleted\nC1,Acme,false\nC2,Old,true\n"),
    ])
    func `records that are marked as deleted do not count, and are told`(_ name: String, _ text: String) throws {
        let result = try TemporaryInbox([name: text]).intake()
        let report = result.report(name)
        #expect(report.facts == 1 && report.excluded == 1 && report.rejected == 0, "\(result.codes)")
        #expect(result.findings.first { $0.kind == .deletedRows }?.message.hasPrefix("1 rows") == true)
    }

    @Test func `a time of deletion, an empty mark and a customer of tests are no such mark`() throws {
        let result = try TemporaryInbox([
            "leads.csv": "Lead ID,Created Date,Deleted\nL1,2026-10-01,2026-10-05\nL2,2026-10-01,\n",
            "customers.csv": "customer_id,Is Test\nC1,yes\n",
        ]).intake()
        #expect(result.report("leads.csv").facts == 2 && result.report("customers.csv").facts == 1)
        #expect(!result.codes.contains("deleted-rows"))
    }

    @Test func `an engine leaves a file with such marks to the program`() throws {
        let inbox = TemporaryInbox(["leads.csv": "lead_id,created_at,is_deleted\nL1,2026-10-01,no\n"])
        let error = inbox.failure { $0.countsLeads = true }
        #expect(error?.code == "not-for-engine" && error?.message.contains("deleted") == true)
    }

    @Test func `deals of which no column says how they ended are told`() throws {
        let text = "Opportunity ID,Opportunity Name,Created Date,Close Date\nD1,X,2026-10-01,2026-10-09\n"
        let result = try TemporaryInbox(["opportunities.csv": text]).intake()
        #expect(result.findings.first { $0.kind == .noOutcomes }?.message.contains("1 deals") == true)
        let staged = "Opportunity ID,Created Date,Close Date,Stage\nD1,2026-10-01,2026-12-09,Demo\n"
        #expect(try !TemporaryInbox(["opportunities.csv": staged]).intake().codes.contains("no-outcomes"))
    }

    @Test func `a status that says otherwise than a date of the end is told, and the date counts`() throws {
        let text = """
            Lead ID,Created Date,Status,Won Date,Lost Date
            L1,2026-10-01,Lost,2026-10-05,
            L2,2026-10-01,Won,,2026-10-06
            L3,2026-10-01,Won,2026-10-07,
            L4,2026-10-01,Lost,2026-10-07,2026-10-08
            L5,2026-10-01,Nurture,2026-10-07,

            """
        let result = try TemporaryInbox(["leads.csv": text]).intake()
        let finding = try #require(result.findings.first { $0.kind == .crossedEnds })
        #expect(finding.message.hasPrefix("2 rows") && finding.line == 2 && finding.column == "Status")
        #expect(result.leads.first?.contains("2026-10-05") == true)
    }

    @Test func `the reason of a status closes deals where there is no other, after the status itself`() throws {
        let text = """
            (Do Not Modify) Opportunity,Topic,Status Reason,Created On,Actual Close Date
            O1,a,Won,2026-10-01,2026-10-09
            O2,b,Out-Sold,2026-10-01,2026-10-10
            O3,c,In Progress,2026-10-01,

            """
        let deals = try #require(TemporaryInbox(["opportunities.csv": text]).intake().facts.deals)
        #expect(deals.rows.lost.map { column in column.count { !$0.isMissing } } == 1)
    }
}
