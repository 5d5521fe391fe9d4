import Facts

/// What an engine counted of leads, by the slices of the roll-ups.
struct CountedFunnel: Sendable {
    let leads: CountedLeads
    /// By slice of the engine's the number of it here.
    private let slices: [Int]
    let cycles: CountedSpans
    let responses: CountedSpans

    init(_ leads: CountedLeads, _ members: Members, asOf: Day) {
        self.leads = leads
        let slices = leads.slices.indices.map { place in
            let dimension = leads.slices[place].dimension
            guard dimension >= 0 else { return 0 }
            return members.slice(
                dimension, own: leads.codes.members[place], customer: leads.codes.customersOfSlices[place])
        }
        self.slices = slices
        cycles = CountedSpans(leads.cycles, slices)
        responses = CountedSpans(leads.responses, slices)
    }

    /// All days on which something happened.
    var days: Set<Day> { Set(leads.cells.map(\.day)) }

    /// Calls `body` with each count and the number of its slice.
    func forEach(_ body: (CountedLeads.Cell, _ slice: Int) -> Void) {
        for cell in leads.cells { body(cell, slices[cell.slice]) }
    }

    /// Calls `body` with the slice, the day and the sum of amounts of leads won.
    func forEachWon(_ body: (_ slice: Int, Day, Int128) -> Void) {
        for (amount, minor) in zip(leads.won, leads.codes.won) {
            body(slices[amount.place], amount.day, Int128(minor) * Int128(amount.count))
        }
    }
}

extension FunnelPart {
    /// Adds what an engine counted. To be called after ``settle()``: it has the total and all stages counted by themselves.
    mutating func add(_ counted: CountedFunnel) {
        let layout = layout
        counted.forEach { cell, slice in
            let place =
                switch cell.measure {
                case .entered(let stage): layout.inPeriod(stage)
                case .reached(let stage): layout.cohort(stage)
                case .lost: layout.lost
                case .open: layout.open
                case .wonWithAmount: layout.withAmount
                case .answered: layout.answered
                case .answeredInTime: layout.inTime
                }
            counts.add(cell.count, measure: place, slice: slice, day: counts.days.number(cell.day))
            switch cell.measure {
            case .entered, .lost: isUsed[slice] = true
            default: break
            }
        }
        counted.forEachWon { slice, day, sum in amounts.add(sum, measure: 0, slice: slice, day: amounts.days.number(day)) }
        for entry in counted.leads.daysTo { daysTo[entry.place].add(entry.value, times: entry.count) }
        handOvers.add(counted.leads)
    }
}

extension Members {
    /// The slice of a row with its own member of a dimension, else that of its customer.
    func slice(_ dimension: Int, own: UInt32, customer: UInt32) -> Int {
        if own != 0 { return index(dimension: dimension, code: own) }
        return index(dimension: dimension, code: followsCustomer[dimension] ? ofCustomer[dimension][Int(customer)] : 0)
    }
}
