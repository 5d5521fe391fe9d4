import Facts
import Languages
import Metrics
import RollUps

/// What charts over the periods show besides what was: the target, where the metric has one, and what it comes to at this pace.
extension Composer {
    /// A chart whose first series is a metric's, with its target and projection.
    ///
    /// - A target of one of the periods shown stands at that period. That of a longer one which is going on holds at all its periods where it is
    ///   one of a rate; of what adds up each has its share by days; a stock is due on the way from where it was at the start.
    /// - A stock's chart goes on to the end of that period, with what it comes to at the pace so far.
    func withGoal(_ block: Block, of id: String) -> Block {
        guard case .chart(var chart) = block, chart.kind == .intervals || chart.series.count <= 2,
            let subject = context.catalogue.subject(id), let standing = leadingStanding(id, of: standings())
        else { return block }
        let rule = context.judge.due(of: subject)
        // Columns stand on what adds up; a level that holds at any time is no amount of a period.
        if chart.kind == .columns, case .wayFromStart = rule { return block }
        let (whole, own) = (standing.whole, ownGoals(id))
        var start: Number?
        if case .wayFromStart = rule {
            start = subject.resolved.value { context.rollUp.value($0, context.calendar.before(whole), .total) }
        }
        let days = Int128(whole.end - whole.start + 1)
        var goals = context.periods.map { period -> Number? in
            if let goal = own[context.calendar.period(context.grain, holding: period.start)], !period.isToDate { return goal }
            guard whole.start <= period.start, period.end <= whole.end else { return nil }
            switch rule {
            case .whole: return standing.goal
            case .shareOfDays: return standing.goal * Number(Int128(period.end - period.start + 1), over: days)
            case .wayFromStart:
                let share = Number(Int128(period.end - whole.start + 1), over: days)
                return start.map { $0 + (standing.goal - $0) * share }
            }
        }
        guard goals.contains(where: { $0 != nil }) else { return block }
        var projection: [Number?] = []
        if case .wayFromStart = rule, period.end < whole.end {
            chart.categories.append(say(.endOf, periodName(whole)))
            for index in chart.series.indices { chart.series[index].values.append(nil) }
            goals.append(standing.goal)
            if let ahead = standing.projection, let value = number(id, now) {
                projection = context.periods.map { _ in nil }
                projection[now] = value
                projection.append(ahead)
            }
        }
        chart.series.append(Chart.Series(name: say(.target), values: goals, role: .target))
        if !projection.isEmpty {
            chart.series.append(Chart.Series(name: say(.atThisPace), values: projection, role: .projection))
        }
        chart.alternative = sentences([chart.alternative, say(.labelled, say(.target), inWords(standing))])
        return .chart(chart)
    }

    /// The targets of a metric, in total, by their periods; the later row wins.
    private func ownGoals(_ id: String) -> [Period: Number] {
        var goals: [Period: Number] = [:]
        for target in context.rollUp.facts.targets where target.metric == id && target.dimension.isEmpty {
            if let whole = context.calendar.period(named: target.period) { goals[whole] = target.value.number }
        }
        return goals
    }

    /// How many periods before the reported one say what is usual, and the fewest that do.
    private static let (usualPeriods, fewestUsual) = (12, 4)

    /// How many periods before the reported one say what is usual: those shown, at most twelve; nil where they are too few.
    var usualCount: Int? {
        let count = min(now, Composer.usualPeriods)
        return period.isToDate || count < Composer.fewestUsual ? nil : count
    }

    /// What a measure usually comes to: the median of the periods before the reported one; nil where it is undefined in one of them.
    func usual(_ id: String) -> Number? {
        guard let count = usualCount else { return nil }
        let values = series(id).dropLast().suffix(count)
        guard !values.contains(nil) else { return nil }
        return Spread.median(values.compactMap(\.self))
    }
}
