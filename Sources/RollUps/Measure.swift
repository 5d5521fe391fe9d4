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
        _ id: String, _ unit: Unit, _ kind: Kind, _ source: Source, beside: Source? = nil, maturing: Bool = false
    ) {
        self.id = id
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
                        inPeriod(stage: $0), .count, .flow, .leads, beside: ofDeals.contains($0) ? .opportunities : nil),
                    Measure(cohort(stage: $0), .count, .flow, .leads, maturing: true),
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
            _ ids: String, _ unit: Unit, _ kind: Kind, _ source: Source, beside: Source? = nil, maturing: Bool = false
        ) {
            for id in ids.split(separator: " ") {
                all.append(Measure(String(id), unit, kind, source, beside: beside, maturing: maturing))
            }
        }
        add("arr_opening arr_closing", .money, .stock, .subscriptions)
        add("arr_new arr_expansion arr_contraction arr_churn arr_reactivation", .money, .flow, .subscriptions)
        add("customers_opening customers_closing", .count, .stock, .subscriptions)
        add("customers_new customers_reactivated customers_churned", .count, .flow, .subscriptions)
        add("nrr_base nrr_retained grr_retained", .money, .stock, .subscriptions)
        add("customers_year_ago customers_kept", .count, .stock, .subscriptions)
        add("renewals_due", .count, .flow, .subscriptions)
        add("renewals_won", .count, .flow, .subscriptions, maturing: true)
        add("arr_due", .money, .flow, .subscriptions)
        add("arr_renewed", .money, .flow, .subscriptions, maturing: true)
        add("spend spend_marketing spend_sales", .money, .flow, .spend)
        add("nps_responses nps_promoters nps_passives nps_detractors", .count, .flow, .nps)
        add("nps_invited", .count, .flow, .nps)
        add("nps_answered", .count, .flow, .nps, maturing: true)
        add("leads mqls sqls", .count, .flow, .leads)
        add("opportunities won lost", .count, .flow, .leads, beside: .opportunities)
        add("cohort_leads cohort_mqls cohort_sqls cohort_opportunities cohort_won", .count, .flow, .leads, maturing: true)
        add("open_opportunities", .count, .stock, .leads, beside: .opportunities)
        add("won_amount", .money, .flow, .leads, beside: .opportunities)
        add("won_with_amount", .count, .flow, .leads, beside: .opportunities)
        add("cycle_days", .days, .median, .leads, beside: .opportunities)
        add("response_minutes", .minutes, .median, .leads, maturing: true)
        add("leads_answered leads_answered_in_time", .count, .flow, .leads, maturing: true)
        add("customers_active", .count, .stock, .usage)
        add("users_active seats", .count, .stock, .usage)
        add("fte", .count, .stock, .headcount)
        add("health_points", .points, .stock, .subscriptions)
        add("arr_scored arr_at_risk arr_watch arr_healthy", .money, .stock, .subscriptions)
        return all
    }()
}
