import CSV
import Facts
import Metrics
import RollUps

/// `targets.csv`: how everything stands against every target whose period holds the last day reported, for scripts and BI tools.
///
/// The same standings as in the report's plan, values as in `metrics.csv`; `end` is the as-of date in a period to date. Sorted by
/// metric, start, end, dimension and member in code-point order. Source: data contract, section 3.
///
///     metric,dimension,member,period,start,end,actual,target,due,attainment,status,owner
///     arr,,,2026-Q4,2026-10-01,2026-11-15,1200000.00,1500000.00,1250000.00,0.96,watch,Ana
public func targetsCSV(_ context: ReportContext) -> [UInt8] {
    var writer = Writer()
    writer.append(record: [
        "metric", "dimension", "member", "period", "start", "end", "actual", "target", "due", "attainment", "status", "owner",
    ])
    let sorted = standings(context).sorted { a, b in
        if a.subject.id != b.subject.id { return precedes(a.subject.id, b.subject.id) }
        let (first, second) = ((a.period.start, a.period.end), (b.period.start, b.period.end))
        if first != second { return first < second }
        return a.dimension != b.dimension ? precedes(a.dimension, b.dimension) : precedes(a.member, b.member)
    }
    for standing in sorted {
        let unit = standing.subject.unit.rawValue
        func text(_ number: Number?) -> String { number.map { plainText($0, unit: unit, context.currency) } ?? "" }
        writer.append(record: [
            standing.subject.id, standing.dimension, standing.member, standing.period.name, standing.period.start.description,
            standing.period.end.description, text(standing.actual), text(standing.goal), text(standing.due),
            standing.attainment.map { $0.significant(12) } ?? "", standing.verdict.status, standing.owner,
        ])
    }
    return writer.bytes
}

extension Standing.Verdict {
    /// The status as programs read it; empty where there is none.
    var status: String {
        switch self {
        case .onTrack, .watch, .offTrack, .maturing: rawValue
        case .undefined, .incomplete, .fewCases, .notAboveZero, .noDirection: ""
        }
    }
}
