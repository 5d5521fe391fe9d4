import ArgumentParser
import Pipelines

/// `gtm deliver`: what was published goes where it has not arrived yet.
struct DeliverCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deliver",
        abstract: "Deliver the newest published report to all that `deliver:` names and have not got it.",
        discussion: """
            `gtm run` delivers after publishing. This is for what failed then, for a report that was published with --no-deliver, \
            and for trying out an entry. Each place gets each report once; --again sends it once more to all.

              gtm deliver pipelines/weekly.yml --dry-run
              gtm deliver pipelines/weekly.yml
            """)

    @Argument(help: ArgumentHelp("The pipeline file, such as pipelines/weekly.yml.", valueName: "pipeline"))
    var pipeline: String

    @Flag(name: .customLong("dry-run"), help: "Send nothing; say what would be sent, and what would keep it from that.")
    var dryRun = false

    @Flag(help: "Send it also to those who have got it.")
    var again = false

    @Option(help: ArgumentHelp("The reports' folder, instead of the pipeline's `reports:`.", valueName: "dir"))
    var reports: String?

    @Option(help: ArgumentHelp("The state folder, instead of the pipeline's `state:`.", valueName: "dir"))
    var state: String?

    @OptionGroup var output: OutputOptions

    mutating func run() throws {
        let console = Console(output)
        let configuration = try Configuration.read(pipeline, reports: reports, state: state)
        let delivered = try Redelivery.deliver(
            configuration, again: again, isRehearsal: dryRun, surroundings: PipelineOptions.surroundings(console))
        console.finishProgress()
        let told = delivered.outcomes.filter { dryRun || !$0.isFailed }
        if !output.quiet {
            try Descriptor.output(told.map { $0.text + "\n" }.joined())
            if delivered.outcomes.isEmpty { try Descriptor.output("\(pipeline) has no `deliver:`\n") }
        }
        if let undelivered = delivered.undelivered { throw undelivered }
    }
}
