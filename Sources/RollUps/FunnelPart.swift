import Facts

/// What some leads and deals add up to.
///
/// Rows are taken in blocks and a block column by column: first the day of each stage by row, then what is counted. So each step is a
/// short loop over numbers that lie side by side. What follows from other counts is not counted row by row: a lead's cohort counts at
/// the furthest stage alone, and the total is what the members of one dimension add up to, until ``settle()``.
struct FunnelPart: Sendable {
    private let tables: FunnelTables
    private let cut: Stamp
    private var zoneDays: ZoneDays
    let layout: Funnel.Layout
    private let won: Int?
    private let opportunity: Int?
    private let inTime: Int64
    var counts: DayCube<Int64>
    var amounts: DayCube<Int128>
    /// Days from creation to winning, by the day won, and from creation to the first response, by the day created.
    var cycles: [Spans.Piece] = []
    var responses: [Spans.Piece] = []
    /// How many days leads took to each stage, and last to their first response.
    var daysTo: [DayCounts]
    /// By slice whether a row that has happened is of it.
    var isUsed: [Bool]
    /// What waits, and who has answered.
    var handOvers: HandOverCounts
    private let dayOf: [Day]

    /// The members whose sum is the total; nil where there is no dimension, so that the total is counted itself.
    private let parts: Range<Int>?

    // Of the block, by place in it: the row's slice by each dimension, or the total where there is none; by stage and last for the loss,
    // the number of the day on which it happened, −1 for never; the furthest stage that it reached, −1 for none; the number of the day
    // on which its opportunity ended, −1 for never; the places that are chosen to be counted.
    private var slices: [[Int32]]
    private var days: [[Int32]]
    private var furthest: [Int32]
    private var closed: [Int32]
    private var chosen: [Int32] = []
    private var chosenInTime: [Int32] = []
    private var lost: Int { days.count - 1 }

    /// How many rows a block has at most.
    static let block = 1 << 13

    init(
        _ tables: FunnelTables, _ facts: FactSet, days index: DayIndex, members: Members, cut: Stamp, settings: RollUpSettings
    ) {
        self.tables = tables
        self.cut = cut
        zoneDays = ZoneDays(facts.zone)
        let stages = tables.leads.stages
        layout = Funnel.Layout(stages: stages.count)
        won = stages.firstIndex(of: "won")
        opportunity = stages.firstIndex(of: "opportunity")
        inTime = settings.responseMicroseconds
        counts = DayCube(days: index, measures: layout.count, slices: members.sliceCount)
        amounts = DayCube(days: index, measures: 1, slices: members.sliceCount)
        daysTo = Array(repeating: DayCounts(), count: stages.count + 1)
        isUsed = Array(repeating: false, count: members.sliceCount)
        let none = [Int32](repeating: 0, count: FunnelPart.block)
        slices = Array(repeating: none, count: max(1, members.dimensions.count))
        days = Array(repeating: none, count: stages.count + 1)
        (furthest, closed) = (none, none)
        parts = members.dimensions.indices.map(members.slices).min { $0.count < $1.count }
        dayOf = index.days
        handOvers = HandOverCounts(facts, stages: stages, cut: cut, inTime: inTime, asOf: settings.asOf)
    }

    mutating func merge(_ other: FunnelPart) {
        counts.merge(other.counts)
        amounts.merge(other.amounts)
        cycles += other.cycles
        responses += other.responses
        for index in daysTo.indices { daysTo[index].merge(other.daysTo[index]) }
        for slice in isUsed.indices where other.isUsed[slice] { isUsed[slice] = true }
        handOvers.merge(other.handOvers)
    }

    /// Works out what was not counted by itself. To be called once all is added and merged.
    mutating func settle() {
        // Leads count in all stages up to the furthest one that they reached.
        for stage in (0..<lost).reversed().dropLast() { counts.add(layout.cohort(stage), to: layout.cohort(stage - 1)) }
        guard let parts else { return }
        counts.add(slices: parts, to: 0)
        amounts.add(slices: parts, to: 0)
        isUsed[0] = isUsed[parts].contains(true)
    }

    /// Adds rows, numbered as ``FunnelTables`` numbers them.
    mutating func add(_ rows: Range<Int>) {
        let leads = tables.leads.count
        let (own, others) = (rows.clamped(to: 0..<leads), rows.clamped(to: leads..<tables.count))
        var spans = (cycles: Spans.List(), responses: Spans.List())
        add(own, of: tables.leads, from: 0, isLead: true, &spans)
        add(others.lowerBound - leads..<others.upperBound - leads, of: tables.deals, from: leads, isLead: false, &spans)
        cycles.append(Spans.Piece(spans.cycles, counts.days))
        responses.append(Spans.Piece(spans.responses, counts.days))
    }

    private typealias SpanLists = (cycles: Spans.List, responses: Spans.List)

    /// - Parameter first: The number among both tables of the first row of this one.
    private mutating func add(_ rows: Range<Int>, of table: Leads, from first: Int, isLead: Bool, _ spans: inout SpanLists) {
        var start = rows.lowerBound
        while start < rows.upperBound {
            let block = start..<min(rows.upperBound, start + FunnelPart.block)
            read(block, of: table, from: first)
            if isLead { addDaysTo(block, of: table) }
            settleEnds(block, of: table)
            findFurthest(block.count)
            handOvers.add(block, of: table, isLead: isLead, days: days, furthest: furthest, dayOf: dayOf)
            addUsed(block.count)
            addStages(block.count, isLead: isLead)
            addOpen(block.count)
            addWon(block, of: table, from: first, &spans.cycles)
            if isLead { addCohorts(block, of: table, &spans.responses) }
            start = block.upperBound
        }
    }

    // MARK: Reading a block

    /// Finds the slices of the rows, and the day of each of their stages that has happened by the as-of date.
    private mutating func read(_ block: Range<Int>, of table: Leads, from first: Int) {
        if parts != nil {
            for dimension in slices.indices {
                tables.slices(
                    of: first + block.lowerBound..<first + block.upperBound, by: dimension, into: &slices[dimension])
            }
        }
        var zone = zoneDays
        let (index, cut) = (counts.days, cut)
        for (stage, column) in (table.reached + [table.lost]).enumerated() {
            days[stage].withUnsafeMutableBufferPointer { days in
                days.update(repeating: -1)
                column?.forEachDay(of: block, before: cut, &zone) { place, day in
                    days[place] = Int32(truncatingIfNeeded: index.number(day))
                }
            }
        }
        zoneDays = zone
    }

    /// A lead both won and lost has its later outcome only; won when at the same time.
    private mutating func settleEnds(_ block: Range<Int>, of table: Leads) {
        guard let won, let wins = table.reached[won], let losses = table.lost else { return }
        choose(block.count) { [won = days[won], lost = days[lost]] in FunnelPart.isThere(won[$0]) & FunnelPart.isThere(lost[$0])
        }
        for place in chosen {
            let row = block.lowerBound + Int(place)
            days[losses[row] > wins[row] ? won : lost][Int(place)] = -1
        }
    }

    private mutating func findFurthest(_ count: Int) {
        furthest.withUnsafeMutableBufferPointer { [stages = days.dropLast()] furthest in
            furthest.update(repeating: -1)
            for (stage, own) in stages.enumerated() {
                let number = Int32(truncatingIfNeeded: stage)
                own.withUnsafeBufferPointer { own in
                    for place in 0..<count { furthest[place] = own[place] >= 0 ? number : furthest[place] }
                }
            }
        }
    }

    // MARK: Counting

    /// Chooses the rows of the block for which `fits` is 1; for the others it is 0.
    @inline(__always)
    private mutating func choose(_ count: Int, _ fits: (Int) -> UInt32) {
        chosen = [Int32](unsafeUninitializedCapacity: count) { chosen, number in
            forEachPlace(of: count, where: fits) { place in
                chosen[number] = Int32(truncatingIfNeeded: place)
                number &+= 1
            }
        }
    }

    /// 1 of the number of a day or a stage, 0 of −1, which stands for none.
    @inline(__always)
    private static func isThere(_ number: Int32) -> UInt32 { UInt32(bitPattern: ~number) &>> 31 }

    /// Adds to a measure of the chosen rows, each in all of its slices on a day of its own.
    private mutating func count(_ measure: Int, on days: [Int32], each value: Int64 = 1) {
        for own in slices { counts.count(measure, chosen, slices: own, days: days, each: value) }
    }

    private mutating func addStages(_ count: Int, isLead: Bool) {
        for stage in 0..<lost where isLead || stage > 0 {
            choose(count) { [own = days[stage]] in FunnelPart.isThere(own[$0]) }
            self.count(layout.inPeriod(stage), on: days[stage])
        }
        choose(count) { [own = days[lost]] in FunnelPart.isThere(own[$0]) }
        self.count(layout.lost, on: days[lost])
    }

    private mutating func addUsed(_ count: Int) {
        // Below 0 together only where both are.
        choose(count) { [furthest, lost = days[lost]] in FunnelPart.isThere(furthest[$0] & lost[$0]) }
        for own in slices { for place in chosen { isUsed[Int(own[Int(place)])] = true } }
    }

    /// An opportunity is open from its day on, up to the day before it is won or lost.
    private mutating func addOpen(_ count: Int) {
        guard let opportunity else { return }
        let (wins, losses) = (days[won ?? lost], days[lost])
        // One of them at most has happened.
        for place in 0..<count { closed[place] = max(wins[place], losses[place]) }
        choose(count) { [begun = days[opportunity], closed] place in
            let (begun, closed) = (begun[place], closed[place])
            let isOpenThen = (1 - FunnelPart.isThere(closed)) | FunnelPart.isThere(closed &- begun &- 1)
            return FunnelPart.isThere(begun) & isOpenThen
        }
        self.count(layout.open, on: days[opportunity])
        choose(count) { [begun = days[opportunity], closed] place in
            FunnelPart.isThere(begun[place]) & FunnelPart.isThere(closed[place] &- max(begun[place], 0) &- 1)
        }
        self.count(layout.open, on: closed, each: -1)
    }

    private mutating func addWon(_ block: Range<Int>, of table: Leads, from first: Int, _ spans: inout Spans.List) {
        guard let won else { return }
        let values = table.amounts ?? []
        for place in 0..<block.count where days[won][place] >= 0 {
            let (row, day) = (block.lowerBound + place, Int(days[won][place]))
            let amount = values.isEmpty ? Leads.noAmount : values[row]
            if amount != Leads.noAmount {
                for own in slices {
                    counts.add(1, measure: layout.withAmount, slice: Int(own[place]), day: day)
                    amounts.add(Int128(amount), measure: 0, slice: Int(own[place]), day: day)
                }
            }
            let created = days[0][place]
            if created >= 0, day >= created { spans.append(day: day, row: first + row) }
        }
    }

    private mutating func addCohorts(_ block: Range<Int>, of table: Leads, _ spans: inout Spans.List) {
        // Who was created has reached the first stage at least.
        choose(block.count) { [created = days[0]] in FunnelPart.isThere(created[$0]) }
        for own in slices { counts.count(from: layout.cohort(0), furthest, chosen, slices: own, days: days[0]) }
        guard let responded = table.responded, let created = table.reached[0] else { return }
        chosen = answered(block, responded, since: created, &spans)
        count(layout.answered, on: days[0])
        chosen = chosenInTime
        count(layout.inTime, on: days[0])
    }

    /// The places of the leads of the block that were answered; those of them that were answered in time are put into ``chosenInTime``.
    private mutating func answered(
        _ block: Range<Int>, _ responded: StampColumn, since created: StampColumn, _ spans: inout Spans.List
    ) -> [Int32] {
        [Int32](unsafeUninitializedCapacity: block.count) { answered, count in
            chosenInTime = [Int32](unsafeUninitializedCapacity: block.count) { answeredInTime, countInTime in
                responded.forEachSpan(of: block, since: created, before: cut) { [days = days[0], inTime] place, length in
                    guard days[place] >= 0 else { return }
                    answered[count] = Int32(truncatingIfNeeded: place)
                    answeredInTime[countInTime] = Int32(truncatingIfNeeded: place)
                    count &+= 1
                    countInTime &+= length <= inTime ? 1 : 0
                    spans.append(day: Int(days[place]), row: block.lowerBound + place)
                }
            }
        }
    }

    /// Counts how long leads took to each stage and to their first response, whatever became of them after.
    private mutating func addDaysTo(_ block: Range<Int>, of table: Leads) {
        guard let created = table.reached[0] else { return }
        for (index, column) in (table.reached + [table.responded]).enumerated() where index > 0 {
            var counts = DayCounts()
            // Nobody else holds what is added to.
            swap(&counts, &daysTo[index])
            column?.forEachSpan(of: block, since: created, before: cut) { _, length in
                counts.add(Int(length / 86_400_000_000))
            }
            swap(&counts, &daysTo[index])
        }
    }
}
