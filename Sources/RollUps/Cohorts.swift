public import Facts

/// Customers by the fiscal quarter of their first ARR, and what became of them.
///
/// Source: metric catalogue, "Cohorts".
public struct CohortQuarter: Sendable {
    /// The quarter of the customers' first ARR: `2025-Q1`.
    public var cohort: String
    /// The quarter at whose end they are looked at: the cohort's own or a later one.
    public var quarter: String
    /// How many of the customers with ARR at the end of the cohort's own quarter have ARR at the end of this one.
    public var customersKept: Int
    /// How many had ARR at the end of the cohort's own quarter.
    public var customers: Int
    /// ARR of the same customers at the end of this quarter, in minor units; expansion included.
    public var arrKept: Int128
    /// Their ARR at the end of the cohort's own quarter, in minor units.
    public var arr: Int128
}

extension LocalRollUp {
    /// All cohorts at every complete quarter-end up to the as-of date, by cohort and quarter.
    public func cohorts() -> [CohortQuarter] { quarters { findCohorts() } }

    private func findCohorts() -> [CohortQuarter] {
        let calendar = settings.calendar
        guard let first = (0..<revenue.customerCount).lazy.compactMap({ self.revenue.firstDay($0) }).min() else { return [] }
        // The complete quarters.
        var quarters: [Period] = []
        var next = calendar.period(.quarter, holding: first)
        while next.end <= settings.asOf {
            quarters.append(next)
            next = calendar.period(.quarter, holding: next.end + 1)
        }
        // By quarter of the first ARR: how many customers there are, those with ARR at its end and that ARR; and at the end of each
        // quarter what is left of both.
        var members = [Int](repeating: 0, count: quarters.count)
        var begun = [(customers: Int, arr: Int128)](repeating: (0, 0), count: quarters.count)
        var kept = [(customers: Int, arr: Int128)](repeating: (0, 0), count: quarters.count * quarters.count)
        revenue.forEachCustomer(in: 0..<revenue.customerCount, at: quarters.map(\.end)) { customer, levels in
            guard let first = revenue.firstDay(customer), let own = Self.place(of: first, in: quarters) else { return }
            members[own] += 1
            guard levels[own] > 0 else { return }
            begun[own].customers += 1
            begun[own].arr += levels[own]
            for quarter in own..<quarters.count where levels[quarter] > 0 {
                kept[own * quarters.count + quarter].customers += 1
                kept[own * quarters.count + quarter].arr += levels[quarter]
            }
        }
        return quarters.indices.filter { members[$0] > 0 }.flatMap { own in
            (own..<quarters.count).map { quarter in
                let kept = kept[own * quarters.count + quarter]
                return CohortQuarter(
                    cohort: quarters[own].name, quarter: quarters[quarter].name, customersKept: kept.customers,
                    customers: begun[own].customers, arrKept: kept.arr, arr: begun[own].arr)
            }
        }
    }

    /// The place of the quarter that holds a day; nil where it is not complete.
    private static func place(of day: Day, in quarters: [Period]) -> Int? {
        var (low, high) = (0, quarters.count)
        while low < high {
            let middle = (low + high) / 2
            if quarters[middle].end < day { low = middle + 1 } else { high = middle }
        }
        return low < quarters.count ? low : nil
    }

    /// The ARR movements of some periods, by day, customer id and kind; none of a period for which movements are undefined.
    public func movements(in periods: [Period]) -> [Movement] {
        guard let (start, end) = span(of: periods) else { return [] }
        // As they lie in memory, then by customer, then by day: a customer has one movement a day at most.
        let found = concurrently(over: 0..<revenue.customerCount, by: 1 << 15) { customers in
            var found: [Movement] = []
            for customer in customers {
                revenue.forEachMovement(of: customer, from: start, to: end) { found.append($0) }
            }
            return found
        }
        let all = Array(found.joined())
        let (ranks, days) = (customerRanks, DayIndex(of: all.lazy.map(\.day)))
        let byCustomer = rowsByGroup(all.indices, by: all.map { ranks[Int($0.customer)] }, groups: revenue.customerCount).rows
        let numbers = all.map { UInt32(days.number($0.day)) }
        return rowsByGroup(byCustomer, by: numbers, groups: days.count).rows.map { all[$0] }
    }

    /// Calls `body` with each ARR movement of some periods, by customer code and day; with none of a period for which movements are
    /// undefined.
    public func forEachMovement(in periods: [Period], _ body: (Movement) -> Void) {
        guard let (start, end) = span(of: periods) else { return }
        revenue.forEachMovement(from: start, to: end, body)
    }

    /// The first and the last day of the periods whose movements are defined; nil where those of none are.
    private func span(of periods: [Period]) -> (start: Day, end: Day)? {
        var known = periods
        if case .snapshots(let first)? = facts.terms?.origin { known.removeAll { $0.start <= first } }
        guard let start = known.map(\.start).min(), let end = known.map(\.end).max() else { return nil }
        return (start, end)
    }
}
