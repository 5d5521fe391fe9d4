import Facts

/// Rows that the newest export of a name does not have any more, and that count on as no row takes their place.
extension Assembler {
    /// Says how many rows of older files the newest of a name lacks, where it has at least four in five of those of the one before: it is
    /// then no list of what is new. To be called once it is known which rows count.
    ///
    /// - Parameters:
    ///   - kind: What is said of them.
    ///   - keys: The columns that tell rows apart.
    ///   - identity: The column that does so alone, where both files have it.
    ///   - scope: A column of which the newest file must have a row's value, so that the row is missed; nil where all rows are.
    ///   - isMissed: Whether a file that came on a day should have a row.
    ///   - sum: What rows come to, in words.
    mutating func reportUnlisted(
        _ kind: FindingCode, _ merged: Merged, by keys: [any AnyColumnKey], orBy identity: (any AnyColumnKey)? = nil,
        within scope: (any AnyColumnKey)? = nil, isMissed: (_ row: Int, Day) -> Bool = { _, _ in true }, sum: ([Int]) -> String
    ) {
        guard merged.load == .upsert else { return }
        for group in merged.namesakes {
            let (newest, before) = (group[group.count - 1], group[group.count - 2])
            guard let index = merged.files[newest].index, merged.files[before].index != nil else { continue }
            let (places, isAlone) = merged.shared(newest, before, keys, identity)
            guard !places.isEmpty else { continue }
            let (own, day) = (merged.rows(of: newest), day(ofFile: index))
            var listed = KeysOfRows(merged, places, own)
            var inScope = scope.flatMap { merged.source.places[$0] }.map { KeysOfRows(merged, [$0], own) }
            let rows = group.dropLast().flatMap { merged.rows(of: $0) }.filter { row in
                merged.fates[row] != .rejected && !(isAlone && merged.columns[places[0]]?.isMissing(row) == true)
                    && isMissed(row, day) && inScope?.contains(row) != false
            }
            // Those that a row of the newest file took the place of are in it.
            let all = rows.filter { merged.fileOf[$0] == before && merged.fates[$0] != .excluded }
            let known = all.count { listed.contains($0) }
            guard all.count >= 5, known * 5 >= all.count * 4 else { continue }
            let unlisted = rows.filter { merged.fates[$0] == .fact && !listed.contains($0) }
            guard !unlisted.isEmpty else { continue }
            found[index].add(
                Finding(
                    kind, file: merged.files[newest].path,
                    [
                        "rows": unlisted.count, "sum": sum(unlisted), "known": known, "all": all.count,
                        "older": merged.files[before].path,
                    ]))
        }
    }
}

extension Merged {
    /// The columns that tell the rows of two files apart, as far as both have them, and whether it is one that does so alone.
    fileprivate func shared(
        _ a: Int, _ b: Int, _ keys: [any AnyColumnKey], _ identity: (any AnyColumnKey)?
    ) -> (places: [Int], isAlone: Bool) {
        let haveBoth = { (place: Int) in files[a].has[place] && files[b].has[place] }
        if let place = identity.flatMap({ source.places[$0] }), haveBoth(place) { return ([place], true) }
        let places = keys.compactMap { source.places[$0] }
        // Where only one has a column of these, the rows are told apart otherwise in each.
        guard places.allSatisfy({ files[a].has[$0] == files[b].has[$0] }) else { return ([], false) }
        return (places.filter(haveBoth), false)
    }
}
