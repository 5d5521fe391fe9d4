import Facts

/// A column's name in a file, in the shapes in which it is looked for, and what it says about the cells.
struct HeaderName: Sendable {
    /// The whole name, for comparison.
    let key: String
    /// Its bytes, for looking for phrases.
    let bytes: [UInt8]
    /// The name without what it has in brackets, or without a unit at its end; nil where there is neither.
    let short: String?
    /// Its words without regard to their order and form.
    let sense: String?
    /// The last part of a name in parts, `Account: Currency`; nil where it has none that says something by itself.
    let last: String?
    /// What the name says the cells are in.
    let unit: HeaderUnit
    /// Whether the name says that days stand for months, of which they are the first.
    var isMonth: Bool { HeaderName.months.contains(key) }

    private static let months: Set<String> = [
        "month", "bymonth", "reportingmonth", "月", "月份", "年月", "时间月", "monat", "mois", "mes", "mese", "maand",
    ]

    init(_ text: String) {
        key = HeaderNames.key(text)
        bytes = Array(key.utf8)
        sense = HeaderNames.sense(text.prefix { !"([{（【".contains($0) }.description)
        let parts = text.split(separator: ":")
        let part = parts.count > 1 ? HeaderNames.key(String(parts.last!)) : ""
        last = ["", "id", "name", "type"].contains(part) ? nil : part
        let bracketed = HeaderNames.keyWithoutBrackets(text)
        if bracketed != nil, let open = text.lastIndex(where: { "(（[".contains($0) }) {
            short = bracketed
            unit = HeaderUnit(bracket: String(text[open...].filter { !"()（）[]".contains($0) }))
            return
        }
        (unit, short) = HeaderUnit.suffix(of: text)
    }
}

/// What a column's name says its cells are in: `Cost (EUR)`, `amount_in_cents`, `Created (UTC)`, `花费(元)`, `金额(万元)`.
struct HeaderUnit: Sendable, Equatable {
    /// The power of ten that amounts are to be multiplied by.
    enum Scale: Sendable, Equatable {
        /// So many tens.
        case tens(Int)
        /// The minor unit of the row's currency: cents.
        case minor
    }

    /// The currency, where the name has one.
    var currency = CurrencyMark.none
    /// What amounts are counted in.
    var scale = Scale.tens(0)
    /// The zone of times without an offset; nil where the name has none.
    var zone: Zone?

    /// Nothing is said.
    static let none = HeaderUnit()

    private init() {}

    /// What stands in brackets: a currency, a scale, both (`万元`, `EUR thousands`), or a zone.
    init(bracket text: String) {
        let words = text.split { !$0.isLetter && !$0.isNumber && !"+-:$€£¥￥".contains($0) }.map(String.init)
        for word in words { take(word) }
        if let zone = HeaderUnit.zone(words.filter { $0.lowercased() != "in" }.joined(separator: " ")) { self.zone = zone }
    }

    /// A unit that is the last word or two of a name, and the key of what stands before it.
    static func suffix(of text: String) -> (HeaderUnit, String?) {
        let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        guard words.count > 1, let last = words.last else { return (.none, nil) }
        var unit = HeaderUnit.none
        let isCode = last == last.uppercased() && CurrencyMark.isCommon(last.lowercased())
        if isCode || scales[last.lowercased()] != nil || CurrencyMark.isCommon(last) { unit.take(last) }
        if ["utc", "gmt"].contains(last.lowercased()) { unit.zone = .utc }
        guard unit != .none else { return (.none, nil) }
        var rest = words.dropLast()
        if rest.last?.lowercased() == "in", rest.count > 1 { rest = rest.dropLast() }
        return (unit, HeaderNames.key(rest.joined(separator: " ")))
    }

    private mutating func take(_ name: String) {
        let word = name.lowercased()
        if let scale = HeaderUnit.scales[word] {
            self.scale = scale
            return
        }
        for (prefix, power) in HeaderUnit.chinese where word.hasPrefix(prefix) && word.count > prefix.count {
            scale = .tens(power)
            take(String(name.dropFirst(prefix.count)))
            return
        }
        if let code = CurrencyNames.code[word] { currency = CurrencyMark(code: code) }
        // `(all)` and `(top)` are words before they are currencies.
        let isWord = word.utf8.count == 3 && word.allSatisfy(\.isLetter) && name != name.uppercased()
        guard !isWord || CurrencyMark.isCommon(word) else { return }
        var text = word
        text.withUTF8 { bytes in
            let cell = UnsafeRawBufferPointer(bytes)
            if case .value(let mark) = ColumnReading.canonical.currency(cell) { currency = mark }
        }
    }

    private static let scales: [String: Scale] = [
        "cent": .minor, "cents": .minor, "pence": .minor, "minor": .minor, "分": .tens(-2), "micros": .tens(-6), "k": .tens(3),
        "thousand": .tens(3), "thousands": .tens(3), "000s": .tens(3), "千": .tens(3), "万": .tens(4), "萬": .tens(4),
        "million": .tens(6), "millions": .tens(6), "mm": .tens(6), "百万": .tens(6), "亿": .tens(8),
    ]

    private static let chinese: [(String, Int)] = [("百万", 6), ("千", 3), ("万", 4), ("萬", 4), ("亿", 8)]

    /// A zone by what a time would have after it: `UTC`, `GMT+8`, `UTC+08:00`.
    private static func zone(_ text: String) -> Zone? {
        var stamp = "2000-01-01 00:00 " + text
        return stamp.withUTF8 { bytes in
            guard case .value(let moment) = Moment.spelled(UnsafeRawBufferPointer(bytes), .yearMonthDay),
                let offset = moment.offset
            else { return nil }
            return Zone(identifier: text, changes: [], offsets: [offset])
        }
    }
}

extension CurrencyMark {
    /// Whether a word in small letters is a code that is no word of its own, so that it means a currency wherever it stands.
    static func isCommon(_ word: String) -> Bool { common.contains(word) }

    private static let common: Set<String> = [
        "usd", "eur", "gbp", "cny", "rmb", "jpy", "cad", "aud", "nzd", "chf", "hkd", "sgd", "inr", "brl", "sek", "nok", "dkk",
        "pln", "twd", "krw", "mxn", "zar", "ils", "aed", "czk", "thb", "idr", "vnd", "myr", "php",
    ]
}

extension HeaderUnit {
    /// The zone of a cell with a time of day; nil where the name has none, or the cell has no time.
    @inline(__always)
    func zone(of cell: UnsafeRawBufferPointer) -> Zone? {
        guard let zone, cell.contains(UInt8(ascii: ":")) else { return nil }
        return zone
    }
}

extension BatchReader {
    /// A cell of days; one with a time whose zone the column's name tells is its day in the pipeline's zone.
    func day(_ cell: UnsafeRawBufferPointer, _ column: Int) -> Cell<DaySpan> {
        guard let named = units[column].zone(of: cell) else { return readings[column].day(cell, zone: zone) }
        return readings[column].stamp(cell, zone: named).map { DaySpan($0.day(in: zone)) }
    }

    /// Reads amounts and months in what their columns' names say.
    func takeUnits(_ columns: inout [ColumnData?], _ tooLarge: (_ row: Int, _ column: Int) -> Void) {
        for index in columns.indices where isMonth[index] {
            guard case .days(var days)? = columns[index] else { continue }
            for row in days.values.indices {
                if let day = days.first(row), day == day.startOfMonth { days.values[row] |= 1 }
            }
            columns[index] = .days(days)
        }
        for index in columns.indices where units[index] != .none && source.columns[index].kind == .money {
            guard case .numbers(var numbers)? = columns[index] else { continue }
            var currencies: TextColumn?
            if case .texts(let column)? = source.places[.currency].flatMap({ columns[$0] }) { currencies = column }
            for row in numbers.take(units[index], reporting, currencies) { tooLarge(row, index) }
            columns[index] = .numbers(numbers)
        }
    }
}

extension NumberColumn {
    /// Reads the amounts in what the column's name says: the currency where a cell has none, and the power of ten. Rows whose
    /// amount gets too large are given back.
    mutating func take(_ unit: HeaderUnit, _ reporting: CurrencyMark, _ currencies: TextColumn?) -> [Int] {
        var bad: [Int] = []
        if unit.currency != .none {
            marks = marks ?? Array(repeating: .none, count: digits.count)
            for row in digits.indices where marks![row] == .none && digits[row] != NumberColumn.missing {
                marks![row] = unit.currency
            }
        }
        guard unit.scale != .tens(0) else { return [] }
        for row in digits.indices where digits[row] != NumberColumn.missing {
            var power = 0
            switch unit.scale {
            case .tens(let tens): power = tens
            case .minor:
                let mark = (marks?[row] ?? .none).resolved(reporting: reporting)
                let own = currencies.map { $0.pool.text($0.codes[row]) } ?? ""
                power = -Currency(own.isEmpty ? (mark == .none ? reporting : mark).code ?? "" : own).minorDigits
            }
            let scale = Int(scales[row]) - power
            let more = scale < 0 ? Int64(truncatingIfNeeded: ExactDecimal.powersOfTen[min(18, -scale)]) : 1
            let (product, overflow) = digits[row].multipliedReportingOverflow(by: more)
            if overflow || scale > 18 {
                digits[row] = NumberColumn.missing
                bad.append(row)
            } else {
                digits[row] = product
                scales[row] = Int8(max(0, scale))
            }
        }
        return bad
    }
}
