/// Finds out which rows of a file are totals of others.
///
/// Only rows that may be totals are told apart, each with what stands between it and the next; all other rows are sums. So it does
/// not matter how many they are, nor how the file was cut into batches.
struct TotalSearch {
    /// Why a row may be a total.
    enum Sign: Comparable {
        /// Nothing but its amount speaks for it: it counts, whatever it is.
        case amount
        /// Its name may be a total's or another's.
        case mayBeNamed
        /// Its cells for names are empty, those of other rows are not.
        case unnamed
        /// Its name is a total's.
        case named
    }

    /// A place in the file at which sums may begin or end, with what stands behind it up to the next one.
    struct Mark {
        /// Why the row at this place may be a total; nil for the beginning of the table, a heading, and a row that was rejected.
        var sign: Sign?
        /// Whether parts of the table begin here: it is no row that was rejected.
        var isBoundary = true
        /// The row's own amounts, in ``TotalSearch/unit``, by amount column; nil where it has none.
        var amounts: [Int64?] = []
        /// Whether the row cannot be used, so that it is no fact whatever it turns out to be.
        var isRejected = false
        /// Whether a row above or below it with the same dates is enough to make it a total without a name.
        var hasSameDates = false
        /// How many rows stand behind it before the next mark, and their sums by amount column.
        var rows = 0
        var sums: [Int128] = []
    }

    /// What a row that may be a total was found to be.
    enum Verdict: Equatable {
        /// A total of so many rows.
        case total(rows: Int)
        /// A total by its name, of rows some of which could not be read.
        case unproved
        /// No sum of others.
        case noSum
    }

    /// Amounts are counted in ten-thousandths.
    static let unit: Int64 = 10_000
    /// How much a sum may be off for each of its rows: a cent.
    static let tolerance: Int64 = unit / 100
    /// How many marks before and behind a row are tried as ends of the part that it sums up.
    static let reach = 2_000

    private let marks: [Mark]
    private let columns: Int
    /// Other sums that a row may be of: those of the rows that are like it in all else.
    private let parts: (_ mark: Int) -> [(rows: Int, sums: [Int128])]

    /// - Parameters:
    ///   - marks: In the order of the file; the first is the beginning of the table.
    ///   - columns: How many amount columns there are.
    ///   - parts: Sums of rows elsewhere that a mark may be the total of, looked for when those beside it are not.
    init(_ marks: [Mark], columns: Int, parts: @escaping (_ mark: Int) -> [(rows: Int, sums: [Int128])] = { _ in [] }) {
        self.marks = marks
        self.columns = columns
        self.parts = parts
    }

    /// What was summed up to a place.
    private struct Sums {
        var rows = 0
        var all: [Int128]
        /// Without rows that were rejected.
        var usable: [Int128]
        var usableRows = 0
        /// Rejected rows whose amounts cannot be read.
        var unread = 0
    }

    /// By mark; nil for those that may be no total.
    func verdicts() -> [Verdict?] {
        var verdicts = [Verdict?](repeating: nil, count: marks.count)
        let zero = [Int128](repeating: 0, count: columns)
        var sums = Sums(all: zero, usable: zero)
        // What had been summed up in front of each mark.
        var before: [Sums] = []
        before.reserveCapacity(marks.count)
        let below = sumsOfOthers()
        for (index, mark) in marks.enumerated() {
            before.append(sums)
            var isAddend = !mark.isBoundary
            if mark.sign != nil {
                let verdict = judge(index, sums, before, below)
                verdicts[index] = verdict
                if verdict == .noSum || mark.sign == .amount { isAddend = true }
            }
            if isAddend { add(mark, to: &sums) }
            sums.rows += mark.rows
            sums.usableRows += mark.rows
            for column in 0..<columns where !mark.sums.isEmpty {
                sums.all[column] += mark.sums[column]
                sums.usable[column] += mark.sums[column]
            }
        }
        return verdicts
    }

    /// Adds the row of a mark itself.
    private func add(_ mark: Mark, to sums: inout Sums) {
        guard mark.amounts.contains(where: { $0 != nil }) else {
            if mark.isRejected { sums.unread += 1 }
            return
        }
        sums.rows += 1
        if !mark.isRejected { sums.usableRows += 1 }
        for column in 0..<columns {
            let amount = Int128(mark.amounts[column] ?? 0)
            sums.all[column] += amount
            if !mark.isRejected { sums.usable[column] += amount }
        }
    }

    /// What is summed up in front of each mark, and of all at the end, of rows that are surely no totals.
    private func sumsOfOthers() -> [Sums] {
        let zero = [Int128](repeating: 0, count: columns)
        var sums = Sums(all: zero, usable: zero)
        var result: [Sums] = []
        for mark in marks {
            result.append(sums)
            if mark.sign == nil, !mark.isBoundary { add(mark, to: &sums) }
            sums.rows += mark.rows
            sums.usableRows += mark.rows
            for column in 0..<columns where !mark.sums.isEmpty {
                sums.all[column] += mark.sums[column]
                sums.usable[column] += mark.sums[column]
            }
        }
        return result + [sums]
    }

    private func judge(_ index: Int, _ sums: Sums, _ before: [Sums], _ below: [Sums]) -> Verdict {
        let mark = marks[index]
        guard let sign = mark.sign, mark.amounts.contains(where: { $0 != nil }) else { return .noSum }
        // Above: from the beginning, or from any mark on, the nearest first.
        var starts = [0]
        for start in (max(1, index - TotalSearch.reach)..<max(1, index)).reversed() where marks[start].isBoundary {
            starts.append(start)
        }
        for start in starts where start < index {
            if let rows = fit(mark, sign, from: before[start], to: sums, own: start) { return .total(rows: rows) }
        }
        // Below: up to any mark, or to the end.
        let first = index + 1
        var ends = [marks.count]
        for end in first..<max(first, min(marks.count, index + TotalSearch.reach)) where marks[end].isBoundary {
            ends.append(end)
        }
        for end in ends {
            if let rows = fit(mark, sign, from: below[index], to: below[end], own: nil) { return .total(rows: rows) }
        }
        guard sign == .named else { return .noSum }
        for part in parts(index) where part.rows > 0 {
            if fits(mark, part.sums, rows: part.rows) { return .total(rows: part.rows) }
        }
        // Its name says so, and it is more than what can be read of a part in which something cannot be.
        for start in starts where start < index && sums.unread > before[start].unread {
            let isMore = (0..<columns).allSatisfy { column in
                guard let amount = mark.amounts[column] else { return true }
                let sum = sums.all[column] - before[start].all[column]
                return amount >= 0 ? Int128(amount) >= sum : Int128(amount) <= sum
            }
            if isMore { return .unproved }
        }
        return .noSum
    }

    /// How many rows between two places a mark is the sum of; nil where it is not.
    ///
    /// - Parameter own: The mark at the first place; what it adds itself, where it is no total, is in `to` and not in `from`.
    private func fit(_ mark: Mark, _ sign: Sign, from: Sums, to: Sums, own: Int?) -> Int? {
        let rows = to.rows - from.rows
        let enough = sign == .named || sign == .mayBeNamed || mark.hasSameDates ? 1 : 2
        guard rows >= enough else { return nil }
        if fits(mark, difference(to.all, from.all), rows: rows) { return rows }
        let usable = to.usableRows - from.usableRows
        guard usable >= enough, usable < rows else { return nil }
        return fits(mark, difference(to.usable, from.usable), rows: usable) ? usable : nil
    }

    private func difference(_ a: [Int128], _ b: [Int128]) -> [Int128] { zip(a, b).map { $0 - $1 } }

    /// Whether all amounts of a mark are these sums, to a cent a row.
    private func fits(_ mark: Mark, _ sums: [Int128], rows: Int) -> Bool {
        let slack = Int128(TotalSearch.tolerance) * Int128(rows)
        return (0..<columns).allSatisfy { column in
            guard let amount = mark.amounts[column] else { return true }
            return (Int128(amount) - sums[column]).magnitude <= slack.magnitude
        }
    }
}
