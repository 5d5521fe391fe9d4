import Deliveries

/// What became of an entry of `deliver:`.
public struct DeliveryOutcome: Sendable {
    /// How it ended.
    public enum State: Sendable {
        /// It arrived now.
        case delivered
        /// It had arrived before, and nothing was sent.
        case already
        /// It is not due, and why.
        case notDue(String)
        /// It would be sent: nothing was, as that was asked for.
        case pending
        /// It could not be delivered, and why.
        case failed(String, hint: String)
    }

    /// What it is: "mail to ceo@example.com".
    public var name: String
    /// Where it stands in the pipeline file; empty where it stands nowhere.
    public var place: String
    /// How it ended.
    public var state: State
    /// What a person should know; empty where there is nothing.
    public var note = ""

    /// Whether it could not be delivered.
    public var isFailed: Bool { if case .failed = state { true } else { false } }

    /// In a line, or two.
    public var text: String {
        let note = note.isEmpty ? "" : " (\(note))"
        return switch state {
        case .delivered: "delivered: \(name)\(note)"
        case .already: "delivered before: \(name)\(note)"
        case .notDue(let reason): "not due: \(name): \(reason)"
        case .pending: "would be delivered: \(name)\(note)"
        case .failed(let reason, let hint):
            "not delivered: \(name)\(place.isEmpty ? "" : " (\(place))"): \(reason)\(hint.isEmpty ? "" : "\n    hint: \(hint)")"
        }
    }
}

extension PipelineError {
    /// That deliveries failed of a report that is published; nil where none did.
    static func undelivered(_ outcomes: [DeliveryOutcome], _ folder: String, kind: Kind?) -> PipelineError? {
        let failed = outcomes.filter(\.isFailed)
        guard !failed.isEmpty else { return nil }
        var error = PipelineError(kind ?? .undelivered, lines: failed.map(\.text).joined(separator: "\n"))
        error.standing = "the report is published: \(folder); `gtm deliver` delivers what has not arrived"
        return error
    }
}
