/// What keeps the contents of inputs, so that they need not be read a second time for it.
public protocol InputKeeping: Sendable {
    /// Where the bytes of a file go that is about to be fingerprinted; nil where its content is kept already, as far as can be told
    /// from its path, its size and when it was last modified.
    func content(path: String, size: Int, modified: Int64) -> (any KeptContent)?

    /// Where the bytes of any file go.
    func content() -> any KeptContent

    /// Whether a content is kept.
    func isKept(_ sha256: String) -> Bool
}

/// A content on its way to be kept. What goes wrong there does not stop the reading; whoever keeps it says so later.
public protocol KeptContent {
    /// The next bytes.
    func add(_ bytes: UnsafeRawBufferPointer)

    /// That was all; its SHA-256 as 64 hexadecimal digits.
    func finish(sha256: String)
}
