import Facts

/// Time stamps as programs write them, `2026-11-03 14:05:09`, eight bytes at a time.
///
/// Digits and separators are compared and weighed for all bytes of a word at once, as in Lemire's "Quickly parsing eight digits"
/// (2018).
struct PlainStamp {
    // Days outside these may be placeholders, which the grammar knows.
    private static let firstYear = 1971
    private static let lastYear = 2098
    /// Where the table of ``months`` is; it is never freed.
    private static let table: UInt = {
        let count = (lastYear - firstYear + 1) * 12 + 1
        let table = UnsafeMutablePointer<Int32>.allocate(capacity: count)
        for month in 0..<count {
            table[month] = Int32(Day.number(year: firstYear + month / 12, month: month % 12 + 1, day: 1))
        }
        return UInt(bitPattern: table)
    }()

    /// Of each month from ``firstYear`` on the number of its first day; one month more than there are, for lengths.
    private let months: UnsafePointer<Int32>
    private let zone: Zone
    /// Between these two, as the zone's clocks show them, the offset from UTC is ``offset``.
    private var from = Int64.max
    private var to = Int64.min
    private var offset: Int64 = 0

    init(_ zone: Zone) {
        self.zone = zone
        months = UnsafePointer(bitPattern: Self.table)!
    }

    /// Seconds since 1970 UTC, or nil for anything but such a stamp: with a blank or a `T`, with or without `Z`.
    @inline(__always)
    mutating func read(_ cell: UnsafeRawBufferPointer) -> UInt32? {
        let count = cell.count
        guard count == 19 || (count == 20 && cell[19] == UInt8(ascii: "Z")) else { return nil }
        // yyyy-mm- and hh:mm:ss with what they should look like taken off: digits become 0 to 9, separators 0.
        let date = cell.loadUnaligned(fromByteOffset: 0, as: UInt64.self).littleEndian ^ 0x2D30_302D_3030_3030
        let time = cell.loadUnaligned(fromByteOffset: 11, as: UInt64.self).littleEndian ^ 0x3030_3A30_303A_3030
        // A digit above 9 or a separator above 0 carries into its byte's high bit.
        let dateFault = (date &+ 0x7F76_767F_7676_7676) | date
        let timeFault = (time &+ 0x7676_7F76_767F_7676) | time
        let separator = cell[10]
        let (tens, ones) = (cell[8] &- 48, cell[9] &- 48)
        guard (dateFault | timeFault) & 0x8080_8080_8080_8080 == 0, tens <= 9, ones <= 9,
            separator == UInt8(ascii: " ") || separator == UInt8(ascii: "T")
        else { return nil }
        // Pairs of digits, in every other byte.
        let datePairs = date &* 10 &+ date >> 8
        let timePairs = time &* 10 &+ time >> 8
        let year = Int(datePairs & 0xFF) &* 100 &+ Int(datePairs >> 16 & 0xFF)
        let month = Int(datePairs >> 40 & 0xFF) &- 1
        let day = Int(tens) &* 10 &+ Int(ones) &- 1
        let hour = Int64(timePairs & 0xFF)
        let minute = Int64(timePairs >> 24 & 0xFF)
        let second = Int64(timePairs >> 48 & 0xFF)
        guard year >= Self.firstYear, year <= Self.lastYear, UInt(bitPattern: month) < 12, hour < 24, minute < 60, second < 60
        else { return nil }
        let index = (year &- Self.firstYear) &* 12 &+ month
        let number = Int(months[index]) &+ day
        guard day >= 0, number < Int(months[index &+ 1]) else { return nil }
        let local = Int64(number) &* 86_400 &+ hour &* 3600 &+ minute &* 60 &+ second
        // The years that are read are all in 32 bits.
        return count == 20 ? UInt32(truncatingIfNeeded: local) : seconds(ofLocal: local)
    }

    /// Seconds since 1970 UTC of what the zone's clocks show, in seconds since 1970 as if they were UTC; not of the first or last day that
    /// 32 bits hold.
    @inline(__always)
    mutating func seconds(ofLocal local: Int64) -> UInt32 {
        UInt32(truncatingIfNeeded: local >= from && local < to ? local &- offset : instant(local))
    }

    /// The instant at which the zone's clocks show `local`; notes for how long the offset stays as it is.
    @inline(never)
    private mutating func instant(_ local: Int64) -> Int64 {
        let instant = zone.instant(ofLocal: local)
        offset = local - instant
        // Two days on each side cover every offset that clocks have ever had.
        let margin: Int64 = 2 * 86_400
        let span = zone.span(at: instant)
        (from, to) = (
            span.from < Int64.min / 2 ? Int64.min : span.from + margin, span.to > Int64.max / 2 ? Int64.max : span.to - margin
        )
        if local < from || local >= to { (from, to) = (Int64.max, Int64.min) }
        return instant
    }
}
