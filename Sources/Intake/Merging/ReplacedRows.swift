import CSV
import Facts

extension Assembler {
    /// Applies the load rule of a source, and says which rows another row of the same file took the place of though they say something
    /// else: they may be parts that belong together, such as the positions of a deal or the sub-teams of a team, and not older
    /// versions. Of leads it is not asked: they come again with each of their changes, and an engine counts them without comparing rows.
    ///
    /// - Parameters:
    ///   - byWholeRows: Whether rows differ that differ in a column that is not read: what has no id of its own, such as the size of
    ///     a team, is told apart by any.
    ///   - amounts: What rows are worth, where they are worth anything.
    mutating func applyLoadRule(_ merged: inout Merged, byWholeRows: Bool = false, _ amounts: TableAmounts? = nil) {
        let all = merged.applyLoadRule()
        reportTwoSystems(all, merged, amounts)
        let replaced = all.filter { old, new in
            merged.fileOf[old] == merged.fileOf[new] && merged.homes[old] == nil && merged.homes[new] == nil
        }.sorted { $0.new < $1.new }
        guard !replaced.isEmpty else { return }
        for (file, pairs) in Dictionary(grouping: replaced, by: { merged.fileOf[$0.old] }).sorted(by: { $0.key < $1.key }) {
            report(pairs, of: file, merged, byWholeRows)
        }
    }

    private mutating func report(_ pairs: [(old: Int, new: Int)], of file: Int, _ merged: Merged, _ byWholeRows: Bool) {
        guard let index = merged.files[file].index else { return }
        let source = merged.source
        let keys = Set(source.key.map(\.name))
        let compared = source.columns.indices.filter { place in
            let column = source.columns[place]
            let isTold =
                (column.isFact || column.isDimension) && ![TextKey.name.name, TextKey.comment.name].contains(column.name)
            return isTold && !column.isAuxiliary && !keys.contains(column.name) && merged.columns[place] != nil
        }
        var isUnlike = [Bool](repeating: false, count: pairs.count)
        var columns: [Int] = []
        for place in compared {
            let differing = merged.columns[place]?.differing(pairs) ?? []
            if !differing.isEmpty { columns.append(place) }
            for pair in differing { isUnlike[pair] = true }
        }
        var unlike = pairs.indices.filter { isUnlike[$0] }.map { pairs[$0] }
        var names = columns.map { place in
            files[index].columns[place].map { files[index].header[$0] } ?? source.columns[place].name
        }
        if byWholeRows,
            let others = otherColumns(
                telling: pairs, than: compared + source.key.compactMap { source.places[$0] }, of: index, merged),
            !others.isEmpty
        {
            names += others
            unlike = pairs
        }
        guard let first = unlike.map(\.old).min(), let place = place(merged, first) else { return }
        found[index].addApart(
            Finding(
                .replacedInFile, file: files[index].file.path, line: place.line,
                [
                    "rows": unlike.count, "keys": source.key.map { "`\($0.name)`" }.joined(separator: " and "),
                    "columns": Recognition.list(names, limit: 4), "sum": sum(of: unlike.map(\.old), merged),
                ]))
    }

    /// The other columns of a file in which rows differ from those that took their place; of the first such rows.
    private func otherColumns(
        telling pairs: [(old: Int, new: Int)], than known: [Int], of index: Int, _ merged: Merged
    ) -> [String]? {
        guard let document = files[index].document else { return nil }
        let (header, read) = (files[index].header, Set(known.compactMap { files[index].columns[$0] }))
        var differing: Set<Int> = []
        for (old, new) in pairs.prefix(Assembler.mostCompared) {
            let (a, b) = (document.cells(at: merged.offsets[old]), document.cells(at: merged.offsets[new]))
            for place in header.indices where !read.contains(place) && a.indices.contains(place) && b.indices.contains(place) {
                if a[place] != b[place] { differing.insert(place) }
            }
        }
        return differing.sorted().map { header[$0] }
    }

    /// What the replaced rows come to, of sources whose numbers are no money.
    private func sum(of rows: [Int], _ merged: Merged) -> String {
        guard merged.source.money.isEmpty, let key = merged.source.sums.first, let numbers = merged[key] else { return "" }
        let sum = rows.reduce(Number.zero) { sum, row in numbers[row].map { sum + $0.number } ?? sum }
        return "; of `\(key.name)` they hold \(sum.significant(12))"
    }

    /// So many rows are looked up whole.
    private static let mostCompared = 200
}
