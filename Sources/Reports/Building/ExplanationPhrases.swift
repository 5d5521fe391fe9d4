import Languages
import Metrics

/// The words of the sentences that say why a metric changed.
///
/// None says more than the arithmetic: what stood where, and how much of the change that makes.
enum ExplanationPhrase: String, ReportPhrases {
    case title, titleAlone, sectionTitle, none
    case rose, fell, roseFrom, fellFrom, roseOnYear, fellOnYear, roseFromOnYear, fellFromOnYear
    case times, manyTimes, parts, alone, by, separator, effect
    case rate, noDivisor, noDivisorBefore, share, moreOf, lessOf, mostly, member
    case median, root, formula, undivided, spendAndCustomers, more, less, moreCustomers, fewerCustomers, sameCustomers

}
