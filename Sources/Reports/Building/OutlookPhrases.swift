import Languages
import Metrics

/// The words of what is projected.
enum OutlookPhrase: String, ReportPhrases {
    case title, period, projected, low, high, target, stockSentence, flowSentence, withTarget, method, short, naive, shortAlone
    case contracted, overtaken
    // What is said of one metric alone.
    case rests, seasonal, plain, nearer, nearerThanSeason, noNearer, shortOwn, noPace, maturing, undefined, late

}
