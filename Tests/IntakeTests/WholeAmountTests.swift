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

}
