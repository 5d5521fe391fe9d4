/// A number with its sign, currency, unit and percent sign, as far as one cell shows them.
struct SpelledNumber {
    /// Which side of the books an amount stands on.
    enum Side: Equatable { case none, debit, credit }

    /// The digits and separators.
    private(set) var shape: NumberShape
    /// Whether it is below zero, by a minus on either side or by brackets.
    private(set) var isNegative = false
    /// Whether a percent sign follows it.
    private(set) var isPercent = false
    /// The currency written before or after it.
    private(set) var currency = CurrencyMark.none
    /// The power of ten of a unit such as `K`, `Mio.`, `万`.
    private(set) var tens = 0
    /// Whether its currency is written behind it as a unit that stands for ones: `50,000元`.
    private(set) var isInPlainUnits = false
    /// The side of the books: `DR`, `CR`, `Soll`, `Haben`.
    private(set) var side = Side.none

    /// Whether a separator in doubt stands between thousands although the column may have it for its decimal sign: `1.234 €`,
    /// as no amount in euro has three decimals.
    var groupsByForm: Bool { shape.last == .either && tens == 0 && currency.hasNoThirdDecimal }

    /// Reads a whole cell, or nil when it is no number.
    init?(_ text: inout CellScanner) {
        var words = Surroundings()
        var (signs, brackets) = (0, 0)
        var isNegative = false
        // Before the number: one sign or bracket, one currency, one unit, in any order.
        prefix: while true {
            switch text.next {
            case Unit.zero...Unit.nine, Unit.comma, Unit.point: break prefix
            case Unit.space: text.at += 1
            case Unit.minus, Unit.open, Unit.plus:
                if text.next == Unit.open { brackets += 1 }
                isNegative = text.next != Unit.plus
                signs += 1
                text.at += 1
            default: guard words.take(&text, isBefore: true) else { return nil }
            }
        }
        guard signs <= 1, let shape = NumberShape(&text) else { return nil }
        self.shape = shape
        // After it: a closing bracket or a minus, percent, currency or unit, in any order.
        while !text.isAtEnd {
            switch text.next {
            case Unit.space: text.at += 1
            case Unit.close:
                guard brackets == 1 else { return nil }
                brackets = 0
                text.at += 1
            case Unit.minus:
                signs += 1
                isNegative = true
                text.at += 1
            case Unit.percent:
                guard !isPercent else { return nil }
                isPercent = true
                text.at += 1
            default: guard words.take(&text, isBefore: false) else { return nil }
            }
        }
        let isOther = words.currency != .none || words.tens != nil || words.side != .none
        guard signs <= 1, brackets == 0, !(isPercent && isOther) else { return nil }
        self.isNegative = isNegative
        (currency, tens, side) = (words.currency, words.tens ?? 0, words.side)
        isInPlainUnits = words.isPlain && tens == 0
    }

    /// What stands around a number, each at most once.
    private struct Surroundings {
        var currency = CurrencyMark.none
        var tens: Int?
        var side = Side.none
        var isPlain = false

        /// Reads one word or sign; false when it is none that belongs to a number, or the second of its kind.
        mutating func take(_ text: inout CellScanner, isBefore: Bool) -> Bool {
            let (start, first) = (text.at, text.next)
            if let mark = text.currencyMark() {
                // 元 圆 圓 円
                isPlain = isPlain || !isBefore && [0x5143, 0x5706, 0x5713, 0x5186].contains(first)
                return take(mark)
            }
            if let side = text.bookSide() {
                guard self.side == .none else { return false }
                self.side = side
                return true
            }
            guard tens == nil, let unit = text.magnitude() else {
                text.at = start
                return false
            }
            // Before a number a unit stands with its currency only: `TEUR 25`, `k€ 25`.
            guard !isBefore || unit.currency != .none else { return false }
            tens = unit.tens
            return unit.currency == .none || take(unit.currency)
        }

        private mutating func take(_ mark: CurrencyMark) -> Bool {
            guard let joined = currency.joined(with: mark) else { return false }
            currency = joined
            return true
        }
    }
}

extension CellScanner {
    /// Reads the side of the books that an amount stands on, or nil (at the same place) when there is none.
    mutating func bookSide() -> SpelledNumber.Side? {
        let start = at
        if let word = word() {
            if let side = BookWords.sides[word] {
                _ = take(Unit.point)
                return side
            }
        } else if let side = BookWords.side(next) {
            at += 1
            return side
        }
        at = start
        return nil
    }
}

/// Words for the two sides of the books.
enum BookWords {
    /// Folded words.
    static let sides: [Word: SpelledNumber.Side] = {
        var sides: [Word: SpelledNumber.Side] = [:]
        for word in "dr d s debit soll debe debito debet dare".split(separator: " ") { sides[Word(word)] = .debit }
        for word in "cr c h credit haben haber credito kredit avere".split(separator: " ") { sides[Word(word)] = .credit }
        return sides
    }()

    /// The side that a cell of nothing else names; `none` for any other text.
    static func side(of text: String) -> SpelledNumber.Side {
        var text = text
        return text.withUTF8 { bytes in
            var scanner = CellScanner(UnsafeRawBufferPointer(bytes))
            guard scanner.isReadable, let side = scanner.bookSide() else { return .none }
            // 借方
            _ = scanner.take(0x65B9)
            return scanner.isAtEnd ? side : .none
        }
    }

    /// The side of 借, 贷 or 貸.
    static func side(_ unit: UInt16) -> SpelledNumber.Side? {
        switch unit {
        case 0x501F: .debit
        case 0x8D37, 0x8CB8: .credit
        default: nil
        }
    }
}
