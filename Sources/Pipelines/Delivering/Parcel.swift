import Deliveries
import State

/// One thing to be delivered to one place.
struct Parcel: Sendable {
    /// What it is.
    enum Content: Sendable {
        case report(PublishedReport)
        case failure(FailureNotice)
        /// To the owner: what is missing from a report's data.
        case gaps(PublishedReport)
    }

    let content: Content
    let way: DeliveryEntry.Way
    /// What tells it from all others.
    private(set) var key: DeliveryKey
    /// What messages call it.
    private(set) var name: String
    let kind: String
    /// Where it stands in the pipeline file; empty where it stands nowhere.
    let place: String
    let patience: Patience
    /// Who gets it, by mail.
    private(set) var recipients: [Address]
    /// Why it is not due; nil where it is.
    private(set) var notDue: String?

    /// What is to be delivered of a report: one for each entry, and what the owner is told.
    static func all(of report: PublishedReport, _ configuration: Configuration) -> [Parcel] {
        let entries = configuration.deliveries.filter { $0.when != .failed }
        var parcels: [Parcel] = []
        var (seen, reached): (Set<String>, [String: Set<String>]) = ([], [:])
        for entry in entries where seen.insert(entry.target).inserted {
            var parcel = Parcel(.report(report), entry, report.key(.report, entry.target))
            parcel.notDue = reason(report, entries.filter { $0.target == entry.target })
            if case .mail(let mail) = entry.way, parcel.notDue == nil {
                // Whom another entry of the same audience names as well gets one message.
                guard let rest = parcel.without(reached[mail.audience] ?? []) else { continue }
                reached[mail.audience, default: []].formUnion(mail.to.map { $0.address.lowercased() })
                parcel = rest
            }
            parcels.append(parcel)
        }
        if !report.brief.gaps.isEmpty, let owner = OwnerMail(configuration) {
            parcels.append(Parcel(.gaps(report), owner.entry, report.key(.gaps, owner.target)))
        }
        return parcels
    }

    /// Why a report does not go to a place; nil where one of its entries is due.
    private static func reason(_ report: PublishedReport, _ entries: [DeliveryEntry]) -> String? {
        let whens = Set(entries.map(\.when))
        if whens.contains(.always) { return nil }
        if whens.contains(.offTrack), report.brief.offTrack > 0 { return nil }
        if whens.contains(.gaps), !report.brief.gaps.isEmpty { return nil }
        return whens.contains(.offTrack) ? "no target is off track" : "the data has no gaps"
    }

    /// What is to be delivered of a failure: to the entries of `when: failed`, and to the owner.
    static func all(of failure: FailureNotice, _ configuration: Configuration) -> [Parcel] {
        func key(_ target: String) -> DeliveryKey {
            DeliveryKey(
                pipeline: configuration.pipeline, about: .failure, period: "", edition: 0, target: target, mark: failure.mark)
        }
        var seen: Set<String> = []
        // What did not reach a place is of its owner's concern alone.
        let isUndelivered = failure.status == PipelineError.Kind.undelivered.rawValue
        var parcels = configuration.deliveries.filter {
            $0.when == .failed && !isUndelivered && seen.insert($0.target).inserted
        }
        .map { Parcel(.failure(failure), $0, key($0.target)) }
        if let owner = OwnerMail(configuration) { parcels.append(Parcel(.failure(failure), owner.entry, key(owner.target))) }
        return parcels
    }

    private init(_ content: Content, _ entry: DeliveryEntry, _ key: DeliveryKey) {
        (self.content, way, self.key, name, kind) = (content, entry.way, key, entry.name, entry.kind)
        (place, patience) = (entry.place, entry.patience)
        if case .mail(let mail) = entry.way { recipients = mail.to } else { recipients = [] }
    }

    /// The audience that a target of mail names: what stands before the recipients.
    static func audience(of target: String) -> Substring {
        target.lastIndex(of: ":").map { target[..<$0] } ?? target[...]
    }

    /// The same without those who got it already; nil where nobody is left.
    func without(_ reached: Set<String>) -> Parcel? {
        guard case .mail(let mail) = way, !reached.isEmpty else { return self }
        let rest = recipients.filter { !reached.contains($0.address.lowercased()) }
        if rest.count == recipients.count { return self }
        guard !rest.isEmpty else { return nil }
        var parcel = self
        parcel.recipients = rest
        let entry = DeliveryEntry(
            way: .mail(
                MailEntry(
                    to: rest, audience: mail.audience, isForFirst: mail.isForFirst, from: mail.from, transport: mail.transport)),
            place: place)
        (parcel.name, parcel.key.target) = (entry.name, entry.target)
        return parcel
    }

    /// What became of it.
    func outcome(_ state: DeliveryOutcome.State) -> DeliveryOutcome { DeliveryOutcome(name: name, place: place, state: state) }

    /// The id of its message.
    ///
    /// - Parameter again: How often the same was sent deliberately before.
    func message(again: Int) -> String {
        let parts = [key.pipeline, key.about.rawValue, key.period, String(key.edition), key.target, key.mark]
        let domain = if case .mail(let mail) = way { mail.from.domain } else { "gtm.invalid" }
        return MailMessage.id(again == 0 ? parts : parts + [String(again)], domain: domain)
    }

    // MARK: Sending

    /// Throws what sending it would where that can be told without sending.
    func prepare(_ configuration: Configuration, _ surroundings: DeliverySurroundings) throws(DeliveryError) {
        switch way {
        case .mail(let mail):
            for address in recipients where !configuration.recipients.cover(address) {
                throw DeliveryError(
                    "`recipients:` does not cover \(address)",
                    hint: "add it there, or take it out where mail is addressed to it")
            }
            if case .smtp(let server) = mail.transport { _ = try server.password?.value(surroundings) }
        case .hook(let hook):
            _ = try hook.address.value(surroundings)
            _ = try hook.secret?.value(surroundings)
        case .copy: break
        case .store(let store):
            _ = try store.key.value(surroundings)
            _ = try store.secret.value(surroundings)
        }
    }

    /// Sends it.
    ///
    /// - Returns: How many tries it took.
    func send(
        _ id: String, _ configuration: Configuration, _ surroundings: DeliverySurroundings
    ) throws(DeliveryError) -> Int {
        try prepare(configuration, surroundings)
        switch way {
        case .mail(let mail):
            let message: MailMessage
            switch content {
            case .report(let report): message = try report.mail(mail, to: recipients, id: id)
            case .gaps(let report): message = GapsNotice(report).mail(mail, to: recipients, id: id)
            case .failure(let failure): message = failure.mail(mail, to: recipients, id: id)
            }
            return try mail.transport.send(message, patience, surroundings)
        case .hook(let hook):
            switch content {
            case .report(let report), .gaps(let report): return try hook.send(report.message(id: id), patience, surroundings)
            case .failure(let failure): return try hook.send(failure.message(id: id), patience, surroundings)
            }
        case .copy(let folder):
            guard case .report(let report) = content else { return 1 }
            do { try report.copy(to: folder, configuration) } catch { throw DeliveryError(error.message, hint: error.hint) }
            return 1
        case .store(let store):
            guard case .report(let report) = content else { return 1 }
            let folder = "\(report.record.pipeline)/\(report.name)/"
            return try store.put(
                report.files.map { folder + $0 },
                { name throws(DeliveryError) in try report.bytes(String(name.dropFirst(folder.count))) }, patience, surroundings
            )
        }
    }
}
