/// Rows of an answer that are all counted in one pass: each row of a table is taken once for each kind that it is of.
struct Tally {
    /// What is counted of a row, and whose it is; all are expressions over the table.
    struct Kind {
        var part: String
        /// Whether a row counts.
        var condition: String
        var own = "''"
        var customer = "''"
        var item = "''"
        /// A number of days; 0 where that does not matter.
        var day = "0"
        var x = "''"
        /// What is added up; 1 counts rows.
        var n = "1"
    }

    /// The table, or a query in brackets.
    var source: String
    var asOf = "0"
    var kinds: [Kind]
    /// For each dimension the row's own member and the customer's id where it may have none: then all is counted in total and by
    /// dimension. Nil where it is not.
    var slices: [(own: String, customer: String)]?

    /// The query, with the columns of an answer.
    var query: String {
        func choice(_ value: (Kind) -> String) -> String {
            let values = kinds.map(value)
            if Set(values).count == 1 { return values[0] }
            return "CASE kind " + values.enumerated().map { "WHEN \($0) THEN \($1)" }.joined(separator: " ") + " END"
        }
        let parts = kinds.enumerated().map { "(\($0), '\($1.part)')" }.joined(separator: ", ")
        let members = (slices ?? []).enumerated().map { "\($1.own) AS o\($0), \($1.customer) AS w\($0)" }
        let columns = [
            "part", "\(choice(\.own)) AS own", "\(choice(\.customer)) AS customer", "\(choice(\.item)) AS item",
            "CAST(\(choice(\.day)) AS BIGINT) AS day", "\(choice(\.x)) AS x", "CAST(\(choice(\.n)) AS BIGINT) AS n",
        ]
        let rows = """
            SELECT \((columns + members).joined(separator: ", ")) FROM \(source) AS r CROSS JOIN (VALUES \(parts)) AS k(kind, part)
              WHERE \(choice(\.condition))
            """
        guard let slices else { return summed(rows, dimension: "-1", own: "own", customer: "customer") }
        func member(_ letter: String) -> String {
            "CASE dim " + slices.indices.map { "WHEN \($0) THEN \(letter)\($0)" }.joined(separator: " ") + " ELSE '' END"
        }
        let dimensions = (-1..<slices.count).map { "(\($0))" }.joined(separator: ", ")
        return summed(
            "SELECT * FROM (\(rows)) AS e CROSS JOIN (VALUES \(dimensions)) AS s(dim)", dimension: "dim",
            own: slices.isEmpty ? "''" : member("o"), customer: slices.isEmpty ? "''" : member("w"))
    }

    private func summed(_ rows: String, dimension: String, own: String, customer: String) -> String {
        """
        SELECT part, \(asOf) AS asof, g_dim AS dim, g_own AS own, g_customer AS customer, item, day, x, CAST(sum(n) AS BIGINT) AS n
          FROM (SELECT part, \(dimension) AS g_dim, \(own) AS g_own, \(customer) AS g_customer, item, day, x, n FROM (\(rows)) AS t)
          GROUP BY part, g_dim, g_own, g_customer, item, day, x
        """
    }

    /// A row of an answer that is no sum, as a query.
    static func single(
        _ part: String, asOf: String = "0", own: String = "''", item: String = "''", x: String = "''", n: String = "1",
        from source: String
    )
        -> String
    {
        "SELECT '\(part)' AS part, \(asOf) AS asof, -1 AS dim, \(own) AS own, '' AS customer, \(item) AS item, CAST(0 AS BIGINT) AS day, \(x) AS x, CAST(\(n) AS BIGINT) AS n FROM \(source)"
    }
}
