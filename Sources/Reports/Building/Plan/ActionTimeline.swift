import Facts
import Languages
import Metrics
import RollUps

/// The timeline of tasks, and launches that need attention.
extension Composer {
    /// How many tasks are drawn, the nearest to today; the others are in the tables.
    private static let mostDrawn = 60

    /// Tasks that have a day, by department; none where no task has.
    func timeline(_ standings: [ActionStanding]) -> [Block] {
        let dated = standings.filter { $0.state != .dropped && ($0.action.due ?? $0.action.start ?? $0.action.done) != nil }
        let nearest = dated.enumerated().sorted { a, b in
            let (one, other) = (distance(a.element), distance(b.element))
            return one != other ? one < other : a.offset < b.offset
        }.prefix(Composer.mostDrawn).map(\.offset)
        let drawn = Set(nearest)
        let shown = dated.enumerated().filter { drawn.contains($0.offset) }.map(\.element)
        guard !shown.isEmpty else { return [] }
        let groups = DepartmentStanding.all(shown).map { department in
            Timeline.Group(
                name: department.name.isEmpty ? say(.noMember) : department.name,
                bars: department.standings.map(bar).sorted { ($0.start, $0.end, $0.name) < ($1.start, $1.end, $1.name) })
        }
        let counts = groups.map { group in
            tell(
                .groupInWords, group.name, text(group.bars.count), text(group.bars.count { $0.look == .overdue }),
                text(group.bars.count { $0.look == .done || $0.look == .late }))
        }
        let left = dated.count - shown.count
        return [
            .timeline(
                Timeline(
                    id: "task-timeline", title: left > 0 ? tell(.timelineOfSome, text(shown.count)) : tell(.timeline),
                    groups: groups, today: context.asOf, todayName: dayText(context.asOf),
                    key: [
                        (.done, tell(.stateDone)), (.late, tell(.stateDoneLate)), (.open, tell(.stateOpen)),
                        (.blocked, tell(.stateBlocked)), (.overdue, say(.overdue)),
                    ], alternative: sentences([tell(.timelineInWords, dayText(context.asOf))] + counts)))
        ]
    }

    /// How far from today a task's due date is, in days.
    private func distance(_ standing: ActionStanding) -> Int {
        abs((standing.action.due ?? standing.action.start ?? standing.action.done ?? context.asOf) - context.asOf)
    }

    private func bar(_ standing: ActionStanding) -> Timeline.Bar {
        let action = standing.action
        let end = action.due ?? action.done ?? action.start ?? context.asOf
        let start = min(action.start ?? end, end)
        let look: Timeline.Look =
            standing.isOverdue
            ? .overdue
            : standing.state == .done ? standing.isLate ? .late : .done : standing.state == .blocked ? .blocked : .open
        let word = standing.isOverdue ? say(.overdue) : tell(ActionPhrase(standing))
        return Timeline.Bar(
            name: action.task, start: start, end: end, look: look,
            hover: action.task + " · " + word)
    }

    // MARK: - Needs attention

    /// Launches within four weeks of which anything is not ready.
    func launchRows() -> [Table.Row] {
        let risky = InitiativeStanding.all(context.rollUp.facts, asOf: context.asOf).filter(\.launchIsAtRisk).sorted { a, b in
            a.initiative.launch! != b.initiative.launch!
                ? a.initiative.launch! < b.initiative.launch! : precedes(a.initiative.id, b.initiative.id)
        }
        guard !risky.isEmpty else { return [] }
        let named = risky.map { standing in
            let materials = standing.notReady.map { material in
                let state = standing.readiness(material)
                let word = state == .missing ? say(.missing) : state == .draft ? say(.draft) : standing.text(material.rawValue)
                return name(of: material) + say(.inBrackets, word)
            }
            return tell(
                .launchDetail, standing.initiative.name, standing.initiative.launch.map { dayText($0) } ?? "", list(materials))
        }
        return [
            Table.Row([
                .status(.bad, tell(.atRisk)), .text(tell(.launches)), count(risky.count),
                .text(named.joined(separator: language.forms.semicolon)),
            ])
        ]
    }
}
