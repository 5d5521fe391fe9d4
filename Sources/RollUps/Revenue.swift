public import Facts

/// What happened to a customer's ARR on one day.
///
/// Source: metric catalogue, "Movements". All amounts are positive.
public enum MovementKind: String, Sendable, CaseIterable {
    case new, expansion, contraction, churn, reactivation
}

/// One customer's ARR movement on one day.
public struct Movement: Sendable {
    /// The day.
    public var day: Day
    /// The customer's code.
    public var customer: UInt32
    /// What happened.
    public var kind: MovementKind
    /// By how much, in minor units; above 0.
    public var amount: Int128

    /// By how much ARR rose, in minor units; below 0 where it fell.
    public var signed: Int128 { kind == .contraction || kind == .churn ? -amount : amount }
}

/// Every customer's ARR over time, and what follows from it day by day.
public struct Revenue: Sendable {
    /// For customer c the steps at `offsets[c] ..< offsets[c + 1]`, ascending by day.
    private var offsets: [Int] = [0]
    /// By step its day, and the ARR from the end of that day on in minor units; not below 0.
    private var days: [Day] = []
    private var levels: [Int128] = []
    private let asOf: Day
    /// Flows by slice: the five movements' amounts in the order of `MovementKind.allCases`.
    private(set) var amounts: DayCube<Int128>
    /// Flows by slice: how many of each movement.
    private(set) var counts: DayCube<Int64>
    /// ARR steps by the terms' own plan.
    private(set) var byPlan: DayCube<Int128>
    /// Customers whose terms summed to less than 0 on some day.
    public private(set) var belowZero: [UInt32] = []
    /// The first start of a term up to the as-of date.
    let firstEvent: Day?

    /// Folds the terms of all customers.
    init(_ terms: Terms?, customers: Int, members: Members, settings: RollUpSettings) {
        asOf = settings.asOf
        let terms = terms ?? Terms(origin: .subscriptions, dimensions: members.dimensions.count)
        let rows = (0..<terms.count).filter { terms.starts[$0] <= settings.asOf }
        firstEvent = rows.lazy.map { terms.starts[$0] }.min()
        amounts = DayCube(days: DayIndex(of: []), measures: 5, slices: members.sliceCount)
        counts = DayCube(days: DayIndex(of: []), measures: 5, slices: members.sliceCount)
        byPlan = DayCube(days: DayIndex(of: []), measures: 1, slices: members.sliceCount)
        var ends = terms.ends
        let grouped = rowsByGroup(rows, by: terms.customers, groups: customers)
        offsets.reserveCapacity(customers + 1)
        days.reserveCapacity(rows.count * 2)
        levels.reserveCapacity(rows.count * 2)

        var changes: [Change] = []
        var planSteps: [(day: Day, slice: Int, amount: Int128)] = []
        for customer in 0..<customers {
            let own = grouped.rows[grouped.offsets[customer]..<grouped.offsets[customer + 1]]
            if settings.churnGraceDays > 0 { Revenue.closeGaps(own, terms, &ends, settings) }
            Revenue.findChanges(own, terms, ends, asOf: asOf, &changes)
            if appendSteps(changes) { belowZero.append(UInt32(customer)) }
            if let plan = members.plan { appendPlanSteps(own, terms, ends, plan, members, &planSteps) }
            offsets.append(days.count)
        }

        let index = DayIndex(of: days)
        amounts = DayCube(days: index, measures: 5, slices: members.sliceCount)
        counts = DayCube(days: index, measures: 5, slices: members.sliceCount)
        byPlan = DayCube(days: DayIndex(of: planSteps.lazy.map(\.day)), measures: 1, slices: members.sliceCount)
        for step in planSteps { byPlan.add(step.amount, measure: 0, slice: step.slice, day: byPlan.days.number(step.day)) }
        for customer in 0..<customers { count(customer, members) }
        amounts.seal()
        counts.seal()
        byPlan.seal()
    }

    private typealias Change = (day: Day, change: Int128)

    /// Finds the net change of a customer's ARR by day, up to the as-of date.
    private static func findChanges(
        _ rows: ArraySlice<Int>, _ terms: Terms, _ ends: [Day], asOf: Day, _ changes: inout [Change]
    ) {
        changes.removeAll(keepingCapacity: true)
        for row in rows {
            changes.append((terms.starts[row], Int128(terms.arr[row])))
            if ends[row] <= asOf { changes.append((ends[row], -Int128(terms.arr[row]))) }
        }
        changes.sort { $0.day < $1.day }
        var merged = 0
        for index in changes.indices {
            if index > 0, changes[index].day == changes[merged].day {
                changes[merged].change += changes[index].change
            } else {
                if index > 0 { merged += 1 }
                changes[merged] = changes[index]
            }
        }
        if changes.count > merged + 1 { changes.removeLast(changes.count - merged - 1) }
    }

    /// Appends the steps of one customer; returns whether its terms summed to less than 0 on some day.
    private mutating func appendSteps(_ changes: [Change]) -> Bool {
        var (sum, level, wasBelow): (Int128, Int128, Bool) = (0, 0, false)
        for (day, change) in changes {
            sum += change
            wasBelow = wasBelow || sum < 0
            let next = max(0, sum)
            if next != level {
                days.append(day)
                levels.append(next)
            }
            level = next
        }
        return wasBelow
    }

    /// Closes gaps in ARR of at most `churnGraceDays` days by extending the terms that end where a gap begins.
    static func closeGaps(_ rows: ArraySlice<Int>, _ terms: Terms, _ ends: inout [Day], _ settings: RollUpSettings) {
        var changes: [Change] = []
        findChanges(rows, terms, ends, asOf: settings.asOf, &changes)
        var (sum, gapStart): (Int128, Day?) = (0, nil)
        var closed: [(start: Day, end: Day)] = []
        for (day, change) in changes {
            let before = max(0, sum)
            sum += change
            if before > 0, sum <= 0 { gapStart = day }
            if before == 0, sum > 0, let start = gapStart {
                if day - start <= settings.churnGraceDays { closed.append((start, day)) }
                gapStart = nil
            }
        }
        for gap in closed {
            for row in rows where ends[row] == gap.start { ends[row] = gap.end }
        }
    }

    /// The steps of one customer's ARR by the terms' own plan; where the customer counts as 0, so do its plans.
    private func appendPlanSteps(
        _ rows: ArraySlice<Int>, _ terms: Terms, _ ends: [Day], _ plan: Int, _ members: Members,
        _ steps: inout [(day: Day, slice: Int, amount: Int128)]
    ) {
        var events: [(day: Day, slice: Int, change: Int128)] = []
        for row in rows {
            let slice = members.index(dimension: plan, code: terms.members[plan]?[row] ?? 0)
            events.append((terms.starts[row], slice, Int128(terms.arr[row])))
            if ends[row] <= asOf { events.append((ends[row], slice, -Int128(terms.arr[row]))) }
        }
        events.sort { ($0.day, $0.slice) < ($1.day, $1.slice) }
        var (levels, shown): ([Int: Int128], [Int: Int128]) = ([:], [:])
        var index = 0
        while index < events.count {
            let day = events[index].day
            while index < events.count, events[index].day == day {
                levels[events[index].slice, default: 0] += events[index].change
                index += 1
            }
            let counts = levels.values.reduce(0, +) >= 0
            for (slice, level) in levels {
                let next = counts ? level : 0
                if next != shown[slice, default: 0] { steps.append((day, slice, next - shown[slice, default: 0])) }
                shown[slice] = next
            }
        }
    }

    /// Adds each step of one customer to the cubes.
    private mutating func count(_ customer: Int, _ members: Members) {
        let slices = members.slices(ofCustomer: customer)
        var before: Int128 = 0
        for step in offsets[customer]..<offsets[customer + 1] {
            let (kind, amount) = movement(step, from: before, isFirst: step == offsets[customer])
            let (measure, day) = (Revenue.measure(kind), amounts.days.number(days[step]))
            for slice in slices {
                amounts.add(amount, measure: measure, slice: slice, day: day)
                counts.add(1, measure: measure, slice: slice, day: day)
            }
            before = levels[step]
        }
    }

    /// What a step is called, and by how much it moves.
    @inline(__always)
    private func movement(_ step: Int, from before: Int128, isFirst: Bool) -> (kind: MovementKind, amount: Int128) {
        let after = levels[step]
        let kind: MovementKind =
            before == 0 ? (isFirst ? .new : .reactivation) : after == 0 ? .churn : after > before ? .expansion : .contraction
        return (kind, after > before ? after - before : before - after)
    }

    /// All movements up to the as-of date, by customer and day; they are worked out anew each time.
    public var movements: [Movement] {
        var all: [Movement] = []
        all.reserveCapacity(days.count)
        forEachMovement(from: .distantPast, to: .distantFuture) { all.append($0) }
        return all
    }

    /// Calls `body` with each movement from one day to another, both included, by customer and day.
    public func forEachMovement(from start: Day, to end: Day, _ body: (Movement) -> Void) {
        for customer in 0..<customerCount { forEachMovement(of: customer, from: start, to: end, body) }
    }

    /// Calls `body` with each movement of a customer from one day to another, both included, by day.
    public func forEachMovement(of customer: Int, from start: Day, to end: Day, _ body: (Movement) -> Void) {
        var before: Int128 = 0
        for step in offsets[customer]..<offsets[customer + 1] {
            if days[step] > end { return }
            if days[step] >= start {
                let (kind, amount) = movement(step, from: before, isFirst: step == offsets[customer])
                body(Movement(day: days[step], customer: UInt32(customer), kind: kind, amount: amount))
            }
            before = levels[step]
        }
    }

    /// Calls `body` with each day on which anybody's ARR moved, ascending, and by how much all of it rose, in minor units.
    public func forEachDay(_ body: (Day, Int128) -> Void) {
        var before: Int128 = 0
        for day in amounts.days.days {
            let level = closing(0, day)
            if level != before { body(day, level - before) }
            before = level
        }
    }

    static func measure(_ kind: MovementKind) -> Int {
        switch kind {
        case .new: 0
        case .expansion: 1
        case .contraction: 2
        case .churn: 3
        case .reactivation: 4
        }
    }

    /// A customer's ARR at the end of a day, in minor units.
    public func level(_ customer: Int, _ day: Day) -> Int128 {
        var index = offsets[customer + 1] - 1
        while index >= offsets[customer] {
            if days[index] <= day { return levels[index] }
            index -= 1
        }
        return 0
    }

    /// Calls `body` with each of some customers and its ARR at the end of each of some days, which ascend, in minor units.
    public func forEachCustomer(in customers: Range<Int>, at asked: [Day], _ body: (Int, UnsafeBufferPointer<Int128>) -> Void) {
        var found = [Int128](repeating: 0, count: asked.count)
        found.withUnsafeMutableBufferPointer { found in
            for customer in customers {
                var next = offsets[customer]
                let end = offsets[customer + 1]
                var level: Int128 = 0
                for place in asked.indices {
                    while next < end, days[next] <= asked[place] {
                        level = levels[next]
                        next += 1
                    }
                    found[place] = level
                }
                body(customer, UnsafeBufferPointer(found))
            }
        }
    }

    /// The day a customer first had ARR, or nil.
    public func firstDay(_ customer: Int) -> Day? {
        offsets[customer] < offsets[customer + 1] ? days[offsets[customer]] : nil
    }

    /// How many customer codes there are.
    public var customerCount: Int { offsets.count - 1 }

    /// ARR of a slice at the end of a day.
    func closing(_ slice: Int, _ day: Day) -> Int128 {
        func sum(_ kind: MovementKind) -> Int128 { amounts.sum(measure: Revenue.measure(kind), slice: slice, upTo: day) }
        return sum(.new) + sum(.reactivation) + sum(.expansion) - sum(.contraction) - sum(.churn)
    }

    /// Customers of a slice with ARR at the end of a day.
    func customers(_ slice: Int, _ day: Day) -> Int64 {
        func sum(_ kind: MovementKind) -> Int64 { counts.sum(measure: Revenue.measure(kind), slice: slice, upTo: day) }
        return sum(.new) + sum(.reactivation) - sum(.churn)
    }
}
