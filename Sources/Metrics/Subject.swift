public import Facts
public import RollUps

/// What a target can be for and a status be given to: a metric, or a measure by itself.
public struct Subject: Sendable {
    /// The id of the metric or measure.
    public let id: String
    /// What it counts in.
    public let unit: Metric.Unit
    /// Which way is favourable.
    public let better: Metric.Better
    /// Its formula with metrics put in and windows at the leaves; of a measure the measure itself.
    public let resolved: Expression
    /// Who answers for it, where the company says so.
    public let owner: String?
    /// The value to reach that the catalogue gives, where it does.
    public let target: Number?

    init(_ metric: Metric) {
        id = metric.id
        unit = metric.unit
        better = metric.better
        resolved = metric.resolved
        owner = metric.owner
        target = metric.target?.number
    }

    init(_ measure: Measure) {
        id = measure.id
        unit =
            switch measure.unit {
            case .money: .money
            case .count: .count
            case .days: .days
            case .minutes: .minutes
            case .points: .points
            }
        better = measure.better
        resolved = .leaf(Leaf(measure.id))
        owner = nil
        target = nil
    }
}

extension Catalogue {
    /// The metric or measure of an id, or nil where there is none.
    public func subject(_ id: String) -> Subject? { self[id].map(Subject.init) ?? measure(id).map { Subject($0.measure) } }
}

extension Measure {
    /// Which way is favourable: more is better, but of what is lost, spent or waited for; openings and bases are neither.
    ///
    /// Source: metric catalogue, "Target".
    public var better: Metric.Better {
        switch id {
        case _ where id == "spend" || id.hasPrefix("spend_"): .lower
        case "arr_contraction", "arr_churn", "customers_churned", "lost", "nps_detractors", "arr_at_risk", "cycle_days",
            "response_minutes":
            .lower
        case _ where isFigure: .neither
        case "fte", "arr_opening", "customers_opening", "nrr_base", "customers_year_ago": .neither
        default: .higher
        }
    }
}

/// How a formula behaves over the days of a period, which decides what of a target is due by now.
enum Behaviour {
    /// A sum of flows, each possibly times a number: it adds up day by day.
    case flow
    /// A sum of flows over a stock at the period's start, such as a churn rate: it adds up day by day too.
    case rateOfStart
    /// A sum of stocks, each possibly times a number: it moves from where it was.
    case stock
    /// Anything else, such as a ratio of flows: at any time what it is.
    case other
}

extension Expression {
    /// How a resolved formula behaves over a period's days; `kind` tells flows from stocks by a measure's id.
    func behaviour(_ kind: (String) -> Measure.Kind?) -> Behaviour {
        if isSum(of: { kind($0.measure) == .flow }) { return .flow }
        if isSum(of: { kind($0.measure) == .stock && !$0.isOpening }) { return .stock }
        if case .binary(.over, let top, .leaf(let bottom)) = self, bottom.isOpening,
            top.isSum(of: { kind($0.measure) == .flow })
        {
            return .rateOfStart
        }
        return .other
    }

    /// Whether it is a sum of plain leaves of a kind, each possibly times or over a number.
    private func isSum(of isTerm: (Leaf) -> Bool) -> Bool {
        switch self {
        case .leaf(let leaf): leaf.window.isPlain && !leaf.isElapsed && isTerm(leaf)
        case .negative(let x): x.isSum(of: isTerm)
        case .binary(.plus, let x, let y), .binary(.minus, let x, let y): x.isSum(of: isTerm) && y.isSum(of: isTerm)
        case .binary(.times, let x, let y):
            (x.isSum(of: isTerm) && y.leaves.isEmpty) || (y.isSum(of: isTerm) && x.leaves.isEmpty)
        case .binary(.over, let x, let y): x.isSum(of: isTerm) && y.leaves.isEmpty
        case .number, .name, .config, .call, .window, .only: false
        }
    }

    /// What a rate or mean rests on: the smallest of the numbers of cases that it is divided by; nil where it is divided by none.
    ///
    /// Source: metric catalogue, "Few cases": responses, leads, deals, customers won.
    func cases(_ isCase: (Leaf) -> Bool, value: (Leaf) -> Number?) -> Number? {
        var counts = parts.compactMap { $0.cases(isCase, value: value) }
        if case .binary(.over, _, let divisor) = self, !divisor.leaves.isEmpty, divisor.leaves.allSatisfy(isCase),
            let count = divisor.value(leaf: value)
        {
            counts.append(count)
        }
        return counts.min(by: Number.less)
    }
}

extension Leaf {
    /// Whether it is a stock at the end of the day before the period.
    var isOpening: Bool { window.isPlain && (measure == "arr_opening" || measure == "customers_opening") }
}
