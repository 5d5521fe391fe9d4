import Dispatch
import Facts
import Intake
import Metrics
import Reports
import RollUps

/// Values to a report, and a report to files.
extension Run {
    /// Makes ready, beside whatever else is done, what every run needs whatever its configuration.
    public static func getReady() {
        DispatchQueue.global().async {
            prepareReading()
            prepareRendering()
        }
    }

    /// What the report is composed of, with why the metrics of the scorecard changed.
    func explained(
        _ intake: IntakeResult, _ rollUp: LocalRollUp, _ evaluation: Evaluation, _ revisions: Revisions, _ stages: StageRunner
    ) throws(PipelineError) -> ReportContext {
        try stages.run(.compose) {
            var context = context(intake, rollUp, evaluation, evaluation.periods)
            context.revisions = revisions
            context.explanations = context.explained()
            return context
        }
    }

    /// The report that the values make, and its editions.
    ///
    /// - Parameter tables: What is done beside that, as its parts wait for one another.
    func compose(
        _ context: ReportContext, _ stages: StageRunner, besides tables: [Job<Void>] = [],
        editions: @escaping @Sendable () -> [Edition]
    ) throws(PipelineError) -> (Report, [Edition]) {
        let composing = [
            Job(name: "report") { [theme = configuration.theme] in
                var report = buildReport(context)
                report.theme = theme
                return Composed(report: report)
            },
            Job(name: "editions") { Composed(editions: editions()) },
        ]
        let others = tables.map { table in
            Job(name: table.name) {
                try table.work()
                return Composed()
            }
        }
        let composed = try stages.run(.compose, composing + others)
        return (composed[0].report!, composed[1].editions)
    }

    /// The files that are tables of the values alone, each by a job of its own, into the folder aside: those that take longest first.
    func tables(_ context: ReportContext, _ publication: Publication, _ values: Packing) -> [Job<Void>] {
        [
            Job(name: "movements.csv") { try publication.write(movementsCSV(context), "movements.csv") },
            Job(name: "metrics.csv") {
                let metrics = metricsCSV(context)
                try publication.write(metrics, "metrics.csv")
                values.keep(metrics)
            },
            Job(name: "explanations.csv") { try publication.write(explanationsCSV(context), "explanations.csv") },
            Job(name: "cohorts.csv") { try publication.write(cohortsCSV(context), "cohorts.csv") },
            Job(name: "targets.csv") { try publication.write(targetsCSV(context), "targets.csv") },
            Job(name: "actions.csv") { try publication.write(actionsCSV(context), "actions.csv") },
            Job(name: "initiatives.csv") { try publication.write(initiativesCSV(context), "initiatives.csv") },
        ]
    }

    /// The report to files, each by a job of its own, into the folder aside. The workbook's sheets are found beforehand, as all cores can.
    func render(
        _ report: Report, _ editions: [Edition], _ intake: IntakeResult, _ publication: Publication, _ stages: StageRunner
    ) throws(PipelineError) {
        let workbook = try stages.run(.render) { PreparedWorkbook(report) }
        let others = editions.flatMap { renderings($0, publication) }
        _ = try stages.run(.render, renderings(report, workbook, intake, publication) + others)
    }

    private func renderings(
        _ report: Report, _ workbook: PreparedWorkbook, _ intake: IntakeResult, _ publication: Publication
    ) -> [Job<Void>] {
        [
            Job(name: "report.xlsx") {
                try workbook.write(to: publication.path("report.xlsx"))
                try publication.settle("report.xlsx")
            },
            Job(name: "report.html") { try publication.write(try renderPage(report), "report.html") },
            Job(name: "mail.html") { try publication.write(renderMail(report), "mail.html") },
            Job(name: "mail.txt") { try publication.write(renderMailText(report), "mail.txt") },
            Job(name: "rejected") {
                for table in intake.rejected { try publication.write(table.csv(), "rejected/\(table.source).csv") }
            },
        ]
    }
}

/// What a job of composing came to.
private struct Composed: Sendable {
    var report: Report?
    var editions: [Edition] = []
}
