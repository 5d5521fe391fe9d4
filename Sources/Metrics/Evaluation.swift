public import Facts
public import RollUps

/// The values of all measures and metrics, for some periods and slices.
///
/// Every leaf is asked from the roll-ups once for each period and slice, and every metric is computed once. The values lie in two
/// flat arrays; nothing is hashed or allocated for a value.
public struct Evaluation: Sendable {
    /// The catalogue whose metrics these are.
    public let catalogue: Catalogue
    /// The periods, in the order given.
    public let periods: [Period]
    /// The slices, in the order given.
    public let slices: [Slice]

    /// By leaf, period, slice.
    private let leafValues: [Number?]
    /// By metric, period, slice.
    private let metricValues: [Number?]
    private let leafNumbers: [Leaf: Int]
    private let sliceNumbers: [Slice: Int]

    /// Computes everything.
    ///
    /// - Parameters:
    ///   - measures: The roll-ups.
    ///   - catalogue: The metrics to compute.
    ///   - periods: For which periods; a period to date ends at the as-of date.
    ///   - slices: For whom, each once. The default is the total alone.
    public init(_ measures: some MeasureValues, catalogue: Catalogue, periods: [Period], slices: [Slice] = [.total]) {
        self.catalogue = catalogue
        self.periods = periods
        self.slices = slices
        self.leafNumbers = [Leaf: Int](uniqueKeysWithValues: catalogue.leaves.enumerated().map { ($1, $0) })
        self.sliceNumbers = [Slice: Int](uniqueKeysWithValues: slices.enumerated().map { ($1, $0) })

        let count = periods.count * slices.count
        // The leaves are asked for several at once; their values stand in the catalogue's order whichever come first.
        let (leaves, parts) = (catalogue.leaves, min(8, catalogue.leaves.count))
        let leafValues = concurrently(parts) { part in
            var values: [Number?] = []
            for leaf in leaves[leaves.count * part / parts..<leaves.count * (part + 1) / parts] {
                for period in periods {
                    let frame = leaf.window.frame(of: period)
                    for slice in slices { values.append(measures.value(leaf.measure, frame, slice)) }
                }
            }
            return values
        }.flatMap { $0 }
        var metricValues: [Number?] = []
        metricValues.reserveCapacity(catalogue.metrics.count * count)
        var stack: [Number] = []
        for (metric, numbers) in zip(catalogue.metrics, catalogue.leafNumbers) {
            let isMixed = slices.map { measures.isMixed(metric, $0) }
            for cell in 0..<count {
                metricValues.append(
                    isMixed[cell % slices.count] ? nil : metric.program.value(&stack) { leafValues[numbers[$0] * count + cell] }
                )
            }
        }
        self.leafValues = leafValues
        self.metricValues = metricValues
    }

    /// The value of a metric, or of a measure over the period itself; nil where it is undefined.
    ///
    /// An id that is neither, and a slice that was not asked for, are programming errors and trap.
    ///
    /// - Parameters:
    ///   - id: The metric or the measure.
    ///   - period: The place of the period in `periods`.
    ///   - slice: Whose value. The default is the total.
    public func value(_ id: String, _ period: Int, _ slice: Slice = .total) -> Number? {
        let number = number(of: slice)
        if let metric = catalogue.index(of: id) { return value(metric: metric, period: period, slice: number) }
        return value(Leaf(id), period, slice)
    }

    /// The value of a leaf of the catalogue; nil where it is undefined. See `value(_:_:_:)`.
    public func value(_ leaf: Leaf, _ period: Int, _ slice: Slice = .total) -> Number? {
        guard let index = leafNumbers[leaf] else { preconditionFailure("\(leaf) is in no formula") }
        return value(leaf: index, period: period, slice: number(of: slice))
    }

    /// The value of a metric by its place in `catalogue.metrics`, of a slice by its place in `slices`.
    public func value(metric: Int, period: Int, slice: Int) -> Number? {
        metricValues[(metric * periods.count + period) * slices.count + slice]
    }

    /// The value of a leaf by its place in `catalogue.leaves`, of a slice by its place in `slices`.
    public func value(leaf: Int, period: Int, slice: Int) -> Number? {
        leafValues[(leaf * periods.count + period) * slices.count + slice]
    }

    private func number(of slice: Slice) -> Int {
        guard let number = sliceNumbers[slice] else { preconditionFailure("\(slice) was not evaluated") }
        return number
    }
}

extension MeasureValues {
    /// Whether a metric is undefined for `(none)` because some of its measures are divided by the dimension and others are not:
    /// those stand for all, and a formula over both would compare a part with the whole.
    ///
    /// Source: data contract, "Dimensions".
    public func isMixed(_ metric: Metric, _ slice: Slice) -> Bool { isMixed(metric.leaves, slice) }

    /// The same of any formula, by its leaves.
    func isMixed(_ leaves: [Leaf], _ slice: Slice) -> Bool {
        guard case .member(let dimension, 0) = slice else { return false }
        return Set(leaves.map { isDivided($0.measure, by: dimension) }).count > 1
    }

    /// The value of a metric over any frames, or nil where it is undefined.
    public func value(of metric: Metric, _ slice: Slice, frame: (Leaf) -> Frame) -> Number? {
        isMixed(metric, slice) ? nil : metric.resolved.value { value($0.measure, frame($0), slice) }
    }
}
