import Facts

/// The rows of a table that are facts, in the order in which they count: where all are, no list of them is kept.
struct FactRows: Sendable, RandomAccessCollection {
    private let some: [Int32]?
    /// The rows where they are not all and ascend, which they do but for mended ones.
    let ascending: [Int32]?
    let count: Int

    /// All of so many rows, in their order.
    init(all count: Int) { (some, ascending, self.count) = (nil, nil, count) }

    /// Some rows, in the order given.
    init(_ rows: [Int32], ascend: Bool) { (some, ascending, count) = (rows, ascend ? rows : nil, rows.count) }

    /// Whether these are all rows of the table in their order.
    var areAll: Bool { some == nil }
    /// Whether they ascend.
    var ascend: Bool { areAll || ascending != nil }

    var startIndex: Int { 0 }
    var endIndex: Int { count }

    @inline(__always)
    subscript(index: Int) -> Int { some.map { Int($0[index]) } ?? index }
}

extension StampColumn {
    /// Some of the rows, which are shared where they are all.
    func picked(_ rows: FactRows) -> StampColumn { rows.areAll && rows.count == count ? self : picked(Array(rows)) }

    /// The latest stamp before a moment of the facts, which ascend, among some rows; the missing one where there is none.
    func latest(of facts: FactRows, in rows: Range<Int>, before cut: Stamp) -> Stamp {
        // What is not replaced most often has the latest: it is soon found from the end, and need not be looked for among the facts.
        let last = latest(of: rows, before: cut)
        guard let list = facts.ascending, !last.isMissing else { return last }
        let own = list.part(in: rows)
        return own.last { self[Int($0)] == last } == nil ? latest(of: own, before: cut) : last
    }

    /// The earliest and the latest stamp within a span of microseconds of the facts, which ascend, among some rows; nothing where none is.
    func ends(of facts: FactRows, in rows: Range<Int>, _ within: Range<Int64>) -> [Stamp] {
        let ends = ends(of: rows, within)
        guard let list = facts.ascending, !ends.isEmpty else { return ends }
        let own = list.part(in: rows)
        let isThere = own.contains { self[Int($0)] == ends[0] } && own.last { self[Int($0)] == ends[1] } != nil
        return isThere ? ends : self.ends(of: own, within)
    }
}

extension [Int32] {
    /// Those of the rows, which ascend, that lie in a range.
    fileprivate func part(in range: Range<Int>) -> ArraySlice<Int32> {
        self[place(of: range.lowerBound)..<place(of: range.upperBound)]
    }

    /// The place of the first row that is not before another.
    private func place(of row: Int) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if Int(self[middle]) < row { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
