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
    private let missing: Set<String>
    /// The measures that deals could feed, but no file of deals has a column for.
    private let unfed: Set<String>
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

    private static let movements: Set<String> = [
        "arr_new", "arr_expansion", "arr_contraction", "arr_churn", "arr_reactivation", "customers_new",
        "customers_reactivated",
        "customers_churned",
    ]
    private static let health: Set<String> = ["health_points", "arr_scored", "arr_at_risk", "arr_watch", "arr_healthy"]
    private static let yearAgo: Set<String> = [
        "nrr_base", "nrr_retained", "grr_retained", "customers_year_ago", "customers_kept",
    ]

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
    private static func unfed(_ deals: Leads) -> Set<String> {
        var unfed = Set(
            deals.stages.indices.filter { deals.reached[$0] == nil }.map { Measure.inPeriod(stage: deals.stages[$0]) })
        if unfed.contains("won") { unfed.formUnion(["won_amount", "won_with_amount", "cycle_days"]) }
        if deals.lost == nil { unfed.insert("lost") }
        return unfed
    }

    /// The facts whose rows a measure counts: its own first.
    func sources(of measure: Measure) -> [Measure.Source] {
        unfed.contains(measure.id) ? [measure.source] : measure.sources
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
        if Availability.health.contains(measure.id) { return !knowsUse(frame.stock) && !knowsVoice(frame.stock) }
        if measure.kind == .stock {
            return Availability.lateStocks.contains(measure.id)
                && feeds(measure).contains { isLate($0, frame.stock) }
        }
        return feeds(measure).contains { isLate($0, frame.end) }
    }

    /// The late series of files, or for health the late source, that a measure which is defined in a frame does without.
    ///
    /// Source: data contract, "Late".
    func lacks(_ measure: Measure, _ frame: Frame) -> Late? {
        guard !allLate.isEmpty else { return nil }
        let isHealth = Availability.health.contains(measure.id)
        if measure.kind == .stock, !isHealth, !Availability.lateStocks.contains(measure.id) { return nil }
        let end = measure.kind == .stock ? frame.stock : frame.end
        let feeds: [SourceName] = isHealth ? [.usage, .surveys] : feeds(measure)
        return allLate.first { end >= $0.from && feeds.contains($0.source) && (isHealth || $0.series != nil) }
    }

    private static let lateStocks: Set<String> = ["customers_active", "users_active", "seats", "open_opportunities"]

    /// Whether product use is known at the end of a day: begun, and not late.
    func knowsUse(_ day: Day) -> Bool { begins[.usage].map { day >= $0 } ?? false && !isLate(.usage, day) }

    /// Whether survey answers are known at the end of a day: begun, and not late.
    func knowsVoice(_ day: Day) -> Bool { begins[.nps].map { day >= $0 } ?? false && !isLate(.surveys, day) }

    /// The measures whose column no file of the source has.
    private static func missing(_ facts: FactSet, _ funnel: LeadsAndDeals, renewalsAreKnown: Bool) -> Set<String> {
        var missing: Set<String> = []
        if !renewalsAreKnown { missing.formUnion(["renewals_due", "renewals_won", "arr_due", "arr_renewed"]) }
        if let spend = facts.spend, !spend.hasCategory { missing.formUnion(["spend_marketing", "spend_sales"]) }
        if let surveys = facts.surveys, !surveys.hasInvited { missing.formUnion(["nps_invited", "nps_answered"]) }
        if let usage = facts.usage, usage.seats == nil { missing.formUnion(["users_active", "seats"]) }
        guard let leads = funnel.leads else { return missing }
        for (index, stage) in leads.stages.enumerated() where leads.reached[index] == nil {
            missing.formUnion([Measure.inPeriod(stage: stage), Measure.cohort(stage: stage)])
        }
        for stage in Measure.standardStages.dropFirst() where !leads.stages.contains(stage) {
            missing.formUnion([Measure.inPeriod(stage: stage), Measure.cohort(stage: stage)])
        }
        if leads.lost == nil { missing.insert("lost") }
        if missing.contains("opportunities") { missing.insert("open_opportunities") }
        if missing.contains("won") { missing.formUnion(["won_amount", "won_with_amount", "cycle_days"]) }
        if leads.amounts == nil { missing.formUnion(["won_amount", "won_with_amount"]) }
        if leads.responded == nil { missing.formUnion(["response_minutes", "leads_answered", "leads_answered_in_time"]) }
        return missing
    }

    /// The slice to look a measure up in for each slice, or nil for those where it is undefined: the total's where only `(none)`
    /// exists. Nil where the measure is undefined for all.
    func slices(of measure: Measure, _ frame: Frame) -> ((Slice) -> Slice?)? {
        guard !missing.contains(measure.id), hasBegun(measure, frame), !isLate(measure, frame) else { return nil }
        let without = [.subscriptions, .usage].contains(measure.source) && measure.id != "arr_closing" ? plan : nil
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
        if measure.id == "customers_active" {
            guard let other = begins[.subscriptions], frame.stock >= other else { return false }
        }
        // Health needs the use or the voice of customers.
        if Availability.health.contains(measure.id), !knowsUse(frame.stock), !knowsVoice(frame.stock) { return false }
        if Availability.yearAgo.contains(measure.id) { return frame.stock.months(before: 12) >= begin }
        if let firstSnapshot, Availability.movements.contains(measure.id), frame.start <= firstSnapshot { return false }
        switch measure.kind {
        case .stock:
            let isOpening = measure.id == "arr_opening" || measure.id == "customers_opening"
            return (isOpening ? frame.start - 1 : frame.stock) >= begin
        case .flow, .median:
            return frame.end >= begin && !(frame.isTrailing && frame.start < begin)
        }
    }
}
