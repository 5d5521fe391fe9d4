import Facts
import Languages
import Metrics
import RollUps
import Testing

@testable import Reports

@Suite struct PlanSectionTests {
    /// A report of nothing but a plan.
    private func report(_ locale: String = "en", _ change: (inout FactSet) -> Void) throws -> Report {
        var facts = FactSet(currency: Currency("USD"), zone: .utc, dimensions: ["segment"])
        change(&facts)
        let calendar = PeriodCalendar()
        let fixture = BuildingFixture(shown: 2, locale: locale)
        return buildReport(try fixture.context(facts, calendar, calendar.period(.week, holding: fixture.asOf)))
    }

    private func table(_ id: String, _ report: Report) -> Table? {
        report.sections.lazy.flatMap(\.blocks).compactMap { block in
            if case .table(let table) = block, table.id == id { table } else { nil }
        }.first
    }

    private func texts(_ row: Table.Row) -> [String] {
        row.cells.map { cell in
            switch cell {
            case .text(let text), .status(_, let text, _): text
            case .day(let day): day.description
            case .value(let value): value.number.map { $0.significant(6) } ?? "n/a"
            case .empty, .trend: ""
            }
        }
    }

    private let asOf = Day("2026-11-15")!

    private func insight(_ change: (inout Initiative) -> Void = { _ in }) -> Initiative {
        var initiative = Initiative(id: "I1", name: "Insight")
        initiative.texts = [
            "who": "planners.", "what": "alerts", "benefit": "Fridays are free。", "goal": "retain", "stage": "explore",
        ]
        initiative.flags = ["new_customers": true, "new_value": true, "new_channel": true]
        change(&initiative)
        return initiative
    }

    @Test func `a launch within four weeks that is not ready needs attention, with what is missing`() throws {
        let report = try report { facts in
            facts.initiatives = [
                insight {
                    $0.launch = asOf + 20
                    for material in LaunchMaterial.allCases.dropLast(2) { $0.texts[material.rawValue] = "ready" }
                    $0.texts["customer_materials"] = "draft"
                }
            ]
        }
        let attention = try #require(table("attention", report))
        let row = try #require(attention.rows.map(texts).first { $0[1] == "Launches within four weeks that are not ready" })
        #expect(row[0] == "launch at risk" && row[2] == "1")
        #expect(row[6] == "Insight (5 Dec 2026): Customer materials (draft), Advocate materials (missing)", "\(row[6])")
        let overview = try #require(table("initiatives", report))
        #expect(texts(overview.rows[0])[1] == "launch at risk" && texts(overview.rows[0])[5] == "3 of 5")
    }

    @Test func `the value statement is put together of its parts, and says what is missing`() throws {
        let english = try report { $0.initiatives = [insight()] }
        let row = texts(try #require(table("questions", english)?.rows.first))
        #expect(
            row[1]
                == "For planners who need …, our Insight provides alerts, so that Fridays are free. Missing: their need.")
        let chinese = try report("zh-Hans") { facts in facts.initiatives = [insight { $0.texts["need"] = "提前知道" }] }
        let other = texts(try #require(table("questions", chinese)?.rows.first))
        #expect(other[1] == "对于planners来说，他们需要提前知道，我们的Insight能够提供alerts，帮助Fridays are free。")
        let overview = texts(try #require(table("initiatives", english)?.rows.first))
        #expect(overview[1] == "2 unanswered" && overview[2] == "full strategy, more than is planned")
        let course = texts(try #require(table("initiative-course", english)?.rows.first))
        #expect(course[9] == "evidence that customers want it" && course[11].contains("NPS"))
    }

    @Test func `every task stands on a sheet of its own by department, which the page does not have`() throws {
        var late = Action(department: "Sales", task: "Call", due: asOf - 3)
        late.owner = "Ann"
        var done = Action(department: "Sales ", task: "Sell", due: asOf - 30)
        done.done = asOf - 20
        var dropped = Action(department: "Ops", task: "Gone", due: nil)
        dropped.said = .dropped
        let report = try report { $0.actions = [late, done, dropped, Action(department: "", task: "Think", due: asOf + 14)] }
        let section = try #require(report.sections.first { $0.id == "tasks" })
        #expect(section.isOnlySheet)
        let rows = try #require(table("all-tasks", report)).rows.map(texts)
        #expect(rows.map { $0[1] } == ["Think", "Sell", "Call", "Gone"])
        #expect(rows.map { $0[3] } == ["not started", "done late", "overdue", "dropped"] && rows[2][7] == "3")
        let page = String(decoding: try renderPage(report), as: UTF8.self)
        #expect(!page.contains("s-tasks") && !page.contains("all-tasks") && page.contains("c-task-timeline"))
        let people = try #require(table("most-overdue", report)).rows.map(texts)
        #expect(people == [["Ann", "1", "3", "Call"]])
        #expect(try #require(table("due-soon", report)).rows.map { texts($0)[0] } == ["Think"])
    }

    @Test func `a calendar of far away days stays a calendar`() throws {
        var far = Action(department: "Sales", task: "Far", due: Day("9000-01-01"))
        far.start = Day("1900-01-01")
        let report = try report { $0.actions = [far, Action(department: "Sales", task: "None", due: nil)] }
        let page = String(decoding: try renderPage(report), as: UTF8.self)
        let drawing = page[try #require(page.firstRange(of: "id=\"c-task-timeline")).lowerBound...].prefix(6000)
        #expect(!drawing.contains("9000-0") && drawing.contains("2026-11"))
    }
}
