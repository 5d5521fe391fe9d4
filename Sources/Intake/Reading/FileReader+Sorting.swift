import CSV
import Facts

/// Leaving out rows that do not count: those that columns beside the source's say so of, and the totals of others; and dating the rest.
extension FileReader {
    /// Takes out what does not count. A total may be the sum of all rows or of those that count, so that totals are looked for with the
    /// others still there, as rows that cannot be used.
    func sortOut(_ cells: [TextColumn], _ result: inout ReadFile, _ groups: [(offset: Int, kind: GroupRows.Kind)]) {
        let asides = zip(asides, cells).map { Aside(place: $0, name: document.layout.header[$0], cells: $1) }
        guard !asides.isEmpty, let sorting = source.sorting, let (keep, words) = sorting.keep(self, &result, asides) else {
            takeOutTotals(&result, groups)
            return
        }
        let spare = keep.indices.filter { !keep[$0] }
        let offsets = Set(spare.map { result.offsets[$0] })
        let typed = TypedColumns(places: source.places, columns: result.table, count: result.offsets.count)
        let amounts = source.sums.map { typed[$0] }
        var rejects: [Reject] = []
        for row in spare where spare.count <= FileReader.mostSpare {
            let (offset, problem) = (result.offsets[row], Problem(.doubtfulCells))
            var reject = Reject(
                file: file.path, line: 0, offset: offset, problem: problem, cells: document.cells(at: offset))
            reject.amounts = amounts.map { $0?[row] }
            rejects.append(reject)
        }
        result.exclude(keep)
        result.excluded -= rejects.count
        result.rejects = (result.rejects + rejects).sorted { $0.offset < $1.offset }
        takeOutTotals(&result, groups)
        let all = result.rejects.count
        // Nobody need mend a row that would not count.
        result.rejects.removeAll { reject in
            offsets.contains(reject.offset)
                || words.contains { reject.cells.indices.contains($0.place) && reject.cells[$0.place] == $0.text }
        }
        result.excluded += all - result.rejects.count
    }

    /// Gives all rows of a file without dates the one that its name bears, and says so.
    func takeDayOfName(_ result: inout ReadFile) {
        guard let found = source.daysOfName(of: file.path, result.table, rows: result.offsets.count) else { return }
        result.table[found.place] = found.days
        result.assumptions.append("all rows are of \(found.day), as the file's name says")
        result.found.add(Finding(.assumedNameDay, file: file.path, ["day": found.day]))
    }

    /// How many rows that do not count are looked at for totals of them.
    private static let mostSpare = 5_000
}
