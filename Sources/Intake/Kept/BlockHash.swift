/// A checksum of 128 bits over blocks of memory, at about the speed of memory: it tells damage, not forgery.
///
/// Four lanes of multiplications that lose nothing: whatever changes in one word alone shows.
struct BlockHash: Equatable {
    private(set) var low: UInt64 = 0x9E37_79B9_7F4A_7C15
    private(set) var high: UInt64 = 0xD1B5_4A32_D192_ED03

    private static let factor: UInt64 = 0xA076_1D64_78BD_642F

    /// How many bytes are looked at in one go: what is hashed right after it was read is in the processor's cache still.
    static let block = 1 << 18

    /// Adds bytes that belong together, block by block.
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        for start in stride(from: 0, to: bytes.count, by: BlockHash.block) {
            addBlock(UnsafeRawBufferPointer(rebasing: bytes[start..<min(bytes.count, start + BlockHash.block)]))
        }
    }

    /// Adds at most ``block`` bytes.
    mutating func addBlock(_ bytes: UnsafeRawBufferPointer) {
        func step(_ lane: inout UInt64, _ word: UInt64) {
            lane = (lane ^ word) &* BlockHash.factor
            lane ^= lane >> 31
        }
        var (a, b, c, d) = (low, high, low ^ UInt64(bytes.count), ~high)
        var at = 0
        while at + 32 <= bytes.count {
            step(&a, bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            step(&b, bytes.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self))
            step(&c, bytes.loadUnaligned(fromByteOffset: at + 16, as: UInt64.self))
            step(&d, bytes.loadUnaligned(fromByteOffset: at + 24, as: UInt64.self))
            at += 32
        }
        while at < bytes.count {
            step(&a, UInt64(bytes[at]))
            at += 1
        }
        step(&a, b)
        step(&a, c)
        step(&c, d)
        step(&c, a)
        (low, high) = (a, c)
    }
}
