import CSV
import Facts

/// Headers of several rows of which one alone names the columns: what the others say of amounts is not lost.
extension OpenedFile {
    /// A document whose columns one row of its header names, with what it is recognised as; nil where it is of no source, or where the
    /// other rows leave in doubt which of several amounts is meant.
    static func named(_ document: Document, byRow row: Int, _ recognised: (Document) -> Recognition) -> (Document, Recognition)?
    {
        let other = document.named(byRow: row)
        var found = recognised(other)
        guard let source = found.source, found.failure == nil else { return nil }
        var names = document.layout.headerRows[row]
        let others = document.layout.headerRows.indices.filter { $0 != row }.map { document.layout.headerRows[$0] }
        func said(_ place: Int) -> [String] {
            others.compactMap { row in
                guard row.indices.contains(place), !row[place].isEmpty else { return nil }
                return HeaderNames.key(row[place]) == HeaderNames.key(names[place]) ? nil : row[place]
            }
        }
        let head = Head(document.head(Head.size))
        for index in source.columns.indices where source.columns[index].kind == .money {
            guard let place = found.columns[index], !said(place).isEmpty else { continue }
            let taken = Set(found.columns.compactMap { $0 })
            // Columns of numbers under the same name, which stands once for all of them or over each.
            let parts = names.indices.filter { part in
                let isSame = names[part].isEmpty || HeaderNames.key(names[part]) == HeaderNames.key(names[place])
                let cells = head.cells(part)
                return isSame && !taken.contains(part) && !said(part).isEmpty && !cells.isEmpty
                    && cells.allSatisfy(Head.isNumber)
            }
            let versions = said(place).compactMap(SpentWords.version)
            if let version = versions.first {
                guard version != .actual else { continue }
                guard let part = parts.first(where: { said($0).contains { SpentWords.version($0) == .actual } }) else {
                    return nil
                }
                found.columns[index] = part
                if names[part].isEmpty { names[part] = said(part)[0] }
                found.findings.removeAll { $0.kind == .duplicateColumn }
                continue
            }
            let isAmount = said(place).contains { text in
                let key = HeaderName(text).short ?? HeaderNames.key(text)
                let isName = source.names.columns[key]?.contains { $0.column == index } ?? false
                return isName || isPlainAmount(key) || HeaderName("x " + text).short == "x"
            }
            guard parts.isEmpty || isAmount else { return nil }
            let unit = said(place).first { HeaderName("x " + $0).unit != .none }
            if let unit, HeaderName(names[place]).unit == .none { names[place] += " " + unit }
        }
        return (names == document.layout.headerRows[row] ? other : document.named(names), found)
    }

    /// Whether a part of an amount is the amount as it is meant: without tax, or all of it.
    private static func isPlainAmount(_ text: String) -> Bool {
        ["net", "netto", "amount", "value", "total", "sum", "summe", "betrag", "ht", "金额", "不含税", "合计", "总额", "小计", "本期", "本月"]
            .contains(HeaderNames.key(text))
    }
}
