public import Facts
import Synchronization

/// All facts of one run, rolled up in this process.
///
/// Flows and ARR are cubes by day, so that any frame is a subtraction. What compares two days of the same customer (retention),
/// looks back from a day (activity, health) or has no sum (medians) is folded in one pass a frame over all slices and kept.
public final class LocalRollUp: MeasureValues, Sendable {
    /// The facts that were folded, but for leads and deals: of these only what they add up to is kept.
    public let facts: FactSet
    /// The settings they were folded with.
    public let settings: RollUpSettings
    /// Whose each fact is.
    public let members: Members
    /// ARR over time.
    public let revenue: Revenue
    /// What came up for renewal.
    public let renewals: Renewals
    let spend: SpendDays
    let voice: Voice
    let funnel: Funnel
    let activity: Activity
    /// The company's own figures.
    let figures: FigureDays
    let availability: Availability
    let measures: [String: Measure]
    /// By measure what ``medianDays(to:)`` found.
    let maturity = Mutex<[String: Number?]>([:])
    private let passes = Mutex<[PassKey: Once<SlicedSums>]>([:])
    /// Leads of the last 12 months by the initiative of the customer they name; nil where there are no initiatives or no leads.
    public let initiativeLeads: InitiativeLeads?
    /// See ``cohorts()``.
    let quarters = Once<[CohortQuarter]>()
    private let ranks = Once<[UInt32]>()
    /// By dimension; see ``membersInUse(_:)``.
    let used: [Once<[UInt32]>]

    /// One way to fold facts that does not depend on the others, so that they can run at once. The funnel is folded by all cores, and last:
    /// what the others need for a while is gone by then.
    public enum Part: String, CaseIterable, Sendable { case revenue, renewals, activity, voice, spend, figures, funnel }

    /// What one part came to.
    public enum Folded: Sendable {
        case revenue(Revenue)
        case renewals(Renewals)
        case spend(SpendDays)
        case voice(Voice)
        case funnel(Funnel)
        case activity(Activity)
        case figures(FigureDays)
    }

    /// Folds one part.
    public static func fold(_ part: Part, _ facts: FactSet, members: Members, settings: RollUpSettings) -> Folded {
        switch part {
        case .revenue: .revenue(Revenue(facts.terms, members: members, settings: settings))
        case .renewals: .renewals(Renewals(facts.terms, members: members, settings: settings))
        case .spend: .spend(SpendDays(facts.spend, members: members, settings: settings))
        case .voice: .voice(Voice(facts.surveys, members: members, settings: settings))
        case .funnel: .funnel(Funnel(facts, members: members, settings: settings))
        case .activity: .activity(Activity(facts, settings: settings))
        case .figures:
            .figures(FigureDays(facts.figures, members: members, settings: settings, currency: facts.currency))
        }
    }

    /// Puts the folded parts together; a part that is not given is folded here.
    public convenience init(_ facts: FactSet, members: Members, settings: RollUpSettings, parts: [Folded] = []) {
        self.init(
            facts, members: members, settings: settings, parts: parts,
            initiativeLeads: InitiativeLeads(facts, settings: settings))
    }

    /// The same with what was counted of leads before they were let go.
    init(
        _ facts: FactSet, members: Members, settings: RollUpSettings, parts: [Folded], initiativeLeads: InitiativeLeads?
    ) {
        self.initiativeLeads = initiativeLeads
        var (revenue, renewals, spend): (Revenue?, Renewals?, SpendDays?) = (nil, nil, nil)
        var (voice, funnel, activity): (Voice?, Funnel?, Activity?) = (nil, nil, nil)
        var figures: FigureDays?
        for part in parts {
            switch part {
            case .revenue(let part): revenue = part
            case .renewals(let part): renewals = part
            case .spend(let part): spend = part
            case .voice(let part): voice = part
            case .funnel(let part): funnel = part
            case .activity(let part): activity = part
            case .figures(let part): figures = part
            }
        }
        self.settings = settings
        self.members = members
        self.revenue = revenue ?? Revenue(facts.terms, members: members, settings: settings)
        self.renewals = renewals ?? Renewals(facts.terms, members: members, settings: settings)
        self.spend = spend ?? SpendDays(facts.spend, members: members, settings: settings)
        self.voice = voice ?? Voice(facts.surveys, members: members, settings: settings)
        self.funnel = funnel ?? Funnel(facts, members: members, settings: settings)
        self.activity = activity ?? Activity(facts, settings: settings)
        self.figures =
            figures ?? FigureDays(facts.figures, members: members, settings: settings, currency: facts.currency)
        let all = Measure.all(stages: settings.stages)
        measures = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
        availability = Availability(
            facts, self.funnel.rows, self.figures, members: members,
            firstEvents: [
                .subscriptions: self.revenue.firstEvent, .spend: self.spend.firstEvent, .nps: self.voice.firstEvent,
                .leads: self.funnel.rows.firstOfLeads, .opportunities: self.funnel.rows.firstOfDeals,
                .usage: self.activity.firstUse, .headcount: self.activity.firstHeadcount,
                .figures: self.figures.firstEvent,
            ], renewalsAreKnown: self.renewals.areKnown)
        used = facts.dimensions.map { _ in Once() }
        var rest = facts
        (rest.leads, rest.deals, rest.counted) = (nil, nil, nil)
        self.facts = rest
    }

    /// Folds everything, one part after the other.
    public convenience init(_ facts: FactSet, settings: RollUpSettings) {
        self.init(facts, members: Members(facts, asOf: settings.asOf), settings: settings)
    }

    /// See ``MeasureValues``.
    public func value(_ measure: String, _ frame: Frame, _ slice: Slice) -> Number? {
        let measure = known(measure)
        guard let slice = availability.slices(of: measure, frame)?(slice) else { return nil }
        return reader(measure, frame)(members.index(slice))
    }

    /// See ``MeasureValues``.
    public func values(_ measure: String, _ frame: Frame, _ slices: [Slice]) -> [Number?] {
        let measure = known(measure)
        guard let whose = availability.slices(of: measure, frame) else { return Array(repeating: nil, count: slices.count) }
        let read = reader(measure, frame)
        return slices.map { slice in whose(slice).flatMap { read(members.index($0)) } }
    }

    /// The measure of an id; of one that nobody knows, or of a figure that no file has, one without a value.
    func known(_ id: String) -> Measure {
        measures[id] ?? figures.figure(id).map(Measure.init) ?? Measure(unknownFigure: id)
    }

    /// See ``MeasureValues``.
    public func slice(dimension: String, member: String) -> Slice? {
        guard let index = members.dimensions.firstIndex(where: { $0.name == dimension }) else { return nil }
        return members.dimensions[index].code(of: member).map { .member(dimension: index, code: $0) }
    }

    /// See ``MeasureValues``.
    public func isDivided(_ measure: String, by dimension: Int) -> Bool {
        let measure = known(measure)
        return availability.isDivided(measure, by: dimension)
    }

    /// See ``MeasureValues``.
    public func lacks(_ measure: String, _ frame: Frame) -> Late? {
        let measure = known(measure)
        return availability.lacks(measure, frame)
    }

    /// Which of a measure's sources is late in a frame, of several the one that is so the longest; nil where none is.
    public func late(_ measure: Measure, _ frame: Frame) -> Late? {
        guard availability.isLate(measure, frame) else { return nil }
        let own = availability.feeds(measure)
        let feeds = own.isEmpty ? [.usage, .surveys] : own
        return facts.late.filter { $0.series == nil && feeds.contains($0.source) }.min { $0.since < $1.since }
    }

    /// The first event of a source up to the as-of date, or nil where it is absent.
    public func firstEvent(_ source: Measure.Source) -> Day? { availability.firstEvents[source] ?? nil }

    /// The facts whose rows a measure counts: its own first, and deals where a file of them has a column for it.
    public func sources(of measure: Measure) -> [Measure.Source] { availability.sources(of: measure) }

    /// Whether deals are the leads, as no lead was created by the as-of date.
    public var dealsAreLeads: Bool { funnel.rows.dealsAreLeads }

    /// What a pass over the facts comes to, each once: who asks for one that is being made waits for it.
    func pass(_ key: PassKey, _ make: () -> SlicedSums) -> SlicedSums {
        let pass = passes.withLock { passes in
            let pass = passes[key] ?? Once()
            passes[key] = pass
            return pass
        }
        return pass(make)
    }

    /// The same of a pass that adds to sums.
    func added(_ key: PassKey, _ add: (inout SlicedSums) -> Void) -> SlicedSums {
        pass(key) {
            var sums = SlicedSums(slices: members.sliceCount, width: key.kind.width)
            add(&sums)
            sums.compact()
            return sums
        }
    }

    /// Makes those of some passes over all customers that are not made yet, in one.
    func prepare(_ keys: [PassKey]) {
        let missing = passes.withLock { passes in keys.filter { passes[$0] == nil } }
        let sums = CustomerPasses.pass(self, missing)
        passes.withLock { passes in
            for (key, sums) in zip(missing, sums) where passes[key] == nil { passes[key] = Once(sums) }
        }
    }

    /// By customer code the customer's place among all by id, in code points.
    public var customerRanks: [UInt32] { ranks { facts.customerIDs.ranks } }

    /// Money from minor units.
    public func money(_ minor: Int128) -> Number { Number(minor, over: Int128(facts.currency.minorUnits)) }
}

/// Which pass over the facts, for which days.
struct PassKey: Hashable, Sendable {
    enum Kind: Sendable {
        case retention, use, active, staff, health, cycles, responses

        /// How many sums it comes to.
        var width: Int {
            switch self {
            case .retention: RetentionSum.allCases.count
            case .health: HealthSum.allCases.count
            case .use: UseSum.allCases.count
            case .active, .staff, .cycles, .responses: 1
            }
        }
    }
    let kind: Kind
    /// The day at whose end it looks, both times; of what looks at many days, the first and the last.
    let first: Day
    let second: Day

    /// The pass that finds a kind in a frame.
    init(_ kind: Kind, _ frame: Frame) {
        self.kind = kind
        switch kind {
        case .retention, .active, .staff, .health: (first, second) = (frame.stock, frame.stock)
        case .use, .cycles, .responses: (first, second) = (frame.start, frame.end)
        }
    }
}
