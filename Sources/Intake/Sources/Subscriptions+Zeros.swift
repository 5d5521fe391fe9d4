import Facts

extension Assembler {
    /// Says that what ended terms are worth is what they are worth now: where most of them have 0, and terms that run have not.
    mutating func reportZeros(_ table: Terms, _ merged: Merged, _ rows: FactRows) {
        guard table.arr.contains(0) else { return }
        let statuses = merged[.status]
        let isOver = statuses?.pool.texts.map { Vocabulary.isEnded(status: $0) || Vocabulary.isPaused(status: $0) } ?? []
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
}
