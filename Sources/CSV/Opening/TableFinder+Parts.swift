extension TableFinder {
    /// The runs of records that may each be a table: cut where the number of cells changes for good, at a blank line after which another
    /// header follows, and where the table comes again as it was. A header that comes again above other records cuts nothing.
    func parts() -> [Part] {
        var parts: [Part] = []
        var start = 0
        var isCopy = false
        var width = usual(from: 0)
        var pages = pages(from: 0)
        // So that time stays linear: a sample with more places that may be headers is no set of tables.
        var looks = 0
        func looksLikeHeader(_ record: Int, run: Int) -> Bool {
            looks += 1
            return looks <= 256 && beginsTable(record, run: run)
        }
        func looksForeign(_ record: Int, run: Int, _ part: Range<Int>, _ width: Int) -> Bool {
            looks += 1
            return looks <= 256 && areForeign(record..<record + run, part, width)
        }
        for record in 1..<max(1, sample.count) where record > start {
            let cells = sample.cells(record)
            let isBlankBefore = sample.isAfterBlank(record)
            var cuts = false
            var copies = false
            if pages.contains(record) {
                looks += 1
                copies = isWhole && looks <= 256 && pages.isCopy(from: record)
                cuts = copies
            } else if cells != width {
                let run = runLength(record)
                let isLast = record + run == sample.count
                // A title line or a note of one cell, or the beginning of another table.
                cuts =
                    isBlankBefore
                    ? (run >= 2 || cells == 1)
                    : run >= 3 && cells > 1
                        && (pages.areNearly(record) || looksLikeHeader(record, run: run)
                            || looksForeign(record, run: run, start..<record, width))
                if cells == 1, width > 2, isLast || isBlankBefore {
                    looks += 1
                    cuts = looks > 256 || !belongs(record, start..<record, width)
                }
            } else if isBlankBefore, record + 1 < sample.count {
                cuts = looksLikeHeader(record, run: runLength(record)) && holdsData(start..<record, above: record)
            }
            if cuts {
                parts.append(Part(records: start..<record, isCopy: isCopy))
                start = record
                isCopy = copies
                width = usual(from: record)
                // Past the first few tables the main one is known, and time must not grow with their number.
                pages = parts.count < 8 ? self.pages(from: record) : Pages(sample)
            }
        }
        parts.append(Part(records: start..<sample.count, isCopy: isCopy))
        return parts
    }

    /// A run of records that may be a table.
    struct Part {
        var records: Range<Int>
        /// Whether it is the table before it once more.
        var isCopy: Bool
    }

    /// The header of the part that begins at a record, as far as it shows before the part's end is known, and where it comes again.
    private func pages(from start: Int) -> Pages {
        let header = headed(start..<min(sample.count, start + 60)).header
        guard !header.isEmpty, sample.cells(header.lowerBound) > 1 else { return Pages(sample) }
        return Pages(sample, header: header, titles: start..<header.lowerBound)
    }

    /// Whether a line of one cell belongs to the part so far: it names a section of it, above more such records, or is its last
    /// record, cut short.
    func belongs(_ record: Int, _ part: Range<Int>, _ width: Int) -> Bool {
        guard part.count > 2 else { return false }
        let last = part.dropFirst().suffix(40)
        let columns = ColumnShapes(sample, last.startIndex..<last.endIndex, width: width)
        if record + 1 == sample.count { return !isApart(record) && columns.judge(record).matches > 0 }
        guard sample.cells(record + 1) == width else { return false }
        let verdict = columns.judge(record + 1)
        return verdict.matches > 0 && verdict.misses == 0 && !verdict.onlyYears
    }

    /// Whether a part holds a record of data above one that looks like a header: not only titles, and rows of that very header.
    private func holdsData(_ part: Range<Int>, above header: Int) -> Bool {
        let width = sample.cells(header)
        guard part.count > 1 else { return false }
        guard part.count <= 12 else { return true }
        let columns = ColumnShapes(sample, header + 1..<min(sample.count, header + 40), width: width)
        let rows = part.filter { sample.cells($0) == width && sample.isFilled($0) }
        return rows.count > 3
            || rows.contains { record in
                let verdict = columns.judge(record)
                return verdict.matches > 0 && !verdict.onlyYears || verdict.misses == 0
            }
    }

    /// Whether all of some records with another number of cells, of which none more follows, have words where the part so far has
    /// numbers, dates and the like.
    private func areForeign(_ records: Range<Int>, _ part: Range<Int>, _ width: Int) -> Bool {
        let last = part.dropFirst().suffix(40).filter { sample.cells($0) == width }
        guard last.count >= 3, !(records.upperBound..<sample.count).contains(where: { sample.cells($0) == width }) else {
            return false
        }
        let columns = ColumnShapes(sample, last, width: width)
        return records.allSatisfy { record in
            let verdict = columns.judge(record)
            return verdict.matches == 0 && verdict.misses > 0
        }
    }

    /// The number of cells that the records from `start` on have, until they change for good.
    func usual(from start: Int) -> Int {
        var counts: [Int: Int] = [:]
        for record in start..<min(sample.count, start + 12) { counts[sample.cells(record), default: 0] += 1 }
        return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    }

    /// How many records from `record` on have as many cells as it.
    func runLength(_ record: Int) -> Int {
        let cells = sample.cells(record)
        var end = record
        while end < sample.count, end - record < 64, sample.cells(end) == cells { end += 1 }
        return end - record
    }

    /// Whether a record looks like the header of those after it.
    func beginsTable(_ record: Int, run: Int) -> Bool {
        guard run >= 2, sample.cells(record) > 1 else { return false }
        let columns = ColumnShapes(sample, record + 1..<min(record + run, record + 40), width: sample.cells(record))
        let verdict = columns.judge(record)
        return verdict.misses > 0 && verdict.matches == 0 || verdict.isForeign(least: 2)
    }
}
