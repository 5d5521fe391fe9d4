import Facts
import Foundation

/// Time zones from the zone data that Foundation carries, as tables of offsets.
enum Zones {
    /// The zone of an identifier such as `Asia/Shanghai`, `UTC` or `+08:00`, or nil where there is none.
    static func zone(_ identifier: String) -> Zone? {
        if ["UTC", "GMT", "Z"].contains(identifier.uppercased()) { return .utc }
        if let seconds = fixedOffset(identifier) { return Zone(identifier: identifier, changes: [], offsets: [seconds]) }
        guard let zone = TimeZone(identifier: identifier) else { return nil }
        var changes: [Int64] = []
        var date = Date(timeIntervalSince1970: -631_152_000)  // 1950
        let end = Date(timeIntervalSince1970: 4_102_444_800)  // 2100
        var offsets = [Int64(zone.secondsFromGMT(for: date))]
        while let next = zone.nextDaylightSavingTimeTransition(after: date), next < end, next > date {
            let offset = Int64(zone.secondsFromGMT(for: next))
            if offset != offsets.last {
                changes.append(Int64(next.timeIntervalSince1970))
                offsets.append(offset)
            }
            date = next
        }
        return Zone(identifier: identifier, changes: changes, offsets: offsets)
    }

    /// All identifiers, for "did you mean".
    static var identifiers: [String] { TimeZone.knownTimeZoneIdentifiers }

    private static func fixedOffset(_ text: String) -> Int64? {
        let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        guard let sign = text.first, sign == "+" || sign == "-", parts.count == 2,
            parts.allSatisfy({ (1...2).contains($0.utf8.count) && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hours = Int64(parts[0]), hours <= 18, let minutes = Int64(parts[1]), minutes < 60
        else { return nil }
        return (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
    }
}
