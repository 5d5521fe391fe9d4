import CSV
import Facts

extension Assembler {
    /// The place of the file, among all, that a row counts for.
    func file(_ merged: Merged, _ row: Int) -> Int { merged.homes[row]?.file ?? merged.files[merged.fileOf[row]].index! }

    /// The file, among all, that a row counts for, and the line that findings about it name.
    func place(_ merged: Merged, _ row: Int, needsLine: Bool = true) -> (file: Int, line: Int)? {
        if let home = merged.homes[row] { return (home.file, home.line) }
        guard let index = merged.files[merged.fileOf[row]].index else { return nil }
        return (index, needsLine ? files[index].document?.line(at: merged.offsets[row]) ?? 0 : 0)
    }

    /// Sets rows aside after reading: their cells are fetched from the files once more.
    mutating func reject(_ problems: [(row: Int, problem: Problem)], _ merged: inout Merged) {
        var byFile: [Int: [Int: [(problem: Problem, place: Int?)]]] = [:]
        for (row, problem) in problems where merged.fates[row] == .fact {
            if merged.homes[row] == nil, merged.files[merged.fileOf[row]].index.map({ files[$0].file.isReplaced }) == true {
                merged.fates[row] = .replaced
                continue
            }
            merged.fates[row] = .rejected
            if let home = merged.homes[row] {
                let path = merged.files[home.target].path
                guard let mended = files[home.file].mended.last(where: { $0.file == path && $0.line == home.line }) else {
                    continue
                }
                rejects[merged.source.name, default: []].append(
                    (
                        home.file,
                        Reject(
                            file: path, line: home.line, offset: mended.offset, problem: problem, cells: mended.cells,
                            isMended: true)
                    ))
            } else if let index = merged.files[merged.fileOf[row]].index {
                // Rows that stand for parts of one line have one offset.
                let place = files[index].spread.flatMap { spread in
                    let cell = merged.columns[spread.key]?.text(row)
                    return spread.parts.first { $0.cell == cell }?.place
                }
                byFile[index, default: [:]][merged.offsets[row], default: []].append((problem, place))
            }
        }
        for (index, wanted) in byFile.sorted(by: { $0.key < $1.key }) {
            guard let document = files[index].document else { continue }
            let rows = document.map(workers: settings.workers) { batch in
                var found: [(offset: Int, cells: [String])] = []
                for row in 0..<batch.count where wanted[batch.offset(row)] != nil {
                    found.append((batch.offset(row), batch.cells(row)))
                }
                return found
            }
            // A row that is no longer there was in a file that is another by now, which keeps the run from publishing.
            let there = rows.flatMap { $0 }
            let gone = Set(wanted.keys).subtracting(there.map(\.offset)).sorted()
            let none = files[index].header.map { _ in "" }
            for (offset, cells) in there + gone.map({ ($0, none) }) {
                for (problem, place) in wanted[offset]! {
                    let reject = Reject(
                        file: files[index].file.path, line: document.line(at: offset), offset: offset, problem: problem,
                        cells: cells, place: place)
                    rejects[merged.source.name, default: []].append((index, reject))
                }
            }
        }
    }

    /// Counts what became of each row of a source and notes its newest event; gives the rows that are facts.
    @discardableResult
    mutating func finish(_ merged: Merged) -> FactRows {
        let rows = merged.factRows
        reportOlderRows(merged)
        if merged.homes.isEmpty {
            for entry in merged.files {
                guard let index = entry.index else { continue }
                if rows.areAll {
                    reports[index].facts += entry.rows.count
                    continue
                }
                var counts = [0, 0, 0, 0]
                for row in entry.rows { counts[Int(merged.fates[row].rawValue)] += 1 }
                reports[index].facts += counts[0]
                reports[index].replaced += counts[1]
                reports[index].excluded += counts[3]
            }
        } else {
            for row in 0..<merged.count {
                let index = file(merged, row)
                switch merged.fates[row] {
                case .fact: reports[index].facts += 1
                case .replaced: reports[index].replaced += 1
                case .excluded: reports[index].excluded += 1
                case .rejected: break
                }
            }
        }
        for entry in merged.files where entry.overlapping > 0 {
            guard let index = entry.index else { continue }
            found[index].add(
                Finding(
                    .overlappingRows, file: entry.path, ["rows": entry.overlapping]))
        }
        for (index, _) in rejects[merged.source.name] ?? [] { reports[index].rejected += 1 }
        let counted = countFiles(merged)
        if !rows.isEmpty || counted != nil { facts.sources.insert(merged.source.name) }
        guard !rows.isEmpty || counted != nil else { return rows }
        let newest =
            concurrently(merged.source.events.count) { [settings, rows] event in
                merged.source.events[event].newest(merged, rows, settings)
            }.compactMap { $0 } + (counted.map { [$0] } ?? [])
        for byFile in newest { noteNewest(byFile, of: merged) }
        if let own = merged.source.dated {
            for entry in merged.files {
                if let index = entry.index { reports[index].oldestEvent = own.oldest(merged, entry.rows, in: settings.zone) }
            }
        }
        noteLateness(merged, rows, newestByFile: newest)
        return rows
    }

    /// Notes the newest event up to the as-of date, by file, of the source and of each of its files.
    private mutating func noteNewest(_ byFile: [Day], of merged: Merged) {
        for (place, day) in byFile.enumerated() where day.isFinite {
            newest[merged.source.name] = max(newest[merged.source.name] ?? .distantPast, day)
            guard let index = merged.files[place].index else { continue }
            reports[index].newestEvent = max(reports[index].newestEvent ?? .distantPast, day)
        }
    }

    /// The whole result.
    mutating func result() -> IntakeResult {
        for report in reports where report.sameAs == nil && report.source != nil {
            precondition(
                report.rows == report.facts + report.replaced + report.rejected + report.excluded,
                "each row of \(report.file.path) becomes one thing: \(report)")
        }
        var result = IntakeResult(facts: facts)
        result.files = reports
        if settings.keepsOrigins {
            origins.files = files.map(\.withoutCells)
            result.origins = origins
        }
        result.newestEvents = newest
        result.endDates = endDates
        result.rounding = exchange.rounding
        result.rates = exchange.ratesUsed
        result.moneyExcluded = moneyExcluded
        var found = found
        for source in sources {
            guard let all = rejects[source.name], !all.isEmpty else { continue }
            for (index, reject) in all.sorted(by: { ($0.file, $0.reject.offset) < ($1.file, $1.reject.offset) }) {
                found[index].add(finding(reject, files[index], source))
            }
            result.rejected.append(table(all, source))
            result.rejectedMoney += rejectedMoney(all, source)
        }
        result.findings = (general.all + found.flatMap(\.all)).map { $0.naming(settings.sourcesFile) }
        return result
    }

    private func finding(_ reject: Reject, _ file: ReadFile, _ source: Source) -> Finding {
        Finding(
            reject.problem.kind, file: reject.file, line: reject.line, column: columnName(reject, file, source),
            message: reject.problem.message, hint: reject.problem.hint)
    }

    private func columnName(_ reject: Reject, _ file: ReadFile, _ source: Source) -> String? {
        if reject.problem.column == file.spread?.value, let place = reject.place { return file.header[place] }
        return reject.problem.column.map { column in file.columns[column].map { file.header[$0] } ?? source.columns[column].name
        }
    }
}
