public import Facts
import Languages
public import RollUps

extension Catalogue {
    /// What can be explained under an id: a metric, or a measure as the metric that is that measure alone; nil where there is neither.
    public func explainable(_ id: String) -> Metric? {
        if let metric = self[id] { return metric }
        guard let measure = measure(id) else { return nil }
        let (subject, leaf) = (Subject(measure.measure), Expression.leaf(Leaf(id)))
        return Metric(
            id: id, name: measure.name, description: measure.description, formula: id, expression: .name(id), resolved: leaf,
            unit: subject.unit, better: subject.better, section: .revenue, owner: nil, target: nil,
            source: Wording(""), isOnRevenue: false, isCustom: false, isRedefined: false, program: Program(leaf)
        )
    }
}

extension MeasureValues {
    /// A metric's value in what a period is compared with; nil where it is undefined.
    public func valueBefore(of metric: Metric, _ comparison: Comparison, _ slice: Slice) -> Number? {
        guard !isMixed(metric, slice) else { return nil }
        return valueBefore(of: metric.resolved, comparison, slice)
    }

    /// The value of a part of a resolved formula in what a period is compared with; nil where it is undefined.
    public func valueBefore(of part: Expression, _ comparison: Comparison, _ slice: Slice = .total) -> Number? {
        part.value { leaf in
            let (leaf, period) = comparison.earlier(leaf)
            return value(leaf, period, slice)
        }
    }

    /// The same in the period itself.
    public func valueNow(of part: Expression, _ comparison: Comparison, _ slice: Slice = .total) -> Number? {
        part.value { value($0, comparison.period, slice) }
    }
}

extension Expression {
    /// The formula's text with something in the place of each measure, such as its value, and settings by their values.
    public func text(leaf: @escaping (Leaf) -> String) -> String {
        var notation = Notation()
        notation.leaf = leaf
        notation.config = { name, value in value?.plain ?? "config.\(name)" }
        return notation.write(self).text
    }
}
