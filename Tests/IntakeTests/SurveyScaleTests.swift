import Facts
import Testing

@testable import Intake

/// Ratings on other scales than that of NPS.
@Suite struct SurveyScaleTests {
    private func survey(_ scores: [Int], _ change: (inout IntakeSettings) -> Void = { _ in }) throws -> IntakeResult {
        let rows = scores.enumerated().map { "R\($0),2026-10-01,\($1)" }.joined(separator: "\n")
        return try TemporaryInbox([
            "survey.csv": "response_id,responded_at,score\n" + rows + "\n", "customers.csv": "customer_id\nA\n",
        ]).intake {
            $0.maxRejected = 1
            change(&$0)
        }
    }

    private static func times(_ count: Int, _ scores: [Int]) -> [Int] { Array(repeating: scores, count: count).flatMap { $0 } }

    static let ratings: [([Int], String)] = [
        (times(8, [5, 4, 5, 3, 1]), "5"), (times(10, [5, 4]), "5"), (times(5, [90, 75, 100, 40, 8]), "100"),
        (times(5, [9, 8, 10, 7, 55]), "100"), (times(4, [0, 10, 20, 50, 80, 100]), "100"),
    ]

    @Test(arguments: ratings)
    func `a file of ratings is rejected whole, with one finding and the line that maps it`(_ scores: [Int], _ scale: String)
        throws
    {
        let result = try survey(scores)
        #expect(result.facts.surveys == nil)
        #expect(result.report("survey.csv").rejected == scores.count)
        let findings = result.findings.filter { $0.file == "survey.csv" }
        #expect(findings.map(\.code) == ["wrong-scale"])
        #expect(findings.first?.count == scores.count)
        #expect(findings.first?.hint.contains("`scale: \(scale)`") == true)
    }

    /// Too few to tell, answers that five stars do not have, and those of a scale of seven.
    static let doubtful: [[Int]] = [
        times(3, [5, 4, 5, 3, 1]), times(8, [5, 4, 5, 3, 1]) + [6], times(8, [5, 4, 5, 3, 1]) + [0], times(4, [7, 6, 7, 5, 2]),
        [1, 2, 3, 4, 5, 5, 4, 3],
    ]

    @Test(arguments: doubtful)
    func `answers that look like those on a shorter scale count with a warning`(_ scores: [Int]) throws {
        let result = try survey(scores)
        #expect(result.facts.surveys?.scores.count == scores.count)
        #expect(result.codes == ["doubtful-scale"])
        #expect(try survey(scores) { $0.rules[.surveys, default: SourceRules()].scale = 10 }.codes == [])
    }

    static let answers: [[Int]] = [
        times(5, [9, 8, 10, 7, 5, 3, 0]), [5, 4, 5, 3, 1], [0, 0, 0, 0, 0, 0, 0, 0], times(3, [7, 6, 7, 5, 2]),
        times(4, [7, 6, 7, 5, 2]) + [8],
    ]

    @Test(arguments: answers)
    func `answers that may be of 0 to 10 count`(_ scores: [Int]) throws {
        let result = try survey(scores)
        #expect(result.facts.surveys?.scores.count == scores.count)
        #expect(result.codes == [])
    }

    @Test func `one survey of several that looks like it is on a shorter scale is told by its name`() throws {
        let nps = (0..<12).map { "N\($0),2026-10-01,NPS,\(7 + $0 % 4)\n" }.joined()
        let stars = (0..<9).map { "S\($0),2026-10-01,Support,\(1 + $0 % 5)\n" }.joined()
        let result = try TemporaryInbox(["nps.csv": "response_id,responded_at,survey,score\n" + nps + stars]).intake()
        #expect(result.facts.surveys?.scores.count == 21)
        let finding = try #require(result.findings.first { $0.kind == .doubtfulScale })
        #expect(finding.message.contains("all 9 answers of `Support` are from 1 to 5"))
    }

    @Test func `a few scores out of range are rejected by themselves`() throws {
        let result = try survey(Self.times(8, [9, 8, 10, 7, 5]) + [55, 11, 77])
        #expect(result.facts.surveys?.scores.count == 40)
        #expect(result.codes == ["bad-score"])
    }

    @Test(arguments: [("7.5", 40), ("-1", 40), ("4.5", 0), ("110", 40)])
    func `a score that five stars do not have shows that answers are of 0 to 10, usable or not`(_ score: String, _ used: Int)
        throws
    {
        let rows = Self.times(8, [5, 4, 5, 3, 1]).map(String.init) + [score]
        let text = rows.enumerated().map { "R\($0),2026-10-01,\($1)\n" }.joined()
        let result = try TemporaryInbox([
            "survey.csv": "response_id,responded_at,score\n" + text, "customers.csv": "customer_id\nA\n",
        ]).intake { $0.maxRejected = 1 }
        #expect(result.facts.surveys?.scores.count ?? 0 == used)
    }

    @Test func `what sources yml says of the scale is taken`() throws {
        let five = try survey([1, 2, 3, 4, 5, 6]) { $0.rules[.surveys, default: SourceRules()].scale = 5 }
        #expect(five.facts.surveys?.scores == [0, 2, 5, 8, 10])
        #expect(five.codes == ["bad-score"])
        let hundred = try survey([0, 69, 70, 89, 90, 100]) { $0.rules[.surveys, default: SourceRules()].scale = 100 }
        #expect(hundred.facts.surveys?.scores == [0, 6, 7, 8, 9, 10])
        let ten = try survey(Self.times(8, [5, 4, 5, 3, 1])) { $0.rules[.surveys, default: SourceRules()].scale = 10 }
        #expect(ten.facts.surveys?.scores.count == 40)
    }

    @Test func `each file is judged by itself`() throws {
        let good = (0..<30).map { "G\($0),2026-10-01,\(6 + $0 % 5)\n" }.joined()
        let stars = (0..<30).map { "S\($0),2026-10-01,\(1 + $0 % 5)\n" }.joined()
        let result = try TemporaryInbox([
            "nps.csv": "response_id,responded_at,score\n" + good,
            "survey stars.csv": "response_id,responded_at,rating\n" + stars,
        ]).intake { $0.maxRejected = 1 }
        #expect(result.facts.surveys?.scores.count == 30)
        #expect(result.report("survey stars.csv").rejected == 30)
    }
}
