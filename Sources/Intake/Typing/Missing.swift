/// Words in cells that say that there is no value.
enum MissingWords {
    /// Whether a cell says that it has no value: empty, `NA`, `N/A`, `#N/A`, `null`, `(null)`, `#NULL!`, `None`, `nan`, `\N`,
    /// or a dash or two; in any case, with any blanks around it.
    ///
    /// - Parameter isName: Whether the cell is of names, among which `NA` (North America, Namibia) and `None` are values.
    @inline(__always)
    static func isMissing(_ cell: UnsafeRawBufferPointer, isName: Bool = false) -> Bool {
        guard let first = cell.first else { return true }
        // Nor is anything as long.
        if cell.count > 40 { return false }
        // Nothing that is missing begins with any other byte.
        switch first {
        case 0...32, UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "-"), UInt8(ascii: "#"), UInt8(ascii: "("),
            UInt8(ascii: "\\"), 0xC2, 0xD8, 0xE1...0xE3, 0xEF:
            return isSpelledMissing(cell, isName)
        default: return false
        }
    }

    @inline(never)
    private static func isSpelledMissing(_ cell: UnsafeRawBufferPointer, _ isName: Bool) -> Bool {
        let text = CellScanner(cell)
        return text.isReadable && text.isMissing && !(isName && text.isNameToo)
    }
}

extension CellScanner {
    /// Whether the text says that there is no value.
    var isMissing: Bool {
        switch count {
        case 0: true
        case 1: equals("-")
        case 2: equals("na") || equals("--") || equals("\\n")
        case 3: equals("n/a") || equals("nan")
        case 4: equals("null") || equals("none") || equals("#n/a")
        case 6: equals("(null)") || equals("#null!")
        default: false
        }
    }

    /// Whether the text is a dash with a sign of a currency, as accounts in spreadsheets show nothing at all: `$ -`, `-   €`. A dash alone may
    /// stand for an amount that is missing.
    var isDashOfMoney: Bool {
        guard 2...12 ~= count else { return false }
        let signs = (0..<count).map { unit($0) }.filter { $0 != Unit.space }
        guard signs.count == 2, let dash = signs.firstIndex(of: Unit.minus) else { return false }
        return [0x24, 0x20AC, 0xA3, 0xA5].contains(signs[1 - dash])  // $ € £ ¥
    }

    /// Whether a text that ``isMissing`` may be a name too.
    fileprivate var isNameToo: Bool { equals("na") || equals("none") }
}
