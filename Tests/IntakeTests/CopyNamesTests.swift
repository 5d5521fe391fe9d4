import Facts
import Testing

@testable import Intake

/// Files that a browser, a desktop or a person has numbered or called a copy.
@Suite struct CopyNamesTests {
    @Test(arguments: [
        ("Campaign report (1)", "Campaign report", 2), ("Campaign report(12)", "Campaign report", 13), ("广告报表 - 副本", "广告报表", 1),
        ("广告报表（2）", "广告报表", 3), ("report copy", "report", 1), ("report copy 2", "report", 2), ("Copy of report", "report", 1),
        ("report_final_v2", "report", 2), ("report v3", "report", 3), ("Kosten - Kopie", "Kosten", 1),
        ("google ads account 2", "google ads account 2", 0), ("Videokopie", "Videokopie", 0),
        ("costs (EMEA)", "costs (EMEA)", 0),
        ("report 2026-10-02", "report 2026-10-02", 0), ("(1)", "(1)", 0),
    ])
    func names(_ name: String, _ rest: String, _ number: Int) {
        let parts = CopyNames.parts(name)
        #expect(parts.name == rest && parts.number == number, "\(parts)")
    }

    private static let header = "Day,Campaign,Cost,Impressions\n"
    private static let old =
        header + "2026-10-01,Brand,100,10\n2026-10-01,Gen,50,10\n2026-10-02,Brand,110,10\n2026-10-02,Gen,60,10\n"
    private static let new =
        header
        + "2026-10-01,Brand,100,10\n2026-10-01,Gen,50,10\n2026-10-02,Brand,115,10\n2026-10-02,Gen,66,10\n2026-10-03,Gen,7,1\n"

    @Test(arguments: [
        "Campaign report (1).csv", "Campaign report - Copy.csv", "Copy of Campaign report.csv", "Campaign report v2.csv",
    ])
    func `a report that was downloaded again takes the place of the first`(_ name: String) throws {
        let inbox = TemporaryInbox(["Campaign report.csv": Self.old])
        inbox.write(name, Self.new)
        let result = try inbox.intake()
        #expect(result.facts.spend?.amounts.reduce(0, +) == 33_800, "\(result.costs)")
        #expect(result.codes.contains("restated-costs"), "\(result.codes)")
    }

    @Test func `reports of one name whose amounts are all others both count, and a warning says so`() throws {
        let inbox = TemporaryInbox(["Campaign report.csv": Self.old])
        inbox.write(
            "Campaign report (1).csv",
            Self.header + "2026-10-01,Brand,7,10\n2026-10-01,Gen,8,10\n2026-10-02,Brand,9,10\n2026-10-02,Gen,10,10\n")
        let result = try inbox.intake()
        #expect(result.facts.spend?.amounts.reduce(0, +) == 35_400 && result.codes.contains("doubtful-copy"), "\(result.codes)")
    }

    @Test func `the numbers of two accounts are no copies`() throws {
        let inbox = TemporaryInbox(["account 1.csv": Self.old])
        inbox.write("account 2.csv", Self.new)
        #expect(!(try inbox.intake().codes.contains("restated-costs")))
    }
}
