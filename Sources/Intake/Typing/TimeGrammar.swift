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
    ///     T10:11:12.5Z    10:11    3:04 PM    下午3:04    15时04分05秒    T101112+0800
    mutating func time() -> WrittenTime? {
        let hasT = take(Unit.letterT)
        if !hasT {
            _ = take(Unit.comma)
            skipSpaces()
            skipAt()
        }
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
            if take(Unit.colon) || takeHour() {
                if Unit.isDigit(next) {
                    guard let (value, count) = digits(), count <= 2 else { return nil }
                    minute = value
                    if take(Unit.colon) || takeMinute(), Unit.isDigit(next) {
                        guard let (value, count) = digits(), count <= 2 else { return nil }
                        second = value
                        fraction = self.fraction()
                        takeSecond()
                    }
                } else if unit(at - 1) == Unit.colon {
                    return nil
                }
            } else if !hasT || count == 1 {
                // An hour alone needs a word that makes it a time.
                let start = at
                skipSpaces()
                guard half != nil || dayHalf() != nil else { return nil }
                at = start
            }
        }
        skipSpaces()
        if half == nil { half = dayHalf() }
        if let half {
            guard (half == .morning ? 0...12 : 1...12).contains(hour) else { return nil }
            hour = hour % 12 + (half == .morning ? 0 : 12)
        }
        skipSpaces()
        var offset: Int64?
        if !isAtEnd {
            guard let read = self.offset() else { return nil }
            offset = read
        }
        guard isAtEnd else { return nil }
        return WrittenTime(hour: hour, minute: minute, second: second, fraction: fraction, offset: offset)
    }

    /// Half of the day.
    private enum Half { case morning, afternoon }

    /// Reads `AM`, `p.m.`, `上午`, `下午`, or nil (at the same place) when there is none.
    private mutating func dayHalf() -> Half? {
        switch (next, afterNext) {
        case (0x4E0A, 0x5348), (0x5348, 0x524D), (0xC624, 0xC804):  // 上午 午前 오전
            at += 2
            return .morning
        case (0x4E0B, 0x5348), (0x5348, 0x5F8C), (0xC624, 0xD6C4):  // 下午 午後 오후
            at += 2
            return .afternoon
        case (Unit.letterA, Unit.letterM), (Unit.letterP, Unit.letterM):
            guard !Unit.isLetter(unit(at + 2)) else { return nil }
            at += 2
            return unit(at - 2) == Unit.letterA ? .morning : .afternoon
        case (Unit.letterA, Unit.point), (Unit.letterP, Unit.point):
            let half: Half = next == Unit.letterA ? .morning : .afternoon
            guard unit(at + 2) == Unit.letterM else { return nil }
            at += 3
            _ = take(Unit.point)
            return half
        default: return nil
        }
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

    /// Reads `Z`, `UTC`, `GMT`, `PST`, `+08:00`, `+0800`, `+08`, `UTC+8` in seconds, or nil when there is none.
    private mutating func offset() -> Int64? {
        if let word = word() {
            if isAtEnd, let hours = CalendarWords.zones[word] { return hours * 3600 }
            guard CalendarWords.zulu.contains(word) else { return nil }
            if isAtEnd { return 0 }
            if word.count == 1 { return nil }
        }
        let isWest = next == Unit.minus
        guard isWest || next == Unit.plus else { return nil }
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

    private mutating func takeHour() -> Bool { take(0x65F6) || take(0x6642) || take(0x70B9) || take(0x9EDE) || take(0xC2DC) }

    private mutating func takeMinute() -> Bool { take(0x5206) || take(0xBD84) }

    private mutating func takeSecond() { if !take(0x79D2) { _ = take(0xCD08) } }

    /// Passes over `at`.
    private mutating func skipAt() {
        guard next == Unit.letterA, afterNext == Unit.letterT, unit(at + 2) == Unit.space else { return }
        at += 3
    }
}

extension CalendarWords {
    /// Zones that programs name after a time, in hours east of UTC. `CST` is the one of North America.
    static let zones: [Word: Int64] = [
        Word("pst"): -8, Word("pdt"): -7, Word("mst"): -7, Word("mdt"): -6, Word("cst"): -6, Word("cdt"): -5, Word("est"): -5,
        Word("edt"): -4, Word("bst"): 1, Word("cet"): 1, Word("cest"): 2, Word("jst"): 9,
    ]
    /// Names of UTC.
    static let zulu: Set<Word> = [Word("z"), Word("utc"), Word("gmt")]
}
