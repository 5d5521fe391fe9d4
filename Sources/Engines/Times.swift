import Facts

/// How SQL reads times, and finds their days in a zone.
struct Times {
    let sql: any SQLDialect
    /// The changes of the zone's clocks between ``first`` and ``last``, in seconds since 1970, with the offsets before and after.
    private let changes: [(at: Int64, before: Int64, after: Int64)]
    /// The offset before the first of them.
    private let before: Int64
    /// From when on pieces of time are numbered, and how many seconds each has: so few that no two changes are in one.
    private let start: Int64, piece: Int64
    /// The times that are read, in seconds since 1970: from 2000 to a year after the last as-of date. Others are placeholders or slips
    /// more often than not, and are judged where cells are read.
    let first: Int64 = 946_684_800
    let last: Int64

    init(_ plan: LeadPlan, _ sql: any SQLDialect) {
        self.sql = sql
        last = Stamp(startOf: (plan.asOf.max() ?? Day(0)) + 366, in: plan.zone).microseconds / 1_000_000
        // A local time may be of the day before or after.
        let (from, to) = (first - 172_800, last + 172_800)
        var changes: [(at: Int64, before: Int64, after: Int64)] = []
        var end = plan.zone.span(at: from).to
        while end < to {
            let (before, after) = (plan.zone.offset(at: end - 1), plan.zone.offset(at: end))
            if before != after { changes.append((end, before, after)) }
            end = plan.zone.span(at: end).to
        }
        before = plan.zone.offset(at: from)
        self.changes = changes
        start = from
        var piece: Int64 = 21 * 86_400
        func areApart(_ moments: [Int64]) -> Bool { Set(moments.map { ($0 - from) / piece }).count == moments.count }
        while !areApart(changes.map(\.at)) || !areApart(changes.map { $0.at + max($0.before, $0.after) }) { piece /= 2 }
        self.piece = piece
    }

    /// A date of ISO 8601 that is none of the usual placeholders, alone or with a time, which may have an offset.
    static let pattern =
        "(199[0-9]|20[0-8][0-9]|209[0-8])-[0-9]{2}-[0-9]{2}"
        + "([T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]{1,6})?)?(Z|[+-](0[0-9]|1[0-3]):?[0-5][0-9])?)?"

    /// The seconds from 1970 to the time that a cell shows, as if in UTC and without fractions; null where it shows none in that form.
    func local(_ cell: String) -> String {
        let date = "try_cast(substr(\(cell), 1, 10) AS DATE)"
        let clock =
            "CASE WHEN length(\(cell)) > 10 THEN \(number("substr(\(cell), 12, 2)")) * 3600 + \(number("substr(\(cell), 15, 2)")) * 60"
            + " ELSE 0 END + CASE WHEN substr(\(cell), 17, 1) = ':' THEN \(number("substr(\(cell), 18, 2)")) ELSE 0 END"
        return "CASE WHEN \(sql.isWhole(cell, Times.pattern)) THEN \(sql.days(date)) * 86400 + \(clock) END"
    }

    /// The microseconds from 1970 in UTC to a time, of the seconds that it shows and its cell.
    ///
    /// A time without an offset is in the zone, read as `Zone.instant(ofLocal:)` reads it.
    func micros(_ local: String, _ cell: String) -> String {
        let fraction =
            "CASE WHEN substr(\(cell), 20, 1) = '.' THEN "
            + "\(number(sql.zeroFilled(sql.group(cell, "[.]([0-9]+)"), to: 6))) ELSE 0 END"
        let mark = "substr(\(cell), 17)"
        let sign = sql.group(mark, "([+-])")
        let seconds =
            "(\(number(sql.group(mark, "[+-]([0-9]{2})"))) * 3600 + \(number(sql.group(mark, "[+-][0-9]{2}:?([0-9]{2})"))) * 60)"
        let offset = """
            CASE WHEN substr(\(cell), length(\(cell)), 1) = 'Z' THEN 0
              WHEN \(sign) = '+' THEN \(seconds) WHEN \(sign) = '-' THEN -\(seconds) ELSE \(localOffset(local)) END
            """
        return "(\(local) - (\(offset))) * 1000000 + \(fraction)"
    }

    /// The day of a time in microseconds, as the number of days from 1970.
    func day(_ micros: String) -> String {
        let offset = offset(micros, each: 1_000_000) { $0.at }
        return sql.divided("\(micros) + \(offset)", by: 86_400_000_000)
    }

    /// Whether a time in microseconds is of those that are read.
    func isRead(_ micros: String) -> String { "(\(micros) >= \(first * 1_000_000) AND \(micros) < \(last * 1_000_000))" }

    private func number(_ text: String) -> String { "try_cast(\(text) AS BIGINT)" }

    /// The offset of a time that clocks of the zone show. Of an hour that occurs twice the first is meant, one that is skipped is read with
    /// the offset before: both up to the later of the two times that clocks show at the change.
    private func localOffset(_ local: String) -> String {
        offset(local, each: 1) { $0.at + max($0.before, $0.after) }
    }

    /// The offset at a time: looked up by piece of time, of which lists say when in it clocks change, and from what to what.
    ///
    /// - Parameters:
    ///   - unit: So many of the time's unit, and of the offset's, are a second.
    ///   - moment: When a change counts, in seconds.
    private func offset(
        _ time: String, each unit: Int64, _ moment: ((at: Int64, before: Int64, after: Int64)) -> Int64
    ) -> String {
        guard let last = changes.last else { return "\(before * unit)" }
        let count = (moment(last) - start) / piece + 1
        var lists: (at: [Int64], before: [Int64], after: [Int64]) = ([], [], [])
        var (next, offset) = (0, before)
        for number in 0..<count {
            let end = start + (number + 1) * piece
            lists.before.append(offset * unit)
            if next < changes.count, moment(changes[next]) < end {
                lists.at.append(moment(changes[next]) * unit)
                offset = changes[next].after
                next += 1
            } else {
                lists.at.append(end * unit)
            }
            lists.after.append(offset * unit)
        }
        let place = sql.divided("\(time) - \(start * unit)", by: piece * unit)
        func entry(_ list: [Int64]) -> String { sql.entry(of: list, at: place) }
        return """
            CASE WHEN \(time) < \(start * unit) THEN \(before * unit)
              WHEN \(time) >= \((start + count * piece) * unit) THEN \(offset * unit)
              WHEN \(time) < \(entry(lists.at)) THEN \(entry(lists.before)) ELSE \(entry(lists.after)) END
            """
    }
}
