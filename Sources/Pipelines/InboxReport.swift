import Facts
import Intake
import Languages
import Metrics
import Reports

/// `inbox.html` beside the reports: what became of the files of the inbox, renewed by every run that looked there.
///
/// Where nothing is published the rows to mend are beside it, in `rejected`; else they are in the period's folder.
struct InboxReport {
    let configuration: Configuration
    /// The period that was to be reported.
    let period: Period
    /// When the run ended, in microseconds since 1970.
    let time: Int64

    /// The page's name.
    static let name = "inbox.html"
    /// The folder of rejects of a run that published nothing.
    static let rejects = "rejected"

    private var home: String { Files.join(configuration.reports, configuration.pipeline) }

    /// Writes the page of a run that published a folder, or failed.
    func write(_ known: RunNotes.Known, published: String?, failure: PipelineError?) throws(PipelineError) {
        try Files.makeFolder(home)
        var status = InboxStatus(
            company: configuration.company, pipeline: configuration.pipeline, locale: configuration.reportLocale,
            time: text(time), period: period.name)
        status.published = published.map(Files.name(of:))
        status.failure = failure?.description ?? ""
        status.latest = Publication.latest(in: home)
        status.files = files(known)
        status.remarks = (known.intake?.findings ?? []).filter { !isOfFile($0, known) }.map(remark)
        status.late = late(known.intake)
        status.rejects = try rejects(known.intake?.rejected ?? [], published: status.published)
        do {
            try Files.replace(try renderInbox(status), at: Files.join(home, Self.name))
        } catch let error as PipelineError { throw error } catch { throw PipelineError(Self.name, error) }
    }

    /// A finding in the page's language.
    private func remark(_ finding: Finding) -> Remark { Remark(finding, locale: configuration.reportLocale) }

    // MARK: Files

    private func files(_ known: RunNotes.Known) -> [InboxStatus.File] {
        let findings = Dictionary(grouping: known.intake?.findings ?? known.read.flatMap(\.findings), by: \.file)
        func remarks(_ path: String) -> [Remark] { (findings[path] ?? []).map(remark) }
        var files: [InboxStatus.File] = []
        if let intake = known.intake {
            files = intake.files.map { report in
                var file = file(report.file, state(report))
                name(&file, report.source)
                (file.rows, file.used, file.replaced) = (report.rows, report.facts, report.replaced)
                (file.excluded, file.rejected) = (report.excluded, report.rejected)
                file.remarks = remarks(report.file.path)
                return file
            }
        } else if !known.read.isEmpty {
            files = known.read.map { read in
                let isUsed = read.problem == nil && read.source != nil
                let state: InboxStatus.State = isUsed ? .unfinished : read.problem == nil ? state(read.file) : .refused
                var file = file(read.file, state)
                name(&file, read.source)
                (file.rows, file.rejected) = (read.rows, read.rejected)
                file.remarks = remarks(read.file.path)
                if let problem = read.problem {
                    file.remarks.insert(
                        Remark(
                            severity: .warning, code: problem.code, place: problem.file ?? "", message: problem.message,
                            hint: problem.hint.replacing("{sources.yml}", with: configuration.sourcesFile), count: 1), at: 0)
                }
                return file
            }
        } else {
            files = known.files.map { file($0, $0.obstacle == nil ? .unfinished : state($0)) }
        }
        return files
            + known.left.map { finding in
                var file = InboxStatus.File(path: finding.file, state: .left, came: "")
                file.remarks = [remark(finding)]
                return file
            }
    }

    private func file(_ file: InboxFile, _ state: InboxStatus.State) -> InboxStatus.File {
        var result = InboxStatus.File(path: file.path, state: state, came: text(file.arrived))
        result.isGone = file.isGone
        if let obstacle = file.obstacle { result.remarks = [remark(obstacle)] }
        return result
    }

    private func name(_ file: inout InboxStatus.File, _ source: SourceName?) {
        guard let source, let known = KnownSource.all.first(where: { $0.name == source }) else { return }
        file.source = known.title
        file.sourceName = source.rawValue
    }

    private func state(_ report: FileReport) -> InboxStatus.State {
        if let other = report.sameAs { return .same(other) }
        return report.source == nil ? state(report.file) : .read
    }

    /// Of a file that is of no source.
    private func state(_ file: InboxFile) -> InboxStatus.State {
        switch file.obstacle?.kind {
        case nil: .unrecognised
        case .forgottenFile: .retracted
        default: .refused
        }
    }

    private func isOfFile(_ finding: Finding, _ known: RunNotes.Known) -> Bool {
        !finding.file.isEmpty && (known.intake?.files.contains { $0.file.path == finding.file } ?? false)
    }

    // MARK: What else there is

    private func late(_ intake: IntakeResult?) -> [InboxStatus.Late] {
        guard let intake else { return [] }
        func title(_ source: SourceName) -> Wording {
            let title = KnownSource.all.first { $0.name == source }?.title
            return title ?? Wording(source.rawValue)
        }
        let late = intake.facts.late.filter { $0.from <= period.start }
        let whole = Set(late.filter { $0.series == nil }.map(\.source))
        return late.filter { $0.series == nil || !whole.contains($0.source) }
            .map { InboxStatus.Late(source: title($0.source), series: $0.series, since: $0.since) }
            + SourceName.allCases.compactMap { source in
                intake.missed[source].map { InboxStatus.Late(source: title(source), since: $0) }
            }
    }

    /// Where the rejects are; those of a run that published nothing are written beside the page.
    private func rejects(_ tables: [RejectedTable], published: String?) throws(PipelineError) -> [InboxStatus.Rejects] {
        let folder = published.map { "\($0)/rejected" } ?? Self.rejects
        Files.remove(Files.join(home, Self.rejects))
        if published == nil, !tables.isEmpty { try Files.makeFolder(Files.join(home, folder)) }
        var rejects: [InboxStatus.Rejects] = []
        for table in tables {
            let path = "\(folder)/\(table.source).csv"
            if published == nil { try Files.write(table.csv(), to: Files.join(home, path)) }
            rejects.append(
                InboxStatus.Rejects(
                    source: table.source.rawValue, path: path, rows: table.rows.count, isIncomplete: !table.omitted.isEmpty))
        }
        return rejects
    }

    /// A moment as people read it, to the minute, in the pipeline's zone.
    private func text(_ moment: Int64) -> String {
        let day = Stamp(microseconds: moment).day(in: configuration.zone)
        let minutes = (moment - Stamp(startOf: day, in: configuration.zone).microseconds) / 60_000_000
        func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(day) \(two(minutes / 60)):\(two(minutes % 60))"
    }
}
