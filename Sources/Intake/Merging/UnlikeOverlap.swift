/// What overlaps among files of alike names of which some lack columns that others have: rows are compared in the columns that both
/// files have.
///
/// Rows with a key are there once whatever happens; only rows without one are taken out, be it beside such.
struct UnlikeOverlap {
    /// The rows that are also in another file and count there, with their own file.
    private(set) var spare: [(row: Int, file: Int)] = []

    private let merged: Merged
    /// By column the values that tell rows apart.
    private let values: [[UInt64]?]
    private let isKeyless: (Int) -> Bool
    /// The rows that count, by the columns that their files have.
    private var taken: [Taken] = []

    private struct Taken {
        let has: [Bool]
        var rows: [(row: Int, file: Int)]
    }

    /// Rows of earlier files by the columns that they share with a file, and which of them no row of it has met yet.
    private struct Partners {
        var table: RowTable
        var rows: [Int: [(row: Int, file: Int)]]
        let has: [Bool]
    }

    init(_ merged: Merged, _ values: [[UInt64]?], _ isKeyless: @escaping (Int) -> Bool) {
        (self.merged, self.values, self.isKeyless) = (merged, values, isKeyless)
    }

    /// Adds the rows of a file, the files being in the order of their age.
    ///
    /// - Parameter has: By column whether the file has it.
    mutating func add(_ file: Int, _ has: [Bool]) {
        var partners = taken.compactMap { self.partners(of: has, among: $0) }
        var kept: [(row: Int, file: Int)] = []
        var gone: Set<Int> = []
        for row in merged.rows(of: file) where merged.fates[row] == .fact {
            var isSpare = false
            for index in partners.indices {
                guard let same = partners[index].table.representative(row, insert: false),
                    let at = partners[index].rows[same]?.lastIndex(where: { isKeyless(row) || isKeyless($0.row) })
                else { continue }
                let other = partners[index].rows[same]!.remove(at: at)
                // Of two equal rows that stays which tells more: one with a key, else of the file with more columns, else the older.
                let isOther = isKeyless(row) && (!isKeyless(other.row) || count(partners[index].has) >= count(has))
                spare.append(isOther ? (row, file) : other)
                if !isOther { gone.insert(other.row) }
                isSpare = isOther
                break
            }
            if !isSpare { kept.append((row, file)) }
        }
        for index in taken.indices { taken[index].rows.removeAll { gone.contains($0.row) } }
        if let index = taken.firstIndex(where: { $0.has == has }) {
            taken[index].rows += kept
        } else {
            taken.append(Taken(has: has, rows: kept))
        }
    }

    private func count(_ has: [Bool]) -> Int { has.count { $0 } }

    private func partners(of has: [Bool], among other: Taken) -> Partners? {
        // An id that only one of the two has says nothing of which rows are equal.
        let keys = has.indices.filter { has[$0] && other.has[$0] }.map { values[$0]! }
        guard !keys.isEmpty else { return nil }
        var table = RowTable(keys, capacity: other.rows.count)
        var rows: [Int: [(row: Int, file: Int)]] = [:]
        for entry in other.rows.reversed() { rows[table.representative(entry.row)!, default: []].append(entry) }
        return Partners(table: table, rows: rows, has: other.has)
    }
}
