/// Units of thousands, millions and more, in cells and in the names of columns.
enum Magnitude {
    /// The power of ten of a folded word that is a unit wherever it stands by a number: `k`, `tsd`, `mio`, `bn`.
    ///
    /// `M` is a million, as everywhere but in old American books; `mil` is a thousand in Spanish and a million in English,
    /// `billion` a thousand times more in German: neither is here. Nor is `T`, which means thousands only at a currency.
    static func tens(_ word: Word) -> Int? { words[word] }

    /// The power of ten of a folded letter or word before a currency: `TEUR`, `k€`, `MSEK`.
    static func tens(before word: Word) -> Int? { word == letterT ? 3 : words[word] }

    private static let letterT = Word("t")

    private static let words: [Word: Int] = {
        let groups: [(Int, String)] = [
            (
                3,
                """
                k thsd thou thousand thousands tsd tds tausend millier milliers mila miles millar millares milhar milhares tusen \
                tusind duizend tys
                """
            ),
            (
                6,
                """
                m mm mn mln mio mill mills million millions millionen millones millon milhao milhoes milione milioni miljoen miljoner \
                millioner
                """
            ),
            (9, "b bn bln mrd mds md mld mia milliard milliards milliarden miliardi miliardo miljard miljarder"),
            (5, "lakh lakhs lac lacs"), (7, "crore crores"),
        ]
        var words: [Word: Int] = [:]
        for (power, text) in groups { for word in text.split(separator: " ") { words[Word(word)] = power } }
        return words
    }()
}

extension CellScanner {
    /// Reads a unit, with the currency where one is joined to it, or nil (at the same place) when there is none.
    ///
    ///     K    Mio.    bn    TEUR    k€    百万    億
    mutating func magnitude() -> (tens: Int, currency: CurrencyMark)? {
        let start = at
        if let word = word() {
            if let mark = CurrencyMark(symbol: next), let tens = Magnitude.tens(before: word) {
                at += 1
                return (tens, mark)
            }
            if let tens = Magnitude.tens(word) {
                _ = take(Unit.point)
                return (tens, .none)
            }
            if let (tens, mark) = word.joinedUnit { return (tens, mark) }
        } else if let tens = eastAsianMagnitude() {
            return (tens, .none)
        }
        at = start
        return nil
    }

    /// Reads 千, 万, 百万, 億 and the like, or nil (at the same place) when there is none.
    private mutating func eastAsianMagnitude() -> Int? {
        let start = at
        var tens = 0
        switch next {
        case 0x5341, 0xC2ED: tens = 1  // 十 십
        case 0x767E, 0xBC31: tens = 2  // 百 백
        case 0x5343, 0x4EDF, 0xCC9C: tens = 3  // 千 仟 천
        default: break
        }
        if tens > 0 { at += 1 }
        switch next {
        case 0x4E07, 0x842C, 0xB9CC: tens += 4  // 万 萬 만
        case 0x4EBF, 0x5104, 0xC5B5: tens += 8  // 亿 億 억
        default: return tens == 3 ? tens : reset(start)
        }
        at += 1
        return tens
    }

    private mutating func reset(_ start: Int) -> Int? {
        at = start
        return nil
    }
}

extension Word {
    /// A unit written in one with a currency's code: `teur`, `kusd`, `mchf`, `usdk`, `eurm`; nil for any other word.
    var joinedUnit: (tens: Int, currency: CurrencyMark)? {
        // mkr, tkr
        if (3...4).contains(count), letters(count - 2..<count) == Word("kr") {
            return Magnitude.tens(before: letters(0..<count - 2)).map { ($0, .crown) }
        }
        guard (4...6).contains(count) else { return nil }
        let extra = count - 3
        let (front, back) = (letters(0..<3), letters(extra..<count))
        if let mark = CurrencyMark(back), mark.code != nil, let tens = Magnitude.tens(before: letters(0..<extra)) {
            return (tens, mark)
        }
        if let mark = CurrencyMark(front), mark.code != nil, let tens = Magnitude.tens(letters(3..<count)) {
            return (tens, mark)
        }
        return nil
    }

    /// Some of the word's letters.
    private func letters(_ range: Range<Int>) -> Word {
        var word = Word()
        for index in range { word.append(UInt16(self.letters >> (5 * UInt64(count - 1 - index)) & 31) + 96) }
        return word
    }
}
