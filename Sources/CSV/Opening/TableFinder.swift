/// Finds the main table among the records of a sample: what stands before its header, the header's rows, what stands below.
struct TableFinder {
    /// What was found, in records of the sample.
    struct Table: Equatable {
        /// The header's records; empty where there is none.
        var header: Range<Int>
        /// The records of the body.
        var body: Range<Int>
        var headerConfidence = 1.0
        /// Other tables in the sample.
        var others: [Range<Int>] = []
        /// Where the same table comes again with the same records.
        var copies: [Range<Int>] = []

        /// Whether a record is one of another table.
        func isElsewhere(_ record: Int) -> Bool {
            others.contains { $0.contains(record) } || copies.contains { $0.contains(record) }
        }
    }

    let sample: Sample
    /// The usual number of cells.
    let width: Int
    /// Whether the sample ends where the document does.
    let isWhole: Bool

    /// The main table; nothing where there is no record at all.
    func find() -> Table? {
        guard sample.count > 0 else { return nil }
        let parts = parts()
        func mass(_ part: Range<Int>) -> Int { part.reduce(0) { $0 + sample.cells($1) } }
        let tables = parts.filter { !$0.isCopy }.map(\.records)
        guard let largest = tables.map(mass).max() else { return nil }
        // The first table is the main one unless another is much larger.
        guard let main = tables.first(where: { mass($0) * 2 > largest }) else { return nil }
        var table = headed(main)
        table.others = tables.filter { part in
            // Title lines may have all the delimiters of a record.
            part != main && part.count >= 2 && sample.cells(part.lowerBound) > 1 && part.contains { sample.filled($0) > 1 }
        }
        table.copies = parts.filter(\.isCopy).map(\.records)
        if isWhole { table.body = trimmed(table.body) }
        return table
    }

    /// Splits a part into title lines, header and body.
    func headed(_ part: Range<Int>) -> Table {
        let width = usualWidth(part)
        let first = firstAfterTitles(part, width)
        let pages = Pages(sample, header: first..<first + 1, titles: part.lowerBound..<first, end: part.upperBound)
        let below = min(first + 3, max(first + 1, part.upperBound - 3))..<part.upperBound
        let columns = ColumnShapes(sample, below.filter { !pages.contains($0) && !pages.isTurned($0) }, width: width)
        let verdict = columns.judge(first)
        if verdict.matches > 0, verdict.misses == 0, !verdict.onlyYears || verdict.softMatches > 0, part.upperBound - first > 1
        {
            let share = Double(verdict.matches) / Double(max(1, columns.hard))
            return Table(header: first..<first, body: first..<part.upperBound, headerConfidence: 0.5 + share / 2)
        }
        var end = first + 1
        while end < part.upperBound - 1, end - first < 3, sample.cells(end) == width, continuesHeader(end, first, columns) {
            end += 1
        }
        let certainty =
            columns.hard == 0 ? 0.7 : verdict.misses == 0 ? 0.6 : 0.75 + 0.25 * Double(verdict.misses) / Double(columns.hard)
        return Table(header: first..<end, body: end..<part.upperBound, headerConfidence: min(1, certainty))
    }

    /// The first record of a part that is no title line.
    private func firstAfterTitles(_ part: Range<Int>, _ width: Int) -> Int {
        let typical = part.suffix(40).map { sample.filled($0) }.sorted()
        let fullness = typical[typical.count / 2]
        var first = part.lowerBound
        // A record of nothing but delimiters parts them from the header.
        for record in part.prefix(20).dropLast() {
            let filled = sample.filled(record)
            if filled == 0, sample.cells(record) > 1 { first = record + 1 }
            guard filled <= 2, filled < max(2, fullness) else { break }
        }
        while first < part.upperBound - 1, sample.cells(first) != width, !isBrokenHeader(first, width) { first += 1 }
        // Title lines may have all the delimiters of a record, but hardly any text, and that in the first cell.
        while first < part.upperBound - 1, width >= 3 {
            let filled = sample.filled(first)
            guard filled * 3 < max(3, fullness) + 1, filled <= 2, filled < fullness else { break }
            if filled == 2, sample.shape(first, 0) == .empty { break }
            first += 1
        }
        return first
    }

    /// Whether a record below the header's first one is a row of the header too: the same names again, or names, units or notes
    /// where the records have numbers, dates, codes or one of a few texts.
    private func continuesHeader(_ record: Int, _ first: Int, _ columns: ColumnShapes) -> Bool {
        let cells = sample.cells(record)
        let verdict = columns.judge(record)
        if cells > 1, sample.cells(first) == cells, sample.filled(first) > 0, verdict.softMatches == 0,
            verdict.matches == 0 || verdict.onlyYears,
            (0..<cells).allSatisfy({ sample.field(record, $0).elementsEqual(sample.field(first, $0)) })
        {
            return true
        }
        // Years under names: the records have something in their first cell, this one has not.
        if verdict.onlyYears, verdict.softMatches == 0, sample.shape(record, 0) == .empty, columns.shapes[0] != .odd {
            return sample.shape(first, 0) != .empty
        }
        guard verdict.matches == 0, verdict.misses >= 1 else { return false }
        let filled = columns.shapes.indices.count {
            columns.shapes[$0].isHard && $0 < cells && sample.shape(record, $0) != .empty
        }
        if verdict.misses >= 2, verdict.misses * 5 >= filled * 3, verdict.misses * 3 >= columns.hard { return true }
        return verdict.softMatches == 0 && verdict.misses * 2 >= columns.hard && verdict.misses + verdict.softMisses >= 3
    }

    private func usualWidth(_ part: Range<Int>) -> Int {
        var counts: [Int: Int] = [:]
        for record in part { counts[sample.cells(record), default: 0] += 1 }
        return counts.max { ($0.value * $0.key, $0.key) < ($1.value * $1.key, $1.key) }?.key ?? 0
    }

    /// Whether a record with another number of cells than the rest is a header all the same: it stands right before them.
    private func isBrokenHeader(_ record: Int, _ width: Int) -> Bool {
        let cells = sample.cells(record)
        guard cells >= 2, cells * 5 >= width * 3, cells <= width + max(2, width / 3) else { return false }
        guard sample.cells(record + 1) == width || cells == width - 1 || cells == width + 1 else { return false }
        guard !sample.isAfterBlank(record + 1) else { return false }
        return sample.filled(record) * 2 >= cells
    }

    /// Takes notes and totals off the end of a body.
    func trimmed(_ body: Range<Int>) -> Range<Int> {
        var end = body.upperBound
        while end > body.lowerBound + 1, body.upperBound - end < 20 {
            var last = end - 1
            // Records of nothing but delimiters may stand between the table and a note.
            while last > body.lowerBound, end < body.upperBound, sample.cells(last) > 1, sample.filled(last) == 0 { last -= 1 }
            guard isNote(last, body: body.lowerBound..<last) || isTotal(last, body: body.lowerBound..<last) else {
                if last < end - 1 { end = last + 1 }
                break
            }
            end = last
        }
        return body.lowerBound..<end
    }

    /// Whether the record is a line of text below a table.
    private func isNote(_ record: Int, body: Range<Int>) -> Bool {
        let cells = sample.cells(record)
        let filled = sample.filled(record)
        let isApart = isApart(record)
        if width > 1, filled > 0, cells < width || filled == 1 || isApart, beginsAsNote(record) { return true }
        if width > 3, cells * 2 <= width, isApart { return true }
        guard width > 2, cells < width || filled == 1, !body.isEmpty else { return false }
        let last = body.suffix(40)
        let columns = ColumnShapes(sample, last.startIndex..<last.endIndex, width: width)
        if cells == 1 { return isApart || columns.judge(record).matches == 0 }
        guard isNoteText(record) else { return false }
        let text = sample.field(record, 0)
        let isLong = text.count { $0 == Byte.space } >= 4 || last.allSatisfy { sample.field($0, 0).count * 3 < text.count * 2 }
        if filled == 1 {
            // Where records with one cell are usual, this is such a one.
            let isUsual = last.contains { sample.filled($0) == 1 && sample.cells($0) == cells }
            return !isUsual && (isApart || isLong || columns.judge(record).isForeign(least: 1))
        }
        let isSentence = text.count { $0 == Byte.space } >= 2
        return (isSentence || isApart) && columns.judge(record).isForeign(least: 1)
    }

    /// Whether a blank line, or a record of nothing but delimiters, stands before the record.
    func isApart(_ record: Int) -> Bool {
        sample.isAfterBlank(record) || record > 0 && sample.filled(record - 1) == 0
    }

    private func isNoteText(_ record: Int) -> Bool {
        sample.shape(record, 0) == .text && sample.field(record, 0).count > 12
    }

    /// Whether the record's text begins as notes do: `Source: …`, `* …`, `注：…`.
    private func beginsAsNote(_ record: Int) -> Bool {
        let text = sample.text(record, 0).lowercased().drop { $0.isWhitespace || $0 == "(" || $0 == "[" || $0 == "（" }
        if let first = text.first, "*†‡©※".contains(first) { return text.count > 1 }
        return Self.noteWords.contains { word in
            guard text.hasPrefix(word) else { return false }
            guard let next = text.dropFirst(word.count).first else { return false }
            return !next.isLetter || !next.isASCII
        }
    }

    /// What notes below a table begin with.
    private static let noteWords = [
        "source", "sources", "note", "notes", "footnote", "footnotes", "remark", "remarks", "disclaimer", "legend", "generated",
        "exported", "last updated", "updated", "data source", "prepared by", "report generated", "end of report",
        "quelle", "quellen", "hinweis", "anmerkung", "stand", "fuente", "nota", "notas", "fonte", "note de lecture", "bron",
        "注", "说明", "備註", "备注", "数据来源", "資料來源", "来源", "來源", "出典", "注記", "制表", "打印", "导出",
    ]

    /// Whether the record sums up those before it: it says so, and lacks cells that the others have.
    private func isTotal(_ record: Int, body: Range<Int>) -> Bool {
        let cells = sample.cells(record)
        guard let first = (0..<cells).first(where: { sample.shape(record, $0) != .empty }) else { return false }
        let text = sample.text(record, first).lowercased().filter { !$0.isWhitespace && $0 != ":" && $0 != "：" }
        let words = [
            "total", "totals", "grandtotal", "sum", "subtotal", "overalltotal", "合计", "总计", "小计", "合計", "總計", "小計", "summe",
            "gesamt",
        ]
        guard words.contains(text) else { return false }
        if isApart(record) || cells < width { return true }
        let before = body.suffix(20)
        guard !before.isEmpty else { return false }
        let lacking = (0..<cells).contains { column in
            sample.shape(record, column) == .empty && before.allSatisfy { sample.shape($0, column) != .empty }
        }
        let columns = ColumnShapes(sample, before.startIndex..<before.endIndex, width: width)
        return lacking || first < width && columns.shapes[first].isHard
    }
}
