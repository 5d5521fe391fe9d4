import Facts
import Metrics
import RollUps

/// How one action stands at the as-of date.
struct ActionStanding {
    enum State { case done, overdue, open, dropped }

    let action: Action
    let state: State
}

/// The plan: targets with pace, actions by department, initiatives with their four questions and what is ready.
extension Composer {
    func plan() -> [Block] {
        let standings = standings()
        return targetBlocks(standings) + coverage(standings) + outlookBlocks(standings) + actionBlocks() + initiativeBlocks()
    }

    /// How every action stands at the as-of date. What is done after it is not done yet.
    func actionStandings() -> [ActionStanding] {
        context.rollUp.facts.actions.map { action in
            let isFull = action.progress.map { $0.number == Number(1) } ?? false
            let isDone = action.done.map { $0 <= context.asOf } ?? (action.said == .done || isFull)
            let isOverdue = action.due.map { $0 < context.asOf } ?? false
            let state: ActionStanding.State =
                isDone ? .done : action.said == .dropped ? .dropped : isOverdue ? .overdue : .open
            return ActionStanding(action: action, state: state)
        }
    }

    func absent(_ source: SourceName) -> Block {
        .note(say(.absent, sourceName(source), dayText(context.asOf)))
    }
}
