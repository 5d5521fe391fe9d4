import CSV
import Seeded

/// A file with one kind of damage, and the cells that a good reader finds in it.
struct Polluted {
    var kind: String
    var bytes: [UInt8]
    var header: [String]
    var records: [[String]]
}

/// How the clean table is written before the damage.
struct Style {
    var delimiter = ","
    var quote = "\""
    /// What stands before a quote inside a quoted cell.
    var escape = "\""
    var lineEnd = "\n"
    var quotesAll = false

    func cell(_ text: String) -> String {
        let special =
            text.contains(delimiter) || text.contains(quote) || text.contains("\n") || text.contains("\\") && escape == "\\"
        let isMeant = !quote.isEmpty && (quotesAll || special || delimiter.hasSuffix(" ") && text.contains(" "))
        guard isMeant else { return text }
        var inner = text
        if escape == "\\" { inner = inner.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\\\") }
        inner = inner.split(separator: Character(quote), omittingEmptySubsequences: false).joined(separator: escape + quote)
        return quote + inner + quote
    }

    func line(_ cells: [String]) -> String { cells.map(cell).joined(separator: delimiter) }

    func file(_ rows: [[String]]) -> String { rows.map { line($0) + lineEnd }.joined() }
}

/// Makes files with one kind of damage each out of an invented survey of 80 rows and 9 columns.
enum Pollution {
    static let header = ["Date", "Time", "Visits", "Product Id", "Price", "Kind", "Description", "Link", "Comment"]

    static let rows: [[String]] = {
        var seed = Seeded(7)
        let kinds = ["Garden", "Office", "Kitchen", "Toys"]
        let words = ["red", "small", "wooden", "chair", "lamp", "set", "deluxe", "folding", "table", "cup"]
        return (0..<80).map { row in
            let text = (0..<(2 + seed.next(4))).map { _ in words[seed.next(words.count)] }.joined(separator: " ")
            let description = row % 9 == 4 ? "\(text), 3\" wide" : row % 5 == 2 ? "\(text), new" : text
            let comment = row % 7 == 3 ? "ok;\nask again, later" : row % 4 == 1 ? "" : "\(words[seed.next(words.count)]) it is"
            return [
                "2026-\(Self.two(1 + row % 12))-\(Self.two(1 + seed.next(28)))",
                "\(Self.two(seed.next(24))):\(Self.two(seed.next(60)))",
                "\(seed.next(500))", "B0\(1000 + seed.next(9000))K", "\(seed.next(900)).\(Self.two(seed.next(100)))",
                kinds[seed.next(4)], description, "https://example.com/p/\(seed.next(10000))?a=1&b=2", comment,
            ]
        }
    }()

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// Every kind of damage; `step` leaves out all but each `step`-th of the many row-and-column ones.
    static func all(style: Style = Style(), rows: [[String]] = rows, step: Int = 1) -> [Polluted] {
        let table = [header] + rows
        var files: [Polluted] = []
        func add(_ kind: String, _ text: String, header: [String] = header, records: [[String]] = rows) {
            files.append(Polluted(kind: kind, bytes: Array(text.utf8), header: header, records: records))
        }
        let clean = style.file(table)
        add("clean", clean)
        files.append(Polluted(kind: "bom", bytes: [0xEF, 0xBB, 0xBF] + Array(clean.utf8), header: header, records: rows))
        add("header only", style.file([header]), records: [])
        add("no header", style.file(rows), header: [], records: rows)
        add("one row", style.file([header, rows[0]]), records: [rows[0]])
        add("no last line end", String(clean.dropLast()))
        add("two last line ends", clean + style.lineEnd)
        add("crlf", Style(delimiter: style.delimiter, lineEnd: "\r\n").file(table))
        add("cr", Style(delimiter: style.delimiter, lineEnd: "\r").file(table))
        for other in [";", "\t", "|", " ", ", "] { add("delimiter \(other)", Style(delimiter: other).file(table)) }
        add("quote '", Style(quote: "'", escape: "'").file(table))
        add("quotes all", Style(quotesAll: true).file(table))
        add("escape", Style(escape: "\\").file(table))
        let first = header.map { String($0.prefix(4)) }
        let second = header.map { String($0.dropFirst(4)) + "x" }
        let third = header.map { _ in "unit" }
        add("header of two", style.file([first, second] + rows), header: zip(first, second).map { "\($0) \($1)".trimmed })
        add(
            "header of three", style.file([first, second, third] + rows),
            header: zip(first, second).map { "\($0.trimmed) \($1.trimmed) unit" })
        add("preamble", "Product report\nMade by hand on Monday, for all\n\n" + clean)
        add("preamble of cells", "Product report,,,,,,,,\n,,,,,,,,\n" + clean)
        add("sep line", "sep=\(style.delimiter)\n" + clean)
        add("note below", clean + "\nSource: the shop, 2026\n")
        let narrow = rows.prefix(rows.count / 4).map { Array($0.prefix(4)) }
        add("second table, narrower", clean + style.lineEnd + style.file([Array(header.prefix(4))] + narrow))
        let wide = rows.prefix(rows.count / 4).map { $0 + ["7"] }
        add("second table, wider", clean + style.lineEnd + style.file([header + ["Extra"]] + wide))
        let turned = rows.prefix(rows.count / 4).map { Array($0.reversed()) }
        add("second table, as wide", clean + style.lineEnd + style.file([header.reversed()] + turned))
        let copy = Array(table.dropLast())
        add("second table right below, narrower", clean + style.file(copy.map { Array($0.dropLast()) }))
        add("second table right below, as wide", clean + style.file(copy))
        add("second table right below, wider", clean + style.file(copy.map { $0 + [$0[8]] }))
        add("header twice", style.file([header, header] + rows), header: header.map { "\($0) \($0)" })
        let long = String(repeating: "very long, ", count: 6000)
        let middle = rows.count / 2
        add("long cell", style.file([header] + replaced(rows, middle, 6, long)), records: replaced(rows, middle, 6, long))
        let upper = style.file([header] + rows.prefix(middle))
        add("empty line amid", upper + style.lineEnd + style.file(Array(rows.dropFirst(middle))))
        files += damaged(table, style, step)
        return files
    }

    private static func replaced(_ rows: [[String]], _ row: Int, _ column: Int, _ text: String) -> [[String]] {
        var rows = rows
        rows[row][column] = text
        return rows
    }

    /// Damage of one record: a delimiter more or less, a quote more, other delimiters, another line end.
    private static func damaged(_ table: [[String]], _ style: Style, _ step: Int) -> [Polluted] {
        var files: [Polluted] = []
        var number = 0
        func add(_ kind: String, _ lines: [String], _ cells: [[String]], ends: [String]? = nil) {
            var bytes: [UInt8] = []
            for (at, line) in lines.enumerated() { bytes += Array((line + (ends?[at] ?? style.lineEnd)).utf8) }
            files.append(Polluted(kind: kind, bytes: bytes, header: cells[0], records: Array(cells.dropFirst())))
        }
        let lines = table.map(style.line)
        for row in table.indices {
            for column in table[row].indices {
                number += 1
                guard number % step == 0 else { continue }
                let cells = table[row].map(style.cell)
                var changed = lines
                var expected = table
                if column > 0, !table[row][column].contains("\n"), !cells[column].hasPrefix(style.quote),
                    !cells[column - 1].hasPrefix(style.quote)
                {
                    var fewer = cells
                    fewer[column - 1] += fewer.remove(at: column)
                    changed[row] = fewer.joined(separator: style.delimiter)
                    expected[row][column - 1] += expected[row].remove(at: column)
                    add("delimiter less", changed, expected)
                }
                var more = cells
                more.insert("", at: column)
                changed[row] = more.joined(separator: style.delimiter)
                expected[row] = table[row]
                expected[row].insert("", at: column)
                add("delimiter more", changed, expected)
                for place in ["start", "end", "middle"] {
                    let text = table[row][column]
                    guard !text.isEmpty else { continue }
                    let at = place == "start" ? 0 : place == "end" ? text.count : text.count / 2
                    var stray = text
                    stray.insert(Character(style.quote), at: stray.index(stray.startIndex, offsetBy: at))
                    let isQuoted = cells[column] != text
                    var written = cells
                    if isQuoted {
                        var inner = cells[column]
                        let offset = place == "middle" ? inner.count / 2 : 1 + (at == 0 ? 0 : inner.count - 2)
                        let before = inner.index(inner.startIndex, offsetBy: offset)
                        if inner[before] == "\"" || inner[inner.index(before: before)] == "\"", place == "middle" { continue }
                        inner.insert(Character(style.quote), at: before)
                        written[column] = inner
                        stray = String(inner.dropFirst().dropLast())
                        if place == "end" { stray = text + style.quote }
                        if place == "start" { stray = style.quote + text }
                        if place == "middle" { stray = unescaped(stray) }
                    } else {
                        written[column] = stray
                    }
                    changed[row] = written.joined(separator: style.delimiter)
                    expected[row] = table[row]
                    expected[row][column] = stray
                    add("stray quote at \(place)\(isQuoted ? " of quoted" : "")", changed, expected)
                }
            }
            guard row % step == 0, row > 0 else { continue }
            for other in [";", "\t", "|"] where other != style.delimiter {
                var changed = lines
                changed[row] = Style(delimiter: other).line(table[row])
                add("row delimiter \(other)", changed, table)
            }
            for end in ["\r\n", "\r"] {
                var ends = [String](repeating: style.lineEnd, count: lines.count)
                ends[row] = end
                add("row line end \(end == "\r" ? "cr" : "crlf")", lines, table, ends: ends)
            }
        }
        return files
    }

    private static func unescaped(_ text: String) -> String {
        var result = ""
        var pending = false
        for character in text {
            if character == "\"", pending {
                pending = false
                continue
            }
            pending = character == "\""
            result.append(character)
        }
        return result
    }
}

extension String {
    var trimmed: String {
        var text = Substring(self)
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}

/// Scores a reading of a polluted file from 0 to 10, as the Pollock benchmark does: one point for reading it at all, and
/// precision, recall and F1 of the header's cells, the records and the cells.
enum Score {
    static func of(_ file: Polluted) -> Double {
        guard let document = try? Document.read(bytes: file.bytes, name: "polluted.csv") else { return 0 }
        let records = document.records
        let header = document.layout.headerLines == nil ? [] : document.layout.header
        let width = max(header.count, document.layout.columnCount)
        func padded(_ record: [String]) -> [String] {
            record.count >= width ? record : record + [String](repeating: "", count: width - record.count)
        }
        var score = 1.0
        score += measure(header.isEmpty ? [] : padded(header), file.header.isEmpty ? [] : padded(file.header))
        score += measure(records.map(padded).map(key), file.records.map(padded).map(key))
        score += measure(records.flatMap(padded), file.records.flatMap(padded))
        return score
    }

    private static func key(_ record: [String]) -> String { record.joined(separator: "\u{1}") }

    /// How often each kind of damage was met in some thousand files of open data (Vitagliano and others, "Pollock: a data loading
    /// benchmark", PVLDB 2023); a record with a delimiter or a quote too many or too few weighs as much as it is rare.
    static func weight(_ kind: String) -> Double {
        switch kind {
        case "clean": 1691
        case "delimiter ;": 834
        case "no header": 470
        case "preamble": 282
        case "no last line end": 184
        case "delimiter , ": 101
        case "second table right below, narrower", "second table right below, as wide", "second table right below, wider": 63
        case "header twice", "header of two", "header of three": 47
        case "quote '": 11
        case "cr": 7
        case "two last line ends", "one row", "header only", "delimiter \t", "delimiter  ": 4
        case _ where kind.hasPrefix("row ") || kind.hasPrefix("delimiter ") || kind.hasPrefix("stray "): 0.4
        default: 1
        }
    }

    private static func measure(_ found: [String], _ wanted: [String]) -> Double {
        if found.isEmpty, wanted.isEmpty { return 3 }
        var left: [String: Int] = [:]
        for item in wanted { left[item, default: 0] += 1 }
        var hits = 0.0
        for item in found where left[item, default: 0] > 0 {
            left[item, default: 0] -= 1
            hits += 1
        }
        guard hits > 0 else { return 0 }
        let precision = hits / Double(found.count)
        let recall = hits / Double(wanted.count)
        return precision + recall + 2 * precision * recall / (precision + recall)
    }
}

extension Document {
    /// All records as text.
    var records: [[String]] {
        map(workers: 1) { batch in
            (0..<batch.count).map { record in
                (0..<batch.fieldCount(record)).map { String(decoding: batch.field(record, $0), as: UTF8.self) }
            }
        }.flatMap { $0 }
    }
}
