import Facts

/// What a column's name says its cells are in: `Cost (EUR)`, `amount_in_cents`, `Created (UTC)`, `ARR ($K)`, `Umsatz in Mio. €`,
/// `花费(元)`, `金额（单位：万元）`.
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
    /// What stands beside a currency or a unit and is not understood; nil where all is.
    var unknown: String?
    /// Whether the unit is a single letter that stands alone, `(M)`, and may be something else.
    var isLoneLetter = false

    /// The words of the unit as they stand in the name.
    var text = ""

    /// Nothing is said.
    static let none = HeaderUnit()

    /// What amounts are counted in, in words; empty where they stand as they are.
    var scaleInWords: String {
        switch scale {
        case .minor: "minor units"
        case .tens(0): ""
        case .tens(-6): "millionths"
        case .tens(-2): "hundredths"
        case .tens(3): "thousands"
        case .tens(6): "millions"
        case .tens(9): "billions (thousands of millions)"
        case .tens(let power): power > 0 ? "units of 1" + String(repeating: "0", count: power) : "10^\(power)"
        }
    }

    private init() {}

    /// What stands in the brackets of a name: a currency, a scale, both (`万元`, `EUR thousands`), or a zone.
    init(brackets: [String]) {
        for text in brackets {
            let unit = HeaderUnit(bracket: text)
            if unit.currency != .none { currency = unit.currency }
            if unit.scale != .tens(0) { (scale, isLoneLetter, self.text) = (unit.scale, unit.isLoneLetter, text) }
            zone = unit.zone ?? zone
            unknown = unit.unknown ?? unknown
        }
    }

    /// What titles above a table say all of its amounts are in: `in k€`, `(in thousands USD)`, `单位：万元`; of several the last.
    init(titles: [String]) {
        for title in titles {
            let parts = title.split { "([（【)]）】,;，；、\"".contains($0) }.map(String.init)
            for part in parts {
                let found = HeaderUnit(brackets: [HeaderUnit.withoutLead(part)])
                guard found.unknown == nil, !found.isLoneLetter, found.scale != .tens(0) || found.currency != .none else {
                    continue
                }
                self = found
            }
        }
    }

    /// `单位：万元` without what says that a unit follows, `all figures in k€` from its `in` on.
    private static func withoutLead(_ text: String) -> String {
        var text = text
        for sign in [":", "："] {
            if let place = text.lastIndex(of: Character(sign)) { text = String(text[text.index(after: place)...]) }
        }
        for word in [" in ", " en "] {
            if let place = text.ranges(of: word).last { text = String(text[place.upperBound...]) }
        }
        if text.lowercased().hasPrefix("in ") { text = String(text.dropFirst(3)) }
        return text
    }

    /// What a column's name says its rates are for: `Rate (per 100)`, `Kurs je 1000`.
    init(rate name: String) {
        let numbers = name.split { !$0.isWholeNumber }.filter {
            $0.count > 2 && $0.first == "1" && $0.dropFirst().allSatisfy { $0 == "0" }
        }
        if let number = numbers.last { (scale, text) = (.tens(1 - number.count), String(number)) }
    }

    private init(bracket text: String) {
        var words = Words()
        for chunk in HeaderUnit.chunks(text) { words.take(chunk) }
        self = words.unit
        let zoned = text.split { !$0.isLetter && !$0.isNumber && !"+-:".contains($0) }.filter { $0.lowercased() != "in" }
        zone = HeaderUnit.zone(zoned.joined(separator: " "))
    }

    /// A unit that is the last words of a name, and the key of what stands before it.
    static func suffix(of text: String) -> (HeaderUnit, String?) {
        var rest = chunks(text)
        if let last = rest.last, let cut = eastAsianCut(last, mayBeWhole: rest.count > 1) {
            var words = Words()
            words.take(String(last[cut...]))
            rest[rest.count - 1] = String(last[..<cut])
            return (words.unit, HeaderNames.key(rest.joined(separator: " ")))
        }
        var words = Words()
        while rest.count > 1, words.takeBehindName(rest.last!) { rest.removeLast() }
        var unit = words.unit
        if let last = rest.last, rest.count > 1, ["utc", "gmt"].contains(last.lowercased()) {
            unit.zone = .utc
            rest.removeLast()
        }
        // `m` alone behind a name is no unit.
        guard unit != .none, !unit.isLoneLetter else { return (.none, nil) }
        if rest.last?.lowercased() == "in", rest.count > 1 { rest.removeLast() }
        return (unit, HeaderNames.key(rest.joined(separator: " ")))
    }

    /// Where the unit begins at the end of a name without blanks: `金额万元`; at its first character where it may be the whole last
    /// word of a name: `amount 百万`. Nil where there is none.
    private static func eastAsianCut(_ text: String, mayBeWhole: Bool) -> String.Index? {
        text.indices.dropFirst(mayBeWhole ? 0 : 1).first { cut in
            guard let first = text[cut].unicodeScalars.first, first.value > 0x2FFF else { return false }
            var words = Words()
            words.take(String(text[cut...]))
            return words.isWhole && words.isMultiple
        }
    }

    /// A text in words, to which currency signs and the apostrophe of `'000` belong.
    private static func chunks(_ text: String) -> [String] {
        let characters = Array(text)
        func isDigit(_ place: Int) -> Bool { characters.indices.contains(place) && characters[place].isWholeNumber }
        // 1,000 is one number.
        let kept = characters.indices.filter { place in
            let isGroupSign = ",.' ’".contains(characters[place]) && isDigit(place - 1)
            return !(isGroupSign && (1...3).allSatisfy { isDigit(place + $0) } && !isDigit(place + 4))
        }
        return kept.map { characters[$0] }.split { character in
            !character.isLetter && !character.isNumber && !character.isCurrencySymbol
        }.map { String($0) }
    }

    /// A zone by what a time would have after it: `UTC`, `GMT+8`, `UTC+08:00`.
    private static func zone(_ text: String) -> Zone? {
        var stamp = "2000-01-01 00:00 " + text
        return stamp.withUTF8 { bytes in
            guard case .value(let moment) = Moment.spelled(UnsafeRawBufferPointer(bytes), .canonical),
                let offset = moment.offset
            else { return nil }
            return Zone(identifier: text, changes: [], offsets: [offset])
        }
    }
}

extension HeaderUnit {
    /// What the words of a unit come to.
    private struct Words {
        private var currency = CurrencyMark.none
        private var tens: Int?
        private var isMinor = false
        private var strange: [String] = []
        private var hasLetter = false
        private var count = 0

        /// Whether they make amounts larger.
        var isMultiple: Bool { (tens ?? 0) > 0 }
        /// Whether all of the words are of units.
        var isWhole: Bool { strange.isEmpty }

        /// The unit of all words.
        var unit: HeaderUnit {
            var (unit, tens, strange) = (HeaderUnit(), self.tens, self.strange)
            unit.currency = currency
            // `T` is a unit at a currency only: `(T EUR)`.
            if currency != .none, tens == nil, let place = strange.firstIndex(where: { $0.lowercased() == "t" }) {
                strange.remove(at: place)
                tens = 3
            }
            let isSaid = isMinor || tens != nil
            // A letter among words that are no unit's is none either: `(M Kunden)`.
            let isLetterInText = hasLetter && !strange.isEmpty
            if isSaid, !isLetterInText { unit.scale = isMinor ? .minor : .tens(tens ?? 0) }
            if !strange.isEmpty, currency != .none || isSaid && !isLetterInText {
                unit.unknown = strange.joined(separator: " ")
            }
            unit.isLoneLetter = hasLetter && count == 1 && currency == .none && tens != 3
            return unit
        }

        /// Takes a word behind a column's name; false (and nothing taken) where it is no unit's.
        mutating func takeBehindName(_ chunk: String) -> Bool {
            var word = Words()
            word.take(chunk)
            guard word.strange.isEmpty else { return false }
            let lower = chunk.lowercased()
            let isCode = word.currency != .none && word.tens == nil
            if isCode, chunk.allSatisfy(\.isLetter) {
                guard CurrencyMark.isCommon(lower), chunk == chunk.uppercased() || chunk == lower else { return false }
            } else if !isCode, word.currency == .none {
                guard HeaderUnit.behindNames.contains(lower) else { return false }
            }
            if !HeaderUnit.fillers.contains(lower) || word.tens != nil { count += 1 }
            if word.currency != .none { currency = word.currency }
            (tens, isMinor) = (word.tens ?? tens, word.isMinor || isMinor)
            hasLetter = hasLetter || word.hasLetter
            return true
        }

        mutating func take(_ chunk: String) {
            var text = chunk.lowercased()
            if HeaderUnit.fillers.contains(text) { return }
            count += 1
            if text.hasPrefix("x"), text.dropFirst().first == "1" { text.removeFirst() }
            if let scale = HeaderUnit.scales[text] {
                switch scale {
                case .minor: isMinor = true
                case .tens(let power): tens = power
                }
                return
            }
            // `(all)` and `(top)` are words before they are currencies.
            let isPlainWord = text.utf8.count <= 3 && text.allSatisfy { $0.isASCII && $0.isLetter }
            let isCapital = chunk == chunk.uppercased() && text.utf8.count == 3 && !["all", "top", "cup"].contains(text)
            let mayBeCode = !isPlainWord || isCapital || CurrencyMark.isCommon(text) || HeaderUnit.shortNames.contains(text)
            if let code = CurrencyNames.code[text] {
                currency = CurrencyMark(code: code)
                return
            }
            let isUnderstood = text.withUTF8 { bytes in
                var scanner = CellScanner(UnsafeRawBufferPointer(bytes))
                return scanner.isReadable && take(&scanner, mayBeCode: mayBeCode)
            }
            if !isUnderstood { strange.append(chunk) }
        }

        private mutating func take(_ text: inout CellScanner, mayBeCode: Bool) -> Bool {
            var (currency, tens, hasLetter) = (self.currency, self.tens, self.hasLetter)
            while !text.isAtEnd {
                let start = text.at
                if mayBeCode, let mark = text.currencyMark() {
                    guard let joined = currency.joined(with: mark) else { return false }
                    currency = joined
                } else if tens == nil, let unit = text.magnitude() {
                    tens = unit.tens
                    if text.at - start == 1, text.unit(start) < 0x80 { hasLetter = true }
                    if unit.currency != .none { currency = unit.currency }
                } else if let power = text.zeros() {
                    tens = (tens ?? 0) + power
                } else {
                    return false
                }
            }
            (self.currency, self.tens, self.hasLetter) = (currency, tens, hasLetter)
            return true
        }
    }

    /// Signs of currencies in two or three letters that are no words.
    private static let shortNames: Set<String> = ["kr", "rs", "zl", "kc", "ft", "tl", "rm", "rp", "dh", "dhs", "lei", "yen"]

    /// Words that are the only ones of units behind a name without a currency.
    private static let behindNames: Set<String> = [
        "k", "m", "thousand", "thousands", "tsd", "tds", "mio", "mn", "mln", "mm", "million", "millions", "bn", "mrd", "000",
        "000s", "cent", "cents", "pence", "micros", "micro", "microcurrency", "microdollars", "microunits", "千", "万", "萬", "百万",
        "亿", "千元", "万元", "百万元", "亿元", "in", "of",
    ]

    private static let scales: [String: Scale] = [
        "cent": .minor, "cents": .minor, "pence": .minor, "minor": .minor, "分": .tens(-2), "micros": .tens(-6),
        "micro": .tens(-6),
        "microcurrency": .tens(-6), "microdollars": .tens(-6), "microunits": .tens(-6), "micro-currency": .tens(-6),
        "cr": .tens(7),
    ]

    /// Words that say nothing about how large an amount is.
    private static let fillers: Set<String> = [
        "in", "of", "the", "x", "unit", "units", "currency", "amount", "amounts", "net", "gross", "excl", "incl", "ex", "vat",
        "tax", "taxes", "local", "company", "corporate", "reporting", "base", "account", "converted", "annual", "annually",
        "year",
        "yr", "month", "mo", "rounded", "est", "estimated", "total", "netto", "brutto", "exkl", "inkl", "mwst", "ust", "ht",
        "ttc",
        "hors", "en", "de", "des", "d", "einheit", "unité", "单位", "單位", "単位", "币种", "含税", "不含税", "税前", "税后",
    ]
}

extension CellScanner {
    /// Reads the zeros of `000`, `000s`, `1000` as a power of ten, or nil (at the same place) when there are none.
    fileprivate mutating func zeros() -> Int? {
        let start = at
        _ = take(0x31)
        let first = at
        while next == Unit.zero { at += 1 }
        let power = at - first
        let isPlain = first == start ? power == 3 || power == 6 : (3...9).contains(power)
        guard isPlain, !Unit.isDigit(next) else {
            at = start
            return nil
        }
        if next == 0x73 { at += 1 }
        return power
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
