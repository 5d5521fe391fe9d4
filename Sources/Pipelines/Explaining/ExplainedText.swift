import CSV
import Foundation
import Reports

extension ExplainedValue {
    /// As JSON, keys sorted.
    public func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }

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
        let whose = member.isEmpty ? "" : ", \(dimension) \(member)"
        var lines = ["\(metric): \(name)\(whose), \(period) (\(start) to \(end))"]
        lines.append("  value    \(value.isEmpty ? "undefined: \(undefined)" : "\(value) \(unit)")")
        lines.append("  formula  \(formula)")
        lines.append("  that is  \(numbers)")
        lines += notes.map { "  note     \($0)" }
        var table = TextTable(limits: [70])
        table.add(["measure", "value", "days", "sources"])
        for line in measures {
            let days = line.from == line.to ? line.to : "\(line.from) to \(line.to)"
            table.add([line.measure, line.value.isEmpty ? "n/a" : line.value, days, line.sources.joined(separator: ", ")])
        }
        lines += [""] + table.lines()
        if !files.isEmpty {
            table = TextTable(limits: [20, 60])
            table.add(["source", "file", "rows", "count", "replaced", "rejected", "excluded"])
            for file in files {
                let counts = [file.rows, file.facts, file.replaced, file.rejected, file.excluded]
                table.add([file.source, file.file] + counts.map(String.init))
            }
            lines += [""] + table.lines()
        }
        for change in changes { lines += [""] + ExplainedValue.lines(change) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(_ change: Change) -> [String] {
        func signed(_ text: String) -> String {
            text.hasPrefix("-") || text.allSatisfy { "0.".contains($0) } ? text : "+" + text
        }
        if change.before.isEmpty { return ["  against \(change.against): it is undefined there"] }
        var lines = ["  against \(change.against): \(change.before) to \(change.now), \(signed(change.change))"]
        var dimensions: [String] = []
        for part in change.parts where !dimensions.contains(part.dimension) { dimensions.append(part.dimension) }
        for dimension in dimensions {
            lines.append(dimension.isEmpty ? "    by factor" : "    by \(dimension)")
            var table = TextTable(limits: [40, 60])
            for part in change.parts where part.dimension == dimension {
                let member = dimension.isEmpty ? [] : [part.member]
                table.add(member + [part.part, signed(part.effect)])
            }
            lines += table.lines(indent: "      ")
        }
        return lines + change.notSplit.map { "    not split by \($0)" }
    }
}
