import Deliveries
import Languages
import State

/// The owner, as an entry that mail goes to by the transport of the pipeline's first mail.
struct OwnerMail: Sendable {
    let entry: DeliveryEntry

    /// Nil where nobody is named, or nothing says how mail is sent.
    init?(_ configuration: Configuration) {
        guard let owner = configuration.owner, let mail = configuration.noticeMail else { return nil }
        var entry = DeliveryEntry(
            way: .mail(MailEntry(to: [owner], audience: "owner", from: mail.from, transport: mail.transport)), place: "owner")
        // Who waits for a run that failed should not wait long.
        entry.patience.tries = 2
        self.entry = entry
    }

    var target: String { entry.target }
}

/// That a run failed, as the owner and the entries of `when: failed` are told. No report is part of it.
struct FailureNotice: Sendable {
    /// How long the same failure is not told again, in microseconds: a day.
    static let quiet: Int64 = 86_400_000_000

    let pipeline, company: String
    let status: Int32
    /// What went wrong, what to do and what stands, a line each.
    let lines: [String]
    /// When, in microseconds since 1970.
    let time: Int64

    /// One line.
    let subject: String
    /// The language of both.
    let locale: String

    init(_ error: PipelineError, of run: Run) {
        let configuration = run.configuration
        (pipeline, company, status) = (configuration.pipeline, configuration.company, error.status)
        locale = configuration.reportLocale
        let words = NoticeWords(locale: locale)
        subject = words.subject(company, pipeline, error.kind)
        lines = words.lines(error, reports: configuration.reports, pipeline: pipeline).map(MailMessage.line)
        time = run.surroundings.clock()
    }

    /// What tells this failure from another: its status and words.
    var mark: String { Settings.mark("\(status) \(lines)") }

    /// As a mail.
    func mail(_ mail: MailEntry, to recipients: [Address], id: String) -> MailMessage {
        MailMessage(
            from: mail.from, to: recipients, subject: subject, text: ([subject, ""] + lines).joined(separator: "\n") + "\n",
            id: id,
            date: time)
    }

    /// As a message to a chat or a program.
    func message(id: String) -> HookMessage {
        HookMessage(id: id, title: subject, lines: lines, locale: locale, object: HookObject(self, id: id).json)
    }

    /// Tells a failure to those who are to know, and says of the failure what of that failed.
    ///
    /// Nobody is told what a person at the terminal did: a wrong command line, a signal, a second run at once. The same failure is told
    /// once a day.
    static func told(_ error: PipelineError, of run: Run) -> PipelineError {
        guard ![.usage, .busy, .interrupted, .terminated].contains(error.kind) else { return error }
        let notice = FailureNotice(error, of: run)
        let parcels = Parcel.all(of: notice, run.configuration)
        guard !parcels.isEmpty else { return error }
        let store = try? StateStore(folder: run.configuration.state)
        var error = error
        for parcel in parcels {
            let outcome = notice.tell(parcel, run, store)
            guard case .failed(let reason, _) = outcome.state else { continue }
            error.standing += (error.standing.isEmpty ? "" : "\n    ") + "that could not be told by \(outcome.name): \(reason)"
        }
        return error
    }

    private func tell(_ parcel: Parcel, _ run: Run, _ store: StateStore?) -> DeliveryOutcome {
        guard let store else {
            // Without a ledger nothing says whether it was told today: better twice than not at all.
            do {
                _ = try parcel.send(parcel.message(again: 0), run.configuration, run.surroundings.forDeliveries)
                return parcel.outcome(.delivered)
            } catch { return parcel.outcome(.failed(error.message, hint: error.hint)) }
        }
        let last = try? store.delivery(parcel.key)
        if let last, last.isDelivered, time - last.intended < FailureNotice.quiet { return parcel.outcome(.already) }
        return Deliverer(configuration: run.configuration, surroundings: run.surroundings, store: store)
            .deliver(parcel, again: true, run: nil)
    }
}

/// That a report is published whose data has gaps, as the owner is told.
struct GapsNotice {
    private let report: PublishedReport

    init(_ report: PublishedReport) { self.report = report }

    private func say(_ word: NoticeWord, _ parts: String...) -> String {
        word.text(Language(locale: report.record.locale), parts)
    }

    /// As a mail.
    func mail(_ mail: MailEntry, to recipients: [Address], id: String) -> MailMessage {
        let (record, gaps) = (report.record, report.brief.gaps)
        let subject = say(.gaps, record.company, record.pipeline, report.name)
        var lines = [subject, ""] + gaps.map { "- \(MailMessage.line($0))" } + [""]
        lines += record.findings.filter { $0.severity == "warning" }.prefix(20).map { finding in
            let line = finding.line.map { ":\($0)" } ?? ""
            let place = finding.file.isEmpty ? "" : "\(finding.file)\(line): "
            let (message, hint) = (finding.said ?? finding.message, finding.toDo ?? finding.hint)
            return "- \(MailMessage.line(place + message))\n  \(MailMessage.line(hint))"
        }
        lines += ["", say(.gapsPublished, report.folder)]
        return MailMessage(
            from: mail.from, to: recipients, subject: subject, text: lines.joined(separator: "\n") + "\n", id: id,
            date: report.time)
    }
}
