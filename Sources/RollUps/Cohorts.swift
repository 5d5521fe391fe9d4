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
    public func cohorts() -> [CohortQuarter] {
        let calendar = settings.calendar
        var byCohort: [Day: [Int]] = [:]
        for customer in 0..<revenue.customerCount {
            guard let first = revenue.firstDay(customer) else { continue }
            byCohort[calendar.period(.quarter, holding: first).start, default: []].append(customer)
        }
        var rows: [CohortQuarter] = []
        for start in byCohort.keys.sorted() {
            let own = calendar.period(.quarter, holding: start)
            guard own.end <= settings.asOf else { continue }
            let customers = byCohort[start, default: []].filter { revenue.level($0, own.end) > 0 }
            let arr = customers.reduce(Int128(0)) { $0 + revenue.level($1, own.end) }
            var quarter = own
            while quarter.end <= settings.asOf {
                let levels = customers.map { revenue.level($0, quarter.end) }
                rows.append(
                    CohortQuarter(
                        cohort: own.name, quarter: quarter.name, customersKept: levels.count { $0 > 0 },
                        customers: customers.count, arrKept: levels.reduce(0, +), arr: arr))
                quarter = calendar.period(.quarter, holding: quarter.end + 1)
            }
        }
        return rows
    }

    /// The ARR movements of some periods, by day, customer id and kind; none of a period for which movements are undefined.
    public func movements(in periods: [Period]) -> [Movement] {
        var known = periods
        if case .snapshots(let first)? = facts.terms?.origin { known.removeAll { $0.start <= first } }
        guard let start = known.map(\.start).min(), let end = known.map(\.end).max() else { return [] }
        let order = MovementKind.allCases.map(\.rawValue).sorted()
        return revenue.movements.filter { $0.day >= start && $0.day <= end }.sorted { a, b in
            if a.day != b.day { return a.day < b.day }
            if a.customer != b.customer { return precedes(facts.customerIDs[a.customer], facts.customerIDs[b.customer]) }
            return order.firstIndex(of: a.kind.rawValue)! < order.firstIndex(of: b.kind.rawValue)!
        }
    }
}
