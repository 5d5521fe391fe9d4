import Facts

/// Product use and survey scores by customer, and team sizes: what activity and health look up.
public struct Activity: Sendable {
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

    /// By customer code, ascending by day, up to the as-of date.
    private(set) var uses: [[Use]]
    /// By customer code, ascending by day, up to the as-of date.
    private(set) var answers: [[Answer]]
    /// The first day of use up to the as-of date.
    let firstUse: Day?
    /// The first month of headcount up to the as-of date.
    let firstHeadcount: Day?
    /// By team, ascending by day: the day, full-time equivalents in billionths, the row.
    private(set) var teams: [[(day: Day, fte: Int64, row: Int)]]

    /// Sorts what was read by whose it is.
    init(_ facts: FactSet, settings: RollUpSettings) {
        uses = Array(repeating: [], count: facts.customerIDs.count)
        answers = Array(repeating: [], count: facts.customerIDs.count)
        var first: Day?
        if let usage = facts.usage {
            for row in 0..<usage.count where usage.days[row] <= settings.asOf {
                let use = Use(day: usage.days[row], active: usage.active[row], seats: usage.seats?[row] ?? Quantity.missing)
                uses[Int(usage.customers[row])].append(use)
                first = min(first ?? use.day, use.day)
            }
            for customer in uses.indices { uses[customer].sort { $0.day < $1.day } }
        }
        firstUse = first
        if let surveys = facts.surveys, let customers = surveys.customers {
            for row in 0..<surveys.count where surveys.scores[row] >= 0 && customers[row] != 0 {
                let day = surveys.responded[row]
                if day.isFinite, day <= settings.asOf {
                    answers[Int(customers[row])].append(Answer(day: day, score: surveys.scores[row]))
                }
            }
            for customer in answers.indices { answers[customer].sort { $0.day < $1.day } }
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

    /// A customer's latest use from `start` to `end` that passes the filter.
    func latestUse(_ customer: Int, from start: Day, to end: Day, where included: (Use) -> Bool) -> Use? {
        for use in uses[customer].reversed() {
            if use.day < start { return nil }
            if use.day <= end, included(use) { return use }
        }
        return nil
    }
}
