import Facts

/// A period as people write it: `2026-W46`, `Q4 2026`, `4Q26`, `Nov 2026`, `11/2026`, `KW 46`, `FY2026`, `2026年11月`, `第四季度`.
///
/// Without a year it is of the fiscal year that is said elsewhere, else of the one that holds a given day.
enum WrittenPeriod {
    /// The period that a text names, or nil where it names none.
    ///
    /// - Parameters:
    ///   - year: The fiscal year that texts without a year are of; nil where nothing says so.
    ///   - grain: How long the periods are, where that is known: then a number or a date is enough.
    static func period(
        _ text: String, _ calendar: PeriodCalendar, near day: Day, year: Int? = nil, grain: Grain? = nil
    ) -> Period? {
        let plain = TextForm.folded(text)
        if let found = calendar.period(named: plain.uppercased()) { return found }
        if let grain, let found = period(plain, of: grain, calendar, near: day, year: year) { return found }
        return Reading(plain).flatMap { $0.period(calendar, near: day, year: year) }
    }

    /// Whether a text names a period of some year.
    static func isPeriod(_ text: String) -> Bool {
        let plain = TextForm.folded(text)
        return PeriodCalendar().period(named: plain.uppercased()) != nil || Reading(plain) != nil
    }

    /// Whether a text says which year it is of.
    static func hasYear(_ text: String) -> Bool {
        let plain = TextForm.folded(text)
        return PeriodCalendar().period(named: plain.uppercased()) != nil || Reading(plain)?.year != nil
    }

    /// A period without a year, in the year that another cell says: a number alone is that of a month, quarter or week.
    static func text(_ text: String, of year: String, _ grain: Grain?) -> String {
        guard let of = Vocabulary.year(year), let number = Int(text), text.utf8.count <= 2 else { return text + " " + year }
        switch grain {
        case .month: return "\(of)-\(number < 10 ? "0" : "")\(number)"
        case .quarter: return "\(of)-Q\(number)"
        case .week: return "\(of)-W\(number < 10 ? "0" : "")\(number)"
        case .year, nil: return text + " \(of)"
        }
    }

    /// A period of a known length by its number, or by its first or last day.
    private static func period(
        _ text: String, of grain: Grain, _ calendar: PeriodCalendar, near day: Day, year: Int?
    ) -> Period? {
        if let number = Int(text), text.utf8.count <= 2 {
            return Reading(grain, number).flatMap { $0.period(calendar, near: day, year: year) }
        }
        var text = text
        let periods = text.withUTF8 { bytes in
            [ColumnReading.DateOrder.dayMonthYear, .monthDayYear].compactMap { order -> Period? in
                let reader = CellReader(.day, ColumnReading(dateOrder: order))
                guard case .value(let span) = reader.spelledDay(UnsafeRawBufferPointer(bytes)), !span.isMonth else {
                    return nil
                }
                let period = calendar.period(grain, holding: span.first)
                return span.first == period.start || span.first == period.end ? period : nil
            }
        }
        return Set(periods.map(\.name)).count == 1 ? periods[0] : nil
    }

    /// What the parts of a text say, each once.
    private struct Reading {
        private(set) var year: Int?
        private var month: Int?
        private var quarter: Int?
        private var week: Int?
        /// Whether a word says what a number is.
        private var isNamed = false
        /// Whether it is a whole year that is not named: `Full year`.
        private var isWholeYear = false

        /// The week, month or quarter of a number, or the year.
        init?(_ grain: Grain, _ number: Int) {
            let kind: Kind =
                switch grain {
                case .week: .week
                case .month: .month
                case .quarter: .quarter
                case .year: .year
                }
            guard take(number, as: kind) else { return nil }
        }

        /// Nil where a part says nothing about a period, or two say the same.
        init?(_ text: String) {
            var tokens = Reading.tokens(text)
            guard !tokens.isEmpty else { return nil }
            // A word that says what the number behind or before it is: Q4, 4Q, KW 46, FY 26, 第四季度, 11月.
            while let place = tokens.firstIndex(where: { Reading.marks[$0] != nil }) {
                let mark = Reading.marks[tokens.remove(at: place)]!
                let near = mark.isSuffix ? [place - 1] : [place, place - 1]
                let fit = near.first { at in
                    tokens.indices.contains(at) && Reading.number(tokens[at]).map { mark.kind.range.contains($0) } ?? false
                }
                guard let fit else {
                    // `Full year`, `全年`: the year is said elsewhere, if not beside.
                    guard mark.kind == .year, !isWholeYear else { return nil }
                    isWholeYear = true
                    continue
                }
                guard let number = Reading.number(tokens.remove(at: fit)), take(number, as: mark.kind) else { return nil }
                // FY25/26 ends in 2026.
                if mark.kind == .year, tokens.indices.contains(fit), let year, let next = Reading.number(tokens[fit]),
                    next == year + 1 || next == (year + 1) % 100
                {
                    self.year = year + 1
                    tokens.remove(at: fit)
                }
                isNamed = true
            }
            for token in tokens {
                if token.utf8.count == 6, let number = Int(token), number / 100 >= 1900 {
                    guard take(number / 100, as: .year), take(number % 100, as: .month) else { return nil }
                    continue
                }
                if token.utf8.allSatisfy({ $0 >= 97 && $0 <= 122 }), let month = CalendarWords.months[Word(token)] {
                    guard take(month, as: .month) else { return nil }
                    isNamed = true
                } else if let number = Reading.number(token) {
                    let isYear = token.count == 4 || month != nil || quarter != nil || week != nil
                    guard take(number, as: isYear && year == nil ? .year : .month) else { return nil }
                } else {
                    return nil
                }
            }
            // A number alone may be anything.
            guard isNamed || year != nil || isWholeYear else { return nil }
            if isWholeYear, month != nil || quarter != nil || week != nil { return nil }
        }

        private enum Kind {
            case year, month, quarter, week

            /// The numbers that it may have.
            var range: ClosedRange<Int> {
                switch self {
                case .year: 0...2999
                case .month: 1...12
                case .quarter: 1...4
                case .week: 1...53
                }
            }
        }

        private mutating func take(_ number: Int, as kind: Kind) -> Bool {
            guard kind.range.contains(number) else { return false }
            switch kind {
            case .year where year == nil && (number < 100 || number >= 1900): year = number < 100 ? 2000 + number : number
            case .month where month == nil: month = number
            case .quarter where quarter == nil: quarter = number
            case .week where week == nil: week = number
            default: return false
            }
            return true
        }

        func period(_ calendar: PeriodCalendar, near day: Day, year said: Int?) -> Period? {
            func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
            switch (month, quarter, week) {
            case (let month?, nil, nil):
                let fiscal = said ?? calendar.fiscalYear(of: day)
                let own = calendar.fiscalStart > 1 && month >= calendar.fiscalStart ? fiscal - 1 : fiscal
                return calendar.period(named: "\(year ?? own)-\(two(month))")
            case (nil, let quarter?, nil):
                return calendar.period(named: "\(year ?? said ?? calendar.fiscalYear(of: day))-Q\(quarter)")
            case (nil, nil, let week?):
                let current = calendar.period(.week, holding: day).name.prefix(4)
                return calendar.period(named: "\((year ?? said).map(String.init) ?? String(current))-W\(two(week))")
            case (nil, nil, nil):
                let year = year ?? (isWholeYear ? said ?? calendar.fiscalYear(of: day) : nil)
                return year.flatMap { calendar.period(named: String($0)) }
            default: return nil
            }
        }

        /// Runs of digits, of Chinese numerals and of letters, in small; everything else stands between them.
        private static func tokens(_ text: String) -> [String] {
            var tokens: [String] = []
            var last = 0
            for character in text {
                let kind =
                    character.isASCII && character.isNumber ? 1 : numerals[character] != nil ? 2 : character.isLetter ? 3 : 0
                // Chinese words for units stand by themselves.
                let isUnit = "年月季周第度财".contains(character)
                if kind != 0, kind == last, !isUnit, !tokens.isEmpty {
                    tokens[tokens.count - 1].append(character)
                } else if kind != 0 {
                    tokens.append(String(character))
                }
                last = isUnit ? 4 : kind
            }
            return tokens.filter { !fillers.contains($0) }
        }

        private static let numerals: [Character: Int] = [
            "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
        ]

        private static func number(_ token: String) -> Int? {
            if let number = Int(token) { return number }
            if token.count == 1 { return token.first.flatMap { numerals[$0] } }
            if token.count == 2, token.first == "十" { return token.last.flatMap { numerals[$0] }.map { 10 + $0 } }
            return nil
        }

        /// Words that add nothing: 第四季度, 4. Quartal von 2026.
        private static let fillers: Set<String> = [
            "第", "度", "财", "份", "全", "de", "of", "von", "du", "del", "do", "the", "no", "nr", "for", "full", "calendar",
            "fiscal", "financial", "er", "e", "st", "nd", "rd", "th", "o", "a", "º", "ª", "°",
        ]

        /// Words that say what a number is; those of some languages stand behind it.
        private static let marks: [String: (kind: Kind, isSuffix: Bool)] = {
            var marks: [String: (kind: Kind, isSuffix: Bool)] = [:]
            func add(_ words: String, _ kind: Kind, isSuffix: Bool = false) {
                for word in words.split(separator: " ") { marks[String(word)] = (kind, isSuffix) }
            }
            add("q qtr quarter t trim trimestre quartal quartale kwartaal kwartał", .quarter)
            add("m month monat mois mes mese mês", .month)
            add("季", .quarter, isSuffix: true)
            add("w wk week kw cw woche kalenderwoche semaine sem semana settimana", .week)
            add("周 週", .week, isSuffix: true)
            add("fy cy year jahr gj geschäftsjahr gesamtjahr annual année exercice año ano anno", .year)
            add("年", .year, isSuffix: true)
            add("月", .month, isSuffix: true)
            return marks
        }()
    }
}
