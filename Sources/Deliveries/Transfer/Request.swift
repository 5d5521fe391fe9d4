import CCurl

/// One request to a server of the web, and what its answer means.
struct Request {
    var method = "POST"
    var address: String
    var headers: [String] = []
    var body: [UInt8]
    var certificates: String?
    /// For the signature of an S3-compatible store: the region, the key and its secret.
    var signing: (region: String, key: String, secret: String)?

    /// What messages call the server: no part of the address that may be a secret.
    var place: String { Request.host(of: address) ?? "the server" }

    /// The host of an address, with its port; nil where there is none.
    static func host(of address: String) -> String? {
        guard gtm_curl_objection() == nil, let url = gtm_curl_url() else { return nil }
        defer { gtm_curl_url_cleanup(url) }
        guard gtm_curl_url_set(url, CURLUPART_URL, address) == CURLUE_OK, let host = part(url, CURLUPART_HOST) else {
            return nil
        }
        return part(url, CURLUPART_PORT).map { "\(host):\($0)" } ?? host
    }

    private static func part(_ url: OpaquePointer, _ part: CURLUPart) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard gtm_curl_url_get(url, part, &text) == CURLUE_OK, let text else { return nil }
        defer { gtm_curl_free(text) }
        return String(cString: text)
    }

    /// Why an address cannot be sent to; nil where it can: HTTPS to anywhere, HTTP to this machine only.
    ///
    /// - Throws: ``DeliveryError`` where libcurl, which reads it, cannot be used.
    static func objection(to address: String) throws(DeliveryError) -> String? {
        try Transfer.prepare()
        guard let url = gtm_curl_url() else { return "it cannot be read" }
        defer { gtm_curl_url_cleanup(url) }
        guard gtm_curl_url_set(url, CURLUPART_URL, address) == CURLUE_OK, let scheme = part(url, CURLUPART_SCHEME),
            let host = part(url, CURLUPART_HOST)
        else { return "it is no address like https://host/path" }
        if part(url, CURLUPART_USER) != nil { return "it holds a user's name" }
        if scheme == "https" || scheme == "http" && MailServer.isLoopback(host) { return nil }
        return "it does not begin with https://"
    }

    /// Sends it.
    ///
    /// - Returns: The body of an answer of success.
    func send(
        _ patience: Patience, _ surroundings: DeliverySurroundings, _ secrets: Secrets
    ) throws(DeliveryError) -> [UInt8] {
        let transfer = try Transfer(address, patience, surroundings)
        transfer.set(CURLOPT_PROTOCOLS_STR, "http,https")
        // To this machine through no proxy, whatever the environment says.
        if address.hasPrefix("http://") { transfer.set(CURLOPT_NOPROXY, "*") }
        transfer.setBody(body)
        transfer.set(CURLOPT_CUSTOMREQUEST, method)
        // No waiting for a "100 Continue". libcurl 7.88 would sign a header that is taken out, and the store refuse that.
        transfer.set(CURLOPT_HTTPHEADER, headers + (signing == nil ? ["Expect:"] : []))
        if let certificates { transfer.set(CURLOPT_CAINFO, certificates) }
        if let signing {
            transfer.set(CURLOPT_AWS_SIGV4, "aws:amz:\(signing.region):s3")
            transfer.set(CURLOPT_USERNAME, signing.key)
            transfer.set(CURLOPT_PASSWORD, signing.secret)
        }
        let (answer, failure) = transfer.perform()
        if let failure { throw error(failure, secrets) }
        if (200...299).contains(answer.status) { return answer.body }
        throw error(answer, secrets)
    }

    /// Connects to a server, and asks it nothing.
    static func reach(
        _ address: String, certificates: String?, _ patience: Patience, _ surroundings: DeliverySurroundings, _ secrets: Secrets
    ) throws(DeliveryError) -> String {
        if let objection = try objection(to: address) {
            throw DeliveryError("the address cannot be used: \(objection)", hint: "copy it anew from where it was made")
        }
        let request = Request(address: address, body: [], certificates: certificates)
        let transfer = try Transfer(address, patience, surroundings)
        transfer.set(CURLOPT_PROTOCOLS_STR, "http,https")
        if address.hasPrefix("http://") { transfer.set(CURLOPT_NOPROXY, "*") }
        if let certificates { transfer.set(CURLOPT_CAINFO, certificates) }
        transfer.set(CURLOPT_CONNECT_ONLY, 1)
        if let failure = transfer.perform().failure { throw request.error(failure, secrets) }
        return request.place
    }

    private func error(_ failure: Transfer.Failure, _ secrets: Secrets) -> DeliveryError {
        let words = secrets.hidden(in: failure.words)
        if failure.isStopped { return DeliveryError("the message to \(place) was stopped", hint: "`gtm deliver` goes on") }
        if failure.isUntrusted {
            return DeliveryError(
                "the certificate of \(place) is not trusted: \(words)",
                hint: "check the address, or name the authority's certificate by `ca_file`")
        }
        return DeliveryError(
            "\(place) could not be sent to: \(words)",
            hint: failure.isPassing ? "check that it can be reached from here; `gtm deliver` tries again" : "check the address",
            isPassing: failure.isPassing)
    }

    /// An answer that is none of success. What passes by itself: too many requests, and what goes wrong over there.
    private func error(_ answer: Transfer.Answer, _ secrets: Secrets) -> DeliveryError {
        let said = secrets.hidden(in: String(decoding: answer.body.prefix(2000), as: UTF8.self))
        let words = "\(place) answered with status \(answer.status)" + (said.isEmpty ? "" : ": \(said)")
        let isPassing = [408, 425, 429].contains(answer.status) || (500...599).contains(answer.status)
        let hint =
            switch answer.status {
            case 300...399: "it sends on to another address: name that one"
            case 401, 403: "check the address, the keys and what they may do"
            case 404, 410: "the address is not, or no longer, in use: make a new one over there"
            default: isPassing ? "`gtm deliver` tries again" : "check the address and the kind"
            }
        return DeliveryError(words, hint: hint, isPassing: isPassing, retryAfter: answer.retryAfter)
    }
}
