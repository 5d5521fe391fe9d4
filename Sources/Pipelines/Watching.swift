import Facts
import State

/// Tells those who watch a pipeline of its runs, however they end: the page of the inbox, and the text file for Prometheus.
///
/// What goes wrong in telling is a warning, and never ends a run.
struct Watching {
    let run: Run
    let period: Period
    let started: Int64
    let notes: RunNotes

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
        if let path = configuration.watch.textfile {
            let file = PrometheusFile(
                pipeline: configuration.pipeline, started: started, ended: time,
                status: failure?.status ?? published?.undelivered?.status ?? 0,
                warnings: published?.notices.count(where: \.isWarning), summary: published?.summary,
                success: ledger?.lastSuccess(of: configuration.pipeline))
            attempt { () throws(PipelineError) in try file.write(to: path) }
        }
        return notices
    }
}

/// Who is told of a pipeline's runs: `watch:`.
public struct WatchSettings: Sendable, Hashable {
    /// The text file for the node exporter of Prometheus; nil where there is none.
    public var textfile: String?
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
