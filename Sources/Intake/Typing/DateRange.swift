import Facts

/// A first and a last day in one cell, as reports write what they are of: `2026-10-01 ~ 2026-10-31`, `2026年10月1日至2026年10月31日`.
struct DateRange: Equatable {
    let first: Day
    let last: Day

    /// Reads a cell; nil where it holds no two days, the last with its year, or where more than one order of day and month fits and not
    /// one of them makes a week of it: `10/05/2026 - 10/11/2026`.
    init?(_ text: String) {
        guard text.utf8.count <= 80 else { return nil }
        var found: Set<[Int32]> = []
        // Between points the day comes first.
        let orders: [ColumnReading.DateOrder] = text.contains(".") ? [.dayMonthYear] : [.dayMonthYear, .monthDayYear]
        for (front, back) in DateRange.parts(text) {
            for order in orders {
                guard let last = DateRange.day(back, order),
                    let first = DateRange.day(front, order) ?? DateRange.day(front, before: last, order), first <= last,
                    last - first <= 366
                else { continue }
                found.insert([first.number, last.number])
            }
        }
        if found.count > 1 { found = found.filter { $0[1] - $0[0] == 6 } }
        guard found.count == 1, let days = found.first else { return nil }
        (first, last) = (Day(Int(days[0])), Day(Int(days[1])))
    }

    /// The two halves around each sign or word that may stand between two days.
    private static func parts(_ text: String) -> [(String, String)] {
        var parts: [(String, String)] = []
        for sign in ["~", "～", "至", "到", "–", "—", "→", "/", " - ", " to ", " bis ", " au ", " al ", " a "] {
            let halves = text.split(separator: sign, omittingEmptySubsequences: false)
            if halves.count == 2 { parts.append((String(halves[0]), String(halves[1]))) }
        }
        if !parts.isEmpty { return parts }
        for place in text.indices where text[place] == "-" {
            parts.append((String(text[..<place]), String(text[text.index(after: place)...])))
        }
        return parts
    }

    /// A day without a year, of the year of a later one: `Oct 5 - Oct 11, 2026`, `28.12. - 03.01.2027`.
    private static func day(_ text: String, before last: Day, _ order: ColumnReading.DateOrder) -> Day? {
        let text = text.trimmingWhitespace
        guard text.utf8.count >= 3, text.count(where: \.isNumber) <= 4 else { return nil }
        let year = last.civil.year
        return [year, year - 1].lazy.compactMap { year -> Day? in
            let forms = text.contains("月") ? ["\(year)年\(text)"] : ["\(text)\(year)", "\(text)/\(year)", "\(text), \(year)"]
            return forms.lazy.compactMap { day($0, order) }.first { $0 <= last }
        }.first
    }

    private static func day(_ text: String, _ order: ColumnReading.DateOrder) -> Day? {
        var text = text.trimmingWhitespace
        guard text.utf8.count >= 8 else { return nil }
        return text.withUTF8 { bytes in
            guard
                case .value(let span) = CellReader(.day, ColumnReading(dateOrder: order)).spelledDay(
                    UnsafeRawBufferPointer(bytes)),
                !span.isMonth
            else { return nil }
            return span.first
        }
    }
}

extension String {
    /// The text without white space around it.
    fileprivate var trimmingWhitespace: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
