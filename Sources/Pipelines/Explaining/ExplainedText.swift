import CSV
import Facts
import Languages
import Reports

extension ExplainedValue {
    /// As JSON, keys sorted.
    public func json() throws -> String { try prettyJSON() }

    /// The parts of its changes, with the header of `explanations.csv`.
    public var csv: [UInt8] {
        var writer = Writer()
        writer.append(record: ["metric", "period", "against", "dimension", "member", "part", "effect"])
        for change in changes {
            for part in change.parts {
                writer.append(record: [metric, period, change.against, part.dimension, part.member, part.part, part.effect])
            }
        }
        return writer.bytes
    }

    /// As lines for people.
    public var text: String {
        let words = ExplainWords(locale: locale)
        let whose = member.isEmpty ? "" : "\(words(.comma))\(dimension) \(member)"
        var lines = ["\(metric)\(words(.colon))\(name)\(whose)\(words(.comma))\(period)\(words(.span, start, end))"]
        lines.append(
            "  \(words(.value))  \(value.isEmpty ? words(.undefined) + words(.colon) + undefined : "\(value) \(unit)")")
        lines.append("  \(words(.formula))  \(formula)")
        lines.append("  \(words(.numbers))  \(numbers)")
        lines += notes.map { "  \(words(.note))  \($0)" }
        var table = TextTable(limits: [70])
        table.add([words(.measure), words(.plainValue), words(.days), words(.rows), words(.sources)])
        for line in measures {
            table.add([
                line.measure, line.value.isEmpty ? "n/a" : line.value, words.days(line.from, line.to), String(line.rows),
                line.sources.joined(separator: words(.comma)),
            ])
        }
        lines += [""] + table.lines()
        for line in measures where !line.largest.isEmpty { lines += [""] + largest(line, words) }
        lines += filesInLines(words)
        if !remarks.isEmpty { lines += [""] + remarks.map { "  - \($0.visible())" } }
        for change in changes { lines += [""] + ExplainedValue.lines(change, words) }
        if let projection { lines += [""] + ExplainedValue.lines(projection, words) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What it comes to, period by period, and what that rests on.
    private static func lines(_ projection: WrittenOutlook, _ words: ExplainWords) -> [String] {
        if !projection.withheld.isEmpty { return ["  " + words(.projection, projection.after), "    " + projection.withheld] }
        let points = projection.ahead + (projection.quarter.map { [$0] } ?? [])
        let hasTargets = points.contains { !$0.target.isEmpty }
        var table = TextTable()
        table.add([words(.period), words(.plainValue), words(.low), words(.high)] + (hasTargets ? [words(.target)] : []))
        for point in points {
            table.add([point.period, point.value, point.low, point.high] + (hasTargets ? [point.target] : []))
        }
        return ["  " + words(.projection, projection.after)] + table.lines(indent: "    ")
            + projection.basis.map { "    - \($0)" }
    }

    private func largest(_ line: MeasureLine, _ words: ExplainWords) -> [String] {
        let isSum = Set(line.largest.map(\.amount)).count > 1
        let title = words.largest(line.measure, line.largest.count, of: line.rows, spread: line.spread, isSum: isSum)
        return ["  \(title)"] + ExplainedRows.lines(line.largest, words, indent: "    ")
    }

    /// The files, with how many of their rows count at all and in this value.
    private func filesInLines(_ words: ExplainWords) -> [String] {
        if files.isEmpty { return [] }
        var here: [String: Int] = [:]
        for file in measures.flatMap(\.files) { here[file.file, default: 0] += file.rows }
        var table = TextTable(limits: [20, 60])
        table.add([
            words(.source), words(.file), words(.rows), words(.count), words(.replaced), words(.rejected), words(.excluded),
            words(.here),
        ])
        for file in files {
            let counts = [file.rows, file.facts, file.replaced, file.rejected, file.excluded, here[file.file] ?? 0]
            table.add([file.source, file.file.visible()] + counts.map(String.init))
        }
        return [""] + table.lines()
    }

    private static func lines(_ change: Change, _ words: ExplainWords) -> [String] {
        func signed(_ text: String) -> String {
            text.hasPrefix("-") || text.allSatisfy { "0.".contains($0) } ? text : "+" + text
        }
        if change.before.isEmpty { return ["  " + words.against(change.against, nil)] }
        let made = words(.change, change.before, change.now, signed(change.change))
        var lines = ["  " + words.against(change.against, made)]
        var dimensions: [String] = []
        for part in change.parts where !dimensions.contains(part.dimension) { dimensions.append(part.dimension) }
        for dimension in dimensions {
            lines.append("    " + (dimension.isEmpty ? words(.byFactor) : words(.by, dimension)))
            var table = TextTable(limits: [40, 60])
            for part in change.parts where part.dimension == dimension {
                let member = dimension.isEmpty ? [] : [part.member.visible()]
                table.add(member + [part.part, signed(part.effect)])
            }
            lines += table.lines(indent: "      ")
        }
        return lines + change.notSplit.map { "    " + words(.notSplit, $0) }
    }
}
