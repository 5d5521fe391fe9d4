import CSV
import Facts
import Foundation

extension ExplainedRows {
    /// As JSON, keys sorted.
    public func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }

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
        let whose = member.isEmpty ? "" : "\(words.comma)\(dimension) \(member)"
        var lines = ["\(metric)\(words.colon)\(name)\(whose)\(words.comma)\(period)\(words.span(start, end))"]
        lines.append("  \(words.value)  \(value.isEmpty ? words.undefined : "\(value) \(unit)")")
        lines.append("  \(words.formula)  \(formula)")
        lines.append("  \(words.numbers)  \(numbers)")
        for measured in measures {
            let days = measured.from == measured.to ? measured.to : "\(measured.from) – \(measured.to)"
            let found = words.rows(measured.rows.count, isMedian: measured.kind == "median")
            lines += [
                "", "\(measured.measure) = \(measured.value.isEmpty ? words.undefined : measured.value)\(words.comma)\(days)",
            ]
            lines.append("  \(found)")
            guard !measured.rows.isEmpty else { continue }
            var table = TextTable(limits: [60, 10, 10, 40, 30])
            table.add([words.file, words.line, words.day, words.id, words.customer, words.amount, words.written, words.how])
            for row in measured.rows {
                table.add([
                    row.file.visible(), String(row.line), row.day, row.id.visible(), row.customer.visible(), row.amount,
                    row.written.visible(), row.how,
                ])
            }
            lines += table.lines()
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// The words around what is explained, in the report's language.
struct ExplainWords {
    private let isChinese: Bool

    init(locale: String) { isChinese = locale == "zh-Hans" }

    func callAsFunction(_ en: String, _ zhHans: String) -> String { isChinese ? zhHans : en }

    var comma: String { self(", ", "，") }
    var colon: String { self(": ", "：") }
    var value: String { self("value  ", "数值") }
    var undefined: String { self("undefined", "未定义") }
    var formula: String { self("formula", "公式") }
    var numbers: String { self("that is", "即") }
    var file: String { self("file", "文件") }
    var line: String { self("line", "行") }
    var day: String { self("day", "日期") }
    var id: String { self("id", "编号") }
    var customer: String { self("customer", "客户") }
    var amount: String { self("amount", "计入") }
    var written: String { self("written", "原文") }
    var how: String { self("how", "说明") }

    func span(_ start: String, _ end: String) -> String { self(" (\(start) to \(end))", "（\(start) 至 \(end)）") }

    /// How many rows there are, and what is to be done with their amounts.
    func rows(_ count: Int, isMedian: Bool) -> String {
        let rows = self(count == 1 ? "1 row" : "\(count) rows", "\(count) 行")
        if count == 0 { return rows }
        return rows + comma
            + (isMedian
                ? self("the value is the middle of the amounts", "数值为各行的中位数")
                : self("whose amounts add up to it", "各行计入之和即为该值"))
    }
}
