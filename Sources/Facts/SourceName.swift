/// A source of the data contract, by its name there.
public enum SourceName: String, Sendable, Hashable, CaseIterable, CustomStringConvertible {
    case subscriptions
    case snapshots = "arr_snapshots"
    case spend
    case surveys = "nps"
    case leads
    case opportunities
    case leadEvents = "lead_events"
    case customers
    case usage
    case headcount
    case targets
    case actions
    case initiatives
    case valueMap = "value_map"
    case oneOffRevenue = "one_off_revenue"
    case notes
    case figures
    case exchangeRates = "fx_rates"
    case controlTotals = "control_totals"

    /// The contract's name: `fx_rates`.
    public var description: String { rawValue }
}
