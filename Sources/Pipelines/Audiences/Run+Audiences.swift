import Facts
import Intake
import Metrics
import Reports
import RollUps

/// The report of one audience, ready to be drawn.
struct Edition: Sendable {
    let audience: Audience
    let context: ReportContext
    let report: Report

    /// The folder of its files within the published one.
    var folder: String { "\(Edition.folder)/\(audience.name)" }
    /// The folder of all editions within the published one.
    static let folder = "audiences"
}

extension Run {
    /// The editions for all audiences but the first, whose is the report itself.
    func editions(
        _ intake: IntakeResult, _ rollUp: LocalRollUp, _ evaluation: Evaluation, _ revisions: Revisions
    ) -> [Edition] {
        configuration.editions.dropFirst().map { audience in
            var run = self
            run.configuration.reportLocale = audience.locale ?? configuration.reportLocale
            run.configuration.sections = audience.sections ?? configuration.sections
            var context = run.context(intake, rollUp, evaluation, evaluation.periods)
            context.revisions = revisions
            context.isExternal = audience.isExternal
            context.audience = audience.name
            if !audience.withheld.isEmpty { withhold(audience.withheld, from: &context, evaluation) }
            if !audience.isNewsletter { context.explanations = context.explained() }
            var report = audience.isNewsletter ? buildNewsletter(context) : buildReport(context)
            report.theme = configuration.theme
            return Edition(audience: audience, context: context, report: report)
        }
    }

    private func withhold(_ kinds: Set<Withheld>, from context: inout ReportContext, _ evaluation: Evaluation) {
        let withholding = Withholding(kinds: kinds, locale: context.locale)
        (context.rollUp, context.catalogue) = withholding.apply(context.rollUp, context.catalogue)
        context.evaluation = Evaluation(
            context.rollUp, catalogue: context.catalogue, periods: evaluation.periods, slices: evaluation.slices)
        context.withheld = kinds
        // Names of files, ids and cells stand in what was found; what was told before is of the whole report.
        (context.data.files, context.data.remarks) = ([], [])
        for place in context.data.sources.indices { context.data.sources[place].rejectedMoney = "" }
        if kinds.contains(.spend) {
            context.data.sources.removeAll { $0.name == .spend }
            context.data.missed[.spend] = nil
        }
        context.revisions = Revisions()
        if context.catalogue[context.northStar] == nil { context.northStar = "net_new_arr" }
    }

    /// The files of an edition, each by a job of its own.
    func renderings(_ edition: Edition, _ publication: Publication) -> [Job<Void>] {
        let (context, report, folder) = (edition.context, edition.report, edition.folder)
        func job(_ name: String, _ bytes: @escaping @Sendable () throws -> [UInt8]) -> Job<Void> {
            Job(name: "\(folder)/\(name)") { try publication.write(try bytes(), "\(folder)/\(name)") }
        }
        let letters = [
            job("report.html") { try renderPage(report) }, job("mail.html") { renderMail(report) },
            job("mail.txt") { renderMailText(report) },
        ]
        if edition.audience.isNewsletter { return letters }
        var jobs =
            letters + [
                Job(name: "\(folder)/report.xlsx") {
                    try Files.makeFolder(publication.path(folder))
                    try writeWorkbook(report, to: publication.path("\(folder)/report.xlsx"))
                    try publication.settle("\(folder)/report.xlsx")
                },
                job("metrics.csv") { metricsCSV(context) },
                job("targets.csv") { targetsCSV(context) }, job("explanations.csv") { explanationsCSV(context) },
                job("cohorts.csv") { cohortsCSV(context) }, job("actions.csv") { actionsCSV(context) },
                job("initiatives.csv") { initiativesCSV(context) },
            ]
        if !edition.audience.withheld.contains(.customerNames) { jobs.append(job("movements.csv") { movementsCSV(context) }) }
        return jobs
    }
}
