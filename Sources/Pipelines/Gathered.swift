import Intake

/// What a run read, before anything is computed.
struct Gathered: Sendable {
    /// The facts, and what became of each file.
    var intake: IntakeResult
    /// The files as they were read.
    var read: [ReadFile]
    /// How they were read.
    var settings: IntakeSettings
    /// What was left where it lies: still being written, or out of the inbox. It is told, but is no part of the report, which is made
    /// again without it.
    var left: [Finding]
}
