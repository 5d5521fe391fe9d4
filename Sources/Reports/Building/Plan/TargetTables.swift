import Facts
import Languages
import Metrics
import RollUps

/// Goals with what is due by now, and what could not be read of them.
extension Composer {
    func targetBlocks(_ standings: [Standing]) -> [Block] {
        if context.rollUp.facts.targets.isEmpty && context.catalogue.metrics.allSatisfy({ $0.target == nil }) {
            return [absent(.targets)]
        }
        var blocks: [Block] = []
        if standings.isEmpty {
            blocks.append(.note(say(.noTargetsNow, dayText(period.end))))
        } else {
            let columns = [Table.Column(say(.metric)), Table.Column(say(.whose))] + goalColumns + paceColumns
            blocks.append(
                .table(
                    Table(
                        id: "targets", title: say(.targetsTitle), columns: columns, rows: standings.map(targetRow),
                        isFolded: true, look: .cards)))
            if standings.contains(where: \.period.isToDate) { blocks.append(.note(say(.dueNote))) }
        }
        let unknown = context.rollUp.facts.targets.filter { target in
            context.catalogue.subject(target.metric) == nil || context.calendar.period(named: target.period) == nil
        }
        if !unknown.isEmpty {
            var seen: Set<String> = []
            let names = unknown.map { "\($0.metric) \($0.period)" }.filter { seen.insert($0).inserted }.sorted(by: precedes)
            blocks.append(.note(say(.unknownTargets, list(names))))
        }
        return blocks
    }

    /// Whose target it is.
    func whose(_ standing: Standing) -> String {
        standing.dimension.isEmpty ? say(.total) : standing.member.isEmpty ? say(.noMember) : standing.member
    }

    private func targetRow(_ standing: Standing) -> Table.Row {
        Table.Row(
            [.text(titled(standing.subject.id, standing.subject.unit)), .text(whose(standing))] + goalCells(standing, first: 2)
                + paceCells(standing, target: 5, actual: 3, first: 10), subject: standing.subject.id)
    }
}
