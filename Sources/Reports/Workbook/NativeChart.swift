import CXLSXWriter
import Facts
import Glibc
import Languages

/// A native chart over the cells of the chart-data sheet.
struct NativeChart {
    private let chart: Chart
    private let place: ChartData.Place
    private let report: Report
    private let pointer: UnsafeMutablePointer<lxw_chart>
    /// The chart's axis, the same as on the page, in units of the cells.
    private let axis: Axis

    init(_ chart: Chart, place: ChartData.Place, report: Report, book: Book) {
        self.chart = chart
        self.place = place
        self.report = report
        pointer = book.addChart(NativeChart.type(chart.kind))
        axis = NativeChart.axis(chart)
    }

    /// The bars of targets, a row of the sheet each: what is reached, what is missing, what remains, one after the other.
    static func bars(_ place: ChartData.Place, book: Book) -> UnsafeMutablePointer<lxw_chart> {
        let pointer = book.addChart(LXW_CHART_BAR_STACKED)
        for (column, color) in zip(place.columns, [Palette.actual, Palette.unfavourable, nil]) {
            guard let series = chart_add_series(pointer, nil, nil) else { preconditionFailure("out of memory") }
            let (first, last) = (UInt32(place.first), UInt32(place.last))
            chart_series_set_categories(series, place.sheet, first, 0, last, 0)
            chart_series_set_values(series, place.sheet, first, UInt16(column.column), last, UInt16(column.column))
            chart_series_set_name_range(series, place.sheet, UInt32(place.header), UInt16(column.column))
            var (fill, line) = (lxw_chart_fill(), lxw_chart_line())
            if let color {
                (fill.color, line.none) = (color, 1)
            } else {
                (fill.none, line.color, line.width) = (1, Palette.actual, 0.75)
            }
            chart_series_set_fill(series, &fill)
            chart_series_set_line(series, &line)
        }
        // The axes of bars change places. The names and shares stand in the cells beside.
        let (shares, names) = (pointer.pointee.x_axis, pointer.pointee.y_axis)
        chart_axis_set_reverse(names)
        for axis in [shares, names] {
            chart_axis_off(axis)
            chart_axis_major_gridlines_set_visible(axis, 0)
        }
        chart_axis_set_min(shares, 0)
        chart_axis_set_max(shares, 1.25)
        chart_set_series_gap(pointer, 90)
        chart_legend_set_position(pointer, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
        var (none, empty) = (lxw_chart_line(), lxw_chart_fill())
        (none.none, empty.none) = (1, 1)
        chart_chartarea_set_line(pointer, &none)
        chart_chartarea_set_fill(pointer, &empty)
        return pointer
    }

    /// How high a chart is, in pixels: a bar chart as high as its list is long.
    static func height(_ chart: Chart) -> Int {
        guard chart.kind == .bars else { return 240 }
        // The bars of a category lie closer than those of two.
        let bars = chart.categories.count * (12 + 12 * max(1, chart.series.count))
        return min(max(bars + 80, 180), 640)
    }

    /// Draws it.
    func make() -> UnsafeMutablePointer<lxw_chart> {
        title()
        series()
        axes()
        frame()
        return pointer
    }

    private static func type(_ kind: Chart.Kind) -> lxw_chart_type {
        switch kind {
        case .columns: LXW_CHART_COLUMN
        case .stackedColumns, .bridge: LXW_CHART_COLUMN_STACKED
        case .lines, .intervals: LXW_CHART_LINE
        case .bars: LXW_CHART_BAR
        }
    }

    private static func axis(_ chart: Chart) -> Axis {
        let factor = Double(chart.format.workbookFactor)
        func values(_ category: Int) -> [Double] {
            chart.series.compactMap { category < $0.values.count ? $0.values[category].map { $0.double * factor } : nil }
        }
        let categories = chart.categories.indices
        switch chart.kind {
        case .columns, .bars: return Axis(categories.flatMap(values), fromZero: true)
        case .lines, .intervals: return Axis(categories.flatMap(values), fromZero: false)
        case .stackedColumns:
            let sums = categories.map { values($0) }
            let ends = sums.flatMap { [$0.filter { $0 > 0 }.reduce(0, +), $0.filter { $0 < 0 }.reduce(0, +)] }
            return Axis(ends, fromZero: true)
        case .bridge:
            let steps = ChartPlan(chart, currency: Currency("USD"), locale: "en").bridgeSteps()
            let ends = steps.flatMap { [$0.start * factor, $0.end * factor] }
            // The labels stand above the highest column.
            return Axis(ends + [(ends.max() ?? 0) * 1.07], fromZero: true)
        }
    }

    // Series.

    private func series() {
        var ranks: [String: Int] = [:]
        for column in place.columns {
            guard let series = chart_add_series(pointer, nil, nil) else { preconditionFailure("out of memory") }
            let (first, last) = (UInt32(place.first), UInt32(place.last))
            chart_series_set_categories(series, place.sheet, first, 0, last, 0)
            chart_series_set_values(series, place.sheet, first, UInt16(column.column), last, UInt16(column.column))
            chart_series_set_name_range(series, place.sheet, UInt32(place.header), UInt16(column.column))
            guard let index = column.series else {
                hide(series)
                if column.isLabel { bridgeLabels(series) }
                continue
            }
            let role = chart.series[index].role
            let isSecondPart = place.columns.first { $0.series == index }?.column != column.column
            if !isSecondPart { ranks[role.className, default: -1] += 1 }
            look(series, role, rank: ranks[role.className] ?? 0)
            labels(series, column)
        }
    }

    private func look(_ series: UnsafeMutablePointer<lxw_chart_series>, _ role: Chart.Series.Role, rank: Int) {
        let color = role.color(rank: rank)
        var line = lxw_chart_line()
        if chart.isOfLines {
            line.color = color
            line.width = role.isQuiet ? 1.5 : 2.25
            switch role {
            case .target: line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue)
            case .projection: line.dash_type = UInt8(LXW_CHART_LINE_DASH_SQUARE_DOT.rawValue)
            case .bound: line.none = 1
            case .actual where chart.kind == .intervals: line.none = 1
            case .actual, .yearBefore, .favourable, .unfavourable, .member: break
            }
            chart_series_set_line(series, &line)
            // The library writes its two dashes by names that no spreadsheet program knows.
            let marker =
                role.isBound ? LXW_CHART_MARKER_PLUS : role.isQuiet ? LXW_CHART_MARKER_NONE : LXW_CHART_MARKER_CIRCLE
            chart_series_set_marker_type(series, UInt8(marker.rawValue))
            guard !role.isQuiet || role.isBound else { return }
            chart_series_set_marker_size(series, 4)
            var fill = lxw_chart_fill()
            fill.color = color
            chart_series_set_marker_fill(series, &fill)
            var edge = lxw_chart_line()
            edge.color = color
            chart_series_set_marker_line(series, &edge)
            return
        }
        var fill = lxw_chart_fill()
        if case .target = role {
            fill.none = 1
            line.color = Palette.ink
            line.width = 1.25
            chart_series_set_line(series, &line)
        } else {
            fill.color = color
        }
        chart_series_set_fill(series, &fill)
    }

    private func hide(_ series: UnsafeMutablePointer<lxw_chart_series>) {
        var fill = lxw_chart_fill()
        fill.none = 1
        chart_series_set_fill(series, &fill)
        var line = lxw_chart_line()
        line.none = 1
        chart_series_set_line(series, &line)
    }

    // Labels.

    /// Values at bars, at the columns of a bridge, and at the newest point of lines and of single columns.
    private func labels(_ series: UnsafeMutablePointer<lxw_chart_series>, _ column: ChartData.Place.Column) {
        guard let index = column.series else { return }
        let values = chart.series[index].values
        var texts = Array(repeating: String?.none, count: chart.categories.count)
        func text(_ category: Int) -> String? {
            category < values.count ? values[category].map { Workbook.short($0, chart.format, report) } : nil
        }
        switch chart.kind {
        case .bars: for category in texts.indices { texts[category] = text(category) }
        case .columns where chart.series.count == 1 && texts.count <= 8:
            for category in texts.indices { texts[category] = text(category) }
        case .columns where chart.series.count == 1, .lines where !chart.series[index].role.isQuiet,
            .intervals where !chart.series[index].role.isQuiet:
            guard let last = texts.indices.last(where: { text($0) != nil }), let text = text(last) else { return }
            texts[last] = last == texts.count - 1 ? text : "\(text) (\(chart.categories[last]))"
        case .columns, .lines, .intervals, .stackedColumns, .bridge: return
        }
        chart_series_set_labels(series)
        if chart.isOfLines { chart_series_set_labels_position(series, UInt8(LXW_CHART_LABEL_POSITION_ABOVE.rawValue)) }
        if chart.kind == .columns || chart.kind == .bars {
            chart_series_set_labels_position(series, UInt8(LXW_CHART_LABEL_POSITION_OUTSIDE_END.rawValue))
        }
        var font = NativeChart.font(9, isBold: true)
        chart_series_set_labels_font(series, &font)
        set(texts, on: series, &font)
    }

    /// What each category adds, with an arrow for its direction, on top of its column.
    private func bridgeLabels(_ series: UnsafeMutablePointer<lxw_chart_series>) {
        let texts = chart.categories.indices.map { category -> String? in
            guard let series = chart.series.first(where: { category < $0.values.count && $0.values[category] != nil }),
                let number = series.values[category]
            else { return nil }
            var format = chart.format
            let isStanding = category == 0 || category == chart.categories.count - 1
            format.isSigned = !isStanding
            let text = Workbook.short(number, format, report)
            let arrow = isStanding ? "" : Marks.arrow(number, chart.format, currency: report.currency)
            return arrow.isEmpty ? text : "\(arrow) \(text)"
        }
        chart_series_set_labels(series)
        chart_series_set_labels_position(series, UInt8(LXW_CHART_LABEL_POSITION_INSIDE_BASE.rawValue))
        var font = NativeChart.font(9, isBold: true)
        chart_series_set_labels_font(series, &font)
        set(texts, on: series, &font)
    }

    /// Sets the text of each point's label; points without one have none.
    private func set(_ texts: [String?], on series: UnsafeMutablePointer<lxw_chart_series>, _ font: inout lxw_chart_font) {
        let strings = texts.map { text in text.flatMap { strdup($0) } }
        defer { strings.forEach { free($0) } }
        withUnsafeMutablePointer(to: &font) { font in
            var labels = strings.map { string -> lxw_chart_data_label in
                var label = lxw_chart_data_label()
                if let string { (label.value, label.font) = (string, font) } else { label.hide = 1 }
                return label
            }
            labels.withUnsafeMutableBufferPointer { buffer in
                var pointers: [UnsafeMutablePointer<lxw_chart_data_label>?] = buffer.indices.map { buffer.baseAddress! + $0 }
                pointers.append(nil)
                Book.expect(chart_series_set_labels_custom(series, &pointers), "labels of \(chart.id)")
            }
        }
    }

    // Axes and frame.

    private func axes() {
        var font = NativeChart.font(9, Palette.quiet)
        var line = lxw_chart_line()
        (line.color, line.width) = (Palette.line, 1)
        var none = lxw_chart_line()
        none.none = 1
        // The library calls the axis that runs across the page x, which is the values' axis of bars.
        guard let across = pointer.pointee.x_axis, let up = pointer.pointee.y_axis else { return }
        let (categories, values) = chart.kind == .bars ? (up, across) : (across, up)
        chart_axis_set_num_font(categories, &font)
        chart_axis_set_line(categories, &line)
        chart_axis_set_label_position(categories, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
        chart_axis_set_major_tick_mark(categories, UInt8(LXW_CHART_AXIS_TICK_MARK_NONE.rawValue))
        chart_axis_set_min(values, axis.low)
        chart_axis_set_max(values, axis.high)
        chart_axis_set_major_unit(values, axis.step)
        if chart.kind == .bars {
            // Every bar has its value; an axis would say it twice.
            chart_axis_set_reverse(categories)
            chart_axis_major_gridlines_set_visible(values, 0)
            chart_axis_off(values)
            return
        }
        let language = Language(locale: report.locale).ofSheets
        let unit = chart.format.axisUnit(for: axis.ticks, language)
        let digits = chart.format.kind == .percentagePoints ? 1 : chart.format.axisDigits(step: axis.step, unit: unit)
        chart_axis_set_num_format(values, chart.format.axisExcelFormat(unit: unit, digits: digits, language))
        chart_axis_set_num_font(values, &font)
        chart_axis_set_line(values, &none)
        chart_axis_set_major_tick_mark(values, UInt8(LXW_CHART_AXIS_TICK_MARK_NONE.rawValue))
        var grid = lxw_chart_line()
        (grid.color, grid.width) = (Palette.hair, 0.75)
        chart_axis_major_gridlines_set_visible(values, 1)
        chart_axis_major_gridlines_set_line(values, &grid)
    }

    /// The name of the font, which is never changed nor freed; the library copies it.
    nonisolated(unsafe) private static let fontName = strdup(Style.font)

    private static func font(_ size: Double, _ color: UInt32 = Palette.ink, isBold: Bool = false) -> lxw_chart_font {
        var font = lxw_chart_font()
        font.name = fontName
        (font.size, font.color, font.bold) = (size, color, isBold ? 1 : 0)
        return font
    }

    private func title() {
        var font = NativeChart.font(11, isBold: true)
        chart_title_set_name(pointer, SheetText(chart.title, limit: 255).text)
        chart_title_set_name_font(pointer, &font)
    }

    private func frame() {
        var none = lxw_chart_line()
        none.none = 1
        chart_chartarea_set_line(pointer, &none)
        chart_show_blanks_as(pointer, UInt8(LXW_CHART_BLANKS_AS_GAP.rawValue))
        switch chart.kind {
        case .bridge, .stackedColumns: chart_set_series_gap(pointer, 40)
        case .columns:
            chart_set_series_gap(pointer, 60)
            chart_set_series_overlap(pointer, 0)
        case .bars: chart_set_series_gap(pointer, 45)
        case .lines, .intervals: break
        }
        if chart.series.count > 1, chart.kind != .bridge {
            var font = NativeChart.font(9)
            chart_legend_set_position(pointer, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
            chart_legend_set_font(pointer, &font)
        } else {
            chart_legend_set_position(pointer, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
        }
    }
}

extension Workbook {
    /// A number as charts label it: short where it is large.
    static func short(_ number: Number, _ format: Format, _ report: Report) -> String {
        let language = Language(locale: report.locale).ofSheets
        guard let unit = format.axisUnit(for: [number], language) else {
            return format.exact(number, currency: report.currency, locale: report.locale)
        }
        let sign = format.isSigned && number.signum > 0 ? "+" : ""
        return sign + format.axisText(number, unit: unit, digits: unit.power == 3 ? 0 : 2, language)
    }
}

extension Chart.Series.Role {
    /// The colour of the first, second, … series of this role in a chart: each lighter than the one before.
    func color(rank: Int) -> UInt32 {
        let base: UInt32
        switch self {
        case .actual: base = Palette.actual
        case .yearBefore: base = Palette.yearBefore
        case .target, .projection, .bound: base = Palette.quiet
        case .favourable: base = Palette.favourable
        case .unfavourable: base = Palette.unfavourable
        case .member(let index): return Palette.members[abs(index % Palette.members.count)]
        }
        let share = [0, 0.4, 0.65, 0.8][min(rank, 3)]
        return [16, 8, 0].reduce(UInt32(0)) { color, shift in
            let part = Double((base >> UInt32(shift)) & 0xFF)
            return color << 8 | UInt32((part + (255 - part) * share).rounded())
        }
    }

    /// Whether it only serves to compare the others with.
    var isQuiet: Bool {
        switch self {
        case .yearBefore, .target, .projection, .bound: true
        case .actual, .favourable, .unfavourable, .member: false
        }
    }

    /// Whether it is an end of an interval.
    var isBound: Bool { if case .bound = self { true } else { false } }
}

extension Chart {
    /// Whether the workbook draws it by lines and points.
    var isOfLines: Bool { kind == .lines || kind == .intervals }
}
