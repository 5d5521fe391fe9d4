import ArgumentParser
import Pipelines

/// `gtm doctor`: tries all that a run will need.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Try all that a run will need, and say what is wrong.",
        discussion: """
            Reads the configuration, lists the inbox, writes and removes a file in each folder that a run writes to, looks at the \
            state, the room on the disks and the machine's clock, and has the engine of `engine:` run a script of one line. Ends with 0 where all is well, else with the status with which a run would end.

              gtm doctor pipelines/weekly.yml
            """)

    @Argument(help: ArgumentHelp("The pipeline file, such as pipelines/weekly.yml.", valueName: "pipeline"))
    var pipeline: String

    @Option(help: ArgumentHelp("The state folder, instead of the pipeline's `state:`.", valueName: "dir"))
    var state: String?

    @Option(help: ArgumentHelp("The folder of reports, instead of the pipeline's `reports:`.", valueName: "dir"))
    var reports: String?

    mutating func run() throws {
        let configuration = try Configuration.read(pipeline, reports: reports, state: state)
        let trials = Doctor(configuration, clock: Machine.clock).trials()
        let width = trials.map(\.name.count).max() ?? 0
        let lines = trials.map { trial in
            let name = trial.name + String(repeating: " ", count: width - trial.name.count)
            return "\(trial.failure == nil ? "ok   " : "WRONG")  \(name)  \(trial.text)\n"
        }
        try Descriptor.output(lines.joined())
        if let failure = PipelineError.all(of: trials.compactMap(\.failure)) { throw failure }
    }
}
