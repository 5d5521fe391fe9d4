/// An address that is told of the beginning and the end of each run, in the habit of Healthchecks: where it hears nothing for too long it
/// raises the alarm by itself.
public struct Ping: Sendable, Hashable {
    /// What is told, by what is added to the address's path.
    public enum Signal: String, Sendable {
        case start = "/start"
        case success = ""
        case failure = "/fail"
    }

    /// The address, which is a secret: who has it can say that all is well.
    public var address: Secret
    /// How long one try may take, in seconds, and how often it is tried: a run does not wait for it longer.
    static let patience: Patience = {
        var patience = Patience()
        (patience.tries, patience.limit) = (2, 10)
        return patience
    }()

    /// A ping to an address.
    public init(address: Secret) { self.address = address }

    /// Sends a signal.
    ///
    /// - Parameters:
    ///   - run: What tells the run from others, so that its start and end are known to be of one; empty where nothing does.
    ///   - words: What is said with it: no data.
    public func send(
        _ signal: Signal, run: String = "", _ words: String, _ surroundings: DeliverySurroundings
    ) throws(DeliveryError) {
        let (address, secrets) = try opened(surroundings)
        let request = Request(
            address: Ping.address(address, signal, run: run), headers: ["Content-Type: text/plain; charset=utf-8"],
            body: Array(words.utf8))
        _ = try retrying(Ping.patience, surroundings) { () throws(DeliveryError) in
            _ = try request.send(Ping.patience, surroundings, secrets)
        }
    }

    /// Reaches the server, and sends no signal; gives its name.
    public func tryOut(_ surroundings: DeliverySurroundings) throws(DeliveryError) -> String {
        let (address, secrets) = try opened(surroundings)
        return try Request.reach(address, certificates: nil, Ping.patience, surroundings, secrets)
    }

    private func opened(_ surroundings: DeliverySurroundings) throws(DeliveryError) -> (address: String, secrets: Secrets) {
        let (address, _, secrets) = try Hook(kind: .json, address: address).opened(surroundings)
        return (address, secrets)
    }

    /// The address with the signal behind its path, and the run among its parameters.
    static func address(_ address: String, _ signal: Signal, run: String) -> String {
        let parts = address.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var path = String(parts[0])
        while path.hasSuffix("/") { path.removeLast() }
        var parameters = parts.count > 1 && !parts[1].isEmpty ? [String(parts[1])] : []
        if !run.isEmpty { parameters.append("rid=\(run)") }
        return path + signal.rawValue + (parameters.isEmpty ? "" : "?" + parameters.joined(separator: "&"))
    }
}
