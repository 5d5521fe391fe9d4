import Facts
import Languages
import Metrics
import RollUps

/// Why a value is undefined, in words.
extension Composer {
    /// Why a metric or measure is undefined in a period shown.
    func whyUndefined(_ id: String, _ period: Int, shift: Shift? = nil, slice: Slice = .total) -> String {
        let metric = context.catalogue[id]
        let leaves = metric?.leaves ?? [Leaf(id)]
        for leaf in leaves where number(leaf, period, shift: shift, slice: slice) == nil {
            return whyUndefined(leaf.seen(through: shift), context.periods[period], slice)
        }
        guard let metric else { return "" }
        if let why = whyMixed(metric, slice) { return why }
        return whyUndivided(metric) { number($0, period, shift: shift, slice: slice) }
    }

    /// Why a metric or measure is undefined over any period's own days.
    func whyUndefined(_ subject: Subject, over period: Period, slice: Slice) -> String {
        func value(_ leaf: Leaf) -> Number? { context.rollUp.value(leaf, period, slice) }
        for leaf in subject.resolved.leaves where value(leaf) == nil { return whyUndefined(leaf, period, slice) }
        guard let metric = context.catalogue[subject.id] else { return say(.whyNoValue) }
        return whyMixed(metric, slice) ?? whyUndivided(metric, value)
    }

    /// Why a metric over measures that are divided by a dimension and others that are not is undefined; nil where it is no such.
    private func whyMixed(_ metric: Metric, _ slice: Slice) -> String? {
        guard case .member(let dimension, _) = slice, context.rollUp.isMixed(metric, slice),
            let whole = metric.leaves.first(where: { context.rollUp.isDivided($0, by: dimension) == false })
        else { return nil }
        return say(.whyNoMembers, context.catalogue.words(.name(whole.measure), language), dimensionName(dimension))
    }

    /// Why a metric is undefined all of whose parts are defined.
    private func whyUndivided(_ metric: Metric, _ value: (Leaf) -> Number?) -> String {
        guard let divisor = metric.resolved.zeroDivisor(leaf: value) else { return say(.whyNoValue) }
        return say(.whyZero, context.catalogue.words(divisor, language))
    }

    /// Why a leaf is undefined: its source is absent, has not begun, is not broken down, or has no such column or value.
    func whyUndefined(_ leaf: Leaf, _ period: Period, _ slice: Slice) -> String {
        guard let measure = context.catalogue.measure(leaf.measure) else { return say(.whyNoValue) }
        let words = context.catalogue.words(.name(measure.id), language)
        if let member = leaf.only, context.rollUp.slice(dimension: member.dimension, member: member.name) == nil {
            return say(.whyNoSuchMember, member.name, member.dimension)
        }
        // Each must have begun; of those that count side by side any one.
        var needed = [context.rollUp.sources(of: measure.measure)]
        if measure.id == "customers_active" { needed.append([.subscriptions]) }
        for sources in needed {
            let source = sources[0]
            guard let first = sources.compactMap(context.rollUp.firstEvent).min() else {
                if let told = notTold(source) { return told }
                return say(.whyAbsent, sourceName(sourceID(source)), dayText(context.asOf))
            }
            if let late = context.rollUp.late(measure.measure, leaf.window.frame(of: period)) {
                return say(.whyLate, sourceName(late.source), dayText(late.since))
            }
            if earliestDay(of: measure.measure, leaf.window.frame(of: period)) < first.startOfMonth {
                return say(.whyNotBegun, sourceName(sourceID(source)), dayText(first))
            }
        }
        if case .snapshots(let first)? = context.rollUp.facts.terms?.origin, measure.measure.kind == .flow,
            measure.measure.source == .subscriptions, leaf.window.frame(of: period).start <= first
        {
            return say(.whyNotBegun, sourceName(sourceID(.subscriptions)), dayText(first))
        }
        if case .member(let dimension, _) = slice,
            context.rollUp.value(leaf, period, .total) != nil, measure.measure.kind != .median
        {
            return say(.whyNoMembers, words, dimensionName(dimension))
        }
        if measure.measure.kind == .median { return say(.whyNothingToMeasure, words) }
        if Composer.ofHealth.contains(measure.id), context.rollUp.firstEvent(.usage) == nil,
            context.rollUp.firstEvent(.nps) == nil
        {
            return say(.whyAbsent, list([.usage, .surveys].map(sourceName)), dayText(context.asOf))
        }
        return say(.whyNotInData, words)
    }

    /// The measures of customer health, which need use or answers beside ARR.
    private static let ofHealth: Set<String> = ["health_points", "arr_scored", "arr_at_risk", "arr_watch", "arr_healthy"]

    /// The first day that a measure looks at from a frame, as far as its being defined goes.
    private func earliestDay(of measure: Measure, _ frame: Frame) -> Day {
        if ["nrr_base", "nrr_retained", "grr_retained", "customers_year_ago", "customers_kept"].contains(measure.id) {
            return frame.stock.months(before: 12)
        }
        switch measure.kind {
        case .stock:
            let isOpening = measure.id == "arr_opening" || measure.id == "customers_opening"
            return isOpening ? frame.start - 1 : frame.stock
        case .flow, .median: return frame.isTrailing ? frame.start : frame.end
        }
    }

    /// The source that a measure's facts came from: its own, or one that stands in for it.
    func sourceID(_ source: Measure.Source) -> SourceName {
        if source == .leads, context.rollUp.dealsAreLeads { return .opportunities }
        let all = context.data.sources.filter(\.isPresent)
        if all.contains(where: { $0.name == source.name }) { return source.name }
        return all.first { $0.standsInFor == source.name && $0.name != .opportunities }?.name ?? source.name
    }

    /// That a source is kept from the readers; nil where it is not.
    private func notTold(_ source: Measure.Source) -> String? {
        guard source == .spend, context.withheld.contains(.spend) else { return nil }
        return WithheldPhrase.source.text(locale: language.rawValue, capital(sourceName(sourceID(source))))
    }

    /// A note that a source is absent, or nil where it is present.
    func absence(_ source: Measure.Source) -> Block? {
        guard context.rollUp.firstEvent(source) == nil else { return nil }
        if let told = notTold(source) { return .note(told) }
        return .note(say(.absent, sourceName(sourceID(source)), dayText(context.asOf)))
    }
}

extension Expression {
    /// The first part that something is divided by and that is 0; nil where there is none or it cannot be told.
    func zeroDivisor(leaf: (Leaf) -> Number?) -> Expression? {
        for part in parts {
            if let found = part.zeroDivisor(leaf: leaf) { return found }
        }
        guard case .binary(.over, _, let divisor) = self, divisor.value(leaf: leaf)?.isZero == true else { return nil }
        return divisor
    }
}
