import Facts
import Languages
import Metrics
import RollUps

/// The plan: targets with pace, actions by department, initiatives with their four questions and what is ready.
extension Composer {
    func plan() -> [Block] {
        let standings = standings()
        return targetBlocks(standings) + goalBlocks() + coverage(standings) + outlookBlocks(standings) + actionBlocks()
            + initiativeBlocks()
    }

    /// How every task stands at the as-of date, each found once.
    func actionStandings() -> [ActionStanding] { shared.actions { context.actionStandings() } }

    /// The break-even of every initiative and of the whole; nil where spend is withheld.
    func breakEvens() -> BreakEvens? { shared.breakEvens { context.breakEvens() } }

    func absent(_ source: SourceName) -> Block {
        .note(say(.absent, sourceName(source), dayText(context.asOf)))
    }
}
