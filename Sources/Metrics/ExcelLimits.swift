/// What Excel sets as limits to one formula; a workbook with a longer one is opened as damaged.
///
/// Source: Microsoft, "Excel specifications and limits".
enum ExcelLimits {
    /// Characters in a formula.
    static let characters = 8192
    /// Parts of a function.
    static let arguments = 255
    /// Levels of functions and brackets in each other.
    static let levels = 64

    /// What stands around a formula in a cell: `=IFERROR(100*(…),"n/a")`, with its characters and levels.
    private static let around = (characters: 24, levels: 2)
    /// The longest reference to a cell of numbers.
    private static let reference = "Numbers!XFD1048576"

    /// The limit that a resolved formula passes in a cell, in words; nil where it keeps to all.
    static func passed(by formula: Expression) -> String? {
        if formula.mostArguments > arguments { return "a function with more than \(arguments) parts, and Excel takes no more" }
        // A setting is a named cell, whose name is no shorter than its id.
        let text = formula.excel(reference: { _ in reference }, config: { name, _ in "config_" + name })
        if text.utf16.count + around.characters > characters {
            return "more than \(characters) characters in the workbook, and Excel takes no more"
        }
        var (level, highest) = (around.levels, around.levels)
        for byte in text.utf8 {
            if byte == UInt8(ascii: "(") { level += 1 } else if byte == UInt8(ascii: ")") { level -= 1 }
            highest = max(highest, level)
        }
        return highest > levels ? "more than \(levels) levels of brackets and functions, and Excel takes no more" : nil
    }
}

extension Expression {
    /// The most parts that a function in the tree has.
    fileprivate var mostArguments: Int {
        let inside = parts.map(\.mostArguments).max() ?? 0
        if case .call(_, let parts) = self { return max(parts.count, inside) }
        return inside
    }
}
