import ArgumentParser
import Pipelines

/// `gtm check`: everything but publishing.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Read and check everything, publish nothing: configuration, files, findings.",
        discussion: """
            Prints what was read and every finding with its file, line and column. The exit status is what `gtm run` would give.

              gtm check pipelines/weekly.yml
            """)

    @OptionGroup var pipeline: PipelineOptions
    @OptionGroup var output: OutputOptions

    mutating func run() throws {
        let console = Console(output)
        let checked = try pipeline.makeRun(reports: nil, console: console).check()
        console.finishProgress()
        console.report(checked.notices, all: true)
        let summary = checked.summary
        try Descriptor.output(
            "\(summary.files) files, \(summary.rows) rows: \(summary.facts) facts, \(summary.replaced) replaced, "
                + "\(summary.rejected) rejected, \(summary.excluded) excluded\n")
    }
}
