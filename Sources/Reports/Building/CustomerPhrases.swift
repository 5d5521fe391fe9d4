import Languages
import Metrics

/// The words of lists of customers and of the pipeline's coverage.
enum CustomerPhrase: String, ReportPhrases {
    case detractorsTitle, detractorsNote, noDetractors, known, scored, fromTo, coverageTitle, coverageNote, toGo, reached, open
    case winRate, averageDeal, expected, coverage, isReached, noRate

}
