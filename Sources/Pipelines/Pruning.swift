import Facts
import Glibc
import Intake
import Languages
import State

/// Removes what retention no longer keeps: `gtm prune`.
///
/// Never the newest of anything, never what `latest` points at, never a content of which something counts, and never a file that a person
/// put into a folder.
public struct Pruning: Sendable {
    private let configuration: Configuration
    private let clock: Int64

    /// - Parameter clock: Microseconds since 1970.
    public init(_ configuration: Configuration, clock: Int64) { (self.configuration, self.clock) = (configuration, clock) }

    /// Something that is no longer kept.
    public struct Item: Sendable, Hashable {
        /// What it is, in words.
        public var text: String
        /// How many bytes it takes; 0 where that is not known.
        public var bytes: Int
        let what: What
    }

    enum What: Sendable, Hashable {
        /// A report's folder.
        case folder(String)
        /// A content of the archive, and from when on no report was made with it.
        case content(String, until: Int64)
        /// A kept reading of no use, by its name.
        case reading(String)
        /// The record of a run that published nothing.
        case failure(Int64)
        /// What a run had found.
        case findings(Int64)
    }

    /// What was decided.
    public struct Plan: Sendable {
        /// What goes.
        public var items: [Item] = []
        /// Why some things are left that might go.
        public var notes: [String] = []
    }

    private var home: String { Files.join(configuration.reports, configuration.pipeline) }

    /// Removes what is no longer kept, or with `dryRun` only tells it.
    ///
    /// - Throws: Status 75 where a run of a pipeline of this state is under way, 73 where something cannot be removed.
    public func prune(dryRun: Bool) throws(PipelineError) -> Plan {
        let readings = try uselessReadings(try store())
        guard !configuration.keep.isEmpty || !readings.isEmpty else {
            return Plan(notes: ["the pipeline keeps everything; `keep:` in its file says what goes"])
        }
        guard dryRun else {
            let own = try RunLock(configuration)
            let plan = try prune()
            own.release()
            return plan
        }
        return try plan(try store())
    }

    private func store() throws(PipelineError) -> StateStore? {
        try Ledger.checked { () throws(StateError) in try StateStore.existing(configuration.state) }
    }

    private func prune() throws(PipelineError) -> Plan {
        let store = try store()
        let plan = try plan(store)
        var (contents, failures, findings): ([(sha256: String, until: Int64)], [Int64], [Int64]) = ([], [], [])
        for item in plan.items {
            switch item.what {
            case .folder(let path): try remove(path)
            case .content(let sha256, let until): contents.append((sha256, until))
            case .reading(let name): unlink(Files.join(configuration.readings, name))
            case .failure(let run): failures.append(run)
            case .findings(let run): findings.append(run)
            }
        }
        if plan.items.contains(where: \.isFolder) { try? IndexFile(reports: configuration.reports).write() }
        guard let store else { return plan }
        let place = InboxPlace.place(of: configuration.inbox, from: configuration.state)
        try Ledger.checked { () throws(StateError) in
            try store.prune(contents, inbox: place)
            try store.prune(failures: failures, findings: findings)
        }
        return plan
    }

    // MARK: What goes

    private func plan(_ store: StateStore?) throws(PipelineError) -> Plan {
        var plan = Plan()
        plan.items = folders()
        guard let store else { return plan }
        plan.items += try uselessReadings(store).map { entry in
            Item(
                text: "what was read of a file and is of no use any more: \(Files.join(configuration.readings, entry.name))",
                bytes: entry.bytes, what: .reading(entry.name))
        }
        if let rule = configuration.keep.archive { try addContents(rule, store, to: &plan) }
        if let rule = configuration.keep.logs { try addLogs(rule, store, to: &plan) }
        return plan
    }

    /// Kept readings that no run would use.
    private func uselessReadings(_ store: StateStore?) throws(PipelineError) -> [ReadingFolder.Entry] {
        guard let store, Files.isFolder(configuration.readings) else { return [] }
        let counting = try Ledger.checked { () throws(StateError) in try ReadingFolder.counting(store) }
        let kept = KeptReadings(
            folder: configuration.readings, build: Version.build, use: .init(reads: false, writes: false))
        return ReadingFolder(path: configuration.readings).useless(kept, counting: counting)
    }

    /// Whole days from a moment until now.
    private func age(_ moment: Int64) -> Int { Int(max(0, clock - moment) / 86_400_000_000) }

    /// Folders of periods, and of editions that newer ones followed.
    private func folders() -> [Item] {
        let latest = Publication.latest(in: home)
        let calendar = configuration.calendar
        let periods = Set(
            Files.names(in: home).compactMap { name in
                let period = String(name.prefix { $0 != "." })
                return calendar.period(named: period).flatMap {
                    $0.grain == configuration.grain && $0.name == period ? $0 : nil
                }
            })
        let sorted = periods.filter { !editions(of: $0).isEmpty }.sorted { $0.start > $1.start }
        var items: [Item] = []
        for (place, period) in sorted.enumerated() {
            let editions = editions(of: period)
            let isLatest = editions.contains { $0.name == latest }
            // By the newest period, not the clock: a pipeline that stands still loses nothing.
            let age = sorted[0].end - period.end
            if let rule = configuration.keep.reports, !isLatest, !rule.keeps(place, days: age) {
                items += editions.map {
                    item($0.name, "the report of \(period.name)\($0.number > 1 ? ", edition \($0.number)" : "")")
                }
                continue
            }
            guard let rule = configuration.keep.editions else { continue }
            for (place, edition) in editions.reversed().enumerated() where edition.name != latest {
                guard let ended = published(edition.name), !rule.keeps(place, days: self.age(ended)) else { continue }
                items.append(item(edition.name, "edition \(edition.number) of \(period.name), which a newer one followed"))
            }
        }
        return items
    }

    /// The editions of a period that are there, oldest first; a folder in which only people's files are left is none.
    private func editions(of period: Period) -> [(name: String, number: Int)] {
        Publication.editions(of: period.name, in: home).filter { edition in
            Files.names(in: Files.join(home, edition.name)).contains(where: Publication.ownNames.contains)
        }
    }

    /// When a folder was published, by its own record; nil where it has none.
    private func published(_ name: String) -> Int64? {
        Files.bytes(Files.join(home, "\(name)/run.json")).flatMap(RunRecord.init(json:)).flatMap { record in
            (record.ended ?? record.knownAt).flatMap { Moment.microseconds($0, .utc) }
        }
    }

    private func item(_ name: String, _ what: String) -> Item {
        let path = Files.join(home, name)
        return Item(text: "\(what): \(path)", bytes: size(path), what: .folder(path))
    }

    /// How many bytes the report's own files in a folder take.
    private func size(_ folder: String) -> Int {
        Files.names(in: folder).filter(Publication.ownNames.contains).reduce(0) { $0 + Files.size(Files.join(folder, $1)) }
    }

    /// Contents that are gone from the inbox and of which nothing counts any more.
    private func addContents(_ rule: KeepRule, _ store: StateStore, to plan: inout Plan) throws(PipelineError) {
        let inbox = InboxPlace.place(of: configuration.inbox, from: configuration.state)
        let arrivals = try Ledger.checked { () throws(StateError) in try store.arrivals(inbox: inbox) }
        guard let uses = try uses(store, inbox, &plan) else { return }
        let here = Set(arrivals.filter { $0.gone == nil }.map(\.sha256))
        let gone = Dictionary(grouping: arrivals.filter { !here.contains($0.sha256) && $0.gone != nil }, by: \.source)
        for source in gone.keys.sorted(by: { ($0 ?? "") < ($1 ?? "") }) {
            var seen: Set<String> = []
            let contents = (gone[source] ?? []).sorted { ($0.gone ?? 0, $0.seen, $0.path) > ($1.gone ?? 0, $1.seen, $1.path) }
                .filter { seen.insert($0.sha256).inserted }
            for (place, arrival) in contents.enumerated() {
                guard let time = arrival.gone, let until = uses.end(of: arrival.sha256), !rule.keeps(place, days: age(time))
                else { continue }
                plan.items.append(
                    Item(
                        text: "the copy of \(TextTable.cut(arrival.path, 100)) (\(arrival.sha256.prefix(12))), gone since "
                            + "\(Moment.text(time).prefix(10)), of which nothing counts",
                        bytes: store.archivedSize(arrival.sha256), what: .content(arrival.sha256, until: max(until, time))))
            }
        }
    }

    /// What each report of the inbox that is still there was made of; nil where it is not known what counts now.
    private func uses(_ store: StateStore, _ inbox: String, _ plan: inout Plan) throws(PipelineError) -> ContentUses? {
        var uses = ContentUses()
        for name in try Ledger.checked({ () throws(StateError) in try store.pipelines() }) {
            let runs = try Ledger.checked { () throws(StateError) in
                try store.runs(pipeline: name, limit: 100_000).filter { $0.status == 0 && $0.inbox == inbox && !$0.isRemake }
            }
            guard let last = runs.first else { continue }
            if name != configuration.pipeline, RunLock.isHeld(state: configuration.state, pipeline: name) {
                throw PipelineError(
                    .busy, "a run of \(name) is under way, which keeps to the same state", hint: "wait until it has ended")
            }
            let records = runs.compactMap { run -> (known: Int64, record: RunRecord)? in
                guard let folder = run.folder,
                    let record = Files.bytes(Files.join(folder, "run.json")).flatMap(RunRecord.init(json:)),
                    record.run == run.id
                else { return nil }
                return (run.known, record)
            }
            guard records.first?.record.run == last.id else {
                plan.notes.append(
                    "no copy goes: the last report of \(name) is not in \(last.folder ?? "-"), so that it is not known what counts"
                )
                return nil
            }
            uses.add(records.sorted { $0.known < $1.known })
        }
        return uses
    }

    private func addLogs(_ rule: KeepRule, _ store: StateStore, to plan: inout Plan) throws(PipelineError) {
        let name = configuration.pipeline
        let (failures, published) = try Ledger.checked { () throws(StateError) in
            (try store.failures(of: name), try store.runsWithFindings(of: name))
        }
        for (place, run) in failures.reversed().enumerated() where !rule.keeps(place, days: age(run.started)) {
            plan.items.append(
                Item(
                    text: "the record of the run of \(Moment.text(run.started).prefix(19))Z, which published nothing", bytes: 0,
                    what: .failure(run.id)))
        }
        for (place, run) in published.reversed().enumerated() where !rule.keeps(place, days: age(run.started)) {
            plan.items.append(
                Item(
                    text: "what the run of \(Moment.text(run.started).prefix(19))Z had found", bytes: 0, what: .findings(run.id)
                ))
        }
    }

    // MARK: Removing

    /// Removes a report's own files, and its folder where nothing else is in it.
    private func remove(_ folder: String) throws(PipelineError) {
        // The record goes last: a folder that still has it is not half a report.
        let names = Files.names(in: folder).filter { Publication.ownNames.contains($0) && $0 != "run.json" } + ["run.json"]
        for name in names {
            let path = Files.join(folder, name)
            Files.remove(path)
            if Files.exists(path) { throw Files.failure("\(path) cannot be removed") }
        }
        rmdir(folder)
    }
}

extension Pruning.Item {
    /// Whether it is a report.
    fileprivate var isFolder: Bool { if case .folder = what { true } else { false } }
}

extension Files {
    /// How many bytes a file, or all in a folder, takes.
    static func size(_ path: String) -> Int {
        var status = stat()
        guard lstat(path, &status) == 0 else { return 0 }
        guard status.st_mode & S_IFMT == S_IFDIR else { return Int(status.st_size) }
        return names(in: path).reduce(0) { $0 + size(join(path, $1)) }
    }
}

/// Of which contents rows counted in which reports.
struct ContentUses {
    /// For each pipeline, oldest first: up to when the report knew what had been dropped, and the contents that counted in it.
    private var reports: [[(known: Int64, contents: Set<String>)]] = []

    /// Adds a pipeline's reports, oldest first.
    mutating func add(_ records: [(known: Int64, record: RunRecord)]) {
        reports.append(
            records.map { known, record in (known, Set(record.inputs.filter { $0.rows != $0.replaced }.map(\.sha256))) })
    }

    /// From when on a content counts in no report that is known; nil where it counts in the last one of some pipeline.
    func end(of sha256: String) -> Int64? {
        var end = Int64.min
        for reports in reports {
            guard let last = reports.lastIndex(where: { $0.contents.contains(sha256) }) else { continue }
            guard last + 1 < reports.count else { return nil }
            end = max(end, reports[last + 1].known)
        }
        return end
    }
}
