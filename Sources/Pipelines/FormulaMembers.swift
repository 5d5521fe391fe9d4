import Facts
import Intake
import Metrics
import RollUps

extension Run {
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
