import Facts
import Languages
import Metrics
import RollUps

/// Activity and health: who uses the product, and who may leave.
extension Composer {
    func activity() -> [Block] {
        let metrics = metricTable(.activity)
        let missing = [absence(.subscriptions), absence(.usage), absence(.headcount)].compactMap { $0 }
        if context.rollUp.firstEvent(.subscriptions) == nil { return missing + metrics }
        return missing + [.message(activityMessage())] + whyChanged(.activity) + activityCharts() + metrics
            + measureTable(
                "activity-measures", title: say(.measuresByPeriod),
                [
                    "customers_active", "users_active", "seats", "fte", "arr_scored", "arr_at_risk", "arr_watch", "arr_healthy",
                ])
            + breakdowns("activity", ["arr_scored", "active_rate", "seat_utilisation", "health_score", "arr_at_risk_share"])
            + headBlocks() + customersAtRisk()
    }

    private func activityMessage() -> String {
        var texts: [String] = []
        if let rate = number("active_rate", now) { texts.append(say(.activeMessage, text(rate, format("active_rate")))) }
        if let risk = number("arr_at_risk", now), let share = number("arr_at_risk_share", now) {
            texts.append(
                say(.riskMessage, text(risk, format("arr_at_risk")), text(share, format("arr_at_risk_share"))))
        }
        return texts.isEmpty ? say(.activityUndefined, value("active_rate").hint) : sentences(texts)
    }

    private func activityCharts() -> [Block] {
        var blocks: [Block] = []
        if context.rollUp.firstEvent(.usage) != nil {
            blocks.append(
                withGoal(
                    chart(
                        "activity", say(.activityTitle), .lines, [("active_rate", .actual), ("seat_utilisation", .member(1))]),
                    of: "active_rate"))
        }
        let bands: [(id: String, role: Chart.Series.Role)] = [
            ("arr_healthy", .favourable), ("arr_watch", .member(4)), ("arr_at_risk", .unfavourable),
        ]
        blocks.append(
            chart(
                "health", say(.healthTitle, context.currency.unit(context.locale)), .stackedColumns, bands,
                format: Format(.money, digits: 0))
        )
        return blocks
    }

    /// How many customers at risk are named.
    private static let mostAtRisk = 20

    private func customersAtRisk() -> [Block] {
        let ranked = customersAtRiskNow()
        guard !ranked.isEmpty else { return [.note(say(.nobodyAtRisk))] }
        let ends = [UInt32: Day](endsAhead().map { ($0.customer, $0.day) }, uniquingKeysWith: min)
        let rows = ranked.prefix(Composer.mostAtRisk).compactMap { context.rollUp.health(of: $0.customer, at: period.end) }.map
        {
            health in
            Table.Row(
                [
                    .text(customerName(health.customer)), fixed(money(health.arr), Format(.money, digits: 0)),
                    fixed(health.score, Format(.plain, digits: 1)),
                ] + healthParts(health) + [
                    ends[health.customer].map { .day($0) } ?? .empty, .text(customerOwner(health.customer)),
                ])
        }
        let columns =
            [
                Table.Column(say(.customer)), Table.Column(say(.arr), isNumeric: true),
                Table.Column(say(.score), isNumeric: true),
            ] + healthPartColumns + [Table.Column(say(.endsSoon)), Table.Column(say(.owner))]
        let table = Table(
            id: "at-risk", title: say(.atRiskTitle, heading(period)), columns: columns, rows: rows, isFolded: true)
        return [.table(table)] + (ranked.count > rows.count ? [.note(say(.andMore, text(ranked.count - rows.count)))] : [])
    }
}
