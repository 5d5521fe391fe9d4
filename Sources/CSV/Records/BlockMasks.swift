#if arch(x86_64)
    import _Builtin_intrinsics.intel.sse2
#endif

/// Finds bytes in blocks of 64: bit `i` of a mask stands for byte `i` of the block.
struct BlockMasks {
    static let size = 64

    #if arch(x86_64)
        private let first: __m128i
        private let second: __m128i
        private let third: __m128i
        private let fourth: __m128i

        /// The 64 bytes at `block`, which need not be aligned.
        @inline(__always)
        init(_ block: UnsafePointer<UInt8>) {
            let raw = UnsafeRawPointer(block)
            first = raw.loadUnaligned(fromByteOffset: 0, as: __m128i.self)
            second = raw.loadUnaligned(fromByteOffset: 16, as: __m128i.self)
            third = raw.loadUnaligned(fromByteOffset: 32, as: __m128i.self)
            fourth = raw.loadUnaligned(fromByteOffset: 48, as: __m128i.self)
        }

        /// What ``matches(_:)`` compares with.
        typealias Pattern = __m128i

        @inline(__always)
        static func pattern(_ byte: UInt8) -> Pattern { _mm_set1_epi8(CChar(bitPattern: byte)) }

        /// Where the block has the pattern's byte.
        @inline(__always)
        func matches(_ pattern: Pattern) -> UInt64 {
            let low = UInt64(UInt32(bitPattern: _mm_movemask_epi8(_mm_cmpeq_epi8(first, pattern))))
            let mid = UInt64(UInt32(bitPattern: _mm_movemask_epi8(_mm_cmpeq_epi8(second, pattern))))
            let high = UInt64(UInt32(bitPattern: _mm_movemask_epi8(_mm_cmpeq_epi8(third, pattern))))
            let top = UInt64(UInt32(bitPattern: _mm_movemask_epi8(_mm_cmpeq_epi8(fourth, pattern))))
            return low | mid << 16 | high << 32 | top << 48
        }

        /// Where the block has bytes outside of ASCII.
        @inline(__always)
        var othersThanASCII: UInt64 {
            let low = UInt64(UInt32(bitPattern: _mm_movemask_epi8(first)))
            let mid = UInt64(UInt32(bitPattern: _mm_movemask_epi8(second)))
            let high = UInt64(UInt32(bitPattern: _mm_movemask_epi8(third)))
            let top = UInt64(UInt32(bitPattern: _mm_movemask_epi8(fourth)))
            return low | mid << 16 | high << 32 | top << 48
        }

        /// Not 0 where a byte of the block is outside of ASCII.
        @inline(__always)
        var nonASCII: Int32 {
            _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(first, second), _mm_or_si128(third, fourth)))
        }
    #else
        private let block: PortableBlockMasks

        /// The 64 bytes at `block`, which need not be aligned.
        @inline(__always)
        init(_ block: UnsafePointer<UInt8>) { self.block = PortableBlockMasks(block) }

        /// What ``matches(_:)`` compares with.
        typealias Pattern = UInt64

        @inline(__always)
        static func pattern(_ byte: UInt8) -> Pattern { PortableBlockMasks.pattern(byte) }

        /// Where the block has the pattern's byte.
        @inline(__always)
        func matches(_ pattern: Pattern) -> UInt64 { block.matches(pattern) }

        /// Where the block has bytes outside of ASCII.
        @inline(__always)
        var othersThanASCII: UInt64 { block.othersThanASCII }

        /// Not 0 where a byte of the block is outside of ASCII.
        @inline(__always)
        var nonASCII: Int32 { block.nonASCII }
    #endif

    /// Each bit is the exclusive or of the bits up to it: 1 from an odd bit to before the next even one.
    @inline(__always)
    static func prefixXor(_ mask: UInt64) -> UInt64 {
        var bits = mask
        bits ^= bits << 1
        bits ^= bits << 2
        bits ^= bits << 4
        bits ^= bits << 8
        bits ^= bits << 16
        bits ^= bits << 32
        return bits
    }
}

/// ``BlockMasks`` by arithmetic on words of eight bytes, for processors other than x86-64.
struct PortableBlockMasks {
    private let block: UnsafePointer<UInt8>

    @inline(__always)
    init(_ block: UnsafePointer<UInt8>) { self.block = block }

    @inline(__always)
    static func pattern(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    @inline(__always)
    func matches(_ pattern: UInt64) -> UInt64 {
        var mask: UInt64 = 0
        for word in 0..<8 {
            let bytes = UInt64(littleEndian: UnsafeRawPointer(block).loadUnaligned(fromByteOffset: word * 8, as: UInt64.self))
            let different = bytes ^ pattern
            // The high bit of each byte that is 0: exact, without carries from one byte to the next.
            let low = (different & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F
            let zero = ~(low | different) & 0x8080_8080_8080_8080
            mask |= Self.gathered(zero) << UInt64(word * 8)
        }
        return mask
    }

    @inline(__always)
    var othersThanASCII: UInt64 {
        var mask: UInt64 = 0
        for word in 0..<8 {
            let bytes = UInt64(littleEndian: UnsafeRawPointer(block).loadUnaligned(fromByteOffset: word * 8, as: UInt64.self))
            mask |= Self.gathered(bytes & 0x8080_8080_8080_8080) << UInt64(word * 8)
        }
        return mask
    }

    /// The high bits of the bytes of a word, which has no others, in one byte.
    @inline(__always)
    private static func gathered(_ highs: UInt64) -> UInt64 { ((highs >> 7) &* 0x0102_0408_1020_4080) >> 56 }

    @inline(__always)
    var nonASCII: Int32 {
        var all: UInt64 = 0
        for word in 0..<8 { all |= UnsafeRawPointer(block).loadUnaligned(fromByteOffset: word * 8, as: UInt64.self) }
        return all & 0x8080_8080_8080_8080 == 0 ? 0 : 1
    }
}
