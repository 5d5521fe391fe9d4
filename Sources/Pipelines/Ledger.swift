import struct CSV.FilePath
import Facts
import Intake
import Languages
import State

/// A run's dealings with the state folder: which inputs count besides those that lie in the inbox, and the record of what it did.
struct Ledger: Sendable {
    /// The state; nil where there is none and nothing is to be written.
    let store: StateStore?
    /// The inbox, as the ledger names it.
    let place: String
    /// Every content that is known to have stood in the inbox, up to the time that the run looks back to.
    let arrivals: [Arrival]
    /// When the inbox was last looked at; nil where it never was.
    private let looked: Int64?
    /// Up to when contents were taken out for good; nil where none was.
    private let prunedUntil: Int64?
    /// The content that came last, by path.
    private let newest: [String: Arrival]
    /// The contents that were retracted.
    private let retracted: Set<String>

    /// - Parameters:
    ///   - writes: Whether the state is made where there is none.
    ///   - time: The time up to which what had been dropped is known; nil for all of it.
    init(_ configuration: Configuration, writes: Bool, knownAt time: Int64?) throws(PipelineError) {
        store = try Ledger.checked { () throws(StateError) in
            writes ? try StateStore(folder: configuration.state) : try StateStore.existing(configuration.state)
        }
        let place = InboxPlace.place(of: configuration.inbox, from: configuration.state)
        self.place = place
        let store = store
        (arrivals, looked, prunedUntil) = try Ledger.checked { () throws(StateError) in
            (
                try store?.arrivals(inbox: place, knownAt: time) ?? [], try store?.looked(inbox: place),
                try store?.prunedUntil(inbox: place)
            )
        }
        newest = Dictionary(arrivals.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
        retracted = Set(arrivals.filter { $0.forgotten != nil }.map(\.sha256))
    }

    /// What keeps the contents of files as they are read; nil where nothing is written.
    var keeper: Keeper? { store.map { Keeper($0.archive, newest) } }

    /// The fingerprints that the files of the inbox had.
    func fingerprints() throws(PipelineError) -> KnownFingerprints {
        let (store, place) = (store, place)
        return KnownFingerprints(try Ledger.checked { () throws(StateError) in try store?.remembered(inbox: place) ?? [] })
    }

    /// The files that count in a run, and what was left where it lies.
    ///
    /// - Parameters:
    ///   - settings: What keeps the contents of the files of the inbox, and what remembers them.
    ///   - ahead: What reads the files of the inbox meanwhile.
    ///   - now: The run's own time.
    func files(of run: Run, _ settings: IntakeSettings, ahead: ReadAhead, now: Int64) throws -> (
        files: [InboxFile], left: [Finding]
    ) {
        let inbox = run.configuration.inbox
        if let time = run.knownAt {
            if let until = prunedUntil, time < until {
                throw PipelineError(
                    .noInput, "exports that counted before \(Moment.text(until)) are no longer kept",
                    hint: "give a later --known-at; `keep: {archive: …}` of the pipeline says how long they are kept")
            }
            let files = store.map { Ledger.archived(arrivals, archive: $0.archive) } ?? []
            try refuseErased(files)
            guard files.isEmpty else { return (files, []) }
            throw PipelineError(
                .noInput, "the state \(run.configuration.state) knows of no file that was in \(inbox) by \(Moment.text(time))",
                hint: "`gtm inputs` tells what was there when")
        }
        let found = try collect(
            inbox: inbox, keeper: settings.keeper, fingerprints: settings.fingerprints, mayBeEmpty: true,
            workers: run.surroundings.workers, ahead: ahead)
        let isLeft = { (file: InboxFile) in [.stillWritten, .linkOutside].contains(file.obstacle?.kind) }
        let present = found.filter { !isLeft($0) }.map { settled($0, now: now) }
        let left = found.filter(isLeft).compactMap(\.obstacle)
        let gone = gone(besides: present)
        if present.isEmpty, gone.isEmpty {
            guard let first = left.first else { throw IntakeError(emptyInbox: inbox) }
            throw IntakeError(
                .noInput, code: "empty-inbox",
                message: "nothing in the inbox \(inbox) can be read: \(first.file): \(first.message)",
                hint: first.hint)
        }
        let files = Ledger.placed(present + gone, arrivals)
        return (files.sorted { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) }, left)
    }

    /// Ends a run that would need what `gtm inputs forget --erase` removed: a report is never made again of less.
    private func refuseErased(_ files: [InboxFile]) throws(PipelineError) {
        guard let store else { return }
        let place = place
        let now = try Ledger.checked { () throws(StateError) in try store.arrivals(inbox: place) }
        let times = Dictionary(now.compactMap { arrival in arrival.forgotten.map { (arrival.sha256, $0) } }) { first, _ in first
        }
        for file in files where file.obstacle == nil && !store.archive.holds(file.sha256) {
            guard let time = times[file.sha256] else { continue }
            throw PipelineError(
                .noInput,
                "\(file.path) (\(file.sha256.prefix(12))) counted then, and was erased at \(Moment.text(time)) or later",
                hint: "reports that it counted in cannot be made again; give a later --known-at")
        }
    }

    /// That files count which lie in the inbox no longer; nil where there are none.
    static func noteOfKept(_ files: [FileReport]) -> Finding? {
        let kept = files.filter { $0.file.isGone && $0.source != nil }
        guard let newest = kept.max(by: { $0.file.arrived < $1.file.arrived }) else { return nil }
        return Finding(.keptFiles, file: "", ["count": kept.count, "newest": newest.file.path])
    }

    /// Files that were removed since the last report and whose rows add to those of others: costs that were dropped anew under another
    /// name would count twice.
    static func notesOfRemoved(_ files: [FileReport], since last: LedgerRun?) -> [Finding] {
        files.compactMap { report -> Finding? in
            let file = report.file
            guard file.isGone, !file.isReplaced, report.load == .append, report.facts > 0,
                file.missed.map({ $0 > last?.known ?? .min }) ?? true
            else { return nil }
            return Finding(
                .removedFile, file: file.path, ["rows": report.facts, "sha": String(file.sha256.prefix(12))])
        }
    }

    /// Brings to the disk what was kept of this run's files.
    func settleArchive() throws(PipelineError) {
        guard let store else { return }
        try Ledger.checked { () throws(StateError) in try store.archive.settle() }
    }

    /// A file as it counts in the run: when it came and was modified, both as they were noted first, and whether it was retracted.
    func settled(_ file: InboxFile, now: Int64) -> InboxFile {
        guard store != nil, !file.sha256.isEmpty else { return file }
        var file = file
        if let known = newest[file.path], known.sha256 == file.sha256 { file.modified = known.modified }
        file.arrived = Arrival.arrived(
            sha256: file.sha256, modified: file.modified, after: newest[file.path], looked: looked, now: now)
        if retracted.contains(file.sha256) { file.obstacle = Finding(.forgottenFile, file: file.path) }
        return file
    }

    /// The files that were read in some run, and that the inbox no longer holds: the newest under each content's names.
    ///
    /// - Parameter present: What the inbox holds.
    func gone(besides present: [InboxFile]) -> [InboxFile] {
        let here = Dictionary(present.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
        let past = arrivals.filter { here[$0.path] != $0.sha256 }
        return Ledger.kept(past, present: Set(present.map(\.sha256)), paths: Set(present.map(\.path)), archive: store?.archive)
    }

    /// The files of a run that knew of these arrivals, all from the archive.
    static func archived(_ arrivals: [Arrival], archive: Archive) -> [InboxFile] {
        let present = arrivals.filter { $0.gone == nil }
        let files = present.map { arrival in
            var file = InboxFile(arrival, archive)
            if arrival.forgotten != nil { file.obstacle = Finding(.forgottenFile, file: arrival.path) }
            return file
        }
        let past = arrivals.filter { $0.gone != nil }
        let kept = kept(
            past, present: Set(present.map(\.sha256)), paths: Set(present.map(\.path)), archive: archive)
        return placed(files + kept, arrivals).sorted { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) }
    }

    /// Of contents that are there no longer those that count, each once under its newest name, and rather under one that was not
    /// overwritten since.
    private static func kept(_ past: [Arrival], present: Set<String>, paths: Set<String>, archive: Archive?) -> [InboxFile] {
        guard let archive else { return [] }
        var (later, places, files) = (paths, [String: Int](), [InboxFile]())
        for arrival in past.reversed() {
            defer { later.insert(arrival.path) }
            guard arrival.source != nil, arrival.forgotten == nil, !present.contains(arrival.sha256) else { continue }
            var file = InboxFile(arrival, archive)
            file.isGone = true
            file.missed = arrival.gone
            file.isReplaced = later.contains(arrival.path)
            if let place = places[arrival.sha256] {
                if files[place].isReplaced, !file.isReplaced { files[place] = file }
            } else {
                places[arrival.sha256] = files.count
                files.append(file)
            }
        }
        return files.reversed()
    }

    /// Files with the other paths at which their bytes stood.
    private static func placed(_ files: [InboxFile], _ arrivals: [Arrival]) -> [InboxFile] {
        var places: [String: [String: Int64]] = [:]
        for arrival in arrivals { places[arrival.sha256, default: [:]][arrival.path] = arrival.arrived }
        return files.map { file in
            var file = file
            file.stood = places[file.sha256] ?? [:]
            file.stood[file.path] = nil
            return file
        }
    }

    // MARK: The record

    /// Notes that a run begins; nil where nothing is written.
    ///
    /// What a run that was killed published before is noted first: the folder's own record tells.
    func begin(_ run: Run, period: Period) throws(PipelineError) -> RunNumber? {
        guard let store else { return nil }
        let configuration = run.configuration
        for silent in try Ledger.checked({ () throws(StateError) in try store.silent(pipeline: configuration.pipeline) }) {
            try mend(silent, store, Files.join(configuration.reports, configuration.pipeline))
        }
        let start = RunStart(
            pipeline: configuration.pipeline, inbox: place, asOf: run.asOf.description, period: period.name,
            knownAt: run.knownAt, version: Version.full, setting: Settings(configuration).text)
        return try Ledger.checked { () throws(StateError) in try store.begin(start, clock: run.surroundings.clock()) }
    }

    /// The last report of an earlier as-of date; nil where there is none.
    func lastReport(before run: Run) throws(PipelineError) -> LedgerRun? {
        guard let store else { return nil }
        return try Ledger.checked { () throws(StateError) in
            try store.lastReport(of: run.configuration.pipeline, before: run.asOf.description, knownAt: run.knownAt)
        }
    }

    /// What came with the reports of earlier periods.
    func newExports(before run: Run, _ period: Period) throws(PipelineError) -> NewExports {
        let reports = try store.map { store throws(PipelineError) in
            try Ledger.checked { () throws(StateError) in
                try store.reports(of: run.configuration.pipeline, before: run.asOf.description, knownAt: run.knownAt)
            }
        }
        return NewExports((reports ?? []).filter { $0.period != period.name && $0.inbox == place }, arrivals)
    }

    /// Notes what a run published, where it was killed before it could.
    private func mend(_ silent: LedgerRun, _ store: StateStore, _ home: String) throws(PipelineError) {
        for (folder, edition) in Publication.editions(of: silent.period, in: home) {
            let place = Files.join(home, folder)
            guard let record = Files.bytes(Files.join(place, "run.json")).flatMap(RunRecord.init(json:)),
                record.run == silent.id, record.knownAt == Moment.text(silent.known)
            else { continue }
            let metrics = PublishedRun.packed(Files.bytes(Files.join(place, "metrics.csv")) ?? [])
            try published(silent.id, record, place, edition: edition, metrics, clock: nil, isRemake: silent.isRemake)
            return
        }
        try Ledger.checked { () throws(StateError) in try store.killed(silent.id) }
    }

    /// Notes what a run published.
    ///
    /// - Parameters:
    ///   - metrics: Its `metrics.csv`, packed.
    ///   - clock: Nil for a run that was killed.
    ///   - remembered: By what the files of the inbox are known again; nil where that stays as it is.
    func published(
        _ run: Int64, _ record: RunRecord, _ folder: String, edition: Int, _ metrics: [UInt8], clock: Int64?, isRemake: Bool,
        remembered: [RememberedFile]? = nil
    ) throws(PipelineError) {
        guard let store else { return }
        let publication = PublishedRun(
            folder: folder, edition: edition, metrics: metrics,
            findings: record.ledgerFindings)
        try Ledger.checked { () throws(StateError) in
            try store.published(
                run, clock: clock, publication, sightings: isRemake ? nil : record.sightings,
                remembered: remembered)
        }
    }

    /// Notes that a run ended without publishing; what keeps it from noting that is of no further matter.
    func failed(_ run: RunNumber?, _ error: PipelineError, clock: Int64) {
        guard let store, let run else { return }
        try? store.failed(run.id, clock: clock, status: error.status, message: error.description)
    }

    /// What of the state goes wrong, as a failure of the run.
    static func checked<Value>(_ work: () throws(StateError) -> Value) throws(PipelineError) -> Value {
        do { return try work() } catch { throw PipelineError(error) }
    }
}

extension InboxFile {
    /// A content in the archive.
    init(_ arrival: Arrival, _ archive: Archive) {
        self.init(
            path: arrival.path, location: FilePath(archive.path(of: arrival.sha256)), size: arrival.size,
            sha256: arrival.sha256, modified: arrival.modified)
        arrived = arrival.arrived
        isArchived = true
    }
}

/// Keeps in the archive what a run reads, as it fingerprints it.
struct Keeper: InputKeeping {
    let archive: Archive
    /// What is known of each path's newest content.
    private let newest: [String: Arrival]

    init(_ archive: Archive, _ newest: [String: Arrival]) { (self.archive, self.newest) = (archive, newest) }

    func content(path: String, size: Int, modified: Int64) -> (any KeptContent)? {
        if let known = newest[path], known.size == size, known.modified == modified, isKept(known.sha256) { return nil }
        return content()
    }

    func content() -> any KeptContent { Content(copy: archive.copy(), archive: archive) }

    func isKept(_ sha256: String) -> Bool { archive.holds(sha256) }

    private struct Content: KeptContent {
        let copy: ArchiveCopy
        let archive: Archive

        func add(_ bytes: UnsafeRawBufferPointer) { copy.add(bytes) }

        func finish(sha256: String) {
            do { try copy.finish(sha256: sha256) } catch { archive.note(error) }
        }
    }
}

extension PipelineError {
    /// What is wrong with the state.
    init(_ error: StateError) {
        let kind: Kind =
            switch error.kind {
            case .newer: .configuration
            case .damaged, .cannotRead: .unreadable
            case .busy: .busy
            case .cannotWrite: .cannotWrite
            }
        self.init(kind, error.message, hint: error.hint)
    }
}
