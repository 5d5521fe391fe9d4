import Facts

/// Which measures are defined, where and when.
///
/// Source: data contract, "Absent and not yet begun", "Dimensions" and "Snapshots".
struct Availability: Sendable {
    /// The first event of each source up to the as-of date; nil where it is absent.
    let firstEvents: [Measure.Source: Day?]
    /// The first day of the month that holds it.
    private let begins: [Measure.Source: Day]
    private let firstSnapshot: Day?
    private let missing: Set<Observed>
    /// The measures that deals could feed, but no file of deals has a column for.
    private let unfed: Set<Observed>
    /// From when on each of the sources that measures come from is late.
    private let late: [SourceName: Day]
    /// All that is late: sources, and series of files.
    private let allLate: [Late]
    /// For each source and dimension whether its rows can be given a member.
    private let reach: [Measure.Source: [Bool]]
    private let dimensions: Range<Int>
    private let plan: Int?
    private let dealsAreLeads: Bool
    private let figures: FigureDays

    init(
        _ facts: FactSet, _ funnel: LeadsAndDeals, _ figures: FigureDays, members: Members,
        firstEvents: [Measure.Source: Day?], renewalsAreKnown: Bool
    ) {
        self.firstEvents = firstEvents
        begins = firstEvents.compactMapValues { $0?.startOfMonth }
        if case .snapshots(let first)? = facts.terms?.origin { firstSnapshot = first } else { firstSnapshot = nil }
        dimensions = members.dimensions.indices
        plan = members.plan
        dealsAreLeads = funnel.dealsAreLeads
        self.figures = figures
        // By plan there is ARR alone, and it follows the term's own plan.
        let follows = members.dimensions.indices.map {
            $0 == members.plan ? facts.terms?.members[$0] != nil : members.followsCustomer[$0]
        }
        let none = members.dimensions.map { _ in false }
        reach = [
            .subscriptions: follows, .usage: follows,
            .spend: facts.spend.map { members.reach(own: $0.members, customers: $0.customers) } ?? none,
            .nps: facts.surveys.map { members.reach(own: $0.members, customers: $0.customers) } ?? none,
            .leads: funnel.leads.map { members.reach(own: $0.members, customers: $0.customers) } ?? none,
            .opportunities: funnel.deals.map {
                $0.count == 0 ? none : members.reach(own: $0.members, customers: $0.customers)
            } ?? none,
            .headcount: facts.headcount.map { members.reach(own: $0.members, customers: nil) } ?? none,
        ]
        missing = Availability.missing(facts, funnel, renewalsAreKnown: renewalsAreKnown)
        unfed = funnel.deals.map(Availability.unfed) ?? []
        allLate = facts.late
        late = Dictionary(facts.late.filter { $0.series == nil }.map { ($0.source, $0.from) }, uniquingKeysWith: min)
    }

    /// The measures that deals do not feed, as none of their files has a column for them.
    private static func unfed(_ deals: Leads) -> Set<Observed> {
        var unfed = Set(
            deals.stages.indices.filter { deals.reached[$0] == nil }.map { Observed.leads(.entered(deals.stages[$0])) })
        if unfed.contains(.leads(.entered("won"))) { unfed.formUnion([.wonAmount, .leads(.wonWithAmount), .cycle]) }
        if deals.lost == nil { unfed.insert(.leads(.lost)) }
        return unfed
    }

    /// The facts whose rows a measure counts: its own first.
    func sources(of measure: Measure) -> [Measure.Source] {
        unfed.contains(measure.observed) ? [measure.source] : measure.sources
    }

    /// The sources of events that feed a measure.
    func feeds(_ measure: Measure) -> [SourceName] { measure.feeds(sources(of: measure), dealsAreLeads: dealsAreLeads) }

    /// Whether the newest exports of a source have not come for the period that ends on a day.
    func isLate(_ source: SourceName, _ end: Day) -> Bool { late[source].map { end >= $0 } ?? false }

    /// Whether a measure is not known in a frame because the newest exports of a source that feeds it have not come.
    ///
    /// Source: data contract, "Late".
    func isLate(_ measure: Measure, _ frame: Frame) -> Bool {
        guard !late.isEmpty else { return false }
        if measure.observed.isHealth { return !knowsUse(frame.stock) && !knowsVoice(frame.stock) }
        if measure.kind == .stock {
            return Availability.lateStocks.contains(measure.observed)
                && feeds(measure).contains { isLate($0, frame.stock) }
        }
        return feeds(measure).contains { isLate($0, frame.end) }
    }

    /// The late series of files, or for health the late source, that a measure which is defined in a frame does without.
    ///
    /// Source: data contract, "Late".
    func lacks(_ measure: Measure, _ frame: Frame) -> Late? {
        guard !allLate.isEmpty else { return nil }
        let isHealth = measure.observed.isHealth
        if measure.kind == .stock, !isHealth, !Availability.lateStocks.contains(measure.observed) { return nil }
        let end = measure.kind == .stock ? frame.stock : frame.end
        let feeds: [SourceName] = isHealth ? [.usage, .surveys] : feeds(measure)
        return allLate.first { end >= $0.from && feeds.contains($0.source) && (isHealth || $0.series != nil) }
    }

    private static let lateStocks: Set<Observed> = [.active, .use(.users), .use(.seats), .leads(.open)]

    /// Whether product use is known at the end of a day: begun, and not late.
    func knowsUse(_ day: Day) -> Bool { begins[.usage].map { day >= $0 } ?? false && !isLate(.usage, day) }

    /// Whether survey answers are known at the end of a day: begun, and not late.
    func knowsVoice(_ day: Day) -> Bool { begins[.nps].map { day >= $0 } ?? false && !isLate(.surveys, day) }

    /// The measures whose column no file of the source has.
    private static func missing(_ facts: FactSet, _ funnel: LeadsAndDeals, renewalsAreKnown: Bool) -> Set<Observed> {
        var missing: Set<Observed> = []
        if !renewalsAreKnown { missing.formUnion(DueSum.allCases.flatMap { [.due($0), .dueARR($0)] }) }
        if let spend = facts.spend, !spend.hasCategory { missing.formUnion([.spend(.marketing), .spend(.sales)]) }
        if let surveys = facts.surveys, !surveys.hasInvited { missing.formUnion([.voice(.invited), .voice(.answered)]) }
        if let usage = facts.usage, usage.seats == nil { missing.formUnion(UseSum.allCases.map { .use($0) }) }
        guard let leads = funnel.leads else { return missing }
        func add(_ stage: String) {
            missing.formUnion(
                stage == "lead" ? [.leads(.created), .leads(.cohort)] : [.leads(.entered(stage)), .leads(.reached(stage))])
        }
        for (index, stage) in leads.stages.enumerated() where leads.reached[index] == nil { add(stage) }
        for stage in Measure.standardStages.dropFirst() where !leads.stages.contains(stage) { add(stage) }
        if leads.lost == nil { missing.insert(.leads(.lost)) }
        if missing.contains(.leads(.entered("opportunity"))) { missing.insert(.leads(.open)) }
        if missing.contains(.leads(.entered("won"))) { missing.formUnion([.wonAmount, .leads(.wonWithAmount), .cycle]) }
        if leads.amounts == nil { missing.formUnion([.wonAmount, .leads(.wonWithAmount)]) }
        if leads.responded == nil { missing.formUnion([.response, .leads(.answered), .leads(.answeredInTime)]) }
        return missing
    }

    /// The slice to look a measure up in for each slice, or nil for those where it is undefined: the total's where only `(none)`
    /// exists. Nil where the measure is undefined for all.
    func slices(of measure: Measure, _ frame: Frame) -> ((Slice) -> Slice?)? {
        guard !missing.contains(measure.observed), hasBegun(measure, frame), !isLate(measure, frame) else { return nil }
        let without = [.subscriptions, .usage].contains(measure.source) && measure.observed != .closingARR ? plan : nil
        let isDivided = dimensions.map { self.isDivided(measure, by: $0) }
        return { slice in
            guard case .member(let dimension, let code) = slice else { return slice }
            if dimension == without { return nil }
            return isDivided[dimension] ? slice : code == 0 ? .total : nil
        }
    }

    /// Whether rows that a measure counts can be given a member of a dimension.
    func isDivided(_ measure: Measure, by dimension: Int) -> Bool {
        if measure.isFigure { return figures.isDivided(measure.id, by: dimension) }
        return sources(of: measure).contains { reach[$0]?[dimension] == true }
    }

    private func hasBegun(_ measure: Measure, _ frame: Frame) -> Bool {
        if measure.isFigure { return figures.hasBegun(measure.id, frame) }
        guard let begin = sources(of: measure).compactMap({ begins[$0] }).min() else { return false }
        if measure.observed == .active {
            guard let other = begins[.subscriptions], frame.stock >= other else { return false }
        }
        // Health needs the use or the voice of customers.
        if measure.observed.isHealth, !knowsUse(frame.stock), !knowsVoice(frame.stock) { return false }
        if measure.observed.isRetention { return frame.stock.months(before: 12) >= begin }
        if let firstSnapshot, measure.observed.isMovement, frame.start <= firstSnapshot { return false }
        switch measure.kind {
        case .stock:
            let isOpening = measure.observed == .openingARR || measure.observed == .openingCustomers
            return (isOpening ? frame.start - 1 : frame.stock) >= begin
        case .flow, .median:
            return frame.end >= begin && !(frame.isTrailing && frame.start < begin)
        }
    }
}
