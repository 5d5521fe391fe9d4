import ArgumentParser
import Dispatch
import Foundation
import Pipelines

/// Which pipeline, as of when.
struct PipelineOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("The pipeline file, such as pipelines/weekly.yml.", valueName: "pipeline"))
    var pipeline: String

    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp(
            "The as-of date, YYYY-MM-DD. The default is yesterday in the pipeline's time zone.", valueName: "date"))
    var asOf: String?

    @Option(
        help: ArgumentHelp(
            "The period to report: 2026-W46, 2026-11, 2026-Q4, 2026. The default is the newest complete one.",
            valueName: "period"))
    var period: String?

    @Option(
        name: .customLong("known-at"),
        help: ArgumentHelp(
            "Only what had been dropped by this time counts, as the state folder remembers it: 2026-11-16T06:00:00Z or 2026-11-16. "
                + "The default is all that is known.", valueName: "time"))
    var knownAt: String?

    @Option(help: ArgumentHelp("Read this folder instead of the pipeline's `inbox:`.", valueName: "dir"))
    var inbox: String?

    @Option(help: ArgumentHelp("Keep state in this folder instead of the pipeline's `state:`.", valueName: "dir"))
    var state: String?

    /// The run these options describe.
    func makeRun(reports: String?, console: Console) throws -> Run {
        Run.getReady()
        let configuration = try Configuration.read(pipeline, inbox: inbox, reports: reports, state: state)
        let surroundings = PipelineOptions.surroundings(console)
        let asOf = try configuration.asOf(asOf, now: surroundings.clock() / 1_000_000)
        return Run(
            configuration, asOf: asOf, period: period, knownAt: try configuration.knownAt(knownAt), surroundings: surroundings)
    }

    /// What the machine gives a run: the only place where the clock is read.
    static func surroundings(_ console: Console) -> Surroundings {
        var surroundings = Surroundings(
            clock: { Int64(Date().timeIntervalSince1970 * 1_000_000) }, nanoseconds: { DispatchTime.now().uptimeNanoseconds },
            runID: UUID().uuidString.lowercased(), progress: { console.progress($0, $1, $2) },
            interruption: Interruption.watch(), workers: ProcessInfo.processInfo.activeProcessorCount)
        surroundings.lastResort = {
            Console.error($0)
            Console.exit($0.status)
        }
        surroundings.spilling = Machine.spilling
        return surroundings
    }
}

/// How the program speaks.
struct OutputOptions: ParsableArguments {
    /// For people or for machines.
    enum LogFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Option(
        name: .customLong("log-format"),
        help: "How messages are written to standard error: text, or json with one object a line.")
    var logFormat = LogFormat.text

    @Flag(name: .shortAndLong, help: "Print no file names and no warnings; only errors.")
    var quiet = false
}
