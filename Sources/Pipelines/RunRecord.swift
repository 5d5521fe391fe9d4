import Facts
import Foundation
import Intake
import Languages
import Metrics
import Reports
import State

extension RunRecord {
    /// Whose report a `run.json` is of.
    struct Origin: Decodable {
        var company, grain, period: String

        /// What a file says; nil where it is none.
        init?(json: [UInt8]) {
            guard let read = try? JSONDecoder().decode(Origin.self, from: Data(json)) else { return nil }
            self = read
        }
    }
}

/// What `run.json` holds: inputs, stages, findings, versions. The one file of a run that holds times and so differs between runs.
struct RunRecord: Codable, Sendable {
    var program = "gtm"
    var version = Version.current
    /// The run's number in the state's ledger, and its own time; `--known-at` that time makes the report again.
    var run: Int64?
    var knownAt: String?
    var inbox: String?
    var edition = 1
    /// The commit that the program was built from; nil where that is not known.
    var commit = Version.commit
    /// What tells this run from all others, whatever its state.
    var runId: String?
    /// When it began, and when all but publishing was done, as ISO 8601 in UTC.
    var started: String?
    var ended: String?
    /// Its exit status. Only a run that publishes leaves a record.
    var status: Int? = 0
    var pipeline: String
    var company: String
    var asOf: String
    var grain: String
    var period: String
    var periods: [String]
    var currency: String
    var locale: String
    var timeZone: String
    var inputs: [Input]
    var rates: [String: String]
    var findings: [Item]
    /// The as-of date of the report before, and what it said otherwise.
    var comparedWith: String?
    var restated: [Restated]?
    var redefined: [Redefined]?
    var stages: [StageRecord]
    /// The report in brief, which deliveries are made of.
    var brief: Brief?

    /// The name of the first audience, whose report this is; nil where the pipeline names none.
    var audience: String?
    /// The editions for audiences beyond the first; nil where there are none.
    var audiences: [AudienceRecord]?

    /// The edition for one audience.
    struct AudienceRecord: Codable, Sendable {
        /// Its name, and the folder of its files within the published one.
        var name: String
        var folder: String
        /// Whether it leaves the company, and what is in none of its files.
        var external: Bool
        var withheld: [String]
        /// Whether it is the letter to customers, without a workbook; nil where it is not.
        var newsletter: Bool?
        var brief: Brief
    }

    /// The report in a few lines.
    struct Brief: Codable, Sendable {
        /// Whose, when and how it stands.
        var subject: String
        /// What happened, and the answers to the summary's questions.
        var lines: [String]
        /// How many targets are off track.
        var offTrack: Int
        /// What is missing from the data.
        var gaps: [String]
        /// The report's language, and for the index of all reports the north star, how targets stand and whether all data is in; nil of
        /// older versions.
        var locale: String?
        var headline: String?
        var star: String?
        var value: String?
        var plan: String?
        var data: String?
        /// The company's own colour on a light ground and on a dark one; nil where it has none.
        var accent: [String]?
    }

    /// One file of the inbox.
    struct Input: Codable, Sendable {
        var path: String
        var sha256: String
        var bytes: Int
        var modified: Int64
        /// When it came, in microseconds since 1970.
        var arrived: Int64
        /// Whether it no longer lies in the inbox.
        var gone: Bool?
        var source: String?
        var rows: Int
        var facts: Int
        var replaced: Int
        var rejected: Int
        var excluded: Int

        enum CodingKeys: String, CodingKey {
            case path, sha256, bytes, modified, arrived, gone, source, rows, facts, replaced, rejected = "setAside", excluded
        }
    }

    /// One finding.
    struct Item: Codable, Sendable {
        var code: String
        var severity: String
        var file: String
        var line: Int?
        var column: String?
        var message: String
        var hint: String
        /// The message and what to do in the report's language, where that is not English.
        var said: String?
        var toDo: String?
        var count: Int
        /// The first places; `line` and `column` are those of the first.
        var places: [Place]
    }

    /// A value of an earlier period that new files changed, as `metrics.csv` writes values; see ``Revisions``.
    struct Restated: Codable, Sendable {
        var metric: String
        var period: String
        var published: String?
        var now: String?
        var files: [String]
    }

    /// A metric that is defined otherwise.
    struct Redefined: Codable, Sendable {
        var metric: String
        var before: String
        var after: String
        var old: String?
        var new: String?
    }

    /// A place in a file.
    struct Place: Codable, Sendable {
        var line: Int?
        var column: String?
    }

    /// When a run began and ended, and what tells it.
    struct Clock: Sendable {
        var id: String
        var started: Int64
        var ended: Int64
    }

    init(
        _ run: Run, _ clock: Clock, _ periods: [Period], _ gathered: Gathered, _ stages: [StageRecord], _ ledger: Ledger,
        _ number: RunNumber?
    ) {
        let (intake, left) = (gathered.intake, gathered.left)
        let configuration = run.configuration
        self.run = number?.id
        knownAt = (run.knownAt ?? number?.time).map(Moment.text)
        inbox = ledger.place
        (runId, started, ended) = (clock.id, RunRecord.text(clock.started), RunRecord.text(clock.ended))
        pipeline = configuration.pipeline
        company = configuration.company
        asOf = run.asOf.description
        grain = configuration.grain.rawValue
        period = periods[periods.count - 1].name
        self.periods = periods.map(\.name)
        currency = configuration.currency.code
        locale = configuration.locale
        timeZone = configuration.zone.identifier
        inputs = intake.files.map { report in
            let file = report.file
            return Input(
                path: file.path, sha256: file.sha256, bytes: file.size, modified: file.modified, arrived: file.arrived,
                gone: file.isGone ? true : nil, source: report.source?.rawValue,
                rows: report.rows, facts: report.facts, replaced: report.replaced, rejected: report.rejected,
                excluded: report.excluded)
        }
        rates = Dictionary(intake.rates.map { ($0.currency, $0.rate.plain) }, uniquingKeysWith: { first, _ in first })
        findings = (left + intake.findings).map { finding in
            let local = finding.said(in: Language(locale: configuration.reportLocale))
            return Item(
                code: finding.code, severity: finding.severity.rawValue, file: finding.file, line: finding.line,
                column: finding.column, message: finding.message, hint: finding.hint, said: local?.message,
                toDo: local?.hint, count: finding.count,
                places: finding.places.map { Place(line: $0.line, column: $0.column) })
        }
        self.stages = stages
        audience = configuration.audiences.first
    }

    /// Adds the report in brief.
    mutating func add(_ report: Report) { brief = Brief(report) }

    /// Adds the editions for other audiences.
    mutating func add(_ editions: [Edition]) {
        if editions.isEmpty { return }
        audiences = editions.map { edition in
            AudienceRecord(
                name: edition.audience.name, folder: edition.folder, external: edition.audience.isExternal,
                withheld: edition.audience.withheld.map(\.rawValue).sorted(),
                newsletter: edition.audience.isNewsletter ? true : nil, brief: Brief(edition.report))
        }
    }

    /// Adds what the report before said otherwise.
    mutating func add(_ revisions: Revisions) {
        comparedWith = revisions.since?.description
        guard comparedWith != nil else { return }
        restated = revisions.restated.map {
            Restated(
                metric: $0.metric, period: $0.period.name, published: $0.published?.significant(12),
                now: $0.now?.significant(12),
                files: $0.causes.map(\.path))
        }
        redefined = revisions.redefined.map {
            Redefined(
                metric: $0.metric, before: $0.before, after: $0.after, old: $0.old?.significant(12),
                new: $0.new?.significant(12))
        }
    }

    /// What lay in the inbox, as the ledger notes it; nil where the run did not look there.
    var sightings: [Sighting] {
        let sources = Dictionary(
            inputs.compactMap { input in input.source.map { (input.sha256, ($0, input.rows)) } },
            uniquingKeysWith: { first, _ in first })
        return inputs.compactMap { input in
            guard !input.sha256.isEmpty, input.gone != true else { return nil }
            let (source, rows) = sources[input.sha256].map { ($0.0 as String?, $0.1) } ?? (nil, input.rows)
            return Sighting(
                path: input.path, sha256: input.sha256, size: input.bytes, modified: input.modified, arrived: input.arrived,
                source: source, rows: rows)
        }
    }

    /// What was found, as the ledger keeps it.
    var ledgerFindings: [LedgerFinding] {
        findings.map {
            LedgerFinding(
                code: $0.code, severity: $0.severity, file: $0.file, line: $0.line, column: $0.column, message: $0.message,
                hint: $0.hint, count: $0.count)
        }
    }

    /// The record of a published folder; nil where it has none that this version can read.
    init?(json: [UInt8]) {
        guard let record = try? JSONDecoder().decode(RunRecord.self, from: Data(json)) else { return nil }
        self = record
    }

    /// A time as ISO 8601.
    private static func text(_ microseconds: Int64) -> String {
        Date(timeIntervalSince1970: Double(microseconds) / 1_000_000).formatted(
            Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }

    /// The record as JSON, keys sorted.
    func json() throws -> [UInt8] { Array(try prettyJSON().utf8) }
}

extension RunRecord.Brief {
    init(_ report: Report) {
        self.init(
            subject: report.briefSubject, lines: report.briefLines, offTrack: report.brief.offTrack, gaps: report.brief.gaps,
            locale: report.locale, headline: report.brief.headline, star: report.brief.star?.name, value: report.briefValue,
            plan: report.brief.parts.first?.answer, data: report.brief.parts.last?.answer,
            accent: report.theme.accent.map { [$0.light.text, $0.dark.text] })
    }
}
