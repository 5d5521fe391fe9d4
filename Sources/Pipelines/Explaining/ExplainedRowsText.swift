import CSV
import Facts
import Languages

extension ExplainedRows {
    /// As JSON, keys sorted.
    public func json() throws -> String { try prettyJSON() }

    /// A row a row, measure by measure.
    public var csv: [UInt8] {
        var writer = Writer()
        writer.append(record: ["measure", "source", "file", "line", "day", "id", "customer", "amount", "written", "how"])
        for measured in measures {
            for row in measured.rows {
                writer.append(record: [
                    measured.measure, row.source, row.file, String(row.line), row.day, row.id, row.customer, row.amount,
                    row.written, row.how,
                ])
            }
        }
        return writer.bytes
    }

    /// As lines for people.
    public var text: String {
        let words = ExplainWords(locale: locale)
        let whose = member.isEmpty ? "" : "\(words(.comma))\(dimension) \(member)"
        var lines = ["\(metric)\(words(.colon))\(name)\(whose)\(words(.comma))\(period)\(words(.span, start, end))"]
        lines.append("  \(words(.value))  \(value.isEmpty ? words(.undefined) : "\(value) \(unit)")")
        lines.append("  \(words(.formula))  \(formula)")
        lines.append("  \(words(.numbers))  \(numbers)")
        for measured in measures {
            let days = measured.from == measured.to ? measured.to : "\(measured.from) – \(measured.to)"
            let found = words.rows(measured.rows.count, isMedian: measured.kind == "median")
            lines += [
                "",
                "\(measured.measure) = \(measured.value.isEmpty ? words(.undefined) : measured.value)\(words(.comma))\(days)",
            ]
            lines.append("  \(found)")
            guard !measured.rows.isEmpty else { continue }
            lines += ExplainedRows.lines(measured.rows, words, indent: "  ")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Rows in columns.
    static func lines(_ rows: [Row], _ words: ExplainWords, indent: String) -> [String] {
        var table = TextTable(limits: [60, 10, 10, 40, 30])
        table.add([
            words(.file), words(.line), words(.day), words(.id), words(.customer), words(.amount), words(.written), words(.how),
        ])
        for row in rows {
            table.add([
                row.file.visible(), String(row.line), row.day, row.id.visible(), row.customer.visible(), row.amount,
                row.written.visible(), row.how,
            ])
        }
        return table.lines(indent: indent)
    }
}
