import Languages
import State

/// What has been read, as the state folder remembers it: `gtm inputs`.
public struct InputList: Sendable {
    private let store: StateStore
    /// The folder of kept readings.
    private let readings: String
    /// The one inbox that is asked for; nil for all that the state knows.
    private let inbox: String?
    /// How much of a SHA-256 must be given: a slip of the hand should retract nothing.
    private static let leastDigits = 6

    /// The inputs of a state folder, or of one pipeline's inbox.
    ///
    /// - Throws: Status 66 where nothing was read yet.
    public init(state: String, configuration: Configuration? = nil) throws(PipelineError) {
        guard let store = try Ledger.checked({ () throws(StateError) in try StateStore.existing(state) }) else {
            throw PipelineError(
                .noInput, "the state \(state) remembers nothing: no run has read anything yet",
                hint: "name the pipeline, or the folder that its `state:` names by --state")
        }
        self.store = store
        readings = Files.join(state, "readings")
        inbox = configuration.map { InboxPlace.place(of: $0.inbox, from: $0.state) }
    }

    /// The list as lines: since when each content is known, whether it still lies in the inbox, its SHA-256, source, rows and path.
    public func text() throws(PipelineError) -> String {
        let inputs = try Ledger.checked { () throws(StateError) in try store.inputs(inbox: inbox) }
        guard !inputs.isEmpty else { return "no file has been read\n" }
        var text = ""
        for place in inputs.map(\.inbox).reduce(into: [String](), { if $0.last != $1 { $0.append($1) } }) {
            if inbox == nil { text += "inbox \(place), as seen from the state folder\n" }
            var table = TextTable()
            table.add(["first seen", "sha256", "source", "rows", "bytes", "now", "file"])
            for input in inputs where input.inbox == place {
                let arrival = input.arrival
                table.add([
                    String(Moment.text(arrival.seen).prefix(19)) + "Z", String(arrival.sha256.prefix(12)),
                    arrival.source ?? "(not used)", String(arrival.rows), String(arrival.size),
                    standing(arrival, among: inputs),
                    TextTable.cut(arrival.path, 200),
                ])
            }
            text += table.lines(indent: "").joined(separator: "\n") + "\n"
        }
        return text
    }

    /// Whether a content lies in its inbox, and whether it counts.
    private func standing(_ arrival: Arrival, among inputs: [ListedInput]) -> String {
        if arrival.forgotten != nil { return "retracted" }
        if arrival.gone == nil { return "in the inbox" }
        return arrival.source == nil ? "gone" : "gone, kept"
    }

    /// Retracts the content whose SHA-256 begins so, or with `undo` lets it count again; says what that was.
    ///
    /// - Parameters:
    ///   - erases: Whether its copy is removed for good.
    ///   - clock: Microseconds since 1970.
    /// - Throws: Status 64 where no content, or more than one, begins so.
    public func forget(_ prefix: String, undo: Bool, erases: Bool, clock: Int64) throws(PipelineError) -> String {
        guard prefix.utf8.count >= InputList.leastDigits else {
            throw PipelineError(
                .usage, "`\(prefix)` is too short to be sure of",
                hint: "give at least \(InputList.leastDigits) digits of the SHA-256 that `gtm inputs` shows")
        }
        let found = try Ledger.checked { () throws(StateError) in
            undo ? try store.remember(prefix) : try store.forget(prefix, at: clock, erases: erases)
        }
        let contents = Set(found.map(\.sha256))
        guard let sha256 = contents.first, contents.count == 1 else {
            throw PipelineError(
                .usage,
                contents.isEmpty
                    ? "no input's SHA-256 begins with `\(prefix)`"
                    : "the SHA-256 of \(contents.count) inputs begin with `\(prefix)`",
                hint: contents.isEmpty ? "`gtm inputs` lists them" : "give more of its digits")
        }
        if !undo { ReadingFolder(path: readings).remove(of: sha256) }
        let names = Set(found.map(\.path)).sorted().map { TextTable.cut($0, 200) }.joined(separator: ", ")
        let what =
            undo
            ? "counts again"
            : erases
                ? "is retracted, and its copy erased: it counts in no report from now on"
                : "is retracted: it counts in no report from now on"
        return "\(names) (\(sha256.prefix(12))) \(what)\n"
    }
}
