import CSV
import Facts

extension Assembler {
    /// All rows of a source, mended ones in their places; the rows that were set aside while reading are noted.
    mutating func merged(_ source: Source) -> Merged {
        let name = source.name
        let load = rules(source).load ?? source.load
        var (own, mending): ([Int], [Int]) = ([], [])
        for index in ages {
            let file = files[index]
            guard file.source == name, file.failure == nil else { continue }
            reports[index].load = load
            reports[index].mended = file.mended.count
            if !file.mended.isEmpty { mending.append(index) }
            if file.mended.isEmpty || file.rows > file.mended.count { own.append(index) }
            rejects[name, default: []] += file.rejects.map { (index, $0) }
            reports[index].excluded += file.excluded
        }
        var merged = Merged(source, load, own.map { files[$0] }, indices: own, stems: own.map { stem(files[$0].file) })
        if !mending.isEmpty { mend(&merged, mending) }
        return merged
    }

    private func stem(_ file: InboxFile) -> String { NameDates.stem(of: InboxFile.stripped(file.path)) }

    /// Reads mended rows as the lines that they mend. Of several for one line the newest counts.
    private mutating func mend(_ merged: inout Merged, _ mending: [Int]) {
        struct Place: Hashable {
            var path: String
            var line: Int
        }
        var last: [Place: (file: Int, row: Int)] = [:]
        for file in mending {
            for (row, mended) in files[file].mended.enumerated() {
                last[Place(path: mended.file, line: mended.line)] = (file, row)
            }
        }
        for file in mending {
            var byTarget: [(path: String, rows: [Int])] = []
            for (row, mended) in files[file].mended.enumerated() {
                guard let newest = last[Place(path: mended.file, line: mended.line)], newest == (file, row) else {
                    reports[file].replaced += 1
                    continue
                }
                if let index = byTarget.firstIndex(where: { $0.path == mended.file }) {
                    byTarget[index].rows.append(row)
                } else {
                    byTarget.append((mended.file, [row]))
                }
            }
            for (path, rows) in byTarget { mend(&merged, path, file, rows.map { files[file].mended[$0] }) }
        }
    }

    /// Reads the rows of one file that mend lines of another.
    private mutating func mend(_ merged: inout Merged, _ path: String, _ home: Int, _ rows: [MendedRow]) {
        let name = merged.source.name
        let target = merged.files.lastIndex { $0.path == path && $0.index != nil } ?? virtual(&merged, path, home)
        let original = merged.files[target].index.map { files[$0] }
        if let original {
            let lost = merged.source.columns.indices.filter { original.columns[$0] != nil && files[home].columns[$0] == nil }
            if let column = lost.first {
                let problem = Problem(
                    .mendedLacksColumns, column: column,
                    ["column": original.header[original.columns[column]!], "file": path])
                for row in rows { retire(row.line, of: original, at: target, &merged) }
                setAside(rows.map { ($0, problem) }, home, name)
                return
            }
        }
        let readings = original?.readings ?? files[home].readings
        let typed = MendedTable(rows, files[home], merged.source, readings, settings)
        for row in rows { retire(row.line, of: original, at: target, &merged) }
        setAside(typed.rejects.map { (rows[$0.row], $0.problem) }, home, name)
        let start = merged.count
        var columns = typed.columns
        spellings.apply(&columns, merged.source)
        merged.append(columns, rows: typed.rows.count)
        for (index, row) in typed.rows.enumerated() {
            merged.offsets.append(original.map { offset(ofLine: rows[row].line, in: $0) } ?? rows[row].offset)
            merged.fileOf.append(Int32(target))
            merged.fates.append(.fact)
            merged.homes[start + index] = (home, rows[row].line, target)
            merged.files[target].mended.append(start + index)
        }
    }

    /// A place among the files for one that is no longer there, by the age its name tells.
    private func virtual(_ merged: inout Merged, _ path: String, _ home: Int) -> Int {
        if let known = merged.files.firstIndex(where: { $0.path == path }) { return known }
        // Its name's date puts it among the others; without one it is as old as the file that mends it.
        let day = NameDates.latest(in: InboxFile.stripped(InboxFile.name(of: path)))
        let at = day.map { day in
            merged.files.firstIndex { file in
                guard let index = file.index else { return false }
                let other = files[index].file
                return (other.nameDate ?? Stamp(microseconds: other.modified * 1_000_000).day(in: settings.zone)) > day
            } ?? merged.files.count
        }
        let place = at ?? merged.files.count
        let start = place < merged.files.count ? merged.files[place].rows.lowerBound : merged.files.last?.rows.upperBound ?? 0
        merged.files.insert(
            Merged.File(
                index: nil, path: path, stem: NameDates.stem(of: InboxFile.stripped(path)), modified: files[home].file.modified,
                has: files[home].columns.map { $0 != nil }, rows: start..<start), at: place)
        for row in merged.fileOf.indices where Int(merged.fileOf[row]) >= place { merged.fileOf[row] += 1 }
        for (row, entry) in merged.homes where entry.target >= place { merged.homes[row]!.target += 1 }
        return place
    }

    private mutating func setAside(_ rows: [(MendedRow, Problem)], _ home: Int, _ name: SourceName) {
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
    private mutating func retire(_ line: Int, of original: ReadFile?, at target: Int, _ merged: inout Merged) {
        guard let original, let index = merged.files[target].index else { return }
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
        var (low, high) = (0, file.offsets.count)
        while low < high {
            let middle = (low + high) / 2
            if file.document!.line(at: file.offsets[middle]) < line { low = middle + 1 } else { high = middle }
        }
        return low < file.offsets.count ? file.offsets[low] : Int.max
    }
}

/// Mended rows, typed as the file is that they mend; where that fails, as programs write.
struct MendedTable {
    private(set) var columns: [ColumnData?]
    /// The places of the rows that can be used, by row of the columns.
    private(set) var rows: [Int] = []
    private(set) var rejects: [(row: Int, problem: Problem)] = []

    init(_ mended: [MendedRow], _ file: ReadFile, _ source: Source, _ readings: [ColumnReading], _ settings: IntakeSettings) {
        var builders = file.table.map { $0.map(ColumnBuilder.init(like:)) }
        for (row, entry) in mended.enumerated() {
            let first = MendedTable.type(entry.cells, file, source, readings, settings)
            var (part, tried) = (first, readings)
            // Column by column: people mend one cell and leave the others.
            while let problem = part?.rejects.first?.problem, problem.kind.rawValue.hasPrefix("bad-"),
                let column = problem.column,
                tried[column] != .canonical
            {
                tried[column] = .canonical
                part = MendedTable.type(entry.cells, file, source, tried, settings)
            }
            if part?.rejects.isEmpty != true { part = first }
            guard let part else { continue }
            if let reject = part.rejects.first {
                rejects.append((row, reject.problem))
                continue
            }
            for column in builders.indices {
                builders[column]?.append(part.columns[column] ?? ColumnData(source.columns[column].kind, missing: 1))
            }
            rows.append(row)
        }
        columns = builders.map { $0?.data }
    }

    /// One row typed: written as RFC 4180 and read again, so that there is one way of reading only.
    private static func type(
        _ cells: [String], _ file: ReadFile, _ source: Source, _ readings: [ColumnReading], _ settings: IntakeSettings
    ) -> BatchPart? {
        var writer = Writer()
        writer.append(record: file.header)
        writer.append(record: cells)
        let overrides = Overrides(
            encoding: .utf8, delimiter: UInt8(ascii: ","), quote: .character(UInt8(ascii: "\"")), escape: .doubled, headerRow: 1
        )
        guard let document = try? Document.read(bytes: writer.bytes, name: file.file.path, overrides: overrides) else {
            return nil
        }
        var settings = settings
        settings.rules[source.name, default: SourceRules()].load = .append
        var reader = BatchReader(FileReader(file.file, document, source, file.columns, settings), readings)
        reader.mending = nil
        let fixed = reader
        return document.map(workers: 1) { batch in fixed.read(batch) }.first
    }
}
