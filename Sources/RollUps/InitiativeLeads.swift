import Facts

/// How many leads of the last 12 months name a customer of each initiative, and how many of them were won.
public struct InitiativeLeads: Sendable {
    /// Leads created in the 12 months up to the as-of date, and those of them that were won by it.
    public struct Count: Sendable, Hashable {
        /// How many there are.
        public var leads = 0
        /// How many of them were won.
        public var won = 0
    }

    /// All leads, those that name no customer too.
    public let all: Count
    /// By initiative, in the order of ``FactSet/initiatives``. Nil where no file of leads has a column for the customer.
    public let byInitiative: [Count]?

    /// Counts the leads of the customers whose initiative is one of those known; nil where there are no initiatives or no leads.
    init?(_ facts: FactSet, settings: RollUpSettings) {
        guard !facts.initiatives.isEmpty, let leads = facts.leads, let created = leads.reached.first ?? nil else { return nil }
        let first = Stamp(startOf: settings.asOf.months(before: 12) + 1, in: facts.zone)
        let end = Stamp(startOf: settings.asOf + 1, in: facts.zone)
        let won = leads.reached.last ?? nil
        let places = [String: Int](
            facts.initiatives.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var owners = [Int?](repeating: nil, count: facts.customerIDs.count)
        if let customers = facts.customers {
            for (row, code) in customers.customers.enumerated() { owners[Int(code)] = places[customers.initiatives[row]] }
        }
        var (all, counts) = (Count(), [Count](repeating: Count(), count: facts.initiatives.count))
        for row in 0..<leads.count {
            let stamp = created[row]
            guard !stamp.isMissing, stamp >= first, stamp < end else { continue }
            let isWon = won.map { !$0[row].isMissing && $0[row] < end } ?? false
            all.leads += 1
            if isWon { all.won += 1 }
            guard let customers = leads.customers, let place = owners[Int(customers[row])] else { continue }
            counts[place].leads += 1
            if isWon { counts[place].won += 1 }
        }
        if let counted = facts.counted {
            for entry in counted.lastYear {
                let place = owners[Int(counted.codes.customers[entry.place])]
                if entry.value == 0 {
                    all.leads += entry.count
                    if let place { counts[place].leads += entry.count }
                } else {
                    all.won += entry.count
                    if let place { counts[place].won += entry.count }
                }
            }
        }
        self.all = all
        byInitiative = leads.customers == nil ? nil : counts
    }
}
