import Facts
import RollUps
import Seeded
import Testing

@testable import Metrics

/// A naive second computation of the damped trend: the recurrences as they are printed, every combination of rates tried to the end.
private struct PrintedTrend {
    static func ahead(_ values: [Double], season: Int?, _ count: Int) -> [Double] {
        let length = season ?? 1
        var deviations = [Double](repeating: 0, count: length)
        if let season {
            for place in 0..<season {
                for year in [0, 1] {
                    let mean = (0..<season).reduce(0.0) { $0 + values[year * season + $1] } / Double(season)
                    deviations[place] += (values[year * season + place] - mean) / 2
                }
            }
        }
        let points = (1...min(10, values.count)).map { (x: Double($0), y: values[$0 - 1] - deviations[($0 - 1) % length]) }
        let (xs, ys) = (
            points.map(\.x).reduce(0, +) / Double(points.count), points.map(\.y).reduce(0, +) / Double(points.count)
        )
        let slope = points.reduce(0) { $0 + ($1.x - xs) * ($1.y - ys) } / points.reduce(0) { $0 + ($1.x - xs) * ($1.x - xs) }
        var (least, best) = (Double.infinity, [Double]())
        for alpha in [0.1, 0.3, 0.5, 0.7, 0.9] {
            for beta in [0, 0.1, 0.3] {
                for phi in [0.8, 0.9, 0.98] {
                    for gamma in season == nil ? [0] : [0.05, 0.2] {
                        var (level, trend, seasons, errors) = (ys - slope * xs, slope, deviations, 0.0)
                        for (t, value) in values.enumerated() {
                            let error = value - (level + phi * trend + seasons[t % length])
                            (level, trend) = (level + phi * trend + alpha * error, phi * trend + alpha * beta * error)
                            seasons[t % length] += gamma * (1 - alpha) * error
                            errors += error * error
                        }
                        guard errors < least else { continue }
                        least = errors
                        best = (1...count).map { step in
                            let damped = (1...step).reduce(0.0) { sum, power in
                                sum + (1...power).reduce(1.0) { product, _ in product * phi }
                            }
                            return level + damped * trend + seasons[(values.count + step - 1) % length]
                        }
                    }
                }
            }
        }
        return best
    }
}

@Suite struct ProjectingTests {
    private func close(_ a: [Double], _ b: [Double]) -> Bool {
        a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= 1e-9 * max(1, abs($0), abs($1)) }
    }

    @Test(arguments: 1...30)
    func `the damped trend is what the printed recurrences give`(_ seed: Int) {
        var dice = Seeded(UInt64(seed))
        let season: Int? = seed % 3 == 0 ? 4 : nil
        var value = 1000.0
        let values = (0..<Int.random(in: 12...40, using: &dice)).map { place in
            value += Double.random(in: -20...40, using: &dice)
            return value + (season == nil ? 0 : [80, -10, -60, -10][place % 4])
        }
        #expect(close(DampedTrend(values[...], season: season).ahead(6), PrintedTrend.ahead(values, season: season, 6)))
    }

    @Test func `what grows steadily goes on growing, a little less each time`() {
        let foresight = Foresight(
            (1...24).map { 100.0 * Double($0) }, season: nil, sums: [.init(weights: [1]), .init(weights: [0, 1])])
        #expect(foresight.beatsNaive)
        let values = foresight.ranges.map { $0!.value }
        #expect(values[0] > 2400 && values[0] <= 2500 && values[1] > values[0] && values[1] - values[0] <= values[0] - 2400)
    }

    @Test func `what does not change is not projected, as that it does not change is known`() {
        #expect(!Foresight([Double](repeating: 7, count: 30), season: nil, sums: []).beatsNaive)
    }

    @Test(arguments: [2, 3])
    func `seasons count where there are three of them`(_ years: Int) {
        let shape: [Double] = [0, 5, 9, 14, 30, 22, 10, -5, -20, -28, -25, -12]
        let values = (0..<years * 12).map { 1000 + Double($0) + shape[$0 % 12] * 10 }
        let foresight = Foresight(values, season: 12, sums: [.init(weights: [0, 0, 0, 0, 1])])
        #expect((foresight.season != nil) == (years == 3))
        if years == 3 { #expect(abs(foresight.ranges[0]!.value - (1000 + 36 + 4 + 300)) < 15) }
    }

    @Test(arguments: 1...10)
    func `about four in five of what comes later is within the interval`(_ seed: Int) {
        var dice = Seeded(UInt64(seed))
        var (held, all) = (0, 0)
        for _ in 0..<40 {
            var (value, drift) = (500.0, 6.0)
            let values = (0..<60).map { _ in
                drift += Double.random(in: -1...1, using: &dice)
                value += drift + Double.random(in: -5...5, using: &dice)
                return value
            }
            let foresight = Foresight(Array(values.prefix(58)), season: nil, sums: [.init(weights: [0, 1])])
            let range = foresight.ranges[0]!
            all += 1
            if (range.low...range.high).contains(values[59]) { held += 1 }
        }
        #expect(held * 100 >= all * 60)
    }

    private let calendar = PeriodCalendar()

    private func outlook(_ id: String, _ series: [String: @Sendable (Period) -> Double?], after name: String) throws -> Outlook?
    {
        let period = calendar.period(named: name)!
        let values = FixedValues { measure, frame, _ in
            let days = Period(grain: period.grain, start: frame.start, end: frame.end, name: "")
            return series[measure]?(days).map { .inexact($0) }
        }
        let catalogue = try Catalogue.standard()
        let judge = Judge(values, catalogue: catalogue, calendar: calendar, asOf: period.end + 20)
        return judge.outlook(try #require(catalogue.subject(id)), after: period)
    }

    /// What grows by 1 a day from a day on, added up over a period's days.
    private func growing(from start: Day) -> @Sendable (Period) -> Double? {
        { period in
            guard period.start >= start else { return nil }
            return (0...(period.end - period.start)).reduce(0.0) { $0 + 100 + Double(period.start + $1 - start) }
        }
    }

    @Test func `a flow of the quarter is what is there and the coming days' share of the coming weeks`() throws {
        let start = calendar.period(named: "2025-W40")!.start
        let spend = growing(from: start)
        let found = try #require(try outlook("spend", ["spend": spend], after: "2026-W46"))
        #expect(found.obstacle == nil && !found.isStock && found.ahead.map(\.period.name) == (47...50).map { "2026-W\($0)" })
        // The last week before 2027 is of seven days, three of which are of the next quarter.
        let quarter = calendar.period(named: "2026-Q4")!
        var (weeks, week, history): ([Period], Period, [Double]) = ([], calendar.period(named: "2026-W47")!, [])
        while week.start <= quarter.end {
            weeks.append(week)
            week = calendar.after(week)
        }
        var past = calendar.period(named: "2026-W46")!
        while let value = spend(past) {
            history.insert(value, at: 0)
            past = calendar.before(past)
        }
        let ahead = PrintedTrend.ahead(history, season: nil, weeks.count)
        let known = spend(quarter.upTo(Day("2026-11-15")!))!
        let expected =
            known
            + zip(weeks, ahead).reduce(0) { sum, next in
                let days = next.0.end <= quarter.end ? 7 : quarter.end - next.0.start + 1
                return sum + next.1 * Double(days) / 7
            }
        #expect(weeks.count == 7 && abs(found.quarter!.value.double - expected) < 0.01)
        #expect(found.quarter!.period == quarter && Number.less(found.quarter!.low, found.quarter!.high))
    }

    @Test func `a stock ends the quarter between the weeks around its end`() throws {
        let start = calendar.period(named: "2025-W40")!.start
        let arr: @Sendable (Period) -> Double? = { $0.start >= start ? 1000 + 10 * Double($0.end - start) : nil }
        let found = try #require(try outlook("arr", ["arr_closing": arr], after: "2026-W52"))
        #expect(found.isStock && found.quarter!.period.name == "2026-Q4")
        let (now, next) = (arr(calendar.period(named: "2026-W52")!)!, found.ahead[0].value.double)
        #expect(abs(found.quarter!.value.double - (now + (next - now) * 4 / 7)) < 0.011)
    }

    @Test func `months lead to their quarter, and quarters to no other`() throws {
        let start = Day("2023-01-01")!
        let values = ["spend": growing(from: start)]
        #expect(try outlook("spend", values, after: "2026-11")?.quarter?.period.name == "2026-Q4")
        #expect(try outlook("spend", values, after: "2026-12")?.quarter?.period.name == "2027-Q1")
        let quarters = try #require(try outlook("spend", values, after: "2026-Q3"))
        #expect(quarters.quarter == nil && quarters.ahead.map(\.period.name) == ["2026-Q4", "2027-Q1", "2027-Q2", "2027-Q3"])
    }

    @Test func `with fewer than twelve periods, of a rate, or of what is undefined nothing is projected`() throws {
        let eleven: [String: @Sendable (Period) -> Double?] = [
            "spend": growing(from: Day("2026-01-01")!), "customers_new": { _ in 3 },
        ]
        #expect(try outlook("spend", eleven, after: "2026-11")?.obstacle == .short(11))
        #expect(try outlook("spend", eleven, after: "2026-12")?.obstacle == nil)
        #expect(try outlook("cac", eleven, after: "2026-12") == nil)
        #expect(try outlook("arr", eleven, after: "2026-12") == nil)
        #expect(try outlook("customers_new", eleven, after: "2026-12")?.obstacle == .naive)
    }
}
