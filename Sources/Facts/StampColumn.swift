/// Time stamps by row: in 32 bits each while all are whole seconds from 1970 to 2106, as nearly all are, else in 64. Where more than a
/// quarter of the rows have none, as with the later stages of a funnel, only those that are there take memory.
public struct StampColumn: Sendable, RandomAccessCollection, MutableCollection, ExpressibleByArrayLiteral {
    /// What the stamps lie in.
    @usableFromInline enum Form: Int, Sendable { case seconds, wide, some }

    @usableFromInline var form = Form.seconds
    /// Seconds since 1970, ``none`` where missing.
    @usableFromInline var seconds: [UInt32] = []
    /// How many rows were missing when they were added, or became so: as many as are now, or more.
    @usableFromInline var missing = 0
    /// The same of many rows without a stamp.
    @usableFromInline var some = SparseSeconds()
    /// All stamps, once one of them does not fit into seconds.
    @usableFromInline var wide: [Stamp] = []

    /// Stands for "no time stamp" among the seconds.
    public static let none = UInt32.max

    /// A column without rows.
    public init() {}

    /// So many rows, each missing.
    public init(missing count: Int) { (seconds, missing) = (Array(repeating: StampColumn.none, count: count), count) }

    /// A column of some stamps.
    public init(_ stamps: some Sequence<Stamp>) {
        for stamp in stamps { append(stamp) }
        if form == .seconds { self = StampColumn(seconds: seconds) }
    }

    /// A column of some stamps.
    public init(arrayLiteral stamps: Stamp...) { self.init(stamps) }

    /// A column of whole seconds since 1970, ``none`` where missing.
    public init(seconds: [UInt32]) { self.init(SparseSeconds(seconds)) }

    /// So many rows, of which `fill` adds the seconds since 1970 one after the other, ``none`` where missing.
    @inlinable @inline(__always)
    public init(rows count: Int, _ fill: (inout Adder) -> Void) { self.init(SparseSeconds(rows: count, fill)) }

    @usableFromInline init(_ rows: SparseSeconds) {
        missing = rows.missing
        if missing == 0 {
            seconds = rows.values
        } else if StampColumn.isSparse(missing, of: rows.count) {
            (some, form) = (rows, .some)
        } else {
            seconds = rows.spread
        }
    }

    /// Whether a row may be missing; a column of which that is not so need not be looked through.
    public var mayHaveMissing: Bool { form == .wide || missing > 0 }

    /// The first row.
    @inlinable public var startIndex: Int { 0 }
    /// One past the last row.
    @inlinable public var endIndex: Int {
        switch form {
        case .seconds: seconds.count
        case .some: some.count
        case .wide: wide.count
        }
    }

    /// The stamp of a row.
    @inlinable public subscript(row: Int) -> Stamp {
        @inline(__always) get { form == .wide ? wide[row] : StampColumn.stamp(second(row)) }
        set {
            if newValue.isMissing { missing += 1 }
            if form != .wide, let short = StampColumn.seconds(newValue) {
                spread()
                seconds[row] = short
            } else {
                widen()
                wide[row] = newValue
            }
        }
    }

    /// A row's second, ``none`` where missing; not to be asked of a wide column.
    @inlinable @inline(__always)
    func second(_ row: Int) -> UInt32 { form == .some ? some[row] : seconds[row] }

    /// Adds a row.
    public mutating func append(_ stamp: Stamp) {
        if form != .wide, let short = StampColumn.seconds(stamp) {
            if form == .some { some.append(short) } else { seconds.append(short) }
            if stamp.isMissing { missing += 1 }
        } else {
            widen()
            wide.append(stamp)
        }
    }

    /// Adds the rows of another column.
    public mutating func append(contentsOf other: StampColumn) {
        switch (form, other.form) {
        case (.wide, _), (_, .wide):
            widen()
            wide.append(contentsOf: other)
        case (.some, .some): some.append(other.some)
        case (.some, .seconds): some.append(other.seconds)
        case (.seconds, .seconds): seconds.append(contentsOf: other.seconds)
        case (.seconds, .some):
            if StampColumn.isSparse(missing + other.some.missing, of: seconds.count + other.count) {
                some = SparseSeconds(seconds)
                (seconds, form) = ([], .some)
                some.append(other.some)
            } else {
                seconds.append(contentsOf: other.some.spread)
            }
        }
        missing += other.missing
    }

    /// Some of the rows, in the order given.
    public func picked(_ rows: [Int]) -> StampColumn {
        var part = StampColumn()
        (part.form, part.missing) = (form, missing)
        switch form {
        case .seconds: part.seconds = rows.map { seconds[$0] }
        case .some: part.some = some.picked(rows)
        case .wide: part.wide = rows.map { wide[$0] }
        }
        return part
    }

    /// Keeps some of the rows, which ascend.
    public mutating func keep(_ rows: [Int32]) {
        switch form {
        case .seconds: seconds.keep(rows)
        case .some: some.keep(rows)
        case .wide: wide.keep(rows)
        }
    }

    /// The earliest stamp; the missing one where there is none.
    public var earliest: Stamp {
        if form == .wide { return wide.lazy.filter { !$0.isMissing }.min() ?? .missing }
        var first = StampColumn.none
        (form == .some ? some.values : seconds).withUnsafeBufferPointer {
            for second in $0 { first = Swift.min(first, second) }
        }
        return StampColumn.stamp(first)
    }

    /// The latest stamp of some rows that lies before a moment; the missing one where there is none.
    public func latest(of rows: Range<Int>, before cut: Stamp) -> Stamp {
        if form == .wide {
            var last = Stamp.missing
            for stamp in wide[rows] where stamp < cut { last = Swift.max(last, stamp) }
            return last
        }
        let end = endSecond(of: cut)
        guard end > 0 else { return .missing }
        // One more than the second, so that 0 stands for none.
        var last: UInt32 = 0
        withSeconds(of: rows) { seconds in
            for place in 0..<seconds.count {
                let second = seconds[place]
                last = Swift.max(last, (second &+ 1) & StampColumn.mask(second, isBelow: UInt32(end)))
            }
        }
        return last == 0 ? .missing : StampColumn.stamp(last - 1)
    }

    /// Calls `body` with the seconds of some rows, ``none`` or left out where missing; not to be asked of a wide column.
    @inline(__always)
    private func withSeconds(of rows: Range<Int>, _ body: (UnsafeBufferPointer<UInt32>) -> Void) {
        precondition(rows.lowerBound >= 0 && rows.upperBound <= count, "the column has these rows")
        let (list, places) = form == .some ? (some.values, some.places(of: rows)) : (seconds, rows)
        list.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[places])) }
    }

    /// Those of some rows whose stamp lies before another column's of the same row, neither missing.
    public func rows(of rows: Range<Int>, before other: StampColumn) -> [Int] {
        precondition(rows.lowerBound >= 0 && rows.upperBound <= Swift.min(count, other.count), "both columns have these rows")
        var found: [Int] = []
        if form == .some, other.form != .wide {
            some.forEach(of: rows) { row, second in
                let limit = other.second(row)
                if second < limit, limit != StampColumn.none { found.append(row) }
            }
            return found
        }
        guard form == .seconds, other.form == .seconds else {
            return rows.filter { !self[$0].isMissing && !other[$0].isMissing && self[$0] < other[$0] }
        }
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
        if form == .wide {
            for row in rows where wide[Int(row)] < cut { last = Swift.max(last, wide[Int(row)]) }
            return last
        }
        let end = endSecond(of: cut)
        var second: UInt32 = 0
        for row in rows {
            let own = self.second(Int(row))
            if Int64(own) < end { second = Swift.max(second, own &+ 1) }
        }
        return second == 0 ? .missing : StampColumn.stamp(second - 1)
    }

    /// The earliest and the latest of those stamps of some rows that lie within a span of microseconds; nothing where none does.
    public func ends(of rows: Range<Int>, _ within: Range<Int64>) -> [Stamp] {
        let last = latest(of: rows, before: Stamp(microseconds: within.upperBound))
        guard !last.isMissing, last.microseconds >= within.lowerBound else { return [] }
        if form == .wide {
            return [wide[rows].lazy.filter { !$0.isMissing && $0.microseconds >= within.lowerBound }.min() ?? last, last]
        }
        let start = within.lowerBound <= 0 ? 0 : UInt32(endSecond(of: Stamp(microseconds: within.lowerBound)))
        var first = StampColumn.none
        withSeconds(of: rows) { seconds in
            for place in 0..<seconds.count {
                first = Swift.min(first, seconds[place] | StampColumn.mask(seconds[place], isBelow: start))
            }
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
        if form == .wide {
            for (place, stamp) in wide[rows].enumerated() where !stamp.isMissing && stamp < cut {
                body(place, days.day(of: stamp))
            }
            return
        }
        let end = UInt32(endSecond(of: cut))
        if form == .some {
            some.forEach(of: rows) { row, second in
                if second < end { body(row &- rows.lowerBound, days.day(ofSecond: Int64(second))) }
            }
            return
        }
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
        if form == .some, start.form != .wide {
            let end = UInt32(endSecond(of: cut))
            some.forEach(of: rows) { row, second in
                // A missing start is greater than any end.
                let from = start.second(row)
                if from <= second, second < end { body(row &- rows.lowerBound, Int64(second &- from) &* 1_000_000) }
            }
            return
        }
        guard form == .seconds, start.form == .seconds else {
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
        switch form {
        case .seconds: seconds.reserveCapacity(rows)
        case .some: some.reserveCapacity(rows)
        case .wide: wide.reserveCapacity(rows)
        }
    }

    /// How many bytes the rows take.
    public var byteCount: Int {
        switch form {
        case .seconds: seconds.count * MemoryLayout<UInt32>.stride
        case .some: some.byteCount
        case .wide: wide.count * MemoryLayout<Stamp>.stride
        }
    }

    /// Calls `body` with the seconds, for making ready the memory that is reserved for more, and with the places that some rows more
    /// will take there.
    public mutating func withStorage(_ rows: Range<Int>, _ body: (inout [UInt32], Range<Int>) -> Void) {
        if form == .some { some.withStorage(rows, body) } else { body(&seconds, rows) }
    }

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

    /// Whether so many of some rows are missing that those which are not are kept by themselves.
    private static func isSparse(_ missing: Int, of rows: Int) -> Bool { missing > rows / 4 }

    /// Gives each row a place of its own again, where it may be changed.
    @usableFromInline mutating func spread() {
        guard form == .some else { return }
        (seconds, some, form) = (some.spread, SparseSeconds(), .seconds)
    }

    @usableFromInline mutating func widen() {
        guard form != .wide else { return }
        wide = Array(self)
        (seconds, some, form) = ([], SparseSeconds(), .wide)
    }
}
