import Testing

@testable import CSV

@Suite("Damaged files")
struct PollutionTests {
    private static func mean(_ files: [Polluted]) -> (Double, [String]) {
        let scores = files.map { ($0.kind, Score.of($0)) }
        let poor = scores.filter { $0.1 < 9.99 }.map { "\($0.0): \($0.1)" }
        return (scores.reduce(0) { $0 + $1.1 } / Double(scores.count), poor)
    }

    @Test(
        "each with one kind of damage, are read almost without loss",
        arguments: [Style(), Style(quotesAll: true), Style(delimiter: ";")])
    func floor(style: Style) {
        let (mean, poor) = Self.mean(Pollution.all(style: style, step: 97))
        #expect(mean >= 9.97, "\(poor)")
    }

    @Test("of few rows too")
    func small() {
        let (mean, poor) = Self.mean(Pollution.all(rows: Array(Pollution.rows.prefix(12)), step: 17))
        #expect(mean >= 9.9, "\(poor)")
    }
}
