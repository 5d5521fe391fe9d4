import ArgumentParser
import Pipelines

/// `gtm run`: the whole job.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Publish a report: read the inbox, compute, and write the workbook, the page and the CSVs.",
        discussion: """
            Writes REPORTS/PIPELINE/PERIOD whole or not at all and points REPORTS/PIPELINE/latest at it. A period that was \
            published before and comes out otherwise is another edition beside the first: PERIOD.2. Says on standard output which \
            files to open; warnings go to standard error. Silent otherwise, so that cron mails only what matters.

            What `deliver:` names is delivered after that, each thing once; where that fails the report stands and the status is 69.

            Whatever is read is also kept in the state folder: exports that were removed or overwritten since still count, and \
            any report can be made again, by --as-of (what had happened) and --known-at (what had been dropped).

            A file that did not change since the last run is neither fingerprinted nor read again; --anew does both all the same.

              gtm run pipelines/weekly.yml
              gtm run pipelines/weekly.yml --as-of 2026-11-15
              gtm run pipelines/monthly.yml --period 2026-10
              gtm run pipelines/weekly.yml --as-of 2026-11-15 --known-at 2026-11-16T06:00:00Z
            """)

    @OptionGroup var pipeline: PipelineOptions
    @OptionGroup var output: OutputOptions

    @Option(help: ArgumentHelp("Write under this folder instead of the pipeline's `reports:`.", valueName: "dir"))
    var reports: String?

    @Flag(help: "Put the report in the place of the period's newest edition, instead of adding one where it differs.")
    var replace = false

    @Flag(name: .customLong("no-deliver"), help: "Publish only: deliver nothing, and tell nobody when the run fails.")
    var noDeliver = false

    @Flag(help: "Fingerprint and read every file anew, whatever is remembered of it.")
    var anew = false

    @Flag(help: "Print the page as report.pdf too, through Chromium or Chrome where one is installed.")
    var pdf = false

    mutating func run() throws {
        let console = Console(output)
        var run = try pipeline.makeRun(reports: reports, console: console)
        run.replaces = replace
        run.delivers = !noDeliver
        run.prints = pdf
        run.isAnew = anew
        let published = try run.publish()
        console.finishProgress()
        console.report(published.notices)
        if !output.quiet {
            try Descriptor.output(
                "\(published.folder)/report.xlsx\n\(published.folder)/report.html\n"
                    + (pdf ? "\(published.folder)/report.pdf\n" : ""))
        }
        console.report(published.deliveries)
        if let undelivered = published.undelivered { throw undelivered }
    }
}
