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

    /// The instant; what has no offset is local in the zone.
    func stamp(in zone: Zone) -> Stamp {
        let local = Int64(day) * WrittenTime.day + (microseconds ?? 0)
        if let offset { return Stamp(microseconds: local - offset * 1_000_000) }
        let seconds = local >= 0 ? local / 1_000_000 : -((999_999 - local) / 1_000_000)
        return Stamp(microseconds: zone.instant(ofLocal: seconds) * 1_000_000 + (local - seconds * 1_000_000))
    }

    /// The day that is written; 24:00 belongs to the next.
    var writtenDay: Day { Day(microseconds == WrittenTime.day ? day + 1 : day) }

    /// What the cell means where days are wanted.
    var writtenSpan: DaySpan {
        guard isMonth else { return DaySpan(writtenDay) }
        let (year, month, _) = Day(day).civil
        return DaySpan(year: year, month: month)
    }

    /// What the cell means where days of a zone are wanted: that of the instant, if the cell names one by its offset.
    func span(in zone: Zone) -> DaySpan {
        offset == nil ? writtenSpan : DaySpan(stamp(in: zone).day(in: zone))
    }
}

extension Moment {
    /// Reads a date, or a date and a time, in any form.
    @inline(never)
    static func spelled(_ cell: UnsafeRawBufferPointer, _ order: ColumnReading.DateOrder) -> Cell<Moment> {
        var text = CellScanner(cell)
        guard text.isReadable else { return .bad }
        guard let date = text.date() else { return text.isMissing ? .missing : .bad }
        var moment: Moment
        switch date {
        case .day(let year, let month, let day): moment = Moment(day: Day.number(year: year, month: month, day: day))
        case .month(let year, let month): moment = Moment(day: Day.number(year: year, month: month, day: 1), isMonth: true)
        case .numbers(let numbers):
            guard let day = numbers.day(order) else { return .bad }
            moment = Moment(day: Int(day.number))
        case .serial(let day, let milliseconds):
            moment = Moment(day: day, microseconds: milliseconds.map { Int64($0) * 1000 })
        }
        if text.isAtEnd { return .value(moment) }
        if moment.isMonth || moment.microseconds != nil { return .bad }
        guard let time = text.time() else { return .bad }
        moment.microseconds = time.microseconds
        moment.offset = time.offset
        return .value(moment)
    }

    /// Reads `2026-11-03`, and `2026-11-03 10:11:12` or with `T`, decimals, `Z`, `+08:00`, straight from the bytes; nil for any
    /// other cell, good or bad.
    @inline(__always)
    static func canonical(_ cell: UnsafeRawBufferPointer) -> Moment? {
        let count = cell.count
        guard count == 10 || count >= 19, let bytes = cell.baseAddress?.assumingMemoryBound(to: UInt8.self),
            bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-")
        else { return nil }
        // Each pair of digits is 0 to 99, or far above when one is no digit.
        let (century, years, month, day) = (pair(bytes), pair(bytes + 2), pair(bytes + 5), pair(bytes + 8))
        guard century | years | month | day < 128 else { return nil }
        let year = century * 100 + years
        guard year > 0, month &- 1 < 12, day > 0, day <= 28 || day <= Day.daysInMonth(year: Int(year), month: Int(month))
        else { return nil }
        var moment = Moment(day: number(year, month, day))
        if count == 10 { return moment }

        guard bytes[10] == UInt8(ascii: " ") || bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":")
        else { return nil }
        let (hour, minute, second) = (pair(bytes + 11), pair(bytes + 14), pair(bytes + 17))
        guard hour < 24, minute < 60, second < 60 else { return nil }
        var microseconds = Int64(hour * 3600 + minute * 60 + second) * 1_000_000
        var at = 19
        if at < count, bytes[at] == UInt8(ascii: ".") {
            var power: Int64 = 1_000_000
            at += 1
            while at < count, bytes[at] &- 48 <= 9 {
                power /= 10
                microseconds += Int64(bytes[at] &- 48) * power
                at += 1
            }
            if at == 20 { return nil }
        }
        moment.microseconds = microseconds
        if at == count { return moment }
        if bytes[at] == UInt8(ascii: "Z"), at + 1 == count {
            moment.offset = 0
            return moment
        }
        guard at + 6 == count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-"),
            bytes[at + 3] == UInt8(ascii: ":")
        else { return nil }
        let (hours, minutes) = (pair(bytes + at + 1), pair(bytes + at + 4))
        guard hours <= 14, minutes < 60 else { return nil }
        let offset = Int64(hours * 3600 + minutes * 60)
        moment.offset = bytes[at] == UInt8(ascii: "-") ? -offset : offset
        return moment
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
