import Facts
import Languages

/// Charts: the drawing, its key where lines and bars do not name themselves, and the data in a table.
extension Page {
    /// What the chart's template is filled from.
    ///
    /// - Parameter count: How many charts stand side by side: four are drawn narrower than two or three.
    mutating func node(_ chart: Chart, of count: Int) throws(ReportError) -> Node {
        let plan = ChartPlan(
            chart, currency: report.currency, locale: report.locale, width: count == 4 ? 300 : ChartPlan.fullWidth)
        let key = key(plan)
        // Where the last category is the period reported, the key carries its values.
        let isNow = !key.isEmpty && chart.categories.last == report.periods.last?.name
        let drawing = plan.drawing().svg(
            id: "c-\(chart.id)", title: Shortening.short(chart.title, Shortening.hover), description: chart.alternative)
        return [
            "id": .text(chart.id), "remark": .text(chart.kind == .bridge ? say(.fromOpening) : ""),
            "title": .text(try folded(chart.title)), "hasKey": .flag(!key.isEmpty),
            "key": .nodes(key), "keyPeriod": .text(isNow ? chart.categories.last ?? "" : ""), "drawing": .text(drawing),
            "dataTitle": .text(say(.chartData)),
            "data": .nodes([try node(dataTable(chart), label: say(.chartData), isExact: true)]),
        ]
    }

    /// What the template of a timeline is filled from.
    func node(_ timeline: Timeline) -> Node {
        let drawing = TimelineDrawing(timeline: timeline, locale: report.locale).drawing().svg(
            id: "c-\(timeline.id)", title: Shortening.short(timeline.title, Shortening.hover),
            description: timeline.alternative)
        return [
            "id": .text(timeline.id), "drawing": .text(drawing),
            "key": .nodes(
                timeline.key.map { look, name in
                    [
                        "swatch": .text(Drawing.swatch(look.look)),
                        "name": .text(look.sign.isEmpty ? name : look.sign + " " + name),
                    ]
                }),
        ]
    }

    /// One entry a series. Lines are named at their ends, bridges by their rows, and a single series by the title.
    private func key(_ plan: ChartPlan) -> [Node] {
        let chart = plan.chart
        guard chart.series.count > 1 else { return [] }
        switch chart.kind {
        case .lines, .intervals, .bridge: return []
        case .columns, .stackedColumns, .bars: break
        }
        let now = chart.categories.last == report.periods.last?.name ? chart.categories.count - 1 : nil
        return chart.series.indices.map { series in
            [
                "swatch": .text(Drawing.swatch(plan.looks[series])),
                "name": .text(plan.names[series]),
                "value": .text(now.map { plan.text(plan.value(series, $0)) } ?? ""),
            ]
        }
    }

    /// The chart's data: a row a category, a column a series. In a bridge, each category belongs to one of the series, and the
    /// others have nothing to say about it.
    private func dataTable(_ chart: Chart) -> Table {
        let rows = chart.categories.indices.map { category in
            let numbers = chart.series.map { $0.values.indices.contains(category) ? $0.values[category] : nil }
            let isOwned = chart.kind == .bridge && numbers.contains { $0 != nil }
            return Table.Row(
                [.text(chart.categories[category])]
                    + numbers.map { $0 == nil && isOwned ? .empty : .value(Value($0, chart.format)) })
        }
        return Table(
            id: "\(chart.id)-data", title: chart.title,
            columns: [.init(say(.category))] + chart.series.map { .init($0.name, isNumeric: true) }, rows: rows)
    }
}
