import Facts

/// The dates that people write in file names.
enum NameDates {
    /// The latest date in a file's name, or nil where there is none.
    ///
    /// Read are `2026-11-15`, `2026_11_15`, `20261115` (also with a time behind it), `15.11.2026`, `2026-11` and `202611` (the
    /// month's first day), `2026-W46` (its Monday), `2026-Q4` (its first day), `2026年11月15日` and a year alone (its first day).
    static func latest(in name: String) -> Day? {
        let tokens = split(name)
        var latest: Day?
        func found(_ day: Day?) {
            if let day, latest.map({ $0 < day }) ?? true { latest = day }
        }
        var index = 0
        while index < tokens.count {
            let (day, length) = date(tokens, index)
            found(day)
            index += max(1, length)
        }
        return latest
    }

    /// A name with its dates and digits taken out, in small letters: what is left of names that are alike is the same.
    static func stem(of name: String) -> String {
        var result = ""
        for token in split(name.lowercased()) where !token.isNumber {
            if token.text == "w" || token.text == "q" || monthNumber(token.text) != nil { continue }
            for character in token.text where character.isLetter && !"年月日".contains(character) { result.append(character) }
        }
        return result
    }

    private struct Token {
        var text: String
        var isNumber: Bool
        /// The character right before it, where it is a separator.
        var separator: Character?
        var value: Int { Int(text) ?? -1 }
        var count: Int { text.utf8.count }
    }

    /// Runs of digits and runs of letters, each with the separator before it.
    private static func split(_ name: String) -> [Token] {
        var tokens: [Token] = []
        var current = ""
        var isNumber = false
        var separator: Character?
        func close() {
            if !current.isEmpty { tokens.append(Token(text: current, isNumber: isNumber, separator: separator)) }
            if !current.isEmpty { separator = nil }
            current = ""
        }
        for character in name {
            let digit = character.isASCII && character.isNumber
            if digit || character.isLetter {
                if digit != isNumber { close() }
                isNumber = digit
                current.append(character)
            } else {
                close()
                separator = character
            }
        }
        close()
        return tokens
    }

    /// The date that begins at a token, and how many tokens it takes.
    private static func date(_ tokens: [Token], _ index: Int) -> (Day?, Int) {
        let first = tokens[index]
        let second = index + 1 < tokens.count ? tokens[index + 1] : nil
        let third = index + 2 < tokens.count ? tokens[index + 2] : nil
        guard first.isNumber else { return written(first, second, third) }
        if first.count == 8 || first.count == 12 || first.count == 14 { return (digits(first.text), 1) }
        if first.count == 6, isYear(first.value / 100) {
            return (Day(year: first.value / 100, month: first.value % 100, day: 1), 1)
        }
        if first.count == 4, isYear(first.value) { return yearFirst(tokens, index) }
        if first.count <= 2, let second, let third, third.isNumber, third.count == 4, isYear(third.value) {
            if second.isNumber, second.count <= 2 {
                let day = Day(year: third.value, month: second.value, day: first.value)
                return (day ?? Day(year: third.value, month: first.value, day: second.value), 3)
            }
            if let month = monthNumber(second.text) { return (Day(year: third.value, month: month, day: first.value), 3) }
        }
        return (nil, 1)
    }

    /// `2026`, `2026-11`, `2026-11-15`, `2026-W46`, `2026-Q4`, `2026年11月15日`.
    private static func yearFirst(_ tokens: [Token], _ index: Int) -> (Day?, Int) {
        let year = tokens[index].value
        var rest = Array(tokens[(index + 1)...].prefix(5))
        var used = 1
        func skip(_ text: String) -> Bool {
            guard let token = rest.first, !token.isNumber, token.separator == nil, token.text.lowercased() == text else {
                return false
            }
            rest.removeFirst()
            used += 1
            return true
        }
        let hasYearSign = skip("年")
        if let unit = rest.first, !unit.isNumber, ["w", "kw", "q"].contains(unit.text.lowercased()), rest.count > 1,
            rest[1].isNumber,
            rest[1].separator == nil, rest[1].count <= 2
        {
            let name = unit.text.lowercased() == "q" ? "\(year)-Q\(rest[1].value)" : "\(year)-W\(Day.twoDigits(rest[1].value))"
            if let period = PeriodCalendar().period(named: name) { return (period.start, used + 2) }
        }
        let yearAlone = Day(year: year, month: 1, day: 1)
        guard let month = rest.first, month.isNumber, month.count <= 2, month.separator != nil || hasYearSign,
            (1...12).contains(month.value)
        else { return (yearAlone, used) }
        rest.removeFirst()
        used += 1
        let hasMonthSign = skip("月")
        if let day = rest.first, day.isNumber, day.count <= 2, day.separator == month.separator || hasMonthSign,
            let full = Day(year: year, month: month.value, day: day.value)
        {
            return (full, used + 1)
        }
        return (Day(year: year, month: month.value, day: 1), used)
    }

    /// `Nov 2026`, `Nov 15 2026`, `November-2026`, `Q4-2026`.
    private static func written(_ first: Token, _ second: Token?, _ third: Token?) -> (Day?, Int) {
        guard let second, second.isNumber else { return (nil, 1) }
        if first.text.lowercased() == "q", (1...4).contains(second.value), let third, third.isNumber, third.count == 4,
            isYear(third.value)
        {
            return (Day(year: third.value, month: second.value * 3 - 2, day: 1), 3)
        }
        guard let month = monthNumber(first.text) else { return (nil, 1) }
        if second.count == 4, isYear(second.value) { return (Day(year: second.value, month: month, day: 1), 2) }
        if second.count <= 2, let third, third.isNumber, third.count == 4, isYear(third.value) {
            return (Day(year: third.value, month: month, day: second.value), 3)
        }
        return (nil, 1)
    }

    /// `20261115`, `15112026`, `20261115103000`.
    private static func digits(_ text: String) -> Day? {
        let value = Int(text.prefix(8)) ?? 0
        let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100)
        if isYear(year), let found = Day(year: year, month: month, day: day) { return found }
        let last = value % 10_000
        return isYear(last) && text.utf8.count == 8 ? Day(year: last, month: value / 10_000 % 100, day: value / 1_000_000) : nil
    }

    private static func isYear(_ value: Int) -> Bool { (1990...2099).contains(value) }

    private static func monthNumber(_ text: String) -> Int? {
        let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        let full = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
            "december",
        ]
        let small = text.lowercased()
        return (names.firstIndex(of: small) ?? full.firstIndex(of: small)).map { $0 + 1 }
    }
}

extension Day {
    /// A whole number below 100 with two digits.
    static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
