import Facts

extension Assembler {
    /// Says that what ended terms are worth is what they are worth now: where most of them have 0, and terms that run have not.
    mutating func reportZeros(_ table: Terms, _ merged: Merged, _ rows: FactRows) {
        guard table.arr.contains(0) else { return }
        let statuses = merged[.status]
        let isOver = statuses?.pool.texts.map(TermStatus.meaning).map { $0.isNone || $0 == .paused } ?? []
        var (zeros, others, running, first) = (0, 0, 0, -1)
        for (index, row) in rows.enumerated() {
            let isPast = table.ends[index] <= settings.asOf || statuses.map { isOver[Int($0.codes[row])] } ?? false
            if !isPast {
                if table.arr[index] > 0 { running += 1 }
            } else if table.arr[index] == 0 {
                zeros += 1
                if first < 0 { first = row }
            } else {
                others += 1
            }
        }
        // Some ended free of charge.
        guard zeros > others, running > 0, let (file, line) = place(merged, first) else { return }
        found[file].add(Finding(.endedAtZero, file: files[file].file.path, line: line, ["rows": zeros]))
    }

    /// Says which terms rest by their status, and yet count by their dates, and which have a status that nobody knows.
    mutating func reportStatuses(_ table: Terms, _ merged: Merged, _ rows: FactRows) {
        guard let statuses = merged[.status] else { return }
        let meanings = statuses.pool.texts.map(TermStatus.meaning)
        for (meaning, code) in [(TermStatus.Meaning.paused, FindingCode.pausedTerms), (.unknown, .unknownTermStatus)]
        where meanings.contains(meaning) {
            var byFile: [Int: (rows: Int, minor: Int128, first: Int, words: [UInt32: Int])] = [:]
            for (index, row) in rows.enumerated() where table.arr[index] != 0 {
                let status = statuses.codes[row]
                guard meanings[Int(status)] == meaning, table.starts[index] <= settings.asOf, table.ends[index] > settings.asOf
                else { continue }
                var sum = byFile[file(merged, row)] ?? (0, 0, row, [:])
                sum.rows += 1
                sum.minor += Int128(table.arr[index])
                sum.words[status, default: 0] += 1
                byFile[file(merged, row)] = sum
            }
            for (file, sum) in byFile.sorted(by: { $0.key < $1.key }) {
                let words = sum.words.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
                found[file].add(
                    Finding(
                        code, file: files[file].file.path, line: place(merged, sum.first)?.line, column: "status",
                        [
                            "rows": sum.rows, "money": money(sum.minor), "currency": settings.currency.code,
                            "day": settings.asOf,
                            "words": Recognition.list(words.map { statuses.pool.text($0.key) }, limit: 4),
                        ]))
            }
        }
    }
}
