import Facts

/// The typed cells of one column, one entry a row. Which kind it is follows from the column's ``ColumnKind``.
enum ColumnData: Sendable {
    /// Text, words and currencies.
    case texts(TextColumn)
    /// Ids, each of which is most likely met once.
    case list(TextList)
    /// Money, numbers and percentages.
    case numbers(NumberColumn)
    /// Days, and months told from them.
    case days(DayColumn)
    /// Time stamps.
    case stamps(StampColumn)
    /// 1, 0, or −1 where missing.
    case flags([Int8])

    /// An empty column for a kind.
    init(_ kind: ColumnKind) {
        switch kind {
        case .text, .word, .currency: self = .texts(TextColumn())
        case .id: self = .list(TextList())
        case .money, .number, .score, .percent: self = .numbers(NumberColumn())
        case .day: self = .days(DayColumn())
        case .stamp: self = .stamps([])
        case .flag: self = .flags([])
        }
    }

    /// A column of missing cells.
    init(_ kind: ColumnKind, missing count: Int) {
        switch kind {
        case .text, .word, .currency: self = .texts(TextColumn(codes: CodeColumn(repeating: 0, count: count)))
        case .id: self = .list(TextList(empty: count))
        case .money, .number, .score, .percent: self = .numbers(NumberColumn(missing: count))
        case .day: self = .days(DayColumn(values: Array(repeating: DayColumn.missing, count: count)))
        case .stamp: self = .stamps(StampColumn(missing: count))
        case .flag: self = .flags(Array(repeating: -1, count: count))
        }
    }

    /// The rows of columns of one kind, one after the other. There must be one. The first grows where it is, where nobody else holds it.
    static func joined(_ parts: consuming [ColumnData]) -> ColumnData {
        if parts.count == 1 { return parts[0] }
        let (rows, bytes) = (parts.reduce(0) { $0 + $1.count }, parts.reduce(0) { $0 + $1.byteCount })
        var builder = ColumnBuilder(parts.removeFirst())
        builder.reserveCapacity(rows, bytes: bytes)
        for part in parts { builder.append(part) }
        return builder.data
    }

    /// How many bytes the texts of ids have; 0 in columns of other kinds.
    private var byteCount: Int { if case .list(let column) = self { column.byteCount } else { 0 } }

    /// Whether a cell may be missing: told where that is known without a look at each.
    var mayHaveMissing: Bool { if case .stamps(let column) = self { column.mayHaveMissing } else { true } }

    /// Keeps some of the rows, which ascend.
    mutating func keep(_ rows: [Int32]) {
        switch self {
        case .texts(var column):
            self = .flags([])  // Nobody else holds what is changed.
            column.codes.keep(rows)
            self = .texts(column)
        case .list(var column):
            self = .flags([])
            column.keep(rows)
            self = .list(column)
        case .numbers(var column):
            self = .flags([])
            column.digits.keep(rows)
            column.scales.keep(rows)
            column.marks?.keep(rows)
            column.signs?.keep(rows)
            self = .numbers(column)
        case .days(var column):
            self = .flags([])
            column.values.keep(rows)
            self = .days(column)
        case .stamps(var column):
            self = .flags([])
            column.keep(rows)
            self = .stamps(column)
        case .flags(var column):
            self = .flags([])
            column.keep(rows)
            self = .flags(column)
        }
    }

    /// How many rows there are.
    var count: Int {
        switch self {
        case .texts(let column): column.codes.count
        case .list(let column): column.count
        case .numbers(let column): column.digits.count
        case .days(let column): column.values.count
        case .stamps(let column): column.count
        case .flags(let column): column.count
        }
    }

    /// The rows of `keep` only.
    func filtered(_ keep: [Bool]) -> ColumnData {
        func some<T>(_ values: some RandomAccessCollection<T>) -> [T] {
            var result: [T] = []
            result.reserveCapacity(values.count)
            for (value, isKept) in zip(values, keep) where isKept { result.append(value) }
            return result
        }
        switch self {
        case .texts(let column): return .texts(column.filtered(keep))
        case .list(let column): return .list(column.filtered { keep[$0] })
        case .numbers(let column):
            return .numbers(
                NumberColumn(
                    digits: WholeColumn(some(column.digits)), scales: some(column.scales), marks: column.marks.map(some),
                    signs: column.signs.map(some)))
        case .days(let column): return .days(DayColumn(values: some(column.values)))
        case .stamps(let column): return .stamps(column.picked(column.indices.filter { keep[$0] }))
        case .flags(let column): return .flags(some(column))
        }
    }

    /// Whether a cell is missing.
    func isMissing(_ row: Int) -> Bool {
        switch self {
        case .texts(let column): column.codes[row] == 0
        case .list(let column): column.length(row) == 0
        case .numbers(let column): column.digits[row] == NumberColumn.missing
        case .days(let column): column.values[row] == DayColumn.missing
        case .stamps(let column): column[row].isMissing
        case .flags(let column): column[row] < 0
        }
    }

    /// The text of a cell; nil in columns of other kinds.
    func text(_ row: Int) -> String? {
        switch self {
        case .texts(let column): column.pool.text(column.codes[row])
        case .list(let column): column[row]
        case .numbers, .days, .stamps, .flags: nil
        }
    }

    /// Whether the cells of two rows have the same value.
    func isEqual(_ a: Int, _ b: Int) -> Bool {
        switch self {
        case .texts(let column): column.codes[a] == column.codes[b]
        case .list(let column): column.areSame(a, b)
        case .numbers(let column): column.token(a) == column.token(b)
        case .days(let column): column.values[a] == column.values[b]
        case .stamps(let column): column[a].microseconds == column[b].microseconds
        case .flags(let column): column[a] == column[b]
        }
    }

    /// How many bytes the rows take, the texts of a pool aside.
    var size: Int {
        switch self {
        case .texts(let column): column.codes.byteCount
        case .list(let column): column.size
        case .numbers(let column): column.digits.byteCount + column.scales.count
        case .days(let column): column.values.count * MemoryLayout<Int32>.stride
        case .stamps(let column): column.byteCount
        case .flags(let column): column.count
        }
    }

    /// For each row a whole number that is the same for cells with the same value, within this column.
    var tokens: [UInt64] {
        switch self {
        case .texts(let column): return column.codes.map(UInt64.init)
        case .list(let column):
            var pool = BytePool()
            return column.indices.map { row in UInt64(column.withBytes(row) { pool.code($0) }) }
        case .numbers(let column): return column.digits.indices.map(column.token)
        case .days(let column): return column.values.map { UInt64(bitPattern: Int64($0)) }
        case .stamps(let column): return column.map { UInt64(bitPattern: $0.microseconds) }
        case .flags(let column): return column.map { UInt64(bitPattern: Int64($0)) }
        }
    }

    /// The places of the pairs of rows whose cells differ.
    func differing(_ pairs: [(old: Int, new: Int)]) -> [Int] {
        func places(_ isSame: (Int, Int) -> Bool) -> [Int] { pairs.indices.filter { !isSame(pairs[$0].old, pairs[$0].new) } }
        return switch self {
        case .texts(let column): places { column.codes[$0] == column.codes[$1] }
        case .list(let column): places { column.areSame($0, $1) }
        case .numbers(let column): places { column.token($0) == column.token($1) }
        case .days(let column): places { column.values[$0] == column.values[$1] }
        case .stamps(let column): places { column[$0] == column[$1] }
        case .flags(let column): places { column[$0] == column[$1] }
        }
    }
}

/// Texts by row.
struct TextColumn: Sendable {
    /// Codes in the pool; 0 where missing.
    var codes = CodeColumn()
    /// The texts.
    var pool = BytePool()

    mutating func append(_ more: TextColumn) {
        if pool.count == 1 {
            // The first texts: their codes are right as they are.
            pool = more.pool
            codes.append(contentsOf: more.codes, as: Array(0..<UInt32(pool.count)), most: UInt32(pool.count - 1))
            return
        }
        let map = pool.merge(more.pool)
        codes.append(contentsOf: more.codes, as: map, most: UInt32(pool.count - 1))
    }
}

extension TextColumn {
    /// The rows of `keep` only.
    func filtered(_ keep: [Bool]) -> TextColumn {
        TextColumn(codes: CodeColumn(zip(codes, keep).lazy.filter { $1 }.map { $0.0 }), pool: pool)
    }

    /// The rows with other texts in place of some; nil stands for the same text, the empty text for a missing cell.
    func renamed(_ other: (String) -> String?) -> TextColumn { renamed(byCode: { other(pool.text($0)) }) }

    /// The same, asked by the code of a text.
    func renamed(byCode other: (UInt32) -> String?) -> TextColumn {
        var (renamed, map, isChanged, isMoved) = (BytePool(), [UInt32](), false, false)
        map.reserveCapacity(pool.count)
        for code in 0..<UInt32(pool.count) {
            let new = code == 0 ? nil : other(code)
            isChanged = isChanged || new != nil
            map.append(new.map { renamed.code($0) } ?? pool.withBytes(code) { renamed.code($0) })
            isMoved = isMoved || map[Int(code)] != code
        }
        guard isChanged else { return self }
        return TextColumn(codes: isMoved ? CodeColumn(codes.lazy.map { map[Int($0)] }) : codes, pool: renamed)
    }
}

/// Decimals by row, exactly as written.
struct NumberColumn: Sendable {
    /// Stands for "no value" among the digits.
    static let missing = WholeColumn.missing

    /// All digits as one signed integer.
    var digits = WholeColumn()
    /// How many of them stand after the decimal sign.
    var scales: [Int8] = []
    /// The currency written in the cell; nil where no cell has one.
    var marks: [CurrencyMark]?
    /// Whether the cell has a percent sign; nil where none has.
    var signs: [Bool]?

    /// Sets a row.
    @inline(__always)
    mutating func set(_ row: Int, _ value: ExactDecimal) {
        digits[row] = value.digits
        scales[row] = Int8(truncatingIfNeeded: value.scale)
    }

    /// Sets a row whose cell has a currency or a percent sign.
    mutating func set(_ row: Int, _ value: ExactDecimal, mark: CurrencyMark, sign: Bool) {
        set(row, value)
        if mark != .none {
            if marks == nil { marks = Array(repeating: .none, count: digits.count) }
            marks![row] = mark
        }
        if sign {
            if signs == nil { signs = Array(repeating: false, count: digits.count) }
            signs![row] = true
        }
    }

    mutating func append(_ more: NumberColumn) {
        let (before, count) = (digits.count, more.digits.count)
        if marks == nil, more.marks != nil { marks = Array(repeating: .none, count: before) }
        if signs == nil, more.signs != nil { signs = Array(repeating: false, count: before) }
        marks?.append(contentsOf: more.marks ?? Array(repeating: .none, count: count))
        signs?.append(contentsOf: more.signs ?? Array(repeating: false, count: count))
        digits.append(contentsOf: more.digits)
        scales.append(contentsOf: more.scales)
    }

    /// A whole number that is the same for rows with the same value.
    func token(_ row: Int) -> UInt64 {
        guard digits[row] != NumberColumn.missing else { return UInt64.max }
        var (digits, scale) = (digits[row], scales[row])
        while scale > 0, digits % 10 == 0 { (digits, scale) = (digits / 10, scale - 1) }
        let mark = UInt64(marks?[row].packed ?? 0)
        return UInt64(bitPattern: digits) &* 64 &+ UInt64(scale) &+ mark << 40
    }

}

extension NumberColumn {
    /// So many rows, each missing.
    init(missing count: Int) {
        digits = WholeColumn(missing: count)
        scales = Array(repeating: 0, count: count)
    }

    /// The decimal of a row, or nil where missing.
    @inline(__always)
    subscript(row: Int) -> ExactDecimal? {
        digits[row] == NumberColumn.missing ? nil : ExactDecimal(digits: digits[row], scale: Int(scales[row]))
    }
}

/// Days and months by row.
struct DayColumn: Sendable {
    /// Stands for "no value".
    static let missing = Int32.min

    /// Twice the (first) day's number, and one more for a whole month.
    var values: [Int32] = []

    mutating func append(_ day: Day, isMonth: Bool) { values.append(day.number * 2 + (isMonth ? 1 : 0)) }

    /// The day, or the month's first; nil where missing.
    @inline(__always)
    func first(_ row: Int) -> Day? { values[row] == DayColumn.missing ? nil : Day(Int(values[row] >> 1)) }

    /// The day, or the month's last; nil where missing.
    func last(_ row: Int) -> Day? {
        guard let day = first(row) else { return nil }
        return isMonth(row) ? day.endOfMonth : day
    }

    /// Whether a month without a day is written.
    func isMonth(_ row: Int) -> Bool { values[row] != DayColumn.missing && values[row] & 1 == 1 }
}
