import Facts

/// Cells as most programs write them, read straight from their bytes. Everything else is nil, and for the grammars.
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

    /// `1234`, `-1234.50`: at most 18 digits, with `sign` before the decimals.
    @inline(__always)
    static func number(_ cell: UnsafeRawBufferPointer, _ sign: UInt8) -> ExactDecimal? {
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
            } else if cell[at] == sign, point < 0 {
                point = at
            } else {
                return nil
            }
            at += 1
        }
        guard digits > 0, digits <= 18 else { return nil }
        return ExactDecimal(digits: isNegative ? -value : value, scale: point < 0 ? 0 : count - point - 1)
    }

    /// Whether a cell is digits alone, which mean the same whatever the decimal sign.
    static func isWhole(_ cell: UnsafeRawBufferPointer) -> Bool { !cell.isEmpty && cell.allSatisfy { $0 &- 48 <= 9 } }

    /// `2026-11-03`, or `2026-11` for a month; nil for days far off, which may be placeholders.
    @inline(__always)
    static func day(_ cell: UnsafeRawBufferPointer) -> (day: Day, isMonth: Bool)? {
        guard cell.count == 10 || cell.count == 7, cell[4] == UInt8(ascii: "-"), let year = digits(cell, 0, 4),
            let month = digits(cell, 5, 2)
        else { return nil }
        if cell.count == 7 {
            guard let day = Day(year: year, month: month, day: 1), !Placeholders.mayHold(day.number) else { return nil }
            return (day, true)
        }
        guard cell[7] == UInt8(ascii: "-"), let dayOfMonth = digits(cell, 8, 2),
            let day = Day(year: year, month: month, day: dayOfMonth), !Placeholders.mayHold(day.number)
        else { return nil }
        return (day, false)
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
