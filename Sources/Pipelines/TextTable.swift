import Facts

/// Rows of text set in columns for a terminal, where Chinese characters are as wide as two others.
struct TextTable {
    private var rows: [[String]] = []
    /// The widest that each column may be; what is longer is cut with `…`. Columns beyond these may be of any width.
    private let limits: [Int]

    /// An empty table.
    init(limits: [Int] = []) { self.limits = limits }

    /// Adds a row.
    mutating func add(_ cells: [String]) {
        rows.append(cells.enumerated().map { limits.indices.contains($0) ? Self.cut($1, limits[$0]) : $1 })
    }

    /// The rows as lines, cells apart by two spaces, nothing at the ends of lines.
    func lines(indent: String = "  ") -> [String] {
        let count = rows.map(\.count).max() ?? 0
        // What stands last in its row has no others to make room for.
        let widths = (0..<count).map { column in
            rows.filter { column < $0.count - 1 }.map { Texts.width($0[column]) }.max() ?? 0
        }
        return rows.map { cells in
            var line = indent
            for (column, cell) in cells.enumerated() {
                line += column == cells.count - 1 ? cell : Self.padded(cell, widths[column] + 2)
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    /// A text with spaces up to a width.
    static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - Texts.width(text)))
    }

    /// A text on one line, cut to a width.
    static func cut(_ text: String, _ limit: Int) -> String {
        var line = ""
        for character in text {
            let isControl = character.unicodeScalars.allSatisfy { $0.value < 32 || $0.value == 127 }
            line.append(character.isNewline ? "⏎" : isControl ? " " : character)
        }
        guard Texts.width(line) > limit else { return line }
        var (kept, taken) = ("", 0)
        for character in line where taken < limit {
            guard taken + Texts.width(String(character)) < limit else { break }
            kept.append(character)
            taken += Texts.width(String(character))
        }
        return kept + "…"
    }

    /// A text in lines of at most so many places, broken at spaces; each line after a line break of the text is further in.
    static func wrapped(_ text: String, to limit: Int = 96, indent: String = "  ") -> [String] {
        var lines: [String] = []
        for (number, part) in text.split(separator: "\n").enumerated() {
            let margin = indent + (number == 0 ? "" : "    ")
            var line = margin
            for word in part.split(separator: " ") {
                if line.count > margin.count + 4, Texts.width(line) + 1 + Texts.width(String(word)) > limit {
                    lines.append(line)
                    line = margin + "    " + word
                } else {
                    line += (line.count == margin.count ? "" : " ") + word
                }
            }
            lines.append(line)
        }
        return lines
    }
}
