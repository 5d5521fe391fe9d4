import Languages
import Metrics

/// The words of what is handed over between departments.
enum HandOverPhrase: String, ReportPhrases {
    case waitingTitle, between, waits, waiting, upTo, fromTo, over, recentMedian, longest, notYet, withoutARR,
        someWithoutCustomer
    case message, older, nothingWaits, lead, mql, sql, opportunity, won, ofLeads, ofMQLs, ofSQLs, ofOpportunities
    case marketing, sales, marketingToSales, salesToSuccess
    case answersTitle, recent, answered, inTime, inTimeShare, waitingForAnswer, noOwners, noAnswers, noneNamed,
        others
    case qualityTitle, leads, reached, toStage

}
