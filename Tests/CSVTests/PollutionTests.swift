import Foundation
import Seeded
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
        let (mean, poor) = Self.mean(Pollution.all(style: style, step: 193))
        #expect(mean >= 9.97, "\(poor)")
    }

    /// The bounds of the measure. `MEASURE=1 swift test --filter PollutionTests` takes every file of it, and prints it.
    @Test func `are read as well as they were, each alike and by how common it is`() {
        let isWhole = ProcessInfo.processInfo.environment["MEASURE"] != nil
        let files = Pollution.all(step: isWhole ? 1 : 83)
        var (sum, weighted, weights) = (0.0, 0.0, 0.0)
        var poor: [String: Double] = [:]
        for file in files {
            let (score, weight) = (Score.of(file), Score.weight(file.kind))
            sum += score
            weighted += score * weight
            weights += weight
            if score < 9.99 { poor[file.kind, default: 0] += 10 - score }
        }
        let (plain, common) = (sum / Double(files.count), weighted / weights)
        if isWhole {
            print("damaged files: \(files.count), plain \(plain), weighted \(common) of 10; lost")
            for (kind, lost) in poor.sorted(by: { $0.value > $1.value }) { print("  \(lost) \(kind)") }
        }
        #expect(plain >= 9.97, "\(poor)")
        #expect(common >= 9.98, "\(poor)")
    }

    @Test("of few rows too")
    func small() {
        let (mean, poor) = Self.mean(Pollution.all(rows: Array(Pollution.rows.prefix(12)), step: 17))
        #expect(mean >= 9.9, "\(poor)")
    }

    @Test("where every column is text too, the names that come again tell tables and headers apart")
    func text() throws {
        var seed = Seeded(3)
        let header = ["Name", "City", "Role"]
        let rows = (0..<30).map { _ in
            [
                "Ann \(["Lee", "Poe", "Fox"][seed.next(3)])", ["Oslo", "Rome", "Lima"][seed.next(3)],
                ["chief", "cook"][seed.next(2)],
            ]
        }
        let style = Style()
        for other in [rows.map { Array($0.dropLast()) }, rows, rows.map { $0 + ["x"] }] {
            let names = [Array(header.prefix(other[0].count)), header + ["More"]].first { $0.count == other[0].count }!
            let table = try document(style.file([header] + rows) + style.file([names] + other.dropLast()))
            #expect(table.layout.header == header)
            #expect(table.records == rows)
            #expect(table.findings.map(\.code) == [other[0].count == 3 ? "copied-table" : "second-table"])
        }
        let twice = try document(style.file([header, header] + rows))
        #expect(twice.layout.header == ["Name Name", "City City", "Role Role"])
        #expect(twice.records == rows)
        // At the top of every page it is no other table, and no record.
        let paged = try document((0..<4).map { _ in style.file([header] + rows) }.joined())
        #expect(paged.records == rows + rows + rows + rows)
    }
}
