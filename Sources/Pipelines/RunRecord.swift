import Facts
import Foundation
import Intake
import Metrics

/// What `run.json` holds: inputs, stages, findings, versions. The one file of a run that holds times and so differs between runs.
struct RunRecord: Codable, Sendable {
    var program = "gtm"
    var version = Version.current
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
    var stages: [StageRecord]

    /// One file of the inbox.
    struct Input: Codable, Sendable {
        var path: String
        var sha256: String
        var bytes: Int
        var modified: Int64
        var source: String?
        var rows: Int
        var facts: Int
        var replaced: Int
        var setAside: Int
        var excluded: Int
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
        var count: Int
        /// The first places; `line` and `column` are those of the first.
        var places: [Place]
    }

    /// A place in a file.
    struct Place: Codable, Sendable {
        var line: Int?
        var column: String?
    }

    init(_ run: Run, _ periods: [Period], _ files: [InboxFile], _ intake: IntakeResult, _ stages: [StageRecord]) {
        let configuration = run.configuration
        pipeline = configuration.pipeline
        company = configuration.company
        asOf = run.asOf.description
        grain = configuration.grain.rawValue
        period = periods[periods.count - 1].name
        self.periods = periods.map(\.name)
        currency = configuration.currency.code
        locale = configuration.locale
        timeZone = configuration.zone.identifier
        let reports = Dictionary(intake.files.map { ($0.file.path, $0) }, uniquingKeysWith: { first, _ in first })
        inputs = files.map { file in
            let report = reports[file.path]
            return Input(
                path: file.path, sha256: file.sha256, bytes: file.size, modified: file.modified,
                source: report?.source?.rawValue,
                rows: report?.rows ?? 0, facts: report?.facts ?? 0, replaced: report?.replaced ?? 0,
                setAside: report?.setAside ?? 0, excluded: report?.excluded ?? 0)
        }
        rates = Dictionary(intake.rates.map { ($0.currency, $0.rate.plain) }, uniquingKeysWith: { first, _ in first })
        findings = intake.findings.map {
            Item(
                code: $0.code, severity: $0.severity.rawValue, file: $0.file, line: $0.line, column: $0.column,
                message: $0.message, hint: $0.hint, count: $0.count,
                places: $0.places.map { Place(line: $0.line, column: $0.column) })
        }
        self.stages = stages
    }

    /// The record as JSON, keys sorted.
    func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }
}
