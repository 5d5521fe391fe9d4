import CSV
import Facts

extension Assembler {
    /// The place of the file, among all, that a row counts for.
    func file(_ merged: Merged, _ row: Int) -> Int { merged.homes[row]?.file ?? merged.files[Int(merged.fileOf[row])].index! }

    /// The file, among all, that a row counts for, and the line that findings about it name.
    func place(_ merged: Merged, _ row: Int, needsLine: Bool = true) -> (file: Int, line: Int)? {
        if let home = merged.homes[row] { return (home.file, home.line) }
        guard let index = merged.files[Int(merged.fileOf[row])].index else { return nil }
        return (index, needsLine ? files[index].document?.line(at: merged.offsets[row]) ?? 0 : 0)
    }

    /// Sets rows aside after reading: their cells are fetched from the files once more.
    mutating func setAside(_ problems: [(row: Int, problem: Problem)], _ merged: inout Merged) {
        var byFile: [Int: [Int: Problem]] = [:]
        for (row, problem) in problems where merged.fates[row] == .fact {
            merged.fates[row] = .setAside
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
            } else if let index = merged.files[Int(merged.fileOf[row])].index {
                byFile[index, default: [:]][merged.offsets[row]] = problem
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
            for (offset, cells) in rows.joined() {
                rejects[merged.source.name, default: []].append(
                    (
                        index,
                        Reject(
                            file: files[index].file.path, line: document.line(at: offset), offset: offset,
                            problem: wanted[offset]!,
                            cells: cells)
                    ))
            }
        }
    }

    /// Counts what became of each row of a source and notes its newest event; gives the rows that are facts.
    @discardableResult
    mutating func finish(_ merged: Merged) -> [Int] {
        var rows: [Int] = []
        rows.reserveCapacity(merged.count)
        merged.forEachFact { rows.append($0) }
        if merged.homes.isEmpty {
            for entry in merged.files {
                guard let index = entry.index else { continue }
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
                case .setAside: break
                }
            }
        }
        for entry in merged.files where entry.overlapping > 0 {
            guard let index = entry.index else { continue }
            found[index].add(
                Finding(
                    .overlappingRows, file: entry.path, ["rows": entry.overlapping]))
        }
        for (index, _) in rejects[merged.source.name] ?? [] { reports[index].setAside += 1 }
        if !rows.isEmpty { facts.sources.insert(merged.source.name) }
        noteNewest(merged, rows)
        return rows
    }

    static let events: [String: [String]] = [
        "subscriptions": ["start_date"], "arr_snapshots": ["date"], "spend": ["date", "end_date"],
        "nps": ["invited_at", "responded_at"], "lead_events": ["at"], "usage": ["date"], "headcount": ["date"],
        "one_off_revenue": ["date"], "actions": ["done_date"],
    ]

    /// Notes the newest event up to the as-of date of the source and of each of its files.
    private mutating func noteNewest(_ merged: Merged, _ rows: [Int]) {
        var names = Assembler.events[merged.source.name] ?? []
        if merged.source.name == "leads" {
            names = ["created_at", "first_response_at", "lost_at"] + settings.stages.dropFirst().map { $0 + "_at" }
        }
        guard !names.isEmpty, !rows.isEmpty else { return }
        var days = [Day](repeating: .distantPast, count: files.count)
        let end = Stamp(startOf: settings.asOf + 1, in: settings.zone).microseconds
        for name in names {
            if let stamps = merged.stamps(name) {
                var newest = [Int64](repeating: Int64.min, count: merged.files.count)
                for row in rows where stamps[row].microseconds < end {
                    newest[Int(merged.fileOf[row])] = max(newest[Int(merged.fileOf[row])], stamps[row].microseconds)
                }
                for (place, stamp) in newest.enumerated() where stamp != Int64.min {
                    note(
                        Stamp(microseconds: stamp).day(in: settings.zone), merged.files[place].index, merged.source.name, &days)
                }
            } else if let dates = merged.days(name) {
                var newest = [Day](repeating: .distantPast, count: merged.files.count)
                for row in rows {
                    guard let first = dates.first(row) else { continue }
                    var day = dates.last(row)!
                    if day > settings.asOf, first <= settings.asOf, dates.isMonth(row), merged.source.name == "spend" {
                        day = settings.asOf
                    }
                    if merged.source.name == "headcount" { day = first }
                    if name == "end_date", day > settings.asOf, let start = merged.days("date")?.first(row),
                        start <= settings.asOf
                    {
                        day = settings.asOf
                    }
                    if day <= settings.asOf { newest[Int(merged.fileOf[row])] = max(newest[Int(merged.fileOf[row])], day) }
                }
                for (place, day) in newest.enumerated() where day.isFinite {
                    note(day, merged.files[place].index, merged.source.name, &days)
                }
            }
        }
        for index in days.indices where days[index].isFinite { reports[index].newestEvent = days[index] }
    }

    private mutating func note(_ day: Day, _ index: Int?, _ source: String, _ days: inout [Day]) {
        if let index { days[index] = max(days[index], day) }
        newest[source] = max(newest[source] ?? .distantPast, day)
    }

    /// The whole result.
    func result() -> IntakeResult {
        for report in reports where report.sameAs == nil && report.source != nil {
            precondition(
                report.rows == report.facts + report.replaced + report.setAside + report.excluded,
                "each row of \(report.file.path) becomes one thing: \(report)")
        }
        var result = IntakeResult(facts: facts)
        result.files = reports
        result.newestEvents = newest
        result.endDates = endDates
        result.rounding = exchange.rounding
        result.rates = exchange.ratesUsed
        result.moneyExcluded = excludedMoney.sorted { $0.key < $1.key }.map { code, sum in
            MoneySum(
                source: "subscriptions", currency: code.isEmpty ? settings.currency.code : code, amount: sum.amount,
                rows: sum.rows)
        }
        var found = found
        for source in sources {
            guard let all = rejects[source.name], !all.isEmpty else { continue }
            for (index, reject) in all.sorted(by: { ($0.file, $0.reject.offset) < ($1.file, $1.reject.offset) }) {
                found[index].add(finding(reject, files[index], source))
            }
            result.rejected.append(table(all, source))
            result.moneySetAside += moneySetAside(all, source)
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
        reject.problem.column.map { column in file.columns[column].map { file.header[$0] } ?? source.columns[column].name }
    }
}
