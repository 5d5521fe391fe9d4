public import Facts
public import Languages
public import Metrics
public import RollUps

/// Everything a report is built from: the pipeline's settings, the roll-ups, the values, and how the reading of the files went.
public struct ReportContext: Sendable {
    /// The company's name.
    public var company: String
    /// The pipeline's name, such as `weekly`.
    public var pipeline: String
    /// The pipeline's file as readers name it in a command, such as `pipelines/weekly.yml`; nil for its name with `.yml`.
    public var pipelineFile: String?
    /// The locale of all texts: `en` or `zh-Hans`.
    public var locale: String
    /// The as-of date.
    public var asOf: Day
    /// How long the periods are.
    public var grain: Grain
    /// How the company cuts time.
    public var calendar: PeriodCalendar
    /// The periods shown, oldest first; the last is the one reported. At least one.
    public var periods: [Period]
    /// The sections to show, top to bottom, by their names in the pipeline file.
    public var sections: [String]
    /// The id of the metric that is drawn large.
    public var northStar: String
    /// The reporting currency.
    public var currency: Currency
    /// The facts, rolled up.
    public var rollUp: LocalRollUp
    /// The values of all metrics and leaves for `periods`, in total and for the members in use.
    public var evaluation: Evaluation
    /// The metrics.
    public var catalogue: Catalogue
    /// How the reading of the files went.
    public var data: DataStatus
    /// What the last report said otherwise. The default is that nothing was published before.
    public var revisions = Revisions()
    /// What readers are not to know: it is in none of the other properties any more. The default is nothing.
    public var withheld: Set<Withheld> = []
    /// Whether the report leaves the company, which it says of itself. The default is that it does not.
    public var isExternal = false
    /// Whom the report is for, by the name in the pipeline file; empty where it names nobody. The default is that.
    public var audience = ""
    /// Why the metrics of the scorecard changed, where that is already known; see ``explained()``.
    public var explanations: [Explanation]?
    /// The settings in force, by name.
    public var numbers: [String: ExactDecimal]
    /// How far from a target is still good.
    public var limits: Standing.Limits

    /// A context; see the properties.
    public init(
        company: String, pipeline: String, locale: String, asOf: Day, grain: Grain, calendar: PeriodCalendar, periods: [Period],
        sections: [String], northStar: String, currency: Currency, rollUp: LocalRollUp, evaluation: Evaluation,
        catalogue: Catalogue, data: DataStatus, numbers: [String: ExactDecimal], limits: Standing.Limits = Standing.Limits()
    ) {
        self.company = company
        self.pipeline = pipeline
        self.locale = locale
        self.asOf = asOf
        self.grain = grain
        self.calendar = calendar
        self.periods = periods
        self.sections = sections
        self.northStar = northStar
        self.currency = currency
        self.rollUp = rollUp
        self.evaluation = evaluation
        self.catalogue = catalogue
        self.data = data
        self.numbers = numbers
        self.limits = limits
    }
}

/// How the reading of the files went, in numbers and texts that are final.
public struct DataStatus: Sendable {
    /// Every source of the data contract, in its order, absent ones too.
    public var sources: [SourceStatus]
    /// Every file, in the order it is to be listed.
    public var files: [FileStatus]
    /// What was found, assumed, converted and rounded, in the order it is to be listed.
    public var remarks: [Remark]
    /// The sources of which no new export came, while one came with every report before, and since when.
    public var missed: [SourceName: Day] = [:]

    /// How a source came in; nil where nothing is known of it.
    public subscript(_ name: SourceName) -> SourceStatus? { sources.first { $0.name == name } }

    /// A status; see the properties.
    public init(sources: [SourceStatus], files: [FileStatus], remarks: [Remark]) {
        self.sources = sources
        self.files = files
        self.remarks = remarks
    }
}

/// How one source came in.
public struct SourceStatus: Sendable {
    /// Its name in the data contract.
    public var name: SourceName
    /// What readers call it.
    public var title: Wording
    /// The source that it stands in for where there is none of that; nil where it stands for itself.
    public var standsInFor: SourceName?
    /// Whether its rows are events, which have not happened before their day.
    public var isOfEvents: Bool
    /// Whether there is something new in it in every period, so that it is late where there is not.
    public var isRegular: Bool
    /// Whether readers are told where it is absent.
    public var isMissed: Bool
    /// Whether any usable row of it counts up to the as-of date.
    public var isPresent: Bool
    /// How many files it came in.
    public var files: Int
    /// How many rows were read.
    public var rows: Int
    /// How many of them count.
    public var facts: Int
    /// How many were replaced by newer ones.
    public var replaced: Int
    /// How many were rejected.
    public var rejected: Int
    /// How many do not count by their status.
    public var excluded: Int
    /// The newest event up to the as-of date, where there is one.
    public var newestEvent: Day?
    /// How much money was rejected, as text; empty when none.
    public var rejectedMoney: String

    /// A status; see the properties.
    public init(
        name: SourceName, title: Wording, standsInFor: SourceName? = nil, isOfEvents: Bool = true, isRegular: Bool = false,
        isMissed: Bool = true, isPresent: Bool, files: Int, rows: Int, facts: Int, replaced: Int, rejected: Int, excluded: Int,
        newestEvent: Day?, rejectedMoney: String
    ) {
        self.name = name
        self.title = title
        self.standsInFor = standsInFor
        self.isOfEvents = isOfEvents
        self.isRegular = isRegular
        self.isMissed = isMissed
        self.isPresent = isPresent
        self.files = files
        self.rows = rows
        self.facts = facts
        self.replaced = replaced
        self.rejected = rejected
        self.excluded = excluded
        self.newestEvent = newestEvent
        self.rejectedMoney = rejectedMoney
    }
}

/// How one file came in.
public struct FileStatus: Sendable {
    /// Its path in the inbox.
    public var path: String
    /// The source it was recognised as; nil where it was not.
    public var source: SourceName?
    /// How many rows were read.
    public var rows: Int
    /// How many of them count.
    public var facts: Int
    /// How many were replaced by newer ones.
    public var replaced: Int
    /// How many were rejected.
    public var rejected: Int
    /// How many do not count by their status.
    public var excluded: Int
    /// The SHA-256 of its bytes in hexadecimal digits.
    public var sha256: String
    /// Whether it counts although it lies in the inbox no longer. The default is that it does not.
    public var isGone = false

    /// A status; see the properties.
    public init(
        path: String, source: SourceName?, rows: Int, facts: Int, replaced: Int, rejected: Int, excluded: Int, sha256: String
    ) {
        self.path = path
        self.source = source
        self.rows = rows
        self.facts = facts
        self.replaced = replaced
        self.rejected = rejected
        self.excluded = excluded
        self.sha256 = sha256
    }
}

/// Something the reader of a report may want to know about its data: a finding, an assumption, a rate, a rounding.
public struct Remark: Sendable {
    /// How much it matters.
    public enum Severity: Sendable {
        /// Good to know.
        case note
        /// May make a number wrong.
        case warning
    }

    /// How much it matters.
    public var severity: Severity
    /// Its stable kebab-case code: `bad-money`.
    public var code: String
    /// Where it was found, as text: `leads.csv:1873:amount`; empty where it is about no place.
    public var place: String
    /// What was found.
    public var message: String
    /// What to do about it; empty where there is nothing to do.
    public var hint: String
    /// How often it was found.
    public var count: Int
    /// Whether its words are English, whatever the report's language.
    public var isEnglish = true

    /// A remark; see the properties.
    public init(severity: Severity, code: String, place: String, message: String, hint: String, count: Int) {
        self.severity = severity
        self.code = code
        self.place = place
        self.message = message
        self.hint = hint
        self.count = count
    }
}
