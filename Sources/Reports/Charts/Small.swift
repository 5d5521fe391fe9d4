import Facts

/// How a value stands against its goal, as a bar the size of a table's row: an outline from 0 to the goal, solid what is reached, hatched
/// what it comes to at this pace, an upright line at what is due by now.
struct BulletDrawing {
    static let width = 200.0
    static let height = 16.0
    /// Where the goal lies; what is beyond the drawing's end is cut and ends in an arrow.
    static let end = 160.0

    /// The goal, what is reached, what is due by now, and what it comes to at this pace; nil where there is none.
    let target, reached, due, projection: Number?

    init(_ row: Brief.Row) {
        target = row.goal?.target.number
        reached = row.figure?.number
        due = row.below?.number
        projection = row.goal?.projection.number
    }

    /// Where a value lies; nil where the goal says nothing.
    private func place(_ number: Number?) -> Double? {
        guard let number, let target, target.signum > 0, let share = number / target else { return nil }
        return min(max(share.double, 0), 1.25) * BulletDrawing.end
    }

    /// The markup; the numbers stand beside it.
    var svg: Markup {
        guard let reached = place(reached) else { return .empty }
        var out = "<svg class=\"bullet\" viewBox=\"0 0 200 16\" width=\"200\" height=\"16\" aria-hidden=\"true\">"
        func box(_ name: String, _ x: Double, _ end: Double, _ y: String, _ height: String) {
            guard end - x >= 0.05 else { return }
            out +=
                "<rect class=\"\(name)\" x=\"\(Drawing.place(x))\" y=\"\(y)\" width=\"\(Drawing.place(end - x))\" height=\"\(height)\"/>"
        }
        box("goal", 1, BulletDrawing.end, "1.5", "13")
        if let ahead = place(projection) { box("ahead", max(reached, 1), max(ahead, 1), "5", "6") }
        box("so-far", 1, max(reached, 1), "5", "6")
        if reached >= BulletDrawing.width - 0.01 { out += "<path class=\"so-far\" d=\"M193 2 200 8 193 14z\"/>" }
        if let due = place(due), abs(due - BulletDrawing.end) > 0.5 {
            let x = Drawing.place(min(due, 198))
            out += "<path class=\"halo\" d=\"M\(x) 0V16\"/><path class=\"due\" d=\"M\(x) 0V16\"/>"
        }
        return Markup(trusted: out + "</svg>")
    }

    /// What the bars of a table of bullets mean, as drawings and words.
    static func key(soFar: String, ahead: String, goal: String, due: String) -> Markup {
        func piece(_ drawing: String, _ word: String) -> String {
            "<span><svg class=\"bullet\" viewBox=\"0 0 30 12\" width=\"30\" height=\"12\">\(drawing)</svg>\(Markup(word).html)</span>"
        }
        return Markup(
            trusted: piece("<rect class=\"so-far\" x=\"0\" y=\"3\" width=\"28\" height=\"6\"/>", soFar)
                + piece("<rect class=\"ahead\" x=\"0\" y=\"3\" width=\"28\" height=\"6\"/>", ahead)
                + piece("<rect class=\"goal\" x=\"1\" y=\"1\" width=\"26\" height=\"10\"/>", goal)
                + piece("<path class=\"due\" d=\"M14 0V12\"/>", due))
    }
}

/// The north star's last periods as columns, beside its number.
struct StarColumns {
    static let width = 208.0
    static let height = 84.0

    /// One a period, oldest first; nil is left out.
    let values: [Number?]
    /// The first and the last period's names.
    let first, last: String

    /// The markup; `label` is its text alternative. Nothing where there are fewer than two values.
    func svg(label: String) -> Markup {
        let doubles = values.map { $0.map { Axis.drawable($0.double) } }
        let defined = doubles.compactMap(\.self)
        guard defined.count > 1 else { return .empty }
        let axis = Axis(exactly: defined)
        let (top, bottom) = (4.0, StarColumns.height - 20)
        func y(_ value: Double) -> Double { bottom - axis.share(value) * (bottom - top) }
        let slot = StarColumns.width / Double(values.count)
        var out =
            "<svg viewBox=\"0 0 208 84\" width=\"208\" height=\"84\" role=\"img\" aria-label=\"\(Markup(label).html)\">"
        for (index, value) in doubles.enumerated() {
            guard let value else { continue }
            let (from, to) = (y(max(value, 0)), y(min(value, 0)))
            let x = Double(index) * slot + slot * 0.15
            out += "<rect class=\"bar actual\" x=\"\(Drawing.place(x))\" y=\"\(Drawing.place(from))\""
            out += " width=\"\(Drawing.place(slot * 0.7))\" height=\"\(Drawing.place(max(to - from, 0.5)))\"/>"
        }
        out += "<path class=\"axis\" d=\"M0 \(Drawing.place(y(0)))H208\"/>"
        out +=
            "<text x=\"0\" y=\"82\">\(Markup(first).html)</text><text x=\"208\" y=\"82\" text-anchor=\"end\">\(Markup(last).html)</text>"
        return Markup(trusted: out + "</svg>")
    }
}
