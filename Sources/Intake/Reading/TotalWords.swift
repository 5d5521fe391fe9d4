import Facts

/// What people and programs call rows that sum up others, in the languages of the exports that are read.
enum TotalWords {
    /// How plainly a cell says that its row is a total.
    enum Saying: Comparable {
        /// It may be a name as well: `All`, `Ensemble`, `Total Wine`.
        case perhaps
        /// It says so of something: `Total for Ads`, `Total: Account`, `Nord Ergebnis`.
        case ofPart
        /// It says so and nothing else: `Total`, `**合计**`, `Results from 2 campaigns`.
        case outright
    }

    /// What a cell says; nil where it speaks of no total.
    static func saying(_ text: String) -> Saying? {
        guard text.utf8.count <= longest, !text.isLetterless, maySay(text) else { return nil }
        let key = key(text)
        guard !key.isEmpty else { return nil }
        if outright.contains(key) || isResults(text, key) { return .outright }
        // `Grand totals (2 records)`, `总计（元）`
        if let bracket = text.firstIndex(where: { "([（".contains($0) }), outright.contains(self.key(String(text[..<bracket]))) {
            return .outright
        }
        if let saying = sayingOfPart(text) { return saying }
        return weak.contains(key) || key.hasPrefix("all") && weakHeads.contains(where: key.hasSuffix) ? .perhaps : nil
    }

    /// Whether a cell says outright that its row is a total.
    static func isOutright(_ text: String) -> Bool {
        var text = text
        let beginnings = beginnings
        let isWorthALook = text.withUTF8 { cell in
            beginnings.withUnsafeBufferPointer { mayBe(UnsafeRawBufferPointer(cell), $0) }
        }
        return isWorthALook && saying(text) == .outright
    }

    /// Whether a text may speak of a total, told from the first two letters of it and of its last word: most need no more.
    private static func maySay(_ text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { bytes in
            var first: UInt16?, previous: UInt8 = 0, isInWord = false, last: UInt16 = 0, letters = 0
            for byte in bytes {
                guard byte < 128 else { return true }
                guard isASCIILetter(byte) else {
                    isInWord = false
                    continue
                }
                let letter = byte | 32
                letters += 1
                if letters == 2 { first = UInt16(previous) << 8 | UInt16(letter) }
                last = isInWord ? (last & 0xff == 0 ? last | UInt16(letter) : last) : UInt16(letter) << 8
                (isInWord, previous) = (true, letter)
            }
            return first.map { asciiHeads.contains($0) || asciiTails.contains(last) } ?? false
        } ?? true
    }

    /// The rows of a list whose cells may say outright that they are totals, told from their first bytes: most need no more.
    static func mayBe(_ list: TextList) -> [Int] {
        let beginnings = beginnings
        return list.rows { cell in beginnings.withUnsafeBufferPointer { mayBe(cell, $0) } }
    }

    /// The same of the texts of a pool, by code.
    static func mayBe(_ pool: BytePool) -> [UInt32] {
        let beginnings = beginnings
        return beginnings.withUnsafeBufferPointer { beginnings in pool.codes { mayBe($0, beginnings) } }
    }

    @inline(__always)
    private static func mayBe(_ cell: UnsafeRawBufferPointer, _ beginnings: UnsafeBufferPointer<UInt64>) -> Bool {
        guard cell.count >= 2, cell.count <= longest else { return false }
        var start = 0
        while start + 1 < cell.count, cell[start] < 128, !isASCIILetter(cell[start]) { start += 1 }
        guard start + 1 < cell.count else { return false }
        let (first, second) = (cell[start], cell[start + 1])
        guard first < 128 else { return isMark(first, second) || beginnings[Int(first)] & (1 << UInt64(second & 63)) != 0 }
        // No such word has a digit behind its first letter, as most ids do.
        if second &- 48 <= 9 { return false }
        let letter = isASCIILetter(second) ? 1 << UInt64((second | 32) & 63) : UInt64.max
        return beginnings[Int(first | 32)] & letter != 0 && beginsLikeOne(cell, start)
    }

    /// Whether a character outside of ASCII that begins with these two bytes may be a mark or picture, which may stand before any word:
    /// `（合计）`, `— Total —`, `📊 Total`.
    private static func isMark(_ first: UInt8, _ second: UInt8) -> Bool {
        switch first {
        case 0xC2, 0xE2, 0xF0...: true
        case 0xE3: second == 0x80
        case 0xEF: second >= 0xB8
        default: false
        }
    }

    /// Whether a cell's first letters are those of such a word, as far as they are English; the two bytes before may be an id's as well.
    private static func beginsLikeOne(_ cell: UnsafeRawBufferPointer, _ start: Int) -> Bool {
        var (letters, count) = (0, 0)
        for byte in cell[start...] {
            // Also of an accent behind the fourth letter.
            if byte >= 128 { return true }
            if count == 4 { return false }
            guard isASCIILetter(byte) else { continue }
            letters = letters * lettersBase + Int(byte | 32) - 96
            count += 1
            if firstFour.contains(letters) { return true }
        }
        return false
    }

    private static let lettersBase = 27

    /// The first four letters, or all of fewer, of what says outright that it is a total, each as a number; of words in other letters none.
    private static let firstFour = Set(
        (Array(outright) + resultHeads).compactMap { word -> Int? in
            let letters = Array(word.utf8.prefix(4))
            guard letters.allSatisfy(isASCIILetter) else { return nil }
            return letters.reduce(0) { $0 * lettersBase + Int($1) - 96 }
        })

    /// The most bytes of a cell that is looked at.
    private static let longest = 80

    private static func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 }

    /// The letters of a text in small form.
    private static func key(_ text: String) -> String { String(text.lowercased().filter(\.isLetter)) }

    /// Whether a text is an advertising platform's name of a sum: `Results from 2 campaigns`, `Ergebnisse von 2 Kampagnen`,
    /// `2件のキャンペーンの結果`.
    private static func isResults(_ text: String, _ key: String) -> Bool {
        guard text.contains(where: \.isNumber) else { return false }
        return resultHeads.contains(where: key.hasPrefix) && text.first?.isNumber == false
            || resultTails.contains(where: key.hasSuffix)
            || resultTails.contains(where: key.hasPrefix) && key.count <= 16
    }

    /// What a text says that begins or ends with a word for a total, apart from the rest.
    private static func sayingOfPart(_ text: String) -> Saying? {
        let text = text.lowercased()
        let words = text.split { !$0.isLetter }.map(String.init)
        if words.count > 1, let first = words.first, let last = words.last {
            if tails.contains(last) { return .ofPart }
            if heads.contains(first) {
                let rest = text.drop { !$0.isLetter }.dropFirst(first.count).drop { $0.isWhitespace }
                let isParted = rest.first.map { !$0.isLetter && !"&+'’".contains($0) } ?? false
                return isParted || links.contains(words[1]) ? .ofPart : .perhaps
            }
        }
        let letters = key(text)
        return unspaced.contains { letters.hasPrefix($0) || letters.hasSuffix($0) } ? .ofPart : nil
    }

    private static func keys(_ words: String) -> Set<String> {
        Set(words.split(separator: ",").map { key(String($0)) })
    }

    private static let outright = keys(
        """
        total, totals, sub total, sub totals, subtotal, subtotals, grand total, grand totals, overall total, total overall, sum,
        sum total, total sum, total amount, account total, report total, page total, running total, net total,
        合计, 总计, 小计, 共计, 总和, 汇总, 总合计, 总数, 累计, 合计金额, 本月合计, 本页合计, 本页小计, 本年累计, 本月累计, 本日合计,
        合計, 總計, 小計, 共計, 總和, 匯總, 總合計, 總數, 総計, 総合計, 計, 合計金額, トータル, 総額,
        summe, summen, gesamt, gesamtsumme, zwischensumme, endsumme, gesamtergebnis, teilergebnis, gesamtbetrag, insgesamt,
        summe gesamt, gesamt summe,
        totaux, sous total, sous totaux, total général, total general, somme, somme totale, total global,
        totales, suma, suma total, totais, total geral, soma, soma total, subtotais, subtotales,
        totale, totali, subtotale, totale parziale, totale generale, totale complessivo, somma, somma totale,
        totaal, totalen, subtotaal, eindtotaal, algemeen totaal, som, totaal generaal,
        summa, totalt, totalsumma, delsumma, totalsum, delsum, i alt, hovedtotal, slutsumma,
        yhteensä, välisumma, loppusumma, kokonaissumma,
        razem, łącznie, ogółem, suma częściowa, suma końcowa, celkem, součet, mezisoučet, celkový součet, spolu, súčet, medzisúčet,
        celkový súčet, összesen, végösszeg, részösszeg, toplam, genel toplam, ara toplam,
        итого, всего, итог, общий итог, промежуточный итог, подытог, сумма, усього, всього, разом, підсумок, загалом,
        σύνολο, γενικό σύνολο, μερικό σύνολο, 합계, 총계, 소계, 총합계, 총합, tổng cộng, tổng, jumlah, total keseluruhan,
        รวม, รวมทั้งหมด, ผลรวม, الإجمالي, المجموع, إجمالي, סהכ, סך הכל
        """)

    private static let weak = keys(
        """
        all, overall, everything, summary, aggregate, combined, company, whole company, entire company, unternehmen,
        gesamtunternehmen, firma, konzern, 公司, 集团, ensemble, tout, tous, toutes, todo, todos,
        todas, tutti, tutte, tutto, alle, alles, allen, gesamtheit, ergebnis, resultat, 全部, 全体, 所有, 整体, 全公司, すべて, 全て, 전체
        """)

    /// What may stand behind `All`.
    private static let weakHeads = [
        "campaigns", "channels", "customers", "accounts", "teams", "regions", "segments", "departments", "products", "rows",
        "sources", "vendors", "plans", "ads", "adsets", "adgroups",
    ]

    private static let heads: Set<String> = [
        "total", "totals", "subtotal", "gesamt", "gesamtsumme", "summe", "zwischensumme", "teilergebnis", "totale", "totaal",
        "subtotale", "subtotaal", "somme", "suma", "soma", "somma", "итого", "всего", "toplam", "razem", "celkem", "összesen",
        "yhteensä", "summa", "합계", "총계", "소계",
    ]

    /// What stands between a total and what it is of.
    private static let links: Set<String> = [
        "for", "of", "by", "per", "in", "from", "für", "von", "der", "des", "pour", "de", "du", "por", "para", "di", "del",
        "voor",
        "van", "по", "за",
    ]

    private static let tails: Set<String> = [
        "total", "totals", "subtotal", "gesamt", "summe", "ergebnis", "totale", "totaal", "итог", "итого", "toplam", "합계", "소계",
    ]

    /// Words of scripts that have no blanks between words.
    private static let unspaced = ["合计", "总计", "小计", "合計", "總計", "小計", "総計", "汇总", "匯總", "累计"]

    private static let resultHeads = [
        "resultsfrom", "resultsof", "ergebnissevon", "ergebnisseaus", "résultatsde", "résultatspour", "resultadosde",
        "risultatidi", "risultatida", "risultatiper", "risultatirelativi", "resultatenvan", "resultatenuit", "resultatenvoor",
        "resultatfrån", "resultaterfra", "wyniki", "výsledky", "результаты", "sonuçlar",
    ]

    private static let resultTails = ["结果", "結果", "成果", "成效", "결과"]

    /// The first two letters of what a text in ASCII begins with that speaks of a total.
    private static let asciiHeads = firstTwo(of: Array(outright) + Array(weak) + Array(heads) + resultHeads + ["all"])

    /// The same of its last word.
    private static let asciiTails = firstTwo(of: Array(tails))

    private static func firstTwo(of words: [String]) -> Set<UInt16> {
        Set(
            words.compactMap { word in
                let bytes = Array(word.utf8.prefix(2))
                return bytes.count == 2 && bytes.allSatisfy(isASCIILetter) ? UInt16(bytes[0]) << 8 | UInt16(bytes[1]) : nil
            })
    }

    /// By first byte, in small letters: the second bytes, folded to six bits, of all that says outright that it is a total. An accent may stand
    /// behind its letter.
    private static let beginnings: [UInt64] = {
        var table = [UInt64](repeating: 0, count: 256)
        func add(_ word: String) {
            for form in [word, word.uppercased(), word.prefix(1).uppercased() + word.dropFirst()] {
                let bytes = Array(form.utf8.prefix(2)).map { $0 < 128 ? $0 | 32 : $0 }
                guard bytes.count == 2 else { continue }
                table[Int(bytes[0])] |= bytes[0] < 128 && bytes[1] >= 128 ? .max : 1 << UInt64(bytes[1] & 63)
            }
        }
        for word in outright { add(word) }
        for word in resultHeads + resultTails { add(word) }
        // `2件の…の結果` begins with a number and a counter, which may be any.
        for counter in ["件", "个", "個", "개", "건"] { add(counter) }
        return table
    }()
}
