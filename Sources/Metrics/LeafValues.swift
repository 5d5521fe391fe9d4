public import Facts
public import RollUps

/// The one way from a part of a formula to the roll-ups.
extension MeasureValues {
    /// The value of a leaf in a period; nil where it is undefined.
    public func value(_ leaf: Leaf, _ period: Period, _ slice: Slice) -> Number? { values(leaf, period, [slice])[0] }

    /// Says beforehand which leaves will be asked for in which periods; see ``prepare(_:)``.
    public func prepare(_ leaves: some Sequence<Leaf>, _ periods: [Period]) {
        prepare(
            leaves.lazy.filter { !$0.isElapsed }.flatMap { leaf in
                periods.map { (leaf.measure, leaf.window.frame(of: $0)) }
            })
    }

    /// The values of a leaf in a period for several slices at once.
    public func values(_ leaf: Leaf, _ period: Period, _ slices: [Slice]) -> [Number?] {
        if leaf.isElapsed { return Array(repeating: leaf.window.elapsed(of: period), count: slices.count) }
        let frame = leaf.window.frame(of: period)
        guard let member = leaf.only else { return values(leaf.measure, frame, slices) }
        guard let own = slice(dimension: member.dimension, member: member.name) else {
            return Array(repeating: nil, count: slices.count)
        }
        let value = value(leaf.measure, frame, own)
        // What belongs to one member belongs to no other of the same dimension; there is no middle of nothing.
        let other: Number? = value == nil || Measure.medians.contains(leaf.measure) ? nil : .zero
        return slices.map { slice in
            if slice == .total || slice == own { return value }
            // Members of two dimensions at once are not kept.
            return slice.dimension == own.dimension ? other : nil
        }
    }

    /// The late files without which a leaf counts what is there; nil where nothing is missing, or it is undefined for it.
    public func lacks(_ leaf: Leaf, _ period: Period) -> Late? {
        leaf.isElapsed ? nil : lacks(leaf.measure, leaf.window.frame(of: period))
    }

    /// Whether a leaf differs by the members of a dimension, as far as the rows of its source can be given one; nil of what has no rows.
    public func isDivided(_ leaf: Leaf, by dimension: Int) -> Bool? {
        leaf.isElapsed ? nil : isDivided(leaf.measure, by: dimension)
    }
}

extension Window {
    /// The share of a period's days that are over: 1 of a whole one, as the period before one always is.
    func elapsed(of period: Period) -> Number {
        shifts.contains(.priorPeriod) ? Number(1) : period.elapsed
    }
}
