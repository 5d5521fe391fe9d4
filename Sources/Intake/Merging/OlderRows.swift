import Facts

extension Assembler {
    /// Says how many rejected rows are of ids that an older file has too: there the older row counts, as if the newer had not been exported.
    mutating func reportOlderRows(_ merged: Merged) {
        guard merged.load == .upsert, merged.files.count > 1, merged.source.key.count == 1 || merged.source.upsert != nil,
            let key = merged.source.key.first, let place = merged.source.places[key],
            let rejects = rejects[merged.source.name], !rejects.isEmpty
        else { return }
        var wanted = BytePool()
        // By the code of an id the newest file in which a row of it was rejected.
        var newest: [(file: Int, line: Int)] = [(-1, 0)]
        let places = Dictionary(merged.files.enumerated().compactMap { place, file in file.index.map { ($0, place) } }) {
            first, _ in first
        }
        for (index, reject) in rejects where !reject.isMended {
            guard let file = places[index], file > 0,
                let column = files[index].columns[place], reject.cells.indices.contains(column)
            else { continue }
            let code = Int(wanted.code(IDCell.compared(TextForm.trimmed(reject.cells[column]))))
            guard code > 0 else { continue }
            if code == newest.count { newest.append((file, reject.line)) }
            if newest[code].file < file { newest[code] = (file, reject.line) }
        }
        guard newest.count > 1 else { return }
        let codes = Assembler.rows(of: wanted, merged, place)
        var counts: [Int: (rows: Int, line: Int, id: String)] = [:]
        var seen: Set<Int> = []
        for (row, code) in codes where merged.fileOf[row] < newest[code].file && seen.insert(code).inserted {
            let (file, line) = newest[code]
            let known = counts[file] ?? (0, line, wanted.text(UInt32(code)))
            counts[file] = (known.rows + 1, known.line, known.id)
        }
        for (file, count) in counts.sorted(by: { $0.key < $1.key }) {
            guard let index = merged.files[file].index else { continue }
            found[index].add(
                Finding(
                    .olderRowCounts, file: files[index].file.path, line: count.line,
                    ["rows": count.rows, "id": Recognition.shortened(count.id, 40)]))
        }
    }

    /// The facts that have one of some ids, with its code.
    private static func rows(of wanted: BytePool, _ merged: Merged, _ place: Int) -> [(row: Int, code: Int)] {
        var rows: [(row: Int, code: Int)] = []
        switch merged.columns[place] {
        case .texts(let ids)?:
            let codes = (0..<ids.pool.count).map { wanted.find(ids.pool.text(UInt32($0))).map(Int.init) ?? 0 }
            guard codes.contains(where: { $0 > 0 }) else { return [] }
            for row in 0..<merged.count where merged.fates[row] == .fact {
                let code = codes[Int(ids.codes[row])]
                if code > 0 { rows.append((row, code)) }
            }
        case .list(let ids)?:
            for row in ids.rows(where: { wanted.find($0) != nil }) where merged.fates[row] == .fact {
                if let code = ids.withBytes(row, { wanted.find($0) }) { rows.append((row, Int(code))) }
            }
        default: break
        }
        return rows
    }
}
