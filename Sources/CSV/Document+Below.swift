extension Document {
    /// The cells of the first records below the main table, as text: notes, totals, or another table.
    public func recordsBelow(_ most: Int) -> [[String]] {
        let bytes = store.bytes(at: layout.body.upperBound, count: 1 << 14)
        guard bytes.contains(where: { $0 > 32 }) else { return [] }
        let sample = Sample(bytes, grammar)
        return (0..<min(most, sample.count)).map { record in (0..<sample.cells(record)).map { sample.text(record, $0) } }
    }
}
