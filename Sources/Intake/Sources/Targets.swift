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
                Vocabulary.period(text, settings.calendar) != nil ? nil : .badPeriod
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
        merged.applyLoadRule()
        let rows = finish(merged)
        guard let values = merged[.value] else { return }
        let (metrics, periods) = (strings(merged, .metric, rows), strings(merged, .period, rows))
        let (owners, dimensions) = (strings(merged, .owner, rows), strings(merged, .brokenDownBy, rows))
        let members = strings(merged, .member, rows)
        let ids = metrics.map { $0.lowercased().replacing(" ", with: "_").replacing("-", with: "_") }
        let written = percentages(merged, rows, metrics, values)
        for (index, row) in rows.enumerated() {
            var value = values[row]!
            if written.contains(index) { value.scale += 2 }
            let period = Vocabulary.period(periods[index], settings.calendar)?.name ?? periods[index]
            facts.targets.append(
                Target(
                    metric: ids[index], period: period, value: value, owner: owners[index],
                    dimension: dimensions[index].lowercased(), member: members[index]))
        }
    }

    /// Which of the rows hold a percentage without its sign. All such values of one metric in one file are read alike: as
    /// percentages where one of them is too large for a fraction.
    private mutating func percentages(
        _ merged: Merged, _ rows: [Int], _ names: [String], _ values: NumberColumn
    ) -> Set<Int> {
        var metrics: [String: PercentMetric] = [:]
        for metric in settings.percentMetrics {
            for name in [metric.id] + metric.names { metrics[HeaderNames.key(name)] = metric }
        }
        var groups: [(file: Int, metric: PercentMetric, unsigned: [Int], hasSigned: Bool)] = []
        for (index, row) in rows.enumerated() {
            guard let metric = metrics[HeaderNames.key(names[index])] else { continue }
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
