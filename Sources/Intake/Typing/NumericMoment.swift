import Facts

/// A date of three numbers, with or without a time of day, in one of the few shapes that most exports have: `03.11.2026 14:05`,
/// `11/3/2026`, `11/3/2026 2:05 PM`, `2026/11/03 14:05:09`. Read straight from the bytes; every other shape is left to ``CellScanner``.
struct NumericMoment {
    /// The day.
    private(set) var day: Day
    /// Seconds since midnight, 0 where only a date is written.
    private(set) var seconds = 0
    /// The numbers, where their order is not clear from their form.
    private(set) var date: NumericDate?

    /// Nil for any other shape, and for what is no date in this order.
    @inline(__always)
    init?(_ cell: UnsafeRawBufferPointer, _ order: ColumnReading.DateOrder) {
        var at = 0
        guard cell.count >= 8, cell.count <= 24, let first = NumericMoment.number(cell, &at), at < cell.count else {
            return nil
        }
        let separator = cell[at]
        guard separator == UInt8(ascii: ".") || separator == UInt8(ascii: "/") || separator == UInt8(ascii: "-") else {
            return nil
        }
        at += 1
        guard let second = NumericMoment.number(cell, &at), second.digits <= 2, at < cell.count, cell[at] == separator else {
            return nil
        }
        at += 1
        guard let third = NumericMoment.number(cell, &at) else { return nil }
        if first.digits <= 2, third.digits == 4 {
            let numbers = NumericDate(
                first: first.value, second: second.value, third: third.value, isYearLast: true,
                mayBeginWithYear: first.digits == 2)
            guard let day = numbers.day(order) else { return nil }
            (self.day, date) = (day, numbers)
        } else {
            guard first.digits == 4, third.digits <= 2, separator != UInt8(ascii: "."),
                let day = Day(year: first.value, month: second.value, day: third.value)
            else { return nil }
            self.day = day
        }
        if Placeholders.mayHold(day.number) { return nil }
        if at == cell.count { return }
        guard cell[at] == UInt8(ascii: " ") else { return nil }
        at += 1
        guard let hour = NumericMoment.number(cell, &at), hour.digits <= 2, hour.value < 24, at < cell.count,
            cell[at] == UInt8(ascii: ":")
        else { return nil }
        at += 1
        guard let minute = NumericMoment.number(cell, &at), minute.digits == 2, minute.value < 60 else { return nil }
        seconds = hour.value * 3600 + minute.value * 60
        if at < cell.count, cell[at] == UInt8(ascii: ":") {
            at += 1
            guard let second = NumericMoment.number(cell, &at), second.digits == 2, second.value < 60 else { return nil }
            seconds += second.value
        }
        if at == cell.count { return }
        guard hour.value >= 1, hour.value <= 12, let isAfternoon = NumericMoment.isAfternoon(cell, at) else { return nil }
        seconds += (isAfternoon ? 12 : 0) * 3600 - (hour.value == 12 ? 12 * 3600 : 0)
    }

    /// Whether a cell ends in ` PM`, from `at` on; nil where it does not end in ` AM` either. The blank may be missing, or be the narrow
    /// one that newer programs write there.
    private static func isAfternoon(_ cell: UnsafeRawBufferPointer, _ at: Int) -> Bool? {
        var at = at
        if cell[at] == UInt8(ascii: " ") {
            at += 1
        } else if cell.count - at == 5, cell[at] == 0xE2, cell[at + 1] == 0x80, cell[at + 2] == 0xAF {
            at += 3
        }
        guard cell.count - at == 2, cell[at + 1] | 32 == UInt8(ascii: "m") else { return nil }
        switch cell[at] | 32 {
        case UInt8(ascii: "a"): return false
        case UInt8(ascii: "p"): return true
        default: return nil
        }
    }

    /// One to four digits.
    @inline(__always)
    private static func number(_ cell: UnsafeRawBufferPointer, _ at: inout Int) -> (value: Int, digits: Int)? {
        let start = at
        var value = 0
        while at < cell.count, cell[at] &- 48 <= 9 {
            value = value &* 10 &+ Int(cell[at] &- 48)
            at += 1
        }
        return at > start && at - start <= 4 ? (value, at - start) : nil
    }
}
