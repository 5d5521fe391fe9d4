import Glibc

extension TextList {
    /// Whether each text comes after the one before in the order of their bytes: then none is there twice.
    public var isAscending: Bool { isAscending(in: 0..<count) }

    /// The same of some rows.
    public func isAscending(in rows: Range<Int>) -> Bool {
        !concurrently(over: rows.dropFirst(), by: 1 << 18) { areAscending($0) }.contains(false)
    }

    /// Whether the text of a row comes after the one before.
    public func ascends(at row: Int) -> Bool { areAscending(row..<row + 1) }

    /// Whether some row has no text.
    public var hasEmpty: Bool {
        // None of those that begin alike is empty.
        blocks.enumerated().contains { number, block in
            let first = number << TextList.blockBits
            return block.shared == 0 && lengths[first..<Swift.min(lengths.count, first + TextList.block)].contains(0)
        }
    }

    /// Whether each text of some rows comes after the one before, that of the first too.
    private func areAscending(_ rows: Range<Int>) -> Bool {
        bytes.withUnsafeBytes { bytes in
            var row = rows.lowerBound
            while row < rows.upperBound {
                let first = row & ~(TextList.block - 1)
                if row == first, row > 0, !withBytes(row - 1, { before in withBytes(row) { isLess(before, $0) } }) {
                    return false
                }
                // Within a block what they begin with alike need not be compared.
                var before = Swift.max(first, row - 1)
                var (start, length) = (ownStart(before), ownLength(before))
                let end = Swift.min(rows.upperBound, first + TextList.block)
                while before + 1 < end {
                    let (next, own) = (start + length, ownLength(before + 1))
                    let (one, other) = (beginning(bytes, start, length), beginning(bytes, next, own))
                    if one > other { return false }
                    if one == other {
                        let isLess = isLess(
                            UnsafeRawBufferPointer(rebasing: bytes[start..<next]),
                            UnsafeRawBufferPointer(rebasing: bytes[next..<next + own]))
                        if !isLess { return false }
                    }
                    (before, start, length) = (before + 1, next, own)
                }
                row = first + TextList.block
            }
            return true
        }
    }
}

/// The first eight of some bytes as a number, so that of two that differ the lesser one's come first; zeros where there are fewer.
@inline(__always)
private func beginning(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ count: Int) -> UInt64 {
    if start + 8 <= bytes.count {
        let word = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
        return count >= 8 ? word : word & ~(UInt64.max >> UInt64(8 * count))
    }
    var word: UInt64 = 0
    for place in 0..<8 { word = word << 8 | (place < count ? UInt64(bytes[start + place]) : 0) }
    return word
}

/// Whether some bytes come before others.
private func isLess(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer) -> Bool {
    let same = min(one.count, other.count)
    let order = same == 0 ? 0 : memcmp(one.baseAddress!, other.baseAddress!, same)
    return order < 0 || order == 0 && one.count < other.count
}
