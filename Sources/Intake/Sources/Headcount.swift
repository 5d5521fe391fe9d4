import Facts

extension Source {
    /// Team sizes, one row a team and month.
    static let headcount = Source(
        name: .headcount, title: SourceTitle(en: "headcount", zhHans: "人数"), role: .plans,
        load: .upsert, key: [.team, .date],
        words: ["headcount", "head count", "fte", "staff", "employees", "team size", "人数", "编制", "人员", "团队人数", "人力"],
        columns: [
            Column.date.required,
            Column.number(
                .fte, "ftes", "full time equivalents", "full time equivalent", "headcount", "heads", "staff", "人数", "全职人数",
                "在职人数", "编制", "人员数"
            ).required,
            .text(.team, "department", "function", "group", "团队", "部门", "小组").aName,
            .yearOfDate, .monthOfDate,
        ], derivations: [.month], sums: [.fte], events: [.firstDay(.date)],
        build: { $0.buildHeadcount(&$1) })
}

extension AnyColumnKey where Self == NumberKey {
    static var fte: Self { Self("fte") }
}

extension Assembler {
    fileprivate mutating func buildHeadcount(_ merged: inout Merged) {
        let sizes = quantities(&merged, .fte)
        merged.applyLoadRule()
        let rows = finish(merged)
        guard !rows.isEmpty, let dates = merged[.date], let sizes else { return }
        var table = Headcount(dimensions: settings.dimensions.count)
        table.days = rows.map { dates.first($0)! }
        table.teams = strings(merged, .team, rows)
        table.fte = rows.map { sizes[$0] }
        table.members = members(merged, rows)
        facts.headcount = table
    }
}
