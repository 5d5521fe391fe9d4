/// One goal for a metric in a period.
public struct Target: Sendable, Hashable {
    /// The metric's id.
    public var metric: String
    /// The period's name as written: `2026-W46`, `2026-11`, `2026-Q4`, `2026`.
    public var period: String
    /// The goal, in the metric's unit; a percentage as a fraction.
    public var value: ExactDecimal
    /// Who answers for it; empty where missing.
    public var owner: String
    /// The dimension it is for; empty for the total.
    public var dimension: String
    /// The member it is for; empty for the total.
    public var member: String

    /// A goal; see the properties.
    public init(
        metric: String, period: String, value: ExactDecimal, owner: String = "", dimension: String = "", member: String = ""
    ) {
        self.metric = metric
        self.period = period
        self.value = value
        self.owner = owner
        self.dimension = dimension
        self.member = member
    }
}

/// One task of the go-to-market plan.
public struct Action: Sendable, Hashable {
    /// Its id; empty where missing.
    public var id = ""
    /// What a status says.
    public enum Said: Sendable, Hashable { case done, inProgress, blocked, notStarted, dropped }

    /// The department that does it; empty where missing.
    public var department: String
    /// What is to be done.
    public var task: String
    /// Who answers for it; empty where missing.
    public var owner = ""
    /// When it starts, if known.
    public var start: Day?
    /// When it is due, if known.
    public var due: Day?
    /// When it was done, if it was.
    public var done: Day?
    /// The status as written; empty where missing.
    public var status = ""
    /// What the status says; nil where it says nothing that is understood.
    public var said: Said?
    /// Progress as a fraction from 0 to 1, if known.
    public var progress: ExactDecimal?
    /// The initiative's id; empty where there is none.
    public var initiative = ""

    /// A task with what is always known.
    public init(department: String, task: String, due: Day?) {
        self.department = department
        self.task = task
        self.due = due
    }
}

/// One product, market or feature going to market.
public struct Initiative: Sendable, Hashable {
    /// Its id.
    public var id: String
    /// Its name.
    public var name: String
    /// The other cells by column name (`scenario`, `stage`, `goal`, `who`, `need`, `what`, `benefit`, `how`, `why_now`, the
    /// readiness columns); a missing cell is not there.
    public var texts: [String: String] = [:]
    /// The yes/no cells by column name (`new_customers`, `new_value`, …); a missing cell is not there.
    public var flags: [String: Bool] = [:]
    /// When it starts, is launched and ends, as far as known.
    public var start: Day?
    /// When it is launched, if known.
    public var launch: Day?
    /// When it ends, if known.
    public var end: Day?

    /// An initiative with what is always known.
    public init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}

/// One customer job, pain or gain and what answers it.
public struct ValueMapEntry: Sendable, Hashable {
    /// The initiative's id.
    public var initiative: String
    /// `job`, `pain` or `gain`.
    public var kind: String
    /// What it is.
    public var text: String
    /// What answers it; empty where nothing does.
    public var answeredBy: String
    /// What shows it; empty where nothing does.
    public var evidence: String

    /// An entry; see the properties.
    public init(initiative: String, kind: String, text: String, answeredBy: String = "", evidence: String = "") {
        self.initiative = initiative
        self.kind = kind
        self.text = text
        self.answeredBy = answeredBy
        self.evidence = evidence
    }
}

/// One sale that does not recur.
public struct OneOff: Sendable, Hashable {
    /// The day of the sale.
    public var day: Day
    /// Minor units of the reporting currency.
    public var amount: Int64
    /// The customer's code; 0 where there is none.
    public var customer: UInt32
    /// The initiative's id; empty where there is none.
    public var initiative: String

    /// A sale; see the properties.
    public init(day: Day, amount: Int64, customer: UInt32 = 0, initiative: String = "") {
        self.day = day
        self.amount = amount
        self.customer = customer
        self.initiative = initiative
    }
}
