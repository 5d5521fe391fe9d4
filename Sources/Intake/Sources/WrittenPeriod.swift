import Facts

/// A period as people write it: `2026-W46`, `Q4 2026`, `4Q26`, `Nov 2026`, `11/2026`, `KW 46`, `FY2026`, `2026年11月`, `第四季度`.
///
/// Without a year it is the one that holds a given day.
enum WrittenPeriod {
    /// The period that a text names, or nil where it names none.
    static func period(_ text: String, _ calendar: PeriodCalendar, near day: Day) -> Period? {
        let plain = TextForm.folded(text)
        if let found = calendar.period(named: plain.uppercased()) { return found }
        return Reading(plain).flatMap { $0.period(calendar, near: day) }
    }

    /// What the parts of a text say, each once.
    private struct Reading {
        private var year: Int?
        private var month: Int?
        private var quarter: Int?
        private var week: Int?
        /// Whether a word says what a number is.
        private var isNamed = false

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
                guard let fit, let number = Reading.number(tokens.remove(at: fit)), take(number, as: mark.kind) else {
                    return nil
                }
                isNamed = true
            }
            for token in tokens {
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
            guard isNamed || year != nil else { return nil }
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

        func period(_ calendar: PeriodCalendar, near day: Day) -> Period? {
            func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
            switch (month, quarter, week) {
            case (let month?, nil, nil): return calendar.period(named: "\(year ?? day.civil.year)-\(two(month))")
            case (nil, let quarter?, nil):
                return calendar.period(named: "\(year ?? calendar.fiscalYear(of: day))-Q\(quarter)")
            case (nil, nil, let week?):
                let current = calendar.period(.week, holding: day).name.prefix(4)
                return calendar.period(named: "\(year.map(String.init) ?? String(current))-W\(two(week))")
            case (nil, nil, nil): return year.flatMap { calendar.period(named: String($0)) }
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
        private static let fillers: Set<String> = ["第", "度", "财", "de", "of", "von", "du", "del", "do", "the", "no", "nr", "份"]

        /// Words that say what a number is; those of some languages stand behind it.
        private static let marks: [String: (kind: Kind, isSuffix: Bool)] = {
            var marks: [String: (kind: Kind, isSuffix: Bool)] = [:]
            func add(_ words: String, _ kind: Kind, isSuffix: Bool = false) {
                for word in words.split(separator: " ") { marks[String(word)] = (kind, isSuffix) }
            }
            add("q qtr quarter t trim trimestre quartal kwartaal", .quarter)
            add("季", .quarter, isSuffix: true)
            add("w wk week kw cw woche kalenderwoche semaine sem semana settimana", .week)
            add("周 週", .week, isSuffix: true)
            add("fy year jahr gj année año ano anno", .year)
            add("年", .year, isSuffix: true)
            add("月", .month, isSuffix: true)
            return marks
        }()
    }
}
