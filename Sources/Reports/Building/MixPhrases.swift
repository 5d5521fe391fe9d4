import Languages
import Metrics

/// The words of recurring beside one-off revenue, and of revenue per head.
enum MixPhrase: String, ReportPhrases {
    case title, month, recurring, oneOff, total, share, crossing, alwaysMore, notYet, dip, noDip, recovered, notRecovered
    case headsTitle, teamsTitle, arr, heads, arrPerHead, newARR, newARRPerHead, team, noHeads

}
