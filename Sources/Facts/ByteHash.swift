/// Hashes of bytes that are the same in each run: tables of texts must not depend on a seed.
public enum ByteHash {
    /// The hash of a text: a multiply-and-fold over eight bytes at a time.
    @inlinable @inline(__always)
    public static func hash(_ text: UnsafeRawBufferPointer) -> UInt32 {
        var state = UInt64(text.count) &* 0x9E37_79B9_7F4A_7C15
        var at = 0
        while at + 8 <= text.count {
            state = mix(state ^ text.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            at += 8
        }
        var rest: UInt64 = 0
        while at < text.count {
            rest = rest << 8 | UInt64(text[at])
            at += 1
        }
        state = mix(state ^ rest)
        return UInt32(truncatingIfNeeded: state ^ state >> 32)
    }

    /// Both halves of a 128-bit product, folded: as in wyhash.
    @inlinable @inline(__always)
    public static func mix(_ value: UInt64) -> UInt64 {
        let (high, low) = (value ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
        return high ^ low
    }
}
