import CCrypto

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
        // Four letters for three bytes, and a zero.
        var letters = [UInt8](repeating: 0, count: 45)
        let count = Int(EVP_EncodeBlock(&letters, digest, Int32(digest.count)))
        return "'sha256-\(String(decoding: letters[..<count], as: UTF8.self))'"
    }
}
