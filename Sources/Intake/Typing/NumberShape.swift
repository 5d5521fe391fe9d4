import Facts

/// The digits of a number and what its separators can mean, before the column has its say.
///
/// Digit groups are sane when they are of three (`1.234.567`), or in the Indian way of two and then three (`12,34,567`), and do
/// not begin with a zero. What stands between sane groups may be a group sign; anything else can only be a decimal sign.
struct NumberShape: Equatable {
    /// What the last separator is.
    enum Last: Equatable {
        /// There is none, or it stands between groups: the number is whole.
        case group
        /// The decimal sign.
        case decimal
        /// Either, as far as this number shows: `1,234`.
        case either
        /// The decimal sign if the column has it, else an error: `12,50`.
        case decimalOnly
    }

    /// All digits as one integer.
    private(set) var digits: UInt64 = 0
    /// What the last separator is.
    private(set) var last = Last.group
    /// The sign that this number decides for, or could be written with where it is in doubt.
    private(set) var sign: ColumnReading.DecimalSign?
    /// How many digits follow the last separator.
    private var decimals = 0
    /// The power of ten after an `E`.
    private var exponent = 0

    /// More digits than any amount has.
    static let limit: UInt64 = 1_000_000_000_000_000_000

    /// Reads a number without sign from where the scanner stands, or nil when there is none or it makes no sense.
    init?(_ text: inout CellScanner) {
        var groups = InlineArray<10, Int>(repeating: 0)
        var separators = InlineArray<10, UInt16>(repeating: 0)
        var count = 0
        let beginsWithZero = text.next == Unit.zero
        while true {
            let unit = text.next
            if Unit.isDigit(unit) {
                digits = digits * 10 + UInt64(unit - Unit.zero)
                guard digits < Self.limit else { return nil }
                groups[count] += 1
            } else if unit == Unit.comma || unit == Unit.point
                || (unit == Unit.space || unit == Unit.apostrophe) && Unit.isDigit(text.afterNext) && groups[0] > 0
            {
                guard count < 9 else { return nil }
                separators[count] = unit
                count += 1
            } else {
                break
            }
            text.at += 1
        }
        decimals = groups[count]
        guard groups[0] > 0 || decimals > 0, let hasExponent = readExponent(&text) else { return nil }
        let hasDash = groups[0] > 0 && decimals == 0 && NumberShape.takeDash(&text)
        let isWhole = decimals > 0 && NumberShape.takeColonDash(&text)
        guard count > 0 else { return }

        let (first, final) = (separators[0], separators[count - 1])
        let isMark = final == Unit.comma || final == Unit.point
        for index in 0..<count - 1 where separators[index] != first { return nil }
        let isSane = { (end: Int) in
            guard (1...3).contains(groups[0]), groups[end] == 3, !beginsWithZero else { return false }
            var (threes, twos) = (true, first == Unit.comma && groups[0] <= 2)
            for index in 1..<end {
                threes = threes && groups[index] == 3
                twos = twos && groups[index] == 2
            }
            return threes || twos
        }
        let finalSign: ColumnReading.DecimalSign = final == Unit.comma ? .comma : .point
        if final != first {
            guard isMark, isSane(count - 1) else { return nil }
            (last, sign) = (.decimal, finalSign)
        } else if count == 1, isMark {
            last = hasDash ? .decimal : isSane(1) && !hasExponent ? (isWhole ? .group : .either) : .decimalOnly
            sign = isWhole ? (finalSign == .comma ? .point : .comma) : finalSign
        } else {
            guard isSane(count), !hasExponent else { return nil }
            if isMark { sign = finalSign == .comma ? .point : .comma }
        }
    }

    /// Reads the dash or two in place of cents: `500,-`, `500.–`, `500,--`; false (at the same place) when there is none.
    private static func takeDash(_ text: inout CellScanner) -> Bool {
        guard text.next == Unit.minus else { return false }
        let isDouble = text.afterNext == Unit.minus
        guard text.unit(text.at + (isDouble ? 2 : 1)) != Unit.minus else { return false }
        text.at += isDouble ? 2 : 1
        return true
    }

    /// Reads the colon and dash of `1.500:-`, as in Sweden, before which there are no decimals; false where there is none.
    private static func takeColonDash(_ text: inout CellScanner) -> Bool {
        guard text.next == Unit.colon, text.afterNext == Unit.minus else { return false }
        text.at += 2
        return true
    }

    /// Reads `E+3`; false when there is none, nil when it is broken.
    private mutating func readExponent(_ text: inout CellScanner) -> Bool? {
        guard text.next == Unit.letterE else { return false }
        let following = text.afterNext
        guard Unit.isDigit(following) || following == Unit.plus || following == Unit.minus else { return false }
        text.at += 1
        let isNegative = text.take(Unit.minus)
        if !isNegative { _ = text.take(Unit.plus) }
        guard let (value, count) = text.digits(), count <= 3 else { return nil }
        exponent = isNegative ? -value : value
        return true
    }

    /// The number read with the column's decimal sign, or nil when that cannot be or it does not fit 18 digits.
    ///
    /// - Parameter tens: The power of ten that the number is multiplied by.
    func value(
        _ column: ColumnReading.DecimalSign, isNegative: Bool, isPercent: Bool, tens: Int = 0
    ) -> ExactDecimal? {
        var scale = 0
        switch last {
        case .group: break
        case .decimal: scale = decimals
        case .either: scale = sign == column ? decimals : 0
        case .decimalOnly:
            guard sign == column else { return nil }
            scale = decimals
        }
        scale += (isPercent ? 2 : 0) - exponent - tens
        if digits == 0 { scale = min(max(scale, 0), 18) }
        var value = digits
        while scale < 0 {
            value *= 10
            guard value < Self.limit else { return nil }
            scale += 1
        }
        guard scale <= 18 else { return nil }
        return ExactDecimal(digits: isNegative ? -Int64(value) : Int64(value), scale: scale)
    }
}
