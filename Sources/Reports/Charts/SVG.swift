import Facts

/// A drawing as inline SVG. Colours are the style sheet's: light, dark and print share one markup.
extension Drawing {
    /// The markup, with `title` and `description` as its text alternative.
    ///
    /// - Parameter id: Unique in the page; the alternative's ids are made from it.
    func svg(id: String, title: String, description: String) -> Markup {
        let id = Markup(id).html
        let slots = slot.map { slot in
            " data-z=\"\([slot.x, slot.y, slot.width, slot.height].map(Drawing.exactPlace).joined(separator: " "))\""
        }
        var out = """
            <svg class="plot" viewBox="0 0 \(Drawing.place(width)) \(Drawing.place(height))"\(slots ?? "") role="img" \
            aria-labelledby="\(id)-t \(id)-d">\
            <title id="\(id)-t">\(Markup(title).html)</title><desc id="\(id)-d">\(Markup(description).html)</desc>
            """
        // Marks of one kind and look that follow each other are one path.
        var open: Run?
        for mark in marks {
            let run = Run(mark)
            if run != open || run == nil {
                out += open.map { _ in "\"/>" } ?? ""
                out += run?.start ?? ""
                open = run
            }
            write(mark, to: &out)
        }
        return Markup(trusted: out + (open.map { _ in "\"/>" } ?? "") + "</svg>")
    }

    /// Marks that are written together.
    private enum Run: Equatable {
        case bars(Look)
        case dots(Look)
        case whiskers(Look)
        case rules(isAxis: Bool)

        init?(_ mark: Mark) {
            switch mark {
            case .bar(_, let look, hover: ""): self = .bars(look)
            case .dot(_, let look, isLarge: false): self = .dots(look)
            case .whisker(_, _, let look): self = .whiskers(look)
            case .rule(_, _, let isAxis): self = .rules(isAxis: isAxis)
            case .bar, .dot, .line, .label: return nil
            }
        }

        var start: String {
            switch self {
            case .bars(let look): "<path class=\"bar \(look.classes)\" d=\""
            case .dots(let look): "<path class=\"dots \(look.classes)\" d=\""
            case .whiskers(let look): "<path class=\"line \(look.classes)\" d=\""
            case .rules(let isAxis): "<path class=\"\(isAxis ? "axis" : "grid")\" d=\""
            }
        }

    }

    private func write(_ mark: Mark, to out: inout String) {
        switch mark {
        case .bar(let box, _, hover: ""): out += Drawing.path(box)
        case .bar(let box, let look, let hover):
            out +=
                "<path class=\"bar \(look.classes)\" d=\"\(Drawing.path(box))\"><title>\(Markup(hover).html)</title></path>"
        case .line(let points, let look):
            out += "<polyline class=\"line \(look.classes)\" points=\"\(Drawing.path(points))\"/>"
        case .dot(let point, let look, isLarge: true):
            out += "<circle class=\"dot \(look.classes)\""
            out += " cx=\"\(Drawing.place(point.x))\" cy=\"\(Drawing.place(point.y))\" r=\"4\"/>"
        case .dot(let point, _, isLarge: false): out += "M\(Drawing.place(point.x)) \(Drawing.place(point.y))h0"
        case .whisker(let low, let high, _):
            out += "M\(Drawing.place(low.x)) \(Drawing.place(low.y))V\(Drawing.place(high.y))"
            for end in [low, high] { out += "M\(Drawing.place(end.x - 3)) \(Drawing.place(end.y))h6" }
        case .rule(let a, let b, _):
            out += "M\(Drawing.place(a.x)) \(Drawing.place(a.y))"
            if a.y == b.y {
                out += "H\(Drawing.place(b.x))"
            } else if a.x == b.x {
                out += "V\(Drawing.place(b.y))"
            } else {
                out += "L\(Drawing.place(b.x)) \(Drawing.place(b.y))"
            }
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

    /// A rectangle.
    static func path(_ box: Box) -> String {
        // The width of what is drawn is that between its rounded edges, so that what touches goes on touching.
        let (x, y) = (place(box.x), place(box.y))
        let (width, height) = (between(box.x, box.x + box.width), between(box.y, box.y + box.height))
        return "M\(x) \(y)h\(width)v\(height)h\(width == "0" ? "0" : "-" + width)z"
    }

    private static func between(_ a: Double, _ b: Double) -> String {
        place(((b * 10).rounded() - (a * 10).rounded()) / 10)
    }

    /// A length that is taken many times, to a thousandth.
    static func exactPlace(_ value: Double) -> String {
        let thousandths = Int((value * 1000).rounded())
        let rest = String(1000 + abs(thousandths) % 1000).dropFirst()
        return (thousandths < 0 ? "-" : "") + String(abs(thousandths) / 1000) + (rest == "000" ? "" : ".\(rest)")
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
