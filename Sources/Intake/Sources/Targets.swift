import Facts

extension Source {
    /// Goals, one row a metric and period.
    static let targets = Source(
        name: .targets, title: SourceTitle(en: "targets", zhHans: "目标"), role: .plans,
        load: .upsert, key: [.metric, .period, .brokenDownBy, .member],
        words: ["targets", "target", "goals", "goal", "okr", "kpi", "kpis", "quota", "目标", "指标目标", "指标"],
        columns: [
            Column.word(.metric, "kpi", "measure", "goal", "metric id", "指标", "指标名称", "度量").required,
            Column.text(.period, "quarter", "time", "周期", "期间", "季度", "月份", "时间").required,
            Column.percent(.value, "target", "target value", "goal value", "plan", "目标", "目标值", "数值", "值").required,
            .owner, .text(.brokenDownBy, "breakdown", "by", "维度"),
            Column.text(.member, "dimension value", "segment value", "成员", "维度值").aName,
        ],
        checks: [
            .word(.period) { text, settings in
                WrittenPeriod.period(text, settings.calendar, near: settings.asOf) != nil ? nil : .badPeriod
            }
        ], needs: [.owner],
        build: { $0.buildTargets(&$1) })
}

extension AnyColumnKey where Self == TextKey {
    static var metric: Self { Self("metric") }
    static var period: Self { Self("period") }
    static var brokenDownBy: Self { Self("dimension") }
    static var member: Self { Self("member") }
}

extension AnyColumnKey where Self == NumberKey {
    static var value: Self { Self("value") }
}

extension Assembler {
    fileprivate mutating func buildTargets(_ merged: inout Merged) {
        setForeignAside(&merged)
        merged.applyLoadRule()
        let rows = finish(merged)
        guard let values = merged[.value] else { return }
        let (metrics, periods) = (strings(merged, .metric, rows), strings(merged, .period, rows))
        let (owners, dimensions) = (strings(merged, .owner, rows), strings(merged, .brokenDownBy, rows))
        let members = strings(merged, .member, rows)
        let ids = metrics.map {
            settings.targetNames[HeaderNames.key($0)] ?? $0.lowercased().replacing(" ", with: "_").replacing("-", with: "_")
        }
        let written = percentages(merged, rows, ids, values)
        var known: [Target: (index: Int, value: Number)] = [:]
        for (index, row) in rows.enumerated() {
            var value = values[row]!
            if written.contains(index) { value.scale += 2 }
            let period = WrittenPeriod.period(periods[index], settings.calendar, near: settings.asOf)?.name ?? periods[index]
            var target = Target(
                metric: ids[index], period: period, value: value, owner: owners[index],
                dimension: dimensions[index].lowercased(), member: members[index])
            if target.dimension.isEmpty { takeMember(of: &target, merged, row) }
            report(target, metrics[index], merged, row)
            var key = target
            (key.owner, key.value) = ("", ExactDecimal(digits: 0, scale: 0))
            if let other = known[key], other.value != value.number { reportTwice(target, other.index, merged, rows, index) }
            known[key] = (index, value.number)
            facts.targets.append(target)
        }
    }

    /// Sets targets aside that are written in another currency than the report's, as no rate is meant for what is yet to come.
    private mutating func setForeignAside(_ merged: inout Merged) {
        guard let marks = merged[.value]?.marks else { return }
        let reporting = CurrencyMark(code: settings.currency.code)
        let foreign = marks.indices.filter { row in
            let mark = marks[row].resolved(reporting: reporting, locale: settings.locale)
            return mark != .none && mark != reporting
        }
        let place = merged.source.places[.value]
        setAside(
            foreign.map { row in
                (
                    row,
                    Problem(.foreignTarget, column: place, ["currency": marks[row].sign, "reporting": settings.currency.code])
                )
            }, &merged)
    }

    /// Takes the member of a target that names it in the column of its dimension: `region` with `EMEA`.
    private func takeMember(of target: inout Target, _ merged: Merged, _ row: Int) {
        for dimension in settings.dimensions where dimension != TextKey.owner.name {
            guard let column = merged[.dimension(dimension)], column.codes[row] != 0 else { continue }
            (target.dimension, target.member) = (dimension, column.pool.text(column.codes[row]))
            return
        }
    }

    /// Reports a target of a metric that nobody knows.
    private mutating func report(_ target: Target, _ name: String, _ merged: Merged, _ row: Int) {
        guard let (file, line) = place(merged, row), !settings.targetNames.isEmpty else { return }
        func find(_ kind: FindingCode, _ column: TextKey, _ values: FindingValues) {
            found[file].add(Finding(kind, file: files[file].file.path, line: line, column: column.name, values))
        }
        if !settings.targetNames.values.contains(target.metric) {
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

    /// Reports a target that stands in two rows with two values.
    private mutating func reportTwice(_ target: Target, _ other: Int, _ merged: Merged, _ rows: [Int], _ index: Int) {
        guard let (file, line) = place(merged, rows[index]), let (oldFile, oldLine) = place(merged, rows[other]) else { return }
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
