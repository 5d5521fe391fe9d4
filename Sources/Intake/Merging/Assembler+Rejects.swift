import CSV
import Facts

extension Assembler {
    /// The columns that a rejects file adds, which are not cells of the original.
    static let marks = ["gtm_file", "gtm_line", "gtm_column", "gtm_code", "gtm_hint"]
    /// Their names for comparison.
    static let markKeys = Set(marks.map(HeaderNames.key))

    /// A source's rejects as one table. Columns of one meaning come together, whatever they are called in each file.
    func table(_ all: [(file: Int, reject: Reject)], _ source: Source) -> RejectedTable {
        let hidden = Set(rules(source).privateColumns.map(HeaderNames.key))
        var header: [String] = []
        var places: [String: Int] = [:]
        var omitted: Set<String> = []
        var maps: [Int: [Int?]] = [:]
        let used = Set(all.map(\.file)).sorted {
            Array(files[$0].file.path.utf8).lexicographicallyPrecedes(Array(files[$1].file.path.utf8))
        }
        // Files with rows of their own say what the header is; a file of mended rows only adds what is missing.
        for index in used.sorted(by: { (files[$0].mended.isEmpty ? 0 : 1, $0) < (files[$1].mended.isEmpty ? 0 : 1, $1) }) {
            let file = files[index]
            var seen: [String: Int] = [:]
            maps[index] = file.header.indices.map { column in
                let name = file.header[column]
                if Assembler.markKeys.contains(HeaderNames.key(name)) { return nil }
                let known = file.columns.firstIndex(of: column).map { source.columns[$0].name }
                if hidden.contains(HeaderNames.key(name)) || (known.map { hidden.contains(HeaderNames.key($0)) } ?? false) {
                    omitted.insert(name)
                    return nil
                }
                var key = known.map { "=\($0)" } ?? name
                seen[key, default: 0] += 1
                if seen[key]! > 1 { key += "\u{0}\(seen[key]!)" }
                if let place = places[key] { return place }
                places[key] = header.count
                header.append(name)
                return header.count - 1
            }
        }
        let sorted = all.sorted { a, b in
            if a.reject.file != b.reject.file {
                return Array(a.reject.file.utf8).lexicographicallyPrecedes(Array(b.reject.file.utf8))
            }
            return (a.reject.line, a.reject.offset, a.file) < (b.reject.line, b.reject.offset, b.file)
        }
        let warning =
            omitted.isEmpty
            ? "" : " (private columns are left out here: mend the row in \(sorted[0].reject.file), not in this file)"
        let rows = sorted.map { index, reject in
            var row = [String](repeating: "", count: header.count)
            var extra: [String] = []
            for (column, cell) in reject.cells.enumerated() {
                guard column < maps[index]!.count else {
                    if !cell.isEmpty { extra.append(cell) }
                    continue
                }
                if let place = maps[index]![column] { row[place] = cell }
            }
            let more = extra.isEmpty ? "" : "; more cells: \(extra.joined(separator: " | "))"
            row += [
                reject.file, String(reject.line), columnName(of: reject, index, source), reject.problem.kind.rawValue,
                reject.problem.message + ": " + reject.problem.hint.naming(settings.sourcesFile) + more + warning,
            ]
            return row
        }
        return RejectedTable(source: source.name, header: header + Assembler.marks, rows: rows, omitted: omitted.sorted())
    }

    private func columnName(of reject: Reject, _ index: Int, _ source: Source) -> String {
        guard let column = reject.problem.column else { return "" }
        if column == files[index].spread?.value, let place = reject.place { return files[index].header[place] }
        return files[index].columns[column].map { files[index].header[$0] } ?? source.columns[column].name
    }

    /// The readable money in rows that were rejected, by currency.
    func rejectedMoney(_ all: [(file: Int, reject: Reject)], _ source: Source) -> [MoneySum] {
        guard !source.money.isEmpty else { return [] }
        var sums: [String: (amount: Number, rows: Int)] = [:]
        for (index, reject) in all {
            let file = files[index]
            func cell(_ key: any AnyColumnKey) -> (text: String, column: Int)? {
                guard let column = source.places[key], let place = file.columns[column], place < reject.cells.count else {
                    return nil
                }
                return (reject.cells[place], column)
            }
            for money in source.money {
                guard let (text, column) = cell(money.key), let amount = read(text, file.readers[column]) else { continue }
                let months = money.interval.flatMap { interval in
                    (cell(interval)?.text).flatMap(Vocabulary.months(interval:))
                        ?? rules(source).interval.flatMap(Vocabulary.months(interval:))
                }
                let (up, down) = money.recurrence.factor(months: months)
                let factor = Number(Int128(up), over: Int128(down))
                let own = cell(TextKey.currency).map { file.readers[$0.column].code(of: $0.text) } ?? ""
                let mark = amount.currency == .none ? file.readers[column].currency : amount.currency
                let found = RowCurrencies([own], exchange).finding(0, mark).code ?? (own.isEmpty ? mark.sign : own)
                let code = found.isEmpty ? settings.currency.code : found
                let sum = sums[code] ?? (.zero, 0)
                sums[code] = (sum.amount + amount.value.number * factor, sum.rows + 1)
                break
            }
        }
        return sums.sorted { $0.key < $1.key }.map {
            MoneySum(source: source.name, currency: $0.key, amount: $0.value.amount, rows: $0.value.rows)
        }
    }

    private func read(_ text: String, _ reader: CellReader) -> Amount? {
        var text = text
        return text.withUTF8 { reader.amount(UnsafeRawBufferPointer($0)).value }
    }
}
