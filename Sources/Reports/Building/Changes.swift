import Facts
import Languages
import Metrics
import RollUps

/// What changed most against what is usual, and what is unusual by itself.
///
/// Source: metric catalogue, "What changed most" and "Unusual". What rests on few cases is in neither list, nor what is late,
/// undefined, still maturing, or of a period that is not over.
extension Composer {
    /// How many periods before tell what is usual, and how many of them at least.
    private static let usualPeriods = 12
    private static let leastPeriods = 8

    /// The metrics that changed, the largest multiple of the usual change first; last those of which nobody knows what is usual.
    func rankedChanges() -> [(metric: Metric, times: Number?)] {
        let periods = periodsBefore(Composer.usualPeriods + 1)
        let found = context.catalogue.metrics.compactMap { metric -> (metric: Metric, times: Number?)? in
            guard !isMaturing(metric), let new = number(metric.id, now), let old = number(metric, over: periods[0]),
                !restsOnFew(metric, period), !restsOnFew(metric, periods[0]), !isIncomplete(metric, period),
                !isIncomplete(metric, periods[0])
            else { return nil }
            let change = new - old
            guard !change.isZero else { return nil }
            let values = periods.map { number(metric, over: $0) }
            let earlier = zip(values, values.dropFirst()).compactMap { new, old in new.flatMap { new in old.map { new - $0 } } }
            guard earlier.count >= Composer.leastPeriods, let deviation = Spread(earlier)?.deviation else {
                return (metric, nil)
            }
            return (metric, absolute(change) / deviation)
        }
        return found.enumerated().sorted { a, b in
            switch (a.element.times, b.element.times) {
            case (let x?, let y?): x == y ? a.offset < b.offset : Number.less(y, x)
            case (_?, nil): true
            case (nil, _?): false
            case (nil, nil): a.offset < b.offset
            }
        }.map(\.element)
    }

    /// The same in the order in which they are told: what moved more than it usually does to where it is unusual, before the rest; of that
    /// the north star first.
    func toldChanges() -> [(metric: Metric, times: Number?)] { shared.toldChanges { findToldChanges() } }

    private func findToldChanges() -> [(metric: Metric, times: Number?)] {
        let unusual = Set(unusual().map(\.metric.id))
        func rank(_ change: (metric: Metric, times: Number?)) -> Int {
            guard unusual.contains(change.metric.id), let times = change.times, Number.less(Number(1), times) else { return 2 }
            return change.metric.id == context.northStar ? 0 : 1
        }
        return rankedChanges().enumerated().sorted { a, b in
            let (x, y) = (rank(a.element), rank(b.element))
            return x == y ? a.offset < b.offset : x < y
        }.map(\.element)
    }

    /// A metric that is further from the median of the periods before than is usual.
    struct Unusual {
        var metric: Metric
        var value: Number
        var usual: Spread
        /// How far from the median is usual.
        var limit: Number
        /// How many periods before there are.
        var periods: Int
    }

    private func unusual() -> [Unusual] { shared.unusual { findUnusual() } }

    private func findUnusual() -> [Unusual] {
        if period.isToDate { return [] }
        let periods = periodsBefore(Composer.usualPeriods)
        return context.catalogue.metrics.compactMap { metric in
            guard !context.judge.isMaturing(metric.resolved, period), !restsOnFew(metric, period),
                !isIncomplete(metric, period), let value = number(metric.id, now)
            else { return nil }
            let earlier = periods.compactMap { number(metric, over: $0) }
            guard earlier.count >= Composer.leastPeriods, let usual = Spread(earlier) else { return nil }
            let limit = usual.deviation * Number(7, over: 2)
            guard Number.less(limit, absolute(value - usual.median)) else { return nil }
            return Unusual(metric: metric, value: value, usual: usual, limit: limit, periods: earlier.count)
        }
    }

    /// Between what a metric usually is, by the periods before; nil where too few are known.
    func usualRange(_ metric: Metric) -> (low: Number, high: Number)? {
        let earlier = periodsBefore(Composer.usualPeriods).compactMap { number(metric, over: $0) }
        guard earlier.count >= Composer.leastPeriods, let usual = Spread(earlier) else { return nil }
        let limit = usual.deviation * Number(7, over: 2)
        return (usual.median - limit, usual.median + limit)
    }

    /// What is further from the median of the periods before than is usual, as what needs attention.
    func unusualRows() -> [Table.Row] {
        unusual().map { found in
            let (metric, value, usual, limit) = (found.metric, found.value, found.usual, found.limit)
            let format = format(metric.id)
            let isGood = favours(metric, value - usual.median, format) == true && (metric.better != .lower || value.signum > 0)
            return Table.Row([
                .status(isGood || metric.better == .neither ? .none : .watch, say(.unusual)), .text(name(metric)),
                .value(self.value(metric.id)),
                .text(
                    say(
                        .usualRange, text(usual.median - limit, format), text(usual.median + limit, format),
                        text(found.periods))),
            ])
        }
    }

    /// The periods before the reported one, the newest first.
    private func periodsBefore(_ count: Int) -> [Period] {
        var periods: [Period] = []
        while periods.count < count { periods.append(context.calendar.before(periods.last ?? period)) }
        return periods
    }

    /// A metric over any period; nil where it is undefined.
    private func number(_ metric: Metric, over period: Period) -> Number? {
        metric.resolved.value { context.rollUp.value($0, period, .total) }
    }

    /// Whether late files are missing from a metric, so that no change from or to it says anything of the business.
    private func isIncomplete(_ metric: Metric, _ period: Period) -> Bool {
        context.judge.lacks(metric.resolved, period) != nil
    }

    private func restsOnFew(_ metric: Metric, _ period: Period) -> Bool {
        context.judge.restsOnFew(metric.resolved, period, .total)
    }
}

private func absolute(_ number: Number) -> Number { number.signum < 0 ? -number : number }

/// What is usual of some values.
struct Spread {
    /// Their median.
    let median: Number
    /// 1.4826 × the median absolute deviation, which for values that scatter normally is their standard deviation; above 0.
    let deviation: Number

    /// Nil where there are no values, or more than half of them are the same, so that nothing is usual but that.
    init?(_ values: [Number]) {
        guard let median = Spread.median(values), let deviation = Spread.median(values.map { absolute($0 - median) }),
            deviation.signum > 0
        else { return nil }
        (self.median, self.deviation) = (median, deviation * Number(14826, over: 10000))
    }

    /// The middle value, or the mean of the middle two; nil where there is none.
    static func median(_ values: [Number]) -> Number? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted(by: Number.less)
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) * Number(1, over: 2)
    }
}
