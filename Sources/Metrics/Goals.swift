public import Facts
import RollUps

/// All goals of a plan, from years down to quarters and months, and whether the parts come to what the whole says.
///
/// Of two goals for one period, metric and member, in whatever spelling, the later one counts. Weeks belong to no month and stand alone.
public struct GoalTree: Sendable {
    /// One goal.
    public struct Goal: Sendable {
        /// What it is for.
        public let subject: Subject
        /// Whose it is, as written: `segment`, `enterprise`; empty for the total.
        public let dimension, member: String
        /// The whole period.
        public let period: Period
        /// What is to be reached, in the subject's unit.
        public let value: Number
        /// Who answers for it; empty where nobody is named.
        public let owner: String
        /// How many longer goals of the same subject and member hold its period.
        public internal(set) var depth = 0
        /// How its parts come to it; nil where there is no goal for a part of its period.
        public internal(set) var parts: Parts?
    }

    /// How the goals for the quarters or months of a period come to the goal for all of it.
    public struct Parts: Sendable, Hashable {
        /// What the period is divided into.
        public let grain: Grain
        /// How many parts the period has, and how many of them have a goal.
        public let count, known: Int
        /// The names of the first part and the last.
        public let first, last: String
        /// What is looked at.
        public let rule: Rule
        /// What the parts come to: their sum, or the last of them; nil where nothing is judged or a part that is needed has no goal.
        public let value: Number?
        /// Whether that is the goal of the whole; nil where ``value`` is. Money may be off by one unit of the currency a part, as parts are
        /// rounded.
        public let isWhole: Bool?

        /// What parts have to come to.
        public enum Rule: Sendable {
            /// What adds up over days: the parts' sum is the whole.
            case sum
            /// What is taken at the end: the last part is the whole.
            case last
            /// Rates and means, of which parts say nothing about the whole.
            case none
        }
    }

    /// In the order of the catalogue, then the total before members by name; of each by time, what is longer before its parts.
    public let goals: [Goal]

    /// The goals whose parts do not come to them.
    public var apart: [Goal] { goals.filter { $0.parts?.isWhole == false } }

    /// The tree of a plan. Targets of what is no metric or measure, or for what is no period, are left out.
    public init(_ targets: [Target], _ catalogue: Catalogue, _ calendar: PeriodCalendar) {
        struct Line: Hashable {
            var place: Int
            var dimension, member: String
        }
        var lines: [Line: [Period: Goal]] = [:]
        for target in targets {
            guard let subject = catalogue.subject(target.metric), let period = calendar.period(named: target.period) else {
                continue
            }
            let place =
                catalogue.index(of: subject.id)
                ?? catalogue.metrics.count + (catalogue.measures.firstIndex { $0.id == subject.id } ?? 0)
            let member = target.dimension.isEmpty ? "" : target.member
            let line = Line(place: place, dimension: target.dimension, member: TextForm.folded(member))
            lines[line, default: [:]][period] = Goal(
                subject: subject, dimension: target.dimension, member: member, period: period, value: target.value.number,
                owner: target.owner.isEmpty ? subject.owner ?? "" : target.owner)
        }
        let kinds = [String: Measure.Kind](uniqueKeysWithValues: catalogue.measures.map { ($0.id, $0.measure.kind) })
        let sorted = lines.sorted { a, b in
            if a.key.place != b.key.place { return a.key.place < b.key.place }
            return a.key.dimension != b.key.dimension
                ? precedes(a.key.dimension, b.key.dimension) : precedes(a.key.member, b.key.member)
        }
        goals = sorted.flatMap { _, own in GoalTree.line(Array(own.values), calendar, kinds) }
    }

    /// The goals of one subject and member.
    private static func line(_ goals: [Goal], _ calendar: PeriodCalendar, _ kinds: [String: Measure.Kind]) -> [Goal] {
        var goals = goals.sorted { a, b in
            a.period.start == b.period.start ? a.period.end > b.period.end : a.period.start < b.period.start
        }
        guard let subject = goals.first?.subject else { return [] }
        let rule: Parts.Rule =
            switch subject.resolved.behaviour({ kinds[$0] }) {
            case .flow: .sum
            case .stock: .last
            case .rateOfStart, .other: .none
            }
        let values = [Period: Number](goals.map { ($0.period, $0.value) }, uniquingKeysWith: { $1 })
        for place in goals.indices where goals[place].period.grain != .week {
            let period = goals[place].period
            goals[place].depth = goals.count { $0.period.grain != .week && $0.period != period && $0.period.holds(period) }
            goals[place].parts = parts(of: goals[place], rule, values, calendar)
        }
        return goals
    }

    private static func parts(
        of goal: Goal, _ rule: Parts.Rule, _ values: [Period: Number], _ calendar: PeriodCalendar
    ) -> Parts? {
        let grains: [Grain] = goal.period.grain == .year ? [.quarter, .month] : goal.period.grain == .quarter ? [.month] : []
        let found = grains.compactMap { grain -> Parts? in
            var (part, all) = (calendar.period(grain, holding: goal.period.start), [Number?]())
            var names: [String] = []
            while part.start <= goal.period.end {
                all.append(values[part])
                names.append(part.name)
                part = calendar.after(part)
            }
            let known = all.compactMap(\.self)
            guard !known.isEmpty else { return nil }
            let value: Number? =
                switch rule {
                case .sum: known.count == all.count ? known.reduce(Number.zero, +) : nil
                case .last: all.last ?? nil
                case .none: nil
                }
            return Parts(
                grain: grain, count: all.count, known: known.count, first: names[0], last: names[names.count - 1], rule: rule,
                value: value,
                isWhole: value.map { isSame($0, goal, parts: all.count, rule) })
        }
        // Quarters say more than months of which some are missing.
        return found.first { $0.value != nil } ?? found.first
    }

    private static func isSame(_ value: Number, _ goal: Goal, parts: Int, _ rule: Parts.Rule) -> Bool {
        let difference = value - goal.value
        if difference.isZero { return true }
        guard rule == .sum, goal.subject.unit == .money else { return false }
        let size = difference.signum < 0 ? Number.zero - difference : difference
        return !Number.less(Number(parts), size)
    }
}

extension Period {
    /// Whether all days of another period are in this one.
    fileprivate func holds(_ other: Period) -> Bool { start <= other.start && other.end <= end }
}
