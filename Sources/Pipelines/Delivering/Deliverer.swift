import Deliveries
import Glibc
import State
import Synchronization

/// Delivers what is published: each thing to each place once, however often it is asked to and wherever it is killed.
///
/// That something is about to be sent is noted in the ledger before, what came of it after. Where a process was killed in between,
/// nobody knows whether it arrived: it is sent again under the same message id, and the note says so.
struct Deliverer: Sendable {
    let configuration: Configuration
    let surroundings: Surroundings
    let store: StateStore

    /// Delivers a report to all that are to get it, at once; never throws, as the report stands whatever becomes of that.
    ///
    /// - Parameter again: Whether also to those who got it already.
    func deliver(_ report: PublishedReport, again: Bool = false) -> [DeliveryOutcome] {
        let parcels = Parcel.all(of: report, configuration)
        let results = Mutex<[Int: DeliveryOutcome]>([:])
        let jobs = parcels.enumerated().map { place, parcel in
            Job(name: parcel.name) {
                let outcome = deliver(parcel, again: again, run: report.record.run)
                results.withLock { $0[place] = outcome }
            }
        }
        // What is not begun, as somebody asked to end, is missing from the results.
        _ = try? StageRunner(surroundings).run(.deliver, jobs)
        let found = results.withLock { $0 }
        return parcels.enumerated().map { place, parcel in
            found[place] ?? parcel.outcome(.failed("stopped before it was sent", hint: "`gtm deliver` goes on"))
        }
    }

    /// Delivers one parcel, unless it is not due or arrived before.
    func deliver(_ parcel: Parcel, again: Bool, run: Int64?) -> DeliveryOutcome {
        if let reason = parcel.notDue { return parcel.outcome(.notDue(reason)) }
        do {
            let reached = again ? [] : try Deliverer.reached(parcel.key, store)
            guard let parcel = parcel.without(reached) else { return parcel.outcome(.already) }
            let delivery = try Ledger.checked { () throws(StateError) in
                try store.intend(
                    parcel.key, again: again, run: run, kind: parcel.kind, name: parcel.name,
                    recipients: parcel.recipients.map(\.address), clock: surroundings.clock(), message: parcel.message)
            }
            guard let delivery else { return parcel.outcome(.already) }
            return try send(parcel, delivery)
        } catch {
            return parcel.outcome(.failed(error.message, hint: error.hint))
        }
    }

    private func send(_ parcel: Parcel, _ delivery: LedgerDelivery) throws(PipelineError) -> DeliveryOutcome {
        var (note, failure) = (delivery.note ?? "", nil as DeliveryError?)
        do {
            let tries = try parcel.send(delivery.message, configuration, surroundings.forDeliveries)
            if tries > 1 { note += (note.isEmpty ? "" : "; ") + "at the \(tries). try" }
        } catch { failure = error }
        do {
            try Ledger.checked { () throws(StateError) in
                try store.ended(delivery.id, failure: failure?.description, clock: surroundings.clock())
            }
        } catch {
            guard failure == nil else { throw error }
            return parcel.outcome(
                .failed(
                    "it was sent, but that could not be noted, so that it will be sent again: \(error.message)",
                    hint: error.hint))
        }
        var outcome = parcel.outcome(failure.map { .failed($0.message, hint: $0.hint) } ?? .delivered)
        outcome.note = note
        return outcome
    }

    /// Who got a report by mail of an audience already, so that a longer list of recipients sends to the new ones only.
    static func reached(_ key: DeliveryKey, _ store: StateStore) throws(PipelineError) -> Set<String> {
        let all = try Ledger.checked { () throws(StateError) in try store.deliveries(pipeline: key.pipeline) }
        let same = all.filter { delivery in
            delivery.isDelivered && delivery.kind == "mail" && delivery.key.about == key.about
                && delivery.key.period == key.period
                && delivery.key.edition == key.edition && delivery.key.mark == key.mark
                && Parcel.audience(of: delivery.key.target) == Parcel.audience(of: key.target)
        }
        return Set(same.flatMap { $0.recipients.lowercased().split(separator: "\n").map(String.init) })
    }

    /// What would be sent; nothing is.
    static func plan(
        _ report: PublishedReport, _ configuration: Configuration, store: StateStore?, again: Bool, _ surroundings: Surroundings
    ) throws(PipelineError) -> [DeliveryOutcome] {
        var outcomes: [DeliveryOutcome] = []
        for parcel in Parcel.all(of: report, configuration) {
            if let reason = parcel.notDue {
                outcomes.append(parcel.outcome(.notDue(reason)))
                continue
            }
            var reached: Set<String> = []
            if let store, !again { reached = try Deliverer.reached(parcel.key, store) }
            let known = try Ledger.checked { () throws(StateError) in try store?.delivery(parcel.key) }
            guard let rest = parcel.without(reached), again || known?.isDelivered != true else {
                outcomes.append(parcel.outcome(.already))
                continue
            }
            var outcome = rest.outcome(.pending)
            if let known, known.ended == nil, !known.isDelivered {
                outcome.note = "the try before ended without a word of what came of it"
            }
            do { try rest.prepare(configuration, surroundings.forDeliveries) } catch {
                outcome.state = .failed(error.message, hint: error.hint)
            }
            outcomes.append(outcome)
        }
        return outcomes
    }
}

extension Surroundings {
    /// What delivering needs of it, with the environment that secrets are in.
    var forDeliveries: DeliverySurroundings {
        let (clock, interruption) = (clock, interruption)
        return DeliverySurroundings(
            clock: clock, isStopped: { interruption() != nil }, wait: { usleep(UInt32($0) * 1000) },
            environment: { getenv($0).map { String(cString: $0) } })
    }
}
