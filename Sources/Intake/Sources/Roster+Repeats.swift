import Facts

extension Assembler {
    /// Says how many people stand in a roster more than once for the same time: by their numbers, which differ only from person to person.
    /// Who left and came back has rows that do not overlap.
    mutating func reportRepeatedPeople(_ merged: Merged, _ rows: FactRows, of file: Int) {
        guard let ids = merged[.employeeID], let hired = merged[.hiredOn] else { return }
        let left = merged[.leftOn]
        // By the code of a person's number the last day that is taken, and the row that it is from.
        var taken: [UInt32: Day] = [:]
        var people: Set<UInt32> = []
        var first: Int?
        let own = rows.filter { merged.fileOf[$0] == file && ids.codes[$0] != 0 && hired.first($0) != nil }
        for row in own.sorted(by: { (hired.first($0)!, $0) < (hired.first($1)!, $1) }) {
            let (code, end) = (ids.codes[row], left?.last(row) ?? .distantFuture)
            if let last = taken[code], hired.first(row)! <= last, people.insert(code).inserted { first = first ?? row }
            taken[code] = max(taken[code] ?? end, end)
        }
        guard let first, let (index, line) = place(merged, first) else { return }
        found[index].add(
            Finding(
                .repeatedPeople, file: files[index].file.path, line: line,
                column: files[index].columns[merged.source.places[TextKey.employeeID]!].map { files[index].header[$0] },
                ["people": people.count, "id": Recognition.shortened(ids.pool.text(ids.codes[first]), 40)]))
    }
}
