public import Facts

/// One customer's terms that ended on one day, and what renewed them.
public struct DueDay: Sendable {
    /// The customer's code.
    public var customer: UInt32
    /// The first day without service of the terms that end.
    public var day: Day
    /// Whether the grace has not passed by the as-of date and something is left to renew.
    public var isOpen: Bool
    /// ARR of those terms, in minor units; above 0.
    public var due: Int128
    /// How much of it other terms renewed, in minor units.
    public var renewed: Int128
}

/// What came up for renewal, and what was renewed.
///
/// Source: metric catalogue, "Renewals". Terms are used as read, without closing gaps.
public struct Renewals: Sendable {
    /// All due days up to the as-of date, by customer and day.
    public private(set) var dueDays: [DueDay] = []
    /// Flows by slice: renewals due, renewals won.
    private(set) var counts: DayCube<Int64>
    /// Flows by slice: ARR due, ARR renewed.
    private(set) var amounts: DayCube<Int128>
    /// Whether there are renewals at all: terms of subscriptions whose ends are known and are not cancellations.
    let areKnown: Bool

    /// Folds the terms of all customers, several chunks of them at once.
    ///
    /// - Parameter chunk: How many customers a chunk has, and how many due days are counted at a time.
    init(_ terms: Terms?, members: Members, settings: RollUpSettings, chunk: Int = 1 << 13) {
        areKnown = terms.map { $0.origin == .subscriptions && $0.hasEnds && !$0.endsAreCancellations } ?? false
        counts = DayCube(days: DayIndex(of: []), measures: DueSum.allCases.count, slices: members.sliceCount)
        amounts = DayCube(days: DayIndex(of: []), measures: DueSum.allCases.count, slices: members.sliceCount)
        if areKnown {
            let (own, asOf) = (members.terms, settings.asOf)
            dueDays.reserveCapacity(own.count(endingBy: asOf))
            inRounds(over: 0..<own.customerCount, by: chunk) { customers in
                var (serving, dueDays) = (Serving(settings), [DueDay]())
                for customer in customers {
                    let terms = own[customer]
                    if terms.contains(where: { $0.end <= asOf }) {
                        serving.serve(UInt32(customer), terms) { _, _ in
                        } due: {
                            dueDays.append($0)
                        }
                    }
                }
                return dueDays
            } each: {
                dueDays += $0
            }
        }
        let days = DayIndex(of: dueDays.lazy.map(\.day))
        counts = DayCube(days: days, measures: DueSum.allCases.count, slices: members.sliceCount)
        amounts = DayCube(days: days, measures: DueSum.allCases.count, slices: members.sliceCount)
        for start in stride(from: 0, to: dueDays.count, by: chunk) {
            add(dueDays[start..<min(dueDays.count, start + chunk)], members)
        }
        if let slices = members.partsOfTotal {
            counts.add(slices: slices, to: 0)
            amounts.add(slices: slices, to: 0)
        }
        counts.seal()
        amounts.seal()
    }

    /// Adds some due days to the cubes.
    private mutating func add(_ dueDays: ArraySlice<DueDay>, _ members: Members) {
        let numbers = dueDays.map { [days = counts.days] in Int32(truncatingIfNeeded: days.number($0.day)) }
        let places = dueDays.indices.map { Int32(truncatingIfNeeded: $0 - dueDays.startIndex) }
        let renewed = places.filter { dueDays[dueDays.startIndex + Int($0)].renewed > 0 }
        let (due, won) = (dueDays.map(\.due), dueDays.map(\.renewed))
        let none = [Int32](repeating: 0, count: dueDays.count)
        for slices in members.slices(ofCustomers: dueDays.map(\.customer)) {
            counts.count(DueSum.due.rawValue, places, slices: slices, days: numbers)
            counts.count(DueSum.renewed.rawValue, renewed, slices: slices, days: numbers)
            amounts.add(from: DueSum.due.rawValue, none, places, slices: slices, days: numbers, due)
            amounts.add(from: DueSum.renewed.rawValue, none, renewed, slices: slices, days: numbers, won)
        }
    }
}

/// Serves due days, one customer after the other. Most have few terms: their places are used again.
struct Serving {
    private let settings: RollUpSettings
    /// By place among the customer's terms what of each has renewed nothing yet.
    private var left: [Int128] = []
    /// By place among them a later one, where nothing is left of those in between: terms that are spent are not looked at for each day.
    private var onward: [Int] = []
    /// The terms that have ended, by day.
    private var ended: [(day: Day, arr: Int128)] = []

    init(_ settings: RollUpSettings) { self.settings = settings }

    /// Serves one customer's due days in order; an amount that renewed an earlier one is spent.
    ///
    /// - Parameters:
    ///   - terms: Its terms, by start, end and id.
    ///   - taken: Is called with the row of each term that renews a due day, and how much of it does.
    ///   - due: Is called with each due day, after what renewed it.
    mutating func serve(
        _ customer: UInt32, _ terms: ArraySlice<CustomerTerms.Term>,
        taken: (_ row: Int, _ amount: Int128) -> Void, due report: (DueDay) -> Void
    ) {
        let (grace, start, count) = (settings.renewalGraceDays, terms.startIndex, terms.count)
        begin(with: terms)
        // The first term that starts late enough to renew what is due.
        var (next, first) = (0, 0)
        while next < ended.count {
            let day = ended[next].day
            var due: Int128 = 0
            while next < ended.count, ended[next].day == day {
                due += ended[next].arr
                next += 1
            }
            guard due > 0 else { continue }
            while first < count, terms[start + first].start < day - 30 { first += 1 }
            var (open, place) = (due, unspent(from: first))
            while open > 0, place < count, terms[start + place].start <= day + grace {
                let term = terms[start + place]
                if term.end != day, term.start >= day || term.end > day + grace {
                    let amount = min(open, left[place])
                    left[place] -= amount
                    open -= amount
                    taken(Int(term.row), amount)
                }
                place = unspent(from: place + 1)
            }
            let isOpen = open > 0 && day + grace > settings.asOf
            report(DueDay(customer: customer, day: day, isOpen: isOpen, due: due, renewed: due - open))
        }
    }

    /// The first place from one on of which something is left.
    private mutating func unspent(from start: Int) -> Int {
        var place = start
        while place < left.count, left[place] == 0 { place = onward[place] }
        var passed = start
        while passed < place {
            let next = onward[passed]
            onward[passed] = place
            passed = next
        }
        return place
    }

    /// Notes what is left of each of a customer's terms, and when which end.
    private mutating func begin(with terms: ArraySlice<CustomerTerms.Term>) {
        left.removeAll(keepingCapacity: true)
        ended.removeAll(keepingCapacity: true)
        onward.removeAll(keepingCapacity: true)
        var isSorted = true
        for term in terms {
            left.append(max(0, Int128(term.arr)))
            onward.append(left.count)
            guard term.end <= settings.asOf else { continue }
            isSorted = isSorted && (ended.isEmpty || ended[ended.count - 1].day <= term.end)
            ended.append((term.end, Int128(term.arr)))
        }
        if !isSorted { ended.sort { $0.day < $1.day } }
    }
}
