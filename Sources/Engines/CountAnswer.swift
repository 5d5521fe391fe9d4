import Facts

/// What is counted of the leads as of a date.
///
/// Each kind follows a line of `FunnelPart` and `HandOverCounts`, which say what is meant; tests hold both against each other.
struct CountAnswer {
    let plan: LeadPlan
    let sql: any SQLDialect
    let asOf: Day
    /// The table of the leads, see ``happened``.
    let table: String
    /// The first moment after the as-of date.
    private let cut: Int64

    init(_ plan: LeadPlan, _ sql: any SQLDialect, asOf: Day, table: String) {
        (self.plan, self.sql, self.asOf, self.table) = (plan, sql, asOf, table)
        cut = Stamp(startOf: asOf + 1, in: plan.zone).microseconds
    }

    var query: String {
        let slices = (0..<plan.dimensions).map {
            (own: "d\($0)", customer: "CASE WHEN \(isMember("d\($0)")) THEN '' ELSE customer END")
        }
        let sums = Tally(source: table, asOf: "\(asOf.number)", kinds: self.sums + spans, slices: slices)
        let others = Tally(source: table, asOf: "\(asOf.number)", kinds: lengths + waits + answers + customers)
        return ([sums.query, others.query] + events).joined(separator: "\nUNION ALL\n")
    }

    // MARK: Rows

    /// The leads with the days of what has happened: `h0` … by stage, `hl` the loss, of a win and a loss the later; `furthest` the last
    /// stage reached, −1 for none; `ended` the day on which an opportunity ended; whether it was answered.
    var happened: String {
        let times = Times(plan, sql)
        func day(_ name: String, unless other: String = "FALSE") -> String {
            "CASE WHEN t\(name) < \(cut) AND NOT coalesce(\(other), FALSE) THEN \(times.day("t\(name)")) END AS h\(name)"
        }
        var days = plan.stages.indices.map { day("\($0)") }
        if let won = plan.won {
            // Of both the later counts, of the same time the win.
            days[won] = day("\(won)", unless: "tl < \(cut) AND tl > t\(won)")
            days.append(day("l", unless: "t\(won) < \(cut) AND tl <= t\(won)"))
        } else {
            days.append(day("l"))
        }
        let stages = plan.stages.indices.reversed().map { "WHEN h\($0) IS NOT NULL THEN \($0)" }.joined(separator: " ")
        let ended = plan.won.map { "coalesce(h\($0), hl)" } ?? "hl"
        return """
            SELECT *, CASE \(stages) ELSE -1 END AS furthest, \(ended) AS ended, (tr IS NOT NULL AND tr < \(cut)) AS answered
              FROM (SELECT *, \(days.joined(separator: ", ")) FROM ranked WHERE named = 0 AND place = 1)
            """
    }

    /// Whether a text is surely a member's. Where it may say that there is none the customer's counts, which is settled where it is read.
    private func isMember(_ text: String) -> String {
        "(\(sql.isWhole(text, "[a-mo-zA-MO-Z0-9].*")) OR (length(trim(\(text))) > 6 AND \(sql.isWhole(text, "[nN(#-].*"))))"
    }

    private var isAnswered: String { "h0 IS NOT NULL AND answered AND tr >= t0" }
    private var isInTime: String { "\(isAnswered) AND tr - t0 <= \(plan.inTime)" }

    // MARK: Kinds

    private var sums: [Tally.Kind] {
        var kinds = plan.stages.indices.flatMap { stage in
            [
                Tally.Kind(part: "entered", condition: "h\(stage) IS NOT NULL", item: "'\(stage)'", day: "h\(stage)"),
                Tally.Kind(
                    part: "reached", condition: "h0 IS NOT NULL AND furthest >= \(stage)", item: "'\(stage)'", day: "h0"),
            ]
        }
        kinds.append(Tally.Kind(part: "lost", condition: "hl IS NOT NULL", day: "hl"))
        if let begun = plan.opportunity.map({ "h\($0)" }) {
            let isOpen = "\(begun) IS NOT NULL AND (ended IS NULL OR ended > \(begun))"
            kinds.append(Tally.Kind(part: "open", condition: isOpen, day: begun))
            kinds.append(Tally.Kind(part: "open", condition: "\(isOpen) AND ended IS NOT NULL", day: "ended", n: "-1"))
        }
        if let won = plan.won.map({ "h\($0)" }) {
            kinds.append(
                Tally.Kind(
                    part: "won", condition: "\(won) IS NOT NULL AND amount <> ''", item: "currency", day: won, x: "amount"))
        }
        kinds.append(Tally.Kind(part: "answered", condition: isAnswered, day: "h0"))
        kinds.append(Tally.Kind(part: "in time", condition: isInTime, day: "h0"))
        return kinds
    }

    private var spans: [Tally.Kind] {
        var kinds = [Tally.Kind(part: "response", condition: isAnswered, day: "h0", x: "CAST(tr - t0 AS STRING)")]
        if let won = plan.won.map({ "h\($0)" }) {
            kinds.append(
                Tally.Kind(
                    part: "cycle", condition: "\(won) IS NOT NULL AND h0 IS NOT NULL AND \(won) >= h0", day: won,
                    x: "CAST(\(won) - h0 AS STRING)"))
        }
        return kinds
    }

    private var lengths: [Tally.Kind] {
        let ends = plan.stages.indices.dropFirst().map { ("t\($0)", $0) } + [("tr", plan.stages.count)]
        return ends.map { time, place in
            Tally.Kind(
                part: "days", condition: "\(time) < \(cut) AND t0 < \(cut) AND \(time) >= t0", item: "'\(place)'",
                x: "CAST(\(sql.divided("\(time) - t0", by: 86_400_000_000)) AS STRING)")
        }
    }

    private var waits: [Tally.Kind] {
        plan.stages.indices.dropLast().map { stage in
            Tally.Kind(
                part: "wait", condition: "furthest = \(stage) AND hl IS NULL", item: "'\(stage)'",
                x: "CAST(\(asOf.number) - h\(stage) AS STRING)")
        }
    }

    private var answers: [Tally.Kind] {
        let isRecent = "h0 IS NOT NULL AND h0 >= \((asOf - (plan.recentDays - 1)).number)"
        let isWaiting = "h0 IS NOT NULL AND hl IS NULL" + (plan.won.map { " AND h\($0) IS NULL" } ?? "") + " AND NOT answered"
        let bands = plan.bands.enumerated().map {
            "WHEN \(asOf.number) - h0 <= \($1) THEN '\(CountedLeads.Answer.waiting + $0)'"
        }
        let last = CountedLeads.Answer.waiting + plan.bands.count
        return [
            Tally.Kind(part: "answers", condition: isRecent, own: "owner", x: "'\(CountedLeads.Answer.recent)'"),
            Tally.Kind(
                part: "answers", condition: "\(isRecent) AND \(isAnswered)", own: "owner",
                x: "'\(CountedLeads.Answer.answered)'"),
            Tally.Kind(
                part: "answers", condition: "\(isRecent) AND \(isInTime)", own: "owner", x: "'\(CountedLeads.Answer.inTime)'"),
            Tally.Kind(
                part: "answers", condition: isWaiting, own: "owner",
                x: "CASE \(bands.joined(separator: " ")) ELSE '\(last)' END"),
        ]
    }

    private var customers: [Tally.Kind] {
        let first = Stamp(startOf: asOf.months(before: 12) + 1, in: plan.zone).microseconds
        let isOfYear = "t0 >= \(first) AND t0 < \(cut)"
        let last = plan.stages.count - 1
        var kinds = [
            Tally.Kind(part: "year", condition: isOfYear, customer: "customer", x: "'0'"),
            Tally.Kind(part: "year", condition: "\(isOfYear) AND t\(last) < \(cut)", customer: "customer", x: "'1'"),
        ]
        if let won = plan.won.map({ "h\($0)" }) {
            kinds.append(Tally.Kind(part: "win", condition: "\(won) IS NOT NULL", customer: "customer", day: won))
        }
        return kinds
    }

    /// The first event of all, and the newest of each file.
    private var events: [String] {
        // Neither in `greatest` nor in `least` may anything be null.
        let newest = "greatest(\(plan.times.map { "CASE WHEN \($0) < \(cut) THEN \($0) ELSE -1 END" }.joined(separator: ", ")))"
        let first = "least(\(plan.times.map { "CASE WHEN \($0) < \(cut) THEN \($0) ELSE \(cut) END" }.joined(separator: ", ")))"
        return [
            Tally.single(
                "first", asOf: "\(asOf.number)", n: "t", from: "(SELECT min(\(first)) AS t FROM \(table)) AS m WHERE t < \(cut)"
            ),
            Tally.single(
                "newest", asOf: "\(asOf.number)", item: "CAST(f AS STRING)", n: "t",
                from: "(SELECT f, max(\(newest)) AS t FROM \(table) GROUP BY f) AS m WHERE t >= 0"),
        ]
    }
}
