import Facts
import Testing

@testable import Intake

/// Tasks as planning tools export them.
@Suite struct PlanToolTests {
    private func tasks(_ text: String) throws -> IntakeResult { try TemporaryInbox.result(text, name: "tasks.csv") }

    @Test func `a closed issue that nobody will do is dropped`() throws {
        let result = try tasks(
            "Summary,Key,Status,Assignee,Due date,Resolution\nA,G-1,Done,Bob,2026-11-01,Done\nB,G-2,Closed,Bob,2026-11-10,Won't Do\n"
                + "C,G-3,Closed,Bob,2026-11-10,Duplicate\nD,G-4,In Review,Bob,2026-11-10,Unresolved\n")
        #expect(result.facts.actions.map(\.said) == [.done, .dropped, .dropped, .inProgress])
    }

    @Test func `a board's list is the status of its cards`() throws {
        let result = try tasks(
            "Card ID,Card Name,Due Date,Due Complete,List Name\nc1,A,2026-11-01,true,Done\nc2,B,2026-11-20,false,Doing\nc3,C,2026-11-10,false,To Do\n"
        )
        #expect(result.facts.actions.map(\.said) == [.done, .inProgress, .notStarted])
    }

    @Test func `the end of a timeline is when a task is due`() throws {
        let result = try tasks(
            "Name,Person,Status,Timeline - Start,Timeline - End,Department\nA,Bob,Stuck,2026-10-01,2026-11-10,Sales\n")
        #expect(result.facts.actions.first?.due == Day("2026-11-10") && result.facts.actions.first?.start == Day("2026-10-01"))
    }

    @Test func `titles of groups are no tasks where tasks have ids, and are told where they have none`() throws {
        let known = try tasks(
            "Name,Owner,Status,Due date,Item ID\nLaunch,,,,\nA,Bob,Done,2026-11-01,1\nB,Ann,Doing,2026-11-20,2\nAfter,,,,\nC,Ann,Stuck,2026-12-20,3\n"
        )
        #expect(known.facts.actions.map(\.task) == ["A", "B", "C"] && known.codes.contains("group-rows"))
        let unknown = try tasks(
            "Name,Owner,Status,Due date,Department\nLaunch,,,,\nA,Bob,Done,2026-11-01,CS\nB,Ann,Doing,2026-11-20,CS\nAfter,,,,\nC,Ann,Stuck,2026-12-20,CS\n"
        )
        #expect(unknown.facts.actions.count == 5)
        let finding = try #require(unknown.findings.first { $0.kind == .bareTasks })
        #expect(finding.severity == .warning && finding.line == 2 && finding.message.hasPrefix("2 of 5 rows"))
        let list = try tasks("Task,Owner,Due date\nA,,\nB,,\nC,Bob,2026-11-01\n")
        #expect(list.facts.actions.count == 3 && !list.codes.contains("bare-tasks"))
    }

    @Test func `fractions in a column of percent are told`() throws {
        let small = try tasks("Task,Due date,% Complete\nA,2026-11-01,100%\nB,2026-11-01,0.5\nC,2026-11-01,0\n")
        #expect(small.findings.first { $0.kind == .smallPercents }?.message.hasPrefix("1 values") == true)
        let whole = try tasks("Task,Due date,% Complete\nA,2026-11-01,100\nB,2026-11-01,0.5\n")
        #expect(!whole.codes.contains("small-percents"))
        let signed = try tasks("Task,Due date,% Complete\nA,2026-11-01,0.5%\nB,2026-11-01,0\n")
        #expect(!signed.codes.contains("small-percents"))
    }

    @Test func `an open issue is not begun`() throws {
        let result = try tasks("Task,Due date,Status\nA,2026-11-01,Open\nB,2026-11-01,Selected for Development\n")
        #expect(result.facts.actions.map(\.said) == [.notStarted, .notStarted] && !result.codes.contains("unknown-status"))
    }
}
