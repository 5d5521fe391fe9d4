import CCrypto
import Languages

/// What a page allows itself: nothing but its own style sheet and script, each named by its SHA-256.
enum PagePolicy {
    /// The content of the `Content-Security-Policy` of a page with this style sheet and, where it has one, script.
    static func text(style: Markup, script: Markup? = nil) -> Markup {
        let scripts = script.map { "script-src \(hash($0.html)); " } ?? ""
        return Markup(
            trusted:
                "default-src 'none'; \(scripts)style-src \(hash(style.html)); img-src data:; base-uri 'none'; form-action 'none'"
        )
    }

    /// An inline text as the policy names it: `'sha256-…'`, of exactly what stands between the tags.
    static func hash(_ text: String) -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        let bytes = Array(text.utf8)
        let isDone = EVP_Digest(bytes, bytes.count, &digest, nil, EVP_sha256(), nil)
        precondition(isDone == 1, "libcrypto has SHA-256")
        return "'sha256-\(Base64.text(digest))'"
    }
}
