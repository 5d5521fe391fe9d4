import Facts

/// The question of a plan as SQL.
///
/// Tables follow one another: `f0`, `f1` … the records of each file; `ranked` their cells by what they are, with times in microseconds
/// since 1970, whether a row must be read elsewhere, and which row of an id counts; `happened0` … for each as-of date the rows that do,
/// with the days of what had happened by then. Then come two answers: `rows`, which does not depend on the date, and `counts`.
public struct LeadQuery: Sendable {
    let plan: LeadPlan
    let sql: any SQLDialect
    private let times: Times

    /// The question of a plan for an engine.
    public init(_ plan: LeadPlan, _ dialect: any SQLDialect) {
        (self.plan, sql) = (plan, dialect)
        times = Times(plan, dialect)
    }

    /// The names of the answers.
    public static let answers = ["rows", "counts"]
    /// The columns of each answer.
    static let columns = ["part", "asof", "dim", "own", "customer", "item", "day", "x", "n"]

    /// The whole question, to be answered into a folder.
    public func statements(into folder: String) -> [String] {
        sql.opening + (plan.keys.map { sql.keys(at: $0.path) } ?? [])
            + plan.files.enumerated().flatMap { sql.reading($1, number: $0) }
            + sql.table("ranked", ranked) + sql.answer(RowAnswer(plan, sql).query, named: "rows", in: folder)
            + counts.flatMap { sql.table($0.table, $0.happened) }
            + sql.answer(counts.map(\.query).joined(separator: "\nUNION ALL\n"), named: "counts", in: folder)
            + sql.closing(in: folder)
    }

    /// The question as the text of a file.
    public func script(into folder: String) -> String { statements(into: folder).map { $0 + ";\n" }.joined() }

    private var counts: [CountAnswer] {
        plan.asOf.enumerated().map { CountAnswer(plan, sql, asOf: $1, table: "happened\($0)") }
    }

    // MARK: Tables

    /// What says in times and amounts that there is none; what else does is read elsewhere.
    private static let missing = ["null", "na", "n/a", "#n/a", "none", "nan", "-", "--"].map { "'\($0)'" }.joined(
        separator: ", ")

    /// The cells of all files, by what they are, then their values.
    private var typed: String {
        let cells = plan.files.enumerated().map { number, file in
            let places = file.places
            func cell(_ place: Int?, _ name: String) -> String { (place.map { "c\($0)" } ?? "''") + " AS \(name)" }
            func value(_ place: Int?, _ name: String) -> String {
                guard let place else { return "'' AS \(name)" }
                return "CASE WHEN lower(c\(place)) IN (\(LeadQuery.missing)) THEN '' ELSE c\(place) END AS \(name)"
            }
            let columns =
                [cell(places.id, "id")] + places.stages.enumerated().map { value($1, "s\($0)") }
                + [
                    value(places.responded, "sr"), value(places.lost, "sl"), value(places.amount, "amount"),
                    cell(places.currency, "currency"), cell(places.customer, "customer"), cell(places.owner, "owner"),
                ] + joined(places).map { cell($0.place, $0.name) } + places.dimensions.enumerated().map { cell($1, "d\($0)") }
            let irregular =
                file.irregular.isEmpty ? "bad" : "bad OR p IN (\(file.irregular.map(String.init).joined(separator: ", ")))"
            return "SELECT f, p, (\(irregular)) AS bad, \(columns.joined(separator: ", ")) FROM f\(number)"
        }
        let names = plan.times.map { String($0.dropFirst()) }
        let locals = names.map { "\(times.local("s" + $0)) AS l\($0)" }
        let moments = names.map { "\(times.micros("l" + $0, "s" + $0)) AS t\($0)" }
        let inner = """
            SELECT *, \(moments.joined(separator: ", ")) FROM (SELECT *, \(DealKeys.id("id", sql)) AS fold, \(locals.joined(separator: ", "))
              FROM (\(cells.joined(separator: "\n  UNION ALL "))))
            """
        let (joins, isCounted) = (plan.joins, ([isPlain] + plan.shown.map { "NOT \(isOf($0))" }).joined(separator: " AND "))
        guard !joins.isEmpty else { return "SELECT *, CASE WHEN \(isCounted) THEN 0 ELSE 1 END AS odd FROM (\(inner))" }
        // What a deal may be joined to is read here too.
        let found = joins.map { "\($0.mark)k.key IS NULL" }
        let sure = joins.compactMap { kind in plan.keys?.table.isDoubtful(kind, sql).map { "NOT \($0)" } }
        let tables = joins.map { kind in
            "\n  LEFT JOIN keys AS \(kind.mark)k ON \(kind.mark)k.key = r.\(kind.mark)key"
        }
        let keys = joins.map { "\(plan.keys!.table.key($0, sql)) AS \($0.mark)key" }
        return """
            SELECT r.*, CASE WHEN \(([isCounted] + found + sure).joined(separator: " AND ")) THEN 0 ELSE 1 END AS odd
              FROM (SELECT *, \(keys.joined(separator: ", ")) FROM (\(inner))) AS r\(tables.joined())
            """
    }

    /// Whether a row may count in days that are asked for: where anything happened in them, or an opportunity is open at their end.
    private func isOf(_ window: LeadPlan.Window) -> String {
        let from = Stamp(startOf: window.from, in: plan.zone).microseconds
        let end = Stamp(startOf: window.to + 1, in: plan.zone).microseconds
        guard window.isStock else {
            let happened = plan.times.map { "(\($0) >= \(from) AND \($0) < \(end))" }
            return "coalesce(\(happened.joined(separator: " OR ")), FALSE)"
        }
        guard let begun = plan.opportunity.map({ "t\($0)" }) else { return "FALSE" }
        // Of a win and a loss the later counts: it is surely closed where all there is of them is over.
        let ends = (plan.won.map { ["t\($0)"] } ?? []) + ["tl"]
        let isThere = ends.map { "\($0) IS NOT NULL" }.joined(separator: " OR ")
        let isOver = ends.map { "coalesce(\($0) < \(end), TRUE)" }.joined(separator: " AND ")
        return "(coalesce(\(begun) < \(end), FALSE) AND NOT ((\(isThere)) AND \(isOver)))"
    }

    /// The cells by which deals are joined that nobody else asks for.
    private func joined(_ places: LeadPlan.Places) -> [(place: Int?, name: String)] {
        plan.joins.compactMap { kind in
            switch kind {
            case .lead, .customer: nil
            case .deal: (places.deals, kind.column)
            case .company: (places.company, kind.column)
            case .host: (places.email, kind.column)
            }
        }
    }

    /// Whether a row leaves no question how to read it. What it says of times is a time, and none lies before its creation.
    private var isPlain: String {
        let read = plan.times.map { name in
            let isRead = "coalesce(\(times.isRead(name)), FALSE)"
            return name == "t0" ? isRead : "(s\(name.dropFirst()) = '' OR \(isRead))"
        }
        // What lies before the creation is told of with its line.
        let spans = ["tr"] + (plan.won.map { ["t\($0)"] } ?? [])
        let decimals = plan.minorDigits == 0 ? "" : "([.][0-9]{1,\(plan.minorDigits)})?"
        return
            (["NOT bad", sql.isWhole("id", "[A-Za-z0-9][A-Za-z0-9_-]{0,63}"), sql.isWhole("id", ".*[0-9].*")]
            // Digits that spreadsheets have lost, or may have.
            + ["NOT \(sql.isWhole("id", "[0-9]+[eE][0-9]+|[0-9]{15}0+"))"] + read
            + spans.map { "coalesce(\($0) >= t0, TRUE)" } + [
                "(amount = '' OR \(sql.isWhole("amount", "-?[0-9]{1,12}\(decimals)")))"
            ])
            .joined(separator: " AND ")
    }

    /// Which rows of an id there are: of all that are folded alike.
    private var ranked: String {
        """
        SELECT *, row_number() OVER (PARTITION BY fold ORDER BY f DESC, p DESC) AS place,
          CASE WHEN max(odd) OVER (PARTITION BY fold) = 1 OR min(id) OVER (PARTITION BY fold) <> max(id) OVER (PARTITION BY fold)
            THEN 1 ELSE 0 END AS named FROM (\(typed))
        """
    }
}
