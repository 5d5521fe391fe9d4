import CSV
import Facts

/// How a source's columns may be spread over several of a file: a cell a column, whose name is a cell of another column. A plan with
/// periods across is one: `metric, owner, Q1 2026, Q2 2026`.
struct SpreadRule: Sendable {
    /// The column whose cells stand under the names.
    let value: NumberKey
    /// The columns whose cells the names may be, and what the names of a file's columns come to; nil where one is none.
    var keys: [(key: TextKey, cells: @Sendable (_ names: [String]) -> [String?])]
}

/// A column of the source that is spread over several of a file.
struct Spread: Sendable, Equatable {
    /// A column of the file.
    struct Part: Sendable, Equatable {
        /// Its place in the file.
        var place: Int
        /// What its name comes to: the cell of the other column.
        var cell: String
    }

    /// The place of the spread column among the source's.
    let value: Int
    /// The place of the column, among the source's, whose cells the names are.
    let key: Int
    /// The file's columns, from left to right.
    let parts: [Part]

    init(value: Int, key: Int, parts: [Part]) { (self.value, self.key, self.parts) = (value, key, parts) }

    /// How a file spreads a source's columns; nil where it does not.
    ///
    /// - Parameters:
    ///   - columns: For each of the source's columns the file's, as far as found by their names.
    ///   - header: The file's names.
    init?(_ source: Source, _ columns: [Int?], _ header: [String]) {
        guard let rule = source.spread, let value = source.places[rule.value] else { return nil }
        for (key, cells) in rule.keys {
            guard let place = source.places[key], columns[place] == nil else { continue }
            let taken = Set(columns.indices.compactMap { $0 == value ? nil : columns[$0] })
            let free = header.indices.filter { !taken.contains($0) }
            let parts = zip(free, cells(free.map { header[$0] })).compactMap { column, cell in
                cell.map { Part(place: column, cell: $0) }
            }
            // With a column of values by its own name, one more is something else.
            guard parts.count > (columns[value] == nil ? 0 : 1) else { continue }
            (self.value, self.key, self.parts) = (value, place, parts)
            return
        }
        return nil
    }
}

extension BatchReader {
    /// A batch whose rows each stand for several: one for each part of the spread column that has a cell. They come row by row, and
    /// of one row from left to right, so that it does not matter how a file is cut into batches.
    func readSpread(_ batch: borrowing Batch, _ spread: Spread) -> BatchPart {
        var parts: [BatchPart] = []
        for (index, part) in spread.parts.enumerated() {
            var reader = self
            reader.spread = nil
            reader.part = (spread.value, part.place, index == 0, (spread.key, part.cell))
            reader.positions[spread.value] = part.place
            reader.units[spread.value] = partUnits[index]
            reader.readers[spread.value] = partReaders[index]
            var one = reader.read(batch)
            var names = TextColumn()
            let code = names.pool.code(part.cell)
            names.codes = CodeColumn(repeating: code, count: one.offsets.count)
            one.columns[spread.key] = .texts(names)
            for reject in one.rejects.indices { one.rejects[reject].place = part.place }
            parts.append(one)
        }
        var whole = parts[0]
        let order = parts.indices.flatMap { part in parts[part].offsets.indices.map { (part, $0) } }.sorted { a, b in
            let (x, y) = (parts[a.0].offsets[a.1], parts[b.0].offsets[b.1])
            return x != y ? x < y : a.0 < b.0
        }
        let starts = parts.indices.map { part in parts[..<part].reduce(0) { $0 + $1.offsets.count } }
        whole.offsets = order.map { parts[$0.0].offsets[$0.1] }
        whole.columns = whole.columns.indices.map { column in
            let cells = parts.compactMap { $0.columns[column] }
            guard cells.count == parts.count else { return nil }
            return ColumnData.joined(cells).picked(order.map { starts[$0.0] + $0.1 })
        }
        for part in parts.dropFirst() {
            whole.rows += part.rows
            whole.rejects += part.rejects
            for column in whole.evidence.indices { whole.evidence[column].merge(part.evidence[column]) }
        }
        whole.rejects.sort { ($0.offset, $0.place ?? 0) < ($1.offset, $1.place ?? 0) }
        return whole
    }
}

extension ColumnData {
    /// The cells of some rows, in their order.
    fileprivate func picked(_ rows: [Int]) -> ColumnData {
        switch self {
        case .texts(let column): .texts(TextColumn(codes: CodeColumn(rows.lazy.map { column.codes[$0] }), pool: column.pool))
        case .list(let column): .list(TextList(rows.map { column[$0] }))
        case .numbers(let column):
            .numbers(
                NumberColumn(
                    digits: WholeColumn(rows.lazy.map { column.digits[$0] }), scales: rows.map { column.scales[$0] },
                    marks: column.marks.map { marks in rows.map { marks[$0] } },
                    signs: column.signs.map { signs in rows.map { signs[$0] } }))
        case .days(let column): .days(DayColumn(values: rows.map { column.values[$0] }))
        case .stamps(let column): .stamps(column.picked(rows))
        case .flags(let column): .flags(rows.map { column[$0] })
        }
    }
}
