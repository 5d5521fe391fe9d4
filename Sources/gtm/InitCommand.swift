import ArgumentParser
import Foundation
import Pipelines

/// `gtm init`: a folder to begin with.
struct InitCommand: ParsableCommand {
    /// The languages that there are.
    enum Locale: String, ExpressibleByArgument, CaseIterable {
        case en
        case zhHans = "zh-Hans"
        case de
    }

    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a ready folder: inbox, pipelines, sources.yml, a README, examples of schedules.",
        discussion: """
            Asks nothing. Drop exports in DIR/inbox, run a pipeline, and there is a report. What is there already is never changed: \
            where one of the files is there, none is made (status 73).

              gtm init /srv/gtm
              gtm init berichte --locale de
              gtm init /srv/gtm --with plan
            """)

    @Argument(help: ArgumentHelp("The folder to make.", valueName: "dir"))
    var folder: String

    @Option(help: "The language of the files and of the reports: en, zh-Hans or de.")
    var locale = Locale.en

    /// What may be made beside.
    enum Extra: String, ExpressibleByArgument, CaseIterable { case plan }

    @Option(
        name: .customLong("with"),
        help: ArgumentHelp(
            """
            Also make DIR/plan with a CSV file each for targets, actions, initiatives, the value map and notes, to fill in and drop \
            in the inbox; in a folder that is there already, these alone.
            """, valueName: "plan"))
    var extra: Extra?

    mutating func run() throws {
        let files = try StartingFolder(
            folder, locale: locale.rawValue, zone: TimeZone.current.identifier, program: Machine.program, user: Machine.user,
            plannedAt: extra == .plan ? Machine.clock : nil
        ).make()
        let plan = extra == .plan ? "Fill in the files of \(folder)/plan and drop them in \(folder)/inbox.\n" : ""
        let next = """

            \(plan)Next: drop exports in \(folder)/inbox, then
              gtm run \(folder)/pipelines/weekly.yml

            """
        try Descriptor.output(files.map { $0 + "\n" }.joined() + next)
    }
}
