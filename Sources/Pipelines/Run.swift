import CSV
public import Facts
import Intake
import Metrics
import Reports
import RollUps

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
    private let surroundings: Surroundings

    /// A run; see the properties.
    public init(_ configuration: Configuration, asOf: Day, period: String? = nil, surroundings: Surroundings = Surroundings()) {
        self.configuration = configuration
        self.asOf = asOf
        self.period = period
        self.surroundings = surroundings
    }

    /// The whole job.
    ///
    /// - Throws: What is wrong, with the exit status of the contract; then the last report still stands.
    public func publish() throws(PipelineError) -> Published {
        let periods = try shownPeriods()
        let lock = try RunLock(state: configuration.state, pipeline: configuration.pipeline)
        let stages = StageRunner(surroundings)
        let (files, intake) = try read(stages, for: periods[periods.count - 1])
        let rollUp = try rollUp(intake.facts, stages)
        let (context, report) = try evaluate(rollUp, intake, periods, stages)
        let publication = try Publication(
            reports: configuration.reports, pipeline: configuration.pipeline, period: periods[periods.count - 1].name,
            calendar: configuration.calendar)
        do {
            _ = try stages.run(.render, renderings(context, report, intake, publication))
            let record = RunRecord(self, periods, files, intake, stages.records)
            try stages.run(.publish) {
                try publication.write(record.json(), "run.json")
                try publication.publish()
            }
        } catch {
            publication.abandon()
            throw error
        }
        lock.release()
        return Published(
            folder: publication.place, period: periods[periods.count - 1], notices: intake.findings.worstFirst.map(Notice.init),
            summary: Summary(intake))
    }

    /// Everything but publishing: the configuration, the files, the numbers.
    public func check() throws(PipelineError) -> Checked {
        let periods = try shownPeriods()
        let stages = StageRunner(surroundings)
        let (_, intake) = try read(stages, for: periods[periods.count - 1])
        _ = try evaluate(rollUp(intake.facts, stages), intake, periods, stages)
        return Checked(notices: intake.findings.worstFirst.map(Notice.init), summary: Summary(intake))
    }

    // MARK: The stages

    /// Collect, read and check: the files of the inbox, and the facts they come to.
    private func read(_ stages: StageRunner, for period: Period) throws(PipelineError) -> ([InboxFile], IntakeResult) {
        let inbox = configuration.inbox
        let files = try stages.run(.collect) { try collect(inbox: inbox) }
        let settings = configuration.intakeSettings(inbox: inbox, asOf: asOf, workers: surroundings.workers)
        let jobs = files.map { file in Job(name: file.path) { Intake.read(file, settings: settings) } }
        let read = try stages.run(.read, jobs, rows: { $0.reduce(0) { $0 + $1.rows } })
        var intake = try stages.run(.check, rows: { $0.files.reduce(0) { $0 + $1.facts } }) {
            try assemble(read, settings: settings)
        }
        try intake.noteLate(in: period)
        // What was read is what the report is of: a file may have been written to since it was found.
        return (read.map(\.file), intake)
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

    /// Measures to metrics: every formula, for every period shown, in total and for every member; and the report they make.
    private func evaluate(
        _ rollUp: LocalRollUp, _ intake: IntakeResult, _ periods: [Period], _ stages: StageRunner
    ) throws(PipelineError) -> (ReportContext, Report) {
        let slices =
            [Slice.total]
            + configuration.dimensions.indices.flatMap { dimension in
                rollUp.membersInUse(dimension).map { Slice.member(dimension: dimension, code: $0) }
            }
        return try stages.run(.evaluate) {
            let evaluation = Evaluation(rollUp, catalogue: configuration.catalogue, periods: periods, slices: slices)
            let context = context(intake, rollUp, evaluation, periods)
            return (context, buildReport(context))
        }
    }

    /// The report to files: each by a job of its own, into the folder aside.
    private func renderings(
        _ context: ReportContext, _ report: Report, _ intake: IntakeResult, _ publication: Publication
    ) -> [Job<Void>] {
        [
            Job(name: "report.xlsx") { try writeWorkbook(report, to: publication.path("report.xlsx")) },
            Job(name: "report.html") { try publication.write(try renderPage(report), "report.html") },
            Job(name: "metrics.csv") { try publication.write(metricsCSV(context), "metrics.csv") },
            Job(name: "targets.csv") { try publication.write(targetsCSV(context), "targets.csv") },
            Job(name: "movements.csv") { try publication.write(movementsCSV(context), "movements.csv") },
            Job(name: "cohorts.csv") { try publication.write(cohortsCSV(context), "cohorts.csv") },
            Job(name: "rejected") {
                for table in intake.rejected { try publication.write(table.csv(), "rejected/\(table.source).csv") }
            },
        ]
    }

    // MARK: Periods

    /// The periods shown, oldest first: the one reported and those before it.
    private func shownPeriods() throws(PipelineError) -> [Period] {
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
