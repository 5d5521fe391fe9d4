import Facts
import Foundation
import Languages
import Testing

@testable import Reports

@Suite("The printed workbook")
struct WorkbookPrintTests {
    /// A section of one table by period and one of long text.
    private func section(periods: Int, text: String) -> Section {
        let money = Format(.money, digits: 0)
        let names = ["ARR at the end", "Net new ARR", "Customers"]
        let byPeriod = Table(
            id: "by-period", title: "By period",
            columns: [.init("Metric")] + (0..<periods).map { .init("2026-W\(10 + $0)", isNumeric: true) },
            rows: names.map { name in
                .init([.text(name)] + (0..<periods).map { _ in .value(Value(Number(14_195_000), money)) })
            })
        let remarks = Table(
            id: "remarks", title: "Remarks", columns: [.init("What"), .init("How often", isNumeric: true), .init("To do")],
            rows: (0..<40).map { .init([.text("\($0) " + text), .value(Value(Number(1), money)), .text(text)]) }, isLong: true)
        return Section(id: "s", title: "Section", blocks: [.table(byPeriod), .table(remarks)])
    }

    private func report(_ sections: [Section]) throws -> Report {
        var report = WorkbookFixture(locale: "en").report
        report.sections = sections
        return report
    }

    @Test("a remark that thousands of cells have stands on the first of them, and every other remark on its own")
    func sameRemarks() throws {
        let money = Format(.money, digits: 0)
        let rows = (0..<1_000).map { row -> Table.Row in
            Table.Row([
                .text("Customer \(row)"), .value(Value(nil, money, hint: row == 999 ? "Only here." : "No use is known.")),
            ])
        }
        let table = Table(
            id: "long", title: "Customers", columns: [.init("Customer"), .init("Use", isNumeric: true)], rows: rows,
            isLong: true)
        let reading = try WorkbookReading(report([Section(id: "s", title: "Section", blocks: [.table(table)])]))
        defer { reading.remove() }
        let remarks = reading.parts.filter { $0.key.hasPrefix("xl/comments") }.values.joined()
        #expect(remarks.components(separatedBy: "No use is known.").count - 1 == Sheet.sameHints)
        #expect(remarks.components(separatedBy: "Only here.").count - 1 == 1)
    }

    @Test("columns of long text take several columns of the sheet, and the sheet stays as wide as can be read on paper")
    func textTakesSeveralColumns() throws {
        let text = "expected money like 1234.50, found a word that nobody knows, in the cell of the amount"
        let section = section(periods: 13, text: text)
        let widths = ColumnWidths(section, try report([section]))
        #expect(widths.all.reduce(0, +) <= 215)
        let places = try #require(widths.places["remarks"])
        #expect(places.count == 3)
        #expect(places[2].count > 1)
        #expect(zip(places, places.dropFirst()).allSatisfy { $0.upperBound + 1 == $1.lowerBound })
        #expect(widths.places["by-period"] == (0...13).map { $0...$0 })
    }

    @Test("columns that are not printed stand behind those that are, and do not make the page wider")
    func columnsOffPaper() throws {
        var section = section(periods: 4, text: "short")
        let text = String(repeating: "long text ", count: 30)
        let table = Table(
            id: "definitions", title: "Definitions", columns: [.init("Name"), .init("Source", isOnPaper: false)],
            rows: [.init([.text("ARR"), .text(text)])], isLong: true)
        section.blocks.append(.table(table))
        let widths = ColumnWidths(section, try report([section]))
        let printed = try #require(widths.onPaper)
        #expect(widths.all.prefix(printed).reduce(0, +) <= 215)
        #expect(try #require(widths.places["definitions"])[1].lowerBound >= printed)
    }

    @Test("a sheet of several tables repeats its title alone, a table that has a sheet for itself its header")
    func repeatedRows() throws {
        var lone = section(periods: 2, text: "x")
        lone.id = "lone"
        lone.title = "Lone"
        lone.blocks.removeFirst()
        let book = try WorkbookReading(try report([section(periods: 2, text: "x"), lone]))
        let workbook = try #require(book.parts["xl/workbook.xml"])
        #expect(workbook.contains("\"_xlnm.Print_Titles\" localSheetId=\"0\">Section!$1:$1<"))
        #expect(workbook.contains("\"_xlnm.Print_Titles\" localSheetId=\"1\">Lone!$6:$6<"))
    }

    @Test("what is kept together is not torn, and a little smaller saves a page that would be almost empty")
    func pagination() {
        func pages(_ heights: [Double], most: Double = 1) -> Pagination {
            Pagination(
                starts: Array(heights.indices), end: heights.count, height: { heights[$0] }, page: 100, repeated: 10, most: most
            )
        }
        #expect(pages([60, 30, 20]).breaks == [2])
        #expect(pages([60, 50, 40]).breaks == [1])
        #expect(pages([60, 50, 41]).breaks == [1, 2])
        #expect(pages([60, 30, 20], most: 1.2).breaks == [])
        #expect(pages([60, 30, 20], most: 1.2).shrink == 1.1)
        #expect(pages([60, 30, 90], most: 1.2).shrink == 1)
        // What is longer than a page begins where there is room.
        #expect(pages([50, 300, 10]).breaks == [])
        #expect(pages([]).breaks == [])
    }
}
