import Facts

/// A time of day as one cell writes it.
struct WrittenTime: Equatable {
    /// Microseconds since midnight, up to and with the next midnight.
    var microseconds: Int64
    /// Seconds east of UTC, or nil when the cell does not say.
    var offset: Int64?

    /// Microseconds of a whole day.
    static let day: Int64 = 86_400_000_000

    /// The time of day, or nil when there is none such.
    ///
    /// 24:00:00 is the next midnight, and a leap second is read as the first second of the next minute.
    init?(hour: Int, minute: Int, second: Int, fraction: Int64, offset: Int64? = nil) {
        guard hour <= 24, minute <= 59, second <= 60 else { return nil }
        if second == 60, fraction > 0 || minute != 59 { return nil }
        microseconds = Int64(hour * 3600 + minute * 60 + second) * 1_000_000 + fraction
        guard microseconds <= Self.day else { return nil }
        self.offset = offset
    }
}

extension CellScanner {
    /// Reads the time after a date to the end of the cell; nil when it is none.
    ///
    ///     T10:11:12.5Z    10:11    3:04 PM    下午3:04    15时04分05秒    T101112+0800    14h30    14.30 Uhr
    mutating func time() -> WrittenTime? {
        let hasT = take(Unit.letterT)
        if !hasT { skipToTime() }
        var half = dayHalf()
        skipSpaces()
        guard let (number, count) = digits() else { return nil }
        var (hour, minute, second, fraction) = (number, 0, 0, Int64(0))
        if count == 4 || count == 6 {
            // 1011 or 101112
            second = count == 6 ? number % 100 : 0
            minute = count == 6 ? number / 100 % 100 : number % 100
            hour = count == 6 ? number / 10000 : number / 100
            if count == 6 { fraction = self.fraction() }
        } else {
            guard count <= 2 else { return nil }
            switch hourMark(hasT: hasT) {
            case .colon, .mark:
                let isColon = unit(at - 1) == Unit.colon
                skipSpaces()
                if Unit.isDigit(next) {
                    guard let (value, count) = digits(), count <= 2 else { return nil }
                    minute = value
                    if take(Unit.colon) || takeMinute(), Unit.isDigit(next) {
                        guard let (value, count) = digits(), count <= 2 else { return nil }
                        second = value
                        fraction = self.fraction()
                        takeSecond()
                    }
                } else if isColon {
                    return nil
                }
            case .point:
                guard let (value, count) = digits(), count == 2 else { return nil }
                minute = value
                if take(Unit.point) {
                    guard let (value, count) = digits(), count == 2 else { return nil }
                    second = value
                }
            case nil where !hasT || count == 1:
                // An hour alone needs a word that makes it a time.
                let start = at
                skipSpaces()
                guard half != nil || dayHalf() != nil || afterTime() else { return nil }
                at = start
            case nil: break
            }
        }
        skipSpaces()
        if half == nil { half = dayHalf() }
        if let half {
            guard let inDay = half.hour(hour) else { return nil }
            hour = inDay
        }
        skipSpaces()
        _ = afterTime()
        skipSpaces()
        var offset: Int64?
        if !isAtEnd {
            guard let read = self.offset() else { return nil }
            offset = read
        }
        return WrittenTime(hour: hour, minute: minute, second: second, fraction: fraction, offset: offset)
    }

    /// Passes over a comma and words between a date and its time.
    private mutating func skipToTime() {
        _ = take(Unit.comma)
        skipSpaces()
        for _ in 0..<2 {
            let start = at
            guard let word = word(), CalendarWords.beforeTime.contains(word), next == Unit.space || next == Unit.point else {
                at = start
                return
            }
            _ = take(Unit.point)
            skipSpaces()
        }
    }

    /// Passes over `Uhr`, `h`; false (at the same place) when there is none.
    private mutating func afterTime() -> Bool {
        let start = at
        guard let word = word(), CalendarWords.afterTime.contains(word) else {
            at = start
            return false
        }
        _ = take(Unit.point)
        return true
    }

    /// What stands between hour and minute.
    private enum HourMark { case colon, mark, point }

    /// Reads `:`, 时, `h` or, before two digits, `.`; nil (at the same place) when there is none.
    private mutating func hourMark(hasT: Bool) -> HourMark? {
        if take(Unit.colon) { return .colon }
        for unit: UInt16 in [0x65F6, 0x6642, 0x70B9, 0x9EDE, 0xC2DC] where take(unit) { return .mark }
        let start = at
        skipSpaces()
        if let word = word() {
            // 14h30, 14 Uhr 30
            let isMark = CalendarWords.afterTime.contains(word)
            let end = at
            skipSpaces()
            if isMark, Unit.isDigit(next) || end == start + 1 {
                at = end
                return .mark
            }
        }
        at = start
        guard !hasT, next == Unit.point, Unit.isDigit(afterNext), Unit.isDigit(unit(at + 2)) else { return nil }
        at += 1
        return .point
    }

    /// The decimals of a second in microseconds; further digits are left out.
    private mutating func fraction() -> Int64 {
        guard next == Unit.point || next == Unit.comma, Unit.isDigit(afterNext) else { return 0 }
        at += 1
        var (value, power): (Int64, Int64) = (0, 1_000_000)
        while Unit.isDigit(next) {
            power /= 10
            value += Int64(next - Unit.zero) * power
            at += 1
        }
        return value
    }

    /// Reads what says the zone, to the end of the cell, in seconds east of UTC; nil where it does not say it.
    ///
    ///     Z    UTC+8    PST    +08:00    GMT+0530 (India Standard Time)    +0200 CEST    +01:00[Europe/Paris]    (CET)
    private mutating func offset() -> Int64? {
        var offset: Int64?
        var isNamed = false
        if let word = word() {
            isNamed = true
            if CalendarWords.zulu.contains(word) {
                offset = 0
                if word.count == 1 { return isAtEnd ? 0 : nil }
            } else if let minutes = CalendarWords.zones[word] {
                offset = minutes * 60
            }
        }
        skipSpaces()
        if next == Unit.minus || next == Unit.plus {
            guard let numeric = numericOffset() else { return nil }
            offset = numeric
            // Behind an offset the name of its zone adds nothing.
            skipSpaces()
            _ = word()
            skipSpaces()
        }
        if next == Unit.open || next == 0x5B {  // [
            let close = next == Unit.open ? Unit.close : 0x5D
            at += 1
            guard unit(count - 1) == close else { return nil }
            if offset == nil {
                guard !isNamed, let word = word(), at == count - 1 else { return nil }
                offset = CalendarWords.zulu.contains(word) ? 0 : CalendarWords.zones[word].map { $0 * 60 }
            }
            at = count
        }
        return isAtEnd ? offset : nil
    }

    private mutating func numericOffset() -> Int64? {
        let isWest = next == Unit.minus
        at += 1
        guard let (value, count) = digits() else { return nil }
        var (hours, minutes) = (value, 0)
        if count == 4 {
            (hours, minutes) = (value / 100, value % 100)
        } else if count <= 2, take(Unit.colon) {
            guard let (more, count) = digits(), count == 2 else { return nil }
            minutes = more
        }
        guard count <= 2 || count == 4, hours <= 14, minutes <= 59 else { return nil }
        let seconds = Int64(hours * 3600 + minutes * 60)
        return isWest ? -seconds : seconds
    }

    private mutating func takeMinute() -> Bool {
        if take(0x5206) || take(0xBD84) { return true }
        let start = at
        if let word = word(), CalendarWords.afterTime.contains(word) || word == Word("m") { return true }
        at = start
        return false
    }

    private mutating func takeSecond() { if !take(0x79D2) { _ = take(0xCD08) } }
}

/// Half of the day, as clocks of 12 hours have it.
enum DayHalf {
    case morning, afternoon, noon

    /// The hour of the day; nil where the half has no such hour.
    func hour(_ hour: Int) -> Int? {
        switch self {
        case .morning: (0...12).contains(hour) ? hour % 12 : nil
        case .afternoon: (1...12).contains(hour) ? hour % 12 + 12 : nil
        case .noon: hour == 11 || hour == 12 ? hour : (1...2).contains(hour) ? hour + 12 : nil
        }
    }
}

extension CellScanner {
    /// Reads `AM`, `p. m.`, `上午`, `下午`, or nil (at the same place) when there is none.
    mutating func dayHalf() -> DayHalf? {
        switch (next, afterNext) {
        // 上午 午前 오전 凌晨 早上 早晨 清晨
        case (0x4E0A, 0x5348), (0x5348, 0x524D), (0xC624, 0xC804), (0x51CC, 0x6668), (0x65E9, 0x4E0A), (0x65E9, 0x6668),
            (0x6E05, 0x6668):
            at += 2
            return .morning
        // 下午 午後 午后 오후 傍晚
        case (0x4E0B, 0x5348), (0x5348, 0x5F8C), (0x5348, 0x540E), (0xC624, 0xD6C4), (0x508D, 0x665A):
            at += 2
            return .afternoon
        case (0x665A, 0x4E0A):  // 晚上, of which 12 may be either midnight
            guard !(unit(at + 2) == 0x31 && unit(at + 3) == 0x32) else { return nil }
            at += 2
            return .afternoon
        case (0x4E2D, 0x5348):  // 中午
            at += 2
            return .noon
        case (Unit.letterA, Unit.letterM), (Unit.letterP, Unit.letterM):
            guard !Unit.isLetter(unit(at + 2)) else { return nil }
            at += 2
            return unit(at - 2) == Unit.letterA ? .morning : .afternoon
        case (Unit.letterA, Unit.point), (Unit.letterP, Unit.point):
            // a.m. or, in Spanish, a. m.
            let half: DayHalf = next == Unit.letterA ? .morning : .afternoon
            let letter = unit(at + 2) == Unit.space ? at + 3 : at + 2
            guard unit(letter) == Unit.letterM, !Unit.isLetter(unit(letter + 1)) else { return nil }
            at = letter + 1
            _ = take(Unit.point)
            return half
        default: return nil
        }
    }
}
