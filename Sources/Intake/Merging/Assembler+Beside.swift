import Facts
import Synchronization

/// One source's table is made beside those of others, where it has most of all rows: what comes out is the same as one after the other.
extension Assembler {
    /// Makes the tables of all sources.
    mutating func buildTables() {
        var rest = Source.inOrder(sources)
        if let place = rest.firstIndex(where: goesBeside) {
            let source = rest[place]
            let before = rest[..<place]
            let isNeeded = { (other: Source) in other.name == .controlTotals || source.after.contains(other.name) }
            for other in before.filter(isNeeded) { build(other) }
            build(source, beside: before.filter { !isNeeded($0) })
            rest.removeSubrange(...place)
        }
        for source in rest { build(source) }
    }

    /// Makes the table of a source of its files' rows, and looks whether they pass its gates.
    private mutating func build(_ source: Source) {
        var rows = merged(source)
        source.build(&self, &rows)
        judge(rows)
    }

    /// Whether a source's table may be made beside others: it asks for none of theirs, and no engine has counted rows of it.
    private func goesBeside(_ source: Source) -> Bool {
        source.goesBeside && !files.contains { $0.source == source.name && ($0.counted != nil || $0.countable != nil) }
    }

    /// Makes the table of a source while those of others are made. The source is the larger part: it is made by this thread, and by all
    /// cores once the others are done; who waits for it instead would keep a core from it.
    private mutating func build(_ source: Source, beside others: [Source]) {
        var rows = merged(source)
        var whole = apart()
        swap(&whole, &self)
        // Nobody else holds the cells, so that they are changed where they are.
        let box = Mutex<Assembler?>(consume whole)
        let rest = Ahead {
            var whole = box.withLock { $0.take()! }
            for other in others { whole.build(other) }
            box.withLock { $0 = whole }
        }
        source.build(&self, &rows)
        rest.value
        var made = box.withLock { $0.take()! }
        swap(&made, &self)
        take(made, of: source)
        judge(rows)
    }

    /// The same files, of which nothing is put together yet.
    private func apart() -> Assembler {
        var copy = self
        // Their cells are let go of here as they are put together.
        copy.files = files.map(\.withoutCells)
        copy.facts = FactSet(currency: settings.currency, zone: settings.zone, dimensions: settings.dimensions)
        copy.exchange = exchange.unused
        copy.general = FindingList()
        copy.newest = [:]
        copy.origins = Origins()
        return copy
    }

    /// Takes what a source came to apart.
    private mutating func take(_ other: Assembler, of source: Source) {
        for index in files.indices where files[index].source == source.name {
            reports[index] = other.reports[index]
            found[index] = other.found[index]
        }
        rejects[source.name] = other.rejects[source.name]
        newest[source.name] = other.newest[source.name]
        leadRows = other.leadRows
        for finding in other.general.all { general.add(finding) }
        exchange.add(other.exchange)
        origins.tables.merge(other.origins.tables) { $1 }
        origins.columns.merge(other.origins.columns) { $1 }
        facts.take(leadsOf: other.facts)
    }
}
