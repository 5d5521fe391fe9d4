import Facts

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
    /// The rows that were folded.
    let rows: LeadsAndDeals

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

    /// Folds all leads and deals, several chunks of rows at once.
    init(_ facts: FactSet, members: Members, settings: RollUpSettings) {
        rows = LeadsAndDeals(facts, asOf: settings.asOf)
        stages = rows.leads?.stages ?? settings.stages
        let tables = FunnelTables(rows, members, stages: stages)
        let cut = Stamp(startOf: settings.asOf + 1, in: facts.zone)
        let days = Funnel.days(tables, before: cut, zone: facts.zone, asOf: settings.asOf)
        let count = tables.count
        // Each chunk has a cube of its own, which is large where there are many slices.
        let chunks = count < 50_000 ? 1 : members.sliceCount < 100_000 ? 8 : 2
        var parts = concurrently(chunks) { chunk in
            var part = FunnelPart(
                tables, days: days, slices: members.sliceCount, cut: cut, zone: facts.zone, settings: settings)
            part.add(count * chunk / chunks..<count * (chunk + 1) / chunks)
            return part
        }
        var whole = parts.removeFirst()
        for part in parts { whole.merge(part) }
        whole.counts.seal()
        whole.amounts.seal()
        counts = whole.counts
        amounts = whole.amounts
        cycles = Spans(whole.cycles, days)
        responses = Spans(whole.responses, days)
    }

    /// The days that stamps fall on: all of them where they lie close, else those that occur.
    private static func days(_ tables: FunnelTables, before cut: Stamp, zone: Zone, asOf: Day) -> DayIndex {
        let all = [tables.leads, tables.deals]
        guard let first = all.compactMap({ $0.firstEvent(before: cut) }).min() else { return DayIndex(of: []) }
        let day = first.day(in: zone)
        if asOf - day < 5000 { return DayIndex(from: day, to: asOf) }
        var seen = Set<Day>()
        for column in all.flatMap(\.stamps) {
            for stamp in column where stamp < cut && !stamp.isMissing { seen.insert(stamp.day(in: zone)) }
        }
        return DayIndex(of: seen)
    }
}

/// Leads, then deals that no lead takes, numbered as one, with where their members come from.
struct FunnelTables: Sendable {
    let leads: Leads
    let deals: Leads
    private let ofLeads: [Members.Column]
    private let ofDeals: [Members.Column]

    init(_ rows: LeadsAndDeals, _ members: Members, stages: [String]) {
        leads = rows.leads ?? Leads(stages: stages, dimensions: members.dimensions.count)
        deals = rows.deals ?? Leads(stages: stages, dimensions: members.dimensions.count)
        ofLeads = members.columns(own: leads.members, customers: leads.customers)
        ofDeals = members.columns(own: deals.members, customers: deals.customers)
    }

    /// How many rows both have.
    var count: Int { leads.count + deals.count }

    /// Calls `body` with the slice of a row by each dimension.
    @inline(__always)
    func forEachSlice(of row: Int, _ body: (Int) -> Void) {
        if row < leads.count {
            for column in ofLeads { body(column.slice(row)) }
        } else {
            for column in ofDeals { body(column.slice(row - leads.count)) }
        }
    }
}

/// Spans by day and slice, from which medians are taken; kept as lists, since medians do not add up.
public struct Spans: Sendable {
    /// One span: the number of the day it counts on, how long it is, and its row among ``FunnelTables``.
    struct Entry: Sendable {
        var day: Int32
        var row: Int32
        var length: Int64
    }

    private let days: DayIndex
    /// By day, in the order of rows; those of the day with a number begin at its place among the starts.
    private var lengths: [Int64]
    private var rows: [Int32]
    private var starts: [Int]

    /// Sorts spans, which are in the order of rows, by day.
    init(_ entries: [Entry], _ days: DayIndex) {
        self.days = days
        starts = Array(repeating: 0, count: days.count + 1)
        for entry in entries { starts[Int(entry.day) + 1] += 1 }
        for day in 0..<days.count { starts[day + 1] += starts[day] }
        lengths = Array(repeating: 0, count: entries.count)
        rows = Array(repeating: 0, count: entries.count)
        var next = starts
        for entry in entries {
            let place = next[Int(entry.day)]
            next[Int(entry.day)] += 1
            (lengths[place], rows[place]) = (entry.length, entry.row)
        }
    }

    /// Calls `body` with the length and the row of each span from `start` to `end`, both included.
    func forEach(from start: Day, to end: Day, _ body: (Int64, Int) -> Void) {
        guard start <= end else { return }
        for place in starts[days.rank(start - 1)]..<starts[days.rank(end)] { body(lengths[place], Int(rows[place])) }
    }

    /// Twice the median, so that the mean of the middle two of an even count stays whole; nil of nothing.
    static func twiceMedian(_ lengths: some Collection<Int64>) -> Int128? {
        if lengths.isEmpty { return nil }
        let sorted = lengths.sorted()
        return Int128(sorted[(sorted.count - 1) / 2]) + Int128(sorted[sorted.count / 2])
    }
}
