import Facts

/// Lines over time, each named and valued at its end.
extension ChartPlan {
    /// A line a series, broken where a point is undefined.
    func lines() -> Drawing {
        let all = chart.series.indices.flatMap { series in chart.categories.indices.compactMap { double(series, $0) } }
        let ends = chart.series.indices.map { series in
            let last = chart.categories.indices.last { value(series, $0) != nil }
            let number = last.flatMap { value(series, $0) }
            let name = chart.series.count > 1 ? TextWidth.fit(chart.series[series].name, 104) : ""
            return (series: series, last: last, value: text(number), name: name)
        }
        let widest =
            ends.map { TextWidth.of($0.value, isStrong: true) + ($0.name.isEmpty ? 0 : TextWidth.of($0.name) + 5) }.max() ?? 0
        var (plot, drawing) = plot(Axis(all, fromZero: false), rightMargin: min(widest + 10, 180))
        for series in chart.series.indices {
            for run in runs(series) {
                let points = run.map { Drawing.Point(x: plot.x($0), y: plot.y(double(series, $0) ?? 0)) }
                if points.count > 1 { drawing.marks.append(.line(points, looks[series])) }
                for (category, point) in zip(run, points) {
                    let isLast = category == ends[series].last
                    drawing.marks.append(.dot(point, looks[series], isLarge: isLast, hover: hover(series, category)))
                }
            }
        }
        // Labels that would lie on each other are moved apart, in the order of their lines' ends.
        let gap = 15.0
        var places = ends.map { end in
            (end: end, y: end.last.map { plot.y(double(end.series, $0) ?? 0) } ?? plot.bottom + gap)
        }
        places.sort { ($0.y, $0.end.series) < ($1.y, $1.end.series) }
        for index in places.indices.dropFirst() { places[index].y = max(places[index].y, places[index - 1].y + gap) }
        let overflow = max(0, (places.last?.y ?? 0) - (drawing.height - 8))
        for index in places.indices.reversed() {
            let limit = index == places.count - 1 ? places[index].y - overflow : places[index + 1].y - gap
            places[index].y = min(places[index].y, limit)
        }
        for (end, y) in places {
            drawing.label(end.value, plot.right + 8, y + 4, isStrong: true, name: end.name)
        }
        return drawing
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
