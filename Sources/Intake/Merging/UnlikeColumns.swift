import Facts

/// Exports of one name whose columns are not the same: somebody changed the view that they are made from.
extension Assembler {
    /// Says which columns that matter the newest of the files of one name lacks, or has nothing in, where an older one has something in them for
    /// rows that the newest has too.
    mutating func reportGoneColumns(_ merged: Merged) {
        guard merged.source.role == .metrics else { return }
        for group in merged.groups(by: \.series) {
            guard let newest = group.last, let index = merged.files[newest].index else { continue }
            var missing = merged.source.columns.indices.filter { mayMatter(merged, $0) && !has(merged, newest, $0) }
            // Each is told of the newest file that has it.
            for older in group.dropLast().reversed() where !missing.isEmpty {
                let gone = merged.gone(missing.filter { has(merged, older, $0) }, from: older, in: newest)
                guard !gone.isEmpty else { continue }
                missing.removeAll(where: gone.contains)
                found[index].add(
                    Finding(
                        .goneColumn, file: merged.files[newest].path,
                        [
                            "columns": Recognition.list(gone.map { header(merged, older, $0) }, limit: 6),
                            "older": name(merged, older, beside: newest),
                        ]))
            }
        }
    }

    /// Whether a column changes figures where it is not there.
    private func mayMatter(_ merged: Merged, _ place: Int) -> Bool {
        let column = merged.source.columns[place]
        // Of these one may stand for another.
        let isChoice = merged.source.oneOf.joined().contains { $0.name == column.name }
        guard column.isFact || column.isDimension, !column.isAuxiliary, !isChoice else { return false }
        if column.isDimension { return settings.dimensions.contains(column.name) }
        switch column.kind {
        case .stamp, .day, .money, .number, .score, .percent, .flag, .id: return true
        case .text, .word, .currency:
            if column.name == TextKey.customerID.name { return true }
            guard case .texts(let texts)? = merged.columns[place] else { return false }
            let values = Set(texts.pool.texts).subtracting([""])
            return column.kind == .currency
                ? !values.subtracting([settings.currency.code]).isEmpty
                : [TextKey.status.name, TextKey.category.name].contains(column.name) && values.count > 1
        }
    }

    /// Whether a file has a column, or what it is made of, with something in it. An engine's files have columns, but no cells here.
    private func has(_ merged: Merged, _ file: Int, _ place: Int) -> Bool {
        if merged.files[file].has[place] { return merged.isFilled(place, in: file) }
        return merged.files[file].index.map { files[$0].columns.indices.contains(place) && files[$0].columns[place] != nil }
            ?? false
    }

    /// What a file calls a column.
    private func header(_ merged: Merged, _ file: Int, _ place: Int) -> String {
        guard let index = merged.files[file].index, files[index].columns.indices.contains(place),
            let column = files[index].columns[place], files[index].header.indices.contains(column)
        else { return merged.source.columns[place].name }
        return files[index].header[column]
    }

    /// A file's path; of an older content of a file its SHA-256 too.
    func name(_ merged: Merged, _ file: Int, beside other: Int) -> String {
        let path = merged.files[file].path
        return path == merged.files[other].path ? "\(path) (\(sha(merged, file)))" : path
    }

    /// What retracts a file.
    func sha(_ merged: Merged, _ file: Int) -> Substring {
        merged.files[file].index.map { files[$0].file.sha256.prefix(12) } ?? ""
    }

    /// Says how many rows of a file count beside those of newer ones of the same name that are of the same keys, as far as both have them: where
    /// only one has something in a column that tells rows apart, none takes the place of another. To be called after the load rule.
    ///
    /// - Parameters:
    ///   - keys: The columns that tell rows apart.
    ///   - needed: That of them which both files must have.
    ///   - identity: The column that tells rows apart alone, where a file has it.
    ///   - sum: What rows come to, in words.
    mutating func reportDoubtfulKeys(
        _ merged: Merged, by keys: [any AnyColumnKey], with needed: any AnyColumnKey, orBy identity: (any AnyColumnKey)? = nil,
        sum: ([Int]) -> String
    ) {
        guard merged.load == .upsert, let needed = merged.source.places[needed] else { return }
        let places = keys.compactMap { merged.source.places[$0] }
        let all = places + [identity].compactMap { $0.flatMap { merged.source.places[$0] } }
        for group in merged.groups(by: \.stem) {
            let has = group.map { file in all.map { merged.files[file].has[$0] && merged.isFilled($0, in: file) } }
            guard has.contains(where: { $0 != has[0] }) else { continue }
            for place in group.indices.dropLast() {
                let rows = merged.rows(of: group[place]).filter { merged.fates[$0] == .fact }
                // The newest file that has some of them says it.
                var (twice, teller): (Set<Int>, (file: Int, place: Int, common: [Int])?) = ([], nil)
                for newer in group.indices.dropFirst(place + 1).reversed() where !rows.isEmpty && has[newer] != has[place] {
                    let common = places.indices.filter { has[newer][$0] && has[place][$0] }.map { places[$0] }
                    guard common.contains(needed) else { continue }
                    let others = merged.rows(of: group[newer]).filter { merged.fates[$0] == .fact }
                    let there = RowTable(merged.tokens(common), of: others)
                    let known = rows.filter(there.contains)
                    if !known.isEmpty, teller == nil, let index = merged.files[group[newer]].index {
                        teller = (index, newer, common)
                    }
                    twice.formUnion(known)
                }
                guard let (index, newer, common) = teller else { continue }
                let apart = all.indices.filter { has[newer][$0] != has[place][$0] }.map { all[$0] }
                found[index].add(
                    Finding(
                        .doubtfulKeys, file: merged.files[group[newer]].path,
                        [
                            "rows": twice.count, "older": name(merged, group[place], beside: group[newer]),
                            "sum": sum(twice.sorted()), "sha": sha(merged, group[place]),
                            "keys": common.map { "`\(merged.source.columns[$0].name)`" }.joined(separator: ", "),
                            "columns": Recognition.list(apart.map { merged.source.columns[$0].name }),
                        ]))
            }
        }
    }
}

extension Merged {
    /// The files of one name, where there are several; oldest first.
    func groups(by name: KeyPath<File, String>) -> [[Int]] {
        Dictionary(grouping: files.indices, by: { files[$0][keyPath: name] }).values.filter { $0.count > 1 }
            .sorted { $0[0] < $1[0] }
    }

    /// Whether a file has something in a column; of what an engine counts nobody knows.
    func isFilled(_ place: Int, in file: Int) -> Bool {
        guard files[file].counted == nil, let column = columns[place] else { return true }
        return files[file].rows.contains { !column.isMissing($0) } || files[file].mended.contains { !column.isMissing($0) }
    }

    /// Those of some columns in which an older file has something for a row whose key a newer file has too; all where nothing tells rows
    /// apart in both.
    fileprivate func gone(_ missing: [Int], from older: Int, in newer: Int) -> [Int] {
        let keys = source.identity.map { [$0] } ?? (source.key.isEmpty ? [] : source.key + [TextKey.customerID])
        let places = keys.compactMap { source.places[$0] }.filter {
            !missing.contains($0) && files[older].has[$0] && files[newer].has[$0] && columns[$0] != nil
        }
        guard !places.isEmpty, files[older].counted == nil, files[newer].counted == nil, !missing.isEmpty else {
            return missing
        }
        let there = RowTable(tokens(places), of: rows(of: newer))
        let common = rows(of: older).filter(there.contains)
        return missing.filter { place in columns[place].map { column in common.contains { !column.isMissing($0) } } ?? true }
    }
}
