import Facts
import Intake
import Metrics
import RollUps

extension Run {
    /// A finding for each target whose quarters or months do not come to it.
    func goalsApart(_ rollUp: LocalRollUp) -> [Finding] {
        GoalTree(rollUp.facts.targets, configuration.catalogue, configuration.calendar).apart.compactMap { goal in
            guard let parts = goal.parts, let value = parts.value else { return nil }
            return Finding(
                .targetsApart, file: "",
                [
                    "metric": "`\(goal.subject.id)`"
                        + (goal.dimension.isEmpty ? "" : " (\(goal.dimension) `\(goal.member)`)"),
                    "period": goal.period.name, "value": goal.value.significant(), "sum": value.significant(),
                    "parts": parts.rule == .last ? parts.last : "\(parts.first) … \(parts.last)",
                ])
        }
    }
}
