import Facts
public import RollUps

/// Splits changes of metrics: one for all of a run.
///
/// All comes from measures that are already rolled up; no fact is looked at again.
///
///     let explainer = Explainer(rollUp, catalogue: catalogue, members: [[0, 1, 2]])
///     explainer.explanation(of: catalogue["cac"]!, Comparison(week, against: weekBefore))
public struct Explainer<Values: MeasureValues>: Sendable {
    let values: Values
    let catalogue: Catalogue
    private let members: [[UInt32]]
    private let medians: Set<String>

    /// An explainer.
    ///
    /// - Parameter members: For each dimension the codes of the members in use, in the order they are listed.
    public init(_ values: Values, catalogue: Catalogue, members: [[UInt32]]) {
        self.values = values
        self.catalogue = catalogue
        self.members = members
        medians = Set(catalogue.measures.lazy.filter { $0.measure.kind == .median }.map(\.id))
    }

    /// Why a metric changed, by every dimension or those given by index; nil where it is undefined in either period.
    public func explanation(of metric: Metric, _ comparison: Comparison, by dimensions: [Int]? = nil) -> Explanation? {
        guard let before = metric.resolved.value(leaf: { valueBefore($0, comparison) }),
            let now = metric.resolved.value(leaf: { valueNow($0, comparison) })
        else { return nil }
        var explanation = Explanation(metric: metric, comparison: comparison, before: before, now: now)
        let dimensions = dimensions ?? Array(members.indices)
        let isMedian: (Leaf) -> Bool = { medians.contains($0.measure) || $0.isElapsed }
        let shape = metric.resolved.shape(isMedian)
        if case .ratio(_, _, let written) = shape { explanation.ratio = written }
        guard case .whole(let obstacle) = shape else {
            explanation.splits = dimensions.map { split(metric, shape, by: $0, comparison) }
            return explanation
        }
        let (scale, factors) = catalogue.factors(of: metric.expression, isMedian)
        guard obstacle != .root, !factors.isEmpty, let weighed = weigh(factors, scale, comparison) else {
            explanation.splits = dimensions.map { dimension in
                var split = Explanation.Split(.dimension(dimension))
                split.obstacle = self.obstacle(metric.leaves, dimension) ?? obstacle
                return split
            }
            return explanation
        }
        explanation.factors = merged(
            weighed.map { .init(member: .all, kind: .factor($0.factor.name), effect: $0.effect) })
        explanation.factorValues = weighed.map {
            .init(
                name: $0.factor.name, formula: $0.factor.written, resolved: $0.factor.resolved, before: $0.before, now: $0.now)
        }
        explanation.splits = dimensions.map { split(metric, weighed, by: $0, comparison) }
        return explanation
    }

    // MARK: - Products

    /// A factor with what its change does to the product.
    private struct Weighed {
        let factor: Factor
        let before: Number
        let now: Number
        /// What the product changes by for each unit of the factor's change.
        let weight: Number
        let effect: Number
    }

    private func weigh(_ factors: [Factor], _ scale: Number, _ comparison: Comparison) -> [Weighed]? {
        var (before, now): ([Number], [Number]) = ([], [])
        var changes: [(before: Number, now: Number, slope: Number)] = []
        for factor in factors {
            guard let old = factor.resolved.value(leaf: { valueBefore($0, comparison) }),
                let new = factor.resolved.value(leaf: { valueNow($0, comparison) })
            else { return nil }
            guard factor.isDivisor else {
                before.append(old)
                now.append(new)
                changes.append((old, new, Number(1)))
                continue
            }
            // 1/new − 1/old = −(new − old) / (old × new)
            guard let oldInverse = Number(1) / old, let newInverse = Number(1) / new else { return nil }
            before.append(oldInverse)
            now.append(newInverse)
            changes.append((old, new, -(oldInverse * newInverse)))
        }
        return factors.indices.map { index in
            let weight = scale * shapleyWeight(of: index, before: before, now: now) * changes[index].slope
            let (before, now) = (changes[index].before, changes[index].now)
            return Weighed(
                factor: factors[index], before: before, now: now, weight: weight, effect: weight * (now - before))
        }
    }

    /// A product along a dimension: each factor that can be is split, the others stand as they are.
    private func split(_ metric: Metric, _ factors: [Weighed], by dimension: Int, _ comparison: Comparison) -> Explanation.Split
    {
        var split = Explanation.Split(.dimension(dimension))
        split.obstacle = obstacle(metric.leaves, dimension)
        guard split.obstacle == nil else { return split }
        var (parts, obstacle, isSplit): ([Explanation.Part], Explanation.Obstacle?, Bool) = ([], nil, false)
        for weighed in factors {
            let kind = Explanation.Kind.factor(weighed.factor.name)
            let own = self.split(weighed.factor.shape, by: dimension, comparison)
            if own.obstacle != nil {
                obstacle = obstacle ?? own.obstacle
                parts.append(.init(member: .all, kind: kind, effect: weighed.effect))
                continue
            }
            isSplit = true
            parts += own.parts.map { .init(member: $0.member, kind: kind, effect: weighed.weight * $0.effect) }
        }
        if isSplit { split.parts = merged(parts) } else { split.obstacle = obstacle }
        return split
    }

    /// Parts of one member and factor as one: rate and mix, and a factor that stands twice.
    private func merged(_ parts: [Explanation.Part]) -> [Explanation.Part] {
        var (merged, places): ([Explanation.Part], [PartKey: Int]) = ([], [:])
        for part in parts {
            let key = PartKey(member: part.member, kind: part.kind)
            if let place = places[key] {
                merged[place] = .init(member: part.member, kind: part.kind, effect: merged[place].effect + part.effect)
            } else {
                places[key] = merged.count
                merged.append(part)
            }
        }
        return merged
    }

    // MARK: - Sums and ratios

    private func split(_ metric: Metric, _ shape: Shape, by dimension: Int, _ comparison: Comparison) -> Explanation.Split {
        if let obstacle = obstacle(metric.leaves, dimension) {
            var split = Explanation.Split(.dimension(dimension))
            split.obstacle = obstacle
            return split
        }
        return split(shape, by: dimension, comparison)
    }

    /// A sum or ratio along a dimension.
    private func split(_ shape: Shape, by dimension: Int, _ comparison: Comparison) -> Explanation.Split {
        var split = Explanation.Split(.dimension(dimension))
        switch shape {
        case .whole(let obstacle): split.obstacle = obstacle
        case .sum(let sum):
            guard let tops = membersValues(of: sum, dimension, comparison, &split.obstacle) else { return split }
            for (code, value) in zip(members[dimension], tops) where !value.before.isZero || !value.now.isZero {
                split.members.append(.init(code: code, top: value, bottom: nil))
                split.parts.append(.init(member: .code(code), kind: .sum, effect: value.now - value.before))
            }
        case .ratio(let top, let bottom, _):
            guard let tops = membersValues(of: top, dimension, comparison, &split.obstacle),
                let bottoms = membersValues(of: bottom, dimension, comparison, &split.obstacle)
            else { return split }
            let whole = RatioOfMembers(
                top: tops.reduce(into: (.zero, .zero)) { $0 = ($0.0 + $1.before, $0.1 + $1.now) },
                bottom: bottoms.reduce(into: (.zero, .zero)) { $0 = ($0.0 + $1.before, $0.1 + $1.now) })
            guard let whole else { return split }
            for (index, code) in members[dimension].enumerated() {
                let (top, bottom) = (tops[index], bottoms[index])
                if [top.before, top.now, bottom.before, bottom.now].allSatisfy(\.isZero) { continue }
                let (rate, mix) = whole.effects(top: top, bottom: bottom)
                split.members.append(.init(code: code, top: top, bottom: bottom))
                split.parts.append(.init(member: .code(code), kind: .rate, effect: rate))
                split.parts.append(.init(member: .code(code), kind: .mix, effect: mix))
            }
        }
        return split
    }

    /// A sum's values for all members of a dimension; nil, and why, where they are unknown or do not make up the whole.
    private func membersValues(
        of sum: Sum, _ dimension: Int, _ comparison: Comparison, _ obstacle: inout Explanation.Obstacle?
    ) -> [(before: Number, now: Number)]? {
        var all = [(before: Number, now: Number)](repeating: (.zero, .zero), count: members[dimension].count)
        for (leaf, factor) in sum.terms {
            guard let wholeBefore = valueBefore(leaf, comparison), let wholeNow = valueNow(leaf, comparison) else { return nil }
            let slices = members[dimension].map { Slice.member(dimension: dimension, code: $0) }
            let (earlier, against) = comparison.earlier(leaf)
            let befores = values.values(earlier, against, slices)
            let nows = values.values(leaf, comparison.period, slices)
            var made = (before: Number.zero, now: Number.zero)
            var isKnown = false
            for (index, (before, now)) in zip(befores, nows).enumerated() {
                isKnown = isKnown || before != nil || now != nil
                // A member of whom nothing is known has no part of what the others make up.
                if let before, !before.isZero {
                    made.before = made.before + before
                    all[index].before = all[index].before + factor * before
                }
                if let now, !now.isZero {
                    made.now = made.now + now
                    all[index].now = all[index].now + factor * now
                }
            }
            guard isKnown, isSame(made.before, wholeBefore), isSame(made.now, wholeNow) else {
                obstacle = isKnown ? .incomplete(leaf.measure) : .unknown(leaf.measure)
                return nil
            }
        }
        return all
    }

    /// Why nothing is split along a dimension, as far as that lies in the measures.
    private func obstacle(_ leaves: [Leaf], _ dimension: Int) -> Explanation.Obstacle? {
        leaves.first { values.isDivided($0, by: dimension) == false }.map { .undivided($0.measure) }
    }

    /// A measure's value in the period.
    private func valueNow(_ leaf: Leaf, _ comparison: Comparison) -> Number? { values.value(leaf, comparison.period, .total) }

    /// A measure's value in what the period is compared with.
    private func valueBefore(_ leaf: Leaf, _ comparison: Comparison) -> Number? {
        let (leaf, period) = comparison.earlier(leaf)
        return values.value(leaf, period, .total)
    }

    private func isSame(_ made: Number, _ whole: Number) -> Bool {
        if case (.exact, .exact) = (made, whole) { return made == whole }
        return abs(made.double - whole.double) <= 1e-12 * max(abs(made.double), abs(whole.double))
    }
}

/// Whose part it is and of what kind.
private struct PartKey: Hashable {
    let member: Explanation.Member
    let kind: Explanation.Kind
}

/// The rule for one ratio of sums: what the whole was and is, against which members are held.
struct RatioOfMembers {
    private let bottom: (before: Number, now: Number)
    /// ½ (R0 + R1)
    private let mean: Number

    /// Nil where either divisor is 0.
    init?(top: (before: Number, now: Number), bottom: (before: Number, now: Number)) {
        guard let before = top.before / bottom.before, let now = top.now / bottom.now else { return nil }
        self.bottom = bottom
        mean = (before + now) * Number(1, over: 2)
    }

    /// A member's rate effect ½ (w0 + w1) (r1 − r0) and mix effect (½ (r0 + r1) − ½ (R0 + R1)) (w1 − w0). Where the member has nothing to
    /// divide by in one period, that period's rate is taken as the other's, and what it has there above the line counts as rate.
    func effects(top: (before: Number, now: Number), bottom own: (before: Number, now: Number)) -> (rate: Number, mix: Number) {
        let half = Number(1, over: 2)
        // Neither divisor is 0.
        let shares = ((own.before / bottom.before)!, (own.now / bottom.now)!)
        let (before, now) = (top.before / own.before, top.now / own.now)
        let rates = (before ?? now ?? .zero, now ?? before ?? .zero)
        var rate = half * (shares.0 + shares.1) * (rates.1 - rates.0)
        if before == nil { rate = rate - (top.before / bottom.before)! }
        if now == nil { rate = rate + (top.now / bottom.now)! }
        return (rate, (half * (rates.0 + rates.1) - mean) * (shares.1 - shares.0))
    }
}
