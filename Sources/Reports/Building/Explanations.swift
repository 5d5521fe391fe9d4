import Facts
public import Metrics
public import RollUps

/// Which metrics stand on the scorecard, and why they changed.
extension ReportContext {
    /// The metrics of the scorecard, as far as their sources exist; the north star comes first and those with targets last.
    private static let scorecard = [
        "arr", "net_new_arr", "customers", "nrr", "grr", "cac", "cac_payback_months", "ltv_cac", "magic_number", "win_rate",
        "pipeline_velocity", "nps", "active_rate", "health_score",
    ]

    /// The metrics of the scorecard, in its order.
    func scorecardMetrics(_ standings: [Standing]) -> [Metric] {
        var ids =
            [northStar]
            + ReportContext.scorecard.filter { id in
                catalogue[id]?.leaves.allSatisfy { leaf in
                    catalogue.measure(leaf.measure).map { rollUp.firstEvent($0.measure.source) != nil } ?? false
                } ?? false
            }
        ids += standings.filter { $0.dimension.isEmpty }.map(\.subject.id)
        var seen: Set<String> = []
        return ids.filter { seen.insert($0).inserted }.compactMap { catalogue[$0] }
    }

    /// What the reported period is compared with: the period before and, where that is another one, a year ago.
    public var comparisons: [Comparison] {
        let period = periods[periods.count - 1]
        let before = Comparison(period, against: calendar.before(period))
        return grain == .year ? [before] : [before, Comparison(yearBefore: period, calendar)]
    }

    /// Splits changes along the pipeline's dimensions, by the members that were evaluated.
    public var explainer: Explainer<LocalRollUp> {
        var members = [[UInt32]](repeating: [], count: rollUp.members.dimensions.count)
        for case .member(let dimension, let code) in evaluation.slices { members[dimension].append(code) }
        return Explainer(rollUp, catalogue: catalogue, members: members)
    }

    /// Why each metric of the scorecard changed in the reported period: against the period before, and against a year ago.
    ///
    /// Nothing of a period to date, and of metrics that still mature, as neither is compared; nor of what is undefined on either side.
    public func explained() -> [Explanation] {
        guard !periods[periods.count - 1].isToDate else { return [] }
        let metrics = scorecardMetrics(standings(self)).filter { metric in
            !metric.leaves.contains { catalogue.measure($0.measure)?.measure.isMaturing == true }
        }
        let (explainer, comparisons) = (explainer, comparisons)
        return concurrently(metrics.count) { index in
            comparisons.compactMap { explainer.fullExplanation(of: metrics[index], $0) }
        }.flatMap { $0 }
    }
}
