import Dispatch
import Glibc
import Pipelines
import Synchronization

/// SIGINT and SIGTERM as a wish to stop, which the run looks at all the time. A second signal ends the process at once.
enum Interruption {
    private static let received = Atomic<Int32>(0)
    /// A queue of its own: those of the jobs are busy.
    private static let queue = DispatchQueue(label: "gtm.signals", qos: .userInteractive)
    nonisolated(unsafe) private static var sources: [any DispatchSourceSignal] = []

    /// Watches for the signals and tells what came.
    static func watch() -> @Sendable () -> PipelineError.Kind? {
        if sources.isEmpty {
            for number in [SIGINT, SIGTERM] {
                signal(number, SIG_IGN)
                let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
                source.setEventHandler {
                    if received.exchange(number, ordering: .relaxed) != 0 { Console.exit(128 + number) }
                }
                source.resume()
                sources.append(source)
            }
        }
        return {
            switch received.load(ordering: .relaxed) {
            case SIGINT: .interrupted
            case SIGTERM: .terminated
            default: nil
            }
        }
    }
}
