import Facts

/// The table of targets.
extension Assembler {
    /// A row's target as it is written, before its cells are understood.
    private struct Written {
        var row: Int
        var metric, period, owner: String
        /// What is said of the whole sheet; nil for rows of a file that is no longer there.
        var sheet: TargetSheet?
    }

    mutating func buildTargets(_ merged: inout Merged) {
        merged.applyLoadRule()
        let sheets = Dictionary(
            uniqueKeysWithValues: Set(merged.files.compactMap(\.index) + merged.homes.values.map(\.file)).map {
                ($0, TargetSheet(files[$0], merged.source))
            })
        let rows = merged.factRows
        let (metrics, periods) = (strings(merged, .metric, rows), strings(merged, .period, rows))
        let (owners, years) = (strings(merged, .owner, rows), strings(merged, .yearOfTarget, rows))
        let written = rows.indices.map { index in
            var period = periods[index]
            let sheet = sheets[file(merged, rows[index])]
            if !years[index].isEmpty, years[index] != period, !WrittenPeriod.hasYear(period) {
                period = WrittenPeriod.text(period, of: years[index], sheet?.grain)
            }
            return Written(row: rows[index], metric: metrics[index], period: period, owner: owners[index], sheet: sheet)
        }
        let targets = understood(written, periods, &merged)
        var known: [Target: Int] = [:]
        for (index, (row, target)) in targets.enumerated() where merged.fates[row] == .fact {
            var key = target
            (key.owner, key.value) = ("", ExactDecimal(digits: 0, scale: 0))
            guard let old = known.updateValue(index, forKey: key).map({ targets[$0] }) else { continue }
            merged.fates[old.row] = .replaced
            if old.target.value.number != target.value.number { reportTwice(target, old.row, row, merged) }
        }
        finish(merged)
        let facts = targets.filter { merged.fates[$0.row] == .fact }
        reportMissingOwners("targets", facts.map { (file(merged, $0.row), $0.target.owner) })
        self.facts.targets = facts.map(\.target)
    }

    /// The rows' targets; what cannot be understood is rejected.
    private mutating func understood(
        _ written: [Written], _ periodCells: [String], _ merged: inout Merged
    ) -> [(row: Int, target: Target)] {
        guard let values = merged[.value] else { return [] }
        let named = written.map { TargetMetric($0.metric, settings.targetNames) }
        let ids = zip(written, named).map { written, named in
            named?.id ?? written.metric.lowercased().replacing(" ", with: "_").replacing("-", with: "_")
        }
        let percent = percentages(merged, written.map(\.row), ids, values)
        let (dimensions, members) = (merged[.brokenDownBy], merged[.member])
        let (currencies, units) = (merged[.currency], merged[.unitOfTarget])
        var problems: [(row: Int, problem: Problem)] = []
        var targets: [(row: Int, target: Target)] = []
        var assumed: [Int: (text: String, year: String, why: String)] = [:]
        for (index, this) in written.enumerated() {
            let row = this.row
            var value = values[row]!
            if percent.contains(index) { value.scale += 2 }
            guard
                let period = WrittenPeriod.period(
                    this.period, settings.calendar, near: settings.asOf, year: this.sheet?.year?.number,
                    grain: this.sheet?.grain)
            else {
                problems.append(
                    (row, Problem(.badPeriod, column: merged.source.places[.period], ["found": this.period, "or": ""])))
                continue
            }
            if !WrittenPeriod.hasYear(this.period), let place = place(merged, row), assumed[place.file] == nil {
                let year = String(settings.calendar.fiscalYear(of: period.end))
                assumed[place.file] = (this.period, year, this.sheet?.year.map { ", as \($0.saidBy) says" } ?? "")
            }
            if isMoney(ids[index]) || named[index]?.unit.isLoneLetter == false {
                var unit = named[index]?.unit ?? .none
                if unit == .none, let units, units.codes[row] != 0 {
                    unit = HeaderUnit(brackets: [units.pool.text(units.codes[row])])
                }
                if unit == .none, isMoney(ids[index]) { unit = this.sheet?.unit(periodCells[index]) ?? .none }
                guard let whole = value.times(unit.scale, settings.currency) else {
                    problems.append((row, Problem(.tooLarge, column: merged.source.places[.value], ["what": "target"])))
                    continue
                }
                value = whole
                let own = currencies.map { $0.pool.text($0.codes[row]) } ?? ""
                let mark = values.marks?[row] ?? .none
                if let foreign = foreign(own, mark == .none ? unit.currency : mark, isMoney(ids[index])) {
                    problems.append(
                        (
                            row,
                            Problem(
                                .foreignTarget, column: merged.source.places[.value],
                                ["currency": foreign, "reporting": settings.currency.code])
                        ))
                    continue
                }
            }
            var target = Target(metric: ids[index], period: period.name, value: value, owner: this.owner)
            target.dimension = dimensions.map { $0.pool.text($0.codes[row]).lowercased() } ?? ""
            target.member = members.map { $0.pool.text($0.codes[row]) } ?? ""
            if let problem = takeMember(of: &target, merged, row) {
                problems.append((row, problem))
                continue
            }
            report(target, this.metric, merged, row)
            targets.append((row, target))
        }
        reject(problems, &merged)
        for (file, year) in assumed.sorted(by: { $0.key < $1.key }) {
            found[file].add(
                Finding(
                    .assumedYear, file: files[file].file.path, column: TextKey.period.name,
                    ["period": year.text, "year": year.year, "why": year.why]))
        }
        return targets
    }

    /// Whether targets of a metric or measure are amounts of money; where nothing is known of it, they may be.
    private func isMoney(_ id: String) -> Bool {
        settings.targetNames.isEmpty ? !settings.percentMetrics.contains { $0.id == id } : settings.moneyTargets.contains(id)
    }

    /// The currency that an amount is in, where it is another than the report's; nil where it is that, or none is said.
    private func foreign(_ column: String, _ mark: CurrencyMark, _ isMoney: Bool) -> String? {
        let reporting = CurrencyMark(code: settings.currency.code)
        let mark = mark.resolved(reporting: reporting, locale: settings.locale)
        if mark != .none { return mark == reporting ? nil : mark.sign }
        return !isMoney || column.isEmpty || column == settings.currency.code ? nil : column
    }

    /// Takes the member of a target that names it in the column of its dimension: `region` with `EMEA`. A word for the whole is no
    /// member.
    ///
    /// - Returns: Why the target cannot be used; nil where it can.
    private func takeMember(of target: inout Target, _ merged: Merged, _ row: Int) -> Problem? {
        var found: [(dimension: String, member: String)] = []
        func add(_ dimension: String, _ member: String) {
            if !TotalWords.isWhole(member), !found.contains(where: { $0.dimension == dimension && $0.member == member }) {
                found.append((dimension, member))
            }
        }
        if !target.dimension.isEmpty, !TotalWords.isWhole(target.dimension) { add(target.dimension, target.member) }
        for column in merged.source.columns where column.isDimension && column.name != TextKey.owner.name {
            guard let cells = merged[.dimension(column.name)], cells.codes[row] != 0 else { continue }
            add(column.name, cells.pool.text(cells.codes[row]))
        }
        if target.dimension.isEmpty, !target.member.isEmpty, found.isEmpty, !TotalWords.isWhole(target.member) {
            return Problem(
                .missingRequired, column: merged.source.places[.brokenDownBy],
                ["column": TextKey.brokenDownBy.name, "why": " beside the member", "fill": "the cell"])
        }
        (target.dimension, target.member) = found.first ?? ("", "")
        guard found.count > 1 else { return nil }
        return Problem(
            .crossedTarget,
            ["members": found.map { "\($0.dimension) `\(Recognition.shortened($0.member, 40))`" }.joined(separator: " and ")])
    }

    /// Reports a target of a metric or a dimension that nobody knows.
    private mutating func report(_ target: Target, _ name: String, _ merged: Merged, _ row: Int) {
        guard let (file, line) = place(merged, row) else { return }
        func find(_ kind: FindingCode, _ column: TextKey, _ values: FindingValues) {
            found[file].add(Finding(kind, file: files[file].file.path, line: line, column: column.name, values))
        }
        let period = settings.calendar.period(named: target.period)
        if let period, abs(period.start.civil.year - settings.asOf.civil.year) > 10 {
            find(.distantTarget, .period, ["period": target.period])
        }
        let percent = settings.percentMetrics.first { $0.id == target.metric }
        if let percent, !percent.canExceedOne, Number.less(Number(1), target.value.number) {
            let value = (target.value.number * Number(100)).significant() + " %"
            found[file].add(
                Finding(
                    .impossibleTarget, file: files[file].file.path, line: line, column: NumberKey.value.name,
                    ["metric": target.metric, "value": value]))
        }
        if !target.dimension.isEmpty, !settings.dimensions.contains(target.dimension) {
            find(
                .unknownDimension, .brokenDownBy,
                ["dimension": target.dimension, "dimensions": settings.dimensions.joined(separator: ", ")])
        }
        if !settings.targetNames.isEmpty, !settings.targetNames.values.contains(target.metric) {
            let near = HeaderNames.nearest(to: name, among: settings.targetNames.keys.sorted()).flatMap {
                settings.targetNames[$0]
            }
            find(
                .unknownTarget, .metric,
                [
                    "metric": Recognition.shortened(name, 40),
                    "near": near.map { "is it `\($0)`? `gtm metrics` lists the names" } ?? "`gtm metrics` lists the names",
                ])
        }
    }

    /// Reports files of a plan none of whose rows names an owner.
    mutating func reportMissingOwners(_ what: String, _ rows: [(file: Int, owner: String)]) {
        for (place, owners) in Dictionary(grouping: rows, by: \.file).sorted(by: { $0.key < $1.key })
        where owners.allSatisfy(\.owner.isEmpty) {
            found[place].add(
                Finding(
                    .missingOwners, file: files[place].file.path, column: TextKey.owner.name,
                    ["count": owners.count, "what": what]))
        }
    }

    /// Reports a target that stands in two rows with two values; a newer export of the same name changes it and is not told.
    private mutating func reportTwice(_ target: Target, _ old: Int, _ new: Int, _ merged: Merged) {
        guard let (file, line) = place(merged, new), let (oldFile, oldLine) = place(merged, old) else { return }
        let (series, oldSeries) = (merged.files[merged.fileOf[new]].series, merged.files[merged.fileOf[old]].series)
        guard merged.homes[new] == nil, file == oldFile || series != oldSeries else { return }
        found[file].add(
            Finding(
                .repeatedTarget, file: files[file].file.path, line: line, column: NumberKey.value.name,
                ["metric": target.metric, "period": target.period, "place": "\(files[oldFile].file.path):\(oldLine)"]))
    }

    /// Which of the rows hold a percentage without its sign. All such values of one metric in one file are read alike: as
    /// percentages where one of them is too large for a fraction.
    private mutating func percentages(
        _ merged: Merged, _ rows: [Int], _ ids: [String], _ values: NumberColumn
    ) -> Set<Int> {
        let metrics = Dictionary(settings.percentMetrics.map { ($0.id, $0) }) { $1 }
        var groups: [(file: Int, metric: PercentMetric, unsigned: [Int], hasSigned: Bool)] = []
        for (index, row) in rows.enumerated() {
            guard let metric = metrics[ids[index]] else { continue }
            let file = file(merged, row)
            let known = groups.firstIndex { $0.file == file && $0.metric == metric }
            if known == nil { groups.append((file, metric, [], false)) }
            let group = known ?? groups.count - 1
            if values.signs?[row] == true { groups[group].hasSigned = true } else { groups[group].unsigned.append(index) }
        }
        var percentages: Set<Int> = []
        for (file, metric, unsigned, hasSigned) in groups {
            let most = Number(metric.canExceedOne ? 3 : 1)
            func number(_ index: Int) -> Number { values[rows[index]]!.number }
            func find(_ kind: FindingCode, _ index: Int, _ meaning: Number) {
                found[file].add(
                    Finding(
                        kind, file: files[file].file.path, line: place(merged, rows[index])?.line, column: "value",
                        ["metric": metric.id, "value": number(index).significant(), "meaning": meaning.significant() + " %"]))
            }
            if let large = unsigned.first(where: { Number.less(most, number($0)) }) {
                find(.assumedPercent, large, number(large))
                // 0.25 beside 25 is hardly a quarter of one per cent.
                let small = unsigned.first { Number.less(.zero, number($0)) && !Number.less(Number(1), number($0)) }
                if let small { find(.mixedPercent, small, number(small)) }
                percentages.formUnion(unsigned.filter { values[rows[$0]]!.scale <= 16 })
            } else if hasSigned, let fraction = unsigned.first(where: { !number($0).isZero }) {
                find(.mixedPercent, fraction, number(fraction) * Number(100))
            }
        }
        return percentages
    }
}

extension TotalWords {
    /// Whether a cell says that its row is of everything: `Total`, `All regions`, `Gesamt`, `全部`.
    fileprivate static func isWhole(_ text: String) -> Bool {
        let saying = saying(text)
        return saying == .outright || saying == .perhaps && !text.contains(" ") || wholes.contains(HeaderNames.key(text))
    }

    private static let wholes = Set(
        [
            "overall", "all", "total", "entire company", "company wide", "group", "gesamt", "insgesamt", "alle", "ensemble",
            "tous", "toutes", "todos", "todas", "totale", "tutti", "totaal", "全部", "整体", "全公司", "所有", "全体", "总体",
        ].map(HeaderNames.key))
}

extension ExactDecimal {
    /// The decimal in whole units; nil where it is too large.
    func times(_ scale: HeaderUnit.Scale, _ currency: Currency) -> ExactDecimal? {
        let tens =
            switch scale {
            case .tens(let tens): tens
            case .minor: -currency.minorDigits
            }
        var result = self
        result.scale -= tens
        if result.scale < 0 {
            let (digits, overflow) = Int128(digits).multipliedReportingOverflow(by: ExactDecimal.powersOfTen[-result.scale])
            guard !overflow, let whole = Int64(exactly: digits) else { return nil }
            result = ExactDecimal(digits: whole, scale: 0)
        }
        return result.scale <= 18 ? result : nil
    }
}
