public import CSV
public import Facts

/// What the intake needs to know of the pipeline. Everything but the inbox and the as-of date has a default.
public struct IntakeSettings: Sendable {
    /// The folder with the files, as a path for the operating system.
    public var inbox: String
    /// The as-of date D.
    public var asOf: Day
    /// The reporting currency. The default is USD.
    public var currency: Currency
    /// The zone of time stamps without an offset, in which days are told apart. The default is UTC.
    public var zone: Zone
    /// `en`, `zh-Hans`, `de`, …: settles ambiguous numbers and dates. The default is `en`.
    public var locale: String
    /// The pipeline's dimensions, which are names of columns. The default is segment, region and channel.
    public var dimensions: [String]
    /// The funnel's stages. The default is lead, mql, sql, opportunity, won.
    public var stages: [String]
    /// Where weeks and fiscal years start.
    public var calendar: PeriodCalendar
    /// The day whose exchange rates are used. The default is the first day of the as-of date's fiscal year.
    public var fxDate: Day?
    /// What `sources.yml` says, by source.
    public var rules: [SourceName: SourceRules]
    /// The greatest share of a file's rows that may be rejected. The default is 0.05.
    public var maxRejected: Double
    /// The metrics whose unit is percent: targets of theirs without a sign may be written as fractions or as percentages.
    public var percentMetrics: [PercentMetric]
    /// What targets may be of, by the key of each name: ids, and what the report calls metrics and measures in its languages. Where
    /// it is empty any name is an id.
    public var targetNames: [String: String] = [:]
    /// The metrics and measures whose unit is money, by their ids: their targets may be in thousands, or in another currency.
    public var moneyTargets: Set<String> = []
    /// The figures that formulas name, by which a file with a column for each is known. The default is none.
    public var figures: [String] = []
    /// Where people write rules of sources, as hints name it. The default is pipelines/sources.yml.
    public var sourcesFile: String
    /// How long the report's periods are, by which a source is judged late. The default is a month.
    public var grain: Grain
    /// How many threads may read one file. The default is 1.
    public var workers: Int
    /// The last report of an earlier as-of date: without new files since, terms are late. The default is that there is none.
    public var lastReport: LastReport?
    /// Whether it is kept which rows of files the facts are made of. The default is that it is not: it takes memory for every row.
    public var keepsOrigins = false
    /// Whether the facts have the ids of leads also where no deal is joined by them. The default is yes.
    public var keepsLeadIDs = true
    /// Whether an engine counts the rows of leads, whose files are then only looked through. The default is that they are read here.
    public var countsLeads = false
    /// By as-of date what an engine counted of the leads of the files that are put together. The default is nothing.
    public var counted: [Day: CountedLeads] = [:]
    /// What keeps the contents of files that are fingerprinted anew. The default is nothing.
    public var keeper: (any InputKeeping)?
    /// What remembers the fingerprints of files that were not touched since. The default is nothing.
    public var fingerprints: (any FingerprintMemory)?
    /// What keeps what was read of files. The default is nothing.
    public var kept: KeptReadings?

    /// Settings; see the properties.
    public init(
        inbox: String, asOf: Day, currency: Currency = Currency("USD"), zone: Zone = .utc, locale: String = "en",
        dimensions: [String] = ["segment", "region", "channel"],
        stages: [String] = ["lead", "mql", "sql", "opportunity", "won"], calendar: PeriodCalendar = PeriodCalendar(),
        fxDate: Day? = nil, rules: [SourceName: SourceRules] = [:], maxRejected: Double = 0.05,
        percentMetrics: [PercentMetric] = [],
        sourcesFile: String = "pipelines/sources.yml", grain: Grain = .month, workers: Int = 1
    ) {
        self.inbox = inbox
        self.asOf = asOf
        self.currency = currency
        self.zone = zone
        self.locale = locale
        self.dimensions = dimensions
        self.stages = stages
        self.calendar = calendar
        self.fxDate = fxDate
        self.rules = rules
        self.maxRejected = maxRejected
        self.percentMetrics = percentMetrics
        self.sourcesFile = sourcesFile
        self.grain = grain
        self.workers = workers
    }
}

extension IntakeSettings {
    /// Lets targets be of a metric or measure by a name: as it stands, without what is in brackets, and by that alone. Of two with one
    /// name the first is meant; an id as it stands is its own.
    public mutating func nameTarget(_ name: String, _ id: String) {
        if name == id { targetNames[id] = id }
        var names = [name]
        if let open = name.firstIndex(where: { "(（".contains($0) }), let close = name.lastIndex(where: { ")）".contains($0) }),
            open < close
        {
            names.append(String(name[..<open]) + name[name.index(after: close)...])
            names.append(String(name[name.index(after: open)..<close]))
        }
        for name in names {
            let key = HeaderNames.key(name)
            if !key.isEmpty, targetNames[key] == nil { targetNames[key] = id }
        }
    }
}

/// A report that was published before.
public struct LastReport: Sendable, Hashable {
    /// Its as-of date.
    public var asOf: Day
    /// Up to when what had been dropped was known to it, in microseconds since 1970.
    public var known: Int64

    /// A report; see the properties.
    public init(asOf: Day, known: Int64) { (self.asOf, self.known) = (asOf, known) }
}

/// A metric whose unit is percent, as far as its targets are concerned.
public struct PercentMetric: Sendable, Hashable {
    /// Its id.
    public var id: String
    /// Whether it can be above 1: growth and net retention can, a share and a churn rate cannot.
    public var canExceedOne: Bool

    /// A metric of percent; see the properties.
    public init(id: String, canExceedOne: Bool) { (self.id, self.canExceedOne) = (id, canExceedOne) }
}

/// What `sources.yml` says of one source; the default of everything is what the program does without it.
public struct SourceRules: Sendable {
    /// Globs (`*`, `?`, `[…]`) for names of this source's files, matched without regard to case with the name and with the path
    /// relative to the inbox. They go before the built-in names.
    public var patterns: [String] = []
    /// More header names by column: `["customer_id": ["Konto"]]`.
    public var aliases: [String: [String]] = [:]
    /// How files of the source go together. The default is the contract's.
    public var load: LoadRule?
    /// Whether a run without a file of the source fails with status 66.
    public var isRequired = false
    /// The greatest age in days of the source's newest event at the as-of date.
    public var maxAge: Int?
    /// The greatest share of a file's rows that may be rejected. The default is the settings'.
    public var maxRejected: Double?
    /// What a subscription's `end_date` means. The default is to find out.
    public var endDate: EndDateMode?
    /// The decimal sign, `.` or `,`. The default is to find out.
    public var decimal: Character?
    /// The decimal sign of some columns, by their contract names; goes before ``decimal``.
    public var decimals: [String: Character] = [:]
    /// The order of day and month. The default is to find out.
    public var dateOrder: DateOrder?
    /// The order of day and month of some columns, by their contract names; goes before ``dateOrder``.
    public var dateOrders: [String: DateOrder] = [:]
    /// The character encoding's name: `gbk`, `windows-1252`. The default is to find out.
    public var encoding: String?
    /// The byte between two cells. The default is to find out.
    public var delimiter: UInt8?
    /// How cells are quoted, if they are. The default is to find out.
    public var quote: Quoting?
    /// How a quote is written inside a quoted cell. The default is to find out.
    public var escape: Escape?
    /// The physical line of the (first) header row, 1 being the file's first; 0 where the files have no header and their columns
    /// are called `column_1` and so on. The default is to find out.
    public var headerRow: Int?
    /// Whether a text is an interval of amounts: `month`, `3`, `annual`, in all words that cells are read in.
    public static func isInterval(_ text: String) -> Bool { Vocabulary.months(interval: text) != nil }

    /// The interval of a subscription's `amount` where the file has no such column: `month`, `quarter`, `year`, months.
    public var interval: String?
    /// Stages and statuses of deals that mean won, where they do not say so themselves.
    public var wonStages: [String] = []
    /// Stages and statuses of deals that mean lost, where they do not say so themselves.
    public var lostStages: [String] = []
    /// The highest score of a survey's answers: 5 (from 1), 10 (from 0) or 100 (from 0); they are taken to 0 to 10. The default is
    /// to take answers of 0 to 10, and to refuse files whose answers are on another scale.
    public var scale: Int?
    /// Columns that are left out of the published rejects, by their contract names or as in the file.
    public var privateColumns: [String] = []
    /// How many rows a file may have; nil where any number is as good.
    public var rows: RowBand?
    /// The columns, by their contract names, in which no two rows may be alike together; empty where they may.
    public var unique: [String] = []
    /// Between which values cells lie, by their columns' contract names.
    public var ranges: [String: ValueRange] = [:]
    /// What the gates do, where that is not the usual.
    public var gates: [Gate: GateAction] = [:]

    /// Rules that change nothing.
    public init() {}
}

/// How several files of one source go together.
public enum LoadRule: String, Sendable, CaseIterable {
    /// Every file is the whole truth: the newest is read.
    case snapshot
    /// Files are parts: for one key the newest file's row wins.
    case upsert
    /// Files add up; what overlaps between files with names alike counts once.
    case append
}

/// What a subscription's `end_date` is.
public enum EndDateMode: String, Sendable, CaseIterable {
    /// The first day without service.
    case firstDayWithout = "first_day_without"
    /// The last day of service.
    case lastDay = "last_day"
    /// The day an evergreen subscription was cancelled with: the first day without service, and there are no renewals.
    case cancellation
}

/// How a date of digits alone is to be read.
public enum DateOrder: String, Sendable, CaseIterable {
    /// 31/12/2026.
    case dayFirst = "day_first"
    /// 12/31/2026.
    case monthFirst = "month_first"
    /// 2026/12/31.
    case yearFirst = "year_first"
}

extension IntakeSettings {
    /// The codes of ISO 4217 that a reporting currency may have.
    public static var currencies: [String] { CurrencyMark.active.filter { !["CNH", "RMB"].contains($0) } }

    /// The languages that a locale may begin with: `en`, `zh`, `de` and others.
    public static var languages: [String] { LocaleCustom.languages }

    /// Whether a text is a locale of a known language: `en`, `zh-Hans`, `de_CH.UTF-8`.
    public static func isLocale(_ text: String) -> Bool { LocaleCustom.isKnown(text) }

    /// What names of columns are compared by: two of one key are one column. Empty for what is no name.
    public static func key(ofColumn name: String) -> String { HeaderNames.key(name) }
}
