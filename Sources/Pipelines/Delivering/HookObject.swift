import Foundation

/// What a program is told by a plain JSON message.
struct HookObject: Encodable {
    /// `report` or `failure`.
    var event: String
    /// What tells this message from all others: the same where it is sent twice.
    var id: String
    var pipeline: String
    var company: String
    var subject: String
    var summary: [String]
    var period: String?
    var edition: Int?
    var asOf: String?
    var offTrack: Int?
    var gaps: [String]?
    var status: Int?

    init(_ report: PublishedReport, id: String) {
        event = "report"
        self.id = id
        (pipeline, company, period) = (report.record.pipeline, report.record.company, report.record.period)
        (edition, asOf) = (report.record.edition, report.record.asOf)
        (subject, summary, offTrack, gaps) = (report.subject, report.brief.lines, report.brief.offTrack, report.brief.gaps)
    }

    init(_ failure: FailureNotice, id: String) {
        event = "failure"
        self.id = id
        (pipeline, company, status) = (failure.pipeline, failure.company, Int(failure.status))
        (subject, summary) = (failure.subject, failure.lines)
    }

    /// As a JSON object.
    var json: [UInt8] {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else { preconditionFailure("texts and numbers can be written as JSON") }
        return Array(data)
    }
}
