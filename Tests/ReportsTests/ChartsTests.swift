import Facts
import Testing

@testable import Reports

@Suite("Charts")
struct ChartsTests {
    private func plan(_ kind: Chart.Kind, _ values: [[Int?]], roles: [Chart.Series.Role] = [], format: Format? = nil)
        -> ChartPlan
    {
        let series = values.enumerated().map { index, values in
            Chart.Series(
                name: "S\(index)", values: values.map { $0.map { Number($0) } },
                role: roles.isEmpty ? .member(index) : roles[index])
        }
        return ChartPlan(
            Chart(
                id: "c", title: "T", kind: kind, categories: (0..<(values.first?.count ?? 0)).map { "C\($0)" }, series: series,
                format: format ?? Format(.count, digits: 0), alternative: "A"), currency: Currency("USD"), locale: "en")
    }

    private func labels(_ drawing: Drawing) -> [String] {
        drawing.marks.compactMap { if case .label(let text, _, _, _, _) = $0 { text } else { nil } }
    }

    @Test("columns begin at 0 and are as tall as their values")
    func columnsAreProportional() throws {
        let boxes = plan(.columns, [[100, 50, 25, 0]]).drawing().bars.map(\.box)
        let base = boxes.map { $0.y + $0.height }
        #expect(Set(base).count == 1)
        #expect(abs(boxes[0].height - 2 * boxes[1].height) < 1e-9)
        #expect(abs(boxes[0].height - 4 * boxes[2].height) < 1e-9)
        #expect(boxes[3].height == 0)
    }

    @Test("columns of values that lie close together begin at 0 all the same")
    func columnsBeginAtZero() {
        let boxes = plan(.columns, [[1000, 1001]]).drawing().bars.map(\.box)
        #expect(boxes[0].height / boxes[1].height > 0.99)
        #expect(Axis([1000, 1001], fromZero: true).low == 0)
        #expect(Axis([1000, 1001], fromZero: false).low > 900)
    }

    @Test("values below 0 hang from the axis that the others stand on")
    func negativeColumnsHang() {
        let boxes = plan(.columns, [[30, -30]]).drawing().bars.map(\.box)
        #expect(abs(boxes[0].y + boxes[0].height - boxes[1].y) < 1e-9)
        #expect(abs(boxes[0].height - boxes[1].height) < 1e-9)
    }

    @Test("stacked columns lie on each other without gaps; what is below 0 is stacked downwards")
    func stacksAreClosed() {
        let boxes = plan(.stackedColumns, [[10], [20], [-5], [-15]]).drawing().bars.map(\.box)
        #expect(abs(boxes[0].y - (boxes[1].y + boxes[1].height)) < 1e-9)
        #expect(abs(boxes[0].y + boxes[0].height - boxes[2].y) < 1e-9)
        #expect(abs(boxes[2].y + boxes[2].height - boxes[3].y) < 1e-9)
        #expect(abs(boxes[1].height - 2 * boxes[0].height) < 1e-9)
        #expect(abs(boxes[3].height - 3 * boxes[2].height) < 1e-9)
    }

    @Test("an undefined point is left out, never drawn as 0")
    func undefinedIsLeftOut() {
        #expect(plan(.columns, [[1, nil, 3]]).drawing().bars.count == 2)
        #expect(plan(.lines, [[1, nil, 3, 4, nil]]).runs(0) == [0..<1, 2..<4])
        let lines = plan(.lines, [[1, nil, 3, 4, nil]]).drawing().marks
        #expect(lines.filter { if case .line = $0 { true } else { false } }.count == 1)
        #expect(lines.filter { if case .dot = $0 { true } else { false } }.count == 3)
        #expect(labels(plan(.bars, [[1, nil]]).drawing()).contains("n/a"))
        #expect(labels(plan(.bridge, [[1, nil, 1]]).drawing()).contains("n/a"))
    }

    @Test("a single point is a dot with its value", arguments: [0, 7, -7])
    func singlePoint(value: Int) {
        let drawing = plan(.lines, [[nil, value, nil]]).drawing()
        let dots = drawing.marks.compactMap {
            if case .dot(let point, _, let isLarge) = $0 { (point, isLarge) } else { nil }
        }
        #expect(dots.count == 1 && dots[0].1)
        #expect((0...drawing.height).contains(dots[0].0.y))
        #expect(labels(drawing).contains("\(value)".replacing("-", with: "−")))
    }

    @Test(
        "a chart of undefined points says n/a",
        arguments: [Chart.Kind.columns, .stackedColumns, .lines, .intervals, .bars, .bridge])
    func allUndefined(kind: Chart.Kind) {
        for values in [[[nil, nil]], [[]], []] as [[[Int?]]] {
            let drawing = plan(kind, values).drawing()
            #expect(labels(drawing) == ["n/a"])
            #expect(drawing.bars.isEmpty)
        }
    }

    @Test("a bridge's movements fill its width from the opening level on, one from where the other ends; its ends are figures")
    func bridgeRunsTotals() {
        let plan = plan(
            .bridge, [[100, nil, nil, 110], [nil, 30, nil, nil], [nil, nil, -20, nil]],
            roles: [.actual, .favourable, .unfavourable])
        #expect(plan.bridgeSteps().map(\.start) == [100, 100, 130, 110])
        #expect(plan.bridgeSteps().map(\.end) == [100, 130, 110, 110])
        let boxes = plan.drawing().bars.map(\.box)
        #expect(boxes.count == 2)
        #expect(abs(boxes[0].x + boxes[0].width - (boxes[1].x + boxes[1].width)) < 1e-9)
        #expect(abs(boxes[0].width / boxes[1].width - 30.0 / 20) < 1e-9)
        #expect(boxes[0].width > plan.width / 4)
        #expect(labels(plan.drawing()).suffix(4) == ["100", "▲ +30", "▼ −20", "110"])
    }

    @Test("bars run right from 0, and left below it, with their values at the ends")
    func barsHaveValues() {
        let drawing = plan(.bars, [[40, -20, 0]]).drawing()
        let boxes = drawing.bars.map(\.box)
        #expect(abs(boxes[0].width - 2 * boxes[1].width) < 1e-9)
        #expect(abs(boxes[1].x + boxes[1].width - boxes[0].x) < 1e-9)
        #expect(labels(drawing).suffix(3) == ["40", "−20", "0"])
    }

    @Test("an axis ends on round numbers that hold all values", arguments: [1, 7, 99, 101, 12_345, 9_999_999])
    func axisIsRound(high: Int) {
        let axis = Axis([Double(high)], fromZero: true)
        #expect(axis.low == 0)
        #expect(axis.high >= Double(high))
        #expect(axis.high < 2 * Double(high) + 1)
        #expect((3...7).contains(axis.ticks.count))
        #expect(axis.ticks.first?.double == axis.low && axis.ticks.last?.double == axis.high)
    }

    @Test("an axis speaks in thousands and millions; 0 is 0")
    func axisIsShort() {
        #expect(Axis([1_240_000], fromZero: true).labels(Format(.money, digits: 0)) == ["0", "0.5M", "1.0M", "1.5M"])
        #expect(Axis([12_400_000], fromZero: true).labels(Format(.money, digits: 0)) == ["0", "5M", "10M", "15M"])
        #expect(Axis([0.18, 0.41], fromZero: true).labels(Format(.percent, digits: 1)) == ["0%", "20%", "40%", "60%"])
    }

    @Test("values at the edge of what a number can be still make a drawing")
    func hugeValues() {
        for value in [1.7e308, -1.7e308, Double.leastNonzeroMagnitude, 1e-30] {
            let chart = Chart(
                id: "c", title: "T", kind: .lines, categories: ["a", "b", "c"],
                series: [.init(name: "s", values: [.inexact(value), .zero, .inexact(-value)], role: .actual)],
                format: Format(.plain, digits: 1), alternative: "")
            for kind in [Chart.Kind.columns, .stackedColumns, .lines, .intervals, .bars, .bridge] {
                var chart = chart
                chart.kind = kind
                let svg = ChartPlan(chart, currency: Currency("USD"), locale: "en").drawing().svg(
                    id: "i", title: "", description: "")
                #expect(!svg.html.contains("nan") && !svg.html.contains("inf"))
            }
            _ = Sparkline(values: [.inexact(value), .inexact(-value)]).svg(label: "")
        }
    }

    @Test("nothing is drawn outside the drawing, and line labels do not lie on each other")
    func everythingIsInside() {
        let crowd = plan(.lines, (0..<8).map { [100, 100 + $0] }).drawing()
        var last = -100.0
        for case .label(let text, let point, _, true, let name) in crowd.marks {
            #expect(point.y - last >= 14.9, "\(text) \(name)")
            #expect((8...crowd.height).contains(point.y))
            last = point.y
        }
        for kind in [Chart.Kind.columns, .stackedColumns, .lines, .intervals, .bars, .bridge] {
            let drawing = plan(kind, [[3, -8, 12, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]]).drawing()
            for bar in drawing.bars {
                #expect(bar.box.x >= 0 && bar.box.x + bar.box.width <= drawing.width)
                #expect(bar.box.y >= 0 && bar.box.y + bar.box.height <= drawing.height)
            }
        }
    }

    @Test("several series of one role are told apart by shade and dash")
    func ranks() {
        let looks = plan(
            .stackedColumns, [[1], [2], [3], [4]], roles: [.favourable, .favourable, .unfavourable, .actual]
        ).looks.map(\.classes)
        #expect(looks == ["good", "good r1", "bad", "actual"])
    }

    @Test("an interval is a whisker from its lower to its upper end, around a point that no line joins")
    func intervals() {
        let drawing = plan(.intervals, [[10, 20, nil], [0, 5, 1], [30, 25, nil]], roles: [.actual, .bound, .bound]).drawing()
        let whiskers = drawing.marks.compactMap { if case .whisker(let low, let high, _) = $0 { (low, high) } else { nil } }
        #expect(whiskers.count == 2)
        #expect(whiskers.allSatisfy { $0.x == $1.x && $0.y > $1.y })
        #expect(abs((whiskers[0].0.y - whiskers[0].1.y) / (whiskers[1].0.y - whiskers[1].1.y) - 30.0 / 20) < 1e-9)
        #expect(!drawing.marks.contains { if case .line = $0 { true } else { false } })
        #expect(labels(drawing).contains("20"))
    }

    @Test("a target outlines the columns that are held against it, and takes no room of theirs")
    func targetOutlines() {
        let bars = plan(.columns, [[40, 60], [50, nil]], roles: [.actual, .target]).drawing().bars
        let alone = plan(.columns, [[40, 60]], roles: [.actual]).drawing().bars
        let (outlines, columns) = (bars.filter { $0.look.name == "target" }, bars.filter { $0.look.name == "actual" })
        #expect(outlines.count == 1 && columns.count == 2)
        #expect(columns.map(\.box.width) == alone.map(\.box.width))
        #expect(outlines[0].box.x < columns[0].box.x && outlines[0].box.width > columns[0].box.width)
        #expect(abs(outlines[0].box.height / columns[0].box.height - 50.0 / 40) < 1e-9)
    }

    @Test("dense lines have no points, but a lone value between gaps is seen")
    func denseLines() {
        let values: [Int?] = (0..<60).map { $0 == 30 || $0 == 32 ? nil : $0 }
        let dots = plan(.lines, [values]).drawing().marks.compactMap {
            if case .dot(_, _, let isLarge) = $0 { isLarge } else { nil }
        }
        #expect(dots == [false, true])
    }

    @Test("a sparkline leaves gaps, and ends in a dot")
    func sparklines() {
        let runs = Sparkline(values: [Number(1), nil, Number(2), Number(3)]).runs()
        #expect(runs.map(\.count) == [1, 2])
        #expect(runs[1][1].y < runs[1][0].y)
        let svg = Sparkline(values: [nil, nil]).svg(label: "undefined").html
        #expect(!svg.contains("polyline") && !svg.contains("circle") && svg.contains("aria-label=\"undefined\""))
    }

    @Test("coordinates are written to a tenth")
    func coordinates() {
        #expect(Drawing.place(1.25) == "1.3")
        #expect(Drawing.place(-0.04) == "0")
        #expect(Drawing.place(-12.5) == "-12.5")
    }
}

@Suite("Labels of charts")
struct LabelTests {
    private func plan(_ names: [String], _ values: [[Int?]]) -> ChartPlan {
        let series = zip(names, values).map { name, values in
            Chart.Series(name: name, values: values.map { $0.map { Number($0) } }, role: .member(0))
        }
        return ChartPlan(
            Chart(
                id: "c", title: "T", kind: .lines, categories: (0..<values[0].count).map { "2026-W\(40 + $0)" }, series: series,
                format: Format(.count, digits: 0), alternative: "A"), currency: Currency("USD"), locale: "en")
    }

    private func texts(_ plan: ChartPlan) -> [String] {
        plan.drawing().marks.flatMap { if case .label(let text, _, _, _, let name) = $0 { [text, name] } else { [String]() } }
            .filter { !$0.isEmpty }
    }

    @Test("names that are cut differ before the cut, whatever they have in common")
    func cutNamesDiffer() {
        let long = "Average cost of winning one new customer in the region "
        for names in [
            [long + "EMEA", long + "APAC", long + "Americas"], (1...9).map { "\(long)\($0)" }, [long + "EMEA", long + "EMEA"],
            (1...4).map { String(repeating: "长", count: 40) + "\($0)" }, ["Net", "Net revenue"],
        ] {
            for width in [4, 12, 20] {
                let cut = Labels.distinct(names) { $0.count <= width }
                let beginnings = zip(names, cut).filter { $0 != $1 }.map { $1.prefix { $0 != "…" } }
                #expect(Set(beginnings).count == beginnings.count && Set(cut).count == names.count, "\(cut)")
                for (name, text) in zip(names, cut) where name.count <= width { #expect(text == name) }
                #expect(cut.allSatisfy { $0.count <= width })
            }
        }
    }

    @Test("a name that fits two lines is not cut")
    func namesWrap() {
        let names = ["Customer acquisition cost", "Customer acquisition cost over three months"]
        let texts = texts(plan(names, [[1, 2, 3], [2, 3, 4]]))
        #expect(!texts.contains { $0.contains("…") })
        #expect(texts.contains("cost over three months"))
    }

    @Test("the label of a line that ends before the last period names its own")
    func earlierEndsAreNamed() {
        let texts = texts(plan(["NPS", "Goal"], [[5, 6, nil], [7, 7, 7]]))
        #expect(texts.contains("NPS (2026-W41)"))
        #expect(texts.contains("Goal"))
        #expect(self.texts(plan(["NPS"], [[5, nil, nil]])).contains("(2026-W40)"))
    }

    @Test("periods along an axis are named once, and the last one always")
    func axisLabelsDiffer() {
        for count in [1, 5, 13, 52, 300] {
            let names = (0..<count).map { $0 == count - 1 ? "P\($0) (to date)" : "P\($0)" }
            let chart = Chart(
                id: "c", title: "T", kind: .columns, categories: names,
                series: [.init(name: "S", values: names.map { _ in Number(1, over: 100_000) }, role: .actual)],
                format: Format(.percent, digits: 1), alternative: "A")
            let drawing = ChartPlan(chart, currency: Currency("USD"), locale: "en").drawing()
            let labels = drawing.marks.compactMap { if case .label(let text, _, _, false, _) = $0 { text } else { nil } }
            #expect(Set(labels).count == labels.count, "\(labels)")
            #expect(labels.contains(names[count - 1]))
        }
    }
}
