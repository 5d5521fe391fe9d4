import Deliveries
import State

extension Run {
    /// The last stage: what was published goes where `deliver:` says. It never throws: the report stands.
    ///
    /// A report of the past is not delivered: neither one of an older period than the newest, nor one that is made again with what was
    /// known at an earlier time.
    func deliver(_ published: inout Published, _ ledger: Ledger) {
        guard !configuration.deliveries.isEmpty, let store = ledger.store, knownAt == nil else { return }
        do {
            let newest = try PublishedReport.newest(configuration)
            guard newest == published.folder else { return }
            let deliverer = Deliverer(configuration: configuration, surroundings: surroundings, store: store)
            published.deliveries = deliverer.deliver(try PublishedReport(folder: newest))
        } catch {
            published.deliveries = [
                DeliveryOutcome(name: "the report", place: "", state: .failed(error.message, hint: error.hint))
            ]
        }
        published.undelivered = .undelivered(published.deliveries, published.folder, kind: surroundings.interruption())
        if let error = published.undelivered { published.undelivered = FailureNotice.told(error, of: self) }
    }
}

/// The newest report of a pipeline, to be delivered apart from a run.
public struct Redelivery: Sendable {
    /// The published folder.
    public var folder: String
    /// What became of each entry.
    public var outcomes: [DeliveryOutcome]
    /// That something was not delivered; nil where nothing went wrong.
    public var undelivered: PipelineError?

    /// Delivers what has not arrived yet.
    ///
    /// - Parameters:
    ///   - again: Whether what has arrived is sent once more.
    ///   - isRehearsal: Whether nothing is sent, only said what would be.
    public static func deliver(
        _ configuration: Configuration, again: Bool, isRehearsal: Bool, surroundings: Surroundings
    ) throws(PipelineError) -> Redelivery {
        if isRehearsal {
            let report = try PublishedReport(folder: try PublishedReport.newest(configuration))
            let store = try Ledger.checked { () throws(StateError) in try StateStore.existing(configuration.state) }
            let outcomes = try Deliverer.plan(report, configuration, store: store, again: again, surroundings)
            return Redelivery(folder: report.folder, outcomes: outcomes, undelivered: nil)
        }
        let lock = try RunLock(configuration)
        let delivered = try deliver(configuration, again: again, surroundings: surroundings)
        lock.release()
        return delivered
    }

    /// Delivers it; the caller holds the pipeline's lock.
    private static func deliver(
        _ configuration: Configuration, again: Bool, surroundings: Surroundings
    ) throws(PipelineError) -> Redelivery {
        let report = try PublishedReport(folder: try PublishedReport.newest(configuration))
        let store = try Ledger.checked { () throws(StateError) in try StateStore(folder: configuration.state) }
        let deliverer = Deliverer(configuration: configuration, surroundings: surroundings, store: store)
        let outcomes = deliverer.deliver(report, again: again)
        return Redelivery(
            folder: report.folder, outcomes: outcomes,
            undelivered: .undelivered(outcomes, report.folder, kind: surroundings.interruption()))
    }
}
