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

}
