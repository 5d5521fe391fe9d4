import Facts

extension ColumnReading {
    /// Reads money or any number, in all the ways of the data contract: signs before or after, brackets for below zero,
    /// currency before or after, groups by comma, point, space or apostrophe, `1.5E+3`, a percent sign.
    ///
    /// A cell that shows its decimal sign by itself (`1.234,50`, `1,234,567`) is read by its own form. Any other is read by the
    /// column's sign, and is bad where that cannot be: in a column of points `12,50` is never 1250.
    ///
    ///     1,234.50    (1,234.50)    1.234,50 €    US$ 1,234    1'234.50-
    func amount(_ cell: UnsafeRawBufferPointer) -> Cell<Amount> {
        if let value = plainDecimal(cell) { return .value(Amount(value: value)) }
        return spelledAmount(cell)
    }

    /// Reads a share: `12.5%` is 0.125; without the sign, the number as written.
    func percent(_ cell: UnsafeRawBufferPointer) -> Cell<(value: ExactDecimal, hadSign: Bool)> {
        if let value = plainDecimal(cell) { return .value((value, false)) }
        return spelledAmount(cell).map { amount in
            amount.currency == .none ? (amount.value, amount.isPercent) : nil
        }
    }

    /// The number of a cell that is nothing but digits with at most one minus before and one decimal sign within, or nil for
    /// any other cell.
    @inline(__always)
    private func plainDecimal(_ cell: UnsafeRawBufferPointer) -> ExactDecimal? {
        let count = cell.count
        guard count > 0, count <= 20, let bytes = cell.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return nil }
        let sign = decimal == .point ? UInt8(ascii: ".") : UInt8(ascii: ",")
        let isNegative = bytes[0] == UInt8(ascii: "-")
        var at = isNegative ? 1 : 0
        var (value, digits, pointAt): (Int64, Int, Int) = (0, 0, -1)
        while at < count {
            let digit = bytes[at] &- 48
            if digit <= 9 {
                value = value &* 10 &+ Int64(digit)
                digits += 1
            } else if bytes[at] == sign, pointAt < 0 {
                pointAt = at
            } else {
                return nil
            }
            at += 1
        }
        guard digits > 0, digits <= 18 else { return nil }
        return ExactDecimal(digits: isNegative ? -value : value, scale: pointAt < 0 ? 0 : count - pointAt - 1)
    }

    @inline(never)
    private func spelledAmount(_ cell: UnsafeRawBufferPointer) -> Cell<Amount> {
        var text = CellScanner(cell)
        guard text.isReadable else { return .bad }
        guard let spelled = SpelledNumber(&text) else { return text.isMissing ? .missing : .bad }
        let value = spelled.shape.value(decimal, isNegative: spelled.isNegative, isPercent: spelled.isPercent)
        guard let value else { return .bad }
        return .value(Amount(value: value, currency: spelled.currency, isPercent: spelled.isPercent))
    }
}

/// A number with its sign, currency and percent sign, as far as one cell shows them.
struct SpelledNumber {
    /// The digits and separators.
    private(set) var shape: NumberShape
    /// Whether it is below zero, by a minus on either side or by brackets.
    private(set) var isNegative = false
    /// Whether a percent sign follows it.
    private(set) var isPercent = false
    /// The currency written before or after it.
    private(set) var currency = CurrencyMark.none

    /// Reads a whole cell, or nil when it is no number.
    init?(_ text: inout CellScanner) {
        var (signs, brackets, currency) = (0, 0, CurrencyMark.none)
        var isNegative = false
        // Before the number: one sign or bracket, one currency, in any order.
        prefix: while true {
            switch text.next {
            case Unit.zero...Unit.nine, Unit.comma, Unit.point: break prefix
            case Unit.space: text.at += 1
            case Unit.minus, Unit.open, Unit.plus:
                if text.next == Unit.open { brackets += 1 }
                isNegative = text.next != Unit.plus
                signs += 1
                text.at += 1
            default:
                guard currency == .none, let mark = text.currencyMark() else { return nil }
                currency = mark
            }
        }
        guard signs <= 1, let shape = NumberShape(&text) else { return nil }
        self.shape = shape
        // After it: a closing bracket or a minus, percent or currency, in any order.
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
            default:
                guard let mark = text.currencyMark(), let joined = currency.joined(with: mark) else { return nil }
                currency = joined
            }
        }
        guard signs <= 1, brackets == 0, !(isPercent && currency != .none) else { return nil }
        self.isNegative = isNegative
        self.currency = currency
    }
}
