import Metrics

/// The words that only the brief needs.
enum BriefPhrase: Sendable, CaseIterable {
    case subject, headline, noTargets, offTrackCount, noneOffTrack, allOnTrack
    case onPlan, onPlanNo, onPlanWatch, onPlanYes, onPlanUnknown, metricAndOwner, soFarAndDue, moreTargets
    case changed, changedAnswer, changedNothing, nowAndBefore
    case act, actAnswer, actNobody, ofDue, moreOffTrack, overdueTasks, morePeople
    case dataIn, dataYes, dataGaps, upTo, rejectedMoneyNote
    case grewBut, grewAnd, fellBut, fellAnd, flatAnd, onPlanNamed, behindPlan, namesAnd, shareOfDue, sharesOfDue
    case whole

    /// The phrase in a language with its parts filled in; see ``Phrase/text(_:_:)``.
    func text(_ language: Language, _ parts: [String] = []) -> String {
        Phrase.fill(language == .en ? english : chinese, parts)
    }

    private var english: String {
        switch self {
        case .subject: "{0}, {1}: {2}"
        case .headline: "{0} {1}, {2}"
        case .noTargets: "no target to be judged"
        case .offTrackCount: "{0} of {1} {1|target|targets} off track"
        case .noneOffTrack: "no target off track, {0} of {1} to watch"
        case .allOnTrack: "{0|the one target|all {0} targets} on track"
        case .onPlan: "Are we on plan?"
        case .onPlanNo: "No: {0} of {1} judged {1|target|targets} {0|is|are} off track, {2} to watch"
        case .onPlanWatch: "Nearly: no target is off track, {0} of {1} to watch"
        case .onPlanYes: "Yes: {0|the one judged target is|all {0} judged targets are} on track"
        case .onPlanUnknown: "No target can be judged"
        case .metricAndOwner: "Metric, target of, owner"
        case .soFarAndDue: "So far, due now"
        case .moreTargets: "All targets: {0} on track, {1} to watch, {2} off track, {3} without a status."
        case .changed: "What changed most, and why?"
        case .changedAnswer: "{0}, from {1} to {2}"
        case .changedNothing: "Nothing that can be set against earlier changes"
        case .nowAndBefore: "Now, before"
        case .act: "Who must act?"
        case .actAnswer: "{0} {0|person|people}, for {1} {1|target|targets} off track and {2} overdue {2|action|actions}"
        case .actNobody: "Nobody: no target is off track and no action is overdue"
        case .ofDue: "{0}: {1} of what is due"
        case .moreOffTrack: "{0} more off track"
        case .overdueTasks: "{0} overdue: {1}"
        case .morePeople: "And {0} more; the report names them."
        case .dataIn: "Is all data in?"
        case .dataYes: "Yes, all of it"
        case .dataGaps: "Yes, with gaps: {0}"
        case .upTo: "to {0}"
        case .rejectedMoneyNote: "Rejected: {0}"
        case .grewBut: "{0} grew {1}, but {2}"
        case .grewAnd: "{0} grew {1}; {2}"
        case .fellBut: "{0} fell {1}, but {2}"
        case .fellAnd: "{0} fell {1}, and {2}"
        case .flatAnd: "{0} hardly changed ({1}); {2}"
        case .onPlanNamed: "{0} {1|is|are} on plan"
        case .behindPlan: "{0} {1|is|are} behind plan"
        case .namesAnd: "{0} and {1}"
        case .shareOfDue: "No: {0} is at {1} of what is due by now"
        case .sharesOfDue: "No: {0} is at {1}, {2} at {3} of what is due by now"
        case .whole: "The whole report is in the workbook attached."
        }
    }

    private var chinese: String {
        switch self {
        case .subject: "{0}，{1}：{2}"
        case .headline: "{0} {1}，{2}"
        case .noTargets: "没有可评判的目标"
        case .offTrackCount: "{1} 项目标中 {0} 项落后"
        case .noneOffTrack: "没有目标落后，{1} 项中 {0} 项需关注"
        case .allOnTrack: "{0} 项目标全部达标"
        case .onPlan: "是否符合计划？"
        case .onPlanNo: "否：{1} 项可评判的目标中 {0} 项落后，{2} 项需关注"
        case .onPlanWatch: "接近：没有目标落后，{1} 项中 {0} 项需关注"
        case .onPlanYes: "是：{0} 项可评判的目标全部达标"
        case .onPlanUnknown: "没有可评判的目标"
        case .metricAndOwner: "指标、目标期间、负责人"
        case .soFarAndDue: "目前、应达"
        case .moreTargets: "全部目标：{0} 项达标，{1} 项需关注，{2} 项落后，{3} 项无状态。"
        case .changed: "什么变化最大，为什么？"
        case .changedAnswer: "{0}：从 {1} 到 {2}"
        case .changedNothing: "没有可与以往相比的变化"
        case .nowAndBefore: "本期、上期"
        case .act: "谁需要行动？"
        case .actAnswer: "{0} 人：{1} 项目标落后，{2} 项行动逾期"
        case .actNobody: "无人：没有目标落后，没有行动逾期"
        case .ofDue: "{0}：达到应达的 {1}"
        case .moreOffTrack: "另有 {0} 项落后"
        case .overdueTasks: "{0} 项逾期：{1}"
        case .morePeople: "另有 {0} 人，见报告。"
        case .dataIn: "数据是否齐全？"
        case .dataYes: "是，已全部到齐"
        case .dataGaps: "有缺口：{0}"
        case .upTo: "至 {0}"
        case .rejectedMoneyNote: "未计入：{0}"
        case .grewBut: "{0} 增长 {1}，但{2}"
        case .grewAnd: "{0} 增长 {1}；{2}"
        case .fellBut: "{0} 下降 {1}，但{2}"
        case .fellAnd: "{0} 下降 {1}，且{2}"
        case .flatAnd: "{0} 几乎不变（{1}）；{2}"
        case .onPlanNamed: "{0} 符合计划"
        case .behindPlan: "{0} 落后于计划"
        case .namesAnd: "{0}、{1}"
        case .shareOfDue: "否：{0} 完成应达值的 {1}"
        case .sharesOfDue: "否：{0} 完成应达值的 {1}，{2} 完成 {3}"
        case .whole: "完整报告见所附工作簿。"
        }
    }
}
