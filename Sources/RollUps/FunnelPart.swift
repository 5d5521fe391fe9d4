import Facts

/// What some leads and deals add up to.
///
/// Rows are taken in blocks and a block column by column: first the day of each stage by row, then what is counted. So each step is a
/// short loop over numbers that lie side by side.
struct FunnelPart: Sendable {
    private let tables: FunnelTables
    private let cut: Stamp
    private var zoneDays: ZoneDays
    private let layout: Funnel.Layout
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

    // Of the block, by place in it: the row's slices, the total's first; by stage and last for the loss, the number of the day on
    // which it happened, −1 for never; the furthest stage that it reached, −1 for none; the places that are chosen to be counted.
    private var slices: [[Int32]]
    private var days: [[Int32]]
    private var furthest: [Int32]
    private var chosen: [Int32] = []
    private var lost: Int { days.count - 1 }

    /// How many rows a block has at most.
    static let block = 1 << 13

    init(_ tables: FunnelTables, days index: DayIndex, members: Members, cut: Stamp, zone: Zone, settings: RollUpSettings) {
        self.tables = tables
        self.cut = cut
        zoneDays = ZoneDays(zone)
        let stages = tables.leads.stages
        layout = Funnel.Layout(stages: stages.count)
        won = stages.firstIndex(of: "won")
        opportunity = stages.firstIndex(of: "opportunity")
        let limit = settings.responseMinutes
        inTime = Int64(clamping: Int128(limit.digits) * 60_000_000 / ExactDecimal.powersOfTen[limit.scale])
        counts = DayCube(days: index, measures: layout.count, slices: members.sliceCount)
        amounts = DayCube(days: index, measures: 1, slices: members.sliceCount)
        daysTo = Array(repeating: DayCounts(), count: stages.count + 1)
        isUsed = Array(repeating: false, count: members.sliceCount)
        let none = [Int32](repeating: 0, count: FunnelPart.block)
        slices = Array(repeating: none, count: 1 + members.dimensions.count)
        days = Array(repeating: none, count: stages.count + 1)
        furthest = none
    }

    mutating func merge(_ other: FunnelPart) {
        counts.merge(other.counts)
        amounts.merge(other.amounts)
        cycles += other.cycles
        responses += other.responses
        for index in daysTo.indices { daysTo[index].merge(other.daysTo[index]) }
        for slice in isUsed.indices where other.isUsed[slice] { isUsed[slice] = true }
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
        for dimension in 1..<slices.count {
            tables.slices(of: first + block.lowerBound..<first + block.upperBound, by: dimension - 1, into: &slices[dimension])
        }
        for (stage, column) in (table.reached + [table.lost]).enumerated() {
            for place in 0..<block.count { days[stage][place] = -1 }
            column?.forEachDay(of: block, before: cut, &zoneDays) { [index = counts.days] place, day in
                days[stage][place] = Int32(truncatingIfNeeded: index.number(day))
            }
        }
    }

    /// A lead both won and lost has its later outcome only; won when at the same time.
    private mutating func settleEnds(_ block: Range<Int>, of table: Leads) {
        guard let won, let wins = table.reached[won], let losses = table.lost else { return }
        for place in 0..<block.count where days[won][place] >= 0 && days[lost][place] >= 0 {
            let row = block.lowerBound + place
            days[losses[row] > wins[row] ? won : lost][place] = -1
        }
    }

    private mutating func findFurthest(_ count: Int) {
        for place in 0..<count { furthest[place] = -1 }
        for stage in 0..<lost {
            let own = days[stage]
            for place in 0..<count where own[place] >= 0 { furthest[place] = Int32(truncatingIfNeeded: stage) }
        }
    }

    // MARK: Counting

    /// Chooses the rows of the block that `fits` says yes to.
    @inline(__always)
    private mutating func choose(_ count: Int, _ fits: (Int) -> Bool) {
        chosen.removeAll(keepingCapacity: true)
        chosen.reserveCapacity(count)
        for place in 0..<count where fits(place) { chosen.append(Int32(truncatingIfNeeded: place)) }
    }

    /// Counts the chosen rows for a measure, each in all of its slices on a day of its own.
    private mutating func count(_ measure: Int, on stage: Int) {
        for own in slices { counts.count(measure, chosen, slices: own, days: days[stage]) }
    }

    private mutating func addStages(_ count: Int, isLead: Bool) {
        for stage in 0..<lost where isLead || stage > 0 {
            choose(count) { [own = days[stage]] in own[$0] >= 0 }
            self.count(layout.inPeriod(stage), on: stage)
        }
        choose(count) { [own = days[lost]] in own[$0] >= 0 }
        self.count(layout.lost, on: lost)
    }

    private mutating func addUsed(_ count: Int) {
        choose(count) { [furthest, lost = days[lost]] in furthest[$0] >= 0 || lost[$0] >= 0 }
        for own in slices { for place in chosen { isUsed[Int(own[Int(place)])] = true } }
    }

    /// An opportunity is open from its day on, up to the day before it is won or lost.
    private mutating func addOpen(_ count: Int) {
        guard let opportunity else { return }
        for place in 0..<count where days[opportunity][place] >= 0 {
            let begun = Int(days[opportunity][place])
            let closed = Int(won.map { days[$0][place] >= 0 ? days[$0][place] : days[lost][place] } ?? days[lost][place])
            guard closed < 0 || closed > begun else { continue }
            for own in slices {
                counts.add(1, measure: layout.open, slice: Int(own[place]), day: begun)
                if closed >= 0 { counts.add(-1, measure: layout.open, slice: Int(own[place]), day: closed) }
            }
        }
    }

    private mutating func addWon(_ block: Range<Int>, of table: Leads, from first: Int, _ spans: inout Spans.List) {
        guard let won else { return }
        for place in 0..<block.count where days[won][place] >= 0 {
            let (row, day) = (block.lowerBound + place, Int(days[won][place]))
            if let amount = table.amounts?[row], amount != Leads.noAmount {
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
        for stage in 0..<lost {
            // Leads count in all stages up to the furthest one that they reached.
            choose(block.count) { [created = days[0], furthest] in created[$0] >= 0 && furthest[$0] >= stage }
            count(layout.cohort(stage), on: 0)
        }
        guard let responded = table.responded, let created = table.reached[0] else { return }
        var answered: [Int32] = []
        chosen.removeAll(keepingCapacity: true)
        for place in 0..<block.count where days[0][place] >= 0 {
            let row = block.lowerBound + place
            let (start, end) = (created[row], responded[row])
            guard !end.isMissing, end < cut, end >= start else { continue }
            answered.append(Int32(place))
            if end.microseconds - start.microseconds <= inTime { chosen.append(Int32(place)) }
            spans.append(day: Int(days[0][place]), row: row)
        }
        count(layout.inTime, on: 0)
        swap(&chosen, &answered)
        count(layout.answered, on: 0)
    }

    /// Counts how long leads took to each stage and to their first response, whatever became of them after.
    private mutating func addDaysTo(_ block: Range<Int>, of table: Leads) {
        guard let created = table.reached[0] else { return }
        for (index, column) in (table.reached + [table.responded]).enumerated() where index > 0 {
            guard let column else { continue }
            for row in block {
                let (start, end) = (created[row], column[row])
                guard !start.isMissing, !end.isMissing, end < cut, end >= start else { continue }
                daysTo[index].add(Int((end.microseconds - start.microseconds) / 86_400_000_000))
            }
        }
    }
}
