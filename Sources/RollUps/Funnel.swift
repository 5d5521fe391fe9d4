import Dispatch
import Facts
import Synchronization

/// Leads and their stages, folded by day.
///
/// Source: metric catalogue, `leads` to `leads_answered_in_time`; data contract, "Leads".
public struct Funnel: Sendable {
    /// The stages of the funnel.
    let stages: [String]
    /// Flows and one running stock by slice; see the layout in `Layout`.
    private(set) var counts: DayCube<Int64>
    /// Σ amount of leads won, by slice.
    private(set) var amounts: DayCube<Int128>
    /// Days from creation to winning, by the day won.
    let cycles: Spans
    /// Microseconds from creation to first response, by the day created.
    let responses: Spans
    /// The first event of any lead up to the as-of date.
    let firstEvent: Day?

    /// Where each measure lives in the cube of counts, for so many stages.
    struct Layout: Sendable {
        let stages: Int
        func inPeriod(_ stage: Int) -> Int { stage }
        func cohort(_ stage: Int) -> Int { stages + stage }
        var lost: Int { 2 * stages }
        var open: Int { 2 * stages + 1 }
        var withAmount: Int { 2 * stages + 2 }
        var answered: Int { 2 * stages + 3 }
        var inTime: Int { 2 * stages + 4 }
        var count: Int { 2 * stages + 5 }
    }

    /// Folds all leads, several chunks of rows at once.
    init(_ leads: Leads?, members: Members, zone: Zone, settings: RollUpSettings) {
        let leads = leads ?? Leads(stages: settings.stages, dimensions: members.dimensions.count)
        stages = leads.stages
        let cut = Stamp(startOf: settings.asOf + 1, in: zone)
        let days = Funnel.days(leads, before: cut, zone: zone, asOf: settings.asOf)
        let columns = members.columns(own: leads.members, customers: leads.customers)
        let rows = leads.count
        let chunks = rows < 50_000 ? 1 : 8
        let parts = Mutex<[Int: FunnelPart]>([:])
        DispatchQueue.concurrentPerform(iterations: chunks) { chunk in
            var part = FunnelPart(leads, days: days, slices: members.sliceCount, cut: cut, zone: zone, settings: settings)
            for row in rows * chunk / chunks..<rows * (chunk + 1) / chunks { part.add(row, columns) }
            parts.withLock { [part] in $0[chunk] = part }
        }
        var ordered = parts.withLock { parts in (0..<chunks).map { parts[$0]! } }
        var whole = ordered.removeFirst()
        for part in ordered { whole.merge(part) }
        whole.counts.seal()
        whole.amounts.seal()
        counts = whole.counts
        amounts = whole.amounts
        cycles = Spans(whole.cycles)
        responses = Spans(whole.responses)
        firstEvent = whole.firstEvent
    }

    /// The days that stamps fall on: all of them where they lie close, else those that occur.
    private static func days(_ leads: Leads, before cut: Stamp, zone: Zone, asOf: Day) -> DayIndex {
        let columns = leads.reached.compactMap { $0 } + [leads.lost, leads.responded].compactMap { $0 }
        var first = cut
        for column in columns {
            for stamp in column where stamp < first && !stamp.isMissing { first = stamp }
        }
        guard first < cut else { return DayIndex(of: []) }
        let day = first.day(in: zone)
        if asOf - day < 5000 { return DayIndex(from: day, to: asOf) }
        var seen = Set<Day>()
        for column in columns {
            for stamp in column where stamp < cut && !stamp.isMissing { seen.insert(stamp.day(in: zone)) }
        }
        return DayIndex(of: seen)
    }
}

/// Spans by day and slice, from which medians are taken; kept as lists, since medians do not add up.
public struct Spans: Sendable {
    /// One span: the day it counts on, how long it is, and the row's slices.
    struct Entry: Sendable {
        var day: Day
        var length: Int64
        var row: Int
    }

    private var entries: [Entry]

    init(_ entries: [Entry]) { self.entries = entries.sorted { ($0.day, $0.row) < ($1.day, $1.row) } }

    /// Calls `body` with the length and the row of each span from `start` to `end`, both included.
    func forEach(from start: Day, to end: Day, _ body: (Int64, Int) -> Void) {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].day < start { low = middle + 1 } else { high = middle }
        }
        while low < entries.count, entries[low].day <= end {
            body(entries[low].length, entries[low].row)
            low += 1
        }
    }

    /// Twice the median, so that the mean of the middle two of an even count stays whole; nil of nothing.
    static func twiceMedian(_ lengths: [Int64]) -> Int128? {
        if lengths.isEmpty { return nil }
        let sorted = lengths.sorted()
        return Int128(sorted[(sorted.count - 1) / 2]) + Int128(sorted[sorted.count / 2])
    }
}

/// What one chunk of leads adds up to.
struct FunnelPart: Sendable {
    private let leads: Leads
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
    var firstEvent: Day?

    init(_ leads: Leads, days: DayIndex, slices: Int, cut: Stamp, zone: Zone, settings: RollUpSettings) {
        self.leads = leads
        self.cut = cut
        self.zone = zone
        layout = Funnel.Layout(stages: leads.stages.count)
        won = leads.stages.firstIndex(of: "won")
        opportunity = leads.stages.firstIndex(of: "opportunity")
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
        firstEvent = [firstEvent, other.firstEvent].compactMap { $0 }.min()
    }

    /// A stamp that has happened by the as-of date, else nil.
    private func happened(_ column: [Stamp]?, _ row: Int) -> Stamp? {
        guard let stamp = column?[row], !stamp.isMissing, stamp < cut else { return nil }
        return stamp
    }

    mutating func add(_ row: Int, _ columns: [Members.Column]) {
        var slices = [0]
        for column in columns { slices.append(column.slice(row)) }
        var lost = happened(leads.lost, row)
        var reached = leads.reached.map { happened($0, row) }
        // A lead both won and lost has its later outcome only; won when at the same time.
        if let won, let wonAt = reached[won], let lostAt = lost {
            if lostAt > wonAt { reached[won] = nil } else { lost = nil }
        }
        let days = reached.map { $0.map { day($0) } }
        let lostDay = lost.map { day($0) }

        for stage in leads.stages.indices {
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
        if let won, let wonDay = days[won] { addWon(row, wonDay, created: days[0], slices) }
        if let created = reached[0], let createdDay = days[0] { addCohort(row, created, createdDay, reached, slices) }
    }

    private mutating func addWon(_ row: Int, _ day: Day, created: Day?, _ slices: [Int]) {
        if let amount = leads.amounts?[row], amount != Leads.noAmount {
            count(layout.withAmount, slices, day)
            let number = amounts.days.number(day)
            for slice in slices { amounts.add(Int128(amount), measure: 0, slice: slice, day: number) }
        }
        if let created, day >= created { cycles.append(Spans.Entry(day: day, length: Int64(day - created), row: row)) }
    }

    private mutating func addCohort(_ row: Int, _ created: Stamp, _ day: Day, _ reached: [Stamp?], _ slices: [Int]) {
        let furthest = reached.lastIndex { $0 != nil } ?? 0
        for stage in 0...furthest { count(layout.cohort(stage), slices, day) }
        guard let response = happened(leads.responded, row) else { return }
        _ = self.day(response)
        let span = response.microseconds - created.microseconds
        guard span >= 0 else { return }
        count(layout.answered, slices, day)
        if span <= inTime { count(layout.inTime, slices, day) }
        responses.append(Spans.Entry(day: day, length: span, row: row))
    }

    private mutating func day(_ stamp: Stamp) -> Day {
        let day = stamp.day(in: zone)
        if firstEvent.map({ day < $0 }) ?? true { firstEvent = day }
        return day
    }

    private mutating func count(_ measure: Int, _ slices: [Int], _ day: Day, by amount: Int64 = 1) {
        let number = counts.days.number(day)
        for slice in slices { counts.add(amount, measure: measure, slice: slice, day: number) }
    }
}
