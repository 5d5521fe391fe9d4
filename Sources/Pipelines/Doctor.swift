import Facts
import Glibc
import Intake
import Languages
import State

/// Tries all that a run of a pipeline will need, and says what is wrong: `gtm doctor`.
public struct Doctor: Sendable {
    let configuration: Configuration
    private let clock: Int64

    /// - Parameter clock: Microseconds since 1970.
    public init(_ configuration: Configuration, clock: Int64) { (self.configuration, self.clock) = (configuration, clock) }

    /// One thing that was tried.
    public struct Trial: Sendable {
        /// What was tried, in a word or two.
        public var name: String
        /// How it stands, as a sentence.
        public var text: String
        /// Why a run would fail; nil where it would not.
        public var failure: PipelineError?
    }

    /// Tries everything. Nothing is left behind.
    public func trials() -> [Trial] {
        var trials = [Trial(name: "pipeline", text: "\(configuration.pipeline) and the files that it names read well")]
        trials += [
            trial("inbox", inbox), trial("reports", { () throws(PipelineError) in try folder(home, links: true) }),
            trial("state folder", { () throws(PipelineError) in try folder(configuration.state) }), trial("state", state),
            trial("room", room), trial("open files", openFiles),
        ]
        if let kept = keptReadings { trials.append(Trial(name: "kept readings", text: kept)) }
        if let away = configuration.archiveTo {
            trials.append(trial("archive_to", { () throws(PipelineError) in try folder(away) }))
            trials.append(trial("inbox, to move", { () throws(PipelineError) in try folder(configuration.inbox) }))
        }
        if let textfile = configuration.watch.textfile {
            trials.append(trial("textfile", { () throws(PipelineError) in try folder(Files.folder(of: textfile)) }))
        }
        if let dialect = configuration.engine.kind.dialect {
            trials.append(trial("engine", { () throws(PipelineError) in try engineAnswers(dialect) }))
        }
        return trials + deliveryTrials
    }

    private var home: String { Files.join(configuration.reports, configuration.pipeline) }

    func trial(_ name: String, _ work: () throws(PipelineError) -> String) -> Trial {
        do { return Trial(name: name, text: try work()) } catch {
            return Trial(name: name, text: error.message, failure: error)
        }
    }

    // MARK: Folders

    /// That the inbox can be read, and how much is in it.
    private func inbox() throws(PipelineError) -> String {
        let found: [InboxFile]
        do { found = try collect(inbox: configuration.inbox, mayBeEmpty: true) } catch { throw PipelineError("inbox", error) }
        let unreadable = found.compactMap(\.obstacle).first { [.unreadable, .readFailed].contains($0.kind) }
        if let unreadable {
            throw PipelineError(.unreadable, "\(unreadable.file): \(unreadable.message)", hint: unreadable.hint)
        }
        let count = found.count { $0.obstacle == nil }
        let remembered = (try? Ledger(configuration, writes: false, knownAt: nil))?.arrivals ?? []
        if count == 0, remembered.isEmpty { throw PipelineError("inbox", IntakeError(emptyInbox: configuration.inbox)) }
        return "\(configuration.inbox) can be read and holds \(count == 1 ? "1 file" : "\(count) files")"
    }

    /// That files can be written, exchanged and taken away in a folder, or where it will be made.
    func folder(_ path: String, links: Bool = false) throws(PipelineError) -> String {
        var place = path
        while !Files.exists(place), Files.folder(of: place) != place { place = Files.folder(of: place) }
        let name = Files.join(place, ".gtm-doctor-\(getpid())")
        defer { for ending in ["", ".2", ".3"] { unlink(name + ending) } }
        try Files.write([10], to: name)
        guard rename(name, name + ".2") == 0 else { throw Files.failure("nothing can be renamed in \(place)") }
        if links, symlink("x", name + ".3") != 0 { throw Files.failure("no link can be made in \(place), as `latest` is one") }
        return place == path ? "\(path) can be written" : "\(path) will be made in \(place), which can be written"
    }

    // MARK: State

    private func state() throws(PipelineError) -> String {
        if RunLock.isHeld(state: configuration.state, pipeline: configuration.pipeline) {
            return "a run of \(configuration.pipeline) is under way; another would end with status 75"
        }
        guard let store = try Ledger.checked({ () throws(StateError) in try StateStore.existing(configuration.state) }) else {
            return "nothing is remembered yet"
        }
        try Ledger.checked { () throws(StateError) in try store.verify() }
        let last = try Ledger.checked { () throws(StateError) in try store.lastTry(of: configuration.pipeline) }
        guard let last else { return "it is sound; \(configuration.pipeline) was not run yet" }
        guard last.started <= clock else {
            throw PipelineError(
                .configuration,
                "the last run was at \(Moment.text(last.started)), and the machine's clock says \(Moment.text(clock))",
                hint: "set the machine's clock; until then ages of files are not to be relied on")
        }
        return "it is sound; the last run was at \(Moment.text(last.started).prefix(19))Z"
    }

    /// How much is kept of what was read of files; nil where nothing is.
    private var keptReadings: String? {
        let entries = ReadingFolder(path: configuration.readings).entries
        guard !entries.isEmpty else { return nil }
        let size = MemoryLimit.text(entries.reduce(0) { $0 + $1.bytes })
        return "what was read of files is kept in \(configuration.readings): \(entries.count) readings, \(size)"
    }

    // MARK: The machine

    /// The least room that a run should find, in MiB.
    private static let leastRoom = 200

    private func room() throws(PipelineError) -> String {
        var least: (path: String, free: Int)?
        for path in [home, configuration.state] {
            var (place, status) = (path, statvfs())
            while !Files.exists(place), Files.folder(of: place) != place { place = Files.folder(of: place) }
            guard statvfs(place, &status) == 0 else { continue }
            let free =
                Int(clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).partialValue)
                >> 20
            if least.map({ free < $0.free }) ?? true { least = (place, free) }
        }
        guard let least else { return "how much room there is cannot be told" }
        guard least.free >= Self.leastRoom else {
            throw PipelineError(
                .cannotWrite, "only \(least.free) MiB are free in \(least.path)",
                hint: "make room: reports and copies of exports are kept there")
        }
        return "\(least.free) MiB are free in \(least.path)"
    }

    private func openFiles() throws(PipelineError) -> String {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0, limit.rlim_cur < 64 else {
            return "enough files may be open at once"
        }
        throw PipelineError(
            .noResources, "only \(limit.rlim_cur) files may be open at once", hint: "raise the limit: `ulimit -n 1024`")
    }
}

extension PipelineError {
    /// One failure that names all of several, with the status of the gravest; nil where there is none.
    public static func all(of failures: [PipelineError]) -> PipelineError? { joined(failures) }
}
