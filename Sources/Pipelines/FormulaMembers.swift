import Facts
import Intake
import Metrics
import RollUps

extension Run {
    /// What the data says against formulas: members and figures that it does not have, and what does not fit together.
    func judgeFormulas(_ rollUp: LocalRollUp, in period: Period) -> [Finding] {
        unknownFormulaMembers(rollUp) + unknownFigures(rollUp) + lateFigures(rollUp, in: period) + misfits(rollUp)
            + goalsApart(rollUp)
    }

    /// Says that customers' terms most often follow one another a day late, where nobody has decided what `end_date` holds.
    func oneDayGaps(_ rollUp: LocalRollUp, _ intake: IntakeResult) -> [Finding] {
        let gaps = rollUp.revenue.oneDayGaps
        guard rollUp.facts.terms?.origin == .subscriptions, intake.endDates == .firstDayWithout,
            configuration.sources[.subscriptions]?.endDate == nil, gaps.count >= 5, gaps.count * 2 >= gaps.all
        else { return [] }
        let currency = rollUp.facts.currency
        return [
            Finding(
                .oneDayGaps, file: "", column: "end_date",
                ["count": gaps.count, "all": gaps.all, "money": currency.text(gaps.arr), "currency": currency.code])
        ]
    }

    /// A finding for each figure that formulas name and that no file has.
    private func unknownFigures(_ rollUp: LocalRollUp) -> [Finding] {
        let known = rollUp.facts.figures?.list.map { Figure.canonical($0.name) } ?? []
        let keys = Set(known.map(Figure.key))
        return configuration.catalogue.figures.compactMap { id in
            let name = String(id.dropFirst(Measure.figurePrefix.count))
            guard !keys.contains(Figure.key(name)) else { return nil }
            let metrics = configuration.catalogue.metrics.filter { $0.leaves.contains { $0.measure == id } }
            // A hidden metric that no other names is nobody's.
            guard !metrics.isEmpty else { return nil }
            let near = nearest(name, in: known).map { "did you mean `\($0)`? " } ?? ""
            return Finding(
                .unknownFigure, file: "",
                ["metrics": metrics.map { "`\($0.id)`" }.joined(separator: ", "), "figure": name, "near": near])
        }
    }

    /// A finding for each flow in formulas that had values in each of the last three periods up to its newest one, and has none in the
    /// period reported: there it counts as 0.
    private func lateFigures(_ rollUp: LocalRollUp, in period: Period) -> [Finding] {
        guard let figures = rollUp.facts.figures else { return [] }
        let keys = Set(configuration.catalogue.figures.map { Figure.key(String($0.dropFirst(Measure.figurePrefix.count))) })
        return figures.list.indices.compactMap { place in
            let figure = figures.list[place]
            guard figure.kind == .flow, keys.contains(Figure.key(figure.name)) else { return nil }
            let rows = (0..<figures.count).filter {
                Int(figures.figures[$0]) == place && figures.starts[$0] <= asOf && figures.values[$0] != 0
            }
            guard let newest = rows.lazy.map({ min(figures.ends[$0], asOf) }).max(), newest < period.start else { return nil }
            var expected = configuration.calendar.period(configuration.grain, holding: newest)
            for _ in 0..<3 {
                guard rows.contains(where: { figures.starts[$0] <= expected.end && figures.ends[$0] >= expected.start }) else {
                    return nil
                }
                expected = configuration.calendar.before(expected)
            }
            return Finding(.lateFigure, file: "", ["figure": figure.name, "day": newest, "period": period.name])
        }
    }

    /// A finding for each metric that adds or compares what does not fit together by what the files say of figures.
    private func misfits(_ rollUp: LocalRollUp) -> [Finding] {
        let figures = rollUp.facts.figures?.list ?? []
        return configuration.catalogue.metrics.compactMap { metric in
            guard metric.leaves.contains(where: { $0.measure.hasPrefix(Measure.figurePrefix) }),
                let (left, right) = configuration.catalogue.misfit(metric, figures)
            else { return nil }
            return Finding(.figureUnits, file: "", ["metric": "`\(metric.id)`", "left": left, "right": right])
        }
    }

    /// A finding for each member that formulas ask for by `only()` and that no row has.
    func unknownFormulaMembers(_ rollUp: LocalRollUp) -> [Finding] {
        var metrics: [MemberName: [String]] = [:]
        for metric in configuration.catalogue.metrics {
            for member in Set(metric.leaves.compactMap(\.only))
            where rollUp.slice(dimension: member.dimension, member: member.name) == nil {
                metrics[member, default: []].append("`\(metric.id)`")
            }
        }
        let found = metrics.sorted { precedes($0.key.description, $1.key.description) }
        return found.map { member, ids in
            let known = rollUp.members.dimensions.first { $0.name == member.dimension }?.members.texts ?? []
            let near = nearest(member.name, in: known.filter { !$0.isEmpty }).map { "did you mean “\($0)”? " } ?? ""
            return Finding(
                .unknownFormulaMember, file: "",
                ["metrics": ids.joined(separator: ", "), "dimension": member.dimension, "member": member.name, "near": near])
        }
    }
}
