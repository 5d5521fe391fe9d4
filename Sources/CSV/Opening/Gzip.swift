import CZlib

/// Reads gzip files, of one member or several.
enum Gzip {
    /// What unpacking came to.
    enum Outcome {
        case store(Store)
        /// The data is damaged, or ends too early.
        case damaged
        case noSpace
    }

    /// Whether `head` begins like a gzip file.
    static func isGzip(_ head: [UInt8]) -> Bool {
        head.count >= 3 && head[0] == 0x1F && head[1] == 0x8B && head[2] == 8
    }

    /// Unpacks the whole of `packed`.
    static func unpack(_ packed: Store) -> Outcome {
        var stream = z_stream()
        // 15 bits of window, and 16 says gzip.
        guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return .noSpace
        }
        defer { inflateEnd(&stream) }
        var spool = Spool()
        let size = 1 << 18
        let output = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: size)
        let input = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: size)
        defer {
            output.deallocate()
            input.deallocate()
        }
        var offset = 0
        var isBetweenMembers = false
        while offset < packed.size {
            let got = packed.read(size, at: offset, into: input.baseAddress!)
            guard got > 0 else { return .damaged }
            offset += got
            stream.next_in = input.baseAddress
            stream.avail_in = UInt32(got)
            while stream.avail_in > 0 {
                if isBetweenMembers {
                    // What follows the last member and is no member is padding.
                    guard stream.next_in.pointee == 0x1F else { return finish(spool) }
                    inflateReset(&stream)
                    isBetweenMembers = false
                }
                var status = Z_OK
                repeat {
                    stream.next_out = output.baseAddress
                    stream.avail_out = UInt32(size)
                    status = inflate(&stream, Z_NO_FLUSH)
                    guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else { return .damaged }
                    let made = size - Int(stream.avail_out)
                    guard spool.append(UnsafeBufferPointer(rebasing: output[..<made])) else { return .noSpace }
                } while status == Z_OK && stream.avail_out == 0
                if status == Z_STREAM_END {
                    isBetweenMembers = true
                } else if stream.avail_in > 0, status == Z_BUF_ERROR {
                    return .damaged
                }
            }
        }
        return isBetweenMembers ? finish(spool) : .damaged
    }

    private static func finish(_ spool: consuming Spool) -> Outcome {
        guard let store = spool.store() else { return .noSpace }
        return .store(store)
    }
}
