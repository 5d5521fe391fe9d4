import CDeflate
import Facts
import Glibc

/// A content on its way into the archive, compressed as it comes: block by block, several at once, each a member of one gzip file.
///
/// What goes wrong is kept until ``finish(sha256:)``: whoever reads a file to fingerprint it goes on.
public final class ArchiveCopy {
    /// How hard to compress: exports shrink to a quarter at the quickest level, and a run waits for it.
    private static let level: Int32 = 1
    /// How many bytes are compressed as one, and how many such blocks at once.
    private static let blockSize = 1 << 20
    private static let blocks = 4

    private let archive: Archive
    private let path: String
    private let descriptor: Int32
    /// What came and is not compressed yet.
    private var waiting: [UInt8] = []
    /// Whether it is compressed here; what is gzip already is not. Nil until its first bytes came.
    private var compresses: Bool?
    private var failure: StateError?
    private var isOver = false

    init(path: String, archive: Archive) {
        self.archive = archive
        self.path = path
        descriptor = archive.open(path)
        if descriptor < 0 { failure = archive.cannotWrite(path) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if !isOver { unlink(path) }
    }

    /// Takes the next bytes.
    public func add(_ bytes: UnsafeRawBufferPointer) {
        guard failure == nil, !bytes.isEmpty else { return }
        if compresses == nil { compresses = !(bytes.count >= 3 && bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8) }
        guard compresses == true else { return write(bytes) }
        waiting.append(contentsOf: bytes)
        if waiting.count >= Self.blockSize * Self.blocks { compress() }
    }

    /// Takes the copy into the archive, now that all has come.
    public func finish(sha256: String) throws(StateError) {
        // A file of nothing is one member of nothing.
        if failure == nil, compresses == nil || !waiting.isEmpty { compress() }
        if let failure { throw failure }
        isOver = true
        archive.take(path, sha256)
    }

    /// Compresses and writes what waits.
    private func compress() {
        let (bytes, size) = (waiting, Self.blockSize)
        let members = concurrently(max(1, (bytes.count + size - 1) / size)) { block in
            Self.member(bytes[min(bytes.count, block * size)..<min(bytes.count, (block + 1) * size)])
        }
        waiting.removeAll(keepingCapacity: true)
        for member in members where failure == nil {
            guard let member else {
                errno = ENOMEM
                failure = archive.cannotWrite(path)
                return
            }
            member.withUnsafeBytes { write($0) }
        }
    }

    /// Some bytes as a member of a gzip file; nil where there is not the memory for it.
    private static func member(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        guard let compressor = libdeflate_alloc_compressor(level) else { return nil }
        defer { libdeflate_free_compressor(compressor) }
        return [UInt8](unsafeUninitializedCapacity: libdeflate_gzip_compress_bound(compressor, bytes.count)) { member, count in
            count = bytes.withUnsafeBytes {
                libdeflate_gzip_compress(compressor, $0.baseAddress, $0.count, member.baseAddress, member.count)
            }
        }
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
