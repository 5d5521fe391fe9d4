import Synchronization

/// The physical lines of a document, counted as far as they are asked for.
final class LineIndex: Sendable {
    private static let stride = 1 << 18

    private let store: Store
    private let bareCR: Bool
    private let state = Mutex(State())

    private struct State {
        /// `starts[i]` is the number of line ends before the document's byte `i * stride`.
        var starts = [0]
        /// The last offset asked for, and the line ends before it: rows come in order, and counting goes on from there.
        var last = (offset: 0, ends: 0)
    }

    init(_ store: Store, bareCR: Bool) {
        self.store = store
        self.bareCR = bareCR
    }

    /// The 1-based line that the byte at `offset` is in.
    func line(at offset: Int) -> Int {
        let offset = max(0, min(offset, store.size))
        let block = offset / Self.stride
        return state.withLock { state in
            while state.starts.count <= block {
                let count = state.starts.count
                let ends = self.count(in: (count - 1) * Self.stride..<count * Self.stride)
                state.starts.append(state.starts[count - 1] + ends)
            }
            var from = (offset: block * Self.stride, ends: state.starts[block])
            if (from.offset...offset).contains(state.last.offset) { from = state.last }
            state.last = (offset, from.ends + count(in: from.offset..<offset))
            return 1 + state.last.ends
        }
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
            if !bareCR {
                lines = LineIndex.count(bytes, range.lowerBound - low..<max(end, range.lowerBound - low))
                return
            }
            for at in range.lowerBound - low..<max(end, range.lowerBound - low) {
                if bytes[at] == Byte.lf {
                    lines += 1
                } else if bytes[at] == Byte.cr, at + 1 >= bytes.count || bytes[at + 1] != Byte.lf {
                    lines += 1
                }
            }
        }
        return lines
    }

    /// The number of line feeds at some places.
    private static func count(_ bytes: UnsafeBufferPointer<UInt8>, _ places: Range<Int>) -> Int {
        guard let base = bytes.baseAddress else { return 0 }
        var (lines, at) = (0, places.lowerBound)
        let lineFeed = BlockMasks.pattern(Byte.lf)
        while at + BlockMasks.size <= places.upperBound {
            lines += BlockMasks(base + at).matches(lineFeed).nonzeroBitCount
            at += BlockMasks.size
        }
        return lines + bytes[at..<places.upperBound].count { $0 == Byte.lf }
    }
}
