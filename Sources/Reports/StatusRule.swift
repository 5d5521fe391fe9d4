public import Metrics

/// How a value is judged against what is due of a target: what the workbook's formula of a status is made from.
public struct StatusRule: Sendable {
    /// The columns of the row that hold the value so far and what is due by now.
    public var actual, due: Int
    /// Whether less is better.
    public var isLowerBetter: Bool
    /// Whether it is a percent metric, which from a due of ``Standing/Limits/pointsFrom`` on is judged by the gap in points.
    public var isPercent: Bool
    /// How far from good a value may be.
    public var limits: Standing.Limits
    /// The words for on track, watch and off track.
    public var onTrack, watch, offTrack: String

    /// What stands in a cell: shape and word.
    func text(_ status: Status) -> String {
        switch status {
        case .good: status.symbol + " " + onTrack
        case .watch: status.symbol + " " + watch
        case .bad: status.symbol + " " + offTrack
        case .none: ""
        }
    }
}
