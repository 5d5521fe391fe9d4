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
    /// How many days leads took to each stage, and last to their first response.
    let daysTo: [DayCounts]
    /// By slice whether a row that has happened by the as-of date is of it.
    let isUsed: [Bool]
    /// What waits, and who has answered.
    let handOvers: HandOverCounts
    /// The rows that were folded, without the columns that nobody needs after.
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

    var layout: Layout { Layout(stages: stages.count) }

    /// Where a count lives in the cube; nil of a stage that the funnel does not have.
    func place(of count: LeadCount) -> Int? {
        switch count {
        case .entered(let stage): stages.firstIndex(of: stage).map(layout.inPeriod)
        case .reached(let stage): stages.firstIndex(of: stage).map(layout.cohort)
        // A pipeline may call its first stage something else.
        case .created: layout.inPeriod(stages.firstIndex(of: "lead") ?? 0)
        case .cohort: layout.cohort(stages.firstIndex(of: "lead") ?? 0)
        case .lost: layout.lost
        case .open: layout.open
        case .wonWithAmount: layout.withAmount
        case .answered: layout.answered
        case .answeredInTime: layout.inTime
        }
    }

    /// How many rows a chunk has.
    static let chunk = 1 << 17

    /// Folds all leads and deals, several chunks of rows at once.
    init(_ facts: FactSet, members: Members, settings: RollUpSettings, chunk: Int = Funnel.chunk) {
        let rows = LeadsAndDeals(facts, asOf: settings.asOf)
        stages = rows.leads?.stages ?? settings.stages
        let tables = FunnelTables(rows, members, stages: stages)
        let zone = facts.zone
        let cut = Stamp(startOf: settings.asOf + 1, in: zone)
        let counted = facts.counted.map { CountedFunnel($0, members, asOf: settings.asOf) }
        let days = Funnel.days(tables, counted, from: rows.first, before: cut, zone: zone, asOf: settings.asOf)
        var parts = sums(
            // Each sum has a cube of its own, which is large where there are many slices.
            over: 0..<tables.count, by: chunk, atMost: members.sliceCount < 100_000 ? 8 : 2,
            startingWith: { FunnelPart(tables, facts, days: days, members: members, cut: cut, settings: settings) },
            { $0.add($1) })
        var whole = parts.removeFirst()
        for part in parts { whole.merge(part) }
        whole.settle()
        if let counted { whole.add(counted) }
        whole.counts.seal()
        whole.amounts.seal()
        counts = whole.counts
        amounts = whole.amounts
        daysTo = whole.daysTo
        isUsed = whole.isUsed
        handOvers = whole.handOvers
        self.rows = rows.slim
        cycles = Spans(whole.cycles, days, self.rows, to: \.won, counted: counted?.cycles) {
            $1.day(in: zone) - $0.day(in: zone)
        }
        responses = Spans(whole.responses, days, self.rows, to: \.responded, counted: counted?.responses) {
            Int($1.microseconds - $0.microseconds)
        }
    }

    /// The days that stamps fall on: all of them where they lie close, else those that occur.
    private static func days(
        _ tables: FunnelTables, _ counted: CountedFunnel?, from first: Stamp?, before cut: Stamp, zone: Zone, asOf: Day
    ) -> DayIndex {
        guard let first else { return DayIndex(of: []) }
        let day = first.day(in: zone)
        if asOf - day < 5000 { return DayIndex(from: day, to: asOf) }
        var seen = Set(counted?.days ?? [])
        for column in [tables.leads, tables.deals].flatMap(\.stamps) {
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

    /// Writes the slice by a dimension of each of some rows, which are all leads or all deals.
    func slices(of rows: Range<Int>, by dimension: Int, into slices: inout [Int32]) {
        let isLead = rows.lowerBound < leads.count
        let (column, first) = (isLead ? ofLeads[dimension] : ofDeals[dimension], isLead ? 0 : leads.count)
        column.slices(of: rows.lowerBound - first..<rows.upperBound - first, into: &slices)
    }
}
