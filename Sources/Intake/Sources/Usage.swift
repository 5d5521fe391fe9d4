import Facts

extension Source {
    /// Product use, one row a customer and day.
    static let usage = Source(
        name: .usage, role: .metrics, isRegular: true,
        load: .upsert, key: [.customerID, .date], identity: .customerID,
        words: ["usage", "product usage", "activity", "active users", "adoption", "使用", "活跃", "用量", "使用情况", "活跃度", "产品使用"],
        columns: [
            Column.customerID.required, Column.date.also("usage date", "activity date", "使用日期").required,
            Column.number(
                .activeUsers, "active", "users active", "dau", "daily active users", "active user count", "users", "活跃用户",
                "活跃用户数", "活跃人数", "日活", "使用人数"
            ).required,
            .number(
                .seats, "licensed seats", "licences", "licenses", "seat count", "purchased seats", "席位", "席位数", "坐席",
                "账号数", "授权数", "座席数"),
            .yearOfDate, .monthOfDate,
        ], derivations: [.month], sums: [.activeUsers, .seats],
        checks: [.notBelow0(.activeUsers), .notBelow0(.seats)], events: [.day(.date)],
        dated: .day(.date),
        build: { $0.buildUsage(&$1) })
}

extension AnyColumnKey where Self == NumberKey {
    static var activeUsers: Self { Self("active_users") }
    static var seats: Self { Self("seats") }
}

extension Assembler {
    fileprivate mutating func buildUsage(_ merged: inout Merged) {
        let active = quantities(&merged, .activeUsers)
        let seats = quantities(&merged, .seats)
        merged.applyLoadRule()
        let rows = finish(merged)
        guard !rows.isEmpty, let dates = merged[.date], let active else { return }
        var table = Usage()
        table.customers = customerCodes(merged, rows) ?? []
        table.days = rows.map { dates.last($0)! }
        table.active = rows.map { active[$0] }
        table.seats = seats.map { seats in rows.map { seats[$0] } }
        facts.usage = table
        noteOrigins(.usage, merged, rows)
    }
}
