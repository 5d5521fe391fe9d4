public import Facts
import Intake

/// What a run published.
public struct Published: Sendable {
    /// The published folder.
    public var folder: String
    /// The period reported.
    public var period: Period
    /// What a person should know of the data.
    public var notices: [Notice]
    /// What was read.
    public var summary: Summary
    /// What became of its deliveries.
    public var deliveries: [DeliveryOutcome] = []
    /// That something was not delivered, with the status of that; nil where nothing went wrong.
    public var undelivered: PipelineError?
}

/// What a check found.
public struct Checked: Sendable {
    /// What a person should know of the data.
    public var notices: [Notice]
    /// What was read.
    public var summary: Summary
}

/// Something a person should know of the data; the run went on.
public struct Notice: Sendable {
    /// Whether something is probably wrong and changes the numbers; else it is good to know.
    public var isWarning: Bool
    /// Where, what, and what to do, as text.
    public var text: String
    /// The parts of it by name, for machines: `code`, `file`, `line`, `column`, `hint`, `count`.
    public var parts: [String: String]

    init(_ finding: Finding) {
        isWarning = finding.severity == .warning
        text = finding.description
        parts = [
            "code": finding.code, "file": finding.file, "line": finding.line.map(String.init) ?? "",
            "column": finding.column ?? "", "hint": finding.hint, "count": String(finding.count),
        ].filter { !$0.value.isEmpty }
    }
}

/// What was read, in a few numbers.
public struct Summary: Sendable {
    /// How many files were read.
    public var files: Int
    /// How many rows they hold.
    public var rows: Int
    /// How many of them became facts.
    public var facts: Int
    /// How many were replaced by others.
    public var replaced: Int
    /// How many were rejected.
    public var rejected: Int
    /// How many do not count by their status.
    public var excluded: Int

    init(_ intake: IntakeResult) {
        func sum(_ count: (FileReport) -> Int) -> Int { intake.files.reduce(0) { $0 + count($1) } }
        files = intake.files.count { $0.source != nil }
        rows = sum(\.rows)
        facts = sum(\.facts)
        replaced = sum(\.replaced)
        rejected = sum(\.rejected)
        excluded = sum(\.excluded)
    }
}
