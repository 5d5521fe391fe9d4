import Languages
import Metrics

/// The words that only the brief needs.
enum BriefPhrase: String, ReportPhrases {
    static let isSetOff = false

    case subject, headline, noTargets, offTrackCount, noneOffTrack, allOnTrack
    case onPlan, onPlanNo, onPlanWatch, onPlanYes, onPlanUnknown, metricAndOwner, soFarAndDue, moreTargets
    case changed, changedAnswer, changedNothing, nowAndBefore
    case act, actAnswer, actNobody, ofDue, overLimit, moreOffTrack, overdueTasks, morePeople
    case dataIn, dataYes, dataGaps, upTo, rejectedMoneyNote
    case grewBut, grewAnd, fellBut, fellAnd, flatAnd, onPlanNamed, behindPlan, namesAnd, shareOfDue, sharesOfDue
    case whole

}
