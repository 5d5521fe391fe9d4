import Languages
import Metrics

/// The words of initiatives.
enum InitiativePhrase: String, ReportPhrases {
    static let isSetOff = false

    // The overview.
    case overview, needs, stage, materials, breakEven, valueMap, stands, of
    case strategy, adjustment, tactical, unknown, strategyAsksMore
    case atRisk, launchedUnready, short, open, notInSight, noSpendYet, calm
    case reached, projected, never, noSpend, withheld
    // What they need.
    case needsTitle, yes, no, unsaid, verdict
    case newCustomers, newValue, newChannel, newPricing, competitiveShift, highCostOfFailure
    // How long, and how they are judged.
    case courseTitle, planned, usual, months, remark, shorter, longer, endsWith, judgedBy
    case explore, validate, scale, acquire, retain
    // What they say.
    case statementTitle, statement, whole, missingParts, partWho, partNeed, partWhat, partBenefit, partHow, partWhyNow
    // The value map.
    case mapTitle, kind, item, answeredBy, evidence, job, pain, gain, unansweredItem, noEvidence
    // Money and customers.
    case moneyTitle, spend, grossProfit, customers, leads, leadToWon, nps, company, moneyNote, noARR, noCustomersOfLeads,
        noLeads, onlyWon, noAnswers, answers
    case chartTitle, spendSeries, profitSeries, spendAhead, profitAhead, curveInWords, reachedTitle, projectedTitle, neverTitle,
        moreCharts
    // What needs attention.
    case launches, launchDetail

}

extension Composer {
    /// A phrase about initiatives in the report's language with its parts filled in.
    func tell(_ phrase: InitiativePhrase, _ parts: String...) -> String { phrase.text(language, parts) }
}
