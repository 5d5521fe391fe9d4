public import Facts

/// How one task of the plan stands at the as-of date.
///
/// Source: metric catalogue, "Actions".
public struct ActionStanding: Sendable {
    /// What has become of it. Dropped tasks are left out of every count.
    public enum State: Sendable, Hashable, CaseIterable { case done, inProgress, notStarted, blocked, dropped }

    /// The task.
    public let action: Action
    /// What has become of it by the as-of date.
    public let state: State
    /// Whether it was done after the day it was due; false where either day is unknown.
    public let isLate: Bool
    /// Whether it is not done and was due before the as-of date.
    public let isOverdue: Bool
    /// Whether it is not done and due from the as-of date to 14 days after it.
    public let isDueSoon: Bool
    /// How many days it is overdue; 0 where it is not.
    public let daysOverdue: Int

    /// For how many days after the as-of date a task is due soon.
    public static let soon = 14

    /// How a task stands. A done date after the as-of date has not happened yet.
    public init(_ action: Action, asOf: Day) {
        self.action = action
        let done = action.done.flatMap { $0 <= asOf ? $0 : nil }
        state =
            action.said == .dropped
            ? .dropped
            : done != nil || action.said == .done || ActionStanding.isFull(action)
                ? .done
                : action.said == .blocked ? .blocked : ActionStanding.isUnderWay(action, asOf: asOf) ? .inProgress : .notStarted
        let isOpen = state != .done && state != .dropped
        if state == .done, let done, let due = action.due { isLate = done > due } else { isLate = false }
        daysOverdue = isOpen ? max(0, action.due.map { asOf - $0 } ?? 0) : 0
        isOverdue = daysOverdue > 0
        isDueSoon = isOpen && (action.due.map { (asOf...asOf + ActionStanding.soon).contains($0) } ?? false)
    }

    /// Whether it is neither done nor dropped.
    public var isOpen: Bool { state != .done && state != .dropped }

    /// How much of it is done, from 0 to 1: all of what is done, else its percent; 0 where nothing is said.
    public var progress: Number { state == .done ? Number(1) : action.progress?.number ?? .zero }

    private static func isFull(_ action: Action) -> Bool {
        action.progress.map { !Number.less($0.number, Number(1)) } ?? false
    }

    /// Whether its status means so, some of it is done, or it has begun and no status says otherwise.
    private static func isUnderWay(_ action: Action, asOf: Day) -> Bool {
        if action.said == .inProgress { return true }
        if let progress = action.progress, progress.digits > 0 { return true }
        return action.status.isEmpty && (action.start.map { $0 <= asOf } ?? false)
    }
}

/// How the tasks of one department stand, those that were dropped left out.
public struct DepartmentStanding: Sendable {
    /// The department as most of its tasks write it; empty for tasks that name none.
    public let name: String
    /// How its tasks stand, in the order of the plan.
    public let standings: [ActionStanding]

    /// The tasks of a department; those that were dropped are left out.
    public init(name: String, _ standings: [ActionStanding]) {
        self.name = name
        self.standings = standings.filter { $0.state != .dropped }
    }

    /// How many tasks there are.
    public var tasks: Int { standings.count }
    /// How many tasks are so.
    public func count(_ state: ActionStanding.State) -> Int { standings.count { $0.state == state } }
    /// How many were done after the day they were due.
    public var doneLate: Int { standings.count(where: \.isLate) }
    /// How many are not done and were due before the as-of date.
    public var overdue: Int { standings.count(where: \.isOverdue) }
    /// How many are not done and due within 14 days.
    public var dueSoon: Int { standings.count(where: \.isDueSoon) }
    /// The mean progress of its tasks, from 0 to 1; nil where there are none.
    public var progress: Number? {
        standings.reduce(Number.zero) { $0 + $1.progress } / Number(tasks)
    }

    /// The departments that have tasks, in code-point order of their names; tasks that name none are together, under the empty name.
    ///
    /// Names that differ only in case, spaces, width or Unicode form are one department, shown as most of its tasks write it.
    public static func all(_ standings: [ActionStanding]) -> [DepartmentStanding] {
        let counted = standings.filter { $0.state != .dropped }
        var groups: [String: [ActionStanding]] = [:]
        for standing in counted { groups[key(standing.action.department), default: []].append(standing) }
        return groups.map { key, group in
            DepartmentStanding(name: key.isEmpty ? "" : spelling(group.map(\.action.department)), group)
        }.sorted { precedes($0.name, $1.name) }
    }

    /// By what departments are told apart; empty for none.
    public static func key(_ department: String) -> String {
        let folded = TextForm.folded(department)
        return folded == "(none)" ? "" : folded
    }

    /// The spelling that most have; of several the first in code-point order.
    private static func spelling(_ names: [String]) -> String {
        var counts: [String: Int] = [:]
        for name in names { counts[TextForm.trimmed(name), default: 0] += 1 }
        return counts.min { a, b in
            a.value != b.value ? a.value > b.value : precedes(a.key, b.key)
        }?.key ?? ""
    }
}
