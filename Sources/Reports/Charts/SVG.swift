import Facts

/// A drawing as inline SVG. Colours are the style sheet's: light, dark and print share one markup.
extension Drawing {
    /// The markup, with `title` and `description` as its text alternative.
    ///
    /// - Parameter id: Unique in the page; the alternative's ids are made from it.
    func svg(id: String, title: String, description: String) -> Markup {
        let id = Markup(id).html
        var out = """
            <svg class="plot" viewBox="0 0 \(Drawing.place(width)) \(Drawing.place(height))" role="img" \
            aria-labelledby="\(id)-t \(id)-d">\
            <title id="\(id)-t">\(Markup(title).html)</title><desc id="\(id)-d">\(Markup(description).html)</desc>
            """
        // Small points of one look that follow each other share its name.
        var open: Look?
        for mark in marks {
            var look: Look?
            if case .dot(_, let own, isLarge: false, _) = mark { look = own }
            if look != open {
                if open != nil { out += "</g>" }
                if let look { out += "<g class=\"dot \(look.classes)\">" }
                open = look
            }
            write(mark, to: &out)
        }
        return Markup(trusted: out + (open == nil ? "" : "</g>") + "</svg>")
    }

    private func write(_ mark: Mark, to out: inout String) {
        switch mark {
        case .bar(let box, let look, let hover):
            out += "<rect class=\"bar \(look.classes)\" x=\"\(Drawing.place(box.x))\" y=\"\(Drawing.place(box.y))\""
            out += " width=\"\(Drawing.place(box.width))\" height=\"\(Drawing.place(box.height))\">"
            out += "<title>\(Markup(hover).html)</title></rect>"
        case .line(let points, let look):
            out += "<polyline class=\"line \(look.classes)\" points=\"\(Drawing.path(points))\"/>"
        case .dot(let point, let look, let isLarge, let hover):
            out +=
                "<circle\(isLarge ? " class=\"dot \(look.classes)\"" : "") cx=\"\(Drawing.place(point.x))\" cy=\"\(Drawing.place(point.y))\""
            out += " r=\"\(isLarge ? "4" : "2")\"><title>\(Markup(hover).html)</title></circle>"
        case .rule(let a, let b, let isAxis):
            out += "<line class=\"\(isAxis ? "axis" : "grid")\" x1=\"\(Drawing.place(a.x))\" y1=\"\(Drawing.place(a.y))\""
            out += " x2=\"\(Drawing.place(b.x))\" y2=\"\(Drawing.place(b.y))\"/>"
        case .label(let text, let point, let anchor, let isStrong, let name):
            let attributes =
                (isStrong ? " class=\"strong\"" : "") + (anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\"")
            out += "<text\(attributes) x=\"\(Drawing.place(point.x))\" y=\"\(Drawing.place(point.y))\">\(Markup(text).html)"
            if !name.isEmpty { out += "<tspan dx=\"5\">\(Markup(name).html)</tspan>" }
            out += "</text>"
        }
    }

    /// A swatch for the key, in a series' look.
    static func swatch(_ look: Look) -> Markup {
        Markup(
            trusted: """
                <svg class="swatch" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">\
                <rect class="bar \(look.classes)" x="0.5" y="0.5" width="11" height="11"/></svg>
                """)
    }
}

/// How SVG has places.
extension Drawing {
    /// Points one after the other.
    static func path(_ points: [Point]) -> String {
        points.map { "\(place($0.x)),\(place($0.y))" }.joined(separator: " ")
    }

    /// A coordinate to a tenth of a unit, the same on every machine.
    static func place(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
        return (tenths < 0 ? "-" : "") + String(whole) + (rest == 0 ? "" : ".\(rest)")
    }
}

/// A series as a chart the size of a word.
struct Sparkline {
    static let width = 96.0
    static let height = 24.0

    /// One a period; nil is a gap.
    let values: [Number?]
    /// The usual range, drawn as a band; nil where nobody knows it.
    var usual: (low: Number, high: Number)?

    /// The lowest and the highest place.
    private var range: (low: Double, high: Double) {
        let ends = usual.map { [$0.low, $0.high] } ?? []
        let all = (values.compactMap(\.self) + ends).map { Axis.drawable($0.double) }
        return (all.min() ?? 0, all.max() ?? 0)
    }

    private func y(_ value: Double) -> Double {
        let (low, high) = range
        let up = high > low ? (Axis.drawable(value) - low) / (high - low) : 0.5
        return Sparkline.height - 4 - up * (Sparkline.height - 8)
    }

    /// The markup; `label` is its text alternative.
    func svg(label: String) -> Markup {
        var out = """
            <svg class="spark" viewBox="0 0 \(Drawing.place(Sparkline.width)) \(Drawing.place(Sparkline.height))" \
            role="img" aria-label="\(Markup(label).html)">
            """
        if let usual {
            let (top, bottom) = (y(usual.high.double), y(usual.low.double))
            out +=
                "<rect class=\"usual\" x=\"0\" y=\"\(Drawing.place(top))\" width=\"96\" height=\"\(Drawing.place(max(bottom - top, 0.5)))\"/>"
        }
        let runs = runs()
        for run in runs where run.count > 1 { out += "<polyline class=\"line\" points=\"\(Drawing.path(run))\"/>" }
        // A lone point between two gaps would be invisible as a line.
        for run in runs.dropLast() where run.count == 1 { out += circle(run[0], "1.5") }
        if let last = runs.last?.last { out += circle(last, "2.5") }
        return Markup(trusted: out + "</svg>")
    }

    private func circle(_ point: Drawing.Point, _ radius: String) -> String {
        "<circle class=\"dot\" cx=\"\(Drawing.place(point.x))\" cy=\"\(Drawing.place(point.y))\" r=\"\(radius)\"/>"
    }

    /// The places of the defined values, in unbroken runs.
    func runs() -> [[Drawing.Point]] {
        var runs: [[Drawing.Point]] = []
        var isOpen = false
        for (index, value) in values.enumerated() {
            guard let value else {
                isOpen = false
                continue
            }
            let across = values.count > 1 ? Double(index) / Double(values.count - 1) : 1
            let point = Drawing.Point(x: 3 + across * (Sparkline.width - 6), y: y(value.double))
            if isOpen { runs[runs.count - 1].append(point) } else { runs.append([point]) }
            isOpen = true
        }
        return runs
    }
}
