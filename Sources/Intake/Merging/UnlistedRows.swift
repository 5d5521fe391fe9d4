import Facts

/// Rows that the newest export of a name does not have any more, and that count on as no row takes their place.
extension Assembler {
    /// What tells that rows should be in a newer file, and is said where they are not.
    struct Listing {
        /// What is said of them.
        let kind: FindingCode
        /// The columns that tell rows apart.
        let keys: [any AnyColumnKey]
        /// The column that does so alone, where both files have it.
        var identity: (any AnyColumnKey)?
        /// A column of which the newer file must have a row's value, so that the row is missed; nil where all are.
        var scope: (any AnyColumnKey)?
        /// The share of an older file's rows that the newer one must have, so that it is no list of what is new.
        let share: (of: Int, outOf: Int)
        /// How many rows an older file has at least, so that a share says anything.
        let least: Int
    }

    /// Says how many rows of older files a list of all that there is lacks. To be called once it is known which rows count.
    ///
    /// - Parameters:
    ///   - isMissed: Whether a newer file should have a row.
    ///   - sum: What rows come to, in words.
    mutating func reportUnlisted(
        _ merged: Merged, _ listing: Listing, isMissed: (Int) -> Bool, sum: ([Int]) -> String
    ) {
        guard merged.load == .upsert else { return }
        for group in merged.groups(by: \.stem) {
            // What came after a list of all may be what is new alone.
            for place in group.indices.dropFirst().suffix(8).reversed()
            where report(unlistedIn: group[place], of: group, merged, listing, isMissed, sum) { break }
        }
    }

    /// Whether a file is a list of all, by those before it; what it lacks then is said.
    private mutating func report(
        unlistedIn newer: Int, of group: [Int], _ merged: Merged, _ listing: Listing, _ isMissed: (Int) -> Bool,
        _ sum: ([Int]) -> String
    ) -> Bool {
        guard let index = merged.files[newer].index else { return false }
        let (own, before) = (merged.rows(of: newer), group.filter { $0 < newer && !areOfOneDay($0, newer, merged) })
        let inScope = listing.scope.flatMap { merged.source.places[$0] }.map { RowTable(merged.tokens([$0]), of: own) }
        func missed(_ file: Int, _ keys: (places: [Int], isAlone: Bool)) -> [Int] {
            merged.rows(of: file).filter { row in
                [.fact, .replaced].contains(merged.fates[row]) && isMissed(row) && inScope?.contains(row) != false
                    && !(keys.isAlone && merged.columns[keys.places[0]]?.isMissing(row) == true)
            }
        }
        // Of the files before it the one that has most in common with it: a part has little with another part of the same day.
        var best: (file: Int, known: Int, all: Int, keys: (places: [Int], isAlone: Bool))?
        var tables: [[Int]: RowTable] = [:]
        for file in before.suffix(8) {
            let keys = merged.shared(newer, file, listing.keys, listing.identity)
            guard !keys.places.isEmpty else { continue }
            // Most files have the same columns.
            let listed = tables[keys.places] ?? RowTable(merged.tokens(keys.places), of: own)
            tables[keys.places] = listed
            let all = missed(file, keys)
            let known = all.count { listed.contains($0) }
            if known > 0, known >= best?.known ?? 0 { best = (file, known, all.count, keys) }
        }
        guard let best, best.all >= listing.least, best.known * listing.share.outOf >= best.all * listing.share.of else {
            return false
        }
        // What came with it may be another part of the same list.
        let others = group.filter { !before.contains($0) }
        let listed = RowTable(merged.tokens(best.keys.places), of: others.flatMap(merged.rows))
        let rejected = rejectedTexts(of: index, merged, best.keys.places[0])
        let unlisted = before.flatMap { missed($0, best.keys) }.filter { row in
            merged.fates[row] == .fact && !listed.contains(row)
                && !(merged.columns[best.keys.places[0]]?.text(row).map(rejected.contains) ?? false)
        }
        guard !unlisted.isEmpty else { return true }
        found[index].add(
            Finding(
                listing.kind, file: merged.files[newer].path,
                [
                    "rows": unlisted.count, "sum": sum(unlisted), "known": best.known, "all": best.all,
                    "older": name(merged, best.file, beside: newer),
                ]))
        return true
    }

    /// Whether two files are of one day, as parts of one export are.
    private func areOfOneDay(_ a: Int, _ b: Int, _ merged: Merged) -> Bool {
        guard let a = merged.files[a].index, let b = merged.files[b].index else { return false }
        return day(ofFile: a) == day(ofFile: b)
    }

    /// What the rejected rows of a file have in a column: it lists them.
    private func rejectedTexts(of index: Int, _ merged: Merged, _ place: Int) -> Set<String> {
        guard files[index].columns.indices.contains(place), let column = files[index].columns[place] else { return [] }
        return Set(
            (rejects[merged.source.name] ?? []).filter { $0.0 == index && $0.1.cells.indices.contains(column) }.map {
                TextForm.trimmed($0.1.cells[column])
            })
    }
}

extension Merged {
    /// The columns that tell the rows of two files apart, as far as both have them, and whether it is one that does so alone.
    func shared(
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
