import CSV
import Facts
import Synchronization

extension Assembler {
    /// Columns of texts that were not read, by row, from the files once more, as few runs need them; nil where no file has one.
    func texts(_ keys: [TextKey], of rows: Merged) -> [TextColumn?] {
        let places = keys.map { rows.source.places[$0] }
        let held = Mutex<[TextColumn?]>(Array(repeating: nil, count: keys.count))
        func place(_ key: Int, _ file: Int) -> Int? { places[key].flatMap { files[file].columns[$0] } }
        func isName(_ key: Int) -> Bool { places[key].map { rows.source.columns[$0].isName } ?? false }
        let empty = TextColumn(codes: CodeColumn(repeating: 0, count: rows.count))
        for entry in rows.files {
            guard let index = entry.index, let document = files[index].document else { continue }
            let wanted = keys.indices.filter { place($0, index) != nil }
            guard !wanted.isEmpty else { continue }
            let columnsOfFile = wanted.map { key in (at: place(key, index)!, isName: isName(key)) }
            let parts = document.map(workers: settings.workers) { batch in TextPart(batch, columnsOfFile) }
            let targets = parts.targets(entry.rows, rows.offsets)
            // Taken out, so that a column that grows is not copied.
            _ = concurrently(wanted.count) { number in
                var column = held.withLock { $0[wanted[number]].take() } ?? empty
                for (part, targets) in zip(parts, targets) {
                    let (cells, codes) = (part.cells[number].codes, column.pool.merge(part.cells[number].pool))
                    for (place, row) in targets.enumerated() where row >= 0 { column.codes[row] = codes[Int(cells[place])] }
                }
                held.withLock { $0[wanted[number]] = column }
            }
        }
        var columns = held.withLock { $0 }
        for (row, home) in rows.homes {
            let path = rows.files[home.target].path
            guard let mended = files[home.file].mended.last(where: { $0.file == path && $0.line == home.line }) else {
                continue
            }
            for key in keys.indices {
                guard let place = place(key, home.file), place < mended.cells.count else { continue }
                if columns[key] == nil { columns[key] = empty }
                columns[key]!.codes[row] = columns[key]!.pool.code(cell: mended.cells[place], isName: isName(key))
            }
        }
        return columns
    }
}

extension Assembler {
    /// By column the cells of a file of leads that name deals, which were not read, from the file once more: they tell which ids of
    /// deals lost their leading zeros. Nothing where no file has deals whose ids are digits.
    func comparedIDs(_ index: Int, _ source: Source) -> [Int: BytePool] {
        guard let column = source.places[TextKey.dealIDs], let place = files[index].columns[column],
            let document = files[index].document,
            let deals = sources.first(where: { $0.name == .opportunities }), let dealID = deals.places[IDKey.dealID],
            files.contains(where: { $0.source == .opportunities && $0.ids.indices.contains(dealID) && $0.ids[dealID].hasDigits }
            )
        else { return [:] }
        var all = BytePool()
        for part in document.map(workers: settings.workers, { batch in TextPart(batch, [(at: place, isName: false)]) }) {
            _ = all.merge(part.cells[0].pool)
        }
        for text in files[index].counted?.deals ?? [] { _ = all.code(cell: text, isName: false) }
        return [column: all]
    }
}

/// Some columns of texts of one batch, and where its rows begin.
private struct TextPart: Sendable {
    var offsets: [Int] = []
    var cells: [TextColumn]

    init(_ batch: borrowing Batch, _ columns: [(at: Int, isName: Bool)]) {
        cells = Array(repeating: TextColumn(), count: columns.count)
        for row in 0..<batch.count {
            offsets.append(batch.offset(row))
            for (number, column) in columns.enumerated() {
                cells[number].codes.append(cells[number].pool.code(cell: batch.field(row, column.at), isName: column.isName))
            }
        }
    }
}

extension [TextPart] {
    /// By part the rows of a file's table that its rows are; −1 for those that were rejected, which are in the parts only.
    fileprivate func targets(_ rows: Range<Int>, _ offsets: RowOffsets) -> [[Int]] {
        // Both are in the order of the file.
        var row = rows.lowerBound
        return map { part in
            part.offsets.map { offset in
                while row < rows.upperBound, offsets[row] < offset { row += 1 }
                return row < rows.upperBound && offsets[row] == offset ? row : -1
            }
        }
    }
}

extension BytePool {
    /// The code of a cell's text without the blanks around it; 0 where the cell is missing.
    mutating func code(cell: String, isName: Bool) -> UInt32 {
        var cell = cell
        return cell.withUTF8 { code(cell: UnsafeRawBufferPointer($0), isName: isName) }
    }

    /// The same of a cell's bytes.
    fileprivate mutating func code(cell: UnsafeRawBufferPointer, isName: Bool) -> UInt32 {
        let text = PlainCells.trimmed(cell)
        return MissingWords.isMissing(text, isName: isName) ? 0 : code(text)
    }
}
