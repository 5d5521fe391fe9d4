import CSV
import Facts

/// Sums of groups that stand above their rows without a word that says so, as in pasted pivot tables.
extension FileReader {
    /// Takes out such sums where the whole file proves them: it is nothing but groups, each begun by a row that is the sum of the others
    /// to the last digit and has their dates. Where the amounts are so round that it may be chance they count, with a warning.
    func dropGroupSums(_ result: inout ReadFile) {
        let typed = TypedColumns(places: source.places, columns: result.table, count: result.offsets.count)
        let amounts = Addends(typed[.amount], count: result.offsets.count)
        guard typed[.debit] == nil, typed[.credit] == nil, let heads = heads(amounts, typed[.date], typed[.currency]) else {
            return
        }
        let isSure = heads.allSatisfy { FileReader.hasDigits(amounts.plain($0.row)) }
        for head in heads.prefix(isSure ? heads.count : 1) {
            let cells = document.cells(at: result.offsets[head.row])
            let amountPlace = source.places[.amount].flatMap { columns[$0] }
            let name =
                cells.enumerated().first { $0.offset != amountPlace && $0.element.contains(where: \.isLetter) }?.element ?? ""
            result.found.add(
                Finding(
                    isSure ? .totalRow : .sumWithoutName, file: file.path, line: document.line(at: result.offsets[head.row]),
                    [
                        "what": name.isEmpty ? "a row without a name" : "`\(Recognition.shortened(name, 40))`",
                        "rows": head.rows,
                        "amount": Number(Int128(amounts.plain(head.row)), over: Int128(TotalSearch.unit)).significant(),
                    ]))
        }
        guard isSure else { return }
        let rows = Set(heads.map(\.row))
        result.exclude((0..<result.offsets.count).map { !rows.contains($0) })
    }

    /// The rows that begin a group, with how many rows it has, where the whole file is such groups and two of them have two rows or more.
    private func heads(_ amounts: Addends, _ dates: DayColumn?, _ currencies: TextColumn?) -> [(row: Int, rows: Int)]? {
        guard let dates, dates.values.count >= 6 else { return nil }
        let count = dates.values.count
        var heads: [(row: Int, rows: Int)] = []
        var row = 0
        while row < count {
            let total = amounts.plain(row)
            guard total > 0 else { return nil }
            var (sum, next) = (Int64(0), row + 1)
            while next < count, sum < total {
                let amount = amounts.plain(next)
                guard amount > 0, dates.values[next] == dates.values[row] else { return nil }
                if let currencies, currencies.codes[next] != currencies.codes[row] { return nil }
                sum &+= amount
                next += 1
            }
            guard sum == total else { return nil }
            heads.append((row, next - row - 1))
            row = next
        }
        return heads.count { $0.rows > 1 } >= 2 ? heads : nil
    }

    /// Whether an amount has so many digits that it is no sum by chance.
    private static func hasDigits(_ amount: Int64) -> Bool {
        var digits = amount
        while digits > 0, digits % 10 == 0 { digits /= 10 }
        return digits >= 1000
    }
}
