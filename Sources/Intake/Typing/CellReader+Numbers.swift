import Facts

/// Money, numbers, shares, scores and currencies.
extension CellReader {
    /// Reads money or any number, in all the ways of the data contract: signs before or after, brackets for below zero,
    /// currency before or after, groups by comma, point, space or apostrophe, `1.5E+3`, a percent sign, `1.2K` and `5 Mio.`,
    /// a dash in place of cents.
    ///
    /// A cell that shows its decimal sign by itself (`1.234,50`, `1,234,567`, `500,-`) is read by its own form. Any other is
    /// read by the column's sign, and is bad where that cannot be: in a column of points `12,50` is never 1250.
    ///
    ///     1,234.50    (1,234.50)    1.234,50 €    US$ 1,234    1'234.50-    2,5 Mio. €    30.00 CR
    func amount(_ cell: UnsafeRawBufferPointer) -> Cell<Amount> {
        if let value = plainNumber(cell) { return .value(Amount(value: value)) }
        return spelledAmount(cell)
    }

    /// The number of a cell that is nothing but digits with at most one minus before and one decimal sign within; nil for any
    /// other cell.
    @inline(__always)
    func plainNumber(_ cell: UnsafeRawBufferPointer) -> ExactDecimal? {
        guard let value = PlainCells.number(cell, sign) else { return nil }
        return tens == 0 ? value : value.times(tens: tens)
    }

    /// Reads a number by the grammar alone.
    @inline(never)
    func spelledAmount(_ cell: UnsafeRawBufferPointer) -> Cell<Amount> {
        var text = CellScanner(cell)
        guard text.isReadable else { return isWord(cell) }
        guard let spelled = SpelledNumber(&text) else {
            if kind == .money, text.isDashOfMoney { return .value(Amount(value: ExactDecimal(digits: 0, scale: 0))) }
            if text.isMissing || kind == .number && text.isWithoutEnd { return .missing }
            if kind == .number, let count = CountWords.without(cell.asText) { return count.amount(self) }
            return isWord(cell)
        }
        guard let value = value(spelled) else { return .bad }
        return .value(Amount(value: value, currency: spelled.currency, isPercent: spelled.isPercent))
    }

    /// The value of a number as the column has it, or nil where it cannot have it.
    private func value(_ spelled: SpelledNumber) -> ExactDecimal? {
        var isNegative = spelled.isNegative
        if spelled.side != .none {
            // A sign and a side at once say two things.
            guard kind == .money, credit != 0, !spelled.isNegative else { return nil }
            isNegative = (spelled.side == .credit) == (credit < 0)
        }
        if kind == .money, spelled.isPercent { return nil }
        if kind == .score, spelled.tens != 0 { return nil }
        var decimal = way.decimal
        if kind == .money, tens == 0, spelled.groupsByForm, spelled.shape.sign == decimal, !way.isDecimalGiven {
            // `1.234 €` has no third decimal; where other cells show that the point is the decimal sign, nobody knows.
            if way.areThousandsInDoubt { return nil }
            decimal = decimal == .point ? .comma : .point
        }
        // A unit of its own goes before the one in the column's name.
        let power = spelled.tens == 0 ? (spelled.isInPlainUnits ? 0 : tens) : spelled.tens
        return spelled.shape.value(decimal, isNegative: isNegative, isPercent: spelled.isPercent, tens: power)
    }

    /// A score in words, `10 - Extremely likely`; of any other kind such a cell is bad.
    private func isWord(_ cell: UnsafeRawBufferPointer) -> Cell<Amount> {
        guard kind == .score, !isDateLike(cell) else { return .bad }
        let text = cell.asText
        if let score = Vocabulary.score(text) { return .value(Amount(value: score)) }
        return Vocabulary.isUnanswered(text) ? .missing : .bad
    }

    /// Whether a cell looks like a date, as spreadsheets make of `9-10` and `1/5`.
    func isDateLike(_ cell: UnsafeRawBufferPointer) -> Bool {
        var text = CellScanner(cell)
        return text.isReadable && text.isDateLike
    }

    /// The code of a cell that is a text; empty where it is missing.
    func code(of text: String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            let cell = PlainCells.trimmed(UnsafeRawBufferPointer(bytes))
            return isMissing(cell) ? "" : code(of: cell)
        }
    }

    /// A currency's ISO 4217 code, from its code, name or sign; a sign that several currencies share as it is, and a text that
    /// is none in capitals.
    func code(of cell: UnsafeRawBufferPointer) -> String {
        if cell.count == 3, cell.allSatisfy({ $0 | 32 >= 97 && $0 | 32 <= 122 }) {
            let code = cell.asText.uppercased()
            if code != "RMB", code != "CNH" { return code }
        }
        var text = CellScanner(cell)
        if let mark = text.currencyMark(), text.isAtEnd { return mark.code ?? mark.sign }
        return CurrencyNames.code[cell.asText.lowercased()] ?? cell.asText.uppercased()
    }

    /// Whether a cell is an ISO 4217 code as it should be written. `RMB` and `CNH` are other names of `CNY`.
    @inline(__always)
    func isCode(_ cell: UnsafeRawBufferPointer) -> Bool {
        guard cell.count == 3, cell[0] &- 65 < 26, cell[1] &- 65 < 26, cell[2] &- 65 < 26 else { return false }
        return !(cell[1] == UInt8(ascii: "M") && cell[0] == UInt8(ascii: "R"))
            && !(cell[1] == UInt8(ascii: "N") && cell[2] == UInt8(ascii: "H"))
    }
}

/// Words that stand behind numbers of people: `8人`, `3 FTE`.
private enum CountWords {
    private static let words = [
        "人", "名", "个", "位", "ftes", "fte", "hc", "people", "persons", "users", "seats", "employees", "heads", "personen", "vzä",
        "個",
    ]

    /// A number in front of such a word.
    struct Count {
        fileprivate var digits: String

        func amount(_ reader: CellReader) -> Cell<Amount> {
            var digits = digits
            return digits.withUTF8 { reader.amount(UnsafeRawBufferPointer($0)) }
        }
    }

    /// A cell without the word at its end; nil where it has none, or no number before it.
    static func without(_ text: String) -> Count? {
        guard text.utf8.count <= 40 else { return nil }
        let lower = text.lowercased()
        guard let word = words.first(where: lower.hasSuffix) else { return nil }
        let rest = text.dropLast(word.count)
        guard let last = rest.last(where: { !$0.isWhitespace }), last.isNumber else { return nil }
        return Count(digits: String(rest))
    }
}

extension ExactDecimal {
    /// The number times a power of ten, exactly; nil when it does not fit.
    func times(tens: Int) -> ExactDecimal? {
        var scale = self.scale - tens
        if digits == 0 { scale = min(max(scale, 0), 18) }
        guard scale <= 18 else { return nil }
        guard scale < 0 else { return ExactDecimal(digits: digits, scale: scale) }
        guard -scale <= 18 else { return nil }
        let (product, overflow) = digits.multipliedReportingOverflow(by: Int64(ExactDecimal.powersOfTen[-scale]))
        guard !overflow, product.magnitude < NumberShape.limit else { return nil }
        return ExactDecimal(digits: product, scale: 0)
    }
}
