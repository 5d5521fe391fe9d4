/// Finds the main table among the records of a sample: what stands before its header, the header's rows, what stands below.
struct TableFinder {
    /// What was found, in records of the sample.
    struct Table: Equatable {
        /// The header's records; empty where there is none.
        var header: Range<Int>
        /// The records of the body.
        var body: Range<Int>
        var headerConfidence = 1.0
        /// Other tables in the sample.
        var others: [Range<Int>] = []
        /// Where the same table comes again with the same records.
        var copies: [Range<Int>] = []

        /// Whether a record is one of another table.
        func isElsewhere(_ record: Int) -> Bool {
            others.contains { $0.contains(record) } || copies.contains { $0.contains(record) }
        }
    }

    let sample: Sample
    /// The usual number of cells.
    let width: Int
    /// Whether the sample ends where the document does.
    let isWhole: Bool

    /// The main table; nothing where there is no record at all.
    func find() -> Table? {
        guard sample.count > 0 else { return nil }
        let parts = parts()
        func mass(_ part: Range<Int>) -> Int { part.reduce(0) { $0 + sample.cells($1) } }
        let tables = withoutTitles(parts.filter { !$0.isCopy }.map(\.records))
        guard let largest = tables.map(mass).max() else { return nil }
        // The first table is the main one unless another is much larger.
        guard let main = tables.first(where: { mass($0) * TableTuning.larger > largest }) else { return nil }
        var table = headed(main)
        table.others = tables.filter { part in
            // Title lines may have all the delimiters of a record.
            part != main && part.count >= 2 && sample.cells(part.lowerBound) > 1 && part.contains { sample.filled($0) > 1 }
        }
        table.copies = parts.filter(\.isCopy).map(\.records)
        if isWhole { table.body = trimmed(table.body) }
        return table
    }
}
