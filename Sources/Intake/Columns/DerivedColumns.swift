/// Makes the columns of a file that it has in other shapes, as its source's derivations say. Rows by themselves, so that it
/// does not matter how a file is cut into batches.
struct DerivedColumns: Sendable {
    private let source: Source
    private let derivations: [Derivation]
    /// For each of the source's columns whether it is made, or added to.
    let makes: [Bool]
    /// For each of the source's columns whether others are made of it.
    let uses: [Bool]

    init(_ source: Source, _ columns: [Int?], header: [String]) {
        self.source = source
        var has = Set(source.columns.indices.filter { columns[$0] != nil }.map { source.columns[$0].name })
        var derivations: [Derivation] = []
        for derivation in source.derivations {
            let isMeant =
                derivation.isFor.map { $0(header) }
                ?? derivation.needs.contains { $0.allSatisfy { has.contains($0.name) } }
            guard isMeant, !(derivation.isInstead && has.contains(derivation.column.name)) else { continue }
            derivations.append(derivation)
            has.insert(derivation.column.name)
        }
        self.derivations = derivations
        let made = Set(derivations.map(\.column.name))
        let used = Set(derivations.flatMap(\.uses).map(\.name))
        makes = source.columns.map { made.contains($0.name) }
        uses = source.columns.map { used.contains($0.name) }
    }

    /// Whether a column is made of others where a file has no cell of its own.
    func makes(_ key: any AnyColumnKey) -> Bool { source.places[key].map { makes[$0] } ?? false }

    /// Adds the made columns to those that were read.
    func apply(_ columns: inout [ColumnData?], _ count: Int) {
        for derivation in derivations {
            guard let place = source.places[derivation.column] else { continue }
            var data = columns[place] ?? ColumnData(source.columns[place].kind, missing: count)
            derivation.make(&data, TypedColumns(places: source.places, columns: columns, count: count))
            columns[place] = data
        }
    }
}
