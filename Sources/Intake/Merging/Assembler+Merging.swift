import CSV
import Facts

extension Assembler {
    /// All rows of a source, mended ones in their places; the rows that were rejected while reading are noted.
    mutating func merged(_ source: Source) -> Merged {
        let name = source.name
        let load = rules(source).load ?? source.load
        var (own, mending): ([Int], [Int]) = ([], [])
        for index in ages {
            let file = files[index]
            guard file.source == name, file.failure == nil else { continue }
            reports[index].load = load
            reports[index].mended = file.mended.count
            if !file.mended.isEmpty { mending.append(index) }
            if file.mended.isEmpty || file.rows > file.mended.count { own.append(index) }
            if file.file.isReplaced {
                reports[index].replaced += file.rejects.count
            } else {
                rejects[name, default: []] += file.rejects.map { (index, $0) }
            }
            reports[index].excluded += file.excluded
        }
        var merged = Merged(source, load, own.map { files[$0] }, indices: own, stems: own.map { stem(files[$0].file) })
        for (place, index) in own.enumerated() {
            for copy in copies[index] ?? [] { merged.files[place].places.merge(files[copy].file.places, uniquingKeysWith: max) }
        }
        // The cells are let go of where they are read: what is not joined with other files' is in memory once.
        var parts = source.columns.indices.map { column in own.map { files[$0].table[column] } }
        if mending.isEmpty {
            for index in own { for column in source.columns.indices { files[index].table[column] = nil } }
        }
        merged.join(&parts)
        reportGoneColumns(merged)
        if !mending.isEmpty { mend(&merged, mending) }
        return merged
    }

    private func stem(_ file: InboxFile) -> String { NameDates.stem(of: InboxFile.stripped(file.path)) }
}
