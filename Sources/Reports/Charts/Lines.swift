import Facts

/// Lines over time, each named and valued at its end.
extension ChartPlan {
    /// A line a series, broken where a point is undefined.
    func lines() -> Drawing {
        let all = chart.series.indices.flatMap { series in chart.categories.indices.compactMap { double(series, $0) } }
        let ends = lineEnds()
        let widest = ends.map { TextWidth.of($0.value, isStrong: true) + ($0.beside.isEmpty ? 0 : TextWidth.of($0.beside) + 5) }
        let below = ends.flatMap(\.below).map { TextWidth.of($0) }
        let margin = min((widest + below).max() ?? 0, LineEnd.room) + 10
        var (plot, drawing) = plot(Axis(all, fromZero: false), rightMargin: margin)
        if chart.kind == .intervals { addWhiskers(plot, &drawing) }
        for (series, end) in zip(named, ends) {
            for run in runs(series) {
                let points = run.map { Drawing.Point(x: plot.x($0), y: plot.y(double(series, $0) ?? 0)) }
                let isJoined = chart.kind != .intervals || series > 0
                if points.count > 1 && isJoined { drawing.marks.append(.line(points, looks[series])) }
                for (category, point) in zip(run, points) {
                    let isLast = category == end.category
                    // Points that would touch say no more than their line.
                    if !isLast && run.count > 1 && isJoined && plot.slot < Plot.pointed { continue }
                    drawing.marks.append(.dot(point, looks[series], isLarge: isLast))
                }
            }
        }
        place(ends, plot, &drawing)
        return drawing
    }

    /// The series that are lines or points of their own, and so are named: not the ends of an interval.
    private var named: [Int] {
        chart.series.indices.filter { if case .bound = chart.series[$0].role { false } else { true } }
    }

    /// The interval of each category that has one.
    private func addWhiskers(_ plot: Plot, _ drawing: inout Drawing) {
        let bounds = chart.series.indices.filter { !named.contains($0) }
        guard bounds.count == 2 else { return }
        for category in chart.categories.indices {
            guard let low = double(bounds[0], category), let high = double(bounds[1], category) else { continue }
            let x = plot.x(category)
            drawing.marks.append(.whisker(.init(x: x, y: plot.y(low)), .init(x: x, y: plot.y(high)), looks[bounds[0]]))
        }
    }

    /// What stands at the end of a line.
    private struct LineEnd {
        /// The most that a label takes of the drawing's width.
        static let room = 172.0
        /// How high a line of text is.
        static let line = 14.0

        var series: Int
        /// The category of the last value; nil where there is none.
        var category: Int?
        /// The last value.
        var value: String
        /// What stands beside it: the name, and the period where it is not the last one.
        var beside: String
        /// The name, where there is no room beside the value.
        var below: [String]

        /// How high the label is.
        var height: Double { LineEnd.line * Double(below.count + 1) + 1 }
    }

    /// The label of each line: its last value, the period where that is not the last one, and its name where there are several.
    private func lineEnds() -> [LineEnd] {
        var ends = named.map { series in
            let last = chart.categories.indices.last { value(series, $0) != nil }
            let isNow = last == nil || last == chart.categories.count - 1
            return LineEnd(
                series: series, category: last, value: text(last.flatMap { value(series, $0) }),
                beside: isNow ? "" : last.map { "(\(chart.categories[$0]))" } ?? "", below: [])
        }
        guard named.count > 1 else { return ends }
        let names = named.map { chart.series[$0].name }
        func beside(_ end: LineEnd, _ name: String) -> String { end.beside.isEmpty ? name : "\(name) \(end.beside)" }
        func isBeside(_ end: LineEnd, _ name: String) -> Bool {
            TextWidth.of(end.value, isStrong: true) + 5 + TextWidth.of(beside(end, name)) <= LineEnd.room
        }
        let isRoomy = named.count <= 4
        if zip(ends, names).allSatisfy(isBeside) {
            for index in ends.indices { ends[index].beside = beside(ends[index], names[index]) }
        } else if isRoomy, case let lines = names.map({ TextWidth.twoLines($0, LineEnd.room) }), !lines.contains(nil) {
            for index in ends.indices { ends[index].below = lines[index] ?? [] }
        } else if isRoomy {
            let short = Labels.distinct(names) { TextWidth.of($0) <= LineEnd.room }
            for index in ends.indices { ends[index].below = [short[index]] }
        } else {
            let value = ends.map { TextWidth.of($0.value, isStrong: true) + 5 + TextWidth.of(beside($0, "")) }.max() ?? 0
            let short = Labels.distinct(names) { TextWidth.of($0) <= max(LineEnd.room - value, 60) }
            for index in ends.indices { ends[index].beside = beside(ends[index], short[index]) }
        }
        return ends
    }

    /// Labels that would lie on each other are moved apart, in the order of their lines' ends.
    private func place(_ ends: [LineEnd], _ plot: Plot, _ drawing: inout Drawing) {
        var places = ends.map { end in
            (end: end, y: end.category.map { plot.y(double(end.series, $0) ?? 0) } ?? plot.bottom + LineEnd.line)
        }
        places.sort { ($0.y, $0.end.series) < ($1.y, $1.end.series) }
        for index in places.indices.dropFirst() {
            places[index].y = max(places[index].y, places[index - 1].y + places[index - 1].end.height)
        }
        // Above the names of the periods, the last of which may reach as far.
        var bottom = plot.bottom - 2 + LineEnd.line
        for index in places.indices.reversed() {
            places[index].y = min(places[index].y, bottom - places[index].end.height)
            bottom = places[index].y
        }
        for (end, y) in places {
            drawing.label(end.value, plot.right + 8, y + 4, isStrong: true, name: end.beside)
            for (line, text) in end.below.enumerated() {
                drawing.label(text, plot.right + 8, y + 4 + LineEnd.line * Double(line + 1))
            }
        }
    }

    /// The categories of a series that have a value, in unbroken runs.
    func runs(_ series: Int) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for category in chart.categories.indices where value(series, category) != nil {
            if let last = runs.last, last.upperBound == category {
                runs[runs.count - 1] = last.lowerBound..<category + 1
            } else {
                runs.append(category..<category + 1)
            }
        }
        return runs
    }
}
