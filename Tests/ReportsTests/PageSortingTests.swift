import Facts
import Languages
import Metrics
import Testing

@testable import Reports

@Suite struct `The page's sorting and definitions` {
    private func table(_ cells: [[Table.Cell]], id: String = "x") -> Table {
        Table(id: id, title: "x", columns: cells[0].map { _ in .init("x") }, rows: cells.map { Table.Row($0) })
    }

    private func money(_ number: Number?) -> Table.Cell { .value(Value(number, Format(.money, digits: 0))) }

    @Test func `numbers are ranked by what they are, not by how they are written`() {
        // Written alike: 10,000 and 10,000.4.
        let values = [Number(10_000), Number(100_004, over: 10), nil, Number(-3), Number(10_000)]
        #expect(table(values.map { [money($0)] }).order(0) == "1,2,,0,1")
    }

    @Test func `the worst status is highest, and dates and texts are compared as they are shown`() {
        let cells: [[Table.Cell]] = [Status.good, .bad, .watch, .none].map { status in
            [.status(status, "x"), .day(Day(year: 2026, month: 1, day: 1)!), .text("\(status)")]
        }
        #expect(table(cells).order(0) == "1,3,2,0")
        #expect(table(cells).order(1) == nil)
        #expect(table(cells).order(2) == "")
    }

    @Test func `what cannot be put in order, or is all the same, cannot be sorted by`() {
        let percent = Table.Cell.value(Value(Number(1), Format(.percent, digits: 1)))
        #expect(table([[money(Number(1))], [percent], [money(Number(2))]]).order(0) == nil)
        #expect(table([[money(Number(1))], [.text("one")], [money(Number(2))]]).order(0) == nil)
        #expect(table([[.trend([])], [.trend([])], [.trend([])]]).order(0) == nil)
        #expect(table([[money(Number(1))], [money(Number(1))], [money(Number(1))]]).order(0) == nil)
        #expect(table([[money(Number(1))], [money(Number(2))]]).order(0) == nil)
        #expect(table([[money(nil)], [.empty], [money(nil)]]).order(0) == nil)
    }

    @Test func `totals and the rest have no rank`() {
        var table = table([1, 2, 3, 4, 9].map { [money(Number($0))] })
        table.rows[0].isStrong = true
        table.rows[4].isRest = true
        #expect(table.order(0) == "0,1,2")
    }

    @Test func `names lead to definitions, with the formula in words, and to nothing where none are in the report`() throws {
        var report = buildReport(try BuildingFixture().context())
        let root = try PageMarkup.parse(try renderPage(report))
        let links = root.all("a").filter { $0.attributes["href"]?.hasPrefix("#d-") == true }
        let places = Set(root.all("th").compactMap { $0.attributes["id"] })
        #expect(links.count > 10)
        #expect(links.allSatisfy { places.contains(String($0.attributes["href"]!.dropFirst())) })
        let catalogue = report.catalogue
        let arr = try #require(links.first { $0.attributes["href"] == "#d-net_new_arr" && $0.attributes["title"] != nil })
        #expect(arr.attributes["title"] == catalogue.words(catalogue["net_new_arr"]!.expression, .en))
        report.sections.removeAll { $0.id == "definitions" }
        let without = try PageMarkup.parse(try renderPage(report))
        #expect(!without.all("a").contains { $0.attributes["href"]?.hasPrefix("#d-") == true })
    }

    @Test func `each definition says the exact value of the reported period`() throws {
        let report = buildReport(try BuildingFixture().context())
        let definitions = try #require(report.sections.last { $0.id == "definitions" })
        for case .table(let table) in definitions.blocks where Report.definitions.contains(table.id) {
            for row in table.rows {
                let values = row.cells.compactMap { if case .value(let value) = $0 { value } else { nil } }
                #expect(values.count == 1 && values[0].subject == row.subject)
            }
        }
    }
}
