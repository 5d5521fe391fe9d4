import Facts

/// A gate that a source did not pass.
struct GateFailure {
    var gate: Gate
    var source: SourceName
    /// What is found where it warns.
    var finding: Finding
    /// Why nothing is published where it stops.
    var error: IntakeError

    /// A failure whose words are a finding's.
    init(_ gate: Gate, _ source: SourceName, _ finding: Finding, _ kind: IntakeError.Kind = .dataError) {
        (self.gate, self.source, self.finding) = (gate, source, finding)
        error = IntakeError(
            kind, code: finding.code, message: finding.message + finding.times, hint: finding.hint,
            file: finding.file.isEmpty ? nil : finding.file, line: finding.line, column: finding.column)
    }

    /// A failure whose words are an error's.
    init(_ gate: Gate, _ source: SourceName, _ kind: FindingCode, _ error: IntakeError) {
        (self.gate, self.source, self.error) = (gate, source, error)
        finding = Finding(
            kind, .warning, file: error.file ?? "", line: error.line, ["what": error.message, "todo": error.hint])
    }
}

extension Assembler {
    /// What a gate of a source does.
    func action(_ gate: Gate, _ source: SourceName) -> GateAction {
        (settings.rules[source] ?? SourceRules()).action(gate)
    }

    /// Notes the failures that are known once all sources are put together, and finds those that only warn.
    mutating func settleGates() {
        failures +=
            reports.indices.compactMap(tooManyRejects) + sources.compactMap(noRowOfRequired) + sources.compactMap(tooOld)
        for failure in failures where action(failure.gate, failure.source) == .warn { general.addApart(failure.finding) }
    }

    /// Why nothing is published: the failures of gates that stop.
    var stops: [IntakeError] { failures.filter { action($0.gate, $0.source) == .stop }.map(\.error) }

    /// Holds a source's rows, all of them put together, against what `sources.yml` and `total.csv` say of them.
    mutating func judge(_ merged: Merged) {
        let name = merged.source.name
        let rules = rules(merged.source)
        if let band = rules.rows { judgeBand(band, merged) }
        if !rules.unique.isEmpty { judgeUnique(rules.unique, merged) }
        for (column, range) in rules.ranges.sorted(by: { $0.key < $1.key }) { judgeRange(column, range, merged) }
        for total in totals where total.source == name { judgeTotal(total, merged) }
    }

    /// The files of a source that a new look is due at, by their places among the merged: the newest of each series, and all that
    /// came since the last report.
    private func judged(_ merged: Merged) -> [Int] {
        merged.files.indices.filter { place in
            let file = merged.files[place]
            guard let index = file.index, !files[index].file.isReplaced else { return false }
            let isNewest = !merged.files[(place + 1)...].contains { $0.stem == file.stem && $0.index != nil }
            return isNewest || settings.lastReport.map { file.arrived > $0.known } ?? false
        }
    }

    /// How many records a file has, rejected or not.
    private func records(_ index: Int) -> Int { files[index].rows - files[index].excluded }

    private mutating func judgeBand(_ band: RowBand, _ merged: Merged) {
        for place in judged(merged) {
            guard let index = merged.files[place].index else { continue }
            let rows = records(index)
            var expected = ""
            if let least = band.least, rows < least { expected = "at least \(least) are expected" }
            if let most = band.most, rows > most { expected = "at most \(most) are expected" }
            if let within = band.within, expected.isEmpty {
                let before = merged.files[..<place].filter { $0.stem == merged.files[place].stem }.compactMap(\.index)
                    .suffix(band.last).map(records).sorted()
                guard !before.isEmpty else { continue }
                // Twice the median, so that it is whole.
                let double = before[before.count / 2] + before[(before.count - 1) / 2]
                if abs(Double(2 * rows - double)) > within * Double(double) {
                    let share = Number(Int128((within * 1e6).rounded()), over: 10_000).significant(4)
                    let usual = Number(Int128(double), over: 2).significant(12)
                    expected =
                        "the last \(before.count == 1 ? "one" : "\(before.count)") had \(usual)"
                        + "\(before.count == 1 ? "" : " in the middle"), and \(share) % more or less are allowed"
                }
            }
            guard !expected.isEmpty else { continue }
            failures.append(
                GateFailure(
                    .rows, merged.source.name,
                    Finding(.rowsOutOfBand, file: merged.files[place].path, ["rows": rows, "expected": expected])))
        }
    }

    private mutating func judgeUnique(_ names: [String], _ merged: Merged) {
        let columns = names.compactMap { merged.source.places[named: $0].flatMap { merged.columns[$0] } }
        guard !columns.isEmpty else { return }
        let keys = columns.map(\.tokens)
        let isKeyed = { (row: Int) in columns.contains { !$0.isMissing(row) } }
        let ofFiles = merged.fileOf.map { UInt64($0) }
        var (among, within) = (
            RowTable(keys, capacity: merged.count), RowTable(keys + [ofFiles], capacity: merged.count)
        )
        // Rows that count twice; and rows of one export of which the later took the place of the earlier.
        let looked = Set(judged(merged))
        var repeated: [(row: Int, first: Int)] = []
        for row in 0..<merged.count where isKeyed(row) {
            var first: Int?
            if merged.fates[row] == .fact, let known = among.representative(row), known != row { first = known }
            let isWithin = merged.homes[row] == nil && looked.contains(merged.fileOf[row])
            if isWithin, [.fact, .replaced].contains(merged.fates[row]), let known = within.representative(row), known != row {
                first = first ?? known
            }
            if let first { repeated.append((row, first)) }
        }
        guard let one = repeated.first, let place = place(merged, one.row) else { return }
        let other = self.place(merged, one.first)
        let values = columns.map { shown($0, one.row) }.joined(separator: ", ")
        failures.append(
            GateFailure(
                .unique, merged.source.name,
                Finding(
                    .repeatedKey, file: files[place.file].file.path, line: place.line,
                    [
                        "count": repeated.count == 1 ? "1 row has" : "\(repeated.count) rows have",
                        "columns": names.map { "`\($0)`" }.joined(separator: " and "),
                        "value": Recognition.shortened(values, 60),
                        "place": other.map { "\(files[$0.file].file.path):\($0.line)" } ?? "another file",
                    ])))
    }

    private mutating func judgeRange(_ name: String, _ range: ValueRange, _ merged: Merged) {
        guard let column = merged.source.places[named: name].flatMap({ merged.columns[$0] }) else { return }
        let isOutside = outside(range, column)
        var outside: [Int] = []
        merged.forEachFact { if isOutside($0) { outside.append($0) } }
        guard let first = outside.first, let place = place(merged, first) else { return }
        failures.append(
            GateFailure(
                .ranges, merged.source.name,
                Finding(
                    .outOfRange, file: files[place.file].file.path, line: place.line, column: name,
                    [
                        "count": outside.count == 1 ? "1 row is" : "\(outside.count) rows are", "limits": range.text,
                        "value": shown(column, first),
                    ])))
    }

    /// Whether a cell of a column lies outside of a range; a missing one does not.
    private func outside(_ range: ValueRange, _ column: ColumnData) -> (Int) -> Bool {
        switch (range, column) {
        case (.numbers(let least, let most), .numbers(let numbers)):
            return { row in
                guard let value = numbers[row]?.number else { return false }
                return least.map { Number.less(value, $0.number) } ?? false
                    || most.map { Number.less($0.number, value) } ?? false
            }
        case (.days(let least, let most), .days(let days)):
            return { row in
                guard let first = days.first(row), let last = days.last(row) else { return false }
                return least.map { first < $0 } ?? false || most.map { last > $0 } ?? false
            }
        case (.days(let least, let most), .stamps(let stamps)):
            let zone = settings.zone
            return { row in
                guard !stamps[row].isMissing else { return false }
                let day = stamps[row].day(in: zone)
                return least.map { day < $0 } ?? false || most.map { day > $0 } ?? false
            }
        default: return { _ in false }
        }
    }

    /// A cell as findings show it.
    private func shown(_ column: ColumnData, _ row: Int) -> String {
        if column.isMissing(row) { return "" }
        switch column {
        case .texts, .list: return column.text(row) ?? ""
        case .numbers(let numbers): return numbers[row]?.written ?? ""
        case .days(let days): return days.first(row)?.description ?? ""
        case .stamps(let stamps): return stamps[row].day(in: settings.zone).description
        case .flags(let flags): return flags[row] == 1 ? "yes" : "no"
        }
    }

    private mutating func judgeTotal(_ total: ControlTotal, _ merged: Merged) {
        let here = (file: files[total.place.file].file.path, line: total.place.line)
        func fail(_ what: String, _ kind: IntakeError.Kind = .dataError) {
            failures.append(
                GateFailure(
                    .totals, total.source, Finding(.controlTotal, file: here.file, line: here.line, ["what": what]), kind))
        }
        let place = merged.files.indices.last { place in
            guard let index = merged.files[place].index else { return false }
            let file = files[index].file
            if total.file.isEmpty { return !file.isReplaced && day(of: file) <= total.day }
            return Glob.matches(total.file, file.name) || Glob.matches(total.file, file.path)
        }
        guard let place, let index = merged.files[place].index else {
            let which = total.file.isEmpty ? "up to \(total.day)" : "called `\(total.file)`"
            return fail("there is no export of `\(total.source)` \(which) that comes to \(total.value.written)", .noInput)
        }
        let name = merged.files[place].path
        let aside = reports[index].rejected
        let note = aside == 0 ? "" : "; \(aside) of its rows \(aside == 1 ? "was" : "were") rejected"
        if ["rows", "row", "count", "行数"].contains(total.column.lowercased()) {
            guard Number(records(index)) != total.value.number else { return }
            return fail("\(name) has \(records(index)) rows and not \(total.value.written)")
        }
        guard let column = column(total.column, of: index, merged.source), case .numbers(let numbers)? = merged.columns[column]
        else { return fail("\(name) has no numbers in a column `\(total.column)`") }
        var sum = Number.zero
        for row in merged.rows(of: place) where merged.fates[row] != .rejected {
            if let value = numbers[row] { sum = sum + value.number }
        }
        // To the digits that the total is written with.
        guard sum.fixed(total.value.scale) != total.value.number.fixed(total.value.scale) else { return }
        fail(
            "`\(total.column)` of \(name) comes to \(sum.fixed(max(2, total.value.scale))) and not to \(total.value.written)\(note)"
        )
    }

    /// A column of the source by its contract name, or by its name in a file.
    private func column(_ name: String, of index: Int, _ source: Source) -> Int? {
        if let place = source.places[named: name.lowercased()] { return place }
        let key = HeaderNames.key(name)
        return files[index].columns.firstIndex { $0.map { HeaderNames.key(files[index].header[$0]) == key } ?? false }
    }
}

extension ValueRange {
    /// From where to where, in words.
    var text: String {
        func words(_ least: String?, _ most: String?) -> String {
            switch (least, most) {
            case (let least?, let most?): "from \(least) to \(most)"
            case (let least?, nil): "\(least) or more"
            case (nil, let most?): "\(most) or less"
            case (nil, nil): "anything"
            }
        }
        return switch self {
        case .numbers(let least, let most): words(least?.written, most?.written)
        case .days(let least, let most): words(least?.description, most?.description)
        }
    }
}

extension ExactDecimal {
    /// As a plain decimal, with the digits that it was read with.
    fileprivate var written: String { number.fixed(max(0, scale)) }
}
