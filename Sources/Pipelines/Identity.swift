import Facts
import Intake
import Metrics
import RollUps

extension Run {
    /// Holds what a period opens with and its movements against what it closes with, in total against each customer's own ARR, and for
    /// every member; gives the finding where the gate warns.
    ///
    /// - Throws: Status 65 where the identity does not hold.
    func judgeIdentity(_ rollUp: LocalRollUp, _ evaluation: Evaluation) throws(PipelineError) -> [Finding] {
        let action = configuration.sources[.subscriptions, default: SourceRules()].action(.identity)
        guard action != .off, let broken = Identity(rollUp).broken(evaluation.periods, evaluation.slices) else { return [] }
        guard action == .stop else { return [broken] }
        throw PipelineError(.dataError, "\(broken.message) [\(broken.code)]", hint: broken.hint)
    }
}

/// Opening ARR + movements = closing ARR.
struct Identity {
    private let rollUp: LocalRollUp

    init(_ rollUp: LocalRollUp) { self.rollUp = rollUp }

    /// The first period in which it does not hold; nil where it always does.
    func broken(_ periods: [Period], _ slices: [Slice]) -> Finding? {
        let ownByDay = rollUp.moneyOfCustomers(at: Set(periods.map(\.end)).sorted())
        for period in periods {
            let frame = Frame(period)
            // Of all slices at once: where a measure is defined is settled once a period.
            func values(_ id: String) -> [Number?] { rollUp.values(id, frame, slices) }
            let (openings, closings) = (values("arr_opening"), values("arr_closing"))
            let (news, expansions, reactivations) = (values("arr_new"), values("arr_expansion"), values("arr_reactivation"))
            let (contractions, churns) = (values("arr_contraction"), values("arr_churn"))
            for (place, slice) in slices.enumerated() {
                guard let opening = openings[place], let closing = closings[place], let new = news[place],
                    let expansion = expansions[place], let reactivation = reactivations[place],
                    let contraction = contractions[place], let churn = churns[place]
                else { continue }
                let movements = new + expansion + reactivation - contraction - churn
                let own = slice == .total ? ownByDay[period.end]! : closing
                guard opening + movements != closing || own != closing else { continue }
                func text(_ number: Number) -> String { number.fixed(2) }
                return Finding(
                    .arrIdentity, file: "",
                    [
                        "period": period.name, "opening": text(opening), "movements": text(movements),
                        "closing": text(opening + movements == closing ? own : closing),
                    ])
            }
        }
        return nil
    }
}

extension LocalRollUp {
    /// By day the sum of each customer's ARR at its end; the days ascend.
    fileprivate func moneyOfCustomers(at days: [Day]) -> [Day: Number] {
        let revenue = revenue
        let parts = Facts.sums(
            over: 0..<revenue.customerCount, by: 1 << 14, startingWith: { [Int128](repeating: 0, count: days.count) }
        ) { sums, customers in
            revenue.forEachCustomer(in: customers, at: days) { _, levels in
                for place in days.indices { sums[place] += levels[place] }
            }
        }
        let sums = days.indices.map { day in parts.reduce(0) { $0 + $1[day] } }
        return [Day: Number](uniqueKeysWithValues: zip(days, sums.map(money)))
    }
}
