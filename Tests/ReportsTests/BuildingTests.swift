import Facts
import Languages
import Metrics
import RollUps
import Testing

@testable import Reports

@Suite struct PhraseTests {
    @Test func `parts are put where the language wants them, and are never read as templates`() {
        #expect(Phrase.labelled.text(.en, ["{2}", "b"]) == "{2}: b")
    }
}

@Suite struct BuildingTests {
    /// A company of one customer, a few leads and nothing else, by month to the end of March 2026.
    private func context(asOf: String = "2026-03-31", locale: String = "en") throws -> ReportContext {
        var facts = FactSet(currency: Currency("USD"), zone: .utc, dimensions: ["segment"])
        var terms = Terms(origin: .subscriptions, dimensions: 1)
        terms.ids = ["S"]
        terms.customers = [facts.customerIDs.code("A")]
        terms.starts = [Day("2026-02-10")!]
        terms.ends = [.distantFuture]
        terms.arr = [123_450]
        terms.members = [[facts.dimensions[0].members.code("smb")]]
        facts.terms = terms
        let rollUp = LocalRollUp(facts, settings: RollUpSettings(asOf: Day(asOf)!))
        let calendar = PeriodCalendar()
        let last = calendar.period(.month, holding: Day(asOf)!)
        let periods = [calendar.before(last), last]
        let slices = [Slice.total] + rollUp.membersInUse(0).map { .member(dimension: 0, code: $0) }
        let catalogue = try Catalogue.standard()
        return ReportContext(
            company: "T", pipeline: "p", locale: locale, asOf: Day(asOf)!, grain: .month, calendar: calendar, periods: periods,
            sections: ["summary", "revenue", "acquisition", "conversion", "voice", "activity", "plan", "data", "definitions"],
            northStar: "net_new_arr", currency: Currency("USD"), rollUp: rollUp,
            evaluation: Evaluation(rollUp, catalogue: catalogue, periods: periods, slices: slices), catalogue: catalogue,
            data: DataStatus(sources: [], files: [], remarks: []), numbers: [:])
    }

    private func values(_ report: Report) -> [Value] { report.sections.flatMap(\.values) }

    @Test(arguments: ["2026-03-31", "2019-01-31"], ["en", "zh-Hans"])
    func `every metric of every period shown is a live value, and every number it needs is there once`(
        _ asOf: String, _ locale: String
    ) throws {
        let report = buildReport(try context(asOf: asOf, locale: locale))
        var shown: Set<String> = []
        var needed: Set<String> = []
        for value in values(report) {
            switch value.origin {
            case .metric(let id, let period, let shift, let slice):
                if shift == nil, slice == .total { shown.insert("\(id) \(period)") }
                for leaf in report.catalogue[id]!.leaves { needed.insert("\(leaf.seen(through: shift)) \(slice)") }
            case .measure(let leaf, _, let slice): needed.insert("\(leaf) \(slice)")
            case .fixed, .change, .quotient: break
            }
        }
        for metric in report.catalogue.metrics {
            for period in report.periods.indices { #expect(shown.contains("\(metric.id) \(period)"), "\(metric.id)") }
        }
        let rows = report.numbers.rows.map { "\($0.leaf) \($0.slice)" }
        #expect(Set(rows).count == rows.count)
        #expect(needed.isSubset(of: Set(rows)))
    }

    @Test func `what is undefined says why`() throws {
        for value in values(buildReport(try context())) where value.number == nil { #expect(!value.hint.isEmpty) }
    }

    @Test func `a section whose source is absent says so and does not vanish`() throws {
        let report = buildReport(try context())
        #expect(report.sections.map(\.id).count == 9)
        guard case .note(let text)? = report.sections[2].blocks.first else {
            Issue.record("expected a note")
            return
        }
        #expect(text.contains("spend") && text.contains("31 Mar 2026"))
    }

    @Test func `metrics csv has totals always, members where they say something, and plain numbers`() throws {
        let lines = String(decoding: metricsCSV(try context()), as: UTF8.self).split(separator: "\n").map(String.init)
        #expect(lines[0] == "metric,grain,period,start,end,dimension,member,value,unit,kind")
        #expect(lines.contains("arr,month,2026-03,2026-03-01,2026-03-31,,,1234.50,money,metric"))
        #expect(lines.contains("arr,month,2026-03,2026-03-01,2026-03-31,segment,smb,1234.50,money,metric"))
        #expect(lines.contains("cac,month,2026-03,2026-03-01,2026-03-31,,,,money,metric"))
        #expect(lines.contains("arr_new,month,2026-03,2026-03-01,2026-03-31,,,0.00,money,measure"))
        #expect(!lines.contains { $0.hasPrefix("arr_new,month,2026-03,2026-03-01,2026-03-31,segment") })
        #expect(lines.contains("logo_churn_rate,month,2026-03,2026-03-01,2026-03-31,,,0,percent,metric"))
        #expect(lines == [lines[0]] + lines.dropFirst().sorted { precedes($0, $1) })
    }
}

@Suite struct CountedNounTests {
    @Test func `one of anything is singular, and every other count is not`() {
        #expect(Phrase.leadsMessage.text(.en, ["Week 2026-W45", "1"]) == "Week 2026-W45 brought 1 lead.")
        #expect(Phrase.leadsMessage.text(.en, ["Week 2026-W45", "0"]) == "Week 2026-W45 brought 0 leads.")
        #expect(Phrase.customersCounted.text(.en, ["1"]) == "1 customer")
        #expect(Phrase.customersCounted.text(.en, ["1,001"]) == "1,001 customers")
        #expect(Phrase.moreInMovements.text(.en, ["1"]) == "1 more customer that moved is in movements.csv.")
    }

    @Test func `tables by period are cut into even parts that fit a page, the newest whole`() {
        #expect(PeriodBands(count: 13, widest: 10).ranges == [0..<13])
        #expect(PeriodBands(count: 52, widest: 10).ranges == [39..<52, 26..<39, 13..<26, 0..<13])
        #expect(PeriodBands(count: 1, widest: 200).ranges == [0..<1])
        for count in 1...80 {
            for widest in [1, 10, 16, 40] {
                let ranges = PeriodBands(count: count, widest: widest).ranges
                #expect(ranges.reversed().flatMap { Array($0) } == Array(0..<count))
            }
        }
    }
}
