public import Facts
public import RollUps

/// When the gross profit of an initiative's customers, or of all, makes up for what was spent.
///
/// Both are counted from the first day with a cost. Gross profit is the sum of each day's ARR × gross margin / 365, exact until it is
/// shown. Source: metric catalogue, "Break-even".
public struct BreakEven: Sendable {
    /// Whether and when.
    public enum Outcome: Sendable, Hashable {
        /// On this day gross profit first reached spend.
        case reached(Day)
        /// It will on this day, at the mean daily net of the last 91 days.
        case projected(Day)
        /// At that pace it never will, or not before the year 10000.
        case notInSight
        /// Nothing has been spent by the as-of date.
        case noSpend
    }

    /// Whether and when; nil where no ARR is known at all.
    public let outcome: Outcome?
    /// The first day with a cost; nil where there is none by the as-of date.
    public let first: Day?
    /// By day from the first on: what was spent up to its end, in minor units.
    private let spent: [Int128]
    /// By day from the first on: the sum of the daily ARR up to its end, in minor units; nil where no ARR is known at all.
    private let earned: [Int128]?
    /// What a day of ARR adds to gross profit: margin / 365.
    private let share: Number

    /// For how many days back the mean net is taken.
    public static let pace = 91

    /// - Parameters:
    ///   - spend: By day from the first day with a cost to the as-of date, in minor units.
    ///   - arr: ARR by day, likewise; nil where no ARR is known at all.
    ///   - margin: The gross margin; 1 where none is configured.
    init(first: Day?, spend: [Int128], arr: [Int128]?, margin: Number) {
        self.first = first
        share = margin * Number(1, over: 365)
        spent = BreakEven.sums(spend)
        earned = arr.map(BreakEven.sums)
        outcome = first == nil ? .noSpend : arr == nil ? nil : BreakEven.outcome(first!, spent, earned!, share)
    }

    private static func sums(_ days: [Int128]) -> [Int128] {
        var sum: Int128 = 0
        return days.map { day in
            sum += day
            return sum
        }
    }

    private static func outcome(_ first: Day, _ spent: [Int128], _ earned: [Int128], _ share: Number) -> Outcome {
        let missing = zip(spent, earned).map { Number($0) - Number($1) * share }
        if let place = missing.firstIndex(where: { $0.signum <= 0 }) { return .reached(first + place) }
        let last = missing.count - 1
        let days = min(pace, missing.count)
        // What is missing at the end of the day before these days: nothing where they begin with the first.
        let net = (days > last ? Number.zero : missing[last - days]) - missing[last]
        guard net.signum > 0, let wait = missing[last] * Number(days) / net else { return .notInSight }
        let count = wait.rounded(.up).floor
        guard count <= Int128(latest - first) - Int128(last) else { return .notInSight }
        return .projected(first + last + Int(count))
    }

    /// The last day that dates are written of.
    private static let latest = Day(year: 9999, month: 12, day: 31)!

    /// The day on which it was or will be reached; nil where it is not in sight.
    public var day: Day? {
        switch outcome {
        case .reached(let day), .projected(let day): day
        case .notInSight, .noSpend, nil: nil
        }
    }

    /// The as-of date; nil where nothing was spent.
    public var last: Day? { first.map { $0 + (spent.count - 1) } }

    /// What was spent up to the end of a day, in minor units; 0 before the first. By default up to the as-of date.
    public func spend(upTo day: Day? = nil) -> Int128 {
        guard let first, let place = place(day, first) else { return 0 }
        return spent[place]
    }

    /// The gross profit up to the end of a day, in minor units, unrounded; nil where nothing was spent or no ARR is known at all.
    public func grossProfit(upTo day: Day? = nil) -> Number? {
        guard let first, let earned else { return nil }
        return place(day, first).map { Number(earned[$0]) * share } ?? .zero
    }

    private func place(_ day: Day?, _ first: Day) -> Int? {
        let place = day.map { min($0 - first, spent.count - 1) } ?? spent.count - 1
        return place >= 0 ? place : nil
    }
}

/// The break-even of each initiative, and of the whole company.
public struct BreakEvens: Sendable {
    /// By initiative's id.
    public let initiatives: [String: BreakEven]
    /// Of all spend and all ARR.
    public let whole: BreakEven

    /// Works them out from what was spent for each initiative and the ARR of the customers whose initiative it is.
    public init(_ rollUp: LocalRollUp, margin: Number) {
        let facts = rollUp.facts
        let ids = facts.initiatives.map(\.id)
        let places = [String: Int](ids.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
        var days = InitiativeDays(groups: ids.count + 1, asOf: rollUp.settings.asOf)
        if let spend = facts.spend { days.add(spend) { places[spend.initiatives[$0]] } }
        var owners = [Int?](repeating: nil, count: facts.customerIDs.count)
        if let customers = facts.customers, !ids.isEmpty {
            for (row, code) in customers.customers.enumerated() { owners[Int(code)] = places[customers.initiatives[row]] }
        }
        let hasARR = facts.terms != nil && rollUp.firstEvent(.subscriptions) != nil
        if hasARR {
            rollUp.revenue.forEachDay { days.add($1, on: $0, group: 0) }
            // Of customers whose initiative is known, what is theirs alone.
            for (customer, owner) in owners.enumerated() {
                guard let owner else { continue }
                rollUp.revenue.forEachMovement(of: customer, from: .distantPast, to: rollUp.settings.asOf) { movement in
                    days.add(movement.signed, on: movement.day, group: owner)
                }
            }
        }
        func breakEven(_ place: Int) -> BreakEven {
            let found = days.days(place)
            return BreakEven(
                first: found.first, spend: found.spend, arr: hasARR ? found.arr : nil, margin: margin)
        }
        whole = breakEven(0)
        initiatives = [String: BreakEven](places.map { ($0.key, breakEven($0.value)) }, uniquingKeysWith: { first, _ in first })
    }
}

/// What is spent and what ARR there is, day by day, in groups: 0 is all, the others an initiative each.
private struct InitiativeDays {
    private let asOf: Day
    /// By group: the first day with a cost.
    private var firsts: [Day?]
    /// By group: by how much the daily spend and the ARR change on a day.
    private var spend: [[Day: Int128]]
    private var arr: [[Day: Int128]]

    init(groups: Int, asOf: Day) {
        self.asOf = asOf
        firsts = Array(repeating: nil, count: groups)
        spend = Array(repeating: [:], count: groups)
        arr = spend
    }

    /// Adds all costs that begin by the as-of date, each spread over its days.
    mutating func add(_ table: Spend, owner: (Int) -> Int?) {
        for row in 0..<table.count where table.starts[row] <= asOf && table.amounts[row] != 0 {
            let (start, amount) = (table.starts[row], table.amounts[row])
            let length = max(1, table.ends[row] - start + 1)
            // Every day has the same, and the first ones a unit more.
            let (share, left) = amount.magnitude.quotientAndRemainder(dividingBy: UInt64(length))
            let sign: Int128 = amount < 0 ? -1 : 1
            for group in [0, owner(row)].compactMap(\.self) {
                firsts[group] = min(firsts[group] ?? start, start)
                spend[group][start, default: 0] += sign * (Int128(share) + (left > 0 ? 1 : 0))
                if left > 0 { spend[group][start + Int(left), default: 0] -= sign }
                spend[group][start + length, default: 0] -= sign * Int128(share)
            }
        }
    }

    /// Adds a change of ARR.
    mutating func add(_ change: Int128, on day: Day, group: Int) { arr[group][day, default: 0] += change }

    /// Spend and ARR of each day from the first with a cost to the as-of date.
    func days(_ group: Int) -> (first: Day?, spend: [Int128], arr: [Int128]) {
        guard let first = firsts[group] else { return (nil, [], []) }
        let count = asOf - first + 1
        func levels(_ changes: [Day: Int128]) -> [Int128] {
            var days = [Int128](repeating: 0, count: count)
            for (day, change) in changes where day <= asOf { days[max(0, day - first)] += change }
            for place in days.indices.dropFirst() { days[place] += days[place - 1] }
            return days
        }
        return (first, levels(spend[group]), levels(arr[group]))
    }
}
