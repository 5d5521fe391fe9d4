import ArgumentParser
import Pipelines

/// `gtm test`: the company's own tests of its metrics.
struct TestCommand: ParsableCommand {
    /// For people, or for machines.
    enum Form: String, ExpressibleByArgument, CaseIterable { case text, json }

    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Run the tests of the metrics: a few rows, and the values they are to give.",
        discussion: """
            The tests are files of YAML in the folder tests beside the pipeline file. Their rows go through the same reading as the files \
            of the inbox; nothing is published or kept. Without a pipeline the worked examples of the standard catalogue are run.

              gtm test pipelines/weekly.yml
              gtm test pipelines/weekly.yml --as json
              gtm test

            Exit status: 0 where every value is the one expected, 65 where one differs, 78 where a test cannot be read.
            """)

    @Argument(help: ArgumentHelp("The pipeline file, such as pipelines/weekly.yml.", valueName: "pipeline"))
    var pipeline: String?

    @Option(name: .customLong("as"), help: "text for people; json for machines.")
    var form = Form.text

    @OptionGroup var output: OutputOptions

    mutating func run() throws {
        let console = Console(output)
        let surroundings = PipelineOptions.surroundings(console)
        let report =
            try pipeline.map { try MetricTestReport(pipeline: $0, surroundings: surroundings) }
            ?? MetricTestReport(catalogue: surroundings)
        console.finishProgress()
        try Descriptor.output(form == .text ? report.text : try report.json())
        if report.failures > 0 { Console.exit(PipelineError.Kind.dataError.rawValue) }
    }
}
