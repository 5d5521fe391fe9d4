import Facts

/// What one chunk of leads and deals adds up to.
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
    var cycles: [Spans.Entry] = []
    var responses: [Spans.Entry] = []
    // Of the row that is added: its slices, by stage when it was reached, and the number of that day, −1 for never.
    private var slices: [Int] = []
    private var stamps: [Stamp]
    private var places: [Int]

    init(_ tables: FunnelTables, days: DayIndex, slices: Int, cut: Stamp, zone: Zone, settings: RollUpSettings) {
        self.tables = tables
        self.cut = cut
        zoneDays = ZoneDays(zone)
        let stages = tables.leads.stages
        stamps = Array(repeating: .missing, count: stages.count)
        places = Array(repeating: -1, count: stages.count)
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

    /// A stamp that has happened by the as-of date; else the missing one.
    @inline(__always)
    private func happened(_ column: StampColumn?, _ row: Int) -> Stamp {
        guard let column else { return .missing }
        let stamp = column[row]
        return stamp < cut ? stamp : .missing
    }

    /// The number of the day of a stamp among those of the cubes; −1 of a missing one.
    @inline(__always)
    private mutating func place(_ stamp: Stamp) -> Int { stamp.isMissing ? -1 : counts.days.number(zoneDays.day(of: stamp)) }

    /// - Parameters:
    ///   - row: Its place in its own table.
    ///   - number: Its place among both.
    ///   - isLead: A deal that no lead takes was created, and is no lead.
    private mutating func add(_ row: Int, of table: Leads, _ number: Int, isLead: Bool) {
        slices.removeAll(keepingCapacity: true)
        slices.append(0)
        tables.forEachSlice(of: number) { slices.append($0) }
        var lost = happened(table.lost, row)
        for stage in stamps.indices { stamps[stage] = happened(table.reached[stage], row) }
        // A lead both won and lost has its later outcome only; won when at the same time.
        if let won, !stamps[won].isMissing, !lost.isMissing {
            if lost > stamps[won] { stamps[won] = .missing } else { lost = .missing }
        }
        for stage in stamps.indices { places[stage] = place(stamps[stage]) }
        let lostPlace = place(lost)

        for stage in stamps.indices where places[stage] >= 0 && (isLead || stage > 0) {
            count(layout.inPeriod(stage), places[stage])
        }
        if lostPlace >= 0 { count(layout.lost, lostPlace) }
        if let opportunity, places[opportunity] >= 0 {
            let closed = won.map { places[$0] >= 0 ? places[$0] : lostPlace } ?? lostPlace
            if closed < 0 || closed > places[opportunity] {
                count(layout.open, places[opportunity])
                if closed >= 0 { count(layout.open, closed, by: -1) }
            }
        }
        if let won, places[won] >= 0 { addWon(number, places[won], amount: table.amounts?[row] ?? Leads.noAmount, won) }
        if isLead, places[0] >= 0 { addCohort(number, response: happened(table.responded, row)) }
    }

    private mutating func addWon(_ number: Int, _ place: Int, amount: Int64, _ won: Int) {
        if amount != Leads.noAmount {
            count(layout.withAmount, place)
            for slice in slices { amounts.add(Int128(amount), measure: 0, slice: slice, day: place) }
        }
        guard !stamps[0].isMissing else { return }
        let (created, day) = (zoneDays.day(of: stamps[0]), zoneDays.day(of: stamps[won]))
        if day >= created { cycles.append(Spans.Entry(day: Int32(place), row: Int32(number), length: Int64(day - created))) }
    }

    private mutating func addCohort(_ number: Int, response: Stamp) {
        let (created, place) = (stamps[0], places[0])
        let furthest = places.lastIndex { $0 >= 0 } ?? 0
        for stage in 0...furthest { count(layout.cohort(stage), place) }
        guard !response.isMissing else { return }
        let span = response.microseconds - created.microseconds
        guard span >= 0 else { return }
        count(layout.answered, place)
        if span <= inTime { count(layout.inTime, place) }
        responses.append(Spans.Entry(day: Int32(place), row: Int32(number), length: span))
    }

    /// Adds to a measure of the row's slices on a day of the cubes.
    @inline(__always)
    private mutating func count(_ measure: Int, _ place: Int, by amount: Int64 = 1) {
        for slice in slices { counts.add(amount, measure: measure, slice: slice, day: place) }
    }
}
