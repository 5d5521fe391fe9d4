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
            .text(.member, "dimension value", "segment value", "成员", "维度值"),
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
        for (index, row) in rows.enumerated() {
            let metric = metrics[index].lowercased().replacing(" ", with: "_").replacing("-", with: "_")
            var value = values[row]!
            let five = Number(5)
            if settings.percentMetrics.contains(metric), values.signs?[row] != true, Number.less(five, value.number),
                value.scale <= 16
            {
                if let (file, line) = place(merged, row) {
                    found[file].add(
                        Finding(
                            .assumedPercent, file: files[file].file.path, line: line, column: "value",
                            ["value": value.number.significant(), "metric": metric]))
                }
                value.scale += 2
            }
            let period = Vocabulary.period(periods[index], settings.calendar)?.name ?? periods[index]
            facts.targets.append(
                Target(
                    metric: metric, period: period, value: value, owner: owners[index],
                    dimension: dimensions[index].lowercased(), member: members[index]))
        }
    }
}
