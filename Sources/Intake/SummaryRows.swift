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
                "group-rows", .note, file: file.path, line: document.line(at: result.offsets[row]),
                message: "the row names no campaign and is the sum of all others; it does not count"))
        result.table = result.table.map { $0?.filtered(keep) }
        result.offsets.remove(at: row)
        result.excluded += 1
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
