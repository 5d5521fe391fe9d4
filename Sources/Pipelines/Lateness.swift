import Facts
import Intake

extension IntakeResult {
    /// Says what is late in a period, as warnings; see data contract, "Late".
    ///
    /// - Throws: Status 66 where there are sources of events and all of them are late, and no term begins in the period: there is
    ///   nothing new to publish. Terms that do are published alone.
    mutating func noteLate(in period: Period) throws(PipelineError) {
        let late = facts.late.filter { $0.from <= period.start }
        for item in late.sorted(by: Late.order) {
            let isTerms = !SourceName.ofEvents.contains(item.source)
            let kind: FindingCode = isTerms ? .lateTerms : item.series == nil ? .lateSource : .lateSeries
            findings.append(
                Finding(
                    kind, file: item.series ?? "",
                    ["source": item.source, "day": item.since, "from": item.from]))
        }
        let events = SourceName.ofEvents.filter(facts.sources.contains)
        let isLate = events.map { name in late.contains { $0.source == name && $0.series == nil } }
        guard !events.isEmpty, isLate.allSatisfy({ $0 }), !hasTerms(from: period.start, to: period.end) else { return }
        let newest = late.filter { SourceName.ofEvents.contains($0.source) }.map(\.since).max()
        throw PipelineError(
            .noInput,
            "nothing new came for \(period.name): no data of \(events.map(\.rawValue).joined(separator: ", ")) since \(newest.map(String.init(describing:)) ?? "-") [late-source]",
            hint: "drop the new exports in the inbox and run again")
    }
}

extension IntakeResult {
    /// How many days ahead the report tells what is signed.
    private static let daysAhead = 90

    /// Refuses a report as of a day before all data, which could say nothing. What is planned by then is worth one: tasks, initiatives,
    /// terms signed that begin in the days the report looks ahead. A source that begins later than others stops nothing.
    ///
    /// - Throws: Status 66, with the first day there is anything of.
    func refuseBeforeAll(asOf: Day) throws(PipelineError) {
        guard newestEvents.isEmpty, facts.actions.isEmpty, facts.initiatives.isEmpty, facts.counted == nil,
            let first = firstDay, first > asOf
        else { return }
        if let signed = facts.terms?.starts.min(), signed <= asOf + IntakeResult.daysAhead { return }
        throw PipelineError(
            .noInput, "there is no data up to \(asOf): the first is of \(first) [no-data-yet]",
            hint: "run with `--as-of \(first)` or later, or drop exports of earlier days in the inbox")
    }

    /// The first day of anything that happens; nil where there is nothing of the kind.
    private var firstDay: Day? {
        let zone = facts.zone
        let leads = facts.leads?.reached.first.flatMap { $0?.earliest }.flatMap { $0.isMissing ? nil : $0.day(in: zone) }
        let surveys = facts.surveys.map { ($0.invited + $0.responded).filter(\.isFinite) } ?? []
        return [
            facts.terms?.starts.min(), facts.spend?.starts.min(), surveys.min(), facts.usage?.days.min(), leads,
        ].compactMap(\.self).filter(\.isFinite).min()
    }

    /// Whether a term begins on one of some days.
    private func hasTerms(from start: Day, to end: Day) -> Bool {
        facts.terms?.starts.contains { $0 >= start && $0 <= end } ?? false
    }
}

extension SourceName {
    /// The sources of events that are expected in every period.
    static let ofEvents: [SourceName] = [.spend, .surveys, .leads, .opportunities, .leadEvents, .usage]
}

extension Late {
    /// Whole sources first, in the contract's order.
    fileprivate static func order(_ a: Late, _ b: Late) -> Bool {
        func rank(_ late: Late) -> (Int, Int, String) {
            (late.series == nil ? 0 : 1, SourceName.allCases.firstIndex(of: late.source) ?? 0, late.series ?? "")
        }
        return rank(a) < rank(b)
    }
}
