import Facts

/// Product use and survey scores by customer, and team sizes: what activity and health look up.
public struct Activity: Sendable {
    /// How many days a team's size holds.
    static let oldestHeadcount = 92

    /// One customer's use on one day.
    struct Use: Sendable {
        var day: Day
        var active: Int64
        /// Billionths; `Quantity.missing` where missing.
        var seats: Int64
    }

    /// One customer's answer.
    struct Answer: Sendable {
        var day: Day
        var score: Int8
    }

    /// By customer, each one's ascending by day, up to the as-of date.
    let uses: ByCustomer<Use>
    /// By customer, each one's ascending by day, up to the as-of date.
    let answers: ByCustomer<Answer>
    /// The first day of use up to the as-of date.
    let firstUse: Day?
    /// The first month of headcount up to the as-of date.
    let firstHeadcount: Day?
    /// By team, ascending by day: the day, full-time equivalents in billionths, the row.
    private(set) var teams: [[(day: Day, fte: Int64, row: Int)]]

    /// Sorts what was read by whose it is.
    init(_ facts: FactSet, settings: RollUpSettings) {
        let customers = facts.customerIDs.count
        var first: Day?
        if let usage = facts.usage {
            for day in usage.days where day <= settings.asOf { first = min(first ?? day, day) }
            uses = ByCustomer(
                (0..<usage.count).lazy.filter { usage.days[$0] <= settings.asOf }, customers, of: usage.customers
            ) { row in
                Use(day: usage.days[row], active: usage.active[row], seats: usage.seats?[row] ?? Quantity.missing)
            } before: {
                $0.day < $1.day
            }
        } else {
            uses = ByCustomer(customers)
        }
        firstUse = first
        if let surveys = facts.surveys, let own = surveys.customers {
            let answered = (0..<surveys.count).lazy.filter { row in
                let day = surveys.responded[row]
                return surveys.scores[row] >= 0 && own[row] != 0 && day.isFinite && day <= settings.asOf
            }
            answers = ByCustomer(answered, customers, of: own) {
                Answer(day: surveys.responded[$0], score: surveys.scores[$0])
            } before: {
                $0.day < $1.day
            }
        } else {
            answers = ByCustomer(customers)
        }
        var byTeam: [String: [(day: Day, fte: Int64, row: Int)]] = [:]
        if let headcount = facts.headcount {
            for row in 0..<headcount.count where headcount.days[row] <= settings.asOf {
                byTeam[headcount.teams[row], default: []].append((headcount.days[row], headcount.fte[row], row))
            }
        }
        teams = byTeam.keys.sorted(by: precedes).map { byTeam[$0]!.sorted { $0.day < $1.day } }
        firstHeadcount = teams.compactMap { $0.first?.day }.min()
    }

    /// Whether there is any use or answer of a customer.
    func isHeardOf(_ customer: Int) -> Bool { uses.holds(customer) || answers.holds(customer) }

    /// A customer's latest use from `start` to `end` that passes the filter.
    func latestUse(_ customer: Int, from start: Day, to end: Day, where included: (Use) -> Bool) -> Use? {
        let own = uses[customer]
        for use in own.reversed() {
            if use.day < start { return nil }
            if use.day <= end, included(use) { return use }
        }
        return nil
    }
}

/// Facts by customer code, one after the other.
struct ByCustomer<Fact: Sendable>: Sendable {
    private var facts: [Fact] = []
    /// For customer c the facts at `offsets[c] ..< offsets[c + 1]`.
    private var offsets: [Int32]

    /// No facts of so many customers.
    init(_ customers: Int) { offsets = Array(repeating: 0, count: customers + 1) }

    /// - Parameters:
    ///   - rows: Those that count.
    ///   - codes: By row the customer's code.
    ///   - fact: The fact of a row.
    ///   - before: The order of one customer's facts.
    init(
        _ rows: some Collection<Int>, _ customers: Int, of codes: [UInt32], _ fact: (Int) -> Fact, before: (Fact, Fact) -> Bool
    ) {
        var offsets = [Int32](repeating: 0, count: customers + 1)
        for row in rows { offsets[Int(codes[row]) + 1] += 1 }
        for customer in 0..<customers { offsets[customer + 1] += offsets[customer] }
        // Rows are read in their order and facts written here and there, which waits for memory once a row.
        var next = offsets
        facts = Array(unsafeUninitializedCapacity: Int(offsets[customers])) { facts, count in
            for row in rows {
                let customer = Int(codes[row])
                facts.initializeElement(at: Int(next[customer]), to: fact(row))
                next[customer] += 1
            }
            count = Int(offsets[customers])
        }
        for customer in 0..<customers where offsets[customer + 1] - offsets[customer] > 1 {
            facts[Int(offsets[customer])..<Int(offsets[customer + 1])].sort(by: before)
        }
        self.offsets = offsets
    }

    /// Whether there is a fact of a customer.
    func holds(_ customer: Int) -> Bool { offsets[customer] < offsets[customer + 1] }

    /// The facts of a customer.
    subscript(customer: Int) -> ArraySlice<Fact> { facts[Int(offsets[customer])..<Int(offsets[customer + 1])] }
}
