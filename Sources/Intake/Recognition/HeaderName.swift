import Facts

/// A column's name in a file, in the shapes in which it is looked for, and what it says about the cells.
struct HeaderName: Sendable {
    /// The whole name, for comparison.
    let key: String
    /// Its bytes, for looking for phrases.
    let bytes: [UInt8]
    /// The name without what it has in brackets, or without a unit at its end; nil where there is neither.
    let short: String?
    /// Its words without regard to their order and form.
    let sense: String?
    /// The last part of a name in parts, `Account: Currency`; nil where it has none that says something by itself.
    let last: String?
    /// What the name says the cells are in.
    let unit: HeaderUnit
    /// The keys of the two names of one that stands in two languages, `客户编号 Customer ID`, each with and without what it has in brackets;
    /// empty where it is of one.
    let halves: [[String]]
    /// Whether the name says that days stand for months, of which they are the first.
    var isMonth: Bool { HeaderName.months.contains(key) }

    /// Whether the name says by itself that its cells are dates or times: `MQL date`, `created_at`.
    var saysDate: Bool {
        ["at", "on", "am"].contains(where: key.hasSuffix) && !["won", "ion"].contains(where: key.hasSuffix)
            || ["date", "time", "datum", "fecha", "month", "day", "日", "时间", "月"].contains(where: key.contains)
    }

    private static let months: Set<String> = [
        "month", "bymonth", "reportingmonth", "月", "月份", "年月", "时间月", "monat", "mois", "mes", "mese", "maand",
    ]

    init(_ text: String) {
        key = HeaderNames.key(text)
        bytes = Array(key.utf8)
        sense = HeaderNames.sense(text.prefix { !"([{（【".contains($0) }.description)
        let parts = text.split(separator: ":")
        let part = parts.count > 1 ? HeaderNames.key(String(parts.last!)) : ""
        last = ["", "id", "name", "type"].contains(part) ? nil : part
        halves = HeaderName.halves(text)
        let bracketed = HeaderNames.keyWithoutBrackets(text)
        if bracketed != nil {
            short = bracketed
            unit = HeaderUnit(brackets: HeaderName.brackets(text))
            return
        }
        (unit, short) = HeaderUnit.suffix(of: text)
    }

    private static func halves(_ text: String) -> [[String]] {
        guard text.utf8.count <= 120, text.utf8.contains(where: { $0 >= 0x80 }) else { return [] }
        var parts = text.split { "/|｜／".contains($0) || $0.isNewline }.map(String.init)
        if parts.count == 1 {
            let marks = text.indices.filter { text[$0].isLetter }
            func isEastern(_ place: String.Index) -> Bool { text[place].unicodeScalars.first!.value >= 0x2E80 }
            // What stands in brackets behind a name is of it.
            var depth = 0
            let open = Set(
                text.indices.filter { place in
                    if "(（[【".contains(text[place]) { depth += 1 }
                    defer { if ")）]】".contains(text[place]) { depth -= 1 } }
                    return depth == 0
                })
            let letters = marks.filter(open.contains)
            let changes = zip(letters, letters.dropFirst()).filter { isEastern($0) != isEastern($1) }.map(\.1)
            guard changes.count == 1 else { return [] }
            parts = [String(text[..<changes[0]]), String(text[changes[0]...])]
        }
        guard parts.count == 2 else { return [] }
        let keys = parts.map { part in
            [HeaderNames.key(part), HeaderNames.keyWithoutBrackets(part.trimmingPrefix { $0.isWhitespace }.description) ?? ""]
                .filter { !$0.isEmpty }
        }
        return keys.contains(where: \.isEmpty) ? [] : keys
    }

    /// What stands in each pair of brackets.
    private static func brackets(_ text: String) -> [String] {
        text.split { "(（[【".contains($0) }.dropFirst(text.first.map { "(（[【".contains($0) } == true ? 0 : 1)
            .map { String($0.prefix { !")）]】".contains($0) }) }
    }
}
