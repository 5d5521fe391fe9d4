import Foundation

/// A message in the form of a chat, signed by its rule.
///
/// Everywhere texts are handed over as plain text and not as Markdown, so that a company's name can neither call a whole channel nor
/// become a link.
struct HookForm {
    private let kind: Hook.Kind
    private let message: HookMessage
    private let seconds: Int64
    private let key: String?

    /// - Parameter seconds: The time of sending, since 1970.
    init(_ kind: Hook.Kind, _ message: HookMessage, seconds: Int64, key: String?) {
        (self.kind, self.message, self.seconds, self.key) = (kind, message, seconds, key)
    }

    /// The request that sends it.
    func request(_ address: String) -> Request {
        let body = body
        var headers = ["Content-Type: application/json; charset=utf-8"]
        var address = address
        if kind == .dingtalk, let key {
            address += address.contains("?") ? "&" : "?"
            let milliseconds = seconds * 1000
            address +=
                "timestamp=\(milliseconds)&sign="
                + Digests.percentEncoded(HookForm.dingTalkSignature(milliseconds: milliseconds, key: key))
        }
        if kind == .json { headers += HookForm.headers(id: message.id, seconds: seconds, body: body, key: key) }
        return Request(address: address, headers: headers, body: body)
    }

    // MARK: Forms

    /// The body of the request.
    var body: [UInt8] {
        switch kind {
        case .slack: encoded(slack)
        case .teams: encoded(teams)
        case .feishu: encoded(feishu)
        case .dingtalk: encoded(["msgtype": "text", "text": ["content": text(bytes: 18_000)]])
        // WeCom, "group robots": `text.content` takes 2048 bytes at most.
        case .wecom: encoded(["msgtype": "text", "text": ["content": text(bytes: 2048)]])
        case .json: message.object
        }
    }

    /// Slack, "Incoming webhooks" and "Block Kit": a header of plain text takes 150 characters, a section's text 3000; in `text`,
    /// which notifications show, `&`, `<` and `>` are escaped.
    private var slack: [String: Any] {
        let title = message.title.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        func plain(_ text: String, _ limit: Int) -> [String: Any] {
            ["type": "plain_text", "text": HookForm.cut(text, scalars: limit), "emoji": false]
        }
        var blocks: [[String: Any]] = [["type": "header", "text": plain(message.title, 150)]]
        let lines = message.lines.joined(separator: "\n")
        if !lines.isEmpty { blocks.append(["type": "section", "text": plain(lines, 3000)]) }
        return ["text": title, "mrkdwn": false, "blocks": blocks]
    }

    /// Teams, "Create incoming webhooks with Workflows": a message with an adaptive card attached, 28 KB at most. Text runs know no
    /// Markdown, text blocks do.
    private var teams: [String: Any] {
        func block(_ text: String, isTitle: Bool) -> [String: Any] {
            var run: [String: Any] = ["type": "TextRun", "text": HookForm.cut(text, scalars: 3000)]
            if isTitle { run.merge(["weight": "Bolder", "size": "Medium"]) { $1 } }
            return ["type": "RichTextBlock", "inlines": [run]]
        }
        let card: [String: Any] = [
            "$schema": "http://adaptivecards.io/schemas/adaptive-card.json", "type": "AdaptiveCard", "version": "1.4",
            "body": [block(message.title, isTitle: true)] + message.lines.map { block($0, isTitle: false) },
            "msteams": ["width": "Full"],
        ]
        return [
            "type": "message",
            "attachments": [
                ["contentType": "application/vnd.microsoft.card.adaptive", "contentUrl": NSNull(), "content": card]
            ],
        ]
    }

    /// Feishu and Lark, "custom bot": `post` is text in paragraphs; `timestamp` and `sign` stand in the body.
    private var feishu: [String: Any] {
        let content: [String: Any] = [
            "title": HookForm.cut(message.title, scalars: 300),
            "content": message.lines.map { [["tag": "text", "text": HookForm.cut($0, scalars: 3000)]] },
        ]
        var body: [String: Any] = [
            "msg_type": "post",
            "content": ["post": [message.locale.hasPrefix("zh") ? "zh_cn" : "en_us": content]],
        ]
        if let key {
            body["timestamp"] = String(seconds)
            body["sign"] = HookForm.feishuSignature(seconds: seconds, key: key)
        }
        return body
    }

    /// Title and lines, cut to a number of bytes.
    private func text(bytes limit: Int) -> String {
        let text = ([message.title] + message.lines).joined(separator: "\n")
        guard text.utf8.count > limit else { return text }
        var (out, count) = (String.UnicodeScalarView(), 3)
        for scalar in text.unicodeScalars {
            count += String(scalar).utf8.count
            if count > limit { break }
            out.append(scalar)
        }
        return String(out) + "…"
    }

    private func encoded(_ object: [String: Any]) -> [UInt8] {
        let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? JSONSerialization.data(withJSONObject: object, options: options) else {
            preconditionFailure("a message is made of texts alone")
        }
        return Array(data)
    }

    private static func cut(_ text: String, scalars limit: Int) -> String {
        guard text.unicodeScalars.count > limit else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit - 1))) + "…"
    }

    // MARK: Signatures

    /// DingTalk, "custom robots", security by signature: HMAC-SHA256 of `milliseconds + "\n" + secret` with the secret as the key, in
    /// base 64, then percent-encoded in the address; good for an hour.
    static func dingTalkSignature(milliseconds: Int64, key: String) -> String {
        Digests.base64(Digests.hmac(key: Array(key.utf8), Array("\(milliseconds)\n\(key)".utf8)))
    }

    /// Feishu, "custom bot usage guide", signature: HMAC-SHA256 of nothing with `seconds + "\n" + secret` as the key, in base 64.
    static func feishuSignature(seconds: Int64, key: String) -> String {
        Digests.base64(Digests.hmac(key: Array("\(seconds)\n\(key)".utf8), []))
    }

    /// The headers of a plain JSON message: those of "Standard Webhooks", whose libraries check them, and one that signs the body
    /// alone, as GitHub's `X-Hub-Signature-256` does.
    static func headers(id: String, seconds: Int64, body: [UInt8], key: String?) -> [String] {
        var headers = ["webhook-id: \(id)", "webhook-timestamp: \(seconds)"]
        guard let key else { return headers }
        // Secrets of that standard begin with `whsec_`, and the rest is base 64.
        let prefix = "whsec_"
        let bytes =
            key.hasPrefix(prefix) ? Data(base64Encoded: String(key.dropFirst(prefix.utf8.count))).map(Array.init) : nil
        let signed = Array("\(id).\(seconds).".utf8) + body
        headers.append(
            "webhook-signature: v1,\(Digests.base64(Digests.hmac(key: bytes ?? Array(key.utf8), signed)))")
        headers.append("X-Signature-256: sha256=\(Digests.hex(Digests.hmac(key: Array(key.utf8), body)))")
        return headers
    }
}
