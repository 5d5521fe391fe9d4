import Intake
import Synchronization

/// What a run knows of its files so far, for those who are told of it however it ends.
final class RunNotes: Sendable {
    /// What is known.
    struct Known: Sendable {
        /// What was left where it lies.
        var left: [Finding] = []
        /// The files that were found, before they were read.
        var files: [InboxFile] = []
        /// The files as they were read; empty before.
        var read: [ReadFile] = []
        /// What they come to together; nil before that is known.
        var intake: IntakeResult?
    }

    private let known = Mutex(Known())

    /// What is known now.
    var now: Known { known.withLock { $0 } }

    /// Adds to what is known.
    func note(_ change: (inout Known) -> Void) { known.withLock { change(&$0) } }
}
