import Deliveries
import Facts
import Languages
import State

/// A published folder, as it is delivered.
struct PublishedReport: Sendable {
    /// The folder.
    let folder: String
    /// What its `run.json` says.
    let record: RunRecord
    /// The report in brief.
    let brief: RunRecord.Brief

    init(folder: String) throws(PipelineError) {
        let path = Files.join(folder, "run.json")
        guard let record = Files.bytes(path).flatMap(RunRecord.init(json:)), let brief = record.brief else {
            throw PipelineError(
                .noInput, "\(path) is missing, or was written by an older version", hint: "publish the report again: `gtm run`")
        }
        (self.folder, self.record, self.brief) = (folder, record, brief)
    }

    /// The folder that `latest` points at, by its place.
    static func newest(_ configuration: Configuration) throws(PipelineError) -> String {
        let home = Files.join(configuration.reports, configuration.pipeline)
        guard let name = Publication.latest(in: home) else {
            throw PipelineError(
                .noInput, "nothing of \(configuration.pipeline) has been published yet", hint: "`gtm run` publishes")
        }
        return Files.join(home, name)
    }

    /// The folder's name: the period, and the edition where it is not the first.
    var name: String { Files.name(of: folder) }

    /// When it was made, in microseconds since 1970.
    var time: Int64 { record.knownAt.flatMap { Moment.microseconds($0, .utc) } ?? 0 }

    /// What tells a delivery of it from all others.
    func key(_ about: DeliveryKey.About, _ target: String) -> DeliveryKey {
        DeliveryKey(pipeline: record.pipeline, about: about, period: record.period, edition: record.edition, target: target)
    }

    /// One of its files.
    func bytes(_ name: String) throws(DeliveryError) -> [UInt8] {
        guard let bytes = Files.bytes(Files.join(folder, name)) else {
            throw DeliveryError("\(folder)/\(name) cannot be read", hint: "publish the report again: `gtm run --replace`")
        }
        return bytes
    }

    /// The names of its files, and of those in its folders; `run.json` comes last, so that where it is, all is.
    var files: [String] {
        func all(_ name: String) -> [String] {
            let path = Files.join(folder, name)
            return Files.isFolder(path) ? Files.names(in: path).flatMap { all("\(name)/\($0)") } : [name]
        }
        let top = Files.names(in: folder).filter { Publication.ownNames.contains($0) && $0 != "run.json" }
        return top.flatMap(all) + ["run.json"]
    }

    /// The subject, which says so where it is not the first edition.
    var subject: String { subject(of: brief) }

    private func subject(of brief: RunRecord.Brief) -> String {
        guard record.edition > 1 else { return brief.subject }
        return NoticeWord.edition.text(locale: brief.locale ?? record.locale, brief.subject, String(record.edition))
    }

    /// A message with the report in brief as its body and the workbook attached, but to customers' letters: of the edition for the entry's audience, and of nothing
    /// else where that is not there.
    func mail(_ mail: MailEntry, to recipients: [Address], id: String) throws(DeliveryError) -> MailMessage {
        let edition = record.audiences?.first { $0.name == mail.audience }
        if edition == nil, !isOfReport(mail) {
            throw DeliveryError(
                "\(folder) has no edition for `\(mail.audience)`", hint: "publish the report again: `gtm run --replace`")
        }
        let place = edition.map { $0.folder + "/" } ?? ""
        var attachments: [MailMessage.Attachment] = []
        if edition?.newsletter != true {
            attachments = [
                MailMessage.Attachment(
                    name: "\(record.pipeline)-\(name).xlsx", type: MediaType.of("report.xlsx"),
                    bytes: try bytes(place + "report.xlsx"))
            ]
        }
        return MailMessage(
            from: mail.from, to: recipients, subject: subject(of: edition?.brief ?? brief),
            text: String(decoding: try bytes(place + "mail.txt"), as: UTF8.self),
            html: String(decoding: try bytes(place + "mail.html"), as: UTF8.self), attachments: attachments, id: id, date: time)
    }

    /// Whether the report itself is for the audience of an entry: that of the first audience when it was published. Of a report that does
    /// not say whom it was for, the first of now.
    private func isOfReport(_ mail: MailEntry) -> Bool {
        mail.audience.isEmpty || record.audience.map { $0 == mail.audience } ?? mail.isForFirst
    }

    /// A message for a chat or a program.
    func message(id: String) -> HookMessage {
        HookMessage(
            id: id, title: subject, lines: brief.lines, locale: record.locale,
            object: HookObject(self, id: id).json)
    }
}
