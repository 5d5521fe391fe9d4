import Facts
import Testing

@Suite struct DayTests {
    @Test func `a day survives the way to its parts and back`() {
        for number in stride(from: -800_000, through: 800_000, by: 37) {
            let day = Day(number)
            let (year, month, date) = day.civil
            guard (1...9999).contains(year) else { continue }
            #expect(Day(year: year, month: month, day: date) == day)
            #expect(Day(day.description) == day)
        }
    }

    @Test func `dates that do not exist are refused`() {
        for text in ["2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "26-01-01", "2026-1-1", "2026-01-01x", ""] {
            #expect(Day(text) == nil)
        }
        #expect(Day("2024-02-29") != nil)
    }

    @Test(arguments: [
        ("2026-03-31", 1, "2026-02-28"), ("2026-02-28", 12, "2025-02-28"), ("2025-02-28", 12, "2024-02-29"),
        ("2024-02-29", 12, "2023-02-28"), ("2026-05-30", 3, "2026-02-28"), ("2026-11-15", 3, "2026-08-15"),
        ("2026-06-30", 1, "2026-05-31"), ("2026-01-15", 1, "2025-12-15"), ("2026-01-31", -1, "2026-02-28"),
    ])
    func `months before follow the rule of the last day`(_ day: String, _ months: Int, _ expected: String) {
        #expect(Day(day)!.months(before: months).description == expected)
    }

    @Test func `weekdays begin with Monday`() {
        #expect(Day("2026-11-16")!.weekday == 0)
        #expect(Day("2026-11-15")!.weekday == 6)
        #expect(Day("1969-12-29")!.weekday == 0)
    }

    @Test func `an open end stays open whatever is added`() {
        #expect(Day.distantFuture + 1 == .distantFuture)
        #expect(Day.distantFuture.months(before: 12) == .distantFuture)
    }
}

@Suite struct PeriodTests {
    let calendar = PeriodCalendar()

    @Test(arguments: [
        ("2026-11-15", "2026-W46"), ("2026-01-01", "2026-W01"), ("2027-01-03", "2026-W53"), ("2024-12-30", "2025-W01"),
        ("2021-01-01", "2020-W53"),
    ])
    func `weeks are named as ISO 8601 does`(_ day: String, _ name: String) {
        #expect(calendar.period(.week, holding: Day(day)!).name == name)
    }

    @Test func `a week that starts on Sunday is named after its fourth day`() {
        let sundays = PeriodCalendar(weekStart: 6)
        let week = sundays.period(.week, holding: Day("2026-11-15")!)
        #expect(week.start.description == "2026-11-15")
        #expect(week.name == "2026-W47")
    }

    @Test func `a fiscal year is named after the calendar year in which it ends`() {
        let april = PeriodCalendar(fiscalStart: 4)
        let quarter = april.period(.quarter, holding: Day("2026-05-10")!)
        #expect(quarter.name == "2027-Q1")
        #expect(quarter.start.description == "2026-04-01")
        #expect(quarter.end.description == "2026-06-30")
        #expect(april.period(.year, holding: Day("2026-03-31")!).name == "2026")
    }

    @Test func `every period is found again by its name`() {
        for weekStart in 0..<7 {
            for fiscalStart in 1...12 {
                let calendar = PeriodCalendar(weekStart: weekStart, fiscalStart: fiscalStart)
                for grain in Grain.allCases {
                    var period = calendar.period(grain, holding: Day("2028-03-05")!)
                    for _ in 0..<60 {
                        #expect(calendar.period(named: period.name) == period, "\(period.name) \(weekStart) \(fiscalStart)")
                        let before = calendar.before(period)
                        #expect(before.end + 1 == period.start)
                        period = before
                    }
                }
            }
        }
    }

    @Test func `names of no period are refused`() {
        for name in ["2026-W54", "2026-13", "2026-Q5", "2026-W1", "26", "2026-", "2026-11-15", "", "2025-W53"] {
            #expect(calendar.period(named: name) == nil, "\(name)")
        }
    }

    @Test func `a period is cut short by the as-of date it holds`() {
        let month = calendar.period(.month, holding: Day("2026-11-15")!).upTo(Day("2026-11-15")!)
        #expect(month.isToDate)
        #expect(month.end.description == "2026-11-15")
        #expect(!calendar.period(.month, holding: Day("2026-10-15")!).upTo(Day("2026-11-15")!).isToDate)
    }

    @Test func `the same week a year before is 52 weeks before`() {
        let week = calendar.period(.week, holding: Day("2026-11-15")!)
        #expect(week.start - calendar.yearBefore(week).start == 364)
        #expect(calendar.yearBefore(calendar.period(.month, holding: Day("2024-02-29")!)).name == "2023-02")
    }
}
