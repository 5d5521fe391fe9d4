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
        // The complete quarters, and by quarter of the first ARR what became of its customers at the end of each.
        var quarters: [Period] = []
        var next = calendar.period(.quarter, holding: first)
        while next.end <= settings.asOf {
            quarters.append(next)
            next = calendar.period(.quarter, holding: next.end + 1)
        }
        var cohorts = quarters.indices.map { own in
            quarters[own...].map { quarter in
                CohortQuarter(
                    cohort: quarters[own].name, quarter: quarter.name, customersKept: 0, customers: 0, arrKept: 0, arr: 0)
            }
        }
        var members = [Int](repeating: 0, count: quarters.count)
        for customer in 0..<revenue.customerCount {
            guard let first = revenue.firstDay(customer), let own = Self.place(of: first, in: quarters) else { continue }
            members[own] += 1
            let begun = revenue.level(customer, quarters[own].end)
            guard begun > 0 else { continue }
            var levels = revenue.levels(of: customer)
            for place in cohorts[own].indices {
                let level = levels.level(at: quarters[own + place].end)
                if level > 0 { cohorts[own][place].customersKept += 1 }
                cohorts[own][place].arrKept += level
                cohorts[own][place].customers += 1
                cohorts[own][place].arr += begun
            }
        }
        return zip(cohorts, members).flatMap { $1 > 0 ? $0 : [] }
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
        var known = periods
        if case .snapshots(let first)? = facts.terms?.origin { known.removeAll { $0.start <= first } }
        guard let start = known.map(\.start).min(), let end = known.map(\.end).max() else { return [] }
        // A customer has one movement a day at most: sorted by customer first, a day's need only be gathered.
        var order = [Int](repeating: 0, count: revenue.customerCount)
        let ranks = customerRanks
        for customer in order.indices { order[Int(ranks[customer])] = customer }
        var found: [Movement] = []
        for customer in order { revenue.forEachMovement(of: customer, from: start, to: end) { found.append($0) } }
        return found.sortedByDay()
    }
}

extension [Movement] {
    /// By day; those of one day in the order in which they are.
    fileprivate func sortedByDay() -> [Movement] {
        let days = DayIndex(of: lazy.map(\.day))
        var next = [Int](repeating: 0, count: days.count + 1)
        for movement in self { next[days.number(movement.day) + 1] += 1 }
        for day in 0..<days.count { next[day + 1] += next[day] }
        var places = [Int32](repeating: 0, count: count)
        for (index, movement) in enumerated() {
            let day = days.number(movement.day)
            places[next[day]] = Int32(index)
            next[day] += 1
        }
        return places.map { self[Int($0)] }
    }
}
