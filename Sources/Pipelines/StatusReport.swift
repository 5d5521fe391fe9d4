import Facts
import Foundation
import Glibc
import Languages
import State

/// How pipelines stand, as the state folder remembers: `gtm status`.
public struct StatusReport: Codable, Sendable {
    /// The pipelines, by name.
    public var pipelines: [PipelineStatus]

    /// How one pipeline stands.
    public struct PipelineStatus: Codable, Sendable {
        /// Its name.
        public var pipeline: String
        /// The newest run that published; nil where none did.
        public var lastSuccess: RunStatus?
        /// The newest run; nil where there was none.
        public var lastTry: RunStatus?
        /// Each source that files came of, in the contract's order.
        public var sources: [Freshness]
        /// What was late in the last report, as sentences.
        public var late: [String]
        /// How many warnings the last report has.
        public var warnings: Int
        /// The newest deliveries, oldest first: of the last report, and of failures since.
        public var deliveries: [DeliveryStatus] = []
    }

    /// A run.
    public struct RunStatus: Codable, Sendable {
        /// Its number in the ledger.
        public var run: Int64
        /// `published`, `failed`, `killed` or `under way`.
        public var outcome: String
        /// Times as ISO 8601 in UTC.
        public var started: String
        /// When it ended; nil where it was killed or is under way.
        public var ended: String?
        /// The exit status; nil where it was killed or is under way.
        public var status: Int64?
        /// Why it did not publish; nil where it did.
        public var message: String?
        /// The as-of date, YYYY-MM-DD.
        public var asOf: String
        /// The period reported, or that was to be.
        public var period: String
        /// The published folder; nil where it published nothing.
        public var folder: String?
        /// Which edition of the period that is; nil where it published nothing.
        public var edition: Int64?
        /// The program's version.
        public var version: String
    }

    /// How fresh a source is, against its own rhythm.
    public struct Freshness: Codable, Sendable {
        /// The source's name in the data contract.
        public var source: String
        /// How many contents came of it.
        public var files: Int
        /// The newest file, and the day on which it came.
        public var newest: String
        /// The day on which it came, YYYY-MM-DD.
        public var came: String
        /// The usual number of days from one file to the next; nil where too few came to tell.
        public var everyDays: Int?
        /// The day by which the next is due; nil where that is not known.
        public var due: String?
        /// Whether that day is past by more than half of the usual time.
        public var isLate: Bool
    }

    /// How pipelines stand.
    ///
    /// - Parameters:
    ///   - state: The state folder.
    ///   - configuration: The one pipeline that is asked for; nil for all that the state knows.
    ///   - clock: Microseconds since 1970.
    public init(state: String, configuration: Configuration?, clock: Int64) throws(PipelineError) {
        pipelines = []
        guard let store = try Ledger.checked({ () throws(StateError) in try StateStore.existing(state) }) else {
            if let name = configuration?.pipeline { pipelines = [PipelineStatus(name)] }
            return
        }
        let known = try Ledger.checked { () throws(StateError) in try store.pipelines() }
        for name in configuration.map({ [$0.pipeline] }) ?? known {
            pipelines.append(
                try Ledger.checked { () throws(StateError) in
                    try PipelineStatus(
                        name, store, zone: configuration?.zone ?? .utc, isRunning: RunLock.isHeld(state: state, pipeline: name),
                        clock: clock)
                })
        }
    }

    /// As JSON, keys sorted.
    public func json() throws -> String { try prettyJSON() }

    /// As lines for people.
    public var text: String {
        guard !pipelines.isEmpty else { return "nothing has been run yet\n" }
        return pipelines.map(\.text).joined(separator: "\n")
    }
}

extension StatusReport.PipelineStatus {
    /// A pipeline that has not been run.
    init(_ pipeline: String) {
        self.pipeline = pipeline
        (sources, late, warnings) = ([], [], 0)
    }

    init(_ pipeline: String, _ store: StateStore, zone: Zone, isRunning: Bool, clock: Int64) throws(StateError) {
        self.init(pipeline)
        let (last, success) = (try store.lastTry(of: pipeline), try store.lastSuccess(of: pipeline))
        lastTry = last.map { StatusReport.RunStatus($0, isRunning: isRunning) }
        lastSuccess = success.map { StatusReport.RunStatus($0, isRunning: false) }
        deliveries = try StatusReport.DeliveryStatus.newest(store, pipeline, success)
        if let last { sources = Self.freshness(try store.arrivals(inbox: last.inbox), zone: zone, clock: clock) }
        let findings = try success.map { run throws(StateError) in try store.findings(ofRun: run.id) } ?? []
        warnings = findings.count { $0.severity == "warning" }
        late = findings.filter { $0.code.hasPrefix("late-") || $0.code == "no-new-export" }.map {
            ($0.file.isEmpty ? "" : "\($0.file): ") + $0.message
        }
    }

    /// Of each source how often files came, and when the next is due.
    static func freshness(_ arrivals: [Arrival], zone: Zone, clock: Int64) -> [StatusReport.Freshness] {
        let today = Stamp(microseconds: clock).day(in: zone)
        return SourceName.allCases.compactMap { source in
            let own = arrivals.filter { $0.source == source.rawValue && $0.forgotten == nil }
            guard let newest = own.max(by: { ($0.arrived, $0.path) < ($1.arrived, $1.path) }) else { return nil }
            let days = Set(own.map { Stamp(microseconds: $0.arrived).day(in: zone) }).sorted()
            let gaps = zip(days.dropFirst(), days).map { $0 - $1 }.suffix(mostGaps).sorted()
            var fresh = StatusReport.Freshness(
                source: source.rawValue, files: own.count, newest: newest.path,
                came: Stamp(microseconds: newest.arrived).day(in: zone).description, isLate: false)
            if gaps.count >= leastGaps, let last = days.last {
                let usual = gaps[(gaps.count - 1) / 2]
                fresh.everyDays = usual
                fresh.due = (last + usual).description
                fresh.isLate = today > last + usual + (usual + 1) / 2
            }
            return fresh
        }
    }

    /// How many of the last gaps between files tell the rhythm, and with how few there is none.
    private static let (mostGaps, leastGaps) = (8, 2)

    /// As lines for people.
    var text: String {
        var lines = ["\(pipeline)"]
        if let run = lastSuccess {
            let edition = run.edition.map { $0 > 1 ? ", edition \($0)" : "" } ?? ""
            lines.append(
                "  last success  \(run.period)\(edition), as of \(run.asOf), published \(Self.short(run.ended ?? run.started)): "
                    + (run.folder ?? "-"))
        } else {
            lines.append("  last success  none")
        }
        if let run = lastTry {
            let outcome =
                switch run.outcome {
                case "failed": "failed with status \(run.status ?? 0)"
                case "killed": "was killed before it ended"
                case "under way": "is under way"
                default: "published"
                }
            lines.append("  last try      \(run.period), \(Self.short(run.started)), \(outcome)")
            let why = run.message?.split(separator: "\n").map { "                \(TextTable.cut(String($0), 300))" }
            if run.outcome == "failed" { lines += why ?? [] }
        } else {
            lines.append("  last try      none")
        }
        if warnings > 0 { lines.append("  warnings      \(warnings) in the last report") }
        lines += deliveries.map { "  delivery      \(TextTable.cut($0.text, 300))" }
        for sentence in late { lines.append("  late          \(TextTable.cut(sentence, 300))") }
        guard !sources.isEmpty else { return lines.joined(separator: "\n") + "\n" }
        var table = TextTable()
        table.add(["source", "files", "came", "usually every", "next due", "newest file"])
        for source in sources {
            let every = source.everyDays.map { $0 == 1 ? "day" : "\($0) days" } ?? "-"
            table.add([
                source.source, String(source.files), source.came, every,
                source.due.map { $0 + (source.isLate ? " LATE" : "") } ?? "-", TextTable.cut(source.newest, 100),
            ])
        }
        return (lines + [""] + table.lines()).joined(separator: "\n") + "\n"
    }

    /// A time to the second.
    private static func short(_ time: String) -> String { time.prefix(19) + "Z" }
}

extension StatusReport.RunStatus {
    init(_ run: LedgerRun, isRunning: Bool) {
        let outcome =
            switch run.status {
            case 0?: "published"
            case .some: "failed"
            case nil: isRunning && run.message == nil ? "under way" : "killed"
            }
        self.init(
            run: run.id, outcome: outcome, started: Moment.text(run.started), ended: run.ended.map(Moment.text),
            status: run.status,
            message: run.status == 0 ? nil : run.message, asOf: run.asOf, period: run.period, folder: run.folder,
            edition: run.edition, version: run.version)
    }
}
