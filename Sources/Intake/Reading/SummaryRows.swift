import CSV
import Facts

extension FileReader {
    /// Takes out the rows of an advertising report that sum up all others without saying so: they name no campaign, where the
    /// others do, and their amount is the sum of the others'.
    func dropSummary(_ result: inout ReadFile) {
        guard derived.isAdvertising, let names = texts("campaign", result), let amounts = numbers("amount", result) else {
            return
        }
        let unnamed = names.codes.indices.filter { names.codes[$0] == 0 && amounts[$0] != nil }
        guard unnamed.count == 1, let row = unnamed.first, names.codes.count > 2, let total = amounts[row] else { return }
        var sum = Number.zero
        for other in names.codes.indices where other != row {
            guard let amount = amounts[other] else { return }
            sum = sum + amount.number
        }
        guard sum == total.number, !sum.isZero else { return }
        let keep = names.codes.indices.map { $0 != row }
        result.found.add(
            Finding(
                .groupRows, file: file.path, line: document.line(at: result.offsets[row]),
                ["what": "the row names no campaign and is the sum of all others; it does not count"]))
        result.table = result.table.map { $0?.filtered(keep) }
        result.offsets = result.offsets.filtered(keep)
        result.excluded += 1
    }

    /// Takes out the rows of books that stand under accounts of income, of money or of what is owed: they are no costs.
    func dropOtherAccounts(_ result: inout ReadFile) {
        guard source.name == "spend", let place = source.index("category"), columns[place] == nil, !derived.isAdvertising,
            let accounts = texts("category", result)
        else { return }
        let others = accounts.pool.texts.map { !$0.isEmpty && Vocabulary.isNoCost(account: $0) }
        guard others.contains(true) else { return }
        let keep = accounts.codes.map { !others[Int($0)] }
        let names = accounts.pool.texts.indices.filter { others[$0] }.map { accounts.pool.texts[$0] }
        let count = keep.count { !$0 }
        guard count > 0, let first = keep.firstIndex(of: false) else { return }
        result.found.add(
            Finding(
                .noCosts, file: file.path, line: document.line(at: result.offsets[first]),
                ["rows": count, "accounts": Recognition.list(names, limit: 5)]))
        result.table = result.table.map { $0?.filtered(keep) }
        result.offsets = result.offsets.filtered(keep)
        result.excluded += count
    }

    private func texts(_ name: String, _ result: ReadFile) -> TextColumn? {
        guard case .texts(let column)? = source.index(name).flatMap({ result.table[$0] }) else { return nil }
        return column
    }

    private func numbers(_ name: String, _ result: ReadFile) -> NumberColumn? {
        guard case .numbers(let column)? = source.index(name).flatMap({ result.table[$0] }) else { return nil }
        return column
    }
}
