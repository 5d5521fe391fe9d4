import Glibc
import Pipelines
import Synchronization

/// SIGINT and SIGTERM as a wish to stop, which the run looks at all the time. A second signal ends the process at once.
enum Interruption {
    private static let received = Atomic<Int32>(0)

    /// Watches for the signals and tells what came. They are heard whatever the process's threads are about.
    static func watch() -> @Sendable () -> PipelineError.Kind? {
        // Looked at once before any signal may come: the handler must make nothing.
        if received.load(ordering: .relaxed) == 0 {
            for number in [SIGINT, SIGTERM] {
                signal(number) { number in
                    if Interruption.received.exchange(number, ordering: .relaxed) != 0 { _exit(128 + number) }
                }
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
