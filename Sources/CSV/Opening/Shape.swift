/// What a cell looks like, for telling good dialects from bad ones and headers from records; no value is ever taken from it.
enum Shape: UInt8, CaseIterable {
    case empty, missing, number, date, time, stamp, address, code, word, text, odd

    /// Whether people only write such a cell where it is data: headers seldom look like it.
    var isHard: Bool {
        switch self {
        case .number, .date, .time, .stamp, .address: true
        default: false
        }
    }

    /// How much a cell of this shape speaks for the dialect that cut it out.
    var weight: Double {
        switch self {
        case .number, .date, .time, .stamp, .address: 1
        case .empty, .missing: DialectTuning.emptyCell
        case .code, .word: DialectTuning.word
        case .text: DialectTuning.text
        case .odd: DialectTuning.odd
        }
    }

    /// Whether a cell has nothing but blanks.
    static func isEmpty(_ cell: UnsafeRawBufferPointer) -> Bool { cell.allSatisfy { $0 == Byte.space } }

    init(_ cell: UnsafeRawBufferPointer) {
        var low = 0
        var high = cell.count
        while low < high, cell[low] == Byte.space { low += 1 }
        while high > low, cell[high - 1] == Byte.space { high -= 1 }
        let cell = UnsafeRawBufferPointer(rebasing: cell[low..<high])
        guard !cell.isEmpty else {
            self = .empty
            return
        }
        let counts = Counts(cell)
        if cell.count <= 5, counts.isMissing(cell) {
            self = .missing
        } else if counts.digits > 0, let shape = counts.numeric(cell) {
            self = shape
        } else if counts.ats == 1, counts.spaces == 0, counts.dots > 0 {
            self = .address
        } else if counts.colons > 0, counts.spaces == 0, Self.isLink(cell) {
            self = .address
        } else if counts.letters + counts.digits + counts.joints == cell.count {
            self = counts.digits > 0 && counts.letters > 0 ? .code : counts.letters > 0 ? .word : .odd
        } else if counts.letters * 2 >= cell.count - counts.digits - counts.spaces {
            self = .text
        } else {
            self = counts.letters > 0 ? .text : .odd
        }
    }

    private static func isLink(_ cell: UnsafeRawBufferPointer) -> Bool {
        for start in ["http://", "https://", "ftp://"] where cell.count > start.utf8.count {
            if cell.prefix(start.utf8.count).elementsEqual(start.utf8) { return true }
        }
        return false
    }

    /// The currencies that exports are mostly in; the letters of another before digits are a name.
    static let currencies: Set<String> = [
        "USD", "EUR", "GBP", "CNY", "RMB", "JPY", "CHF", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "INR", "KRW", "SEK", "NOK",
        "DKK", "PLN", "CZK", "HUF", "RON", "BGN", "BRL", "MXN", "ARS", "CLP", "COP", "PEN", "ZAR", "TRY", "RUB", "UAH", "ILS",
        "AED", "SAR", "QAR", "THB", "IDR", "MYR", "PHP", "VND", "NGN", "KES", "EGP", "MAD",
    ]

    /// How many bytes of each kind a cell has.
    private struct Counts {
        var digits = 0
        var letters = 0
        var joints = 0
        var spaces = 0
        var dots = 0
        var commas = 0
        var dashes = 0
        var slashes = 0
        var colons = 0
        var ats = 0
        var others = 0

        init(_ cell: UnsafeRawBufferPointer) {
            let end = min(cell.count, 256)
            var at = 0
            while at < end {
                let byte = cell[at]
                at += 1
                switch byte {
                case 0x30...0x39: digits += 1
                case 0x41...0x5A, 0x61...0x7A: letters += 1
                case 0x80...:
                    let length = Self.blankLength(cell, at - 1)
                    if length > 0 { spaces += 1 } else { letters += 1 }
                    at += max(0, length - 1)
                case Byte.space: spaces += 1
                case UInt8(ascii: "."):
                    dots += 1
                    joints += 1
                case UInt8(ascii: ","): commas += 1
                case UInt8(ascii: "-"):
                    dashes += 1
                    joints += 1
                case UInt8(ascii: "_"): joints += 1
                case UInt8(ascii: "/"): slashes += 1
                case UInt8(ascii: ":"): colons += 1
                case UInt8(ascii: "@"): ats += 1
                default: others += 1
                }
            }
        }

        /// The length of the no-break space at `at`, wide or narrow; 0 where there is none.
        private static func blankLength(_ cell: UnsafeRawBufferPointer, _ at: Int) -> Int {
            if cell[at] == 0xC2, at + 1 < cell.count, cell[at + 1] == 0xA0 { return 2 }
            guard cell[at] == 0xE2, at + 2 < cell.count else { return 0 }
            return cell[at + 1] == 0x80 && cell[at + 2] == 0xAF ? 3 : 0
        }

        func isMissing(_ cell: UnsafeRawBufferPointer) -> Bool {
            // No such word begins with any other byte; 0xE2 is that of the dashes and dots of typesetting.
            guard digits == 0, let first = cell.first, first == 0xE2 || "nN-#?.:".utf8.contains(first) else { return false }
            let text = String(decoding: cell, as: UTF8.self).lowercased()
            return [
                "na", "n/a", "n.a.", "null", "none", "-", "--", "—", "–", "#n/a", "nan", "nil", "?", ".", "..", "...", "…", ":",
            ].contains(text)
        }

        /// The shapes that have digits.
        func numeric(_ cell: UnsafeRawBufferPointer) -> Shape? {
            let few = letters <= 4 && others <= 4 && ats == 0
            guard few, cell.count <= 40 else { return nil }
            // The minus of `8.4e-02` says nothing about the number's own sign.
            let dashes = letters == 1 && hasNegativeExponent(cell) ? dashes - 1 : dashes
            if letters == 0 || isMoney(cell), colons == 0, slashes == 0, dashes <= 1 || dashes == 1 {
                let isSigned =
                    dashes == 0 || cell.first == UInt8(ascii: "-") || cell.last == UInt8(ascii: "-") || cell.contains(0x28)
                if isSigned, hasNumberGroups(cell) { return .number }
            }
            let separators = max(dashes, slashes, dots)
            if letters == 0, others == 0, commas == 0, separators == 2, dashes + slashes + dots == 2, colons == 0, spaces == 0,
                (4...8).contains(digits)
            {
                return .date
            }
            if letters == 0, others == 0, commas == 0, spaces == 0, (1...2).contains(colons), dashes + slashes == 0, dots <= 1 {
                return .time
            }
            if letters == 2, (1...2).contains(colons), (3...6).contains(digits), (cell.last ?? 0) | 0x20 == UInt8(ascii: "m") {
                return .time
            }
            if (1...3).contains(colons), (7...23).contains(digits), dashes + slashes + dots >= 2, commas <= 1, others <= 1 {
                return .stamp
            }
            if letters <= 9, letters > 0, (3...8).contains(digits), colons == 0, dashes + slashes + spaces + dots >= 1,
                isMonth(cell)
            {
                return .date
            }
            return nil
        }

        /// Digits in groups with at most one sign between two of them.
        private func hasNumberGroups(_ cell: UnsafeRawBufferPointer) -> Bool {
            var lastWasSign = true
            for byte in cell {
                switch byte {
                case 0x30...0x39: lastWasSign = false
                case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "'"):
                    if lastWasSign, byte != UInt8(ascii: ".") { return false }
                    lastWasSign = true
                case UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "\t"), UInt8(ascii: "\""): return false
                case UInt8(ascii: "^"), UInt8(ascii: "~"), UInt8(ascii: "="), UInt8(ascii: "*"): return false
                default: break
                }
            }
            // `1,5,2,7` is no number, `1,234,567` and `1,50` are.
            return commas <= 1 || isGrouped(cell, UInt8(ascii: ","))
        }

        private func isGrouped(_ cell: UnsafeRawBufferPointer, _ sign: UInt8) -> Bool {
            let groups = cell.split(separator: sign, omittingEmptySubsequences: false).dropFirst()
            return groups.allSatisfy { $0.prefix { (0x30...0x39).contains($0) }.count == 3 }
        }

        /// Whether the letters are a currency's code or sign at one end, or the sign of an exponent.
        private func isMoney(_ cell: UnsafeRawBufferPointer) -> Bool {
            switch letters {
            case 1: return others <= 1 && isExponent(cell)
            case 2: return cell.starts(with: "£".utf8) || cell.starts(with: "¥".utf8) || cell.suffix(2).elementsEqual("£".utf8)
            case 3:
                guard others + spaces <= 4 else { return false }
                return Self.isCurrency(cell.prefix(3)) || Self.isCurrency(cell.suffix(3)) || Self.isMagnitude(cell.suffix(3))
            default: return false
            }
        }

        private static func isCurrency(_ text: Slice<UnsafeRawBufferPointer>) -> Bool {
            guard text.count == 3 else { return false }
            let at = text.startIndex
            switch (text[at], text[at + 1], text[at + 2]) {
            case (0xE2, 0x82, _), (0xEF, 0xBF, 0xA0...0xA6), (0xE5, 0x85, 0x83), (0xE5, 0x86, 0x86): return true  // € ￥ 元 円
            default: return Shape.currencies.contains(String(decoding: text, as: UTF8.self))
            }
        }

        /// Whether it is 万, 亿, 萬, 億 or 千, as in `10万`.
        private static func isMagnitude(_ text: Slice<UnsafeRawBufferPointer>) -> Bool {
            ["万", "亿", "萬", "億", "千"].contains { text.elementsEqual($0.utf8) }
        }

        private func hasNegativeExponent(_ cell: UnsafeRawBufferPointer) -> Bool {
            guard let at = cell.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) else { return false }
            return at > 0 && at + 2 < cell.count && cell[at + 1] == UInt8(ascii: "-")
        }

        private func isExponent(_ cell: UnsafeRawBufferPointer) -> Bool {
            guard let at = cell.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) else { return false }
            return at > 0 && at + 1 < cell.count
        }

        /// Whether it names a month in English, or a year or month in Chinese.
        private func isMonth(_ cell: UnsafeRawBufferPointer) -> Bool {
            guard letters >= 3 else { return false }
            for at in 0..<max(0, cell.count - 2) {
                let (a, b, c) = (cell[at], cell[at + 1], cell[at + 2])
                if a >= 0x80 {
                    if (a, b, c) == (0xE5, 0xB9, 0xB4) || (a, b, c) == (0xE6, 0x9C, 0x88) { return true }
                } else {
                    let key = UInt32(a | 0x20) << 16 | UInt32(b | 0x20) << 8 | UInt32(c | 0x20)
                    if Self.months.contains(key) { return true }
                }
            }
            return false
        }

        /// The first three letters of the English months.
        private static let months: [UInt32] = [
            0x6A616E, 0x666562, 0x6D6172, 0x617072, 0x6D6179, 0x6A756E, 0x6A756C, 0x617567, 0x736570, 0x6F6374, 0x6E6F76,
            0x646563,
        ]
    }
}
