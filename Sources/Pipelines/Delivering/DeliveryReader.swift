import Deliveries
import Languages
import Metrics
import Yams

/// Reads `recipients:`, `owner:` and `deliver:` of a pipeline file.
struct DeliveryReader {
    /// The pipeline file's folder, which paths are relative to.
    let folder: String
    /// The names of the audiences.
    let audiences: [String]

    private static let ways = ["mail", "hook", "copy", "s3"]

    // MARK: Who

    static func recipients(_ node: Node, _ top: YAMLMapping) throws(PipelineError) -> Recipients {
        let patterns = try top.texts(node, "recipients")
        for pattern in patterns where !Recipients.isPattern(pattern) {
            throw top.failure(
                node, "`recipients` takes addresses and patterns, found `\(pattern)`",
                hint: "write them like ceo@example.com or \"*@example.com\"")
        }
        return Recipients(patterns)
    }

    static func address(_ node: Node, _ key: String, _ mapping: YAMLMapping) throws(PipelineError) -> Address {
        let text = try mapping.text(node, key)
        guard let address = Address(text) else {
            throw mapping.failure(
                node, "`\(key)` takes a mail address, found `\(node.shown)`", hint: "write it like ceo@example.com, in ASCII")
        }
        return address
    }

    // MARK: Entries

    func entries(_ node: Node, _ top: YAMLMapping) throws(PipelineError) -> [DeliveryEntry] {
        guard case .sequence(let list) = node else {
            throw top.failure(node, "`deliver` takes a list, found \(node.kindName)")
        }
        var entries: [DeliveryEntry] = []
        for element in list { entries.append(try entry(element, top)) }
        return entries
    }

    private func entry(_ node: Node, _ top: YAMLMapping) throws(PipelineError) -> DeliveryEntry {
        var outer = try top.mapping(node, "deliver")
        var found: [(String, Node)] = []
        for way in DeliveryReader.ways { if let inner = outer.take(way) { found.append((way, inner)) } }
        try outer.finish()
        guard found.count == 1, let (way, inner) = found.first else {
            throw top.failure(
                node, "an entry of `deliver` takes one of \(DeliveryReader.ways.joined(separator: ", ")), found \(found.count)",
                hint: "begin each with a `-` of its own, like `- copy: {to: /srv/share}`")
        }
        var mapping = try outer.mapping(inner, way)
        let place = node.mark.map { "\(top.file):\($0.line)" } ?? top.file
        var entry = DeliveryEntry(way: .copy(""), place: place)
        if let node = mapping.take("when") {
            let words = DeliveryEntry.When.allCases.map { ($0.rawValue, $0) }
            entry.when = try mapping.choice(node, "when", Dictionary(uniqueKeysWithValues: words))
            if entry.when == .failed, way == "copy" || way == "s3" {
                throw mapping.failure(
                    node, "`when: failed` has nothing to put there: no report was made", hint: "use mail or a hook")
            }
        }
        if way != "copy" {
            if let node = mapping.take("tries") { entry.patience.tries = try mapping.whole(node, "tries", in: 1...10) }
            if let node = mapping.take("limit") { entry.patience.limit = try limit(node, mapping) }
        }
        entry.way =
            switch way {
            case "mail": .mail(try mail(&mapping))
            case "hook": .hook(try hook(&mapping))
            case "copy": .copy(try copy(&mapping))
            default: .store(try store(&mapping))
            }
        try DeliveryReader.finish(mapping)
        return entry
    }

    /// A span of time like `30s` or `2m`, in seconds.
    private func limit(_ node: Node, _ mapping: YAMLMapping) throws(PipelineError) -> Int {
        let text = try mapping.text(node, "limit")
        let scale = text.hasSuffix("m") ? 60 : 1
        let digits = text.hasSuffix("m") || text.hasSuffix("s") ? String(text.dropLast()) : text
        guard let number = Int(digits), (1...3600).contains(number), number * scale <= 3600 else {
            throw mapping.failure(node, "`limit` takes a time like 30s or 2m, up to an hour, found `\(node.shown)`")
        }
        return number * scale
    }

    private func mail(_ mapping: inout YAMLMapping) throws(PipelineError) -> MailEntry {
        let toNode = try required("to", &mapping)
        var to: [Address] = []
        for text in try mapping.texts(toNode, "to") {
            guard let address = Address(text) else {
                throw mapping.failure(
                    toNode, "`to` takes mail addresses, found `\(text.prefix(40))`", hint: "write them like [ceo@example.com]")
            }
            if !to.contains(where: { $0.address.lowercased() == address.address.lowercased() }) { to.append(address) }
        }
        guard !to.isEmpty else { throw mapping.failure(toNode, "`to` names nobody") }
        var audience = audiences.first ?? ""
        if let node = mapping.take("audience") {
            audience = try mapping.text(node, "audience")
            guard audiences.contains(audience) else {
                let hint =
                    nearest(audience, in: audiences).map { "did you mean `\($0)`?" }
                    ?? (audiences.isEmpty
                        ? "name it by `audiences:`" : "audiences are \(audiences.joined(separator: ", "))")
                throw mapping.failure(node, "no audience is called `\(audience)`", hint: hint)
            }
        }
        let from = try DeliveryReader.address(try required("from", &mapping), "from", mapping)
        let (server, command) = (mapping.take("smtp"), mapping.take("sendmail"))
        let transport: MailTransport
        switch (server, command) {
        case (let node?, nil): transport = .smtp(try smtp(node, mapping))
        case (nil, let node?):
            let words = try mapping.texts(node, "sendmail")
            guard words.first?.hasPrefix("/") == true else {
                throw mapping.failure(
                    node, "`sendmail` takes a program's whole path and its arguments", hint: "like [/usr/sbin/sendmail, -t]")
            }
            transport = .sendmail(words)
        default:
            throw mapping.failure(
                toNode, "`mail` takes `smtp` or `sendmail`, one of them",
                hint: "like `smtp: {host: mail.example.com, user: gtm, password_env: GTM_SMTP_PASSWORD}`")
        }
        return MailEntry(
            to: to, audience: audience, isForFirst: audience == (audiences.first ?? ""), from: from, transport: transport)
    }

    private func smtp(_ node: Node, _ outer: YAMLMapping) throws(PipelineError) -> MailServer {
        var mapping = try outer.mapping(node, "smtp")
        let hostNode = try required("host", &mapping)
        let host = try mapping.text(hostNode, "host")
        guard DeliveryReader.isHost(host) else {
            throw mapping.failure(hostNode, "`host` takes a server's name or address, found `\(hostNode.shown)`")
        }
        var security = MailServer.Security.starttls
        if let node = mapping.take("security") {
            let words = MailServer.Security.allCases.map { ($0.rawValue, $0) }
            security = try mapping.choice(node, "security", Dictionary(uniqueKeysWithValues: words))
            if security == .none, !MailServer.isLoopback(host) {
                throw mapping.failure(
                    node, "`security: none` is for this machine only: anyone on the way could read the report",
                    hint: "use `tls` or `starttls`")
            }
        }
        var port = security == .tls ? 465 : security == .starttls ? 587 : 25
        if let node = mapping.take("port") { port = try mapping.whole(node, "port", in: 1...65535) }
        let user = try mapping.take("user").map { node throws(PipelineError) in try mapping.words(node, "user") }
        let password = try secret("password", &mapping)
        let certificates = try certificates(&mapping)
        try DeliveryReader.finish(mapping)
        guard (user == nil) == (password == nil) else {
            throw outer.failure(
                node, "`smtp` takes a user and a password, or neither",
                hint: user == nil ? "add `user`" : "add `password_env` or `password_file`")
        }
        return MailServer(
            host: host, port: port, security: security, user: user, password: password, certificates: certificates)
    }

    private func hook(_ mapping: inout YAMLMapping) throws(PipelineError) -> Hook {
        let node = try required("kind", &mapping)
        var kinds = Hook.Kind.allCases.map { ($0.rawValue, $0) }
        // Lark is Feishu's name elsewhere.
        kinds.append(("lark", .feishu))
        let kind = try mapping.choice(node, "kind", Dictionary(uniqueKeysWithValues: kinds))
        guard let address = try secret("url", &mapping) else {
            throw mapping.failure(
                node, "`hook` has no address",
                hint: "name a variable by `url_env`, or a file of mode 600 by `url_file`: who has it can write")
        }
        let secret = try secret("secret", &mapping)
        guard secret == nil || kind.signs else {
            throw mapping.failure(
                node, "`\(kind.rawValue)` takes no signature", hint: "leave `secret_env` out: its address is the secret")
        }
        return Hook(kind: kind, address: address, secret: secret, certificates: try certificates(&mapping))
    }

    private func copy(_ mapping: inout YAMLMapping) throws(PipelineError) -> String {
        Files.join(folder, try mapping.path(try required("to", &mapping), "to", "folder"))
    }

    private func store(_ mapping: inout YAMLMapping) throws(PipelineError) -> ObjectStore {
        let node = try required("endpoint", &mapping)
        let endpoint = try mapping.text(node, "endpoint")
        if let objection = ObjectStore.objection(to: endpoint) {
            throw mapping.failure(node, "`endpoint` cannot be used: \(objection)", hint: "write it like https://s3.example.com")
        }
        let bucketNode = try required("bucket", &mapping)
        let bucket = try DeliveryReader.name(bucketNode, "bucket", mapping)
        var prefix = ""
        if let node = mapping.take("prefix") {
            prefix = try mapping.text(node, "prefix")
            if !prefix.isEmpty { prefix = try mapping.words(node, "prefix") }
            if prefix.hasPrefix("/") || prefix.split(separator: "/").contains(where: { $0 == ".." || $0 == "." }) {
                throw mapping.failure(node, "`prefix` leads out of the bucket: `\(node.shown)`", hint: "write it like reports/")
            }
        }
        let region =
            try mapping.take("region").map { node throws(PipelineError) in try DeliveryReader.name(node, "region", mapping) }
            ?? "us-east-1"
        guard let key = try secret("access_key", &mapping), let secretKey = try secret("secret_key", &mapping) else {
            throw mapping.failure(
                node, "`s3` takes an access key and its secret", hint: "name variables by `access_key_env` and `secret_key_env`"
            )
        }
        return ObjectStore(
            endpoint: endpoint, bucket: bucket, prefix: prefix, region: region, key: key, secret: secretKey,
            token: try secret("session_token", &mapping), certificates: try certificates(&mapping))
    }

    // MARK: Pieces

    /// The secrets that entries name, each by `NAME_env` or `NAME_file`.
    private static let secrets = ["password", "url", "secret", "access_key", "secret_key", "session_token"]

    /// A secret by its `_env` or `_file`; nil where neither is there.
    func secret(_ name: String, _ mapping: inout YAMLMapping) throws(PipelineError) -> Secret? {
        let (variable, file) = (mapping.take("\(name)_env"), mapping.take("\(name)_file"))
        if let variable, file != nil {
            throw mapping.failure(variable, "`\(name)_env` and `\(name)_file` are both there", hint: "keep one of them")
        }
        if let variable {
            let text = try mapping.text(variable, "\(name)_env")
            let isName = text.utf8.allSatisfy {
                ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 || ($0 >= 48 && $0 <= 57) || $0 == 95
            }
            // What is no name may be the secret itself: it is not repeated.
            guard isName, let first = text.utf8.first, !(48...57).contains(first) else {
                throw mapping.failure(
                    variable, "`\(name)_env` takes the name of a variable of the environment",
                    hint: "like GTM_\(name.uppercased()): letters, digits and `_`")
            }
            return .variable(text)
        }
        return try file.map { node throws(PipelineError) in .file(Files.join(folder, try mapping.path(node, "\(name)_file"))) }
    }

    private func certificates(_ mapping: inout YAMLMapping) throws(PipelineError) -> String? {
        try mapping.take("ca_file").map { node throws(PipelineError) in Files.join(folder, try mapping.path(node, "ca_file")) }
    }

    private func required(_ key: String, _ mapping: inout YAMLMapping) throws(PipelineError) -> Node {
        if let node = mapping.take(key) { return node }
        throw mapping.missing(key)
    }

    /// Any other key is an error; one that would hold a secret says where secrets belong, and does not repeat it.
    private static func finish(_ mapping: YAMLMapping) throws(PipelineError) {
        if let (key, node) = mapping.entries.first(where: { secrets.contains($0.key) }) {
            throw mapping.failure(
                node, "`\(key)` is a secret and does not belong into the file",
                hint:
                    "name a variable by `\(key)_env`, or a file of mode 600 by `\(key)_file`; change the secret, as others may have read it"
            )
        }
        try mapping.finish()
    }

    /// The name of a bucket or a region.
    private static func name(_ node: Node, _ key: String, _ mapping: YAMLMapping) throws(PipelineError) -> String {
        let text = try mapping.text(node, key)
        let isPlain = text.utf8.allSatisfy {
            ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 || (48...57).contains($0) || ".-_".utf8.contains($0)
        }
        guard isPlain, let first = text.utf8.first, !".-_".utf8.contains(first), text.utf8.count <= 255 else {
            throw mapping.failure(node, "`\(key)` takes a name of letters, digits, `.`, `-` and `_`, found `\(node.shown)`")
        }
        return text
    }

    private static func isHost(_ text: String) -> Bool {
        !text.isEmpty && !text.hasPrefix("-") && text.utf8.count <= 253
            && text.utf8.allSatisfy { byte in
                (byte | 0x20) >= 97 && (byte | 0x20) <= 122 || (48...57).contains(byte) || ".-:[]_".utf8.contains(byte)
            }
    }
}
