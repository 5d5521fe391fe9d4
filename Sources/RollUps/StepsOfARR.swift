import Facts

/// The steps that the ARR of some customers takes, customer by customer.
struct StepsOfARR: Sendable {
    /// By step its day, and the ARR from the end of that day on in minor units; not below 0.
    private(set) var days: [Day] = []
    private(set) var levels: [Int128] = []
    /// By customer how many steps there are up to its last.
    private(set) var ends: [Int] = []
    /// Customers whose terms summed to less than 0 on some day.
    private(set) var belowZero: [UInt32] = []
    /// How often a customer's ARR was 0 for a single day.
    private(set) var oneDayGaps = OneDayGaps()
    /// By how much ARR moves by the terms' own plan, as slices.
    private(set) var planSteps: [PlanStep] = []

    /// By how much the ARR of a plan, which is a slice, moves on a day.
    typealias PlanStep = (day: Day, slice: Int, amount: Int128)

    private typealias Change = (day: Day, change: Int128)
    private var changes: [Change] = []

    /// Adds the steps of the next customer.
    ///
    /// - Parameter terms: Its terms, by start.
    mutating func add(_ customer: Int, _ terms: ArraySlice<CustomerTerms.Term>, _ settings: RollUpSettings) {
        if settings.churnGraceDays > 0 {
            StepsOfARR.findChanges(StepsOfARR.closingGaps(terms, settings), asOf: settings.asOf, &changes)
        } else {
            StepsOfARR.findChanges(terms, asOf: settings.asOf, &changes)
        }
        var (sum, level, wasBelow): (Int128, Int128, Bool) = (0, 0, false)
        var (gap, lost): (Day?, Int128) = (nil, 0)
        for (day, change) in changes {
            sum += change
            wasBelow = wasBelow || sum < 0
            let next = max(0, sum)
            if next == 0, level > 0 { (gap, lost) = (day, level) }
            if let start = gap, next > 0 {
                oneDayGaps.add(days: day - start, lost)
                gap = nil
            }
            if next != level {
                days.append(day)
                levels.append(next)
            }
            level = next
        }
        if wasBelow { belowZero.append(UInt32(customer)) }
        ends.append(days.count)
    }

    /// Finds the net change of a customer's ARR by day, up to the as-of date.
    private static func findChanges(_ terms: some Collection<CustomerTerms.Term>, asOf: Day, _ changes: inout [Change]) {
        changes.removeAll(keepingCapacity: true)
        var isSorted = true
        func add(_ day: Day, _ change: Int128) {
            isSorted = isSorted && (changes.isEmpty || changes[changes.count - 1].day <= day)
            changes.append((day, change))
        }
        for term in terms {
            add(term.start, Int128(term.arr))
            if term.end <= asOf { add(term.end, -Int128(term.arr)) }
        }
        if !isSorted { changes.sort { $0.day < $1.day } }
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

    /// A customer's terms with gaps in its ARR of at most `churnGraceDays` days closed: the terms that end where a gap begins are extended.
    static func closingGaps(_ terms: ArraySlice<CustomerTerms.Term>, _ settings: RollUpSettings) -> [CustomerTerms.Term] {
        var changes: [Change] = []
        findChanges(terms, asOf: settings.asOf, &changes)
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
        var result = Array(terms)
        for gap in closed {
            for place in result.indices where result[place].end == gap.start { result[place].end = gap.end }
        }
        return result
    }

    /// Adds the steps of one customer's ARR by the terms' own plan; where the customer counts as 0, so do its plans.
    ///
    /// - Parameters:
    ///   - terms: Its terms, by start.
    ///   - slice: The slice of the plan of a term, by its row.
    mutating func addPlans(_ terms: ArraySlice<CustomerTerms.Term>, _ settings: RollUpSettings, _ slice: (Int) -> Int) {
        let terms = settings.churnGraceDays > 0 ? StepsOfARR.closingGaps(terms, settings)[...] : terms
        var events: [(day: Day, slice: Int, change: Int128)] = []
        for term in terms {
            let slice = slice(Int(term.row))
            events.append((term.start, slice, Int128(term.arr)))
            if term.end <= settings.asOf { events.append((term.end, slice, -Int128(term.arr))) }
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
                if next != shown[slice, default: 0] { planSteps.append((day, slice, next - shown[slice, default: 0])) }
                shown[slice] = next
            }
        }
    }
}
