import Facts

/// A chart on its way to a drawing: its numbers as doubles, its texts in the report's currency and locale.
struct ChartPlan {
    /// The size of a drawing with an axis; those that list categories are as tall as the list is long.
    static let fullWidth = 400.0
    static let height = 210.0

    let chart: Chart
    /// How wide the drawing is: its text is as large as elsewhere where it is shown that wide.
    let width: Double
    let currency: Currency
    let locale: String
    /// What each series is called in the key and on hover.
    let names: [String]
    /// How each series looks.
    let looks: [Drawing.Look]

    init(_ chart: Chart, currency: Currency, locale: String, width: Double = ChartPlan.fullWidth) {
        self.chart = chart
        self.width = width
        self.currency = currency
        self.locale = locale
        names = Labels.distinct(chart.series.map(\.name)) { !Shortening.isLonger($0, than: 40) }
        var seen: [String: Int] = [:]
        looks = chart.series.map { series in
            let name = series.role.className
            if case .member = series.role { return Drawing.Look(name: name) }
            seen[name, default: 0] += 1
            return Drawing.Look(name: name, rank: seen[name, default: 1] - 1)
        }
    }

    /// The chart as geometry.
    func drawing() -> Drawing {
        if chart.isEmpty { return empty() }
        switch chart.kind {
        case .columns: return columns()
        case .stackedColumns: return stackedColumns()
        case .lines, .intervals: return lines()
        case .bars: return bars()
        case .bridge: return bridge()
        }
    }

    /// The value of a series in a category; nil where there is none.
    func value(_ series: Int, _ category: Int) -> Number? {
        let values = chart.series[series].values
        return values.indices.contains(category) ? values[category] : nil
    }

    /// The same as a double.
    func double(_ series: Int, _ category: Int) -> Double? { value(series, category).map { Axis.drawable($0.double) } }

    /// A value as in the tables.
    func text(_ number: Number?, isSigned: Bool? = nil) -> String {
        var format = chart.format
        if let isSigned { format.isSigned = isSigned }
        return format.shown(number, currency: currency, locale: locale)
    }

    /// What a mark says on hover: which category, which series if there are several, and the number in full.
    func hover(_ series: Int, _ category: Int) -> String {
        let name = chart.series.count > 1 ? names[series] + " · " : ""
        return "\(Shortening.short(chart.categories[category], 60)): \(name)\(text(value(series, category)))"
    }

    /// A drawing that says that there is nothing to draw.
    private func empty() -> Drawing {
        var drawing = Drawing(width: width, height: 72)
        drawing.marks.append(.rule(.init(x: 0, y: 60), .init(x: drawing.width, y: 60), isAxis: true))
        drawing.label(Format.undefined, drawing.width / 2, 40, .middle)
        return drawing
    }
}

extension Chart {
    /// Whether there is nothing to draw.
    var isEmpty: Bool { categories.isEmpty || series.allSatisfy { $0.values.allSatisfy { $0 == nil } } }
}

extension Chart.Series.Role {
    /// The class of the style sheet that all its marks have.
    var className: String {
        switch self {
        case .actual: "actual"
        case .yearBefore: "before"
        case .target: "target"
        case .projection: "ahead"
        case .bound: "bound"
        case .favourable: "good"
        case .unfavourable: "bad"
        case .member(let index): "m\(abs(index % 6))"
        }
    }
}

/// The part of a drawing where values are upright: between the labels of the value axis and the right margin.
struct Plot {
    let axis: Axis
    let left, right, top, bottom: Double
    let count: Int
    /// From which width of a slot on points are drawn on a line.
    static let pointed = 7.0

    /// The middle of a category's slot.
    func x(_ category: Int) -> Double { left + slot * (Double(category) + 0.5) }
    /// How wide a category is.
    var slot: Double { (right - left) / Double(max(count, 1)) }
    /// Where a value lies.
    func y(_ value: Double) -> Double { bottom - axis.share(value) * (bottom - top) }
}

extension ChartPlan {
    /// A plot with its grid lines and both axes' labels, on a new drawing.
    func plot(_ axis: Axis, rightMargin: Double = 8) -> (Plot, Drawing) {
        var drawing = Drawing(width: width, height: ChartPlan.height)
        let labels = axis.labels(chart.format, locale: locale)
        let left = min(labels.map { TextWidth.of($0) }.max() ?? 0, 90) + 8
        let plot = Plot(
            axis: axis, left: left, right: drawing.width - rightMargin, top: 22, bottom: drawing.height - 24,
            count: chart.categories.count)
        for (index, (tick, label)) in zip(axis.ticks, labels).enumerated() {
            let y = plot.y(tick.double)
            drawing.marks.append(.rule(.init(x: plot.left, y: y), .init(x: plot.right, y: y), isAxis: tick.isZero))
            // Two ticks that read the same say nothing.
            if labels[..<index].contains(label) { continue }
            drawing.label(label, plot.left - 6, y + 4, .end)
        }
        drawing.slot = .init(
            from: .init(x: plot.left, y: plot.top), to: .init(x: plot.left + plot.slot, y: plot.bottom))
        labelCategories(plot, &drawing)
        return (plot, drawing)
    }

    /// The categories' names below the plot: all of them where they fit, else every second, third, … counted back from the
    /// last, which is the one reported. Few long names are cut; in full they stand in the table behind the chart.
    private func labelCategories(_ plot: Plot, _ drawing: inout Drawing) {
        let names = chart.categories
        let y = plot.bottom + 17
        if names.count <= 6, names.dropLast().contains(where: { TextWidth.of($0) > plot.slot - 4 }) {
            for (index, name) in Labels.distinct(names, fits: { TextWidth.of($0) <= plot.slot - 4 }).enumerated() {
                drawing.label(name, plot.x(index), y, .middle)
            }
            return
        }
        let shown = Labels.distinct(names) { TextWidth.of($0) <= 120 }
        // The last is often the widest, as it says that it is not over.
        let widest = shown.dropLast().map { TextWidth.of($0) }.max() ?? 0
        let every = max(1, Int(((widest + 10) / plot.slot).rounded(.up)))
        var free = Double.infinity
        for index in stride(from: names.count - 1, through: 0, by: -every) {
            // Kept inside the drawing at both ends.
            let half = TextWidth.of(shown[index]) / 2
            let x = min(max(plot.x(index), half), drawing.width - half)
            guard x + half + 6 <= free else { continue }
            drawing.label(shown[index], x, y, .middle)
            free = x - half
        }
    }
}
