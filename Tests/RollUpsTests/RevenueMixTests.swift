import Facts
import Seeded
import Testing

@testable import RollUps

/// Recurring beside one-off revenue, and heads by team, against a count day by day.
@Suite struct RevenueMixTests {
    private static func company(_ sales: [(String, Int64)], terms: [(Int64, String, String?)], asOf: String) -> RevenueMix? {
        var company = Company(asOf: asOf)
        for (number, term) in terms.enumerated() { company.term("C\(number)", term.0, term.1, term.2) }
        company.facts.oneOffs = sales.map { OneOff(day: Day($0.0)!, amount: $0.1 * 100) }
        return LocalRollUp(company.facts, settings: company.settings).revenueMix()
    }

    @Test func `a company that moves to subscriptions dips, crosses and recovers`() throws {
        let sales: [(String, Int64)] = [
            ("2026-01-10", 1000), ("2026-02-10", 650), ("2026-03-10", 250), ("2026-04-10", 100), ("2026-05-10", 100),
        ]
        let mix = try #require(
            RevenueMixTests.company(sales, terms: [(3600, "2026-02-01", nil), (9000, "2026-04-01", nil)], asOf: "2026-05-31"))
        #expect(mix.months.map(\.recurring.double) == [0, 300, 300, 1050, 1050])
        #expect(mix.months.map(\.oneOff.double) == [1000, 650, 250, 100, 100])
        #expect(mix.crossing?.period.name == "2026-03")
        #expect(mix.dip?.peak.period.name == "2026-01")
        #expect(mix.dip?.bottom.period.name == "2026-03")
        #expect(mix.recovered?.period.name == "2026-04")
    }

    @Test func `a month that is not over is shown and judged by nothing, and without sales there is nothing`() throws {
        let mix = try #require(
            RevenueMixTests.company(
                [("2026-01-10", 100), ("2026-02-20", 9)], terms: [(3360, "2026-01-01", nil)], asOf: "2026-02-10"))
        #expect(mix.months.map(\.period.isToDate) == [false, true])
        #expect(mix.months[1].oneOff.isZero && mix.months[1].recurring.double == 100)
        #expect(mix.dip == nil)
        #expect(RevenueMixTests.company([("2026-03-10", 100)], terms: [(3650, "2026-01-01", nil)], asOf: "2026-02-10") == nil)
    }

    @Test(arguments: UInt64(1)...8)
    func `each month is a twelfth of its days' mean ARR and its sales, and heads are the teams' latest rows`(_ seed: UInt64)
        throws
    {
        var dice = Seeded(seed)
        var company = RandomFacts.company(&dice)
        let asOf = company.settings.asOf
        company.facts.oneOffs = (0..<40).map { _ in
            OneOff(day: asOf - Int.random(in: -60...500, using: &dice), amount: Int64.random(in: -500...90_000, using: &dice))
        }
        let rollUp = LocalRollUp(company.facts, settings: company.settings)
        let mix = try #require(rollUp.revenueMix())
        for month in mix.months {
            var (daily, sales): (Int128, Int64) = (0, 0)
            for offset in 0...(month.period.end - month.period.start) {
                let day = month.period.start + offset
                daily += rollUp.revenue.closing(0, day)
                for sale in company.facts.oneOffs where sale.day == day { sales += sale.amount }
            }
            let days = month.period.wholeEnd - month.period.start + 1
            #expect(abs(month.recurring.double - Double(daily) / 1200 / Double(days)) < 1e-6)
            #expect(month.oneOff.double == Double(sales) / 100)
        }
        #expect(mix.months.last?.period.end == asOf)
        for day in [asOf, asOf - 40, asOf + 70, asOf + 120] {
            let heads = rollUp.headcount(at: day)
            let frame = Frame(start: day, end: day, stock: day)
            let sum = rollUp.value("fte", frame, .total)
            if day <= asOf { #expect(sum?.double == (heads.isEmpty ? nil : heads.reduce(0) { $0 + $1.fte.double })) }
            if day == asOf + 120 { #expect(heads.isEmpty) }
        }
    }
}
