import Facts

/// Where each row of a file begins, in two bytes a row: the steps from row to row, and every 64 rows the offset itself.
struct RowOffsets: Sendable {
    private var bases: [Int] = []
    private var steps: [UInt16] = []
    /// The offsets of rows whose step does not fit.
    private var far: [Int: Int] = [:]
    private var last = 0

    private static let tooFar = UInt16.max

    /// How many rows there are.
    var count: Int { steps.count }

    /// Adds a row.
    mutating func append(_ offset: Int) {
        let step = offset - last
        if steps.count & 63 == 0 {
            bases.append(offset)
            steps.append(0)
        } else if step >= 0, step < Int(RowOffsets.tooFar) {
            steps.append(UInt16(truncatingIfNeeded: step))
        } else {
            far[steps.count] = offset
            steps.append(RowOffsets.tooFar)
        }
        last = offset
    }

    /// Adds rows that begin at `base` and so many bytes behind it.
    mutating func append(_ base: Int, _ more: [UInt32]) { for offset in more { append(base + Int(offset)) } }

    /// Adds the rows of another list.
    mutating func append(contentsOf other: RowOffsets) {
        guard !steps.isEmpty else { return self = other }
        reserveCapacity(count + other.count)
        other.forEach { append($0) }
    }

    /// Calls `body` with the offset of each row.
    private func forEach(_ body: (Int) -> Void) {
        var at = 0
        for row in steps.indices {
            if row & 63 == 0 {
                at = bases[row >> 6]
            } else {
                at = steps[row] == RowOffsets.tooFar ? far[row]! : at + Int(steps[row])
            }
            body(at)
        }
    }

    /// The offset of a row.
    subscript(row: Int) -> Int {
        var at = bases[row >> 6]
        var index = row & ~63
        while index < row {
            index += 1
            at = steps[index] == RowOffsets.tooFar ? far[index]! : at + Int(steps[index])
        }
        return at
    }

    /// The rows that are to be kept.
    func filtered(_ keep: [Bool]) -> RowOffsets {
        var result = RowOffsets()
        for row in keep.indices where keep[row] { result.append(self[row]) }
        return result
    }

    /// Makes room for so many rows.
    mutating func reserveCapacity(_ rows: Int) {
        steps.reserveCapacity(rows)
        bases.reserveCapacity(rows / 64 + 1)
    }
}

extension RowOffsets {
    /// Writes the offsets as they lie in memory.
    func store(in sink: inout some ColumnSink) {
        let far = far.sorted { $0.key < $1.key }
        sink.write(bases)
        sink.write(steps)
        sink.write(far.map(\.key))
        sink.write(far.map(\.value))
        sink.write(last)
    }

    /// Reads what ``store(in:)`` wrote.
    init(from supply: inout some ColumnSupply) throws(ColumnDamage) {
        bases = try supply.values(Int.self)
        steps = try supply.values(UInt16.self)
        let (rows, offsets) = (try supply.values(Int.self), try supply.values(Int.self))
        last = try supply.number()
        try ColumnDamage.unless(
            bases.count == (steps.count + 63) / 64 && rows.count == offsets.count, "rows without their places")
        for (row, offset) in zip(rows, offsets) {
            let isFar = steps.indices.contains(row) && steps[row] == RowOffsets.tooFar && far[row] == nil
            try ColumnDamage.unless(isFar && offset >= 0, "a row without its place")
            far[row] = offset
        }
        let isSound = bases.allSatisfy { $0 >= 0 } && steps.count { $0 == RowOffsets.tooFar } == far.count
        try ColumnDamage.unless(isSound, "rows that lie elsewhere")
    }
}
