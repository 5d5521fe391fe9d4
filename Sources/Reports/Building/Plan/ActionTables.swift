import Facts
import Metrics
import RollUps

/// Tasks by department, and those that are not done.
extension Composer {
    func actionBlocks() -> [Block] {
        let standings = actionStandings()
        if standings.isEmpty { return [absent(.actions)] }
        let whole = DepartmentStanding(name: say(.total), standings)
        let rows =
            [departmentRow(whole, isStrong: true)]
            + DepartmentStanding.all(standings).map { departmentRow($0, isStrong: false) }
        let numbers: [ActionPhrase] = [
            .tasks, .done, .doneLate, .inProgress, .notStarted, .blocked, .overdue, .dueSoon, .progress,
        ]
        let columns = [Table.Column(say(.department))] + numbers.map { Table.Column(tell($0), isNumeric: true) }
        return [
            .table(Table(id: "departments", title: say(.departmentsTitle), columns: columns, rows: rows)),
            openActions(standings),
        ]
    }

    private func departmentRow(_ department: DepartmentStanding, isStrong: Bool) -> Table.Row {
        let counts = [
            department.tasks, department.count(.done), department.doneLate, department.count(.inProgress),
            department.count(.notStarted), department.count(.blocked), department.overdue, department.dueSoon,
        ]
        return Table.Row(
            [.text(department.name.isEmpty ? say(.noMember) : department.name)] + counts.map(count)
                + [fixed(department.progress, Format(.percent, digits: 0))], isStrong: isStrong)
    }

    /// How a task stands, the worst in a word.
    func status(of standing: ActionStanding) -> Table.Cell {
        if standing.isOverdue { return .status(.bad, say(.overdue)) }
        let status: Status = standing.state == .blocked ? .watch : standing.state == .done ? .good : .none
        return .status(status, tell(ActionPhrase(standing)))
    }

    /// What is not done, overdue first, then by due date; last what has none.
    private func openActions(_ standings: [ActionStanding]) -> Block {
        let open = standings.filter(\.isOpen).sorted { a, b in
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
            return Table.Row([
                .text(action.task), status(of: standing),
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
