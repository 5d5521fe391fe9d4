public import Facts
public import RollUps

/// The values of all measures and metrics, for some periods and slices.
///
/// Every leaf is asked from the roll-ups once for each period and slice, and every metric is computed once. The values lie in rows by
/// slice, which take no more room than what there is to say; nothing is hashed or allocated for a value.
public struct Evaluation: Sendable {
    /// The catalogue whose metrics these are.
    public let catalogue: Catalogue
    /// The periods, in the order given.
    public let periods: [Period]
    /// The slices, in the order given.
    public let slices: [Slice]

    /// By leaf and period.
    private let leafRows: [ValueRow]
    /// By metric and period.
    private let metricRows: [ValueRow]
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

        measures.prepare(catalogue.leaves, periods)

        // The leaves are asked for several at once, and so the metrics; the rows stand in the catalogue's order whichever come first.
        let leafRows = concurrently(catalogue.leaves.count * periods.count) { place in
            ValueRow(measures.values(catalogue.leaves[place / periods.count], periods[place % periods.count], slices))
        }
        self.leafRows = leafRows
        let withoutMember = slices.indices.filter { if case .member(_, 0) = slices[$0] { true } else { false } }
        metricRows = concurrently(catalogue.metrics.count * periods.count) { place in
            let (number, index) = place.quotientAndRemainder(dividingBy: periods.count)
            let metric = catalogue.metrics[number]
            let leaves = catalogue.leafNumbers[number].map { leafRows[$0 * periods.count + index] }
            let mixed = withoutMember.filter { measures.isMixed(metric, slices[$0]) }
            return ValueRow(Evaluation.values(metric.program, leaves, count: slices.count, undefined: mixed))
        }
    }

    /// The values of a formula by slice, from those of its leaves; undefined for some.
    private static func values(_ program: Program, _ leaves: [ValueRow], count: Int, undefined: [Int]) -> [Number?] {
        var values: [Number?] = []
        values.reserveCapacity(count)
        var stack: [Number] = []
        var hints = Array(repeating: 0, count: leaves.count)
        // Of all slices whose leaves have what most have, the value is one.
        var usual: Number??
        for slice in 0..<count {
            var isUsual = true
            for leaf in leaves.indices where leaves[leaf].isOther(slice, &hints[leaf]) { isUsual = false }
            if isUsual, let usual {
                values.append(usual)
                continue
            }
            let value = program.value(&stack) { leaves[$0].value(slice, &hints[$0]) }
            if isUsual { usual = .some(value) }
            values.append(value)
        }
        for slice in undefined { values[slice] = nil }
        return values
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
        row(metric: metric, period: period).value(slice)
    }

    /// The value of a leaf by its place in `catalogue.leaves`, of a slice by its place in `slices`.
    public func value(leaf: Int, period: Int, slice: Int) -> Number? {
        row(leaf: leaf, period: period).value(slice)
    }

    /// The values of a metric by its place in `catalogue.metrics`, of all slices.
    public func row(metric: Int, period: Int) -> ValueRow { metricRows[metric * periods.count + period] }

    /// The values of a leaf by its place in `catalogue.leaves`, of all slices.
    public func row(leaf: Int, period: Int) -> ValueRow { leafRows[leaf * periods.count + period] }

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
        return Set(leaves.compactMap { isDivided($0, by: dimension) }).count > 1
    }

    /// The value of a metric in a period, or nil where it is undefined.
    public func value(of metric: Metric, _ period: Period, _ slice: Slice) -> Number? {
        isMixed(metric, slice) ? nil : metric.resolved.value { value($0, period, slice) }
    }
}
