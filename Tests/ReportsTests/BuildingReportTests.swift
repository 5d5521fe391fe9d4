import Facts
import Languages
import Metrics
import RollUps
import Testing

@testable import Reports

@Suite struct BuildingReportTests {
    private static let fixtures: [BuildingFixture] = [
        BuildingFixture(), BuildingFixture(grain: .month, locale: "zh-Hans"), BuildingFixture(grain: .quarter, shown: 8),
        BuildingFixture(grain: .year, shown: 1),
    ]

    private func tables(_ report: Report) -> [Table] {
        report.sections.flatMap(\.blocks).compactMap { block in
            guard case .table(let table) = block else { return nil }
            return table
        }
    }

    private func table(_ id: String, _ report: Report) throws -> Table { try #require(tables(report).first { $0.id == id }) }

    private func value(_ cell: Table.Cell) -> Value? {
        guard case .value(let value) = cell else { return nil }
        return value
    }

    @Test(arguments: 0..<4)
    func `every table and chart has a name of its own and as many cells as it has columns`(_ fixture: Int) throws {
        let report = buildReport(try BuildingReportTests.fixtures[fixture].context())
        var ids: Set<String> = []
        for block in report.sections.flatMap(\.blocks) {
            switch block {
            case .table(let table):
                #expect(ids.insert(table.id).inserted, "\(table.id)")
                #expect(table.rows.allSatisfy { $0.cells.count == table.columns.count }, "\(table.id)")
            case .chart(let chart):
                #expect(ids.insert(chart.id).inserted, "\(chart.id)")
                #expect(chart.series.allSatisfy { $0.values.count == chart.categories.count }, "\(chart.id)")
                #expect(!chart.alternative.isEmpty)
            case .message(let text), .note(let text): #expect(!text.isEmpty)
            case .sentences(let title, let texts): #expect(!title.isEmpty && !texts.isEmpty && texts.allSatisfy { !$0.isEmpty })
            case .headline: break
            case .timeline(let timeline):
                #expect(ids.insert(timeline.id).inserted && !timeline.alternative.isEmpty, "\(timeline.id)")
            }
        }
        #expect(["arr-movements", "cac", "nps", "funnel"].allSatisfy(ids.contains))
        #expect(ids.allSatisfy { $0.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 } })
    }

    @Test(arguments: 0..<4)
    func `the numbers are every plain measure, and exactly what else the values refer to, each once`(_ fixture: Int) throws {
        let report = buildReport(try BuildingReportTests.fixtures[fixture].context())
        struct Row: Hashable {
            var leaf: Leaf
            var slice: Slice
        }
        let rows = report.numbers.rows.map { Row(leaf: $0.leaf, slice: $0.slice) }
        let plain = report.catalogue.measures.map { Row(leaf: Leaf($0.id), slice: .total) }
        var needed = Set(plain)
        for leaf in report.whatIf?.leaves ?? [] { needed.insert(Row(leaf: leaf, slice: .total)) }
        for value in report.sections.flatMap(\.values) {
            switch value.origin {
            case .metric(let id, _, let shift, let slice):
                for leaf in report.catalogue[id]!.leaves { needed.insert(Row(leaf: leaf.seen(through: shift), slice: slice)) }
            case .measure(let leaf, _, let slice): needed.insert(Row(leaf: leaf, slice: slice))
            case .fixed, .change, .quotient: break
            }
        }
        #expect(Array(rows.prefix(plain.count)) == plain)
        #expect(Set(rows).count == rows.count)
        #expect(Set(rows) == needed)
        #expect(report.numbers.rows.allSatisfy { $0.values.count == report.periods.count })
    }

    @Test(arguments: 0..<4)
    func `every live value is what its formula makes of the numbers`(_ fixture: Int) throws {
        let report = buildReport(try BuildingReportTests.fixtures[fixture].context())
        struct Key: Hashable {
            var leaf: Leaf
            var slice: Slice
        }
        let numbers = Dictionary(
            uniqueKeysWithValues: report.numbers.rows.map { (Key(leaf: $0.leaf, slice: $0.slice), $0.values) })
        for value in report.sections.flatMap(\.values) {
            switch value.origin {
            case .metric(let id, let period, let shift, let slice):
                let made = report.catalogue[id]!.resolved.value { leaf in
                    numbers[Key(leaf: leaf.seen(through: shift), slice: slice)]![period]
                }
                #expect(made == value.number, "\(id)")
            case .measure(let leaf, let period, let slice):
                #expect(numbers[Key(leaf: leaf, slice: slice)]![period] == value.number, "\(leaf)")
            case .fixed, .change, .quotient: break
            }
        }
    }

    @Test(arguments: 0..<4)
    func `every change is what it says of the cells of its row`(_ fixture: Int) throws {
        for row in tables(buildReport(try BuildingReportTests.fixtures[fixture].context())).flatMap(\.rows) {
            for cell in row.cells.compactMap(value) {
                guard case .change(let now, let before, let isRelative) = cell.origin else { continue }
                let (new, old) = (value(row.cells[now])?.number, value(row.cells[before])?.number)
                let expected = new.flatMap { new in
                    old.flatMap { old in isRelative ? (new / old).map { $0 - Number(1) } : new - old }
                }
                #expect(cell.number == expected)
                if expected == nil { #expect(!cell.hint.isEmpty) }
            }
        }
    }

    @Test func `more members than fit become one row with ratios of its own, and the column still adds up to the total`() throws
    {
        let table = try table("revenue-by-channel", buildReport(try BuildingFixture().context()))
        #expect(table.rows.count == 14)
        let numbers = table.rows.map { value($0.cells[1])?.number }
        #expect(numbers[0] == numbers.dropFirst().compactMap { $0 }.reduce(Number.zero, +))
        guard case .text(let label) = table.rows[13].cells[0] else {
            Issue.record("expected a row of the others")
            return
        }
        #expect(label.hasPrefix("Other ("))
        func others(_ title: String) throws -> Number? {
            value(table.rows[13].cells[try #require(table.columns.firstIndex { $0.title == title })])?.number
        }
        let (arr, customers) = (try others("ARR"), try others("Customers"))
        #expect(try others("ARR per customer") == arr.flatMap { arr in customers.flatMap { arr / $0 } })
    }

    @Test func `a dimension that a source lacks is said, not shown as one member`() throws {
        let report = buildReport(try BuildingFixture(channels: 3).context())
        let byChannel = try table("acquisition-by-channel", report)
        #expect(byChannel.columns.map(\.title).contains("Spend"))
        let bySegment = try table("acquisition-by-segment", report)
        #expect(!bySegment.columns.map(\.title).contains("Spend"))
        #expect(bySegment.columns.map(\.title).contains("New customers"))
    }

    @Test func `a period to date is marked, and its comparison withheld`() throws {
        var fixture = BuildingFixture(grain: .month)
        let calendar = PeriodCalendar()
        let facts = try fixture.context().rollUp.facts
        fixture.shown = 2
        let report = buildReport(
            try fixture.context(facts, calendar, calendar.period(.month, holding: fixture.asOf).upTo(fixture.asOf)))
        let scorecard = try table("scorecard", report)
        for row in scorecard.rows {
            for column in [3, 5] {
                let change = try #require(value(row.cells[column]))
                #expect(change.number == nil && !change.hint.isEmpty)
            }
        }
        #expect(try table("revenue-metrics", report).columns[1].title == "2026-11 (to date)")
        guard case .message(let text)? = report.sections[0].blocks.first else { return }
        #expect(text.hasSuffix("The period is not over: all figures are to date, 15 Nov 2026."))
    }

    @Test func `the order of rows does not matter`() throws {
        let one = buildReport(try BuildingFixture().context())
        let other = buildReport(try BuildingFixture(isShuffled: true).context())
        #expect(String(describing: one.sections) == String(describing: other.sections))
        #expect(String(describing: one.numbers) == String(describing: other.numbers))
    }

    @Test func `a company's own metric stands in its section, the scorecard has those with targets`() throws {
        let overrides = """
            metrics:
              cost_per_lead: {name: Cost per lead, formula: spend / leads, unit: money, better: lower, target: 40}
            """
        let report = buildReport(try BuildingFixture(overrides: overrides).context())
        func names(_ id: String) throws -> [String] {
            try table(id, report).rows.map { row in
                guard case .text(let name) = row.cells[0] else { return "" }
                return name
            }
        }
        #expect(try names("acquisition-metrics").contains("Cost per lead"))
        #expect(try names("scorecard").contains("Cost per lead"))
        #expect(try names("scorecard").first == "Net new ARR")
    }
}

@Suite struct StandingsTests {
    private func standing(_ metric: String, _ period: String, _ value: String) throws -> Standing {
        let target = Target(metric: metric, period: period, value: ExactDecimal(value)!)
        return try #require(Composer(try BuildingFixture(targets: [target]).context()).standings().first)
    }

    @Test func `in a period to date a flow is due by its share of the days, a stock by the way from where it was`() throws {
        let flow = try standing("net_new_arr", "2026-11", "3000")
        #expect(flow.due == Number(1500) && flow.period.end == Day("2026-11-15"))
        let stock = try standing("arr", "2026-11", "3000")
        let context = try BuildingFixture().context()
        let before = try #require(context.rollUp.value("arr_opening", Frame(stock.period), .total))
        #expect(stock.due == before + (Number(3000) - before) * Number(15, over: 30))
        #expect(try standing("nps", "2026-11", "30").due == Number(30))
        let rate = try standing("logo_churn_rate", "2026-11", "0.02")
        #expect(rate.due == Number(1, over: 100))
    }

    @Test func `a target whose period does not hold the end of the report is not shown`() throws {
        let targets = ["2026-10", "2026-W47", "2027"].map {
            Target(metric: "arr", period: $0, value: ExactDecimal(digits: 1, scale: 0))
        }
        #expect(Composer(try BuildingFixture(targets: targets).context()).standings().isEmpty)
    }

    @Test func `one period of one metric in two rows is one target, the later row's`() throws {
        let targets = ["10", "20"].map { Target(metric: "leads", period: "2026-11", value: ExactDecimal($0)!) }
        let standings = Composer(try BuildingFixture(targets: targets).context()).standings()
        #expect(standings.map(\.goal) == [Number(20)])
    }

    @Test func `targets csv says what the plan says`() throws {
        let targets = [
            Target(metric: "arr", period: "2026-11", value: ExactDecimal("3000")!, owner: "Ana"),
            Target(metric: "leads", period: "2026-Q4", value: ExactDecimal("50")!),
            Target(metric: "spend", period: "2026-11", value: ExactDecimal("9")!, dimension: "segment", member: "nobody"),
        ]
        let context = try BuildingFixture(targets: targets).context()
        let lines = String(decoding: targetsCSV(context), as: UTF8.self).split(separator: "\n").map(String.init)
        #expect(lines[0] == "metric,dimension,member,period,start,end,actual,target,due,attainment,status,owner")
        #expect(lines.count == 4)
        #expect(lines[1].hasPrefix("arr,,,2026-11,2026-11-01,2026-11-15,") && lines[1].hasSuffix(",Ana"))
        #expect(lines[3] == "spend,segment,nobody,2026-11,2026-11-01,2026-11-15,,9.00,4.50,,,")
    }
}
