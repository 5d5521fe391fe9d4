public import Facts

/// One measure of the metric catalogue: what is summed or observed from the facts, before any formula.
///
/// Measures are named as in the catalogue (`arr_closing`, `cohort_mqls`). Those of configured funnel stages beyond the standard
/// five are made by `Measure.all(stages:)`.
public struct Measure: Hashable, Sendable {
    /// What a measure counts in.
    public enum Unit: String, Sendable, CaseIterable { case money, count, days, minutes, points }

    /// How a measure behaves over time.
    public enum Kind: String, Sendable {
        /// Taken at the end of a day.
        case stock
        /// Adds up over the days of a period.
        case flow
        /// The middle of the values that fall in a period; does not add up.
        case median
    }

    /// The facts it comes from; one that is absent makes the measure undefined.
    public enum Source: String, Sendable, CaseIterable {
        /// `subscriptions`, or `arr_snapshots` in their place.
        case subscriptions
        case spend, nps
        /// `leads`, or in their place `lead_events` or `opportunities`.
        case leads
        /// Deals of `opportunities`, beside leads; no measure comes from them alone.
        case opportunities
        case usage, headcount
        /// The company's own figures.
        case figures

        /// The source of the data contract; another may stand in for it.
        public var name: SourceName {
            switch self {
            case .subscriptions: .subscriptions
            case .spend: .spend
            case .nps: .surveys
            case .leads: .leads
            case .opportunities: .opportunities
            case .usage: .usage
            case .headcount: .headcount
            case .figures: .figures
            }
        }
    }

    /// Its id, as used in formulas.
    public let id: String
    /// What it counts in.
    public let unit: Unit
    /// How it behaves over time.
    public let kind: Kind
    /// The facts it comes from.
    public let source: Source
    /// Other facts that feed it too, where they are there: deals that no lead takes count in their periods.
    public let beside: Source?
    /// Other facts that its own rows learn from, where they are there: deals say how far their leads came.
    public private(set) var through: Source?
    /// Whether it goes on growing after its period ends, so that earlier periods are compared at the same age.
    public let isMaturing: Bool
    /// What it is read from.
    let observed: Observed

    /// The sources of events that feed it: it is late when any of them is. Terms, which are said to be late and computed with all the
    /// same, and team sizes are none.
    ///
    /// - Parameters:
    ///   - sources: The facts whose rows it counts: ``sources``, or fewer where others have no column for it.
    ///   - dealsAreLeads: Whether deals are the leads, as there are none.
    func feeds(_ sources: [Source], dealsAreLeads: Bool) -> [SourceName] {
        switch source {
        case .subscriptions, .headcount, .figures: []
        case .spend: [.spend]
        case .nps: [.surveys]
        case .leads where sources.contains(.opportunities) || through == .opportunities || dealsAreLeads:
            [.leads, .leadEvents, .opportunities]
        case .leads, .opportunities: [.leads, .leadEvents]
        case .usage: [.usage]
        }
    }

    init(
        _ id: String, _ unit: Unit, _ kind: Kind, _ source: Source, _ observed: Observed, beside: Source? = nil,
        maturing: Bool = false
    ) {
        self.id = id
        self.observed = observed
        self.unit = unit
        self.kind = kind
        self.source = source
        self.beside = beside
        self.isMaturing = maturing
    }

    /// All facts whose rows it may count: its own first.
    public var sources: [Source] { [source] + (beside.map { [$0] } ?? []) }

    /// The ids of those that are the middle of values.
    public static let medians = Set(fixed.lazy.filter { $0.kind == .median }.map(\.id))

    /// The stages of the standard funnel, in order.
    public static let standardStages = ["lead", "mql", "sql", "opportunity", "won"]

    /// The in-period measure of a funnel stage: `leads` for `lead`, `won` for `won`, `demo` for a configured stage `demo`.
    public static func inPeriod(stage: String) -> String {
        switch stage {
        case "lead", "mql", "sql": stage + "s"
        case "opportunity": "opportunities"
        default: stage
        }
    }

    /// The cohort measure of a funnel stage: `cohort_leads`, `cohort_won`, `cohort_demo`.
    public static func cohort(stage: String) -> String { "cohort_" + inPeriod(stage: stage) }

    /// All measures of a pipeline with these funnel stages, in the catalogue's order.
    public static func all(stages: [String] = standardStages) -> [Measure] {
        let extra = stages.filter { !standardStages.contains($0) }
        let ofDeals = Set(stages.drop { $0 != "opportunity" })
        let last = stages.lastIndex(of: "won") ?? stages.lastIndex(of: "opportunity") ?? 0
        let reached = Set(stages[...last].dropFirst().map(cohort))
        let all =
            fixed
            + extra.flatMap {
                [
                    Measure(
                        inPeriod(stage: $0), .count, .flow, .leads, .leads(.entered($0)),
                        beside: ofDeals.contains($0) ? .opportunities : nil),
                    Measure(cohort(stage: $0), .count, .flow, .leads, .leads(.reached($0)), maturing: true),
                ]
            }
        return all.map { measure in
            var measure = measure
            if reached.contains(measure.id) { measure.through = .opportunities }
            return measure
        }
    }

    private static let fixed: [Measure] = {
        var all: [Measure] = []
        func add(
            _ unit: Unit, _ kind: Kind, _ source: Source, beside: Source? = nil, maturing: Bool = false,
            _ measures: KeyValuePairs<String, Observed>
        ) {
            all += measures.map { Measure($0, unit, kind, source, $1, beside: beside, maturing: maturing) }
        }
        add(.money, .stock, .subscriptions, ["arr_opening": .openingARR, "arr_closing": .closingARR])
        add(
            .money, .flow, .subscriptions,
            [
                "arr_new": .movedARR(.new), "arr_expansion": .movedARR(.expansion), "arr_contraction": .movedARR(.contraction),
                "arr_churn": .movedARR(.churn), "arr_reactivation": .movedARR(.reactivation),
            ])
        add(
            .count, .stock, .subscriptions,
            ["customers_opening": .openingCustomers, "customers_closing": .closingCustomers])
        add(
            .count, .flow, .subscriptions,
            [
                "customers_new": .movedCustomers(.new), "customers_reactivated": .movedCustomers(.reactivation),
                "customers_churned": .movedCustomers(.churn),
            ])
        add(
            .money, .stock, .subscriptions,
            ["nrr_base": .retention(.base), "nrr_retained": .retention(.retained), "grr_retained": .retention(.gross)])
        add(
            .count, .stock, .subscriptions,
            ["customers_year_ago": .retention(.customersBefore), "customers_kept": .retention(.customersKept)])
        add(.count, .flow, .subscriptions, ["renewals_due": .due(.due)])
        add(.count, .flow, .subscriptions, maturing: true, ["renewals_won": .due(.renewed)])
        add(.money, .flow, .subscriptions, ["arr_due": .dueARR(.due)])
        add(.money, .flow, .subscriptions, maturing: true, ["arr_renewed": .dueARR(.renewed)])
        add(
            .money, .flow, .spend,
            ["spend": .spend(.all), "spend_marketing": .spend(.marketing), "spend_sales": .spend(.sales)])
        add(
            .count, .flow, .nps,
            [
                "nps_responses": .voice(.responses), "nps_promoters": .voice(.promoters), "nps_passives": .voice(.passives),
                "nps_detractors": .voice(.detractors), "nps_invited": .voice(.invited),
            ])
        add(.count, .flow, .nps, maturing: true, ["nps_answered": .voice(.answered)])
        add(
            .count, .flow, .leads,
            ["leads": .leads(.created), "mqls": .leads(.entered("mql")), "sqls": .leads(.entered("sql"))])
        add(
            .count, .flow, .leads, beside: .opportunities,
            [
                "opportunities": .leads(.entered("opportunity")), "won": .leads(.entered("won")), "lost": .leads(.lost),
            ])
        add(
            .count, .flow, .leads, maturing: true,
            [
                "cohort_leads": .leads(.cohort), "cohort_mqls": .leads(.reached("mql")), "cohort_sqls": .leads(.reached("sql")),
                "cohort_opportunities": .leads(.reached("opportunity")), "cohort_won": .leads(.reached("won")),
            ])
        add(.count, .stock, .leads, beside: .opportunities, ["open_opportunities": .leads(.open)])
        add(.money, .flow, .leads, beside: .opportunities, ["won_amount": .wonAmount])
        add(.count, .flow, .leads, beside: .opportunities, ["won_with_amount": .leads(.wonWithAmount)])
        add(.days, .median, .leads, beside: .opportunities, ["cycle_days": .cycle])
        add(.minutes, .median, .leads, maturing: true, ["response_minutes": .response])
        add(
            .count, .flow, .leads, maturing: true,
            ["leads_answered": .leads(.answered), "leads_answered_in_time": .leads(.answeredInTime)])
        add(.count, .stock, .usage, ["customers_active": .active])
        add(.count, .stock, .usage, ["users_active": .use(.users), "seats": .use(.seats)])
        add(.count, .stock, .headcount, ["fte": .staff])
        add(.points, .stock, .subscriptions, ["health_points": .health(.points)])
        add(
            .money, .stock, .subscriptions,
            [
                "arr_scored": .health(.scored), "arr_at_risk": .health(.atRisk), "arr_watch": .health(.watch),
                "arr_healthy": .health(.healthy),
            ])
        return all
    }()
}
