import Deliveries
public import Facts
public import Intake
import Languages
public import Metrics
import Reports
public import RollUps

/// What a pipeline file says, with the default of everything it leaves out.
public struct Configuration: Sendable {
    /// The pipeline's name. The default is the file's name without its ending.
    public var pipeline: String
    /// The company's name. The default is the pipeline's.
    public var company: String
    /// Its file as a reader of the report names it, see ``Configuration/name(ofPipelineFile:)``; nil for the pipeline's name with `.yml`.
    var file: String?
    /// How long the periods are. The default is a week.
    public var grain = Grain.week
    /// How many periods the report shows. The default is 13; 8 for quarters, 3 for years.
    public var periods = 13
    /// The folder with the exports; the only key without a default.
    public var inbox: String
    /// The folder reports are published in. The default is `reports` beside the pipeline file.
    public var reports: String
    /// The folder that files are moved to once a report of them is published; nil where they stay in the inbox, the default.
    public var archiveTo: String?
    /// Who is told of its runs.
    public var watch = WatchSettings()
    /// What is kept, and for how long. The default is all, for good.
    public var keep = Retention()
    /// What is remembered of files that did not change. The default is all.
    public var remember = Remembering()
    /// The folder of what is remembered between runs. The default is `.gtm` beside the pipeline file.
    public var state: String
    /// What `sources.yml` says, by source.
    public var sources: [SourceName: SourceRules] = [:]
    /// The file that rules of sources are read from, there or not, as hints name it: `sources.yml beside weekly.yml`.
    public var sourcesFile = Configuration.usualSourcesFile
    /// The file that rules of sources are read from where the pipeline names none.
    static let usualSourcesFile = "sources.yml"
    /// All metrics: the standard catalogue with the company's own.
    public var catalogue: Catalogue {
        guard let loadedCatalogue else { preconditionFailure("the metrics of \(pipeline) are not read yet") }
        return loadedCatalogue
    }
    /// The catalogue, once it is read: what the formulas may use stands further up in the file.
    var loadedCatalogue: Catalogue?
    /// The reporting currency. The default is USD.
    public var currency = Currency("USD")
    /// The language of the report, and what settles ambiguous numbers and dates. The default is `en`.
    public var locale = "en"
    /// The zone in which days are told apart. The default is UTC.
    public var zone = Zone.utc
    /// Where weeks and fiscal years start. The default is monday and january.
    public var calendar = PeriodCalendar()
    /// The dimensions measures are broken down by. The default is segment, region and channel.
    public var dimensions = ["segment", "region", "channel"]
    /// The metric drawn largest. The default is `net_new_arr`.
    public var northStar = "net_new_arr"
    /// The day whose exchange rates are used. The default is the first day of the as-of date's fiscal year.
    public var fxDate: Day?
    /// The numbers that formulas read as `config.NAME`.
    public var numbers: [String: ExactDecimal] = [:]
    /// The funnel's stages. The default is lead, mql, sql, opportunity, won.
    public var stages = Measure.standardStages
    /// Gaps in a customer's ARR of at most so many days are closed. The default is 0.
    public var churnGraceDays = 0
    /// How long after a due day a new term still renews it. The default is 30.
    public var renewalGraceDays = 30
    /// How customer health is weighed and banded.
    public var health = HealthSettings()
    /// From where on something is on track or to watch.
    public var limits = Standing.Limits()
    /// What adds up leads. The default is this process.
    public var engine = EngineSettings()
    /// How much memory a run may have; past it the run ends with 71. The default is 4 GiB.
    public var memoryLimit = MemoryLimit.usual
    /// The greatest share of a file's rows that may be rejected. The default is 0.05.
    public var maxRejected = 0.05
    /// The texts that all this was read from; see ``Settings/files``.
    var texts: [String: String] = [:]
    /// Which of them is the company's own metrics; nil where it has none.
    var metricsName: String?
    /// Whom editions of the report are for, the first of whom the report itself is for; empty where the pipeline names none.
    var editions: [Audience] = []
    /// The names of the audiences.
    var audiences: [String] = []
    /// Where reports go once they are published.
    var deliveries: [DeliveryEntry] = []
    /// Who may be sent anything. The default is nobody.
    var recipients = Recipients([])
    /// The company's look. The default is the report's own.
    var theme = Theme()
    /// The logo's file; nil for none.
    var logoFile: LogoFile?
    /// Who is told when a run fails or its data has gaps; nil for nobody.
    var owner: Address?
    /// The report's sections, in order.
    public var sections = Configuration.usualSections
    /// The language of the report itself. The default is the first audience's, else `locale`.
    public var reportLocale = "en"

    /// Every section there is.
    public static let allSections = usualSections + ["decisions"]

    /// The sections of a report that names none, top to bottom.
    public static let usualSections = [
        "summary", "revenue", "acquisition", "conversion", "voice", "activity", "plan", "data", "definitions",
    ]

    /// What the roll-ups need of it.
    public func rollUpSettings(asOf: Day) -> RollUpSettings {
        RollUpSettings(
            asOf: asOf, calendar: calendar, stages: stages, churnGraceDays: churnGraceDays, renewalGraceDays: renewalGraceDays,
            responseMinutes: numbers["response_sla_minutes"] ?? ExactDecimal(digits: 60, scale: 0), health: health)
    }

    /// What the intake needs of it.
    public func intakeSettings(inbox: String, asOf: Day, workers: Int) -> IntakeSettings {
        var settings = IntakeSettings(
            inbox: inbox, asOf: asOf, currency: currency, zone: zone, locale: locale, dimensions: dimensions, stages: stages,
            calendar: calendar, fxDate: fxDate, rules: sources, maxRejected: maxRejected,
            percentMetrics: catalogue.metrics.filter { $0.unit == .percent }.map {
                PercentMetric(id: $0.id, canExceedOne: $0.canExceedOne)
            }, sourcesFile: sourcesFile, grain: grain, workers: workers)
        let names =
            catalogue.metrics.map { metric in (metric.id, Language.allCases.map { metric.name[$0] }) }
            + catalogue.measures.map { measure in (measure.id, Language.allCases.map { measure.name[$0] }) }
        settings.moneyTargets = Set(names.map(\.0).filter { [.money, .moneyPerDay].contains(catalogue.subject($0)?.unit) })
        settings.figures = catalogue.figures.map { String($0.dropFirst(Measure.figurePrefix.count)) }
        // An id in other letters is less than what the report calls another.
        for (id, texts) in names { for text in texts { settings.nameTarget(text, id) } }
        for (id, _) in names { settings.nameTarget(id, id) }
        return settings
    }
}
