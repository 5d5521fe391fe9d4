import CZlib
import Glibc

/// A content on its way into the archive, compressed as it comes.
///
/// What goes wrong is kept until ``finish(sha256:)``: whoever reads a file to fingerprint it goes on.
public final class ArchiveCopy {
    /// How hard to compress: exports shrink to a quarter at the quickest level, and a run waits for it.
    private static let level: Int32 = 1
    /// 15 bits of window, and 16 says gzip.
    private static let gzip: Int32 = 15 + 16
    private static let size = 1 << 18

    private let archive: Archive
    private let path: String
    private let descriptor: Int32
    private var stream = z_stream()
    private let buffer: UnsafeMutablePointer<UInt8>
    /// Whether it is compressed here; what is gzip already is not. Nil until its first bytes came.
    private var compresses: Bool?
    private var failure: StateError?
    private var isOver = false

    init(path: String, archive: Archive) {
        self.archive = archive
        self.path = path
        buffer = .allocate(capacity: Self.size)
        descriptor = archive.open(path)
        if descriptor < 0 { failure = archive.cannotWrite(path) }
    }

    deinit {
        if compresses == true { deflateEnd(&stream) }
        if descriptor >= 0 { close(descriptor) }
        if !isOver { unlink(path) }
        buffer.deallocate()
    }

    /// Takes the next bytes.
    public func add(_ bytes: UnsafeRawBufferPointer) {
        guard failure == nil, !bytes.isEmpty else { return }
        if compresses == nil { begin(bytes) }
        if compresses == true { deflate(bytes, Z_NO_FLUSH) } else { write(bytes) }
    }

    /// Takes the copy into the archive, now that all has come.
    public func finish(sha256: String) throws(StateError) {
        if failure == nil, compresses == nil { begin(UnsafeRawBufferPointer(start: nil, count: 0)) }
        if failure == nil, compresses == true { deflate(UnsafeRawBufferPointer(start: nil, count: 0), Z_FINISH) }
        if let failure { throw failure }
        isOver = true
        archive.take(path, sha256)
    }

    private func begin(_ bytes: UnsafeRawBufferPointer) {
        let isGzip = bytes.count >= 3 && bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8
        guard !isGzip else {
            compresses = false
            return
        }
        let status = deflateInit2_(
            &stream, Self.level, Z_DEFLATED, Self.gzip, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else {
            errno = ENOMEM
            failure = archive.cannotWrite(path)
            return
        }
        compresses = true
    }

    private func deflate(_ bytes: UnsafeRawBufferPointer, _ flush: Int32) {
        stream.next_in = UnsafeMutablePointer(mutating: bytes.assumingMemoryBound(to: UInt8.self).baseAddress)
        stream.avail_in = UInt32(bytes.count)
        repeat {
            stream.next_out = buffer
            stream.avail_out = UInt32(Self.size)
            _ = CZlib.deflate(&stream, flush)
            write(UnsafeRawBufferPointer(start: buffer, count: Self.size - Int(stream.avail_out)))
        } while stream.avail_out == 0 && failure == nil
    }

    private func write(_ bytes: UnsafeRawBufferPointer) {
        var written = 0
        while written < bytes.count {
            let count = Glibc.write(descriptor, bytes.baseAddress! + written, bytes.count - written)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                failure = archive.cannotWrite(path)
                return
            }
            written += count
        }
    }
}
