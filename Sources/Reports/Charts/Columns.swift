import Facts

/// Upright bars: side by side, and stacked.
extension ChartPlan {
    /// One column a category and series; all begin at 0.
    func columns() -> Drawing {
        let all = chart.series.indices.flatMap { series in chart.categories.indices.compactMap { double(series, $0) } }
        var (plot, drawing) = plot(Axis(all, fromZero: true))
        let goals = chart.series.indices.filter { if case .target = chart.series[$0].role { true } else { false } }
        let bars = chart.series.indices.filter { !goals.contains($0) }
        let count = max(bars.count, 1)
        let width = min(plot.slot * (count == 1 ? 0.66 : 0.8), 44 * Double(count)) / Double(count)
        let gap = min(2, width * 0.12)
        for (place, series) in bars.enumerated() {
            for category in chart.categories.indices {
                guard let value = double(series, category) else { continue }
                let x = plot.x(category) + width * (Double(place) - Double(count) / 2)
                drawing.marks.append(
                    .bar(
                        .init(from: .init(x: x + gap / 2, y: plot.y(0)), to: .init(x: x + width - gap / 2, y: plot.y(value))),
                        looks[series], hover: ""))
            }
        }
        // A goal is an outline around what is held against it.
        for series in goals {
            for category in chart.categories.indices {
                guard let value = double(series, category) else { continue }
                let half = min(width * Double(count) / 2 + 2, plot.slot / 2)
                let (left, right) = (plot.x(category) - half, plot.x(category) + half)
                drawing.marks.append(
                    .bar(
                        .init(from: .init(x: left, y: plot.y(0)), to: .init(x: right, y: plot.y(value))), looks[series],
                        hover: ""))
            }
        }
        labelColumns(plot, &drawing)
        return drawing
    }

    /// Values above a single series' columns: all where they fit, else the last.
    private func labelColumns(_ plot: Plot, _ drawing: inout Drawing) {
        guard chart.series.count == 1 else { return }
        let texts = chart.categories.indices.map { text(value(0, $0)) }
        let all = chart.categories.count <= 8 && texts.allSatisfy { TextWidth.of($0, isStrong: true) < plot.slot - 2 }
        let last = chart.categories.indices.last { value(0, $0) != nil }
        for category in chart.categories.indices where all || category == last {
            guard let value = double(0, category) else { continue }
            let half = TextWidth.of(texts[category], isStrong: true) / 2
            let x = min(max(plot.x(category), plot.left + half), drawing.width - half)
            let y = value < 0 ? plot.y(value) + 14 : plot.y(value) - 5
            drawing.label(texts[category], x, y, .middle, isStrong: true)
        }
    }

    /// Series on top of each other; what is above 0 rises from the axis, what is below hangs from it.
    func stackedColumns() -> Drawing {
        let categories = chart.categories.indices
        let highs = categories.map { category in
            chart.series.indices.reduce(0.0) { $0 + max(0, double($1, category) ?? 0) }
        }
        let lows = categories.map { category in
            chart.series.indices.reduce(0.0) { $0 + min(0, double($1, category) ?? 0) }
        }
        var (plot, drawing) = plot(Axis(highs + lows, fromZero: true))
        let width = min(plot.slot * 0.7, 44)
        var (above, below) = ([Double](repeating: 0, count: categories.count), [Double](repeating: 0, count: categories.count))
        for series in chart.series.indices {
            for category in categories {
                guard let value = double(series, category) else { continue }
                let start = value < 0 ? below[category] : above[category]
                if value < 0 { below[category] += value } else { above[category] += value }
                let x = plot.x(category) - width / 2
                drawing.marks.append(
                    .bar(
                        .init(from: .init(x: x, y: plot.y(start)), to: .init(x: x + width, y: plot.y(start + value))),
                        looks[series], hover: ""))
            }
        }
        return drawing
    }
}
