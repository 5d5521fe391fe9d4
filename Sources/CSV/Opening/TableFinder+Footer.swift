extension TableFinder {
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
