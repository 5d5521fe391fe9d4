public import Facts
public import Languages
public import RollUps

/// One metric of the catalogue: a formula over measures and what is said about it.
public struct Metric: Sendable, Identifiable {
    /// What a metric counts in. Rates are fractions: 0.25 is 25 %.
    public enum Unit: String, Hashable, Sendable, CaseIterable {
        case money, count, percent, points, ratio, months, days, minutes
        case moneyPerDay = "money_per_day"
    }

    /// Which way is favourable.
    public enum Better: String, Hashable, Sendable, CaseIterable {
        case higher, lower
        /// Neither way; such a metric has no status.
        case neither = "none"
    }

    /// The section of the report that shows it.
    public enum Section: String, Hashable, Sendable, CaseIterable {
        case revenue, acquisition, conversion, voice, activity
    }

    /// Its id, as used in formulas.
    public let id: String
    /// What readers call it.
    public let name: Wording
    /// What it says, in a sentence or two; empty for a company's metric without one, whose words have to do.
    public let description: Wording
    /// Its formula as written.
    public let formula: String
    /// Its formula as a tree, unresolved: names and windows as written. Its words are made from this one.
    public let expression: Expression
    /// Its formula with metrics put in and windows at the leaves. Values, Excel and explanations are made from this one.
    public let resolved: Expression
    /// What it counts in.
    public let unit: Unit
    /// Which way is favourable.
    public let better: Better
    /// The section of the report that shows it.
    public let section: Section
    /// Who answers for it, where the company says so.
    public internal(set) var owner: String?
    /// The value to reach, in its unit (0.25 for 25 %), where the company says so.
    public let target: ExactDecimal?
    /// Where the definition is from and, where it is disputed, which choice was made.
    public let source: Wording
    /// Whether it uses the gross margin while none is configured, so that it is on revenue, not on profit.
    public let isOnRevenue: Bool
    /// Whether the company added it.
    public let isCustom: Bool
    /// Whether it is a standard metric whose formula the company replaced.
    public let isRedefined: Bool
    /// Whether a rate of it can be above 1, as growth, net retention and whatever a company adds can: a share cannot.
    public var canExceedOne: Bool { isCustom || !Metric.shares.contains(id) }
    /// The leaves of `resolved` in the order of their first use.
    public var leaves: [Leaf] { program.leaves }

    let program: Program

    /// Standard metrics that are a part of a whole: retention without expansion, churn, conversion, win, response, activity and
    /// renewal rates, shares.
    private static let shares: Set<String> = [
        "grr", "logo_retention", "logo_churn_rate", "revenue_churn_rate", "renewal_rate", "renewal_rate_logos",
        "nps_response_rate", "lead_to_mql", "mql_to_sql", "sql_to_opportunity", "opportunity_to_won", "lead_to_won", "win_rate",
        "lead_response_in_time", "active_rate", "arr_at_risk_share",
    ]
}

/// A measure and what readers call it.
public struct NamedMeasure: Sendable, Identifiable {
    /// The measure.
    public let measure: Measure
    /// What readers call it.
    public let name: Wording
    /// What is counted or added up.
    public let description: Wording
    /// Its id, as used in formulas.
    public var id: String { measure.id }
}
