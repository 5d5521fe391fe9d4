import CCurl
import Glibc

/// How mail is handed over.
public enum MailTransport: Sendable, Hashable {
    /// To a server.
    case smtp(MailServer)
    /// To a program that reads the message: its path and arguments. Without `-t` the recipients follow these.
    case sendmail([String])

    /// Hands a message over.
    ///
    /// - Returns: How many tries it took.
    public func send(
        _ message: MailMessage, _ patience: Patience, _ surroundings: DeliverySurroundings
    ) throws(DeliveryError) -> Int {
        let bytes = message.bytes()
        return try retrying(patience, surroundings) { () throws(DeliveryError) in
            switch self {
            case .smtp(let server): try server.send(bytes, message, patience, surroundings)
            case .sendmail(let command): try Command(command).run(bytes, to: message.to, patience, surroundings)
            }
        }
    }
}

/// A server that takes mail (RFC 5321).
public struct MailServer: Sendable, Hashable {
    /// How the line to it is secured.
    public enum Security: String, Sendable, CaseIterable {
        /// From the first byte on; usually port 465.
        case tls
        /// After a plain greeting, before anything else; usually port 587. A server that cannot is not sent to.
        case starttls
        /// Not at all: to this machine only.
        case none
    }

    /// Its name or address.
    public var host: String
    /// Its port.
    public var port: Int
    /// How the line is secured.
    public var security: Security
    /// Who sends; nil where the server asks nobody.
    public var user: String?
    /// The user's password.
    public var password: Secret?
    /// A file of the certificates that are trusted, instead of the system's; nil for those.
    public var certificates: String?

    /// A server; see the properties.
    public init(
        host: String, port: Int, security: Security, user: String? = nil, password: Secret? = nil, certificates: String? = nil
    ) {
        (self.host, self.port, self.security) = (host, port, security)
        (self.user, self.password, self.certificates) = (user, password, certificates)
    }

    /// Whether a host is this machine.
    public static func isLoopback(_ host: String) -> Bool {
        let bare = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        let parts = bare.split(separator: ".", omittingEmptySubsequences: false)
        let isFour = parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
        return bare.lowercased() == "localhost" || bare == "::1" || isFour
    }

    private var place: String { "\(host):\(port)" }

    /// Logs in, and says good-bye: what tells that a message would be taken.
    public func tryOut(_ patience: Patience, _ surroundings: DeliverySurroundings) throws(DeliveryError) {
        let (transfer, secrets) = try transfer([], patience, surroundings)
        transfer.set(CURLOPT_CUSTOMREQUEST, "NOOP")
        transfer.set(CURLOPT_NOBODY, 1)
        if let failure = transfer.perform().failure { throw error(failure, secrets) }
    }

    func send(
        _ bytes: [UInt8], _ message: MailMessage, _ patience: Patience, _ surroundings: DeliverySurroundings
    ) throws(DeliveryError) {
        let (transfer, secrets) = try transfer(bytes, patience, surroundings)
        transfer.set(CURLOPT_UPLOAD, 1)
        transfer.set(CURLOPT_MAIL_FROM, "<\(message.from.address)>")
        transfer.set(CURLOPT_MAIL_RCPT, message.to.map { "<\($0.address)>" })
        if let failure = transfer.perform().failure { throw error(failure, secrets) }
    }

    private func transfer(
        _ bytes: [UInt8], _ patience: Patience, _ surroundings: DeliverySurroundings
    ) throws(DeliveryError) -> (Transfer, Secrets) {
        guard security != .none || MailServer.isLoopback(host) else {
            throw DeliveryError(
                "mail to \(place) would go unsecured over the network", hint: "use `security: starttls` or `tls`")
        }
        var secrets = Secrets()
        let name = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
        let scheme = security == .tls ? "smtps" : "smtp"
        let transfer = try Transfer("\(scheme)://\(name):\(port)", patience, sending: bytes, surroundings)
        transfer.set(CURLOPT_PROTOCOLS_STR, scheme)
        transfer.set(CURLOPT_PROXY, "")
        if security == .starttls { transfer.set(CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue)) }
        if let certificates { transfer.set(CURLOPT_CAINFO, certificates) }
        if let user {
            transfer.set(CURLOPT_USERNAME, user)
            if let password {
                let value = try password.value(surroundings)
                secrets.add(value)
                transfer.set(CURLOPT_PASSWORD, value)
            }
        }
        return (transfer, secrets)
    }

    private func error(_ failure: Transfer.Failure, _ secrets: Secrets) -> DeliveryError {
        let status = failure.answer.status
        let said = secrets.hidden(in: failure.answer.line)
        let words = secrets.hidden(in: failure.words)
        if failure.isStopped { return DeliveryError("mail to \(place) was stopped", hint: "`gtm deliver` goes on") }
        if failure.isUntrusted {
            return DeliveryError(
                "the certificate of \(place) is not trusted: \(words)",
                hint: "check `host`, or name the authority's certificate by `ca_file`")
        }
        if failure.code == CURLE_USE_SSL_FAILED {
            return DeliveryError("\(place) offers no STARTTLS", hint: "use `security: tls`, usually with port 465")
        }
        // What the server itself said decides: 4yz passes, 5yz stays (RFC 5321, 4.2.1).
        if (500...599).contains(status) {
            let hint =
                failure.code == CURLE_LOGIN_DENIED || status == 535
                ? "check `user` and the password, and whether the server wants one made for programs"
                : "the server will not take it: check the addresses and what it says"
            return DeliveryError("\(place) refused the mail: \(said)", hint: hint)
        }
        if (400...499).contains(status) {
            return DeliveryError(
                "\(place) took no mail for now: \(said)", hint: "`gtm deliver` tries again", isPassing: true)
        }
        if failure.code == CURLE_LOGIN_DENIED {
            return DeliveryError("\(place) refused the login: \(words)", hint: "check `user` and the password")
        }
        return DeliveryError(
            "mail to \(place) failed: \(words)",
            hint: failure.isPassing
                ? "check that the server can be reached from here; `gtm deliver` tries again" : "check `smtp:`",
            isPassing: failure.isPassing)
    }
}
