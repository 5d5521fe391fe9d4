import Metrics

/// The words of what is handed over between departments.
enum HandOverPhrase: Sendable, CaseIterable {
    case waitingTitle, between, waits, waiting, upTo, fromTo, over, recentMedian, longest, notYet, withoutARR,
        someWithoutCustomer
    case message, older, nothingWaits, lead, mql, sql, opportunity, won, ofLeads, ofMQLs, ofSQLs, ofOpportunities
    case marketing, sales, marketingToSales, salesToSuccess
    case answersTitle, recent, answered, inTime, inTimeShare, waitingForAnswer, noOwners, noAnswers, noneNamed,
        others
    case qualityTitle, leads, reached, toStage

    /// The phrase in a language with its parts filled in; see ``Phrase/text(_:_:)``.
    func text(_ language: Language, _ parts: [String] = []) -> String {
        language == .en ? Phrase.fill(english, parts) : ExplanationPhrase.spaced(Phrase.fill(chinese, parts))
    }

    /// In English, with places for its parts.
    var english: String {
        switch self {
        case .waitingTitle: "What waits between departments, {0}: neither won nor lost, since the furthest stage was reached"
        case .between: "Who hands over"
        case .waits: "What waits"
        case .waiting: "Waiting"
        case .upTo: "Up to {0} {0|day|days}"
        case .fromTo: "{0} to {1} days"
        case .over: "Over {0} days"
        case .recentMedian: "Median up to {0} days"
        case .longest: "Longest, days"
        case .notYet: "{0}, not yet {1}"
        case .withoutARR: "Won, customer without ARR yet"
        case .someWithoutCustomer: "{0} won name no customer, so that it is not known whether they wait."
        case .message: "{0}: {1} {1|waits|wait} since up to {2} days ({3}), in the median {4} {4|day|days}."
        case .older: "{0} older {0|one was|ones were} never closed."
        case .nothingWaits: "Nothing waits between departments."
        case .lead: "lead"
        case .mql: "MQL"
        case .sql: "SQL"
        case .opportunity: "opportunity"
        case .won: "won"
        case .ofLeads: "Leads"
        case .ofMQLs: "MQLs"
        case .ofSQLs: "SQLs"
        case .ofOpportunities: "Opportunities"
        case .marketing: "Marketing"
        case .sales: "Sales"
        case .marketingToSales: "Marketing → sales"
        case .salesToSuccess: "Sales → customer success"
        case .answersTitle:
            "Who answers within {2} minutes: leads of the {0} days to {1}, and all unanswered that are neither won nor lost"
        case .recent: "Leads"
        case .answered: "Answered"
        case .inTime: "In time"
        case .inTimeShare: "In time, share"
        case .waitingForAnswer: "Unanswered"
        case .noOwners: "No file says who looks after leads, so that answers are not told by owner."
        case .noAnswers: "No file says when leads were answered."
        case .noneNamed: "(no owner)"
        case .others: "Other ({0})"
        case .qualityTitle: "What leads come to by channel, created in the twelve months to {0}"
        case .leads: "Leads"
        case .reached: "Reached: {0}"
        case .toStage: "Lead → {0}"
        }
    }

    /// In Chinese, with the same places.
    var chinese: String {
        switch self {
        case .waitingTitle: "部门之间有什么在等待（{0}）：既未赢单也未输单，自到达最远阶段起"
        case .between: "交接双方"
        case .waits: "等待事项"
        case .waiting: "等待数"
        case .upTo: "不超过 {0} 天"
        case .fromTo: "{0} 至 {1} 天"
        case .over: "超过 {0} 天"
        case .recentMedian: "{0} 天以内的中位天数"
        case .longest: "最长天数"
        case .notYet: "{0}，尚未到{1}"
        case .withoutARR: "已赢单，客户尚无 ARR"
        case .someWithoutCustomer: "{0} 个赢单未注明客户，无法得知是否在等待。"
        case .message: "{0}：有 {1} 个等待不超过 {2} 天（{3}），中位 {4} 天。"
        case .older: "另有 {0} 个更早的一直未关闭。"
        case .nothingWaits: "部门之间没有等待事项。"
        case .lead, .ofLeads: "线索"
        case .mql, .ofMQLs: "MQL"
        case .sql, .ofSQLs: "SQL"
        case .opportunity, .ofOpportunities: "商机"
        case .won: "赢单"
        case .marketing: "市场"
        case .sales: "销售"
        case .marketingToSales: "市场 → 销售"
        case .salesToSuccess: "销售 → 客户成功"
        case .answersTitle: "谁在 {2} 分钟内响应：截至 {1} 的 {0} 天内的线索，以及既未赢单也未输单的全部未响应线索"
        case .recent: "线索"
        case .answered: "已响应"
        case .inTime: "及时"
        case .inTimeShare: "及时率"
        case .waitingForAnswer: "未响应"
        case .noOwners: "没有文件注明线索负责人，因此不按负责人列出响应情况。"
        case .noAnswers: "没有文件注明线索的响应时间。"
        case .noneNamed: "（无负责人）"
        case .others: "其他（{0}）"
        case .qualityTitle: "各渠道线索的去向：截至 {0} 的十二个月内创建的线索"
        case .leads: "线索"
        case .reached: "到达{0}"
        case .toStage: "线索 → {0}"
        }
    }
}
