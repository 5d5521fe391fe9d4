import Facts
import Metrics
import RollUps

/// How a metric stands against one of its targets, over the target's own period to date.
struct Standing {
    /// The verdict.
    enum Verdict { case onTrack, watch, offTrack, maturing, undefined, none }

    let metric: Metric
    /// The target's period, cut short at the as-of date.
    let period: Period
    /// Whose target it is; nil where its dimension or member is unknown.
    let slice: Slice?
    /// Whose target it is, as written: `segment`, `enterprise`; empty for the total.
    let dimension, member: String
    let owner: String
    let goal: Number
    let actual: Number?
    /// Why `actual` is undefined; empty where it is not.
    let reason: String
    /// actual ÷ target (target ÷ actual where lower is better); nil where that says nothing.
    let attainment: Number?
    /// For a flow in a period to date what was to be reached by now.
    let pace: Number?
    /// The same as `attainment`, against `pace`.
    let paceAttainment: Number?
    let verdict: Verdict

    /// How long the target's period is, shortest first.
    var length: Int { Grain.allCases.firstIndex(of: period.grain) ?? 0 }
}

extension Composer {
    /// How every metric stands against every target whose period holds the last day reported, in the order of the catalogue.
    ///
    /// Source: metric catalogue, "What is said about a metric".
    func standings() -> [Standing] {
        var found: [Standing] = []
        for target in context.rollUp.facts.targets {
            guard let metric = context.catalogue[target.metric], let whole = context.calendar.period(named: target.period),
                whole.start <= period.end, period.end <= whole.end
            else { continue }
            found.append(standing(metric, whole, goal: target.value.number, target: target))
        }
        for metric in context.catalogue.metrics {
            guard let goal = metric.target, !found.contains(where: { $0.metric.id == metric.id && $0.member.isEmpty }) else {
                continue
            }
            found.append(
                standing(metric, context.calendar.period(context.grain, holding: period.start), goal: goal.number, target: nil))
        }
        func rank(_ standing: Standing) -> (Int, Day, Day) {
            (context.catalogue.index(of: standing.metric.id) ?? 0, standing.period.start, standing.period.end)
        }
        return found.sorted { a, b in
            if rank(a) != rank(b) { return rank(a) < rank(b) }
            if a.dimension != b.dimension { return precedes(a.dimension, b.dimension) }
            return precedes(a.member, b.member)
        }
    }

    private func standing(_ metric: Metric, _ whole: Period, goal: Number, target: Target?) -> Standing {
        let dates = whole.upTo(context.asOf)
        let slice = target.map(slice) ?? .total
        let actual = slice.flatMap { number(metric, over: dates, slice: $0) }
        var reason = ""
        if actual == nil {
            reason = slice.map { whyUndefined(metric, over: dates, slice: $0) } ?? say(.whyNoMember, target?.member ?? "")
        }
        var pace: Number?
        if dates.isToDate, isFlow(metric.resolved) {
            pace = goal * Number(Int128(dates.end - dates.start + 1), over: Int128(whole.end - whole.start + 1))
        }
        let verdict: Standing.Verdict
        if metric.better == .neither {
            verdict = .none
        } else if let actual {
            verdict = isMaturing(metric) ? .maturing : Composer.verdict(metric, actual, goal: pace ?? goal)
        } else {
            verdict = .undefined
        }
        return Standing(
            metric: metric, period: dates, slice: slice, dimension: target?.dimension ?? "", member: target?.member ?? "",
            owner: target.flatMap { $0.owner.isEmpty ? nil : $0.owner } ?? metric.owner ?? "", goal: goal, actual: actual,
            reason: reason, attainment: actual.flatMap { Composer.attainment(metric, $0, goal) }, pace: pace,
            paceAttainment: pace.flatMap { pace in actual.flatMap { Composer.attainment(metric, $0, pace) } }, verdict: verdict)
    }

    /// Whose target it is; nil where the dimension or the member is unknown.
    private func slice(_ target: Target) -> Slice? {
        if target.dimension.isEmpty { return .total }
        let dimensions = context.rollUp.members.dimensions
        guard let dimension = dimensions.firstIndex(where: { $0.name == target.dimension }) else { return nil }
        if target.member.isEmpty || target.member == "(none)" { return .member(dimension: dimension, code: 0) }
        return dimensions[dimension].members.find(target.member).map { .member(dimension: dimension, code: $0) }
    }

    /// Whether a formula adds up over the days of a period: a sum of flows, each possibly times a number.
    private func isFlow(_ expression: Expression) -> Bool {
        switch expression {
        case .leaf(let leaf): context.catalogue.measure(leaf.measure)?.measure.kind == .flow && leaf.window.isPlain
        case .negative(let x): isFlow(x)
        case .binary(.plus, let x, let y), .binary(.minus, let x, let y): isFlow(x) && isFlow(y)
        case .binary(.times, let x, let y): (isFlow(x) && y.leaves.isEmpty) || (isFlow(y) && x.leaves.isEmpty)
        case .binary(.over, let x, let y): isFlow(x) && y.leaves.isEmpty
        case .number, .name, .config, .call, .window: false
        }
    }

    /// actual ÷ target, or target ÷ actual where lower is better; nil where a ratio says nothing.
    private static func attainment(_ metric: Metric, _ actual: Number, _ goal: Number) -> Number? {
        guard goal.signum > 0 else { return nil }
        return metric.better == .lower ? actual.signum > 0 ? goal / actual : nil : actual / goal
    }

    /// On track from 1, watch from 0.9; for percent by the gap in points (0 and −2), for targets up to 0 by its sign.
    static func verdict(_ metric: Metric, _ actual: Number, goal: Number) -> Standing.Verdict {
        let gap = metric.better == .lower ? goal - actual : actual - goal
        if gap.signum >= 0 { return .onTrack }
        if metric.unit == .percent { return Number.less(gap, Number(-2, over: 100)) ? .offTrack : .watch }
        guard let attainment = attainment(metric, actual, goal) else { return .offTrack }
        return Number.less(attainment, Number(9, over: 10)) ? .offTrack : .watch
    }

    /// The one standing that the scorecard shows for a metric: of the total, by the target of the report's own grain, else by that
    /// of the shortest period.
    func leadingStanding(_ id: String, of standings: [Standing]) -> Standing? {
        standings.filter { $0.metric.id == id && $0.dimension.isEmpty }.min { a, b in
            let (aOwn, bOwn) = (a.period.grain == context.grain, b.period.grain == context.grain)
            if aOwn != bOwn { return aOwn }
            return a.length < b.length
        }
    }

    /// A verdict with the word for it; names the target's period where it is not the reported one.
    func cell(_ standing: Standing) -> Table.Cell {
        let (status, phrase): (Status, Phrase) =
            switch standing.verdict {
            case .onTrack: (.good, .onTrack)
            case .watch: (.watch, .watch)
            case .offTrack: (.bad, .offTrack)
            case .maturing: (.none, .maturing)
            case .undefined: (.none, .undefinedStatus)
            case .none: (.none, .noStatus)
            }
        let isOwn = standing.period.name == period.name
        return .status(status, isOwn ? say(phrase) : say(.inPeriod, say(phrase), standing.period.name))
    }
}
