import Facts
import Testing

@testable import Intake

/// Rows of one file that take each other's place though they say something else.
@Suite struct ReplacedRowsTests {
    private func finding(_ text: String, _ name: String) throws -> Finding? {
        let result = try TemporaryInbox([name: text]).intake()
        return result.findings.first { $0.kind == .replacedInFile }
    }

    @Test(arguments: [
        (
            "headcount.csv", "date,team,fte,Location\n2026-10,Sales,4,Berlin\n2026-10,Sales,6,Paris\n",
            "`fte`, `Location`; of `fte` they hold 4"
        ),
        ("headcount.csv", "date,team,fte,Person\n2026-10,Sales,1,A\n2026-10,Sales,1,B\n", "`Person`; of `fte` they hold 1"),
        (
            "usage.csv", "customer_id,date,active_users,User\nA,2026-10-01,1,u1\nA,2026-10-01,1,u2\n",
            "`User`; of `active_users`"
        ),
        (
            "usage.csv", "customer_id,date,active_users,Product\nA,2026-10-01,7,X\nA,2026-10-01,2,Y\n",
            "`active_users`, `Product`"
        ),
        ("customers.csv", "customer_id,owner\nA,Ann\nA,Bob\n", "differ in `owner`"),
        (
            "opportunities.csv",
            "opportunity_id,created_at,stage,closed_at,amount\nD1,2026-10-01,Won,2026-10-09,100\nD1,2026-10-01,Won,2026-10-09,50\n",
            "`amount`"
        ),
        ("nps.csv", "response_id,responded_at,score\nR1,2026-10-01,9\nR1,2026-10-02,3\n", "`score`"),
    ])
    func `rows of one key that differ are told with what differs`(_ name: String, _ text: String, _ what: String) throws {
        let finding = try #require(try finding(text, name))
        #expect(finding.severity == .warning && finding.line == 2 && finding.message.contains(what), "\(finding.message)")
        #expect(finding.message.hasPrefix("1 rows have the same"))
    }

    @Test(arguments: [
        ("headcount.csv", "date,team,fte,Location\n2026-10,Sales,4,Berlin\n2026-10,Sales,4,Berlin\n"),
        ("customers.csv", "customer_id,name,owner,Contact\nA,Acme,Ann,Eve\nA,Acme Ltd,Ann,Joe\n"),
        ("leads.csv", "lead_id,created_at,Activity\nL1,2026-10-01,mail\nL1,2026-10-01,call\n"),
        ("headcount.csv", "date,team,fte\n2026-09,Sales,4\n2026-10,Sales,6\n"),
    ])
    func `rows that say the same, as far as it is read, are not told`(_ name: String, _ text: String) throws {
        #expect(try finding(text, name) == nil)
    }

    @Test func `a newer file's rows take the place of an older one's without a word`() throws {
        let result = try TemporaryInbox([
            "headcount-2026-10-01.csv": "date,team,fte\n2026-10,Sales,4\n",
            "headcount-2026-11-01.csv": "date,team,fte\n2026-10,Sales,6\n",
        ]).intake()
        #expect(result.facts.headcount?.fte == [6_000_000_000] && !result.codes.contains("replaced-in-file"))
    }
}
