#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Collects decoded bytes: in memory while they are few, else in a temporary file that has no name any more.
struct Spool: ~Copyable {
    /// How many bytes are kept in memory.
    static let memoryLimit = 16 << 20

    private var bytes: [UInt8] = []
    private var descriptor: Int32 = -1
    private(set) var size = 0

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Appends bytes; false where there is no room for them.
    mutating func append(_ more: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.append(contentsOf: more)
        size += more.count
        return bytes.count < (descriptor >= 0 ? 1 << 20 : Self.memoryLimit) || flush()
    }

    /// All that was appended; nothing where there was no room.
    consuming func store() -> Store? {
        guard descriptor >= 0 else {
            let all = bytes
            return Store(all)
        }
        guard flush() else { return nil }
        let owned = dup(descriptor)
        return owned < 0 ? nil : Store(descriptor: owned, size: size)
    }

    private mutating func flush() -> Bool {
        if descriptor < 0 {
            // Without TMPDIR the system's folder for large files, which is on a disk where /tmp may be memory.
            for folder in getenv("TMPDIR").map({ [String(cString: $0)] }) ?? ["/var/tmp", "/tmp"] where descriptor < 0 {
                var template = Array((folder + "/gtm-XXXXXX").utf8CString)
                descriptor = mkstemp(&template)
                if descriptor >= 0 { unlink(template) }
            }
            guard descriptor >= 0 else { return false }
        }
        let isWritten = bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let put = write(descriptor, buffer.baseAddress! + done, buffer.count - done)
                if put < 0, errno == EINTR { continue }
                if put <= 0 { return false }
                done += put
            }
            return true
        }
        bytes.removeAll(keepingCapacity: true)
        return isWritten
    }
}
