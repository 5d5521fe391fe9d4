public import Facts
import Languages

/// A formula as a tree: what its value, its Excel formula, its words and its break-down are all made from.
///
/// As parsed, a tree holds `name`s of measures and metrics and `window`s. Once resolved by a catalogue it holds neither: metrics
/// are put in where they were named, and every measure is a `leaf` that carries its own window.
public indirect enum Expression: Hashable, Sendable {
    /// A number as written; never below 0, as the sign is a `negative`.
    case number(ExactDecimal)
    /// A measure or a metric by its id. Not in resolved trees.
    case name(String)
    /// A measure over its window. Only in resolved trees.
    case leaf(Leaf)
    /// `config.NAME`, a setting of the pipeline, and its value once resolved.
    case config(String, ExactDecimal?)
    /// `-x`
    case negative(Expression)
    /// `x + y`, `x - y`, `x * y`, `x / y`
    case binary(Operator, Expression, Expression)
    /// `min(x, y, …)`, `max(x, y, …)`, and the functions of one part: `sqrt(x)`, `abs(x)`, `round(x)`, `ceil(x)`, `floor(x)`
    case call(Function, [Expression])
    /// `only(x, channel = "paid search")`. Not in resolved trees.
    case only(MemberName, Expression)
    /// `trailing(x, 12 months)`, `prior(x)`, `prior(x, 3 months)`, `year_ago(x)`. Not in resolved trees.
    case window(Window, Expression)

    /// The four operations.
    public enum Operator: String, Hashable, Sendable, CaseIterable {
        case plus = "+"
        case minus = "-"
        case times = "*"
        case over = "/"
    }

    /// The functions of values.
    public enum Function: String, Hashable, Sendable, CaseIterable {
        case min, max, sqrt, abs, round, ceil, floor

        /// Whether it takes several parts; else it takes one.
        var takesSeveral: Bool { self == .min || self == .max }
    }

    /// Words of the formula language, which no measure or metric may have for its id.
    public static let reserved =
        functions + ["config", "figure", Leaf.elapsed, "month", "months"]

    /// All that takes its parts in brackets.
    static let functions = ["trailing", "prior", "year_ago", "only"] + Function.allCases.map(\.rawValue)

    /// The units of time that windows are given in, as lengths of one.
    static let units: [String: Length] = [
        "day": .days(1), "days": .days(1), "week": .days(7), "weeks": .days(7), "month": .months(1), "months": .months(1),
        "quarter": .months(3), "quarters": .months(3), "year": .months(12), "years": .months(12),
    ]

    /// The direct parts.
    public var parts: [Expression] {
        switch self {
        case .number, .name, .leaf, .config: []
        case .negative(let x), .window(_, let x), .only(_, let x): [x]
        case .binary(_, let x, let y): [x, y]
        case .call(_, let all): all
        }
    }

    /// The leaves in the order in which they are first used, each once.
    public var leaves: [Leaf] {
        var seen: Set<Leaf> = []
        var found: [Leaf] = []
        func visit(_ expression: Expression) {
            if case .leaf(let leaf) = expression, seen.insert(leaf).inserted { found.append(leaf) }
            for part in expression.parts { visit(part) }
        }
        visit(self)
        return found
    }

    /// The settings that the formula uses, in the order in which they are first used, each once.
    public var settings: [String] {
        if case .config(let name, _) = self { return [name] }
        var found: [String] = []
        for name in parts.flatMap(\.settings) where !found.contains(name) { found.append(name) }
        return found
    }

    /// How many nodes the tree has, and how many lie on the longest way from its root down.
    var size: (nodes: Int, height: Int) {
        var (nodes, height) = (1, 0)
        for part in parts {
            let size = part.size
            nodes += size.nodes
            height = max(height, size.height)
        }
        return (nodes, height + 1)
    }
}
