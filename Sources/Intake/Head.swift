import CSV

/// The first rows of a file, which are asked where a column's name does not say which of two columns it is.
struct Head {
    /// How many rows are looked at.
    static let size = 60

    private let rows: [[String]]

    init(_ rows: [[String]]) { self.rows = rows }

    /// Whether some source has to look at the cells to know what a name means.
    static func isAsked(_ name: HeaderName, _ sources: [Source]) -> Bool {
        sources.contains { source in
            if !source.asked(name.key).isEmpty { return true }
            return [name.key, source.withoutEntity(name.key)].contains { key in
                key.flatMap { source.lookup[$0] }?.contains { source.columns[$0.column].isShyFlag } ?? false
            }
        }
    }

    /// Whether the cells of a place may be those of a column. Only two kinds of column are asked for: auxiliary ones of yes or
    /// no, which have names in common with times, and scores that were found as the answers to a question.
    func allow(_ place: Int, _ column: Column, isSure: Bool) -> Bool {
        let cells = column.isShyFlag || column.kind == .score && !isSure ? cells(place) : []
        if column.isShyFlag { return !cells.isEmpty && cells.allSatisfy(Head.isFlag) }
        return cells.count { Vocabulary.score($0) != nil } * 2 >= cells.count
    }

    private func cells(_ place: Int) -> [String] {
        rows.compactMap { row in
            guard row.indices.contains(place), !row[place].isEmpty else { return nil }
            var text = row[place]
            return text.withUTF8 { ColumnReading.isMissing(UnsafeRawBufferPointer($0)) } ? nil : row[place]
        }
    }

    private static func isFlag(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { ColumnReading.canonical.flag(UnsafeRawBufferPointer($0)).value != nil }
    }
}

extension Column {
    /// Whether it is only found where its cells are yes or no.
    fileprivate var isShyFlag: Bool { isAuxiliary && kind == .flag }
}

extension Document {
    /// The cells of the first rows.
    func head(_ count: Int) -> [[String]] {
        struct Found: Error { var rows: [[String]] }
        do throws(Found) {
            // The error ends the reading with the first batch.
            _ = try map(workers: 1) { (batch) throws(Found) -> Int in
                throw Found(rows: (0..<min(batch.count, count)).map { batch.cells($0) })
            }
            return []
        } catch { return error.rows }
    }
}
