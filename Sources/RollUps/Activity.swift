public import Facts

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

/// How likely a customer is to stay, as of a day.
///
/// Source: metric catalogue, "Customer health".
public struct CustomerHealth: Sendable {
    /// The customer's code.
    public var customer: UInt32
    /// The score, 0 to 100.
    public var score: Number
    /// ARR at the end of the day, in minor units; above 0.
    public var arr: Int128
    /// At risk, on watch, or healthy.
    public var band: Band
    /// The part of the seats that is used, 0 to 1; nil where no use with seats is known.
    public var usage: Number?
    /// The mean survey score over 10, 0 to 1; nil where there is no answer.
    public var voice: Number?
    /// ARR over what it was before, 0 to 1; nil where there was none.
    public var trend: Number?

    /// Which band a score falls in.
    public enum Band: Sendable { case atRisk, watch, healthy }
}

extension CustomerHealth {
    /// The health of a customer with ARR at the end of a day, or nil where it has none or neither its use nor its voice is known.
    static func at(
        _ day: Day, customer: Int, revenue: Revenue, activity: Activity, settings: HealthSettings, knowsUse: Bool,
        knowsVoice: Bool
    ) -> CustomerHealth? {
        let arr = revenue.level(customer, day)
        guard arr > 0 else { return nil }
        func share(_ number: Number) -> Number { Number.less(number, Number(1)) ? number : Number(1) }
        let use = knowsUse ? activity.latestUse(customer, from: day - (settings.usageDays - 1), to: day) { $0.seats > 0 } : nil
        let usage = use.map { share(Number(Int128($0.active), over: Int128($0.seats))) }
        var (scores, count): (Int128, Int128) = (0, 0)
        for answer in knowsVoice ? activity.answers[customer] : []
        where answer.day <= day && answer.day > day - settings.voiceDays {
            scores += Int128(answer.score)
            count += 1
        }
        let voice = count > 0 ? share(Number(scores, over: 10 * count)) : nil
        // The trend alone says nothing about the customer.
        guard usage != nil || voice != nil else { return nil }
        let before = revenue.level(customer, day - settings.trendDays)
        let trend = before > 0 ? share(Number(arr, over: before)) : nil
        var (sum, weights) = (Number.zero, Int64(0))
        for (part, weight) in [(usage, settings.usage), (voice, settings.voice), (trend, settings.trend)] {
            guard let part else { continue }
            sum = sum + Number(weight) * part
            weights += weight
        }
        guard weights > 0, let score = sum * Number(100) / Number(weights) else { return nil }
        let band: Band =
            Number.less(score, settings.atRiskBelow.number)
            ? .atRisk : Number.less(score, settings.watchBelow.number) ? .watch : .healthy
        return CustomerHealth(
            customer: UInt32(customer), score: score, arr: arr, band: band, usage: usage, voice: voice, trend: trend)
    }
}
