import Foundation

/// Where a message to a chat or a program goes: an address that takes requests.
public struct Hook: Sendable, Hashable {
    /// In what form messages are taken.
    public enum Kind: String, Sendable, CaseIterable {
        case slack, teams, feishu, dingtalk, wecom, json

        /// Whether messages of this form can be signed.
        public var signs: Bool { [.feishu, .dingtalk, .json].contains(self) }
    }

    /// The form.
    public var kind: Kind
    /// The address, which is a secret: who has it can write.
    public var address: Secret
    /// What messages are signed with; nil where they are not.
    public var secret: Secret?
    /// A file of the certificates that are trusted, instead of the system's; nil for those.
    public var certificates: String?

    /// A hook; see the properties.
    public init(kind: Kind, address: Secret, secret: Secret? = nil, certificates: String? = nil) {
        (self.kind, self.address, self.secret, self.certificates) = (kind, address, secret, certificates)
    }

    /// Sends a message.
    ///
    /// - Returns: How many tries it took.
    public func send(
        _ message: HookMessage, _ patience: Patience, _ surroundings: DeliverySurroundings
    ) throws(DeliveryError) -> Int {
        let (address, key, secrets) = try opened(surroundings)
        return try retrying(patience, surroundings) { () throws(DeliveryError) in
            // Signed anew for each try: signatures are of the time of sending.
            var request = HookForm(kind, message, seconds: surroundings.clock() / 1_000_000, key: key).request(address)
            request.certificates = certificates
            let answer = try request.send(patience, surroundings, secrets)
            if let error = HookAnswer(kind, answer).error(request.place, secrets) { throw error }
        }
    }

    /// Reads its secrets and connects to its server, without a message.
    ///
    /// - Returns: The server's name.
    public func tryOut(_ patience: Patience, _ surroundings: DeliverySurroundings) throws(DeliveryError) -> String {
        let (address, _, secrets) = try opened(surroundings)
        return try Request.reach(address, certificates: certificates, patience, surroundings, secrets)
    }

    func opened(
        _ surroundings: DeliverySurroundings
    ) throws(DeliveryError) -> (address: String, key: String?, secrets: Secrets) {
        var secrets = Secrets()
        let address = try address.value(surroundings)
        // Of the address not the host, which messages name, but all that follows is a secret.
        if let host = Request.host(of: address), let range = address.range(of: host) {
            for part in address[range.upperBound...].split(whereSeparator: { "/?&=".contains($0) }) where part.utf8.count >= 8 {
                secrets.add(String(part))
            }
        }
        secrets.add(address)
        if let objection = try Request.objection(to: address) {
            throw DeliveryError(
                "the address in \(self.address.place) cannot be used: \(objection)",
                hint: "copy it anew from where the hook was made")
        }
        let key = try secret.map { secret throws(DeliveryError) in try secret.value(surroundings) }
        if let key { secrets.add(key) }
        return (address, key, secrets)
    }
}

extension Optional where Wrapped == Secret {
    /// `map` for closures that throw the one error of this module.
    func map<Value>(_ body: (Secret) throws(DeliveryError) -> Value) throws(DeliveryError) -> Value? {
        guard let self else { return nil }
        return try body(self)
    }
}

/// What is told: a heading, lines below it, and the same by name for programs.
public struct HookMessage: Sendable {
    /// What tells this message from all others.
    public var id: String
    /// One line.
    public var title: String
    /// The rest, a line each.
    public var lines: [String]
    /// `en` or `zh-Hans`.
    public var locale: String
    /// What a program is told: a JSON object.
    public var object: [UInt8]

    /// A message; see the properties.
    public init(id: String, title: String, lines: [String], locale: String, object: [UInt8]) {
        (self.id, self.title, self.lines, self.locale, self.object) = (id, title, lines, locale, object)
    }
}

/// What a chat says to a message: most answer a wrong one with status 200 and a code in the body.
struct HookAnswer {
    private let kind: Hook.Kind
    private let body: [UInt8]

    init(_ kind: Hook.Kind, _ body: [UInt8]) { (self.kind, self.body) = (kind, body) }

    /// Codes that pass: the bot has sent too much, the system is busy.
    private static let passing: [Hook.Kind: Set<Int>] = [
        // Feishu: 11232 "frequency limited psm", 9499 is a bad request and stays.
        .feishu: [11232],
        // DingTalk: 130101 "send too fast", 410100 the same of the older form, -1 "system busy".
        .dingtalk: [130_101, 410_100, -1],
        // WeCom: 45009 "api freq out of limit", -1 "system busy".
        .wecom: [45_009, -1],
    ]

    func error(_ place: String, _ secrets: Secrets) -> DeliveryError? {
        guard [.feishu, .dingtalk, .wecom].contains(kind) else { return nil }
        guard let object = try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any] else {
            return DeliveryError(
                "\(place) gave no answer of \(kind.rawValue)", hint: "check the address, and that the kind is right")
        }
        let code = ["errcode", "code", "StatusCode"].lazy.compactMap { object[$0] as? Int }.first
        guard let code else {
            return DeliveryError(
                "\(place) gave no answer of \(kind.rawValue)", hint: "check the address, and that the kind is right")
        }
        guard code != 0 else { return nil }
        let words = ["errmsg", "msg", "StatusMessage"].lazy.compactMap { object[$0] as? String }.first ?? ""
        return DeliveryError(
            "\(place) did not take the message: \(code) \(secrets.hidden(in: words))",
            hint: "compare the robot's security settings: its signature, key words and addresses allowed",
            isPassing: HookAnswer.passing[kind]?.contains(code) ?? false)
    }
}
