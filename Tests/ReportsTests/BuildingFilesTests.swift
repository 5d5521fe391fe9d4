import Facts
import Metrics
import RollUps
import Testing

@testable import Reports

@Suite struct BuildingFilesTests {
    private func lines(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test func `values are plain: money with minor digits, counts as they are, the rest with 12 significant digits`() {
        let usd = Currency("USD")
        #expect(plainText(Number(2, over: 3), unit: "money", usd) == "0.67")
        #expect(plainText(Number(-1, over: 200), unit: "money", usd) == "0.00")
        #expect(plainText(Number(5), unit: "money", Currency("JPY")) == "5")
        #expect(plainText(Number(5), unit: "money", Currency("KWD")) == "5.000")
        #expect(plainText(Number(5, over: 2), unit: "count", usd) == "2.5")
        #expect(plainText(Number(1_234_567_890_123_456), unit: "count", usd) == "1234567890123456")
        #expect(plainText(Number(1, over: 3), unit: "count", usd) == "0.333333333333")
        #expect(plainText(Number(2, over: 3), unit: "percent", usd) == "0.666666666667")
        #expect(plainText(Number(1, over: 4), unit: "money_per_day", usd) == "0.25")
        #expect(plainText(Number(0), unit: "points", usd) == "0")
    }

    @Test func `metrics csv has each metric and measure of each period in total, sorted by code points`() throws {
        let context = try BuildingFixture(channels: 3).context()
        let lines = lines(metricsCSV(context))
        #expect(lines.last == "")
        let rows = lines.dropFirst().dropLast().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(rows.allSatisfy { $0.count == 10 })
        #expect(rows.allSatisfy { $0[9] == (context.catalogue.index(of: $0[0]) == nil ? "measure" : "metric") })
        let totals = rows.filter { $0[5].isEmpty }
        #expect(totals.count == (context.catalogue.metrics.count + context.catalogue.measures.count) * context.periods.count)
        func key(_ row: [String]) -> String { [row[0], row[3], row[5], row[6]].joined(separator: "\u{1}") }
        #expect(zip(rows, rows.dropFirst()).allSatisfy { precedes(key($0), key($1)) })
        #expect(rows.contains { $0[6] == "(none)" })
        #expect(rows.allSatisfy { $0[1] == "week" })
    }

    @Test func `metrics csv has a member only where its measure is not 0 or its metric is defined`() throws {
        let context = try BuildingFixture(channels: 3).context()
        let measures = Set(context.catalogue.measures.map(\.id))
        for line in lines(metricsCSV(context)).dropFirst().dropLast() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            guard !cells[5].isEmpty else { continue }
            #expect(!cells[7].isEmpty)
            if measures.contains(String(cells[0])) { #expect(cells[7].contains { $0 != "0" && $0 != "." }, "\(line)") }
        }
    }

    @Test func `movements csv adds up to the change of ARR over the periods shown`() throws {
        let context = try BuildingFixture().context()
        let lines = lines(movementsCSV(context))
        #expect(lines[0] == "date,customer_id,movement,amount")
        var sum = 0.0
        for line in lines.dropFirst().dropLast() {
            let cells = line.split(separator: ",")
            let amount = try #require(Double(cells[3]))
            #expect(amount > 0)
            sum += cells[2] == "churn" || cells[2] == "contraction" ? -amount : amount
        }
        let first = context.evaluation.value("arr_opening", 0)!.double
        let last = context.evaluation.value("arr_closing", context.periods.count - 1)!.double
        #expect(abs(sum - (last - first)) < 0.001)
    }

    @Test func `the cohorts end with the average curve: what is left of all that are so old, by what they began with`() throws {
        let context = try BuildingFixture().context()
        var (ages, curve) = ([String: Int](), [Int: (kept: Double, start: Double)]())
        for line in lines(cohortsCSV(context)).dropFirst() where !line.isEmpty {
            let cells = line.split(separator: ",").map(String.init)
            let age = ages[cells[0], default: 0]
            ages[cells[0]] = age + 1
            let (kept, start) = curve[age] ?? (0, 0)
            curve[age] = (kept + Double(cells[4])!, start + Double(cells[5])!)
        }
        let tables = buildReport(context).sections.flatMap(\.blocks).compactMap { block in
            if case .table(let table) = block, table.id == "cohorts" { table } else { nil }
        }
        let last = try #require(tables.first?.rows.last)
        #expect(last.isStrong && last.cells.count > 6)
        for (age, cell) in last.cells.dropFirst(3).enumerated() {
            guard case .value(let value) = cell, let (kept, start) = curve[age] else { Issue.record("no share"); continue }
            #expect(abs((value.number?.double ?? -1) - kept / start) < 1e-9)
        }
    }

    @Test func `cohorts csv has a row for each complete quarter since the cohort's own`() throws {
        let lines = lines(cohortsCSV(try BuildingFixture().context()))
        #expect(lines[0] == "cohort,quarter,customers_kept,customers,arr_kept,arr")
        #expect(lines.count > 10)
        #expect(!lines.contains { $0.contains("2026-Q4") })
        for line in lines.dropFirst().dropLast() {
            let cells = line.split(separator: ",")
            #expect(!precedes(String(cells[1]), String(cells[0])))
            if cells[0] == cells[1] { #expect(cells[2] == cells[3] && cells[4] == cells[5]) }
        }
    }

    @Test func `without any data the files have their headers, and every total is empty`() throws {
        let facts = FactSet(currency: Currency("USD"), zone: .utc, dimensions: ["segment"])
        let calendar = PeriodCalendar()
        let fixture = BuildingFixture(shown: 2)
        let context = try fixture.context(facts, calendar, calendar.period(.week, holding: fixture.asOf))
        #expect(lines(movementsCSV(context)) == ["date,customer_id,movement,amount", ""])
        #expect(lines(cohortsCSV(context)).count == 2)
        for line in lines(metricsCSV(context)).dropFirst().dropLast() {
            #expect(line.split(separator: ",", omittingEmptySubsequences: false)[7].isEmpty)
        }
    }
}
