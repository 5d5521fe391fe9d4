import Facts
import Languages
import Metrics

/// What the brief draws, and the bars of its targets.
extension Composer {
    /// How many charts there are at most.
    private static let mostCharts = 3
    /// What is drawn where there are not enough targets.
    private static let usualCharts = ["arr", "nrr", "customers"]

    /// The north star over the periods shown, then what stands worst against its target: what comes in by period as columns, all else
    /// as lines, with the target where it holds for the whole period.
    func briefCharts(_ standings: [Standing]) -> [Chart] {
        let leading = leadingStandings(standings)
        var ids: [String] = []
        for id in [context.northStar] + leading.map(\.subject.id) + Composer.usualCharts
        where !ids.contains(id) && context.catalogue.subject(id) != nil {
            ids.append(id)
        }
        let drawn = ids.filter { id in context.periods.indices.count { number(id, $0) != nil } > 1 }
        return drawn.prefix(Composer.mostCharts).compactMap { id in
            briefChart(id, leading.first { $0.subject.id == id })
        }
    }

    private func briefChart(_ id: String, _ standing: Standing?) -> Chart? {
        guard let subject = context.catalogue.subject(id) else { return nil }
        let due = context.judge.due(of: subject)
        var series = [Chart.Series(name: name(id), values: series(id), role: .actual)]
        if let standing, case .whole = due {
            let goal = context.periods.map { _ in Number?.some(standing.goal) }
            series.append(Chart.Series(name: say(.target) + " " + periodName(standing.whole), values: goal, role: .target))
        }
        let format = format(id)
        let title = format.kind == .money ? say(.nameAndUnit, name(id), context.currency.code) : name(id)
        let isFlow = if case .shareOfDays = due { true } else { false }
        guard case .chart(let chart) = chart("brief-" + id, title, isFlow ? .columns : .lines, series, format: format) else {
            return nil
        }
        return chart
    }
}

extension Brief.Bar {
    /// A standing as a bar; nil where its shares say nothing, as the target is not above 0. Of what is below 0 nothing is reached.
    init?(_ standing: Standing) {
        guard standing.goal.signum > 0, let actual = standing.actual,
            let share = (actual.signum < 0 ? Number.zero : actual) / standing.goal
        else { return nil }
        let (whole, most) = (Number(1), Number(5, over: 4))
        func least(_ a: Number, _ b: Number) -> Number { Number.less(b, a) ? b : a }
        func over(_ a: Number, _ b: Number) -> Number { Number.less(b, a) ? a - b : .zero }
        if standing.subject.better == .lower {
            self.init(reached: least(share, whole), missing: over(least(share, most), whole), rest: over(whole, share))
            return
        }
        let reached = least(share, most)
        let due = standing.due.flatMap { $0 / standing.goal }.map { least($0, whole) } ?? .zero
        let missing = over(due, reached)
        self.init(reached: reached, missing: missing, rest: over(over(whole, reached), missing))
    }
}
