import Deliveries

/// One entry of `deliver:`: where something goes, and when.
struct DeliveryEntry: Sendable {
    /// When something is delivered.
    enum When: String, Sendable, CaseIterable {
        /// With every report.
        case always
        /// With a report of which a target is off track.
        case offTrack = "off track"
        /// With a report whose data has gaps.
        case gaps
        /// Not with a report, but when a run fails.
        case failed
    }

    /// What is delivered, and where to.
    enum Way: Sendable {
        case mail(MailEntry)
        case hook(Hook)
        case copy(String)
        case store(ObjectStore)
    }

    var way: Way
    var when = When.always
    var patience = Patience()
    /// Where it stands, for messages: `weekly.yml:41`.
    var place: String
}

/// Mail to an audience.
struct MailEntry: Sendable {
    var to: [Address]
    /// The audience's name; empty where the pipeline names none.
    var audience: String
    /// Whether that is the pipeline's first, whose report the published folder is.
    var isForFirst = true
    var from: Address
    var transport: MailTransport
}

extension DeliveryEntry {
    /// What messages call it.
    var name: String {
        switch way {
        case .mail(let mail): "mail to \(mail.to.map(\.address).joined(separator: ", "))"
        case .hook(let hook): "\(hook.kind.rawValue) (\(hook.address.name))"
        case .copy(let folder): "copy to \(folder)"
        case .store(let store): "\(store.endpoint) (\(store.bucket)/\(store.prefix))"
        }
    }

    /// The kind, as the ledger notes it.
    var kind: String {
        switch way {
        case .mail: "mail"
        case .hook: "hook"
        case .copy: "copy"
        case .store: "s3"
        }
    }

    /// What tells where it goes from all other places: a report goes to each once, however many entries name it.
    var target: String {
        switch way {
        case .mail(let mail):
            "mail:\(mail.audience):\(mail.to.map { $0.address.lowercased() }.sorted().joined(separator: ","))"
        case .hook(let hook): "hook:\(hook.kind.rawValue):\(hook.address.name)"
        case .copy(let folder): "copy:\(folder)"
        case .store(let store): "s3:\(store.endpoint):\(store.bucket):\(store.prefix)"
        }
    }
}
