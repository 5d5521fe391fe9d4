import CExchange
import Pipelines

/// Memory that the process may not have, told as such: status 71.
enum OutOfMemory {
    /// With less than this nothing can be read, and threads wait for others that cannot begin. In MiB.
    private static let least = 256

    /// Ends the program where it may have too little memory to begin with, and else watches for its end.
    ///
    /// Where no more is given an allocation fails, and what asked for it crashes. Such a crash close to a limit on memory (`ulimit -v`,
    /// `ulimit -d`) is that limit's doing, and ends the process in words; any other is a defect, and stays what it is.
    static func watch() throws(PipelineError) {
        let limit = Int(memory_limit()) >> 20
        let hint = "raise the limit (`ulimit -v`, `ulimit -d`)"
        guard memory_limit() == 0 || limit >= least else {
            throw PipelineError(
                .noResources, "the process may have \(limit) MiB of memory, and needs \(least) at the least", hint: hint)
        }
        watch_out_of_memory(
            "gtm: error: the process may have no more memory\n    hint: \(hint); the last report still stands\n")
    }
}
