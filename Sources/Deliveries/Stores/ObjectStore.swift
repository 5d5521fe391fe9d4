/// An S3-compatible store: Amazon's, MinIO, Ceph, Cloudflare R2, Alibaba Cloud and others. libcurl signs (AWS Signature Version 4).
public struct ObjectStore: Sendable, Hashable {
    /// Its address: `https://s3.eu-central-1.amazonaws.com`.
    public var endpoint: String
    /// The bucket, which stands in the path.
    public var bucket: String
    /// What stands before every name: `reports/`; empty for nothing.
    public var prefix: String
    /// The region that signatures name.
    public var region: String
    /// The access key's id and its secret, and a token where they are for a while only.
    public var key: Secret, secret: Secret, token: Secret?
    /// A file of the certificates that are trusted, instead of the system's; nil for those.
    public var certificates: String?

    /// A store; see the properties.
    public init(
        endpoint: String, bucket: String, prefix: String, region: String, key: Secret, secret: Secret, token: Secret? = nil,
        certificates: String? = nil
    ) {
        (self.endpoint, self.bucket, self.prefix, self.region) = (endpoint, bucket, prefix, region)
        (self.key, self.secret, self.token, self.certificates) = (key, secret, token, certificates)
    }

    /// Why an endpoint cannot be used; nil where it can, or where libcurl, which reads it, is missing: who delivers says that.
    public static func objection(to endpoint: String) -> String? { (try? Request.objection(to: endpoint)) ?? nil }

    /// Reads the keys and connects to the server.
    ///
    /// - Returns: The server's name.
    public func tryOut(_ patience: Patience, _ surroundings: DeliverySurroundings) throws(DeliveryError) -> String {
        for secret in [key, secret, token].compactMap(\.self) { _ = try secret.value(surroundings) }
        return try Request.reach(endpoint, certificates: certificates, patience, surroundings, Secrets())
    }

    /// Puts files there, one after the other: the last says that all are there.
    ///
    /// - Parameters:
    ///   - names: What they are called below the prefix.
    ///   - bytes: What a file holds.
    /// - Returns: How many tries the one with the most took.
    public func put(
        _ names: [String], _ bytes: (String) throws(DeliveryError) -> [UInt8], _ patience: Patience,
        _ surroundings: DeliverySurroundings
    ) throws(DeliveryError) -> Int {
        if let objection = try Request.objection(to: endpoint) {
            throw DeliveryError("`endpoint` cannot be used: \(objection)", hint: "write it like https://host")
        }
        var secrets = Secrets()
        let (id, secret) = (try key.value(surroundings), try secret.value(surroundings))
        let token = try token.map { token throws(DeliveryError) in try token.value(surroundings) }
        for value in [id, secret] + (token.map { [$0] } ?? []) { secrets.add(value) }
        var most = 1
        for name in names {
            let body = try bytes(name)
            let path = Digests.percentEncoded("\(bucket)/\(prefix)\(name)", keeping: "/")
            var request = Request(address: (endpoint.hasSuffix("/") ? endpoint : endpoint + "/") + path, body: body)
            request.method = "PUT"
            request.certificates = certificates
            request.signing = (region, id, secret)
            request.headers = [
                "Content-Type: \(MediaType.of(name))", "x-amz-content-sha256: \(Digests.hex(Digests.sha256(body)))",
            ]
            if let token { request.headers.append("x-amz-security-token: \(token)") }
            most = max(
                most,
                try retrying(patience, surroundings) { [request, secrets] () throws(DeliveryError) in
                    _ = try request.send(patience, surroundings, secrets)
                })
        }
        return most
    }
}

/// The media types of a report's files.
public enum MediaType {
    /// By the name's ending.
    public static func of(_ name: String) -> String {
        switch name.split(separator: ".").last {
        case "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case "html": "text/html; charset=utf-8"
        case "csv": "text/csv; charset=utf-8"
        case "txt": "text/plain; charset=utf-8"
        case "json": "application/json"
        default: "application/octet-stream"
        }
    }
}
