import Facts
import Testing

@testable import Intake

/// Leads are put together beside other sources; nothing of what comes out tells.
@Suite struct BesideTests {
    private static let rates = "currency,rate\nEUR,0.3333333\nGBP,0.7777777\n"
    private static let terms =
        "subscription_id,customer_id,start_date,end_date,arr,currency,plan,segment\n"
        + "S1,C2,2025-01-01,,10.33,EUR,team,smb\nS2,C1,2025-02-01,,20,USD,team,enterprise\n"
    private static let leads =
        "lead_id,created_at,first_response_at,won_at,amount,currency,customer_id,segment,owner\n"
        + "L1,2026-10-02 10:00,2026-10-01 10:00,2026-10-20,10.01,GBP,C3,mid,Ito\n"
        + "L2,2026-10-03 10:00,,2026-10-21,10,USD,C1,smb,\nL3,2026-10-04 10:00,,,,,C2,enterprise,Ali\n"
        + "L4,soon,,,,,,,\nL5,2026-10-05 10:00,,2026-10-22,7,CHF,,,\nL3,2026-10-06 10:00,,,,,C2,enterprise,Ito\n"

    private func intake(_ files: KeyValuePairs<String, String>) throws -> IntakeResult {
        try TemporaryInbox(files).intake {
            $0.dimensions = ["plan", "segment"]
            $0.keepsOrigins = true
        }
    }

    @Test func `each lead has the customer, the members and the owner that its cells say, whoever else has them`() throws {
        for files: KeyValuePairs in [
            ["fx_rates.csv": Self.rates, "subscriptions.csv": Self.terms, "leads.csv": Self.leads],
            ["fx_rates.csv": Self.rates, "leads.csv": Self.leads],
        ] {
            let facts = try intake(files).facts
            let leads = try #require(facts.leads)
            let found = (0..<leads.count).map { row in
                [
                    leads.ids[row], facts.customerIDs[leads.customers![row]],
                    facts.dimensions[1].members[leads.members[1]![row]],
                    facts.leadOwners[leads.owners![row]],
                ].joined(separator: " ")
            }
            #expect(found.sorted() == ["L1 C3 mid Ito", "L2 C1 smb ", "L3 C2 enterprise Ito"])
            #expect(leads.members[0] == nil)
        }
    }

    @Test func `what is said of leads is said as if they were put together alone`() throws {
        let both = try intake(["fx_rates.csv": Self.rates, "subscriptions.csv": Self.terms, "leads.csv": Self.leads])
        let terms = try intake(["fx_rates.csv": Self.rates, "subscriptions.csv": Self.terms])
        let leads = try intake(["fx_rates.csv": Self.rates, "leads.csv": Self.leads])
        #expect(both.leads == leads.leads && both.terms == terms.terms)
        let report = both.report("leads.csv")
        #expect([report.rows, report.facts, report.replaced, report.rejected] == [6, 3, 1, 2])
        let alone = leads.report("leads.csv")
        #expect(report.newestEvent == alone.newestEvent && report.oldestEvent == alone.oldestEvent)
        #expect(both.findings.filter { $0.file == "leads.csv" } == leads.findings.filter { $0.file == "leads.csv" })
        #expect(Set(both.codes).isSuperset(of: ["answered-before-created", "no-rate", "bad-time"]))
        #expect(both.rejected.first { $0.source == .leads }?.rows == leads.rejected.first { $0.source == .leads }?.rows)
        #expect(both.rates.map(\.currency) == ["EUR", "GBP"] && terms.rates.map(\.currency) == ["EUR"])
        #expect(both.rounding == terms.rounding + leads.rounding && !leads.rounding.isZero && !terms.rounding.isZero)
        #expect(both.newestEvents[.leads] == leads.newestEvents[.leads] && both.facts.sources.contains(.leads))
        #expect((0..<3).map { both.origins.files(.leads, $0) } == (0..<3).map { _ in [1] })
    }

    @Test func `deals are joined to leads that were put together beside others`() throws {
        let deals = "deal_id,lead_id,created_at,stage,amount,won_at\nD1,L2,2026-10-10,won,55,2026-10-25\n"
        let facts = try intake([
            "fx_rates.csv": Self.rates, "subscriptions.csv": Self.terms, "leads.csv": Self.leads, "opportunities.csv": deals,
        ]).facts
        #expect(facts.leads?.count == 3 && facts.deals?.count == 1)
        #expect(facts.deals?.rows.ids[0] == "D1")
    }
}
