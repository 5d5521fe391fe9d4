import Facts

/// A chart as geometry: what is drawn where, before it is markup. The origin is the upper left corner.
struct Drawing: Sendable, Equatable {
    /// A place.
    struct Point: Sendable, Equatable {
        var x, y: Double
    }

    /// A rectangle; width and height are never below 0.
    struct Box: Sendable, Equatable {
        var x, y, width, height: Double

        /// The rectangle between two corners, whichever way round.
        init(from a: Point, to b: Point) {
            (x, y) = (min(a.x, b.x), min(a.y, b.y))
            (width, height) = (abs(a.x - b.x), abs(a.y - b.y))
        }
    }

    /// What a mark means, which decides its colour, line and outline in every chart.
    struct Look: Sendable, Hashable {
        /// A class of the style sheet.
        var name: String
        /// 0 for the first series of its role, 1 for the second: lighter and dashed otherwise.
        var rank = 0

        /// The class attribute's value.
        var classes: String { rank == 0 ? name : "\(name) r\(min(rank, 3))" }
    }

    /// Where a label's point lies on it.
    enum Anchor: String, Sendable { case start, middle, end }

    /// One thing drawn.
    enum Mark: Sendable, Equatable {
        /// A bar, with what it shows on hover; empty where the categories' slots do that.
        case bar(Box, Look, hover: String)
        /// One unbroken line through points.
        case line([Point], Look)
        /// An interval, upright, with short strokes at its ends.
        case whisker(Point, Point, Look)
        /// A point of a line; `isLarge` for the one that is labelled.
        case dot(Point, Look, isLarge: Bool)
        /// A grid line, or the axis itself at 0.
        case rule(Point, Point, isAxis: Bool)
        /// Text; `isStrong` for values; `name` follows in plain type.
        case label(String, Point, Anchor, isStrong: Bool, name: String)
    }

    /// The space it takes.
    var width, height: Double
    /// The slot of the first category, where the others follow to the right: there the page's script shows on hover what stands in
    /// the table behind the chart. Nil where each bar says it.
    var slot: Box?
    /// Back to front.
    var marks: [Mark] = []

    /// All bars, for tests and for the order they are drawn in.
    var bars: [(box: Box, look: Look)] {
        marks.compactMap { if case .bar(let box, let look, _) = $0 { (box, look) } else { nil } }
    }

    mutating func label(
        _ text: String, _ x: Double, _ y: Double, _ anchor: Anchor = .start, isStrong: Bool = false, name: String = ""
    ) {
        marks.append(.label(text, Point(x: x, y: y), anchor, isStrong: isStrong, name: name))
    }
}

/// How wide text is about to be. No font is known here; the estimate errs to the wide side.
enum TextWidth {
    /// The size of labels in a drawing.
    static let size = 12.0

    /// How wide the other letters are, by the places they take in a grid.
    private static let byPlaces = [0, 0.62, 1.02]

    /// The width of a text at the labels' size.
    static func of(_ text: String, isStrong: Bool = false) -> Double {
        var width = 0.0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x20, 0x2C, 0x2E, 0x3A, 0x69, 0x6C, 0x6A, 0x27: width += 0.3
            case 0x4D, 0x57, 0x6D, 0x77, 0x25, 0x40: width += 0.88
            case 0x41...0x5A: width += 0.7
            default: width += TextWidth.byPlaces[Texts.width(scalar)]
            }
        }
        return width * size * (isStrong ? 1.1 : 1)
    }
}
