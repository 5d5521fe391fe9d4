public import Facts

/// What waits between the stages of the funnel, and who has answered leads, at the end of the as-of date.
///
/// A lead that is neither won nor lost waits at the furthest stage that it reached, since the day on which it reached it. A lead that
/// is won waits until its customer has ARR. A lead without a first response that is neither won nor lost waits for an answer since the
/// day on which it was created, whatever stage it reached.
public struct HandOvers: Sendable {
    /// What waits in one place.
    public struct Waiting: Sendable, Hashable {
        /// How many leads or deals.
        public var count: Int
        /// How many of them have waited for so many days: by band of ``bands``, and last for longer.
        public var byAge: [Int]
        /// How many have waited no longer than the last of ``bands``. What waits longer is dead more often than not, and was never closed.
        public var recent: Int
        /// The middle wait of these in days, or the mean of the middle two; nil where there is none.
        public var recentMedian: Number?
        /// The same of all that waits.
        public var median: Number?
        /// The longest wait in days; nil where nothing waits.
        public var longest: Int?

        init(_ days: DayCounts) {
            count = days.total
            let upTo = [-1] + HandOvers.bands
            byAge = upTo.indices.map { days.count(over: upTo[$0], upTo: $0 + 1 < upTo.count ? upTo[$0 + 1] : .max) }
            (median, longest) = (days.median, days.longest)
            let young = days.upTo(HandOvers.bands[HandOvers.bands.count - 1])
            (recent, recentMedian) = (young.total, young.median)
        }
    }

    /// One owner's leads.
    public struct Answers: Sendable, Hashable {
        /// The owner's code in `FactSet.leadOwners`; 0 where a lead has none, or owners are not told apart.
        public var owner: UInt32
        /// Leads created in the last ``recentDays`` days up to the as-of date.
        public var recent = 0
        /// Of them: with a first response, but for one before the creation.
        public var answered = 0
        /// Of these: within the agreed time.
        public var inTime = 0
        /// Leads that wait for an answer, whenever created: by band of ``bands`` in days, and last for longer.
        public var waiting: [Int]

        init(owner: UInt32) {
            self.owner = owner
            waiting = Array(repeating: 0, count: HandOvers.bands.count + 1)
        }

        /// How many leads wait for an answer.
        public var allWaiting: Int { waiting.reduce(0, +) }
    }

    /// How many days up to the as-of date leads are created in whose answers are counted.
    public static let recentDays = 91
    /// The most days that something has waited by band; what waits longer comes last.
    public static let bands = [1, 7, 30, 90]

    /// The stages of the funnel, and what waits at each of them but the last: the next one has not been reached, or any later one.
    public let stages: [(stage: String, waiting: Waiting)]
    /// Answers by owner, in the order of their codes, without owners of whom nothing is counted; nil where no file says when leads were
    /// answered.
    public let answers: [Answers]?
    /// Whether leads name their owners, and not more of them than ``mostOwners``.
    public let ownersAreKnown: Bool
    /// Leads and deals that are won and whose customer has had no ARR from the day won to the as-of date; nil where that cannot be known,
    /// as there is no ARR, or no won lead names a customer.
    public let wonWithoutARR: Waiting?
    /// How many leads and deals are won and name no customer.
    public let wonWithoutCustomer: Int

    /// How many owners are told apart; of more than that, none.
    public static let mostOwners = 5000
}

/// What ``HandOvers`` is made of, added up block by block.
struct HandOverCounts: Sendable {
    private let asOf: Day
    private let cut: Stamp
    private let won: Int?
    private let inTime: Int64
    private let owners: Int
    /// By stage how long what waits there has waited.
    private(set) var waits: [DayCounts]
    /// By owner's code.
    private(set) var answers: [HandOvers.Answers]
    /// The customer and the day of each lead or deal that is won.
    private(set) var wins: [(customer: UInt32, day: Day)] = []
    private(set) var wonWithoutCustomer = 0
    /// By lead the customer that a deal of it names; of several the one with the least code.
    private let customersOfDeals: [Int32: UInt32]

    /// - Parameters:
    ///   - owners: How many owners leads may have, the empty one included.
    ///   - inTime: The time in microseconds within which leads are to be answered.
    init(_ facts: FactSet, stages: [String], cut: Stamp, inTime: Int64, asOf: Day) {
        (self.asOf, self.cut, self.inTime) = (asOf, cut, inTime)
        won = stages.firstIndex(of: "won")
        waits = Array(repeating: DayCounts(), count: stages.count)
        let known = facts.leads?.owners == nil ? 1 : facts.leadOwners.count
        owners = known > HandOvers.mostOwners ? 1 : known
        answers = (0..<UInt32(owners)).map(HandOvers.Answers.init)
        var customers: [Int32: UInt32] = [:]
        if let deals = facts.deals, let own = deals.rows.customers {
            for row in 0..<deals.count where deals.leads[row] != Deals.noLead && own[row] != 0 {
                customers[deals.leads[row]] = min(customers[deals.leads[row]] ?? own[row], own[row])
            }
        }
        customersOfDeals = customers
    }

    mutating func merge(_ other: HandOverCounts) {
        for stage in waits.indices { waits[stage].merge(other.waits[stage]) }
        for owner in answers.indices { answers[owner].add(other.answers[owner]) }
        wins += other.wins
        wonWithoutCustomer += other.wonWithoutCustomer
    }

    /// Adds what an engine counted.
    mutating func add(_ counted: CountedLeads) {
        for entry in counted.waits { waits[entry.place].add(entry.value, times: entry.count) }
        for entry in counted.answers {
            let owner = owners > 1 ? Int(counted.codes.owners[entry.place]) : 0
            switch entry.value {
            case CountedLeads.Answer.recent: answers[owner].recent += entry.count
            case CountedLeads.Answer.answered: answers[owner].answered += entry.count
            case CountedLeads.Answer.inTime: answers[owner].inTime += entry.count
            default: answers[owner].waiting[entry.value - CountedLeads.Answer.waiting] += entry.count
            }
        }
        for entry in counted.wins {
            let customer = counted.codes.customers[entry.place]
            if customer == 0 {
                wonWithoutCustomer += entry.count
            } else {
                wins += Array(repeating: (customer, Day(entry.value)), count: entry.count)
            }
        }
    }

    /// Adds a block of rows.
    ///
    /// - Parameters:
    ///   - isLead: Whether they are leads, and not deals that no lead takes.
    ///   - days: By stage and last for the loss, by place in the block, the number of the day on which it happened; −1 for never.
    ///   - furthest: By place the furthest stage reached; −1 for none.
    ///   - dayOf: By a day's number the day.
    mutating func add(
        _ block: Range<Int>, of table: Leads, isLead: Bool, days: [[Int32]], furthest: [Int32], dayOf: [Day]
    ) {
        let lost = days.count - 1
        let first = asOf - (HandOvers.recentDays - 1)
        let (creations, wins, losses) = (days[0], won.map { days[$0] }, days[lost])
        let asks = isLead && table.responded != nil
        var asked: [Asked] = []
        for place in 0..<block.count {
            let stage = Int(furthest[place])
            guard stage >= 0 else { continue }
            let win = wins?[place] ?? -1
            let (isWon, isLost) = (win >= 0, losses[place] >= 0)
            let row = block.lowerBound + place
            if isWon { addWin(row, of: table, isLead: isLead, on: dayOf[Int(win)]) }
            if !isLost, stage < lost - 1 { waits[stage].add(asOf - dayOf[Int(days[stage][place])]) }
            guard asks, creations[place] >= 0 else { continue }
            let created = dayOf[Int(creations[place])]
            let isWaiting = !isWon && !isLost
            if isWaiting || created >= first {
                asked.append(Asked(row: row, created: created, isRecent: created >= first, isWaiting: isWaiting))
            }
        }
        addAnswers(asked, of: table)
    }

    private mutating func addWin(_ row: Int, of table: Leads, isLead: Bool, on day: Day) {
        var customer = table.customers?[row] ?? 0
        if customer == 0, isLead { customer = customersOfDeals[Int32(truncatingIfNeeded: row)] ?? 0 }
        if customer == 0 { wonWithoutCustomer += 1 } else { wins.append((customer, day)) }
    }

    /// A lead of which is asked whether it was answered.
    private struct Asked {
        var row: Int
        var created: Day
        var isRecent: Bool
        var isWaiting: Bool
    }

    private mutating func addAnswers(_ asked: [Asked], of table: Leads) {
        guard let responded = table.responded, let creations = table.reached[0] else { return }
        let codes = owners > 1 ? table.owners ?? [] : []
        for lead in asked {
            let owner = codes.isEmpty ? 0 : Int(codes[lead.row])
            let (begun, answer) = (creations[lead.row], responded[lead.row])
            let isAnswered = !answer.isMissing && answer < cut
            if lead.isRecent {
                answers[owner].recent += 1
                if isAnswered, answer >= begun {
                    answers[owner].answered += 1
                    if answer.microseconds - begun.microseconds <= inTime { answers[owner].inTime += 1 }
                }
            }
            if !isAnswered, lead.isWaiting {
                let age = asOf - lead.created
                let band = HandOvers.bands.firstIndex { age <= $0 } ?? HandOvers.bands.count
                answers[owner].waiting[band] += 1
            }
        }
    }
}

extension HandOvers.Answers {
    fileprivate mutating func add(_ other: Self) {
        recent += other.recent
        answered += other.answered
        inTime += other.inTime
        for band in waiting.indices { waiting[band] += other.waiting[band] }
    }

    fileprivate var isEmpty: Bool { recent == 0 && allWaiting == 0 }
}

extension LocalRollUp {
    /// What waits between the stages, and who has answered leads, at the end of the as-of date; nil where there is neither lead nor deal.
    public func handOvers() -> HandOvers? {
        guard funnel.rows.leads != nil || funnel.rows.deals != nil else { return nil }
        let counts = funnel.handOvers
        return HandOvers(
            stages: zip(funnel.stages, counts.waits).dropLast().map { ($0, HandOvers.Waiting($1)) },
            answers: funnel.rows.leads?.responded == nil
                ? nil : counts.answers.filter { !$0.isEmpty },
            ownersAreKnown: counts.answers.count > 1, wonWithoutARR: wonWithoutARR(counts),
            wonWithoutCustomer: counts.wonWithoutCustomer)
    }

    private func wonWithoutARR(_ counts: HandOverCounts) -> HandOvers.Waiting? {
        guard revenue.firstEvent != nil, !counts.wins.isEmpty else { return nil }
        var waits = DayCounts()
        for win in counts.wins where !revenue.hasARR(Int(win.customer), from: win.day) {
            waits.add(settings.asOf - win.day)
        }
        return HandOvers.Waiting(waits)
    }
}

extension Revenue {
    /// Whether a customer has ARR on any day from one to the as-of date.
    func hasARR(_ customer: Int, from day: Day) -> Bool {
        if level(customer, day) > 0 { return true }
        var has = false
        forEachMovement(of: customer, from: day, to: .distantFuture) { movement in
            if movement.kind != .churn && movement.kind != .contraction { has = true }
        }
        return has
    }
}
