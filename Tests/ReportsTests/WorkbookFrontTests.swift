import Facts
import Languages
import Metrics
import Testing

@testable import Reports

@Suite("The workbook's first sheet")
struct WorkbookFrontTests {
    private func target(_ metric: String, _ period: String, _ value: String, owner: String = "Ines") -> Target {
        Target(metric: metric, period: period, value: ExactDecimal(value)!, owner: owner)
    }

    private func report(locale: String = "en") throws -> Report {
        var fixture = BuildingFixture()
        fixture.locale = locale
        fixture.targets = [
            target("net_new_arr", "2026-11", "900000"), target("nrr", "2026-Q4", "0.01"),
            target("logo_churn_rate", "2026-11", "0.000001"),
        ]
        return try buildReport(fixture.context())
    }

    @Test("holds every question with its answer on one printed page, and the scorecard follows on the next sheet")
    func questions() throws {
        for locale in ["en", "zh-Hans"] {
            let report = try report(locale: locale)
            let book = try WorkbookReading(report)
            defer { book.remove() }
            let texts = Set(book.cells(book.sheets[0]).values.map(\.text))
            #expect(report.brief.parts.count == 4)
            for part in report.brief.parts {
                #expect(texts.contains(part.question))
                #expect(texts.contains(part.answer))
                for row in part.rows { #expect(texts.contains(row.title)) }
            }
            #expect(texts.contains(report.brief.headline))
            #expect(book.markup(book.sheets[0]).contains("<pageSetup paperSize=\"9\" orientation=\"landscape\""))
            #expect(!book.markup(book.sheets[0]).contains("fitToHeight=\"0\""))
            #expect(book.sheets[1] == SheetWords(locale: locale)(.scorecard))
            let below = Set(book.cells(book.sheets[1]).values.map(\.text))
            #expect(!below.contains(report.brief.headline))
        }
    }

    @Test("the north star and what changed are live formulas, and a change is worked out from the cells beside it")
    func formulas() throws {
        let report = try report()
        let book = try WorkbookReading(report)
        defer { book.remove() }
        let cells = book.cells(book.sheets[0])
        let star = try #require(cells["L2"]?.formula)
        #expect(star.contains("Numbers!"))
        let changes = cells.filter { $0.key.hasPrefix("P") && $0.value.formula != nil }
        let live = report.brief.parts[1].rows.filter { row in
            guard case .change(let change) = row.mark, case .change = change.origin else { return false }
            return true
        }
        #expect(changes.count == live.count && !live.isEmpty)
        for (name, cell) in changes {
            let row = name.dropFirst()
            let formula = try #require(cell.formula)
            #expect(formula.contains("O\(row)") && formula.contains("N\(row)"))
        }
    }

    @Test("a target's bar has shares of the target: reached, missing from what is due, the rest; past a limit what is above it")
    func bars() throws {
        let report = try report()
        let rows = try #require(report.brief.parts.first).rows
        var seen: [String] = []
        for row in rows {
            guard let goal = row.goal, let bar = goal.bar, let actual = row.figure?.number, let target = goal.target.number
            else { continue }
            let share = max(0, actual.double / target.double)
            let sum = (bar.reached + bar.missing + bar.rest).double
            seen.append(row.title)
            if row.title == "Customer churn rate" {
                // 1 at most: far above it.
                #expect(bar.reached == Number(1) && bar.missing == Number(1, over: 4) && bar.rest.isZero)
            } else if share >= 1.25 {
                #expect(bar.reached == Number(5, over: 4) && bar.rest.isZero)
            } else {
                #expect(abs(bar.reached.double - share) < 1e-12)
                #expect(abs(sum - max(1, share)) < 1e-12)
                let due = row.below?.number.map { $0.double / target.double } ?? 0
                #expect(abs(bar.missing.double - max(0, due - share)) < 1e-12)
            }
        }
        #expect(Set(seen).count == 3, "\(seen) of \(rows.map { ($0.title, $0.figure?.number?.double, $0.mark) })")
    }

    @Test("amounts are shown in thousands and millions, in Chinese in ten thousands; the cell holds all of it")
    func shortAmounts() throws {
        let english = try report()
        let chinese = try report(locale: "zh-Hans")
        let money = Format(.money, digits: 0)
        func format(_ amount: Int128, _ report: Report) -> String? { money.excelShortFormat(Number(amount), report) }
        #expect(format(999, english) == nil)
        #expect(format(104_499, english) == "\"$\"#,##0.0,\"k\";-\"$\"#,##0.0,\"k\"")
        #expect(format(-47_816, english)?.contains("k\";-") == true)
        #expect(format(999_950, english)?.hasSuffix("0.00,,\"M\"") == true)
        #expect(format(9_999, chinese) == nil)
        #expect(format(14_194_509, chinese) == "0\\.0,\"\u{A0}万\";-0\\.0,\"\u{A0}万\"")
        #expect(format(1_234_567_890, chinese) == "0\\.00,,\"\u{A0}亿\";-0\\.00,,\"\u{A0}亿\"")
        #expect(Format(.percent, digits: 1).excelShortFormat(Number(1), english) == nil)
    }

    @Test("long tables are Excel tables, so that each can be filtered; the cohorts are a heat map around 100 %")
    func tables() throws {
        let report = try report()
        let book = try WorkbookReading(report)
        defer { book.remove() }
        let tables = book.parts.filter { $0.key.hasPrefix("xl/tables/") }.values
        #expect(tables.count > 1)
        #expect(tables.allSatisfy { $0.contains("<autoFilter") })
        let revenue = try #require(report.sections.first { $0.id == "revenue" })
        #expect(book.markup(revenue.title).contains("<colorScale>"))
    }
}
