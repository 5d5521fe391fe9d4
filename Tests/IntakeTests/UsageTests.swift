import Facts
import Testing

@testable import Intake

/// Exports of product use.
@Suite struct UsageTests {
    private func result(_ text: String) throws -> IntakeResult {
        try TemporaryInbox(["usage.csv": text, "customers.csv": "customer_id\nA\nB\n"]).intake()
    }

    @Test(arguments: [
        "Customer ID,Date,Active Users\nA,2026-10-01,50%\nB,2026-10-01,100%\n",
        "Customer ID,Date,Active Users\nA,2026-10-01,0.5\nB,2026-10-01,0\n",
        "Customer ID,Date,Active Users %\nA,2026-10-01,50\nB,2026-10-01,40\n",
    ])
    func `shares in the place of numbers of users are told`(_ text: String) throws {
        #expect(try result(text).codes == ["shares-for-counts"])
    }

    @Test(arguments: ["1", "12.5", "0"])
    func `single users, means and nobody are numbers of users`(_ users: String) throws {
        #expect(try result("Customer ID,Date,Active Users\nA,2026-10-01,1\nB,2026-10-01,\(users)\n").codes == [])
    }

    @Test(arguments: [
        "Customer ID,Month,MAU,Seats\nA,2026-10,20,40\n", "Customer ID,Week,WAU,Seats\nA,2026-10-26,20,40\n",
        "客户编号,月份,月活跃用户数,席位数\nA,2026年10月,20,40\n", "Customer ID,Week of,Weekly Active Users,Seats\nA,2026-10-26,20,40\n",
    ])
    func `use by the week and the month is read`(_ text: String) throws {
        let result = try result(text)
        #expect(result.facts.usage?.active == [20_000_000_000] && result.facts.usage?.seats == [40_000_000_000])
    }

    @Test func `of users of the day and of the month those of the day count`() throws {
        let result = try result("Customer ID,Date,MAU,DAU\nA,2026-10-01,20,3\n")
        #expect(result.facts.usage?.active == [3_000_000_000])
    }
}
