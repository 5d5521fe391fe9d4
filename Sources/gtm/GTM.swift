import ArgumentParser
import Glibc
import Pipelines

/// The program: arguments in, exit status out.
@main
struct GTM: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gtm",
        abstract: "The go-to-market report that writes itself: from CSV exports to a workbook and a page.",
        discussion: """
            Drop exports of subscriptions, spend, surveys and leads in a folder; gtm reads them whatever their encoding, language \
            or state of repair, computes ARR, CAC, NPS and conversion, and publishes an Excel workbook with live formulas, a \
            self-contained page, metrics.csv, and the rows to mend.

              gtm run pipelines/weekly.yml        publish the newest complete week
              gtm check pipelines/weekly.yml      everything but publishing
              gtm preview export.csv              how a file is read
              gtm explain cac pipelines/weekly.yml   where a value is from, why it changed
              gtm metrics nrr                     what a number means
              gtm test pipelines/weekly.yml       the company's own tests of its metrics
              gtm inputs pipelines/weekly.yml     what has been read
              gtm deliver pipelines/weekly.yml    deliver what has not arrived yet
              gtm prune pipelines/weekly.yml      remove what `keep:` no longer keeps
              gtm init DIR                        a ready folder to begin with
              gtm doctor pipelines/weekly.yml     tries all that a run will need
              gtm schedule pipelines/weekly.yml   the crontab line and systemd units
              gtm status pipelines/weekly.yml     the last runs, and what is late

            Exit status: 0 published; 64 wrong command line; 65 data too bad to publish; 66 a required source has no (recent) file; \
            69 published but not delivered; 70 a defect of the program; 73 the report could not be written; 74 a file could not be read, or standard output not \
            written; 75 another run is under way; 78 wrong configuration.
            """,
        version: Version.full,
        subcommands: [
            RunCommand.self, CheckCommand.self, ExplainCommand.self, PreviewCommand.self, MetricsCommand.self,
            InputsCommand.self, StatusCommand.self, InitCommand.self, ScheduleCommand.self, DoctorCommand.self,
            PruneCommand.self, DeliverCommand.self, TestCommand.self,
        ])

    static func main() {
        Machine.prepareMemory()
        Descriptor.openMissing()
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            try OutOfMemory.watch()
            try command.run()
        } catch let error as PipelineError {
            Console.error(error)
            Console.exit(error.status)
        } catch {
            let status = exitCode(for: error)
            guard status != .success else { exit(withError: error) }
            let names = configuration.subcommands.compactMap { $0.configuration.commandName }
            let message = suggesting(fullMessage(for: error), arguments: CommandLine.arguments, commands: names)
            Console.write(message.visibleLines + "\n")
            Console.exit(status.rawValue)
        }
    }
}
