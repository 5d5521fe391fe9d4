import Facts
import RollUps

/// A sum of measures, each times a number, and a constant: what adds up over the members of a dimension, but for the constant.
struct Sum {
    var terms: [(leaf: Leaf, factor: Number)] = []
    var constant = Number.zero

    /// Whether it is measures alone, so that the members' sums make up the whole.
    var isOfMeasures: Bool { !terms.isEmpty && constant.isZero }
    /// Its measures in their order.
    var leaves: [Leaf] { terms.map(\.leaf) }

    /// Its measure, where it is one times whatever number.
    var alone: Expression? { terms.count == 1 && constant.isZero ? .leaf(terms[0].leaf) : nil }

    /// Its value; nil where a measure is undefined.
    func value(_ leaf: (Leaf) -> Number?) -> Number? {
        var sum = constant
        for term in terms {
            guard let number = leaf(term.leaf) else { return nil }
            sum = sum + term.factor * number
        }
        return sum
    }

    static func + (a: Sum, b: Sum) -> Sum { Sum(terms: a.terms + b.terms, constant: a.constant + b.constant) }

    static func * (a: Sum, factor: Number) -> Sum {
        Sum(terms: a.terms.map { ($0.leaf, $0.factor * factor) }, constant: a.constant * factor)
    }
}

/// How a formula, or a factor of one, can be split by the members of a dimension.
///
/// Constants that are added are dropped: they change nothing.
enum Shape {
    /// The members' differences.
    case sum(Sum)
    /// One ratio of sums: rate and mix; as sums, with what they are multiplied by, and as they are
    /// written, of one measure without that.
    case ratio(top: Sum, bottom: Sum, written: (top: Expression, bottom: Expression))
    /// Not at all, and why.
    case whole(Explanation.Obstacle)
}

extension Expression {
    /// What this resolved formula is, where `isMedian` tells measures that do not add up.
    func shape(_ isMedian: (Leaf) -> Bool) -> Shape {
        if let sum = sum(isMedian), !sum.terms.isEmpty { return .sum(sum) }
        if let found = ratio(isMedian) { return .ratio(top: found.top, bottom: found.bottom, written: found.written) }
        if hasRoot { return .whole(.root) }
        return .whole(leaves.contains(where: isMedian) ? .median : .formula)
    }

    /// The value of a formula without measures; nil where it has some or is undefined.
    var constant: Number? { leaves.isEmpty ? value { _ in nil } : nil }

    private var hasRoot: Bool {
        if case .call(.sqrt, _) = self { return true }
        return parts.contains(where: \.hasRoot)
    }

    private func sum(_ isMedian: (Leaf) -> Bool) -> Sum? {
        if let constant { return Sum(constant: constant) }
        switch self {
        case .leaf(let leaf): return isMedian(leaf) ? nil : Sum(terms: [(leaf, Number(1))])
        case .negative(let x): return x.sum(isMedian).map { $0 * Number(-1) }
        case .binary(let operation, let x, let y):
            guard let left = x.sum(isMedian), let right = y.sum(isMedian) else { return nil }
            switch operation {
            case .plus: return left + right
            case .minus: return left + right * Number(-1)
            case .times where right.terms.isEmpty: return left * right.constant
            case .times where left.terms.isEmpty: return right * left.constant
            case .over where right.terms.isEmpty: return (Number(1) / right.constant).map { left * $0 }
            case .times, .over: return nil
            }
        case .number, .name, .config, .call, .window, .only: return nil
        }
    }

    /// A sum over another.
    private struct Ratio {
        var top: Sum
        var bottom: Sum
        var written: (top: Expression, bottom: Expression)

        func times(_ factor: Number) -> Ratio { Ratio(top: top * factor, bottom: bottom, written: written) }
        /// `factor` over this.
        func inverse(_ factor: Number) -> Ratio {
            Ratio(top: bottom * factor, bottom: top, written: (written.bottom, written.top))
        }
    }

    /// One sum over another, possibly times, over, plus or minus a number.
    private func ratio(_ isMedian: (Leaf) -> Bool) -> Ratio? {
        switch self {
        case .negative(let x): return x.ratio(isMedian)?.times(Number(-1))
        case .binary(let operation, let x, let y):
            switch (operation, x.constant, y.constant) {
            case (.plus, _, _?), (.minus, _, _?): return x.ratio(isMedian)
            case (.plus, _?, _): return y.ratio(isMedian)
            case (.minus, _?, _): return y.ratio(isMedian)?.times(Number(-1))
            case (.times, _, let factor?): return x.ratio(isMedian)?.times(factor)
            case (.times, let factor?, _): return y.ratio(isMedian)?.times(factor)
            case (.over, _, let divisor?): return (Number(1) / divisor).flatMap { x.ratio(isMedian)?.times($0) }
            case (.over, let factor?, _): return y.ratio(isMedian)?.inverse(factor)
            case (.over, nil, nil):
                guard let top = x.sum(isMedian), let bottom = y.sum(isMedian), top.isOfMeasures, bottom.isOfMeasures else {
                    return nil
                }
                return Ratio(top: top, bottom: bottom, written: (top.alone ?? x, bottom.alone ?? y))
            default: return nil
            }
        case .number, .name, .leaf, .config, .call, .window, .only: return nil
        }
    }
}
