import CCrypto
import Foundation

/// Digests and signatures, by OpenSSL's libcrypto.
enum Digests {
    /// The SHA-256 of bytes.
    static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var (digest, count) = ([UInt8](repeating: 0, count: 32), UInt32(0))
        precondition(EVP_Digest(bytes, bytes.count, &digest, &count, EVP_sha256(), nil) == 1, "libcrypto has SHA-256")
        return digest
    }

    /// The HMAC-SHA256 of bytes (RFC 2104).
    static func hmac(key: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
        var (digest, count) = ([UInt8](repeating: 0, count: 32), UInt32(0))
        precondition(
            HMAC(EVP_sha256(), key, Int32(key.count), bytes, bytes.count, &digest, &count) != nil, "libcrypto has HMAC-SHA256")
        return digest
    }

    /// Bytes as hexadecimal digits.
    static func hex(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// Bytes in base 64.
    static func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

    /// A text for a part of an address: all but letters, digits and `-._~` as percent signs with two digits (RFC 3986).
    static func percentEncoded(_ text: String, keeping kept: String = "") -> String {
        let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8).union(kept.utf8)
        var out: [UInt8] = []
        for byte in text.utf8 {
            if plain.contains(byte) { out.append(byte) } else { out += Array("%".utf8) + Array(hex([byte]).uppercased().utf8) }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
