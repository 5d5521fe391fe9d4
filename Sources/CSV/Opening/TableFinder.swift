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
        guard let largest = parts.map(mass).max() else { return nil }
        // The first table is the main one unless another is much larger.
        guard let main = parts.first(where: { mass($0) * 2 > largest }) else { return nil }
        var table = headed(main)
        table.others = parts.filter { part in
            // Title lines may have all the delimiters of a record.
            part != main && part.count >= 2 && sample.cells(part.lowerBound) > 1 && part.contains { sample.filled($0) > 1 }
        }
        if isWhole { table.body = trimmed(table.body) }
        return table
    }

    /// The runs of records that may each be a table: cut where the number of cells changes for good, at a blank line after
    /// which a header follows, and where the header comes again.
    private func parts() -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        var width = usual(from: 0)
        var names = Names(self, from: 0)
        // So that time stays linear: a sample with more places that may be headers is no set of tables.
        var looks = 0
        func looksLikeHeader(_ record: Int, run: Int) -> Bool {
            looks += 1
            return looks <= 256 && beginsTable(record, run: run)
        }
        for record in 1..<max(1, sample.count) where record > start {
            let cells = sample.cells(record)
            let isBlankBefore = sample.isAfterBlank(record)
            var cuts = false
            if cells != width {
                let run = runLength(record)
                let isLast = record + run == sample.count
                // A title line or a note of one cell, or the beginning of another table.
                cuts =
                    isBlankBefore
                    ? (run >= 2 || cells == 1)
                    : run >= 3 && cells > 1 && (names.areNearly(record) || looksLikeHeader(record, run: run))
                if cells == 1, width > 2, isLast || isBlankBefore {
                    looks += 1
                    cuts = looks > 256 || !belongs(record, start..<record, width)
                }
            } else if names.are(record), !names.areMany, record + 1 < sample.count {
                cuts = true
            } else if isBlankBefore, record + 1 < sample.count {
                cuts = looksLikeHeader(record, run: runLength(record)) && record - start >= 2
            }
            if cuts {
                parts.append(start..<record)
                start = record
                width = usual(from: record)
                // Past the first few tables the main one is known, and time must not grow with their number.
                names = parts.count < 8 ? Names(self, from: record) : Names(sample: sample)
            }
        }
        parts.append(start..<sample.count)
        return parts
    }

    /// The header of a part, as far as it shows before the part's end is known.
    private struct Names {
        let sample: Sample
        /// The header's first record; nothing where there is none.
        private(set) var record: Int?
        /// Whether they come again more than once: at the top of each page, not of another table.
        private(set) var areMany = false

        init(sample: Sample) { self.sample = sample }

        init(_ finder: TableFinder, from start: Int) {
            sample = finder.sample
            let header = finder.headed(start..<min(sample.count, start + 60)).header
            guard !header.isEmpty, sample.cells(header.lowerBound) > 1 else { return }
            record = header.lowerBound
            var times = 0
            for other in header.upperBound..<max(sample.count, header.upperBound) where are(other) { times += 1 }
            areMany = times > 1
        }

        /// Whether another record, after the header, is the same names again.
        func are(_ other: Int) -> Bool {
            guard let record, other > record + 2, sample.cells(other) == sample.cells(record) else { return false }
            return same(other, record) == sample.cells(record)
        }

        /// Whether most of the names stand in another record of more or fewer cells, from its first cell on.
        func areNearly(_ other: Int) -> Bool {
            guard let record, other > record + 2 else { return false }
            let cells = min(sample.cells(record), sample.cells(other))
            return cells > 1 && same(other, record) * 4 >= cells * 3
        }

        private func same(_ one: Int, _ other: Int) -> Int {
            var count = 0
            for column in 0..<min(sample.cells(one), sample.cells(other)) {
                let (a, b) = (sample.field(one, column), sample.field(other, column))
                if a.count == b.count, a.elementsEqual(b) { count += 1 } else if column == 0 { return 0 }
            }
            return count
        }
    }

    /// Whether a line of one cell belongs to the part so far: it names a section of it, above more such records, or is its last
    /// record, cut short.
    private func belongs(_ record: Int, _ part: Range<Int>, _ width: Int) -> Bool {
        guard part.count > 2 else { return false }
        let last = part.dropFirst().suffix(40)
        let columns = ColumnShapes(sample, last.startIndex..<last.endIndex, width: width)
        if record + 1 == sample.count { return !isApart(record) && columns.judge(record).matches > 0 }
        guard sample.cells(record + 1) == width else { return false }
        let verdict = columns.judge(record + 1)
        return verdict.matches > 0 && verdict.misses == 0 && !verdict.onlyYears
    }

    /// The number of cells that the records from `start` on have, until they change for good.
    private func usual(from start: Int) -> Int {
        var counts: [Int: Int] = [:]
        for record in start..<min(sample.count, start + 12) { counts[sample.cells(record), default: 0] += 1 }
        return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    }

    /// How many records from `record` on have as many cells as it.
    private func runLength(_ record: Int) -> Int {
        let cells = sample.cells(record)
        var end = record
        while end < sample.count, end - record < 64, sample.cells(end) == cells { end += 1 }
        return end - record
    }

    /// Whether a record looks like the header of those after it.
    private func beginsTable(_ record: Int, run: Int) -> Bool {
        guard run >= 2, sample.cells(record) > 1 else { return false }
        let columns = ColumnShapes(sample, record + 1..<min(record + run, record + 40), width: sample.cells(record))
        let verdict = columns.judge(record)
        return verdict.misses > 0 && verdict.matches == 0 || verdict.isForeign(least: 2)
    }

    /// Splits a part into title lines, header and body.
    private func headed(_ part: Range<Int>) -> Table {
        let width = usualWidth(part)
        let first = firstAfterTitles(part, width)
        let columns = ColumnShapes(sample, min(first + 3, max(first + 1, part.upperBound - 3))..<part.upperBound, width: width)
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
    private func isApart(_ record: Int) -> Bool {
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
