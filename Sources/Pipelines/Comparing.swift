import Facts
import Intake
import Languages
import Metrics
import Reports
import RollUps
import State

extension Run {
    /// What the last report of an earlier as-of date said otherwise, and why: new files, or definitions that changed.
    ///
    /// Values are compared at the as-of date of that report, with what was published then: so nothing that has happened since, and no
    /// cohort that went on growing, is taken for a restatement.
    func compare(
        _ last: LedgerRun?, _ gathered: Gathered, _ evaluation: Evaluation, _ ledger: Ledger, _ stages: StageRunner
    ) throws(PipelineError) -> Revisions {
        guard let last, let store = ledger.store, let since = Day(last.asOf) else { return Revisions() }
        return try stages.run(.compare) {
            let comparison = Comparison(
                configuration: configuration, asOf: asOf, since: since, last: last, gathered: gathered, evaluation: evaluation,
                store: store)
            var changes = Revisions()
            changes.since = since
            changes.restated = try comparison.restated()
            changes.redefined = comparison.redefined()
            return changes
        }
    }
}

/// A run beside the last report.
private struct Comparison {
    let configuration: Configuration
    let asOf: Day
    /// The as-of date of the last report.
    let since: Day
    let last: LedgerRun
    let gathered: Gathered
    /// The values of the run itself.
    let evaluation: Evaluation
    let store: StateStore

    /// What the pipeline's files said at the last report; nil where that is not known.
    private var before: Settings? { Settings(last.setting) }

    // MARK: Restated

    /// Values of periods that were over then and are shown now, where new files change them.
    func restated() throws -> [Revisions.Restated] {
        let then = try store.arrivals(inbox: last.inbox, knownAt: last.known)
        let causes = causes(Ledger.archived(then, archive: store.archive))
        let periods = evaluation.periods.filter { $0.end <= since }
        guard !causes.isEmpty, !periods.isEmpty,
            let now = values(gathered.read, gathered.settings, configuration, asOf: since, periods),
            let published = try published(then, periods)
        else { return [] }
        var changed: [Revisions.Restated] = []
        for metric in configuration.catalogue.metrics {
            let sources = Set(metric.leaves.compactMap { configuration.catalogue.measure($0.measure)?.measure.source })
            for period in periods.reversed() {
                guard let old = published[metric.id, period], let new = now[metric.id, period], old != new,
                    let (from, to) = numbers(old, new)
                else { continue }
                let own = causes.filter { cause in sources.contains { $0.isFed(by: cause.source) } }
                changed.append(
                    Revisions.Restated(
                        metric: metric.id, period: period, published: from, now: to,
                        causes: likely(own.isEmpty ? causes : own, in: period).map(\.file)))
            }
        }
        return changed
    }

    /// A file that came since the last report, or was retracted.
    private struct Candidate {
        var source: SourceName?
        var file: Revisions.Cause
        /// The earliest day of its rows; nil where that is not known.
        var oldest: Day?
        /// Whether its rows add to those of other files, so that it says nothing of days before its own.
        var onlyAdds = false
    }

    /// Those that a value of a period can have changed by, the ones with rows up to its end first.
    private func likely(_ causes: [Candidate], in period: Period) -> [Candidate] {
        func isLater(_ cause: Candidate) -> Bool { cause.oldest.map { $0 > period.end } ?? false }
        let all = causes.filter { !isLater($0) } + causes.filter { isLater($0) && !$0.onlyAdds }
        return all.isEmpty ? causes : all
    }

    /// Files that came since the last report, or were retracted, newest first.
    private func causes(_ then: [InboxFile]) -> [Candidate] {
        let known = Set(then.filter { $0.obstacle == nil }.map(\.sha256))
        let now = gathered.intake.files.filter { $0.file.obstacle == nil && !$0.file.sha256.isEmpty }
        let present = Set(now.map(\.file.sha256))
        let paths = Set(then.map(\.path))
        var causes: [Candidate] = []
        for report in now.sorted(by: { $0.file.arrived > $1.file.arrived })
        where report.source != nil && !known.contains(report.file.sha256) {
            // What was overwritten counts no longer, and what was mended stands in other files: of any day.
            let isOfItsDays = report.mended == 0 && !paths.contains(report.file.path)
            causes.append(
                Candidate(
                    source: report.source, file: Revisions.Cause(path: report.file.path, rows: report.rows, isRetracted: false),
                    oldest: isOfItsDays ? report.oldestEvent : nil, onlyAdds: report.load == .append))
        }
        let retracted = then.filter { known.contains($0.sha256) && !present.contains($0.sha256) }
        let inputs = retracted.isEmpty ? [] : (try? store.inputs()) ?? []
        for file in retracted {
            guard let input = inputs.last(where: { $0.arrival.sha256 == file.sha256 })?.arrival,
                let source = input.source
            else { continue }
            causes.append(
                Candidate(
                    source: SourceName(rawValue: source),
                    file: Revisions.Cause(path: file.path, rows: input.rows, isRetracted: true)))
        }
        return causes
    }

    /// What was published; where the program or the pipeline's files were others then, the same as they are now have it from the
    /// files of then. Nil where these are no longer kept.
    private func published(_ then: [Arrival], _ periods: [Period]) throws -> PublishedValues? {
        if last.version == Version.full, before == Settings(configuration) {
            return try store.metrics(ofRun: last.id).map { PublishedValues(csv: $0) }
        }
        let known = Dictionary(
            gathered.read.map { (Name(path: $0.file.path, sha256: $0.file.sha256), $0) },
            uniquingKeysWith: { first, _ in first })
        var settings = gathered.settings
        settings.keeper = nil
        // What an engine counted is of the files of now.
        (settings.countsLeads, settings.counted) = (false, [:])
        let read = Ledger.archived(then, archive: store.archive).map { file in
            let same = known[Name(path: file.path, sha256: file.sha256)].flatMap { $0.isCounted ? nil : $0 }
            return same?.standing(for: file) ?? Intake.read(file, settings: settings)
        }
        return values(read, settings, configuration, asOf: since, periods)
    }

    private struct Name: Hashable {
        var path: String
        var sha256: String
    }

    /// Two values as numbers; nil where one is too long to be compared.
    private func numbers(_ old: String, _ new: String) -> (Number?, Number?)? {
        let (from, to) = (ExactDecimal(old), ExactDecimal(new))
        guard old.isEmpty || from != nil, new.isEmpty || to != nil else { return nil }
        return (from?.number, to?.number)
    }

    // MARK: Redefined

    /// Metrics that the pipeline's files, or the program, define otherwise than at the last report.
    func redefined() -> [Revisions.Redefined] {
        guard let before, before != Settings(configuration), let period = evaluation.periods.last else { return [] }
        let old = before.configuration(like: configuration)
        let values = old.flatMap { old -> PublishedValues? in
            var (read, settings) = (gathered.read, gathered.settings)
            // What an engine counted follows the agreed time to answer.
            let isRecounted =
                settings.countsLeads
                && old.rollUpSettings(asOf: asOf).responseMicroseconds
                    != configuration.rollUpSettings(asOf: asOf).responseMicroseconds
            if old.readingSettings != configuration.readingSettings || isRecounted {
                let kept = settings.kept
                settings = old.intakeSettings(inbox: configuration.inbox, asOf: asOf, workers: settings.workers)
                settings.kept = kept
                read = read.map { Intake.read($0.file, settings: settings) }
            }
            return self.values(read, settings, old, asOf: asOf, [period])
        }
        let now = PublishedValues(evaluation, currency: configuration.currency)
        let options = old.map { self.options($0, configuration) } ?? ("", "")
        return configuration.catalogue.metrics.compactMap { metric -> Revisions.Redefined? in
            guard let formula = before.formulas[metric.id] else { return nil }
            let new = now[metric.id, period] ?? ""
            let was = values?[metric.id, period]
            let isOther = was.map { $0 != new } ?? false
            guard formula != metric.formula || isOther else { return nil }
            let isFormula = formula != metric.formula
            return Revisions.Redefined(
                metric: metric.id, before: isFormula ? formula : options.0, after: isFormula ? metric.formula : options.1,
                old: was.flatMap { ExactDecimal($0)?.number }, new: ExactDecimal(new)?.number)
        }
    }

    /// The options of two configurations that differ, in each one's words.
    private func options(_ old: Configuration, _ new: Configuration) -> (String, String) {
        let (before, after) = (old.options, new.options)
        let keys = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
        func words(_ options: [String: String]) -> String {
            keys.map { "\($0): \(options[$0] ?? "-")" }.joined(separator: ", ")
        }
        return (words(before), words(after))
    }

    // MARK: Values

    /// The totals of all metrics from files that were read, as of a day.
    private func values(
        _ read: [ReadFile], _ settings: IntakeSettings, _ configuration: Configuration, asOf: Day, _ periods: [Period]
    ) -> PublishedValues? {
        var settings = settings
        settings.asOf = asOf
        guard let facts = facts(of: read, settings: settings) else { return nil }
        let rules = configuration.rollUpSettings(asOf: asOf)
        let members = Members(facts, asOf: asOf)
        let kinds = LocalRollUp.Part.allCases
        let parts = concurrently(kinds.count) { LocalRollUp.fold(kinds[$0], facts, members: members, settings: rules) }
        let rollUp = LocalRollUp(facts, members: members, settings: rules, parts: parts)
        return PublishedValues(
            Evaluation(
                rollUp, catalogue: configuration.catalogue.fitted(to: facts.figures?.list ?? []), periods: periods),
            currency: configuration.currency)
    }
}

extension Measure.Source {
    /// Whether the totals of its measures change with the files of a source: its own, one that stands in for it, or rates.
    fileprivate func isFed(by source: SourceName?) -> Bool {
        guard let source else { return false }
        switch (self, source) {
        case (_, .exchangeRates): return true
        case (.subscriptions, .snapshots), (.leads, .opportunities), (.leads, .leadEvents): return true
        default: return name == source
        }
    }
}
