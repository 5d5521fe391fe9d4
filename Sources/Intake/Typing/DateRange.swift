import Facts

/// A first and a last day in one cell, as reports write what they are of: `2026-10-01 ~ 2026-10-31`, `2026年10月1日至2026年10月31日`.
struct DateRange: Equatable {
    let first: Day
    let last: Day

    /// Reads a cell; nil where it holds no two days with their years, or where more than one order of day and month fits.
    init?(_ text: String) {
        guard text.utf8.count <= 80 else { return nil }
        var found: Set<[Int32]> = []
        for (front, back) in DateRange.parts(text) {
            for order in [ColumnReading.DateOrder.dayMonthYear, .monthDayYear] {
                guard let first = DateRange.day(front, order), let last = DateRange.day(back, order), first <= last,
                    last - first <= 366
                else { continue }
                found.insert([first.number, last.number])
            }
        }
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
