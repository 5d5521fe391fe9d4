import CSV
import Facts

/// What the rows are that may be totals: what is found of them, and which of them are no rows.
extension FileTotals {
    /// Takes the totals out of what was read, and says what was found.
    func take(into result: inout ReadFile) {
        let isLedger = GroupRows(reader.source, reader.columns, header: []).isLedger
        let isSectioned = isLedger || groups.contains { if case .heading = $0.kind { true } else { false } }
        guard marks.contains(where: { $0.search.sign != nil }) || isSectioned && !file.rejects.isEmpty else { return }
        let verdicts = verdicts()
        var (rows, rejects): (Set<Int>, Set<Int>) = ([], [])
        for (mark, verdict) in zip(marks, verdicts) where !mark.isBelow {
            let line = reader.document.line(at: mark.offset)
            func say(_ kind: FindingCode, _ values: FindingValues = [:]) {
                let what = mark.name.isEmpty ? "a row without a name" : "`\(Recognition.shortened(mark.name, 40))`"
                let own: FindingValues = ["what": what, "amount": amount(mark)]
                result.found.add(Finding(kind, file: file.file.path, line: line, own.merging(values) { $1 }))
            }
            func leaveOut() {
                if let row = mark.row { rows.insert(row) }
                if let reject = mark.reject { rejects.insert(reject) }
            }
            switch verdict {
            case .total(let others)? where mark.search.sign == .amount: say(.sumWithoutName, ["rows": others])
            case .total(let others)?:
                say(.totalRow, ["rows": others])
                leaveOut()
            case .unproved?:
                say(.unprovedTotal)
                leaveOut()
            case .noSum? where mark.search.sign == .named && mark.row != nil: say(.namedLikeTotal)
            default: if let index = mark.reject, isNoRecord(file.rejects[index], isSectioned) { leaveOut() }
            }
        }
        for (mark, verdict) in zip(marks, verdicts) where mark.isBelow && verdict == .noSum {
            let sum = amounts.first { !$0.isEmpty }.map { column in
                (0..<file.offsets.count).reduce(Int128(0)) { $0 + (rows.contains($1) ? 0 : Int128(column.plain($1))) }
            }
            result.found.add(
                Finding(
                    .totalDiffers, file: file.file.path,
                    [
                        "name": Recognition.shortened(mark.name, 40), "amount": amount(mark),
                        "sum": Number(sum ?? 0, over: Int128(TotalSearch.unit)).significant(),
                    ]))
        }
        if !rejects.isEmpty {
            result.rejects = file.rejects.indices.filter { !rejects.contains($0) }.map { file.rejects[$0] }
            result.excluded += rejects.count
        }
        if !rows.isEmpty { result.exclude((0..<file.offsets.count).map { !rows.contains($0) }) }
    }

    /// Whether a row that was rejected is no record though it is no sum: it is called a total and has no amounts, or stands in a
    /// report with sections, whose totals sum up sections in sections.
    private func isNoRecord(_ reject: Reject, _ isSectioned: Bool) -> Bool {
        let called = reject.cells.enumerated().filter { !amountPlaces.contains($0.offset) }
        if isSectioned, let first = called.first(where: { !isEmpty($0.element, $0.offset) }),
            TotalWords.saying(first.element) != nil
        {
            return true
        }
        return reject.amounts.allSatisfy { $0 == nil } && called.contains { TotalWords.isOutright($0.element) }
    }

    private func amount(_ mark: Mark) -> String {
        let value = mark.search.amounts.lazy.compactMap { $0 }.first ?? 0
        return Number(Int128(value), over: Int128(TotalSearch.unit)).significant()
    }

    private func verdicts() -> [TotalSearch.Verdict?] {
        var all = [TotalSearch.Mark()] + marks.map(\.search)
        let own = Set(marks.compactMap(\.row))
        let starts = [0] + marks.map { $0.row.map { $0 + 1 } ?? $0.at }
        let ends = starts.dropFirst() + [file.offsets.count]
        for (index, (start, end)) in zip(starts, ends).enumerated() {
            let rows = start..<max(start, end)
            let inside = own.filter(rows.contains)
            all[index].rows = rows.count - inside.count
            all[index].sums = amounts.map { column in
                column.sum(rows) - inside.reduce(Int128(0)) { $0 + Int128(column.plain($1)) }
            }
        }
        let search = TotalSearch(all, columns: amounts.count) { index in
            index > 0 ? parts(of: marks[index - 1], without: own) : []
        }
        return Array(search.verdicts().dropFirst())
    }

    /// The sums of the rows that a row is like in all other columns, in its texts, and in its dates.
    private func parts(of mark: Mark, without own: Set<Int>) -> [(rows: Int, sums: [Int128])] {
        guard let row = mark.row, marks.count <= FileTotals.mostParts else { return [] }
        let columns = reader.source.columns
        let filled = columns.indices.filter { place in
            guard let data = file.table[place], !data.isMissing(row), !columns[place].kind.isNumber else { return false }
            return data.text(row).map { TotalWords.saying($0) == nil } ?? true
        }
        let dates = filled.filter { columns[$0].kind.isDate }
        let texts = filled.filter { !columns[$0].kind.isDate }
        return [texts + dates, texts, dates].filter { !$0.isEmpty }.map { keys in
            var (rows, sums) = (0, [Int128](repeating: 0, count: amounts.count))
            for other in 0..<file.offsets.count where !own.contains(other) {
                guard keys.allSatisfy({ file.table[$0]!.isEqual(other, row) }) else { continue }
                rows += 1
                for column in sums.indices { sums[column] += Int128(amounts[column].plain(other)) }
            }
            return (rows, sums)
        }
    }
}
