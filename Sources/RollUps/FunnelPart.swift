import Facts

/// What one chunk of leads and deals adds up to.
struct FunnelPart: Sendable {
    private let tables: FunnelTables
    private let cut: Stamp
    private let zone: Zone
    private let layout: Funnel.Layout
    private let won: Int?
    private let opportunity: Int?
    private let inTime: Int64
    var counts: DayCube<Int64>
    var amounts: DayCube<Int128>
    var cycles: [Spans.Entry] = []
    var responses: [Spans.Entry] = []

    init(_ tables: FunnelTables, days: DayIndex, slices: Int, cut: Stamp, zone: Zone, settings: RollUpSettings) {
        self.tables = tables
        self.cut = cut
        self.zone = zone
        let stages = tables.leads.stages
        layout = Funnel.Layout(stages: stages.count)
        won = stages.firstIndex(of: "won")
        opportunity = stages.firstIndex(of: "opportunity")
        let limit = settings.responseMinutes
        inTime = Int64(clamping: Int128(limit.digits) * 60_000_000 / ExactDecimal.powersOfTen[limit.scale])
        counts = DayCube(days: days, measures: layout.count, slices: slices)
        amounts = DayCube(days: days, measures: 1, slices: slices)
    }

    mutating func merge(_ other: FunnelPart) {
        counts.merge(other.counts)
        amounts.merge(other.amounts)
        cycles += other.cycles
        responses += other.responses
    }

    /// Adds rows, numbered as ``FunnelTables`` numbers them.
    mutating func add(_ rows: Range<Int>) {
        let (leads, deals) = (tables.leads, tables.deals)
        for row in rows.clamped(to: 0..<leads.count) { add(row, of: leads, row, isLead: true) }
        for row in rows.clamped(to: leads.count..<tables.count) { add(row - leads.count, of: deals, row, isLead: false) }
    }

    /// A stamp that has happened by the as-of date, else nil.
    private func happened(_ column: StampColumn?, _ row: Int) -> Stamp? {
        guard let stamp = column?[row], !stamp.isMissing, stamp < cut else { return nil }
        return stamp
    }

    /// - Parameters:
    ///   - row: Its place in its own table.
    ///   - number: Its place among both.
    ///   - isLead: A deal that no lead takes was created, and is no lead.
    private mutating func add(_ row: Int, of table: Leads, _ number: Int, isLead: Bool) {
        var slices = [0]
        tables.forEachSlice(of: number) { slices.append($0) }
        var lost = happened(table.lost, row)
        var reached = table.reached.map { happened($0, row) }
        // A lead both won and lost has its later outcome only; won when at the same time.
        if let won, let wonAt = reached[won], let lostAt = lost {
            if lostAt > wonAt { reached[won] = nil } else { lost = nil }
        }
        let days = reached.map { $0?.day(in: zone) }
        let lostDay = lost?.day(in: zone)

        for stage in table.stages.indices where isLead || stage > 0 {
            if let day = days[stage] { count(layout.inPeriod(stage), slices, day) }
        }
        if let lostDay { count(layout.lost, slices, lostDay) }
        if let opportunity, let opened = days[opportunity] {
            let closed = won.flatMap { days[$0] } ?? lostDay
            if closed.map({ $0 > opened }) ?? true {
                count(layout.open, slices, opened)
                if let closed { count(layout.open, slices, closed, by: -1) }
            }
        }
        if let won, let wonDay = days[won] {
            addWon(number, wonDay, created: days[0], amount: table.amounts?[row] ?? Leads.noAmount, slices)
        }
        if isLead, let created = reached[0], let createdDay = days[0] {
            addCohort(number, created, createdDay, reached, response: happened(table.responded, row), slices)
        }
    }

    private mutating func addWon(_ number: Int, _ day: Day, created: Day?, amount: Int64, _ slices: [Int]) {
        if amount != Leads.noAmount {
            count(layout.withAmount, slices, day)
            let place = amounts.days.number(day)
            for slice in slices { amounts.add(Int128(amount), measure: 0, slice: slice, day: place) }
        }
        if let created, day >= created {
            cycles.append(Spans.Entry(day: day, length: Int64(day - created), row: number))
        }
    }

    private mutating func addCohort(
        _ number: Int, _ created: Stamp, _ day: Day, _ reached: [Stamp?], response: Stamp?, _ slices: [Int]
    ) {
        let furthest = reached.lastIndex { $0 != nil } ?? 0
        for stage in 0...furthest { count(layout.cohort(stage), slices, day) }
        guard let response else { return }
        let span = response.microseconds - created.microseconds
        guard span >= 0 else { return }
        count(layout.answered, slices, day)
        if span <= inTime { count(layout.inTime, slices, day) }
        responses.append(Spans.Entry(day: day, length: span, row: number))
    }

    private mutating func count(_ measure: Int, _ slices: [Int], _ day: Day, by amount: Int64 = 1) {
        let number = counts.days.number(day)
        for slice in slices { counts.add(amount, measure: measure, slice: slice, day: number) }
    }
}
