import Facts

/// Cells as programs write them, read without regard to the rest of the column. Everything else is nil, and for the typing of
/// the whole column to settle.
enum PlainCells {
    /// A cell without the blanks around it.
    @inline(__always)
    static func trimmed(_ cell: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        guard let first = cell.first, let last = cell.last else { return cell }
        if first > 32, first < 0xC2, last > 32, last < 0x80 { return cell }
        return trimmedSlowly(cell)
    }

    private static func trimmedSlowly(_ cell: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        var (low, high) = (0, cell.count)
        while low < high {
            if cell[low] <= 32 {
                low += 1
            } else if low + 1 < high, cell[low] == 0xC2, cell[low + 1] == 0xA0 {
                low += 2
            } else if low + 2 < high, cell[low] == 0xE3, cell[low + 1] == 0x80, cell[low + 2] == 0x80 {
                low += 3
            } else {
                break
            }
        }
        while low < high {
            if cell[high - 1] <= 32 {
                high -= 1
            } else if high - low >= 2, cell[high - 2] == 0xC2, cell[high - 1] == 0xA0 {
                high -= 2
            } else if high - low >= 3, cell[high - 3] == 0xE3, cell[high - 2] == 0x80, cell[high - 1] == 0x80 {
                high -= 3
            } else {
                break
            }
        }
        return UnsafeRawBufferPointer(rebasing: cell[low..<high])
    }

    /// `1234`, `-1234.50`: at most 18 digits.
    @inline(__always)
    static func number(_ cell: UnsafeRawBufferPointer) -> ExactDecimal? {
        let count = cell.count
        guard count > 0, count <= 20 else { return nil }
        var at = cell[0] == UInt8(ascii: "-") ? 1 : 0
        let isNegative = at == 1
        var (value, digits, point): (Int64, Int, Int) = (0, 0, -1)
        while at < count {
            let digit = cell[at] &- 48
            if digit <= 9 {
                value = value &* 10 &+ Int64(digit)
                digits += 1
            } else if cell[at] == UInt8(ascii: "."), point < 0, digits > 0 {
                point = at
            } else {
                return nil
            }
            at += 1
        }
        guard digits > 0, digits <= 18 else { return nil }
        return ExactDecimal(digits: isNegative ? -value : value, scale: point < 0 ? 0 : count - point - 1)
    }

    /// `2026-11-03`, or `2026-11` for a month.
    @inline(__always)
    static func day(_ cell: UnsafeRawBufferPointer) -> (day: Day, isMonth: Bool)? {
        guard cell.count == 10 || cell.count == 7, cell[4] == UInt8(ascii: "-"), let year = digits(cell, 0, 4),
            let month = digits(cell, 5, 2)
        else { return nil }
        if cell.count == 7 { return Day(year: year, month: month, day: 1).map { ($0, true) } }
        guard cell[7] == UInt8(ascii: "-"), let day = digits(cell, 8, 2) else { return nil }
        return Day(year: year, month: month, day: day).map { ($0, false) }
    }

    /// `2026-11-03`, `2026-11-03 14:05`, `2026-11-03T14:05:09.123456+08:00` in microseconds since 1970 UTC.
    static func stamp(_ cell: UnsafeRawBufferPointer, _ zone: Zone) -> Int64? {
        let count = cell.count
        guard count >= 10, cell[4] == UInt8(ascii: "-"), cell[7] == UInt8(ascii: "-"), let year = digits(cell, 0, 4),
            let month = digits(cell, 5, 2), let dayOfMonth = digits(cell, 8, 2),
            let day = Day(year: year, month: month, day: dayOfMonth)
        else { return nil }
        if count == 10 { return Stamp(startOf: day, in: zone).microseconds }
        guard count >= 16, cell[10] == UInt8(ascii: "T") || cell[10] == UInt8(ascii: " "), cell[13] == UInt8(ascii: ":"),
            let hour = digits(cell, 11, 2), let minute = digits(cell, 14, 2), hour < 24, minute < 60
        else { return nil }
        var at = 16
        var (second, fraction) = (0, 0)
        if at < count, cell[at] == UInt8(ascii: ":") {
            guard at + 3 <= count, let found = digits(cell, at + 1, 2), found < 60 else { return nil }
            second = found
            at += 3
            if at < count, cell[at] == UInt8(ascii: ".") {
                at += 1
                var places = 0
                while at < count, cell[at] &- 48 <= 9 {
                    if places < 6 { fraction = fraction * 10 + Int(cell[at] &- 48) }
                    places += 1
                    at += 1
                }
                guard places > 0 else { return nil }
                while places < 6 {
                    fraction *= 10
                    places += 1
                }
            }
        }
        let local = Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
        guard let offset = offset(cell, at) else { return nil }
        let instant = offset == Int64.min ? zone.instant(ofLocal: local) : local - offset
        return instant * 1_000_000 + Int64(fraction)
    }

    /// The offset from UTC in seconds that stands at the end of a stamp; `Int64.min` where none does; nil where it is broken.
    @inline(__always)
    private static func offset(_ cell: UnsafeRawBufferPointer, _ at: Int) -> Int64? {
        let rest = cell.count - at
        if rest == 0 { return Int64.min }
        if rest == 1 { return cell[at] == UInt8(ascii: "Z") ? 0 : nil }
        let isNegative = cell[at] == UInt8(ascii: "-")
        guard isNegative || cell[at] == UInt8(ascii: "+"), rest == 6 || rest == 5, let hours = digits(cell, at + 1, 2) else {
            return nil
        }
        if rest == 6, cell[at + 3] != UInt8(ascii: ":") { return nil }
        guard let minutes = digits(cell, cell.count - 2, 2), hours < 24, minutes < 60 else { return nil }
        return Int64(hours * 3600 + minutes * 60) * (isNegative ? -1 : 1)
    }

    @inline(__always)
    private static func digits(_ cell: UnsafeRawBufferPointer, _ start: Int, _ count: Int) -> Int? {
        var value = 0
        for at in start..<start + count {
            let digit = cell[at] &- 48
            guard digit <= 9 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }
}
