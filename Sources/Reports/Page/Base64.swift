import CCrypto

/// Bytes as letters that stand anywhere.
enum Base64 {
    /// Four letters for three bytes.
    static func text(_ bytes: [UInt8]) -> String {
        // And a zero.
        var letters = [UInt8](repeating: 0, count: (bytes.count + 2) / 3 * 4 + 1)
        let count = Int(EVP_EncodeBlock(&letters, bytes, Int32(bytes.count)))
        return String(decoding: letters[..<count], as: UTF8.self)
    }
}
