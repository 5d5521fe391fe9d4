import Metrics

/// The words of the questions for decision.
enum DecisionPhrase: Sendable, CaseIterable {
    case heading, nothingToDecide, howToRead, speaksFor, speaksAgainst, goOnWith, brokeEven, willBreakEven, breaksEvenInTime,
        breaksEvenTooLate, noBreakEven, allAnswered, someAnswered, openQuestions, tooShort, launchNotReady, launchedUnready,
        tasksOverdue, tasksInTime, keepGoal, behindDue, atPace, raisePrices, nowAndThen, goOnSelling, thereAndOverall

    /// The phrase in a language with its parts filled in; see ``Phrase/text(_:_:)``.
    func text(_ language: Language, _ parts: [String] = []) -> String {
        language == .en ? Phrase.fill(english, parts) : ExplanationPhrase.spaced(Phrase.fill(chinese, parts))
    }

    /// In English, with places for its parts.
    var english: String {
        switch self {
        case .heading: "For decision"
        case .nothingToDecide: "The data puts no question: no initiative is under way, and nothing is off track or out of line."
        case .howToRead:
            "Put together from the data by rule. What speaks for a yes stands first, then what speaks against; the answer is yours."
        case .speaksFor: "▲ For: {0}"
        case .speaksAgainst: "▼ Against: {0}"
        case .goOnWith: "Go on with {0} as it is, change it, or stop?"
        case .brokeEven: "broke even on {0}; {1} spent, {2} gross profit so far"
        case .willBreakEven: "breaks even on {0} at the pace of the last 91 days; {1} spent, {2} gross profit so far"
        case .breaksEvenInTime: "breaks even on {0}, before it ends on {3}; {1} spent, {2} gross profit so far"
        case .breaksEvenTooLate: "breaks even on {0} only, after it ends on {3}; {1} spent, {2} gross profit so far"
        case .noBreakEven: "no break-even in sight at the pace of the last 91 days; {0} spent, {1} gross profit so far"
        case .allAnswered: "all {1} jobs, pains and gains of its customers are answered"
        case .someAnswered: "{0} of {1} jobs, pains and gains of its customers are answered"
        case .openQuestions: "{0} of the four questions {0|has|have} no answer"
        case .tooShort: "planned for {0} months, where {1} to {2} are usual"
        case .launchNotReady: "launch on {0} with {1} of {2} materials ready"
        case .launchedUnready: "launched on {0}, and {1} of {2} materials are ready"
        case .tasksOverdue: "{0} of {1} tasks {0|is|are} overdue"
        case .tasksInTime: "{0} of {1} tasks {0|is|are} done and none is overdue"
        case .keepGoal: "Keep the target of {0} for {1}?"
        case .behindDue: "{0} so far, {1} due by now, {2} by the end"
        case .atPace: "at the pace so far it comes to {0} of {1}"
        case .raisePrices: "Can prices rise?"
        case .nowAndThen: "{0} {1}, a year ago {2}"
        case .goOnSelling: "{0} {1}: go on as before?"
        case .thereAndOverall: "{0} {1}, in all {2}"
        }
    }

    /// In Chinese, with places for its parts.
    var chinese: String {
        switch self {
        case .heading: "待决策事项"
        case .nothingToDecide: "数据没有提出需要决策的问题：没有进行中的举措，也没有落后或异常之处。"
        case .howToRead: "由数据按规则列出。先列支持的理由，再列反对的理由；结论由您决定。"
        case .speaksFor: "▲ 支持：{0}"
        case .speaksAgainst: "▼ 反对：{0}"
        case .goOnWith: "{0}：照旧继续、调整，还是停止？"
        case .brokeEven: "已于 {0} 收支平衡；迄今投入 {1}，毛利 {2}"
        case .willBreakEven: "按最近 91 天的速度将于 {0} 收支平衡；迄今投入 {1}，毛利 {2}"
        case .breaksEvenInTime: "将于 {0} 收支平衡，早于计划结束日 {3}；迄今投入 {1}，毛利 {2}"
        case .breaksEvenTooLate: "要到 {0} 才收支平衡，晚于计划结束日 {3}；迄今投入 {1}，毛利 {2}"
        case .noBreakEven: "按最近 91 天的速度看不到收支平衡；迄今投入 {0}，毛利 {1}"
        case .allAnswered: "客户的 {1} 项任务、痛点与收益均有应对"
        case .someAnswered: "客户的 {1} 项任务、痛点与收益中仅 {0} 项有应对"
        case .openQuestions: "四个问题中有 {0} 个没有答案"
        case .tooShort: "计划 {0} 个月，通常需要 {1} 至 {2} 个月"
        case .launchNotReady: "将于 {0} 上市，{2} 项资料中 {1} 项就绪"
        case .launchedUnready: "已于 {0} 上市，{2} 项资料中仅 {1} 项就绪"
        case .tasksOverdue: "{1} 项任务中 {0} 项逾期"
        case .tasksInTime: "{1} 项任务中 {0} 项已完成，无逾期"
        case .keepGoal: "是否维持 {1} 的{0}目标？"
        case .behindDue: "迄今 {0}，按进度应为 {1}，期末目标 {2}"
        case .atPace: "按目前速度期末为 {0}，目标 {1}"
        case .raisePrices: "能否提价？"
        case .nowAndThen: "{0} {1}，一年前 {2}"
        case .goOnSelling: "{0} {1}：是否照旧？"
        case .thereAndOverall: "{0} {1}，整体 {2}"
        }
    }
}
