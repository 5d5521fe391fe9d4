public import Deliveries
import Facts
import State

/// Tells those who watch a pipeline of its runs, however they end: the page of the inbox, the text file for Prometheus, and an address
/// that hears of each start and end.
///
/// What goes wrong in telling is a warning, and never ends a run.
struct Watching {
    let run: Run
    let period: Period
    let started: Int64
    let notes: RunNotes

    /// Says that a run begins; gives what could not be told.
    func begins() -> [Notice] { ping(.start, "\(run.configuration.pipeline): \(period.name)") }

    /// Says that a run published; gives what could not be told.
    func ended(_ published: Published, _ ledger: Ledger) -> [Notice] {
        tell(published, nil, ledger)
    }

    /// Says that a run failed.
    ///
    /// - Parameter ledger: Nil where it could not be opened.
    func failed(_ error: PipelineError, _ ledger: Ledger?) { _ = tell(nil, error, ledger) }

    private func tell(_ published: Published?, _ failure: PipelineError?, _ ledger: Ledger?) -> [Notice] {
        let configuration = run.configuration
        let time = run.surroundings.clock()
        var notices: [Notice] = []
        func attempt(_ work: () throws(PipelineError) -> Void) {
            do { try work() } catch { notices.append(Notice(notTold: error)) }
        }
        // A report that is made again has not looked at the inbox.
        if run.knownAt == nil {
            let report = InboxReport(configuration: configuration, period: period, time: time)
            attempt { () throws(PipelineError) in
                try report.write(notes.now, published: published?.folder, failure: failure)
            }
        }
        if published != nil { attempt { () throws(PipelineError) in try IndexFile(reports: configuration.reports).write() } }
        if let path = configuration.watch.textfile {
            let file = PrometheusFile(
                pipeline: configuration.pipeline, started: started, ended: time,
                status: failure?.status ?? published?.undelivered?.status ?? 0,
                warnings: published?.notices.count(where: \.isWarning), summary: published?.summary,
                success: ledger?.lastSuccess(of: configuration.pipeline))
            attempt { () throws(PipelineError) in try file.write(to: path) }
        }
        let status = failure?.status ?? published?.undelivered?.status ?? 0
        return notices
            + ping(status == 0 ? .success : .failure, "\(configuration.pipeline): \(period.name), status \(status)")
    }

    /// Sends a signal; not where a report of the past is made again, or nothing is to leave the machine.
    private func ping(_ signal: Ping.Signal, _ words: String) -> [Notice] {
        guard let ping = run.configuration.watch.ping, run.knownAt == nil, run.delivers else { return [] }
        // The end is told even where somebody asked the process to end.
        var surroundings = run.surroundings.forDeliveries
        if signal == .failure { surroundings.isStopped = { false } }
        do {
            try ping.send(signal, run: run.surroundings.runID, words, surroundings)
            return []
        } catch {
            return [Notice(notTold: PipelineError(.undelivered, "the ping: \(error.message)", hint: error.hint))]
        }
    }
}

/// Who is told of a pipeline's runs: `watch:`.
public struct WatchSettings: Sendable, Hashable {
    /// The text file for the node exporter of Prometheus; nil where there is none.
    public var textfile: String?
    /// The address that hears of each start and end; nil where there is none.
    public var ping: Ping?
}

extension Ledger {
    /// The newest run that published; nil where none did, or where that cannot be known.
    func lastSuccess(of pipeline: String) -> LedgerRun? { try? store?.lastSuccess(of: pipeline) }
}

extension Notice {
    /// What could not be told of a run.
    init(notTold error: PipelineError) {
        isWarning = true
        text = error.description
        parts = ["code": "not-told", "hint": error.hint]
    }
}
