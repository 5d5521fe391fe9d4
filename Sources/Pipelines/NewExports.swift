import Facts
import Intake
import State

/// Which sources came with every report before: those of which there is no new file now are missed.
///
/// Reports are counted by their periods, so that a report that is made again, or every day, is one. What came with a report came
/// after the one before it. All of this is of the state's record, so that a report of the past is made again the same.
struct NewExports {
    /// Up to when what had been dropped was known to each report before, oldest first.
    private let known: [Int64]
    private let arrivals: [Arrival]

    /// So many reports before are looked at.
    private static let most = 6

    /// - Parameter reports: Published reports before, newest first.
    init(_ reports: [LedgerRun], _ arrivals: [Arrival]) {
        var seen: Set<String> = []
        known = reports.filter { seen.insert($0.period).inserted }.prefix(Self.most).map(\.known).sorted()
        self.arrivals = arrivals
    }

    /// A source of which no new export came.
    struct Missed {
        var source: SourceName
        /// When its newest file came.
        var newest: Int64
        /// With how many reports before it came.
        var reports: Int
    }

    /// The sources that are missed, in the contract's order.
    ///
    /// - Parameter files: The files of the run.
    func missed(_ files: [FileReport]) -> [Missed] {
        guard let last = known.last else { return [] }
        let sources = Dictionary(
            files.compactMap { report in report.source.map { (report.file.sha256, $0) } }, uniquingKeysWith: { $1 })
        // Of contents that were the same as another file's the source is that one's.
        let came = files.compactMap { report in
            (report.source ?? sources[report.file.sha256]).map { (source: $0, time: report.file.arrived) }
        }
        let now = Set(came.filter { $0.time > last }.map(\.source))
        return SourceName.allCases.compactMap { source in
            guard !now.contains(source), let newest = came.filter({ $0.source == source }).map(\.time).max() else { return nil }
            let times = arrivals.filter { $0.source == source.rawValue }.map(\.arrived)
            let spans = zip([Int64.min] + known.dropLast(), known)
            guard spans.allSatisfy({ span in times.contains { $0 > span.0 && $0 <= span.1 } }) else { return nil }
            // Everything came with the first report: by that alone only what is due in every period is missed, and only once others came.
            if known.count == 1, !source.isDueInEveryPeriod || now.isEmpty { return nil }
            return Missed(source: source, newest: newest, reports: known.count)
        }
    }
}

extension SourceName {
    /// Whether something new is expected in every period.
    fileprivate var isDueInEveryPeriod: Bool {
        self == .subscriptions || self == .snapshots || SourceName.ofEvents.contains(self)
    }
}

extension IntakeResult {
    /// Says which sources are missed, but for those of which it is said already that they are late.
    ///
    /// - Throws: Status 66 where a gate says so.
    mutating func noteMissed(_ exports: NewExports, in period: Period, _ configuration: Configuration) throws(PipelineError) {
        let late = Set(facts.late.filter { $0.from <= period.start && $0.series == nil }.map(\.source))
        var failures: [PipelineError] = []
        for missed in exports.missed(files) {
            let action = configuration.sources[missed.source, default: SourceRules()].action(.newExport)
            let finding = Finding(
                .noNewExport, file: "",
                [
                    "source": missed.source, "day": Stamp(microseconds: missed.newest).day(in: configuration.zone),
                    "reports": missed.reports == 1 ? "the last report" : "each of the last \(missed.reports) reports",
                ]
            ).naming(configuration.sourcesFile)
            switch action {
            case .off: continue
            case .warn:
                guard !late.contains(missed.source) else { continue }
                findings.append(finding)
                self.missed[missed.source] = Stamp(microseconds: missed.newest).day(in: configuration.zone)
            case .stop:
                failures.append(PipelineError(.noInput, "\(finding.message) [\(finding.code)]", hint: finding.hint))
            }
        }
        if let failure = PipelineError.joined(failures) { throw failure }
    }
}
