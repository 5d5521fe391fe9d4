import Facts
import RollUps
import Seeded
import Testing

@Suite struct RevenueTests {
    @Test func `the catalogue's worked example of movements holds`() {
        var company = Company(asOf: "2025-12-31")
        company.term("A", 1000, "2025-01-01", "2025-03-10")
        company.term("A", 1500, "2025-03-10", "2025-06-01")
        company.term("A", 800, "2025-08-01")
        let expected = [
            "arr_new": "1000", "arr_expansion": "500", "arr_contraction": "0", "arr_churn": "1500", "arr_reactivation": "800",
            "arr_closing": "800", "customers_new": "1", "customers_reactivated": "1", "customers_churned": "1",
        ]
        for (measure, value) in expected { #expect(company.value(measure, "2025-01-01", "2025-12-31") == value, "\(measure)") }
    }

    @Test func `the catalogue's worked example of renewals holds`() {
        var company = Company(asOf: "2026-12-31")
        company.term("A", 100, "2025-05-01", "2026-05-01", id: "1")
        company.term("A", 100, "2025-05-10", "2026-05-10", id: "2")
        company.term("A", 100, "2026-05-01", id: "3")
        #expect(company.value("arr_due", "2026-05-01", "2026-05-31") == "200")
        #expect(company.value("arr_renewed", "2026-05-01", "2026-05-31") == "100")
        #expect(company.value("renewals_due", "2026-05-01", "2026-05-31") == "2")
        #expect(company.value("renewals_won", "2026-05-01", "2026-05-31") == "1")
    }

    @Test func `a gap within the grace is no churn, and renewals still see it`() {
        var company = Company(asOf: "2026-12-31")
        company.term("A", 100, "2025-01-01", "2026-01-01")
        company.term("A", 120, "2026-01-11")
        #expect(company.value("arr_churn", "2026-01-01", "2026-01-31") == "100")
        company.settings.churnGraceDays = 10
        #expect(company.value("arr_churn", "2026-01-01", "2026-01-31") == "0")
        #expect(company.value("arr_expansion", "2026-01-01", "2026-01-31") == "20")
        #expect(company.value("arr_closing", "2026-01-05", "2026-01-05") == "100")
        #expect(company.value("arr_due", "2026-01-01", "2026-01-31") == "100")
        company.settings.churnGraceDays = 9
        #expect(company.value("arr_churn", "2026-01-01", "2026-01-31") == "100")
    }

    @Test func `before the month of the first term nothing is defined, and openings begin a month later`() {
        var company = Company(asOf: "2026-12-31")
        company.term("A", 100, "2026-03-15")
        #expect(company.value("arr_closing", "2026-02-01", "2026-02-28") == "n/a")
        #expect(company.value("arr_new", "2026-02-01", "2026-02-28") == "n/a")
        #expect(company.value("arr_opening", "2026-03-01", "2026-03-31") == "n/a")
        #expect(company.value("arr_closing", "2026-03-01", "2026-03-31") == "100")
        #expect(company.value("arr_opening", "2026-04-01", "2026-04-30") == "100")
        #expect(company.value("nrr_base", "2027-02-01", "2027-02-28") == "n/a")
    }

    @Test func `as of a day before all data everything is undefined`() {
        var company = Company(asOf: "2020-01-01")
        company.term("A", 100, "2026-03-15")
        for measure in Measure.all() {
            #expect(company.value(measure.id, "2019-12-01", "2019-12-31") == "n/a", "\(measure.id)")
        }
    }

    @Test func `of snapshots movements are undefined until a period begins after the first`() {
        var company = Company(asOf: "2026-12-31")
        company.term("A", 100, "2026-01-31", "2026-02-28")
        company.term("A", 150, "2026-02-28")
        company.facts.terms?.origin = .snapshots(first: Day("2026-01-31")!)
        #expect(company.value("arr_new", "2026-01-01", "2026-01-31") == "n/a")
        #expect(company.value("arr_closing", "2026-01-01", "2026-01-31") == "100")
        #expect(company.value("arr_expansion", "2026-02-01", "2026-02-28") == "50")
        #expect(company.value("renewals_due", "2026-02-01", "2026-02-28") == "n/a")
    }

    /// ARR of every customer at the end of every day, added up term by term: the second computation.
    @Test(arguments: 1...12)
    func `movements and levels equal a day-by-day computation`(_ seed: UInt64) {
        var dice = Seeded(seed)
        var company = Company(asOf: "2025-12-31")
        let first = Day("2024-01-01")!
        for index in 0..<40 {
            let start = first + Int.random(in: 0..<760, using: &dice)
            let end = Bool.random(using: &dice) ? (start + Int.random(in: 1..<300, using: &dice)).description : nil
            let arr = Int64.random(in: -30...200, using: &dice)
            company.term("C\(Int.random(in: 0..<9, using: &dice))", arr, start.description, end, id: "S\(index)")
        }
        let (facts, asOf) = (company.facts, company.settings.asOf)
        let terms = facts.terms!
        func level(_ customer: UInt32, _ day: Day) -> Int64 {
            let sum = (0..<terms.count).reduce(Int64(0)) { sum, row in
                let counts = terms.customers[row] == customer && terms.starts[row] <= day && day < terms.ends[row]
                return sum + (counts ? terms.arr[row] : 0)
            }
            return max(0, sum)
        }
        let rollUp = LocalRollUp(facts, settings: company.settings)
        var sums: [String: Int64] = [:]
        var hadARR: Set<UInt32> = []
        var day = first
        while day <= asOf {
            for customer in 1..<UInt32(facts.customerIDs.count) {
                let (before, after) = (level(customer, day - 1), level(customer, day))
                let change = abs(after - before)
                if before == 0, after > 0 {
                    sums[hadARR.contains(customer) ? "arr_reactivation" : "arr_new", default: 0] += change
                }
                if before > 0, after == 0 { sums["arr_churn", default: 0] += change }
                if after > before, before > 0 { sums["arr_expansion", default: 0] += change }
                if after < before, after > 0 { sums["arr_contraction", default: 0] += change }
                if after > 0 { hadARR.insert(customer) }
                #expect(rollUp.revenue.level(Int(customer), day) == Int128(after))
            }
            day = day + 1
        }
        let frame = Frame(start: first, end: asOf, stock: asOf)
        for measure in ["arr_new", "arr_reactivation", "arr_churn", "arr_expansion", "arr_contraction"] {
            #expect(rollUp.value(measure, frame, .total) == Number(Int128(sums[measure, default: 0]), over: 100), "\(measure)")
        }
    }
}

@Suite struct SpendTests {
    @Test func `the catalogue's worked example of a month's cost holds`() {
        var parts: [Int64] = []
        SpendDays.spread(3_000_000, from: Day("2026-02-01")!, to: Day("2026-02-28")!) { _, part in
            parts.append(part)
            return true
        }
        #expect(parts == Array(repeating: 107_143, count: 24) + Array(repeating: 107_142, count: 4))
    }

    @Test(arguments: 1...50)
    func `the parts of a cost add up and differ by one unit at most`(_ seed: UInt64) {
        var dice = Seeded(seed)
        let amount = Int64.random(in: -1_000_000...1_000_000, using: &dice)
        let start = Day("2026-01-01")!
        var parts: [Int64] = []
        SpendDays.spread(amount, from: start, to: start + Int.random(in: 0...400, using: &dice)) { _, part in
            parts.append(part)
            return true
        }
        #expect(parts.reduce(0, +) == amount)
        #expect(parts.map(\.magnitude).max()! - parts.map(\.magnitude).min()! <= 1)
        #expect(parts.map(\.magnitude) == parts.map(\.magnitude).sorted(by: >))
    }
}
