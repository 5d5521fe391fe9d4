import Facts
import RollUps

/// One of the factors of a metric: a largest sub-expression under the outermost `*` and `/` of its formula.
struct Factor {
    /// Its name: a metric's or measure's id, else its formula.
    let name: String
    /// Its formula as it is written.
    let written: Expression
    /// Its formula with metrics put in.
    let resolved: Expression
    /// Whether the others are divided by it.
    let isDivisor: Bool
    /// How it can be split by members.
    let shape: Shape
}

extension Catalogue {
    /// The factors of a formula that is neither a sum nor one ratio of sums, and the number that all of them are multiplied by;
    /// none where it is no product.
    ///
    /// A metric that is named in a formula is one factor, whatever it is made of; where a formula is nothing but a metric, it is
    /// that metric's that counts. Numbers and settings, which are the same in both periods, are no factors.
    func factors(of written: Expression, _ isMedian: (Leaf) -> Bool) -> (scale: Number, factors: [Factor]) {
        var scale = Number(1)
        var formula = written
        while let (inner, factor) = peeled(formula) { (formula, scale) = (inner, scale * factor) }
        var factors: [Factor] = []
        func add(_ part: Expression, isDivisor: Bool) {
            let whole = resolved(part)
            if let constant = whole.constant {
                if let factor = isDivisor ? Number(1) / constant : constant { scale = scale * factor }
                return
            }
            let shape = whole.shape(isMedian)
            if case .whole = shape, case .binary(let operation, let x, let y) = part, operation == .times || operation == .over
            {
                add(x, isDivisor: isDivisor)
                add(y, isDivisor: isDivisor != (operation == .over))
                return
            }
            factors.append(
                Factor(name: part.description, written: part, resolved: whole, isDivisor: isDivisor, shape: shape))
        }
        func addChain(_ part: Expression) {
            if case .binary(let operation, let x, let y) = part, operation == .times || operation == .over {
                addChain(x)
                add(y, isDivisor: operation == .over)
            } else {
                add(part, isDivisor: false)
            }
        }
        if case .binary(let operation, _, _) = formula, operation == .times || operation == .over { addChain(formula) }
        return (scale, factors)
    }

    /// The metric over a window that a formula with metrics put in is; nil where it is none.
    ///
    ///     spend over 12 months / new customers over 12 months    // trailing(cac, 12 months)
    public func metric(for resolved: Expression) -> (metric: Metric, window: Window)? {
        let leaves = resolved.leaves
        guard let window = leaves.first?.window, leaves.allSatisfy({ $0.window == window }) else { return nil }
        return metrics.first { $0.resolved.within(window) == resolved && $0.leaves.allSatisfy(\.window.isPlain) }.map {
            ($0, window)
        }
    }

    /// A formula without what stands around it: a metric's name, a window, a sign, a number added, multiplied or divided by; and what
    /// it is multiplied by in turn. Nil where nothing does.
    private func peeled(_ formula: Expression) -> (Expression, Number)? {
        let one = Number(1)
        switch formula {
        case .name(let id): return definition(id).map { ($0, one) }
        case .window(let window, let x): return inside({ .window(window, $0) }, x).map { ($0, one) }
        case .only(let member, let x): return inside({ .only(member, $0) }, x).map { ($0, one) }
        case .negative(let x): return (x, Number(-1))
        case .binary(let operation, let x, let y):
            let (left, right) = (resolved(x).constant, resolved(y).constant)
            switch operation {
            case .plus: return left != nil ? (y, one) : right != nil ? (x, one) : nil
            case .minus: return left != nil ? (y, Number(-1)) : right != nil ? (x, one) : nil
            case .times: return left.map { (y, $0) } ?? right.map { (x, $0) }
            case .over: return right.flatMap { one / $0 }.map { (x, $0) }
            }
        case .number, .leaf, .config, .call: return nil
        }
    }

    /// The formula of a metric as written, of a hidden one too; nil of a measure.
    private func definition(_ id: String) -> Expression? { self[id]?.expression ?? helpers[id] }

    /// A window, or a member alone, put around the parts of a formula; nil where it stands at a measure.
    private func inside(_ wrap: (Expression) -> Expression, _ formula: Expression) -> Expression? {
        func around(_ part: Expression) -> Expression {
            switch part {
            case .number, .config: part
            default: wrap(part)
            }
        }
        switch formula {
        case .name(let id): return definition(id).map(wrap)
        case .negative(let x): return .negative(wrap(x))
        case .binary(let operation, let x, let y): return .binary(operation, around(x), around(y))
        case .window(let inner, let x): return inside({ .window(inner, $0) }, x).map(wrap)
        case .only(let inner, let x): return inside({ .only(inner, $0) }, x).map(wrap)
        case .call(let function, let parts): return .call(function, parts.map(around))
        case .number, .leaf, .config: return formula
        }
    }

    /// A formula with metrics put in and windows at the leaves.
    func resolved(_ formula: Expression) -> Expression {
        switch formula {
        case .number, .leaf: formula
        case .config(let name, let value): .config(name, value ?? config[name])
        case .name(let id): self[id]?.resolved ?? helpers[id].map(resolved) ?? .leaf(Leaf(id))
        case .negative(let x): .negative(resolved(x))
        case .binary(let operation, let x, let y): .binary(operation, resolved(x), resolved(y))
        case .call(let function, let parts): .call(function, parts.map(resolved))
        case .window(let window, let x): resolved(x).within(window)
        case .only(let member, let x): resolved(x).of(member)
        }
    }
}

/// How much a factor's own change counts in the change of a product: the mean over all orders in which the factors may change one
/// after the other (Shapley) of the product of the others, those before it as they are now, those after it as they were.
///
/// The factors that have changed already are counted by the power of t in Π (before + now × t), so that the time goes with the square
/// of their number and not with the number of orders.
func shapleyWeight(of index: Int, before: [Number], now: [Number]) -> Number {
    let others = before.indices.filter { $0 != index }
    var sums = [Number(1)]
    for other in others {
        var next = [Number](repeating: .zero, count: sums.count + 1)
        for (changed, sum) in sums.enumerated() {
            next[changed] = next[changed] + sum * before[other]
            next[changed + 1] = next[changed + 1] + sum * now[other]
        }
        sums = next
    }
    // Of all orders, a given set of k others stands before it in k! (n − 1 − k)! / n!: 1 / n for k = 0, and from k to k + 1 times
    // (k + 1) / (n − 1 − k).
    var (weight, total) = (Number(1, over: Int128(before.count)), Number.zero)
    for (changed, sum) in sums.enumerated() {
        total = total + weight * sum
        if changed < others.count { weight = weight * Number(Int128(changed + 1), over: Int128(others.count - changed)) }
    }
    return total
}
