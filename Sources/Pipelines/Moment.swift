import Facts

extension Configuration {
    /// The moment that `--known-at` names, in microseconds since 1970: a date is its end in the pipeline's zone, a time without an
    /// offset is in that zone. Nil where nothing is named.
    public func knownAt(_ text: String?) throws(PipelineError) -> Int64? {
        guard let text else { return nil }
        guard let moment = Moment.microseconds(text, zone) else {
            throw PipelineError(
                .usage, "`--known-at \(text)` is no time",
                hint: "write it like 2026-11-16T06:00:00Z, as `knownAt` of a run.json has it, or like 2026-11-16")
        }
        return moment
    }
}

/// Moments as people and `run.json` write them.
enum Moment {
    /// `2026-11-16T06:00:00.123456Z`; without a fraction where there is none.
    static func text(_ microseconds: Int64) -> String {
        let fraction = (microseconds % 1_000_000 + 1_000_000) % 1_000_000
        let seconds = (microseconds - fraction) / 1_000_000
        let day = Stamp(microseconds: seconds * 1_000_000).day(in: .utc)
        let rest = seconds - Stamp(startOf: day, in: .utc).microseconds / 1_000_000
        func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let time = "\(day)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))"
        guard fraction != 0 else { return time + "Z" }
        let digits = String(fraction)
        return time + "." + String(repeating: "0", count: max(0, 6 - digits.count)) + digits + "Z"
    }

    /// Microseconds since 1970 of a text; nil where it is no moment.
    static func microseconds(_ text: String, _ zone: Zone) -> Int64? {
        guard let day = Day(String(text.prefix(10))) else { return nil }
        var rest = text.dropFirst(10)
        if rest.isEmpty { return Stamp(startOf: day + 1, in: zone).microseconds - 1 }
        guard let mark = rest.popFirst(), mark == "T" || mark == "t" || mark == " " else { return nil }
        let clock = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ":" || $0 == ".") }
        rest = rest.dropFirst(clock.count)
        guard let time = time(clock) else { return nil }
        let midnight = Stamp(startOf: day, in: .utc).microseconds
        switch rest {
        case "Z", "z": return midnight + time
        case "": return Stamp(startOf: day, in: zone).microseconds + time
        default:
            guard let zone = Zones.zone(String(rest)) else { return nil }
            return Stamp(startOf: day, in: zone).microseconds + time
        }
    }

    /// Microseconds since midnight of `06:00`, `06:00:00` or `06:00:00.123456`.
    private static func time(_ text: Substring) -> Int64? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let hours = Int64(parts[0]), hours < 24, let minutes = Int64(parts[1]),
            minutes < 60
        else { return nil }
        var micro: Int64 = 0
        if parts.count == 3 {
            let seconds = parts[2].split(separator: ".", omittingEmptySubsequences: false)
            guard seconds.count <= 2, let whole = Int64(seconds[0]), whole < 60 else { return nil }
            micro = whole * 1_000_000
            if seconds.count == 2 {
                let digits = seconds[1].prefix(6)
                guard let fraction = Int64(digits + String(repeating: "0", count: 6 - digits.count)) else { return nil }
                micro += fraction
            }
        }
        return hours * 3_600_000_000 + minutes * 60_000_000 + micro
    }
}
