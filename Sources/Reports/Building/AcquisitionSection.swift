import Facts
import Languages
import Metrics
import RollUps

/// Acquisition: what it cost to win customers, and what they bring.
extension Composer {
    func acquisition() -> [Block] {
        let metrics = metricTable(.acquisition)
        let missing = [absence(.spend), absence(.subscriptions)].compactMap { $0 }
        if context.rollUp.firstEvent(.spend) == nil { return missing + metrics }
        return missing + [.message(acquisitionMessage())] + whyChanged(.acquisition) + acquisitionCharts() + metrics
            + measureTable(
                "acquisition-measures", title: say(.measuresByPeriod),
                ["spend", "spend_marketing", "spend_sales", "customers_new", "arr_new"])
            + breakdowns("acquisition", ["spend", "customers_new", "cac", "arr_new", "cac_payback_months", "sales_efficiency"])
    }

    private func acquisitionMessage() -> String {
        guard let spend = number("spend", now) else { return say(.spendUndefined, value("spend").hint) }
        let money = text(spend, format("spend"))
        guard let customers = number("customers_new", now), let cac = number("cac", now) else {
            return say(.spendMessage, periodNoun(period, isCapital: true), money, value("cac").hint)
        }
        let message = say(
            .cacMessage, periodNoun(period, isCapital: true), money, text(customers, format("customers_new")),
            text(cac, format("cac")))
        let changes = changesInWords("cac")
        return sentences([message] + (changes.isEmpty ? [] : [say(.cacChanges, joined(changes))]))
    }

    private func acquisitionCharts() -> [Block] {
        var blocks = [
            withGoal(
                chart(
                    "cac", say(.cacTitle, context.currency.unit(context.locale)), .lines,
                    [("cac", .actual), ("cac_trailing", .member(1))]), of: "cac")
        ]
        let hasCategories = series("spend_marketing").contains { $0 != nil }
        if hasCategories {
            let (all, marketing, sales) = (series("spend"), series("spend_marketing"), series("spend_sales"))
            let rest = all.indices.map { index -> Number? in
                guard let total = all[index], let first = marketing[index], let second = sales[index] else { return nil }
                return total - first - second
            }
            var parts = [
                Chart.Series(name: name("spend_marketing"), values: marketing, role: .member(0)),
                Chart.Series(name: name("spend_sales"), values: sales, role: .member(1)),
            ]
            if rest.contains(where: { $0.map { !$0.isZero } ?? false }) {
                parts.append(Chart.Series(name: say(.otherSpend), values: rest, role: .member(2)))
            }
            blocks.append(
                chart(
                    "spend", say(.spendTitle, context.currency.unit(context.locale)), .stackedColumns, parts,
                    format: format("spend")))
        } else {
            blocks.append(
                withGoal(
                    chart("spend", say(.spendTitle, context.currency.unit(context.locale)), .columns, [("spend", .actual)]),
                    of: "spend"))
        }
        blocks += [
            withGoal(
                chart("customers-new", say(.newCustomersTitle), .columns, [("customers_new", .actual)]), of: "customers_new"),
            withGoal(
                chart("payback", say(.paybackTitle), .lines, [("cac_payback_months", .actual)]), of: "cac_payback_months"),
            chart("efficiency", say(.efficiencyTitle), .lines, [("ltv_cac", .member(0)), ("magic_number", .member(1))]),
        ]
        return blocks
    }
}
