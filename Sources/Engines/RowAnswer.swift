import Facts

/// The answer that does not depend on the as-of date: what became of each row, the rows that are to be read elsewhere, and what is written
/// in the cells of those that count.
struct RowAnswer {
    let plan: LeadPlan
    let sql: any SQLDialect

    init(_ plan: LeadPlan, _ sql: any SQLDialect) { (self.plan, self.sql) = (plan, sql) }

    var query: String {
        let named = Tally.single(
            "named", own: "id", item: file, x: "CAST(p AS STRING)",
            from: "(SELECT f, p, id FROM ranked WHERE named = 1 LIMIT \(plan.mostNamed + 1)) AS n")
        return Tally(source: "ranked", kinds: ofFiles + ofLeads).query + "\nUNION ALL\n" + named
    }

    private var file: String { "CAST(f AS STRING)" }

    /// What is told of each file: of all rows that are counted, replaced ones too.
    private var ofFiles: [Tally.Kind] {
        let fate = "CASE WHEN named = 1 THEN 'named' WHEN place = 1 THEN 'fact' ELSE 'replaced' END"
        var kinds = [
            Tally.Kind(part: "file", condition: "TRUE", item: file, x: fate),
            // Whether amounts are written with a decimal point, which settles how those are read that are not plain.
            Tally.Kind(part: "point", condition: "named = 0 AND amount LIKE '%.%'", item: file),
            Tally.Kind(part: "customer", condition: "named = 0 AND customer <> ''", customer: "customer", item: file),
        ]
        if plan.joins.contains(.deal) {
            // All of them tell which ids of deals differ in leading zeros only.
            kinds.append(Tally.Kind(part: "deal", condition: "named = 0 AND deals <> ''", customer: "deals", item: file))
        }
        for dimension in 0..<plan.dimensions {
            kinds.append(
                Tally.Kind(
                    part: "member \(dimension)", condition: "named = 0 AND d\(dimension) <> ''", own: "d\(dimension)",
                    item: file))
        }
        return kinds
    }

    /// What is written in the cells of leads that count.
    private var ofLeads: [Tally.Kind] {
        let counts = "named = 0 AND place = 1"
        var kinds = [
            Tally.Kind(part: "created", condition: counts, item: file, day: Times(plan, sql).day("t0")),
            Tally.Kind(part: "owner", condition: "\(counts) AND owner <> ''", own: "owner"),
            Tally.Kind(part: "amount", condition: "\(counts) AND amount <> ''", item: "currency", x: "amount"),
            Tally.Kind(
                part: "customer amount", condition: "\(counts) AND amount <> '' AND customer <> ''", customer: "customer",
                item: "currency", x: "amount"),
            Tally.Kind(part: "customer rows", condition: "\(counts) AND customer <> ''", customer: "customer"),
        ]
        if let won = plan.won {
            kinds.append(
                Tally.Kind(
                    part: "customer wins", condition: "\(counts) AND customer <> '' AND t\(won) IS NOT NULL",
                    customer: "customer"))
        }
        return kinds
    }
}
