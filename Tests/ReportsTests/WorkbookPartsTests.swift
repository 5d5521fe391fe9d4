import Facts
import Languages
import Testing

@testable import Reports

@Suite("Parts of the workbook")
struct WorkbookPartsTests {
    @Test("Sheet names keep Excel's rules and stay apart")
    func sheetNames() {
        let long = "A title that is much longer than Excel lets any sheet be"
        let names = Names.sheets(["Plan/actions: [Q4]?", "numbers", "Numbers", "'Quoted'", "", "History", long, long, "指标指标指标"])
        #expect(
            names == [
                "Plan actions Q4", "numbers 2", "Numbers 3", "Quoted", "Sheet", "History 2", "A title that is much longer th…",
                "A title that is much longer t 2", "指标指标指标",
            ])
        #expect(names.allSatisfy { $0.utf16.count <= 31 })
        #expect(Set(names.map { $0.lowercased() }).count == names.count)
    }

    @Test("Columns count on after Z, and quotes in sheet names are doubled")
    func references() {
        #expect([0, 25, 26, 701, 702].map(Names.column) == ["A", "Z", "AA", "ZZ", "AAA"])
        #expect(Names.cell(4, 27) == "AB5")
        #expect(Names.quoted("Q4's plan") == "'Q4''s plan'")
        var used: Set<String> = []
        #expect(Names.cell("arr", used: &used) == "gtm_arr")
        #expect(Names.cell("ARR", used: &used) == "gtm_ARR_2")
        #expect(Names.cell("a-b c", used: &used) == "gtm_a_b_c")
    }

    @Test("Control characters are seen, escapes are escaped, line ends are one")
    func cleaning() {
        #expect(SheetText("a\u{0}b\u{1}c\u{7F}").text == "a␀b␁c␡")
        #expect(SheetText("_x0041_ _x00").text == "_x005F_x0041_ _x00")
        #expect(SheetText("a\r\nb\rc\td\u{FFFF}").text == "a\nb\nc\td\u{FFFD}")
        #expect(SheetText("=1+1").text == "=1+1")
        #expect(SheetText("Gödel 北京 🎯").text == "Gödel 北京 🎯")
    }

    @Test("Too long a text is cut at a whole character, with a mark")
    func cutting() {
        let whole = String(repeating: "🎯", count: 20_000)
        let cut = SheetText(whole)
        #expect(cut.wholeLength == 20_000)
        #expect(cut.text.utf16.count <= SheetText.limit)
        #expect(cut.text.hasSuffix("🎯 … [cut: 20000 characters]"))
        #expect(SheetText(String(repeating: "a", count: 32_767)).wholeLength == nil)
    }

    @Test("Lines are counted by words, and East Asian characters take two places")
    func widths() {
        #expect(SheetText.width("北京") == 4)
        #expect(SheetText.lines("one two three", columns: 100) == 1)
        #expect(SheetText.lines("one two three", columns: 8) == 2)
        #expect(SheetText.lines("a\nb\n", columns: 8) == 3)
        #expect(SheetText.lines(String(repeating: "a", count: 25), columns: 10) == 3)
    }

    @Test("Cells below each other are one range")
    func ranges() {
        let cells = [(3, 1), (1, 1), (2, 1), (5, 1), (1, 0)].map { Sheet.Cell(row: $0.0, column: $0.1) }
        #expect(Sheet.ranges(cells).map(\.list) == ["A2 B2:B4 B6"])
        let many = (0..<2_000).map { Sheet.Cell(row: $0 * 2, column: 0) }
        #expect(Sheet.ranges(many).allSatisfy { $0.list.utf8.count < 1_810 })
    }

    @Test("A trend runs from its least value to its greatest; undefined is a space")
    func trend() {
        #expect(Trend.text([Number(1), nil, Number(2), Number(3)]) == "▁ ▅█")
        #expect(Trend.text([nil, nil]) == "")
        #expect(Trend.text([Number(5), Number(5)]) == "▄▄")
    }

    @Test("Changes are rounded half away from 0, exactly")
    func rounding() {
        #expect(CellFormulas.rounded(Number(15, over: 10), 0) == 2)
        #expect(CellFormulas.rounded(Number(-15, over: 10), 0) == -2)
        #expect(CellFormulas.rounded(Number(1, over: 3), 12) == 0.333333333333)
        #expect(CellFormulas.rounded(.inexact(2.0 / 3), 4) == 0.6667)
    }

    func bridge(_ values: [Int]) -> Bridge {
        Bridge(
            Chart(
                id: "b", title: "", kind: .bridge, categories: values.indices.map(String.init),
                series: [.init(name: "s", values: values.map { Number($0) }, role: .actual)], format: Format(.money, digits: 0),
                alternative: ""))
    }

    @Test("A bridge's floating columns stand on what is below them")
    func bridgeAboveZero() {
        let bridge = bridge([100, 20, -30, 90])
        #expect(bridge.totals == [100, 120, 90, 90].map { Number($0) })
        #expect(bridge.parts[0].values == [0, 100, 90, 0].map { Number($0) })
        #expect(bridge.parts[1].values == [100, 20, 30, 90].map { Number($0) })
        #expect(bridge.parts.map(\.label) == ["base", "above", "label"])
    }

    @Test("A bridge that crosses 0 is drawn above and below it")
    func bridgeThroughZero() {
        let bridge = bridge([10, -30, -5, 40, 15])
        #expect(bridge.parts.map(\.label) == ["base", "above", "below", "label"])
        #expect(bridge.parts[0].values == [0, 0, -20, 0, 0].map { Number($0) })
        #expect(bridge.parts[1].values == [10, 10, 0, 15, 15].map { Number($0) })
        #expect(bridge.parts[2].values == [0, -20, -5, -25, 0].map { Number($0) })
    }
}
