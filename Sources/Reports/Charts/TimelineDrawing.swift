import Facts
import Languages

/// A timeline as geometry: names left, bars over the months, a line for today.
struct TimelineDrawing {
    let timeline: Timeline
    let locale: String
    /// How wide it is.
    var width = 640.0

    private static let (row, bar, head) = (15.0, 9.0, 18.0)
    /// The room for names.
    private static let names = 200.0

    /// The first day of the first month and the first day after the last one shown.
    private var span: (start: Day, end: Day) {
        let bars = timeline.groups.flatMap(\.bars)
        let start = bars.map(\.start).min().map { min($0, timeline.today) } ?? timeline.today
        let end = bars.map(\.end).max().map { max($0, timeline.today) } ?? timeline.today
        // Far away days would leave no room for the others.
        let (first, last) = (max(start, timeline.today - 400), min(end, timeline.today + 400))
        return (first.startOfMonth, last.endOfMonth + 1)
    }

    /// The drawing.
    func drawing() -> Drawing {
        let (start, end) = span
        let rows = timeline.groups.reduce(0) { $0 + $1.bars.count + 1 }
        let height = TimelineDrawing.head + Double(rows) * TimelineDrawing.row + 18
        var drawing = Drawing(width: width, height: height)
        let left = TimelineDrawing.names + 8
        func x(_ day: Day) -> Double {
            let share = Double(day - start) / Double(max(1, end - start))
            return left + min(max(share, 0), 1) * (width - 12 - left)
        }
        months(from: start, to: end, x: x, height: height, &drawing)
        var y = TimelineDrawing.head
        for group in timeline.groups {
            drawing.label(cut(group.name), 0, y + 11, isStrong: true)
            y += TimelineDrawing.row
            for bar in group.bars {
                drawing.label(cut(bar.name), 8, y + 11)
                // The last day is included.
                let (from, to) = (x(bar.start), max(x(bar.end + 1), x(bar.start) + 3))
                drawing.marks.append(
                    .bar(
                        .init(from: .init(x: from, y: y + 3), to: .init(x: to, y: y + 3 + TimelineDrawing.bar)),
                        bar.look.look, hover: bar.hover))
                if !bar.look.sign.isEmpty { drawing.label(bar.look.sign, min(to + 3, width - 10), y + 11) }
                y += TimelineDrawing.row
            }
        }
        let today = x(timeline.today)
        drawing.marks.append(.rule(.init(x: today, y: 14), .init(x: today, y: height - 14), isAxis: true))
        drawing.label(timeline.todayName, today, height - 3, .middle, isStrong: true)
        return drawing
    }

    /// A line where each month begins, and the names of as many as there is room for.
    private func months(from start: Day, to end: Day, x: (Day) -> Double, height: Double, _ drawing: inout Drawing) {
        var (day, free) = (start, 0.0)
        while day < end {
            drawing.marks.append(.rule(.init(x: x(day), y: 16), .init(x: x(day), y: height - 14), isAxis: false))
            let (year, month, _) = day.civil
            let name = Language(locale: locale).forms.calendarMonth.filled([
                String(year), String(month), (month < 10 ? "0" : "") + String(month),
            ])
            if x(day) >= free, x(day) + TextWidth.of(name) <= width {
                drawing.label(name, x(day) + 2, 10)
                free = x(day) + TextWidth.of(name) + 12
            }
            day = day.endOfMonth + 1
        }
    }

    private func cut(_ name: String) -> String {
        Labels.distinct([name]) { TextWidth.of($0) <= TimelineDrawing.names - 8 }[0]
    }
}

extension Timeline.Look {
    /// Its colour and outline.
    var look: Drawing.Look {
        switch self {
        case .done: Drawing.Look(name: "actual")
        case .late: Drawing.Look(name: "bad", rank: 1)
        case .open: Drawing.Look(name: "target")
        case .blocked: Drawing.Look(name: "m1")
        case .overdue: Drawing.Look(name: "bad")
        }
    }

    /// What stands at the bar's end, so that nothing rests on colour alone.
    var sign: String {
        switch self {
        case .done: "✓"
        case .late: "✓!"
        case .open: ""
        case .blocked: "‖"
        case .overdue: "◆"
        }
    }
}
