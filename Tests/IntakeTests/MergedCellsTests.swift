import Facts
import Testing

@testable import Intake

/// Names that stand only in the first row of their group, as spreadsheets write merged cells.
@Suite struct MergedCellsTests {
    private func result(_ text: String) throws -> IntakeResult {
        try TemporaryInbox.result(text, name: "spend.csv") { $0.dimensions = ["channel"] }
    }

    private func channels(_ result: IntakeResult) -> [String] {
        guard let spend = result.facts.spend else { return [] }
        return (0..<spend.count).map { result.facts.dimensions[0].members[spend.members[0]?[$0] ?? 0] }
    }

    @Test(
        "a name in the first row of its group is of all its rows, where the days or other names begin anew",
        arguments: [
            "Channel,Month,Amount\nSearch,2026-08,100\n,2026-09,200\n,2026-10,300\nSocial,2026-08,50\n,2026-09,60\n,2026-10,70\n",
            "渠道,月份,金额\nSearch,2026年8月,100\n,2026年9月,200\n,2026年10月,300\nSocial,2026年8月,50\n,2026年9月,60\n,2026年10月,70\n",
            "Channel,Category,Month,Amount\nSearch,Ads,2026-09,100\n,Tools,2026-09,200\n,Fees,2026-09,300\nSocial,Ads,2026-09,50\n,Tools,2026-09,60\n"
                + ",Fees,2026-09,70\n",
        ])
    func merged(_ text: String) throws {
        let result = try result(text)
        #expect(channels(result) == ["Search", "Search", "Search", "Social", "Social", "Social"])
        #expect(result.facts.spend?.amounts.reduce(0, +) == 78_000 && result.codes == ["filled-cells"], "\(result.codes)")
        #expect(result.export.assumptions.contains { $0.contains("merged cells") })
    }

    @Test(
        "where nothing proves it, what has no name has none",
        arguments: [
            // A book: its days go on.
            ("Date,Channel,Amount\n2026-09-01,Search,100\n2026-09-02,,7\n2026-09-03,Social,50\n2026-09-04,,60\n", true),
            // Names come again.
            (
                "Date,Channel,Amount\n2026-09-01,Search,100\n2026-09-02,,7\n2026-09-01,Social,50\n2026-09-02,,60\n2026-09-01,Search,5\n",
                false
            ),
            // The first row has none.
            ("Date,Channel,Amount\n2026-09-01,,100\n2026-09-02,Search,7\n2026-09-01,,50\n2026-09-02,Social,60\n", false),
        ])
    func unproved(_ text: String, _ isWarned: Bool) throws {
        let result = try result(text)
        #expect(channels(result).contains("(none)") || channels(result).contains(""), "\(channels(result))")
        #expect(result.codes.contains("merged-cells") == isWarned && !result.codes.contains("filled-cells"), "\(result.codes)")
    }
}
