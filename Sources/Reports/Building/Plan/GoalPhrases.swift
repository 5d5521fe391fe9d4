import Metrics

/// The words of goals and their parts.
enum GoalPhrase: Sendable, CaseIterable {
    case gap, weeksLeft, perWeek, over, reached, limitPassed, atMost, noWeekly
    case title, until, parts, difference, addsUp, apart, someKnown, soFar, apartMessage, quarters, months, lastOf, sumOf

    /// The phrase in a language with its parts filled in; see ``Phrase/text(_:_:)``.
    func text(_ language: Language, _ parts: [String] = []) -> String {
        language == .en ? Phrase.fill(english, parts) : ExplanationPhrase.spaced(Phrase.fill(chinese, parts))
    }

    /// In English, with places for its parts.
    var english: String {
        switch self {
        case .gap: "Gap to target"
        case .weeksLeft: "Weeks left"
        case .perWeek: "Gap per week left"
        case .over: "the target's period is over"
        case .reached: "the target is reached"
        case .limitPassed: "the limit is passed"
        case .atMost: "at most so much a week keeps within the limit"
        case .noWeekly: "a rate or mean has no amount a week"
        case .title: "Goals from the year to quarters and months"
        case .until: "By"
        case .parts: "Parts come to"
        case .difference: "Parts less target"
        case .addsUp: "adds up"
        case .apart: "does not add up"
        case .someKnown: "{0} of {1} {2}"
        case .soFar: "So far"
        case .apartMessage: "Goals that do not add up: {0}."
        case .quarters: "quarters"
        case .months: "months"
        case .lastOf: "{0} {1}: target {2}, the last of its {3} {4}"
        case .sumOf: "{0} {1}: target {2}, its {3} together {4}"
        }
    }

    /// In Chinese, with the same places.
    var chinese: String {
        switch self {
        case .gap: "与目标差距"
        case .weeksLeft: "剩余周数"
        case .perWeek: "剩余每周所需"
        case .over: "目标期间已结束"
        case .reached: "目标已达成"
        case .limitPassed: "已超过上限"
        case .atMost: "每周不超过此数即可不超上限"
        case .noWeekly: "比率或平均值没有每周数额"
        case .title: "目标分解：年、季、月"
        case .until: "截止日期"
        case .parts: "分解合计"
        case .difference: "分解减目标"
        case .addsUp: "一致"
        case .apart: "不一致"
        case .someKnown: "{1} 个{2}中有 {0} 个"
        case .soFar: "目前"
        case .apartMessage: "目标分解不一致：{0}。"
        case .quarters: "季度"
        case .months: "月份"
        case .lastOf: "{0} {1}：目标 {2}，最后一个{3}为 {4}"
        case .sumOf: "{0} {1}：目标 {2}，各{3}合计 {4}"
        }
    }
}
