import ArgumentParser
import Foundation
import Pipelines

/// `gtm inputs`: what has been read, and retracting it.
struct InputsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inputs", abstract: "List what has been read and is kept in the state folder, or retract one of it.",
        discussion: """
            Every file that a report was made of is kept, compressed, in the state folder: one that was removed from the inbox or \
            overwritten since still counts. `forget` retracts one that should never have been there.

              gtm inputs pipelines/weekly.yml
              gtm inputs forget 3f2a9c pipelines/weekly.yml
              gtm inputs forget 3f2a9c --undo pipelines/weekly.yml
            """, subcommands: [InputsListCommand.self, InputsForgetCommand.self], defaultSubcommand: InputsListCommand.self)
}

/// Whose inputs.
struct InputsOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "The pipeline file. Without it the state folder is .gtm here, and all that it knows is meant.",
            valueName: "pipeline"))
    var pipeline: String?

    @Option(help: ArgumentHelp("The state folder, instead of the pipeline's `state:`.", valueName: "dir"))
    var state: String?

    @Option(help: ArgumentHelp("The inputs of this folder, instead of those of the pipeline's `inbox:`.", valueName: "dir"))
    var inbox: String?

    /// The list that these options mean.
    func list() throws -> InputList {
        let configuration = try pipeline.map { try Configuration.read($0, inbox: inbox, state: state) }
        return try InputList(state: configuration?.state ?? state ?? ".gtm", configuration: configuration)
    }
}

/// `gtm inputs list`, the default.
struct InputsListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List what has been read: since when it is known, what it is, whether it still counts.")

    @OptionGroup var inputs: InputsOptions

    mutating func run() throws { try Descriptor.output(try inputs.list().text()) }
}

/// `gtm inputs forget`.
struct InputsForgetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget", abstract: "Retract an input: it counts in no report from now on, whatever its name.",
        discussion: """
            The report of a time before, by --known-at, still counts it. Its copy in the archive stays unless --erase removes it \
            for good; then reports that it counted in cannot be made again.
            """)

    @Argument(help: ArgumentHelp("Its SHA-256, or as much of its beginning as tells it from others.", valueName: "sha"))
    var sha: String

    @OptionGroup var inputs: InputsOptions

    @Flag(help: "Let it count again.")
    var undo = false

    @Flag(help: "Remove its copy from the archive too, for good.")
    var erase = false

    mutating func validate() throws {
        if undo, erase { throw ValidationError("--undo and --erase exclude each other") }
    }

    mutating func run() throws {
        let clock = Int64(Date().timeIntervalSince1970 * 1_000_000)
        try Descriptor.output(try inputs.list().forget(sha, undo: undo, erases: erase, clock: clock))
    }
}
