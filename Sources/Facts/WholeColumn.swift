/// Whole numbers by row: in 32 bits each while all fit, as nearly all do, else in 64.
public struct WholeColumn: Sendable, RandomAccessCollection, MutableCollection, ExpressibleByArrayLiteral {
    /// The numbers, ``none`` where missing; empty once the column is wide.
    @usableFromInline var short: [Int32] = []
    /// All numbers, once one of them does not fit.
    @usableFromInline var wide: [Int64] = []
    /// Whether the numbers are in ``wide``.
    @usableFromInline var isWide = false

    /// Stands for "no number".
    public static let missing = Int64.min

    /// Stands for "no number" among those in 32 bits.
    @usableFromInline static let none = Int32.min

    /// A column without rows.
    public init() {}

    /// So many rows, each missing.
    public init(missing count: Int) { short = Array(repeating: WholeColumn.none, count: count) }

    /// A column of some numbers.
    @inlinable public init(_ numbers: some Sequence<Int64>) {
        self.init()
        for number in numbers { append(number) }
    }

    /// A column of some numbers.
    public init(arrayLiteral numbers: Int64...) { self.init(numbers) }

    /// The first row.
    @inlinable public var startIndex: Int { 0 }
    /// One past the last row.
    @inlinable public var endIndex: Int { isWide ? wide.count : short.count }

    /// The number of a row; ``missing`` where there is none.
    @inlinable public subscript(row: Int) -> Int64 {
        @inline(__always)
        get { isWide ? wide[row] : WholeColumn.number(short[row]) }
        set {
            if !isWide, let number = WholeColumn.short(newValue) {
                short[row] = number
            } else {
                widen()
                wide[row] = newValue
            }
        }
    }

    /// Adds a row.
    @inlinable public mutating func append(_ number: Int64) {
        if !isWide, let number = WholeColumn.short(number) {
            short.append(number)
        } else {
            widen()
            wide.append(number)
        }
    }

    /// Adds the rows of another column.
    public mutating func append(contentsOf other: WholeColumn) {
        if !isWide, !other.isWide {
            short.append(contentsOf: other.short)
        } else {
            widen()
            if other.isWide { wide.append(contentsOf: other.wide) } else { wide.append(contentsOf: other) }
        }
    }

    /// Makes room for so many rows in all.
    public mutating func reserveCapacity(_ rows: Int) {
        if isWide { wide.reserveCapacity(rows) } else { short.reserveCapacity(rows) }
    }

    /// How many bytes the rows take.
    public var byteCount: Int { isWide ? wide.count * MemoryLayout<Int64>.stride : short.count * MemoryLayout<Int32>.stride }

    /// Calls `body` with the numbers in 32 bits, for making ready the memory that is reserved for more.
    public mutating func withStorage(_ body: (inout [Int32]) -> Void) { body(&short) }

    /// The number that one in 32 bits stands for.
    @inlinable @inline(__always)
    static func number(_ short: Int32) -> Int64 { short == Int32.min ? Int64.min : Int64(short) }

    /// A number in 32 bits; nil where it does not fit.
    @inlinable @inline(__always)
    static func short(_ number: Int64) -> Int32? {
        if number == Int64.min { return Int32.min }
        let short = Int32(truncatingIfNeeded: number)
        return Int64(short) == number && short != Int32.min ? short : nil
    }

    @usableFromInline @inline(never)
    mutating func widen() {
        guard !isWide else { return }
        wide.reserveCapacity(short.capacity)
        wide.append(contentsOf: short.lazy.map(WholeColumn.number))
        (short, isWide) = ([], true)
    }
}

extension WholeColumn: Equatable {
    /// Whether two columns have the same numbers, however many bytes they take.
    public static func == (a: WholeColumn, b: WholeColumn) -> Bool { a.elementsEqual(b) }
}
