import ArgumentParser
import Pipelines

/// `gtm prune`: removes what retention no longer keeps.
struct PruneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune",
        abstract: "Remove what `keep:` of the pipeline no longer keeps: old reports, editions, copies, records.",
        discussion: """
            Never the newest of anything, never what `latest` points at, never a copy of an export of which something still counts, and \
            never a file that a person put into a report's folder. Says what it removed.

              gtm prune pipelines/weekly.yml --dry-run
              gtm prune pipelines/weekly.yml
            """)

    @Argument(help: ArgumentHelp("The pipeline file, such as pipelines/weekly.yml.", valueName: "pipeline"))
    var pipeline: String

    @Flag(help: "Only tell what would be removed.")
    var dryRun = false

    @Option(help: ArgumentHelp("The state folder, instead of the pipeline's `state:`.", valueName: "dir"))
    var state: String?

    @Option(help: ArgumentHelp("The folder of reports, instead of the pipeline's `reports:`.", valueName: "dir"))
    var reports: String?

    mutating func run() throws {
        let configuration = try Configuration.read(pipeline, reports: reports, state: state)
        let plan = try Pruning(configuration, clock: Machine.clock).prune(dryRun: dryRun)
        let lines = plan.items.map { "\(dryRun ? "would remove" : "removed") \($0.text)\n" }
        let bytes = plan.items.reduce(0) { $0 + $1.bytes }
        let total = plan.items.isEmpty ? "nothing to remove\n" : "\(plan.items.count) in all, \(bytes / 1024) KiB\n"
        try Descriptor.output(lines.joined() + plan.notes.map { "\($0)\n" }.joined() + total)
    }
}
