import Facts

/// The dates that people write in file names.
enum NameDates {
    /// The latest date in a file's name, or nil where there is none.
    ///
    /// Read are `2026-11-15`, `2026_11_15`, `20261115` (also with a time behind it), `15.11.2026`, `2026-11` and `202611` (the
    /// month's first day), `2026-W46` (its Monday), `2026-Q4` (its first day), `2026年11月15日` and a year alone (its first day).
    ///
    /// - Parameter order: Which number of `11-02-2026` is the month; its form may say so.
    static func latest(in name: String, _ order: Order = Order()) -> Day? {
        let tokens = split(name)
        var latest: Day?
        func found(_ day: Day?) {
            if let day, latest.map({ $0 < day }) ?? true { latest = day }
        }
        var index = 0
        while index < tokens.count {
            let (day, length) = date(tokens, index, order)
            found(day)
            index += max(1, length)
        }
        return latest
    }

    /// The dates in a name, each with the numbers and words that it is made of.
    static func parts(of name: String) -> [(day: Day?, numbers: [String], words: [String])] {
        let tokens = split(name)
        var parts: [(day: Day?, numbers: [String], words: [String])] = []
        var index = 0
        while index < tokens.count {
            let (day, length) = date(tokens, index, Order())
            let used = tokens[index..<min(tokens.count, index + max(1, length))]
            if day != nil { parts.append((day, used.filter(\.isNumber).map(\.text), used.filter { !$0.isNumber }.map(\.text))) }
            index += max(1, length)
        }
        return parts
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

    /// A name without its dates and times, in small letters: names of which this is the same differ in dates only.
    static func withoutDates(_ name: String) -> String {
        let tokens = split(name.lowercased())
        var rest: [String] = []
        var index = 0
        while index < tokens.count {
            let (day, length) = date(tokens, index, Order())
            let last = index + length - 1
            if day != nil {
                index = last + 1
                // A time of day behind a whole date: `2026-11-15 10-30-00`.
                if length >= 3 || tokens[last].count == 8 { index += timeLength(tokens, index) }
                continue
            }
            let token = tokens[index]
            let next = index + 1 < tokens.count ? tokens[index + 1] : nil
            // `Oct 1`, `W46`, `Q4`: a date whose year stands elsewhere.
            if !token.isNumber, monthNumber(token.text) != nil || ["w", "kw", "q", "week"].contains(token.text),
                let next, next.isNumber, next.count <= 2
            {
                index += 2
                continue
            }
            if token.isNumber, token.count <= 2, let next, !next.isNumber, monthNumber(next.text) != nil {
                index += 2
                continue
            }
            let isUnit = token.text.allSatisfy { "年月日".contains($0) } || monthNumber(token.text) != nil
            if token.isNumber || !isUnit { rest.append(token.text) }
            index += 1
        }
        return rest.joined(separator: " ")
    }

    /// How many tokens from a place on are a time of day: two or three numbers of two digits, or one of four or six.
    private static func timeLength(_ tokens: [Token], _ index: Int) -> Int {
        var start = index
        if start < tokens.count, tokens[start].text == "t" { start += 1 }
        let numbers = tokens[start...].prefix { $0.isNumber && $0.count == 2 && $0.value < 60 }.prefix(3)
        if numbers.count >= 2, numbers[start].value < 24 { return start - index + numbers.count }
        guard start < tokens.count, tokens[start].isNumber, [4, 6].contains(tokens[start].count) else { return 0 }
        let text = tokens[start].text
        // `2026-10-05-2026-10-11`: another date, not 20:26.
        guard !isYear((Int(text) ?? 0) / (text.utf8.count == 6 ? 100 : 1)) else { return 0 }
        let parts = stride(from: 0, to: text.count, by: 2).map { Int(text.dropFirst($0).prefix(2)) ?? 99 }
        return parts[0] < 24 && parts.allSatisfy { $0 < 60 } ? start - index + 1 : 0
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

    /// Which number is the month in dates of names that end with the year, where neither is above 12.
    struct Order: Equatable {
        /// Whether it is the first one.
        var isMonthFirst = false
        /// Whether other names show it.
        var isShown = false

        /// The day goes first.
        init() {}

        /// What some names show: one number above 12 tells for all. Else it is as usual in the locale, as in columns.
        init(of names: [String], locale: String) {
            var (dayFirst, monthFirst) = (false, false)
            for name in names {
                for (first, second) in NameDates.inDoubt(name) {
                    if first > 12 { dayFirst = true }
                    if second > 12 { monthFirst = true }
                }
            }
            isShown = dayFirst != monthFirst
            isMonthFirst = isShown ? monthFirst : LocaleCustom(locale).dateOrder != .dayMonthYear
        }
    }

    /// Whether a name has a date that either order makes another day of.
    static func isInDoubt(_ name: String) -> Bool {
        inDoubt(name).contains { first, second in first <= 12 && second <= 12 && first != second }
    }

    /// The day and the month, as they stand, of the dates of a name that end with the year.
    private static func inDoubt(_ name: String) -> [(Int, Int)] {
        let tokens = split(name)
        return tokens.indices.compactMap { index in
            let first = tokens[index]
            guard first.isNumber else { return nil }
            if first.count == 8, !isYear(first.value / 10_000), isYear(first.value % 10_000) {
                return (first.value / 1_000_000, first.value / 10_000 % 100)
            }
            guard first.count <= 2, index + 2 < tokens.count else { return nil }
            let (second, third) = (tokens[index + 1], tokens[index + 2])
            // What stands behind a year belongs to it.
            if index > 0, tokens[index - 1].isNumber, tokens[index - 1].count == 4 { return nil }
            guard second.isNumber, second.count <= 2, third.isNumber, third.count == 4, isYear(third.value) else { return nil }
            return (first.value, second.value)
        }
    }

    /// The date that begins at a token, and how many tokens it takes.
    private static func date(_ tokens: [Token], _ index: Int, _ order: Order) -> (Day?, Int) {
        let first = tokens[index]
        let second = index + 1 < tokens.count ? tokens[index + 1] : nil
        let third = index + 2 < tokens.count ? tokens[index + 2] : nil
        guard first.isNumber else { return written(first, second, third) }
        if first.count == 8 || first.count == 12 || first.count == 14 { return (digits(first.text, order), 1) }
        if first.count == 6, isYear(first.value / 100) {
            return (Day(year: first.value / 100, month: first.value % 100, day: 1), 1)
        }
        if first.count == 4, isYear(first.value) { return yearFirst(tokens, index) }
        if first.count <= 2, let second, let third, third.isNumber, third.count == 4, isYear(third.value) {
            if second.isNumber, second.count <= 2 {
                return (day(year: third.value, first.value, second.value, order), 3)
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

    /// A day of two numbers in the order given, else in the other one.
    private static func day(year: Int, _ first: Int, _ second: Int, _ order: Order) -> Day? {
        let (dayFirst, monthFirst) = (Day(year: year, month: second, day: first), Day(year: year, month: first, day: second))
        return order.isMonthFirst ? monthFirst ?? dayFirst : dayFirst ?? monthFirst
    }

    /// `20261115`, `15112026`, `20261115103000`.
    private static func digits(_ text: String, _ order: Order) -> Day? {
        let value = Int(text.prefix(8)) ?? 0
        let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100)
        if isYear(year), let found = Day(year: year, month: month, day: day) { return found }
        let last = value % 10_000
        guard isYear(last), text.utf8.count == 8 else { return nil }
        return self.day(year: last, value / 1_000_000, value / 10_000 % 100, order)
    }

    private static func isYear(_ value: Int) -> Bool { (1990...2099).contains(value) }

    /// The month that a word names, in the languages of cells; of other languages than English no short form that is a usual word.
    static func monthNumber(_ text: String) -> Int? {
        let key = HeaderNames.key(text)
        guard (3...12).contains(key.utf8.count), key.utf8.allSatisfy({ (97...122).contains($0) }) else { return nil }
        guard let month = CalendarWords.months[Word(key)] else { return nil }
        let isClear = key.utf8.count > 3 || english.contains(key) || clear.contains(key)
        return isClear ? month : nil
    }

    private static let english: Set<String> = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    private static let clear: Set<String> = ["okt", "dez", "mrz", "mai", "fev", "avr", "abr"]
}

extension Day {
    /// A whole number below 100 with two digits.
    static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
