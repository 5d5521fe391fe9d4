/// A time zone as a table of its offsets from UTC.
///
/// Made by whoever may read the machine's or a library's zone data; this module only computes with it.
public struct Zone: Sendable, Equatable {
    /// The identifier it was made from, such as `Asia/Shanghai`.
    public let identifier: String
    /// The instants (seconds since 1970 in UTC) at which the offset changes, ascending.
    let changes: [Int64]
    /// The offset in seconds before the first change, then after each; one more than `changes`.
    let offsets: [Int64]

    /// A zone whose offset is `offsets[0]` before `changes[0]`, and `offsets[i + 1]` from `changes[i]` on.
    public init(identifier: String, changes: [Int64], offsets: [Int64]) {
        precondition(offsets.count == changes.count + 1, "one offset before the first change and one after each")
        self.identifier = identifier
        self.changes = changes
        self.offsets = offsets
    }

    /// Coordinated universal time.
    public static let utc = Zone(identifier: "UTC", changes: [], offsets: [0])

    /// The offset in seconds at an instant (seconds since 1970 in UTC).
    public func offset(at instant: Int64) -> Int64 {
        if changes.isEmpty { return offsets[0] }
        var (low, high) = (0, changes.count)
        while low < high {
            let middle = (low + high) / 2
            if changes[middle] <= instant { low = middle + 1 } else { high = middle }
        }
        return offsets[low]
    }

    /// From when and to when (seconds since 1970 in UTC, the end not included) the offset is what it is at an instant;
    /// `Int64.min` and `Int64.max` where there is no change before or after.
    public func span(at instant: Int64) -> (from: Int64, to: Int64) {
        let next = changes.firstIndex { $0 > instant } ?? changes.count
        return (next == 0 ? .min : changes[next - 1], next == changes.count ? .max : changes[next])
    }

    /// The instant at which the clocks of the zone show `local` (seconds since 1970 as if in UTC). Of an hour that occurs
    /// twice the first is meant; one that is skipped is read with the offset before the change.
    public func instant(ofLocal local: Int64) -> Int64 {
        if changes.isEmpty { return local - offsets[0] }
        let before = local - offset(at: local - 86_400)
        let after = local - offset(at: local + 86_400)
        if before == after || offset(at: before) == local - before { return before }
        return offset(at: after) == local - after ? after : before
    }
}

/// The calendar days of many instants in a zone, most of which lie between the same two changes of its clocks.
public struct ZoneDays: Sendable {
    @usableFromInline let zone: Zone
    @usableFromInline var from = Int64.max
    @usableFromInline var to = Int64.min
    @usableFromInline var offset: Int64 = 0

    /// The days of instants in a zone.
    public init(_ zone: Zone) { self.zone = zone }

    /// The calendar day of an instant. Must not be asked of a missing stamp.
    @inlinable public mutating func day(of stamp: Stamp) -> Day {
        day(ofSecond: Stamp.floorDivide(stamp.microseconds, 1_000_000))
    }

    /// The calendar day of an instant in seconds since 1970 in UTC.
    @inlinable @inline(__always)
    public mutating func day(ofSecond seconds: Int64) -> Day {
        if seconds < from || seconds >= to { look(seconds) }
        return Day(Int(Stamp.floorDivide(seconds + offset, 86_400)))
    }

    /// Finds the two changes of the clocks that an instant lies between.
    @usableFromInline @inline(never)
    mutating func look(_ seconds: Int64) {
        (from, to) = zone.span(at: seconds)
        offset = zone.offset(at: seconds)
    }
}

/// An instant in microseconds since 1970-01-01 UTC.
public struct Stamp: Hashable, Comparable, Sendable {
    /// Microseconds since 1970-01-01 00:00 UTC.
    public var microseconds: Int64

    /// The instant that lies so many microseconds after 1970.
    @inlinable public init(microseconds: Int64) { self.microseconds = microseconds }

    /// Stands for "no time stamp".
    @inlinable public static var missing: Stamp { Stamp(microseconds: .min) }

    /// Whether there is none.
    @inlinable public var isMissing: Bool { microseconds == .min }

    /// Whether `a` is before `b`.
    @inlinable public static func < (a: Stamp, b: Stamp) -> Bool { a.microseconds < b.microseconds }

    /// The calendar day of this instant in a zone. Must not be asked of a missing stamp.
    public func day(in zone: Zone) -> Day {
        let seconds = Stamp.floorDivide(microseconds, 1_000_000)
        return Day(Int(Stamp.floorDivide(seconds + zone.offset(at: seconds), 86_400)))
    }

    /// The first instant of a day in a zone.
    public init(startOf day: Day, in zone: Zone) {
        self.microseconds = zone.instant(ofLocal: Int64(day.number) * 86_400) * 1_000_000
    }

    @inlinable @inline(__always)
    static func floorDivide(_ a: Int64, _ b: Int64) -> Int64 {
        let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
