import Facts

/// The typed cells of one column, one entry a row. Which kind it is follows from the column's ``ColumnKind``.
enum ColumnData: Sendable {
    /// Text, words and currencies.
    case texts(TextColumn)
    /// Money, numbers and percentages.
    case numbers(NumberColumn)
    /// Days, and months told from them.
    case days(DayColumn)
    /// Microseconds since 1970 UTC, `Stamp.missing`'s where missing.
    case stamps([Int64])
    /// 1, 0, or −1 where missing.
    case flags([Int8])

    /// An empty column for a kind.
    init(_ kind: ColumnKind) {
        switch kind {
        case .text, .word, .currency: self = .texts(TextColumn())
        case .money, .number, .score, .percent: self = .numbers(NumberColumn())
        case .day: self = .days(DayColumn())
        case .stamp: self = .stamps([])
        case .flag: self = .flags([])
        }
    }

    /// A column of missing cells.
    init(_ kind: ColumnKind, missing count: Int) {
        self.init(kind)
        appendMissing(count)
    }

    /// Adds missing cells.
    mutating func appendMissing(_ count: Int) {
        switch self {
        case .texts(var column):
            column.codes.append(contentsOf: repeatElement(0, count: count))
            self = .texts(column)
        case .numbers(var column):
            column.appendMissing(count)
            self = .numbers(column)
        case .days(var column):
            column.values.append(contentsOf: repeatElement(DayColumn.missing, count: count))
            self = .days(column)
        case .stamps(let column): self = .stamps(column + Array(repeating: Int64.min, count: count))
        case .flags(let column): self = .flags(column + Array(repeating: -1, count: count))
        }
    }

    /// Adds the rows of another column of the same kind.
    mutating func append(_ other: ColumnData) { self = ColumnData.joined([self, other]) }

    /// The rows of columns of one kind, one after the other: made at once, so that each row is copied once. There must be one.
    static func joined(_ parts: [ColumnData]) -> ColumnData {
        if parts.count == 1 { return parts[0] }
        func all<T>(_ arrays: [[T]]) -> [T] {
            var result: [T] = []
            result.reserveCapacity(arrays.reduce(0) { $0 + $1.count })
            for array in arrays { result.append(contentsOf: array) }
            return result
        }
        switch parts[0] {
        case .texts:
            return .texts(TextColumn.joined(parts.map { if case .texts(let column) = $0 { column } else { TextColumn() } }))
        case .numbers:
            return .numbers(
                NumberColumn.joined(parts.map { if case .numbers(let column) = $0 { column } else { NumberColumn() } }))
        case .days:
            return .days(DayColumn(values: all(parts.map { if case .days(let column) = $0 { column.values } else { [] } })))
        case .stamps: return .stamps(all(parts.map { if case .stamps(let column) = $0 { column } else { [] } }))
        case .flags: return .flags(all(parts.map { if case .flags(let column) = $0 { column } else { [] } }))
        }
    }

    /// The rows of `keep` only.
    func filtered(_ keep: [Bool]) -> ColumnData {
        func some<T>(_ values: [T]) -> [T] {
            var result: [T] = []
            result.reserveCapacity(values.count)
            for index in values.indices where keep[index] { result.append(values[index]) }
            return result
        }
        switch self {
        case .texts(let column): return .texts(TextColumn(codes: some(column.codes), pool: column.pool))
        case .numbers(let column):
            return .numbers(
                NumberColumn(
                    digits: some(column.digits), scales: some(column.scales), marks: column.marks.map(some),
                    signs: column.signs.map(some)))
        case .days(let column): return .days(DayColumn(values: some(column.values)))
        case .stamps(let column): return .stamps(some(column))
        case .flags(let column): return .flags(some(column))
        }
    }

    /// Whether a cell is missing.
    func isMissing(_ row: Int) -> Bool {
        switch self {
        case .texts(let column): column.codes[row] == 0
        case .numbers(let column): column.digits[row] == NumberColumn.missing
        case .days(let column): column.values[row] == DayColumn.missing
        case .stamps(let column): column[row] == Int64.min
        case .flags(let column): column[row] < 0
        }
    }

    /// A whole number that is the same for cells with the same value, within this column.
    func token(_ row: Int) -> UInt64 {
        switch self {
        case .texts(let column): return UInt64(column.codes[row])
        case .numbers(let column):
            guard column.digits[row] != NumberColumn.missing else { return UInt64.max }
            var (digits, scale) = (column.digits[row], column.scales[row])
            while scale > 0, digits % 10 == 0 { (digits, scale) = (digits / 10, scale - 1) }
            let mark = UInt64(column.marks?[row].packed ?? 0)
            return UInt64(bitPattern: digits) &* 64 &+ UInt64(scale) &+ mark << 40
        case .days(let column): return UInt64(bitPattern: Int64(column.values[row]))
        case .stamps(let column): return UInt64(bitPattern: column[row])
        case .flags(let column): return UInt64(bitPattern: Int64(column[row]))
        }
    }
}

/// Texts by row.
struct TextColumn: Sendable {
    /// Codes in the pool; 0 where missing.
    var codes: [UInt32] = []
    /// The texts.
    var pool = BytePool()

    static func joined(_ parts: [TextColumn]) -> TextColumn {
        var result = TextColumn()
        result.codes.reserveCapacity(parts.reduce(0) { $0 + $1.codes.count })
        for part in parts {
            if result.pool.count == 1 {
                // The first texts: their codes are right as they are.
                result.codes.append(contentsOf: part.codes)
                result.pool = part.pool
                continue
            }
            let map = result.pool.merge(part.pool)
            for code in part.codes { result.codes.append(map[Int(code)]) }
        }
        return result
    }
}

/// Decimals by row, exactly as written.
struct NumberColumn: Sendable {
    /// Stands for "no value" among the digits.
    static let missing = Int64.min

    /// All digits as one signed integer.
    var digits: [Int64] = []
    /// How many of them stand after the decimal sign.
    var scales: [Int8] = []
    /// The currency written in the cell; nil where no cell has one.
    var marks: [CurrencyMark]?
    /// Whether the cell has a percent sign; nil where none has.
    var signs: [Bool]?

    mutating func append(_ value: ExactDecimal, mark: CurrencyMark = .none, sign: Bool = false) {
        if mark != .none, marks == nil { marks = Array(repeating: .none, count: digits.count) }
        if sign, signs == nil { signs = Array(repeating: false, count: digits.count) }
        marks?.append(mark)
        signs?.append(sign)
        digits.append(value.digits)
        scales.append(Int8(value.scale))
    }

    mutating func appendMissing(_ count: Int = 1) {
        digits.append(contentsOf: repeatElement(NumberColumn.missing, count: count))
        scales.append(contentsOf: repeatElement(0, count: count))
        marks?.append(contentsOf: repeatElement(.none, count: count))
        signs?.append(contentsOf: repeatElement(false, count: count))
    }

    static func joined(_ parts: [NumberColumn]) -> NumberColumn {
        var result = NumberColumn()
        let count = parts.reduce(0) { $0 + $1.digits.count }
        result.digits.reserveCapacity(count)
        result.scales.reserveCapacity(count)
        if parts.contains(where: { $0.marks != nil }) { result.marks = [] }
        if parts.contains(where: { $0.signs != nil }) { result.signs = [] }
        for part in parts {
            result.digits.append(contentsOf: part.digits)
            result.scales.append(contentsOf: part.scales)
            result.marks?.append(contentsOf: part.marks ?? Array(repeating: .none, count: part.digits.count))
            result.signs?.append(contentsOf: part.signs ?? Array(repeating: false, count: part.digits.count))
        }
        return result
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
