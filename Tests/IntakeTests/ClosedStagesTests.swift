import Facts
import Testing

@testable import Intake

/// Deals whose stage, or `sources.yml`, says what became of them.
@Suite struct ClosedStagesTests {
    private func deals(_ stages: String..., change: (inout IntakeSettings) -> Void = { _ in }) throws -> IntakeResult {
        let rows = stages.enumerated().map { index, stage in
            "\(index + 1),D\(index + 1),2026-10-01 10:00,2026-10-20 10:00,\(stage),100\n"
        }
        return try TemporaryInbox.result(
            "Record ID,Deal Name,Create Date,Close Date,Deal Stage,Amount\n" + rows.joined(), name: "deals.csv", change)
    }

    private func undecided(_ result: IntakeResult) -> Finding? { result.findings.first { $0.kind == .undecidedStages } }

    @Test func `a stage with a number before and a reason behind closes the deal`() throws {
        let result = try deals("6 - Closed Won", "\"Lost: price, timing\"", "Abgeschlossen und gewonnen", "失注", "Negotiation")
        #expect(
            result.leadsWithLosses == [
                "1 2026-10-01 won 2026-10-20 lost - 10000", "2 2026-10-01 won - lost 2026-10-20 10000",
                "3 2026-10-01 won 2026-10-20 lost - 10000", "4 2026-10-01 won - lost 2026-10-20 10000",
                "5 2026-10-01 won - lost - 10000",
            ])
        #expect(undecided(result) == nil)
    }

    @Test func `closed deals of which none is won or lost are reported with their stages`() throws {
        let result = try deals("4711001", "4711002", "4711002", "Contract signed")
        #expect(result.leadsWithLosses.allSatisfy { $0.contains("won - lost -") })
        let finding = try #require(undecided(result))
        #expect(finding.severity == .warning && finding.column == "Deal Stage")
        #expect(finding.message.contains("no deal of this file is won or lost"))
        #expect(finding.message.hasSuffix("`4711002` (2), `4711001` (1), `contract signed` (1)"))
        #expect(finding.hint.contains("won_stages") && finding.hint.contains("`opportunities`"))
    }

    @Test func `a file with wins only may have losses that are not understood`() throws {
        #expect(try undecided(deals("Closed Won", "Parked"))?.message.contains("no deal of this file is lost") == true)
        #expect(try undecided(deals("Closed Lost", "Signed"))?.message.contains("no deal of this file is won,") == true)
        #expect(try undecided(deals("Closed Won", "Closed Lost", "Parked")) == nil)
    }

    @Test func `a stage that says closed and not how is told beside wins and losses, with a date or without`() throws {
        let result = try deals("Closed Won", "Abandoned", "Cancelled - budget", "已关闭", "Negotiation")
        #expect(
            result.leadsWithLosses == [
                "1 2026-10-01 won 2026-10-20 lost - 10000", "2 2026-10-01 won - lost 2026-10-20 10000",
                "3 2026-10-01 won - lost - 10000", "4 2026-10-01 won - lost - 10000", "5 2026-10-01 won - lost - 10000",
            ])
        #expect(
            undecided(result)?.message
                == "closed deals are in stages that say neither won nor lost: `cancelled - budget` (1), `已关闭` (1)")
        let undated = try TemporaryInbox.result("Record ID,Deal Name,Create Date,Deal Stage\n1,A,2026-10-01,Closed\n")
        #expect(undecided(undated)?.message.hasSuffix("`closed` (1)") == true)
    }

    private func undatedEnds(_ result: IntakeResult) -> Finding? { result.findings.first { $0.kind == .closedWithoutDate } }

    @Test func `deals that are won or lost and do not say when stay open, and it is said`() throws {
        let none = try TemporaryInbox.result(
            "商机编号,商机名称,创建时间,销售阶段,预计成交日期,商机金额\n1,A,2026-10-01,方案,2026-12-01,100\n2,B,2026-10-01,赢单,2026-10-20,100\n"
                + "3,C,2026-10-01,放弃,2026-10-21,100\n4,D,2026-10-01,输单审批中,2026-10-21,100\n", name: "商机.csv")
        let finding = try #require(undatedEnds(none))
        #expect(finding.severity == .warning && finding.line == 3 && finding.column == "销售阶段")
        #expect(finding.message.hasPrefix("1 won and 1 lost by their stage"))
        #expect(finding.hint.contains("`closed_at`") && finding.hint.contains("`预计成交日期`"))
        #expect(none.leadsWithLosses.allSatisfy { !$0.contains("2026-10-2") })
        let some = try TemporaryInbox.result(
            "ID,Title,Value,Status,Deal created,Won time,Lost time\n1,A,9,Won,2026-10-01,2026-10-02,\n2,B,9,Lost,2026-10-01,,\n3,C,9,Open,2026-10-01,,\n",
            name: "deals.csv")
        #expect(undatedEnds(some)?.message.hasPrefix("0 won and 1 lost by their stage") == true)
        let flags = try TemporaryInbox.result(
            "Opportunity ID,Name,Created Date,Stage,IsClosed,IsWon\n1,A,2026-10-01,Signed,true,true\n2,B,2026-10-01,Gone,true,false\n"
        )
        #expect(undatedEnds(flags)?.message.hasPrefix("1 won and 1 lost") == true)
        #expect(undecided(flags) == nil)
    }

    @Test func `deals whose ends are dated, and those that are open, want no date`() throws {
        let dated = try deals("Closed Won", "Closed Lost", "Negotiation")
        #expect(undatedEnds(dated) == nil)
        let own = try TemporaryInbox.result(
            "opportunity_id,created_at,stage,won_at,lost_at\n1,2026-10-01,Won,2026-10-02,\n2,2026-10-01,Lost,,2026-10-03\n3,2026-10-01,Proposal,,\n",
            name: "deals.csv")
        #expect(undatedEnds(own) == nil)
        // The pipeline has no stage for wins: their dates are there all the same.
        let short = try TemporaryInbox.result(
            "lead_id,created_at,status,won_at\n1,2026-10-01,Won,2026-10-02\n", name: "leads.csv"
        ) { $0.stages = ["lead", "mql"] }
        #expect(undatedEnds(short) == nil)
    }

    @Test func `deals that close later, or are marked as open, are open`() throws {
        let later = try TemporaryInbox.result(
            "Record ID,Deal Name,Create Date,Close Date,Deal Stage,Amount\n1,A,2026-10-01,2026-12-31,Proposal,100\n")
        #expect(undecided(later) == nil)
        let open = try TemporaryInbox.result(
            "Opportunity ID,Name,Created Date,Close Date,Stage,Closed\n1,A,2026-10-01,2026-10-31,Proposal,0\n2,B,2026-10-01,2026-10-31,Done,1\n"
        )
        #expect(undecided(open)?.message == "closed deals are in stages that say neither won nor lost: `done` (1)")
    }

    @Test func `sources.yml names the stages that mean won and lost`() throws {
        let result = try deals("4711001", "Parked", "Negotiation", "Closed Won") {
            $0.rules[.opportunities, default: SourceRules()].wonStages = ["4711001"]
            $0.rules[.opportunities, default: SourceRules()].lostStages = ["PARKED ", "Closed Won"]
        }
        #expect(
            result.leadsWithLosses == [
                "1 2026-10-01 won 2026-10-20 lost - 10000", "2 2026-10-01 won - lost 2026-10-20 10000",
                "3 2026-10-01 won - lost - 10000", "4 2026-10-01 won - lost 2026-10-20 10000",
            ])
        #expect(undecided(result) == nil)
    }

    @Test func `events of a lead are won and lost in the same words`() {
        let stages = ["lead", "mql", "sql", "opportunity", "won"]
        #expect(Vocabulary.leadEvent("6 - Closed Won", stages: stages) == .stage(4))
        #expect(Vocabulary.leadEvent("Lost: price", stages: stages) == .lost)
        #expect(Vocabulary.leadEvent("Gewonnen", stages: ["lead", "deal"]) == nil)
    }

    @Test func `a win on the day of creation is not before it, an answer only by its time`() throws {
        let result = try TemporaryInbox.result(
            """
            lead_id,created_at,first_response_at,won_at
            1,2026-10-05 15:00,2026-10-05,2026-10-05
            2,2026-10-05 15:00,2026-10-05 15:30,2026-10-05 09:00
            3,2026-10-05 15:00,2026-10-05 14:00,2026-10-06
            4,2026-10-05 15:00,2026-10-04,2026-10-04

            """, name: "leads.csv")
        let won = result.findings.first { $0.kind == .wonBeforeCreated }
        let answered = result.findings.first { $0.kind == .answeredBeforeCreated }
        #expect(won?.count == 1 && won?.line == 5)
        #expect(answered?.count == 2 && answered?.line == 4)
    }
}
