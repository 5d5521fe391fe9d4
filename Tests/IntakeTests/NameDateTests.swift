import Facts
import Testing

@testable import Intake

/// Dates in names of files that end with the year, as people of different countries write them.
@Suite struct NameDateTests {
    private func order(_ names: [String], _ locale: String = "en") -> NameDates.Order {
        NameDates.Order(of: names, locale: locale)
    }

    @Test func `one name with a number above 12 shows what comes first in all`() {
        for (names, day) in [
            (["Deals 10-28-2026", "Deals 11-02-2026"], "2026-11-02"), (["Deals 28-10-2026", "Deals 11-02-2026"], "2026-02-11"),
            (["spend 10.28.2026", "spend 11.02.2026"], "2026-11-02"), (["spend 28.10.2026", "spend 11.02.2026"], "2026-02-11"),
            (["nps_10282026", "nps_11022026"], "2026-11-02"), (["nps_28102026", "nps_11022026"], "2026-02-11"),
        ] {
            for locale in ["en", "en-GB", "de"] {
                let order = order(names, locale)
                #expect(order.isShown && NameDates.latest(in: names[1], order)?.description == day, "\(names) \(locale)")
            }
        }
    }

    @Test func `where no name shows it the locale says it`() {
        #expect(NameDates.latest(in: "11-02-2026", order(["11-02-2026"]))?.description == "2026-11-02")
        #expect(NameDates.latest(in: "11-02-2026", order(["11-02-2026"], "en-GB"))?.description == "2026-02-11")
        #expect(NameDates.latest(in: "11.02.2026", order(["11.02.2026"], "de"))?.description == "2026-02-11")
        #expect(!order(["11-02-2026", "2026-10-28", "28-10-2026", "10-28-2026"]).isShown)
    }

    @Test func `a number above 12 is the day whatever the others show`() {
        #expect(NameDates.latest(in: "28-10-2026", order(["10-28-2026"]))?.description == "2026-10-28")
        #expect(NameDates.latest(in: "10-28-2026", order(["28-10-2026"]))?.description == "2026-10-28")
    }

    @Test func `the newest of American exports counts, and a date in doubt is an assumption`() throws {
        let old = "Opportunity ID,Stage,Close Date,Created Date,Amount\n1,Negotiation,10/31/2026,10/01/2026,1200\n"
        let new = "Opportunity ID,Stage,Close Date,Created Date,Amount\n1,Closed Won,10/31/2026,10/01/2026,1200\n"
        let shown = try TemporaryInbox(["Opportunities 10-28-2026.csv": old, "Opportunities 11-02-2026.csv": new]).intake()
        func wins(_ result: IntakeResult) -> [Day?]? {
            result.facts.deals?.rows.reached.last??.map { $0.isMissing ? nil : $0.day(in: .utc) }
        }
        #expect(wins(shown) == [Day("2026-10-31")])
        #expect(shown.files.allSatisfy { $0.assumptions.allSatisfy { !$0.contains("file's name") } })
        let assumed = try TemporaryInbox(["Opportunities 10-12-2026.csv": old, "Opportunities 11-02-2026.csv": new]).intake()
        #expect(wins(assumed) == wins(shown))
        #expect(
            assumed.report("Opportunities 11-02-2026.csv").assumptions.contains { $0.contains("is taken to be 2026-11-02") })
    }
}
