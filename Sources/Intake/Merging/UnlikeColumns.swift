import Facts

/// Exports of one name whose columns are not the same: somebody changed the view that they are made from.
extension Assembler {
    /// Says which columns the newest of the files of one name lacks that the one before it has, and has something in.
    mutating func reportGoneColumns(_ merged: Merged) {
        // One may stand for another.
        let choices = Set(merged.source.oneOf.joined().map(\.name))
        for group in merged.namesakes {
            let (newer, older) = (group[group.count - 1], group[group.count - 2])
            guard let index = merged.files[newer].index, merged.files[older].index != nil else { continue }
            let gone = merged.source.columns.indices.filter { place in
                let column = merged.source.columns[place]
                return (column.isFact || column.isDimension) && !column.isAuxiliary && !choices.contains(column.name)
                    && !has(merged, newer, place) && has(merged, older, place) && merged.isFilled(place, in: older)
            }
            guard !gone.isEmpty else { continue }
            found[index].add(
                Finding(
                    .goneColumn, file: merged.files[newer].path,
                    [
                        "columns": Recognition.list(gone.map { merged.source.columns[$0].name }, limit: 6),
                        "older": merged.files[older].path,
                    ]))
        }
    }

    /// Whether a file has a column, or what it is made of.
    private func has(_ merged: Merged, _ file: Int, _ place: Int) -> Bool {
        if merged.files[file].has[place] { return true }
        // An engine's files have their columns, but no cells here.
        return merged.files[file].index.map { files[$0].columns.indices.contains(place) && files[$0].columns[place] != nil }
            ?? false
    }

    /// Says how many rows count beside those of a newer file of the same name that are of the same keys, as far as both files have them:
    /// where one has a column more that tells rows apart, none takes the place of another. To be called after the load rule.
    ///
    /// - Parameters:
    ///   - keys: The columns that tell rows apart.
    ///   - identity: The column that does so alone, where a file has it.
    ///   - sum: What rows come to, in words.
    mutating func reportDoubtfulKeys(
        _ merged: Merged, by keys: [any AnyColumnKey], orBy identity: (any AnyColumnKey)? = nil, sum: ([Int]) -> String
    ) {
        guard merged.load == .upsert else { return }
        let places = keys.compactMap { merged.source.places[$0] }
        let all = places + [identity].compactMap { $0.flatMap { merged.source.places[$0] } }
        for group in merged.namesakes {
            let has = group.map { file in all.map { merged.files[file].has[$0] } }
            guard has.contains(where: { $0 != has[0] }) else { continue }
            for place in group.indices.dropLast() {
                let rows = merged.rows(of: group[place]).filter { merged.fates[$0] == .fact }
                guard !rows.isEmpty else { continue }
                // The newest file that has some of them says it.
                for newer in group.indices.dropFirst(place + 1).reversed() where has[newer] != has[place] {
                    let common = places.filter {
                        merged.files[group[place]].has[$0] && merged.files[group[newer]].has[$0]
                    }
                    guard !common.isEmpty else { continue }
                    let others = merged.rows(of: group[newer]).filter { merged.fates[$0] == .fact }
                    var there = KeysOfRows(merged, common, others)
                    let known = rows.filter { there.contains($0) }
                    guard !known.isEmpty, let index = merged.files[group[newer]].index else { continue }
                    let apart = all.indices.filter { has[newer][$0] != has[place][$0] }.map { all[$0] }
                    let sha = merged.files[group[place]].index.map { files[$0].file.sha256.prefix(12) } ?? ""
                    found[index].add(
                        Finding(
                            .doubtfulKeys, file: merged.files[group[newer]].path,
                            [
                                "rows": known.count, "older": merged.files[group[place]].path, "sum": sum(known),
                                "keys": common.map { "`\(merged.source.columns[$0].name)`" }.joined(separator: ", "),
                                "columns": Recognition.list(apart.map { merged.source.columns[$0].name }), "sha": sha,
                            ]))
                    break
                }
            }
        }
    }
}

extension Merged {
    /// The files whose names are alike once dates and digits are taken out, where there are several; oldest first.
    var namesakes: [[Int]] {
        Dictionary(grouping: files.indices, by: { files[$0].stem }).values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    }

    /// Whether a file has something in a column; of what an engine counts nobody knows.
    fileprivate func isFilled(_ place: Int, in file: Int) -> Bool {
        guard files[file].counted == nil, let column = columns[place] else { return true }
        return rows(of: file).contains { !column.isMissing($0) }
    }
}

/// What some rows have in some columns.
struct KeysOfRows {
    private var table: RowTable

    init(_ merged: Merged, _ places: [Int], _ rows: [Int]) {
        table = RowTable(places.compactMap { merged.columns[$0]?.tokens }, capacity: rows.count)
        for row in rows { _ = table.representative(row) }
    }

    /// Whether one of them has what a row has.
    mutating func contains(_ row: Int) -> Bool { table.representative(row, insert: false) != nil }
}
