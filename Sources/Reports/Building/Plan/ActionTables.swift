import Facts
import Metrics
import RollUps

/// Tasks by department, and those that are not done.
extension Composer {
    func actionBlocks() -> [Block] {
        let standings = actionStandings()
        if standings.isEmpty { return [absent(.actions)] }
        var departments: [String] = []
        for standing in standings where !departments.contains(standing.action.department) {
            departments.append(standing.action.department)
        }
        departments.sort(by: precedes)
        func row(_ name: String, _ all: [ActionStanding], isStrong: Bool) -> Table.Row {
            let known = all.compactMap { $0.state == .done ? Number(1) : $0.action.progress?.number }
            let mean = known.reduce(Number.zero, +) / Number(known.count)
            let states: [ActionStanding.State] = [.done, .open, .overdue, .dropped]
            return Table.Row(
                [.text(name), count(all.count)] + states.map { state in count(all.count { $0.state == state }) }
                    + [fixed(mean, Format(.percent, digits: 0), hint: mean == nil ? say(.noProgress) : "")], isStrong: isStrong)
        }
        let rows =
            [row(say(.total), standings, isStrong: true)]
            + departments.map { department in
                row(
                    department.isEmpty ? say(.noMember) : department, standings.filter { $0.action.department == department },
                    isStrong: false)
            }
        let columns =
            [Table.Column(say(.department))]
            + [Phrase.actions, .done, .open, .overdueCount, .dropped, .meanProgress].map {
                Table.Column(say($0), isNumeric: true)
            }
        return [
            .table(Table(id: "departments", title: say(.departmentsTitle), columns: columns, rows: rows)),
            openActions(standings),
        ]
    }

    /// What is not done, overdue first, then by due date; last what has none.
    private func openActions(_ standings: [ActionStanding]) -> Block {
        let open = standings.filter { $0.state == .overdue || $0.state == .open }.sorted { a, b in
            let (due, other) = (a.action.due ?? .distantFuture, b.action.due ?? .distantFuture)
            if due != other { return due < other }
            if a.action.department != b.action.department { return precedes(a.action.department, b.action.department) }
            return a.action.task != b.action.task ? precedes(a.action.task, b.action.task) : precedes(a.action.id, b.action.id)
        }
        guard !open.isEmpty else { return .note(say(.noOpenActions)) }
        let names = [String: String](
            context.rollUp.facts.initiatives.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let rows = open.map { standing in
            let action = standing.action
            let isOverdue = standing.state == .overdue
            return Table.Row([
                .text(action.task), .status(isOverdue ? .bad : .none, say(isOverdue ? .overdue : .openStatus)),
                .text(action.department), .text(action.owner), action.due.map { .day($0) } ?? .empty,
                action.progress.map { fixed($0.number, Format(.percent, digits: 0)) } ?? .empty,
                .text(names[action.initiative] ?? action.initiative),
            ])
        }
        let columns = [
            Table.Column(say(.task)), Table.Column(say(.status), card: .status), Table.Column(say(.department), card: .when),
            Table.Column(say(.owner), card: .owner), Table.Column(say(.due), card: .due),
            Table.Column(say(.progress), isNumeric: true), Table.Column(say(.initiative)),
        ]
        return .table(Table(id: "actions", title: say(.actionsTitle), columns: columns, rows: rows, isLong: true, look: .cards))
    }
}
