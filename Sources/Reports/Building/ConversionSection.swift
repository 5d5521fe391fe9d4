import Facts
import Languages
import Metrics
import RollUps

/// Conversion: how far leads come, how fast, and how many are won.
extension Composer {
    func conversion() -> [Block] {
        let metrics = metricTable(.conversion)
        if let absence = absence(.leads) { return [absence] + metrics }
        let stages = context.rollUp.settings.stages
        let rates = zip(stages, stages.dropFirst()).map { "\($0)_to_\($1)" }.filter { context.catalogue[$0] != nil }
        let measures =
            stages.map(Measure.inPeriod) + ["lost", "open_opportunities", "won_amount"]
            + stages.map(Measure.cohort) + ["leads_answered", "leads_answered_in_time"]
        return [.message(conversionMessage())] + whyChanged(.conversion) + funnel(stages)
            + [
                withGoal(
                    chart("win-rate", say(.winRateTitle), .lines, [("win_rate", .actual), ("lead_to_won", .member(1))]),
                    of: "win_rate"),
                withGoal(
                    chart("cycle", say(.cycleTitle), .lines, [("sales_cycle_days", .actual)]), of: "sales_cycle_days"),
            ] + metrics + measureTable("conversion-measures", title: say(.measuresByPeriod), measures)
            + breakdowns(
                "conversion", ["leads"] + rates + ["lead_to_won", "won", "win_rate", "average_deal", "sales_cycle_days"])
            + handOverBlocks()
    }

    private func conversionMessage() -> String {
        guard let leads = number("leads", now) else { return say(.leadsUndefined, value("leads").hint) }
        var texts = [say(.leadsMessage, periodNoun(period, isCapital: true), text(leads, format("leads")))]
        if let won = number("won", now), let lost = number("lost", now), let rate = number("win_rate", now) {
            texts.append(
                say(.winMessage, text(won, format("won")), text(lost, format("lost")), text(rate, format("win_rate"))))
        } else if let won = number("won", now) {
            texts.append(say(.wonMessage, text(won, format("won"))))
        }
        if let open = number("open_opportunities", now) {
            texts.append(say(.openMessage, text(open, format("open_opportunities"))))
        }
        return sentences(texts)
    }

    /// The funnel of the leads created in the period, and what happened in the period whenever the leads were created.
    private func funnel(_ stages: [String]) -> [Block] {
        let format = Format(.count, digits: 0)
        let names = stages.map { name(Measure.inPeriod(stage: $0)) }
        func bars(_ id: String, _ title: String, _ kind: Phrase, _ measures: [String]) -> Block {
            var series = [Chart.Series(name: say(kind), values: measures.map { number($0, now) }, role: .actual)]
            // What a young cohort comes to at the same age is not known.
            if let count = usualCount, measures.contains(where: { usual($0) != nil }), kind == .inPeriodShort {
                let name = say(.usualOf, text(Number(count), Format(.count, digits: 0)))
                series.append(Chart.Series(name: name, values: measures.map(usual), role: .yearBefore))
            }
            return chart(id, title, .bars, categories: names, series, format: format)
        }
        let rows = stages.indices.map { index -> Table.Row in
            let (cohort, own) = (Measure.cohort(stage: stages[index]), Measure.inPeriod(stage: stages[index]))
            let rate = index > 0 ? "\(stages[index - 1])_to_\(stages[index])" : ""
            return Table.Row([
                .text(names[index]), .value(value(cohort)), context.catalogue[rate] != nil ? .value(value(rate)) : .empty,
                .value(value(own)),
            ])
        }
        let table = Table(
            id: "funnel-table", title: say(.funnelTable, heading(period)),
            columns: [
                Table.Column(say(.stage)), Table.Column(say(.cohortCount), isNumeric: true),
                Table.Column(say(.stageRate), isNumeric: true), Table.Column(say(.inPeriodCount), isNumeric: true),
            ], rows: rows, isFolded: true)
        return [
            bars("funnel", say(.funnelCohort, heading(period)), .cohortShort, stages.map(Measure.cohort)),
            bars("funnel-in-period", say(.funnelInPeriod, heading(period)), .inPeriodShort, stages.map(Measure.inPeriod)),
            .table(table), .note(say(period.isToDate ? .funnelNoteToDate : .funnelNote, dayText(context.asOf))),
        ]
    }
}
