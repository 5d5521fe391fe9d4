import Facts
import Languages
import Metrics
import RollUps

/// Voice of the customer: the net promoter score with its interval, and the words of those who would not recommend.
extension Composer {
    func voice() -> [Block] {
        let metrics = metricTable(.voice)
        if let absence = absence(.nps) { return [absence] + metrics }
        var blocks: [Block] = [.headline(name: name("nps"), value: value("nps"), detail: intervalInWords())]
        blocks += whyChanged(.voice) + voiceCharts() + metrics
        blocks += measureTable(
            "voice-measures", title: say(.measuresByPeriod),
            ["nps_responses", "nps_promoters", "nps_passives", "nps_detractors", "nps_invited", "nps_answered"])
        blocks += breakdowns(
            "voice",
            ["nps_responses", "nps_promoters", "nps_passives", "nps_detractors", "nps", "nps_margin", "nps_response_rate"])
        return blocks + detractorsByARR() + detractors()
    }

    /// The interval drawn: 100 (p − d) ± margin within ±100, with the adjusted shares of the margin's formula.
    ///
    /// Source: metric catalogue, `nps_margin`.
    func interval(_ period: Int) -> (low: Number, high: Number)? {
        guard let responses = number("nps_responses", period), let promoters = number("nps_promoters", period),
            let detractors = number("nps_detractors", period), let margin = number("nps_margin", period),
            let middle = Number(100) * (promoters - detractors) / (responses + Number(3))
        else { return nil }
        func held(_ number: Number) -> Number {
            if Number.less(number, Number(-100)) { return Number(-100) }
            return Number.less(Number(100), number) ? Number(100) : number
        }
        return (held(middle - margin), held(middle + margin))
    }

    private func intervalInWords() -> String {
        let format = format("nps")
        guard let interval = interval(now), let responses = number("nps_responses", now) else {
            return say(.noResponses, periodNoun(period))
        }
        return say(
            .intervalMessage, text(interval.low, format), text(interval.high, format),
            text(responses, Format(.count, digits: 0)))
    }

    private func voiceCharts() -> [Block] {
        let intervals = context.periods.indices.map { interval($0) }
        let lines = [
            Chart.Series(name: name("nps"), values: series("nps"), role: .actual),
            Chart.Series(name: say(.intervalLow), values: intervals.map { $0?.low }, role: .bound),
            Chart.Series(name: say(.intervalHigh), values: intervals.map { $0?.high }, role: .bound),
        ]
        let shares: [(id: String, role: Chart.Series.Role)] = [
            ("nps_promoters", .favourable), ("nps_passives", .member(5)), ("nps_detractors", .unfavourable),
        ]
        return [
            withGoal(chart("nps", say(.npsTitle), .intervals, lines, format: format("nps")), of: "nps"),
            chart("nps-answers", say(.answersTitle), .stackedColumns, shares),
        ]
    }

    /// How many detractors' words are shown.
    private static let mostComments = 6

    /// What the newest detractors wrote.
    private func detractors() -> [Block] {
        guard let surveys = context.rollUp.facts.surveys else { return [] }
        let ranks = context.rollUp.customerRanks
        func customer(_ row: Int) -> UInt32 { surveys.customers?[row] ?? 0 }
        let rows = (0..<surveys.count).lazy.filter { row in
            (0...6).contains(surveys.scores[row]) && surveys.responded[row].isFinite
                && surveys.responded[row] <= context.asOf && !surveys.comments[row].isEmpty
        }.first(Composer.mostComments) { a, b in
            if surveys.responded[a] != surveys.responded[b] { return surveys.responded[a] > surveys.responded[b] }
            if customer(a) != customer(b) { return ranks[Int(customer(a))] < ranks[Int(customer(b))] }
            if surveys.scores[a] != surveys.scores[b] { return surveys.scores[a] < surveys.scores[b] }
            return precedes(surveys.comments[a], surveys.comments[b])
        }
        if context.withheld.contains(.comments) { return [] }
        guard !rows.isEmpty else { return [.note(say(.noComments))] }
        let cells = rows.map { row in
            Table.Row([
                .text(customerName(customer(row))), .day(surveys.responded[row]), count(Int(surveys.scores[row])),
                .text(surveys.comments[row]),
            ])
        }
        let columns = [
            Table.Column(say(.customer)), Table.Column(say(.day), card: .when),
            Table.Column(say(.score), isNumeric: true, card: .due), Table.Column(say(.comment), card: .text),
        ]
        return [.table(Table(id: "detractors", title: say(.detractorsTitle), columns: columns, rows: cells, look: .cards))]
    }
}
