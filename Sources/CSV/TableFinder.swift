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
        table.others = parts.filter { $0 != main && $0.count >= 2 && sample.cells($0.lowerBound) > 1 }
        if isWhole { table.body = trimmed(table.body) }
        return table
    }

    /// The runs of records that may each be a table: cut where the number of cells changes for good, and at a blank line after
    /// which a header follows.
    private func parts() -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        var width = usual(from: 0)
        for record in 1..<max(1, sample.count) where record > start {
            let cells = sample.cells(record)
            let isBlankBefore = sample.isAfterBlank(record)
            var cuts = false
            if cells != width {
                let run = runLength(record)
                let isLast = record + run == sample.count
                // A title line or a note of one cell, or the beginning of another table.
                cuts = isBlankBefore ? (run >= 2 || cells == 1) : run >= 3 && cells > 1 && looksLikeHeader(record, run: run)
                if cells == 1, width > 2, isLast || isBlankBefore { cuts = true }
            } else if isBlankBefore, record + 1 < sample.count {
                cuts = looksLikeHeader(record, run: runLength(record)) && record - start >= 2
            } else if record - start < 4, sample.cells(start) != width, record + 1 < sample.count {
                cuts = false
            }
            if cuts {
                parts.append(start..<record)
                start = record
                width = usual(from: record)
            }
        }
        parts.append(start..<sample.count)
        return parts
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

    private func looksLikeHeader(_ record: Int, run: Int) -> Bool {
        guard run >= 2, sample.cells(record) > 1 else { return false }
        let columns = ColumnShapes(sample, record + 1..<min(record + run, record + 40), width: sample.cells(record))
        let verdict = columns.judge(record)
        return verdict.misses > 0 && verdict.matches == 0
    }

    /// Splits a part into title lines, header and body.
    private func headed(_ part: Range<Int>) -> Table {
        let width = usualWidth(part)
        var first = part.lowerBound
        while first < part.upperBound - 1, sample.cells(first) != width, !isBrokenHeader(first, width) { first += 1 }
        // Title lines may have all the delimiters of a record, but hardly any text.
        let typical = part.suffix(40).map { sample.filled($0) }.sorted()
        let fullness = typical[typical.count / 2]
        while first < part.upperBound - 1, width >= 3, sample.filled(first) * 3 < max(3, fullness) + 1,
            sample.filled(first) <= 2,
            sample.filled(first) < fullness
        {
            first += 1
        }
        let columns = ColumnShapes(sample, min(first + 3, max(first + 1, part.upperBound - 3))..<part.upperBound, width: width)
        let verdict = columns.judge(first)
        if verdict.matches > 0, verdict.misses == 0, !verdict.onlyYears, part.upperBound - first > 1 {
            let share = Double(verdict.matches) / Double(max(1, columns.hard))
            return Table(header: first..<first, body: first..<part.upperBound, headerConfidence: 0.5 + share / 2)
        }
        var end = first + 1
        while end < part.upperBound - 1, end - first < 3, columns.hard >= 2, sample.cells(end) == width {
            let next = columns.judge(end)
            guard next.matches == 0, next.misses * 5 >= columns.hard * 3, next.misses >= 2 else { break }
            end += 1
        }
        let certainty =
            columns.hard == 0 ? 0.7 : verdict.misses == 0 ? 0.6 : 0.75 + 0.25 * Double(verdict.misses) / Double(columns.hard)
        return Table(header: first..<end, body: end..<part.upperBound, headerConfidence: min(1, certainty))
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
        return sample.filled(record) * 2 > cells
    }

    /// Takes notes and totals off the end of a body.
    func trimmed(_ body: Range<Int>) -> Range<Int> {
        var end = body.upperBound
        let width = self.width
        while end > body.lowerBound + 1, body.upperBound - end < 20 {
            let last = end - 1
            let cells = sample.cells(last)
            let filled = sample.filled(last)
            let isNote =
                width > 2 && cells == 1 || width > 3 && filled == 1 && cells <= width && isNoteText(last)
                || width > 3 && cells * 2 <= width && sample.isAfterBlank(last)
            guard isNote || isTotal(last, body: body.lowerBound..<last) else { break }
            end -= 1
        }
        return body.lowerBound..<end
    }

    private func isNoteText(_ record: Int) -> Bool {
        sample.shape(record, 0) == .text && sample.field(record, 0).count > 12
    }

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
        if sample.isAfterBlank(record) || cells < width { return true }
        let before = body.suffix(20)
        guard !before.isEmpty else { return false }
        let lacking = (0..<cells).contains { column in
            sample.shape(record, column) == .empty && before.allSatisfy { sample.shape($0, column) != .empty }
        }
        let columns = ColumnShapes(sample, before.startIndex..<before.endIndex, width: width)
        return lacking || first < width && columns.shapes[first].isHard
    }
}

/// What the cells of each column look like.
struct ColumnShapes {
    /// The shape that at least four of five filled cells of the column have; `odd` where there is none.
    let shapes: [Shape]
    private let sample: Sample

    init(_ sample: Sample, _ records: Range<Int>, width: Int) {
        self.sample = sample
        let looked = records.prefix(200)
        shapes = (0..<width).map { column in
            var counts = [Int](repeating: 0, count: Shape.allCases.count)
            var present = 0
            for record in looked where sample.cells(record) == width {
                let shape = sample.shape(record, column)
                guard shape != .empty, shape != .missing else { continue }
                present += 1
                counts[Int(shape.rawValue)] += 1
            }
            return Shape.allCases.first { present > 0 && counts[Int($0.rawValue)] * 5 >= present * 4 } ?? .odd
        }
    }

    /// The number of columns of numbers, dates and the like.
    var hard: Int { shapes.count { $0.isHard } }

    /// In how many such columns the record has a cell that fits, in how many plain text; and whether all that fit are years.
    func judge(_ record: Int) -> (matches: Int, misses: Int, onlyYears: Bool) {
        var matches = 0
        var misses = 0
        var years = 0
        for column in shapes.indices where shapes[column].isHard && column < sample.cells(record) {
            let cell = sample.field(record, column)
            let shape = Shape(cell)
            if shape == shapes[column] || shape.isHard {
                matches += 1
                if cell.count == 4, shape == .number, cell.starts(with: "19".utf8) || cell.starts(with: "20".utf8) {
                    years += 1
                }
            } else if shape != .empty, shape != .missing {
                misses += 1
            }
        }
        return (matches, misses, matches > 0 && years == matches)
    }
}
