/// What the cells of each column look like, for telling a record of names, units or notes from one of data.
struct ColumnShapes {
    /// The shape that at least four of five filled cells of the column have; `odd` where there is none.
    let shapes: [Shape]
    /// Whether no cell of the column is empty.
    private let filled: [Bool]
    /// Of a column of a few texts that come again and again, those texts; else nothing.
    private let vocabularies: [Set<Int>?]
    private let sample: Sample

    /// How many records are looked at.
    static let limit = 200

    init(_ sample: Sample, _ records: some Sequence<Int>, width: Int) {
        self.sample = sample
        let looked = Array(records.prefix(Self.limit)).filter { sample.cells($0) == width }
        var shapes: [Shape] = []
        var vocabularies: [Set<Int>?] = []
        var filled: [Bool] = []
        for column in 0..<width {
            var counts = [Int](repeating: 0, count: Shape.allCases.count)
            var present = 0
            filled.append(!looked.isEmpty && looked.allSatisfy { sample.shape($0, column) != .empty })
            for record in looked {
                let shape = sample.shape(record, column)
                guard shape != .empty, shape != .missing else { continue }
                present += 1
                counts[Int(shape.rawValue)] += 1
            }
            let shape =
                Shape.allCases.first { present > 0 && counts[Int($0.rawValue)] * 5 >= present * TableTuning.alike } ?? .odd
            shapes.append(shape)
            vocabularies.append(shape.isHard ? nil : Self.vocabulary(sample, looked, column, present: present))
        }
        self.shapes = shapes
        self.vocabularies = vocabularies
        self.filled = filled
    }

    /// The texts of a column, where each comes four times on average.
    private static func vocabulary(_ sample: Sample, _ records: [Int], _ column: Int, present: Int) -> Set<Int>? {
        guard present >= 2 * TableTuning.comesAgain else { return nil }
        var texts: Set<Int> = []
        for record in records {
            let cell = sample.field(record, column)
            guard !cell.isEmpty else { continue }
            texts.insert(Self.hash(cell))
            if texts.count * TableTuning.comesAgain > present { return nil }
        }
        return texts
    }

    private static func hash(_ cell: UnsafeRawBufferPointer) -> Int {
        var hasher = Hasher()
        hasher.combine(bytes: cell)
        return hasher.finalize()
    }

    /// Whether every record that was looked at has something in the column.
    func isAlwaysFilled(_ column: Int) -> Bool { filled.indices.contains(column) && filled[column] }

    /// The number of columns of numbers, dates and the like.
    var hard: Int { shapes.count { $0.isHard } }

    /// What a record is like, beside those of the columns.
    struct Verdict: Equatable {
        /// In how many columns of numbers, dates and the like it has a cell that fits.
        var matches = 0
        /// In how many of them it has plain text, or a date above numbers.
        var misses = 0
        /// How many of these are a number or a day that somebody or something spoiled: `3x00`, `2026-02` among days.
        var spoiled = 0
        /// Whether all cells that fit are years.
        var onlyYears = false
        /// In how many columns of codes, or of a few texts that come again and again, it has a cell that fits.
        var softMatches = 0
        /// How many of these are words that are no unit, such as one in brackets, a currency or a sign.
        var wordMatches = 0
        /// In how many of them it has something else.
        var softMisses = 0

        /// How many of the cells that fit are more than small whole numbers and years: days, times, addresses, decimals.
        var values = 0

        /// Whether it is a record of data, and no header: all that can be told fits, or nearly all and surely.
        var isRecord: Bool {
            if misses == 0 { return matches > 0 && (!onlyYears || softMatches > 0) }
            return values > 1 && values > misses
        }

        /// Whether nothing in it is like the records' data, and at least `least` cells are unlike it.
        func isForeign(least: Int) -> Bool { matches == 0 && softMatches == 0 && misses + softMisses >= least }
    }

    /// Whether a cell that is no number, day or time is mostly digits all the same, and none of what headers are: a year or a part of one,
    /// or thousands as a unit.
    private static func isSpoiled(_ cell: UnsafeRawBufferPointer, amongDays: Bool) -> Bool {
        let runs = cell.split { !($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")) }
        let digits = runs.reduce(0) { $0 + $1.count }
        guard digits >= 3, digits * 2 > cell.count else { return false }
        if amongDays { return true }
        let isPower = runs.allSatisfy {
            $0.dropFirst($0.first == UInt8(ascii: "1") ? 1 : 0).allSatisfy { $0 == UInt8(ascii: "0") }
        }
        return !isPower && !runs.contains { $0.count == 4 && ($0.starts(with: "19".utf8) || $0.starts(with: "20".utf8)) }
    }

    func judge(_ record: Int) -> Verdict {
        var verdict = Verdict()
        var years = 0
        for column in shapes.indices where column < sample.cells(record) {
            let cell = sample.field(record, column)
            if shapes[column].isHard {
                let shape = Shape(cell)
                let isNamed = shapes[column] == .number && (shape == .date || shape == .stamp || shape == .time)
                if shape.isHard, !isNamed {
                    verdict.matches += 1
                    if shape != .number || cell.contains(UInt8(ascii: ".")) { verdict.values += 1 }
                    if cell.count == 4, shape == .number, cell.starts(with: "19".utf8) || cell.starts(with: "20".utf8) {
                        years += 1
                    }
                } else if shape != .empty, shape != .missing {
                    verdict.misses += 1
                    if Self.isSpoiled(cell, amongDays: shapes[column] == .date || shapes[column] == .stamp) {
                        verdict.spoiled += 1
                    }
                }
            } else if let vocabulary = vocabularies[column] {
                guard !cell.isEmpty else { continue }
                guard vocabulary.contains(Self.hash(cell)) else {
                    verdict.softMisses += 1
                    continue
                }
                verdict.softMatches += 1
                if cell.count > 3, !"([{".utf8.contains(cell[0]), cell[0] < 0x80 { verdict.wordMatches += 1 }
            } else if shapes[column] == .code {
                switch Shape(cell) {
                case .empty, .missing: break
                case .code: verdict.softMatches += 1
                default: verdict.softMisses += 1
                }
            }
        }
        verdict.onlyYears = verdict.matches > 0 && years == verdict.matches
        return verdict
    }
}
