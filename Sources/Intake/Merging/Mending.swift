import CSV
import Facts

/// Mended rows take the places of the lines that they mend.
extension Assembler {
    /// A line of a file.
    private struct Place: Hashable {
        var path: String
        var line: Int
    }

    /// Reads mended rows as the lines that they mend. Of several for one line the newest counts.
    mutating func mend(_ merged: inout Merged, _ mending: [Int]) {
        var last: [Place: (file: Int, row: Int)] = [:]
        for file in mending {
            for (row, mended) in files[file].mended.enumerated() {
                last[Place(path: content(mended.file), line: mended.line)] = (file, row)
            }
        }
        for file in mending {
            var byTarget: [(path: String, rows: [MendedRow])] = []
            for (row, mended) in files[file].mended.enumerated() {
                let path = content(mended.file)
                guard let newest = last[Place(path: path, line: mended.line)], newest == (file, row) else {
                    reports[file].replaced += 1
                    continue
                }
                if let index = byTarget.firstIndex(where: { $0.path == path }) {
                    byTarget[index].rows.append(mended)
                } else {
                    byTarget.append((path, [mended]))
                }
            }
            for (path, rows) in byTarget { mend(&merged, path, file, rows) }
        }
    }

    /// The path of the file that was read for the one at a path: of files with the same bytes only one is.
    private func content(_ path: String) -> String {
        files.indices.last { files[$0].file.path == path }.flatMap { reports[$0].sameAs } ?? path
    }

    /// Reads the rows of one file that mend lines of another.
    private mutating func mend(_ merged: inout Merged, _ path: String, _ home: Int, _ rows: [MendedRow]) {
        guard let target = merged.files.lastIndex(where: { $0.path == path && $0.index != nil }) else {
            take(rows, home, into: absent(path, home, &merged), nil, &merged)
            return
        }
        var left = rows
        // Of the contents that stood at the path the newest that has such a line.
        for index in merged.files.filter({ $0.path == path }).compactMap(\.index).reversed() where !left.isEmpty {
            let lines = MendedLines(files[index], files[home], merged.source)
            let own = left.filter(lines.isMended)
            if own.isEmpty { continue }
            left.removeAll(where: lines.isMended)
            mend(&merged, index, home, own)
        }
        guard !left.isEmpty else { return }
        found[home].add(
            Finding(.mendedOlderContent, file: files[home].file.path, line: nil, ["rows": left.count, "file": path]))
        take(left, home, into: olderContent(of: target, home, &merged), nil, &merged)
    }

    /// Reads rows as the lines of one content that they mend.
    private mutating func mend(_ merged: inout Merged, _ index: Int, _ home: Int, _ rows: [MendedRow]) {
        let original = files[index]
        let place = merged.files.firstIndex { $0.index == index }!
        for row in rows { retire(row.line, of: original, at: place, &merged) }
        let lost = merged.source.columns.indices.filter { original.columns[$0] != nil && files[home].columns[$0] == nil }
        if let column = lost.first {
            let name = original.header[original.columns[column]!]
            let problem = Problem(.mendedLacksColumns, column: column, ["column": name, "file": original.file.path])
            reject(rows.map { ($0, problem) }, home, merged.source.name)
        } else {
            take(rows, home, into: place, original, &merged)
        }
    }

    /// Adds mended rows to the file that they are of.
    private mutating func take(
        _ rows: [MendedRow], _ home: Int, into target: Int, _ original: ReadFile?, _ merged: inout Merged
    ) {
        let typed = MendedTable(rows, files[home], original, merged.source, settings)
        reject(typed.rejects.map { (rows[$0.row], $0.problem) }, home, merged.source.name)
        reports[home].excluded += typed.excluded
        // A line with periods across is several rows.
        reports[home].rows += typed.rows.count + typed.rejects.count + typed.excluded - rows.count
        let start = merged.count
        var columns = typed.columns
        spellings.apply(&columns, merged.source)
        merged.append(columns, rows: typed.rows.count)
        for (index, row) in typed.rows.enumerated() {
            merged.offsets.append(original.map { offset(ofLine: rows[row].line, in: $0) } ?? rows[row].offset)
            merged.fileOf.append(target)
            merged.fates.append(.fact)
            merged.homes[start + index] = (home, rows[row].line, target)
            merged.files[target].mended.append(start + index)
        }
    }

    /// A place among the files for one that is no longer there, by the age its name tells.
    private func absent(_ path: String, _ home: Int, _ merged: inout Merged) -> Int {
        if let known = merged.files.firstIndex(where: { $0.path == path }) { return known }
        // Its name's date puts it among the others; without one it is as old as the file that mends it.
        let day = NameDates.latest(in: InboxFile.stripped(InboxFile.name(of: path)), nameOrder)
        let at = day.map { day in
            merged.files.firstIndex { file in
                guard let index = file.index else { return false }
                return self.day(ofFile: index) > day
            } ?? merged.files.count
        }
        return insert(path, home, arrived: files[home].file.arrived, at: at ?? merged.files.count, &merged)
    }

    /// A place right before a file, for what stood at its path before.
    private func olderContent(of target: Int, _ home: Int, _ merged: inout Merged) -> Int {
        let path = merged.files[target].path
        if let known = merged.files.firstIndex(where: { $0.path == path && $0.index == nil }) { return known }
        return insert(path, home, arrived: merged.files[target].arrived - 1, at: target, &merged)
    }

    private func insert(_ path: String, _ home: Int, arrived: Int64, at place: Int, _ merged: inout Merged) -> Int {
        let start = place < merged.files.count ? merged.files[place].rows.lowerBound : merged.files.last?.rows.upperBound ?? 0
        let name = InboxFile.stripped(path)
        merged.files.insert(
            Merged.File(
                index: nil, path: path, stem: NameDates.stem(of: name), series: NameDates.withoutDates(name),
                arrived: arrived, places: [path: arrived], has: files[home].table.map { $0 != nil }, rows: start..<start),
            at: place)
        merged.fileOf.makePlace(for: place)
        for (row, entry) in merged.homes where entry.target >= place { merged.homes[row]!.target += 1 }
        return place
    }

    private mutating func reject(_ rows: [(MendedRow, Problem)], _ home: Int, _ name: SourceName) {
        for (row, problem) in rows {
            rejects[name, default: []].append(
                (
                    home,
                    Reject(
                        file: row.file, line: row.line, offset: row.offset, problem: problem, cells: row.cells, isMended: true)
                ))
        }
    }

    /// Takes back what was read of a line that a mended row stands in for.
    private mutating func retire(_ line: Int, of original: ReadFile, at target: Int, _ merged: inout Merged) {
        guard let index = merged.files[target].index else { return }
        let name = merged.source.name
        let before = rejects[name]?.count ?? 0
        rejects[name]?.removeAll { $0.file == index && !$0.reject.isMended && $0.reject.line == line }
        let removed = before - (rejects[name]?.count ?? 0)
        reports[index].replaced += removed
        if removed > 0 { return }
        let rows = merged.files[target].rows
        var (low, high) = (rows.lowerBound, rows.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if original.document!.line(at: merged.offsets[middle]) < line { low = middle + 1 } else { high = middle }
        }
        if low < rows.upperBound, original.document!.line(at: merged.offsets[low]) == line { merged.fates[low] = .replaced }
    }

    /// About where a line begins: the offset of its reject, else of the first row behind it.
    private func offset(ofLine line: Int, in file: ReadFile) -> Int {
        if let reject = file.rejects.first(where: { $0.line == line }) { return reject.offset }
        let row = file.row(atLine: line)
        return row < file.offsets.count ? file.offsets[row] : Int.max
    }
}

extension ReadFile {
    /// The first usable row at a line or behind it.
    func row(atLine line: Int) -> Int {
        var (low, high) = (0, offsets.count)
        while low < high {
            let middle = (low + high) / 2
            if document!.line(at: offsets[middle]) < line { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
