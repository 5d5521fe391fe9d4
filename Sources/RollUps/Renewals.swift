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

    /// Folds the terms of all customers.
    init(_ terms: Terms?, customers: Int, members: Members, settings: RollUpSettings) {
        areKnown = terms.map { $0.origin == .subscriptions && $0.hasEnds && !$0.endsAreCancellations } ?? false
        counts = DayCube(days: DayIndex(of: []), measures: 2, slices: members.sliceCount)
        amounts = DayCube(days: DayIndex(of: []), measures: 2, slices: members.sliceCount)
        if areKnown, let terms {
            // Read once: in the loop each would be taken hold of and let go of for every customer.
            let (starts, ends, asOf) = (terms.starts, terms.ends, settings.asOf)
            let rows = (0..<terms.count).filter { starts[$0] <= asOf }
            let grouped = rowsByGroup(rows, by: terms.customers, groups: customers)
            dueDays.reserveCapacity(rows.count { ends[$0] <= asOf })
            var serving = Serving(terms, settings)
            for customer in 0..<customers {
                let own = grouped.rows[grouped.offsets[customer]..<grouped.offsets[customer + 1]]
                if own.contains(where: { ends[$0] <= asOf }) {
                    serving.serve(UInt32(customer), own) { _, _ in
                    } due: {
                        dueDays.append($0)
                    }
                }
            }
        }
        let days = DayIndex(of: dueDays.lazy.map(\.day))
        counts = DayCube(days: days, measures: DueSum.allCases.count, slices: members.sliceCount)
        amounts = DayCube(days: days, measures: DueSum.allCases.count, slices: members.sliceCount)
        for due in dueDays {
            let day = days.number(due.day)
            let slices = members.slices(ofCustomer: Int(due.customer))
            for slice in slices {
                counts.add(1, measure: DueSum.due.rawValue, slice: slice, day: day)
                amounts.add(due.due, measure: DueSum.due.rawValue, slice: slice, day: day)
                if due.renewed > 0 {
                    counts.add(1, measure: DueSum.renewed.rawValue, slice: slice, day: day)
                    amounts.add(due.renewed, measure: DueSum.renewed.rawValue, slice: slice, day: day)
                }
            }
        }
        counts.seal()
        amounts.seal()
    }
}

/// Serves due days, one customer after the other. Most have few terms: their places are used again.
struct Serving {
    private let terms: Terms
    private let settings: RollUpSettings
    /// The customer's rows by start, end and id, and what of each has renewed nothing yet.
    private var ordered: [Int] = []
    private var left: [Int128] = []
    /// By place among them a later one, where nothing is left of those in between: terms that are spent are not looked at for each day.
    private var onward: [Int] = []
    /// The terms that have ended, by day.
    private var ended: [(day: Day, arr: Int128)] = []

    init(_ terms: Terms, _ settings: RollUpSettings) { (self.terms, self.settings) = (terms, settings) }

    /// Serves one customer's due days in order; an amount that renewed an earlier one is spent.
    ///
    /// - Parameters:
    ///   - taken: Is called with each term that renews a due day, and how much of it does.
    ///   - due: Is called with each due day, after what renewed it.
    mutating func serve(
        _ customer: UInt32, _ rows: ArraySlice<Int>,
        taken: (_ row: Int, _ amount: Int128) -> Void, due report: (DueDay) -> Void
    ) {
        let grace = settings.renewalGraceDays
        order(rows)
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
            while first < ordered.count, terms.starts[ordered[first]] < day - 30 { first += 1 }
            var (open, place) = (due, unspent(from: first))
            while open > 0, place < ordered.count, terms.starts[ordered[place]] <= day + grace {
                let (start, end) = (terms.starts[ordered[place]], terms.ends[ordered[place]])
                if end != day, start >= day || end > day + grace {
                    let amount = min(open, left[place])
                    left[place] -= amount
                    open -= amount
                    taken(ordered[place], amount)
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
        while place < ordered.count, left[place] == 0 { place = onward[place] }
        var passed = start
        while passed < place {
            let next = onward[passed]
            onward[passed] = place
            passed = next
        }
        return place
    }

    private mutating func order(_ rows: ArraySlice<Int>) {
        ordered.removeAll(keepingCapacity: true)
        ordered.append(contentsOf: rows)
        let (starts, ends, ids) = (terms.starts, terms.ends, terms.ids)
        func isBefore(_ a: Int, _ b: Int) -> Bool {
            if starts[a] != starts[b] { return starts[a] < starts[b] }
            if ends[a] != ends[b] { return ends[a] < ends[b] }
            return precedes(ids[a], ids[b])
        }
        if ordered.count > 32 {
            // Most are in order as files have them.
            if ordered.indices.dropFirst().contains(where: { !isBefore(ordered[$0 - 1], ordered[$0]) }) {
                ordered.sort(by: isBefore)
            }
        } else {
            // Of a few terms each is put where it belongs among those before it.
            for place in ordered.indices.dropFirst() {
                let row = ordered[place]
                var at = place
                while at > 0, isBefore(row, ordered[at - 1]) {
                    ordered[at] = ordered[at - 1]
                    at -= 1
                }
                ordered[at] = row
            }
        }
        left.removeAll(keepingCapacity: true)
        ended.removeAll(keepingCapacity: true)
        onward.removeAll(keepingCapacity: true)
        for row in ordered {
            left.append(max(0, Int128(terms.arr[row])))
            onward.append(left.count)
        }
        for row in rows where terms.ends[row] <= settings.asOf { ended.append((terms.ends[row], Int128(terms.arr[row]))) }
        if ended.count > 1 { ended.sort { $0.day < $1.day } }
    }
}
