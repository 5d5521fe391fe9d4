import Facts

/// A point in time as one cell of a settled column writes it.
struct Moment: Equatable {
    /// The day, or the month's first, as days since 1970.
    var day: Int
    /// Whether only a month is written.
    var isMonth = false
    /// Microseconds since that day's midnight, up to and with the next; nil when only a date is written.
    var microseconds: Int64?
    /// Seconds east of UTC; nil when the cell does not say.
    var offset: Int64?
    /// Whether it is written as seconds or milliseconds since 1970.
    var isEpoch = false

    /// The instant; what has no offset is local in the zone.
    func stamp(in zone: Zone) -> Stamp {
        let local = Int64(day) * WrittenTime.day + (microseconds ?? 0)
        if let offset { return Stamp(microseconds: local - offset * 1_000_000) }
        let seconds = local >= 0 ? local / 1_000_000 : -((999_999 - local) / 1_000_000)
        return Stamp(microseconds: zone.instant(ofLocal: seconds) * 1_000_000 + (local - seconds * 1_000_000))
    }

    /// The day that is written; 24:00 belongs to the next.
    var writtenDay: Day { Day(microseconds == WrittenTime.day ? day + 1 : day) }
}

extension Moment {
    /// Reads a date, or a date and a time, in any form.
    ///
    /// A placeholder for no date, such as `9999-12-31` or `never`, is missing.
    @inline(never)
    static func spelled(_ cell: UnsafeRawBufferPointer, _ way: ColumnReading) -> Cell<Moment> {
        var text = CellScanner(cell)
        guard text.isReadable else { return .bad }
        guard let date = text.date() else { return text.isMissing || text.isNoDate ? .missing : .bad }
        var moment: Moment
        switch date {
        case .day(let year, let month, let day): moment = Moment(day: Day.number(year: year, month: month, day: day))
        case .month(let year, let month): moment = Moment(day: Day.number(year: year, month: month, day: 1), isMonth: true)
        case .numbers(let numbers):
            guard let day = numbers.day(way.dateOrder) else {
                return text.isNoDate || numbers.isPlaceholder ? .missing : .bad
            }
            moment = Moment(day: Int(day.number))
        case .monthNumber(let month, let number):
            guard way.monthNumber == .year else { return .bad }
            let first = Day.number(year: NumericDate.fullYear(number), month: month, day: 1)
            moment = Moment(day: first, isMonth: true)
        case .serial(let day, let milliseconds):
            moment = Moment(day: day, microseconds: milliseconds.map { Int64($0) * 1000 })
        case .epoch(let microseconds):
            let (day, time) = microseconds.quotientAndRemainder(dividingBy: WrittenTime.day)
            moment = Moment(day: Int(day), microseconds: time, offset: 0, isEpoch: true)
        }
        if !text.isAtEnd {
            if moment.isMonth || moment.microseconds != nil { return .bad }
            guard let time = text.time() else { return .bad }
            moment.microseconds = time.microseconds
            moment.offset = time.offset
        }
        if Placeholders.holds(moment.day) { return .missing }
        // A year 26 is 2026 mistyped: nothing that is reported was then.
        return moment.day < Placeholders.earliest ? .bad : .value(moment)
    }

    /// Reads `2026-11-03`, and `2026-11-03 10:11` or with `T`, seconds, decimals, `Z`, `+08:00`, `+0800`, straight from the bytes;
    /// nil for any other cell, good or bad.
    @inline(__always)
    static func plain(_ cell: UnsafeRawBufferPointer) -> Moment? {
        let count = cell.count
        guard count == 10 || count >= 16, let bytes = cell.baseAddress?.assumingMemoryBound(to: UInt8.self),
            bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-")
        else { return nil }
        // Each pair of digits is 0 to 99, or far above when one is no digit.
        let (century, years, month, day) = (pair(bytes), pair(bytes + 2), pair(bytes + 5), pair(bytes + 8))
        guard century | years | month | day < 128 else { return nil }
        let year = century * 100 + years
        guard year > 0, month &- 1 < 12, day > 0, day <= 28 || day <= Day.daysInMonth(year: Int(year), month: Int(month))
        else { return nil }
        var moment = Moment(day: number(year, month, day))
        if Placeholders.mayHold(Int32(truncatingIfNeeded: moment.day)) { return nil }
        if count == 10 { return moment }

        guard bytes[10] == UInt8(ascii: " ") || bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":") else {
            return nil
        }
        let (hour, minute) = (pair(bytes + 11), pair(bytes + 14))
        guard hour < 24, minute < 60 else { return nil }
        var (seconds, at) = (hour * 3600 + minute * 60, 16)
        var fraction: Int64 = 0
        if at < count, bytes[at] == UInt8(ascii: ":") {
            guard count >= 19 else { return nil }
            let second = pair(bytes + 17)
            guard second < 60 else { return nil }
            (seconds, at) = (seconds + second, 19)
            if at < count, bytes[at] == UInt8(ascii: ".") {
                var power: Int64 = 1_000_000
                at += 1
                while at < count, bytes[at] &- 48 <= 9 {
                    power /= 10
                    fraction += Int64(bytes[at] &- 48) * power
                    at += 1
                }
                if at == 20 { return nil }
            }
        }
        moment.microseconds = Int64(seconds) * 1_000_000 + fraction
        if at == count { return moment }
        guard let offset = offset(bytes + at, count - at) else { return nil }
        moment.offset = offset
        return moment
    }

    /// The offset from UTC at the end of a stamp, in seconds, or nil where it is none.
    @inline(__always)
    private static func offset(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int64? {
        if count == 1 { return bytes[0] == UInt8(ascii: "Z") ? 0 : nil }
        let isWest = bytes[0] == UInt8(ascii: "-")
        guard isWest || bytes[0] == UInt8(ascii: "+"), count == 5 || count == 6 && bytes[3] == UInt8(ascii: ":") else {
            return nil
        }
        let (hours, minutes) = (pair(bytes + 1), pair(bytes + count - 2))
        guard hours <= 14, minutes < 60 else { return nil }
        let seconds = Int64(hours * 3600 + minutes * 60)
        return isWest ? -seconds : seconds
    }

    /// The number of two digits, or above 127 when one is none.
    @inline(__always)
    private static func pair(_ bytes: UnsafePointer<UInt8>) -> UInt32 {
        let (tens, ones) = (UInt32(bytes[0] &- 48), UInt32(bytes[1] &- 48))
        return tens > 9 || ones > 9 ? 1024 : tens &* 10 &+ ones
    }

    /// Days since 1970-01-01 of a date after year 0; `Day.number(year:month:day:)` where it can be inlined.
    @inline(__always)
    private static func number(_ year: UInt32, _ month: UInt32, _ day: UInt32) -> Int {
        let isEarly: UInt32 = month <= 2 ? 1 : 0
        let y = year &- isEarly
        let dayOfYear = (153 &* (month &+ 12 &* isEarly &- 3) &+ 2) / 5 &+ day &- 1
        return Int(365 &* y &+ y / 4 &- y / 100 &+ y / 400 &+ dayOfYear) - 719_468
    }
}
