import Languages
import Metrics

/// The words of the driver tree.
enum WhatIfPhrase: String, ReportPhrases {
    case title, use, rates, leadsOnly, name, now, whatIf, difference, how
    case arrAhead, arrNow, netNew, arrNew, customersNew, perCustomer, perWin, stepsTo, reactivation, expansion, contraction,
        churn
    case rateOfARR, product, sum, timesARR

}
