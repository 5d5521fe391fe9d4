import Facts

/// How rows of several files become one table: the contract's load rules.
extension Merged {
    /// Applies the source's rule to the rows that are still facts.
    ///
    /// - Returns: For each row that another took the place of, that other; only where the rule knows it (`upsert`).
    @discardableResult
    mutating func applyLoadRule() -> [(old: Int, new: Int)] {
        switch load {
        case .snapshot:
            let newest = files.lastIndex { $0.index != nil } ?? files.count - 1
            for row in fates.indices where fates[row] == .fact && fileOf[row] != newest { fates[row] = .replaced }
            return []
        case .append:
            add { _ in true }
            return []
        case .upsert:
            if let upsert = source.upsert { return upsert(&self) }
            guard !source.key.isEmpty else {
                add { _ in true }
                return []
            }
            guard let identity = source.identity else { return upsert(keys: source.key) { _ in true } }
            if case .list(let ids)? = self[any: identity] {
                if ids.hasEmpty { add { ids.length($0) == 0 } }
                return upsert(ids)
            }
            guard case .texts(let ids)? = self[any: identity] else {
                add { _ in true }
                return []
            }
            if ids.codes.contains(0) { add { ids.codes[$0] == 0 } }
            return upsert(keys: source.key) { ids.codes[$0] != 0 }
        }
    }

    /// The values of a column that tell rows apart; nil where no file has it, which is the same for all rows.
    func tokens(_ key: any AnyColumnKey) -> [UInt64]? { self[any: key]?.tokens }

    /// For one key the newest file's row wins, in one file the later row.
    private mutating func upsert(keys: [any AnyColumnKey], _ isKeyed: (Int) -> Bool) -> [(old: Int, new: Int)] {
        var replaced: [(old: Int, new: Int)] = []
        if keys.count == 1, case .texts(let ids)? = self[any: keys[0]] {
            var last = [Int32](repeating: -1, count: ids.pool.count)
            var fates = fates
            forEachFact { row in
                guard isKeyed(row) else { return }
                let code = Int(ids.codes[row])
                if last[code] >= 0 {
                    fates[Int(last[code])] = .replaced
                    replaced.append((Int(last[code]), row))
                }
                last[code] = Int32(row)
            }
            self.fates = fates
            return replaced
        }
        return upsert(tokens: keys.compactMap(tokens), isKeyed)
    }

    /// For one id the newest file's row wins, in one file the later row.
    private mutating func upsert(_ ids: TextList) -> [(old: Int, new: Int)] {
        let begins = files.map(\.rows).filter { $0.lowerBound > 0 && !$0.isEmpty }.map(\.lowerBound)
        if homes.isEmpty, begins.allSatisfy({ ids.ascends(at: $0) }), ids.isAscending { return [] }
        var rows: [Int32] = []
        rows.reserveCapacity(count)
        forEachFact { if ids.length($0) > 0 { rows.append(Int32($0)) } }
        // The ids of a large file are most often in their order: then it has none twice, and only those of the other files can come again.
        let largest = files.map(\.rows).max { $0.count < $1.count } ?? 0..<0
        let isApart = homes.isEmpty && largest.count * 2 > count && ids.isAscending(in: largest)
        let replaced = ids.repeats(among: rows, apart: isApart ? largest : 0..<0)
        for (old, _) in replaced { fates[old] = .replaced }
        return replaced
    }

    /// For equal values of some columns the newest file's row wins, in one file the later row.
    mutating func upsert(tokens: [[UInt64]], _ isKeyed: (Int) -> Bool) -> [(old: Int, new: Int)] {
        // Most exports are in the order of their keys, which then occur once each.
        if homes.isEmpty, tokens.count > 1, Merged.ascend(tokens) || Merged.ascend(tokens.reversed()) { return [] }
        var replaced: [(old: Int, new: Int)] = []
        var table = RowTable(tokens, capacity: count)
        var last: [Int32] = Array(repeating: -1, count: count)
        var fates = fates
        forEachFact { row in
            guard isKeyed(row), let first = table.representative(row) else { return }
            if last[first] >= 0 {
                fates[Int(last[first])] = .replaced
                replaced.append((Int(last[first]), row))
            }
            last[first] = Int32(row)
        }
        self.fates = fates
        return replaced
    }

    /// Whether each row comes after the one before by the values of some columns, of which the first matters most.
    private static func ascend(_ columns: [[UInt64]]) -> Bool {
        guard let first = columns.first else { return false }
        return first.indices.dropFirst().allSatisfy { row in
            for column in columns where column[row] != column[row - 1] { return column[row] > column[row - 1] }
            return false
        }
    }

    /// Rows add up; between files whose names are alike once dates and digits are taken out, rows equal in the known columns
    /// that both files have count as often as in the file that has them most often.
    private mutating func add(_ isKeyless: @escaping (Int) -> Bool) {
        dropOlderContent(isKeyless)
        var groups: [String: [Int]] = [:]
        var order: [String] = []
        for file in files.indices {
            if groups[files[file].stem] == nil { order.append(files[file].stem) }
            groups[files[file].stem, default: []].append(file)
        }
        guard groups.values.contains(where: { $0.count > 1 }) else { return }
        let values = columns.map { $0?.tokens }
        for stem in order {
            let group = groups[stem]!
            guard group.count > 1 else { continue }
            let has = group.map { file in columns.indices.map { files[file].has[$0] && values[$0] != nil } }
            let isKeyed = group.contains { file in rows(of: file).contains { fates[$0] == .fact && !isKeyless($0) } }
            if !isKeyed, has.dropFirst().allSatisfy({ $0 == has[0] }) {
                takeOutOverlap(group, columns.indices.filter { has[0][$0] }.map { values[$0]! }, isKeyless)
            } else {
                var overlap = UnlikeOverlap(self, values, isKeyless)
                for (file, has) in zip(group, has) { overlap.add(file, has) }
                for (row, file) in overlap.spare { self.overlap(row, file) }
            }
        }
    }

    /// Among files with the same columns: of equal rows the first ones stay, as many as the file has that has most.
    private mutating func takeOutOverlap(_ group: [Int], _ keys: [[UInt64]], _ isKeyless: (Int) -> Bool) {
        let total = group.reduce(0) { $0 + files[$1].rows.count + files[$1].mended.count }
        var table = RowTable(keys, capacity: total)
        // By the row that stands for its equals: how often they were in the file that had most, and in this file.
        var most: [Int: Int] = [:]
        for file in group {
            var here: [Int: Int] = [:]
            for row in rows(of: file) where fates[row] == .fact && isKeyless(row) {
                let first = table.representative(row)!
                let times = here[first, default: 0] + 1
                here[first] = times
                if times <= most[first, default: 0] { overlap(row, file) }
            }
            for (first, times) in here { most[first] = max(times, most[first, default: 0]) }
        }
    }

    private mutating func overlap(_ row: Int, _ file: Int) {
        fates[row] = .replaced
        files[file].overlapping += 1
    }

    /// Newer content at the same path replaces the older, under whichever of its names the newer is read; what stands at several paths is
    /// replaced when it is at all of them.
    mutating func dropOlderContent(_ isKeyless: (Int) -> Bool) {
        var newest: [String: (file: Int, arrived: Int64)] = [:]
        for file in files.indices {
            for (path, arrived) in files[file].places where newest[path].map({ $0.arrived <= arrived }) ?? true {
                newest[path] = (file, arrived)
            }
        }
        let isReplaced = files.indices.map { file in !files[file].places.keys.contains { newest[$0]?.file == file } }
        guard isReplaced.contains(true) else { return }
        for row in fates.indices where fates[row] == .fact && isKeyless(row) && isReplaced[fileOf[row]] {
            fates[row] = .replaced
        }
    }
}
