import Facts

/// The rows of a table that are facts, in the order in which they count: where all are, no list of them is kept.
struct FactRows: Sendable, RandomAccessCollection {
    private let some: [Int32]?
    let count: Int

    /// All of so many rows, in their order.
    init(all count: Int) { (some, self.count) = (nil, count) }

    /// Some rows, in the order given.
    init(_ rows: [Int32]) { (some, count) = (rows, rows.count) }

    /// Whether these are all rows of the table in their order.
    var areAll: Bool { some == nil }

    var startIndex: Int { 0 }
    var endIndex: Int { count }

    @inline(__always)
    subscript(index: Int) -> Int { some.map { Int($0[index]) } ?? index }
}

extension StampColumn {
    /// Some of the rows, which are shared where they are all.
    func picked(_ rows: FactRows) -> StampColumn { rows.areAll && rows.count == count ? self : picked(Array(rows)) }
}
