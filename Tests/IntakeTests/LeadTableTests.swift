import Facts
import Languages
import Testing

@testable import Intake

/// The table of leads takes the cells that were read; nothing that is asked of them later may miss them.
struct LeadTableTests {
    private let one = """
        lead_id,created_at,first_response_at,won_at,lost_at,amount,segment
        L1,2026-01-02,2026-01-03,2026-02-01,,10,smb
        L2,2026-01-05,,,2026-02-02,20,Mid-market
        L3,2026-01-06,,,,,smb

        """

    private func summary(_ result: IntakeResult) -> [String] {
        guard let leads = result.facts.leads else { return [] }
        func day(_ column: StampColumn?, _ row: Int) -> String {
            guard let column else { return "-" }
            return column[row].isMissing ? "·" : column[row].day(in: .utc).description
        }
        return (0..<leads.count).map { row in
            ([leads.ids[row]] + leads.reached.map { day($0, row) } + [day(leads.responded, row), day(leads.lost, row)]
                + [
                    leads.amounts.map { $0[row] == Leads.noAmount ? "·" : String($0[row]) } ?? "-",
                    leads.members[0].map { result.facts.dimensions[0].members[$0[row]] } ?? "-",
                ]).joined(separator: " ")
        }
    }

    @Test func `a stage called as another column is both`() throws {
        let result = try TemporaryInbox(["leads.csv": one]).intake { $0.stages = ["lead", "first_response", "lost", "won"] }
        #expect(
            summary(result).first == "L1 2026-01-02 2026-01-03 · 2026-02-01 2026-01-03 · 1000 smb")
        #expect(summary(result)[1] == "L2 2026-01-05 · 2026-02-02 · · 2026-02-02 2000 Mid-market")
    }

    @Test func `rows of all files count the same whether or not some are replaced`() throws {
        let whole = try TemporaryInbox(["leads.csv": one]).intake()
        let parts = try TemporaryInbox([
            "leads-2026-01-31.csv": one.replacing("L2,2026-01-05,,,2026-02-02,20", with: "L2,2026-01-04,,,,5"),
            "leads-2026-02-28.csv": one.split(separator: "\n")[0] + "\nL2,2026-01-05,,,2026-02-02,20,Mid-market\n",
        ]).intake()
        #expect(summary(parts).sorted() == summary(whole).sorted())
        #expect(parts.files.map(\.replaced) == [1, 0])
        #expect(parts.newestEvents[.leads] == whole.newestEvents[.leads])
    }

    @Test func `gates find the cells of leads that became their table`() throws {
        let inbox = TemporaryInbox(["leads.csv": one])
        func codes(_ change: @escaping (inout SourceRules) -> Void) -> [String] {
            let error = inbox.failure { settings in
                var rules = SourceRules()
                change(&rules)
                settings.rules[.leads] = rules
            }
            return error.map { [$0.code] } ?? []
        }
        #expect(codes { $0.unique = ["segment"] } == ["repeated-key"])
        #expect(codes { $0.unique = ["segment", "created_at"] } == [])
        let early = ValueRange.days(nil, Day("2026-01-05"))
        #expect(codes { $0.ranges = ["created_at": early] } == ["out-of-range"])
    }

    @Test(arguments: [
        ("2023-01-01 12:17:00", true), ("", true), ("-12.5 %", true), ("12h", false), ("一", false), ("Ａ", false),
        ("@[`{", true),
    ])
    func `what has no letter says nothing in words`(_ text: String, _ isLetterless: Bool) {
        #expect(text.isLetterless == isLetterless)
        if isLetterless { #expect(TotalWords.saying(text) == nil) }
    }
}
