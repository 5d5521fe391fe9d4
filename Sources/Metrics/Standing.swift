public import Facts
public import RollUps

/// How a metric or measure stands against one target, over the target's own period to date.
///
/// Source: metric catalogue, "Target" and "Few cases".
public struct Standing: Sendable {
    /// The verdict, or why there is none.
    public enum Verdict: String, Sendable, Hashable {
        case onTrack = "on track"
        case watch
        case offTrack = "off track"
        /// It goes on growing, and is younger than the median time to the stage.
        case maturing
        /// The actual is undefined or late.
        case undefined
        /// It would be on track, but counts only what is there: a series of its files is late.
        case incomplete
        /// It rests on fewer cases than ``Limits/cases``.
        case fewCases
        /// Less is better and the actual is at or below 0, which says nothing good: refunds exceed costs.
        case notAboveZero
        /// Neither way is better.
        case noDirection
    }

    /// What the target is for.
    public let subject: Subject
    /// The target's whole period.
    public let whole: Period
    /// The same, cut short at the as-of date.
    public let period: Period
    /// Whose target it is; nil where its dimension or member is unknown.
    public let slice: Slice?
    /// Whose target it is, as written: `segment`, `enterprise`; empty for the total.
    public let dimension, member: String
    /// Who answers for it; empty where nobody is named.
    public let owner: String
    /// The value to reach by the period's end.
    public let goal: Number
    /// The value so far; nil where it is undefined.
    public let actual: Number?
    /// What was to be reached by now, of unknown members too; nil where that depends on a value at the period's start that is undefined.
    public let due: Number?
    /// actual ÷ due (due ÷ actual where lower is better); nil where that says nothing.
    public let attainment: Number?
    /// What it comes to by the period's end at the pace so far; nil where the period is over, or it has no pace: a rate, a mean.
    public let projection: Number?
    /// The verdict.
    public let verdict: Verdict

    /// How far from good a value may be; all can be configured.
    public struct Limits: Sendable, Hashable {
        /// The least attainment on track. The default is 1.
        public var onTrack = Number(1)
        /// The least attainment on watch. The default is 0.9.
        public var watch = Number(9, over: 10)
        /// The least gap on track of percent metrics whose due is at least ``pointsFrom``, as a fraction. The default is 0.
        public var onTrackPoints = Number.zero
        /// The least gap on watch of these, as a fraction. The default is −0.02.
        public var watchPoints = Number(-2, over: 100)
        /// From which due on percent metrics are judged by the gap in points. The default is 0.2.
        public var pointsFrom = Number(20, over: 100)
        /// Rates and means that rest on fewer cases have no status. The default is 5.
        public var cases = 5

        /// The defaults.
        public init() {}
    }

    /// The least attainment, or the sign of the gap, that a verdict needs.
    static func verdict(_ subject: Subject, actual: Number, due: Number, attainment: Number?, limits: Limits) -> Verdict {
        let gap = subject.better == .lower ? due - actual : actual - due
        if due.signum <= 0 { return gap.signum >= 0 ? .onTrack : .offTrack }
        func judged(_ value: Number, _ onTrack: Number, _ watch: Number) -> Verdict {
            !Number.less(value, onTrack) ? .onTrack : Number.less(value, watch) ? .offTrack : .watch
        }
        if isByPoints(subject, due: due, limits) { return judged(gap, limits.onTrackPoints, limits.watchPoints) }
        return attainment.map { judged($0, limits.onTrack, limits.watch) } ?? .offTrack
    }

    /// Whether a subject is judged by the gap in points, and not by attainment.
    public static func isByPoints(_ subject: Subject, due: Number, _ limits: Limits) -> Bool {
        subject.unit == .percent && !Number.less(due, limits.pointsFrom)
    }

    /// actual ÷ due, or due ÷ actual where lower is better; nil where a ratio says nothing.
    static func attainment(_ subject: Subject, actual: Number, due: Number) -> Number? {
        guard due.signum > 0 else { return nil }
        return subject.better == .lower ? actual.signum > 0 ? due / actual : nil : actual / due
    }
}

/// How much of a goal is due in a period to date.
public enum DueRule: Sendable {
    /// Its share of the days: what adds up, and churn rates.
    case shareOfDays
    /// The way, by days, from where it stood at the period's start: stocks.
    case wayFromStart
    /// All of it at any time: other rates, means.
    case whole
}

/// How the way to a goal can be divided over weeks.
public enum GoalPace: Sendable {
    /// What adds up over days.
    case flow
    /// What is taken at the end of a day.
    case stock
    /// Not at all: rates and means.
    case none
}

/// Judges metrics and measures by the values of one run.
public struct Judge<Values: MeasureValues>: Sendable {
    private let values: Values
    private let catalogue: Catalogue
    let calendar: PeriodCalendar
    private let asOf: Day
    private let limits: Standing.Limits
    private let kinds: [String: Measure.Kind]

    /// A judge; `asOf` is the day up to which things have happened.
    public init(
        _ values: Values, catalogue: Catalogue, calendar: PeriodCalendar, asOf: Day, limits: Standing.Limits = Standing.Limits()
    ) {
        self.values = values
        self.catalogue = catalogue
        self.calendar = calendar
        self.asOf = asOf
        self.limits = limits
        kinds = Dictionary(uniqueKeysWithValues: catalogue.measures.map { ($0.id, $0.measure.kind) })
    }

    /// How a subject stands against a goal for a whole period.
    ///
    /// - Parameter slice: Whose goal it is; nil where the dimension or member is unknown.
    public func standing(
        _ subject: Subject, _ whole: Period, goal: Number, slice: Slice? = .total, dimension: String = "", member: String = "",
        owner: String = ""
    ) -> Standing {
        let period = whole.upTo(asOf)
        let actual = slice.flatMap { value(subject.resolved, over: period, $0) }
        let due = dueByNow(subject, goal, whole, period, slice)
        let attainment = actual.flatMap { actual in due.flatMap { Standing.attainment(subject, actual: actual, due: $0) } }
        let verdict: Standing.Verdict =
            if subject.better == .neither {
                .noDirection
            } else if let actual, let slice {
                if isMaturing(subject.resolved, period) {
                    .maturing
                } else if restsOnFew(subject.resolved, period, slice) {
                    .fewCases
                } else if subject.better == .lower, actual.signum <= 0 {
                    .notAboveZero
                } else if let due {
                    verdict(subject, period, actual: actual, due: due, attainment: attainment)
                } else {
                    .undefined
                }
            } else {
                .undefined
            }
        return Standing(
            subject: subject, whole: whole, period: period, slice: slice, dimension: dimension, member: member, owner: owner,
            goal: goal, actual: actual, due: due, attainment: attainment,
            projection: actual.flatMap { actual in slice.flatMap { projection(subject, actual, whole, period, $0) } },
            verdict: verdict)
    }

    /// The verdict by the numbers, but that nothing is on track from which a late series of files is missing.
    private func verdict(_ subject: Subject, _ period: Period, actual: Number, due: Number, attainment: Number?)
        -> Standing.Verdict
    {
        let found = Standing.verdict(subject, actual: actual, due: due, attainment: attainment, limits: limits)
        return found == .onTrack && lacks(subject.resolved, period)?.series != nil ? .incomplete : found
    }

    /// How much of a goal for a subject is due in a period to date.
    public func due(of subject: Subject) -> DueRule {
        switch behaviour(of: subject) {
        case .flow, .rateOfStart: .shareOfDays
        case .stock: .wayFromStart
        case .other: .whole
        }
    }

    /// Whether what is still to go of a goal can be divided over the weeks that are left: of what adds up, and of what moves from where it
    /// was, but of no rate or mean.
    public func pace(of subject: Subject) -> GoalPace {
        switch behaviour(of: subject) {
        case .flow: .flow
        case .stock: .stock
        case .rateOfStart, .other: .none
        }
    }

    /// How a subject behaves over the days of a period.
    func behaviour(of subject: Subject) -> Behaviour { subject.resolved.behaviour { kinds[$0] } }

    /// What a value comes to by the end of a period to date, at the pace so far.
    private func projection(_ subject: Subject, _ actual: Number, _ whole: Period, _ period: Period, _ slice: Slice) -> Number?
    {
        guard period.isToDate else { return nil }
        guard let rest = Number(1) / period.elapsed else { return nil }
        switch due(of: subject) {
        case .shareOfDays: return actual * rest
        case .wayFromStart:
            return value(subject.resolved, over: calendar.before(whole), slice).map { $0 + (actual - $0) * rest }
        case .whole: return nil
        }
    }

    /// What of a goal is due by now: in a period to date of a flow its share of the days, of a stock the way from where it was.
    private func dueByNow(_ subject: Subject, _ goal: Number, _ whole: Period, _ period: Period, _ slice: Slice?) -> Number? {
        guard period.isToDate else { return goal }
        let elapsed = period.elapsed
        switch due(of: subject) {
        case .shareOfDays: return goal * elapsed
        case .wayFromStart:
            let start = slice.flatMap { value(subject.resolved, over: calendar.before(whole), $0) }
            return start.map { $0 + (goal - $0) * elapsed }
        case .whole: return goal
        }
    }

    func value(_ expression: Expression, over period: Period, _ slice: Slice) -> Number? {
        if values.isMixed(expression.leaves, slice) { return nil }
        return expression.value { values.value($0, period, slice) }
    }

    /// Whether a value goes on growing and is not yet older than the median time to what it counts.
    public func isMaturing(_ expression: Expression, _ period: Period) -> Bool {
        expression.leaves.contains { leaf in
            guard grows(leaf) else { return false }
            let age = asOf - leaf.window.frame(of: period).end
            return values.medianDays(to: leaf.measure).map { !Number.less($0, Number(age)) } ?? true
        }
    }

    /// Whether a value goes on growing after its period ends.
    func grows(_ expression: Expression) -> Bool { expression.leaves.contains(where: grows) }

    private func grows(_ leaf: Leaf) -> Bool { catalogue.measure(leaf.measure)?.measure.isMaturing == true }

    /// The late files without which a value counts what is there; nil where nothing is missing.
    public func lacks(_ expression: Expression, _ period: Period) -> Late? {
        for leaf in expression.leaves {
            if let late = values.lacks(leaf, period) { return late }
        }
        return nil
    }

    /// Whether a rate or mean rests on few cases: responses, leads, deals, customers won.
    public func restsOnFew(_ expression: Expression, _ period: Period, _ slice: Slice) -> Bool {
        func value(_ leaf: Leaf) -> Number? { values.value(leaf, period, slice) }
        let limit = Number(limits.cases)
        if let cases = expression.cases({ isCase($0.measure) }, value: value), Number.less(cases, limit) { return true }
        // A median is of as many spans as were won or answered.
        return expression.leaves.contains { leaf in
            guard let counted = ["cycle_days": "won", "response_minutes": "leads_answered"][leaf.measure] else { return false }
            return value(Leaf(counted, leaf.window, only: leaf.only)).map { Number.less($0, limit) } ?? false
        }
    }

    private func isCase(_ id: String) -> Bool {
        guard let measure = catalogue.measure(id)?.measure, measure.unit == .count, measure.kind == .flow else { return false }
        return measure.source == .nps || measure.source == .leads || id == "customers_new"
    }
}
