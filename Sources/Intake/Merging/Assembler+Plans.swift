import Facts

extension Assembler {
    /// Targets, actions, initiatives and the value map.
    mutating func readPlans() {
        readTargets()
        readActions()
        readInitiatives()
        readValueMap()
    }

    private mutating func readTargets() {
        var merged = merged("targets")
        merged.applyLoadRule()
        let rows = finish(merged)
        guard let values = merged.numbers("value") else { return }
        let (metrics, periods) = (strings(merged, "metric", rows), strings(merged, "period", rows))
        let (owners, dimensions) = (strings(merged, "owner", rows), strings(merged, "dimension", rows))
        let members = strings(merged, "member", rows)
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

    private mutating func readActions() {
        var merged = merged("actions")
        merged.applyLoadRule()
        let rows = finish(merged)
        guard let due = merged.days("due_date") else { return }
        let (starts, done) = (merged.days("start_date"), merged.days("done_date"))
        let names = ["department", "task", "action_id", "owner", "status", "initiative"]
        let texts = names.map { strings(merged, $0, rows) }
        let percents = merged.numbers("percent")
        for (index, row) in rows.enumerated() {
            var action = Action(department: texts[0][index], task: texts[1][index], due: due.last(row)!)
            action.id = texts[2][index]
            action.owner = texts[3][index]
            action.status = texts[4][index]
            action.initiative = texts[5][index]
            action.start = starts?.first(row)
            action.done = done?.last(row)
            if var percent = percents?[row] {
                if percents?.signs?[row] != true, percent.scale <= 16 { percent.scale += 2 }
                action.progress = percent
            }
            facts.actions.append(action)
        }
    }

    private mutating func readInitiatives() {
        var merged = merged("initiatives")
        merged.applyLoadRule()
        let rows = finish(merged)
        guard !rows.isEmpty else { return }
        let (ids, names) = (strings(merged, "initiative_id", rows), strings(merged, "name", rows))
        var initiatives = rows.indices.map { Initiative(id: ids[$0], name: names[$0]) }
        let (starts, launches, ends) = (merged.days("start_date"), merged.days("launch_date"), merged.days("end_date"))
        for (index, row) in rows.enumerated() {
            initiatives[index].start = starts?.first(row)
            initiatives[index].launch = launches?.first(row)
            initiatives[index].end = ends?.last(row)
        }
        for column in merged.source.columns where !["initiative_id", "name"].contains(column.name) && !column.isDimension {
            switch column.kind {
            case .text, .word:
                guard merged.texts(column.name) != nil else { continue }
                for (index, text) in strings(merged, column.name, rows).enumerated() where !text.isEmpty {
                    initiatives[index].texts[column.name] = text
                }
            case .flag:
                guard let flags = merged.flags(column.name) else { continue }
                for (index, row) in rows.enumerated() where flags[row] >= 0 {
                    initiatives[index].flags[column.name] = flags[row] == 1
                }
            default: break
            }
        }
        facts.initiatives = initiatives
    }

    private mutating func readValueMap() {
        var merged = merged("value_map")
        merged.applyLoadRule()
        let rows = finish(merged)
        let names = ["initiative", "kind", "text", "answered_by", "evidence"]
        let texts = names.map { strings(merged, $0, rows) }
        facts.valueMap += rows.indices.map { index in
            ValueMapEntry(
                initiative: texts[0][index], kind: Vocabulary.kind(texts[1][index]) ?? texts[1][index], text: texts[2][index],
                answeredBy: texts[3][index], evidence: texts[4][index])
        }
    }
}
