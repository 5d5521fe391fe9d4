public import Facts
import Synchronization

/// How long things take that go on growing after their period ends: cohorts, answers, renewals.
///
/// Source: metric catalogue, "Still maturing".
extension LocalRollUp {
    /// See ``MeasureValues``.
    public func medianDays(to measure: String) -> Number? {
        if let known = maturity.withLock({ $0[measure] }) { return known }
        let found = findMedianDays(to: measure)
        maturity.withLock { $0[measure] = .some(found) }
        return found
    }

    private func findMedianDays(to measure: String) -> Number? {
        switch measures[measure]?.observed {
        case .voice(.answered): return medianDaysToAnswer()
        case .leads(.answered), .leads(.answeredInTime), .response:
            return funnel.rows.leads?.responded == nil ? nil : funnel.daysTo.last?.median
        case .due(.renewed), .dueARR(.renewed): return Number(settings.renewalGraceDays)
        case .leads(.cohort): return funnel.rows.leads == nil ? nil : .zero
        case .leads(.reached(let name)):
            guard let leads = funnel.rows.leads, let stage = leads.stages.firstIndex(of: name) else { return nil }
            return stage == 0 ? .zero : leads.reached[stage] == nil ? nil : funnel.daysTo[stage].median
        default: return nil
        }
    }

    private func medianDaysToAnswer() -> Number? {
        guard let surveys = facts.surveys else { return nil }
        var spans = DayCounts()
        for row in 0..<surveys.count where surveys.scores[row] >= 0 {
            let (invited, responded) = (surveys.invited[row], surveys.responded[row])
            guard invited.isFinite, responded.isFinite, responded <= settings.asOf, responded >= invited else { continue }
            spans.add(responded - invited)
        }
        return spans.median
    }
}

/// How many spans there are of each length in days.
struct DayCounts: Sendable {
    private var counts: [Int] = []
    /// How many there are of any length.
    private(set) var total = 0

    mutating func add(_ days: Int, times: Int = 1) {
        if days >= counts.count { counts += Array(repeating: 0, count: days + 1 - counts.count) }
        counts[days] += times
        total += times
    }

    mutating func merge(_ other: DayCounts) {
        if other.counts.count > counts.count { counts += Array(repeating: 0, count: other.counts.count - counts.count) }
        for (days, count) in other.counts.enumerated() { counts[days] += count }
        total += other.total
    }

    /// The middle one, or the mean of the middle two; nil of none.
    var median: Number? {
        guard total > 0 else { return nil }
        return Number(Int128(length(at: (total - 1) / 2) + length(at: total / 2)), over: 2)
    }

    /// The longest in days; nil of none.
    var longest: Int? { counts.lastIndex { $0 > 0 } }

    /// Those that are not longer than so many days.
    func upTo(_ most: Int) -> DayCounts {
        var part = DayCounts()
        part.counts = Array(counts.prefix(most + 1))
        part.total = part.counts.reduce(0, +)
        return part
    }

    /// How many are longer than so many days, and not longer than so many.
    func count(over least: Int, upTo most: Int) -> Int {
        let first = max(0, least + 1)
        return first < counts.count && most >= first ? counts[first...min(most, counts.count - 1)].reduce(0, +) : 0
    }

    private func length(at place: Int) -> Int {
        var rest = place
        for (days, count) in counts.enumerated() {
            if rest < count { return days }
            rest -= count
        }
        return 0
    }
}
