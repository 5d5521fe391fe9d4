import CSV
import Dispatch
import Engines
public import Facts
import Intake
import Metrics
import Reports
import RollUps
import State
import Synchronization

/// One run, start to end: read this first.
///
/// A report is a function of its inputs: the files in the inbox, the pipeline and the as-of date. The run goes through its stages
/// in order, each a set of jobs that may run at once, and publishes a folder whole or not at all.
public struct Run: Sendable {
    /// What to run.
    public var configuration: Configuration
    /// The as-of date: what happened after it has not happened yet.
    public var asOf: Day
    /// The name of the period to report. The default is the newest complete one.
    public var period: String?
    /// The time up to which what had been dropped is known, in microseconds since 1970; nil for all that was. With it the inbox is
    /// not looked at: everything comes from the archive.
    public var knownAt: Int64?
    /// Whether the report takes the place of the period's newest edition where it differs from that. The default is to add an edition.
    public var replaces = false
    /// Whether the report is delivered, and somebody told when the run fails, as `deliver:` and `owner:` say.
    public var delivers = true
    /// Whether every file is fingerprinted and read anew, whatever is remembered of it. The default is no.
    public var isAnew = false
    /// Whether the page is printed as a PDF beside it, `report.pdf`. The default is no.
    public var prints = false
    let surroundings: Surroundings

    /// A run; see the properties.
    public init(
        _ configuration: Configuration, asOf: Day, period: String? = nil, knownAt: Int64? = nil,
        surroundings: Surroundings = Surroundings()
    ) {
        self.configuration = configuration
        self.asOf = asOf
        self.period = period
        self.knownAt = knownAt
        self.surroundings = surroundings
    }

    /// The whole job.
    ///
    /// - Throws: What is wrong, with the exit status of the contract; then the last report still stands.
    public func publish() throws(PipelineError) -> Published {
        let started = surroundings.clock()
        let periods = try shownPeriods()
        let printer = try prints ? PagePrinter() : nil
        let watching = Watching(run: self, period: periods[periods.count - 1], started: started, notes: RunNotes())
        let lock: RunLock
        do { lock = try RunLock(configuration) } catch {
            // A second run at once is nobody's failure: the first tells how it ends.
            throw error.kind == .busy ? standing(error) : failed(error, watching, nil)
        }
        var ledger: Ledger?
        do {
            let opened = try Ledger(configuration, writes: true, knownAt: knownAt)
            ledger = opened
            let untold = watching.begins()
            var published = try publish(periods, opened, watching.notes, printer, started: started, isAlone: lock.isAlone)
            if delivers { deliver(&published, opened) }
            published.notices += untold + watching.ended(published, opened)
            lock.release()
            return published
        } catch {
            throw failed(error, watching, ledger)
        }
    }

    /// Tells those who are to know that a run failed; gives the failure with what stands, and what could not be told.
    private func failed(_ error: PipelineError, _ watching: Watching, _ ledger: Ledger?) -> PipelineError {
        let error = standing(error)
        watching.failed(error, ledger)
        return delivers ? FailureNotice.told(error, of: self) : error
    }

    /// A failure with what is published now.
    private func standing(_ error: PipelineError) -> PipelineError {
        var error = error
        error.standing = Publication.standing(reports: configuration.reports, pipeline: configuration.pipeline)
        return error
    }

    /// The same, noted in the ledger however it ends.
    private func publish(
        _ periods: [Period], _ ledger: Ledger, _ notes: RunNotes, _ printer: PagePrinter?, started: Int64, isAlone: Bool
    ) throws(PipelineError) -> Published {
        let number = try ledger.begin(self, period: periods[periods.count - 1])
        do {
            return try publish(periods, ledger, number, notes, printer, started: started, isAlone: isAlone)
        } catch {
            ledger.failed(number, error, clock: surroundings.clock())
            throw error
        }
    }

    private func publish(
        _ periods: [Period], _ ledger: Ledger, _ number: RunNumber?, _ notes: RunNotes, _ printer: PagePrinter?,
        started: Int64, isAlone: Bool
    ) throws(PipelineError) -> Published {
        let stages = StageRunner(surroundings, limit: configuration.memoryLimit, spillingTo: configuration.state)
        let last = try ledger.lastReport(before: self)
        var gathered = try gather(
            stages, for: periods[periods.count - 1], ledger, last, notes, now: number?.time ?? 0, writes: true)
        let values = Packing()
        let made = try make(&gathered, periods, last, ledger, stages, values, isAlone: isAlone)
        let (report, editions, revisions, intake) = (made.report, made.editions, made.revisions, gathered.intake)
        var publication = made.publication
        let shared = publication.noteOfOthers(company: configuration.company, grain: configuration.grain)
        var record: RunRecord
        do {
            try render(report, editions, intake, publication, stages)
            if let printer {
                _ = try stages.run(.print, printings([""] + editions.map { $0.folder + "/" }, printer, publication))
            }
            let clock = RunRecord.Clock(id: surroundings.runID, started: started, ended: surroundings.clock())
            record = RunRecord(self, clock, periods, gathered, stages.records, ledger, number)
            record.add(revisions)
            record.add(report)
            record.add(editions)
            publication.settleEdition()
            record.edition = publication.edition
            try stages.run(.publish) { [publication, record] in
                try ledger.settleArchive()
                try publication.write(record.json(), "run.json")
                try publication.publish()
            }
        } catch {
            publication.abandon()
            throw error
        }
        if let number {
            try ledger.published(
                number.id, record, publication.place, edition: publication.edition, values.packed, clock: surroundings.clock(),
                isRemake: knownAt != nil,
                remembered: gathered.intake.files.compactMap { RememberedFile($0.file, taken: started) })
        }
        let readings = gathered.settings.kept
        if let readings, let store = ledger.store, let counting = try? ReadingFolder.counting(store) {
            let folder = ReadingFolder(path: configuration.readings)
            folder.remove(folder.useless(readings, counting: counting))
        }
        let stayed = configuration.archiveTo.map { MovingAway(folder: $0).move(intake.files) } ?? []
        return Published(
            folder: publication.place, period: periods[periods.count - 1],
            notices: (shared + stayed + gathered.left + (readings?.notes ?? []) + intake.findings.worstFirst).map(Notice.init),
            summary: Summary(intake))
    }

    /// Facts to the report; the tables of its values into the folder aside. What it was made of is let go of beside what follows.
    private func make(
        _ gathered: inout Gathered, _ periods: [Period], _ last: LedgerRun?, _ ledger: Ledger, _ stages: StageRunner,
        _ values: Packing, isAlone: Bool
    ) throws(PipelineError) -> (report: Report, editions: [Edition], revisions: Revisions, publication: Publication) {
        let (rollUp, evaluation) = try judge(&gathered, periods, stages)
        let intake = gathered.intake
        let revisions = try compare(last, gathered, evaluation, ledger, stages)
        // The files' cells are needed no more.
        gathered.read = []
        let context = try explained(intake, rollUp, evaluation, revisions, stages)
        let publication = try Publication(
            reports: configuration.reports, pipeline: configuration.pipeline, period: periods[periods.count - 1].name,
            calendar: configuration.calendar, replaces: replaces, isAlone: isAlone)
        do {
            let (report, editions) = try compose(
                context, stages, besides: tables(context, publication, values)
            ) { [self, revisions] in self.editions(intake, rollUp, evaluation, revisions) }
            DispatchQueue.global().async { withExtendedLifetime((rollUp, context)) {} }
            return (report, editions, revisions, publication)
        } catch {
            publication.abandon()
            throw error
        }
    }

    /// Everything but publishing: the configuration, the files, the numbers.
    public func check() throws(PipelineError) -> Checked {
        let periods = try shownPeriods()
        let stages = StageRunner(surroundings, limit: configuration.memoryLimit, spillingTo: configuration.state)
        let ledger = try Ledger(configuration, writes: false, knownAt: knownAt)
        var gathered = try gather(
            stages, for: periods[periods.count - 1], ledger, try ledger.lastReport(before: self), RunNotes(),
            now: surroundings.clock(), writes: false)
        let (rollUp, evaluation) = try judge(&gathered, periods, stages)
        let intake = gathered.intake
        let context = try explained(intake, rollUp, evaluation, Revisions(), stages)
        _ = try compose(context, stages) { self.editions(intake, rollUp, evaluation, Revisions()) }
        try Publication.tryWriting([Files.join(configuration.reports, configuration.pipeline), configuration.state])
        return Checked(
            notices: (gathered.left + (gathered.settings.kept?.notes ?? []) + gathered.intake.findings.worstFirst).map(
                Notice.init), summary: Summary(gathered.intake))
    }

    // MARK: The stages

    /// Collect, read and check: the files that count, and the facts they come to.
    func gather(
        _ stages: StageRunner, for period: Period, _ ledger: Ledger, _ last: LedgerRun?, _ notes: RunNotes, now: Int64,
        writes: Bool, keepsOrigins: Bool = false, showing shown: [LeadPlan.Window] = []
    ) throws(PipelineError) -> Gathered {
        let inbox = configuration.inbox
        var settings = configuration.intakeSettings(inbox: inbox, asOf: asOf, workers: surroundings.workers)
        settings.keeper = writes ? ledger.keeper : nil
        if configuration.remember.fingerprints, !isAnew { settings.fingerprints = try ledger.fingerprints() }
        settings.kept = keptReadings(writes: writes)
        // Nothing but where a number comes from asks for the ids of leads that no deal is joined by.
        (settings.keepsOrigins, settings.keepsLeadIDs) = (keepsOrigins, keepsOrigins)
        settings.countsLeads = configuration.engine.kind != .local
        settings.lastReport = last.flatMap { last in Day(last.asOf).map { LastReport(asOf: $0, known: last.known) } }
        let ahead = ReadAhead(settings)
        let (files, left) = try stages.run(.collect) { [settings] in
            try ledger.files(of: self, settings, ahead: ahead, now: now)
        }
        notes.note { ($0.files, $0.left) = (files, left) }
        let jobs = files.map { file in Job(name: file.path) { ahead.read(file) } }
        let earlier = WorkUnderWay(group: ahead.underWay) { ahead.files }
        var read = try stages.run(.read, jobs, after: earlier, rows: { $0.reduce(0) { $0 + $1.rows } })
            // What was read is what the report is of: a file may have been written to since it was found.
            .map { $0.file.isArchived ? $0 : $0.standing(for: ledger.settled($0.file, now: now)) }
        notes.note { $0.read = read.map(\.withoutCells) }
        if settings.countsLeads {
            let before = last.flatMap { Day($0.asOf) }
            let taken = read
            (read, settings) = try stages.run(.count) { [settings] in
                var (read, settings) = (taken, settings)
                try Counting(configuration: configuration, asOf: asOf, surroundings: surroundings, shown: shown)
                    .count(&read, &settings, also: before.map { [$0] } ?? [])
                return (read, settings)
            }
        }
        // The cells are needed again only to compare with an earlier report; else what puts them together lets go of them.
        let cells = Mutex(read)
        read = last == nil ? [] : read
        var intake = try stages.run(.check, rows: { $0.files.reduce(0) { $0 + $1.facts } }) { [settings] in
            let taken = cells.withLock { cells in
                defer { cells = [] }
                return cells
            }
            let (result, error) = assembled(consume taken, settings: settings)
            notes.note { known in
                known.intake = result?.withoutRows
                if result != nil { known.read = [] }
            }
            if let error { throw error }
            return result!
        }
        defer { notes.note { $0.intake = intake.withoutRows } }
        if configuration.archiveTo == nil { intake.findings += Ledger.notesOfRemoved(intake.files, since: last) }
        if let kept = Ledger.noteOfKept(intake.files) { intake.findings.append(kept) }
        try intake.noteLate(in: period)
        try intake.noteMissed(try ledger.newExports(before: self, period), in: period, configuration)
        return Gathered(intake: intake, read: read, settings: settings, left: left)
    }

    /// Facts to measures: each kind of fact is folded by a job of its own.
    private func rollUp(_ facts: FactSet, _ stages: StageRunner) throws(PipelineError) -> LocalRollUp {
        let settings = configuration.rollUpSettings(asOf: asOf)
        let members = Members(facts, asOf: asOf)
        let jobs = LocalRollUp.Part.allCases.map { part in
            Job(name: part.rawValue) { LocalRollUp.fold(part, facts, members: members, settings: settings) }
        }
        let parts = try stages.run(.rollUp, jobs)
        return LocalRollUp(facts, members: members, settings: settings, parts: parts)
    }

    /// Facts to measures to metrics: every formula, for every period shown, in total and for every member.
    func evaluate(
        _ intake: inout IntakeResult, _ periods: [Period], _ stages: StageRunner
    ) throws(PipelineError) -> (LocalRollUp, Evaluation) {
        var facts = intake.facts
        intake = intake.withoutRows
        // Which lead a deal belongs to is known by now.
        facts.leads?.ids = TextList()
        let rollUp = try rollUp(facts, stages)
        let evaluation = try stages.run(.evaluate) {
            let members = concurrently(configuration.dimensions.count) { rollUp.membersInUse($0) }
            let slices =
                [Slice.total]
                + members.enumerated().flatMap { dimension, codes in
                    codes.map { Slice.member(dimension: dimension, code: $0) }
                }
            let catalogue = configuration.catalogue.fitted(to: rollUp.facts.figures?.list ?? [])
            return Evaluation(rollUp, catalogue: catalogue, periods: periods, slices: slices)
        }
        return (rollUp, evaluation)
    }

    /// The same, with what the values show of the files among what was found.
    private func judge(
        _ gathered: inout Gathered, _ periods: [Period], _ stages: StageRunner
    ) throws(PipelineError) -> (LocalRollUp, Evaluation) {
        let (rollUp, evaluation) = try evaluate(&gathered.intake, periods, stages)
        gathered.intake.findings +=
            try judgeIdentity(rollUp, evaluation) + judgeFormulas(rollUp, in: periods[periods.count - 1])
            + oneDayGaps(rollUp, gathered.intake)
        return (rollUp, evaluation)
    }

    /// The pages of some folders to PDFs beside them, each by a job of its own.
    private func printings(_ folders: [String], _ printer: PagePrinter, _ publication: Publication) -> [Job<Void>] {
        folders.map { [surroundings, asOf] folder in
            Job(name: folder + "report.pdf") {
                try printer.print(
                    publication.path(folder + "report.html"), to: publication.path(folder + "report.pdf"),
                    scratch: publication.path(folder + ".printing"), day: asOf
                ) { surroundings.interruption() != nil }
            }
        }
    }

    // MARK: Periods

    /// The periods shown, oldest first: the one reported and those before it.
    func shownPeriods() throws(PipelineError) -> [Period] {
        let calendar = configuration.calendar
        var last: Period
        if let period {
            guard let named = calendar.period(named: period), named.grain == configuration.grain else {
                let example = calendar.period(configuration.grain, holding: asOf).name
                throw PipelineError(
                    .usage, "`\(period)` is no \(configuration.grain.rawValue)", hint: "write it like \(example)")
            }
            guard named.start <= asOf else {
                throw PipelineError(
                    .usage, "\(period) begins after the as-of date \(asOf)", hint: "give a later --as-of, or an earlier period")
            }
            last = named.upTo(asOf)
        } else {
            last = calendar.period(configuration.grain, holding: asOf)
            if last.end > asOf { last = calendar.before(last) }
        }
        var periods = [last]
        while periods.count < configuration.periods { periods.append(calendar.before(periods[periods.count - 1])) }
        return periods.reversed()
    }
}
