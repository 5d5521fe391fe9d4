import Facts

/// The amounts of a column in ``TotalSearch/unit``, for adding up.
struct Addends: Sendable {
    private let digits: WholeColumn
    private let scales: [Int8]
    /// Of each ``block`` rows that are whole, what they come to; nothing before they are summed up.
    private var blocks: [AddendBlock] = []
    /// How many rows are summed up at once.
    private var block = 1 << 16

    /// The amounts of a column; none at all where there is no column.
    init(_ column: NumberColumn?, count: Int) {
        digits = column?.digits ?? []
        scales = column?.scales ?? []
    }

    /// Whether there is no amount.
    var isEmpty: Bool { digits.allSatisfy { $0 == NumberColumn.missing } }

    /// The amount of a row; nil where it is missing, or too large to be added up.
    subscript(row: Int) -> Int64? {
        guard !digits.isEmpty, digits[row] != NumberColumn.missing else { return nil }
        return Addends.value(ExactDecimal(digits: digits[row], scale: Int(scales[row])))
    }

    /// The amount of a row; 0 where it is missing.
    @inline(__always)
    func plain(_ row: Int) -> Int64 {
        guard row < digits.count else { return 0 }
        let (value, scale) = (digits[row], Int(scales[row]))
        if scale <= 4, value.magnitude < 1 << 49 { return value &* Addends.powers[4 &- scale] }
        return value == NumberColumn.missing ? 0 : Addends.value(ExactDecimal(digits: value, scale: scale)) ?? 0
    }

    private static let powers: [Int64] = [1, 10, 100, 1_000, 10_000]

    /// A decimal in ten-thousandths; nil where it is too large.
    static func value(_ decimal: ExactDecimal) -> Int64? {
        if decimal.scale <= 4 {
            let (value, isTooLarge) = decimal.digits.multipliedReportingOverflow(by: powers[4 - decimal.scale])
            return isTooLarge ? nil : value
        }
        var value = decimal.digits
        for _ in 4..<decimal.scale { value /= 10 }
        return value
    }

    /// The sum of some rows.
    func sum(_ rows: Range<Int>) -> Int128 {
        guard !digits.isEmpty else { return 0 }
        return rows.reduce(Int128(0)) { $0 + Int128(plain($1)) }
    }

    /// The first of some rows whose amount is what was summed up before it; all before it are added.
    func firstSum(in rows: Range<Int>, _ sums: inout RunningSums) -> Int? {
        var row = rows.lowerBound
        while row < rows.upperBound {
            let number = row / block
            if row % block == 0, number < blocks.count, row + block <= rows.upperBound,
                sums.areBeyond(blocks[number], rows: block)
            {
                sums.add(blocks[number], rows: block)
                row += block
                continue
            }
            let amount = plain(row)
            if sums.isSum(amount) { return row }
            sums.add(amount)
            row += 1
        }
        return nil
    }

    /// Sums up the rows so many at a time, several times at once, for ``firstSum(in:_:)`` to go over them in one step.
    mutating func sumUp(by size: Int = 1 << 16) {
        block = size
        blocks = concurrently(digits.count / size) { [self] number in
            var block = AddendBlock()
            let rows = number * size..<(number + 1) * size
            // Most columns of amounts have many rows without one.
            for row in rows where digits[row] != NumberColumn.missing { block.add(plain(row)) }
            return block
        }
    }
}

/// What some rows come to.
struct AddendBlock: Sendable {
    fileprivate var sum: Int128 = 0
    fileprivate var least: Int64 = 0
    fileprivate var greatest: Int64 = 0

    @inline(__always)
    fileprivate mutating func add(_ amount: Int64) {
        sum += Int128(amount)
        least = min(least, amount)
        greatest = max(greatest, amount)
    }
}

/// What was summed up of a file down to a row: from its beginning, and from the last place where a part of it may begin; each with and
/// without the rows that were rejected.
struct RunningSums {
    private var usable: Int128 = 0
    private var rows = 0
    private var rejected: Int128 = 0
    private var rejectedRows = 0
    private var partUsable: Int128 = 0
    private var partRows = 0
    private var partRejected: Int128 = 0
    private var partRejectedRows = 0

    /// Adds a row.
    @inline(__always)
    mutating func add(_ amount: Int64) {
        usable += Int128(amount)
        rows += 1
    }

    /// Adds so many rows at once.
    mutating func add(_ block: AddendBlock, rows more: Int) {
        usable += block.sum
        rows += more
    }

    /// Whether the sums are, and stay while so many rows are added, too large for the amount of any of them to be one.
    func areBeyond(_ block: AddendBlock, rows more: Int) -> Bool {
        guard block.least >= 0, rejectedRows == 0 || rejected >= 0 && rejected >= partRejected else { return false }
        let reach = Int128(block.greatest) + Int128(TotalSearch.tolerance) * Int128(rows + rejectedRows + more)
        return usable > reach && usable - partUsable > reach
    }

    /// Adds a row that was rejected.
    mutating func addRejected(_ amount: Int64) {
        rejected += Int128(amount)
        rejectedRows += 1
    }

    /// Lets a part of the table begin.
    mutating func begin() {
        (partUsable, partRows, partRejected, partRejectedRows) = (usable, rows, rejected, rejectedRows)
    }

    /// Whether an amount is one of the sums, to a cent a row.
    @inline(__always)
    func isSum(_ amount: Int64) -> Bool {
        guard amount != 0 else { return false }
        let left = usable - Int128(amount)
        if isNone(left, rows) || isNone(left - partUsable, rows - partRows) { return true }
        guard rejectedRows > 0 else { return false }
        return isNone(left + rejected, rows + rejectedRows)
            || isNone(left - partUsable + rejected - partRejected, rows - partRows + rejectedRows - partRejectedRows)
    }

    @inline(__always)
    private func isNone(_ left: Int128, _ rows: Int) -> Bool {
        rows > 0 && left.magnitude <= UInt128(truncatingIfNeeded: TotalSearch.tolerance) * UInt128(truncatingIfNeeded: rows)
    }

    /// Whether the amount of one of the usable rows is the sum of all others.
    func isTotalOfOthers(_ amount: Int64) -> Bool {
        guard amount != 0, rows + rejectedRows > 1 else { return false }
        let left = usable - 2 * Int128(amount)
        return isNone(left, rows - 1) || isNone(left + rejected, rows + rejectedRows - 1)
    }

    /// Whether it is no chance that an amount is the sum of the others: they are many, or it has some digits.
    func isSurprising(_ amount: Int64) -> Bool {
        var digits = amount.magnitude
        while digits > 0, digits % 10 == 0 { digits /= 10 }
        return rows + rejectedRows >= 2
            && (digits >= 100 || rows + rejectedRows >= 3 && digits >= 10 || rows + rejectedRows >= 5)
    }
}
