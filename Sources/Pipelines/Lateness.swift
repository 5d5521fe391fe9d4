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
