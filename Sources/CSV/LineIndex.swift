import Synchronization

/// The physical lines of a document, counted as far as they are asked for.
final class LineIndex: Sendable {
    private static let stride = 1 << 18

    private let store: Store
    private let bareCR: Bool
    /// `starts[i]` is the number of line ends before the document's byte `i * stride`.
    private let starts = Mutex<[Int]>([0])

    init(_ store: Store, bareCR: Bool) {
        self.store = store
        self.bareCR = bareCR
    }

    /// The 1-based line that the byte at `offset` is in.
    func line(at offset: Int) -> Int {
        let offset = max(0, min(offset, store.size))
        let block = offset / Self.stride
        let before = starts.withLock { starts in
            while starts.count <= block {
                let next = starts[starts.count - 1] + count(in: (starts.count - 1) * Self.stride..<starts.count * Self.stride)
                starts.append(next)
            }
            return starts[block]
        }
        return 1 + before + count(in: block * Self.stride..<offset)
    }

    /// The number of line ends whose last byte lies in `range`.
    private func count(in range: Range<Int>) -> Int {
        guard !range.isEmpty else { return 0 }
        // One byte before and one after, to tell a carriage return and a line feed from two ends.
        let low = max(0, range.lowerBound - 1)
        let bytes = store.bytes(at: low, count: range.upperBound + 1 - low)
        var lines = 0
        bytes.withUnsafeBufferPointer { bytes in
            let end = min(range.upperBound - low, bytes.count)
            for at in range.lowerBound - low..<max(end, range.lowerBound - low) {
                if bytes[at] == Byte.lf {
                    lines += 1
                } else if bareCR, bytes[at] == Byte.cr, at + 1 >= bytes.count || bytes[at + 1] != Byte.lf {
                    lines += 1
                }
            }
        }
        return lines
    }
}
