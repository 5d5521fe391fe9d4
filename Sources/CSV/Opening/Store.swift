#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The decoded document's bytes: in memory where it is small or had to be decoded, else read from an open file as needed.
final class Store: @unchecked Sendable {
    // Safe to share: nothing changes after `init`, and `pread` has no position.
    private let memory: [UInt8]
    private let descriptor: Int32
    /// When the open file was last written to, as it was opened.
    private let written: timespec
    /// The number of bytes.
    let size: Int

    /// Bytes in memory.
    init(_ bytes: [UInt8]) {
        memory = bytes
        descriptor = -1
        size = bytes.count
        written = timespec()
    }

    /// `size` bytes of an open file, which is closed with the store.
    init(descriptor: Int32, size: Int) {
        memory = []
        self.descriptor = descriptor
        self.size = size
        written = Store.lastWrite(descriptor)
    }

    /// Whether the open file has been written to since, so that what is read now may not go with what was read before.
    var hasChanged: Bool {
        guard descriptor >= 0 else { return false }
        let now = Store.lastWrite(descriptor)
        return now.tv_sec != written.tv_sec || now.tv_nsec != written.tv_nsec
    }

    private static func lastWrite(_ descriptor: Int32) -> timespec {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return timespec() }
        #if canImport(Darwin)
            return status.st_mtimespec
        #else
            return status.st_mtim
        #endif
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Copies up to `count` bytes from `offset` on; returns how many there were, or -1 where reading failed.
    func read(_ count: Int, at offset: Int, into target: UnsafeMutablePointer<UInt8>) -> Int {
        let wanted = min(count, size - offset)
        guard wanted > 0 else { return 0 }
        if descriptor < 0 {
            memory.withUnsafeBufferPointer { target.update(from: $0.baseAddress! + offset, count: wanted) }
            return wanted
        }
        var done = 0
        while done < wanted {
            let got = pread(descriptor, target + done, wanted - done, off_t(offset + done))
            if got < 0 {
                if errno == EINTR { continue }
                return -1
            }
            if got == 0 { return -1 }
            done += got
        }
        return done
    }

    /// The bytes from `offset` on, at most `count`; fewer at the end or where reading fails.
    func bytes(at offset: Int, count: Int) -> [UInt8] {
        let wanted = max(0, min(count, size - offset))
        return [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
            filled = wanted == 0 ? 0 : max(0, read(wanted, at: offset, into: buffer.baseAddress!))
        }
    }
}
