/// Names that Excel accepts.
enum Names {
    /// The sheets that every workbook has, besides the sections'. Programs look for them, so that they are the same in all locales.
    static let numbers = "Numbers"
    static let chartData = "Chart data"

    /// Sheet names for titles, in order: at most 31 UTF-16 units, without the characters Excel forbids, not empty, and unlike each
    /// other and `taken` whatever the case of letters.
    static func sheets(_ titles: [String], taken: [String] = [numbers, chartData]) -> [String] {
        // Excel keeps "History" for itself.
        var used = Set((taken + ["History"]).map { $0.lowercased() })
        return titles.map { title in
            let base = legalSheet(title)
            var name = base
            var number = 2
            while !used.insert(name.lowercased()).inserted {
                let suffix = " \(number)"
                name = cut(base, 31 - suffix.utf16.count) + suffix
                number += 1
            }
            return name
        }
    }

    /// Names for cells that are not the same whatever the case of letters: letters, digits and `_` after a prefix.
    static func cell(_ id: String, prefix: String = "gtm_", used: inout Set<String>) -> String {
        let legal = id.unicodeScalars.map { $0.properties.isAlphabetic || $0.properties.numericType == .decimal ? $0 : "_" }
        var name = prefix
        name.unicodeScalars.append(contentsOf: legal.prefix(200))
        let base = name
        var number = 2
        while !used.insert(name.lowercased()).inserted {
            name = "\(base)_\(number)"
            number += 1
        }
        return name
    }

    /// A sheet's name in a formula or a link: `'Plan & actions'`.
    static func quoted(_ sheet: String) -> String {
        "'" + sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }

    /// A cell: 0, 27 is `AB1`.
    static func cell(_ row: Int, _ column: Int) -> String { self.column(column) + String(row + 1) }

    /// A cell that does not move when its formula is copied: `$AB$1`.
    static func fixedCell(_ row: Int, _ column: Int) -> String { "$\(self.column(column))$\(row + 1)" }

    /// A column: 27 is `AB`.
    static func column(_ index: Int) -> String {
        var (rest, letters) = (index, "")
        repeat {
            letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
            rest = rest / 26 - 1
        } while rest >= 0
        return letters
    }

    private static func legalSheet(_ title: String) -> String {
        let forbidden: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\"]
        let spaced = title.map { character in
            let isControl = character.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F || $0.value | 1 == 0xFFFF }
            return forbidden.contains(character) || isControl ? " " : character
        }
        let words = String(spaced).split(separator: " ").joined(separator: " ")
        var name = trimmed(words)
        if name.utf16.count > 31 { name = trimmed(cut(name, 30)) + "…" }
        return name.isEmpty ? "Sheet" : name
    }

    /// Without spaces and apostrophes at either end.
    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.first == " " || text.first == "'" { text.removeFirst() }
        while text.last == " " || text.last == "'" { text.removeLast() }
        return String(text)
    }

    private static func cut(_ text: String, _ limit: Int) -> String {
        var result = ""
        for character in text where result.utf16.count + character.utf16.count <= limit { result.append(character) }
        return result
    }
}
