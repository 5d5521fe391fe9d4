import Metrics

/// The words of recurring beside one-off revenue, and of revenue per head.
enum MixPhrase: Sendable, CaseIterable {
    case title, month, recurring, oneOff, total, share, crossing, alwaysMore, notYet, dip, noDip, recovered, notRecovered
    case headsTitle, teamsTitle, arr, heads, arrPerHead, newARR, newARRPerHead, team, noHeads

    /// The phrase in a language with its parts filled in; see ``Phrase/text(_:_:)``.
    func text(_ language: Language, _ parts: [String] = []) -> String {
        language == .en ? Phrase.fill(english, parts) : ExplanationPhrase.spaced(Phrase.fill(chinese, parts))
    }

    /// In English, with places for its parts.
    var english: String {
        switch self {
        case .title: "Recurring (mean ARR of the month ÷ 12) beside one-off revenue, {0}"
        case .month: "Month"
        case .recurring: "Recurring"
        case .oneOff: "One-off"
        case .total: "Together"
        case .share: "Recurring, share"
        case .crossing: "Recurring revenue has been above one-off since {0} ({1} against {2})."
        case .alwaysMore: "In every month shown more recurs than not."
        case .notYet: "In no whole month yet does more recur than not."
        case .dip: "Both together fell from {0} in {1} to {2} in {3}"
        case .noDip: "Both together have not fallen in any whole month shown."
        case .recovered: "and were back in {0}."
        case .notRecovered: "and are not back yet."
        case .headsTitle: "Revenue per full-time equivalent at the month's end, by month"
        case .teamsTitle: "ARR per head by month and team"
        case .arr: "ARR"
        case .heads: "Full-time equivalents"
        case .arrPerHead: "ARR per head"
        case .newARR: "New ARR"
        case .newARRPerHead: "New ARR per head"
        case .team: "Team"
        case .noHeads: "no headcount of the 92 days to {0}"
        }
    }

    /// In Chinese, with the same places.
    var chinese: String {
        switch self {
        case .title: "各月经常性收入（当月平均 ARR ÷ 12）与一次性收入（{0}）"
        case .month: "月份"
        case .recurring: "经常性收入"
        case .oneOff: "一次性收入"
        case .total: "合计"
        case .share: "经常性收入占比"
        case .crossing: "自 {0} 起，经常性收入超过一次性收入（{1} 对 {2}）。"
        case .alwaysMore: "所列各月经常性收入均高于一次性收入。"
        case .notYet: "尚无完整月份的经常性收入高于一次性收入。"
        case .dip: "两者合计由 {1} 的 {0} 降至 {3} 的 {2}"
        case .noDip: "所列完整月份中两者合计没有下降。"
        case .recovered: "，于 {0} 恢复。"
        case .notRecovered: "，尚未恢复。"
        case .headsTitle: "各月人效（按月末全职等效人数）"
        case .teamsTitle: "各团队各月人均 ARR"
        case .arr: "ARR"
        case .heads: "全职等效人数"
        case .arrPerHead: "人均 ARR"
        case .newARR: "新客户 ARR"
        case .newARRPerHead: "人均新客户 ARR"
        case .team: "团队"
        case .noHeads: "截至 {0} 的 92 天内没有人数数据"
        }
    }
}
