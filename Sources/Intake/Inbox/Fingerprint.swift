import CCrypto
import Glibc

/// The SHA-256 of content, by OpenSSL's libcrypto.
enum Fingerprint {
    /// Of bytes in memory, as 64 hexadecimal digits.
    static func sha256(_ bytes: UnsafeRawBufferPointer) -> String {
        var hash = Hash()
        hash.update(bytes)
        return hash.finish()
    }

    /// Of an open file from its beginning to its end, with its size; nil where reading fails.
    ///
    /// - Parameter content: What the bytes go to as well.
    static func sha256(descriptor: Int32, _ content: (any KeptContent)? = nil) -> (hex: String, size: Int)? {
        var hash = Hash()
        let size = 1 << 18
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 64)
        defer { buffer.deallocate() }
        var total = 0
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress!, size)
            if count < 0 {
                if errno == EINTR { continue }
                return nil
            }
            if count == 0 {
                let hex = hash.finish()
                content?.finish(sha256: hex)
                return (hex, total)
            }
            total += count
            let bytes = UnsafeRawBufferPointer(start: buffer.baseAddress!, count: count)
            hash.update(bytes)
            content?.add(bytes)
        }
    }

    private struct Hash: ~Copyable {
        private let context = EVP_MD_CTX_new()

        init() { precondition(EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1, "libcrypto has SHA-256") }

        deinit { EVP_MD_CTX_free(context) }

        mutating func update(_ bytes: UnsafeRawBufferPointer) {
            if !bytes.isEmpty { EVP_DigestUpdate(context, bytes.baseAddress!, bytes.count) }
        }

        mutating func finish() -> String {
            var digest = [UInt8](repeating: 0, count: 32)
            EVP_DigestFinal_ex(context, &digest, nil)
            let digits = Array("0123456789abcdef".utf8)
            var text: [UInt8] = []
            for byte in digest {
                text.append(digits[Int(byte >> 4)])
                text.append(digits[Int(byte & 15)])
            }
            return String(decoding: text, as: UTF8.self)
        }
    }
}
