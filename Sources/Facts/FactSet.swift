/// Everything that was read and may count, as typed columns: what Intake makes and the roll-ups fold.
///
/// - Load rules have been applied, rows that cannot be used have been rejected, money is in minor units of the reporting
///   currency. Event dates after the as-of date are still there: leaving them out is the roll-up's work, because plans need them.
/// - A source is nil where no file of it was read, or none of its rows could be used.
/// - Each table keeps its columns as arrays of the same length, one entry a row, in no promised order.
public struct FactSet: Sendable {
    /// The reporting currency.
    public var currency: Currency
    /// The zone in which days are told apart.
    public var zone: Zone
    /// All customer ids of all sources; code 0 is "no customer".
    public var customerIDs = Pool()
    /// The pipeline's dimensions, in its order.
    public var dimensions: [Dimension]

    /// The ARR terms, from `subscriptions` or, where there is none, `arr_snapshots`.
    public var terms: Terms?
    /// Costs of acquiring customers.
    public var spend: Spend?
    /// Survey invitations and answers.
    public var surveys: Surveys?
    /// Leads with the time they reached each stage, from `leads` or, where there is none, `lead_events`.
    public var leads: Leads?
    /// What an engine has counted of further leads, whose rows are not there; nil where all are read here.
    public var counted: CountedLeads?
    /// Who looks after leads; code 0 is "nobody named".
    public var leadOwners = Pool()
    /// Deals of the CRM, beside leads or in their place.
    public var deals: Deals?
    /// Customers by their own file.
    public var customers: Customers?
    /// Product use by customer and day.
    public var usage: Usage?
    /// Team sizes by month.
    public var headcount: Headcount?
    /// Values of the company's own figures.
    public var figures: Figures?
    /// Goals.
    public var targets: [Target] = []
    /// Tasks of the go-to-market plan.
    public var actions: [Action] = []
    /// Products, markets and features going to market.
    public var initiatives: [Initiative] = []
    /// Customer jobs, pains and gains.
    public var valueMap: [ValueMapEntry] = []
    /// Sales that do not recur.
    public var oneOffs: [OneOff] = []
    /// What people say about periods, in the order of files and rows.
    public var notes: [Note] = []
    /// The sources of which at least one usable row was read, by name.
    public var sources: Set<SourceName> = []
    /// What is late, and from when on; see ``Late``. A source or series that cannot be late is not there.
    public var late: [Late] = []

    /// A set without facts.
    public init(currency: Currency, zone: Zone, dimensions: [String]) {
        self.currency = currency
        self.zone = zone
        self.dimensions = dimensions.map { Dimension(name: $0) }
    }

    /// Takes the leads of another set of the same dimensions, with the codes that their ids and members have here, and what is said of
    /// their source there.
    public mutating func take(leadsOf other: FactSet) {
        sources.formUnion(other.sources)
        late += other.late
        leadOwners = other.leadOwners
        let codes = customerIDs.take(other.customerIDs)
        leads = other.leads
        if !Pool.areSame(codes), let own = leads?.customers { leads?.customers = own.map { codes[Int($0)] } }
        for dimension in dimensions.indices {
            let codes = dimensions[dimension].members.take(other.dimensions[dimension].members)
            leads?.members[dimension]?.replaceAll(by: codes, most: UInt32(dimensions[dimension].members.count))
        }
    }
}

/// One of the pipeline's dimensions and its members.
public struct Dimension: Sendable {
    /// Its name, which is its column's: `segment`.
    public var name: String
    /// The members of all sources; code 0 is the empty cell.
    public var members = Pool()

    /// A dimension without members yet.
    public init(name: String) { self.name = name }

    /// The code of a member however it is written, 0 for `(none)`; nil where no row has it.
    public func code(of member: String) -> UInt32? {
        if let code = members.find(member) { return code }
        let folded = TextForm.folded(member)
        if folded.isEmpty || folded == "(none)" { return 0 }
        return members.texts.firstIndex { TextForm.folded($0) == folded }.map { UInt32($0) }
    }
}

/// A table's own cells for the pipeline's dimensions: for each dimension nil where the table has no such column in any of its
/// files, else the member's code by row (0 = empty cell).
public typealias MemberColumns = [CodeColumn?]

/// ARR by customer over time, one row a term.
public struct Terms: Sendable {
    /// Where ARR comes from.
    public enum Origin: Sendable, Equatable {
        /// Terms of subscriptions as read.
        case subscriptions
        /// Snapshots: each value holds until the source's next snapshot date. `first` is the source's first date.
        case snapshots(first: Day)
    }

    /// Where these terms come from.
    public var origin: Origin
    /// The subscription's id; empty where the source has none.
    public var ids: [String] = []
    /// The customer's code.
    public var customers: [UInt32] = []
    /// First day with service.
    public var starts: [Day] = []
    /// First day without service; `distantFuture` when open-ended.
    public var ends: [Day] = []
    /// Annual recurring revenue in minor units; may be negative.
    public var arr: [Int64] = []
    /// Why the term ended, as written, empty where nothing is said; nil where no file has the column.
    public var reasons: [String]?
    /// The row's own dimension cells, `plan` among them.
    public var members: MemberColumns
    /// Whether any file has an `end_date` column; without it renewals are undefined.
    public var hasEnds = true
    /// Whether an end is a cancellation, so that there are no renewals (`end_date: cancellation`).
    public var endsAreCancellations = false

    /// A table without rows for so many dimensions.
    public init(origin: Origin, dimensions: Int) {
        self.origin = origin
        self.members = Array(repeating: nil, count: dimensions)
    }

    /// Number of rows.
    public var count: Int { starts.count }
}

/// Costs, one row a cost.
public struct Spend: Sendable {
    /// What a cost is for. `other` where the cell is missing or says something else.
    public enum Category: UInt8, Sendable { case marketing, sales, other }

    /// First day of the cost.
    public var starts: [Day] = []
    /// Last day of the cost, included; the same as the first for a cost of one day.
    public var ends: [Day] = []
    /// Minor units; negative for a credit.
    public var amounts: [Int64] = []
    /// By row.
    public var categories: [Category] = []
    /// The customer's code by row, or nil where no file has a `customer_id`.
    public var customers: [UInt32]?
    /// The initiative's id by row; empty where there is none.
    public var initiatives: [String] = []
    /// The row's own dimension cells.
    public var members: MemberColumns
    /// Whether any file has a `category` column.
    public var hasCategory = true

    /// A table without rows for so many dimensions.
    public init(dimensions: Int) { members = Array(repeating: nil, count: dimensions) }

    /// Number of rows.
    public var count: Int { starts.count }
}

/// Survey invitations, answered or not.
public struct Surveys: Sendable {
    /// The day of the invitation; `distantPast` where it is missing.
    public var invited: [Day] = []
    /// The day of the answer (a score without `responded_at` is dated by `invited_at`); `distantPast` where there is no score.
    public var responded: [Day] = []
    /// 0 to 10, or −1 when unanswered.
    public var scores: [Int8] = []
    /// The customer's code by row, or nil where no file has a `customer_id`.
    public var customers: [UInt32]?
    /// What was said; empty where nothing was.
    public var comments: [String] = []
    /// The row's own dimension cells.
    public var members: MemberColumns
    /// Whether any file has an `invited_at` column.
    public var hasInvited = true

    /// A table without rows for so many dimensions.
    public init(dimensions: Int) { members = Array(repeating: nil, count: dimensions) }

    /// Number of rows.
    public var count: Int { scores.count }
}

/// Leads and when they reached each stage.
public struct Leads: Sendable {
    /// Ids by row; none where nobody asked for them.
    public var ids = TextList()
    /// The stages of the funnel in order, the first being the creation of the lead: `lead`, `mql`, `sql`, `opportunity`, `won`.
    public var stages: [String]
    /// For each stage nil where no file has its column, else the stamp by row. The first is never nil.
    public var reached: [StampColumn?]
    /// First response by row, or nil where no file has the column.
    public var responded: StampColumn?
    /// Loss by row, or nil where no file has the column.
    public var lost: StampColumn?
    /// Amount by row in minor units, `Leads.noAmount` where missing; nil where no file has the column.
    public var amounts: WholeColumn?
    /// The customer's code by row, or nil where no file has a `customer_id`.
    public var customers: [UInt32]?
    /// Who looks after the lead, by its code in `FactSet.leadOwners`; nil where no file has an `owner`.
    public var owners: CodeColumn?
    /// The row's own dimension cells.
    public var members: MemberColumns

    /// Stands for "no amount".
    public static let noAmount = WholeColumn.missing

    /// A table without rows.
    public init(stages: [String], dimensions: Int) {
        self.stages = stages
        reached = Array(repeating: nil, count: stages.count)
        members = Array(repeating: nil, count: dimensions)
    }

    /// Number of rows.
    public var count: Int { reached[0]?.count ?? 0 }
}

/// What the customers file says of each customer.
public struct Customers: Sendable {
    /// The customer's code by row, each once.
    public var customers: [UInt32] = []
    /// Names by row; empty where missing.
    public var names: [String] = []
    /// Owners by row; empty where missing.
    public var owners: [String] = []
    /// The initiative's id by row; empty where there is none.
    public var initiatives: [String] = []
    /// The row's dimension cells.
    public var members: MemberColumns

    /// A table without rows for so many dimensions.
    public init(dimensions: Int) { members = Array(repeating: nil, count: dimensions) }

    /// Number of rows.
    public var count: Int { customers.count }
}

/// Product use, one row a customer and day.
public struct Usage: Sendable {
    /// The customer's code by row.
    public var customers: [UInt32] = []
    /// The day by row.
    public var days: [Day] = []
    /// Active users in billionths (`Quantity`).
    public var active: [Int64] = []
    /// Seats in billionths, `Quantity.missing` where missing; nil where no file has the column.
    public var seats: [Int64]?

    /// A table without rows.
    public init() {}

    /// Number of rows.
    public var count: Int { days.count }
}

/// Team sizes, one row a team and month.
public struct Headcount: Sendable {
    /// The month's first day by row.
    public var days: [Day] = []
    /// The team by row; empty where missing.
    public var teams: [String] = []
    /// Full-time equivalents in billionths (`Quantity`).
    public var fte: [Int64] = []
    /// The row's own dimension cells.
    public var members: MemberColumns

    /// A table without rows for so many dimensions.
    public init(dimensions: Int) { members = Array(repeating: nil, count: dimensions) }

    /// Number of rows.
    public var count: Int { days.count }
}
