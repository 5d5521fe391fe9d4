import Deliveries
import Yams

/// What a pipeline file says of deliveries, before it is read.
struct DeliveryNodes {
    let recipients, owner, entries: Node?

    init(_ top: inout YAMLMapping) {
        (recipients, owner, entries) = (top.take("recipients"), top.take("owner"), top.take("deliver"))
    }
}

extension Configuration {
    /// Reads who may be sent anything, who is told when something fails, and what goes where.
    mutating func readDeliveries(_ nodes: DeliveryNodes, _ top: YAMLMapping, _ folder: String) throws(PipelineError) {
        if let node = nodes.recipients { recipients = try DeliveryReader.recipients(node, top) }
        if let node = nodes.owner { owner = try DeliveryReader.address(node, "owner", top) }
        guard let node = nodes.entries else { return }
        deliveries = try DeliveryReader(folder: folder, audiences: audiences).entries(node, top)
        for entry in deliveries {
            guard case .copy(let place) = entry.way else { continue }
            try checkOwn(place, node, "copy", top)
        }
    }

    /// The mail entry whose transport notices to the owner take: the first.
    var noticeMail: MailEntry? {
        deliveries.lazy.compactMap { entry in
            guard case .mail(let mail) = entry.way else { return nil }
            return mail
        }.first
    }
}
