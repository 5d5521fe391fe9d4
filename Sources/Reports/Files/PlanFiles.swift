import CSV
import Facts
import Languages
import Metrics
import RollUps

/// `actions.csv`: how the tasks of each department stand at the as-of date, for scripts and BI tools.
///
/// Dropped tasks are left out; a department is there where it has others. Sorted by department in code-point order, tasks without one
/// under `(none)`. Source: data contract, section 3; metric catalogue, "Actions".
///
///     department,tasks,done,done_late,in_progress,not_started,blocked,overdue,due_soon,progress
///     Sales,12,5,1,4,2,1,3,2,0.525
public func actionsCSV(_ context: ReportContext) -> [UInt8] {
    var writer = Writer()
    writer.append(record: [
        "department", "tasks", "done", "done_late", "in_progress", "not_started", "blocked", "overdue", "due_soon", "progress",
    ])
    let records = context.departments().map { department -> [String] in
        let counts = [
            department.tasks, department.count(.done), department.doneLate, department.count(.inProgress),
            department.count(.notStarted), department.count(.blocked), department.overdue, department.dueSoon,
        ]
        return [department.name.isEmpty ? "(none)" : department.name] + counts.map(String.init)
            + [department.progress.map { $0.significant(12) } ?? ""]
    }
    for record in records.sorted(by: { precedes($0[0], $1[0]) }) { writer.append(record: record) }
    return writer.bytes
}

/// `initiatives.csv`: how each initiative stands at the as-of date, for scripts and BI tools.
///
/// Money in the reporting currency, up to the as-of date, from the first day with a cost on; empty where it is unknown. Sorted by id in
/// code-point order. Source: data contract, section 3; metric catalogue, "Initiatives" and "Break-even".
public func initiativesCSV(_ context: ReportContext) -> [UInt8] {
    var writer = Writer()
    writer.append(record: [
        "initiative_id", "name", "scenario", "yes", "verdict", "unanswered", "planned_months", "usual_months", "short",
        "materials_ready", "launch_at_risk", "jobs", "jobs_answered", "pains", "pains_answered", "gains", "gains_answered",
        "spend", "gross_profit", "break_even", "break_even_is",
    ])
    let standings = InitiativeStanding.all(context.rollUp.facts, asOf: context.asOf)
    let breakEvens = standings.isEmpty ? nil : context.breakEvens()
    func word(_ flag: Bool?) -> String { flag.map { $0 ? "yes" : "no" } ?? "" }
    for standing in standings {
        let usual = standing.scenario.map { "\($0.usualMonths.lowerBound)-\($0.usualMonths.upperBound)" }
        let coverage = ValueKind.allCases.flatMap { [standing.items($0).count, standing.answered($0)] }
        var record = [standing.initiative.id, standing.initiative.name, standing.text("scenario")]
        record += [String(standing.yes), standing.verdict.rawValue]
        record += [standing.unanswered.map(\.rawValue).joined(separator: ";")]
        record += [standing.plannedMonths.map { $0.significant(12) } ?? "", usual ?? "", word(standing.isShort)]
        record += [String(standing.materialsReady), word(standing.launchIsAtRisk)] + coverage.map(String.init)
        writer.append(record: record + moneyCells(breakEvens?.initiatives[standing.initiative.id], context))
    }
    return writer.bytes
}

/// `spend`, `gross_profit`, `break_even` and `break_even_is`; all empty where spend is withheld.
private func moneyCells(_ breakEven: BreakEven?, _ context: ReportContext) -> [String] {
    guard let breakEven else { return ["", "", "", ""] }
    let spend = context.rollUp.facts.spend == nil ? nil : Number(breakEven.spend())
    func text(_ minor: Number?) -> String {
        minor.map { ($0 * Number(1, over: Int128(context.currency.minorUnits))).fixed(context.currency.minorDigits) } ?? ""
    }
    return [
        text(spend), text(breakEven.grossProfit()), breakEven.day?.description ?? "", breakEven.outcome?.name ?? "",
    ]
}

extension BreakEven.Outcome {
    /// What it is, as programs read it.
    fileprivate var name: String {
        switch self {
        case .reached: "reached"
        case .projected: "projected"
        case .notInSight: "not in sight"
        case .noSpend: "no spend"
        }
    }
}

extension ReportContext {
    /// How every task stands at the as-of date, in the order of the plan.
    func actionStandings() -> [ActionStanding] { rollUp.facts.actions.map { ActionStanding($0, asOf: asOf) } }

    /// How the tasks of each department stand, in code-point order.
    func departments() -> [DepartmentStanding] { DepartmentStanding.all(actionStandings()) }

    /// The break-even of every initiative and of the whole; nil where spend is withheld.
    func breakEvens() -> BreakEvens? {
        guard !withheld.contains(.spend) else { return nil }
        return BreakEvens(rollUp, margin: numbers["gross_margin"]?.number ?? Number(1))
    }
}
