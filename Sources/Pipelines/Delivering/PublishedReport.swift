import Deliveries
import Facts
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
        let top = Files.names(in: folder).filter { Publication.ownNames.contains($0) && $0 != "run.json" }
        return top.flatMap { name in
            let path = Files.join(folder, name)
            return Files.isFolder(path) ? Files.names(in: path).map { "\(name)/\($0)" } : [name]
        } + ["run.json"]
    }

    /// The subject, which says so where it is not the first edition.
    var subject: String {
        guard record.edition > 1 else { return brief.subject }
        return brief.subject + (record.locale.hasPrefix("zh") ? "（第 \(record.edition) 版）" : " (edition \(record.edition))")
    }

    /// A message with the report in brief as its body and the workbook attached.
    func mail(_ mail: MailEntry, to recipients: [Address], id: String) throws(DeliveryError) -> MailMessage {
        let workbook = MailMessage.Attachment(
            name: "\(record.pipeline)-\(name).xlsx", type: MediaType.of("report.xlsx"), bytes: try bytes("report.xlsx"))
        return MailMessage(
            from: mail.from, to: recipients, subject: subject, text: String(decoding: try bytes("mail.txt"), as: UTF8.self),
            html: String(decoding: try bytes("mail.html"), as: UTF8.self), attachments: [workbook], id: id, date: time)
    }

    /// A message for a chat or a program.
    func message(id: String) -> HookMessage {
        HookMessage(
            id: id, title: subject, lines: brief.lines, locale: record.locale,
            object: HookObject(self, id: id).json)
    }
}
