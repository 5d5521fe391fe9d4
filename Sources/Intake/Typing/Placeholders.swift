import Facts

/// What databases, spreadsheets and people write in place of no date: the first or last day of their calendar, or a word.
///
/// Such a cell is missing: an end that is missing is open. It is no evidence for anything.
enum Placeholders {
    /// Whether a day, in days since 1970, stands for none.
    static func holds(_ day: Int) -> Bool { days.contains(day) || day >= farthest }

    /// Whether a day may be one that stands for none, at a glance: all of them lie outside 1970-01-02 to 2099-12-30.
    @inline(__always)
    static func mayHold(_ day: Int32) -> Bool { UInt32(bitPattern: day &- 1) >= 47_480 }

    /// The first days of the calendars of Unix (and its eve, where clocks are behind UTC), SQL Server, Windows, spreadsheets and
    /// others, and the last days that people write for "never".
    private static let days = Set(
        [
            "0001-01-01", "0001-01-02", "1601-01-01", "1753-01-01", "1899-12-30", "1899-12-31", "1900-01-01", "1904-01-01",
            "1969-12-31", "1970-01-01", "2099-12-31", "2199-12-31", "2999-12-31", "3000-01-01", "3000-12-31", "4712-12-31",
        ].map { Int(Day($0)!.number) })

    /// 1900-01-01: a day before that is mistyped, where it stands for none neither.
    static let earliest = Int(Day("1900-01-01")!.number)

    /// 9999-01-01: nobody means a day of that year.
    private static let farthest = Int(Day("9999-01-01")!.number)

    /// Words for "never" and "not yet", folded.
    private static let words: Set<[UInt16]> = Set(
        """
        never|ongoing|unlimited|indefinite|indefinitely|perpetual|perpetuity|forever|open|open ended|open-ended|openended|evergreen
        no end|no end date|no expiry|does not expire|not set|not specified|unspecified|present|current|to date|until cancelled
        until canceled|until further notice|auto-renew|auto renew|tbd|tba|tbc|to be determined|infinite|infinity|-infinity|∞
        unbefristet|unbegrenzt|fortlaufend|laufend|offen|nie|niemals|bis auf weiteres|kein ende|unendlich|dauerhaft
        jamais|illimite|illimitee|indetermine|indeterminee|en cours|permanent|permanente|sans fin|duree indeterminee
        nunca|ilimitado|ilimitada|indefinido|indefinida|en curso|sin fin|vigente|indeterminado|indeterminada|em curso|sem fim
        illimitato|illimitata|indeterminato|indeterminata|in corso|sempre|senza fine|onbepaald|onbeperkt|nooit|doorlopend
        永久|永久有效|长期|长期有效|長期|長期有效|无限期|無限期|无期限|無期限|不限|不限期|至今|无|無|暂无|待定|未定|无限|無制限|なし|無し|進行中|进行中
        무기한|무제한|없음
        """.split { $0 == "|" || $0 == "\n" }.map { Array($0.utf16) })

    /// Whether a folded text is such a word.
    static func isWord(_ units: [UInt16]) -> Bool { words.contains(units) }
}

extension CellScanner {
    /// Whether the text stands for no date although it is none: a word, zeros, or day 0 of a spreadsheet's calendar.
    var isNoDate: Bool { isZeroDate || isWithoutEnd }

    /// Whether the text is a word for "never" or "not yet".
    var isWithoutEnd: Bool {
        count >= 1 && count <= 24 && !Unit.isDigit(unit(0)) && Placeholders.isWord((0..<count).map { unit($0) })
    }

    /// Whether the text is `0000-00-00`, `00.00.0000 00:00`, `0`, or the day before 1 January 1900 as spreadsheets show it:
    /// `1900-01-00`, `0-Jan-00`, `1/0/1900`.
    private var isZeroDate: Bool {
        guard Unit.isDigit(unit(0)) else { return false }
        var (numbers, index, hasJanuary) = (InlineArray<3, Int>(repeating: -1), 0, false)
        var at = 0
        while at < count, index < 3 {
            let unit = unit(at)
            if Unit.isDigit(unit) {
                var value = 0
                while Unit.isDigit(self.unit(at)), value < 10_000 {
                    value = value * 10 + Int(self.unit(at) - Unit.zero)
                    at += 1
                }
                numbers[index] = value
                index += 1
            } else if unit == 0x6A, self.unit(at + 1) == 0x61, self.unit(at + 2) == 0x6E, !hasJanuary {  // jan
                hasJanuary = true
                at += 3
            } else if unit == Unit.minus || unit == Unit.slash || unit == Unit.point || unit == Unit.space {
                at += 1
            } else {
                return false
            }
        }
        // Behind the date there may be a time, and nothing but a time.
        while at < count {
            let unit = unit(at)
            let isClock = Unit.isDigit(unit) || unit == Unit.colon || unit == Unit.point || unit == Unit.space
            guard isClock || unit == Unit.letterA || unit == Unit.letterP || unit == Unit.letterM else { return false }
            at += 1
        }
        let (first, second, third) = (numbers[0], numbers[1], numbers[2])
        if hasJanuary { return first == 0 && (second == 1900 || second == 0) }
        if first == 0, second <= 0, third <= 0 { return true }
        return (first, second, third) == (1900, 1, 0) || (third == 1900 || third == 0) && first + second == 1
    }
}
