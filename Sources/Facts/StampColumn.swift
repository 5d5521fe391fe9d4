/// Time stamps by row: in 32 bits each while all are whole seconds from 1970 to 2106, as nearly all are, else in 64.
public struct StampColumn: Sendable, RandomAccessCollection, MutableCollection, ExpressibleByArrayLiteral {
    /// Seconds since 1970, ``none`` where missing; without meaning once the column is wide.
    @usableFromInline var seconds: [UInt32] = []
    /// All stamps, once one of them does not fit into seconds.
    @usableFromInline var wide: [Stamp] = []
    /// Whether the stamps are in ``wide``.
    @usableFromInline var isWide = false

    /// Stands for "no time stamp" among the seconds.
    public static let none = UInt32.max

    /// A column without rows.
    public init() {}

    /// So many rows, each missing.
    public init(missing count: Int) { seconds = Array(repeating: StampColumn.none, count: count) }

    /// A column of some stamps.
    public init(_ stamps: some Sequence<Stamp>) { for stamp in stamps { append(stamp) } }

    /// A column of some stamps.
    public init(arrayLiteral stamps: Stamp...) { self.init(stamps) }

    /// A column of whole seconds since 1970, ``none`` where missing.
    public init(seconds: [UInt32]) { self.seconds = seconds }

    /// The first row.
    @inlinable public var startIndex: Int { 0 }
    /// One past the last row.
    @inlinable public var endIndex: Int { isWide ? wide.count : seconds.count }

    /// The stamp of a row.
    @inlinable public subscript(row: Int) -> Stamp {
        @inline(__always) get { isWide ? wide[row] : StampColumn.stamp(seconds[row]) }
        set {
            if !isWide, let short = StampColumn.seconds(newValue) {
                seconds[row] = short
            } else {
                widen()
                wide[row] = newValue
            }
        }
    }

    /// Adds a row.
    public mutating func append(_ stamp: Stamp) {
        if !isWide, let short = StampColumn.seconds(stamp) {
            seconds.append(short)
        } else {
            widen()
            wide.append(stamp)
        }
    }

    /// Adds the rows of another column.
    public mutating func append(contentsOf other: StampColumn) {
        if !isWide, !other.isWide {
            seconds.append(contentsOf: other.seconds)
        } else {
            widen()
            wide.append(contentsOf: other)
        }
    }

    /// Some of the rows, in the order given.
    public func picked(_ rows: [Int]) -> StampColumn {
        var part = StampColumn()
        part.isWide = isWide
        if isWide { part.wide = rows.map { wide[$0] } } else { part.seconds = rows.map { seconds[$0] } }
        return part
    }

    /// The earliest stamp; the missing one where there is none.
    public var earliest: Stamp {
        if isWide { return wide.lazy.filter { !$0.isMissing }.min() ?? .missing }
        var first = StampColumn.none
        seconds.withUnsafeBufferPointer { for second in $0 { first = Swift.min(first, second) } }
        return StampColumn.stamp(first)
    }

    /// The latest stamp of some rows that lies before a moment; the missing one where there is none.
    public func latest(of rows: Range<Int>, before cut: Stamp) -> Stamp {
        if isWide {
            var last = Stamp.missing
            for stamp in wide[rows] where stamp < cut { last = Swift.max(last, stamp) }
            return last
        }
        let end = endSecond(of: cut)
        guard end > 0 else { return .missing }
        precondition(rows.lowerBound >= 0 && rows.upperBound <= seconds.count, "the column has these rows")
        // One more than the second, so that 0 stands for none.
        var last: UInt32 = 0
        seconds.withUnsafeBufferPointer { seconds in
            for row in rows {
                let second = seconds[row]
                last = Swift.max(last, (second &+ 1) & StampColumn.mask(second, isBelow: UInt32(end)))
            }
        }
        return last == 0 ? .missing : StampColumn.stamp(last - 1)
    }

    /// Those of some rows whose stamp lies before another column's of the same row, neither missing.
    public func rows(of rows: Range<Int>, before other: StampColumn) -> [Int] {
        guard !isWide, !other.isWide else {
            return rows.filter { !self[$0].isMissing && !other[$0].isMissing && self[$0] < other[$0] }
        }
        precondition(rows.lowerBound >= 0 && rows.upperBound <= Swift.min(count, other.count), "both columns have these rows")
        var found: [Int] = []
        seconds.withUnsafeBufferPointer { own in
            other.seconds.withUnsafeBufferPointer { others in
                // What is missing is the greatest second, which lies before none.
                forEachPlace(of: rows.count) { place in
                    let (first, second) = (own[rows.lowerBound &+ place], others[rows.lowerBound &+ place])
                    return StampColumn.mask(first, isBelow: second) & StampColumn.mask(second, isBelow: StampColumn.none) & 1
                } do: {
                    found.append(rows.lowerBound + $0)
                }
            }
        }
        return found
    }

    /// All bits where a number is below another, none where it is not: reckoned, so that no branch hangs on it and several numbers are
    /// compared at once.
    @inlinable @inline(__always)
    static func mask(_ number: UInt32, isBelow other: UInt32) -> UInt32 {
        UInt32(truncatingIfNeeded: (Int64(number) &- Int64(other)) &>> 63)
    }

    /// The same of rows that do not all follow one another.
    public func latest(of rows: ArraySlice<Int32>, before cut: Stamp) -> Stamp {
        var last = Stamp.missing
        if isWide {
            for row in rows where wide[Int(row)] < cut { last = Swift.max(last, wide[Int(row)]) }
            return last
        }
        let end = endSecond(of: cut)
        var second: UInt32 = 0
        for row in rows {
            let own = seconds[Int(row)]
            if Int64(own) < end { second = Swift.max(second, own &+ 1) }
        }
        return second == 0 ? .missing : StampColumn.stamp(second - 1)
    }

    /// The earliest and the latest of those stamps of some rows that lie within a span of microseconds; nothing where none does.
    public func ends(of rows: Range<Int>, _ within: Range<Int64>) -> [Stamp] {
        let last = latest(of: rows, before: Stamp(microseconds: within.upperBound))
        guard !last.isMissing, last.microseconds >= within.lowerBound else { return [] }
        if isWide {
            return [wide[rows].lazy.filter { !$0.isMissing && $0.microseconds >= within.lowerBound }.min() ?? last, last]
        }
        let start = within.lowerBound <= 0 ? 0 : UInt32(endSecond(of: Stamp(microseconds: within.lowerBound)))
        var first = StampColumn.none
        seconds.withUnsafeBufferPointer { seconds in
            for row in rows { first = Swift.min(first, seconds[row] | StampColumn.mask(seconds[row], isBelow: start)) }
        }
        return [StampColumn.stamp(first), last]
    }

    /// The same of rows that do not all follow one another.
    public func ends(of rows: ArraySlice<Int32>, _ within: Range<Int64>) -> [Stamp] {
        let (start, end) = (Stamp(microseconds: within.lowerBound), Stamp(microseconds: within.upperBound))
        let last = latest(of: rows, before: end)
        guard !last.isMissing, last >= start else { return [] }
        var first = last
        for row in rows {
            let stamp = self[Int(row)]
            if !stamp.isMissing, stamp >= start, stamp < first { first = stamp }
        }
        return [first, last]
    }

    /// The first whole second that is not before a moment, within those that a stamp in seconds has.
    @usableFromInline func endSecond(of cut: Stamp) -> Int64 {
        Swift.max(0, Swift.min(Stamp.floorDivide(cut.microseconds &- 1, 1_000_000) + 1, Int64(StampColumn.none)))
    }

    /// Calls `body` with the day of each stamp of some rows that is there and lies before a moment, and with the row's place among
    /// them, from 0 on.
    @inlinable public func forEachDay(
        of rows: Range<Int>, before cut: Stamp, _ days: inout ZoneDays, _ body: (_ place: Int, Day) -> Void
    ) {
        if isWide {
            for (place, stamp) in wide[rows].enumerated() where !stamp.isMissing && stamp < cut {
                body(place, days.day(of: stamp))
            }
            return
        }
        let end = UInt32(endSecond(of: cut))
        precondition(rows.lowerBound >= 0 && rows.upperBound <= seconds.count, "the column has these rows")
        seconds.withUnsafeBufferPointer { seconds in
            forEachPlace(of: rows.count) { place in
                StampColumn.mask(seconds[rows.lowerBound &+ place], isBelow: end) & 1
            } do: { place in
                body(place, days.day(ofSecond: Int64(seconds[rows.lowerBound &+ place])))
            }
        }
    }

    /// Calls `body` with the time from another column's stamp to this one's, in microseconds, for each of some rows that has both, the
    /// second not before the first and before a moment; and with the row's place among them, from 0 on.
    @inlinable public func forEachSpan(
        of rows: Range<Int>, since start: StampColumn, before cut: Stamp, _ body: (_ place: Int, Int64) -> Void
    ) {
        guard !isWide, !start.isWide else {
            for row in rows {
                let (from, to) = (start[row], self[row])
                guard !from.isMissing, !to.isMissing, to < cut, to >= from else { continue }
                body(row - rows.lowerBound, to.microseconds - from.microseconds)
            }
            return
        }
        let end = UInt32(endSecond(of: cut))
        precondition(
            rows.lowerBound >= 0 && rows.upperBound <= seconds.count && rows.upperBound <= start.seconds.count,
            "the columns have these rows")
        seconds.withUnsafeBufferPointer { ends in
            start.seconds.withUnsafeBufferPointer { starts in
                forEachPlace(of: rows.count) { place in
                    // A missing start is greater than any end.
                    let (from, to) = (starts[rows.lowerBound &+ place], ends[rows.lowerBound &+ place])
                    return StampColumn.mask(to, isBelow: end) & ~StampColumn.mask(to, isBelow: from) & 1
                } do: { place in
                    body(place, Int64(ends[rows.lowerBound &+ place] &- starts[rows.lowerBound &+ place]) &* 1_000_000)
                }
            }
        }
    }

    /// Makes room for so many rows in all.
    public mutating func reserveCapacity(_ rows: Int) {
        if isWide { wide.reserveCapacity(rows) } else { seconds.reserveCapacity(rows) }
    }

    /// How many bytes the rows take.
    public var byteCount: Int { isWide ? wide.count * MemoryLayout<Stamp>.stride : seconds.count * MemoryLayout<UInt32>.stride }

    /// Calls `body` with the seconds, for making ready the memory that is reserved for more.
    public mutating func withStorage(_ body: (inout [UInt32]) -> Void) { body(&seconds) }

    /// The stamp that some seconds stand for.
    @inlinable @inline(__always)
    static func stamp(_ seconds: UInt32) -> Stamp {
        seconds == UInt32.max ? .missing : Stamp(microseconds: Int64(seconds) &* 1_000_000)
    }

    /// A stamp in whole seconds since 1970, ``none`` where missing; nil where it does not fit.
    @inlinable public static func seconds(_ stamp: Stamp) -> UInt32? {
        if stamp.isMissing { return none }
        let (seconds, rest) = stamp.microseconds.quotientAndRemainder(dividingBy: 1_000_000)
        return rest == 0 && seconds >= 0 && seconds < Int64(none) ? UInt32(seconds) : nil
    }

    @usableFromInline mutating func widen() {
        guard !isWide else { return }
        wide = seconds.map(StampColumn.stamp)
        (seconds, isWide) = ([], true)
    }
}
