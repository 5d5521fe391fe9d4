extension ColumnReading {
    /// Whether a cell says that it has no value: empty, `NA`, `N/A`, `#N/A`, `null`, `(null)`, `#NULL!`, `None`, `nan`, `\N`,
    /// or a dash or two; in any case, with any blanks around it.
    ///
    /// Of a text column that uses such a word as a name (`NA` for North America) the caller must know better.
    static func isMissing(_ cell: UnsafeRawBufferPointer) -> Bool {
        guard let first = cell.first else { return true }
        // Nothing that is missing begins with any other byte.
        switch first {
        case 0...32, UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "-"), UInt8(ascii: "#"), UInt8(ascii: "("),
            UInt8(ascii: "\\"), 0xC2, 0xD8, 0xE1...0xE3, 0xEF:
            break
        default: return false
        }
        let text = CellScanner(cell)
        return text.isReadable && text.isMissing
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
}
