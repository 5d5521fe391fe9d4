/// Deals of a CRM that exports them apart from its leads, and the lead that takes each.
///
/// What a lead's deals make of it depends on the as-of date, and is the roll-up's work.
public struct Deals: Sendable {
    /// The deals as leads that were created, and became opportunities, when the deal was: the first stage is the deal's creation.
    /// Stages that come before `opportunity` have no column, whatever the files hold.
    public var rows: Leads
    /// By row the row among the leads of the one that takes the deal, or ``noLead``. Such a lead was created by the as-of date.
    public var leads: [Int32] = []

    /// Stands for "no lead".
    public static let noLead: Int32 = -1

    /// A table without rows.
    public init(stages: [String], dimensions: Int) { rows = Leads(stages: stages, dimensions: dimensions) }

    /// Number of rows.
    public var count: Int { rows.count }
}
