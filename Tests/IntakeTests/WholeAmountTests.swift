import Facts
import Testing

@testable import Intake

/// Amounts that are not what they seem: prices of one, and amounts in another currency than a column says.
@Suite struct WholeAmountTests {
    private func subscriptions(_ text: String) throws -> IntakeResult {
        try TemporaryInbox.result(text, name: "subscriptions.csv")
    }

    @Test(arguments: [
        ("Price per seat,Seats", "20,10", 240_000, "-"), ("Unit price,Users", "20,10", 240_000, "-"),
        ("单价,席位数", "20,10", 240_000, "-"),
        ("Price per user (USD),Number of licenses", "20,10", 240_000, "-"),
        ("Price per seat,Note", "20,x", 24_000, "assumed-quantity"),
        ("Price,Quantity", "20,10", 24_000, "unread-quantity"), ("Price,Seats", "20,10", 24_000, "unread-quantity"),
        ("Price,Quantity", "20,1", 24_000, "-"), ("Amount,Seats", "20,10", 24_000, "-"),
        ("Amount,Quantity", "20,10", 24_000, "-"),
    ])
    func `a price of one is multiplied, or it is said that it is not`(
        _ header: String, _ cells: String, _ minor: Int64, _ code: String
    ) throws {
        let result = try subscriptions("Customer ID,Start Date,Interval,\(header)\nA,2026-01-01,month,\(cells)\n")
        #expect(result.facts.terms?.arr == [minor], "\(header)")
        #expect(result.codes == (code == "-" ? [] : [code]), "\(header)")
    }

    private static let rates = "currency,rate\nEUR,1.2\n"

    @Test(arguments: [
        ("MRR (USD)", "EUR", 120_000, "assumed-currency"), ("MRR USD", "EUR", 120_000, "assumed-currency"),
        ("MRR (converted)", "EUR", 120_000, "assumed-currency"), ("MRR (USD)", "USD", 120_000, "-"),
        ("MRR", "EUR", 144_000, "-"),
        ("MRR (base currency)", "EUR", 120_000, "assumed-currency"), ("MRR (base)", "EUR", 144_000, "-"),
        ("MRR (EUR)", "USD", 120_000, "contradicting-currency"), ("MRR ($)", "EUR", 144_000, "contradicting-currency"),
    ])
    func `an amount whose name says its currency is in it`(
        _ header: String, _ currency: String, _ minor: Int64, _ code: String
    ) throws {
        let result = try TemporaryInbox([
            "subscriptions.csv": "Customer ID,Start Date,\(header),Currency\nA,2026-01-01,100,\(currency)\n",
            "fx_rates.csv": Self.rates,
        ]).intake()
        let codes = result.codes.filter { $0.hasSuffix("-currency") }
        #expect(result.facts.terms?.arr == [minor] && codes == (code == "-" ? [] : [code]), "\(header): \(result.codes)")
    }

    @Test func `converted costs and deals are not converted again, and are in the currency that says so`() throws {
        let result = try TemporaryInbox([
            "google ads.csv": "Day,Campaign,Currency code,Cost (Converted currency),Impressions\n2026-10-01,A,EUR,110,5\n",
            "opportunities.csv":
                "Opportunity ID,Created Date,Stage,Close Date,Opportunity Currency,Amount (converted) Currency,Amount (converted)\n"
                + "1,2026-10-01,Closed Won,2026-10-09,GBP,EUR,100\n",
            "fx_rates.csv": Self.rates,
        ]).intake()
        #expect(result.facts.spend?.amounts == [11_000] && result.facts.deals?.rows.amounts == [12_000], "\(result.codes)")
    }

    @Test(arguments: [
        ("MRR_per_Subscriber_-_monthly.csv", "Customer ID,Name,2026-08-31,2026-09-30,2026-10-31", true),
        ("customers by month.csv", "customer_id,Aug 2026,Sep 2026,Oct 2026", true),
        ("ARR by customer.csv", "customer_id,Gold,Silver,Bronze", true),
        ("customers.csv", "customer_id,Gold,Silver,Bronze", false),
        ("customers.csv", "customer_id,2026-08-31,2026-09-30,Note", false),
    ])
    func `a sheet of revenue across that is taken for customers is told`(_ name: String, _ header: String, _ isTold: Bool)
        throws
    {
        let cells = header.split(separator: ",").dropFirst().indices.map { "\($0)0" }.joined(separator: ",")
        let rows = ["A", "B"].map { "\($0),\(cells)\n" }
        let result = try TemporaryInbox.result("\(header)\n" + rows.joined(), name: name)
        #expect(result.codes.contains("unread-revenue") == isTold, "\(name): \(result.codes)")
    }

    private func replaced(_ old: String, _ new: String, header: String, names: [String]) throws -> IntakeResult {
        try TemporaryInbox(["\(names[0]).csv": header + old, "\(names[1]).csv": header + new]).intake()
    }

    @Test(arguments: [
        // A plan that became another, an upgrade with its history, a renamed plan, one term that is gone.
        ("S1,A,basic,2025-01-01,1200\n", "S1,A,pro,2025-01-01,6000\n", "1200.00 USD, is replaced by 6000.00 of"),
        ("S1,A,basic,2025-01-01,1200\n", "S1,A,basic,2025-01-01,1200\nS1,A,pro,2026-01-01,6000\n", ""),
        ("S1,A,basic,2025-01-01,1200\n", "S1,A,Basic 2,2025-01-01,1200\n", ""),
        (
            "S1,A,basic,2025-01-01,1200\nS1,A,addon,2025-01-01,300\n", "S1,A,basic,2025-01-01,1200\n",
            "300.00 USD, is replaced by none of"
        ),
        (
            "S1,A,basic,2025-01-01,1200\nS1,A,addon,2025-01-01,300\n", "S1,A,suite,2025-01-01,1800\n",
            "1500.00 USD, is replaced by 1800.00 of"
        ),
        ("S1,A,basic,2025-01-01,1200\n", "S1,A,basic,2025-01-01,1300\n", "1200.00 USD, is replaced by 1300.00 of"),
    ])
    func `a subscription that a newer file has with another amount is told whatever its plan`(
        _ old: String, _ new: String, _ told: String
    ) throws {
        let result = try replaced(
            old, new, header: "subscription_id,customer_id,plan,start_date,arr\n",
            names: ["subscriptions 2026-09-30", "subscriptions 2026-10-31"])
        let findings = result.findings.filter { $0.kind == .replacedAmount }
        #expect(findings.count == (told.isEmpty ? 0 : 1) && (findings.first?.message ?? "").contains(told), "\(findings)")
    }

    @Test(arguments: [
        (
            "subscriptions", "subscription_id,customer_id,start_date,arr\n", "1,A,2025-01-01,10\n2,B,2025-01-01,20\n",
            "1,X,2025-02-01,10\n2,Y,2025-03-01,20\n", true
        ),
        (
            "subscriptions", "subscription_id,customer_id,start_date,arr\n", "1,A,2025-01-01,10\n2,B,2025-01-01,20\n",
            "1,A,2025-01-01,10\n2,Y,2025-03-01,20\n", false
        ),
        (
            "opportunities", "opportunity_id,created_at,amount\n", "1,2026-01-01,10\n2,2026-01-02,20\n",
            "1,2026-03-01,10\n2,2026-04-01,20\n", true
        ),
        (
            "opportunities", "opportunity_id,created_at,amount\n", "1,2026-01-01,10\n2,2026-01-02,20\n",
            "1,2026-01-01 23:00,15\n2,2026-01-02,25\n", false
        ),
        (
            "nps", "response_id,responded_at,score\n", "1,2026-01-01,9\n2,2026-01-02,8\n", "1,2026-02-01,7\n2,2026-02-02,6\n",
            true
        ),
    ])
    func `ids that come back as other records are those of two systems`(
        _ name: String, _ header: String, _ old: String, _ new: String, _ isTold: Bool
    ) throws {
        let result = try replaced(old, new, header: header, names: ["\(name) DE", "\(name) UK"])
        #expect(result.codes.contains("ids-of-two-systems") == isTold, "\(name): \(result.codes)")
    }

    @Test(arguments: [
        ("employees DE 2026-11-01", "employees UK 2026-11-01", true), ("employees 2026-10-01", "employees 2026-11-01", false),
        ("employees DE 2026-10-01", "employees UK 2026-11-01", false), ("employees DE", "employees UK", false),
    ])
    func `of two lists of people of one day it is told that only one is read`(_ old: String, _ new: String, _ isTold: Bool)
        throws
    {
        let result = try replaced("A,2026-01-01\n", "B,2026-01-01\n", header: "Employee ID,Hire Date\n", names: [old, new])
        #expect(result.codes.contains("rosters-of-one-day") == isTold, "\(old): \(result.codes)")
    }
}
