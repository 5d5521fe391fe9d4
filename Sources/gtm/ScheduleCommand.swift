import ArgumentParser
import Pipelines

/// `gtm schedule`: the crontab's line and the systemd units.
struct ScheduleCommand: ParsableCommand {
    /// What can be printed by itself.
    enum Part: String, ExpressibleByArgument, CaseIterable { case all, crontab, service, timer }

    static let configuration = CommandConfiguration(
        commandName: "schedule", abstract: "Print the crontab line and the systemd service and timer of a pipeline.",
        discussion: """
            The run is on the first day after each period, in the pipeline's time zone. The service is hardened: it can write the \
            reports, the state and nothing else.

              gtm schedule pipelines/weekly.yml
              gtm schedule pipelines/weekly.yml --at 07:30 --print timer > /etc/systemd/system/gtm-weekly.timer
            """)

    @Argument(help: ArgumentHelp("The pipeline file, such as pipelines/weekly.yml.", valueName: "pipeline"))
    var pipeline: String

    @Option(help: ArgumentHelp("The time of day, in the pipeline's zone.", valueName: "hh:mm"))
    var at = "06:00"

    @Option(help: ArgumentHelp("The user that the service runs as. The default is you.", valueName: "name"))
    var user: String?

    @Option(name: .customLong("print"), help: "What to print: all, crontab, service or timer.")
    var part = Part.all

    mutating func validate() throws {
        if Schedule.time(at) == nil { throw ValidationError("--at takes a time of day like 06:00, found \(at)") }
    }

    mutating func run() throws {
        let schedule = Schedule(
            try Configuration.read(pipeline), pipeline: pipeline, program: Machine.program, user: user ?? Machine.user,
            time: Schedule.time(at) ?? (6, 0))
        switch part {
        case .all: try Descriptor.output([schedule.crontab, schedule.service, schedule.timer].joined(separator: "\n"))
        case .crontab: try Descriptor.output(schedule.crontab)
        case .service: try Descriptor.output(schedule.service)
        case .timer: try Descriptor.output(schedule.timer)
        }
    }
}
