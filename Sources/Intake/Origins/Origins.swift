import CSV
public import Facts

/// A place in a file of the inbox.
public struct Place: Sendable, Hashable, Comparable {
    /// The file's place among the reports of ``IntakeResult/files``.
    public var file: Int
    /// The line, counted from 1 over all lines of the file.
    public var line: Int

    /// By file, then by line.
    public static func < (a: Place, b: Place) -> Bool { (a.file, a.line) < (b.file, b.line) }
}

/// One row of a file that a row of the facts is made of.
public struct Origin: Sendable {
    /// Where it stands.
    public var place: Place
    /// The cells as they are written, by the contract's column names; of a row that mends another one none.
    public var cells: [String: String]
    /// What it has of a quantity that several rows make together, in billionths (people of a team); nil where it has all.
    public var share: Int64?
    /// The day of the event that it is; nil where it is none of several.
    public var day: Day?
}

/// Which rows of which files the facts are made of: kept only where ``IntakeSettings/keepsOrigins`` asks for it.
public struct Origins: Sendable {
    /// A table of the facts.
    public enum Table: Sendable, Hashable { case terms, spend, surveys, leads, deals, usage, headcount, figures }

    /// What is kept of a row: the file, where in it the row begins, or for a mended one minus its line.
    struct Row: Sendable {
        var file: Int32
        var offset: Int
        var share: Int64?
        var day: Day?
    }

    /// One of several rows that a fact is made of, with what it has of it, or its own day.
    struct Part {
        var row: Int
        var share: Int64?
        var day: Day?
    }

    /// The rows of a table in its order: one each, or those between two offsets.
    struct Rows: Sendable {
        var rows: [Row] = []
        /// Where the rows of each fact begin, and last where they end; nil where each has one.
        var starts: [Int32]?

        func of(_ fact: Int) -> ArraySlice<Row> {
            guard let starts else { return rows[fact...fact] }
            return rows[Int(starts[fact])..<Int(starts[fact + 1])]
        }
    }

    var tables: [Table: Rows] = [:]
    var files: [ReadFile] = []
    var columns: [SourceName: [String]] = [:]

    /// The rows that a row of a table is made of, in the order in which they count.
    ///
    /// - Parameter wanted: The columns whose cells are read again.
    public func origins(_ table: Table, _ fact: Int, cells wanted: [String] = []) -> [Origin] {
        guard let rows = tables[table] else { return [] }
        return rows.of(fact).map { row in
            let file = files[Int(row.file)]
            guard row.offset >= 0, let document = file.document else {
                return Origin(place: Place(file: Int(row.file), line: -row.offset), cells: [:], share: row.share, day: row.day)
            }
            var cells: [String: String] = [:]
            if !wanted.isEmpty, let names = file.source.flatMap({ columns[$0] }) {
                let written = document.cells(at: row.offset)
                for (name, column) in zip(names, file.columns) where wanted.contains(name) {
                    if let column, written.indices.contains(column), !written[column].isEmpty { cells[name] = written[column] }
                }
            }
            return Origin(
                place: Place(file: Int(row.file), line: document.line(at: row.offset)), cells: cells, share: row.share,
                day: row.day)
        }
    }

    /// The files of the rows that a row of a table is made of, one for each, by their places among the reports.
    public func files(_ table: Table, _ fact: Int) -> [Int] { tables[table]?.of(fact).map { Int($0.file) } ?? [] }
}

extension Assembler {
    /// Notes where the rows of a table are from, one for each fact.
    mutating func noteOrigins(_ table: Origins.Table, _ merged: Merged, _ rows: some Sequence<Int>) {
        guard settings.keepsOrigins else { return }
        origins.tables[table] = Origins.Rows(rows: rows.map { origin(merged, $0) })
        origins.columns[merged.source.name] = merged.source.columns.map(\.name)
    }

    /// Notes where the rows of a table are from that may be made of several each, with what each has of them.
    mutating func noteOrigins(_ table: Origins.Table, _ merged: Merged, _ facts: [[Origins.Part]]) {
        guard settings.keepsOrigins else { return }
        var all = Origins.Rows(starts: [0])
        for fact in facts {
            for part in fact {
                var own = origin(merged, part.row)
                (own.share, own.day) = (part.share, part.day)
                all.rows.append(own)
            }
            all.starts?.append(Int32(all.rows.count))
        }
        origins.tables[table] = all
        origins.columns[merged.source.name] = merged.source.columns.map(\.name)
    }

    private func origin(_ merged: Merged, _ row: Int) -> Origins.Row {
        if let home = merged.homes[row] { return Origins.Row(file: Int32(home.file), offset: -home.line) }
        return Origins.Row(file: Int32(merged.files[merged.fileOf[row]].index!), offset: merged.offsets[row])
    }
}
