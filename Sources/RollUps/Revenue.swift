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

/// How often customers' ARR was 0 for a single day between two terms, and of how many times that it came back.
public struct OneDayGaps: Sendable {
    /// How many gaps there are of one day.
    public private(set) var count = 0
    /// How many there are of any length.
    public private(set) var all = 0
    /// What was lost for one day, in minor units.
    public private(set) var arr: Int128 = 0

    /// Adds a gap of so many days, before which there was so much ARR.
    mutating func add(days: Int, _ lost: Int128) {
        all += 1
        if days == 1 { (count, arr) = (count + 1, arr + lost) }
    }

    mutating func add(_ other: OneDayGaps) {
        (count, all, arr) = (count + other.count, all + other.all, arr + other.arr)
    }
}

/// Every customer's ARR over time, and what follows from it day by day.
public struct Revenue: Sendable {
    /// For customer c the steps at `offsets[c] ..< offsets[c + 1]`, ascending by day.
    private var offsets: [Int] = [0]
    /// By step its day, and the ARR from the end of that day on in minor units; not below 0.
    private var days: [Day] = []
    private var levels: [Int128] = []
    /// Flows by slice: the five movements' amounts in the order of `MovementKind.allCases`.
    private(set) var amounts: DayCube<Int128>
    /// Flows by slice: how many of each movement.
    private(set) var counts: DayCube<Int64>
    /// ARR steps by the terms' own plan.
    private(set) var byPlan: DayCube<Int128>
    /// Customers whose terms summed to less than 0 on some day.
    public private(set) var belowZero: [UInt32] = []
    /// How often a customer's ARR was 0 for a single day, once gaps are closed.
    public private(set) var oneDayGaps = OneDayGaps()
    /// The first start of a term up to the as-of date.
    let firstEvent: Day?

    /// Folds the terms of all customers, several chunks of them at once.
    ///
    /// - Parameter chunk: How many customers a chunk has.
    init(_ terms: Terms?, members: Members, settings: RollUpSettings, chunk size: Int = 1 << 13) {
        let own = members.terms
        firstEvent = own.firstStart
        amounts = DayCube(days: DayIndex(of: []), measures: 5, slices: members.sliceCount)
        counts = DayCube(days: DayIndex(of: []), measures: 5, slices: members.sliceCount)
        byPlan = DayCube(days: DayIndex(of: []), measures: 1, slices: members.sliceCount)
        let (all, plans) = (0..<own.customerCount, members.plan.map { (dimension: $0, column: terms?.members[$0]) })
        days.reserveCapacity(own.count * 2)
        levels.reserveCapacity(own.count * 2)
        offsets.reserveCapacity(all.count + 1)
        var planSteps: [StepsOfARR.PlanStep] = []
        inRounds(over: all, by: size) { customers in
            var steps = StepsOfARR()
            for customer in customers {
                steps.add(customer, own[customer], settings)
                if let plans {
                    steps.addPlans(own[customer], settings) { row in
                        members.index(dimension: plans.dimension, code: plans.column?[row] ?? 0)
                    }
                }
            }
            return steps
        } each: { steps in
            offsets += steps.ends.lazy.map { [first = days.count] in first + $0 }
            days += steps.days
            levels += steps.levels
            belowZero += steps.belowZero
            oneDayGaps.add(steps.oneDayGaps)
            planSteps += steps.planSteps
        }
        let index = DayIndex(of: days)
        amounts = DayCube(days: index, measures: 5, slices: members.sliceCount)
        counts = DayCube(days: index, measures: 5, slices: members.sliceCount)
        byPlan = DayCube(days: DayIndex(of: planSteps.lazy.map(\.day)), measures: 1, slices: members.sliceCount)
        for step in planSteps { byPlan.add(step.amount, measure: 0, slice: step.slice, day: byPlan.days.number(step.day)) }
        let parts = sums(
            // Each sum has cubes of its own, which are large where there are many slices.
            over: all, by: size, atMost: members.sliceCount < 100_000 ? 8 : 2,
            startingWith: { [amounts, counts] in (amounts, counts) }
        ) { [self] sums, customers in
            add(customers, members, to: &sums.0, &sums.1)
        }
        for part in parts {
            amounts.merge(part.0)
            counts.merge(part.1)
        }
        if let slices = members.partsOfTotal {
            amounts.add(slices: slices, to: 0)
            counts.add(slices: slices, to: 0)
        }
        amounts.seal()
        counts.seal()
        byPlan.seal()
    }

    /// Adds each step of some customers to cubes of amounts and counts.
    private func add(
        _ customers: Range<Int>, _ members: Members, to amounts: inout DayCube<Int128>, _ counts: inout DayCube<Int64>
    ) {
        let steps = offsets[customers.lowerBound]..<offsets[customers.upperBound]
        // By place among the steps.
        var (kinds, numbers) = ([Int32](repeating: 0, count: steps.count), [Int32](repeating: 0, count: steps.count))
        var (moved, codes) = ([Int128](repeating: 0, count: steps.count), [UInt32](repeating: 0, count: steps.count))
        let index = counts.days
        for customer in customers {
            var before: Int128 = 0
            for step in offsets[customer]..<offsets[customer + 1] {
                let (kind, amount) = movement(step, from: before, isFirst: step == offsets[customer])
                let place = step - steps.lowerBound
                kinds[place] = Int32(truncatingIfNeeded: Revenue.measure(kind))
                numbers[place] = Int32(truncatingIfNeeded: index.number(days[step]))
                moved[place] = amount
                codes[place] = UInt32(truncatingIfNeeded: customer)
                before = levels[step]
            }
        }
        let all = kinds.indices.map { Int32(truncatingIfNeeded: $0) }
        for slices in members.slices(ofCustomers: codes) {
            counts.count(from: 0, kinds, all, slices: slices, days: numbers)
            amounts.add(from: 0, kinds, all, slices: slices, days: numbers, moved)
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
        let own = offsets[customer]..<offsets[customer + 1]
        var step = own.upperBound
        while step > own.lowerBound, days[step - 1] >= start { step -= 1 }
        var before = step > own.lowerBound ? levels[step - 1] : 0
        while step < own.upperBound, days[step] <= end {
            let (kind, amount) = movement(step, from: before, isFirst: step == own.lowerBound)
            body(Movement(day: days[step], customer: UInt32(customer), kind: kind, amount: amount))
            before = levels[step]
            step += 1
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
