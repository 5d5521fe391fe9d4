import Facts
import Testing

@testable import Intake

/// Sums that stand above the rows of their groups without a word that says so.
@Suite struct GroupSumsTests {
    private func result(_ rows: [String]) throws -> IntakeResult {
        try TemporaryInbox.result("Channel,Month,Amount\n" + rows.joined(separator: "\n") + "\n", name: "spend.csv")
    }

    @Test func `they do not count where the whole file is such groups`() throws {
        let result = try result([
            "Search,2026-09,1234.56", "Brand,2026-09,1000.00", "Generic,2026-09,234.56", "Social,2026-09,777.77",
            "Video,2026-09,700.00", "Image,2026-09,77.77",
        ])
        #expect(result.facts.spend?.amounts == [100_000, 23_456, 70_000, 7777], "\(result.costs)")
        #expect(result.export.excluded == 2 && result.codes.contains("total-row"))
    }

    @Test func `round amounts may be sums by chance, so they count with a warning`() throws {
        let result = try result([
            "Search,2026-09,30", "Brand,2026-09,10", "Generic,2026-09,20", "Social,2026-09,40", "Video,2026-09,15",
            "Image,2026-09,25",
        ])
        #expect(result.facts.spend?.amounts.reduce(0, +) == 14_000 && result.codes.contains("sum-without-name"))
    }

    @Test(
        "rows of other dates, a rest that is no group, and a single group are no proof",
        arguments: [
            [
                "A,2026-07,1234.56", "B,2026-08,1000.00", "C,2026-09,234.56", "D,2026-07,777.77", "E,2026-08,700.00",
                "F,2026-09,77.77",
            ],
            [
                "A,2026-09,1234.56", "B,2026-09,1000.00", "C,2026-09,234.56", "D,2026-09,777.77", "E,2026-09,700.00",
                "F,2026-09,77.77", "G,2026-09,5.00",
            ],
            [
                "A,2026-09,1777.79", "B,2026-09,1000.00", "C,2026-09,700.00", "D,2026-09,60.02", "E,2026-09,7.77",
                "F,2026-09,10.00",
            ],
        ])
    func unproved(_ rows: [String]) throws {
        let result = try result(rows)
        #expect(result.facts.spend?.count == rows.count, "\(result.costs) \(result.codes)")
    }
}
