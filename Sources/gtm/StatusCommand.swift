import ArgumentParser
import Foundation
import Pipelines

/// `gtm status`: how pipelines stand.
struct StatusCommand: ParsableCommand {
    /// For people or for machines.
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show how pipelines stand: the last runs, what they published, what is late.",
        discussion: """
            Tells the last run that published and the last one at all, what was late in the last report, and of each source when its \
            newest file came, how often files of it come, and when the next is due; and what was delivered to whom.

              gtm status pipelines/weekly.yml
              gtm status --state .gtm --format json
            """)

    @Argument(
        help: ArgumentHelp(
            "The pipeline file. Without it the state folder is .gtm here, and all pipelines that it knows are shown.",
            valueName: "pipeline"))
    var pipeline: String?

    @Option(help: ArgumentHelp("The state folder, instead of the pipeline's `state:`.", valueName: "dir"))
    var state: String?

    @Option(help: "text for people, json for machines.")
    var format = Format.text

    mutating func run() throws {
        let configuration = try pipeline.map { try Configuration.read($0, state: state) }
        let report = try StatusReport(
            state: configuration?.state ?? state ?? ".gtm", configuration: configuration,
            clock: Int64(Date().timeIntervalSince1970 * 1_000_000))
        if format == .json {
            try Descriptor.output(Array(try report.json().utf8))
        } else {
            try Descriptor.output(report.text)
        }
    }
}
