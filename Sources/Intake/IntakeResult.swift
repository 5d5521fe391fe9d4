public import Facts

/// Everything the intake gives to the rest of a run.
public struct IntakeResult: Sendable {
    /// The facts, after load rules, in the reporting currency.
    public var facts: FactSet
    /// Every file of the inbox, in the order of ``collect(inbox:)``, with what became of its rows.
    public var files: [FileReport] = []
    /// What a person should know, by file and then as found. Bounded: of each code and file the first few, and how many more.
    public var findings: [Finding] = []
    /// The rows that were rejected, by source name.
    public var rejected: [RejectedTable] = []
    /// The money in rows that were rejected, by source and currency.
    public var rejectedMoney: [MoneySum] = []
    /// The money in subscriptions whose status does not count, by currency.
    public var moneyExcluded: [MoneySum] = []
    /// What rounding to minor units added up to: Σ (rounded − exact) over all facts, in minor units of the reporting currency.
    public var rounding = Number.zero
    /// The exchange rates that rows were converted with, by currency; the reporting currency's own is not among them.
    public var rates: [RateUsed] = []
    /// The newest event up to the as-of date, by source; a source without one is not there.
    public var newestEvents: [SourceName: Day] = [:]
    /// The sources of which no new export came, while one came with every report before, and since when; known to the run.
    public var missed: [SourceName: Day] = [:]
    /// Which rows of files the facts are made of; nothing where the settings do not ask for it.
    public var origins = Origins()
    /// What a subscription's `end_date` was taken to be.
    public var endDates = EndDateMode.firstDayWithout

    init(facts: FactSet) { self.facts = facts }

    /// The same without the rows of facts, for what is told of the files once these are folded.
    public var withoutRows: IntakeResult {
        var copy = self
        copy.facts = FactSet(currency: facts.currency, zone: facts.zone, dimensions: facts.dimensions.map(\.name))
        (copy.facts.sources, copy.facts.late) = (facts.sources, facts.late)
        return copy
    }

    /// Whether any row was rejected.
    public var hasRejects: Bool { !rejected.isEmpty }
}

/// What became of one file. Always `rows` = `facts` + `replaced` + `rejected` + `excluded`.
public struct FileReport: Sendable, Hashable {
    /// The file.
    public var file: InboxFile
    /// The source it is of; nil where it was not used.
    public var source: SourceName?
    /// The rule by which it went together with others; nil where it was not used.
    public var load: LoadRule?
    /// The path of the file with the same bytes that was read in its place; nil where it was read itself.
    public var sameAs: String?
    /// Rows in it, blank ones aside.
    public var rows = 0
    /// Rows that became facts.
    public var facts = 0
    /// Rows that another row took the place of: newer, later, mended, or the same in an overlapping file.
    public var replaced = 0
    /// Rows that cannot be used.
    public var rejected = 0
    /// Rows that are sound but do not count: by status, after the as-of date, or of a source that another one stands in for.
    public var excluded = 0
    /// How many of its rows mend rows of other files.
    public var mended = 0
    /// The newest event up to the as-of date among its facts.
    public var newestEvent: Day?
    /// The earliest day of its rows by their own date, whatever became of them; nil where that is not known.
    public var oldestEvent: Day?
    /// What was assumed in reading it, as sentences without a full stop.
    public var assumptions: [String] = []

    init(_ file: InboxFile) { self.file = file }
}

/// Rows of one source that were rejected, ready to be written as `rejected/SOURCE.csv`.
public struct RejectedTable: Sendable, Hashable {
    /// The source.
    public var source: SourceName
    /// The files' header, then `gtm_file`, `gtm_line`, `gtm_column`, `gtm_code`, `gtm_hint`. Where files have different headers
    /// it is their union, columns of one meaning together.
    public var header: [String]
    /// The cells as they stand in the files; as many in each row as in the header.
    public var rows: [[String]]
    /// The names of private columns that were left out. Such a table cannot be dropped in the inbox again, and its hints say so.
    public var omitted: [String]
}

/// An amount of money in one currency.
public struct MoneySum: Sendable, Hashable {
    /// The source.
    public var source: SourceName
    /// The ISO 4217 code, or what stands in the cell.
    public var currency: String
    /// The sum in whole units of the currency; annual for subscriptions and snapshots.
    public var amount: Number
    /// How many rows have a readable amount.
    public var rows: Int
}

/// An exchange rate that was used.
public struct RateUsed: Sendable, Hashable {
    /// The ISO 4217 code.
    public var currency: String
    /// What one unit of it is worth in the reporting currency.
    public var rate: ExactDecimal
    /// The day from which the rate is in force; nil where it has none.
    public var date: Day?
}
