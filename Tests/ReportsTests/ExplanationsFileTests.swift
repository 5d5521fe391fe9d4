import Facts
import Metrics
import RollUps
import Seeded
import Testing

@testable import Reports

@Suite("explanations.csv")
struct ExplanationsFileTests {
    /// The rows of a file, by column; only commas need quotes here.
    private func rows(_ bytes: [UInt8]) -> [[String]] {
        String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map { line in
            let pieces = line.split(separator: "\"", omittingEmptySubsequences: false)
            let texts = pieces.enumerated().map { place, piece in
                String(piece.map { place % 2 == 1 && $0 == "," ? ";" : $0 })
            }
            return texts.joined().split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test(arguments: [Grain.week, .month, .quarter])
    func `the effects of a dimension add up to the difference of the published values`(_ grain: Grain) throws {
        let context = try BuildingFixture(grain: grain, currency: Currency("KWD")).context()
        var values: [String: Double] = [:]
        for row in rows(metricsCSV(context)).dropFirst() where row[5].isEmpty && !row[7].isEmpty {
            values[row[0] + row[2]] = Double(row[7])
        }
        var sums: [[String]: Double] = [:]
        for row in rows(explanationsCSV(context)).dropFirst() { sums[Array(row[..<4]), default: 0] += Double(row[6])! }
        var compared = 0
        for (key, sum) in sums {
            guard let now = values[key[0] + key[1]], let before = values[key[0] + key[2]] else { continue }
            compared += 1
            #expect(abs(sum - (now - before)) < 1e-9 * max(1, abs(now), abs(before)), "\(key)")
        }
        #expect(compared > 20)
    }

    @Test func `the same facts in another order make the same file`() throws {
        let file = explanationsCSV(try BuildingFixture().context())
        #expect(file == explanationsCSV(try BuildingFixture(isShuffled: true).context()))
        let keys = rows(file).dropFirst().map { [$0[0], $0[2], $0[3], $0[4], $0[5]] }
        #expect(keys == keys.sorted { zip($0, $1).first { $0 != $1 }.map { precedes($0, $1) } ?? false })
        #expect(Set(keys).count == keys.count)
    }

    @Test func `ARR is also told by movement and by customer, the smaller ones together`() throws {
        let context = try BuildingFixture().context()
        let arr = try #require(context.explained().first { $0.metric.id == "arr" && $0.comparison.isYearAgo })
        for by in [Explanation.By.movement, .customer] {
            let split = try #require(arr.splits.first { $0.by == by })
            #expect(split.parts.reduce(Number.zero) { $0 + $1.effect } == arr.change)
        }
        let few = try #require(
            context.explainer.fullExplanation(of: arr.metric, arr.comparison, mostCustomers: 2)?.splits.last)
        #expect(few.parts.count == 3)
        #expect(few.parts.last?.member == .others)
        #expect(few.parts.reduce(Number.zero) { $0 + $1.effect } == arr.change)
    }

    @Test func `every metric of the catalogue adds up between any two periods, along every dimension that can be split`() throws
    {
        let context = try BuildingFixture(grain: .month, shown: 4).context()
        var split = 0
        for metric in context.catalogue.metrics {
            for now in context.periods {
                for before in context.periods where before.start != now.start {
                    let explanation = context.explainer.fullExplanation(of: metric, Comparison(now, against: before))
                    guard let explanation else { continue }
                    for parts in [explanation.factors ?? []] + explanation.splits.map(\.parts) where !parts.isEmpty {
                        split += 1
                        let made = parts.reduce(Number.zero) { $0 + $1.effect }
                        let scale = parts.map { $0.effect.magnitude.double }.max() ?? 0
                        if case (.exact, .exact) = (made, explanation.change) {
                            #expect(made == explanation.change, "\(metric.id)")
                        } else {
                            #expect(
                                abs(made.double - explanation.change.double) <= 1e-12 * max(scale, 1), "\(metric.id)")
                        }
                    }
                }
            }
        }
        #expect(split > 300)
    }

    @Test func `nothing is explained of a period to date, of metrics that mature, or of what is undefined`() throws {
        var fixture = BuildingFixture(grain: .month)
        fixture.asOf = Day("2026-11-15")!
        var context = try fixture.context()
        context.periods.append(context.calendar.period(.month, holding: context.asOf).upTo(context.asOf))
        #expect(context.explained().isEmpty)
        #expect(rows(explanationsCSV(context)).count == 1)
    }

    @Test func `what rounding leaves goes to the largest remainders, the first of equal ones`() {
        let thirds = [Number](repeating: Number(1, over: 3), count: 3)
        #expect(apportioned(thirds, to: 1) == [1, 0, 0])
        #expect(apportioned([Number(1, over: 2), Number(-3, over: 2), Number(2)], to: 1) == [1, -2, 2])
        #expect(apportioned([Number(-1, over: 4), Number(1, over: 4)], to: 0) == [0, 0])
        // Both values were ties: one more is published than there are remainders.
        #expect(apportioned([Number(1), Number.zero], to: 2) == [2, 0])
        #expect(apportioned([Number(1), Number.zero], to: 0) == [1, -1])
    }
}
