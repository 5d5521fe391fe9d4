import Metrics

/// The words that only headlines need.
enum HeadlinePhrase: Sendable, CaseIterable {
    case noneOff, off, offAndMore, moved, movedAlike, acquired, converted, scored, active, targetsOff, targetsAndActions,
        actionsOverdue, allDataIn

    /// The phrase in a language with its parts filled in; see ``Phrase/text(_:_:)``.
    func text(_ language: Language, _ parts: [String] = []) -> String {
        language == .en ? Phrase.fill(english, parts) : ExplanationPhrase.spaced(Phrase.fill(chinese, parts))
    }

    /// In English, with places for its parts.
    var english: String {
        switch self {
        case .noneOff: "No metric is off track"
        case .off: "Off track: {0}"
        case .offAndMore: "Off track: {0} and {1} more"
        case .moved: "{0} won and {1} lost: ARR went from {2} to {3}"
        case .movedAlike: "{0} won and {1} lost: ARR stays at {2}"
        case .acquired: "{0} new {0|customer|customers} at {1} each"
        case .converted: "{0} {0|lead|leads} came in, {1} {1|was|were} won"
        case .scored: "NPS is {0}; its 95% interval reaches from {1} to {2}"
        case .active: "{0} of customers are active; {1} of ARR is at risk"
        case .targetsOff: "{0} of {1} {1|target|targets} off track"
        case .targetsAndActions: "{0}, {1} {1|action|actions} overdue"
        case .actionsOverdue: "{0} {0|action|actions} overdue"
        case .allDataIn: "All data is in"
        }
    }

    /// In Chinese, with places for its parts.
    var chinese: String {
        switch self {
        case .noneOff: "没有指标落后"
        case .off: "落后：{0}"
        case .offAndMore: "落后：{0}，另有 {1} 项"
        case .moved: "赢得 {0}，失去 {1}：ARR 从 {2} 变为 {3}"
        case .movedAlike: "赢得 {0}，失去 {1}：ARR 仍为 {2}"
        case .acquired: "新客户 {0} 家，每家成本 {1}"
        case .converted: "新增线索 {0} 条，赢单 {1} 条"
        case .scored: "NPS 为 {0}；95% 区间为 {1} 至 {2}"
        case .active: "{0} 的客户活跃；{1} 的 ARR 有风险"
        case .targetsOff: "{1} 项目标中 {0} 项落后"
        case .targetsAndActions: "{0}，{1} 项行动逾期"
        case .actionsOverdue: "{0} 项行动逾期"
        case .allDataIn: "数据已全部到齐"
        }
    }
}
