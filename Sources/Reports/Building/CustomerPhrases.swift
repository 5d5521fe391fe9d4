import Metrics

/// The words of lists of customers and of the pipeline's coverage.
enum CustomerPhrase: Sendable, CaseIterable {
    case detractorsTitle, detractorsNote, noDetractors, known, scored, fromTo, coverageTitle, coverageNote, toGo, reached, open
    case winRate, averageDeal, expected, coverage, isReached, noRate

    /// The phrase in a language with its parts filled in; see ``Phrase/text(_:_:)``.
    func text(_ language: Language, _ parts: [String] = []) -> String {
        language == .en ? Phrase.fill(english, parts) : ExplanationPhrase.spaced(Phrase.fill(chinese, parts))
    }

    /// In English, with places for its parts.
    var english: String {
        switch self {
        case .detractorsTitle: "Detractors by ARR, latest answer in the {0} days to {1}"
        case .detractorsNote: "Customers whose latest answer is 6 or less: {0}, with {1} of ARR, {2} of all."
        case .noDetractors: "No customer's latest answer in the {0} days to {1} is 6 or less."
        case .known: "What the data says"
        case .scored: "answered {0} on {1}"
        case .fromTo: "{0} to {1}"
        case .coverageTitle: "Is the quarter's target covered by the pipeline?"
        case .coverageNote:
            "Expected is open opportunities × win rate (× average deal), both of the twelve months to {0}. Every open opportunity counts, "
                + "whenever it closes; what customers leave or cut is not in it."
        case .toGo: "To go"
        case .reached: "So far"
        case .open: "Open opportunities"
        case .winRate: "Win rate, 12 months"
        case .averageDeal: "Average deal, 12 months"
        case .expected: "Expected"
        case .coverage: "Coverage"
        case .isReached: "the target is reached"
        case .noRate: "twelve months of won and lost leads are not known"
        }
    }

    /// In Chinese, with the same places.
    var chinese: String {
        switch self {
        case .detractorsTitle: "贬损者（按 ARR），取截至 {1} 的 {0} 天内最近一次回答"
        case .detractorsNote: "最近一次回答不高于 6 分的客户共 {0} 家，ARR 合计 {1}，占全部的 {2}。"
        case .noDetractors: "截至 {1} 的 {0} 天内，没有客户的最近一次回答不高于 6 分。"
        case .known: "数据中的原因"
        case .scored: "{1} 评 {0} 分"
        case .fromTo: "{0} → {1}"
        case .coverageTitle: "商机能否覆盖本季度目标？"
        case .coverageNote: "预期 = 未关闭商机 × 赢单率（× 平均单价），后两者取截至 {0} 的十二个月。全部未关闭商机都计入，不论何时关闭；客户的流失与缩减不计入。"
        case .toGo: "尚差"
        case .reached: "已完成"
        case .open: "未关闭商机"
        case .winRate: "赢单率（12 个月）"
        case .averageDeal: "平均单价（12 个月）"
        case .expected: "预期"
        case .coverage: "覆盖率"
        case .isReached: "目标已达成"
        case .noRate: "十二个月的赢单与输单数据不全"
        }
    }
}
