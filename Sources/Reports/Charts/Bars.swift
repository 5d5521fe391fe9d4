import Facts

/// Lists of horizontal bars: rankings, funnels, and bridges. Names stand left, values at the bars' ends; no value axis is
/// needed.
extension ChartPlan {
    /// The rows of a list: where bars may be drawn, and how values turn into places.
    struct Rows {
        let axis: Axis
        let left, right: Double
        let height: Double

        /// Where a value lies.
        func x(_ value: Double) -> Double { left + axis.share(value) * (right - left) }
        /// The upper edge of a row.
        func y(_ row: Int) -> Double { 4 + Double(row) * height }
    }

    /// A drawing with room for the names on the left and for the values at both ends, with the names drawn.
    private func rows(_ values: [Double], labels: [String], height: Double) -> (Rows, Drawing) {
        var drawing = Drawing(width: width, height: 8 + height * Double(chart.categories.count))
        let names = Labels.distinct(chart.categories) { TextWidth.of($0) <= 130 }
        let name = (names.map { TextWidth.of($0) }.max() ?? 0) + 10
        let label = min((labels.map { TextWidth.of($0, isStrong: true) }.max() ?? 0) + 8, 150)
        // The list's axis ends where the data does: no ticks are drawn, so that round ends would only waste room.
        let axis = Axis(exactly: values)
        let rows = Rows(
            axis: axis, left: name + (axis.low < 0 ? label : 0), right: drawing.width - label, height: height)
        for (row, text) in names.enumerated() {
            drawing.label(text, name - 10, rows.y(row) + height / 2 + 4, .end)
        }
        return (rows, drawing)
    }

    /// One bar a category and series, from 0 to the right, or to the left below 0.
    func bars() -> Drawing {
        let all = chart.series.indices.flatMap { series in chart.categories.indices.compactMap { double(series, $0) } }
        let labels = chart.series.indices.flatMap { series in chart.categories.indices.map { text(value(series, $0)) } }
        let count = Double(chart.series.count)
        let thickness = chart.series.count == 1 ? 18.0 : 14.0
        let (rows, start) = rows(all, labels: labels, height: thickness * count + 10)
        var drawing = start
        for category in chart.categories.indices {
            for series in chart.series.indices {
                let y = rows.y(category) + 5 + thickness * Double(series)
                guard let value = double(series, category) else {
                    drawing.label(text(nil), rows.x(0) + 5, y + thickness / 2 + 4)
                    continue
                }
                drawing.marks.append(
                    .bar(
                        .init(from: .init(x: rows.x(0), y: y), to: .init(x: rows.x(value), y: y + thickness - 1)),
                        looks[series], hover: hover(series, category)))
                drawing.label(
                    text(self.value(series, category)), rows.x(value) + (value < 0 ? -5 : 5), y + thickness / 2 + 4,
                    value < 0 ? .end : .start, isStrong: true)
            }
        }
        let bottom = drawing.height - 4
        drawing.marks.append(.rule(.init(x: rows.x(0), y: 4), .init(x: rows.x(0), y: bottom), isAxis: true))
        return drawing
    }

    /// A bridge, top to bottom, from the opening level on, so that the movements fill the width: the first and last categories are
    /// figures, and those between float from the running total. Where a category has values in several series they float one after the
    /// other, so that "expansion" may be favourable and "churn" not.
    func bridge() -> Drawing {
        let steps = bridgeSteps()
        let opening = steps.first { $0.isStanding && $0.category == 0 }?.end ?? 0
        let labels = steps.map { label($0) }
        let height = 28.0
        let (rows, start) = rows(steps.flatMap { [$0.start, $0.end].map { $0 - opening } }, labels: labels, height: height)
        var drawing = start
        for (index, step) in steps.enumerated() {
            let y = rows.y(step.category) + 5
            let (from, to) = (rows.x(step.start - opening), rows.x(step.end - opening))
            if step.isStanding {
                drawing.marks.append(.rule(.init(x: to, y: y), .init(x: to, y: y + height - 10), isAxis: true))
            } else {
                drawing.marks.append(
                    .bar(
                        .init(from: .init(x: from, y: y), to: .init(x: to, y: y + height - 10)), looks[step.series],
                        hover: hover(step.series, step.category)))
            }
            if index + 1 < steps.count {
                let next = rows.y(steps[index + 1].category) + 5
                drawing.marks.append(.rule(.init(x: to, y: y + height - 10), .init(x: to, y: next), isAxis: false))
            }
            drawing.label(labels[index], max(from, to) + 5, y + height / 2 - 1, .start, isStrong: true)
        }
        for category in chart.categories.indices where !steps.contains(where: { $0.category == category }) {
            drawing.label(text(nil), rows.x(0) + 5, rows.y(category) + height / 2 + 4)
        }
        drawing.marks.append(.rule(.init(x: rows.x(0), y: 4), .init(x: rows.x(0), y: drawing.height - 4), isAxis: true))
        return drawing
    }

    /// One bar of a bridge.
    struct BridgeStep: Equatable {
        var category, series: Int
        var start, end: Double
        var isStanding: Bool
    }

    /// Every bar of the bridge with the totals it runs between.
    func bridgeSteps() -> [BridgeStep] {
        var steps: [BridgeStep] = []
        var total = 0.0
        for category in chart.categories.indices {
            let isStanding = category == 0 || category == chart.categories.count - 1
            for series in chart.series.indices {
                guard let value = double(series, category) else { continue }
                let start = isStanding ? value : total
                total = isStanding ? value : start + value
                steps.append(.init(category: category, series: series, start: start, end: total, isStanding: isStanding))
            }
        }
        return steps
    }

    /// A step's value: with its sign, and an arrow for its direction.
    private func label(_ step: BridgeStep) -> String {
        let number = value(step.series, step.category)
        let text = text(number, isSigned: !step.isStanding)
        let arrow = step.isStanding ? "" : Marks.arrow(number, chart.format, currency: currency)
        return arrow.isEmpty ? text : "\(arrow) \(text)"
    }
}
