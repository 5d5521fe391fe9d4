import Facts
import Foundation
import Metrics
import RollUps
import Testing

@testable import Reports

@Suite("Workbook")
struct WorkbookTests {
    static let fixture = WorkbookFixture()
    static let book = Result { try WorkbookReading(fixture.report) }
    var book: WorkbookReading { get throws { try Self.book.get() } }

    @Test("There is a sheet a section, then Numbers, then the charts' data; the first is shown")
    func sheets() throws {
        let book = try book
        #expect(
            book.sheets == [
                "Summary", "Recurring revenue", "Acquisition spend customers al…", "Conversion", "Voice", "Customers",
                "All metrics",
                "All metrics 2", "All metrics 3", "Numbers", "Chart data",
            ])
        #expect(book.markup("Summary").contains("tabSelected=\"1\""))
        #expect(!book.markup("Numbers").contains("tabSelected"))
    }

    @Test("The same report gives the same bytes")
    func determinism() throws {
        let again = try WorkbookReading(WorkbookFixture().report)
        defer { again.remove() }
        #expect(FileManager.default.contents(atPath: try book.path) == FileManager.default.contents(atPath: again.path))
        #expect(
            again.parts["docProps/core.xml"]!.contains("<dcterms:created xsi:type=\"dcterms:W3CDTF\">2026-11-15T00:00:00Z<"))
        let folder = (again.path as NSString).deletingLastPathComponent
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["report.xlsx"])
    }

    @Test("Metric cells are formulas over Numbers, with the value cached")
    func metricFormulas() throws {
        let fixture = Self.fixture
        let cells = try book.cells("Summary")
        // The first row of the scorecard: ARR now, the week before, change, a year ago, change over a year.
        let row = try #require((1...40).first { cells["A\($0)"]?.text == "ARR" && cells["B\($0)"] != nil })
        func number(_ leaf: Leaf) -> Int { fixture.numbers.rows.firstIndex { $0.leaf == leaf && $0.slice == .total }! + 2 }
        let arr = number(Leaf("arr_closing"))
        let yearAgo = number(Leaf("arr_closing", Window(shifts: [.yearAgo])))
        #expect(cells["B\(row)"]?.formula == "IFERROR(Numbers!Q\(arr),\"n/a\")")
        #expect(cells["C\(row)"]?.formula == "IFERROR(Numbers!P\(arr),\"n/a\")")
        #expect(cells["D\(row)"]?.formula == "IFERROR(ROUND(B\(row)/C\(row)-1,12),\"n/a\")")
        #expect(cells["E\(row)"]?.formula == "IFERROR(Numbers!Q\(yearAgo),\"n/a\")")
        #expect(cells["F\(row)"]?.formula == "IFERROR(ROUND(B\(row)/E\(row)-1,12),\"n/a\")")
        #expect(cells["B\(row)"]?.text == "9461000")
        // Growth over a year, seen a year ago, looks two years back.
        let growth = row + 2
        let before = number(Leaf("arr_closing", Window(shifts: [.yearAgo, .yearAgo])))
        #expect(cells["E\(growth)"]?.formula == "IFERROR(Numbers!Q\(yearAgo)/Numbers!Q\(before)-1,\"n/a\")")
        #expect(cells["F\(growth)"]?.formula == "IFERROR(ROUND(100*(B\(growth)-E\(growth)),10),\"n/a\")")
        let points =
            fixture.metric("arr_growth_yoy", 12, nil, .total)! - fixture.metric("arr_growth_yoy", 12, .yearAgo, .total)!
        #expect(abs(Double(cells["F\(growth)"]!.text)! - 100 * points.double) < 1e-9)
    }

    @Test("Every formula outside Numbers refers to Numbers or to its own row, and none is a metric written as a number")
    func references() throws {
        let book = try book
        var count = 0
        for sheet in book.sheets.dropLast(2) {
            for (name, cell) in book.cells(sheet) {
                guard let formula = cell.formula else { continue }
                count += 1
                #expect(formula.hasPrefix("IFERROR(") && formula.hasSuffix(",\"n/a\")"))
                let row = name.drop(while: \.isLetter)
                let own = formula.contains("ROUND(") && !formula.contains("!") && formula.contains(String(row))
                #expect(formula.contains("Numbers!") != own, "\(sheet)!\(name): \(formula)")
            }
        }
        #expect(count > 500)
        #expect(
            !book.sheets.contains { sheet in sheet != "Numbers" && book.cells(sheet).values.contains { $0.formula == "NA()" } })
    }

    @Test("Settings are named cells below Numbers, which formulas refer to and filters leave alone")
    func settings() throws {
        let (book, fixture) = (try book, WorkbookFixture())
        let row = fixture.numbers.rows.count + 3
        let numbers = book.cells("Numbers")
        #expect(numbers["A\(row)"]?.text == "config_gross_margin" && numbers["E\(row)"]?.text == "0.8")
        #expect(
            (book.parts["xl/workbook.xml"] ?? "").contains(
                "<definedName name=\"config_gross_margin\">Numbers!$E$\(row)</definedName>"))
        #expect(book.markup("Numbers").contains("<autoFilter ref=\"A1:R\(row - 2)\""))
        let formulas = book.sheets.flatMap { book.cells($0).values.compactMap(\.formula) }
        #expect(formulas.contains { $0.contains("*config_gross_margin") })
        #expect(!formulas.contains { $0.contains("*0.8") })
    }

    @Test("Undefined is n/a in the sections, an error in Numbers, and nothing in the charts' data")
    func undefined() throws {
        let cells = try book.cells("All metrics")
        let row = try #require((1...99).first { cells["A\($0)"]?.text == "ARR per employee" })
        #expect(cells["B\(row)"]?.text == "n/a")
        #expect(cells["B\(row)"]?.formula?.contains("Numbers!") == true)
        #expect(cells["D\(row)"]?.text == "n/a")
        let numbers = try book.cells("Numbers")
        let fte = Self.fixture.numbers.rows.firstIndex { $0.leaf.measure == "fte" }! + 2
        #expect(numbers["Q\(fte)"] == .init(formula: "NA()", text: "#N/A", isNumber: false))
        #expect(try book.parts.values.contains { $0.contains("No headcount file has been read.") })
        #expect(try book.cells("Chart data").values.allSatisfy { $0.formula == nil && $0.text != "n/a" })
    }

    @Test("Text is text, whatever it looks like")
    func text() throws {
        let book = try book
        let cells = book.cells("Customers")
        for text in [
            WorkbookFixture.formula, "=cmd|' /C calc'!A0", "@x", "+1+1", "-2", "http://example.com", "a␁b␀c", "_x005F_x0041_",
        ] {
            #expect(cells.values.contains { $0 == .init(formula: nil, text: text, isNumber: false) }, "\(text)")
        }
        // The only links are those inside the workbook.
        for (name, part) in book.parts where name.hasSuffix(".rels") { #expect(!part.contains("External"), "\(name)") }
        #expect(!book.markup("Customers").contains("<f>"))
    }

    @Test("A text that is too long is cut, and the sheet says so")
    func longText() throws {
        let cells = try book.cells("Customers")
        let (name, cell) = try #require(cells.first { $0.value.text.hasPrefix("wide wide") })
        #expect(cell.text.utf16.count <= 32_767 && cell.text.hasSuffix(" … [cut: 40000 characters]"))
        #expect(cells.values.contains { $0.text.contains("cell \(name) has 40000 characters and was cut") })
    }

    @Test("Dates are dates")
    func dates() throws {
        let cells = try book.cells("Customers")
        // 2025-01-31 is the 45,688th day of Excel's calendar.
        #expect(cells.values.contains(.init(formula: nil, text: "45688", isNumber: true)))
    }

    @Test("Numbers has a header, a row a measure and slice, and the values of all periods")
    func numbers() throws {
        let fixture = Self.fixture
        let cells = try book.cells("Numbers")
        #expect(
            ["A1", "B1", "C1", "D1", "E1", "Q1"].map { cells[$0]?.text } == [
                "Measure", "Name", "Dimension", "Member", "2026-W33", "2026-W45",
            ])
        let at =
            fixture.numbers.rows.firstIndex {
                $0.leaf == Leaf("spend", Window(trailing: .months(3))) && $0.member == "partners"
            }! + 2
        #expect(cells["A\(at)"]?.text == "trailing(spend, 3 months)")
        #expect(cells["C\(at)"]?.text == "channel")
        #expect(cells["D\(at)"]?.text == "partners")
        let traced = cells["R\(at)"]?.text ?? ""
        #expect(cells["R1"]?.text == "Rows behind it" && traced.hasPrefix("gtm explain "))
        #expect(traced.contains(" --period 2026-W45 --by channel --member partners --as-of ") && traced.hasSuffix(" --rows"))
        let remarks = try book.parts.filter { $0.key.hasPrefix("xl/comments") }.values
        #expect(remarks.contains { $0.contains("Rows behind it: gtm explain ") })
        let markup = try book.markup("Numbers")
        #expect(
            markup.contains("<pane xSplit=\"4\" ySplit=\"1\" topLeftCell=\"E2\" activePane=\"bottomRight\" state=\"frozen\"/>"))
        #expect(markup.contains("<autoFilter ref=\"A1:R\(fixture.numbers.rows.count + 1)\"/>"))
    }

    @Test("Charts are native, refer to the charts' data, and have a description")
    func charts() throws {
        let parts = try book.parts
        let charts = parts.filter { $0.key.hasPrefix("xl/charts/chart") }
        #expect(charts.count == 10)
        for chart in charts.values {
            #expect(chart.contains("'Chart data'!$A$"))
            #expect(!chart.contains("Numbers!"))
        }
        #expect(!parts.keys.contains { $0.hasPrefix("xl/media") })
        #expect(parts.values.contains { $0.contains("descr=\"Of 412 leads 9 were won.\"") })
    }

    @Test("Metrics have names, sections have links, sheets print on landscape pages with a footer")
    func convenience() throws {
        let book = try book
        #expect(book.parts["xl/workbook.xml"]!.contains("<definedName name=\"gtm_arr\">'Summary'!$A$9</definedName>"))
        #expect(book.markup("Summary").contains("location=\"'Recurring revenue'!A1\""))
        #expect(book.markup("Customers").contains("location=\"'Summary'!A1\""))
        for sheet in book.sheets {
            #expect(
                book.markup(sheet).contains("orientation=\"landscape\"") && book.markup(sheet).contains("fitToHeight=\"0\""))
            #expect(book.markup(sheet).contains("&amp;LAcme &amp;&amp; Söhne · Weekly go-to-market report&amp;CWeek 2026-W45"))
        }
        #expect(book.markup("Customers").contains("state=\"frozen\""))
    }

    @Test("A report without sections still has its numbers")
    func empty() throws {
        var report = Self.fixture.report
        report.sections = []
        let book = try WorkbookReading(report)
        defer { book.remove() }
        #expect(book.sheets == ["Numbers", "Chart data"])
    }

    @Test("In Chinese, the workbook's own words are Chinese and the sheets that programs look for keep their names")
    func chinese() throws {
        let book = try WorkbookReading(WorkbookFixture(locale: "zh-Hans").report)
        defer { book.remove() }
        #expect(book.sheets.suffix(2) == ["Numbers", "Chart data"])
        #expect(book.cells("Numbers")["A1"]?.text == "度量")
        #expect(book.parts["xl/styles.xml"]!.contains("个百分点"))
    }

    @Test("A file that cannot be written is an error that says what to do", arguments: ["/nonexistent/report.xlsx", "/"])
    func unwritable(path: String) throws {
        let error = #expect(throws: ReportError.self) { try writeWorkbook(Self.fixture.report, to: path) }
        #expect(error?.code == .couldNotWrite)
        #expect(error?.path == path)
        #expect(error?.description.contains("hint: see that the folder exists") == true)
    }

    @Test("A file that ends in the middle is not whole")
    func whole() throws {
        let path = try book.path
        #expect(WholeFile.check(path))
        let bytes = FileManager.default.contents(atPath: path)!
        let cut = path + ".cut"
        _ = FileManager.default.createFile(atPath: cut, contents: bytes.prefix(bytes.count / 2))
        defer { try? FileManager.default.removeItem(atPath: cut) }
        #expect(!WholeFile.check(cut))
    }
}
