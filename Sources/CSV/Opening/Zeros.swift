/// Zero bytes at the end of a file: what a disk has where a file was made long enough, and the machine stopped before it was written.
enum Zeros {
    /// So few are part of the text: the last character of UTF-16 may have one.
    private static let few = 16
    private static let piece = 1 << 20

    /// A document without the zero bytes at its end, and what is said of them; nil where it has none.
    static func cut(_ store: Store) -> (store: Store, finding: Finding)? {
        guard let end = begin(store) else { return nil }
        let finding = Finding(
            code: "zero-bytes", line: LineIndex(store, bareCR: false).line(at: end - 1),
            message: "the file ends in \(store.size - end) bytes of zeros: it was not written to its end",
            hint: "export it again")
        return (Store(store, size: end), finding)
    }

    /// Where the zero bytes at the end begin, where they are many and something stands before them; else nil.
    private static func begin(_ store: Store) -> Int? {
        var end = store.size
        guard end > few, store.bytes(at: end - few, count: few).allSatisfy({ $0 == 0 }) else { return nil }
        while end > 0 {
            let start = max(0, end - piece)
            let bytes = store.bytes(at: start, count: end - start)
            guard bytes.count == end - start else { return nil }
            if let last = bytes.lastIndex(where: { $0 != 0 }) {
                end = start + last + 1
                break
            }
            end = start
        }
        guard end > 0 else { return nil }
        // Text of two bytes a character ends with a whole one.
        let isWide = store.bytes(at: 0, count: min(end, 1 << 10)).contains(0)
        return isWide ? min(store.size, end + end % 2) : end
    }
}
