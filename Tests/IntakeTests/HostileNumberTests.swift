import Facts
import Testing

@testable import Intake

/// Numbers and dates that nobody meant: each ends in a finding.
@Suite struct HostileNumberTests {
    @Test func `a cost over a mistyped year is rejected, not spread`() throws {
        let inbox = TemporaryInbox([
            "spend.csv": """
            date,end_date,amount
            0026-02-01,2026-02-28,100
            1926-02-01,2026-02-28,100
            2026-02-01,2206-02-28,100
            2026-02-01,2026-02-28,100

            """
        ])
        let result = try inbox.intake { $0.maxRejected = 1 }
        #expect(result.costs == ["2026-02-01 2026-02-28 10000 other"])
        #expect(result.findings.filter { $0.code == "long-span" }.map(\.count).reduce(0, +) == 2)
        #expect(result.codes.contains("bad-date"))
    }

    @Test(arguments: ["0026-03-05", "0026-03-05 10:00", "05.03.0026", "1899-03-05"])
    func `a year before 1900 is none`(_ date: String) throws {
        let inbox = TemporaryInbox(["leads.csv": "lead_id,created_at\nL1,2026-03-05\nL2,2026-03-14\nL3,\(date)\n"])
        let result = try inbox.intake { $0.maxRejected = 1 }
        #expect(result.facts.leads?.count == 2)
        #expect(result.report("leads.csv").rejected == 1)
    }

    @Test func `deals of one lead whose amounts add up to too much have none`() throws {
        let deals = (1...20).map { "O\($0),L1,2026-02-02,2026-03-02,9999999999999999.99\n" }.joined()
        let inbox = TemporaryInbox([
            "leads.csv": "lead_id,created_at,won_at\nL1,2026-02-01,\nL2,2026-02-01,\n",
            "opportunities.csv": "opportunity_id,lead_id,created_at,won_at,amount\n\(deals)O99,L2,2026-02-02,2026-03-02,5\n",
        ])
        let result = try inbox.intake()
        #expect(result.codes.contains("deals-too-large"))
        #expect(result.facts.deals?.rows.amounts?.filter { $0 != Leads.noAmount } == [500])
    }

    @Test func `what rounding adds up to is told however many decimals rates have`() throws {
        let rows = (1...60_000).map { "2026-02-01,1.0000000000000000\($0 % 9),EUR\n" }.joined()
        let inbox = TemporaryInbox([
            "spend.csv": "date,amount,currency\n\(rows)", "fx_rates.csv": "currency,rate\nEUR,0.90499999999999999\n",
        ])
        let result = try inbox.intake()
        #expect(result.facts.spend?.count == 60_000 && !result.rounding.isZero)
    }

    @Test(arguments: ["-1", "−3", " -12 months", "(1)", "+1", "0", "1e3", "99999999999999999999"])
    func `an interval with a sign, or of no months, is none`(_ text: String) { #expect(!SourceRules.isInterval(text)) }
}
