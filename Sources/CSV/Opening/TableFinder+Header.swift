extension TableFinder {
    /// How many rows a header has at most.
    private static let headerRows = 3
    /// How many title lines with all the cells of a record may stand above the header.
    private static let titleReach = 8

    /// Splits a part into title lines, header and body.
    func headed(_ part: Range<Int>) -> Table {
        let width = usualWidth(part)
        let first = firstAfterTitles(part, width)
        let columns = shapes(below: first, part, width)
        let verdict = columns.judge(first)
        if part.upperBound - first > 1 ? verdict.isRecord : isLoneRecord(first) {
            let share = Double(verdict.matches) / Double(max(1, columns.hard))
            return Table(header: first..<first, body: first..<part.upperBound, headerConfidence: 0.5 + share / 2)
        }
        var end = first + 1
        // Rows of a machine's labels are the last of a header, whatever stands between.
        if let labels = (first + 1..<min(first + Self.headerRows, part.upperBound)).last(where: { areLabels($0) }) {
            end = labels + 1
        }
        while end < part.upperBound - 1, end - first < Self.headerRows, sample.cells(end) == width {
            // A record of nothing but delimiters may part two rows.
            let next = sample.filled(end) == 0 && end < part.upperBound - 2 ? end + 1 : end
            guard sample.cells(next) == width, continuesHeader(next, first, columns) else { break }
            end = next + 1
        }
        let certainty =
            columns.hard == 0 ? 0.7 : verdict.misses == 0 ? 0.6 : 0.75 + 0.25 * Double(verdict.misses) / Double(columns.hard)
        return Table(header: first..<end, body: end..<part.upperBound, headerConfidence: min(1, certainty))
    }

    /// Whether the only record there is has a day, a time, an address or a decimal, and mostly such cells: names are nothing like it.
    private func isLoneRecord(_ record: Int) -> Bool {
        let cells = (0..<sample.cells(record)).map { sample.field(record, $0) }.filter { !$0.isEmpty }
        let hard = cells.filter { Shape($0).isHard }
        let isValue = hard.contains { Shape($0) != .number || $0.contains(UInt8(ascii: ".")) }
        return isValue && hard.count * 2 >= cells.count
    }

    /// What the records of a part look like below a record that may be the header's first: without the rows that may be the header's
    /// too, as long as some are left, and without headers that come again.
    private func shapes(below first: Int, _ part: Range<Int>, _ width: Int) -> ColumnShapes {
        let pages = Pages(sample, header: first..<first + 1, titles: part.lowerBound..<first, end: part.upperBound)
        let records = (first + 1..<max(first + 1, part.upperBound)).lazy.filter {
            sample.cells($0) == width && sample.isFilled($0) && !pages.contains($0) && !pages.isTurned($0)
        }
        let below = Array(records.prefix(ColumnShapes.limit + Self.headerRows))
        return ColumnShapes(sample, below.dropFirst(max(0, min(Self.headerRows - 1, below.count - 1))), width: width)
    }

    /// Whether a record holds labels of a machine in curly brackets, as some survey tools write them below the questions.
    private func areLabels(_ record: Int) -> Bool {
        let cells = (0..<sample.cells(record)).map { sample.field(record, $0) }.filter { !$0.isEmpty }
        return cells.count > 1 && cells.allSatisfy { $0.first == UInt8(ascii: "{") && $0.last == UInt8(ascii: "}") }
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
        while first < part.upperBound - 1, sample.cells(first) != width,
            !isBrokenHeader(first, width) || isAboveNames(first, part, width)
        {
            first += 1
        }
        // Title lines may have all the delimiters of a record, but hardly any text, and that in the first cell.
        while first < part.upperBound - 1, width >= 3 {
            let filled = sample.filled(first)
            guard filled * 3 < max(3, fullness) + 1, filled <= 2, filled < fullness else { break }
            if filled == 2, sample.shape(first, 0) == .empty { break }
            first += 1
        }
        return firstAfterFullTitles(first, part, width)
    }

    /// The record that by itself names all columns, where all above it that have as many cells are titles: each says what the table is of,
    /// or stands apart from it by a blank line; else `first`.
    private func firstAfterFullTitles(_ first: Int, _ part: Range<Int>, _ width: Int) -> Int {
        guard width > 1 else { return first }
        let end = min(first + Self.titleReach, part.upperBound - 1)
        guard first + 1 < end, let names = (first + 1..<end).first(where: { isAllNames($0, part, width) }) else { return first }
        // A header that comes again, in any order, has no titles above it but its table.
        guard !(first..<names).contains(where: { self.names($0) == self.names(names) }) else { return first }
        let isApart = isApart(names) && !areUnits(names)
        let columns = shapes(below: names, part, width)
        let areTitles = (first..<names).allSatisfy { record in
            let verdict = columns.judge(record)
            return sample.filled(record) == 0 || (verdict.matches == 0 || verdict.onlyYears) && (isApart || hasRemark(record))
        }
        return areTitles ? names : first
    }

    private func hasRemark(_ record: Int) -> Bool {
        (0..<sample.cells(record)).contains { isRemark(sample.field(record, $0), sample.shape(record, $0)) }
    }

    /// Whether a cell says something that no name of a column does: a day, a name with its value, a month or number of a year.
    private func isRemark(_ cell: UnsafeRawBufferPointer, _ shape: Shape) -> Bool {
        if shape == .date || shape == .stamp || shape == .address { return true }
        guard shape == .text || shape == .word || shape == .code, let last = cell.last else { return false }
        if last == UInt8(ascii: ":") || String(decoding: cell.suffix(3), as: UTF8.self) == "：" { return true }
        let text = String(decoding: cell.prefix(100), as: UTF8.self)
        if text.contains(": ") || text.contains("：") { return true }
        // A year among words.
        let words = text.split { $0 == " " || $0 == "," }
        return words.count > 1
            && words.contains { $0.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) && $0.allSatisfy(\.isNumber) }
    }

    /// Whether a record has a different name in each cell, above records with numbers, dates and the like.
    private func isAllNames(_ record: Int, _ part: Range<Int>, _ width: Int) -> Bool {
        guard sample.cells(record) == width, sample.filled(record) == width else { return false }
        guard names(record).count == width, !hasRemark(record) else { return false }
        let verdict = shapes(below: record, part, width).judge(record)
        return verdict.matches == 0 && verdict.misses > 0
    }

    /// The different texts of a record's cells, in small letters.
    private func names(_ record: Int) -> Set<String> {
        Set((0..<sample.cells(record)).map { sample.text(record, $0).lowercased() })
    }

    /// Whether the next record with the usual number of cells names all columns, so that one with fewer cells above it does not.
    private func isAboveNames(_ record: Int, _ part: Range<Int>, _ width: Int) -> Bool {
        // Not further down, so that time stays linear.
        guard record - part.lowerBound < 20,
            let next = (record + 1..<part.upperBound).first(where: { sample.cells($0) == width }), next < part.upperBound - 1
        else {
            return false
        }
        return isAllNames(next, part, width)
    }

    /// Whether at least half of a record's cells stand in brackets, or are a currency, a sign or one or two letters.
    private func areUnits(_ record: Int) -> Bool {
        let cells = (0..<sample.cells(record)).map { sample.text(record, $0) }
        let units = cells.count { text in
            guard let first = text.first else { return true }
            return "([（【{".contains(first) || text.count <= 2 || Shape.currencies.contains(text)
        }
        return units * 2 >= cells.count
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
        guard verdict.matches == 0, verdict.misses >= 1, verdict.spoiled == 0 else { return false }
        let filled = columns.shapes.indices.count {
            columns.shapes[$0].isHard && $0 < cells && sample.shape(record, $0) != .empty
        }
        // A word that the records have again and again makes it one of them, whatever stands where their numbers and days are.
        if verdict.wordMatches == 0, verdict.misses >= 2, verdict.misses * 5 >= filled * 3, verdict.misses * 3 >= columns.hard {
            return true
        }
        // Units under some names: the others are empty here, and in no record.
        if verdict.softMatches == 0, sample.shape(record, 0) == .empty, columns.isAlwaysFilled(0),
            sample.shape(first, 0) != .empty
        {
            return true
        }
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

    /// The parts without those that are nothing but titles above a table: lines of one cell, or names with their values.
    func withoutTitles(_ parts: [Range<Int>]) -> [Range<Int>] {
        guard parts.count > 1 else { return parts }
        let kept = parts.indices.filter { number in
            guard number + 1 < parts.count else { return true }
            let widest = parts[number].map { sample.cells($0) }.max() ?? 0
            let next = parts[number + 1]
            let nextWidth = usualWidth(next)
            guard widest < nextWidth, next.count > 1, parts[number].count <= 20 else { return true }
            return widest == 2 ? !areNamedValues(parts[number]) : widest > 1
        }
        return kept.isEmpty ? parts : kept.map { parts[$0] }
    }

    /// Whether the second cells of some records are of all kinds: values of the names before them, no column.
    private func areNamedValues(_ records: Range<Int>) -> Bool {
        let shapes = records.filter { sample.cells($0) == 2 }.map { sample.shape($0, 1) }
        let isNamed = records.allSatisfy { !sample.shape($0, 0).isHard }
        return isNamed && Set(shapes).count > 1 && Set(shapes.dropFirst()).count > 1 || records.count == 1
            || records.allSatisfy { sample.field($0, 0).last == UInt8(ascii: ":") }
    }
}
