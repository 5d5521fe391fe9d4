import Languages
import Metrics

/// The words that only the brief needs.
enum BriefPhrase: String, ReportPhrases {
    case subject, headline, noTargets, offTrackCount, noneOffTrack, allOnTrack
    case onPlan, onPlanNo, onPlanNoneOfOne, onPlanNoAndWatch, onPlanWatch, onPlanYes, onPlanUnknown, metricAndOwner,
        soFarAndDue, moreTargets
    case changed, changedAnswer, changedNothing, nowAndBefore
    case act, actAnswer, actTargets, actTasks, actNobody, ofDue, underDue, overLimit, moreOffTrack, overdueTasks, morePeople,
        peopleMore
    case dataIn, dataYes, dataYesOfThese, dataGaps, upTo, rejectedMoneyNote
    case grewBut, grewAnd, fellBut, fellAnd, fellBeside, flatAnd, onPlanNamed, onPlanBut, behindPlan, namesAnd, shareOfDue,
        sharesOfDue
    case amountOfDue, amountsOfDue
    case whole

}
