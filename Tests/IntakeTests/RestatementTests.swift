import Facts
import Testing

@testable import Intake

/// Costs that a newer export states anew, and exports that overlap.
@Suite struct RestatementTests {
    private static let header = "Day,Campaign,Cost\n"

    private func costs(_ files: KeyValuePairs<String, String>) throws -> (minor: [Int64], result: IntakeResult) {
        let result = try TemporaryInbox(files).intake()
        for file in result.files { #expect(file.rows == file.facts + file.replaced + file.rejected + file.excluded) }
        return (result.facts.spend?.amounts.sorted() ?? [], result)
    }

    @Test func `a newer export of the last days is the truth for the days that both hold, and the change is told`() throws {
        let (minor, result) = try costs([
            "spend-2026-10-02.csv": Self.header + "2026-10-01,Brand,100.00\n2026-10-02,Search,200.00\n",
            "spend-2026-10-04.csv": Self.header + "2026-10-01,Brand,96.50\n2026-10-02,Search,200.00\n2026-10-03,Search,50.00\n",
        ])
        #expect(minor == [5000, 9650, 20_000])
        let finding = try #require(result.findings.first { $0.code == "restated-costs" })
        #expect(finding.severity == .note && result.codes == ["restated-costs"])
        #expect(
            finding.message.contains("300.00 USD are now 296.50 USD") && finding.message.contains("2026-10-01 to 2026-10-02"))
        #expect(result.report("spend-2026-10-02.csv").replaced == 2)
    }

    @Test func `a cost that was credited away is gone, and one that came late is there`() throws {
        var (old, new) = (Self.header, Self.header)
        for row in 1...10 { old += "2026-10-0\(row % 3 + 1),C\(row),10\n" }
        for row in 2...10 { new += "2026-10-0\(row % 3 + 1),C\(row),10\n" }
        new += "2026-10-02,Late,7\n2026-10-04,C1,3\n"
        let (minor, _) = try costs(["ads 2026-10-03.csv": old, "ads 2026-10-05.csv": new])
        #expect(minor == [300, 700] + [Int64](repeating: 1000, count: 9))
    }

    @Test func `fewer than nine in ten known keys add up, and that is said with the money`() throws {
        var (old, new) = (Self.header, Self.header)
        for row in 1...10 { old += "2026-10-01,C\(row),10\n" }
        for row in 3...10 { new += "2026-10-01,C\(row),11\n" }
        let (minor, result) = try costs(["ads 2026-10-03.csv": old, "ads 2026-10-05.csv": new])
        #expect(minor.count == 18)
        let finding = try #require(result.findings.first { $0.code == "doubtful-overlap" })
        #expect(finding.severity == .warning && finding.message.contains("80.00 USD") && finding.message.contains("8 of 10"))
    }

    @Test(arguments: [
        ("ads", Self.header, "2026-10-01,Brand,100\n2026-10-02,Brand,50\n", "2026-10-01,Brand EU,100\n", "100.00 USD"),
        (
            "spend of books", "Month,Account,Amount\n", "2026-10,Advertising,1500\n", "2026-10,Advertising,3100\n",
            "1500.00 USD"
        ),
    ])
    func `days of which nothing is known to be the same add up, and that is said with the money`(
        _ name: String, _ header: String, _ old: String, _ new: String, _ money: String
    ) throws {
        let (minor, result) = try costs([
            "\(name) 2026-10-15.csv": header + old, "\(name) 2026-10-31.csv": header + new,
        ])
        #expect(minor.count == (old + new).count { $0 == "\n" })
        let finding = result.findings.first { $0.code == "doubtful-overlap" }
        #expect(finding?.message.contains("1 rows of \(name) 2026-10-15.csv, \(money)") == true, "\(result.codes)")
    }

    @Test func `names that differ in more than dates, and rows that nothing names, do not restate`() throws {
        let rows = ["2026-10-01,Brand,100\n", "2026-10-01,Brand,90\n"]
        #expect(
            try costs(["ads-a-2026-10-01.csv": Self.header + rows[0], "ads-b-2026-10-02.csv": Self.header + rows[1]]).minor
                .count == 2)
        #expect(try costs(["ads-1.csv": Self.header + rows[0], "ads-2.csv": Self.header + rows[1]]).minor.count == 2)
        #expect(
            try costs([
                "spend-2026-10-01.csv": "date,category,amount\n2026-10-01,sales,100\n",
                "spend-2026-10-02.csv": "date,category,amount\n2026-10-01,sales,90\n",
            ]).minor.count == 2)
    }

    @Test func `each of three files in a chain gives way to the next on the days they share`() throws {
        func day(_ day: Int, _ amount: Int) -> String { "2026-10-\(Day.twoDigits(day)),Brand,\(amount)\n" }
        let (minor, result) = try costs([
            "ads_20261003.csv": Self.header + day(1, 1) + day(2, 2) + day(3, 3),
            "ads_20261004.csv": Self.header + day(2, 20) + day(3, 30) + day(4, 40),
            "ads_20261005.csv": Self.header + day(3, 300) + day(4, 400) + day(5, 500),
        ])
        #expect(minor == [100, 2000, 30_000, 40_000, 50_000])
        #expect(result.findings.count == 2)
        // The last one holds all that the first two do.
        let all = try costs([
            "ads_20261003.csv": Self.header + day(1, 1) + day(2, 2),
            "ads_20261004.csv": Self.header + day(1, 10) + day(2, 20),
            "ads_20261005.csv": Self.header + day(1, 100) + day(2, 200),
        ])
        #expect(all.minor == [10_000, 20_000])
    }

    @Test func `weeks and months are dated by their first day`() throws {
        let weeks = try costs([
            "Campaigns-2026-10-05-2026-10-11.csv":
                "Reporting starts,Reporting ends,Campaign name,Amount spent (USD),Impressions\n2026-10-05,2026-10-08,A,40,1\n2026-10-05,2026-10-08,B,10,1\n",
            "Campaigns-2026-10-05-2026-10-18.csv":
                "Reporting starts,Reporting ends,Campaign name,Amount spent (USD),Impressions\n2026-10-05,2026-10-11,A,70,1\n2026-10-05,2026-10-11,B,20,1\n2026-10-12,2026-10-18,A,5,1\n",
        ])
        #expect(weeks.minor == [500, 2000, 7000])
        let months = try costs([
            "budget Sep 2026.csv": "month,vendor,amount\n2026-08,Acme,10\n2026-09,Acme,20\n",
            "budget Oct 2026.csv": "month,vendor,amount\n2026-09,Acme,25\n2026-10,Acme,30\n",
        ])
        #expect(months.minor == [1000, 2500, 3000])
    }

    @Test func `columns that one of two files lacks are no part of a key`() throws {
        let (minor, _) = try costs([
            "ads-2026-10-02.csv": "date,campaign,cost\n2026-10-01,Brand,100\n",
            "ads-2026-10-03.csv": "date,channel,campaign,cost\n2026-10-01,Search,Brand,90\n2026-10-02,Search,Brand,80\n",
        ])
        #expect(minor == [8000, 9000])
    }

    @Test func `newest is the latest date in a name, in any language, not the order of names`() throws {
        let (minor, _) = try costs([
            "kosten-oktober-2026.csv": "datum,kampagne,kosten\n2026-10-01,Marke,90\n",
            "kosten-september-2026.csv": "datum,kampagne,kosten\n2026-10-01,Marke,100\n",
        ])
        #expect(minor == [9000])
    }

    @Test(arguments: [
        ("spend-2026-10-02", "spend-2026-10-04", true), ("spend 2026-10-02 10-30-00", "spend 2026-10-09 08-00-59", true),
        ("Campaigns-2026-10-05-2026-10-11", "Campaigns-2026-10-12-2026-10-18", true),
        ("ads_20261002T103000", "ads_20261003T090000", true),
        ("ads Oct 1 - Oct 7, 2026", "ads Oct 8 - Oct 14, 2026", true), ("ads-2026-W40", "ads-2026-W41", true),
        ("花费2026年10月2日", "花费2026年10月9日", true), ("ausgaben märz 2026", "ausgaben april 2026", true),
        ("ads-1", "ads-2", false), ("ads-2026-10-02-1", "ads-2026-10-02-2", false),
        ("ads-emea-2026-10", "ads-apac-2026-10", false),
        ("2026-10/ads", "2026-11/ads", true), ("ad-set-2026-10", "ad-2026-10", false),
    ])
    func `names that differ in dates only`(_ a: String, _ b: String, _ isSame: Bool) {
        #expect(
            (NameDates.withoutDates(a) == NameDates.withoutDates(b)) == isSame,
            "\(NameDates.withoutDates(a)) | \(NameDates.withoutDates(b))")
    }

    @Test func `of equal rows in unlike files the one that tells more stays`() throws {
        let inbox = TemporaryInbox([
            "spend-2026-10.csv": "date,amount\n2026-10-01,5\n2026-10-01,5\n",
            "spend-2026-11.csv": "date,amount,category\n2026-10-01,5,sales\n2026-11-01,6,sales\n",
        ])
        #expect(
            try inbox.intake().costs == [
                "2026-10-01 2026-10-01 500 other", "2026-10-01 2026-10-01 500 sales", "2026-11-01 2026-11-01 600 sales",
            ])
    }

    @Test func `answers without ids that a file with ids has too count once`() throws {
        let inbox = TemporaryInbox([
            "nps-2026-10.csv":
                "responded_at,score,respondent_id\n2026-10-01 10:00,9,a@x.example\n2026-10-02 10:00,3,b@x.example\n",
            "nps-2026-11.csv":
                "response_id,responded_at,score,respondent_id\nR1,2026-10-02 10:00,3,b@x.example\nR2,2026-11-01 10:00,10,c@x.example\n",
        ])
        #expect(try inbox.intake().facts.surveys?.scores.sorted() == [3, 9, 10])
    }

    @Test func `what came again with the same bytes is as new as it came last`() throws {
        let (one, two) = ("lead_id,created_at,amount\nL1,2026-10-01,100\n", "lead_id,created_at,amount\nL1,2026-10-01,150\n")
        let inbox = TemporaryInbox(["leads 2026-10-01.csv": one, "leads 2026-10-02.csv": two, "leads 2026-10-03.csv": one])
        let result = try inbox.intake()
        #expect(result.leads == ["L1 2026-10-01 · · · · 10000"])
        #expect(result.report("leads 2026-10-01.csv").sameAs == "leads 2026-10-03.csv")
    }
}
