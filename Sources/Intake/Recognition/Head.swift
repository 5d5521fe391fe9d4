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
            if !source.names.asked(name).isEmpty { return true }
            return [name.key, source.names.withoutEntity(name.key), name.short].contains { key in
                let matches = key.flatMap { source.names.columns[$0] } ?? []
                return matches.count > 1
                    || matches.contains {
                        let column = source.columns[$0.column]
                        return column.isShy || column.isOthersCell != nil || Head.mayBeFlags(name, column)
                    }
            }
        }
    }

    /// Whether a column of dates may be found by a name that says nothing of a date, so that it may stand above yes and no: `MQL`, `Won`.
    static func mayBeFlags(_ name: HeaderName, _ column: Column) -> Bool { column.kind.isDate && !name.saysDate }

    /// Whether all that stands in a place is yes or no.
    func areFlags(_ place: Int) -> Bool {
        let cells = cells(place)
        return !cells.isEmpty && cells.allSatisfy { CellReader.flag($0) != nil }
    }

    /// Whether the cells of a place may be those of a column. They are asked only where the name does not say: of auxiliary
    /// columns of yes or no, or of debit and credit, which have names in common with others; of times and percentages whose
    /// name other columns have too; and of scores that were found as the answers to a question.
    func allow(_ place: Int, _ column: Column, isSure: Bool, _ isContested: Bool) -> Bool {
        if let isOthersCell = column.isOthersCell {
            let cells = cells(place)
            if !cells.isEmpty, cells.allSatisfy(isOthersCell) { return false }
        }
        if column.isShy {
            let cells = cells(place)
            return !cells.isEmpty && cells.allSatisfy { column.isCell?($0) ?? (CellReader.flag($0) != nil) }
        }
        switch column.kind {
        case .score where !isSure: return isMostly(place) { Vocabulary.score($0) != nil }
        case .stamp where isContested: return isMostly(place) { Head.isDate($0) }
        case .percent where isContested: return isMostly(place) { Head.isNumber($0) }
        default: return true
        }
    }

    /// Those of some places whose cells are dates.
    func dates(among places: [Int]) -> [Int] { places.filter { !cells($0).isEmpty && isMostly($0, Head.isDate) } }

    /// The names of columns with those of a second line of names below, or nil where the first row is none: a line that says
    /// what some of the names above it say in other words, as some survey tools write it.
    static func names(_ header: [String], _ rows: [[String]]) -> [String]? {
        guard let first = rows.first else { return nil }
        guard GroupRows.isNames(first, header) || header.contains("") && GroupRows.isSparse(first, header.count) else {
            return nil
        }
        return header.indices.map {
            first.indices.contains($0) && first[$0] != header[$0] ? header[$0] + " " + first[$0] : header[$0]
        }
    }

    private func isMostly(_ place: Int, _ test: (String) -> Bool) -> Bool {
        let cells = cells(place)
        return cells.count(where: test) * 2 >= cells.count
    }

    /// The cells of a place that are not missing.
    func cells(_ place: Int) -> [String] {
        rows.compactMap { row in
            guard row.indices.contains(place), !row[place].isEmpty else { return nil }
            var text = row[place]
            let isMissing = text.withUTF8 { MissingWords.isMissing(UnsafeRawBufferPointer($0)) }
            return isMissing || Vocabulary.isUnanswered(text) ? nil : text
        }
    }

    /// Whether a cell is a date in some order, with or without a time.
    static func isDate(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            [ColumnReading.DateOrder.dayMonthYear, .monthDayYear].contains { order in
                CellReader(.day, ColumnReading(dateOrder: order)).spelledDay(UnsafeRawBufferPointer(bytes)).value != nil
            }
        }
    }

    /// Whether a cell is a number or a percentage.
    static func isNumber(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { CellReader(.percent).amount(UnsafeRawBufferPointer($0)).value != nil }
    }
}

extension Column {
    /// Whether it is only found where its cells are yes or no, or otherwise its own.
    fileprivate var isShy: Bool { isAuxiliary && kind == .flag || isCell != nil }
}

extension Document {
    /// The cells of the first rows.
    func head(_ count: Int) -> [[String]] {
        first { batch in (0..<min(batch.count, count)).map { batch.cells($0) } } ?? []
    }
}
