import ArgumentParser
import Pipelines

/// `gtm run`: the whole job.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Publish a report: read the inbox, compute, and write the workbook, the page and the CSVs.",
        discussion: """
            Writes REPORTS/PIPELINE/PERIOD whole or not at all and points REPORTS/PIPELINE/latest at it. Says on standard output \
            which files to open; warnings go to standard error. Silent otherwise, so that cron mails only what matters.

              gtm run pipelines/weekly.yml
              gtm run pipelines/weekly.yml --as-of 2026-11-15
              gtm run pipelines/monthly.yml --period 2026-10
            """)

    @OptionGroup var pipeline: PipelineOptions
    @OptionGroup var output: OutputOptions

    @Option(help: ArgumentHelp("Write under this folder instead of the pipeline's `reports:`.", valueName: "dir"))
    var reports: String?

    mutating func run() throws {
        let console = Console(output)
        let run = try pipeline.makeRun(reports: reports, console: console)
        let published = try run.publish()
        console.finishProgress()
        console.report(published.notices)
        if !output.quiet {
            try Descriptor.output("\(published.folder)/report.xlsx\n\(published.folder)/report.html\n")
        }
    }
}
